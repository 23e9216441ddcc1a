"""Price lists: records known by variant and currency, batches of them, and assignments."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from bcorm.emulator import jsontext
from bcorm.emulator.batches import each, items_of
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.crud import create, create_checked, delete, list_documents, one, update_checked
from bcorm.emulator.errors import ApiError, not_found
from bcorm.emulator.filters import compile_filters
from bcorm.emulator.numerals import plain_number
from bcorm.emulator.rendering import asked_includes, render
from bcorm.emulator.tables import Clause, all_of
from bcorm.emulator.validation import check

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bcorm.emulator.resource import Doc, Render, Resource
    from bcorm.emulator.tables import Id, Row

LISTS = "v3/pricelists"
RECORDS = "v3/pricelists/records"
ASSIGNMENTS = "v3/pricelists/assignments"
VARIANTS = "v3/catalog/products/variants"
CHANNELS = "v3/channels"
GROUPS = "v2/customer_groups"
_NAMES = ("price_list_id", "variant_id", "sku", "currency")
_NOTHING = Reply(200, '{"data":{},"meta":{}}')


def prepare(ctx: Context, doc: Doc, _old: Doc | None, _body: Doc) -> None:
    """Derive what the record comes to on the storefront."""
    price, sale = doc.get("price"), doc.get("sale_price")
    if price is None:
        variant = ctx.require(VARIANTS, doc["variant_id"]).doc
        doc["calculated_price"] = variant["calculated_price"]
        return
    sale, price = Decimal(sale or 0), Decimal(price)
    doc["calculated_price"] = plain_number(sale if 0 < sale < price else price)


def show(_ctx: Context, doc: Doc, _row: Row) -> Doc:
    """A record without what has to be asked for, and without the prices that it does not set."""
    hidden = ("id", "sku", "bulk_pricing_tiers")
    return {name: value for name, value in doc.items() if name not in hidden and value is not None}


def showing(name: str) -> Render:
    """The render of a field that `include` asks for."""

    def render_field(_ctx: Context, rows: Sequence[Row]) -> Mapping[Id, str]:
        return {row.id: jsontext.dumps(row.doc[name]) for row in rows}

    return render_field


def in_currencies(_ctx: Context, text: str) -> Clause:
    """`currency` and `currency:in`, however the codes are spelt."""
    codes = tuple(code.strip().lower() for code in text.split(","))
    return Clause(f"t.currency IN ({','.join('?' * len(codes))})", codes)


def _variant(ctx: Context, item: Doc) -> Row:
    """The variant that a record names, by id or by SKU."""
    key, sku = item.get("variant_id"), item.get("sku")
    if key is None and not sku:
        raise ApiError(422, errors={"variant_id": "variant_id or sku is required"})
    if key is not None:
        row = ctx.store.get(VARIANTS, key) if isinstance(key, int) else None
    else:
        found = ctx.store.select(VARIANTS, Clause("t.sku = ? COLLATE NOCASE", (sku,)))
        row = found[0] if found else None
    if row is None:
        name = "sku" if key is None else "variant_id"
        raise ApiError(422, errors={name: "The variant does not exist."})
    return row


def _existing(ctx: Context, price_list: Id, variant: Id, currency: str) -> Row | None:
    where = Clause("t.variant_id = ? AND t.currency = ?", (variant, currency.lower()))
    rows = ctx.store.select(RECORDS, where, parent=price_list)
    return rows[0] if rows else None


def _put(
    ctx: Context, resource: Resource, price_list: Id | None, item: Any, *, fresh: bool = False
) -> Row:
    """Write one record; `fresh` refuses one that is there."""
    said = check(resource.fields, item, "post", "v3")
    key = said.pop("price_list_id", None) if price_list is None else price_list
    said.pop("price_list_id", None)
    if key is None or not ctx.store.exists(LISTS, key):
        raise ApiError(422, errors={"price_list_id": "The price list does not exist."})
    variant = _variant(ctx, said)
    said["currency"] = said["currency"].lower()
    row = _existing(ctx, key, variant.id, said["currency"])
    if row is not None and fresh:
        raise ApiError(422, errors={"variant_id": "The record exists already."})
    named = {"variant_id": variant.id, "sku": variant.doc["sku"], "product_id": variant.parent}
    if row is not None:
        given = {name: value for name, value in said.items() if name in item}
        return update_checked(ctx, resource, row, {**given, **named}, item)
    doc = {"price_list_id": key, **said, **named}
    return create_checked(ctx, resource, key, doc, item)


def write_records(ctx: Context, resource: Resource, most: int, *, fresh: bool) -> Reply:
    """POST (`fresh`) or PUT an array of records of one list: all of them or nothing."""
    price_list = ctx.require(LISTS, ctx.ids[0]).id
    errors = []
    for item in items_of(ctx, most):
        try:
            _put(ctx, resource, price_list, item, fresh=fresh)
        except ApiError as error:
            errors.append(_batch_error(item, error, {"price_list_id": price_list}))
    if errors:
        raise ApiError(422, body={"batch_errors": errors})
    return _NOTHING


def write_any(ctx: Context, resource: Resource, most: int, *, fresh: bool) -> Reply:
    """POST (`fresh`) or PUT an array of records of any lists: all of them or nothing."""
    for item in items_of(ctx, most):
        try:
            _put(ctx, resource, None, item, fresh=fresh)
        except ApiError as error:
            raise ApiError(422, body=_batch_error(item, error, {})) from error
    return _NOTHING


def _batch_error(item: Any, error: ApiError, known: Doc) -> Doc:
    said = item if isinstance(item, dict) else {}
    data = known | {name: said[name] for name in _NAMES if name in said}
    return {"data": data, "field_errors": error.errors or {"": error.title}}


def _record(ctx: Context) -> Row:
    price_list, variant, currency = ctx.ids
    row = _existing(ctx, price_list, variant, str(currency))
    if row is None:
        raise not_found("v3")
    return row


def list_of_variant(ctx: Context, resource: Resource) -> Reply:
    """GET the records of one variant, one per currency."""
    asked = {**ctx.query, "variant_id:in": str(ctx.ids[1])}
    narrowed = ctx.child(ctx.ids[:1])
    narrowed.query = asked
    return list_documents(narrowed, resource)


def get_record(ctx: Context, resource: Resource) -> Reply:
    """GET the record of one variant in one currency."""
    row = _record(ctx)
    return one(resource, render(ctx, resource, [row], asked_includes(ctx, resource))[0])


def set_record(ctx: Context, resource: Resource) -> Reply:
    """PUT the record of one variant in one currency, whether it is there or not."""
    price_list, variant, currency = ctx.ids
    if not ctx.store.exists(LISTS, price_list) or not ctx.store.exists(VARIANTS, variant):
        raise not_found("v3")
    body = ctx.body if isinstance(ctx.body, dict) else {}
    named = {"variant_id": variant, "currency": currency}
    row = _put(ctx, resource, price_list, {**body, **named})
    return one(resource, render(ctx, resource, [row])[0])


def delete_record(ctx: Context, resource: Resource) -> Reply:
    """DELETE the record of one variant in one currency."""
    delete(ctx, resource, [_record(ctx)])
    return Reply(204)


def delete_records(ctx: Context, resource: Resource) -> Reply:
    """DELETE the records that the filters leave: all of the list without a filter."""
    price_list = ctx.require(LISTS, ctx.ids[0]).id
    where = all_of(compile_filters(ctx, resource))
    delete(ctx, resource, ctx.store.select(RECORDS, where, parent=price_list))
    return Reply(204)


def prepare_assignment(ctx: Context, doc: Doc, _old: Doc | None, _body: Doc) -> None:
    """An assignment refers to what is there, and each pair has one price list."""
    for name, collection in (
        ("price_list_id", LISTS),
        ("channel_id", CHANNELS),
        ("customer_group_id", GROUPS),
    ):
        key = doc.get(name)
        if key and not ctx.store.exists(collection, key):
            raise ApiError(422, errors={name: f"{name} {key} does not exist."})


def create_assignments(ctx: Context, resource: Resource) -> Reply:
    """POST up to 25 assignments; nothing is answered."""
    each(ctx, items_of(ctx, 25), partial(create, ctx, resource, None))
    return Reply(200)


def upsert_assignment(ctx: Context, resource: Resource) -> Reply:
    """PUT the price list of one customer group on one channel."""
    price_list = ctx.require(LISTS, ctx.ids[0]).id
    body = ctx.body if isinstance(ctx.body, dict) else {}
    missing = {
        name: "error.path.missing"
        for name in ("customer_group_id", "channel_id")
        if not isinstance(body.get(name), int)
    }
    if missing:
        raise ApiError(422, errors=missing)
    pair = (body["customer_group_id"], body["channel_id"])
    where = Clause("t.customer_group_id = ? AND t.channel_id = ?", pair)
    delete(ctx, resource, ctx.store.select(ASSIGNMENTS, where))
    row = create(ctx, resource, None, {**body, "price_list_id": price_list})
    return one(resource, row.text)
