"""Bodies against field tables: what a write may say, and how it is refused.

V3 collects every field error into one 422 and ignores what it does not know and what is read-only.
V2 refuses read-only fields, and words each complaint as live stores do.
"""

from __future__ import annotations

import copy
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from bcorm.emulator import timestamps
from bcorm.emulator.errors import ApiError
from bcorm.emulator.formats import FORMATS
from bcorm.emulator.numerals import amount, decimal, fits, plain_number, whole
from bcorm.emulator.schema import MISSING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bcorm.emulator.schema import Field

_NAMES = {
    "integer": "jsnumber",
    "number": "jsnumber",
    "money": "jsnumber",
    "string": "jsstring",
    "boolean": "jsboolean",
    "array": "jsarray",
    "object": "jsobject",
    "datetime": "date.isoformat",
    "rfc2822": "date.isoformat",
    "epoch": "date.isoformat",
}
_DETAILS_V2 = {
    "array": "The provided value is not a valid array.",
    "rfc2822": "The provided value '{value}' is not a valid RFC-2822 date.",
}


class Problems:
    """The complaints about one body, in the order they were found."""

    def __init__(self, version: str) -> None:
        self.version = version
        self.errors: dict[str, str] = {}
        self.messages: list[tuple[str, dict[str, Any]]] = []

    def missing(self, path: str) -> None:
        """A required value is not there."""
        self.errors[path] = "error.path.missing"
        self.messages.append((f"The required field '{path}' was not supplied.", {}))

    def readonly(self, path: str) -> None:
        """A value that nobody but the store writes."""
        self.errors[path] = "This field is read-only."
        message = (
            f"The field '{path}' cannot be written to."
            " Please remove it from your request before trying again."
        )
        self.messages.append((message, {}))

    def invalid(self, path: str, message: str, reason: str | None = None) -> None:
        """A value of the wrong kind or out of bounds."""
        self.errors[path] = message
        details = {"invalid_reason": reason} if reason else {}
        name = path
        if self.version == "v2":
            # V2 names the field alone, whichever item of a list it is in.
            name = next((part for part in path.split(".")[::-1] if not part.isdecimal()), path)
        self.messages.append((f"The field '{name}' is invalid.", details))

    def error(self) -> ApiError | None:
        """The refusal, if there is anything to complain about."""
        if not self.errors:
            return None
        if self.version == "v2":
            # Live stores stop at the first complaint.
            return ApiError(400, v2_messages=self.messages[:1])
        return ApiError(422, errors=dict(self.errors))


def check(fields: Sequence[Field], body: Any, mode: str, version: str) -> dict[str, Any]:
    """The values of a body that the table takes, with defaults filled in on `post`.

    Raises:
        ApiError: 422 or 400, with every complaint.
    """
    problems = Problems(version)
    doc = clean(fields, body, mode, problems)
    error = problems.error()
    if error is not None:
        raise error
    return doc


def clean(
    fields: Sequence[Field], body: Any, mode: str, problems: Problems, prefix: str = ""
) -> dict[str, Any]:
    """Like `check`, adding to `problems` instead of raising."""
    if not isinstance(body, dict):
        problems.invalid(prefix.rstrip("."), "error.expected.jsobject")
        return {}
    doc: dict[str, Any] = {}
    for field in fields:
        name, path = field.name, prefix + field.name
        value = body.get(name, MISSING)
        if field.readonly:
            if value is not MISSING and problems.version == "v2":
                problems.readonly(path)
            value = MISSING
        if value is MISSING:
            if mode in field.required:
                problems.missing(path)
            elif mode == "post" and field.default is not MISSING:
                doc[name] = copy.copy(field.default)
            continue
        doc[name] = _value(field, value, mode, problems, path)
    return doc


def _value(field: Field, value: Any, mode: str, problems: Problems, path: str) -> Any:
    if value is None:
        if not field.nullable and field.kind != "any":
            _refuse(field, value, problems, path)
        return None
    if field.choices and value not in field.choices:
        listed = ", ".join(str(choice) for choice in field.choices)
        problems.invalid(path, f"must be one of: {listed}")
        return value
    return _KINDS[field.kind](field, value, mode, problems, path)


def _refuse(field: Field, value: Any, problems: Problems, path: str) -> None:
    reason = _DETAILS_V2.get(field.kind)
    problems.invalid(
        path, f"error.expected.{_NAMES[field.kind]}", reason.format(value=value) if reason else None
    )


def _integer(field: Field, value: Any, _mode: str, problems: Problems, path: str) -> Any:
    if isinstance(value, str) and problems.version == "v2":
        value = whole(value)
    if isinstance(value, Decimal) and value == value.to_integral_value():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or not fits(value):
        _refuse(field, value, problems, path)
        return value
    _bounds(field, value, problems, path)
    return value


def _number(field: Field, value: Any, _mode: str, problems: Problems, path: str) -> Any:
    number = decimal(value)
    if number is None:
        _refuse(field, value, problems, path)
        return value
    _bounds(field, number, problems, path)
    return plain_number(number)


def _money(field: Field, value: Any, _mode: str, problems: Problems, path: str) -> Any:
    number = decimal(value)
    if number is None:
        _refuse(field, value, problems, path)
        return value
    _bounds(field, number, problems, path)
    return amount(number)


def _bounds(field: Field, value: int | Decimal, problems: Problems, path: str) -> None:
    if field.low is not None and value < field.low:
        problems.invalid(path, f"must be at least {field.low}")
    elif field.high is not None and value > field.high:
        problems.invalid(path, f"must be at most {field.high}")
    elif field.places is not None and round(Decimal(value), field.places) != value:
        problems.invalid(path, f"must have at most {field.places} decimals")


def _string(field: Field, value: Any, _mode: str, problems: Problems, path: str) -> Any:
    if problems.version == "v2" and isinstance(value, int | Decimal) and value not in (True, False):
        value = str(value)
    if not isinstance(value, str):
        _refuse(field, value, problems, path)
        return value
    if field.shortest is not None and len(value) < field.shortest:
        problems.invalid(path, f"must be at least {field.shortest} characters long")
    elif field.longest is not None and len(value) > field.longest:
        problems.invalid(path, f"must be at most {field.longest} characters long")
    elif value and field.format and not FORMATS[field.format].holds(value):
        problems.invalid(path, FORMATS[field.format].words)
    return value


def _boolean(field: Field, value: Any, _mode: str, problems: Problems, path: str) -> Any:
    if problems.version == "v2" and value in (0, 1, "0", "1", "true", "false"):
        return value in (1, "1", "true")
    if not isinstance(value, bool):
        _refuse(field, value, problems, path)
    return value


def _datetime(field: Field, value: Any, _mode: str, problems: Problems, path: str) -> Any:
    if not isinstance(value, str) or (value and timestamps.epoch(value) is None):
        _refuse(field, value, problems, path)
    return value


def _mail(field: Field, value: Any, _mode: str, problems: Problems, path: str) -> Any:
    seconds = timestamps.epoch(value) if isinstance(value, str) else None
    if value == "":
        return ""
    if seconds is None:
        _refuse(field, value, problems, path)
        return value
    return timestamps.mail_style(seconds)


def _epoch(field: Field, value: Any, _mode: str, problems: Problems, path: str) -> Any:
    told = isinstance(value, int | str) and not isinstance(value, bool)
    seconds = 0 if value == "" else timestamps.seconds_of(value) if told else None
    if seconds is None:
        _refuse(field, value, problems, path)
    return str(seconds)


def _array(field: Field, value: Any, mode: str, problems: Problems, path: str) -> Any:
    if not isinstance(value, list):
        _refuse(field, value, problems, path)
        return value
    if field.fewest is not None and len(value) < field.fewest:
        problems.invalid(path, f"must have at least {field.fewest} items")
    if field.most is not None and len(value) > field.most:
        problems.invalid(path, f"must have at most {field.most} items")
    if field.items is None:
        return value
    return [
        _value(field.items, item, mode, problems, f"{path}.{position}")
        for position, item in enumerate(value)
    ]


def _object(field: Field, value: Any, mode: str, problems: Problems, path: str) -> Any:
    if not isinstance(value, dict):
        _refuse(field, value, problems, path)
        return value
    if not field.fields:
        return value
    doc = clean(field.fields, value, mode, problems, f"{path}.")
    return {**value, **doc} if field.free else doc


def _any(_field: Field, value: Any, _mode: str, _problems: Problems, _path: str) -> Any:
    return value


_KINDS = {
    "integer": _integer,
    "number": _number,
    "money": _money,
    "string": _string,
    "boolean": _boolean,
    "datetime": _datetime,
    "rfc2822": _mail,
    "epoch": _epoch,
    "array": _array,
    "object": _object,
    "any": _any,
}
