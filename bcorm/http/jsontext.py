"""JSON as text: numbers come in as exact `Decimal` and go out as exact as they are.

The client reads every answer with `loads` and writes every body with `dumps`.
"""

from __future__ import annotations

import decimal
import json
import re
import secrets
import sys
from contextlib import suppress
from decimal import Decimal
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn

from bcorm.exceptions import InvalidValue
from bcorm.http.bounds import DEFAULT

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcorm.http.bounds import Bounds

# Nobody sells anything for 10**400; beyond it, writing a number out without an exponent
# is a way to fill the memory.
_MAX_EXPONENT = 400

_NOT_OPENING = bytes(byte for byte in range(256) if byte not in b"[{")
_BRACKETS = bytes(byte for byte in range(256) if byte not in b'[]{}"')
_BOXES = frozenset([dict, list])
_COMMAS = bytes(byte for byte in range(256) if byte not in b'[{,"')
# Up to it Python's own check of nesting keeps the parser from using up the stack.
_SAFE_RECURSION = 5_000
_DIGITS = re.compile(rb"[0-9]{2,}")


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a JSON number")


@lru_cache(maxsize=16)
def _exactly(digits: int) -> Callable[[str], Decimal]:
    """What makes a `Decimal` of a text, exactly or not at all; it runs in C.

    Arithmetic with what it makes neither overflows nor takes long: `int(Decimal("1e999999999"))`
    would compute for hours, and hold off every signal.
    """
    traps = [decimal.InvalidOperation, decimal.Overflow, decimal.Underflow, decimal.Inexact]
    traps += [decimal.Rounded, decimal.Subnormal]
    context = decimal.Context(prec=digits, Emax=digits, Emin=-digits, traps=traps)
    return context.create_decimal


@lru_cache(maxsize=16)
def _decoder(digits: int, *, long_integers: bool) -> json.JSONDecoder:
    options: dict[str, Any] = {}
    if long_integers:

        def integer(text: str) -> int:
            if len(text) > digits:
                raise OverflowError
            return int(text)

        options["parse_int"] = integer
    return json.JSONDecoder(
        parse_float=_exactly(digits), parse_constant=_refuse_constant, **options
    )


@lru_cache(maxsize=16)
def _quick(digits: int) -> tuple[Callable[[bytes], Any], tuple[type[Exception], ...]] | None:
    """The decoder of `bcorm[speed]`, if it is installed, and its refusals.

    Its numbers are as exact. What it takes, it reads as Python's own decoder does; what it
    refuses, that one decides.
    """
    try:
        found: Any = import_module("msgspec")
        decode = found.json.Decoder(float_hook=_exactly(digits)).decode
        refusal: type[Exception] = found.DecodeError
    except (ImportError, AttributeError, TypeError):  # not there, or older than the hook
        return None
    return decode, (refusal, ArithmeticError, RecursionError)


def _parsed(text: bytes, digits: int) -> Any:
    """Parse with the quickest decoder that there is. Raises as the standard one does."""
    long_integers = _has_run(text, digits)
    quick = None if long_integers else _quick(digits)
    if quick is not None:
        decode, refusals = quick
        with suppress(*refusals):
            return decode(text)
    return _decoder(digits, long_integers=long_integers).decode(text.decode("utf-8-sig"))


def loads(text: bytes, bounds: Bounds = DEFAULT) -> Any:
    """Parse UTF-8 JSON; numbers with a fraction or an exponent become `Decimal`.

    Args:
        text: The whole document.
        bounds: How deep, how many values, and how long a number it may have.

    Raises:
        ValueError: Anything that is not JSON, NaN and Infinity and what exceeds the bounds
            included.
    """
    # Each value but the last takes two bytes at least: most texts need no counting.
    if len(text) > 2 * bounds.max_values:
        values = len(_outside_strings(text, _COMMAS))
        if values > bounds.max_values:
            raise ValueError(f"more than {bounds.max_values:.0f} values")
    if sys.getrecursionlimit() > _SAFE_RECURSION and _has_deeper(text, bounds.max_depth):
        raise ValueError(f"nested deeper than {bounds.max_depth}")
    try:
        value = _parsed(text, bounds.max_digits)
        boxes = len(text.translate(None, _NOT_OPENING))  # quicker than to count the two
        if boxes <= bounds.max_depth or not _is_deeper(value, bounds.max_depth, boxes):
            return value
        problem = f"nested deeper than {bounds.max_depth}"
    except RecursionError:
        problem = "nested too deeply"
    except ArithmeticError:
        problem = f"a number is out of range: more than {bounds.max_digits} digits, or so"
    # Raised outside the handlers: a RecursionError's traceback is a thousand frames long.
    raise ValueError(problem)


def exact(text: str, digits: int = DEFAULT.max_digits) -> Decimal:
    """Make a `Decimal` of what came as text, exactly.

    Args:
        text: The number as written.
        digits: The most digits, and the largest exponent.

    Raises:
        ValueError: It is no number, or an unreasonable one.
    """
    try:
        return _exactly(digits)(text)
    except ArithmeticError:
        problem = "no number of reasonable size"
    raise ValueError(problem)


def whole(value: Any) -> int | None:
    """A whole number that came as one or as text, as V2 writes some; None for anything else."""
    if type(value) is int:
        return value
    if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) < 20:
        return int(value)
    return None


def _outside_strings(text: bytes, others: bytes) -> bytes:
    """Of a JSON text, the characters that are not among the others and in no string."""
    if b"\\" in text:
        text = text.replace(b"\\\\", b"").replace(b'\\"', b"")
    # A pair of quotes with nothing between them that matters can go: what is inside and what is
    # outside stays so.
    left = text.translate(None, others).replace(b'""', b"")
    return b"".join(left.split(b'"')[::2]) if b'"' in left else left


def _has_deeper(text: bytes, depth: int) -> bool:
    """Whether a text is nested deeper, told without parsing; True for brackets without partner."""
    brackets = _outside_strings(text, _BRACKETS)
    for _ in range(depth):
        outer = brackets.replace(b"[]", b"").replace(b"{}", b"")
        if not outer or len(outer) == len(brackets):
            brackets = outer
            break
        brackets = outer
    return bool(brackets)


def _is_deeper(value: Any, depth: int, boxes: int) -> bool:
    """Whether a value of so many lists and objects at most is nested deeper."""
    return _looks_deeper(value, depth, boxes) and _is_deeper_anywhere(value, depth)


def _looks_deeper(value: Any, depth: int, boxes: int) -> bool:
    """Whether that cannot be ruled out by what the first and the last row of a level are like.

    One that is nested deeper has a list or an object on each level down to there: it is ruled out
    when fewer than these are left that were not seen above. Characters that look like more of them,
    but stand in a text, only mean that the rest is looked at, too.
    """
    level, seen = [value], 1
    for left in reversed(range(depth)):
        if boxes - seen <= left:
            return False
        rows = [box for box in level if box.__class__ is dict]
        samples = (rows[0], rows[-1]) if rows else ()
        names = {name for row in samples for name, item in row.items() if item.__class__ in _BOXES}
        level = [item for box in level if box.__class__ is list for item in box]
        level += [row.get(name) for name in names for row in rows]
        level = [item for item in level if item.__class__ in _BOXES]
        seen += len(level)
        if not level:
            return seen < boxes
    return True


def _is_deeper_anywhere(value: Any, depth: int) -> bool:
    level = [value] if isinstance(value, (dict, list)) else []
    for _ in range(depth):
        level = [
            item
            for box in level
            for item in (box.values() if box.__class__ is dict else box)
            if item.__class__ is dict or item.__class__ is list
        ]
        if not level:
            return False
    return True


def _has_run(text: bytes, digits: int) -> bool:
    """Whether there may be a whole number of more digits.

    Each such has one whole step in it, and two places at least that are looked at.
    """
    step = max(1, digits // 2)
    return any(
        text[place * step : place * step + step].isdigit()
        for found in _DIGITS.finditer(text[::step])
        for place in range(*found.span())
    )


class _Encoder:
    """One `dumps` call: the C encoder, with numbers it would spoil put in afterwards."""

    def __init__(self) -> None:
        self.numbers: list[str] = []
        self.nonce = ""

    def default(self, value: object) -> int | float | str:
        if not isinstance(value, Decimal):
            expected = "a JSON value (text, number, boolean, list, mapping or None)"
            raise InvalidValue("JSON", type(value).__name__, value, expected)
        if not value.is_finite() or abs(value.adjusted()) > _MAX_EXPONENT:
            raise InvalidValue("JSON", "number", value, "a finite number of reasonable size")
        if value == value.to_integral_value():
            return int(value)
        nearest = float(value)
        shown = repr(nearest)
        if "e" not in shown and Decimal(shown) == value:
            return nearest
        # The encoder knows no third kind of number: leave a mark that nobody can guess.
        self.nonce = self.nonce or secrets.token_hex(12)
        self.numbers.append(format(value, "f").rstrip("0"))
        return f"{self.nonce}:{len(self.numbers) - 1}"

    def fill(self, text: str) -> str:
        for index, number in enumerate(self.numbers):
            text = text.replace(f'"{self.nonce}:{index}"', number, 1)
        return text


def dumps(value: Any) -> bytes:
    """Write compact UTF-8 JSON; a `Decimal` keeps every digit and never gets an exponent.

    Raises:
        InvalidValue: The value holds something JSON cannot (a datetime, NaN, a set...).
    """
    encoder = _Encoder()
    options: dict[str, Any] = {
        "separators": (",", ":"),
        "allow_nan": False,
        "default": encoder.default,
    }
    try:
        text = json.dumps(value, ensure_ascii=False, **options)
        try:
            return encoder.fill(text).encode()
        except UnicodeEncodeError:
            # A lone surrogate, as JavaScript clients leave behind, only travels escaped.
            encoder.numbers.clear()
            return encoder.fill(json.dumps(value, **options)).encode()
    except RecursionError:
        problem = "a value without cycles, nested less deeply"
    except (TypeError, ValueError) as error:
        if isinstance(error, InvalidValue):
            raise
        problem = f"a JSON value ({error})"
    raise InvalidValue("JSON", "body", type(value).__name__, problem)
