"""Taxes: classes, zones with their rates, properties, settings, providers (the `tax*` specs)."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from bcorm.model import Resource, Struct, field, many, one, readonly
from bcorm.model.unit_of_work import require_session
from bcorm.query.endpoint import Batch, Endpoint
from bcorm.resources.actions import operation, send
from bcorm.resources.bodies import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bcorm.model.unit_of_work import UnitOfWork
    from bcorm.resources.customers import Customer  # noqa: F401 - the text in one["Customer"]
    from bcorm.resources.products import Product  # noqa: F401 - the text in one["Product"]

# The specs state 50 for tax classes, and nothing for the rest.
BATCH = 50

PriceStrategy = Literal["ZONE", "INCLUSIVE", "EXCLUSIVE"]


class TaxClass(Resource):
    """A kind of goods for taxes. `GET /v2/tax_classes`; V3 only writes them."""

    id: int = readonly()
    name: str = field(required=True, max_length=100)
    created_at: datetime = readonly(format="iso")
    updated_at: datetime = readonly(format="iso")

    endpoint = Endpoint(
        path="v2/tax_classes",
        verbs=("list", "get"),
        create_batch=Batch(50, path="v3/tax/classes", single=True),
        update_batch=Batch(50, path="v3/tax/classes", single=True),
        delete_batch=Batch(50, path="v3/tax/classes", param="id:in", single=True),
        natural_key="name",
        version_field="updated_at",
    )


class TaxProperty(Resource):
    """A fact about products or customers that taxes depend on. `GET /v3/tax/properties`."""

    id: int = readonly()
    code: str = field(required=True)
    display_name: str = field(required=True)
    description: str = field()
    type: Literal["PRODUCT", "CUSTOMER"] = field(required=True, create_only=True)
    created_at: datetime = readonly()
    updated_at: datetime = readonly()

    endpoint = Endpoint(
        path="v3/tax/properties",
        verbs=("list",),
        create_batch=Batch(BATCH, single=True),
        update_batch=Batch(BATCH, single=True),
        delete_batch=Batch(BATCH, param="id:in", single=True),
        paging="none",
        filters={"id": "in", "type": "in"},
        natural_key="code",
        version_field="updated_at",
    )


class TaxCustomer(Resource):
    """What taxes must know of a customer. `GET /v3/tax/customers`.

    Values are added to those that the customer has; none is removed but with all of them.
    """

    customer_id: int = field(required=True, create_only=True)
    tax_properties: dict[str, str] = field(required=True, merge=True)

    customer = one["Customer"]("customers.Customer", via="customer_id")

    endpoint = Endpoint(
        path="v3/tax/customers",
        key="customer_id",
        verbs=("list",),
        create_batch=Batch(BATCH, method="PUT", single=True),
        update_batch=Batch(BATCH, single=True),
        delete_batch=Batch(BATCH, param="customer_id:in", single=True),
        paging="none",
        filters={"customer_id": "in"},
    )


class ProductTaxProperties(Resource):
    """What taxes must know of a product. `GET /v3/tax/products/properties`.

    The API wants to know which products: `filter(product_id__in=[...])`.
    """

    product_id: int = field(required=True, create_only=True)
    tax_properties: dict[str, str] = field(required=True, merge=True)

    product = one["Product"]("products.Product", via="product_id")

    endpoint = Endpoint(
        path="v3/tax/products/properties",
        key="product_id",
        verbs=("list",),
        create_batch=Batch(BATCH, method="PUT", single=True),
        update_batch=Batch(BATCH, single=True),
        delete_batch=Batch(BATCH, param="product_id:in", single=True),
        paging="none",
        filters={"product_id": "in"},
    )


class PriceDisplay(Struct):
    """How shoppers of a zone see prices."""

    show_inclusive: bool = field(required=True)
    show_both_on_detail_view: bool = field()
    show_both_on_list_view: bool = field()


class ZoneLocation(Struct):
    """A country, parts of it, or postal codes."""

    country_code: str = field(max_length=2)
    subdivision_codes: list[str] = field()
    postal_codes: list[str] = field()


class ShopperTarget(Struct):
    """Whom a zone is for."""

    locations: list[ZoneLocation] = field(required=True)
    customer_groups: list[int] = field()


class ClassRate(Struct):
    """The rate of a tax class, in per cent."""

    rate: Decimal = field(required=True, doc="In percent.")
    tax_class_id: int = field(required=True)


class TaxRate(Resource):
    """What a zone's taxes come to. `GET /v3/tax/rates`."""

    id: int = readonly()
    name: str = field(required=True)
    enabled: bool = field()
    priority: int = field()
    tax_zone_id: int = field(required=True)
    class_rates: list[ClassRate] = field(required=True)

    zone = one["TaxZone"]("TaxZone", via="tax_zone_id")

    endpoint = Endpoint(
        path="v3/tax/rates",
        verbs=("list",),
        create_batch=Batch(BATCH, single=True),
        update_batch=Batch(BATCH, single=True),
        delete_batch=Batch(BATCH, param="id:in", single=True),
        paging="none",
        filters={"id": "in", "tax_zone_id": "in"},
        natural_key="name tax_zone_id",
    )


class ZoneAddress(Struct):
    """Where a shopper is, for `TaxZone.check`."""

    country_code: str = field(required=True, max_length=2)
    subdivision_codes: str = field()
    postal_code: str = field()
    customer_group_id: int | None = field()


class TaxZone(Resource):
    """Where taxes are alike. `GET /v3/tax/zones`. Deleting one deletes its rates."""

    id: int = readonly()
    name: str = field(required=True)
    enabled: bool = field()
    price_display_settings: PriceDisplay = field()
    shopper_target_settings: ShopperTarget = field()

    rates = many(TaxRate, by="tax_zone_id")

    endpoint = Endpoint(
        path="v3/tax/zones",
        verbs=("list",),
        create_batch=Batch(BATCH, single=True),
        update_batch=Batch(BATCH, single=True),
        delete_batch=Batch(BATCH, param="id:in", single=True),
        paging="none",
        filters={"id": "in"},
        natural_key="name",
    )

    @classmethod
    @operation("POST /v3/tax/zonecheck")
    def check(
        cls,
        addresses: Iterable[ZoneAddress | Mapping[str, Any]],
        *,
        session: UnitOfWork | None = None,
    ) -> list[TaxZone]:
        """Tell which zones apply to addresses. `POST /v3/tax/zonecheck`."""
        body = rows(ZoneAddress, addresses)
        answer = send(session, "POST", "v3/tax/zonecheck", json=body)
        found: list[TaxZone] = require_session(session).materialize(cls, answer.data, None, None)
        return found


class TaxPriceDisplay(Struct):
    """How prices are shown outside the storefront."""

    control_panel_price_display_strategy: PriceStrategy = field()
    invoice_price_display_strategy: PriceStrategy = field()


class TaxSettings(Resource):
    """How the store deals with taxes. `GET /v3/tax/settings`."""

    tax_entered_with_prices: bool = field()
    price_display_settings: TaxPriceDisplay = field()
    fallback_strategy: Literal["FIXED", "BASIC", "DISABLE"] = field()
    should_subtract_store_tax: bool = field()
    should_use_geolocation_to_determine_guest_shopper_tax_zone: bool = field()
    guest_shopper_tax_zone_id: int = field()
    store_tax_zone_id: int = field()
    document_submission_strategy: Literal["ON_PAYMENT_CAPTURE", "ON_ORDER_CREATION"] = field()
    rounding_strategy: Literal["NO_ROUNDING", "RATE_ROUNDING"] = field()

    endpoint = Endpoint(
        path="v3/tax/settings",
        key=None,
        verbs=("get", "update"),
    )


class ProviderTarget(Struct):
    """Where a tax provider is used."""

    country_codes: list[str] = readonly()
    subdivision_codes: list[str] = readonly()


class TaxProviderConnection(Resource):
    """The store's account at a tax provider. `GET /v3/tax/providers/{provider_id}/connection`.

    Deleting the connection of the active provider makes the store's own taxes active again.
    """

    username: str | None = field()
    password: str | None = field(write_only=True, secret=True)
    profile: str | None = field()
    configured: bool = readonly()
    target: ProviderTarget | None = readonly()

    endpoint = Endpoint(
        path="v3/tax/providers/{provider_id}/connection",
        key=None,
        verbs=("get", "create", "update", "delete"),
        create_method="PUT",
    )
