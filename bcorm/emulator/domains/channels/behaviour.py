"""Channels: what a channel may become, its listings, its currencies and its menus."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from bcorm.emulator import jsontext
from bcorm.emulator.batches import each, items_of
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.crud import create_checked, many, update_checked, where_of
from bcorm.emulator.errors import ApiError, not_found
from bcorm.emulator.filters import read
from bcorm.emulator.paging import window
from bcorm.emulator.refusals import Refusal
from bcorm.emulator.rendering import render
from bcorm.emulator.tables import Clause, all_of
from bcorm.emulator.validation import check

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bcorm.emulator.resource import Doc, Resource
    from bcorm.emulator.tables import Id, Row

CHANNELS = "v3/channels"
ASSIGNMENTS = "v3/channels/currency-assignments"
PRODUCTS = "v3/catalog/products"
VARIANTS = "v3/catalog/products/variants"
_GONE = ("disconnected", "archived", "deleted", "terminated")
_FINAL = ("deleted", "terminated")


def prepare(_ctx: Context, doc: Doc, old: Doc | None, body: Doc) -> None:
    """A channel keeps its type and platform, and one that is gone stays as it is."""
    if old is None:
        if "status" not in body and doc["type"] != "storefront":
            doc["status"] = "connected"
        _check_kind(doc, None)
        return
    if old["status"] in _FINAL:
        raise ApiError(409, f"A channel whose status is '{old['status']}' cannot be updated.")
    doc |= {"type": old["type"], "platform": old["platform"]}
    _check_kind(doc, old)


_PLATFORMS = {
    "pos": "clover square stripe talech vend",
    "marketplace": "amazon belk catch ebay etsy facebook hudsons_bay google instagram macys meta"
    " mirakl overstock pinterest target_plus tiktok wayfair wish walmart",
    "marketing": "facebook google google_shopping instagram meta microsoft",
    "storefront": "acquia bigcommerce bloomreach catalyst deity drupal gatsby next vue wordpress",
}
_SELLING = ("connected", "disconnected", "archived", "deleted")
_STATUSES = {
    "storefront": ("prelaunch", "active", "inactive", "archived", "deleted"),
    **dict.fromkeys(("marketing", "marketplace", "pos"), _SELLING),
}
PLATFORM = Refusal(
    request="a channel whose type its platform cannot have",
    status=422,
    errors={"platform": "a channel of type {type} cannot be on {platform}"},
    source="spec",
    says="channels.v3.yml, the table of platforms; the words are not known",
)
STATUS = Refusal(
    request="a channel with a status that its type does not have, or nobody can write",
    status=422,
    errors={"status": "a channel of type {type} cannot be {status}"},
    source="spec",
    says="channels.v3.yml, the table of writable statuses; the words are not known",
)


def _check_kind(doc: Doc, old: Doc | None) -> None:
    """The platform fits the type, and so does the status."""
    known = {*_PLATFORMS[doc["type"]].split(), "custom"}
    if (old is None or old["platform"] != doc["platform"]) and doc["platform"] not in known:
        raise PLATFORM.error(**doc)
    told = old is None or old["status"] != doc["status"]
    if told and doc["status"] not in _STATUSES[doc["type"]]:
        raise STATUS.error(**doc)


def available(_ctx: Context, text: str) -> Clause:
    """`available`: whether an integration can still use the channel."""
    wanted = read("available", "boolean", text, "v3")
    marks = ",".join("?" * len(_GONE))
    return Clause(f"t.status {'NOT IN' if wanted else 'IN'} ({marks})", _GONE)


def show_currencies(ctx: Context, rows: Sequence[Row]) -> Mapping[Id, str]:
    """`include=currencies`: the channel's own, or the store's."""
    shown = {}
    for row in rows:
        own = ctx.store.get(ASSIGNMENTS, row.id)
        inherited = {
            "channel_id": row.id,
            "enabled_currencies": ["USD"],
            "default_currency": "USD",
        }
        shown[row.id] = own.text if own else jsontext.dumps(inherited)
    return shown


def list_listings(ctx: Context, resource: Resource) -> Reply:
    """GET listings: the next `limit` ones after a listing id; none of an unknown channel."""
    channel, after = ctx.ids[0], ctx.query.get("after")
    where = where_of(ctx, resource)
    total = ctx.store.count(resource.collection, where, parent=channel)
    limit = window(ctx, resource, ()).limit
    if after:
        last = read("after", "integer", after, "v3")
        where = all_of([where, Clause("t._id > ?", (last,))])
    rows = ctx.store.select(resource.collection, where, parent=channel, limit=limit)
    links: dict[str, str] = {"current": f"?limit={limit}" + (f"&after={after}" if after else "")}
    if len(rows) == limit:
        links["next"] = f"?limit={limit}&after={rows[-1].id}"
    pagination = {
        "total": total,
        "count": len(rows),
        "total_pages": -(-total // limit),
        "links": links,
    }
    return many(resource, render(ctx, resource, rows), jsontext.dumps({"pagination": pagination}))


def show_listing(_ctx: Context, doc: Doc, row: Row) -> Doc:
    """A listing names itself `listing_id`."""
    shown = {"channel_id": row.parent, "listing_id": row.id}
    return {**shown, **{name: value for name, value in doc.items() if name != "id"}}


def create_listings(ctx: Context, resource: Resource) -> Reply:
    """POST an array of listings of one channel: all of them or nothing."""
    channel = ctx.require(CHANNELS, ctx.ids[0]).id

    def make(item: Any) -> Row:
        doc = check(resource.fields, item, "post", "v3")
        if not ctx.store.exists(PRODUCTS, doc["product_id"]):
            raise ApiError(422, errors={"product_id": "The product does not exist."})
        doc["variants"] = _variants(ctx, channel, doc, [])
        return create_checked(ctx, resource, channel, doc, item)

    rows = each(ctx, items_of(ctx), make)
    return many(resource, render(ctx, resource, rows))


def update_listings(ctx: Context, resource: Resource) -> Reply:
    """PUT an array of listings by `listing_id`; those that are not there are left out."""
    channel = ctx.require(CHANNELS, ctx.ids[0]).id

    def change(item: Any) -> Row | None:
        changes = check(resource.fields, item, "put", "v3")
        key = item.get("listing_id")
        if not isinstance(key, int) or key < 1:
            raise ApiError(422, errors={"listing_id": "must be greater than 0"})
        row = ctx.store.get(resource.collection, key, channel)
        if row is None:
            return None
        changes["product_id"] = row.doc["product_id"]
        changes["variants"] = _variants(ctx, channel, changes, row.doc["variants"])
        return update_checked(ctx, resource, row, changes, item)

    found = each(ctx, items_of(ctx), change)
    return many(resource, render(ctx, resource, [row for row in found if row is not None]))


def _variants(ctx: Context, channel: Id, doc: Doc, known: list[Doc]) -> list[Doc]:
    """The variants of a listing after those of a body were added or changed."""
    found = {item["variant_id"]: item for item in known}
    now = ctx.stamp("offset")
    for position, item in enumerate(doc["variants"]):
        key = item["variant_id"]
        if ctx.store.get(VARIANTS, key, doc["product_id"]) is None:
            raise ApiError(
                422, errors={f"variants.{position}.variant_id": "The variant does not exist."}
            )
        before = found.get(key, {"channel_id": channel, "date_created": now})
        found[key] = {**before, **item, "date_modified": now}
    return list(found.values())


# Currency assignments: one per channel, under the channel's own id


def list_assignments(ctx: Context, resource: Resource) -> Reply:
    """GET the assignments of all channels that have one."""
    return many(resource, [_shown(row) for row in ctx.store.select(ASSIGNMENTS)])


def assign_many(ctx: Context, resource: Resource) -> Reply:
    """POST or PUT an array of assignments, each naming its channel."""
    rows = each(ctx, items_of(ctx), partial(_assign, ctx, resource))
    return many(resource, [_shown(row) for row in rows])


def get_assignment(ctx: Context, resource: Resource) -> Reply:
    """GET the assignment of one channel."""
    del resource
    return _single(ctx.require(ASSIGNMENTS, ctx.ids[0]))


def assign(ctx: Context, resource: Resource) -> Reply:
    """POST or PUT the assignment of one channel."""
    body = ctx.body if isinstance(ctx.body, dict) else {}
    return _single(_assign(ctx, resource, {**body, "channel_id": ctx.ids[0]}))


def remove_assignment(ctx: Context, resource: Resource) -> Reply:
    """DELETE the assignment of one channel; the answer is the channel's id."""
    row = ctx.require(resource.collection, ctx.ids[0])
    ctx.store.delete(ASSIGNMENTS, [row.id])
    return Reply(200, jsontext.dumps({"data": row.id, "meta": {}}))


def _assign(ctx: Context, resource: Resource, item: Any) -> Row:
    doc = check(resource.fields, item, "post", "v3")
    if not ctx.store.exists(CHANNELS, doc["channel_id"]):
        raise ApiError(422, errors={"channel_id": "The channel does not exist."})
    if doc["default_currency"] not in doc["enabled_currencies"]:
        raise ApiError(422, errors={"default_currency": "must be an enabled currency"})
    ctx.store.insert(ASSIGNMENTS, doc["channel_id"], doc)
    return ctx.require(ASSIGNMENTS, doc["channel_id"])


def _shown(row: Row) -> str:
    return row.text


def _single(row: Row) -> Reply:
    return Reply(200, f'{{"data":{row.text},"meta":{{}}}}')


def menus_gone(ctx: Context) -> Id:
    """What deleting a channel's menus answers: the channel's id."""
    if not ctx.store.exists(CHANNELS, ctx.ids[0]):
        raise not_found("v3")
    return ctx.ids[0]
