"""Lists, tables, nested objects and unions: what is made of other converters."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from bcorm.model.tracked import TrackedDict, TrackedList, nobody
from bcorm.model.types.base import Converter, Notice, plain
from bcorm.model.types.numeric import Float, Integer, Money
from bcorm.model.types.scalars import Boolean


class Sequence(Converter):
    """`list[T]`."""

    def __init__(self, item: Converter) -> None:
        self.item = item
        self.expected = f"a list, each item {item.expected}"
        # Made once: a list of each row would make its own.
        self._check = self.adopt
        self._native = {item.native, type(None)}

    def parts(self) -> list[Converter]:
        return [self.item]

    def load(self, raw: Any, notice: Notice = nobody) -> Any:
        if not isinstance(raw, list):
            if raw == "":  # how V2 writes an empty list now and then
                raw = []
            else:
                raise TypeError(raw)
        if {*map(type, raw)} <= self._native:
            return TrackedList(raw, notice, self._check)
        load = self.item.load
        items = [None if item is None else load(item, notice) for item in raw]
        return TrackedList(items, notice, self._check)

    def coerce(self, value: Any, notice: Notice = nobody) -> Any:
        if isinstance(value, (str, bytes, Mapping)):
            raise TypeError(value)
        items = [self.item.coerce(item, notice) for item in value]
        if isinstance(value, TrackedList) and value._notice is nobody:
            return value._adopt(items, notice, self._check)
        return TrackedList(items, notice, self._check)

    def adopt(self, item: Any, notice: Notice) -> Any:
        return self.checked(self.item, item, notice)

    def dump(self, value: Any) -> Any:
        dump = self.item.dump
        return None if value is None else [None if item is None else dump(item) for item in value]


class Table(Converter):
    """`dict[str, T]`."""

    def __init__(self, item: Converter) -> None:
        self.item = item
        self.expected = f"a dictionary, each value {item.expected}"

    def parts(self) -> list[Converter]:
        return [self.item]

    def load(self, raw: Any, notice: Notice = nobody) -> Any:
        if not isinstance(raw, Mapping):
            if raw == []:  # how the API writes an empty object now and then
                raw = {}
            else:
                raise TypeError(raw)
        load = self.item.load
        items = {key: None if item is None else load(item, notice) for key, item in raw.items()}
        return TrackedDict(items, notice, self.adopt)

    def coerce(self, value: Any, notice: Notice = nobody) -> Any:
        if not isinstance(value, Mapping) or not all(isinstance(key, str) for key in value):
            raise TypeError(value)
        items = {plain(key): self.item.coerce(item, notice) for key, item in value.items()}
        if isinstance(value, TrackedDict) and value._notice is nobody:
            return value._adopt(items, notice, self.adopt)
        return TrackedDict(items, notice, self.adopt)

    def adopt(self, item: Any, notice: Notice) -> Any:
        return self.checked(self.item, item, notice)

    def dump(self, value: Any) -> Any:
        if value is None:
            return None
        return {key: self.item.dump(item) for key, item in value.items()}


class Nested(Converter):
    """A `Struct`: an object inside a row."""

    def __init__(self, struct: Any, version: int) -> None:
        self.struct = struct
        self.version = version
        self.expected = f"a {struct.__name__}"

    def load(self, raw: Any, notice: Notice = nobody) -> Any:
        if not isinstance(raw, Mapping):
            if raw in ([], ""):
                return None
            raise TypeError(raw)
        return self.struct._load(raw, self.version, notice)

    def coerce(self, value: Any, notice: Notice = nobody) -> Any:
        if isinstance(value, Mapping):
            value = self.struct(**value)
        if not isinstance(value, self.struct):
            raise TypeError(value)
        return value._adopt(self.version, notice)

    def dump(self, value: Any) -> Any:
        return None if value is None else value._dump(self.version)


class Either(Converter):
    """A union: the first member that accepts the value."""

    def __init__(self, members: list[Converter]) -> None:
        self.members = members
        self.mutable = any(member.mutable for member in members)
        self.expected = " or ".join(member.expected for member in members)

    def parts(self) -> list[Converter]:
        return self.members

    def _first(self, method: str, value: Any, *args: Any) -> Any:
        for member in self.members:
            try:
                if method != "coerce" and _shape(member) != _kind(value):
                    continue
                return getattr(member, method)(value, *args)
            except (TypeError, ValueError, AttributeError):
                continue
        raise TypeError(value)

    def load(self, raw: Any, notice: Notice = nobody) -> Any:
        try:
            return self._first("load", raw, notice)
        except TypeError:
            return super().load(raw, notice)

    def coerce(self, value: Any, notice: Notice = nobody) -> Any:
        return self._first("coerce", value, notice)

    def dump(self, value: Any) -> Any:
        for member in self.members:
            if _holds(member, value):
                return member.dump(value)
        return Converter().dump(value)


def _holds(member: Converter, value: Any) -> bool:
    """Whether a Python value is of the member's type; never changes the value's owner."""
    match member:
        case Nested():
            return isinstance(value, member.struct)
        case Sequence():
            return isinstance(value, list)
        case Table():
            return isinstance(value, Mapping)
    try:
        member.coerce(value)
    except (TypeError, ValueError):
        return False
    return True


def _kind(value: Any) -> str:
    """Name the JSON kind of a raw value, to choose among a union's members."""
    if isinstance(value, bool):
        return "bool"
    if isinstance(value, (int, float, Decimal)):
        return "number"
    if isinstance(value, str):
        return "text"
    return "list" if isinstance(value, list) else "object"


def _shape(member: Converter) -> str:
    match member:
        case Boolean():
            return "bool"
        case Integer() | Float():
            return "number"
        case Money():
            return "text" if member.as_text else "number"
        case Sequence():
            return "list"
        case Nested() | Table():
            return "object"
        case _:
            return "text"
