"""`Values`: rows as dictionaries, tuples or single values, without objects."""

from __future__ import annotations

from copy import copy
from operator import itemgetter
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal, TypeVar, overload

import attrs

from bcorm.exceptions import QueryError
from bcorm.model.aggregates import Aggregate, aliased
from bcorm.model.beside import Picked
from bcorm.model.conditions import Askable, spelled_out
from bcorm.model.having import Columns
from bcorm.model.idioms import ARGUMENTS, GROUPS, VALUES
from bcorm.model.mapper import mapper_for
from bcorm.model.q import Q
from bcorm.model.reading import Reader, before, planned
from bcorm.query.explain import Explanation, explain
from bcorm.query.parameters import Subquery
from bcorm.synonyms import Guided, taught

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from bcorm.model.resource import Resource
    from bcorm.query.compiler import Query

V = TypeVar("V")


@taught(ARGUMENTS)
class Values(Guided, Askable, Generic[V]):
    """The answer of `values()` and `values_list()`: iterable, and read anew each time."""

    _instead: ClassVar[Mapping[str, str]] = VALUES

    def __init__(
        self, reader: Reader[Any], names: tuple[str, ...], shape: Literal["dict", "tuple", "flat"]
    ) -> None:
        self._reader = reader
        self._names = names or names_of(reader.model, reader.query)
        self._shape = shape
        self._distinct = False

    def _subquery(self) -> Subquery | None:
        reader, query, names = self._reader, self._reader.query, self._names
        path = spelled_out(reader.model, (names[0],)) if len(names) == 1 else ()
        plain = type(reader) is Reader and len(path) == 1
        part = query.start or query.stop is not None or query.empty or query.parents
        if not plain or part or path[0] not in mapper_for(reader.model).fields:
            return None
        said, scanning = query.clause, query.scanning
        return Subquery(reader.model, said, path[0], scanning=scanning, session=reader.session)

    def __iter__(self) -> Iterator[V]:
        seen: list[Any] = []
        marks: set[Any] = set()
        for found in Picked(self._reader.model, self._names).rows(self._reader):
            if self._distinct:
                try:
                    if (mark := tuple(found)) in marks:
                        continue
                    marks.add(mark)
                except TypeError:  # a list among them
                    if found in seen:
                        continue
                    seen.append(found)
            yield self._shaped(found)

    @overload
    def __getitem__(self, index: int) -> V: ...
    @overload
    def __getitem__(self, index: slice) -> Values[V]: ...
    def __getitem__(self, index: int | slice) -> V | Values[V]:
        """Return one answer, or a part of them; only the pages of the part are read."""
        if isinstance(index, slice):
            if self._distinct:
                raise QueryError("distinct values are not sliced: take list(...) and slice that")
            return Values(self._reader.sliced(index), self._names, self._shape)
        for found in self[index : index + 1]:
            return found
        raise IndexError(index)

    def count(self) -> int:
        """Return the number of answers: as cheaply as that of rows, unless they are distinct."""
        return sum(1 for _ in self) if self._distinct else self._reader.count()

    def exists(self) -> bool:
        """Whether there is an answer; reads a page at most."""
        return any(True for _ in self[:1])

    def first(self) -> V | None:
        """Return the first answer, or None."""
        return next(iter(self[:1]), None)

    def distinct(self) -> Values[V]:
        """Return each answer once, in the order in which they are first met."""
        found = copy(self)
        found._distinct = True
        return found

    def annotate(self, *unnamed: Aggregate, **named: Aggregate) -> Groups:
        """Group the rows by these fields: `values("brand_id").annotate(n=Count("id"))`.

        The rows are read, and grouped here.

        Returns:
            A dictionary for each group, in the order in which the groups are first met: the fields,
            and the answers by their names, `id__count` where none is given.

        Raises:
            FieldError: no such field; the nearest right name is suggested.
            TypeError: something is no aggregate.
        """
        return Groups(self._reader, self._names, aliased("annotate", unnamed, named))

    def explain(self) -> Explanation:
        """Say what will be asked of the server, and what will be done here. Sends nothing."""
        return explained(self._reader, Picked(self._reader.model, self._names))

    def _shaped(self, found: list[Any]) -> Any:
        if self._shape == "dict":
            return dict(zip(self._names, found, strict=True))
        return found[0] if self._shape == "flat" else tuple(found)

    def __repr__(self) -> str:
        return f"<Values of {self._reader.model.__name__}: {', '.join(self._names)}>"


@taught(ARGUMENTS)
class Groups(Guided):
    """The answer of `values(...).annotate(...)`: dictionaries, one a group.

    The rows are read once, when the first group is asked for; what `filter`, `exclude` and
    `order_by` make of the groups shares them.
    """

    _instead: ClassVar[Mapping[str, str]] = GROUPS

    def __init__(
        self, reader: Reader[Any], names: tuple[str, ...], asked: Mapping[str, Aggregate]
    ) -> None:
        self._picked = Picked(reader.model, [*names, *(each.name for each in asked.values())])
        self._reader = copy(reader)
        self._reader.query = attrs.evolve(reader.query, only=self._picked.needed, defer=())
        self._names = names
        self._asked = asked
        self._columns = Columns(reader.model, names, asked)
        self._tests: tuple[Callable[[Mapping[str, Any]], bool], ...] = ()
        self._order: tuple[str, ...] = ()
        # Those of all that share them, in a list of one once they are read.
        self._computed: list[list[dict[str, Any]]] = []
        self._found: list[dict[str, Any]] | None = None

    def _groups(self) -> list[dict[str, Any]]:
        if self._found is None:
            if not self._computed:
                self._computed.append(self._read())
            self._found = self._arranged()
        return self._found

    def _read(self) -> list[dict[str, Any]]:
        groups: dict[Any, tuple[list[Any], dict[str, list[Any]]]] = {}
        size = len(self._names)
        for values in self._picked.rows(self._reader):
            found = values[:size]
            mark = tuple(_marked(value) for value in found)
            _, columns = groups.setdefault(mark, (found, {alias: [] for alias in self._asked}))
            for alias, value in zip(self._asked, values[size:], strict=True):
                columns[alias].append(value)
        return [
            {
                **dict(zip(self._names, found, strict=True)),
                **{alias: each.over(columns[alias]) for alias, each in self._asked.items()},
            }
            for found, columns in groups.values()
        ]

    def _arranged(self) -> list[dict[str, Any]]:
        """Return the groups that satisfy the conditions, sorted."""
        answers = [dict(one) for one in self._computed[0] if all(test(one) for test in self._tests)]
        for name in reversed(self._order):
            plain = name.lstrip("-")
            known = [answer for answer in answers if answer[plain] is not None]
            rest = [answer for answer in answers if answer[plain] is None]
            known.sort(key=itemgetter(plain), reverse=name.startswith("-"))
            answers = known + rest
        return answers

    def filter(self, *args: Q, **lookups: Any) -> Groups:
        """Keep the groups for which all lookups hold: `filter(total__gt=500)`, Django's HAVING.

        The names are those of the groups: fields and answers. Lookups, `Q` and `F` are as for rows,
        and evaluated here, when the groups are read.

        Raises:
            FieldError: a name is none of them; the nearest right name is suggested.
            UnsupportedLookup: no such lookup on that.
            InvalidValue: the operand has the wrong type.
            TypeError: a positional argument is no `Q`.
        """
        args, lookups = self._veiled(args, lookups)
        return self._where(Q(*args, **lookups))

    def exclude(self, *args: Q, **lookups: Any) -> Groups:
        """Leave out the groups for which all lookups hold. Raises as `filter` does."""
        args, lookups = self._veiled(args, lookups)
        return self._where(~Q(*args, **lookups))

    def _veiled(self, args: Any, lookups: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
        """Return what was given, with nothing in it that a traceback may not show."""
        veil = self._columns.veil
        return (
            tuple(one.mapped(veil) if isinstance(one, Q) else one for one in args),
            {expression: veil(expression, value) for expression, value in lookups.items()},
        )

    def _where(self, q: Q) -> Groups:
        found = copy(self)
        found._tests, found._found = (*self._tests, self._columns.test(q)), None
        return found

    def order_by(self, *names: str) -> Groups:
        """Sort the groups by fields and answers, `-` for descending.

        Raises:
            FieldError: a name is none of them.
        """
        for name in names:
            self._columns.check(str(name).lstrip("-") if isinstance(name, str) else name)
        found = copy(self)
        found._order, found._found = names, None
        return found

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self._groups())

    def __len__(self) -> int:
        return len(self._groups())

    def count(self) -> int:
        """Return the number of groups."""
        return len(self)

    def explain(self) -> Explanation:
        """Say what will be asked of the server, and what will be done here. Sends nothing."""
        return explained(self._reader, self._picked)

    def exists(self) -> bool:
        """Whether there is a group."""
        return bool(self._groups())

    def first(self) -> dict[str, Any] | None:
        """Return the first group, or None."""
        return next(iter(self), None)

    @overload
    def __getitem__(self, index: int) -> dict[str, Any]: ...
    @overload
    def __getitem__(self, index: slice) -> list[dict[str, Any]]: ...
    def __getitem__(self, index: int | slice) -> Any:
        """Return a group, or some of them."""
        return self._groups()[index]

    def __repr__(self) -> str:
        told = ", ".join([*self._names, *self._asked])
        return f"<Groups of {self._reader.model.__name__}: {told}>"


def explained(reader: Reader[Any], picked: Picked) -> Explanation:
    """Say what reading some values costs, those of other rows included."""
    plan, first = planned(reader.query, reader.session), before(reader.query, reader.session)
    found = explain(reader.model.__name__, plan, before=first)
    return attrs.evolve(found, beside=tuple(picked.told()))


def _marked(value: Any) -> Any:
    """Return what is equal where a value is, and can be the key of a dictionary."""
    try:
        hash(value)
    except TypeError:
        return repr(value)
    return value


def names_of(model: type[Resource], query: Query) -> tuple[str, ...]:
    """Return the fields that the rows of a query bring: its `only`, `defer` and `include` count."""
    key = model.endpoint.key
    if query.only:
        return tuple(dict.fromkeys([*([key] if key else []), *query.only]))
    return tuple(
        name
        for name, mapped in mapper_for(model).fields.items()
        if name not in query.defer
        and not mapped.options.write_only
        and (mapped.options.include is None or mapped.options.include in query.include)
    )
