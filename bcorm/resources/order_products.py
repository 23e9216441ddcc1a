"""The lines of an order (`orders.v2.oas2.yml`)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import attrs

from bcorm.model import Resource, field, one, readonly
from bcorm.query.endpoint import Batch, Endpoint, answered, only_with, refuse
from bcorm.resources.order_parts import (
    AppliedDiscount,
    ConfigurableField,
    LineOption,
    LineType,
)

if TYPE_CHECKING:
    from bcorm.resources.orders import Order  # noqa: F401 - the text in one["Order"]
    from bcorm.resources.products import Product  # noqa: F401 - as above
    from bcorm.resources.variants import ProductVariant  # noqa: F401 - as above


# Lines have no writing endpoint of their own: a PUT of the order changes those that it lists.
_THROUGH_ORDER = Batch(
    100, path="v2/orders/{order_id}", method="PUT", wrap="products", single=True, adds=True
)


class OrderProduct(Resource):
    """A line of an order. `GET /v2/orders/{order_id}/products`.

    Lines are written through their order: `order.products.new(...)`, a changed `quantity` and
    `session.delete(line)` become one `PUT /v2/orders/{order_id}`.
    """

    id: int = readonly()
    order_id: int = readonly()
    product_id: int = field(doc="The product; 0 for a line of one's own.")
    variant_id: int = field(doc="The variant that was bought.")
    order_pickup_method_id: int = readonly(doc="Where it is picked up, if it is.")
    order_address_id: int = readonly(doc="The shipping address that the line goes to.")
    name: str = field(max_length=250)
    name_customer: str = field(doc="What the shopper sees it called.")
    name_merchant: str = field(doc="What the control panel calls it.")
    sku: str = field(doc="The stock keeping unit that was bought.")
    upc: str = field(max_length=255, doc="The Universal Product Code that was bought.")
    type: LineType = readonly()
    quantity: int = field(doc="How many were ordered.")
    price_ex_tax: Decimal = field(
        format="number", doc="The price of one without tax, in the order's currency."
    )
    price_inc_tax: Decimal = field(
        format="number", doc="The price of one with tax, in the order's currency."
    )
    price_tax: Decimal = readonly(doc="The tax of one, in the order's currency.")
    base_price: Decimal = readonly(
        doc="The price of one before discounts, in the order's currency."
    )
    base_total: Decimal = readonly(
        doc="The price of the line before discounts, in the order's currency."
    )
    total_ex_tax: Decimal = readonly(
        doc="The price of the line without tax, in the order's currency."
    )
    total_inc_tax: Decimal = readonly(
        doc="The price of the line with tax, in the order's currency."
    )
    total_tax: Decimal = readonly(doc="The tax of the line, in the order's currency.")
    discounted_total_inc_tax: Decimal = readonly(
        doc="The price of the line with tax, after the discounts of the line, in the order's currency."
    )
    base_cost_price: Decimal = readonly(doc="What one costs the merchant.")
    cost_price_ex_tax: Decimal = readonly(doc="What one costs the merchant without tax.")
    cost_price_inc_tax: Decimal = readonly(doc="What one costs the merchant with tax.")
    cost_price_tax: Decimal = readonly(doc="The tax of what one costs the merchant.")
    weight: Decimal = readonly(doc="The weight of one, in the store's unit.")
    width: Decimal = readonly(doc="The width of one, in the store's unit of length.")
    height: Decimal = readonly(doc="The height of one, in the store's unit of length.")
    depth: Decimal = readonly(doc="The depth of one, in the store's unit of length.")
    fixed_shipping_cost: Decimal = readonly(
        doc="What shipping one always costs, in the order's currency."
    )
    is_refunded: bool = readonly(doc="Whether the whole line was paid back.")
    quantity_refunded: int = readonly(doc="How many were paid back.")
    refund_amount: Decimal = readonly(doc="What was paid back, in the order's currency.")
    return_id: int = readonly()
    quantity_shipped: int = readonly(doc="How many were shipped.")
    quantity_backordered: int = readonly(doc="How many were ordered beyond what was in stock.")
    wrapping_id: int = field(doc="The kind of gift wrapping; 0 means none.")
    wrapping_name: str | None = field()
    wrapping_message: str = field(doc="What is written on the gift's card.")
    base_wrapping_cost: Decimal = readonly(
        doc="Gift wrapping of one before tax, in the order's currency."
    )
    wrapping_cost_ex_tax: Decimal = field(
        doc="Gift wrapping of one without tax, in the order's currency."
    )
    wrapping_cost_inc_tax: Decimal = field(
        doc="Gift wrapping of one with tax, in the order's currency."
    )
    wrapping_cost_tax: Decimal = readonly(
        doc="The tax of gift wrapping of one, in the order's currency."
    )
    event_name: str | None = readonly(
        doc="What the date of an event is called, for products that ask for one."
    )
    event_date: date | None = readonly(doc="The date that the shopper chose.")
    ebay_item_id: str = readonly()
    ebay_transaction_id: str = readonly()
    external_id: str | None = readonly(doc="Its id in a system outside of the store.")
    option_set_id: int | None = readonly(doc="The V2 option set of the product, if it has one.")
    parent_order_product_id: int | None = readonly(doc="The line that this one came along with.")
    is_bundled_product: bool = readonly(
        doc="Whether it came along with another line, as a part of it."
    )
    bin_picking_number: str = readonly(doc="Where it lies in the warehouse.")
    brand: str = readonly(doc="The name of its brand.")
    gift_certificate_id: int | None = readonly(doc="The gift certificate that the line sold.")
    applied_discounts: list[AppliedDiscount] = readonly(doc="What lowered the price of the line.")
    product_options: list[LineOption] = field(
        doc="What the shopper chose of the product's options."
    )
    configurable_fields: list[ConfigurableField] = readonly(
        doc="What the shopper wrote or uploaded."
    )

    order = one["Order"]("orders.Order", parent=True)
    product = one["Product"]("products.Product", via="product_id")
    variant = one["ProductVariant"]("variants.ProductVariant", via="variant_id")

    endpoint = Endpoint(
        path="v2/orders/{order_id}/products",
        verbs=("list", "get"),
        create_batch=_THROUGH_ORDER,
        update_batch=_THROUGH_ORDER,
        delete_batch=attrs.evolve(_THROUGH_ORDER, mark={"quantity": 0}),
        answers=(
            answered(
                "parent",
                "create_batch update_batch delete_batch",
                source="orders.v2.oas2.yml, PUT /orders/{order_id}",
            ),
        ),
        natural_key="product_id name",
        put_rules=(
            refuse(
                "product_id",
                "variant_id",
                "name",
                "quantity",
                "price_ex_tax",
                "price_inc_tax",
                "product_options",
                acknowledge="discounts",
                when="applied_discounts",
                source="orders.v2.oas2.yml, PUT /orders/{order_id}",
                reason="the PUT clears all discounts and promotions of the changed lines",
            ),
            *(
                only_with(
                    f"price_{one_}_tax",
                    companions=(f"price_{other}_tax",),
                    source="orders.v2.oas2.yml, POST and PUT /orders",
                    reason="a price is only taken with its twin",
                )
                for one_, other in (("ex", "inc"), ("inc", "ex"))
            ),
        ),
    )
