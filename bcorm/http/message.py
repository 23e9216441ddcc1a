"""A request and what comes of it, as plain data: response, answer, quota, or error.

`Request` and `Response` are what transports take and give; `Answer` is what `ApiClient` gives its
callers: a parsed body behind one face for V2 and V3. What is no success becomes one exception with
flat field errors: BigCommerce's APIs answer errors in about a dozen shapes, and `error_from`, to
which the exchange hands them, never fails, whatever the bytes.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import datetime, timezone
from decimal import Decimal
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote
from uuid import UUID

import attrs

from bcorm import exceptions
from bcorm.exceptions import InvalidValue
from bcorm.http import jsontext
from bcorm.http.bounds import DEFAULT
from bcorm.http.credentials import MASK, blot, is_repeated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bcorm.http.bounds import Bounds
    from bcorm.http.credentials import Secret

# Never kept on an error, in a log or in a recording.
SECRET_HEADERS = frozenset(
    {
        "authorization",
        "cookie",
        "proxy-authorization",
        "set-cookie",
        "sf-api-token",
        "x-auth-client",
        "x-auth-token",
    }
)


class Headers(Mapping[str, str]):
    """Header fields whose names ignore case; repeated fields are joined with commas."""

    __slots__ = ("_fields",)

    def __init__(self, fields: Mapping[str, str] | Iterable[tuple[str, str]] = ()) -> None:
        pairs = fields.items() if isinstance(fields, Mapping) else fields
        self._fields: dict[str, str] = {}
        for name, value in pairs:
            key = name.lower()
            held = self._fields.get(key)
            self._fields[key] = value if held is None else f"{held}, {value}"

    def __getitem__(self, name: str) -> str:
        return self._fields[name.lower()]

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)

    def __repr__(self) -> str:
        return f"Headers({self.redacted()._fields!r})"

    def redacted(self) -> Headers:
        """A copy without the fields that carry credentials or cookies."""
        return Headers(
            [(name, value) for name, value in self._fields.items() if name not in SECRET_HEADERS]
        )


class Timeout(NamedTuple):
    """Seconds to wait for one attempt.

    Attributes:
        connect: For the connection to stand.
        read: For the next bytes to arrive.
        total: For the whole answer, however slowly it drips; None for what the client's `Bounds`
            say.
    """

    connect: float = 5.0
    read: float = 30.0
    total: float | None = None

    def within(self, seconds: float) -> Timeout:
        """The same, but never longer than `seconds`."""
        return Timeout(
            min(self.connect, seconds),
            min(self.read, seconds),
            seconds if self.total is None else min(self.total, seconds),
        )


@attrs.frozen
class Request:
    """What is asked, relative to a store: no host, no credentials.

    Attributes:
        method: Upper-case HTTP method.
        path: Encoded path below the store, such as `v3/catalog/products/77`.
        query: Encoded query string without the question mark.
        body: Bytes to send, or None.
        headers: Header fields besides the ones for authentication.
    """

    method: str
    path: str
    query: str = ""
    body: bytes | None = attrs.field(default=None, repr=False)
    headers: Mapping[str, str] = attrs.field(factory=dict, repr=False)


@attrs.frozen
class Response:
    """What came back, complete and decoded from its content encoding.

    Attributes:
        status: HTTP status code.
        headers: Header fields.
        body: All bytes of the body.
        elapsed: Seconds from the first byte sent to the last one received.
    """

    status: int
    headers: Headers = attrs.field(repr=False)
    body: bytes = attrs.field(default=b"", repr=False)
    elapsed: float = 0.0


_PATH = re.compile(
    r"v[23](?:/(?!\.{1,2}(?:/|$))(?:[A-Za-z0-9._~:@,+!$&'()*;=-]|%[0-9A-Fa-f]{2})+)+\Z"
)
_SEGMENT_SAFE = ":@,"
_QUERY_SAFE = ":,"


def join_path(base: str, *segments: object) -> str:
    """Append segments to a path: `join("v3/catalog/products", 77, "images")`.

    Each segment is percent-encoded, so that no id (with slashes, dots, line breaks...) can
    leave its place.

    Raises:
        InvalidValue: A segment is empty, `.` or `..`, or not text, an integer or a UUID.
    """
    return "/".join([base, *map(_segment, segments)])


def _segment(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, (str, int, UUID)):
        raise InvalidValue("URL", "path segment", value, "text, an integer or a UUID")
    text = str(value)
    if text in {"", ".", ".."}:
        raise InvalidValue("URL", "path segment", value, "something that names one object")
    return _quote(text, _SEGMENT_SAFE)


def check_path(path: str) -> str:
    """Return the path if it is one below a store, such as `v3/catalog/products/77`.

    Raises:
        InvalidValue: It is not; build paths from foreign values with `join`.
    """
    if not _PATH.match(path):
        raise InvalidValue("URL", "path", path, "an encoded path like 'v3/catalog/products'")
    return path


def encode_query(params: Mapping[str, Any] | None) -> str:
    """Encode parameters, leaving `:` and `,` readable; None is left out.

    Lists are joined with commas (the API never repeats a key), booleans are written
    `true` and `false`. Order is kept.

    Raises:
        InvalidValue: A value has no one way to be written (a datetime, a mapping...).
    """
    if not params:
        return ""
    return "&".join(
        f"{_quote(name, _QUERY_SAFE)}={_quote(_text(name, value), _QUERY_SAFE)}"
        for name, value in params.items()
        if value is not None
    )


def _text(name: str, value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (str, int, UUID)):
        return str(value)
    if isinstance(value, Decimal) and value.is_finite():
        return format(value, "f")
    if isinstance(value, float) and value - value == 0:
        return repr(value)
    if isinstance(value, (list, tuple, set, frozenset)):
        return ",".join(_text(name, item) for item in value)
    raise InvalidValue("URL", name, value, "text, a number, a boolean or a list of them")


def _quote(text: str, safe: str) -> str:
    try:
        return quote(text, safe=safe)
    except UnicodeEncodeError:
        raise InvalidValue("URL", "text", text, "Unicode without lone surrogates") from None


# No window of the API is longer than half a minute, and no header is believed beyond a day.
_LONGEST = 86_400.0
# More than anybody's quota: the largest that was ever reported is 16 million.
_MOST = 1_000_000_000


class Quota(NamedTuple):
    """The store's window as the server counts it.

    Attributes:
        left: Requests left in this window, after the one that was answered.
        limit: Requests per window.
        reset: Seconds until the window ends.
        window: Seconds that a whole window takes.
    """

    left: int
    limit: int
    reset: float
    window: float


def quota_of(headers: Mapping[str, str]) -> Quota | None:
    """The quota that an answer reports, or None if it reports none that makes sense."""
    left = _number(headers.get("x-rate-limit-requests-left"))
    limit = _number(headers.get("x-rate-limit-requests-quota"))
    reset = _number(headers.get("x-rate-limit-time-reset-ms"))
    window = _number(headers.get("x-rate-limit-time-window-ms"))
    if left is None or limit is None or reset is None or limit < 1:
        return None
    most = min(int(limit), _MOST)
    spans = (min(ms / 1000, _LONGEST) for ms in (reset, window or 30_000.0))
    return Quota(min(int(left), most), most, *spans)


def retry_after(status: int, headers: Mapping[str, str], body: Any = None) -> float | None:
    """Seconds that the server asks to wait before the next request, or None.

    A day at most: the longest of `X-Retry-After`, `Retry-After` (seconds or a date), and, of
    a 429, `X-Rate-Limit-Time-Reset-Ms`; else `retry_after_seconds` of a degraded service's
    body.
    """
    asked = [_number(headers.get("x-retry-after")), _http_date(headers.get("retry-after"))]
    if status == 429:
        reset = _number(headers.get("x-rate-limit-time-reset-ms"))
        asked.append(None if reset is None else reset / 1000)
    known = [seconds for seconds in asked if seconds is not None]
    if known:
        return min(max(known), _LONGEST)
    error = body.get("error") if isinstance(body, dict) else None
    told = _number(error.get("retry_after_seconds")) if isinstance(error, dict) else None
    return None if told is None else min(told, _LONGEST)


def _number(value: Any) -> float | None:
    """A finite number from zero up, or None."""
    if value is None or isinstance(value, bool):
        return None
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return number if 0 <= number < math.inf else None


def _http_date(value: str | None) -> float | None:
    seconds = _number(value)
    if seconds is not None or value is None:
        return seconds
    try:
        moment = parsedate_to_datetime(value)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=timezone.utc)
    return max(0.0, (moment - datetime.now(timezone.utc)).total_seconds())


_NO_HEADERS: Mapping[str, str] = {}


class Answer:
    """A successful answer.

    Attributes:
        status: HTTP status, 2xx.
        headers: Header fields; their names ignore case.
        body: The parsed JSON body; None for an empty one, such as every 204's.
        from_cache: Whether it was answered without a request.
    """

    __slots__ = ("body", "from_cache", "headers", "status")

    def __init__(
        self,
        status: int,
        body: Any = None,
        headers: Mapping[str, str] = _NO_HEADERS,
        *,
        from_cache: bool = False,
    ) -> None:
        self.status = status
        self.body = body
        self.headers = headers
        self.from_cache = from_cache

    @property
    def request_id(self) -> str | None:
        """The server's `X-Request-Id`, for BigCommerce's support."""
        return self.headers.get("x-request-id")

    @property
    def data(self) -> Any:
        """What is in the V3 envelope's `data`; without an envelope the body itself."""
        body = self.body
        if isinstance(body, dict) and "data" in body:
            return body["data"]
        return body

    @property
    def meta(self) -> dict[str, Any]:
        """The V3 envelope's `meta`, or an empty mapping."""
        meta = self.body.get("meta") if isinstance(self.body, dict) else None
        return meta if isinstance(meta, dict) else {}

    @property
    def errors(self) -> Any:
        """The `errors` of a partial success (207 and some 200), as sent, or None."""
        return self.body.get("errors") if isinstance(self.body, dict) else None

    def __repr__(self) -> str:
        return f"<Answer {self.status}{' from cache' if self.from_cache else ''}>"


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
    repeated = is_repeated(response.body, secrets)
    try:
        body = jsontext.loads(response.body, bounds)
    except ValueError:
        body = MASK if repeated else _start(response.body).strip() or None
    body = blot(body, secrets, disguised=repeated)
    if repeated:
        # In pieces, of which none is enough to be told by.
        body = MASK if is_repeated(repr(body).encode("utf-8", "replace"), secrets) else body
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
    secrets = tuple(secrets)
    response = without_secrets(response, secrets)
    return exceptions.BadResponse(
        f"the answer is not JSON: {problem}",
        status=response.status,
        method=request.method,
        path=request.path,
        request_id=response.headers.get("x-request-id"),
        body=MASK if is_repeated(response.body, secrets) else _start(response.body),
        headers=response.headers.redacted(),
        retry_safe=is_idempotent(request.method),
    )


def _start(body: bytes) -> str:
    return body[:_MAX_TEXT].decode("utf-8", "replace")


def without_secrets(response: Response, secrets: Sequence[Secret]) -> Response:
    """The response, with every secret that the server echoes blotted out.

    Of the body as it is: in disguise it may be part of what is read from it only.
    """
    headers, body = blot(dict(response.headers), secrets), response.body
    for secret in secrets:
        # Byte by byte as text: what is not UTF-8 stays as it is.
        body = secret.hidden_in(body.decode("utf-8", "surrogateescape")).encode(
            "utf-8", "surrogateescape"
        )
    return Response(response.status, Headers(headers), body, response.elapsed)


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


_DUPLICATE = "duplicate_"


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
        yield from _of_details(details)
    elif isinstance(details, str):
        yield details
    yield from (told for told in _listed(errors) if isinstance(told, str))


def _of_details(details: dict[str, Any]) -> Iterator[str]:
    """The reasons in V2's details: texts, and the row that has already what no two may have."""
    for name, told in details.items():
        if isinstance(told, str) and not name.startswith(_DUPLICATE):
            yield told
        elif isinstance(name, str) and name.startswith(_DUPLICATE) and isinstance(told, (int, str)):
            noun = name[len(_DUPLICATE) :].replace("_", " ")
            yield f"{noun} {told} has it already"


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


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
    """The rows under `data` that are errors; in a partial success others are not."""
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
    """Yield from the value of `errors`: text by field, nested, or a list of rows."""
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
            elif isinstance(row, list):
                yield from _named(str(index), row, prefix, depth)
            # Texts are reasons of the whole: their places in the list are no fields.


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
    elif told is not None:
        yield path, str(told)[:_MAX_TEXT]
    else:
        yield path, "it is refused"


def _problem(body: dict[str, Any], prefix: str) -> Iterator[tuple[str, str]]:
    """RFC 7807's `{"title": …, "detail": "'Name' must be unique"}`: the field as it is shown."""
    detail = body.get("detail")
    found = _SHOWN_FIELD.match(detail) if isinstance(detail, str) else None
    if found and isinstance(detail, str):
        words = _WORDS.findall(found[1])
        yield f"{prefix}{'_'.join(words).lower()}", detail[:_MAX_TEXT]


def _v2(body: dict[str, Any], prefix: str) -> Iterator[tuple[str, str]]:
    """`{"message": "The field 'expires' is invalid.", "details": {"invalid_reason": …}}`."""
    message, details = body.get("message"), body.get("details")
    if not isinstance(message, str):
        return
    known = details if isinstance(details, dict) else {}
    only = {"invalid_reason"} | {name for name in known if name.startswith(_DUPLICATE)}
    reasons = _of_details({name: value for name, value in known.items() if name in only})
    told = " ".join([message, *reasons])
    for names in _V2_FIELD.findall(message):
        for name in names.split(","):
            yield f"{prefix}{name.strip().replace('->', '.')}", told
