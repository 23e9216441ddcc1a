"""The official client's connection with basic authentication, and what all connections share.

Speaks through `requests` as the official client does, so that migrated code which catches
``requests.exceptions.Timeout`` or reads ``exception.response`` goes on working. What differs
on purpose is listed in docs/migrate.md.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, NoReturn
from urllib.parse import urlsplit

import requests

from bcorm.http import jsontext
from bcorm.http.credentials import BasicCredentials, Secret

from .exception import EmptyResponseWarning, ServerException
from .wire import (
    SECRET_FIELDS,
    base_url,
    error_class,
    forget_credentials,
    message,
    query_string,
    revealed,
    unchanged,
    with_id,
    without_credentials,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

log = logging.getLogger("bcorm.compat")

DEFAULT_TIMEOUT = 7.0  # seconds, the official client's


class Connection:
    """A store that is reached with basic authentication (V2 only).

    Args:
        host: The store's host, or a full ``http://127.0.0.1:PORT``.
        auth: User name and API token.
        api_path: Where the API is, with a place for the resource.
        timeout: Seconds to connect, and between bytes.

    Raises:
        ConfigurationError: The host is no https host (plain http is for this machine), or
            a credential cannot be sent.
    """

    def __init__(
        self,
        host: str,
        auth: tuple[str, str | Secret],
        api_path: str = "/api/v2/{}",
        *,
        timeout: float | tuple[float, float] = DEFAULT_TIMEOUT,
    ) -> None:
        # Wrapped first: a traceback that shows local variables does not show the token.
        auth = (auth[0], Secret(auth[1]))
        BasicCredentials(base_url(host), *auth)  # refuses what cannot be sent
        self.host = host
        self.api_path = api_path
        self.timeout: float | tuple[float, float] = timeout
        self._session = requests.Session()
        self._session.auth = (auth[0], auth[1].reveal())
        self._session.headers.clear()
        self._session.headers["Accept"] = "application/json"
        self._last_response: requests.Response | None = None

    def full_path(self, url: str) -> str:
        """The URL of a resource of this store."""
        return base_url(self.host) + self.api_path.format(url)

    def get(self, resource: str = "", rid: object = None, **query: Any) -> Any:
        """GET a resource, or the one with id `rid`; keywords are the query.

        Raises:
            HttpException: Any status that is no success.
        """
        url = with_id(resource, rid)
        return self._handle_response(url, self._run_method("GET", url, query=query))

    def update(self, resource: str, rid: object, updates: Mapping[str, Any]) -> Any:
        """PUT changes to the resource with id `rid`.

        Raises:
            HttpException: Any status that is no success.
        """
        return self.put(with_id(resource, rid), updates)

    def create(self, resource: str, data: Any) -> Any:
        """POST a new resource.

        Raises:
            HttpException: Any status that is no success.
        """
        return self.post(resource, data)

    def delete(self, resource: str, rid: object = None) -> Any:
        """DELETE the resource with id `rid`, or all of them without one.

        Raises:
            HttpException: Any status that is no success.
        """
        url = with_id(resource, rid)
        return self._handle_response(url, self._run_method("DELETE", url), suppress_empty=True)

    def make_request(
        self,
        method: str,
        url: str,
        data: Any = None,
        params: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Any:
        """Send any request; give its parsed JSON, or ``{}`` for a 204.

        Raises:
            HttpException: Any status that is no success.
        """
        return self._handle_response(url, self._run_method(method, url, data, params, headers))

    def put(self, url: str, data: Any) -> Any:
        """PUT `data` as JSON.

        Raises:
            HttpException: Any status that is no success.
        """
        return self._handle_response(url, self._run_method("PUT", url, data=data))

    def post(self, url: str, data: Any, headers: Mapping[str, str] | None = None) -> Any:
        """POST `data`, as JSON unless the headers name another content type.

        Raises:
            HttpException: Any status that is no success.
        """
        return self._handle_response(url, self._run_method("POST", url, data, headers=headers))

    def __repr__(self) -> str:
        return f"{type(self).__name__} {self.host}{self.api_path}"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a connection holds a token and is not pickled")

    def _run_method(
        self,
        method: str,
        url: str,
        data: Any = None,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> requests.Response:
        """Send once and return the answer, whatever its status."""
        target = url if url[:4] == "http" else self.full_path(url.removeprefix("/"))
        fields: dict[str, Any] = dict(headers or {})
        if data and fields.setdefault("Content-Type", "application/json") == "application/json":
            data = jsontext.dumps(data)
        if not data:
            data = None
            fields.pop("Content-Type", None)
        auth = None
        if not self._is_ours(target):
            # A full URL may lead anywhere; the store's credentials go to the store only.
            fields.update(dict.fromkeys(SECRET_FIELDS))
            auth = unchanged
        log.debug("%s %s", method, url.partition("?")[0])
        try:
            response = self._session.request(
                method,
                target + query_string(target, query),
                data=revealed(data),
                timeout=self.timeout,
                headers=fields,
                auth=auth,
                allow_redirects=False,
            )
        except requests.RequestException as error:
            failure = without_credentials(error)
        else:
            forget_credentials(response)
            return response
        # Outside the handler: the frames of the original hold what was sent.
        raise failure

    def _is_ours(self, url: str) -> bool:
        ours, other = urlsplit(self.full_path("")), urlsplit(url)
        return (ours.scheme, ours.netloc) == (other.scheme, other.netloc)

    def _handle_response(
        self, url: str, res: requests.Response, suppress_empty: bool = True
    ) -> Any:
        """Give the parsed JSON, or raise what the status says."""
        self._last_response = res
        status = res.status_code
        if status == 204 and not suppress_empty:
            raise EmptyResponseWarning(message(url, res), res)
        if status == 204 or (status < 300 and not res.content.strip()):
            return {}
        if status < 300:
            try:
                return res.json()
            except requests.exceptions.JSONDecodeError:
                raise ServerException(f"no JSON: {message(url, res)}", res) from None
        raise error_class(status)(message(url, res), res)
