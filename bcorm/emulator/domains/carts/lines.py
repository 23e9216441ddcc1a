"""The lines of a cart: which variant is meant, what it costs, how it is shown."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from bcorm.emulator.domains.payments.pricing import PRODUCTS, VARIANTS, unit_price
from bcorm.emulator.errors import ApiError
from bcorm.emulator.numerals import plain_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bcorm.emulator.context import Context
    from bcorm.emulator.resource import Doc
    from bcorm.emulator.tables import Row

CUSTOMERS = "v3/customers"
IMAGES = "v3/catalog/products/images"
_PLACEHOLDER = "https://cdn11.bigcommerce.com/s-emulated/images/ProductDefault.gif"


@dataclass(frozen=True)
class Line:
    """A line with what it costs now.

    Attributes:
        item: as the cart keeps it. product, variant: the documents it is about.
        unit: the price of one piece before discounts.
        image: the address of its picture.
    """

    item: Doc
    product: Doc
    variant: Doc
    unit: Decimal
    image: str

    @property
    def quantity(self) -> int:
        """How many."""
        return int(self.item["quantity"])

    @property
    def extended(self) -> Decimal:
        """What all of it costs before discounts."""
        return self.unit * self.quantity

    @property
    def discount(self) -> Decimal:
        """What was taken off by hand."""
        return Decimal(self.item.get("discounted_amount") or 0)

    @property
    def is_physical(self) -> bool:
        """Whether it has to be sent somewhere."""
        return bool(self.product["type"] == "physical")


def priced(ctx: Context, cart: Doc) -> list[Line]:
    """The lines of a cart whose products are still there."""
    customer = ctx.store.get(CUSTOMERS, cart["customer_id"]) if cart["customer_id"] else None
    group = customer.doc.get("customer_group_id") if customer is not None else None
    found = []
    for item in cart["lines"]:
        product = ctx.store.get(PRODUCTS, item["product_id"])
        variant = ctx.store.get(VARIANTS, item["variant_id"])
        if product is None or variant is None:
            continue
        given = item.get("list_price")
        price = (
            Decimal(given)
            if given is not None
            else unit_price(
                ctx,
                variant,
                channel=cart["channel_id"],
                group=group or None,
                currency=cart["currency"]["code"],
            )
        )
        image = variant.doc["image_url"] or _image(ctx, product)
        found.append(Line(item, product.doc, variant.doc, price, image))
    return found


def _image(ctx: Context, product: Row) -> str:
    for row in ctx.store.select(IMAGES, parent=product.id):
        if row.doc["is_thumbnail"]:
            return str(row.doc["url_standard"])
    return _PLACEHOLDER


def shown(line: Line, *, options: bool) -> Doc:
    """What carts and checkouts show of a line alike."""
    sale = line.extended - line.discount
    doc: Doc = {
        "id": line.item["id"],
        "variant_id": line.variant["id"],
        "product_id": line.product["id"],
        "sku": line.variant["sku"],
        "name": line.item.get("name") or line.product["name"],
        "url": "https://emulated.example.com" + line.product["custom_url"]["url"],
        "quantity": line.quantity,
        "image_url": line.image,
        "discounts": _discounts(line),
        "discount_amount": plain_number(line.discount),
        "coupon_amount": 0,
        "original_price": line.variant["price"] or line.product["price"],
        "list_price": plain_number(line.unit),
        "sale_price": plain_number((sale / line.quantity).quantize(Decimal("0.0001"))),
        "extended_list_price": plain_number(line.extended),
        "extended_sale_price": plain_number(sale),
        "is_require_shipping": line.is_physical,
        "is_mutable": True,
        "added_by_promotion": False,
    }
    if options:
        doc["options"] = [
            {
                "name": value["option_display_name"],
                "nameId": value["option_id"],
                "value": value["label"],
                "valueId": value["id"],
            }
            for value in line.variant["option_values"]
        ]
    if line.item.get("gift_wrapping"):
        doc["gift_wrapping"] = line.item["gift_wrapping"]
    return doc


def _discounts(line: Line) -> list[Doc]:
    if not line.discount:
        return []
    return [{"id": "manual-discount", "discounted_amount": plain_number(line.discount)}]


def add_line(ctx: Context, cart: Doc, item: Doc, place: str) -> None:
    """Put an item into a cart: into the line that has the same, or into one of its own.

    Raises:
        ApiError: 422, the item does not exist, is not complete, or is not in stock.
    """
    product = ctx.store.get(PRODUCTS, item["product_id"])
    if product is None:
        raise ApiError(422, errors={f"{place}.product_id": "The product does not exist."})
    variant = _variant(ctx, product, item, place)
    fresh = {
        "product_id": product.id,
        "variant_id": variant.id,
        "list_price": item.get("list_price"),
        "name": item.get("name"),
        "gift_wrapping": _wrapping(item.get("gift_wrapping")),
        "discounted_amount": 0,
    }
    for line in cart["lines"]:
        if all(line.get(name) == value for name, value in fresh.items()):
            set_quantity(ctx, line, line["quantity"] + item["quantity"], place)
            return
    line = {"id": str(uuid.uuid4()), **fresh}
    set_quantity(ctx, line, item["quantity"], place)
    cart["lines"].append(line)


def set_quantity(ctx: Context, line: Doc, quantity: int, place: str) -> None:
    """Set how many of a line there are, as far as the stock goes."""
    product = ctx.require(PRODUCTS, line["product_id"]).doc
    variant = ctx.require(VARIANTS, line["variant_id"]).doc
    tracked = product["inventory_tracking"]
    if tracked != "none":
        stock = (product if tracked == "product" else variant)["inventory_level"] or 0
        if quantity > stock:
            raise ApiError(422, errors={f"{place}.quantity": f"Only {stock} are in stock."})
    most = product["order_quantity_maximum"]
    if quantity < 1 or (most and quantity > most):
        raise ApiError(422, errors={f"{place}.quantity": "The quantity is out of bounds."})
    line["quantity"] = quantity


def _variant(ctx: Context, product: Row, item: Doc, place: str) -> Row:
    rows = ctx.store.select(VARIANTS, parent=product.id)
    if item.get("variant_id"):
        rows = [row for row in rows if row.id == item["variant_id"]]
    elif item.get("option_selections"):
        wanted = {
            choice.get("option_value") or choice.get("valueId")
            for choice in item["option_selections"]
        }
        rows = [
            row for row in rows if {value["id"] for value in row.doc["option_values"]} <= wanted
        ]
    if not rows or (len(rows) > 1 and product.doc["base_variant_id"] is None):
        raise ApiError(422, errors={f"{place}.variant_id": "A variant must be chosen."})
    if rows[0].doc["purchasing_disabled"]:
        raise ApiError(422, errors={f"{place}.variant_id": "The variant cannot be bought."})
    return rows[0]


def _wrapping(asked: Any) -> Doc | None:
    if not isinstance(asked, dict) or not asked.get("wrap_details"):
        return None
    message = asked["wrap_details"][0].get("message") or ""
    return {"name": "Gift wrapping", "message": message, "amount": 0}


def add_extras(cart: Doc, said: Doc) -> None:
    """Put custom items and gift certificates into a cart."""
    for item in said.get("custom_items") or ():
        cart["custom_items"].append({"id": str(uuid.uuid4()), **item})
    for item in said.get("gift_certificates") or ():
        details = {name: value for name, value in item.items() if name != "quantity"}
        for _ in range(item["quantity"]):
            cart["gift_certificates"].append({"id": str(uuid.uuid4()), **details})


def extras_total(cart: Doc) -> Decimal:
    """What custom items and gift certificates cost."""
    custom = (Decimal(item["list_price"]) * item["quantity"] for item in cart["custom_items"])
    certificates = (Decimal(item["amount"]) for item in cart["gift_certificates"])
    return sum(custom, Decimal(0)) + sum(certificates, Decimal(0))


def has_nothing(cart: Doc) -> bool:
    """Whether nothing is left in a cart."""
    names: Sequence[str] = ("lines", "custom_items", "gift_certificates")
    return not any(cart[name] for name in names)
