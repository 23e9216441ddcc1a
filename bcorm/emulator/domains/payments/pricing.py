"""What items cost a shopper: catalog, price lists and bulk rules together."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from bcorm.emulator import jsontext
from bcorm.emulator.batches import items_of
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.errors import ApiError
from bcorm.emulator.numerals import plain_number
from bcorm.emulator.tables import Clause
from bcorm.emulator.validation import check

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bcorm.emulator.resource import Doc
    from bcorm.emulator.schema import Field
    from bcorm.emulator.tables import Row

PRODUCTS = "v3/catalog/products"
VARIANTS = "v3/catalog/products/variants"
RULES = "v3/catalog/products/bulk-pricing-rules"
VALUES = "v3/catalog/products/options/values"
LISTS = "v3/pricelists"
RECORDS = "v3/pricelists/records"
ASSIGNMENTS = "v3/pricelists/assignments"
CHANNELS = "v3/channels"


def record_for(
    ctx: Context, variant: int, *, channel: int, group: int | None, currency: str
) -> Doc | None:
    """The price record that applies to a variant: of a list for the group or the channel."""
    rows = ctx.store.select(
        ASSIGNMENTS,
        Clause(
            "(t.channel_id IS NULL OR t.channel_id = ?)"
            " AND (t.customer_group_id IS NULL OR t.customer_group_id = ?)",
            (channel, group if group is not None else -1),
        ),
    )
    for assignment in sorted(rows, key=lambda row: row.doc.get("customer_group_id") is None):
        price_list = ctx.store.get(LISTS, assignment.doc["price_list_id"])
        if price_list is None or not price_list.doc["active"]:
            continue
        where = Clause("t.variant_id = ? AND t.currency = ?", (variant, currency.lower()))
        found = ctx.store.select(RECORDS, where, parent=price_list.id)
        if found:
            return found[0].doc
    return None


def unit_price(
    ctx: Context,
    variant: Row,
    *,
    channel: int = 1,
    group: int | None = None,
    currency: str = "USD",
) -> Decimal:
    """What one piece of a variant costs."""
    record = record_for(ctx, int(variant.id), channel=channel, group=group, currency=currency)
    return Decimal((record or variant.doc)["calculated_price"])


def calculate(ctx: Context, fields: Sequence[Field], item_fields: Sequence[Field]) -> Reply:
    """POST /v3/pricing/products."""
    said = check(fields, ctx.body, "post", "v3")
    if not ctx.store.exists(CHANNELS, said["channel_id"]):
        raise ApiError(422, errors={"channel_id": "The channel does not exist."})
    found = []
    for position, item in enumerate(items_of(ctx, body=said["items"])):
        asked = check(item_fields, item, "post", "v3")
        found.append(_priced(ctx, said, asked, f"items.{position}"))
    return Reply(200, jsontext.dumps({"data": found, "meta": {}}))


def _priced(ctx: Context, said: Doc, item: Doc, place: str) -> Doc:
    product = ctx.store.get(PRODUCTS, item["product_id"])
    if product is None:
        raise ApiError(422, errors={f"{place}.product_id": "The product does not exist."})
    variants = ctx.store.select(VARIANTS, parent=product.id)
    chosen = _chosen(item, variants, place)
    scope = {
        "channel": said["channel_id"],
        "group": said.get("customer_group_id"),
        "currency": said["currency_code"],
    }
    doc, shown = product.doc, (chosen or variants[0]).doc
    prices = [unit_price(ctx, row, **scope) for row in variants]
    calculated = unit_price(ctx, chosen, **scope) if chosen else min(prices)
    record = record_for(ctx, shown["id"], **scope) or {}
    listed = record.get("price") or shown["price"] or doc["price"]
    named: Doc = {
        name: item[name] for name in ("product_id", "variant_id", "options") if name in item
    }
    named.setdefault("options", [])
    priced: Doc = {
        **named,
        "reference_request": named,
        "price": _taxed(listed),
        "calculated_price": _taxed(calculated),
        "price_range": {"minimum": _taxed(min(prices)), "maximum": _taxed(max(prices))},
        "bulk_pricing": [_bulk(rule.doc) for rule in ctx.store.select(RULES, parent=product.id)],
    }
    retail = record.get("retail_price") or shown.get("retail_price") or doc["retail_price"]
    optional = {
        "sale_price": record.get("sale_price") or shown.get("sale_price") or doc["sale_price"],
        "retail_price": retail,
        "minimum_advertised_price": shown.get("map_price") or doc["map_price"],
        "saved": max(Decimal(0), Decimal(retail or 0) - calculated),
    }
    if retail:
        priced["retail_price_range"] = {"minimum": _taxed(retail), "maximum": _taxed(retail)}
    return priced | {name: _taxed(value) for name, value in optional.items() if value}


def _chosen(item: Doc, variants: Sequence[Row], place: str) -> Row | None:
    """The variant that an item names, or that its options make."""
    if item.get("variant_id") is not None:
        for row in variants:
            if row.id == item["variant_id"]:
                return row
        raise ApiError(422, errors={f"{place}.variant_id": "The variant does not exist."})
    wanted = {option.get("value_id") for option in item.get("options") or ()}
    fitting = [
        row
        for row in variants
        if wanted and {value["id"] for value in row.doc["option_values"]} <= wanted
    ]
    return fitting[0] if fitting else None


def _taxed(value: Any) -> Doc:
    """An amount as it was entered; the emulated store charges no tax."""
    amount = plain_number(Decimal(value))
    return {
        "as_entered": amount,
        "entered_inclusive": False,
        "tax_exclusive": amount,
        "tax_inclusive": amount,
    }


def _bulk(rule: Doc) -> Doc:
    return {
        "minimum": rule["quantity_min"],
        "maximum": rule["quantity_max"],
        "discount_amount": rule["amount"],
        "discount_type": rule["type"],
        "tax_discount_amount": [_taxed(rule["amount"])],
    }
