"""Metafields: the same resource under every kind of parent, and store-wide per kind.

`metafields` makes both from one call, as the specs repeat the same operations under each parent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from bcorm.emulator.domains.metafields import behaviour
from bcorm.emulator.operations import Operation
from bcorm.emulator.resource import Filter, Hooks, Paging, Resource, Unique, filters, plain
from bcorm.emulator.schema import choice, demanded, integer, moment, optional, readonly, string

FIELDS = (
    choice(
        "permission_set",
        "app_only read write read_and_sf_access write_and_sf_access",
        required="post",
    ),
    string("namespace", required="post", shortest=1, longest=64),
    string("key", required="post", shortest=1, longest=64),
    string("value", required="post", shortest=1, longest=65535),
    string("description", "", 255),
    *readonly(
        string("resource_type"),
        integer("resource_id"),
        moment("date_created"),
        moment("date_modified"),
        string("owner_client_id"),
    ),
)

WHOLE = "permission_set namespace key value"

_FILTERS = (
    *filters(
        "key key:in namespace namespace:in date_created:min date_created:max date_modified:min"
        " date_modified:max",
        FIELDS,
    ),
)
# What some kinds know besides; the specs do not agree on it.
IDS = filters("id id:in id:not_in id:min id:max id:greater id:less", ())
BY_PARENT = (Filter("resource_id:in", "_parent", "in", "integer"),)
NAMES = filters("key namespace", FIELDS)
_TAKEN = Unique("key", "The key '{key}' is taken in this namespace", ("parent", "namespace"))
_PAGING = Paging(cursor=True, directed=True)


def metafields(
    parent: Resource,
    kind: str,
    item: str,
    *,
    store_wide: str = "",
    own_item: str = "",
    put: str = "",
    batch_put: str = "",
    known: Sequence[Filter] | None = None,
    more: Sequence[Filter] = (),
    **rules: Any,
) -> tuple[Resource, Resource]:
    """The metafields of one kind of parent: under it, and all of them.

    Args:
        parent: the resource that has them.
        kind: the `resource_type`.
        item: the placeholder of their own id.
        store_wide: the path of all of them, when it is not beside the parent's items.
        own_item: the placeholder of the parent's id, when its table has no item path.
        put: the fields without which a PUT of one is refused, which the specs have not agreed on.
        batch_put: those of a PUT of many, besides the id.
        known: the filters of the list under the parent, when they are not those of most kinds.
        more: filters of that list besides.
        **rules: further attributes of the resource under the parent.
    """
    hooks = Hooks(prepare=behaviour.preparer(kind))
    own = Resource(
        path=f"{parent.path}/{{{own_item or parent.item}}}/metafields",
        item=item,
        noun="metafield",
        fields=demanded(FIELDS, put),
        verbs="list create get update delete",
        filters=(*(_FILTERS if known is None else known), *more),
        selectable="include_fields exclude_fields",
        paging=_PAGING,
        unique=(_TAKEN,),
        stamps="offset",
        parent_field="resource_id",
        hooks=hooks,
        **rules,
    )
    path = store_wide or f"{plain(parent.path)}/metafields"
    everywhere = Resource(
        path=path,
        item=item,
        noun="metafield",
        stored=own.collection,
        fields=demanded(optional(FIELDS), batch_put),
        verbs="list",
        filters=_FILTERS,
        selectable="include_fields",
        paging=_PAGING,
        unique=(_TAKEN,),
        stamps="offset",
        parent_field="resource_id",
        hooks=hooks,
    )
    return own, everywhere


def store_metafields(path: str, item: str) -> Resource:
    """The metafields of the store itself, which have no parent."""
    return Resource(
        path=path,
        item=item,
        noun="metafield",
        fields=demanded(FIELDS, WHOLE),
        verbs="list get update delete",
        filters=_FILTERS,
        selectable="include_fields",
        paging=_PAGING,
        unique=(_TAKEN,),
        stamps="offset",
        hooks=Hooks(prepare=behaviour.preparer("store")),
        present=behaviour.show_of_store,
    )


def batches(own: Resource, everywhere: Resource) -> tuple[Operation, ...]:
    """The store-wide POST, PUT and DELETE of one kind of metafields."""
    parent = own.parents[-1] if own.parents else ""
    changed = replace(own, fields=everywhere.fields)
    acts = {
        "POST": behaviour.create_batch,
        "PUT": behaviour.update_batch,
        "DELETE": behaviour.delete_batch,
    }
    return tuple(
        Operation(
            method,
            everywhere.path,
            partial(act, own=changed if method == "PUT" else own, parent=parent),
        )
        for method, act in acts.items()
    )
