"""Stock: what there is of every item, and adjustments of it (`inventory.v3.yml`).

An item is a variant, named by its id, by its SKU, or by its product's id where the product has
only the base variant. Adjustments are answered before they take effect, and reads lag.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.exceptions import InvalidValue
from bcorm.model import Resource, Struct, field, readonly
from bcorm.query.endpoint import Batch, Endpoint, Filter, answered
from bcorm.resources.actions import operation, send
from bcorm.resources.bodies import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bcorm.model.unit_of_work import UnitOfWork

# What one request of adjustments takes.
MOST = 2000


class InventoryIdentity(Struct):
    """Which item is meant: one of `sku`, `variant_id` and `product_id` is enough."""

    sku: str | None = field(doc="The item's stock keeping unit.")
    variant_id: int | None = field(doc="The item as a variant.")
    product_id: int | None = field(
        doc="The item as a product without variants of its own; in answers, the variant's product."
    )
    sku_id: int | None = readonly(doc="The item's key among V2's SKUs; None for a base variant.")


class InventorySettings(Struct):
    """How an item is sold from a location."""

    safety_stock: int = readonly(doc="Units that are held back: so many fewer are for sale.")
    is_in_stock: bool = readonly(doc="Whether it can be bought, however many there are.")
    warning_level: int = readonly(doc="Below so many units the merchant is warned.")
    bin_picking_number: str = readonly(doc="Where it lies in the warehouse.")
    backorder_limit: int | None = readonly(doc="How many units may be ordered beyond the stock.")


class ItemLocation(Struct):
    """What a location has of an item."""

    location_id: int = readonly()
    location_code: str = readonly(doc="The location's code, of the merchant's own choice.")
    location_name: str = readonly(doc="The location's label.")
    location_enabled: bool = readonly(doc="Whether the location is in use.")
    available_to_sell: int = readonly(
        doc="Units that can be sold: those on hand without the safety stock."
    )
    total_inventory_onhand: int = readonly(doc="Units that are there.")
    settings: InventorySettings = readonly(doc="How the item is sold from the location.")


class Quantity(Struct):
    """How much of an item, and where: a level, or a difference."""

    location_id: int = field(required=True, doc="The location whose stock it is.")
    sku: str | None = field(doc="The item's stock keeping unit.")
    variant_id: int | None = field(
        doc="The variant; one of variant, product and SKU says which item."
    )
    product_id: int | None = field(doc="The product, where it has no variants of its own.")
    quantity: int = field(required=True, doc="Units: the new level, or the difference.")
    qty_backordered: int | None = field(doc="Units of it that were ordered beyond the stock.")


class InventoryItem(Resource):
    """What all locations have of an item. `GET /v3/inventory/items`."""

    identity: InventoryIdentity = readonly(doc="Which item it is.")
    locations: list[ItemLocation] = readonly(doc="What each location has of it.")

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
    )

    @classmethod
    @operation("PUT /v3/inventory/adjustments/absolute")
    def adjust_absolute(
        cls,
        items: Iterable[Quantity | Mapping[str, Any]],
        *,
        reason: str | None = None,
        session: UnitOfWork | None = None,
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
            InvalidValue: a level is negative, or a value is missing; nothing was sent.
            ValidationFailed: an item is not tracked by what names it.
        """
        return _adjust(session, "PUT", "absolute", items, reason)

    @classmethod
    @operation("POST /v3/inventory/adjustments/relative")
    def adjust_relative(
        cls,
        items: Iterable[Quantity | Mapping[str, Any]],
        *,
        reason: str | None = None,
        session: UnitOfWork | None = None,
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
    session: UnitOfWork | None,
    method: str,
    kind: str,
    items: Iterable[Quantity | Mapping[str, Any]],
    reason: str | None,
) -> str:
    body: dict[str, Any] = {"items": rows(Quantity, items)}
    number = len(body["items"])
    if not 0 < number <= MOST:
        raise InvalidValue(InventoryItem, "items", f"{number} items", f"1 to {MOST} in a call")
    for item in body["items"] if kind == "absolute" else ():
        if item["quantity"] < 0:
            expected = "a level of at least 0: adjust_relative takes differences"
            raise InvalidValue(Quantity, "quantity", item["quantity"], expected)
    if reason is not None:
        body["reason"] = reason
    answer = send(session, method, f"v3/inventory/adjustments/{kind}", json=body)
    return str(answer.body["transaction_id"])


class StockAdjustment(Resource):
    """A difference that the next commit adds to the stock of an item.

    `variant.stock += 3` makes one. Adjustments of one commit share their requests.
    `POST /v3/inventory/adjustments/relative`.
    """

    location_id: int = field(required=True, doc="The location whose stock it is.")
    variant_id: int | None = field(
        doc="The variant; one of variant, product and SKU says which item."
    )
    product_id: int | None = field(doc="The product, where it has no variants of its own.")
    sku: str | None = field(doc="The item's stock keeping unit.")
    quantity: int = field(
        required=True, doc="How many units more there are; a negative number takes away."
    )

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

    location_id: int = field(required=True, doc="The location whose stock it is.")
    variant_id: int | None = field(
        doc="The variant; one of variant, product and SKU says which item."
    )
    product_id: int | None = field(doc="The product, where it has no variants of its own.")
    sku: str | None = field(doc="The item's stock keeping unit.")
    quantity: int = field(required=True, doc="How many units there are from now on.")

    endpoint = Endpoint(
        path="v3/inventory/adjustments/absolute",
        key=None,
        verbs=(),
        create_batch=Batch(MOST, method="PUT", wrap="items", single=True),
        answers=(answered("receipt", "create_batch", source="inventory.v3.yml: a transaction"),),
    )
