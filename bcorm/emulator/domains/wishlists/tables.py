"""Wishlists of customers (`wishlists.v3.yml`)."""

from __future__ import annotations

from bcorm.emulator.domains.wishlists import behaviour
from bcorm.emulator.operations import operation
from bcorm.emulator.resource import Hooks, Paging, Resource, filters
from bcorm.emulator.schema import Field, boolean, integer, objects, readonly, string

_ITEM = (integer("id"), integer("product_id", required="post put"), integer("variant_id"))

WISHLIST_FIELDS: tuple[Field, ...] = (
    integer("customer_id", required="post put"),
    string("name", ""),
    boolean("is_public", False),
    *readonly(string("token")),
    objects("items", *_ITEM, default=[], required="put"),
)
ADDED: tuple[Field, ...] = (objects("items", *_ITEM, required="post"),)

WISHLIST = Resource(
    path=behaviour.WISHLISTS,
    item="wishlist_id",
    noun="wishlist",
    fields=WISHLIST_FIELDS,
    verbs="list create get update delete",
    filters=filters("customer_id", WISHLIST_FIELDS),
    paging=Paging(links=False),
    created=201,
    updated=201,
    owner=("v3/customers", "customer_id"),
    hooks=Hooks(behaviour.prepare),
)

RESOURCES = (WISHLIST,)

_ITEMS = WISHLIST.item_path + "/items"
OPERATIONS = (
    operation("POST", _ITEMS, behaviour.add_items, resource=WISHLIST, fields=ADDED),
    operation("DELETE", _ITEMS + "/{item_id}", behaviour.delete_item, resource=WISHLIST),
)
