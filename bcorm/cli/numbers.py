"""Numbers as people and spreadsheets write them, of which some could be two.

`1.234` is a thousand and more where commas are before cents. What a file's other numbers say, or
`--decimal`, decides; without either, a value is `TwoReadings`.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable

MARKS = (".", ",")
"""What may stand before the fraction of a number."""

_LARGEST = 100  # digits

_SPACES = str.maketrans("", "", " \u00a0\u2007\u2009\u202f")
_SIGNS = "$\u20ac\u00a3\u00a5\u20b9"
_CURRENCY = re.compile(
    rf"[{_SIGNS}]|^[A-Z]{{3}}(?=[\s\d.,+-])|(?<=[\s\d])[A-Z]{{3}}$|(?<=\s)[a-z]{{2,3}}$"
)
_NUMBER = re.compile(r"[+-]?[\d.,'\u2019]*\d[.,]?(?:[eE][+-]?\d+)?", re.ASCII)
# A number whose one mark has three digits behind it, and one to three before it.
_DOUBTFUL = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")
# Most numbers, of which there is no doubt.
_PLAIN = re.compile(r"\d+(?:\.\d{1,2})?", re.ASCII)
_LOST = re.compile(r"\d(?:[.,]\d+)?E\+\d+")


class Exact(str):
    """A number's text that was a number before: its point is no matter of anybody's habits."""

    __slots__ = ()


@attrs.frozen
class TwoReadings:
    """A number that could be two.

    Attributes:
        text: as it stands in the file.
        readings: with a point before the fraction, and with a comma.
    """

    text: str
    readings: tuple[Any, Any]

    def __str__(self) -> str:
        point, comma = self.readings
        return f"{self.text!r} is {point} or {comma}: --decimal . or --decimal , says which of them"


class Notation:
    """How a file writes numbers.

    Args:
        mark: what stands before the fraction, if that is known.
    """

    def __init__(self, mark: str | None = None) -> None:
        self.mark = mark

    def learn(self, texts: Iterable[str]) -> None:
        """Look at numbers of a file, and take its mark from those that can only be one."""
        marks = {mark_of(text) for text in texts} - {None}
        if len(marks) == 1:
            (self.mark,) = marks

    def number(self, text: str) -> Decimal | TwoReadings:
        """Read a number, with or without its currency.

        Raises:
            ValueError: it is none, or its digits are not grouped as numbers are.
        """
        if isinstance(text, Exact) or (self.mark != "," and _PLAIN.fullmatch(text)):
            return Decimal(text)
        bare = _bare(text)
        if self.mark is None and _DOUBTFUL.fullmatch(bare):
            whole = Decimal(re.sub("[.,]", "", bare))
            broken = Decimal(bare.replace(",", "."))
            return TwoReadings(text.strip(), (broken, whole) if "." in bare else (whole, broken))
        return _read(bare, self.mark or mark_of(text) or _only(bare))


def mark_of(text: str) -> str | None:
    """Return what stands before the fraction of a number that can only be one, or None."""
    try:
        bare = _bare(text).lstrip("+-")
    except ValueError:
        return None
    if _DOUBTFUL.fullmatch(bare):
        return None
    point, comma = bare.rfind("."), bare.rfind(",")
    if point >= 0 and comma >= 0:
        return "." if point > comma else ","
    mark = "." if point >= 0 else ","
    if bare.count(mark) > 1:  # a fraction is the last group: those were of thousands
        return "," if mark == "." else "."
    return mark if mark in bare else None


def has_lost_digits(text: str) -> bool:
    """Say whether a text is what a spreadsheet makes of a long number: `4,00638E+12`."""
    return _LOST.fullmatch(text.strip()) is not None


def is_same_number(text: str, other: str) -> bool:
    """Say whether two different texts are one number: a spreadsheet drops leading zeros."""
    if not (text.isascii() and other.isascii() and text.isdigit() and other.isdigit()):
        return False
    return text != other and int(text) == int(other)


def _only(bare: str) -> str:
    """Return the mark of a number that has no other than this one, if any."""
    return "," if "," in bare and "." not in bare else "."


def _bare(text: str) -> str:
    """Return a number's text without its currency and its spaces."""
    bare = _CURRENCY.sub("", text.strip()).translate(_SPACES)
    if not _NUMBER.fullmatch(bare) or ("e" in bare.casefold() and "," in bare):
        raise ValueError(text)
    return bare


def _read(bare: str, mark: str) -> Decimal:
    whole, _, fraction = bare.partition(mark)
    group = "," if mark == "." else "."
    digits = re.sub("['\u2019]", group, whole)
    if group in digits:
        first, *others = digits.lstrip("+-").split(group)
        if not (1 <= len(first) <= 3 and all(len(other) == 3 for other in others)):
            raise ValueError(bare)
        digits = digits.replace(group, "")
    if group in fraction or mark in fraction or "'" in fraction:
        raise ValueError(bare)
    try:
        number = Decimal(
            f"{digits or 0}.{fraction}" if fraction[:1].isdigit() else digits + fraction
        )
    except InvalidOperation:
        raise ValueError(bare) from None
    if number and abs(number.adjusted()) > _LARGEST:
        raise ValueError(bare)  # no amount: to write it out would take a lifetime
    return number
