"""Checkouts, the other face of a cart: addresses, consignments, coupons, fees."""

from __future__ import annotations

import hashlib
import uuid
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from bcorm.emulator import jsontext
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.domains.carts.behaviour import body_of, check_version, closed, opened
from bcorm.emulator.domains.carts.discounts import offer_of_code
from bcorm.emulator.domains.checkouts import shipping
from bcorm.emulator.errors import ApiError, not_found
from bcorm.emulator.numerals import plain_number
from bcorm.emulator.singletons import Singleton, read
from bcorm.emulator.validation import check

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bcorm.emulator.resource import Doc, Resource
    from bcorm.emulator.schema import Field

MOST_FEES = 5
_ADDRESS = (
    "first_name",
    "last_name",
    "company",
    "address1",
    "address2",
    "city",
    "state_or_province",
    "state_or_province_code",
    "country_code",
    "postal_code",
    "phone",
)


def update(ctx: Context, resource: Resource, fields: Sequence[Field]) -> Reply:
    """PUT the shopper's message."""
    said = body_of(ctx, fields)
    _, cart = opened(ctx, said.get("version"))
    cart["customer_message"] = said["customer_message"]
    return closed(ctx, resource, cart)


def add_discounts(ctx: Context, resource: Resource, fields: Sequence[Field]) -> Reply:
    """POST discounts by hand, on the cart or on lines; earlier ones are taken away."""
    said = body_of(ctx, fields).get("cart") or {}
    _, cart = opened(ctx, said.get("version"))
    on_cart = [Decimal(item["discounted_amount"]) for item in said.get("discounts") or ()]
    on_lines = {item["id"]: item["discounted_amount"] for item in said.get("line_items") or ()}
    if not on_cart and not on_lines:
        raise ApiError(422, errors={"cart": "A discount is required."})
    unknown = set(on_lines) - {line["id"] for line in cart["lines"]}
    if unknown:
        raise ApiError(422, errors={"cart.line_items": f"No line has the id {min(unknown)}."})
    cart["manual_discount"] = plain_number(sum(on_cart, Decimal(0)))
    for line in cart["lines"]:
        line["discounted_amount"] = on_lines.get(line["id"], 0)
    return closed(ctx, resource, cart)


def put_billing_address(ctx: Context, resource: Resource, fields: Sequence[Field]) -> Reply:
    """POST the billing address, or PUT the one that is there."""
    said = body_of(ctx, fields)
    _, cart = opened(ctx, said.pop("version", None))
    if len(ctx.ids) > 1 and str(ctx.ids[1]) != cart["billing_address"].get("id"):
        raise not_found("v3")
    cart["billing_address"] = _address(ctx, said, cart["billing_address"])
    cart["email"] = said["email"]
    return closed(ctx, resource, cart)


def _address(ctx: Context, said: Doc, old: Doc) -> Doc:
    key = old.get("id") or str(ctx.store.next_id("checkout addresses"))
    blank = dict.fromkeys(_ADDRESS, "")
    # A phone that is not given is left out: the API knows no empty one.
    blank.pop("phone")
    return {"id": key, **blank, "custom_fields": [], **said}


def add_consignments(ctx: Context, resource: Resource, fields: Sequence[Field]) -> Reply:
    """POST consignments: which lines go where."""
    if not isinstance(ctx.body, list) or not ctx.body:
        raise ApiError(422, errors={"": "error.expected.jsarray"})
    _, cart = opened(ctx)
    for item in ctx.body:
        said = check(fields, item, "post", "v3")
        check_version(cart, said.get("version"))
        consignment: Doc = {
            "id": uuid.uuid4().hex[:13],
            "address": {},
            "line_items": [],
            "option": None,
            "pickup_method_id": None,
        }
        _settle(ctx, cart, consignment, said)
        if not consignment["line_items"]:
            raise ApiError(422, errors={"line_items": "error.path.missing"})
        cart["consignments"].append(consignment)
    return closed(ctx, resource, cart)


def _settle(ctx: Context, cart: Doc, consignment: Doc, said: Doc) -> None:
    """Take over what a body says of a consignment."""
    if "address" in said:
        consignment["address"] = _address(ctx, said["address"], consignment["address"])
        consignment["option"] = None
    if "line_items" in said:
        known = {line["id"] for line in cart["lines"]}
        for position, item in enumerate(said["line_items"]):
            if item["item_id"] not in known:
                place = f"line_items.{position}.item_id"
                raise ApiError(422, errors={place: "The cart has no such line."})
        consignment["line_items"] = said["line_items"]
    method = (said.get("pickup_option") or {}).get("pickup_method_id")
    if method is not None:
        if not ctx.store.exists(shipping.PICKUP_METHODS, method):
            raise ApiError(422, errors={"pickup_option": "The pickup method does not exist."})
        consignment |= {"pickup_method_id": method, "option": None}
    if said.get("shipping_option_id"):
        key = said["shipping_option_id"]
        consignment["option"] = shipping.chosen(ctx, consignment, key)
    if said.get("custom_shipping"):
        consignment["option"] = shipping.custom(said["custom_shipping"])


def _named(cart: Doc, key: Any) -> Doc:
    for consignment in cart["consignments"]:
        if consignment["id"] == key:
            found: Doc = consignment
            return found
    raise not_found("v3")


def update_consignment(ctx: Context, resource: Resource, fields: Sequence[Field]) -> Reply:
    """PUT a consignment: its address and lines, or the option that was chosen."""
    said = body_of(ctx, fields)
    _, cart = opened(ctx, said.get("version"))
    _settle(ctx, cart, _named(cart, ctx.ids[1]), said)
    return closed(ctx, resource, cart)


def delete_consignment(ctx: Context, resource: Resource, fields: Sequence[Field]) -> Reply:
    """DELETE a consignment."""
    said = body_of(ctx, fields)
    _, cart = opened(ctx, said.get("version"))
    cart["consignments"].remove(_named(cart, ctx.ids[1]))
    return closed(ctx, resource, cart)


def add_coupon(
    ctx: Context, resource: Resource, fields: Sequence[Field], settings: Singleton
) -> Reply:
    """POST a coupon code."""
    said = body_of(ctx, fields)
    _, cart = opened(ctx, said.get("version"))
    offer = offer_of_code(ctx, said["coupon_code"])
    if offer is None:
        raise ApiError(422, errors={"coupon_code": "The code is not valid."})
    allowed = (read(ctx.child(()), settings) or {})["number_of_coupons_allowed_at_checkout"]
    if offer.code not in cart["coupon_codes"]:
        if len(cart["coupon_codes"]) >= allowed:
            raise ApiError(422, errors={"coupon_code": f"Only {allowed} are allowed."})
        cart["coupon_codes"].append(offer.code)
    return closed(ctx, resource, cart)


def delete_coupon(ctx: Context, resource: Resource, fields: Sequence[Field]) -> Reply:
    """DELETE a coupon code."""
    said = body_of(ctx, fields)
    _, cart = opened(ctx, said.get("version"))
    wanted = str(ctx.ids[1]).lower()
    kept = [code for code in cart["coupon_codes"] if code.lower() != wanted]
    if len(kept) == len(cart["coupon_codes"]):
        raise not_found("v3")
    cart["coupon_codes"] = kept
    return closed(ctx, resource, cart)


def add_fees(ctx: Context, resource: Resource, fields: Sequence[Field]) -> Reply:
    """POST fees, at most five in all."""
    said = body_of(ctx, fields)
    _, cart = opened(ctx)
    cart["fees"] += [{"id": str(uuid.uuid4()), **fee} for fee in said["fees"]]
    if len(cart["fees"]) > MOST_FEES:
        raise ApiError(422, errors={"fees": f"The maximum number of fees is {MOST_FEES}."})
    return closed(ctx, resource, cart)


def update_fees(ctx: Context, resource: Resource, fields: Sequence[Field]) -> Reply:
    """PUT fees, each whole and by its id."""
    said = body_of(ctx, fields)
    _, cart = opened(ctx)
    known = {fee["id"]: fee for fee in cart["fees"]}
    for position, fee in enumerate(said["fees"]):
        if fee["id"] not in known:
            raise ApiError(422, errors={f"fees.{position}.id": "The checkout has no such fee."})
        known[fee["id"]] = fee
    cart["fees"] = list(known.values())
    return closed(ctx, resource, cart)


def delete_fees(ctx: Context, resource: Resource, fields: Sequence[Field]) -> Reply:
    """DELETE fees by the ids in the body."""
    said = body_of(ctx, fields)
    _, cart = opened(ctx)
    cart["fees"] = [fee for fee in cart["fees"] if fee["id"] not in said["ids"]]
    return closed(ctx, resource, cart)


def create_token(ctx: Context, resource: Resource, fields: Sequence[Field]) -> Reply:
    """POST a token that opens the order's confirmation once; it is not under `data`."""
    body_of(ctx, fields)
    row = ctx.require(resource.collection, ctx.ids[0])
    if row.doc["order_id"] is not None:
        error = ApiError(422, "The order has been created already.")
        # The one operation whose refusals spell the status as a text.
        raise ApiError(422, body={**error.problem(), "status": "422"})
    number = ctx.store.next_id("checkout token")
    token = hashlib.sha256(f"checkout token {number} of {row.id}".encode()).hexdigest()
    return Reply(200, jsontext.dumps({"checkoutToken": token, "meta": {}}))
