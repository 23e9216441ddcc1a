"""Carts, their settings and metafields (``carts.v3.yml``)."""

from __future__ import annotations

from dataclasses import replace

from bcorm.emulator.behaviours import carts
from bcorm.emulator.resource import Resource, operation
from bcorm.emulator.resources.metafields import WHOLE, batches, metafields
from bcorm.emulator.schema import (
    Field,
    anything,
    boolean,
    choice,
    integer,
    nested,
    number,
    objects,
    string,
)
from bcorm.emulator.singletons import Singleton, operations

_VERSION = integer("version")
_LINE: tuple[Field, ...] = (
    integer("quantity", required="post"),
    integer("product_id", required="post"),
    number("list_price", low=0),
    integer("variant_id"),
    string("name"),
    nested("gift_wrapping"),
    objects("option_selections"),
)
_PERSON = (string("name"), string("email"))
_EXTRAS: tuple[Field, ...] = (
    objects(
        "custom_items",
        string("sku", ""),
        string("name", required="post", shortest=1, longest=250),
        integer("quantity", required="post", low=1),
        number("list_price", required="post", low=0),
        string("image_url"),
    ),
    objects(
        "gift_certificates",
        string("name", required="post"),
        choice("theme", "Birthday Boy Celebration Christmas General Girl", required="post"),
        number("amount", required="post", low=1, high=1000),
        integer("quantity", required="post", low=1),
        nested("sender", *_PERSON, required="post"),
        nested("recipient", *_PERSON, required="post"),
        string("message", "", longest=200),
    ),
)
_CREATE = (
    integer("customer_id", low=0),
    objects("line_items", *_LINE),
    *_EXTRAS,
    integer("channel_id"),
    nested("currency", string("code", required="post", shortest=3, longest=3)),
    string("locale"),
)
_ADD = (objects("line_items", *_LINE), *_EXTRAS, _VERSION)
_CHANGE = (nested("line_item", *_LINE), *_EXTRAS, _VERSION)
_GIVE = (integer("customer_id", low=0), _VERSION)

CART = Resource(
    path=carts.CARTS,
    item="cart_id",
    noun="cart",
    uuid=True,
    fields=(anything("state"),),
    verbs="get delete",
    selectable=False,
    includes={
        "redirect_urls": carts.show_redirect_urls,
        "promotions.banners": {"promotions": carts.show_banners},
    },
    present=carts.show,
)

SETTINGS = Singleton(
    path="v3/carts/settings",
    fields=(boolean("allow_purchasing", True, required="put"),),
)
CHANNEL_SETTINGS = Singleton(
    path="v3/carts/settings/channels/{channel_id}",
    fields=(boolean("allow_purchasing", None, nullable=True),),
    below="v3/channels",
)

# Metafields of carts write their ids as texts.
_METAFIELDS = tuple(
    replace(resource, present=carts.show_metafield)
    for resource in metafields(CART, "cart", "metafield_id", put=WHOLE, batch_put=WHOLE)
)

RESOURCES = (CART, *_METAFIELDS)

_ITEMS = CART.item_path + "/items"
_ITEM = _ITEMS + "/{item_id}"
_TEXTS = ("item_id",)
OPERATIONS = (
    operation("POST", CART.path, carts.create, resource=CART, fields=_CREATE),
    operation("PUT", CART.item_path, carts.update, resource=CART, fields=_GIVE),
    operation("POST", _ITEMS, carts.add_items, resource=CART, fields=_ADD),
    operation("PUT", _ITEM, carts.update_item, _TEXTS, resource=CART, fields=_CHANGE),
    operation("DELETE", _ITEM, carts.delete_item, _TEXTS, resource=CART, fields=(_VERSION,)),
    operation("POST", CART.item_path + "/redirect_urls", carts.create_redirect_urls, resource=CART),
    *operations(SETTINGS, CHANNEL_SETTINGS),
    *batches(*_METAFIELDS),
)
