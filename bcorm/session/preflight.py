"""What can be refused without the API is refused before the first request of a commit.

`Work` builds the requests; here they are looked at once more as they will go over the wire.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from bcorm.exceptions import InvalidValue
from bcorm.http import jsontext
from bcorm.model.mapper import mapper_for
from bcorm.session.changes import Pending, difference

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bcorm.model.resource import Resource
    from bcorm.session.report import PlannedRequest
    from bcorm.session.work import Work

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def checked(work: Work) -> Iterator[PlannedRequest]:
    """Yield the requests of a unit of work, each of which could be sent.

    Raises:
        InvalidValue: a new object lacks a required value or its parent, or a value cannot be JSON.
    """
    for request in work.requests():
        needed = _needed(request)
        if needed:
            for item in request.objects:
                _check_parents(item, needed)
        try:
            json.dumps(request.body, default=_stand_in, allow_nan=False)
        except (TypeError, ValueError, RecursionError) as error:
            _name_value(_carried(work, request.objects))
            raise InvalidValue(
                type(request.objects[0]), "body", request.shown, f"a JSON value ({error})"
            ) from None
        yield request


def _needed(request: PlannedRequest) -> list[str]:
    """Return the parents that a request must name, in its path or in the rows of a new batch."""
    batch = type(request.objects[0]).endpoint.create_batch
    repeated = batch.carry if request.kind == "create" and request.batch and batch else ()
    return [*_PLACEHOLDER.findall(request.path), *repeated]


def _check_parents(item: Resource, needed: Iterable[str]) -> None:
    """Raise InvalidValue for a parent that is neither known nor about to be saved."""
    expected = set()
    lower, owner = type(item), item._state.owner
    while owner is not None:
        expected.add(lower.endpoint.placeholder_below(type(owner).endpoint))
        lower, owner = type(owner), owner._state.owner
    known = {**item.__dict__, **item._state.parents}
    for name in needed:
        if name not in expected and known.get(name) is None:
            raise InvalidValue(type(item), name, None, f"{parent_of(type(item), name)}: {item!r}")


def parent_of(model: type[Resource], placeholder: str) -> str:
    """Say in words which parent of a model's rows is missing, and how to name it."""
    for name, relation in model.relations.items():
        if getattr(relation, "parent", False):
            above = relation.target.endpoint
            if model.endpoint.placeholder_below(above) == placeholder:
                return f"the {name} that it belongs to ({name}=… or {placeholder}=…)"
    return f"the key of what it belongs to ({placeholder}=…)"


def _stand_in(value: Any) -> int:
    """Let keys pass that do not exist yet, and numbers that the wire can carry."""
    if not isinstance(value, Pending):
        jsontext.dumps(value)
    return 0


def _carried(work: Work, items: Iterable[Resource]) -> Iterator[Resource]:
    for item in items:
        yield item
        yield from _carried(work, [child for _, child in work.riders(item)])


def _name_value(items: Iterable[Resource]) -> None:
    """Raise InvalidValue for the first value that cannot be JSON, by object and field."""
    for item in items:
        wires = mapper_for(type(item)).wires
        for wire, value in difference(item).items():
            try:
                json.dumps(value, default=_stand_in, allow_nan=False)
            except (TypeError, ValueError, RecursionError):
                expected = f"a value that JSON can carry: {item!r}"
                shown = wires[wire].shown(value)
                raise InvalidValue(type(item), wires[wire].name, shown, expected) from None
