"""System checks of a `StoreAdmin`: what the API cannot do is found before a page asks for it.

They read declarations, and send nothing.
"""

# ruff: noqa: SLF001 - `_meta` is a public name of Django

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.admin.checks import ModelAdminChecks
from django.contrib.admin.filters import (
    AllValuesFieldListFilter,
    EmptyFieldListFilter,
    RelatedFieldListFilter,
)
from django.core import checks
from django.core.exceptions import FieldDoesNotExist

from bcorm.contrib.backend import Backend, Question
from bcorm.exceptions import QueryError, StateError

if TYPE_CHECKING:
    from collections.abc import Iterable

_NEEDS_DISTINCT = (AllValuesFieldListFilter, EmptyFieldListFilter)


class StoreAdminChecks(ModelAdminChecks):
    """Django's checks, and those of what goes to the API."""

    def check(self, admin_obj: Any, **options: Any) -> list[checks.CheckMessage]:
        """Return what is wrong with an admin."""
        return [
            *super().check(admin_obj, **options),
            *self._search(admin_obj),
            *self._filters(admin_obj),
            *self._ordering(admin_obj),
        ]

    def _search(self, admin_obj: Any) -> Iterable[checks.CheckMessage]:
        if admin_obj.searches_here:
            return
        fields = admin_obj.search_fields
        if len(fields) > 1:
            yield _error(admin_obj, "search_fields names more than one: the API cannot OR", 1)
        backend = Backend(admin_obj.model.resource_class)
        for name in fields[:1]:
            try:
                backend.check(Question(where=((name, "word"),)))
            except (QueryError, StateError) as error:
                yield _error(admin_obj, f"search_fields: the API cannot search by it: {error}", 2)

    def _filters(self, admin_obj: Any) -> Iterable[checks.CheckMessage]:
        if admin_obj.date_hierarchy:
            yield _error(admin_obj, "date_hierarchy needs queries that only a database has", 3)
        for item in admin_obj.list_filter:
            name, kind = item if isinstance(item, (list, tuple)) else (item, None)
            if not isinstance(name, str):
                continue  # a filter that asks for itself
            if isinstance(kind, type) and issubclass(kind, _NEEDS_DISTINCT):
                yield _error(admin_obj, f"list_filter: {kind.__name__} needs a database", 4)
            try:
                field = admin_obj.model._meta.get_field(name)
            except FieldDoesNotExist:
                continue  # Django's own check has said so
            if not _filterable(admin_obj, field):
                yield _error(admin_obj, f"list_filter: the API does not filter by {name!r}", 5)
            elif field.is_relation and kind is None:
                yield checks.Warning(
                    f"list_filter: {name!r} reads every {field.related_model.__name__}",
                    obj=type(admin_obj),
                    id="bcorm.W001",
                    hint=f"Say ({name!r}, {RelatedFieldListFilter.__name__}) if they are few.",
                )

    def _ordering(self, admin_obj: Any) -> Iterable[checks.CheckMessage]:
        backend = Backend(admin_obj.model.resource_class)
        for name in (admin_obj.ordering or ())[:1]:
            plain = str(name).lstrip("-")
            if not backend.sorts(plain, descending=str(name).startswith("-")):
                yield _error(admin_obj, f"ordering: the API does not sort by {name!r}", 6)


def _filterable(admin_obj: Any, field: Any) -> bool:
    backend = Backend(admin_obj.model.resource_class)
    name = getattr(field, "source", field.name)
    between = backend.filters(name, "gte") and backend.filters(name, "lte")
    return backend.filters(name) or between


def _error(admin_obj: Any, text: str, number: int) -> checks.Error:
    return checks.Error(text, obj=type(admin_obj), id=f"bcorm.E{number:03}")
