"""Runs the official client's V2 resources over a V3 connection.

A connection whose `api_path` is a V3 one sends each V2 path through `ROWS`: what has a V3
counterpart goes there and comes back without its envelope, in the shape that V2 has
(`{"count": n}`, bare lists, bare objects). What has none goes to V2 of the same store; so do
redirects, which V3 knows by site and path rather than by id.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import attrs
import requests

from bcorm.compat.exception import ClientRequestException

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAGE = 250


@attrs.frozen
class Row:
    """A V2 collection and its V3 counterpart.

    Attributes:
        v2: V2's path, a `{}` for the parent's id.
        v3: V3's path, a `{}` for the same.
        batch: Whether V3 takes and gives arrays only, and reads one by `id:in`.
        clear: How V3 empties the collection: `id:in` in batches, or `each` one by one.
        clear_size: Ids in one deletion.
        parent: The filter (and field) that names the parent where V3's path does not.
    """

    v2: str
    v3: str
    batch: bool = False
    clear: str = "each"
    clear_size: int = 50
    parent: str = ""


_PRODUCT = "catalog/products/{}"
ROWS = (
    Row("products", "catalog/products", clear="id:in", clear_size=250),
    Row("products/{}/images", _PRODUCT + "/images"),
    Row("products/{}/videos", _PRODUCT + "/videos"),
    Row("products/{}/reviews", _PRODUCT + "/reviews"),
    Row("products/{}/options", _PRODUCT + "/options"),
    Row("products/{}/skus", _PRODUCT + "/variants"),
    Row("products/{}/rules", _PRODUCT + "/complex-rules"),
    Row("products/{}/custom_fields", _PRODUCT + "/custom-fields"),
    Row("products/{}/discount_rules", _PRODUCT + "/bulk-pricing-rules"),
    Row("products/skus", "catalog/variants"),
    Row("brands", "catalog/brands", clear="id:in"),
    Row("categories", "catalog/categories", clear="id:in"),
    Row("customers", "customers", batch=True, clear="id:in", clear_size=10),
    Row(
        "customers/{}/addresses",
        "customers/addresses",
        batch=True,
        clear="id:in",
        clear_size=10,
        parent="customer_id",
    ),
    Row("pages", "content/pages", clear="id:in"),
    Row("hooks", "hooks"),
)
# V2 reads a product's options and cannot change them; V3 has the same options by the same ids.
_V3_WRITES = ("products/{}/options",)
_VERSION = re.compile(r"/v[23]/")


def is_v3(connection: Any) -> bool:
    """Whether a connection was made for V3."""
    return "/v3/" in _api_path(connection)


def _api_path(connection: Any) -> str:
    """Where a connection leads; nowhere for a stand-in of somebody's tests."""
    path = getattr(connection, "api_path", "")
    return path if isinstance(path, str) else ""


def request(
    connection: Any,
    method: str,
    path: str,
    *,
    data: Any = None,
    params: dict[str, Any] | None = None,
    headers: dict[str, str] | None = None,
) -> Any:
    """Send a V2 request, translated if the connection is a V3 one; give V2's answer.

    Raises:
        HttpException: Any status that is no success.
    """
    target = _match(path)
    if target is not None and (is_v3(connection) or _only_v3_writes(target, connection, method)):
        return _Translation(connection, target).send(method, data, params or {})
    if is_v3(connection):
        path = _of_version(connection, "v2", path)
    return connection.make_request(method, path, data, params, headers)


@attrs.frozen
class _Target:
    row: Row
    parent: str | None
    tail: str | None  # an id, "count", or None for the collection


class _Translation:
    """One request on its way to V3 and back."""

    def __init__(self, connection: Any, target: _Target) -> None:
        self._connection = connection
        self._row, self._parent, self._tail = target.row, target.parent, target.tail
        self._path = _of_version(connection, "v3", self._row.v3.format(target.parent))

    def send(self, method: str, data: Any, params: dict[str, Any]) -> Any:
        if self._row.parent and self._parent:
            params = {f"{self._row.parent}:in": self._parent, **params}
        if method == "GET":
            return self._read(params)
        if method == "DELETE":
            return self._delete(params)
        return self._write(method, data)

    def _read(self, params: dict[str, Any]) -> Any:
        if self._tail is None:
            return self._call("GET", params=params)["data"]
        if self._tail == "count":
            found = self._call("GET", params={**params, "limit": 1})
            return {"count": found["meta"]["pagination"]["total"]}
        if not self._row.batch:
            return self._call("GET", self._tail, params=params)["data"]
        rows = self._call("GET", params={**params, "id:in": self._tail})["data"]
        return rows[0] if rows else self._not_found()

    def _write(self, method: str, data: Any) -> Any:
        if not self._row.batch:
            return self._call(method, self._tail, data=data)["data"]
        one = dict(data or {})
        if self._tail is not None:
            one["id"] = int(self._tail)
        elif self._row.parent and self._parent:
            one[self._row.parent] = int(self._parent)
        rows = self._call(method, data=[one])["data"]
        return rows[0] if rows else {}

    def _delete(self, params: dict[str, Any]) -> Any:
        ids = list(self._ids(params)) if self._tail is None else [self._tail]
        if not self._row.batch and (self._tail is not None or self._row.clear == "each"):
            for one in ids:
                self._call("DELETE", str(one))
            return {}
        for start in range(0, len(ids), self._row.clear_size):
            chunk = ids[start : start + self._row.clear_size]
            self._call("DELETE", params={"id:in": chunk})
        return {}

    def _ids(self, params: dict[str, Any]) -> Iterator[int]:
        page = 1
        while True:
            found = self._call("GET", params={**params, "page": page, "limit": _PAGE})
            rows = found.get("data") or []
            yield from (row["id"] for row in rows)
            if len(rows) < _PAGE:
                return
            page += 1

    def _call(
        self, method: str, tail: str | None = None, data: Any = None, params: Any = None
    ) -> Any:
        path = self._path if tail is None else f"{self._path}/{tail}"
        answer = self._connection.make_request(method, path, data, params)
        # A 204 is an empty object; a few collections answer an empty list with it.
        return answer or {"data": [] if tail is None else {}}

    def _not_found(self) -> Any:
        response = requests.Response()
        response.status_code, response.reason = 404, "Not Found"
        raise ClientRequestException(f"404 Not Found @ {self._row.v3}/{self._tail}", response)


def _match(path: str) -> _Target | None:
    parts = path.strip("/").split("/")
    for row in ROWS:
        pattern = row.v2.split("/")
        if len(parts) - len(pattern) not in (0, 1):
            continue
        parent = None
        for have, want in zip(parts, pattern, strict=False):
            if want == "{}" and have.isdecimal():
                parent = have
            elif have != want:
                break
        else:
            tail = parts[len(pattern)] if len(parts) > len(pattern) else None
            if tail is None or tail == "count" or tail.isdecimal():
                return _Target(row, parent, tail)
    return None


def _only_v3_writes(target: _Target, connection: Any, method: str) -> bool:
    oauth = _VERSION.search(_api_path(connection)) and hasattr(connection, "store_hash")
    return bool(oauth) and method != "GET" and target.row.v2 in _V3_WRITES


def _of_version(connection: Any, version: str, path: str) -> str:
    """The full URL of a path in a version of the API, whichever the connection is for."""
    url: str = connection.full_path(path)
    return _VERSION.sub(f"/{version}/", url, count=1)
