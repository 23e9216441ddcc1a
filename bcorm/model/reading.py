"""Reading a query: pages become rows, rows become objects, and a result keeps them."""

from __future__ import annotations

import heapq
from collections.abc import Hashable
from copy import copy
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import attrs

from bcorm.exceptions import FullScanRefused, FullScanWarning, QueryError
from bcorm.model import types
from bcorm.model.mapper import mapper_for
from bcorm.model.matching import Matcher, sort_rows
from bcorm.model.memory import Peers
from bcorm.model.unit_of_work import current_session
from bcorm.query import compiler, paging
from bcorm.query.compiler import Query, Strategy
from bcorm.query.explain import explain
from bcorm.query.fetching import Ahead, Asker, Pace, counted, with_disputed
from bcorm.query.parameters import excluded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from typing_extensions import Self

    from bcorm.model.resource import Resource
    from bcorm.model.unit_of_work import Loader
    from bcorm.query.explain import Explanation
    from bcorm.query.fetching import Fetch
    from bcorm.query.paging import Page
    from bcorm.query.parameters import Condition, Subquery

R = TypeVar("R", bound="Resource")

_SINGLE = (
    types.Boolean,
    types.Choice,
    types.Day,
    types.Float,
    types.Integer,
    types.Moment,
    types.Money,
)


def query_of(model: type[Resource], **facts: Any) -> Query:
    """Return a query of a model's rows; `facts` are further attributes of `Query`."""
    return Query(
        endpoint=model.endpoint,
        model=model.__name__,
        columns=mapper_for(model).columns,
        **facts,
    )


def planned(query: Query, named: Loader | None) -> compiler.Plan:
    """Compile a query as a session sends it: that named, or the current one if there is any.

    What its subqueries name has a name for a value.
    """
    session = named if named is not None else current_session.get()
    plan = compiler.compile(query.answered(_StandIns()))
    return plan if session is None else with_disputed(plan, session.store.sends)


class _StandIn(str):
    """What a plan shows in the place of values that nobody has asked for: `Brand.id`."""

    __slots__ = ()
    __repr__ = str.__str__


class _StandIns:
    """Names what stands for the values of each subquery of a query, one after the other."""

    def __init__(self) -> None:
        self.asked: dict[str, Subquery] = {}

    def __call__(self, asked: Subquery) -> list[Any]:
        name = plain = f"{asked.model.__name__}.{asked.field}"
        while name in self.asked:
            name = f"{plain}-{len(self.asked) + 1}"
        self.asked[name] = asked
        return [_StandIn(name)]


def before(query: Query, named: Loader | None) -> dict[str, Explanation]:
    """Explain what is asked before a query: what its subqueries name, by what stands for it."""
    names = _StandIns()
    query.answered(names)
    found: dict[str, Explanation] = {}
    for name, asked in names.asked.items():
        inner = _inner(asked, scanning=query.scanning)
        plan = planned(inner, asked.session or named)
        found[name] = explain(inner.model, plan, before=before(inner, asked.session or named))
    return found


def _inner(asked: Subquery, *, scanning: bool) -> Query:
    """Return the query of a subquery's rows."""
    said, fields = asked.clause, mapper_for(asked.model).fields
    return query_of(
        asked.model,
        conditions=said.conditions,
        exclusions=said.exclusions,
        unions=said.unions,
        only=(asked.field,) if asked.field in fields else (),
        scanning=scanning or asked.scanning,
    )


class Result(Generic[R]):
    """Objects that a queryset has read so far; it reads on when more are asked for.

    A read that fails leaves nothing behind that could pass for an answer: what came before the
    failure is dropped, and the next use starts anew.

    Args:
        read: starts reading, and yields the objects page by page.
        pace: how far it reads ahead.
    """

    def __init__(self, read: Callable[[], Iterator[list[R]]], pace: Pace | None = None) -> None:
        self._read = read
        self._pace = Pace() if pace is None else pace
        self._start()

    @classmethod
    def of(cls, items: list[R]) -> Result[R]:
        """Return a result that holds what is already there."""
        return cls(lambda: iter((items,)))

    def _start(self) -> None:
        self.items: list[R] = []
        self.done = False
        self._pages = self._read()

    def _more(self) -> bool:
        try:
            for page in self._pages:
                self.items.extend(page)
                if page:
                    return True
        except BaseException:  # an interrupt, too, ends the pages before their end
            self._start()
            raise
        self.done = True
        return False

    def __iter__(self) -> Iterator[R]:
        position = 0
        while self._reaches(position):
            for item in self.items[position:]:
                position += 1
                yield item

    def _reaches(self, index: int) -> bool:
        """Read until there is an object at `index`, or the end."""
        while len(self.items) <= index:
            if not self._more():
                return False
        return True

    def __bool__(self) -> bool:
        return self._reaches(0)

    def get(self, index: int) -> R | None:
        """Return the object at `index`, or None past the end."""
        return self.items[index] if self._reaches(index) else None

    def all(self) -> list[R]:
        """Read to the end and return all objects."""
        self._pace.whole = True
        while self._more():
            pass
        return self.items


class Reader(Generic[R]):
    """Reads one query through one session."""

    def __init__(self, model: type[R], query: Query, session: Loader) -> None:
        self.model = model
        self.query = query
        self.session = session

    def result(self) -> Result[R]:
        """Return a result that keeps what it reads; all its objects are peers."""
        pace = Pace(self.session.store.concurrency)
        return Result(lambda: self._objects(Peers(), pace), pace)

    def stream(self, prefetch: int | None = None, *, whole: bool = False) -> Iterator[R]:
        """Yield objects without keeping them; the objects of one page are peers."""
        for page in self._objects(None, self._pace(prefetch, whole=whole)):
            yield from page

    def pages(self, *, whole: bool = True) -> Iterator[Page]:
        """Yield pages of rows, without making objects of them."""
        asked = self.answered()
        return asked._pages(asked._plan(), Peers(), self._pace(whole=whole))

    def answered(self) -> Self:
        """Return a reader of the same rows, once the rows that its subqueries name are read."""
        if not self.query.has_subqueries:
            return self
        found = copy(self)
        found.query = self.query.answered(_StandIns())
        found._plan()  # what is wrong with it is said before anything is sent
        found.query = self.query.answered(self._values)
        return found

    def _values(self, asked: Subquery) -> list[Any]:
        """Read the values that a subquery names, each once.

        What is of another kind than the field's values names nothing, whatever a server says.
        """
        query = _inner(asked, scanning=self.query.scanning)
        mapper = mapper_for(asked.model)
        field = mapper.fields.get(asked.field)
        kind = None if field is None else field.converter.native
        found: dict[Any, None] = {}
        for page in Reader(asked.model, query, asked.session or self.session).pages():
            for row in page.rows:
                value = mapper.value((page.parents or {}) if field is None else row, asked.field)
                fits = isinstance(value, Hashable) if kind is None else type(value) is kind
                if fits and value is not None:
                    found[value] = None
        return list(found)

    def _pace(self, depth: int | None = None, *, whole: bool) -> Pace:
        pace = Pace(self.session.store.concurrency, depth)
        pace.whole = whole
        return pace

    def sliced(self, part: slice) -> Self:
        """Return a reader of a part of the rows."""
        found = copy(self)
        found.query = self.query.sliced(part)
        return found

    def rows(self, *, whole: bool = False) -> Iterator[dict[str, Any]]:
        """Yield rows without making objects of them."""
        for page in self.pages(whole=whole):
            yield from page.rows

    def count(self) -> int:
        """Count the rows, without reading them where the API can tell."""
        asked = self.answered()
        if asked is not self:
            return asked.count()
        plan = compiler.compile(attrs.evolve(self.query, start=0, stop=None))
        if plan.empty:
            return 0
        local = plan.residual or plan.exclusions or plan.unions or self._overlap(plan)
        total = None if local else self._ask_total(plan)
        keys = _asked(self.query)
        if total is None or (keys is not None and total > len(keys)):  # the rows decide
            return sum(1 for _ in self._least().rows(whole=True))
        if self.query.stop is not None:
            total = min(total, self.query.stop)
        return max(total - self.query.start, 0)

    def _overlap(self, plan: compiler.Plan) -> bool:
        """Whether a row may be in several of the lists of a plan.

        It has one number or moment, but may have several values of a list, and one text is several
        to an endpoint that takes capitals for small letters.
        """
        if plan.overlapping:
            return True
        if plan.split_by is None or plan.split_by == (plan.key,):
            return False
        field = mapper_for(self.model).fields.get(plan.split_by[0])
        return len(plan.split_by) > 1 or field is None or not isinstance(field.converter, _SINGLE)

    def _least(self) -> Reader[R]:
        """Return a reader of as many rows, in no order, with as little in them as possible."""
        key = self.model.endpoint.key
        if key is None:
            return self
        query = attrs.evolve(self.query, only=(key,), defer=(), include=(), order=())
        return Reader(self.model, query, self.session)

    def _ask_total(self, plan: compiler.Plan) -> int | None:
        """Ask for the total of a plan that the server filters completely."""
        self.session.store.before_query()
        if plan.counted is not None:
            path, params = plan.counted
            return counted(self.session.store.fetch(path, params), path)
        if plan.version == 2 or plan.strategy is Strategy.SINGLE:
            return None
        store = self.session.store
        return paging.count(store.fetch, plan, store.fetch_many)

    def _plan(self) -> compiler.Plan:
        """Compile the query, and speak up if it reads more than it returns."""
        plan = with_disputed(compiler.compile(self.query), self.session.store.sends)
        fields = mapper_for(self.model).fields
        judged_here = [leaf for union in plan.unions for side in union for leaf in side.leaves()]
        for condition in (*plan.residual, *judged_here):
            if condition.path[0] not in fields:
                raise QueryError(
                    f"{condition}: only the API can filter {self.model.__name__} rows by "
                    f"{condition.path[0]}, and it takes one value that is not empty"
                )
        if plan.full_scan and not self.query.scanning and not plan.empty:
            judged = [item for item in plan.residual if item not in plan.edges]
            said = [*map(str, judged), *map(excluded, plan.exclusions)]
            said += [" or ".join(map(str, union)) for union in plan.unions]
            told = "; ".join(said) or f"order by {', '.join(plan.order)}"
            text = (
                f"{self.model.__name__}: the API cannot answer ({told}), so every row that its own "
                "filters leave is read. Say .scan() if that is meant, and see .explain()"
            )
            if self.session.strict:
                raise FullScanRefused(text)
            unpushed = [item for group in (judged, *plan.exclusions) for item in group]
            paths = [item.path for item in (*unpushed, *judged_here)]
            key = (self.model, *paths, plan.order)
            self.session.store.warn_once(key, FullScanWarning(text))
        return plan

    def _pages(self, plan: compiler.Plan, peers: Peers, pace: Pace) -> Iterator[Page]:
        """Yield pages of the rows that match, sorted and sliced."""
        self.session.store.before_query()

        def ask() -> Mapping[str, str]:
            return self._wanted_includes(plan, peers)

        if plan.order and not plan.merged:
            pace.whole = True  # nothing is first before all is read
        elif plan.stop is not None and not _is_bounded(plan):
            pace = Pace()  # nobody knows before which page it ends
        parts = [self._matching(part, ask, pace, merged=plan.merged) for part in plan.lists()]
        if plan.merged:
            raw = self._merged(plan, parts)
        else:
            (raw,) = parts
            raw = iter(self._sorted(plan, list(raw))) if plan.order else raw
        if plan.windowed or (plan.start == 0 and plan.stop is None):
            yield from raw
        else:
            yield from _sliced(raw, plan.start, plan.stop)

    def _matching(
        self,
        plan: compiler.Plan,
        ask: Callable[[], Mapping[str, str]],
        pace: Pace,
        *,
        merged: bool,
    ) -> Iterator[Page]:
        """Read pages, and drop the rows that do not match."""
        store = self.session.store
        fetch: Fetch = store.fetch
        start = store.start if pace.width > 1 else None
        if plan.disputed:
            # Its first page settles how the list is read: none is asked for before.
            fetch, start = Asker(fetch, plan.disputed, store.sends), None
        ahead = Ahead(fetch, start, pace, ask)
        if merged and plan.branches:
            # The first page of each list is wanted before the first row is known.
            path, params = plan.branches[0]
            ahead.expect([(path, {**params, **paging.first(plan)})])
            ahead.prime()
        return self._judged(plan, paging.pages(fetch, plan, ask, store.renew, ahead))

    def _judged(self, plan: compiler.Plan, pages: Iterator[Page]) -> Iterator[Page]:
        matcher = Matcher(mapper_for(self.model), plan.residual, plan.exclusions, plan.unions)
        # Of a store that forgets a filter, other rows must not be changed in the place of the own.
        keys = _asked(self.query) if plan.key in mapper_for(self.model).fields else None
        for page in pages:
            rows = page.rows
            if keys is not None:
                wire = mapper_for(self.model).fields[str(plan.key)].wire
                rows = [row for row in rows if wire not in row or _key_text(row[wire]) in keys]
            rows = [row for row in rows if matcher(row)] if matcher else rows
            yield page if rows is page.rows else attrs.evolve(page, rows=rows)

    def _merged(self, plan: compiler.Plan, parts: list[Iterator[Page]]) -> Iterator[Page]:
        """Merge lists that come sorted by key, reading of each no more than is needed.

        A row may be in several lists; below another parent, the same key is another row's.
        """
        mapper, key = mapper_for(self.model), plan.key or "id"

        def rows(part: Iterator[Page]) -> Iterator[tuple[Any, Page, dict[str, Any]]]:
            for page in part:
                for row in page.rows:
                    yield mapper.value(row, key), page, row

        backwards = plan.order[0].startswith("-")
        merged = heapq.merge(*map(rows, parts), key=itemgetter(0), reverse=backwards)
        for _, same in groupby(merged, key=itemgetter(0)):
            above: list[Mapping[str, Any] | None] = []
            for _, page, row in same:
                if page.parents not in above:
                    above.append(page.parents)
                    yield attrs.evolve(page, rows=[row])

    def _wanted_includes(self, plan: compiler.Plan, peers: Peers) -> Mapping[str, str]:
        """Ask the next pages for what was touched on the objects of the pages before.

        Only for includes that do not make the pages smaller.
        """
        endpoint = self.model.endpoint
        extra = [
            name
            for name in peers.touched
            if name in endpoint.includes
            and endpoint.page_caps.get(name, plan.page_size) >= plan.page_size
        ]
        if not extra:
            return {}
        return {"include": ",".join(dict.fromkeys((*self.query.include, *extra)))}

    def _sorted(self, plan: compiler.Plan, pages: list[Page]) -> list[Page]:
        """Sort the rows of all pages; neighbours below the same parent stay one page."""
        origins = {id(row): page.parents for page in pages for row in page.rows}
        asked = min((page.asked for page in pages), default=0)
        every = [row for page in pages for row in page.rows]
        ordered = sort_rows(mapper_for(self.model), every, plan.order)
        if plan.backwards:
            ordered.reverse()
        groups = groupby(ordered, key=lambda row: id(origins[id(row)]))
        blocks = [list(rows) for _, rows in groups]
        return [paging.Page(rows, origins[id(rows[0])], False, asked) for rows in blocks]

    def _objects(self, shared: Peers | None, pace: Pace) -> Iterator[list[R]]:
        asked = self.answered()
        plan = asked._plan()
        # A stream keeps nothing of its past pages, but remembers what was touched on them.
        peers = shared if shared is not None else Peers()
        for page in asked._pages(plan, peers, pace):
            if shared is None:
                peers.clear()
            yield self.session.materialize(
                self.model, page.rows, page.parents, peers, partial=plan.partial, asked=page.asked
            )


def _asked(query: Query) -> set[str] | None:
    """Return the keys that a query names, as texts, or None if it names none."""
    named = [_keys_in(query, query.conditions)]
    for union in query.unions:
        sides = [_keys_in(query, side.conditions) for side in union]
        named.append(None if None in sides else set().union(*filter(None, sides)))
    found = [keys for keys in named if keys is not None]
    return set.intersection(*found) if found else None


def _keys_in(query: Query, conditions: Iterable[Condition]) -> set[str] | None:
    """Return the keys that all of some conditions leave, or None if they name none."""
    found: set[str] | None = None
    for item in conditions:
        if item.path != (query.endpoint.key,) or item.lookup not in {"exact", "in"}:
            continue
        values = [item.value] if item.lookup == "exact" else item.value
        # A value that is computed, or of another type, may be spelled otherwise in a row.
        if isinstance(values, (list, tuple, set, frozenset)) and all(
            isinstance(value, (int, str)) for value in values
        ):
            keys = set(map(_key_text, values))
            found = keys if found is None else found & keys
    return found


def _key_text(value: Any) -> str:
    return str(value).casefold()


def _is_bounded(plan: compiler.Plan) -> bool:
    """Whether it is known which pages of a list a slice needs."""
    if plan.residual or plan.exclusions or len(plan.branches) != 1:
        return False
    return plan.windowed or plan.strategy is Strategy.KEYSET


def _sliced(pages: Iterator[Page], start: int, stop: int | None) -> Iterator[Page]:
    """Cut rows `start` to `stop` out of pages, reading none beyond."""
    position = 0
    for page in pages:
        rows = page.rows[max(start - position, 0) :]
        if stop is not None:
            rows = rows[: max(stop - max(position, start), 0)]
        position += len(page.rows)
        yield attrs.evolve(page, rows=rows)
        if stop is not None and position >= stop:
            return
