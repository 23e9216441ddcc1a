"""`StoreQuerySet`: Django's own query, answered by the API instead of by SQL.

Django goes on building its tree of conditions; `translation` walks it when rows are needed and
turns it into a `backend.Question`. What the API cannot answer is refused, never fetched and
filtered here.
"""

# ruff: noqa: SLF001 - `_meta` is a public name of Django

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
from django.db import NotSupportedError, models
from django.db.models.query import ModelIterable

from bcorm.contrib.backend import Page
from bcorm.contrib.django.translation import translate
from bcorm.exceptions import CommitError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bcorm.contrib.backend import Backend, Question
    from bcorm.contrib.backend import Lookup as StoreLookup
    from bcorm.model.resource import Resource

# Words of Django's querysets that have no meaning over HTTP.
_REFUSED = (
    "aggregate", "alias", "annotate", "bulk_create", "bulk_update", "dates", "datetimes",
    "difference", "extra", "intersection", "raw", "select_for_update", "union", "update",
    "values", "values_list",
)  # fmt: skip


class StoreIterable(ModelIterable):
    """What Django iterates over: rows of the API as model instances."""

    def __iter__(self) -> Iterator[Any]:
        queryset: StoreQuerySet = self.queryset
        for resource in queryset.resources():
            yield queryset.model.from_resource(resource)


class StoreQuerySet(models.QuerySet):
    """A Django queryset over one resource of the store."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._iterable_class = StoreIterable
        self._asked: tuple[StoreLookup, ...] = ()
        self._included: tuple[str, ...] = ()
        self._read: list[Resource] | None = None

    def _clone(self) -> StoreQuerySet:
        clone: StoreQuerySet = super()._clone()
        clone._asked = self._asked
        clone._included = self._included
        clone._read = self._read
        return clone

    def of(self, resources: Iterable[Resource]) -> StoreQuerySet:
        """Return a queryset of rows that were read already: it slices and counts those.

        Args:
            resources: the bcorm objects, in their order.
        """
        clone: StoreQuerySet = self._chain()
        clone._read = list(resources)
        return clone

    def where(self, **lookups: Any) -> StoreQuerySet:
        """Filter by bcorm's lookups: also by the API's filters that are no fields (`keyword`)."""
        clone: StoreQuerySet = self._chain()
        clone._asked = (*self._asked, *lookups.items())
        return clone

    def include(self, *names: str) -> StoreQuerySet:
        """Bring subresources along, in the API's words (`images`)."""
        clone: StoreQuerySet = self._chain()
        clone._included = (*self._included, *names)
        return clone

    @property
    def ordered(self) -> bool:
        """Whether rows have a stable order: the API's lists always have."""
        return True

    # Since Django 6.1; formsets would sort again, and so read again, what is not.
    totally_ordered = ordered

    def backend(self) -> Backend:
        """Return the backend of the current session."""
        backend: Backend = self.model.backend()
        return backend

    def question(self) -> Question | None:
        """Return what is asked; None where no row can match, so that nothing is sent.

        Raises:
            NotSupportedError: the API cannot be asked that.
        """
        found = translate(self)
        if found is None:
            return None
        where = (*found.where, *self._asked)
        return attrs.evolve(found, where=where, include=self._included)

    def check(self) -> None:
        """Raise NotSupportedError, FieldError or QueryError if this cannot be answered."""
        question = self.question() if self._read is None else None
        if question is not None:
            self.backend().check(question)

    def resources(self) -> Iterator[Resource]:
        """Yield the bcorm objects of the rows."""
        if self._read is not None:
            return iter(self._read[self.query.low_mark : self.query.high_mark])
        question = self.question()
        if question is None:
            return iter(())
        key = self._key_asked(question)
        if key is not None:
            found = self.backend().get(key, question.include)
            return iter([found] if found is not None else [])
        return self.backend().rows(question)

    def _key_asked(self, question: Question) -> Any:
        """Return the key, if one row is asked for by its key and by nothing else."""
        names = {self.model._meta.pk.name}
        asked = question.where
        if len(asked) == 1 and asked[0][0] in names and not (question.without or question.start):
            return asked[0][1]
        return None

    def page(self, start: int, stop: int) -> tuple[list[Any], int]:
        """Return rows `start` to `stop` with the total, in one request where the API can."""
        if self._read is not None:
            rows = [self.model.from_resource(item) for item in self._read[start:stop]]
            return rows, len(self._read)
        question = self[start:stop].question()
        found = Page([], 0) if question is None else self.backend().page(question)
        return [self.model.from_resource(item) for item in found.rows], found.total

    def filled(self, rows: list[Any]) -> StoreQuerySet:
        """Return a copy that has its rows already."""
        clone: StoreQuerySet = self._chain()
        clone._result_cache = rows
        return clone

    def count(self) -> int:
        """Return the number of rows."""
        if self._result_cache is not None:
            return len(self._result_cache)
        if self._read is not None:
            return len(list(self.resources()))
        question = self.question()
        return 0 if question is None else self.backend().count(question)

    def exists(self) -> bool:
        """Whether there is a row."""
        if self._result_cache is not None:
            return bool(self._result_cache)
        return bool(list(self[:1]))

    def last(self) -> Any:
        """Return the last row, or None."""
        for row in (self.reverse() if self.query.order_by else self.order_by("-pk"))[:1]:
            return row
        return None

    def delete(self) -> tuple[int, dict[str, int]]:
        """Delete the rows, in batches where the API has them.

        Raises:
            CommitError: some were refused; `.report` says which.
        """
        report = self.backend().delete(*self.resources())
        if not report:
            raise CommitError(report)
        return len(report.saved), {self.model._meta.label: len(report.saved)}

    delete.alters_data = True  # type: ignore[attr-defined]
    delete.queryset_only = True  # type: ignore[attr-defined]


def _refuse(name: str) -> Any:
    def refused(self: StoreQuerySet, *_args: Any, **_options: Any) -> Any:
        raise NotSupportedError(
            f"{name}() needs a database: {self.model.__name__} rows are read over HTTP; "
            "use the bcorm resource itself for what a queryset of Django cannot say"
        )

    refused.__name__ = name
    refused.__doc__ = (
        "Refuse, with NotSupportedError: rows that are read over HTTP have no such verb."
    )
    return refused


for _name in _REFUSED:
    setattr(StoreQuerySet, _name, _refuse(_name))
