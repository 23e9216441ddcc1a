"""From Django's query to a question: `translate` walks the tree that its querysets build.

`query.StoreQuerySet` calls it when rows are needed, and `changelist` takes the order from it.
"""

# ruff: noqa: SLF001 - `_meta` is a public name of Django

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import FieldDoesNotExist
from django.db import NotSupportedError, models
from django.db.models.expressions import Col, F, OrderBy
from django.db.models.lookups import Lookup
from django.db.models.sql.where import AND, NothingNode, WhereNode

from bcorm.contrib.backend import Question
from bcorm.lookups import LOOKUPS

if TYPE_CHECKING:
    from bcorm.contrib.backend import Lookup as StoreLookup


def translate(queryset: models.QuerySet) -> Question | None:
    """Turn a queryset's query into a `Question`; None if no row can match.

    Raises:
        NotSupportedError: an OR, a join, a transform or a lookup that bcorm does not know.
    """
    query = queryset.query
    walk = _Walk(next(iter(query.alias_map), ""))  # the first alias is the model's own
    if query.is_empty():
        return None
    walk.node(query.where)
    if walk.empty:
        return None
    return Question(
        where=tuple(walk.where),
        without=tuple(walk.without),
        order=order_of(queryset),
        start=query.low_mark,
        stop=query.high_mark,
    )


class _Walk:
    """Collects the conditions of a tree."""

    def __init__(self, alias: str) -> None:
        self.alias = alias
        self.where: list[StoreLookup] = []
        self.without: list[tuple[StoreLookup, ...]] = []
        self.empty = False

    def node(self, node: WhereNode) -> None:
        if node.connector != AND and len(node.children) > 1:
            raise NotSupportedError("the API cannot OR: ask twice")
        if node.negated:
            inner = _Walk(self.alias)
            for child in node.children:
                inner.child(child)
            if inner.without:
                raise NotSupportedError("the API cannot negate twice")
            self.without.append(tuple(inner.where))
            return
        for child in node.children:
            self.child(child)

    def child(self, child: Any) -> None:
        if isinstance(child, WhereNode):
            self.node(child)
        elif isinstance(child, NothingNode):
            self.empty = True
        elif isinstance(child, Lookup):
            self.where.append(self.lookup(child))
        else:
            raise NotSupportedError(f"the API cannot evaluate {child!r:.80}")

    def lookup(self, lookup: Any) -> StoreLookup:
        column, name, value = lookup.lhs, lookup.lookup_name, lookup.rhs
        if not isinstance(column, Col) or column.alias != self.alias:
            raise NotSupportedError(f"the API cannot compare {column!r:.80}: it has no joins")
        if name not in LOOKUPS:
            raise NotSupportedError(f"the API has no lookup {name!r}")
        if hasattr(value, "resolve_expression") or hasattr(value, "get_compiler"):
            raise NotSupportedError("the API compares with values only")
        source = getattr(column.target, "source", column.target.name)
        if LOOKUPS[name].many:
            value = list(value)
            if name == "in" and not value:
                self.empty = True
        return (source if name == "exact" else f"{source}__{name}"), value


def order_of(queryset: models.QuerySet) -> tuple[str, ...]:
    """Return the order in bcorm's names. The API sorts by one field: a tie-breaking key goes."""
    query = queryset.query
    asked = query.order_by or (queryset.model._meta.ordering if query.default_ordering else ())
    names = [_order_name(queryset, item, ascending=query.standard_ordering) for item in asked]
    key = queryset.model._meta.pk.name
    if len(names) > 1 and names[-1].lstrip("-") == key:
        names.pop()
    if names == [key] and not queryset.model.backend().sorts(key):
        names = []  # how lists come anyway
    return tuple(names)


def _order_name(queryset: models.QuerySet, item: Any, *, ascending: bool) -> str:
    descending = False
    if isinstance(item, OrderBy):
        descending, item = item.descending, item.expression
    name = item.name if isinstance(item, F) else item
    if not isinstance(name, str) or name == "?":
        raise NotSupportedError(f"the API cannot sort by {item!r:.80}")
    descending = (descending or name.startswith("-")) == ascending
    name = name.lstrip("-+")
    meta = queryset.model._meta
    try:
        field = meta.pk if name == "pk" else meta.get_field(name)
    except FieldDoesNotExist:
        raise NotSupportedError(f"the API cannot sort by {name!r}") from None
    source = getattr(field, "source", field.name)
    return f"-{source}" if descending else source
