"""Texts, choices, booleans, moments and days: single values that are no numbers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar

from bcorm.model import timestamps
from bcorm.model.types.base import Converter, Notice, nothing


class Text(Converter):
    """`str`."""

    mutable = False

    def __init__(self, max_length: int | None = None) -> None:
        self.max_length = max_length
        self.expected = f"a text of at most {max_length} characters" if max_length else "a text"

    def load(self, raw: Any, notice: Notice = nothing) -> Any:
        if type(raw) is str:
            return raw
        if isinstance(raw, bool) or not isinstance(raw, (int, Decimal, float)):
            raise TypeError(raw)
        return str(raw)

    def coerce(self, value: Any, notice: Notice = nothing) -> Any:
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

    def load(self, raw: Any, notice: Notice = nothing) -> Any:
        return raw

    def coerce(self, value: Any, notice: Notice = nothing) -> Any:
        if value not in self.choices and not (self.is_open and isinstance(value, (str, int))):
            raise ValueError(value)
        return value


class Boolean(Converter):
    """`bool`; the API also writes 1, 0, "1", "0", "true" and "false"."""

    mutable = False
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

    def load(self, raw: Any, notice: Notice = nothing) -> Any:
        if raw is True or raw is False:
            return raw
        try:
            return self._words[raw.lower() if isinstance(raw, str) else raw]
        except KeyError:
            raise ValueError(raw) from None

    def coerce(self, value: Any, notice: Notice = nothing) -> Any:
        if value is True or value is False:
            return value
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
    expected = "a datetime with a time zone"

    def __init__(self, form: str) -> None:
        self.form = form

    def load(self, raw: Any, notice: Notice = nothing) -> Any:
        return timestamps.parse(raw)

    def coerce(self, value: Any, notice: Notice = nothing) -> Any:
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

    def load(self, raw: Any, notice: Notice = nothing) -> Any:
        return None if raw == "" else date.fromisoformat(raw[:10])

    def coerce(self, value: Any, notice: Notice = nothing) -> Any:
        if isinstance(value, datetime) or not isinstance(value, date):
            raise TypeError(value)
        return value

    def dump(self, value: Any) -> Any:
        return None if value is None else value.isoformat()
