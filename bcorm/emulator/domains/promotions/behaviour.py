"""Promotions: two kinds, their codes one by one and by the batch."""

from __future__ import annotations

import hashlib
import re
import string
from functools import partial
from typing import TYPE_CHECKING, Any

from bcorm.emulator import jsontext, paging
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.crud import create, delete, many, parent_id
from bcorm.emulator.errors import ApiError
from bcorm.emulator.filters import read_list
from bcorm.emulator.rendering import render
from bcorm.emulator.schema import (
    Field,
    anything,
    array,
    boolean,
    choice,
    integer,
    integers,
    nested,
    strings,
)
from bcorm.emulator.schema import string as text
from bcorm.emulator.tables import Clause, one_of
from bcorm.emulator.validation import Problems, check, clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bcorm.emulator.resource import Doc, Resource
    from bcorm.emulator.tables import Id, Row

PROMOTIONS = "v3/promotions"
CODES = "v3/promotions/codes"
CHANNELS = "v3/channels"
ACTIONS = ("cart_value", "cart_items", "gift_item", "fixed_price_set", "shipping")
_OPTIONAL = ("display_name", "max_uses", "end_date", "shipping_address", "schedule")
_COUPON_ONLY = (
    "coupon_type",
    "coupon_overrides_automatic_when_offering_higher_discounts",
    "coupon_overrides_other_promotions",
)
_OPENED = f't._id IN (SELECT _parent FROM "{CODES}" WHERE code {{test}})'  # noqa: S608 - ours
_IN_CHANNELS = (
    "json_array_length(t._doc, '$.channels') = 0 OR EXISTS (SELECT 1 FROM"
    " json_each(t._doc, '$.channels') c WHERE json_extract(c.value, '$.id') IN ({marks}))"
)
_CODE = re.compile(r"[A-Za-z0-9_ -]+\Z")
_STRATEGIES = "LEAST_EXPENSIVE LEAST_EXPENSIVE_ONLY MOST_EXPENSIVE MOST_EXPENSIVE_ONLY"
_DISCOUNT = nested(
    "discount",
    text("percentage_amount", shortest=1, format="percentage"),
    text("fixed_amount", shortest=1, format="amount"),
    required="post",
)
_AT_MOST = text(
    "maximum_allowed_discount_amount", nullable=True, shortest=1, format="positive amount"
)
_PRODUCT_OPTION = nested(
    "product_option",
    text("name", required="post"),
    text("type", required="post"),
    strings("values", required="post"),
    nullable=True,
)
_CUSTOM_FIELD = nested(
    "product_custom_field",
    text("name", required="post"),
    strings("values", required="post"),
    nullable=True,
)


def _items(deep: int = 3) -> Field:
    """Which items are meant; what is in `not`, `and` and `or` is checked as far down."""
    kinds = [
        integers(name, nullable=True) for name in ("brands", "categories", "products", "variants")
    ]
    within: list[Field] = []
    if deep:
        inner = _items(deep - 1).fields
        within = [
            nested("not", *inner, nullable=True),
            *(array(name, nested("", *inner), nullable=True) for name in ("and", "or")),
        ]
    return nested("items", *kinds, _PRODUCT_OPTION, _CUSTOM_FIELD, *within, nullable=True)


_ITEMS = _items()
_CART = nested(
    "cart",
    _ITEMS,
    text("minimum_spend", nullable=True, shortest=1, format="amount"),
    integer("minimum_quantity", nullable=True, low=0),
    nullable=True,
)
# Rules are checked against this and stored as they come.
_RULE = (
    nested(
        "action",
        nested("cart_value", _DISCOUNT, _AT_MOST, nullable=True),
        nested(
            "cart_items",
            _DISCOUNT,
            _AT_MOST,
            _ITEMS,
            *(
                boolean(name, nullable=True)
                for name in (
                    "as_total",
                    "include_items_considered_by_condition",
                    "exclude_items_on_sale",
                    "add_free_item",
                )
            ),
            choice("strategy", _STRATEGIES, nullable=True),
            integer("quantity", nullable=True, low=0),
            nullable=True,
        ),
        nested(
            "gift_item",
            integer("quantity", required="post", low=1),
            integer("product_id", nullable=True),
            integer("variant_id", nullable=True),
            nullable=True,
        ),
        nested(
            "fixed_price_set",
            integer("quantity", required="post", low=1),
            text("fixed_price", required="post", shortest=1, format="amount"),
            _ITEMS,
            choice("strategy", _STRATEGIES, nullable=True),
            boolean("exclude_items_on_sale", nullable=True),
            boolean("include_items_considered_by_condition", nullable=True),
            nullable=True,
        ),
        nested(
            "shipping",
            boolean("free_shipping", nullable=True),
            anything("zone_ids", required="post"),
            nullable=True,
        ),
        nullable=True,
    ),
    boolean("apply_once"),
    boolean("stop"),
    nested("condition", _CART, array("and", nested("", _CART)), nullable=True),
)
_ALPHABET = string.ascii_uppercase + string.digits


def prepare(ctx: Context, doc: Doc, old: Doc | None, _body: Doc) -> None:
    """A promotion keeps its kind, every rule does something, and channels are there."""
    if old is not None:
        kept = ("redemption_type", "coupon_type", "created_from", "current_uses")
        doc |= {name: old[name] for name in kept}
    else:
        doc |= {"created_from": "api", "current_uses": 0}
        doc.setdefault("start_date", ctx.stamp("offset"))
    for position, rule in enumerate(doc["rules"]):
        _check_shape(rule, position)
        action = rule.get("action")
        if not isinstance(action, dict) or not set(action) & {*ACTIONS}:
            raise ApiError(422, errors={f"rules.{position}.action": "An action is required."})
        _check_action(action, f"rules.{position}.action")
    for position, channel in enumerate(doc["channels"]):
        if not ctx.store.exists(CHANNELS, channel["id"]):
            raise ApiError(422, errors={f"channels.{position}.id": "The channel does not exist."})


def _check_action(action: Doc, place: str) -> None:
    for name in ("cart_value", "cart_items"):
        discount = (action.get(name) or {}).get("discount")
        if discount is not None and len({"fixed_amount", "percentage_amount"} & {*discount}) != 1:
            words = "One of fixed_amount and percentage_amount is required."
            raise ApiError(422, errors={f"{place}.{name}.discount": words})
    zones = (action.get("shipping") or {"zone_ids": "*"})["zone_ids"]
    if zones != "*" and not isinstance(zones, list):
        raise ApiError(422, errors={f"{place}.shipping.zone_ids": 'must be "*" or an array'})


def _check_shape(rule: Doc, position: int) -> None:
    problems = Problems("v3")
    clean(_RULE, rule, "post", problems, f"rules.{position}.")
    error = problems.error()
    if error is not None:
        raise error


def show(_ctx: Context, doc: Doc, _row: Row) -> Doc:
    """A promotion without what it does not have."""
    hidden = {name for name in _OPTIONAL if doc.get(name) is None}
    if doc["redemption_type"] == "AUTOMATIC":
        return {n: value for n, value in doc.items() if n not in hidden and n not in _COUPON_ONLY}
    shown = {name: value for name, value in doc.items() if name not in hidden}
    return {**shown, "multiple_codes": {"has_multiple_codes": doc["coupon_type"] == "BULK"}}


def with_code(_ctx: Context, text: str) -> Clause:
    """`code`: the promotion that a code opens."""
    return Clause(_OPENED.format(test="= ? COLLATE NOCASE"), (text,))


def searched(_ctx: Context, text: str) -> Clause:
    """`query`: found in the name or in a code."""
    return Clause(f"t.name LIKE ? OR {_OPENED.format(test='LIKE ?')}", (f"%{text}%",) * 2)


def ignoring_case(column: str, _ctx: Context, text: str) -> Clause:
    """A filter whose values are written in either case."""
    return Clause(f"t.{column} = ? COLLATE NOCASE", (text,))


redemption_type = partial(ignoring_case, "redemption_type")
status = partial(ignoring_case, "status")


def in_channels(_ctx: Context, text: str) -> Clause:
    """`channels`: promotions for one of the channels; those without channels are for all."""
    keys = read_list("channels", "integer", text, "v3")
    return Clause(_IN_CHANNELS.format(marks=",".join("?" * len(keys))), tuple(keys))


def delete_listed(ctx: Context, resource: Resource, most: int) -> Reply:
    """DELETE by `id:in`, which must be there."""
    rows = _listed(ctx, resource, most)
    delete(ctx, resource, rows)
    return Reply(204)


def _listed(ctx: Context, resource: Resource, most: int) -> list[Row]:
    text = ctx.query.get("id:in")
    keys = read_list("id:in", "integer", text, "v3") if text else []
    if not keys or len(keys) > most:
        problem = {**ApiError(422).problem(), "errors": {"id:in": f"1 to {most} ids are required"}}
        meta = {"total": len(keys), "success": 0, "failed": len(keys)}
        raise ApiError(422, body={"errors": [problem], "meta": meta})
    return ctx.store.select(
        resource.collection, one_of("_id", keys), parent=parent_id(ctx, resource)
    )


def prepare_code(ctx: Context, doc: Doc, old: Doc | None, _body: Doc) -> None:
    """A code is for a coupon promotion, and a single one has no second."""
    if old is not None:
        return
    promotion = ctx.require(PROMOTIONS, ctx.ids[0]).doc
    if promotion["redemption_type"] != "COUPON":
        raise ApiError(422, "Automatic promotions have no codes.")
    if promotion["coupon_type"] == "SINGLE" and ctx.store.count(CODES, parent=promotion["id"]):
        raise ApiError(422, "The promotion has its code already.")
    if not _CODE.match(doc["code"]):
        raise ApiError(422, errors={"code": "may hold letters, digits, spaces, '-' and '_'"})
    doc |= {"current_uses": 0, "created": ctx.stamp("offset")}


def find_code(ctx: Context, resource: Resource) -> Reply:
    """GET the code of that text, under whichever promotion."""
    rows = _of_text(ctx)
    cut = paging.window(ctx, resource, ())
    meta = paging.meta(resource, cut, len(rows), [row.id for row in rows])
    return many(resource, render(ctx, resource, rows), meta)


def delete_code(ctx: Context, resource: Resource) -> Reply:
    """DELETE the code of that text."""
    delete(ctx, resource, _of_text(ctx))
    return Reply(204)


def _of_text(ctx: Context) -> list[Row]:
    text = ctx.query.get("code")
    if not text:
        raise ApiError(422, errors={"code": "error.path.missing"})
    return ctx.store.select(CODES, Clause("t.code = ? COLLATE NOCASE", (text,)))


def generate(ctx: Context, resource: Resource, fields: Sequence[Any]) -> Reply:
    """POST codegen: a batch of codes for a bulk promotion."""
    promotion = ctx.require(PROMOTIONS, ctx.ids[0])
    said = check(fields, ctx.body, "post", "v3")
    if promotion.doc.get("coupon_type") != "BULK":
        raise ApiError(422, "Codes are generated for bulk coupon promotions only.")
    uses: Doc = {name: said[name] for name in ("max_uses", "max_uses_per_customer") if name in said}
    codes = [
        _make(ctx, resource, promotion.id, said, uses)["code"] for _ in range(said["batch_size"])
    ]
    data = {
        "created": ctx.stamp("offset"),
        **uses,
        "batch_size": len(codes),
        "codes": [{"code": code} for code in codes],
    }
    return Reply(201, jsontext.dumps({"data": data, "meta": {}}))


def _make(ctx: Context, resource: Resource, promotion: Id, said: Doc, uses: Doc) -> Doc:
    alphabet = [letter for letter in _ALPHABET if letter not in said.get("exclude_characters", ())]
    while True:
        seed = hashlib.sha256(str(ctx.store.next_id("coupon code")).encode()).digest()
        middle = "".join(alphabet[byte % len(alphabet)] for byte in seed[: said["code_length"]])
        parts = [said.get("prefix"), middle, said.get("suffix")]
        code = said.get("delimiter", "").join(part for part in parts if part)
        if not ctx.store.count(CODES, Clause("t.code = ?", (code,))):
            break
    return create(ctx, resource, promotion, {"code": code, **uses}).doc
