"""The ways in which the API writes a moment.

V3 writes RFC 3339, V2 writes RFC 2822, a few endpoints write UNIX seconds as a number or as a
text; "" and "0" mean none, as does V2's zero date.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from email.utils import format_datetime, parsedate_to_datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_from_iso = datetime.fromisoformat

_FRACTION = re.compile(r"\.(\d+)")
_SHORT_OFFSET = re.compile(r"([+-]\d{2})(\d{2})$")
_DASHED = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}")
# "2026-05-01T10:00:00+00:00", with "Z" for the offset: how V3 writes most moments.
_USUAL_LENGTHS = {25, 20}
# How V2 writes its zero date, whose year e-mail's rules would take for one of our days.
_BEFORE_ALL = re.compile(r"(?:\w+, )?\d{1,2} \w+ (?:-\d+|000[01]) |-\d{4}-|0000-").match
_NONE = {"", "0", "0000-00-00 00:00:00", "0000-00-00"}


def parse(raw: Any) -> datetime | None:
    """Return the aware moment that `raw` names, or None where the API means "no date".

    Raises:
        ValueError: it is no moment in any of the API's formats.
    """
    if type(raw) is str and len(raw) in _USUAL_LENGTHS and raw[10] == "T":
        try:  # by far the quickest; what else is of that length, it reads as `_read`, or refuses
            moment = _from_iso(raw)
        except ValueError:
            pass
        else:
            return moment if moment.tzinfo else _aware(moment)
    return _parse(raw)


def _parse(raw: Any) -> datetime | None:
    if isinstance(raw, bool):
        raise ValueError(raw)  # noqa: TRY004 - one kind of error for every unreadable date
    if isinstance(raw, (int, float)):
        return _from_seconds(raw) if raw else None
    if not isinstance(raw, str):
        raise ValueError(raw)  # noqa: TRY004
    text = raw.strip()
    if text in _NONE:
        return None
    if text.isdigit():
        return _from_seconds(int(text))
    if text[:4].isdigit():
        return _aware(_read(text))
    if _BEFORE_ALL(text):
        return None
    try:
        moment = parsedate_to_datetime(text)
    except (TypeError, IndexError):
        raise ValueError(raw) from None
    return _aware(moment)


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)


def _from_seconds(seconds: float) -> datetime:
    try:
        return datetime.fromtimestamp(seconds, tz=timezone.utc)
    except (OverflowError, OSError):
        raise ValueError(seconds) from None


def from_iso(text: str) -> datetime:
    """Return the moment that a text names as a user writes one, naive if it has no offset.

    Raises:
        ValueError: it is not ISO 8601 with dashes: "20260501" could be seconds as well.
    """
    if not _DASHED.match(text):
        raise ValueError(text)
    return _read(text)


def _read(text: str) -> datetime:
    # Python 3.10 reads neither "Z", nor "+0000", nor fractions of other than 3 or 6 digits.
    text = text.replace("Z", "+00:00").replace("z", "+00:00")
    text = _SHORT_OFFSET.sub(r"\1:\2", text)
    text = _FRACTION.sub(lambda match: "." + match[1][:6].ljust(6, "0"), text)
    return datetime.fromisoformat(text)


def write(moment: datetime, form: str) -> str | int:
    """Write an aware moment as `iso`, `rfc2822`, `unix`, `unix_string` or `date`."""
    if form == "unix":
        return int(moment.timestamp())
    if form == "unix_string":
        return str(int(moment.timestamp()))
    if form == "rfc2822":
        return format_datetime(moment.astimezone(timezone.utc))
    if form == "date":
        return moment.date().isoformat()
    return moment.isoformat(timespec="seconds" if not moment.microsecond else "microseconds")


# What can be compared of a moment, in UTC, or of a day; as Django spells it. Sunday is day 1.
PARTS: Mapping[str, Callable[[Any], Any]] = {
    "date": lambda moment: moment.date() if isinstance(moment, datetime) else moment,
    "day": lambda moment: moment.day,
    "hour": lambda moment: moment.hour,
    "iso_week_day": lambda moment: moment.isoweekday(),
    "iso_year": lambda moment: moment.isocalendar()[0],
    "minute": lambda moment: moment.minute,
    "month": lambda moment: moment.month,
    "quarter": lambda moment: (moment.month + 2) // 3,
    "second": lambda moment: moment.second,
    "week": lambda moment: moment.isocalendar()[1],
    "week_day": lambda moment: moment.isoweekday() % 7 + 1,
    "year": lambda moment: moment.year,
}


def part_of(moment: date, part: str) -> Any:
    """Return a part of a moment or of a day; None if it has no such part."""
    if isinstance(moment, datetime):
        moment = moment.astimezone(timezone.utc)
    try:
        return PARTS[part](moment)
    except AttributeError:  # a day has no hours
        return None


def span_of(part: str, value: Any) -> tuple[date, date] | None:
    """Return the first day of a year or a day, and the one after it; None for other parts."""
    if part not in {"year", "date"}:
        return None
    first = date(value, 1, 1) if part == "year" else value
    try:
        after = date(value + 1, 1, 1) if part == "year" else value + timedelta(days=1)
    except (ValueError, OverflowError):
        return None  # there is nothing after the last
    return first, after
