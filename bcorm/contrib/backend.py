"""What every admin interface is built on: pages, single rows, saves and deletes.

An interface parses its own requests and asks one `Backend` per resource; the Django and the
starlette-admin edges do no more than translate. Only what the API itself can filter and sort is
answered: an admin page never reads a whole collection.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import attrs

from bcorm.exceptions import CommitError, FullScanRefused, InvalidValue
from bcorm.lookups import split
from bcorm.model import types
from bcorm.model.mapper import mapper_for
from bcorm.model.memory import Phase
from bcorm.model.queryset import objects_of
from bcorm.model.unit_of_work import require_session

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bcorm.model.queryset import QuerySet
    from bcorm.model.resource import Resource
    from bcorm.session import CommitReport, Session

Lookup = tuple[str, Any]

# As many digits as any key of the API has.
_NUMBER = re.compile(r"[0-9]{1,18}")
# What to ask instead, where values have a smallest step.
_WHOLE_STEPS = {"lt": "lte", "gt": "gte"}


@attrs.frozen(kw_only=True)
class Question:
    """What a list asks for, in bcorm's words.

    Attributes:
        where: lookups that must hold, such as `("price__gte", 10)`.
        without: groups of lookups; rows for which all of a group hold are left out.
        order: field names, `-` for descending.
        start: the first row of the slice, counted from 0.
        stop: the row after its last one, or None.
        include: subresources to bring along.
    """

    where: tuple[Lookup, ...] = ()
    without: tuple[tuple[Lookup, ...], ...] = ()
    order: tuple[str, ...] = ()
    start: int = 0
    stop: int | None = None
    include: tuple[str, ...] = ()


@attrs.frozen
class Page:
    """One page of a list.

    Attributes:
        rows: the objects of the page.
        total: how many rows there are on all pages.
    """

    rows: list[Any]
    total: int


class Backend:
    """Answers questions about one resource, and writes its objects, through one session.

    Args:
        model: the resource.
        session: the session; the current one where it is left out.
        scan: whether questions that the API cannot filter or sort may read the whole
            collection. For small collections only.
    """

    def __init__(
        self, model: type[Resource], session: Session | None = None, *, scan: bool = False
    ) -> None:
        self.model = model
        self.scan = scan
        self._session = session

    @property
    def session(self) -> Any:
        """The session. Raises ConfigurationError if there is none."""
        return require_session(self._session)

    def filters(self, name: str, lookup: str = "exact") -> bool:
        """Whether the API filters `name` by `lookup`."""
        known = self.model.endpoint.filters.get(name)
        if known is None:
            return False
        return lookup in known.lookups or (lookup == "exact" and "in" in known.lookups)

    def sorts(self, name: str, *, descending: bool = False) -> bool:
        """Whether the API sorts by `name`, and, if asked, in `descending` order."""
        endpoint = self.model.endpoint
        return name in endpoint.sort and not (descending and endpoint.sort_style == "plain")

    def check(self, question: Question) -> None:
        """Raise QueryError if the question has an unknown field, or would read everything."""
        self._queryset(question)

    def page(self, question: Question) -> Page:
        """Return a slice with the total: one request where the API tells totals with its pages.

        Raises:
            QueryError: the API cannot answer that, see `check`.
            ApiError: the API refused, or could not be reached.
        """
        queryset = self._queryset(question).using(self.session)
        if queryset.explain().here:  # a scan: the API's totals are of other rows
            unsliced = self._queryset(attrs.evolve(question, start=0, stop=None))
            every = list(unsliced.using(self.session))
            return Page(every[question.start : question.stop], len(every))
        with self.session.store.watched() as pages:
            rows = list(queryset)
        # Of several lists, none tells how many there are.
        total = pages[0].total if len(pages) == 1 else None
        if total is None and self.model.endpoint.paging == "none":
            total = sum(len(page.rows) for page in pages)
        if total is None and _is_last(question, rows):
            total = question.start + len(rows)
        if total is None:
            total = self.count(attrs.evolve(question, start=0, stop=None))
        return Page(rows, total)

    def rows(self, question: Question) -> Iterator[Any]:
        """Yield the rows; those that the session holds already cost nothing.

        Raises as `page` does.
        """
        held = self._held_rows(question)
        if held is not None:
            return iter(held)
        return iter(self._queryset(question).using(self.session))

    def keys(self, question: Question, most: int) -> list[Any]:
        """Return the keys of at most so many rows, reading little else. Raises as `page` does."""
        narrowed = attrs.evolve(question, stop=question.start + most, include=())
        queryset = self._queryset(narrowed).using(self.session)
        return list(queryset.values_list(self.model.endpoint.key or "id", flat=True))

    def count(self, question: Question) -> int:
        """Count the rows, in one request where the API tells totals. Raises as `page` does."""
        held = self._held_rows(question)
        if held is not None:
            return len(held)
        return self._queryset(question).using(self.session).count()

    def get(self, key: Any, include: Iterable[str] = ()) -> Any | None:
        """Return the row with that key, or None; `include` names what is to come along.

        One that the session holds is not read again, unless something is to be included.
        """
        words = tuple(include)
        held = None if words else self._held(key)
        if held is not None:
            return held
        queryset = objects_of(self.model).using(self.session).include(*words)
        try:
            return queryset.get(**{self.model.endpoint.key or "id": key})
        except self.model.DoesNotExist:
            return None

    def save(self, *items: Any) -> CommitReport:
        """Send what has changed on some objects. Never raises for what the API refuses.

        Raises:
            InvalidValue: a new object lacks a required value; nothing was sent.
            PutRuleViolation: a change would destroy something; nothing was sent.
        """
        try:
            report: CommitReport = self.session.flush(items)
        except CommitError as error:
            return error.report
        return report

    def delete(self, *items: Any) -> CommitReport:
        """Delete rows, in batches where the API has them. Never raises for refusals."""
        for item in items:
            self.session.delete(item)
        return self.save(*(item for item in items if item in self.session))

    def _queryset(self, question: Question) -> QuerySet[Any]:
        queryset = objects_of(self.model)
        for name, value in question.where:
            queryset = queryset.filter(**dict([self._possible(name, value)]))
        for group in question.without:
            queryset = queryset.exclude(**dict(group))
        queryset = queryset.order_by(*question.order).include(*question.include)
        if question.start or question.stop is not None:
            queryset = queryset[question.start : question.stop]
        if self.scan:
            return queryset.scan()
        told = queryset.explain()
        if told.full_scan:
            raise FullScanRefused(
                f"the API cannot answer that about {self.model.__name__} without reading every "
                f"row: {'; '.join(told.here)}"
            )
        return queryset

    def _possible(self, name: str, value: Any) -> Lookup:
        """Ask for `lte` a step less where the API has no `lt`, and the like.

        Only for whole numbers and for dates, of which the API keeps whole seconds.
        """
        path, lookup = split(name)
        field = "__".join(path)
        other = _WHOLE_STEPS.get(lookup)
        if other is None or self.filters(field, lookup) or not self.filters(field, other):
            return name, value
        if isinstance(value, datetime):
            whole: Any = value.replace(microsecond=0)
            step: Any = timedelta(seconds=1)
        elif isinstance(value, int) and self._is_whole(field):
            whole, step = value, 1
        else:
            return name, value
        if lookup == "gt":
            return f"{field}__{other}", whole + step
        return f"{field}__{other}", whole if whole < value else whole - step

    def _is_whole(self, name: str) -> bool:
        mapped = fields_of(self.model).get(name)
        return mapped is not None and isinstance(mapped.converter, types.Integer)

    def _held(self, key: Any) -> Any | None:
        """Return the whole, unexpired object of that key if the session holds it."""
        held = self.session.lookup(self.model, {}, key)
        if held is None or held._state.partial or held._state.phase is not Phase.PERSISTENT:  # noqa: SLF001
            return None
        return held

    def _held_rows(self, question: Question) -> list[Any] | None:
        """Answer a question for keys from the session, if it holds every one of them."""
        key = self.model.endpoint.key or "id"
        if len(question.where) != 1 or question.without:
            return None
        name, value = question.where[0]
        path, lookup = split(name)
        if path != (key,) or lookup not in {"exact", "in"}:
            return None
        found = [self._held(one) for one in (value if lookup == "in" else [value])]
        if any(item is None for item in found):
            return None
        return found[question.start : question.stop]


def fields_of(model: type[Resource]) -> Mapping[str, Any]:
    """Return a resource's fields by name, see `bcorm.model.mapper.MappedField`."""
    return mapper_for(model).fields


def read_json(model: type[Resource], name: str, value: Any) -> Any:
    """Read a JSON value that a person has typed, as the API's own answers are read.

    Args:
        model: the resource.
        name: the field that the value is for.
        value: the value, as `json.loads` gives it.

    Raises:
        InvalidValue: the field cannot hold that.
    """
    converter = fields_of(model)[name].converter
    try:
        return converter.load(value)
    except (TypeError, ValueError):
        raise InvalidValue(model, name, value, converter.expected) from None


def number_of(text: str) -> int | None:
    """Read a row's number out of what a person has typed; None if that is none."""
    found = _NUMBER.fullmatch(text.strip())
    return None if found is None else int(found[0])


def _is_last(question: Question, rows: list[Any]) -> bool:
    """Whether a page without a total is known to be the last one."""
    if question.stop is None:
        return True
    full = len(rows) >= question.stop - question.start
    return not full and (bool(rows) or question.start == 0)
