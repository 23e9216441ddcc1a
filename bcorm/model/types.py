"""From JSON values to Python values and back, one converter per kind of type.

`load` is forgiving (the API is older than its specs), `coerce` is strict (it checks what a user
wrote), `dump` is exact. The mapper builds converters from annotations with `converter_for`.
"""

from __future__ import annotations

import math
import operator
import sys
import types
import typing
from collections.abc import Callable, Mapping
from datetime import date, datetime, timezone
from decimal import Decimal, InvalidOperation
from enum import Enum
from numbers import Integral, Real
from typing import Any, ClassVar, Literal, Union

import attrs

from bcorm.exceptions import FieldError, InvalidValue
from bcorm.http.jsontext import exact
from bcorm.model import timestamps
from bcorm.model.fields import METADATA, FieldOptions
from bcorm.model.tracked import TrackedDict, TrackedList, held, nobody, track

Notice = Callable[[], None]


LARGEST = 100
"""The most digits of a number, before the point or behind it."""


class Unfit(ValueError):
    """A value of the right type that does not fit for a reason of its own.

    Attributes:
        expected: what would be right, in words.
    """

    def __init__(self, expected: str) -> None:
        super().__init__(expected)
        self.expected = expected


def sized(number: Any) -> Any:
    """Return a number (not a float) that can be written out. Raises Unfit."""
    digits = number.adjusted() if isinstance(number, Decimal) else number.bit_length() // 3.33
    if abs(digits) > LARGEST:
        raise Unfit(f"a number of at most {LARGEST} digits")
    return number


def plain(value: Any) -> Any:
    """Return a JSON value in Python's own types: enumerations and numpy's scalars are taken.

    Raises:
        TypeError, ValueError: JSON has no such value.
    """
    if isinstance(value, Enum):
        value = value.value
    if value is None or value is True or value is False:
        return value
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, (Decimal, Real)):
        return _plain_number(value)
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, Mapping) and all(isinstance(key, str) for key in value):
        return {plain(key): plain(item) for key, item in value.items()}
    raise TypeError(value)


def _plain_number(value: Any) -> Any:
    if isinstance(value, Integral):
        return sized(operator.index(value))
    if not math.isfinite(value):
        raise ValueError(value)
    return sized(value) if isinstance(value, Decimal) else float(value)


class Converter:
    """How one type travels. The base class passes JSON values through.

    Attributes:
        expected: what a user should have written, for error texts.
        mutable: whether a loaded value can be changed in place, and so needs its owner's notice.
        native: the type of wire values that are handed out as they are, if there is one.
        place: the model and the field that it belongs to, for error texts.
        relating: how to relate an object where the field holds keys, for error texts.
    """

    expected = "a JSON value"
    mutable = True
    native: type | None = None
    place = ("JSON", "value")
    relating = ""

    def locate(self, model: str, field: str, relating: str = "") -> None:
        """Take note of the field that the converter, and what it is made of, belong to."""
        self.place, self.relating = (model, field), relating
        for inner in self.parts():
            inner.locate(model, field, relating)

    def refuse_object(self, value: Any) -> None:
        """Raise Unfit for an object of a resource in place of its key."""
        if hasattr(type(value), "endpoint"):
            ways = [] if value.pk is None else [f"such as the key of the object ({value.pk!r})"]
            ways += [f"or {self.relating}"] if self.relating else []
            ways = ways or ["which the object has not got yet"]
            raise Unfit(", ".join([self.expected, *ways]))

    def parts(self) -> list[Converter]:
        """The converters that this one is made of."""
        return []

    def load(self, raw: Any, notice: Notice = nobody) -> Any:
        """Return the Python value of a wire value. Raises ValueError or TypeError on drift."""
        return track(raw, notice, self.adopt)

    def plain(self, raw: Any) -> Any:
        """Return what a table holds of a wire value: Python's own types, which nobody changes.

        Raises:
            ValueError, TypeError: as `load` does.
        """
        return raw if self.mutable else self.load(raw)

    def coerce(self, value: Any, notice: Notice = nobody) -> Any:
        """Return `value` as the field holds it. Raises ValueError or TypeError if it is wrong."""
        try:
            return track(plain(value), notice, self.adopt)
        except RecursionError:
            raise ValueError(value) from None

    def adopt(self, item: Any, notice: Notice) -> Any:
        """Check what is put into a list or dictionary which a user holds. Raises InvalidValue."""
        return self.checked(self, item, notice)

    def checked(self, converter: Converter, item: Any, notice: Notice) -> Any:
        """Return an item of this converter's value as that converter holds it.

        Raises:
            InvalidValue: it is wrong.
        """
        try:
            return converter.coerce(item, notice)
        except (FieldError, InvalidValue):
            raise
        except (TypeError, ValueError, AttributeError) as error:
            expected = getattr(error, "expected", converter.expected)
            raise InvalidValue(*self.place, item, expected) from None

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


# Whole amounts below it are surely of a reasonable size.
_SHORT = 10**15
# The commonest of them, which need not be made anew for each row.
_FEW = [Decimal(amount) for amount in range(101)]
# The digits that every binary fraction keeps, and a spreadsheet shows.
_DIGITS = f".{sys.float_info.dig}g"


class Bounded(Converter):
    """What integers and decimals share: bounds."""

    mutable = False

    def __init__(self, options: FieldOptions) -> None:
        self.minimum, self.maximum, self.form = options.minimum, options.maximum, options.format
        bounds = [f"at least {self.minimum}"] if self.minimum is not None else []
        bounds += [f"at most {self.maximum}"] if self.maximum is not None else []
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
    native = int

    def load(self, raw: Any, notice: Notice = nobody) -> Any:
        if type(raw) is int:
            return raw
        if raw == "":
            return None
        if isinstance(raw, bool):
            return int(raw)
        # int() of a Decimal such as 1E+999999999 would not come back.
        number = int(sized(raw) if isinstance(raw, Decimal) else raw)
        if not isinstance(raw, str) and number != raw:
            raise ValueError(raw)
        return number

    def coerce(self, value: Any, notice: Notice = nobody) -> Any:
        if isinstance(value, bool):
            raise TypeError(value)
        self.refuse_object(value)
        return self.check(sized(operator.index(value)))

    def dump(self, value: Any) -> Any:
        return str(value) if self.form == "string" and value is not None else value


def _is_number(text: str) -> bool:
    """Whether a text is a number, as a file has it."""
    try:
        return Decimal(text).is_finite()
    except InvalidOperation:
        return False


class Money(Bounded):
    """`Decimal`: amounts, weights, rates. Exact from the wire's text and back."""

    noun = "a Decimal"
    native = Decimal

    def __init__(self, options: FieldOptions, version: int) -> None:
        super().__init__(options)
        self.as_text = (self.form or ("string" if version == 2 else "number")) == "string"

    def load(self, raw: Any, notice: Notice = nobody) -> Any:
        if type(raw) is Decimal:
            return raw
        if type(raw) is int and -_SHORT < raw < _SHORT:
            return _FEW[raw] if 0 <= raw < len(_FEW) else Decimal(raw)
        if raw == "":
            return None
        if isinstance(raw, (bool, list, dict)):
            raise TypeError(raw)
        amount = exact(str(raw))
        if not amount.is_finite():
            raise ValueError(raw)  # "NaN" is no amount, and compares with nothing
        return amount

    def coerce(self, value: Any, notice: Notice = nobody) -> Any:
        if isinstance(value, str) and _is_number(value):
            raise Unfit(f"{self.expected}, Decimal({value!r})")
        if isinstance(value, bool) or not isinstance(value, (Decimal, Real)):
            raise TypeError(value)
        try:
            number = _without_noise(value)
        except InvalidOperation:
            raise ValueError(value) from None
        if not number.is_finite():
            raise ValueError(value)
        return self.check(sized(number))

    def dump(self, value: Any) -> Any:
        return f"{value:f}" if self.as_text and isinstance(value, Decimal) else value

    def same(self, raw: Any, value: Any) -> bool:
        try:
            return bool(self.load(raw) == value)
        except (TypeError, ValueError):
            return bool(raw == value)


def _without_noise(value: Any) -> Decimal:
    """Return the amount that is meant by a number: no digits that only binary fractions have.

    A float that has seen arithmetic (`0.1 + 0.2`), and a Decimal made of a float (`Decimal(0.1)`),
    say more digits than anybody wrote.
    """
    if isinstance(value, Decimal):
        digits = len(value.as_tuple().digits) if value.is_finite() else 0
        if digits <= sys.float_info.dig + 2 or value != Decimal(float(value)):
            return value
        return Decimal(format(float(value), _DIGITS))
    # As text: of numpy's floats, too, the shortest that names them is meant.
    number = Decimal(str(value))
    noisy = isinstance(value, float) and len(number.as_tuple().digits) > sys.float_info.dig
    return Decimal(format(value, _DIGITS)) if noisy else number


class Float(Bounded):
    """`float`, where the API means an approximation."""

    noun = "a number"

    def load(self, raw: Any, notice: Notice = nobody) -> Any:
        if raw == "":
            return None
        try:
            approximation = float(raw)
        except OverflowError:
            raise ValueError(raw) from None
        if not math.isfinite(approximation):
            raise ValueError(raw)
        return approximation

    def coerce(self, value: Any, notice: Notice = nobody) -> Any:
        if isinstance(value, bool) or not isinstance(value, Real):
            raise TypeError(value)
        number = float(value)
        if not math.isfinite(number):
            raise ValueError(value)
        return self.check(number)


class Text(Converter):
    """`str`."""

    mutable = False

    def __init__(self, max_length: int | None = None, *, lower: bool = False) -> None:
        self.max_length = max_length
        self.lower = lower
        self.native: type | None = None if lower else str
        self.expected = f"a text of at most {max_length} characters" if max_length else "a text"

    def load(self, raw: Any, notice: Notice = nobody) -> Any:
        if isinstance(raw, str):
            return raw.lower() if self.lower else raw
        if isinstance(raw, bool) or not isinstance(raw, (int, Decimal, float)):
            raise TypeError(raw)
        return str(raw)

    def coerce(self, value: Any, notice: Notice = nobody) -> Any:
        if not isinstance(value, str):
            raise TypeError(value)
        if self.max_length is not None and len(value) > self.max_length:
            raise ValueError(value)
        text: str = plain(value)
        return text.lower() if self.lower else text


class Choice(Converter):
    """`Literal`: texts (or numbers) of a known set. An unknown one from the API is kept."""

    mutable = False
    native = str

    def __init__(self, choices: tuple[Any, ...], *, is_open: bool) -> None:
        self.choices = choices
        self.is_open = is_open
        self.expected = "one of " + ", ".join(repr(choice) for choice in choices)

    def load(self, raw: Any, notice: Notice = nobody) -> Any:
        return raw

    def coerce(self, value: Any, notice: Notice = nobody) -> Any:
        if value in self.choices:
            return self.choices[self.choices.index(value)]
        if not (self.is_open and isinstance(value, (str, int))):
            raise ValueError(value)
        return plain(value)


class Boolean(Converter):
    """`bool`; the API also writes 1, 0, "1", "0", "true" and "false"."""

    mutable = False
    native = bool
    expected = "True or False"
    _words: ClassVar[Mapping[Any, bool]] = {
        1: True,
        0: False,
        "1": True,
        "0": False,
        "true": True,
        "false": False,
    }

    def __init__(self, form: str | None) -> None:
        self.form = form

    def load(self, raw: Any, notice: Notice = nobody) -> Any:
        if raw is True or raw is False:
            return raw
        try:
            return self._words[raw.lower() if isinstance(raw, str) else raw]
        except KeyError:
            raise ValueError(raw) from None

    def coerce(self, value: Any, notice: Notice = nobody) -> Any:
        if value is True or value is False:
            return value
        if type(value).__module__ == "numpy" and type(value).__name__ in {"bool", "bool_"}:
            return bool(value)
        raise TypeError(value)

    def dump(self, value: Any) -> Any:
        if self.form == "flag" and value is not None:
            return int(value)
        if self.form == "string" and value is not None:
            return "1" if value else "0"
        return value


class Moment(Converter):
    """Aware `datetime`; each endpoint has its own way of writing one."""

    mutable = False
    expected = (
        "a datetime with a time zone, such as datetime.now(timezone.utc), or the ISO text of one"
    )

    def __init__(self, form: str) -> None:
        self.form = form

    def load(self, raw: Any, notice: Notice = nobody) -> Any:
        return timestamps.parse(raw)

    def coerce(self, value: Any, notice: Notice = nobody) -> Any:
        if isinstance(value, str):
            value = timestamps.from_iso(value)
        if not isinstance(value, datetime):
            raise TypeError(value)
        if value.tzinfo is None:
            raise Unfit(
                f"{self.expected}; this one has none: value.replace(tzinfo=timezone.utc), or "
                "datetime.now(timezone.utc)"
            )
        try:
            value.astimezone(timezone.utc)
        except OverflowError:
            raise ValueError(value) from None
        return value

    def dump(self, value: Any) -> Any:
        return None if value is None else timestamps.write(value, self.form)

    def same(self, raw: Any, value: Any) -> bool:
        # The API keeps whole seconds, and a moment is the same in every offset.
        try:
            loaded = self.load(raw)
            if self.form == "date" or loaded is None or value is None:
                return bool(self.dump(loaded) == self.dump(value))
            return bool(_second(loaded) == _second(value))
        except (AttributeError, OverflowError, TypeError, ValueError):
            return bool(raw == value)


def _second(moment: datetime) -> datetime:
    return moment.replace(microsecond=0)


class Day(Converter):
    """`date`."""

    mutable = False
    expected = "a date, or the ISO text of one"

    def load(self, raw: Any, notice: Notice = nobody) -> Any:
        return None if raw == "" else date.fromisoformat(raw[:10])

    def coerce(self, value: Any, notice: Notice = nobody) -> Any:
        if isinstance(value, str):
            value = date.fromisoformat(value)
        if isinstance(value, datetime) or not isinstance(value, date):
            raise TypeError(value)
        return value

    def dump(self, value: Any) -> Any:
        return None if value is None else value.isoformat()


class Sequence(Converter):
    """`list[T]`."""

    def __init__(self, item: Converter) -> None:
        self.item = item
        self.expected = f"a list, each item {item.expected}"
        # Made once: a list of each row would make its own.
        self._check = self.adopt
        self._natives = item.native, type(None)

    def parts(self) -> list[Converter]:
        return [self.item]

    def load(self, raw: Any, notice: Notice = nobody) -> Any:
        if type(raw) is not list and not isinstance(raw, list):
            if raw != "":  # how V2 writes an empty list now and then
                raise TypeError(raw)
            raw = []
        natives = self._natives
        for item in raw:
            if type(item) not in natives:
                load = self.item.load
                raw = [None if item is None else load(item, notice) for item in raw]
                break
        return held(raw, notice, self._check)

    def plain(self, raw: Any) -> Any:
        if not isinstance(raw, list):
            if raw == "":
                return []
            raise TypeError(raw)
        if {*map(type, raw)}.issubset(self._natives):
            return raw
        plain = self.item.plain
        return [None if item is None else plain(item) for item in raw]

    def coerce(self, value: Any, notice: Notice = nobody) -> Any:
        if isinstance(value, (str, bytes, Mapping)):
            raise TypeError(value)
        self.refuse_object(value)
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

    def plain(self, raw: Any) -> Any:
        if not isinstance(raw, Mapping):
            if raw == []:
                return {}
            raise TypeError(raw)
        plain = self.item.plain
        return {key: None if item is None else plain(item) for key, item in raw.items()}

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
        self._load = struct._load

    @property
    def fields(self) -> Mapping[str, Any]:
        """The fields of such an object, by name."""
        fields: Mapping[str, Any] = self.struct._fields(self.version)
        return fields

    def load(self, raw: Any, notice: Notice = nobody) -> Any:
        if type(raw) is not dict and not isinstance(raw, Mapping):
            if raw in ([], ""):
                return None
            raise TypeError(raw)
        return self._load(raw, self.version, notice)

    def plain(self, raw: Any) -> Any:
        if type(raw) is not dict and not isinstance(raw, Mapping):
            if raw in ([], ""):
                return None
            raise TypeError(raw)
        return self.struct._plain(raw, self.version)

    def coerce(self, value: Any, notice: Notice = nobody) -> Any:
        value = self.struct._made_of(value)
        if not isinstance(value, self.struct):
            names = [name for name, one in self.fields.items() if not one.options.readonly]
            raise Unfit(f"{self.expected}, or a mapping with {', '.join(names)}")
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

    def plain(self, raw: Any) -> Any:
        try:
            return self._first("plain", raw)
        except TypeError:
            return raw

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
        str: lambda: Text(options.max_length, lower=options.format == "lower"),
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


def options_of(attribute: attrs.Attribute[Any]) -> FieldOptions:
    """Return what was declared about an attrs attribute; a bare annotation declares nothing."""
    options = attribute.metadata.get(METADATA)
    return options if isinstance(options, FieldOptions) else FieldOptions()
