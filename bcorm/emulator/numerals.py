"""Numbers as the wire spells them: which texts and values are numbers, and how they are shown.

What a store cannot keep is no number: a whole one that needs more than 64 bits, a fraction that no
double comes near, an amount that is too large for exact sums. Python itself reads far more:
`1_000`, Arabic digits, `1e999999999`. Called by whatever reads a body, a query or a path.
"""

from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import Any

LARGEST = 2**63 - 1
# Twenty digits before the point: sums of such amounts, with four behind it, are exact.
_MOST = Decimal(10) ** 20
_WHOLE = re.compile(r"[+-]?[0-9]{1,40}")
_FRACTION = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,4})?")


def fits(value: int) -> bool:
    """Whether 64 bits hold a whole number."""
    return -LARGEST - 1 <= value <= LARGEST


def whole(text: str) -> int | None:
    """The whole number that a text spells, however large; `None` if it is none."""
    text = text.strip()
    return int(text) if _WHOLE.fullmatch(text) else None


def key(text: str) -> int | str:
    """An id as a path or a cursor has it: a number where it is one that can be."""
    value = whole(text)
    return text if value is None or not fits(value) else value


def positive(text: str) -> int | None:
    """The number of something that is counted from 1; `None` if the text spells none."""
    value = whole(text)
    return value if value is not None and 0 < value <= LARGEST else None


def fraction(text: str) -> Decimal | None:
    """The number that a text spells, if a double comes near it."""
    text = text.strip()
    if not _FRACTION.fullmatch(text):
        return None
    number = Decimal(text)
    return number if _near_a_double(number) else None


def decimal(value: Any) -> Decimal | None:
    """The amount that a JSON value is or spells, if it does."""
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
        return None
    number = fraction(value) if isinstance(value, str) else Decimal(value)
    return number if number is not None and abs(number) < _MOST else None


def _near_a_double(number: Decimal) -> bool:
    nearest = float(number)
    return math.isfinite(nearest) and (nearest != 0 or number == 0)


def plain_number(value: Decimal) -> int | Decimal:
    """A number as JSON shows it: whole ones without a point."""
    return int(value) if value == value.to_integral_value() else value.normalize()


def amount(value: Decimal) -> str:
    """A V2 amount: four decimals, as text."""
    return f"{value:.4f}"
