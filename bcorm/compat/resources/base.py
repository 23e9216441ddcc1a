"""What a resource class of the official client is made of.

A resource is a dictionary with dot access; its class says where it lives and, by what it
inherits, what can be done with it. The class methods take a connection, which `ApiResource`
users never see: `bcorm.compat.api` passes it. Paths are V2's; `v3` translates them when the
connection is a V3 one.
"""

# ruff: noqa: PLR0917 - the signatures are the official client's

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from bcorm.compat import v3

from .mapping import Mapping

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from typing_extensions import Self


R = TypeVar("R", bound="ApiResource")

PAGE = 250  # rows; the most that the API gives at once


class ApiResource(Mapping):
    """A resource that can be read one by one."""

    resource_name = ""

    _connection: Any = None
    _parentid: Any = None

    @classmethod
    def get(cls, id: Any, connection: Any = None, **params: Any) -> Self:  # noqa: A002
        """GET one.

        Raises:
            HttpException: Any status that is no success.
        """
        response = cls._make_request("GET", cls._get_path(id), connection, params=params)
        return cls._create_one(response, connection)

    @classmethod
    def _get_path(cls, id: Any) -> str:  # noqa: A002
        return f"{cls.resource_name}/{v3.segment(id)}"

    @classmethod
    def _make_request(
        cls,
        method: str,
        url: str,
        connection: Any,
        data: Any = None,
        params: dict[str, Any] | None = None,
        headers: dict[str, str] | None = None,
    ) -> Any:
        return v3.request(connection, method, url, data=data, params=params, headers=headers)

    @classmethod
    def _create_one(cls, row: Any, connection: Any, parentid: Any = None) -> Self:
        return cls(row, _connection=connection, _parentid=parentid)

    @classmethod
    def _create_many(cls, rows: Iterable[Any], connection: Any, parentid: Any = None) -> list[Self]:
        return [cls._create_one(row, connection, parentid) for row in rows]

    @classmethod
    def _create_object(cls, response: Any, connection: Any = None, parentid: Any = None) -> Any:
        if isinstance(response, list):
            return cls._create_many(response, connection, parentid)
        return cls._create_one(response, connection, parentid)

    @classmethod
    def _create_listing(cls, response: Any, connection: Any, parentid: Any = None) -> Any:
        """A 204 is an empty list; the store and the clock are one object, not a list."""
        return cls._create_object(response or [], connection, parentid)

    @classmethod
    def _pages(cls, path: str, connection: Any, params: dict[str, Any]) -> Iterator[list[Any]]:
        """Every page, until one is not full.

        An endpoint that knows no pages answers each of them alike: it is asked once.
        """
        page, first = 1, None
        while True:
            rows = cls._make_request(
                "GET", path, connection, params={**params, "page": page, "limit": PAGE}
            )
            if isinstance(rows, dict):
                yield [rows] if rows else []
                return
            if not rows or rows[0] == first:
                return
            yield rows
            if len(rows) < PAGE:
                return
            first = rows[0]
            page += 1

    @classmethod
    def _listing(cls, path: str, connection: Any, params: dict[str, Any]) -> Any:
        """All pages together, or the one that was asked for."""
        if "page" in params or "limit" in params:
            return cls._make_request("GET", path, connection, params=params)
        pages = list(cls._pages(path, connection, params))
        return [row for rows in pages for row in rows]


class ApiSubResource(ApiResource):
    """A resource below another; its parent's id comes first everywhere."""

    parent_resource = ""
    parent_key = ""

    @classmethod
    def get(  # type: ignore[override]
        cls,
        parentid: Any,
        id: Any = None,  # noqa: A002
        connection: Any = None,
        **params: Any,
    ) -> Any:
        """GET one, or without `id` all of the parent's.

        Raises:
            HttpException: Any status that is no success.
        """
        if id is None:
            path = f"{_below(cls, parentid)}"
            rows = cls._listing(path, connection, params)
            return cls._create_listing(rows, connection, parentid)
        response = cls._make_request("GET", cls._get_path(id, parentid), connection, params=params)
        return cls._create_one(response, connection, parentid)

    @classmethod
    def _get_path(cls, id: Any, parentid: Any) -> str:  # type: ignore[override]  # noqa: A002
        return f"{_below(cls, parentid)}/{v3.segment(id)}"

    def parent_id(self) -> Any:
        """The parent's id: out of the resource, or from how it was asked for."""
        return dict.get(self, self.parent_key, self._parentid)


def _below(cls: Any, parentid: Any) -> str:
    return f"{cls.parent_resource}/{v3.segment(parentid)}/{cls.resource_name}"


class CreateableApiResource(ApiResource):
    """A resource that can be created."""

    @classmethod
    def create(cls, connection: Any = None, **params: Any) -> Self:
        """POST one.

        Raises:
            HttpException: Any status that is no success.
        """
        response = cls._make_request("POST", cls._create_path(), connection, data=params)
        return cls._create_one(response, connection)

    @classmethod
    def _create_path(cls) -> str:
        return cls.resource_name


class CreateableApiSubResource(ApiSubResource):
    """A subresource that can be created."""

    @classmethod
    def create(cls, parentid: Any, connection: Any = None, **params: Any) -> Self:
        """POST one below a parent.

        Raises:
            HttpException: Any status that is no success.
        """
        response = cls._make_request("POST", cls._create_path(parentid), connection, data=params)
        return cls._create_one(response, connection, parentid)

    @classmethod
    def _create_path(cls, parentid: Any) -> str:
        return _below(cls, parentid)


class ListableApiResource(ApiResource):
    """A resource that can be listed."""

    @classmethod
    def all(cls, connection: Any = None, **params: Any) -> Any:
        """GET one page as a list; keywords are filters, ``page`` and ``limit``.

        The store and the time are one object instead.

        Raises:
            HttpException: Any status that is no success.
        """
        response = cls._make_request("GET", cls._get_all_path(), connection, params=params)
        return cls._create_listing(response, connection)

    @classmethod
    def iterall(cls, connection: Any = None, **kwargs: Any) -> Iterator[Self]:
        """Yield every object of every page; with ``page`` or ``limit`` those of one page.

        Raises:
            HttpException: Any status that is no success.
        """
        path = cls._get_all_path()
        if kwargs.get("page") or kwargs.get("limit"):
            rows = cls._make_request("GET", path, connection, params=kwargs)
            yield from cls._create_many(rows or [], connection)
            return
        for rows in cls._pages(path, connection, kwargs):
            yield from cls._create_many(rows, connection)

    @classmethod
    def _get_all_path(cls) -> str:
        return cls.resource_name


class ListableApiSubResource(ApiSubResource):
    """A subresource that can be listed."""

    @classmethod
    def all(cls, parentid: Any = None, connection: Any = None, **params: Any) -> Any:
        """GET all of a parent's, page after page; with ``page`` or ``limit`` one page.

        Some can be listed without a parent, such as all SKUs of the store.

        Raises:
            HttpException: Any status that is no success.
        """
        rows = cls._listing(cls._get_all_path(parentid), connection, params)
        return cls._create_listing(rows, connection, parentid)

    @classmethod
    def iterall(cls, parentid: Any = None, connection: Any = None, **kwargs: Any) -> Iterator[Self]:
        """Yield every object of every page.

        Raises:
            HttpException: Any status that is no success.
        """
        for rows in cls._pages(cls._get_all_path(parentid), connection, kwargs):
            yield from cls._create_many(rows, connection, parentid)

    @classmethod
    def _get_all_path(cls, parentid: Any = None) -> str:
        if parentid:
            return _below(cls, parentid)
        return f"{cls.parent_resource}/{cls.resource_name}"


class UpdateableApiResource(ApiResource):
    """A resource that can be changed."""

    def update(self, **updates: Any) -> Any:  # type: ignore[override]
        """PUT changes; gives the resource as it is then. This object stays as it was.

        Raises:
            HttpException: Any status that is no success.
        """
        response = self._make_request("PUT", self._update_path(), self._connection, data=updates)
        return self._create_object(response, connection=self._connection)

    def _update_path(self) -> str:
        return f"{self.resource_name}/{v3.segment(self.id)}"


class UpdateableApiSubResource(ApiSubResource):
    """A subresource that can be changed."""

    def update(self, **updates: Any) -> Any:  # type: ignore[override]
        """PUT changes; gives the resource as it is then. This object stays as it was.

        Raises:
            HttpException: Any status that is no success.
        """
        response = self._make_request("PUT", self._update_path(), self._connection, data=updates)
        return self._create_object(response, self._connection, self.parent_id())

    def _update_path(self) -> str:
        return f"{_below(self, self.parent_id())}/{v3.segment(self.id)}"


class DeleteableApiResource(ApiResource):
    """A resource that can be deleted."""

    def delete(self) -> Any:
        """DELETE it; gives ``{}``.

        Raises:
            HttpException: Any status that is no success.
        """
        return self._make_request("DELETE", self._delete_path(), self._connection)

    def _delete_path(self) -> str:
        return f"{self.resource_name}/{v3.segment(self.id)}"


class DeleteableApiSubResource(ApiSubResource):
    """A subresource that can be deleted."""

    def delete(self) -> Any:
        """DELETE it; gives ``{}``.

        Raises:
            HttpException: Any status that is no success.
        """
        return self._make_request("DELETE", self._delete_path(), self._connection)

    def _delete_path(self) -> str:
        return f"{_below(self, self.parent_id())}/{v3.segment(self.id)}"


class CollectionDeleteableApiResource(ApiResource):
    """A resource that can be deleted altogether."""

    @classmethod
    def delete_all(cls, connection: Any = None) -> Any:
        """DELETE every one of them in the store; gives ``{}``.

        Raises:
            HttpException: Any status that is no success.
        """
        return cls._make_request("DELETE", cls._delete_all_path(), connection)

    @classmethod
    def _delete_all_path(cls) -> str:
        return cls.resource_name


class CollectionDeleteableApiSubResource(ApiSubResource):
    """A subresource that can be deleted altogether."""

    @classmethod
    def delete_all(cls, parentid: Any, connection: Any = None) -> Any:
        """DELETE all of a parent's; gives ``{}``.

        Raises:
            HttpException: Any status that is no success.
        """
        return cls._make_request("DELETE", cls._delete_all_path(parentid), connection)

    @classmethod
    def _delete_all_path(cls, parentid: Any) -> str:
        return _below(cls, parentid)


class CountableApiResource(ApiResource):
    """A resource that can be counted."""

    @classmethod
    def count(cls, connection: Any = None, **params: Any) -> int:
        """How many there are; keywords are filters.

        Raises:
            HttpException: Any status that is no success.
        """
        response = cls._make_request("GET", cls._count_path(), connection, params=params)
        return int(response["count"])

    @classmethod
    def _count_path(cls) -> str:
        return f"{cls.resource_name}/count"


class CountableApiSubResource(ApiSubResource):
    """A subresource that can be counted, of one parent or in the whole store."""

    count_resource: str | None = None

    @classmethod
    def count(cls, parentid: Any = None, connection: Any = None, **params: Any) -> int:
        """How many there are; keywords are filters.

        Raises:
            NotImplementedError: It cannot be counted without a parent.
            HttpException: Any status that is no success.
        """
        response = cls._make_request("GET", cls._count_path(parentid), connection, params=params)
        return int(response["count"])

    @classmethod
    def _count_path(cls, parentid: Any = None) -> str:
        if parentid is not None:
            return f"{_below(cls, parentid)}/count"
        if cls.count_resource is not None:
            return f"{cls.count_resource}/count"
        raise NotImplementedError(f"{cls.__name__} cannot be counted without a parent")
