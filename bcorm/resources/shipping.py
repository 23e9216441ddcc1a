"""Shipping: zones, methods and carriers (`shipping.v2.yml`), customs, settings (`shipping.v3.yml`).

What a carrier's own service must answer (`shipping_provider.yml`) is not part of the store's API.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from bcorm.model import Resource, Struct, field, many, one, readonly
from bcorm.query.endpoint import Batch, Endpoint, answered, resend
from bcorm.resources.actions import operation

if TYPE_CHECKING:
    from bcorm.resources.products import Product  # noqa: F401 - the text in one["Product"]


class MethodHandlingFees(Struct):
    """What a method adds: an amount, or a percentage."""

    fixed_surcharge: Decimal | None = field(
        format="number", doc="What handling adds to shipping, in the store's currency."
    )
    percentage_surcharge: Decimal | None = field(
        format="number", doc="What handling adds, in percent of shipping."
    )


class ShippingMethod(Resource):
    """How goods go to a zone. `GET /v2/shipping/zones/{zone_id}/methods`.

    What `settings` holds depends on `type`: `{"rate": 7}` for a price per order or item, ranges
    for prices by weight or total, and the carrier's own options for carriers.
    """

    id: int = readonly()
    name: str = field(doc="What the shopper sees it called.")
    type: Literal[
        "perorder",
        "peritem",
        "weight",
        "total",
        "auspost",
        "canadapost",
        "endicia",
        "usps",
        "fedex",
        "royalmail",
        "upsready",
        "freeshipping",
    ] = field(
        open=True, doc="How the cost is found: flat, by weight or total, or asked of a carrier."
    )
    settings: dict[str, Any] = field(doc="What goes with its type, such as rates by range.")
    enabled: bool = field(doc="Whether shoppers can choose it.")
    handling_fees: MethodHandlingFees | None = field(doc="What handling adds to its cost.")
    is_fallback: bool = field(doc="Whether it is offered where no other method can be.")
    channel_ids: list[int] | None = field(
        doc="Ids of the channels that offer it; a new one is offered in all of them."
    )

    zone = one["ShippingZone"]("ShippingZone", parent=True)

    endpoint = Endpoint(
        path="v2/shipping/zones/{zone_id}/methods",
        paging="none",
        natural_key="name",
    )


class ZoneLocation(Struct):
    """A country, a state or a postal code of a zone."""

    id: int = field()
    zip: str = field(doc="A postal code.")
    country_iso2: str = field(doc="The country's code of two letters (ISO 3166-1 alpha-2).")
    state_iso2: str = field(doc="The state's code, such as `TX`.")


class FreeShipping(Struct):
    """When shipping to a zone is free."""

    enabled: bool = field(doc="Whether some orders are shipped for nothing.")
    minimum_sub_total: Decimal | None = field(
        doc="From which subtotal on, in the store's currency."
    )
    exclude_fixed_shipping_products: bool = field(
        doc="Whether products with a shipping price of their own are left out."
    )


class ZoneHandlingFees(Struct):
    """What a zone adds: an amount, or a percentage."""

    fixed_surcharge: Decimal | None = field(
        doc="What handling adds to shipping, in the store's currency."
    )
    percentage_surcharge: Decimal | None = field(doc="What handling adds, in percent of shipping.")
    display_separately: bool = field(doc="Whether the checkout shows it apart from shipping.")


class ShippingZone(Resource):
    """A part of the world that goods are sent to. `GET /v2/shipping/zones`."""

    id: int = readonly()
    name: str = field(required=True)
    type: Literal["zip", "country", "state", "global"] = field(
        required=True,
        doc="What its locations are: postal codes, countries, states; `global` is everywhere else.",
    )
    locations: list[ZoneLocation] = field(doc="Where it is.")
    free_shipping: FreeShipping | None = field(doc="From what on shipping costs nothing.")
    handling_fees: ZoneHandlingFees | None = field(doc="What handling adds to shipping.")
    enabled: bool = field(doc="Whether orders are shipped there.")

    methods = many(ShippingMethod)

    endpoint = Endpoint(
        path="v2/shipping/zones",
        paging="none",
        natural_key="name",
        put_rules=(
            resend(
                "name",
                source="shipping.v2.yml, PUT /shipping/zones/{id}",
                reason="the body's schema requires the name",
            ),
        ),
    )


class CarrierConnection(Resource):
    """The store's account with a carrier. `POST /v2/shipping/carrier/connection`.

    It can be written and not read. The API answers 204 whether the credentials work or not.
    """

    carrier_id: str = field(
        required=True,
        create_only=True,
        doc="The carrier's name in small letters, such as `auspost`.",
    )
    connection: dict[str, Any] = field(
        required=True, secret=True, doc="The carrier's own settings, with its credentials."
    )

    endpoint = Endpoint(
        path="v2/shipping/carrier/connection",
        item_path="v2/shipping/carrier/connection",
        key="carrier_id",
        verbs=("create", "update"),
        answers=(
            answered(
                "either way",
                "create update",
                source="shipping.v2.yml: 204 whether the carrier takes the credentials or not",
            ),
        ),
        put_rules=(
            resend(
                "carrier_id",
                "connection",
                source="shipping.v2.yml, PUT /shipping/carrier/connection",
                reason="nothing but the body says which carrier is meant",
            ),
        ),
    )

    @operation("DELETE /v2/shipping/carrier/connection")
    def disconnect(self) -> None:
        """Remove the account."""
        self._call("DELETE", json={"carrier_id": self.carrier_id})


class CustomsInformation(Resource):
    """What customs must know of a product. `GET /v3/shipping/products/customs-information`.

    `hs_codes` are Harmonized System codes by country: `{"ALL": "6109.10"}`.
    """

    product_id: int = field(required=True, create_only=True)
    country_of_origin: str = field(
        required=True, doc="Where it was made, by the code of two letters (ISO 3166-1 alpha-2)."
    )
    commodity_description: str = field(
        required=True, max_length=100, doc="What customs officers read on the package."
    )
    international_shipping: bool = field(
        required=True, doc="Whether it is shipped to other countries."
    )
    hs_codes: dict[str, str] = field(
        required=True, doc="Harmonized System codes, by the country's code; `ALL` for the others."
    )
    created_at: datetime = readonly()
    updated_at: datetime = readonly()

    product = one["Product"]("products.Product", via="product_id")

    endpoint = Endpoint(
        path="v3/shipping/products/customs-information",
        key="product_id",
        verbs=("list",),
        create_batch=Batch(50, method="PUT", single=True),
        update_batch=Batch(50, single=True),
        delete_batch=Batch(250, param="product_id:in", single=True),
        filters={"product_id": "in"},
        version_field="updated_at",
        put_rules=(
            resend(
                "country_of_origin",
                "commodity_description",
                "international_shipping",
                "hs_codes",
                source="shipping.v3.yml, PUT /shipping/products/customs-information",
                reason="the body's schema requires all of them",
            ),
        ),
    )


class CheckoutShipping(Struct):
    """What shoppers see of shipping while they check out."""

    country_list_strategy: Literal[
        "DISPLAY_ALL_COUNTRIES", "DISPLAY_ONLY_SHIPPABLE_COUNTRIES"
    ] = field(doc="Which countries the checkout lists: all, or those that the store ships to.")  # fmt: skip
    out_of_delivery_zone_message: str = field(
        doc="What a shopper is told to whom the store does not ship."
    )


class ShippingSettings(Resource):
    """The store's settings. `GET /v3/shipping/settings`."""

    checkout: CheckoutShipping = field(doc="What the checkout shows of countries.")

    endpoint = Endpoint(
        path="v3/shipping/settings",
        key=None,
        verbs=("get", "update"),
    )


class ChannelCheckoutShipping(Struct):
    """What shoppers of a channel see of shipping while they check out."""

    out_of_delivery_zone_message: str | None = field(
        doc="What a shopper is told to whom the store does not ship; None takes the store's."
    )


class ShippingChannelSettings(Resource):
    """A channel's settings. `GET /v3/shipping/settings/channels/{channel_id}`."""

    checkout: ChannelCheckoutShipping = field()

    endpoint = Endpoint(
        path="v3/shipping/settings/channels/{channel_id}",
        key=None,
        verbs=("get", "update"),
    )
