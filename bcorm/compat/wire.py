"""How a request of the official client's kind is written, and its answer told.

Used by `connection` alone: hosts, paths, queries, messages, and the credentials that must not
hang on an answer.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode, urlsplit

import requests
from requests.structures import CaseInsensitiveDict

from bcorm.http.credentials import (
    MASK,
    Secret,
    SecretText,
    blot,
    check_url,
    is_repeated,
    masked_url,
)
from bcorm.http.transport import BoundedAdapter

from .exception import (
    ClientRequestException,
    HttpException,
    RateLimitingException,
    RedirectionException,
    ServerException,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_LONGEST_NAME = 20
SECRET_FIELDS = ("X-Auth-Token", "X-Auth-Client", "Authorization")


class StoreSession(requests.Session):
    """A session that keeps a store's credentials for the store.

    Args:
        headers: Sent with each request to the store.
        auth: User name and `Secret`, or any authentication of `requests`.

    Attributes:
        store_url: Where the credentials go; everywhere else they stay at home.
    """

    store_url = ""

    def __init__(self, headers: dict[str, str], auth: Any = None) -> None:
        super().__init__()
        # The adapters that come with a session are those of the bounds: others may be mounted.
        for scheme in ("https://", "http://"):
            self.mount(scheme, BoundedAdapter())
        # A plain dictionary, as programs and their tests find it in the official client.
        self.headers = headers  # type: ignore[assignment]
        self.auth = (auth[0], SecretText(auth[1].reveal())) if isinstance(auth, tuple) else auth

    def request(self, method: str, url: str, **options: Any) -> requests.Response:  # type: ignore[override]
        """Send a request; no redirect is followed, and ~/.netrc is left alone."""
        options.setdefault("allow_redirects", False)
        if self._is_foreign(url):
            options["headers"] = {**(options.get("headers") or {}), **dict.fromkeys(SECRET_FIELDS)}
            options["auth"] = _unchanged
        else:
            options.setdefault("auth", self.auth or _unchanged)
        answer = super().request(method, url, **options)
        _hide(answer, self.cookies, self.secrets(options.get("data")))
        return answer

    def secrets(self, data: Any = None) -> list[Secret]:
        """What is sent and must not be seen in an answer or an error.

        Args:
            data: A body that is sent besides the credentials.
        """
        # The client id is a name, which answers have in many places.
        sent = [self.headers.get(name) for name in ("X-Auth-Token", "Authorization")]
        texts = [value for value in sent if isinstance(value, str)]
        if isinstance(self.auth, tuple):
            texts.append(self.auth[1])
        return [*(Secret(text) for text in texts if text), *_secret_texts(data)]

    def _is_foreign(self, url: str) -> bool:
        ours, other = urlsplit(self.store_url), urlsplit(url)
        return (ours.scheme, ours.netloc) != (other.scheme, other.netloc)


_SESSION = requests.Session


def new_session(headers: dict[str, str], auth: Any = None) -> requests.Session:
    """A session for a store, or whatever a test has put in the place of `requests.Session`."""
    if requests.Session is _SESSION:
        return StoreSession(headers, auth)
    session = requests.Session()
    session.headers = headers  # type: ignore[assignment]
    return session


def _secret_texts(data: Any) -> list[Secret]:
    values = data.values() if isinstance(data, dict) else ()
    return [Secret(str(value)) for value in values if isinstance(value, SecretText)]


def _hide(answer: requests.Response, kept: Any, secrets: list[Secret]) -> None:
    """Blank in an answer what it gives back of what was sent: exceptions show it, and logs.

    Args:
        answer: What came.
        kept: The cookies of the session.
        secrets: What was sent.
    """
    content = answer.content
    if not isinstance(content, bytes):
        return  # of a stand-in in a test
    shown = content
    for secret in secrets:
        shown = shown.replace(secret.reveal().encode(), MASK.encode())
    if is_repeated(shown, secrets):
        shown = _blotted(shown, secrets)
    if shown != content:
        answer._content = shown  # noqa: SLF001 - requests has no other place for it
    answer.reason = blot(answer.reason, secrets)
    headers = blot(dict(answer.headers), secrets)
    if headers != dict(answer.headers):
        answer.headers = CaseInsensitiveDict(headers)
    for jar in (answer.cookies, kept):
        for cookie in list(jar):
            told = f"{cookie.name} {cookie.value} {cookie.path}"
            if blot(told, secrets) != told:
                jar.clear(cookie.domain, cookie.path, cookie.name)


def _blotted(content: bytes, secrets: list[Secret]) -> bytes:
    """A body without what it gives back in disguise; JSON stays JSON."""
    try:
        document = blot(json.loads(content), secrets)
    except (ValueError, RecursionError):
        return MASK.encode()
    shown = json.dumps(document).encode()
    return json.dumps(MASK).encode() if is_repeated(shown, secrets) else shown


def withhold(answer: requests.Response) -> None:
    """Blank every text of an answer that has a token somewhere, and not where it belongs."""
    try:
        document = json.loads(answer.content)
    except (ValueError, RecursionError, TypeError):
        document = None
    answer._content = json.dumps(_blank(document)).encode()  # noqa: SLF001 - as above


def _blank_name(name: str) -> str:
    """The name of a field, if it may be one; tokens are longer, or have other letters."""
    return name if len(name) <= _LONGEST_NAME and name.isidentifier() else MASK


def _blank(value: Any) -> Any:
    if isinstance(value, dict):
        return {_blank_name(name): _blank(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_blank(item) for item in value]
    return MASK if isinstance(value, str) else value


def _unchanged(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """An authentication that adds nothing: with one, a session leaves ~/.netrc alone."""
    return request


def base_url(host: str) -> str:
    """The URL of a host, or the URL that it is already, as `masked_url` has it.

    Raises:
        ConfigurationError: It is not https, nor this machine.
    """
    host = masked_url(host)
    return check_url(masked_url(host if "://" in host else f"https://{host}"))


def segment(value: object) -> str:
    """Encode an id, so that it stays below its resource; `100/products` may lead further down."""
    text = str(value)
    return quote(text, safe="" if {".", ".."} & set(text.split("/")) else "/")


def with_id(resource: str, rid: object) -> str:
    """The path of one object."""
    if rid is None or rid == "":
        return resource
    return f"{resource.rstrip('/')}/{segment(rid)}"


def query_string(target: str, query: Mapping[str, Any] | None) -> str:
    """What follows the path; a filter that is None is left out."""
    text = urlencode(
        [(name, _value(value)) for name, value in (query or {}).items() if value is not None]
    )
    if not text:
        return ""
    return f"{'&' if '?' in target else '?'}{text}"


def _value(value: object) -> object:
    """A filter's value as the API reads it: `true`, not `True`; lists with commas."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple | set):
        return ",".join(str(_value(item)) for item in value)
    return value


def forget_credentials(response: requests.Response) -> None:
    """Blank the credentials in the request that hangs on the answer: errors are logged."""
    if isinstance(response.request, requests.PreparedRequest):
        _clear(response.request)


def without_credentials(
    error: requests.RequestException, secrets: Sequence[Secret]
) -> requests.RequestException:
    """The same error, without the frames and the credentials of what was being sent.

    Args:
        error: What ended the attempt; it may quote what came.
        secrets: What was sent.
    """
    if isinstance(error.request, requests.PreparedRequest):
        _clear(error.request)
    told = blot(str(error), secrets)
    return type(error)(told, request=error.request, response=error.response)


def _clear(sent: requests.PreparedRequest) -> None:
    for name in SECRET_FIELDS:
        if name in sent.headers:
            sent.headers[name] = "****"
    if "x-www-form-urlencoded" in (sent.headers.get("Content-Type") or ""):
        sent.body = None


def message(url: str, response: requests.Response) -> str:
    """What an exception says."""
    return f"{response.status_code} {response.reason} @ {url}: {response.content!r}"


def error_class(status: int) -> type[HttpException]:
    """The exception of a status that is no success."""
    if status >= 500:
        return ServerException
    if status == 429:
        return RateLimitingException
    return ClientRequestException if status >= 400 else RedirectionException
