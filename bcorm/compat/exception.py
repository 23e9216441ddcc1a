"""The official client's exceptions by name, as part of bcorm's tree.

`except bigcommerce.exception.HttpException` and `except bcorm.BcormError` both catch
them. `connection` raises them; a `requests.Response` hangs on each, without the credentials
that its request carried.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcorm.exceptions import BcormError, ConfigurationError

if TYPE_CHECKING:
    import requests
    from requests.structures import CaseInsensitiveDict


class HttpException(BcormError):
    """An answer that is an error.

    Attributes:
        response: The whole answer.
    """

    def __init__(self, msg: str, res: requests.Response) -> None:
        super().__init__(msg)
        self.response = res

    @property
    def status_code(self) -> int:
        """HTTP status."""
        return self.response.status_code

    @property
    def headers(self) -> CaseInsensitiveDict[str]:
        """Header fields of the answer."""
        return self.response.headers

    @property
    def content(self) -> bytes:
        """Body of the answer."""
        return self.response.content


class EmptyResponseWarning(HttpException):
    """204 where the caller asked for something."""


class ClientRequestException(HttpException):
    """4xx: the request is at fault."""


class RateLimitingException(ClientRequestException):
    """429: the quota is used up, and waiting was not configured."""

    @property
    def retry_after(self) -> str | None:
        """Milliseconds until the window ends, as the header has them; None without it."""
        return self.response.headers.get("X-Rate-Limit-Time-Reset-Ms")


class ServerException(HttpException):
    """5xx, or an answer that is no JSON: the server is at fault."""


class RedirectionException(HttpException):
    """3xx: redirects are never followed, a token does not leave its host."""


class NotLoggedInException(Exception):
    """Kept for its name; neither client raises it."""


class NoSuchRow(BcormError, KeyError, IndexError):
    """There is no row of that number: the listing was empty, or it is no listing.

    The official client raises KeyError here, because an empty listing is a dictionary; who
    thinks of a list expects IndexError.
    """

    def __init__(self, number: int) -> None:
        super().__init__(number)

    def __str__(self) -> str:
        return f"no row {self.args[0]}: nothing was found"


class NotConnected(ConfigurationError, AttributeError):
    """A resource that was made by hand is to send a request, and has no connection.

    An AttributeError besides, as in the official client.
    """

    def __init__(self, resource: str) -> None:
        super().__init__(
            f"this object of {resource} has no connection: get it with api.{resource}.get(...), or"
            f" pass {resource}({{...}}, _connection=api.connection)"
        )
