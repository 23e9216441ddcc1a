"""Whole numbers, amounts and approximations, with the bounds that a field declares."""

from __future__ import annotations

import math
import operator
import sys
from decimal import Decimal, InvalidOperation
from numbers import Real
from typing import Any

from bcorm.http.jsontext import exact
from bcorm.model.fields import FieldOptions
from bcorm.model.tracked import nobody
from bcorm.model.types.base import Converter, Notice, Unfit, sized

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
        if hasattr(type(value), "endpoint"):
            raise Unfit(f"{self.expected}, such as the key of the object ({value.pk!r})")
        return self.check(sized(operator.index(value)))

    def dump(self, value: Any) -> Any:
        return str(value) if self.form == "string" and value is not None else value


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
        if raw == "":
            return None
        if isinstance(raw, (bool, list, dict)):
            raise TypeError(raw)
        amount = exact(str(raw))
        if not amount.is_finite():
            raise ValueError(raw)  # "NaN" is no amount, and compares with nothing
        return amount

    def coerce(self, value: Any, notice: Notice = nobody) -> Any:
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
