"""`QuerySet`: lazy, cloned by each refinement, paged by itself.

Nothing is sent before rows are needed. The vocabulary is Django's; `include`, `scan`, `explain`
and `using` are ours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast, overload

import attrs

from bcorm.exceptions import NotFound, QueryError, UnfilteredDelete
from bcorm.lookups import SEPARATOR
from bcorm.model import conditions, reading
from bcorm.model.executor import Executor, require_session
from bcorm.model.loading.keys import read_by_key
from bcorm.model.mapper import mapper_for
from bcorm.model.resource import Resource
from bcorm.model.values import Values
from bcorm.query import compiler
from bcorm.query.explain import Explanation, explain
from bcorm.query.templates import fill

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator, Mapping

    from typing_extensions import ParamSpec, Self

    from bcorm.query.parameters import Condition

    P = ParamSpec("P")
else:
    from typing import ParamSpec

    P = ParamSpec("P")

R = TypeVar("R", bound=Resource)

_SHOWN = 20


class QuerySet(Generic[R, P]):
    """Rows of one resource, as a question that is answered when it is needed."""

    def __init__(self, model: type[R]) -> None:
        self.model = model
        self._query = reading.query_of(model)
        self._session: Executor | None = None
        self._result: reading.Result[R] | None = None

    # -- refining ---------------------------------------------------------------------------

    def _clone(self, **changes: Any) -> Self:
        clone = self.__class__.__new__(self.__class__)
        clone.__dict__.update(self.__dict__)
        clone._result = None
        if changes:
            clone._query = attrs.evolve(self._query, **changes)
        return clone

    def _refine(self, **changes: Any) -> Self:
        if self._query.start or self._query.stop is not None:
            raise QueryError("a slice cannot be refined: filter and sort first, slice last")
        return self._clone(**changes)

    def all(self) -> Self:
        """Return a copy, which will read the rows anew."""
        return self._clone()

    def filter(self, *args: P.args, **lookups: P.kwargs) -> Self:
        """Keep the rows for which all lookups hold.

        Lookups are Django's: `price__gte=10`, `id__in=[1, 2]`, `brand=brand`. What the endpoint
        can filter is sent to it; the rest is evaluated here while paging (see `explain`). Texts
        that the endpoint compares are compared its way: a customer's email ignores case.

        Raises:
            FieldError: no such field; the nearest right name is suggested.
            UnsupportedLookup: no such lookup on that field.
            InvalidValue: the operand has the wrong type.
        """
        self._no_positionals(args)
        found = conditions.parse(self.model, lookups)
        return self._refine(conditions=(*self._query.conditions, *found))

    def exclude(self, *args: P.args, **lookups: P.kwargs) -> Self:
        """Leave out the rows for which all lookups hold. Raises as `filter` does."""
        self._no_positionals(args)
        found = conditions.parse(self.model, lookups)
        self._evaluable(found)
        return self._refine(exclusions=(*self._query.exclusions, found))

    def _no_positionals(self, args: tuple[Any, ...]) -> None:
        if args:
            raise TypeError("the API cannot OR: filter and exclude take keyword lookups only")

    def _evaluable(self, found: tuple[Condition, ...]) -> None:
        fields = mapper_for(self.model).fields
        for condition in found:
            if condition.path[0] not in fields:
                raise QueryError(
                    f"{'__'.join(condition.path)} is a filter of the API and can only be "
                    "filtered by, not excluded"
                )

    def order_by(self, *names: str) -> Self:
        """Sort by fields, `-` for descending. No name removes the order.

        The endpoint sorts if it can by the one field that is named; else the rows are sorted
        here, after reading all.
        """
        key = self.model.endpoint.key or "id"
        names = tuple(name.replace("pk", key) if name in {"pk", "-pk"} else name for name in names)
        for name in names:
            if name.lstrip("-") not in self.model.endpoint.sort:
                conditions.readable(self.model, tuple(name.lstrip("-").split(SEPARATOR)))
        return self._refine(order=names)

    def include(self, *names: str) -> Self:
        """Bring sub-collections along with the rows: `include("images", "variants")`.

        Raises:
            FieldError: the endpoint cannot include that; the nearest name is suggested.
        """
        words = tuple(self._include_word(name) for name in names)
        return self._clone(include=tuple(dict.fromkeys((*self._query.include, *words))))

    def _include_word(self, name: str) -> str:
        relation = self.model.relations.get(name)
        word = relation.include if relation is not None and relation.include else name
        if word not in self.model.endpoint.includes:
            raise mapper_for(self.model).unknown(name, self.model.endpoint.includes)
        return word

    def only(self, *names: str) -> Self:
        """Load only these fields; the others are loaded when they are touched.

        An endpoint that cannot select fields sends whole rows.
        """
        return self._clone(only=self._known(names), defer=())

    def defer(self, *names: str) -> Self:
        """Load all but these fields; they are loaded when they are touched."""
        return self._clone(defer=self._known(names), only=())

    def _known(self, names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(conditions.readable(self.model, (name,)) for name in names))

    def scan(self) -> Self:
        """Say that reading every row is meant: no `FullScanWarning`, also in strict sessions."""
        return self._clone(scanning=True)

    def none(self) -> Self:
        """Return a queryset without rows, which sends nothing."""
        return self._clone(empty=True)

    def using(self, session: Any) -> Self:
        """Return a copy that reads and writes through `session`."""
        clone = self._clone()
        clone._session = session
        return clone

    # -- reading ----------------------------------------------------------------------------

    def _reader(self) -> reading.Reader[R]:
        return reading.Reader(self.model, self._query, require_session(self._session))

    def _rows(self) -> reading.Result[R]:
        if self._result is None:
            self._result = self._open()
        return self._result

    def _open(self) -> reading.Result[R]:
        """Start reading. Relations answer from what is loaded, where they can."""
        return self._reader().result()

    def __iter__(self) -> Iterator[R]:
        return iter(self._rows())

    def iterator(self, *, prefetch: int = 0) -> Iterator[R]:
        """Iterate in constant memory: rows are not kept.

        Args:
            prefetch: pages to read ahead in a thread while rows are used; the order stays.
        """
        return self._reader().stream(prefetch)

    def __len__(self) -> int:
        return len(self._rows().all())

    def __bool__(self) -> bool:
        return self._rows().get(0) is not None

    @overload
    def __getitem__(self, index: int) -> R: ...
    @overload
    def __getitem__(self, index: slice) -> Self: ...
    def __getitem__(self, index: int | slice) -> R | Self:
        if isinstance(index, slice):
            return self._slice(index)
        if index < 0:
            raise QueryError("negative indexes are not supported: use order_by and last()")
        if self._result is not None:
            found = self._result.get(index)
        else:
            found = self._slice(slice(index, index + 1))._rows().get(0)
        if found is None:
            raise IndexError(index)
        return found

    def _slice(self, part: slice) -> Self:
        clone = self._clone()
        clone._query = self._query.sliced(part)
        read, stop = self._result, part.stop
        if read is not None and (read.done or (stop is not None and stop <= len(read.items))):
            clone._result = reading.Result(iter([read.items[part]]))
        return clone

    def __repr__(self) -> str:
        if self._result is None:
            asked = "; ".join(str(item) for item in self._query.conditions) or "all"
            return f"<QuerySet of {self.model.__name__}: {asked:.200} (not loaded)>"
        shown = self._result.items[: _SHOWN + 1]
        more = ", ..." if len(shown) > _SHOWN or not self._result.done else ""
        return f"<QuerySet [{', '.join(map(repr, shown[:_SHOWN]))}{more}]>"

    def __reduce__(self) -> Any:
        raise TypeError("a queryset holds a session and is not picklable: pickle list(queryset)")

    def count(self) -> int:
        """Return the number of rows; one smallest request where the API tells totals."""
        if self._result is not None and self._result.done:
            return len(self._result.items)
        return self._reader().count()

    def exists(self) -> bool:
        """Whether there is a row; reads one."""
        return bool(self._result) if self._result is not None else self.first() is not None

    def first(self) -> R | None:
        """Return the first row, or None."""
        if self._result is not None:
            return self._result.get(0)
        return self[:1]._rows().get(0)

    def last(self) -> R | None:
        """Return the last row in the queryset's order (by key if it has none), or None."""
        key = self.model.endpoint.key or "id"
        if self._result is not None and self._result.done:
            return self._result.items[-1] if self._result.items else None
        if self._query.start or self._query.stop is not None:
            rows = self._rows().all()
            return rows[-1] if rows else None
        if not self._query.order and key not in self.model.endpoint.sort:
            # The endpoint cannot turn the list around: its last page is two requests away.
            count = self.count()
            return self._slice(slice(count - 1, count)).first() if count else None
        order = self._query.order or (key,)
        reverse = tuple(name[1:] if name.startswith("-") else f"-{name}" for name in order)
        return self._clone(order=reverse).first()

    def get(self, *args: P.args, **lookups: P.kwargs) -> R:
        """Return the one row that matches.

        Raises:
            DoesNotExist: none does (the model's own class of it).
            MultipleObjectsReturned: more than one does.
        """
        narrowed = self.filter(*args, **lookups) if lookups or args else self
        return narrowed._one(lookups)

    def _one(self, lookups: Mapping[str, Any]) -> R:
        direct = self._direct()
        if direct is not None:
            return direct
        found = list(self[:2])
        if not found:
            raise self.model.DoesNotExist(f"no {self.model.__name__} matches {lookups!r:.200}")
        if len(found) > 1:
            raise self.model.MultipleObjectsReturned(
                f"more than one {self.model.__name__} matches {lookups!r:.200}"
            )
        return found[0]

    def _direct(self) -> R | None:
        """Read one row by its own address, if the query says nothing but its key."""
        query, endpoint = self._query, self.model.endpoint
        named = {item.path[0]: item for item in query.conditions}
        parents = {name: named[name].value for name in endpoint.owners if name in named} | dict(
            query.parents
        )
        keys = {*endpoint.owners, endpoint.key}
        plain = all(item.lookup == "exact" and len(item.path) == 1 for item in query.conditions)
        addressed = set(named) <= keys and (endpoint.singleton or endpoint.key in named)
        if (
            "get" not in endpoint.verbs
            or not (plain and addressed and set(endpoint.placeholders) <= set(parents))
            or query.exclusions
            or query.start
        ):
            return None
        key = named[endpoint.key].value if endpoint.key else None
        if key is None and not endpoint.singleton:
            return None
        path = fill(endpoint.item(), {**parents, "key": key})
        draft = {**compiler.selection(endpoint, query), **endpoint.scope_params(parents)}
        session = require_session(self._session)
        session.before_query()
        try:
            rows = session.fetch(path, draft).rows
        except NotFound as error:
            raise self.model.DoesNotExist(
                f"no {self.model.__name__} has {endpoint.key}={key!r}"
            ) from error
        if not rows:
            raise self.model.DoesNotExist(f"no {self.model.__name__} has {endpoint.key}={key!r}")
        partial = bool(query.only or query.defer) and endpoint.selects
        return cast("R", session.materialize(self.model, rows, parents, None, partial=partial)[0])

    def in_bulk(self, keys: Iterable[Any] | None = None) -> dict[Any, R]:
        """Return objects by key, in as few requests as the URLs allow; missing ones are absent.

        Where the endpoint has no filter for keys, each row is asked for by its address.
        """
        if keys is None:
            return {item.pk: item for item in self}
        name = self.model.endpoint.key or "id"
        chosen = self._filtered({f"{name}__in": list(keys)})
        query = chosen._query
        unfiltered = compiler.compile(query).residual == query.conditions and not query.exclusions
        if unfiltered and "get" in self.model.endpoint.verbs:
            wanted = list(dict.fromkeys(query.conditions[-1].value))
            session = require_session(self._session)
            session.before_query()
            return read_by_key(self.model, wanted, session, self._query.parents)
        return {item.pk: item for item in chosen}

    def _filtered(self, lookups: Mapping[str, Any]) -> Self:
        found = conditions.parse(self.model, lookups)
        return self._refine(conditions=(*self._query.conditions, *found))

    def values(self, *names: str) -> Values[dict[str, Any]]:
        """Return dictionaries of fields instead of objects; they are not kept in the session."""
        return Values(self._selecting(names), names, "dict")

    def values_list(self, *names: str, flat: bool = False) -> Values[Any]:
        """Return tuples of fields, or single values with `flat=True` and one name.

        Raises:
            QueryError: `flat=True` without exactly one name.
        """
        if flat and len(names) != 1:
            raise QueryError("flat=True takes exactly one field")
        return Values(self._selecting(names), names, "flat" if flat else "tuple")

    def _selecting(self, names: tuple[str, ...]) -> reading.Reader[R]:
        paths = [tuple(name.split(SEPARATOR)) for name in names]
        needed = tuple(dict.fromkeys(conditions.readable(self.model, path) for path in paths))
        query = self._query
        if names:
            query = attrs.evolve(query, only=needed, defer=())
        return reading.Reader(self.model, query, require_session(self._session))

    def partitions(self, count: int) -> list[Any]:
        """Cut the queryset into pieces that any worker can read: threads, processes, machines.

        The pieces follow each other in the queryset's order and hold all its rows once. They
        pickle, and hold no secret: where one is iterated, the environment names the store (see
        `bcorm.session.partitions.client_here`). They are ranges of keys where the endpoint filters
        by them, which costs two requests; else runs of whole pages, which costs counting.

        Args:
            count: how many pieces at most; fewer if there are fewer rows or pages.

        Raises:
            QueryError: the API can neither filter nor sort this on its own, so that each piece
                would read everything.
        """
        return require_session(self._session).partition(self, count)

    def to_arrow(self, *names: str, flatten: bool = False) -> Any:
        """Return the rows as a `pyarrow.Table` (`pip install bcorm[arrow]`).

        Columns are typed: amounts are `decimal128(38, 10)`, moments microseconds in UTC, nested
        objects structs; values of no fixed shape are JSON texts.

        Args:
            names: fields, or paths into nested objects (`custom_url__url`); all if left out.
            flatten: make the fields of nested objects columns of their own.

        Raises:
            FieldError: no such field; the nearest right name is suggested.
            InvalidValue: a value does not fit its column, rather than being rounded.
            ConfigurationError: pyarrow is missing.
        """
        from bcorm.model.frames import arrow  # noqa: PLC0415 - an extra

        return arrow.to_arrow(self, names, flatten=flatten)

    def to_pandas(self, *names: str, flatten: bool = False) -> Any:
        """Return the rows as a `pandas.DataFrame` (`pip install bcorm[pandas]`).

        Amounts are `Decimal` objects, so that they stay exact; whole numbers and booleans are
        pandas' nullable types. Arguments and errors are those of `to_arrow`.
        """
        from bcorm.model.frames import arrow  # noqa: PLC0415 - an extra

        return arrow.to_pandas(self, names, flatten=flatten)

    def to_parquet(self, path: str | os.PathLike[str], *names: str, flatten: bool = False) -> int:
        """Write the rows to a Parquet file in constant memory; returns how many there were.

        The file is there when it is complete, and not before. Columns are those of `to_arrow`.

        Args:
            path: the file; one that exists is replaced.
            names: as for `to_arrow`.
            flatten: as for `to_arrow`.
        """
        from bcorm.model.frames import arrow  # noqa: PLC0415 - an extra

        return arrow.to_parquet(self, path, names, flatten=flatten)

    def explain(self) -> Explanation:
        """Tell what will be asked of the server and what is done here. Sends nothing."""
        return explain(self.model.__name__, compiler.compile(self._query))

    # -- writing ----------------------------------------------------------------------------

    def create(self, **values: Any) -> R:
        """Create a row now and return its object.

        Raises:
            CommitError: the API refused it; the object is not kept for the next commit.
        """
        item = self.model(**{**self._query.parents, **values})
        require_session(self._session).insert(item)
        return item

    def get_or_create(
        self, defaults: Mapping[str, Any] | None = None, **lookups: Any
    ) -> tuple[R, bool]:
        """Return the row that matches, creating it if there is none; and whether it was created."""
        try:
            return self._filtered(lookups)._one(lookups), False
        except self.model.DoesNotExist:
            plain = {name: value for name, value in lookups.items() if "__" not in name}
            return self.create(**{**plain, **(defaults or {})}), True

    def update_or_create(
        self, defaults: Mapping[str, Any] | None = None, **lookups: Any
    ) -> tuple[R, bool]:
        """Update the row that matches with `defaults`, or create it; and whether it was created."""
        item, created = self.get_or_create(defaults, **lookups)
        if not created:
            for name, value in (defaults or {}).items():
                setattr(item, name, value)
            require_session(self._session).flush([item])
        return item, created

    def bulk_create(self, objects: Iterable[R]) -> list[R]:
        """Create many rows in as few requests as the endpoint's batches allow.

        Raises:
            CommitError: some were refused; its report says which, and the others are saved.
        """
        items = list(objects)
        session = require_session(self._session)
        for item in items:
            session.add(item)
        session.flush(items)
        return items

    def bulk_update(self, objects: Iterable[R], fields: Iterable[str] | None = None) -> int:
        """Send the changes of many objects, in batches; returns how many were sent.

        Args:
            objects: objects that were changed.
            fields: send only the changes of these fields; others stay unsaved.

        Raises:
            CommitError: some were refused; its report says which, and the others are saved.
        """
        items = list(objects)
        names = (
            None if fields is None else [mapper_for(self.model).field(name).name for name in fields]
        )
        report = require_session(self._session).flush(items, fields=names)
        return len(report.saved)

    def update(self, **values: Any) -> int:
        """Set fields of all rows that match, in the fewest requests; returns how many changed.

        Reads the rows (only these fields where the endpoint can select), and sends those that
        differ, in batches.

        Raises:
            CommitError: some were refused; its report says which, and the others are saved.
        """
        names = [self._field_of(name) for name in values]
        items = list(self.only(*names) if names else self.none())
        for item in items:
            for name, value in values.items():
                setattr(item, name, value)
        report = require_session(self._session).flush(items, fields=names)
        return sum(1 for item in report.saved if isinstance(item, self.model))

    def _field_of(self, name: str) -> str:
        """Return the field that a name stands for: itself, or a relation's foreign key."""
        mapper = mapper_for(self.model)
        relation = self.model.relations.get(name)
        via = getattr(relation, "via", None)
        if name not in mapper.fields and via is None:
            raise mapper.unknown(name, self.model.relations)
        return name if via is None else str(via)

    def delete(self, *, everything: bool = False) -> tuple[int, dict[str, int]]:
        """Delete the rows that match, by their keys, in the fewest requests.

        A whole collection goes in one request where the API has one for that; rows that it keeps,
        such as the default currency, stay and are not counted.

        Args:
            everything: needed to delete a whole collection.

        Returns:
            How many were deleted, and how many by model, as Django does.

        Raises:
            UnfilteredDelete: the queryset has no condition, and `everything` is not said.
            CommitError: some were refused; its report says which.
        """
        query = self._query
        narrowed = query.conditions or query.exclusions or query.stop is not None or query.empty
        if not narrowed and not query.parents and not everything:
            raise UnfilteredDelete(
                f"this would delete every {self.model.__name__} of the store: "
                "filter first, or say delete(everything=True)"
            )
        session = require_session(self._session)
        key = self.model.endpoint.key
        items = list(self if key is None else self.only(key))
        if items and not narrowed and self.model.endpoint.empty_delete:
            gone = self._delete_collection(session, items)
            return gone, {self.model.__name__: gone}
        for item in items:
            session.delete(item)
        saved = len(session.flush(items).saved) if items else 0
        return saved, {self.model.__name__: saved}

    def _delete_collection(self, session: Executor, items: list[R]) -> int:
        path = fill(self.model.endpoint.path, self._query.parents)
        keys = self.only(cast("str", self.model.endpoint.key))
        before: list[R] | None = None
        while True:
            session.call("DELETE", path)
            first = list(keys[:_SHOWN])
            # Some collections are only emptied by the hundred, some keep a row for ever.
            if not first or first == before:
                break
            before = first
        left = {id(item) for item in keys} if first else set()
        gone = [item for item in items if id(item) not in left]
        for item in gone:
            session.gone(item)
        return len(gone)
