"""Carts: what is in them, what it comes to, and versions that keep writers apart.

One document is a cart and its checkout; `checkouts` shows and changes the other half.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from bcorm.emulator import jsontext
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.crud import create_checked, one, wipe
from bcorm.emulator.domains.carts import lines as cart_lines
from bcorm.emulator.domains.carts.discounts import TYPES, Offer, automatic_offers, offer_of_code
from bcorm.emulator.domains.carts.lines import Line
from bcorm.emulator.errors import ApiError, not_found
from bcorm.emulator.numerals import plain_number
from bcorm.emulator.rendering import asked_includes, render
from bcorm.emulator.schema import nested
from bcorm.emulator.validation import check

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bcorm.emulator.resource import Doc, Resource
    from bcorm.emulator.schema import Field
    from bcorm.emulator.tables import Id, Row

CARTS = "v3/carts"
CUSTOMERS = "v3/customers"
CHANNELS = "v3/channels"
_SHOP = "https://emulated.example.com"
_CUSTOM = ("id", "sku", "name", "image_url")


@dataclass(frozen=True)
class Amounts:
    """A cart added up.

    Attributes:
        lines: its lines with their prices. base: what everything costs before discounts.
        manual: what was taken off the cart by hand. automatic, coupons: offers and amounts.
    """

    lines: list[Line]
    base: Decimal
    manual: Decimal
    automatic: list[tuple[Offer, Decimal]]
    coupons: list[tuple[Offer, Decimal]]

    @property
    def discount(self) -> Decimal:
        """What is taken off the cart besides coupons."""
        return self.manual + sum((amount for _, amount in self.automatic), Decimal(0))

    @property
    def subtotal(self) -> Decimal:
        """What the lines cost after their own discounts."""
        return self.base - sum((line.discount for line in self.lines), Decimal(0))

    @property
    def total(self) -> Decimal:
        """What everything in the cart costs in the end."""
        coupons = sum((amount for _, amount in self.coupons), Decimal(0))
        return max(Decimal(0), self.subtotal - self.discount - coupons)

    @property
    def ships_free(self) -> bool:
        """Whether an offer pays for shipping."""
        return any(offer.is_free_shipping for offer, _ in (*self.automatic, *self.coupons))


def add_up(ctx: Context, cart: Doc) -> Amounts:
    """Add a cart up as it is now."""
    lines = cart_lines.priced(ctx, cart)
    base = sum((line.extended for line in lines), Decimal(0)) + cart_lines.extras_total(cart)
    subtotal = base - sum((line.discount for line in lines), Decimal(0))
    offers = [offer_of_code(ctx, code) for code in cart["coupon_codes"]]
    return Amounts(
        lines=lines,
        base=base,
        manual=Decimal(cart["manual_discount"]),
        automatic=[(offer, offer.amount(lines, subtotal)) for offer in automatic_offers(ctx, cart)],
        coupons=[(offer, offer.amount(lines, subtotal)) for offer in offers if offer is not None],
    )


def show(ctx: Context, doc: Doc, _row: Row) -> Doc:
    """A cart as `/carts` shows it."""
    amounts = add_up(ctx, doc)
    head = ("id", "customer_id", "channel_id", "email", "currency")
    tail = ("created_time", "updated_time", "locale", "version")
    return {
        **{name: doc[name] for name in head},
        "tax_included": False,
        "base_amount": plain_number(amounts.base),
        "discount_amount": plain_number(amounts.discount),
        "manual_discount_amount": plain_number(amounts.manual),
        "cart_amount": plain_number(amounts.total),
        "coupons": [_coupon(offer, taken) for offer, taken in amounts.coupons],
        "discounts": discounts_of(amounts),
        "line_items": _line_items(ctx, doc, amounts),
        **{name: doc[name] for name in tail},
    }


def discounts_of(amounts: Amounts) -> list[Doc]:
    """The discounts on a cart as a whole."""
    found = [
        {"id": str(offer.key), "discounted_amount": plain_number(taken)}
        for offer, taken in amounts.automatic
        if taken
    ]
    if amounts.manual:
        manual = {"id": "manual-discount", "discounted_amount": plain_number(amounts.manual)}
        found.append(manual)
    return found


def _coupon(offer: Offer, taken: Decimal) -> Doc:
    return {
        "code": offer.code,
        "id": str(offer.key),
        "coupon_type": str(TYPES.index(offer.kind)),
        "discounted_amount": plain_number(taken),
        "display_name": offer.name,
    }


def _line_items(ctx: Context, doc: Doc, amounts: Amounts) -> Doc:
    wanted = ctx.query.get("include", "")
    physical, digital = [], []
    for line in amounts.lines:
        kind = "physical_items" if line.is_physical else "digital_items"
        item = cart_lines.shown(line, options=f"line_items.{kind}.options" in wanted)
        item |= {"taxable": True, "coupons": []}
        if line.is_physical:
            physical.append(item)
        else:
            files = {"download_file_urls": [], "download_page_url": _SHOP, "download_size": ""}
            digital.append(item | files)
    return {
        "physical_items": physical,
        "digital_items": digital,
        "gift_certificates": [certificate(item) for item in doc["gift_certificates"]],
        "custom_items": [
            {
                **{name: item[name] for name in _CUSTOM if name in item},
                "quantity": str(item["quantity"]),
                "list_price": str(item["list_price"]),
                "extended_list_price": plain_number(Decimal(item["list_price"]) * item["quantity"]),
            }
            for item in doc["custom_items"]
        ],
    }


def certificate(item: Doc) -> Doc:
    """A gift certificate in a cart."""
    return {"message": "", **item, "taxable": False}


def redirect_urls(cart: Id) -> Doc:
    """Where a shopper takes a cart over."""
    token = f"{_SHOP}/cart.php?action=loadInCheckout&id={cart}"
    return {
        "cart_url": f"{_SHOP}/cart.php?action=load&id={cart}",
        "checkout_url": token,
        "embedded_checkout_url": token.replace("loadInCheckout", "loadInEmbeddedCheckout"),
    }


def show_redirect_urls(_ctx: Context, rows: Sequence[Row]) -> Mapping[Id, str]:
    """`include=redirect_urls`."""
    return {row.id: jsontext.dumps(redirect_urls(row.id)) for row in rows}


def show_banners(_ctx: Context, rows: Sequence[Row]) -> Mapping[Id, str]:
    """`include=promotions.banners`: the emulated store has none to show."""
    return dict.fromkeys((row.id for row in rows), '{"banners":{}}')


def show_metafield(_ctx: Context, doc: Doc, _row: Row) -> Doc:
    """A metafield of a cart."""
    return {**doc, "id": str(doc["id"])}


def check_version(cart: Doc, version: Any) -> None:
    """Refuse a change that was made to another version than there is now."""
    if version is not None and version != cart["version"]:
        raise ApiError(
            409,
            "The cart was changed since it was read: its version is"
            f" {cart['version']}, not {version}.",
        )


def body_of(ctx: Context, fields: Sequence[Field]) -> Doc:
    """A body that may be left out, checked."""
    return check(fields, ctx.body if ctx.body is not None else {}, "post", "v3")


def opened(ctx: Context, version: Any = None) -> tuple[Row, Doc]:
    """The cart of the path, for a change to that version of it."""
    row = ctx.store.get(CARTS, ctx.ids[0])
    if row is None:
        raise not_found("v3")
    doc = row.doc
    check_version(doc, version)
    return row, doc


def closed(ctx: Context, resource: Resource, doc: Doc, status: int = 200) -> Reply:
    """Store a changed cart as its next version, and show it as the resource does."""
    doc["version"] += 1
    doc["updated_time"] = ctx.stamp("offset", doc["updated_time"])
    ctx.store.update(CARTS, doc["id"], doc)
    row = ctx.require(CARTS, doc["id"])
    return one(resource, render(ctx, resource, [row], asked_includes(ctx, resource))[0], status)


def create(ctx: Context, resource: Resource, fields: Sequence[Field]) -> Reply:
    """POST a cart with something in it."""
    said = body_of(ctx, fields)
    now = ctx.stamp("offset")
    cart: Doc = {
        "customer_id": 0,
        "channel_id": said.get("channel_id", 1),
        "email": "",
        "currency": {"code": (said.get("currency") or {}).get("code", "USD")},
        "locale": said.get("locale", "en"),
        "created_time": now,
        "updated_time": now,
        "version": 1,
        "lines": [],
        "custom_items": [],
        "gift_certificates": [],
        "coupon_codes": [],
        "manual_discount": 0,
        "billing_address": {},
        "consignments": [],
        "fees": [],
        "customer_message": "",
        "order_id": None,
    }
    if not ctx.store.exists(CHANNELS, cart["channel_id"]):
        raise ApiError(422, errors={"channel_id": "The channel does not exist."})
    _give(ctx, cart, said.get("customer_id", 0))
    _fill(ctx, cart, said)
    if cart_lines.has_nothing(cart):
        raise ApiError(422, errors={"line_items": "error.path.missing"})
    row = create_checked(ctx, resource, None, cart, said)
    return one(resource, render(ctx, resource, [row], asked_includes(ctx, resource))[0], 201)


def _give(ctx: Context, cart: Doc, customer: int) -> None:
    row = ctx.store.get(CUSTOMERS, customer) if customer else None
    if customer and row is None:
        raise ApiError(422, errors={"customer_id": "The customer does not exist."})
    cart |= {"customer_id": customer, "email": row.doc["email"] if row is not None else ""}


def _fill(ctx: Context, cart: Doc, said: Doc) -> None:
    for position, item in enumerate(said.get("line_items") or ()):
        cart_lines.add_line(ctx, cart, item, f"line_items.{position}")
    cart_lines.add_extras(cart, said)


def update(ctx: Context, resource: Resource, fields: Sequence[Field]) -> Reply:
    """PUT the customer of a cart; what was the old customer's is taken away."""
    said = body_of(ctx, fields)
    _, cart = opened(ctx, said.get("version"))
    if "customer_id" in said and said["customer_id"] != cart["customer_id"]:
        _give(ctx, cart, said["customer_id"])
        cart |= {"coupon_codes": [], "manual_discount": 0}
        for consignment in cart["consignments"]:
            consignment["option"] = None
    return closed(ctx, resource, cart, 201)


def add_items(ctx: Context, resource: Resource, fields: Sequence[Field]) -> Reply:
    """POST items into a cart."""
    said = body_of(ctx, fields)
    _, cart = opened(ctx, said.get("version"))
    _fill(ctx, cart, said)
    return closed(ctx, resource, cart, 201)


def _line(cart: Doc, key: Id) -> tuple[list[Doc], Doc]:
    for name in ("lines", "custom_items", "gift_certificates"):
        for item in cart[name]:
            if item["id"] == key:
                return cart[name], item
    raise not_found("v3")


def update_item(ctx: Context, resource: Resource, fields: Sequence[Field]) -> Reply:
    """PUT a line: its quantity and its price can change."""
    said = body_of(ctx, fields)
    _, cart = opened(ctx, said.get("version"))
    _, item = _line(cart, ctx.ids[1])
    if "line_item" in said:
        asked = said["line_item"]
        if "list_price" in asked:
            item["list_price"] = asked["list_price"]
        if "quantity" in asked:
            cart_lines.set_quantity(ctx, item, asked["quantity"], "line_item")
    for name in ("custom_items", "gift_certificates"):
        if said.get(name):
            item |= said[name][0]
    return closed(ctx, resource, cart)


def delete_item(ctx: Context, resource: Resource, fields: Sequence[Field]) -> Reply:
    """DELETE a line; a cart without lines goes too, and then nothing is shown."""
    said = body_of(ctx, fields)
    row, cart = opened(ctx, said.get("version"))
    lines, item = _line(cart, ctx.ids[1])
    lines.remove(item)
    if cart_lines.has_nothing(cart):
        wipe(ctx, CARTS, [row.id])
        return Reply(204)
    # This one answer is the bare cart.
    shown = closed(ctx, resource, cart)
    body = jsontext.loads(shown.text or "{}")
    return Reply(200, jsontext.dumps(body["data"]))


_QUERY = (nested("query_params"),)


def create_redirect_urls(ctx: Context, resource: Resource) -> Reply:
    """POST redirect URLs: addresses with which a shopper takes the cart over."""
    row = ctx.require(resource.collection, ctx.ids[0])
    urls = redirect_urls(row.id)
    asked = body_of(ctx, _QUERY).get("query_params") or {}
    wrong = [name for name, value in asked.items() if not isinstance(value, str)]
    if wrong:
        errors = {f"query_params.{name}": "error.expected.jsstring" for name in wrong}
        raise ApiError(422, errors=errors)
    extra = f"&{urlencode(asked)}" if asked else ""
    data = {name: url + extra for name, url in urls.items()}
    return Reply(201, jsontext.dumps({"data": data, "meta": {}}))
