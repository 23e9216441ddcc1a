"""What answers a request: one method of one path, and the operations that any collection can have.

A collection lists its verbs by name; what no verb covers is an `Operation` of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from bcorm.emulator.bulk import create_many, delete_all, delete_listed, delete_where, update_many
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.crud import (
    count_documents,
    create_document,
    delete_document,
    get_document,
    list_documents,
    update_document,
)

if TYPE_CHECKING:
    from bcorm.emulator.resource import Resource

Handler = Callable[[Context, "Resource"], Reply]


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of one path template, and what answers it.

    Attributes:
        method: in capitals. path: its template.
        answer: what does it.
        texts: the placeholders that are not whole numbers; ids of `uuid` resources are known.
        query: the query parameters that it knows, besides `page` and `limit`.
        disputed: those that a guide shows and no spec has.
        words: the only words that some of these take, in any case.
    """

    method: str
    path: str
    answer: Callable[[Context], Reply]
    texts: tuple[str, ...] = ()
    query: frozenset[str] = frozenset()
    disputed: frozenset[str] = frozenset()
    words: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)


def operation(
    method: str,
    path: str,
    act: Callable[..., Reply],
    texts: tuple[str, ...] = (),
    *,
    query: str = "",
    words: Mapping[str, tuple[Any, ...]] | None = None,
    **given: Any,
) -> Operation:
    """An operation, perhaps of a function that takes more than the context.

    Args:
        method: in capitals.
        path: its template.
        act: what does it.
        texts: placeholders that are not whole numbers.
        query: query parameters that it knows, besides those of its resource.
        words: the only words that some of these take.
        **given: what the function takes besides the context, such as its `resource`.
    """
    resource: Resource | None = given.get("resource")
    names, disputed = {*query.split()}, frozenset[str]()
    taken = dict(words or {})
    if resource is not None:
        listed = path in (resource.path, resource.path + "/count")
        names.update(resource.query(method, listed=listed))
        taken = {**resource.words_of(names, listed=listed), **taken}
        if listed and method == "GET":
            disputed = frozenset(item.param for item in resource.filters if item.disputed)
    act = partial(act, **given)
    return Operation(method, path, act, texts, frozenset(names), disputed, taken)


@dataclass(frozen=True, slots=True)
class Verb:
    """Where an operation lives: its method, its path below the collection, its function."""

    method: str
    suffix: str
    handler: Handler


VERBS: dict[str, Verb] = {
    "list": Verb("GET", "", list_documents),
    "count": Verb("GET", "/count", count_documents),
    "get": Verb("GET", "/{item}", get_document),
    "create": Verb("POST", "", create_document),
    "update": Verb("PUT", "/{item}", update_document),
    "delete": Verb("DELETE", "/{item}", delete_document),
    "create_many": Verb("POST", "", create_many),
    "update_many": Verb("PUT", "", update_many),
    "delete_where": Verb("DELETE", "", delete_where),
    "delete_listed": Verb("DELETE", "", delete_listed),
    "delete_all": Verb("DELETE", "", delete_all),
}


def operations_of(resource: Resource) -> Iterator[Operation]:
    """The operations of a collection's verbs."""
    for name in resource.verbs.split():
        verb = VERBS[name]
        path = resource.path + verb.suffix.replace("item", resource.item)
        yield operation(verb.method, path, verb.handler, resource=resource)
