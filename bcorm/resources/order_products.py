"""The lines of an order (`orders.v2.oas2.yml`)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import attrs

from bcorm.model import Resource, field, one, readonly
from bcorm.query.endpoint import Batch, Endpoint, answered, only_with, refuse
from bcorm.resources.order_parts import OrderLine

if TYPE_CHECKING:
    from bcorm.resources.orders import Order  # noqa: F401 - the text in one["Order"]
    from bcorm.resources.products import Product  # noqa: F401 - as above
    from bcorm.resources.variants import ProductVariant  # noqa: F401 - as above


# Lines have no writing endpoint of their own: a PUT of the order changes those that it lists.
_THROUGH_ORDER = Batch(
    100, path="v2/orders/{order_id}", method="PUT", wrap="products", single=True, adds=True
)


class OrderProduct(OrderLine, Resource):
    """A line of an order. `GET /v2/orders/{order_id}/products`.

    Lines are written through their order: `order.products.new(...)`, a changed `quantity` and
    `session.delete(line)` become one `PUT /v2/orders/{order_id}`.
    """

    id: int = readonly()
    order_id: int = readonly()
    product_id: int = field(doc="The product; 0 for a line of one's own.")
    variant_id: int = field(doc="The variant that was bought.")
    quantity_backordered: int = readonly(doc="How many were ordered beyond what was in stock.")
    wrapping_cost_ex_tax: Decimal = field(
        doc="Gift wrapping of one without tax, in the order's currency."
    )
    wrapping_cost_inc_tax: Decimal = field(
        doc="Gift wrapping of one with tax, in the order's currency."
    )

    order = one["Order"]("orders.Order", parent=True)
    product = one["Product"]("products.Product", via="product_id")
    variant = one["ProductVariant"]("variants.ProductVariant", via="variant_id")

    endpoint = Endpoint(
        path="v2/orders/{order_id}/products",
        needs="product_id|name",
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
