"""`Selection`: what a queryset asks, refined word by word. Nothing here sends anything.

`QuerySet` is the selection that can be read and written; the words that it inherits from here are
part of its public face.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

import attrs

from bcorm.exceptions import QueryError
from bcorm.lookups import SEPARATOR
from bcorm.model import conditions
from bcorm.model.idioms import ARGUMENTS, QUERYSET
from bcorm.model.mapper import ToMany, mapper_for
from bcorm.model.q import Q
from bcorm.model.resource import Resource
from bcorm.model.unit_of_work import UnitOfWork
from bcorm.query.parameters import Clause, Condition
from bcorm.synonyms import SYNCHRONOUS, Guided, taught

if TYPE_CHECKING:
    from collections.abc import Mapping

    from typing_extensions import Self

    from bcorm.query.compiler import Query


R = TypeVar("R", bound=Resource)


@taught(ARGUMENTS)
class Selection(Guided, Generic[R]):
    """Rows of one resource, as a description. Each refinement is a copy."""

    model: type[R]
    _query: Query
    _session: UnitOfWork | None
    _instead: ClassVar[Mapping[str, str]] = QUERYSET

    def _clone(self, **changes: Any) -> Self:
        clone = self.__class__.__new__(self.__class__)
        clone.__dict__.update(self.__dict__)
        if changes:
            clone._query = attrs.evolve(self._query, **changes)
        return clone

    def _refine(self, **changes: Any) -> Self:
        if self._query.start or self._query.stop is not None:
            raise QueryError("a slice cannot be refined: filter and sort first, slice last")
        return self._clone(**changes)

    if not TYPE_CHECKING:

        def __aiter__(self) -> Any:
            raise TypeError(
                f"a queryset is no asynchronous iterator: {SYNCHRONOUS}(list, queryset)"
            )

    def all(self) -> Self:
        """Return a copy, which will read the rows anew."""
        return self._clone()

    def filter(self, *args: Any, **lookups: Any) -> Self:
        """Keep the rows for which all lookups hold.

        Lookups are Django's: `price__gte=10`, `id__in=[1, 2]`, `brand=brand`. What the endpoint
        can filter is sent to it; the rest is evaluated here while paging (see `explain`). Texts
        that the endpoint compares are compared its way: a customer's email ignores case. `Q(...)`
        combines them by `|`, `&` and `~`, and `F("name")` stands for another field of the row.

        Lookups may name fields of related rows, `brand__name="Northlight"`: those rows are asked
        for first, when the queryset is read. What one call says of a relation to many, it says of
        one and the same of its rows.

        Raises:
            FieldError: no such field; the nearest right name is suggested.
            UnsupportedLookup: no such lookup on that field.
            InvalidValue: the operand has the wrong type.
            QueryError: the queryset is a slice.
        """
        args = conditions.hidden_args(self.model, args)
        lookups = {**conditions.hidden(self.model, lookups)}
        return self._where(conditions.clause(self.model, args, lookups))

    def _filtered(self, lookups: Mapping[str, Any]) -> Self:
        return self._where(conditions.clause(self.model, (), lookups))

    def _where(self, found: Clause) -> Self:
        """Keep the rows for which a clause holds."""
        for group in found.exclusions:
            self._evaluable(group)
        query = self._query
        return self._refine(
            conditions=query.conditions + found.conditions,
            exclusions=query.exclusions + found.exclusions,
            unions=query.unions + found.unions,
        )

    def exclude(self, *args: Any, **lookups: Any) -> Self:
        """Leave out the rows for which all lookups hold. Raises as `filter` does."""
        args = conditions.hidden_args(self.model, args)
        lookups = {**conditions.hidden(self.model, lookups)}
        conditions.clause(self.model, args, lookups)  # checks them in the words of the user
        others: tuple[Any, ...] = args
        return self._where(conditions.clause(self.model, (~Q(*others, **lookups),), {}))

    def __or__(self, other: Self) -> Self:
        """Return the rows that are in either, once each: as `filter(Q(...) | Q(...))` does.

        Raises:
            QueryError: one is a slice, or they are below different parents.
            TypeError: `other` is no queryset of the same class.
        """
        mine, others = self._compared(other, "|")
        if self._query.empty or other._query.empty:
            return other._clone() if self._query.empty else self._clone()
        if Clause() in (mine, others):
            return self._clone(conditions=(), exclusions=(), unions=())
        return self._clone(conditions=(), exclusions=(), unions=((mine, others),))

    def __and__(self, other: Self) -> Self:
        """Return the rows that are in both: as `filter` after `filter` does. Raises as `|` does."""
        mine, others = self._compared(other, "&")
        both = mine + others
        return self._clone(
            conditions=mine.conditions
            + tuple(item for item in others.conditions if item not in mine.conditions),
            exclusions=both.exclusions,
            unions=both.unions,
            empty=self._query.empty or other._query.empty,
        )

    def _compared(self, other: Any, sign: str) -> tuple[Clause, Clause]:
        """Return what two querysets say of their rows, if these can be combined."""
        if not isinstance(other, Selection) or other.model is not self.model:
            raise TypeError(
                f"{self.model.__name__} rows {sign} {other!r:.100}: both must be querysets of "
                f"{self.model.__name__}"
            )
        one, two = self._query, other._query
        if one.stop is not None or two.stop is not None or one.start or two.start:
            raise QueryError("a slice cannot be combined: combine first, slice last")
        if one.parents != two.parents:
            raise QueryError("the rows are below different parents: read each by itself")
        return one.clause, two.clause

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

        If the endpoint can sort by the one field that is named, it does, and rows of the same
        value come as it likes. Otherwise the rows are sorted here, after all of them have been
        read: those that are equal in all fields come by key, ascending, in either direction.
        Name the key last (`order_by("-price", "id")`) where it must be so whichever it is.

        Raises:
            FieldError: no such field; the nearest right name is suggested.
        """
        conditions.one_by_one("order_by", names)
        return self._refine(order=tuple(self._sorted_by(name) for name in names))

    def _sorted_by(self, name: str) -> str:
        plain = name.lstrip("-")
        if plain == "?":
            raise QueryError("the API has no random order: random.sample(list(queryset), 3)")
        if plain in self.model.endpoint.sort:
            return name
        path = tuple(plain.split(SEPARATOR))
        conditions.readable(self.model, path)
        sign = name[: len(name) - len(plain)]
        return sign + SEPARATOR.join(conditions.spelled_out(self.model, path))

    def reverse(self) -> Self:
        """Turn the order around; without one, the last key comes first."""
        order = self._query.order or (self.model.endpoint.key or "id",)
        return self._refine(
            order=tuple(name[1:] if name.startswith("-") else f"-{name}" for name in order)
        )

    def distinct(self, *fields: str) -> Self:
        """Return a copy: no row comes twice anyway. `values_list("brand_id").distinct()` does more.

        Raises:
            TypeError: fields are named.
        """
        if fields:
            shown = ", ".join(map(repr, fields))
            raise TypeError(f"rows are distinct anyway; their values: values({shown}).distinct()")
        return self._clone()

    def select_related(self, *names: str) -> Self:
        """Say which relations will be touched, as Django does; see `prefetch_related`."""
        return self.prefetch_related(*names)

    def prefetch_related(self, *names: str) -> Self:
        """Say which relations will be touched, as Django does.

        What the endpoint can include is included, as by `include`. Everything else needs no such
        word: a relation is loaded for all objects that were read together when one is touched.

        Raises:
            FieldError: no such relation; the nearest right name is suggested.
        """
        conditions.one_by_one("prefetch_related", names)
        includable = []
        for name in names:
            first, *rest = name.split(SEPARATOR)
            if first not in self.model.relations and first not in self.model.endpoint.includes:
                raise mapper_for(self.model).unknown(first, self.model.relations)
            target = getattr(self.model.relations.get(first), "target", None)
            if target is not None and rest:
                target.objects.prefetch_related(SEPARATOR.join(rest))
            word = getattr(self.model.relations.get(first), "include", None) or first
            if word in self.model.endpoint.includes and word not in self.model.endpoint.page_caps:
                includable.append(first)
        return self.include(*includable)

    def include(self, *names: str) -> Self:
        """Bring subresources along with the rows: `include("images", "variants")`.

        Raises:
            FieldError: there is no such name; the nearest one is suggested.
            QueryError: the endpoint cannot include that relation.
        """
        conditions.one_by_one("include", names)
        words = tuple(self._include_word(name) for name in names)
        return self._clone(include=tuple(dict.fromkeys((*self._query.include, *words))))

    def _include_word(self, name: str) -> str:
        relation = self.model.relations.get(name)
        word = relation.include if relation is not None and relation.include else name
        mapped = mapper_for(self.model).fields.get(name)
        word = mapped.options.include if mapped is not None and mapped.options.include else word
        if word not in self.model.endpoint.includes and isinstance(relation, ToMany):
            word = relation.within.include if relation.within is not None else word
        if word not in self.model.endpoint.includes and relation is not None:
            raise QueryError(
                f"include({name!r}): the API sends no {name} with {self.model.__name__} rows; "
                "touched on one of them, they are loaded for the others, too"
            )
        if word not in self.model.endpoint.includes:
            raise mapper_for(self.model).unknown(name, self.model.endpoint.includes)
        return word

    def only(self, *names: str) -> Self:
        """Load only these fields; the others are loaded when they are touched.

        An endpoint that cannot select fields sends whole rows.

        Raises:
            FieldError: no such field; the nearest right name is suggested.
        """
        conditions.one_by_one("only", names)
        known = self._known(names)
        wanted = tuple(name for name in known if name not in self._query.defer)
        return self._clone(only=wanted or known, defer=())

    def defer(self, *names: str) -> Self:
        """Load all fields but these, which are loaded when touched. Raises as `only` does.

        After `only`, or another `defer`, it leaves out these too.
        """
        conditions.one_by_one("defer", names)
        known = self._known(names)
        if self._query.only:
            rest = tuple(name for name in self._query.only if name not in known)
            return self._clone(only=rest or (self.model.endpoint.key or self._query.only[0],))
        return self._clone(defer=tuple(dict.fromkeys((*self._query.defer, *known))))

    def _known(self, names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(conditions.readable(self.model, (name,)) for name in names))

    def scan(self) -> Self:
        """Say that reading every row is meant: no `FullScanWarning`, and no refusal if strict."""
        return self._clone(scanning=True)

    def none(self) -> Self:
        """Return a queryset without rows, which sends nothing."""
        return self._clone(empty=True)

    def using(self, session: UnitOfWork | None) -> Self:
        """Return a copy that reads and writes through `session`.

        Raises:
            TypeError: it is no session.
        """
        if session is not None and not hasattr(session, "store"):
            raise TypeError(
                f"using() takes a session, such as bcorm.connect(...) returns, not {session!r:.100}"
            )
        clone = self._clone()
        clone._session = session
        return clone
