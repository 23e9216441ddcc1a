"""`Converter`: how a value travels, and what travels as it is.

The families beside this module (numbers, scalars, containers) are its subclasses.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import Enum
from numbers import Integral, Real
from typing import Any

from bcorm.exceptions import FieldError, InvalidValue
from bcorm.model.tracked import nobody, track

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
    """

    expected = "a JSON value"
    mutable = True
    native: type | None = None
    place = ("JSON", "value")

    def locate(self, model: str, field: str) -> None:
        """Take note of the field that the converter, and what it is made of, belong to."""
        self.place = (model, field)
        for inner in self.parts():
            inner.locate(model, field)

    def parts(self) -> list[Converter]:
        """The converters that this one is made of."""
        return []

    def load(self, raw: Any, notice: Notice = nobody) -> Any:
        """Return the Python value of a wire value. Raises ValueError or TypeError on drift."""
        return track(raw, notice, self.adopt)

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
