"""Values as text and back: what is typed into a shell, and what stands in a CSV or JSON file."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from math import isfinite
from typing import TYPE_CHECKING, Any

from bcorm.cli.numbers import Notation, TwoReadings
from bcorm.http import jsontext
from bcorm.model import timestamps
from bcorm.model.frames.columns import AMOUNT_SCALE, free_text, is_free, json_text, shortest
from bcorm.model.mapper import mapper_for
from bcorm.model.types import (
    Boolean,
    Choice,
    Converter,
    Day,
    Float,
    Integer,
    Moment,
    Money,
    Nested,
    Sequence,
    Table,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_POINT = Notation(".")
# As people answer, and as spreadsheets of some languages show what is true.
_TRUE = ("true", "yes", "y", "t", "on", "1", "wahr", "vrai", "verdadero", "vero", "waar", "ja")
_FALSE = ("false", "no", "n", "f", "off", "0", "falsch", "faux", "falso", "onwaar", "nein")
_WORDS = {**dict.fromkeys(_TRUE, True), **dict.fromkeys(_FALSE, False)}
FORMULAS = (
    "=", "+", "-", "@", "\t", "\r", "\n", "\N{FULLWIDTH EQUALS SIGN}", "\N{FULLWIDTH PLUS SIGN}",
    "\N{FULLWIDTH HYPHEN-MINUS}", "\N{FULLWIDTH COMMERCIAL AT}",
)  # fmt: skip
"""What a spreadsheet takes for the beginning of a formula, at the beginning of a text."""

_LISTED = re.compile(r"[;|]")


def _boolean(text: str, _notation: Notation) -> bool:
    try:
        return _WORDS[text.strip().casefold()]
    except KeyError:
        raise ValueError(text) from None


def _number(text: str, notation: Notation, kind: Callable[[Decimal], Any]) -> Any:
    """Read a number as a value of some kind; of two readings only one may be of that kind."""
    found = notation.number(text)
    if isinstance(found, Decimal):
        return kind(found)
    possible = []
    for reading in found.readings:
        with suppress(ValueError):
            possible.append(kind(reading))
    return possible[0] if len(possible) == 1 else TwoReadings(found.text, (*possible,))


def _integer(text: str, notation: Notation) -> Any:
    # A frame in which one value is missing writes the others as floats.
    return _number(text, notation, _whole_number)


def _whole_number(number: Decimal) -> int:
    if number != number.to_integral_value():
        raise ValueError(number)
    return int(number)


def _decimal(text: str) -> Decimal:
    found = _POINT.number(text)
    assert isinstance(found, Decimal)
    return found


def _moment(text: str) -> Any:
    text = text.strip()
    # Digits alone may be seconds or "20260501": neither is guessed.
    moment = None if text.isdigit() else timestamps.parse(text)
    if moment is None:
        raise ValueError(text)
    return moment


def _json(text: str) -> Any:
    return jsontext.loads(text.encode())


_READERS: dict[type[Converter], Callable[[str, Notation], Any]] = {
    Text: lambda text, _notation: str(text),
    Boolean: _boolean,
    Integer: _integer,
    Money: lambda text, notation: _number(text, notation, lambda number: number),
    Float: lambda text, notation: _number(text, notation, float),
    Moment: lambda text, _notation: _moment(text),
    Day: lambda text, _notation: date.fromisoformat(text.strip()[:10]),
}


def typed(converter: Converter, text: str, notation: Notation = _POINT) -> Any:
    """Read a value as a field of that converter holds it. Raises ValueError.

    A field of no fixed type takes a number where the text is one, and the text as it is otherwise.
    A number that could be two is `TwoReadings`.
    """
    reader = _READERS.get(type(converter))
    if reader is not None:
        return reader(text, notation)
    if isinstance(converter, Choice):
        if all(isinstance(choice, int) for choice in converter.choices):
            return _integer(text, notation)
        return _choice(converter.choices, text)
    if isinstance(converter, Sequence) and not text.lstrip().startswith("["):
        return _listed(converter, text, notation)
    if not is_free(converter):
        return fitting(converter, _json(text))
    try:
        return _json(text)
    except ValueError:
        return text


def unquoted(converter: Converter, text: str) -> str:
    """Take off what keeps a spreadsheet from making something else of a text: an apostrophe.

    Only before what a spreadsheet would take for a number or a formula, as `escaped` puts it.
    """
    if not text.startswith("'") or not (isinstance(converter, Text) or text[1:2].isdigit()):
        return text
    rest = text.lstrip("'")
    return text[1:] if rest.isdigit() or rest.startswith(FORMULAS) else text


def escaped(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would calculate."""
    return f"'{text}" if text.lstrip("'").startswith(FORMULAS) else text


def _choice(choices: Iterable[Any], text: str) -> str:
    """Return the choice that is spelled so but for its case; what is none is left as it is."""
    wanted = text.strip().casefold()
    return next((one for one in choices if str(one).casefold() == wanted), text)


def _listed(converter: Sequence, text: str, notation: Notation) -> list[Any]:
    """Read a list without brackets: `24;25`, or `a, b`."""
    parts = _LISTED.split(text) if _LISTED.search(text) else text.split(",")
    found = [typed(converter.item, part.strip(), notation) for part in parts if part.strip()]
    if any(isinstance(item, TwoReadings) for item in found):
        raise ValueError(text)
    return found


def _day(value: Any) -> Any:
    return value.date() if isinstance(value, datetime) else date.fromisoformat(value[:10])


def _whole(value: Any) -> Any:
    return int(value) if isfinite(value) and value == int(value) else value


def _truth(value: Any) -> Any:
    return bool(value) if value in (0, 1) else value


def _amount(value: Any) -> Decimal:
    if isinstance(value, str):
        return _decimal(value)
    if isinstance(value, float):
        # A product such as 55.99 * 1.1 carries the noise of binary fractions behind its digits.
        whole = not isfinite(value) or value.is_integer()
        value = Decimal(repr(value)) if whole else round(Decimal(repr(value)), AMOUNT_SCALE)
    return shortest(value)


# By converter: the types that a file has for its values, and what its field takes instead.
_FITTERS: dict[type[Converter], tuple[tuple[type, ...], Callable[[Any], Any]]] = {
    Day: ((str, datetime), _day),
    Moment: ((str,), _moment),
    Integer: ((float, Decimal), _whole),
    Money: ((Decimal, float, str), _amount),
    Boolean: ((int, float, Decimal), _truth),
    Table: ((str,), _json),
}


def fitting(converter: Converter, value: Any, *, texts: bool = False) -> Any:
    """Make a value of a JSON or Parquet file what its field takes.

    Data frames write whole numbers as floats and pad decimals with zeros; JSON has no dates, and
    what has no fixed shape is JSON text in a Parquet file.

    Args:
        converter: of the field.
        value: what the file has.
        texts: whether values of no fixed shape are written as texts, as Parquet's are.

    Raises:
        FieldError: an object in it has a field that its kind has not.
        ValueError: it is none.
    """
    if isinstance(converter, (Nested, Sequence)) and isinstance(value, str):
        value, texts = _json(value), False
    if isinstance(converter, Sequence) and isinstance(value, (list, tuple)):
        return [fitting(converter.item, item, texts=texts) for item in value]
    if isinstance(converter, Nested) and isinstance(value, dict):
        mapper = mapper_for(converter.struct, converter.version)
        return {
            name: fitting(mapper.field(name).converter, item, texts=texts)
            for name, item in value.items()
        }
    if texts and is_free(converter) and isinstance(value, str):
        return typed(converter, value)
    if value is not None and isinstance(converter, (Nested, Sequence)):
        raise ValueError(value)
    kinds, fit = _FITTERS.get(type(converter), ((), bool))
    return fit(value) if isinstance(value, kinds) else value


def same(converter: Converter, current: Any, value: Any) -> bool:
    """Say whether a file's value is what a store has.

    Args:
        converter: of their field.
        current: the store's, without the library's own classes.
        value: the file's.
    """
    if value is None or current is None:
        return value is current
    if isinstance(converter, (Nested, Sequence)):
        return bool(settable(converter, value) == settable(converter, current))
    try:
        return value == current or converter.same(converter.dump(current), converter.coerce(value))
    except (TypeError, ValueError):
        return False  # setting it will say what is wrong with it


def settable(converter: Converter, value: Any) -> Any:
    """Leave out of nested objects what only the API sets, and what says nothing."""
    if isinstance(converter, Nested) and isinstance(value, dict):
        inner = mapper_for(converter.struct, converter.version).fields
        return {
            name: settable(inner[name].converter, part)
            for name, part in value.items()
            if part is not None and name in inner and not inner[name].options.readonly
        }
    if isinstance(converter, Sequence) and isinstance(value, list):
        return [settable(converter.item, item) for item in value]
    return value


def cell(value: Any, converter: Converter | None = None) -> str:
    """Write a value for a cell of a table or a CSV file; nothing for None.

    Args:
        value: the value.
        converter: of its field, where the cell is to be read again.
    """
    if value is None:
        return ""
    if converter is not None and is_free(converter):
        return free_text(value) or ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (list, dict)):
        return json_text(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    return str(value)
