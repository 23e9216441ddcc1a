"""Webhooks (`webhooks.v3.yml`), and V2's view of them. `deliveries` calls them."""

from __future__ import annotations

from typing import Any

from bcorm.emulator.domains.webhooks import behaviour
from bcorm.emulator.operations import operation
from bcorm.emulator.resource import Hooks, Resource, filters
from bcorm.emulator.schema import Field, array, boolean, integer, nested, readonly, string

HOOK_FIELDS: tuple[Field, ...] = (
    *readonly(string("client_id"), string("store_hash")),
    string("scope", required="post"),
    string("destination", required="post"),
    boolean("is_active", True),
    nested("headers", default=None, nullable=True),
    *readonly(integer("created_at"), integer("updated_at")),
)


def _hooks(path: str, **facts: Any) -> Resource:
    return Resource(
        path=path,
        noun="webhook",
        fields=HOOK_FIELDS,
        verbs="list create get update",
        filters=filters("is_active scope destination", HOOK_FIELDS),
        indexed=("scope", "is_active"),
        hooks=Hooks(behaviour.prepare),
        **facts,
    )


HOOK = _hooks(behaviour.HOOKS, item="webhook_id")
V2_HOOK = _hooks("v2/hooks", stored=behaviour.HOOKS)

RESOURCES = (HOOK, V2_HOOK)

_ADMIN = HOOK.path + "/admin"
OPERATIONS = (
    operation("DELETE", HOOK.item_path, behaviour.delete_hook, resource=HOOK),
    operation("DELETE", V2_HOOK.item_path, behaviour.delete_hook, resource=V2_HOOK),
    operation("GET", _ADMIN, behaviour.show_admin, query="is_active"),
    operation(
        "PUT", _ADMIN, behaviour.set_admin, fields=(array("emails", string("", format="email")),)
    ),
)
