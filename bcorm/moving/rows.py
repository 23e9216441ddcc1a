"""Rows of a store as they are compared with those of another one: without a number in them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import attrs

from bcorm.model.mapper import mapper_for
from bcorm.moving.pictures import is_same_picture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bcorm.moving.kinds import Kind

# What says of an address whether somebody chose it: that follows from the address.
_FOLLOWS = ("is_customized", "create_redirect")


@attrs.define(eq=False)
class Row:
    """A row of one store.

    Attributes:
        home: the shelf of its store.
        kind: what it is a row of.
        raw: it, as the API shows it.
        values: of the fields that are copied, as plain Python.
        above: the row that it lives below.
        names: its natural keys, from the one that is sure to the one that is not.
        shown: what people call it.
        twin: the row of the other store that it is, once that is known.
        below: the rows that live below it, by the name of their kind.
    """

    home: Any = attrs.field(repr=False)
    kind: Kind
    raw: dict[str, Any]
    values: dict[str, Any]
    above: Row | None = None
    names: tuple[Any, ...] = ()
    shown: str = ""
    twin: Row | None = None
    below: dict[str, list[Row]] = attrs.field(factory=dict)

    @property
    def key(self) -> Any:
        """Its number in its store."""
        name = self.kind.model.endpoint.key
        return None if name is None else self.raw.get(mapper_for(self.kind.model).field(name).wire)

    @property
    def path(self) -> str:
        """What people call it, with what it lives below."""
        return f"{self.above.path}, {self.shown}" if self.above is not None else self.shown


@attrs.frozen
class Named:
    """A row of a resource that is not read as a whole, by its natural key.

    Attributes:
        model: the name of the resource.
        name: the natural key, as stores compare them.
        shown: as it is spelled.
    """

    model: str
    name: str
    shown: str = attrs.field(eq=False, default="")

    def __str__(self) -> str:
        return self.shown or self.name


@attrs.frozen
class Lost:
    """What stands for a reference that the other store has nothing for.

    Attributes:
        reason: why.
    """

    reason: str


def lost(value: Any) -> Iterator[Lost]:
    """Yield what cannot be said in the other store, anywhere inside a value."""
    if isinstance(value, Lost):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from lost(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from lost(item)


def without_lost(value: Any) -> Any:
    """Leave out of lists what the other store has nothing for."""
    if isinstance(value, list):
        return [without_lost(item) for item in value if not isinstance(item, Lost)]
    if isinstance(value, dict):
        return {name: without_lost(item) for name, item in value.items()}
    return value


def tidy(value: Any) -> Any:
    """Leave out what says nothing: None, empty texts, objects and lists inside objects."""
    if isinstance(value, dict):
        parts = {name: tidy(item) for name, item in value.items() if name not in _FOLLOWS}
        return {
            name: item for name, item in parts.items() if item not in (None, "", [], {})
        } or None
    if isinstance(value, list):
        return [tidy(item) for item in value] or None
    return None if value == "" else value


def is_same(one: Any, other: Any, *, picture: bool = False, unordered: bool = False) -> bool:
    """Say whether two values are one, whichever way they are written.

    Args:
        one: of one store.
        other: of the other store.
        picture: whether they are addresses of pictures.
        unordered: whether they are lists whose order says nothing.
    """
    if picture:
        return not one or (bool(other) and is_same_picture(one, other))
    if unordered:
        return set(one or ()) == set(other or ())
    return bool(tidy(one) == tidy(other))


def spelled(value: Any) -> str:
    """Return a value as people read it."""
    if value is None:
        return ""
    if isinstance(value, Row):
        return value.shown
    if isinstance(value, (list, tuple)):
        return ", ".join(spelled(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{name}: {spelled(item)}" for name, item in value.items())
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    return str(value)
