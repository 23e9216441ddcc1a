"""How a request of the official client's kind is written, and its answer told.

Used by `connection` alone: hosts, paths, queries, messages, and the credentials that must not
hang on an answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import requests

from bcorm.http.credentials import Secret, check_url

from .exception import (
    ClientRequestException,
    HttpException,
    RateLimitingException,
    RedirectionException,
    ServerException,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

SECRET_FIELDS = ("X-Auth-Token", "X-Auth-Client", "Authorization")
_SHOWN = 1_000  # characters of a body in a message


def unchanged(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """An authentication that adds nothing: with one, a session leaves ~/.netrc alone."""
    return request


def base_url(host: str) -> str:
    """The URL of a host, or the URL that it is already.

    Raises:
        ConfigurationError: It is not https, nor this machine.
    """
    return check_url(host if "://" in host else f"https://{host}")


def with_id(resource: str, rid: object) -> str:
    """The path of one object; its id stays in its place."""
    if rid is None or rid == "":
        return resource
    return f"{resource.rstrip('/')}/{quote(str(rid), safe='')}"


def query_string(target: str, query: Mapping[str, Any] | None) -> str:
    """What follows the path; a filter that is None is left out."""
    pairs = [(name, _value(value)) for name, value in (query or {}).items() if value is not None]
    if not pairs:
        return ""
    text = "&".join(f"{quote(name, safe=':')}={quote(value, safe=':,')}" for name, value in pairs)
    return f"{'&' if '?' in target else '?'}{text}"


def _value(value: object) -> str:
    """A filter's value as the API reads it: ``true``, not ``True``; lists with commas."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple | set):
        return ",".join(_value(item) for item in value)
    return str(value)


def revealed(data: Any) -> Any:
    """The fields of a form as they are sent; anything else is sent as it is."""
    if not isinstance(data, dict):
        return data
    return {
        name: value.reveal() if isinstance(value, Secret) else value for name, value in data.items()
    }


def forget_credentials(response: requests.Response) -> None:
    """Blank the credentials in the request that hangs on the answer: errors are logged."""
    _blank(response.request)


def without_credentials(error: requests.RequestException) -> requests.RequestException:
    """The same error, without the frames and the credentials of what was being sent."""
    if isinstance(error.request, requests.PreparedRequest):
        _blank(error.request)
    return type(error)(str(error), request=error.request, response=error.response)


def _blank(sent: requests.PreparedRequest) -> None:
    for name in SECRET_FIELDS:
        if name in sent.headers:
            sent.headers[name] = "****"
    if "x-www-form-urlencoded" in (sent.headers.get("Content-Type") or ""):
        sent.body = None


def message(url: str, response: requests.Response) -> str:
    """What an exception says."""
    body = repr(response.content[:_SHOWN])
    return f"{response.status_code} {response.reason} @ {url}: {body}"


def error_class(status: int) -> type[HttpException]:
    """The exception of a status that is no success."""
    if status >= 500:
        return ServerException
    if status == 429:
        return RateLimitingException
    return ClientRequestException if status >= 400 else RedirectionException
