"""Moments as the two API versions write them, and as the store compares them.

Every stored date keeps its wire spelling; comparisons use `epoch`.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from email.utils import format_datetime, parsedate_to_datetime
from functools import lru_cache

from bcorm.emulator.numerals import whole

_ISO = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?\s*(Z|[+-]\d\d:?\d\d)?$"
)


# The first and the last second of the years 1 to 9999.
_FIRST, _LAST = -62_135_596_800, 253_402_300_799


def _iso(text: str) -> datetime | None:
    match = _ISO.match(text.strip())
    if match is None:
        return None
    year, month, day, hour, minute, second, zone = match.groups()
    shift = timedelta()
    if zone and zone != "Z":
        sign = -1 if zone[0] == "-" else 1
        shift = sign * timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:]))
    try:
        moment = datetime(
            int(year),
            int(month),
            int(day),
            int(hour or 0),
            int(minute or 0),
            int(second or 0),
            tzinfo=timezone.utc,
        )
        return moment - shift
    except (ValueError, OverflowError):
        return None


def _mail(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)


@lru_cache(maxsize=65536)
def epoch(text: str) -> int | None:
    """Seconds since 1970 of an ISO-8601 or RFC-2822 date; `None` if it is neither."""
    moment = _iso(text) or _mail(text)
    if moment is None:
        return None
    return int((moment - datetime(1970, 1, 1, tzinfo=timezone.utc)).total_seconds())


def present(value: object) -> float:
    """Return the UNIX time of what a user says is now: a datetime, a date, or the ISO text of one.

    Texts and dates without a time zone are of UTC.

    Raises:
        TypeError, ValueError: it is none of these.
    """
    if isinstance(value, datetime):
        return value.timestamp()
    if not isinstance(value, (str, date)):
        raise TypeError(f"now takes a datetime, or the ISO text of one, not {value!r:.100}")
    moment = _iso(str(value))
    if moment is None:
        raise ValueError(f"now is no ISO 8601 date, '2026-11-05T12:00:00Z': {value!r:.100}")
    return moment.timestamp()


def seconds_of(value: object) -> int | None:
    """The moment of a UNIX time or a date; `None` if no calendar has it."""
    text = str(value)
    number = whole(text)
    if number is None:
        return epoch(text)
    return number if _FIRST <= number <= _LAST else None


def has_time(text: str) -> bool:
    """Whether a date says the time of day, not only the day."""
    return ":" in text


def _moment(seconds: int) -> datetime:
    return datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(seconds=seconds)


def offset_style(seconds: int) -> str:
    """`2018-08-15T14:49:05+00:00`, as the catalog writes it."""
    return _moment(seconds).strftime("%Y-%m-%dT%H:%M:%S+00:00")


def zulu_style(seconds: int) -> str:
    """`2018-08-15T14:49:05Z`, as customers write it."""
    return _moment(seconds).strftime("%Y-%m-%dT%H:%M:%SZ")


def mail_style(seconds: int) -> str:
    """`Wed, 15 Aug 2018 14:49:05 +0000`, as V2 writes it."""
    return format_datetime(_moment(seconds))


def sql_style(seconds: int) -> str:
    """`2018-08-15 14:49:05`, as customer groups write it."""
    return _moment(seconds).strftime("%Y-%m-%d %H:%M:%S")


def unix_style(seconds: int) -> str:
    """`1534344545`, as banners write it."""
    return str(seconds)
