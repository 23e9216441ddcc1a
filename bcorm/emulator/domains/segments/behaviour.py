"""Segments: who is in which, from either side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.emulator import jsontext
from bcorm.emulator.batches import items_of
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.crud import many
from bcorm.emulator.errors import ApiError
from bcorm.emulator.paging import meta, window
from bcorm.emulator.rendering import render
from bcorm.emulator.tables import Clause

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bcorm.emulator.resource import Doc, Resource
    from bcorm.emulator.tables import Id, Row

SEGMENTS = "v3/segments"
PROFILES = "v3/shopper-profiles"
MEMBERS = "v3/segments/shopper-profiles"
MOST = 50
_IN_SEGMENT = f't._id IN (SELECT profile_id FROM "{MEMBERS}" WHERE _parent = ?)'  # noqa: S608
_OF_PROFILE = f't._id IN (SELECT _parent FROM "{MEMBERS}" WHERE profile_id = ?)'  # noqa: S608


def refusing_whole(act: Callable[[Context, Resource], Reply]) -> Callable[..., Reply]:
    """An operation on an array that refuses all of it, in the words that segments have for that."""

    def answer(ctx: Context, resource: Resource) -> Reply:
        try:
            return act(ctx, resource)
        except ApiError as error:
            if error.status == 404:
                raise
            total = len(ctx.body) if isinstance(ctx.body, list) else 0
            problem = {**error.problem(), "errors": error.errors or {}}
            meta = {"total": total, "success": 0, "failed": total}
            body = {"data": [], "errors": [problem], "meta": meta}
            raise ApiError(error.status, body=body) from None

    return answer


def prepare_profile(ctx: Context, doc: Doc, _old: Doc | None, _body: Doc) -> None:
    """A profile is a customer's."""
    if not ctx.store.exists("v3/customers", doc["customer_id"]):
        raise ApiError(422, errors={"customer_id": "The customer does not exist."})


def _listed(ctx: Context, resource: Resource, where: Clause) -> Reply:
    cut = window(ctx, resource, ())
    total = ctx.store.count(resource.collection, where)
    rows = ctx.store.select(resource.collection, where, limit=cut.limit, offset=cut.offset)
    about = meta(resource, cut, total, [row.id for row in rows])
    return many(resource, render(ctx, resource, rows), about)


def list_profiles(ctx: Context, resource: Resource) -> Reply:
    """GET the profiles in a segment."""
    segment = ctx.require(SEGMENTS, ctx.ids[0]).id
    return _listed(ctx, resource, Clause(_IN_SEGMENT, (segment,)))


def list_segments(ctx: Context, resource: Resource) -> Reply:
    """GET the segments that a profile is in."""
    profile = ctx.require(PROFILES, ctx.ids[0]).id
    return _listed(ctx, resource, Clause(_OF_PROFILE, (profile,)))


def _pair(segment: Id, profile: Any) -> Clause:
    return Clause("t._parent = ? AND t.profile_id = ?", (segment, profile))


def add_profiles(ctx: Context, resource: Resource) -> Reply:
    """POST an array of profile ids: put them into a segment."""
    segment = ctx.require(SEGMENTS, ctx.ids[0]).id

    def add(item: tuple[int, Any]) -> Row:
        position, profile = item
        if not isinstance(profile, str) or not ctx.store.exists(PROFILES, profile):
            raise ApiError(422, errors={f"{position}": f"There is no shopper profile {profile}."})
        if ctx.store.count(MEMBERS, _pair(segment, profile)):
            message = f"Shopper profile {profile} already exists for segment {segment}."
            raise ApiError(409, errors={f"{position}": message})
        key = ctx.store.next_id(MEMBERS)
        ctx.store.insert(MEMBERS, key, {"id": key, "profile_id": profile}, parent=segment)
        return ctx.require(PROFILES, profile)

    rows = [add(item) for item in enumerate(items_of(ctx, MOST))]
    return many(resource, render(ctx, resource, rows), status=201)


def remove_profiles(ctx: Context) -> Reply:
    """DELETE profiles from a segment; they themselves stay."""
    segment = ctx.require(SEGMENTS, ctx.ids[0]).id
    profiles = [part for part in ctx.query.get("id:in", "").split(",") if part]
    if not profiles:
        raise ApiError(422, errors={"id:in": "error.path.missing"})
    for profile in profiles:
        ctx.store.delete(MEMBERS, ctx.store.ids(MEMBERS, _pair(segment, profile)))
    return Reply(204)


def show_profile(ctx: Context, rows: Sequence[Row]) -> Mapping[Id, str]:
    """`include=shopper_profile_id`; empty for a customer without one."""
    found = _profiles(ctx, rows)
    return {row.id: jsontext.dumps(found.get(row.id, "")) for row in rows}


def show_segments(ctx: Context, rows: Sequence[Row]) -> Mapping[Id, str]:
    """`include=segment_ids`."""
    found = _profiles(ctx, rows)
    shown = {}
    for row in rows:
        where = Clause(_OF_PROFILE, (found.get(row.id),))
        shown[row.id] = jsontext.dumps(ctx.store.ids(SEGMENTS, where))
    return shown


def _profiles(ctx: Context, rows: Sequence[Row]) -> dict[Id, Id]:
    owned = ctx.store.children(PROFILES, [row.id for row in rows])
    return {row.parent: row.id for row in owned if row.parent is not None}
