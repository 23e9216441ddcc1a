"""From an error answer of any shape to one exception with flat field errors.

BigCommerce's APIs answer errors in about a dozen shapes; the exchange hands every answer
that is not a success to `error_from`, which never fails, whatever the bytes.
"""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from bcorm import exceptions
from bcorm.http import jsontext
from bcorm.http.bounds import DEFAULT
from bcorm.http.message import Headers, Request, Response
from bcorm.http.quota import retry_after

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bcorm.http.bounds import Bounds
    from bcorm.http.credentials import Secret

_BY_STATUS: dict[int, type[exceptions.ApiError]] = {
    400: exceptions.BadRequest,
    401: exceptions.AuthenticationError,
    403: exceptions.PermissionDenied,
    404: exceptions.NotFound,
    409: exceptions.Conflict,
    413: exceptions.PayloadTooLarge,
    422: exceptions.ValidationFailed,
    429: exceptions.RateLimited,
    503: exceptions.ServiceUnavailable,
}
_BY_HUNDRED: dict[int, type[exceptions.ApiError]] = {
    3: exceptions.RedirectRefused,
    4: exceptions.ClientError,
    5: exceptions.ServerError,
}

# Where the words for the whole failure are, in order of preference.
_TITLES = ("title", "message", "error_description", "error", "detail", "code")
# What wraps the error itself: orders/settings, pricelists DELETE, variants, refunds.
_WRAPPERS = ("schema", "error", "batch_errors", "data")
_TITLED = ("schema", "error", "batch_errors", "errors")
_FIELDS = ("errors", "field_errors")

_V2_FIELD = re.compile(r"\bfields? '([^']{1,200})'")
_SHOWN_FIELD = re.compile(r"'([A-Za-z][A-Za-z _]{0,80})' ")
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
# "0.email", "[0].email", "data.0.email", "customers[0].email": of the first row of a batch.
_FIRST_ROW = re.compile(r"^(?:data\.(?=0)|[A-Za-z_]+(?=\[))?\[?0\]?(?:\.|$)")
_MAX_NAME = 300
_MOST_REASONS = 4
_MAX_DEPTH = 12
_MAX_ERRORS = 1000
_MAX_TEXT = 2000


def class_for(status: int) -> type[exceptions.ApiError]:
    """The exception for a status that is not a success."""
    return _BY_STATUS.get(status) or _BY_HUNDRED.get(status // 100, exceptions.BadResponse)


def is_idempotent(method: str) -> bool:
    """Whether sending a request of this method twice leaves the store as once would."""
    return method not in {"POST", "PATCH"}


def error_from(
    request: Request,
    response: Response,
    secrets: Iterable[Secret] = (),
    bounds: Bounds = DEFAULT,
) -> exceptions.ApiError:
    """Build the exception for an answer outside 2xx.

    Args:
        request: What was asked.
        response: What came back.
        secrets: Texts to blot out, should the server echo them.
        bounds: A body that exceeds them is kept as text.
    """
    secrets = tuple(secrets)
    response = without_secrets(response, secrets)
    try:
        body = blot(jsontext.loads(response.body, bounds), secrets)
    except ValueError:
        body = response.body[:_MAX_TEXT].decode("utf-8", "replace").strip() or None
    title, errors = describe(body)
    errors = _own_names(errors, request.body)
    kind = class_for(response.status)
    return kind(
        title or _phrase(response.status),
        status=response.status,
        method=request.method,
        path=request.path,
        request_id=response.headers.get("x-request-id"),
        errors=errors,
        body=body,
        headers=response.headers.redacted(),
        retry_safe=is_idempotent(request.method) or response.status // 100 == 4,
        retry_after=retry_after(response.status, response.headers, body),
    )


def unreadable(
    request: Request, response: Response, problem: str, secrets: Iterable[Secret] = ()
) -> exceptions.BadResponse:
    """Build the exception for an answer whose body cannot be read."""
    response = without_secrets(response, secrets)
    return exceptions.BadResponse(
        f"the answer is not JSON: {problem}",
        status=response.status,
        method=request.method,
        path=request.path,
        request_id=response.headers.get("x-request-id"),
        body=response.body[:_MAX_TEXT].decode("utf-8", "replace"),
        headers=response.headers.redacted(),
        retry_safe=is_idempotent(request.method),
    )


def without_secrets(response: Response, secrets: Iterable[Secret]) -> Response:
    """The response, with every secret that the server echoes blotted out."""
    headers, body = dict(response.headers), response.body
    for secret in secrets:
        headers = {name: secret.hidden_in(value) for name, value in headers.items()}
        # Byte by byte as text: what is not UTF-8 stays as it is.
        body = secret.hidden_in(body.decode("utf-8", "surrogateescape")).encode(
            "utf-8", "surrogateescape"
        )
    return Response(response.status, Headers(headers), body, response.elapsed)


def blot(value: Any, secrets: Sequence[Secret]) -> Any:
    """Blot secrets out of a text, or out of parsed JSON, where no escape can hide them."""
    if isinstance(value, str):
        for secret in secrets:
            value = secret.hidden_in(value)
        return value
    if isinstance(value, list):
        return [blot(item, secrets) for item in value]
    if isinstance(value, dict):
        return {blot(name, secrets): blot(item, secrets) for name, item in value.items()}
    return value


def describe(body: Any) -> tuple[str, dict[str, str]]:
    """Title and flat field errors of an error body of any shape, text and HTML included."""
    if isinstance(body, str):
        return _from_text(body), {}
    errors: dict[str, str] = {}
    for name, told in _walk(body, "", 0):
        if len(errors) >= _MAX_ERRORS:
            break
        errors.setdefault(name[:_MAX_NAME].strip(".[]"), told)
    return _told(body, errors), errors


def _own_names(errors: dict[str, str], sent: bytes | None) -> dict[str, str]:
    """The errors by the fields of the object, where it was sent as the only row of a list."""
    if not any(map(_FIRST_ROW.match, errors)) or not _is_one_row(sent):
        return errors
    return {_FIRST_ROW.sub("", name) or name: told for name, told in errors.items()}


def _is_one_row(sent: bytes | None) -> bool:
    try:
        rows = jsontext.loads(sent or b"")
    except ValueError:
        return False
    return isinstance(rows, dict) or (isinstance(rows, list) and len(rows) == 1)


def _told(body: Any, errors: dict[str, str]) -> str:
    """The words about the whole failure: what happened, and each reason that no field tells."""
    told = _title(body, 0)
    for reason in list(_reasons(body))[:_MOST_REASONS]:
        text = " ".join(reason[:_MAX_TEXT].split())
        if text and not any(text in known for known in (told, *errors.values())):
            told += f"{'' if not told else ' ' if told.endswith('.') else ': '}{text}"
    return told[:_MAX_TEXT]


def _reasons(body: Any) -> Iterator[str]:
    if isinstance(body, list):
        body = body[0] if len(body) == 1 else None
    if not isinstance(body, dict):
        return
    for key in ("detail", "error_description", "message"):
        if isinstance(body.get(key), str):
            yield body[key]
    details, errors = body.get("details"), body.get("errors")
    if isinstance(details, dict):
        yield from (told for told in details.values() if isinstance(told, str))
    elif isinstance(details, str):
        yield details
    if isinstance(errors, str):
        yield errors


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Unknown status"


def _from_text(text: str) -> str:
    heading = re.search(r"<(title|h1)[^>]{0,200}>([^<]{0,500})", text, re.IGNORECASE)
    if heading:
        return " ".join(heading[2].split())
    return "" if "<" in text[:200] else " ".join(text.split())[:300]


def _title(body: Any, depth: int) -> str:
    """The first words about the whole failure, looking into wrappers and first rows."""
    if depth > _MAX_DEPTH:
        return ""
    if isinstance(body, list):
        return next(filter(None, (_title(row, depth + 1) for row in body[:3])), "")
    if not isinstance(body, dict):
        return ""
    for key in _TITLES:
        if isinstance(body.get(key), str) and body[key]:
            return str(body[key])
    nested = [body[key] for key in _TITLED if isinstance(body.get(key), (dict, list))]
    nested.append(_failed_rows(body.get("data")))
    return next(filter(None, (_title(part, depth + 1) for part in nested)), "")


def _failed_rows(data: Any) -> list[Any]:
    """The rows under ``data`` that are errors; in a partial success others are not."""
    rows = data if isinstance(data, list) else [data]
    return [row for row in rows if isinstance(row, dict) and _is_failure(row.get("status"))]


def _is_failure(status: Any) -> bool:
    return isinstance(status, int) and status >= 400


def _walk(body: Any, prefix: str, depth: int) -> Iterator[tuple[str, str]]:
    """Yield (dotted field, message) wherever this body keeps them."""
    if depth > _MAX_DEPTH:
        return
    if isinstance(body, list):
        # One row needs no number: the caller knows which one it sent.
        for index, row in enumerate(body):
            yield from _walk(row, prefix if len(body) == 1 else f"{prefix}{index}.", depth + 1)
        return
    if not isinstance(body, dict):
        return
    for key in _FIELDS:
        yield from _fields(body.get(key), prefix, depth + 1)
    yield from _v2(body, prefix)
    yield from _problem(body, prefix)
    for key in _WRAPPERS:
        if isinstance(body.get(key), (dict, list)):
            yield from _walk(body[key], prefix, depth + 1)


def _fields(errors: Any, prefix: str, depth: int) -> Iterator[tuple[str, str]]:
    """Yield from the value of ``errors``: text by field, nested, or a list of rows."""
    if isinstance(errors, dict):
        if _is_row(errors):
            yield from _row(errors, prefix, depth)
            return
        for name, told in errors.items():
            yield from _named(str(name), told, prefix, depth)
    elif isinstance(errors, list):
        for index, row in enumerate(errors):
            if isinstance(row, dict):
                yield from _row(row, prefix, depth, fallback=f"{prefix}{index}")
            else:
                yield from _named(str(index), row, prefix, depth)


def _is_row(value: dict[str, Any]) -> bool:
    return isinstance(value.get("errors"), (dict, list)) and "status" in value


def _row(
    row: dict[str, Any], prefix: str, depth: int, fallback: str | None = None
) -> Iterator[tuple[str, str]]:
    found = False
    # Rows of promotions name "<index>.field" themselves.
    for found_error in _walk(row, prefix, depth + 1):
        found = True
        yield found_error
    if not found and fallback is not None:
        field = row.get("field") or row.get("name")
        yield (f"{fallback}.{field}" if isinstance(field, str) else fallback), _title(row, 0)


def _named(name: str, told: Any, prefix: str, depth: int) -> Iterator[tuple[str, str]]:
    path = f"{prefix}{name}"
    if depth > _MAX_DEPTH:
        return
    if isinstance(told, dict):
        for inner, value in told.items():
            yield from _named(str(inner), value, f"{path}.", depth + 1)
    elif isinstance(told, list) and any(isinstance(item, (dict, list)) for item in told):
        for index, item in enumerate(told):
            yield from _named(str(index), item, f"{path}.", depth + 1)
    elif isinstance(told, list):
        yield path, "; ".join(str(item)[:_MAX_TEXT] for item in told[:20])
    else:
        yield path, str(told)[:_MAX_TEXT]


def _problem(body: dict[str, Any], prefix: str) -> Iterator[tuple[str, str]]:
    """RFC 7807's ``{"title": …, "detail": "'Name' must be unique"}``: the field as it is shown."""
    detail = body.get("detail")
    found = _SHOWN_FIELD.match(detail) if isinstance(detail, str) else None
    if found and isinstance(detail, str):
        words = _WORDS.findall(found[1])
        yield f"{prefix}{'_'.join(words).lower()}", detail[:_MAX_TEXT]


def _v2(body: dict[str, Any], prefix: str) -> Iterator[tuple[str, str]]:
    """``{"message": "The field 'expires' is invalid.", "details": {"invalid_reason": …}}``."""
    message, details = body.get("message"), body.get("details")
    if not isinstance(message, str):
        return
    reason = details.get("invalid_reason") if isinstance(details, dict) else None
    told = f"{message} {reason}" if isinstance(reason, str) else message
    for names in _V2_FIELD.findall(message):
        for name in names.split(","):
            yield f"{prefix}{name.strip().replace('->', '.')}", told
