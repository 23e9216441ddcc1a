"""Stock: what there is of every item, and adjustments of it (`inventory.v3.yml`).

An item is a variant, named by its id, by its SKU, or by its product's id where the product has
only the base variant. Adjustments are answered before they take effect, and reads lag.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.model import Resource, Struct, field, readonly
from bcorm.query.endpoint import Batch, Endpoint, Filter, answered
from bcorm.resources.actions import operation, send
from bcorm.resources.bodies import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# What one request of adjustments takes.
MOST = 2000


class InventoryIdentity(Struct):
    """Which item is meant: one of `sku`, `variant_id` and `product_id` is enough."""

    sku: str | None = field()
    variant_id: int | None = field()
    product_id: int | None = field()
    sku_id: int | None = readonly()


class InventorySettings(Struct):
    """How an item is sold from a location."""

    safety_stock: int = readonly()
    is_in_stock: bool = readonly()
    warning_level: int = readonly()
    bin_picking_number: str = readonly()
    backorder_limit: int | None = readonly()


class ItemLocation(Struct):
    """What a location has of an item."""

    location_id: int = readonly()
    location_code: str = readonly()
    location_name: str = readonly()
    location_enabled: bool = readonly()
    available_to_sell: int = readonly()
    total_inventory_onhand: int = readonly()
    settings: InventorySettings = readonly()


class Quantity(Struct):
    """How much of an item, and where: a level, or a difference."""

    location_id: int = field(required=True)
    sku: str | None = field()
    variant_id: int | None = field()
    product_id: int | None = field()
    quantity: int = field(required=True)
    qty_backordered: int | None = field()


class InventoryItem(Resource):
    """What all locations have of an item. `GET /v3/inventory/items`."""

    identity: InventoryIdentity = readonly()
    locations: list[ItemLocation] = readonly()

    endpoint = Endpoint(
        path="v3/inventory/items",
        key=None,
        verbs=("list",),
        page_size=1000,
        filters={
            "sku": Filter("in", type=str),
            "variant_id": Filter("in", type=int),
            "product_id": Filter("in", type=int),
            "location_id": Filter("in", type=int),
            "location_code": Filter("in", type=str),
        },
        version_field=None,
    )

    @classmethod
    @operation("PUT /v3/inventory/adjustments/absolute")
    def adjust_absolute(
        cls,
        items: Iterable[Quantity | Mapping[str, Any]],
        *,
        reason: str | None = None,
        session: Any = None,
    ) -> str:
        """Set levels of up to 2000 items, whatever they were.

            InventoryItem.adjust_absolute([{"location_id": 1, "sku": "MUG", "quantity": 40}])

        Args:
            items: the items, and their levels.
            reason: kept with the adjustment.
            session: the session to send through; by default the current one.

        Returns:
            The transaction's id: the adjustment is applied a moment later. Wait for the answer
            before sending the next one.

        Raises:
            ValidationFailed: an item is not tracked by what names it, or the level is negative.
        """
        return _adjust(session, "PUT", "absolute", items, reason)

    @classmethod
    @operation("POST /v3/inventory/adjustments/relative")
    def adjust_relative(
        cls,
        items: Iterable[Quantity | Mapping[str, Any]],
        *,
        reason: str | None = None,
        session: Any = None,
    ) -> str:
        """Add to the levels of up to 2000 items, or take away from them.

            InventoryItem.adjust_relative([{"location_id": 1, "sku": "MUG", "quantity": -2}])

        Args:
            items: the items, and what is added to their levels.
            reason: kept with the adjustment.
            session: the session to send through; by default the current one.

        An answer that is lost leaves it unknown whether the stock was changed: the error says so,
        and the request is not repeated.

        Returns:
            The transaction's id: the adjustment is applied a moment later.

        Raises:
            ValidationFailed: an item has no level yet, or not enough stock.
        """
        return _adjust(session, "POST", "relative", items, reason)


def _adjust(
    session: Any,
    method: str,
    kind: str,
    items: Iterable[Quantity | Mapping[str, Any]],
    reason: str | None,
) -> str:
    body: dict[str, Any] = {"items": rows(Quantity, items)}
    if reason is not None:
        body["reason"] = reason
    answer = send(session, method, f"v3/inventory/adjustments/{kind}", json=body)
    return str(answer.body["transaction_id"])


class StockAdjustment(Resource):
    """A difference that the next commit adds to the stock of an item.

    `variant.stock += 3` makes one. Adjustments of one commit share their requests.
    `POST /v3/inventory/adjustments/relative`.
    """

    location_id: int = field(required=True)
    variant_id: int | None = field()
    product_id: int | None = field()
    sku: str | None = field()
    quantity: int = field(required=True)

    endpoint = Endpoint(
        path="v3/inventory/adjustments/relative",
        key=None,
        verbs=(),
        create_batch=Batch(MOST, wrap="items", single=True),
        answers=(answered("receipt", "create_batch", source="inventory.v3.yml: a transaction"),),
        once="it is relative: sent twice it changes the stock twice",
    )


class StockLevel(Resource):
    """A level that the next commit gives to the stock of an item.

    `variant.stock = 40` makes one. `PUT /v3/inventory/adjustments/absolute`.
    """

    location_id: int = field(required=True)
    variant_id: int | None = field()
    product_id: int | None = field()
    sku: str | None = field()
    quantity: int = field(required=True)

    endpoint = Endpoint(
        path="v3/inventory/adjustments/absolute",
        key=None,
        verbs=(),
        create_batch=Batch(MOST, method="PUT", wrap="items", single=True),
        answers=(answered("receipt", "create_batch", source="inventory.v3.yml: a transaction"),),
    )
