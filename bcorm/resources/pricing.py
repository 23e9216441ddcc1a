"""Prices as shoppers see them (`pricing.sf.yml`)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from bcorm.model import Struct, field, readonly
from bcorm.resources.actions import operation, send, typed
from bcorm.resources.bodies import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bcorm.model.unit_of_work import UnitOfWork


class ChosenOption(Struct):
    """A value of an option or a modifier, by ids."""

    option_id: int = field()
    value_id: int = field(doc="What is chosen of the option.")


class PricedItem(Struct):
    """What a price is asked for."""

    product_id: int = field(required=True)
    variant_id: int | None = field()
    options: list[ChosenOption] = field(doc="Choices that change the price.")


class TaxedPrice(Struct):
    """An amount without and with tax."""

    as_entered: Decimal = readonly(
        doc="As the merchant entered it, in the currency that was asked for."
    )
    entered_inclusive: bool = readonly(doc="Whether the price as entered has tax in it.")
    tax_exclusive: Decimal = readonly(
        doc="Without tax, as estimated, in the currency that was asked for."
    )
    tax_inclusive: Decimal = readonly(
        doc="With tax, as estimated, in the currency that was asked for."
    )


class PriceRange(Struct):
    """The lowest and the highest price of a product's variants."""

    minimum: TaxedPrice = readonly()
    maximum: TaxedPrice = readonly()


class BulkPrice(Struct):
    """What a quantity changes."""

    minimum: int = readonly(doc="From so many on.")
    maximum: int = readonly(doc="Up to so many; 0 means no limit.")
    discount_amount: Decimal = readonly(
        doc="An amount in the currency that was asked for, or a percentage: `discount_type` says which."
    )
    discount_type: Literal["price", "percent", "fixed"] = readonly(
        doc="What the amount is: `price` comes off each, `percent` is a share, `fixed` is the new price."
    )
    tax_discount_amount: list[TaxedPrice] = readonly(doc="The amount without and with tax.")


class Price(Struct):
    """What an item costs, for one channel, currency and kind of customer."""

    product_id: int = readonly()
    variant_id: int | None = readonly()
    options: list[ChosenOption] = readonly(doc="The choices that were asked with.")
    reference_request: PricedItem = readonly(doc="What was asked, by which the answer is found.")
    price: TaxedPrice = readonly(doc="The catalog's price, as the merchant entered it.")
    calculated_price: TaxedPrice = readonly(
        doc="What the shopper pays, with all options and rules."
    )
    sale_price: TaxedPrice | None = readonly(doc="Replaces the price, if there is one.")
    retail_price: TaxedPrice | None = readonly(doc="The price that is shown for comparison.")
    minimum_advertised_price: TaxedPrice | None = readonly(
        doc="The lowest price that the storefront may show."
    )
    saved: TaxedPrice | None = readonly(doc="The retail price less the calculated one.")
    price_range: PriceRange = readonly(
        doc="Of a product with variants: from the lowest price to the highest."
    )
    retail_price_range: PriceRange | None = readonly(
        doc="Of a product with variants: from the lowest retail price to the highest."
    )
    bulk_pricing: list[BulkPrice] = readonly(doc="What larger quantities cost.")

    @classmethod
    @operation("POST /v3/pricing/products")
    def calculate(
        cls,
        items: Iterable[PricedItem | Mapping[str, Any]],
        *,
        channel_id: int = 1,
        currency_code: str = "USD",
        customer_group_id: int | None = None,
        customer_id: int | None = None,
        country_code: str | None = None,
        session: UnitOfWork | None = None,
    ) -> list[Price]:
        """Ask what items cost. `POST /v3/pricing/products`.

            Price.calculate([{"product_id": 77}], customer_group_id=2)

        Args:
            items: products, variants, or products with some of their options chosen.
            channel_id: the storefront.
            currency_code: the currency of the answer.
            customer_group_id: whose prices.
            customer_id: whose prices.
            country_code: where the shopper is, for taxes.
            session: the session to ask through, when not the current one.
        """
        said = {
            "channel_id": channel_id,
            "currency_code": currency_code,
            "customer_group_id": customer_group_id,
            "customer_id": customer_id,
            "country_code": country_code,
        }
        body = {name: value for name, value in said.items() if value is not None}
        body["items"] = rows(PricedItem, items)
        answer = send(session, "POST", "v3/pricing/products", json=body)
        return [typed(cls, row) for row in answer.data]
