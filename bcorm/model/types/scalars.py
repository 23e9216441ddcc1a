"""Texts, choices, booleans, moments and days: single values that are no numbers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timezone
from decimal import Decimal
from typing import Any, ClassVar

from bcorm.model import timestamps
from bcorm.model.tracked import nobody
from bcorm.model.types.base import Converter, Notice, plain


class Text(Converter):
    """`str`."""

    mutable = False

    def __init__(self, max_length: int | None = None, *, lower: bool = False) -> None:
        self.max_length = max_length
        self.lower = lower
        self.native: type | None = None if lower else str
        self.expected = f"a text of at most {max_length} characters" if max_length else "a text"

    def load(self, raw: Any, notice: Notice = nobody) -> Any:
        if type(raw) is str:
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
    expected = "a datetime with a time zone, or the ISO text of one"

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
            raise ValueError(value)
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
    expected = "a date"

    def load(self, raw: Any, notice: Notice = nobody) -> Any:
        return None if raw == "" else date.fromisoformat(raw[:10])

    def coerce(self, value: Any, notice: Notice = nobody) -> Any:
        if isinstance(value, datetime) or not isinstance(value, date):
            raise TypeError(value)
        return value

    def dump(self, value: Any) -> Any:
        return None if value is None else value.isoformat()
