"""`QuerySet`: lazy, cloned by each refinement, paged by itself. `Manager` hands it out.

Nothing is sent before rows are needed. The vocabulary is Django's; `include`, `scan`, `explain`
and `using` are ours. Refining is inherited from `selection`; how rows are read by their address
and how many are written is said in `by_key` and `writing`. What the words for Arrow, pandas, polars
and Parquet do is in `frames`, for it needs an extra.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeVar, overload

import attrs

from bcorm.exceptions import CommitError, QueryError, UnfilteredDelete
from bcorm.http.credentials import Hidden
from bcorm.lookups import SEPARATOR
from bcorm.model import conditions, writing
from bcorm.model.aggregates import Aggregate, Count, aliased
from bcorm.model.beside import Picked
from bcorm.model.by_key import by_address, by_addresses, one_by_one, read_by_key
from bcorm.model.idioms import ARGUMENTS
from bcorm.model.mapper import mapper_for
from bcorm.model.q import Q
from bcorm.model.reading import Reader, Result, before, planned, query_of
from bcorm.model.resource import Resource, is_row_of, named
from bcorm.model.selection import Selection
from bcorm.model.unit_of_work import require_session
from bcorm.model.values import Values, names_of
from bcorm.query.explain import Explanation, explain
from bcorm.query.parameters import Subquery
from bcorm.query.tables import table
from bcorm.synonyms import taught

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from typing_extensions import Self

    from bcorm.model.frames.arrow import Odd

R = TypeVar("R", bound=Resource)


_SHOWN = 20


@taught(ARGUMENTS)
class QuerySet(Selection[R], conditions.Askable):
    """Rows of one resource, as a question that is asked when its answer is needed.

    `Selection`, which it inherits from, has the methods that refine it (`filter`, `order_by`,
    `include`...).
    """

    def __init__(self, model: type[R]) -> None:
        self.model = model
        self._query = query_of(model)
        self._session = None
        self._result: Result[R] | None = None

    def _clone(self, **changes: Any) -> Self:
        clone = super()._clone(**changes)
        clone._result = None
        return clone

    def _reader(self) -> Reader[R]:
        return Reader(self.model, self._query, require_session(self._session))

    def _answered(self) -> Self:
        """Return a copy whose conditions on related rows are settled: these are asked for now."""
        if not self._query.has_subqueries:
            return self
        found = self._clone()
        found._query = self._reader().answered().query
        return found

    def _subquery(self) -> Subquery | None:
        query, key = self._query, self.model.endpoint.key or ""
        known = self._result is not None or query.empty or bool(query.parents)
        part = bool(query.start) or query.stop is not None
        if known or part or key not in mapper_for(self.model).fields:
            return None
        return Subquery(
            self.model, query.clause, key, scanning=query.scanning, session=self._session
        )

    def _rows(self) -> Result[R]:
        if self._result is None:
            self._result = self._open()
        return self._result

    def _open(self) -> Result[R]:
        """Start reading. Relations answer from what is loaded, where they can."""
        keys = one_by_one(self.model, self._query)
        if keys is None:
            return self._reader().result()
        session = require_session(self._session)
        session.store.before_query()
        found = read_by_key(self.model, keys, session, {})
        return Result.of([found[key] for key in keys if key in found])

    def __iter__(self) -> Iterator[R]:
        return iter(self._rows())

    def iterator(
        self, chunk_size: int | None = None, *, prefetch: int | None = None
    ) -> Iterator[R]:
        """Iterate in constant memory: rows are not kept.

        Args:
            chunk_size: Django's word, without effect: pages have the size that the API gives them.
            prefetch: how many pages are read ahead of the one whose rows are used, from the second
                page on; fewer than the client's `concurrency` in any case. By default as many as
                were used already, so that stopping early costs little; 0 for none.

        Raises:
            TypeError: `chunk_size` is no whole number above 0.
        """
        if chunk_size is not None and not (type(chunk_size) is int and chunk_size > 0):
            raise TypeError(f"chunk_size is a whole number of rows, not {chunk_size!r:.100}")
        return self._reader().stream(prefetch)

    def __contains__(self, item: object) -> bool:
        if not isinstance(item, Resource):
            name = self.model.endpoint.key or named(self.model)
            raise TypeError(
                f"a queryset holds {self.model.__name__} objects, and {item!r:.100} is none: "
                f"filter({name}={item!r:.100}).exists()"
            )
        return any(one is item or one == item for one in self)

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
        if not isinstance(index, int):
            raise TypeError(
                f"a queryset is indexed by position, not by {index!r:.100}: "
                f"ask for a row by its fields, .get({named(self.model)}=...)"
            )
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
            clone._result = Result.of(read.items[part])
        return clone

    def __repr__(self) -> str:
        result = self._result
        if result is None or not (result.items or result.done):
            query = self._query
            asked = str(query.clause)
            start, stop = query.start or "", "" if query.stop is None else query.stop
            part = f"[{start}:{stop}]" if query.start or query.stop is not None else ""
            return f"<QuerySet of {self.model.__name__}: {asked:.200}{part} (not loaded)>"
        shown = result.items[: _SHOWN + 1]
        more = ", ..." if len(shown) > _SHOWN or not result.done else ""
        return f"<QuerySet [{', '.join(map(repr, shown[:_SHOWN]))}{more}]>"

    def _repr_html_(self) -> str:
        """Show the rows that are loaded; a notebook sends nothing."""
        result = self._result
        if result is None or not result.items:
            return table(repr(self), (), ())
        rows = [item.to_dict() for item in result.items[:_SHOWN]]
        fields = mapper_for(self.model).fields
        columns = [name for name in fields if any(row.get(name) is not None for row in rows)]
        more = "" if result.done and len(result.items) <= _SHOWN else f", the first {len(rows)}"
        cells = [[row.get(name) for name in columns] for row in rows]
        return table(f"{self.model.__name__} rows{more}", columns, cells)

    def __reduce__(self) -> Any:
        raise TypeError("a queryset holds a session and is not picklable: pickle list(queryset)")

    def count(self) -> int:
        """Return the number of rows: one request for a smallest page, if the API sends totals."""
        if self._result is not None and self._result.done:
            return len(self._result.items)
        if one_by_one(self.model, self._query) is not None:
            return len(self)
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
        """Return the last row in the queryset's order (by key if it has none), or None.

        If the endpoint sorts (see `order_by`), it decides among equals; else it is the last row
        of those that iterating yields.
        """
        key = self.model.endpoint.key or "id"
        if self._result is not None and self._result.done:
            return self._result.items[-1] if self._result.items else None
        if self._query.start or self._query.stop is not None:
            rows = self._rows().all()
            return rows[-1] if rows else None
        by_key = self._query.order in {(), (key,), (f"-{key}",)}
        if not by_key and planned(self._query, self._session).order:
            return self._clone(backwards=True).first()
        if not self._query.order and key not in self.model.endpoint.sort:
            # The endpoint cannot turn the list around: its last page is two requests away.
            count = self.count()
            return self._slice(slice(count - 1, count)).first() if count else None
        order = self._query.order or (key,)
        reverse = tuple(name[1:] if name.startswith("-") else f"-{name}" for name in order)
        return self._clone(order=reverse).first()

    def earliest(self, *fields: str) -> R:
        """Return the first row in the order of these fields, `date_created` if none is named.

        Raises:
            DoesNotExist: there is no row (the model's own class of it).
            FieldError: no such field; the nearest right name is suggested.
        """
        found = self.order_by(*self._chronological(fields)).first()
        if found is None:
            raise self.model.DoesNotExist(f"there is no {self.model.__name__} here")
        return found

    def latest(self, *fields: str) -> R:
        """Return the last row in the order of these fields, `date_created` if none is named.

        Raises:
            DoesNotExist: there is no row (the model's own class of it).
            FieldError: no such field; the nearest right name is suggested.
        """
        found = self.order_by(*self._chronological(fields)).reverse().first()
        if found is None:
            raise self.model.DoesNotExist(f"there is no {self.model.__name__} here")
        return found

    def _chronological(self, fields: tuple[str, ...]) -> tuple[str, ...]:
        conditions.one_by_one("latest", fields)
        known = mapper_for(self.model).fields
        usual = ("date_created", "created_at", self.model.endpoint.key or "id")
        return fields or (next(name for name in usual if name in known),)

    def contains(self, instance: R) -> bool:
        """Whether an object's row is among these: read by its key, unless the rows are loaded.

        Raises:
            TypeError: it is no object of this class.
        """
        if not is_row_of(instance, self.model):
            raise TypeError(
                f"contains() takes a {self.model.__name__}, not {instance!r:.100}: "
                f"filter(...).exists() asks for anything else"
            )
        if (self._result is not None and self._result.done) or instance.pk is None:
            return instance in self._rows().all()
        if self._query.start or self._query.stop is not None:
            return instance in self._rows().all()
        return self._filtered({self.model.endpoint.key or "id": instance.pk}).exists()

    def get(self, *args: Any, **lookups: Any) -> R:
        """Return the one row that matches: `get(sku="MUG")`, or `get(77)` by its key.

        Raises:
            TypeError: a positional argument is neither a key nor a `Q`.
            DoesNotExist: none does (the model's own class of it).
            MultipleObjectsReturned: more than one does.
        """
        args = conditions.hidden_args(self.model, args)
        lookups = {**conditions.hidden(self.model, lookups)}
        if len(args) == 1 and not isinstance(args[0], Q):
            wanted: dict[str, Any] = {**lookups, **self._keyed(args[0])}
            return self._filtered(wanted)._one(wanted)
        narrowed = self.filter(*args, **lookups) if lookups or args else self
        return narrowed._one(lookups or {str(q): True for q in args})

    def _keyed(self, key: Any) -> dict[str, Any]:
        """Return the lookup that a key alone means."""
        name = self.model.endpoint.key
        if name is None or isinstance(key, bool) or not isinstance(key, (int, str)):
            label = named(self.model)
            raise TypeError(
                f"get() takes a key or lookups, get(77) or get({label}=...), not {key!r:.100}"
                if name is not None
                else f"{self.model.__name__} rows have no key: get({label}=...)"
            )
        return {name: key}

    def _one(self, lookups: Mapping[str, Any]) -> R:
        direct: R | None = by_address(self.model, self._query, self._session)
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

    def in_bulk(self, keys: Iterable[Any] | None = None) -> dict[Any, R]:
        """Return objects by key, in as few requests as URLs have room; missing keys are left out.

        Where the endpoint has no filter for keys, each row is asked for by its address.
        """
        if keys is None:
            return {item.pk: item for item in self}
        name = self.model.endpoint.key or "id"
        wanted = (
            keys if isinstance(keys, (str, bytes)) else writing.several("in_bulk()", keys, "keys")
        )
        chosen = self._filtered({f"{name}__in": wanted})
        found = by_addresses(self.model, chosen._query, self._session)
        return {item.pk: item for item in chosen} if found is None else found

    def partitions(self, count: int) -> list[Any]:
        """Cut the queryset into pieces that any worker can read: threads, processes, machines.

        The pieces follow each other in the queryset's order, and each row is in one of them. They
        can be pickled and hold no secrets: where one is iterated, the environment names the store
        (see `bcorm.session.partitions.client_here`). They are ranges of keys where the endpoint can
        filter by keys, which costs two requests, or where there are gaps, one more for each piece,
        so that each has as many rows as the others; else runs of whole pages, which costs a count:
        there, a row that is deleted before all are read moves another out of its piece.

        Args:
            count: how many pieces at most; fewer if there are fewer rows or pages.

        Raises:
            QueryError: the API can neither filter nor sort this on its own, so that each piece
                would read everything, or reads it as several lists.
        """
        return list(require_session(self._session).partition(self, count))

    def values(self, *names: str) -> Values[dict[str, Any]]:
        """Return dictionaries of fields instead of objects; they are not kept in the session.

        Args:
            names: fields, or paths into nested objects (`custom_url__url`). Without any, the
                fields that the rows bring: `only`, `defer` and `include` count.

        Raises:
            FieldError: no such field; the nearest right name is suggested.
        """
        conditions.one_by_one("values", names)
        return Values(self._selecting(names), names, "dict")

    def values_list(self, *names: str, flat: bool = False) -> Values[Any]:
        """Return tuples of fields, or single values with `flat=True` and one name.

        Raises:
            FieldError: no such field; the nearest right name is suggested.
            QueryError: `flat=True` without exactly one name.
        """
        if flat and len(names) != 1:
            raise QueryError("flat=True takes exactly one field")
        conditions.one_by_one("values_list", names)
        return Values(self._selecting(names), names, "flat" if flat else "tuple")

    def aggregate(self, *unnamed: Aggregate, **named: Aggregate) -> dict[str, Any]:
        """Return numbers over all rows: `aggregate(total=Sum("price"), n=Count("id"))`.

        The rows are read, only these fields where the endpoint can select; a `Count` of the key
        alone costs what `count()` does.

        Returns:
            The answers by their names, `price__sum` where none is given.

        Raises:
            FieldError: no such field; the nearest right name is suggested.
            TypeError: something is no aggregate.
        """
        asked = aliased("aggregate", unnamed, named)
        reader = self._selecting(tuple(dict.fromkeys(each.name for each in asked.values())))
        key = self.model.endpoint.key
        if asked and all(
            type(each) is Count and each.name in {key, "pk"} for each in asked.values()
        ):
            return dict.fromkeys(asked, self.count())
        columns: dict[str, list[Any]] = {alias: [] for alias in asked}
        picked = Picked(self.model, [each.name for each in asked.values()])
        for values in picked.rows(reader) if asked else ():
            for alias, value in zip(asked, values, strict=True):
                columns[alias].append(value)
        return {alias: each.over(columns[alias]) for alias, each in asked.items()}

    def annotate(self, *_unnamed: Aggregate, **_named: Aggregate) -> NoReturn:
        """Refuse to add columns to objects; `values(...).annotate(...)` groups.

        Raises:
            TypeError: always, and says how to group.
        """
        raise TypeError(
            "objects have the fields of the API and no others: group rows with "
            "values('brand_id').annotate(n=Count('id')), or use aggregate(...) for all of them"
        )

    def _selecting(self, names: tuple[str, ...]) -> Reader[R]:
        query = self._query
        needed = Picked(self.model, names).needed
        plainly = not (query.only or query.defer)
        # What is all that there is needs no naming: no store has to pick it out of each row.
        if names and not (plainly and {*needed} == {*names_of(self.model, query)}):
            query = attrs.evolve(query, only=needed, defer=())
        return Reader(self.model, query, require_session(self._session))

    def to_arrow(
        self,
        *names: str,
        flatten: bool = False,
        on_error: Callable[[Odd], object] | None = None,
    ) -> Any:
        """Return the rows as a `pyarrow.Table` (`pip install bcorm[arrow]`).

        Columns are typed: amounts are `decimal128(38, 10)`, moments microseconds in UTC, nested
        objects structs; values of no fixed shape are JSON texts. What an `include` brings along is
        a column of lists.

        Args:
            names: fields, or paths into nested objects (`custom_url__url`); all if left out.
            flatten: make the fields of nested objects columns of their own.
            on_error: is called with each value that does not fit its column: its row, key, column
                and value. Its place stays empty, and the rows go on.

        Raises:
            FieldError: no such field; the nearest right name is suggested.
            InvalidValue: a value does not fit its column, rather than being rounded; its row and
                field are named.
            ConfigurationError: pyarrow is missing.
        """
        from bcorm.model.frames import arrow  # noqa: PLC0415 - an extra

        return arrow.to_arrow(self, names, flatten=flatten, odd=on_error)

    def to_batches(
        self,
        *names: str,
        flatten: bool = False,
        on_error: Callable[[Odd], object] | None = None,
    ) -> Iterator[Any]:
        """Yield record batches of pyarrow of at most 2,500 rows; no others are held.

        Errors are those of `to_arrow`.

        Args:
            names: as for `to_arrow`.
            flatten: as for `to_arrow`.
            on_error: as for `to_arrow`.
        """
        from bcorm.model.frames import arrow  # noqa: PLC0415 - an extra

        return arrow.to_batches(self, names, flatten=flatten, odd=on_error)

    def to_pandas(
        self,
        *names: str,
        flatten: bool = False,
        on_error: Callable[[Odd], object] | None = None,
    ) -> Any:
        """Return the rows as a `pandas.DataFrame` (`pip install bcorm[pandas]`).

        Amounts are `Decimal` objects, so that they stay exact; whole numbers and booleans are
        pandas' nullable types. Errors are those of `to_arrow`.

        Args:
            names: as for `to_arrow`.
            flatten: as for `to_arrow`.
            on_error: as for `to_arrow`.
        """
        from bcorm.model.frames import arrow  # noqa: PLC0415 - an extra

        return arrow.to_pandas(self, names, flatten=flatten, odd=on_error)

    def to_polars(
        self,
        *names: str,
        flatten: bool = False,
        on_error: Callable[[Odd], object] | None = None,
    ) -> Any:
        """Return the rows as a `polars.DataFrame` (`pip install bcorm[polars]`).

        Errors are those of `to_arrow`.

        Args:
            names: as for `to_arrow`.
            flatten: as for `to_arrow`.
            on_error: as for `to_arrow`.
        """
        from bcorm.model.frames import arrow  # noqa: PLC0415 - an extra

        return arrow.to_polars(self, names, flatten=flatten, odd=on_error)

    def to_parquet(
        self,
        path: str | os.PathLike[str],
        *names: str,
        flatten: bool = False,
        on_error: Callable[[Odd], object] | None = None,
    ) -> int:
        """Write the rows to a Parquet file in constant memory; returns how many there were.

        The file appears when it is complete. Its columns are those of `to_arrow`.

        Args:
            path: the file; one that exists is replaced.
            names: as for `to_arrow`.
            flatten: as for `to_arrow`.
            on_error: as for `to_arrow`.

        Raises:
            TypeError: `path` is none.
        """
        from bcorm.model.frames import arrow  # noqa: PLC0415 - an extra

        if not isinstance(path, (str, os.PathLike)):
            raise TypeError(f"to_parquet() takes a path, not {path!r:.100}")
        return arrow.to_parquet(self, path, names, flatten=flatten, odd=on_error)

    def explain(self) -> Explanation:
        """Say what will be asked of the server, and what will be done here. Sends nothing."""
        keys = one_by_one(self.model, self._query)
        plan, first = planned(self._query, self._session), before(self._query, self._session)
        return explain(self.model.__name__, plan, keys, before=first)

    def create(self, **values: Any) -> R:
        """Create a row now and return its object.

        Raises:
            CommitError: the API refused it; the object is not kept for the next commit.
            InvalidValue: it lacks a required value or its parent; nothing was sent.
        """
        values = self._hidden(values)
        item = self.model(**{**self._query.parents, **values})
        require_session(self._session).insert(item)
        return item

    def get_or_create(
        self, defaults: Mapping[str, Any] | None = None, **lookups: Any
    ) -> tuple[R, bool]:
        """Return the row that matches, created if there was none, and whether it was created.

        If the API refuses to create it because there is such a row already (somebody else was
        quicker, or its names ignore case), that row is returned.

        Raises:
            CommitError: the API refused it for another reason, or several rows stand in its way.
            MultipleObjectsReturned: more than one row matches.
            TypeError: `defaults` is no dictionary.
        """
        lookups = {**conditions.hidden(self.model, lookups)}
        defaults = self._hidden(writing.mapping("defaults=", defaults))
        try:
            return self._filtered(lookups)._one(lookups), False
        except self.model.DoesNotExist:
            plain = {name: value for name, value in lookups.items() if SEPARATOR not in name}
        try:
            return self.create(**{**plain, **defaults}), True
        except CommitError as error:
            found = self._rival(lookups) if writing.may_be_taken(error) else None
            if found is None:
                raise
            return found, False

    def _hidden(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return values for fields, whose secrets no traceback shows."""
        known = {*self.model.relations, *self.model.endpoint.owners, *self._query.parents}
        return mapper_for(self.model).hidden(values, known)

    def _rival(self, lookups: Mapping[str, Any]) -> R | None:
        """Ask the store for the row that keeps one of these lookups from being created."""
        looser = writing.ignoring_case(self.model, lookups)
        for asked in (lookups,) if looser == lookups else (lookups, looser):
            query = self._filtered(asked).scan()._query
            reader = Reader(self.model, attrs.evolve(query, stop=2), require_session(self._session))
            found = reader.result().all()
            if found:
                return found[0] if len(found) == 1 else None
        return None

    def update_or_create(
        self, defaults: Mapping[str, Any] | None = None, **lookups: Any
    ) -> tuple[R, bool]:
        """Update the row that matches with `defaults`, or create it; and whether it was created.

        Raises:
            InvalidValue: a value does not fit its field; nothing was read or changed.
            CommitError: the API refused it; the object has its former values back.
        """
        lookups = {**conditions.hidden(self.model, lookups)}
        defaults = self._hidden(writing.mapping("defaults=", defaults))
        writing.field_names(self.model, defaults)
        writing.check(self.model, defaults)
        item, created = self.get_or_create(defaults, **lookups)
        if not created:
            writing.assign(require_session(self._session), [item], defaults)
        return item, created

    def bulk_create(self, objects: Iterable[R]) -> list[R]:
        """Create many rows in as few requests as the endpoint's batches allow.

        Raises:
            InvalidValue: one is no object of this class; nothing was sent.
            CommitError: some were refused; its report says which, and the others are saved.
        """
        given = Hidden(writing.several("bulk_create()", objects))
        del objects  # what is refused may be a mapping with a secret in it
        items = writing.rows_of(self.model, given)
        return writing.create(require_session(self._session), items)

    def bulk_update(self, objects: Iterable[R], fields: Iterable[str] | None = None) -> int:
        """Send the changes of many objects, in batches; returns how many were sent.

        Args:
            objects: objects that were changed; those of no session join this one.
            fields: send only the changes of these fields; others stay unsaved.

        Raises:
            InvalidValue: one is no object of this class; nothing was sent.
            CommitError: some were refused; its report says which, and the others are saved.
            StateError: an object belongs to another session; nothing was sent.
        """
        names = None if fields is None else writing.field_names(self.model, fields)
        given = Hidden(writing.several("bulk_update()", objects))
        del objects  # what is refused may be a mapping with a secret in it
        items = writing.rows_of(self.model, given)
        report = require_session(self._session).flush(items, fields=names)
        return len(report.saved)

    def update(self, **values: Any) -> int:
        """Set fields of all rows that match, in the fewest requests; returns how many changed.

        `update(price=F("price") * 2)` computes each value here, of the row as it has just been
        read: it is not atomic, and what somebody else changes meanwhile is overwritten. Stock has
        requests of its own for that.

        Reads the rows (only these fields where the endpoint can select), and sends those that
        differ, in batches.

        Raises:
            FieldError: no such field; the nearest right name is suggested.
            InvalidValue: a value does not fit its field, or a field of an `F` has no value in a
                row; nothing was changed.
            QueryError: an `F` would change stock.
            CommitError: some were refused; its report says which, and the others are saved. Those
                that were refused have their values back.
        """
        values = self._hidden(values)
        names = writing.field_names(self.model, values)
        writing.check(self.model, values)
        sources = [word.split(SEPARATOR)[0] for word in writing.sources(values)]
        items = list(self.only(*names, *sources) if names else self.none())
        report = writing.assign(require_session(self._session), items, values, fields=names)
        return sum(1 for item in report.saved if is_row_of(item, self.model))

    def delete(self, *, everything: bool = False) -> tuple[int, dict[str, int]]:
        """Delete the rows that match, by their keys, in the fewest requests.

        A whole collection goes in one request where the API has one for that, unless the session
        keeps a history; rows that the API keeps, such as the default currency, stay and are not
        counted.

        Args:
            everything: has to be True to delete a whole collection.

        Returns:
            How many were deleted, and how many by model, as Django does.

        Raises:
            UnfilteredDelete: the queryset has no condition, and `everything` is not True.
            CommitError: some were refused; its report says which.
            TypeError: `everything` is neither True nor False.
        """
        narrowed = writing.is_narrowed(self._query)
        if not isinstance(everything, bool):
            raise TypeError(f"delete(everything=True) says so, not {everything!r:.100}")
        if not narrowed and not self._query.parents and not everything:
            raise UnfilteredDelete(
                f"this would delete every {self.model.__name__} of the store: "
                "filter first, or say delete(everything=True)"
            )
        session = require_session(self._session)
        key = self.model.endpoint.key
        items = list(self if key is None else self.only(key))
        whole = not narrowed and not self._query.start
        if items and whole and self.model.endpoint.empty_delete and not session.keeps_history:
            gone = writing.empty(session, self.model, self._query, items)
        else:
            gone = writing.delete(session, items)
        return gone, {self.model.__name__: gone}


QS = TypeVar("QS", bound=QuerySet[Any])


class Manager(Generic[QS]):
    """Gives each resource a fresh `QuerySet` at each access: `Product.objects.filter(...)`.

    Its parameter is the queryset's type, as checkers see it: built stubs name one for each
    resource, which knows the names and types of its fields.
    """

    @overload
    def __get__(self, instance: None, owner: type[Any]) -> QS: ...  # Product.objects
    @overload
    def __get__(self, instance: Resource, owner: type[Any]) -> None: ...  # product.objects
    def __get__(self, instance: Resource | None, owner: type[Any]) -> Any:
        """Return all rows of the class. Objects have no manager."""
        if instance is not None:
            raise AttributeError(f"objects belongs to the class: use {owner.__name__}.objects")
        return QuerySet(owner)


Resource.objects = Manager()  # here, because a queryset knows resources


def objects_of(model: type[Any]) -> QuerySet[Any]:
    """Return the queryset of all rows of a model."""
    return QuerySet(model)
