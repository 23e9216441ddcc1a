"""Querysets of what a shell user asked for, with a word about what that costs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.cli import console
from bcorm.cli.naming import parse_lookups
from bcorm.model.queryset import QuerySet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bcorm.cli.stores import Opened
    from bcorm.model.resource import Resource


def selected(
    store: Opened, model: type[Resource], lookups: Iterable[str], order: str | None = None
) -> QuerySet[Any, ...]:
    """Return a queryset of an opened store.

    Args:
        store: the store.
        model: the resource.
        lookups: texts such as `price__gte=10`.
        order: a field to sort by.

    Raises:
        click.UsageError: a lookup cannot be read.
        QueryError: no such field or lookup; nothing was sent.
    """
    queryset: QuerySet[Any, ...] = QuerySet(model).using(store.session)
    queryset = queryset.filter(**parse_lookups(model, lookups))
    if order:
        queryset = queryset.order_by(order)
    explanation = queryset.explain()
    if explanation.full_scan:
        told = "; ".join(explanation.here)
        console.say(f"the API cannot do this, so every row is read: {told}")
    return queryset.scan()
