"""Querysets of what a shell user asked for, with a word about what that costs."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from bcorm.cli import console
from bcorm.cli.naming import parse_lookups, plural
from bcorm.exceptions import InvalidValue
from bcorm.model.queryset import QuerySet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bcorm.cli.stores import Opened
    from bcorm.model.resource import Resource


def is_listable(model: type[Resource]) -> bool:
    """Say whether the API has a list of these rows, or the only one there is."""
    endpoint = model.endpoint
    readable = "list" in endpoint.verbs or (endpoint.singleton and "get" in endpoint.verbs)
    return readable or endpoint.everywhere is not None


def identity(model: type[Resource], *, natural: bool = False) -> tuple[str, ...]:
    """Return the fields that tell rows apart; none where there is one row only.

    Args:
        model: the resource.
        natural: whether what people call a row goes before its key.

    Raises:
        click.UsageError: the API has no such fields.
    """
    endpoint = model.endpoint
    if endpoint.key is not None and not (natural and endpoint.natural_key):
        return (endpoint.key,)
    if endpoint.natural_key or endpoint.singleton:
        return endpoint.natural_key or endpoint.owners
    raise click.UsageError(f"{plural(model.__name__)} have no key: name the fields, as in --by sku")


def selected(
    store: Opened, model: type[Resource], lookups: Iterable[str], order: str | None = None
) -> QuerySet[Any]:
    """Return a queryset of an opened store.

    Args:
        store: the store.
        model: the resource.
        lookups: texts such as `price__gte=10`.
        order: a field to sort by.

    Raises:
        click.UsageError: a lookup cannot be read, or the API has no list of these rows.
        QueryError: no such field or lookup; nothing was sent.
    """
    if not is_listable(model):
        one = (
            f"; bcorm get {plural(model.__name__)} KEY has one"
            if "get" in model.endpoint.verbs
            else ""
        )
        raise click.UsageError(f"the API does not list {plural(model.__name__)}{one}")
    queryset: QuerySet[Any] = QuerySet(model).using(store.session)
    with asked():
        queryset = queryset.filter(**parse_lookups(model, lookups))
    return scanning(queryset.order_by(order) if order else queryset)


@contextmanager
def asked() -> Iterator[None]:
    """Take a value that no row can have for what it is here: a command line that is wrong."""
    try:
        yield
    except InvalidValue as error:
        raise click.UsageError(str(error)) from error


def scanning(queryset: QuerySet[Any]) -> QuerySet[Any]:
    """Let every row be read where the API cannot choose, with a word about it."""
    explanation = queryset.explain()
    whole = [one for one in (*explanation.before.values(), explanation) if one.full_scan]
    if whole:
        told = "; ".join(word for one in whole for word in one.here)
        console.say(f"the API cannot do this, so every row is read: {told}")
    return queryset.scan()
