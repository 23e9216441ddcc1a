"""What coupons and automatic promotions take off a cart.

Promotions of V3 and coupons of V2 are read alike: as one discount on the cart or on its items,
with the least that the cart must come to. That is what carts need; the rest of a promotion's
rules (gifts, sets, schedules) is kept and not acted upon.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from bcorm.emulator.tables import Clause

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bcorm.emulator.context import Context
    from bcorm.emulator.domains.carts.lines import Line
    from bcorm.emulator.resource import Doc

PROMOTIONS = "v3/promotions"
CODES = "v3/promotions/codes"
COUPONS = "v2/coupons"
TYPES = (
    "per_item_discount",
    "percentage_discount",
    "per_total_discount",
    "shipping_discount",
    "free_shipping",
    "promotion",
)


@dataclass(frozen=True)
class Offer:
    """A discount that a cart can have.

    Attributes:
        key: the id of the coupon or promotion. code: the code that opens it, if it needs one.
        kind: one of `TYPES`. value: an amount or a percentage.
        least: the least subtotal. name: what shoppers see.
    """

    key: int
    kind: str
    value: Decimal
    least: Decimal = Decimal(0)
    code: str = ""
    name: str = ""

    def amount(self, lines: Sequence[Line], subtotal: Decimal) -> Decimal:
        """What it takes off, never more than there is."""
        if subtotal < self.least:
            return Decimal(0)
        if self.kind == "percentage_discount":
            found = subtotal * self.value / 100
        elif self.kind == "per_item_discount":
            found = self.value * sum(line.quantity for line in lines)
        elif self.kind == "per_total_discount":
            found = self.value
        else:
            found = Decimal(0)
        return min(subtotal, found).quantize(Decimal("0.01"))

    @property
    def is_free_shipping(self) -> bool:
        """Whether shipping costs nothing with it."""
        return self.kind == "free_shipping"


def offer_of_code(ctx: Context, code: str) -> Offer | None:
    """The offer that a code opens, if it is good for anything now."""
    where = Clause("t.code = ? COLLATE NOCASE", (code,))
    for row in ctx.store.select(CODES, where):
        promotion = ctx.store.get(PROMOTIONS, row.parent or 0)
        if promotion is not None and promotion.doc["status"] == "ENABLED":
            return _of_promotion(promotion.doc, row.doc["code"])
    for row in ctx.store.select(COUPONS, where):
        doc = row.doc
        if doc["enabled"]:
            return Offer(
                key=int(row.id),
                kind=doc["type"],
                value=Decimal(doc["amount"]),
                least=Decimal(doc["min_purchase"]),
                code=doc["code"],
                name=doc["name"],
            )
    return None


def automatic_offers(ctx: Context, cart: Doc) -> list[Offer]:
    """The promotions that apply to a cart by themselves."""
    where = Clause("t.redemption_type = 'AUTOMATIC' AND t.status = 'ENABLED'")
    found = []
    for row in ctx.store.select(PROMOTIONS, where):
        channels = {channel["id"] for channel in row.doc["channels"]}
        if not channels or cart["channel_id"] in channels:
            found.append(_of_promotion(row.doc, ""))
    return found


def _of_promotion(doc: Doc, code: str) -> Offer:
    rule: Doc = doc["rules"][0] if doc["rules"] else {}
    action: Doc = rule.get("action") or {}
    cart = (rule.get("condition") or {}).get("cart") or {}
    kind, value = _effect(action)
    return Offer(
        key=doc["id"],
        kind=kind,
        value=value,
        least=Decimal(cart.get("minimum_spend") or 0),
        code=code,
        name=doc.get("display_name") or doc["name"],
    )


def _effect(action: Doc) -> tuple[str, Decimal]:
    if (action.get("shipping") or {}).get("free_shipping"):
        return "free_shipping", Decimal(0)
    for name in ("cart_value", "cart_items"):
        discount: Any = (action.get(name) or {}).get("discount") or {}
        if discount.get("percentage_amount") is not None:
            return "percentage_discount", Decimal(discount["percentage_amount"])
        if discount.get("fixed_amount") is not None:
            kind = "per_total_discount" if name == "cart_value" else "per_item_discount"
            return kind, Decimal(discount["fixed_amount"])
    return "promotion", Decimal(0)
