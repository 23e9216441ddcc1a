"""Reading the answers of writes: which row belongs to which object, and which was refused.

Never assume that an answer has as many rows as the request (`customers.v3.yml` leaves out
addresses that exist already), nor that it has any (price lists echo nothing).
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from bcorm.exceptions import StateError
from bcorm.http.message import describe
from bcorm.model.mapper import mapper_for

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from bcorm.exceptions import ApiError
    from bcorm.model.report import PlannedRequest
    from bcorm.model.resource import Resource

_INDEXED = re.compile(r"^(?:\D*[.\[])?(\d+)[\].]+(.+)$")


class PartlyRefused(StateError):
    """The API took the request, but not all of it."""

    def __init__(self, errors: dict[str, str]) -> None:
        self.errors = errors
        super().__init__()

    def __str__(self) -> str:
        return "; ".join(f"{name}: {text}" for name, text in self.errors.items())[:500]


def has_key(model: type[Resource], row: dict[str, Any]) -> bool:
    """Whether a row tells a key by which an object could be known; where rows have none, it does.

    What has no key of its own is known by its other fields, of which there must be some.
    """
    mapper = mapper_for(model)
    if model.endpoint.key is None:
        return bool(row.keys() & mapper.wires.keys())
    mapped = mapper.field(model.endpoint.key)
    raw = row.get(mapped.wire)
    try:
        return isinstance(raw, (int, str)) and mapped.converter.load(raw) not in {None, "", 0}
    except (TypeError, ValueError):
        return False


def pairs(request: PlannedRequest, rows: list[dict[str, Any]]) -> dict[int, dict[str, Any]]:
    """Return the rows of a batch's answer, by the index of the object that each belongs to."""
    if request.kind != "update":
        return _matching(request, rows)
    return {
        index: row
        for index, item in enumerate(request.objects)
        if (row := _by_key(item, rows)) is not None
    }


def _by_key(item: Resource, rows: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Return the row of an object: the one with its key, or with all its path parameters."""
    endpoint, mapper = type(item).endpoint, mapper_for(type(item))
    names = endpoint.placeholders if endpoint.key is None else (endpoint.key,)
    fields = [mapper.field(name) for name in names]
    for row in rows:
        if all(
            field.wire in row and field.converter.same(row[field.wire], getattr(item, field.name))
            for field in fields
        ):
            return row
    return None


def _matching(request: PlannedRequest, rows: list[dict[str, Any]]) -> dict[int, dict[str, Any]]:
    """Pair new objects with the rows that hold what they sent; order decides among equals."""
    if len(rows) == len(request.objects) and all(
        holds(item, sent, row)
        for item, sent, row in zip(request.objects, request.sent, rows, strict=True)
    ):
        return dict(enumerate(rows))
    return paired(list(zip(request.objects, request.sent, strict=True)), rows)


def paired(
    wanted: Sequence[tuple[Resource, Iterable[str]]], rows: Sequence[dict[str, Any]]
) -> dict[int, dict[str, Any]]:
    """Return the rows of new objects, by the objects' indexes.

    A row holds what its object has sent. Of two addresses one may have all that the other has, and
    more: so who has sent most chooses first, and takes the row with the least besides. If there are
    as many rows as objects, those that hold something else follow in their order.

    Args:
        wanted: the objects, and the wire names of what was sent of each.
        rows: what came of them.
    """
    told = [
        frozenset(wire for wire in sent if _value(item, wire) is not None) for item, sent in wanted
    ]
    free, found = list(rows), {}
    for index in sorted(range(len(wanted)), key=lambda index: -len(told[index])):
        item, sent = wanted[index][0], told[index]
        mine = [row for row in free if holds(item, sent, row)]
        if mine:
            found[index] = min(mine, key=partial(besides, type(item), sent))
            free = [row for row in free if row is not found[index]]
    if len(rows) == len(wanted):
        left = [index for index in range(len(wanted)) if index not in found]
        found.update(zip(left, free, strict=True))
    return found


def _value(item: Resource, wire: str) -> Any:
    mapped = mapper_for(type(item)).wires.get(wire)
    return None if mapped is None else item.__dict__.get(mapped.name)


def besides(model: type[Resource], sent: Collection[str], row: dict[str, Any]) -> int:
    """How many values a row has that were not sent."""
    wires = mapper_for(model).wires
    return sum(
        1
        for wire, value in row.items()
        if value and wire in wires and wire not in sent and isinstance(value, (str, int, float))
    )


def holds(item: Resource, sent: frozenset[str], row: dict[str, Any]) -> bool:
    """Whether a row has the simple values that an object sent."""
    mapper = mapper_for(type(item))
    for wire in sent:
        mapped = mapper.wires.get(wire)
        if mapped is None or mapped.converter.mutable or wire not in row:
            continue
        value = item.__dict__.get(mapped.name)
        if value is not None and not mapped.converter.same(row[wire], value):
            return False
    return True


def shows(item: Resource, sent: frozenset[str], row: dict[str, Any]) -> bool:
    """Whether a row shows that what an object sent has arrived."""
    shown = sent & row.keys()
    return bool(shown) and not differences(item, shown, row)


def nested_pairs(riders: list[tuple[str, Resource]], row: dict[str, Any] | None) -> Iterator[Any]:
    """Yield (row, child) of the children that were created with their parent.

    A child whose row the answer does not show is saved all the same: its row is None.
    """
    groups: dict[str, list[Any]] = {}
    for wire, child in riders:
        groups.setdefault(wire, []).append(child)
    for wire, children in groups.items():
        found = (row or {}).get(wire)
        rows = [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []
        wanted = [(child, mapper_for(type(child)).wires) for child in children]
        mine = paired(wanted, rows)
        for index, child in enumerate(children):
            yield mine.get(index), child


def told(
    request: PlannedRequest, rows: list[dict[str, Any] | None], errors: Any
) -> dict[int, dict[str, str]]:
    """Return what an answer says against each object, by its index and by field.

    Batch answers index their messages (`"1.sku"`), wrap them per row, or name nobody. What names
    nobody is told of the objects without a row, or whose rows show other values than were sent,
    or else of all.
    """
    _, flat = describe({"errors": errors}) if errors else ("", {})
    if not flat:
        return {}
    if not request.batch:
        return {0: flat}
    own: dict[int, dict[str, str]] = {}
    loose = {}
    for name, text in flat.items():
        match = _INDEXED.match(name)
        if match is None:
            loose[name] = text
        else:
            own.setdefault(int(match[1]), {})[match[2]] = text
    if own:
        return own
    everybody = range(len(request.objects))
    shown = any(row is not None for row in rows)
    missing = [index for index in everybody if shown and rows[index] is None]
    differing = [
        index
        for index in everybody
        if (row := rows[index]) is not None
        and differences(request.objects[index], request.sent[index], row)
    ]
    return dict.fromkeys(missing or differing or everybody, loose)


def partial_success(error: ApiError) -> Any:
    """Return the saved rows inside a refusal (`422` of metafield batches), or None."""
    body = error.body
    if isinstance(body, dict) and isinstance(body.get("data"), list):
        meta = body.get("meta")
        success = meta.get("success") if isinstance(meta, dict) else None
        saved = [row for row in body["data"] if isinstance(row, dict) and "id" in row]
        if saved and success != 0:
            return saved
    return None


def raw_errors(error: ApiError) -> Any:
    """Return the `errors` of a refusal as they were sent."""
    return error.body.get("errors") if isinstance(error.body, dict) else None


def not_taken(
    item: Resource, sent: frozenset[str], row: dict[str, Any] | None, said: dict[str, str]
) -> frozenset[str]:
    """Return the sent fields that a partial success did not take.

    Those that the messages name, or whose value in the answer is another; if neither tells, all.
    """
    named = {wire for wire in sent if any(re.match(rf"{re.escape(wire)}\b", key) for key in said)}
    return frozenset(named | differences(item, sent, row or {})) or sent


def differences(item: Resource, sent: frozenset[str], row: dict[str, Any]) -> set[str]:
    """Return the sent fields that a row shows with other values."""
    mapper = mapper_for(type(item))
    found = set()
    for wire in sent & row.keys():
        mapped = mapper.wires.get(wire)
        if mapped is not None and not mapped.converter.same(
            row[wire], item.__dict__.get(mapped.name)
        ):
            found.add(wire)
    return found


def by_field(item: Resource, said: Mapping[str, str]) -> dict[str, str]:
    """Return what is said against an object under the names of its own fields.

    Some refusals name the operation (`.customer_create`), and the field in their words only.
    """
    fields = mapper_for(type(item)).fields
    named = {}
    for key, text in said.items():
        words = text.casefold().replace("'", " ").split()
        is_field = key.partition(".")[0] in fields or "." in key
        own = None if is_field else next((word for word in words if word in fields), None)
        named[own if own is not None and own not in said else key] = text
    return named
