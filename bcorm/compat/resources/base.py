"""What a resource class of the official client is made of.

A resource is a dictionary with dot access; its class says where it lives and, by what it
inherits, what can be done with it. The class methods take a connection, which `ApiResource`
users never see: `bcorm.compat.api` passes it. Paths are V2's; `v3` translates them when the
connection is a V3 one.
"""

# ruff: noqa: PLR0917 - the signatures are the official client's

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.compat import v3
from bcorm.compat.exception import NotConnected
from bcorm.compat.wire import segment

from .mapping import Mapping

if TYPE_CHECKING:
    from collections.abc import Iterator

    from typing_extensions import Self

PAGE = 250  # rows; the most that the API gives at once
_DEFAULT_PAGE = 50  # rows; what it gives unasked


class ApiResource(Mapping):
    """A resource that can be read one by one."""

    resource_name = ""

    @classmethod
    def get(cls, id: Any, connection: Any = None, **params: Any) -> Self:  # noqa: A002
        """GET one.

        Raises:
            HttpException: Any status that is no success.
        """
        response = cls._make_request("GET", cls._get_path(id), connection, params=params)
        found: Self = cls._create_object(response, connection=connection)
        return found

    @classmethod
    def _get_path(cls, id: Any) -> str:  # noqa: A002
        return f"{cls.resource_name}/{segment(id)}"

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
        if connection is None:
            raise NotConnected(cls.__name__)
        if cls._is_official():
            return v3.request(connection, method, url, data=data, params=params, headers=headers)
        return connection.make_request(method, url, data, params, headers)

    @classmethod
    def _is_official(cls) -> bool:
        """Whether the path is the official client's; a program's own resource says its own."""
        home = next(base for base in cls.__mro__ if "resource_name" in vars(base))
        return home is not ApiResource and home.__module__.startswith(f"{__package__}.")

    @classmethod
    def _create_object(cls, response: Any, connection: Any = None) -> Any:
        """A list of objects, or one; of an empty answer an empty one."""
        if response and not isinstance(response, dict):
            return [cls(row, _connection=connection) for row in response]
        return cls(response, _connection=connection)


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
            rows = cls._listing(_below(cls, parentid), connection, params)
            return cls._of_parent(parentid, rows, connection)
        response = cls._make_request("GET", cls._get_path(id, parentid), connection, params=params)
        return cls._of_parent(parentid, response, connection)

    @classmethod
    def _get_path(cls, id: Any, parentid: Any) -> str:  # type: ignore[override]  # noqa: A002
        return f"{_below(cls, parentid)}/{segment(id)}"

    def parent_id(self) -> Any:
        """The parent's id: out of the resource, or from how it was asked for.

        Raises:
            KeyError: It is in neither.
        """
        if self.parent_key not in self and getattr(self, "_parentid", None) is not None:
            return self._parentid
        return self[self.parent_key]

    @classmethod
    def _of_parent(cls, parentid: Any, response: Any, connection: Any) -> Any:
        """The objects of an answer, which know their parent from now on."""
        found = cls._create_object(response, connection=connection)
        for one in found if isinstance(found, list) else [found]:
            if isinstance(one, Mapping):
                one._parentid = parentid  # noqa: SLF001 - a slot of its own
        return found

    @classmethod
    def _listing(cls, path: str, connection: Any, params: dict[str, Any]) -> Any:
        """The page that was asked for, or all pages together.

        The first request is the official client's. An answer that fills a page by itself may
        have more behind it; an endpoint that knows no pages answers each of them alike.
        """
        rows = cls._make_request("GET", path, connection, params=params)
        if "page" in params or "limit" in params or not isinstance(rows, list):
            return rows
        if not rows or len(rows) % _DEFAULT_PAGE:
            return rows
        found: list[Any] = []
        while True:
            page = {**params, "page": len(found) // PAGE + 1, "limit": PAGE}
            more = cls._make_request("GET", path, connection, params=page) or []
            if found and more and more[0] == found[0]:
                return found
            found += more
            if len(more) < PAGE:
                return found


def _below(cls: Any, parentid: Any) -> str:
    return f"{cls.parent_resource}/{segment(parentid)}/{cls.resource_name}"


class CreateableApiResource(ApiResource):
    """A resource that can be created."""

    @classmethod
    def create(cls, connection: Any = None, **params: Any) -> Self:
        """POST one.

        Raises:
            HttpException: Any status that is no success.
        """
        response = cls._make_request("POST", cls._create_path(), connection, data=params)
        made: Self = cls._create_object(response, connection=connection)
        return made

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
        made: Self = cls._of_parent(parentid, response, connection)
        return made

    @classmethod
    def _create_path(cls, parentid: Any) -> str:
        return _below(cls, parentid)


class ListableApiResource(ApiResource):
    """A resource that can be listed."""

    @classmethod
    def all(cls, connection: Any = None, **params: Any) -> Any:
        """GET one page as a list; keywords are filters, `page` and `limit`.

        The store and the time are one object instead; nothing is an empty object.

        Raises:
            HttpException: Any status that is no success.
        """
        response = cls._make_request("GET", cls._get_all_path(), connection, params=params)
        return cls._create_object(response, connection=connection)

    @classmethod
    def iterall(cls, connection: Any = None, **kwargs: Any) -> Iterator[Self]:
        """Yield every object of every page; with `page` or `limit` those of one page.

        Raises:
            HttpException: Any status that is no success.
        """
        path = cls._get_all_path()
        if kwargs.get("page") or kwargs.get("limit"):
            rows = cls._make_request("GET", path, connection, params=kwargs)
            yield from cls._create_each(rows, connection)
            return
        for rows in cls._pages(path, connection, kwargs):
            yield from cls._create_each(rows, connection)

    @classmethod
    def _pages(cls, path: str, connection: Any, params: dict[str, Any]) -> Iterator[Any]:
        """Every page, until one is empty.

        An endpoint that knows no pages answers each of them alike: it is asked twice.
        """
        page, first = 1, None
        while True:
            asked = {**params, "page": page, "limit": PAGE}
            rows = cls._make_request("GET", path, connection, params=asked)
            if not rows or (first is not None and rows == first):
                return
            yield rows
            if isinstance(rows, dict):
                return
            first, page = rows, page + 1

    @classmethod
    def _create_each(cls, rows: Any, connection: Any) -> Iterator[Self]:
        for row in [rows] if isinstance(rows, dict) and rows else rows:
            yield cls._create_object(row, connection=connection)

    @classmethod
    def _get_all_path(cls) -> str:
        return cls.resource_name


class ListableApiSubResource(ApiSubResource):
    """A subresource that can be listed."""

    @classmethod
    def all(cls, parentid: Any = None, connection: Any = None, **params: Any) -> Any:
        """GET all of a parent's, page after page; with `page` or `limit` one page.

        Some can be listed without a parent, such as all SKUs of the store. Nothing is an empty
        object.

        Raises:
            HttpException: Any status that is no success.
        """
        rows = cls._listing(cls._get_all_path(parentid), connection, params)
        return cls._of_parent(parentid, rows, connection)

    @classmethod
    def iterall(cls, parentid: Any = None, connection: Any = None, **kwargs: Any) -> Iterator[Self]:
        """Yield every object of every page; with `page` or `limit` those of one page.

        Raises:
            HttpException: Any status that is no success.
        """
        found = cls.all(parentid, connection, **kwargs)
        yield from found if isinstance(found, list) else [found] if found else []

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
        return f"{self.resource_name}/{segment(self.id)}"


class UpdateableApiSubResource(ApiSubResource):
    """A subresource that can be changed."""

    def update(self, **updates: Any) -> Any:  # type: ignore[override]
        """PUT changes; gives the resource as it is then. This object stays as it was.

        Raises:
            HttpException: Any status that is no success.
        """
        response = self._make_request("PUT", self._update_path(), self._connection, data=updates)
        return self._of_parent(self.parent_id(), response, self._connection)

    def _update_path(self) -> str:
        return f"{_below(self, self.parent_id())}/{segment(self.id)}"


class DeleteableApiResource(ApiResource):
    """A resource that can be deleted."""

    def delete(self) -> Any:
        """DELETE it; gives `{}`.

        Raises:
            HttpException: Any status that is no success.
        """
        return self._make_request("DELETE", self._delete_path(), self._connection)

    def _delete_path(self) -> str:
        return f"{self.resource_name}/{segment(self.id)}"


class DeleteableApiSubResource(ApiSubResource):
    """A subresource that can be deleted."""

    def delete(self) -> Any:
        """DELETE it; gives `{}`.

        Raises:
            HttpException: Any status that is no success.
        """
        return self._make_request("DELETE", self._delete_path(), self._connection)

    def _delete_path(self) -> str:
        return f"{_below(self, self.parent_id())}/{segment(self.id)}"


class CollectionDeleteableApiResource(ApiResource):
    """A resource that can be deleted altogether."""

    @classmethod
    def delete_all(cls, connection: Any = None) -> Any:
        """DELETE every one of them in the store; gives `{}`.

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
        """DELETE all of a parent's; gives `{}`.

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
    def count(cls, connection: Any = None, **params: Any) -> Any:
        """How many there are; keywords are filters.

        Raises:
            HttpException: Any status that is no success.
        """
        response = cls._make_request("GET", cls._count_path(), connection, params=params)
        return response["count"]

    @classmethod
    def _count_path(cls) -> str:
        return f"{cls.resource_name}/count"


class CountableApiSubResource(ApiSubResource):
    """A subresource that can be counted, of one parent or in the whole store."""

    count_resource: str | None = None

    @classmethod
    def count(cls, parentid: Any = None, connection: Any = None, **params: Any) -> Any:
        """How many there are; keywords are filters.

        Raises:
            NotImplementedError: It cannot be counted without a parent.
            HttpException: Any status that is no success.
        """
        response = cls._make_request("GET", cls._count_path(parentid), connection, params=params)
        return response["count"]

    @classmethod
    def _count_path(cls, parentid: Any = None) -> str:
        if parentid is not None:
            return f"{_below(cls, parentid)}/count"
        if cls.count_resource is not None:
            return f"{cls.count_resource}/count"
        raise NotImplementedError(f"{cls.__name__} cannot be counted without a parent")
