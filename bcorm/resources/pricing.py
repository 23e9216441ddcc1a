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
    value_id: int = field()


class PricedItem(Struct):
    """What a price is asked for."""

    product_id: int = field(required=True)
    variant_id: int | None = field()
    options: list[ChosenOption] = field()


class TaxedPrice(Struct):
    """An amount without and with tax."""

    as_entered: Decimal = readonly()
    entered_inclusive: bool = readonly()
    tax_exclusive: Decimal = readonly()
    tax_inclusive: Decimal = readonly()


class PriceRange(Struct):
    """The lowest and the highest price of a product's variants."""

    minimum: TaxedPrice = readonly()
    maximum: TaxedPrice = readonly()


class BulkPrice(Struct):
    """What a quantity changes."""

    minimum: int = readonly()
    maximum: int = readonly()
    discount_amount: Decimal = readonly()
    discount_type: Literal["price", "percent", "fixed"] = readonly()
    tax_discount_amount: list[TaxedPrice] = readonly()


class Price(Struct):
    """What an item costs, for one channel, currency and kind of customer."""

    product_id: int = readonly()
    variant_id: int | None = readonly()
    options: list[ChosenOption] = readonly()
    reference_request: PricedItem = readonly()
    price: TaxedPrice = readonly()
    calculated_price: TaxedPrice = readonly()
    sale_price: TaxedPrice | None = readonly()
    retail_price: TaxedPrice | None = readonly()
    minimum_advertised_price: TaxedPrice | None = readonly()
    saved: TaxedPrice | None = readonly()
    price_range: PriceRange = readonly()
    retail_price_range: PriceRange | None = readonly()
    bulk_pricing: list[BulkPrice] = readonly()

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
