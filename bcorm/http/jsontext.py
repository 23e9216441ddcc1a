"""JSON as text: numbers come in as exact `Decimal` and go out as exact as they are.

The client reads every answer with `loads` and writes every body with `dumps`.
"""

from __future__ import annotations

import json
import secrets
from decimal import Decimal
from typing import Any, NoReturn

from bcorm.exceptions import InvalidValue

# Nobody sells anything for 10**400; beyond it, writing a number out without an exponent
# is a way to fill the memory.
_MAX_EXPONENT = 400


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a JSON number")


_DECODER = json.JSONDecoder(parse_float=Decimal, parse_constant=_refuse_constant)


def loads(text: bytes) -> Any:
    """Parse UTF-8 JSON; numbers with a fraction or an exponent become `Decimal`.

    Raises:
        ValueError: Anything that is not JSON, NaN and Infinity and unreasonable depth included.
    """
    try:
        return _DECODER.decode(text.decode("utf-8-sig"))
    except RecursionError:
        problem = "nested too deeply"
    except ArithmeticError:
        problem = "a number is out of range"
    # Raised outside the handlers: a RecursionError's traceback is a thousand frames long.
    raise ValueError(problem)


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
