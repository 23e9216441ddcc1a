"""The lines of an order: how one is made, priced and changed."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from bcorm.emulator.errors import ApiError
from bcorm.emulator.numerals import amount, decimal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bcorm.emulator.context import Context
    from bcorm.emulator.resource import Doc
    from bcorm.emulator.tables import Id

LINES = "v2/orders/products"
COUPONS = "v2/orders/coupons"
PRODUCTS = "v3/catalog/products"
VARIANTS = "v3/catalog/products/variants"
BRANDS = "v3/catalog/brands"
ZERO = "0.0000"


def new_line(ctx: Context, order: Id, asked: Any) -> Doc:
    """The line that an entry of `products` asks for.

    Raises:
        ApiError: 400, worded as live stores word it.
    """
    item = asked if isinstance(asked, dict) else {}
    if not item.get("product_id") and not item.get("name"):
        raise ApiError(400, "The field 'products.product_id, products.name' is invalid.")
    quantity = whole(item.get("quantity", 1))
    if quantity is None or quantity < 1:
        raise ApiError(400, "The field 'quantity' is invalid.")
    product = _product(ctx, item)
    variant = _variant(ctx, item, product)
    price = Decimal((variant or product or {}).get("calculated_price") or 0)
    excluded = _price(item, "price_ex_tax")
    included = _price(item, "price_inc_tax")
    if product is None and included is None:
        raise ApiError(400, "The field 'products.price_inc_tax' is invalid.")
    excluded = excluded if excluded is not None else included if included is not None else price
    included = included if included is not None else excluded
    key = ctx.store.next_id(LINES)
    line = blank_line(key, order, product, variant)
    line |= {name: item[name] for name in ("name", "sku", "upc") if item.get(name)}
    line["name_customer"] = item.get("name_customer") or line["name"]
    line["name_merchant"] = item.get("name_merchant") or line["name"]
    line["product_options"] = options_of(key, variant)
    return priced(line, excluded, included, quantity)


def _product(ctx: Context, item: Doc) -> Doc | None:
    key = item.get("product_id")
    if not key:
        return None
    row = ctx.store.get(PRODUCTS, key) if isinstance(key, int) else None
    if row is None:
        raise ApiError(
            400,
            "The field 'product_id' is invalid.",
            details={"invalid_reason": f"Product id {key} does not exist."},
        )
    doc = row.doc
    brand = ctx.store.get(BRANDS, doc["brand_id"]) if doc["brand_id"] else None
    return {**doc, "brand": brand.doc["name"] if brand else ""}


def _variant(ctx: Context, item: Doc, product: Doc | None) -> Doc | None:
    if product is None:
        return None
    key = item.get("variant_id") or product["base_variant_id"]
    if key:
        row = ctx.store.get(VARIANTS, key, product["id"])
        if row is None:
            raise ApiError(400, "The field 'variant_id' is invalid.")
        return row.doc
    chosen = {str(option.get("value")) for option in item.get("product_options") or ()}
    rows = [row.doc for row in ctx.store.select(VARIANTS, parent=product["id"])]
    for doc in rows:
        if chosen and {str(value["id"]) for value in doc["option_values"]} <= chosen:
            return doc
    return rows[0] if rows else None


def options_of(line: Id, variant: Doc | None) -> list[Doc]:
    """The options of a line, as its variant has them."""
    return [
        {
            "id": position + 1,
            "option_id": value["option_id"],
            "order_product_id": line,
            "product_option_id": value["option_id"],
            "display_name": value["option_display_name"],
            "display_name_customer": value["option_display_name"],
            "display_name_merchant": value["option_display_name"],
            "display_value": value["label"],
            "display_value_customer": value["label"],
            "display_value_merchant": value["label"],
            "value": str(value["id"]),
            "type": "Multiple choice",
            "name": value["option_display_name"],
            "display_style": "Rectangle",
        }
        for position, value in enumerate((variant or {}).get("option_values") or ())
    ]


def _price(item: Doc, name: str) -> Decimal | None:
    if item.get(name) is None:
        return None
    value = decimal(item[name])
    if value is None or value < 0:
        raise ApiError(400, f"The field 'products.{name}' is invalid.")
    return value


def whole(value: Any) -> int | None:
    """A whole number, or a text that spells one."""
    number = decimal(value)
    return int(number) if number is not None and number == int(number) else None


def blank_line(key: Id, order: Id, product: Doc | None, variant: Doc | None) -> Doc:
    """A line of an order before it is priced."""
    source = product or {}
    cost = amount(Decimal(source.get("cost_price") or 0))
    return {
        "id": key,
        "order_id": order,
        "product_id": source.get("id", 0),
        "order_pickup_method_id": 0,
        "order_address_id": 0,
        "variant_id": (variant or {}).get("id", 0),
        "name": source.get("name", ""),
        "name_customer": source.get("name", ""),
        "name_merchant": source.get("name", ""),
        "sku": (variant or source).get("sku", ""),
        "upc": (variant or source).get("upc") or "",
        "type": source.get("type", "physical"),
        "base_cost_price": cost,
        "cost_price_inc_tax": cost,
        "cost_price_ex_tax": cost,
        "cost_price_tax": ZERO,
        "weight": amount(Decimal(source.get("weight") or 0)),
        "width": amount(Decimal(source.get("width") or 0)),
        "height": amount(Decimal(source.get("height") or 0)),
        "depth": amount(Decimal(source.get("depth") or 0)),
        "is_refunded": False,
        "quantity_refunded": 0,
        "refund_amount": ZERO,
        "return_id": 0,
        "wrapping_id": 0,
        "wrapping_name": None,
        "base_wrapping_cost": ZERO,
        "wrapping_cost_ex_tax": ZERO,
        "wrapping_cost_inc_tax": ZERO,
        "wrapping_cost_tax": ZERO,
        "wrapping_message": "",
        "quantity_shipped": 0,
        "quantity_backordered": 0,
        "event_name": None,
        "event_date": None,
        "fixed_shipping_cost": ZERO,
        "ebay_item_id": "",
        "ebay_transaction_id": "",
        "option_set_id": None,
        "parent_order_product_id": None,
        "is_bundled_product": False,
        "bin_picking_number": source.get("bin_picking_number", ""),
        "external_id": None,
        "brand": source.get("brand", ""),
        "gift_certificate_id": None,
        "applied_discounts": [],
        "product_options": [],
        "configurable_fields": [],
    }


def priced(line: Doc, excluded: Decimal, included: Decimal, quantity: int) -> Doc:
    """A line with its price, and everything that follows from it."""
    return {
        **line,
        "quantity": quantity,
        "base_price": amount(excluded),
        "price_ex_tax": amount(excluded),
        "price_inc_tax": amount(included),
        "price_tax": amount(included - excluded),
        "base_total": amount(excluded * quantity),
        "total_ex_tax": amount(excluded * quantity),
        "total_inc_tax": amount(included * quantity),
        "total_tax": amount((included - excluded) * quantity),
        "discounted_total_inc_tax": amount(included * quantity),
    }


def patch_lines(ctx: Context, order: Id, asked: Sequence[Any]) -> bool:
    """Change, add and remove lines as an update of an order does.

    An entry with an id changes that line, quantity 0 removes it, an entry without one is added,
    and lines that are not named stay.

    Returns:
        Whether any line is different now.
    """
    changed = False
    for entry in asked:
        item = entry if isinstance(entry, dict) else {}
        if not item.get("id"):
            line = new_line(ctx, order, item)
            ctx.store.insert(LINES, line["id"], line, parent=order)
            changed = True
            continue
        row = ctx.store.get(LINES, item["id"], order)
        if row is None:
            raise ApiError(400, "The field 'products.id' is invalid.")
        old = row.doc
        quantity = whole(item.get("quantity", old["quantity"]))
        if quantity is None or quantity < 0:
            raise ApiError(400, "The field 'quantity' is invalid.")
        if quantity == 0:
            ctx.store.delete(LINES, [row.id])
            changed = True
            continue
        new = {**old, **{name: item[name] for name in ("name", "upc") if item.get(name)}}
        excluded = _price(item, "price_ex_tax")
        included = _price(item, "price_inc_tax")
        new = priced(
            new,
            Decimal(old["price_ex_tax"]) if excluded is None else excluded,
            Decimal(old["price_inc_tax"]) if included is None else included,
            quantity,
        )
        if new["total_inc_tax"] == old["total_inc_tax"]:  # what was taken off it stays
            new["discounted_total_inc_tax"] = old["discounted_total_inc_tax"]
        if new != old:
            ctx.store.update(LINES, row.id, new)
            changed = True
    return changed


def drop_discounts(ctx: Context, order: Id) -> None:
    """Changed lines lose the discounts and coupons that were given for the old ones."""
    for row in ctx.store.select(LINES, parent=order):
        doc = row.doc
        if doc["applied_discounts"]:
            whole = {"applied_discounts": [], "discounted_total_inc_tax": doc["total_inc_tax"]}
            ctx.store.update(LINES, row.id, {**doc, **whole})
    ctx.store.delete(COUPONS, ctx.store.ids(COUPONS, parent=order))


def lines_of(ctx: Context, order: Id) -> list[Doc]:
    """The lines of an order."""
    return [row.doc for row in ctx.store.select(LINES, parent=order)]
