"""The addresses and fees of an order, and what it adds up to."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from bcorm.emulator.domains.geography.behaviour import country_code, country_name
from bcorm.emulator.errors import ApiError
from bcorm.emulator.numerals import amount, decimal
from bcorm.emulator.refusals import Refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bcorm.emulator.context import Context
    from bcorm.emulator.resource import Doc
    from bcorm.emulator.tables import Id

ADDRESSES = "v2/orders/shipping_addresses"
FEES = "v2/orders/fees"
ZERO = "0.0000"


def settle_country(address: Doc, field: str) -> Doc:
    """An address with both spellings of its country.

    Raises:
        ApiError: 400, there is none, or none that the shop knows.
    """
    given = address.get("country") or address.get("country_iso2")
    if not given:
        raise ApiError(
            400,
            f"The field '{field}.country' is invalid.",
            details={"invalid_reason": f"{_spoken(field)} country not supplied."},
        )
    code = country_code(str(given))
    if not code:
        raise ApiError(
            400,
            f"The field '{field}.country' is invalid.",
            details={"invalid_reason": f"Country '{given}' is not known."},
        )
    return {**address, "country": country_name(code), "country_iso2": code}


def _spoken(field: str) -> str:
    return field.replace("_", " ").capitalize()


NAMES = (
    "first_name",
    "last_name",
    "company",
    "street_1",
    "street_2",
    "city",
    "state",
    "zip",
    "country",
    "country_iso2",
    "phone",
    "email",
)


def new_address(key: Id, order: Id, source: Doc, items: int) -> Doc:
    """A shipping address of an order."""
    return {
        "id": key,
        "order_id": order,
        **{name: source.get(name) or "" for name in NAMES},
        "items_total": items,
        "items_shipped": 0,
        "shipping_method": source.get("shipping_method") or "Free Shipping",
        "base_cost": ZERO,
        "cost_ex_tax": ZERO,
        "cost_inc_tax": ZERO,
        "cost_tax": ZERO,
        "cost_tax_class_id": 2,
        "base_handling_cost": ZERO,
        "handling_cost_ex_tax": ZERO,
        "handling_cost_inc_tax": ZERO,
        "handling_cost_tax": ZERO,
        "handling_cost_tax_class_id": 2,
        "shipping_zone_id": 1,
        "shipping_zone_name": source.get("country") or "",
        "form_fields": source.get("form_fields") or [],
    }


def put_addresses(ctx: Context, order: Id, asked: Sequence[Any]) -> None:
    """Addresses with an id are changed, others are added."""
    for entry in asked:
        item = entry if isinstance(entry, dict) else {}
        row = ctx.store.get(ADDRESSES, item["id"], order) if item.get("id") else None
        if item.get("id") and row is None:
            raise ApiError(400, "The field 'shipping_addresses.id' is invalid.")
        if row is not None:
            values = {name: item[name] for name in (*NAMES, "shipping_method") if name in item}
            ctx.store.update(ADDRESSES, row.id, {**row.doc, **values})
            continue
        source = settle_country(item, "shipping_address")
        key = ctx.store.next_id(ADDRESSES)
        ctx.store.insert(ADDRESSES, key, new_address(key, order, source, 0), parent=order)


def replace_fees(ctx: Context, order: Id, asked: Sequence[Any]) -> None:
    """The fees of an order become those of the body; what it leaves out is gone."""
    kept: set[Id] = set()
    for entry in asked:
        item = entry if isinstance(entry, dict) else {}
        row = ctx.store.get(FEES, item["id"], order) if item.get("id") else None
        if item.get("id") and row is None:
            raise ApiError(400, "The field 'fees.id' is invalid.")
        key = row.id if row else ctx.store.next_id(FEES)
        if row is None:
            _check_fee(item)
        doc = _fee(key, row.doc if row else {}, item)
        if row:
            ctx.store.update(FEES, key, doc)
        else:
            ctx.store.insert(FEES, key, doc, parent=order)
        kept.add(key)
    ctx.store.delete(FEES, [key for key in ctx.store.ids(FEES, parent=order) if key not in kept])


FEE_PARTS = Refusal(
    request="a fee of an order without a display name, or with fewer than two of its three costs",
    status=400,
    title="The required field 'fees.{name}' was not supplied.",
    source="spec",
    says="fees (orders.v2.oas2.yml): at least one display name, at least two of the costs",
)


def _check_fee(item: Doc) -> None:
    if not {"display_name_customer", "display_name_merchant"} & {*item}:
        raise FEE_PARTS.error(name="display_name_customer")
    missing = [name for name in ("cost_ex_tax", "cost_inc_tax", "cost_tax") if name not in item]
    if len(missing) > 1:
        raise FEE_PARTS.error(name=missing[0])


def _fee(key: Id, old: Doc, item: Doc) -> Doc:
    doc = {
        "id": key,
        "type": "custom_fee",
        "display_name_customer": "",
        "display_name_merchant": "",
        "source": "v2",
        "base_cost": ZERO,
        "cost_ex_tax": ZERO,
        "cost_inc_tax": ZERO,
        "cost_tax": ZERO,
        "tax_class_id": None,
        **old,
        **{name: value for name, value in item.items() if name != "id"},
    }
    for name in ("base_cost", "cost_ex_tax", "cost_inc_tax", "cost_tax"):
        value = decimal(doc[name])
        if value is None:
            raise ApiError(400, f"The field 'fees.{name}' is invalid.")
        doc[name] = amount(value)
    if "cost_inc_tax" not in item and not old:
        doc["cost_inc_tax"] = doc["cost_ex_tax"]
    if "base_cost" not in item:
        doc["base_cost"] = doc["cost_ex_tax"]
    doc["cost_tax"] = amount(Decimal(doc["cost_inc_tax"]) - Decimal(doc["cost_ex_tax"]))
    return doc


def totals(order: Doc, lines: Sequence[Doc], fees: Sequence[Doc]) -> Doc:
    """What an order comes to, with and without tax."""
    sums: Doc = {"items_total": sum(line["quantity"] for line in lines)}
    sums["items_shipped"] = sum(line["quantity_shipped"] for line in lines)
    grand: dict[str, Decimal] = {}
    for side in ("ex", "inc"):
        subtotal = sum((Decimal(line[f"total_{side}_tax"]) for line in lines), Decimal(0))
        sums[f"subtotal_{side}_tax"] = amount(subtotal)
        extra = sum(
            (
                Decimal(order[f"{kind}_cost_{side}_tax"])
                for kind in ("shipping", "handling", "wrapping")
            ),
            Decimal(0),
        )
        extra += sum((Decimal(fee[f"cost_{side}_tax"]) for fee in fees), Decimal(0))
        less = Decimal(order["discount_amount"]) + Decimal(order["coupon_discount"])
        grand[side] = max(Decimal(0), subtotal + extra - less)
        sums[f"total_{side}_tax"] = amount(grand[side])
    sums["subtotal_tax"] = tax_of(sums, "subtotal")
    sums["total_tax"] = amount(grand["inc"] - grand["ex"])
    return sums


def tax_of(doc: Doc, name: str) -> str:
    """The tax in a pair of amounts."""
    return amount(Decimal(doc[f"{name}_inc_tax"]) - Decimal(doc[f"{name}_ex_tax"]))


def fees_of(ctx: Context, order: Id) -> list[Doc]:
    """The fees of an order."""
    return [row.doc for row in ctx.store.select(FEES, parent=order)]


def addresses_of(ctx: Context, order: Id) -> list[Doc]:
    """The shipping addresses of an order."""
    return [row.doc for row in ctx.store.select(ADDRESSES, parent=order)]
