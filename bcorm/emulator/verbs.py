"""The verbs that tables use, and where each lives: method, path, function."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

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
