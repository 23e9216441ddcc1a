"""Carts, their settings and metafields (`carts.v3.yml`)."""

from __future__ import annotations

from dataclasses import replace

from bcorm.emulator.domains.carts import behaviour
from bcorm.emulator.domains.metafields.tables import NAMES, WHOLE, batches, metafields
from bcorm.emulator.operations import operation
from bcorm.emulator.resource import Resource
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
_PERSON = (string("name"), string("email", format="email"))
_EXTRAS: tuple[Field, ...] = (
    objects(
        "custom_items",
        string("sku", ""),
        string("name", required="post", shortest=1, longest=250),
        integer("quantity", required="post", low=1),
        number("list_price", required="post", low=0),
        string("image_url", format="url"),
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
    nested("currency", string("code", required="post", shortest=3, longest=3, format="currency")),
    string("locale", format="locale"),
)
_ADD = (objects("line_items", *_LINE), *_EXTRAS, _VERSION)
_CHANGE = (nested("line_item", *_LINE), *_EXTRAS, _VERSION)
_GIVE = (integer("customer_id", low=0), _VERSION)

CART = Resource(
    path=behaviour.CARTS,
    writes_take="include",
    item="cart_id",
    noun="cart",
    uuid=True,
    fields=(anything("state"),),
    verbs="get delete",
    words={
        "include": (
            "line_items.physical_items.options",
            "line_items.digital_items.options",
        )
    },
    includes={
        "redirect_urls": behaviour.show_redirect_urls,
        "promotions.banners": {"promotions": behaviour.show_banners},
    },
    present=behaviour.show,
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
    replace(resource, present=behaviour.show_metafield)
    for resource in metafields(
        CART, "cart", "metafield_id", put=WHOLE, batch_put=WHOLE, known=NAMES
    )
)

RESOURCES = (CART, *_METAFIELDS)

_ITEMS = CART.item_path + "/items"
_ITEM = _ITEMS + "/{item_id}"
_TEXTS = ("item_id",)
OPERATIONS = (
    operation("POST", CART.path, behaviour.create, resource=CART, fields=_CREATE),
    operation("PUT", CART.item_path, behaviour.update, resource=CART, fields=_GIVE),
    operation("POST", _ITEMS, behaviour.add_items, resource=CART, fields=_ADD),
    operation("PUT", _ITEM, behaviour.update_item, _TEXTS, resource=CART, fields=_CHANGE),
    operation(
        "DELETE",
        _ITEM,
        behaviour.delete_item,
        _TEXTS,
        resource=CART,
        fields=(_VERSION,),
        query="include",
    ),
    operation(
        "POST", CART.item_path + "/redirect_urls", behaviour.create_redirect_urls, resource=CART
    ),
    *operations(SETTINGS, CHANNEL_SETTINGS),
    *batches(*_METAFIELDS),
)
