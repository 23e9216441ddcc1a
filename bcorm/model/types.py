"""From JSON values to Python values and back, one converter per kind of type.

`load` is forgiving (the API is older than its specs), `coerce` is strict (it checks what a user
wrote), `dump` is exact. The mapper builds converters from annotations with `converter_for`.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, Literal, Union

import attrs

from bcorm.exceptions import FieldError, InvalidValue
from bcorm.model import timestamps
from bcorm.model.fields import FieldOptions
from bcorm.model.tracked import TrackedList, track

Notice = Callable[[], None]


def _nothing() -> None:
    """Stand for the owner of a value that has none."""


class Converter:
    """How one type travels. The base class passes JSON values through.

    Attributes:
        expected: what a user should have written, for error texts.
        mutable: whether a loaded value can be changed in place, and so needs its owner's notice.
    """

    expected = "a JSON value"
    mutable = True

    def load(self, raw: Any, notice: Notice = _nothing) -> Any:
        """Return the Python value of a wire value. Raises ValueError or TypeError on drift."""
        return track(raw, notice)

    def coerce(self, value: Any, notice: Notice = _nothing) -> Any:
        """Return `value` as the field holds it. Raises ValueError or TypeError if it is wrong."""
        return track(value, notice)

    def dump(self, value: Any) -> Any:
        """Return the wire value of a Python value."""
        if isinstance(value, Mapping):
            return {key: self.dump(item) for key, item in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.dump(item) for item in value]
        return value

    def same(self, raw: Any, value: Any) -> bool:
        """Whether sending `value` would change a row that holds `raw`."""
        try:
            return bool(self.dump(self.load(raw)) == self.dump(value))
        except (AttributeError, TypeError, ValueError):
            # Not what was declared, there or here: it was handed out as it came.
            return bool(raw == value)


class Text(Converter):
    """`str`."""

    mutable = False

    def __init__(self, max_length: int | None = None) -> None:
        self.max_length = max_length
        self.expected = f"a text of at most {max_length} characters" if max_length else "a text"

    def load(self, raw: Any, notice: Notice = _nothing) -> Any:
        if type(raw) is str:
            return raw
        if isinstance(raw, bool) or not isinstance(raw, (int, Decimal, float)):
            raise TypeError(raw)
        return str(raw)

    def coerce(self, value: Any, notice: Notice = _nothing) -> Any:
        if not isinstance(value, str):
            raise TypeError(value)
        if self.max_length is not None and len(value) > self.max_length:
            raise ValueError(value)
        return str(value)


class Choice(Converter):
    """`Literal`: texts (or numbers) of a known set. An unknown one from the API is kept."""

    mutable = False

    def __init__(self, choices: tuple[Any, ...], *, is_open: bool) -> None:
        self.choices = choices
        self.is_open = is_open
        self.expected = "one of " + ", ".join(repr(choice) for choice in choices)

    def load(self, raw: Any, notice: Notice = _nothing) -> Any:
        return raw

    def coerce(self, value: Any, notice: Notice = _nothing) -> Any:
        if value not in self.choices and not (self.is_open and isinstance(value, (str, int))):
            raise ValueError(value)
        return value


class Boolean(Converter):
    """`bool`; the API also writes 1, 0, "1", "0", "true" and "false"."""

    mutable = False
    expected = "True or False"
    _words: typing.ClassVar[Mapping[Any, bool]] = {
        1: True,
        0: False,
        "1": True,
        "0": False,
        "true": True,
        "false": False,
    }

    def __init__(self, form: str | None) -> None:
        self.form = form

    def load(self, raw: Any, notice: Notice = _nothing) -> Any:
        if raw is True or raw is False:
            return raw
        try:
            return self._words[raw.lower() if isinstance(raw, str) else raw]
        except KeyError:
            raise ValueError(raw) from None

    def coerce(self, value: Any, notice: Notice = _nothing) -> Any:
        if value is True or value is False:
            return value
        raise TypeError(value)

    def dump(self, value: Any) -> Any:
        if self.form == "flag" and value is not None:
            return int(value)
        if self.form == "string" and value is not None:
            return "1" if value else "0"
        return value


class Bounded(Converter):
    """What integers and decimals share: bounds."""

    mutable = False

    def __init__(self, options: FieldOptions) -> None:
        self.minimum, self.maximum, self.form = options.minimum, options.maximum, options.format
        bounds = [f"at least {self.minimum:g}"] if self.minimum is not None else []
        bounds += [f"at most {self.maximum:g}"] if self.maximum is not None else []
        self.expected = " of ".join([self.noun, " and ".join(bounds)]) if bounds else self.noun

    noun = "a number"

    def check(self, value: Any) -> Any:
        """Return `value` if it is within the bounds."""
        if self.minimum is not None and value < self.minimum:
            raise ValueError(value)
        if self.maximum is not None and value > self.maximum:
            raise ValueError(value)
        return value


class Integer(Bounded):
    """`int`; "" means none, as V2 writes it."""

    noun = "a whole number"

    def load(self, raw: Any, notice: Notice = _nothing) -> Any:
        if type(raw) is int:
            return raw
        if raw == "":
            return None
        if isinstance(raw, bool):
            return int(raw)
        number = int(raw)
        if not isinstance(raw, str) and number != raw:
            raise ValueError(raw)
        return number

    def coerce(self, value: Any, notice: Notice = _nothing) -> Any:
        if isinstance(value, bool) or not isinstance(value, int):
            raise TypeError(value)
        return self.check(value)

    def dump(self, value: Any) -> Any:
        return str(value) if self.form == "string" and value is not None else value


class Money(Bounded):
    """`Decimal`: amounts, weights, rates. Exact from the wire's text and back."""

    noun = "a Decimal"

    def __init__(self, options: FieldOptions, version: int) -> None:
        super().__init__(options)
        self.as_text = (self.form or ("string" if version == 2 else "number")) == "string"

    def load(self, raw: Any, notice: Notice = _nothing) -> Any:
        if type(raw) is Decimal:
            return raw
        if raw == "":
            return None
        if isinstance(raw, (bool, list, dict)):
            raise TypeError(raw)
        try:
            number = Decimal(str(raw))
        except InvalidOperation:
            raise ValueError(raw) from None
        if not number.is_finite():
            raise ValueError(raw)  # "NaN" is no amount, and compares with nothing
        return number

    def coerce(self, value: Any, notice: Notice = _nothing) -> Any:
        if isinstance(value, bool) or not isinstance(value, (Decimal, int, float)):
            raise TypeError(value)
        number = value if isinstance(value, Decimal) else Decimal(repr(value))
        if not number.is_finite():
            raise ValueError(value)
        return self.check(number)

    def dump(self, value: Any) -> Any:
        return f"{value:f}" if self.as_text and isinstance(value, Decimal) else value

    def same(self, raw: Any, value: Any) -> bool:
        try:
            return bool(self.load(raw) == value)
        except (TypeError, ValueError):
            return bool(raw == value)


class Float(Bounded):
    """`float`, where the API means an approximation."""

    noun = "a number"

    def load(self, raw: Any, notice: Notice = _nothing) -> Any:
        return None if raw == "" else float(raw)

    def coerce(self, value: Any, notice: Notice = _nothing) -> Any:
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise TypeError(value)
        return self.check(float(value))


class Moment(Converter):
    """Aware `datetime`; each endpoint has its own way of writing one."""

    mutable = False
    expected = "a datetime with a time zone"

    def __init__(self, form: str) -> None:
        self.form = form

    def load(self, raw: Any, notice: Notice = _nothing) -> Any:
        return timestamps.parse(raw)

    def coerce(self, value: Any, notice: Notice = _nothing) -> Any:
        if isinstance(value, str):
            value = timestamps.parse(value)
        if not isinstance(value, datetime):
            raise TypeError(value)
        if value.tzinfo is None:
            raise ValueError(value)
        return value

    def dump(self, value: Any) -> Any:
        return None if value is None else timestamps.write(value, self.form)

    def same(self, raw: Any, value: Any) -> bool:
        # Formats keep whole seconds: a change below what can be sent is none.
        try:
            return bool(self.dump(self.load(raw)) == self.dump(value))
        except (AttributeError, TypeError, ValueError):
            return bool(raw == value)


class Day(Converter):
    """`date`."""

    mutable = False
    expected = "a date"

    def load(self, raw: Any, notice: Notice = _nothing) -> Any:
        return None if raw == "" else date.fromisoformat(raw[:10])

    def coerce(self, value: Any, notice: Notice = _nothing) -> Any:
        if isinstance(value, datetime) or not isinstance(value, date):
            raise TypeError(value)
        return value

    def dump(self, value: Any) -> Any:
        return None if value is None else value.isoformat()


class Sequence(Converter):
    """`list[T]`.

    Attributes:
        place: the model and the field that it belongs to, for error texts.
    """

    place = ("list", "item")

    def __init__(self, item: Converter) -> None:
        self.item = item
        self.expected = f"a list, each item {item.expected}"

    def load(self, raw: Any, notice: Notice = _nothing) -> Any:
        if not isinstance(raw, list):
            if raw == "":  # how V2 writes an empty list now and then
                raw = []
            else:
                raise TypeError(raw)
        load = self.item.load
        items = [None if item is None else load(item, notice) for item in raw]
        return TrackedList([track(item, notice) for item in items], notice, self._add)

    def coerce(self, value: Any, notice: Notice = _nothing) -> Any:
        if isinstance(value, (str, bytes, Mapping)):
            raise TypeError(value)
        items = [track(self.item.coerce(item, notice), notice) for item in value]
        return TrackedList(items, notice, self._add)

    def _add(self, item: Any, notice: Notice) -> Any:
        """Check an item that is put into a list which a user holds."""
        try:
            return track(self.item.coerce(item, notice), notice)
        except (FieldError, InvalidValue):
            raise
        except (TypeError, ValueError, AttributeError):
            raise InvalidValue(*self.place, item, self.item.expected) from None

    def dump(self, value: Any) -> Any:
        dump = self.item.dump
        return None if value is None else [None if item is None else dump(item) for item in value]


class Table(Converter):
    """`dict[str, T]`."""

    def __init__(self, item: Converter) -> None:
        self.item = item
        self.expected = f"a dictionary, each value {item.expected}"

    def load(self, raw: Any, notice: Notice = _nothing) -> Any:
        if not isinstance(raw, Mapping):
            if raw == []:  # how the API writes an empty object now and then
                raw = {}
            else:
                raise TypeError(raw)
        load = self.item.load
        return track(
            {key: None if item is None else load(item, notice) for key, item in raw.items()},
            notice,
        )

    def coerce(self, value: Any, notice: Notice = _nothing) -> Any:
        if not isinstance(value, Mapping):
            raise TypeError(value)
        return track({key: self.item.coerce(item, notice) for key, item in value.items()}, notice)

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

    def load(self, raw: Any, notice: Notice = _nothing) -> Any:
        if not isinstance(raw, Mapping):
            if raw in ([], ""):
                return None
            raise TypeError(raw)
        return self.struct._load(raw, self.version, notice)

    def coerce(self, value: Any, notice: Notice = _nothing) -> Any:
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

    def _first(self, method: str, value: Any, *args: Any) -> Any:
        for member in self.members:
            try:
                if method != "coerce" and _shape(member) != _kind(value):
                    continue
                return getattr(member, method)(value, *args)
            except (TypeError, ValueError, AttributeError):
                continue
        raise TypeError(value)

    def load(self, raw: Any, notice: Notice = _nothing) -> Any:
        try:
            return self._first("load", raw, notice)
        except TypeError:
            return track(raw, notice)

    def coerce(self, value: Any, notice: Notice = _nothing) -> Any:
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


_SIMPLE_FORMS = {2: "rfc2822", 3: "iso"}


def converter_for(annotation: Any, options: FieldOptions, version: int) -> Converter:
    """Build the converter of a field from its resolved annotation.

    Args:
        annotation: the type, as `typing.get_type_hints` resolves it.
        options: the field's options.
        version: 2 or 3; it decides how dates and decimals are usually written.

    Raises:
        TypeError: the annotation is of no kind that travels.
    """
    origin = typing.get_origin(annotation)
    arguments = typing.get_args(annotation)
    if origin in (Union, types.UnionType):
        members = [item for item in arguments if item is not type(None)]
        built = [converter_for(item, options, version) for item in members]
        return built[0] if len(built) == 1 else Either(built)
    if origin is Literal:
        return Choice(arguments, is_open=options.open)
    if origin is list:
        return Sequence(converter_for(arguments[0], options, version))
    if origin is dict:
        return Table(converter_for(arguments[1], options, version))
    if annotation is Any:
        return Converter()
    simple: dict[Any, Callable[[], Converter]] = {
        str: lambda: Text(options.max_length),
        bool: lambda: Boolean(options.format),
        int: lambda: Integer(options),
        float: lambda: Float(options),
        Decimal: lambda: Money(options, version),
        datetime: lambda: Moment(options.format or _SIMPLE_FORMS[version]),
        date: Day,
        dict: Converter,
        list: Converter,
    }
    if annotation in simple:
        return simple[annotation]()
    if attrs.has(annotation):
        return Nested(annotation, version)
    raise TypeError(f"{annotation!r} is no type of a wire field")
