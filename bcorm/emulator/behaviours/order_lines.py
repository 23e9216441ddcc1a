"""The lines, addresses and fees of an order, and what they add up to."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from bcorm.emulator.behaviours.geography import country_code, country_name
from bcorm.emulator.errors import ApiError
from bcorm.emulator.validation import amount, decimal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bcorm.emulator.context import Context
    from bcorm.emulator.resource import Doc
    from bcorm.emulator.store import Id

LINES = "v2/orders/products"
ADDRESSES = "v2/orders/shipping_addresses"
FEES = "v2/orders/fees"
COUPONS = "v2/orders/coupons"
PRODUCTS = "v3/catalog/products"
VARIANTS = "v3/catalog/products/variants"
BRANDS = "v3/catalog/brands"
ZERO = "0.0000"

# Lines


def new_line(ctx: Context, order: Id, asked: Any) -> Doc:
    """The line that an entry of ``products`` asks for.

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
        if new != old:
            ctx.store.update(LINES, row.id, new)
            changed = True
    return changed


def drop_discounts(ctx: Context, order: Id) -> None:
    """Changed lines lose the discounts and coupons that were given for the old ones."""
    for row in ctx.store.select(LINES, parent=order):
        doc = row.doc
        if doc["applied_discounts"]:
            ctx.store.update(LINES, row.id, {**doc, "applied_discounts": []})
    ctx.store.delete(COUPONS, ctx.store.ids(COUPONS, parent=order))


# Addresses


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


# Fees


def replace_fees(ctx: Context, order: Id, asked: Sequence[Any]) -> None:
    """The fees of an order become those of the body; what it leaves out is gone."""
    kept: set[Id] = set()
    for entry in asked:
        item = entry if isinstance(entry, dict) else {}
        row = ctx.store.get(FEES, item["id"], order) if item.get("id") else None
        if item.get("id") and row is None:
            raise ApiError(400, "The field 'fees.id' is invalid.")
        key = row.id if row else ctx.store.next_id(FEES)
        doc = _fee(key, row.doc if row else {}, item)
        if row:
            ctx.store.update(FEES, key, doc)
        else:
            ctx.store.insert(FEES, key, doc, parent=order)
        kept.add(key)
    ctx.store.delete(FEES, [key for key in ctx.store.ids(FEES, parent=order) if key not in kept])


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


# Sums


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


def lines_of(ctx: Context, order: Id) -> list[Doc]:
    """The lines of an order."""
    return [row.doc for row in ctx.store.select(LINES, parent=order)]


def fees_of(ctx: Context, order: Id) -> list[Doc]:
    """The fees of an order."""
    return [row.doc for row in ctx.store.select(FEES, parent=order)]


def addresses_of(ctx: Context, order: Id) -> list[Doc]:
    """The shipping addresses of an order."""
    return [row.doc for row in ctx.store.select(ADDRESSES, parent=order)]
