"""`Tabular`: the words of a queryset that hand rows out as values and tables, not as objects.

`QuerySet` inherits them. What those for Arrow, pandas and Parquet do is in `frames`, for it needs
an extra.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import attrs

from bcorm.exceptions import QueryError
from bcorm.model import conditions
from bcorm.model.aggregates import Aggregate, Count, aliased
from bcorm.model.executor import require_session
from bcorm.model.mapper import mapper_for
from bcorm.model.reading import Reader
from bcorm.model.resource import Resource
from bcorm.model.selection import Selection
from bcorm.model.values import Values

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterator

    from bcorm.model.frames.arrow import Odd


R = TypeVar("R", bound=Resource)


class Tabular(Selection[R]):
    """Rows of one resource as values and tables, without objects."""

    if TYPE_CHECKING:

        def count(self) -> int:
            """Return the number of rows, see `QuerySet`."""

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
        paths = {
            alias: conditions.spelled_out(self.model, conditions.words(each.name))
            for alias, each in asked.items()
        }
        columns: dict[str, list[Any]] = {alias: [] for alias in asked}
        matcher = conditions.Matcher(mapper_for(self.model), ())
        for row in reader.rows() if asked else ():
            for alias, path in paths.items():
                columns[alias].append(matcher.value(row, path))
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
        paths = map(conditions.words, names)
        needed = tuple(dict.fromkeys(conditions.readable(self.model, path) for path in paths))
        query = self._query
        if names:
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
        """
        from bcorm.model.frames import arrow  # noqa: PLC0415 - an extra

        return arrow.to_parquet(self, path, names, flatten=flatten, odd=on_error)
