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
        delete_batch=Batch(50, path="v3/tax/classes", single=True),
        natural_key="name",
        version_field="updated_at",
    )


class TaxProperty(Resource):
    """A fact about products or customers that taxes depend on. `GET /v3/tax/properties`."""

    id: int = readonly()
    code: str = field(required=True, doc="By which the tax provider knows it; unique.")
    display_name: str = field(required=True, doc="What the control panel calls it beside products.")
    description: str = field(doc="The hint that the control panel gives of it.")
    type: Literal["PRODUCT", "CUSTOMER"] = field(
        required=True, create_only=True, doc="Whether products have it, or customers."
    )
    created_at: datetime = readonly()
    updated_at: datetime = readonly()

    endpoint = Endpoint(
        path="v3/tax/properties",
        verbs=("list",),
        create_batch=Batch(BATCH, single=True),
        update_batch=Batch(BATCH, single=True),
        delete_batch=Batch(BATCH, single=True),
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
    tax_properties: dict[str, str] = field(
        required=True,
        merge=True,
        doc="Values by the code of the property; the tax provider is told them.",
    )

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
    tax_properties: dict[str, str] = field(
        required=True,
        merge=True,
        doc="Values by the code of the property; the tax provider is told them.",
    )

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

    show_inclusive: bool = field(required=True, doc="Whether prices are shown with tax.")
    show_both_on_detail_view: bool = field(
        doc="Whether a product's page shows prices with and without tax."
    )
    show_both_on_list_view: bool = field(
        doc="Whether lists of products show prices with and without tax."
    )


class ZoneLocation(Struct):
    """A country, parts of it, or postal codes."""

    country_code: str = field(
        max_length=2, doc="The country's code of two letters (ISO 3166-1 alpha-2)."
    )
    subdivision_codes: list[str] = field(doc="Codes of states and the like (ISO 3166-2).")
    postal_codes: list[str] = field()


class ShopperTarget(Struct):
    """Whom a zone is for."""

    locations: list[ZoneLocation] = field(required=True)
    customer_groups: list[int] = field(
        doc="Ids of the groups that it is for; an empty list means everybody."
    )


class ClassRate(Struct):
    """The rate of a tax class, in per cent."""

    rate: Decimal = field(required=True, doc="In percent.")
    tax_class_id: int = field(required=True)


class TaxRate(Resource):
    """What a zone's taxes come to. `GET /v3/tax/rates`."""

    id: int = readonly()
    name: str = field(required=True, doc="Shoppers may see it, as the store's tax settings say.")
    enabled: bool = field(doc="Whether it is charged.")
    priority: int = field(doc="Orders the rates that are charged on top of one another.")
    tax_zone_id: int = field(required=True)
    class_rates: list[ClassRate] = field(
        required=True, doc="At least one for each tax class of the store."
    )

    zone = one["TaxZone"]("TaxZone", via="tax_zone_id")

    endpoint = Endpoint(
        path="v3/tax/rates",
        verbs=("list",),
        create_batch=Batch(BATCH, single=True),
        update_batch=Batch(BATCH, single=True),
        delete_batch=Batch(BATCH, single=True),
        paging="none",
        filters={"id": "in", "tax_zone_id": "in"},
        natural_key="name tax_zone_id",
    )


class ZoneAddress(Struct):
    """Where a shopper is, for `TaxZone.check`."""

    country_code: str = field(
        required=True, max_length=2, doc="The country's code of two letters (ISO 3166-1 alpha-2)."
    )
    subdivision_codes: str = field(doc="The state's code (ISO 3166-2).")
    postal_code: str = field()
    customer_group_id: int | None = field()


class TaxZone(Resource):
    """Where taxes are alike. `GET /v3/tax/zones`. Deleting one deletes its rates."""

    id: int = readonly()
    name: str = field(required=True)
    enabled: bool = field(doc="Whether its taxes are charged.")
    price_display_settings: PriceDisplay = field(doc="How its shoppers see prices.")
    shopper_target_settings: ShopperTarget = field(
        doc="Who is in it; the default zone is for all others, and takes none."
    )

    rates = many(TaxRate, by="tax_zone_id")

    endpoint = Endpoint(
        path="v3/tax/zones",
        verbs=("list",),
        create_batch=Batch(BATCH, single=True),
        update_batch=Batch(BATCH, single=True),
        delete_batch=Batch(BATCH, single=True),
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

    control_panel_price_display_strategy: PriceStrategy = field(
        doc="With or without tax, or as the order's zone has it."
    )
    invoice_price_display_strategy: PriceStrategy = field(
        doc="With or without tax, or as the shopper's zone has it."
    )


class TaxSettings(Resource):
    """How the store deals with taxes. `GET /v3/tax/settings`."""

    tax_entered_with_prices: bool = field(
        doc="Whether the prices that merchants enter have tax in them."
    )
    price_display_settings: TaxPriceDisplay = field()
    fallback_strategy: Literal["FIXED", "BASIC", "DISABLE"] = field(
        doc="When the tax provider fails: a fixed rate, the basic settings, or no sale."
    )
    should_subtract_store_tax: bool = field(
        doc="Whether the store's tax is taken off entered prices before the shopper's is found."
    )
    should_use_geolocation_to_determine_guest_shopper_tax_zone: bool = field(
        doc="Whether a guest's zone is that of the country where the guest is."
    )
    guest_shopper_tax_zone_id: int = field(doc="The zone of guests whose country says none.")
    store_tax_zone_id: int = field(doc="Whose tax is taken off prices that were entered with it.")
    document_submission_strategy: Literal["ON_PAYMENT_CAPTURE", "ON_ORDER_CREATION"] = field(
        doc="When the tax provider is told of an order."
    )
    rounding_strategy: Literal["NO_ROUNDING", "RATE_ROUNDING"] = field(
        doc="Whether the tax of each rate is rounded as the currency is, or not."
    )

    endpoint = Endpoint(
        path="v3/tax/settings",
        key=None,
        verbs=("get", "update"),
    )


class ProviderTarget(Struct):
    """Where a tax provider is used."""

    country_codes: list[str] = readonly(doc="Codes of two letters (ISO 3166-1 alpha-2).")
    subdivision_codes: list[str] = readonly(doc="Codes of states and the like (ISO 3166-2).")


class TaxProviderConnection(Resource):
    """The store's account at a tax provider. `GET /v3/tax/providers/{provider_id}/connection`.

    Deleting the connection of the active provider makes the store's own taxes active again.
    """

    username: str | None = field(doc="The store's account at the provider.")
    password: str | None = field(write_only=True, secret=True)
    profile: str | None = field(
        doc="Part of the address of requests to a provider that asks for one."
    )
    configured: bool = readonly(
        doc="Whether the credentials are complete, so that it can be switched on."
    )
    target: ProviderTarget | None = readonly(doc="Where the provider is asked.")

    endpoint = Endpoint(
        path="v3/tax/providers/{provider_id}/connection",
        key=None,
        verbs=("get", "create", "update", "delete"),
        create_method="PUT",
    )
