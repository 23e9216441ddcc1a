"""Reading the answers of writes: which row belongs to which object, and which was refused.

Never assume that an answer has as many rows as the request (`customers.v3.yml` leaves out
addresses that exist already), nor that it has any (price lists echo nothing).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bcorm.exceptions import StateError
from bcorm.http.errors import describe
from bcorm.model.mapper import mapper_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bcorm.exceptions import ClientError
    from bcorm.model.resource import Resource
    from bcorm.session.report import PlannedRequest

_INDEXED = re.compile(r"^(?:\D*[.\[])?(\d+)[\].]+(.+)$")


class PartlyRefused(StateError):
    """The API took the request, but not all of it."""

    def __init__(self, errors: dict[str, str]) -> None:
        self.errors = errors
        super().__init__()

    def __str__(self) -> str:
        return "; ".join(f"{name}: {text}" for name, text in self.errors.items())[:500]


class _LeftOut:
    """The type of LEFT_OUT."""

    def __repr__(self) -> str:
        return "LEFT_OUT"


LEFT_OUT: Any = _LeftOut()


def rows_of(request: PlannedRequest, data: Any) -> list[Any]:
    """Return each object's row in an answer; None if nothing is echoed, LEFT_OUT if others are."""
    if not request.batch:
        if isinstance(data, list):
            data = data[0] if data else None
        return [_keyed(request, data) if isinstance(data, dict) and data else None]
    rows = [row for row in data if isinstance(row, dict)] if isinstance(data, list) else []
    rows = [_keyed(request, row) for row in rows]
    if not rows:
        echoes = isinstance(data, list) and type(request.objects[0]).endpoint.echoes
        return [LEFT_OUT if echoes else None] * len(request.objects)
    if request.kind == "update":
        return [_by_key(item, rows) for item in request.objects]
    pairs = _matching(request, rows)
    return [pairs.get(index, LEFT_OUT) for index in range(len(request.objects))]


def _keyed(request: PlannedRequest, row: dict[str, Any]) -> dict[str, Any]:
    """Return a row without its key, if that is none of which an object could be known.

    Neither is the key of another object in the answer to a single update: an object keeps its own.
    """
    model = type(request.objects[0])
    if model.endpoint.key is None:
        return row
    mapped = mapper_for(model).field(model.endpoint.key)
    raw = row.get(mapped.wire)
    try:
        sound = isinstance(raw, (int, str)) and mapped.converter.load(raw) not in {None, "", 0}
    except (TypeError, ValueError):
        sound = False
    if sound and request.kind == "update" and not request.batch:
        sound = mapped.converter.same(raw, request.objects[0].pk)
    return row if sound else {name: item for name, item in row.items() if name != mapped.wire}


def show_keys(request: PlannedRequest, rows: list[Any]) -> bool:
    """Whether the answer of a create tells under which keys its rows are known."""
    model = type(request.objects[0])
    if model.endpoint.key is None:
        return True
    wire = mapper_for(model).field(model.endpoint.key).wire
    return all(isinstance(row, dict) and row.get(wire) is not None for row in rows)


def _by_key(item: Resource, rows: list[dict[str, Any]]) -> Any:
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
    return LEFT_OUT


def _matching(request: PlannedRequest, rows: list[dict[str, Any]]) -> dict[int, dict[str, Any]]:
    """Pair new objects with the rows that hold what they sent; order decides among equals."""
    if len(rows) == len(request.objects) and all(
        holds(item, sent, row)
        for item, sent, row in zip(request.objects, request.sent, rows, strict=True)
    ):
        return dict(enumerate(rows))
    free = list(rows)
    pairs = {}
    for index, (item, sent) in enumerate(zip(request.objects, request.sent, strict=True)):
        found = next((row for row in free if holds(item, sent, row)), None)
        if found is not None:
            free.remove(found)
            pairs[index] = found
    if len(rows) == len(request.objects) and len(free) == len(request.objects) - len(pairs):
        unpaired = [index for index in range(len(request.objects)) if index not in pairs]
        pairs.update(zip(unpaired, free, strict=True))
    return pairs


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
        for child in children:
            sent = frozenset(mapper_for(type(child)).wires)
            match = next((item for item in rows if holds(child, sent, item)), None)
            if match is None and len(rows) == len(children):
                match = rows[0]
            if match is not None:
                rows.remove(match)
            yield match, child


def told(request: PlannedRequest, rows: list[Any], errors: Any) -> dict[int, dict[str, str]]:
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
    missing = [index for index in everybody if rows[index] is LEFT_OUT]
    differing = [
        index
        for index in everybody
        if isinstance(rows[index], dict)
        and differences(request.objects[index], request.sent[index], rows[index])
    ]
    return dict.fromkeys(missing or differing or everybody, loose)


def partial_success(error: ClientError) -> Any:
    """Return the saved rows inside a refusal (`422` of metafield batches), or None."""
    body = error.body
    if isinstance(body, dict) and isinstance(body.get("data"), list):
        meta = body.get("meta")
        success = meta.get("success") if isinstance(meta, dict) else None
        saved = [row for row in body["data"] if isinstance(row, dict) and "id" in row]
        if saved and success != 0:
            return saved
    return None


def raw_errors(error: ClientError) -> Any:
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
