"""Paying and pricing: payment methods and tokens (`payments/`), prices (`pricing.sf.yml`)."""

from __future__ import annotations

from bcorm.emulator.domains.payments import behaviour, pricing
from bcorm.emulator.operations import Operation, operation
from bcorm.emulator.resource import Resource
from bcorm.emulator.schema import array, integer, objects, string

RESOURCES: tuple[Resource, ...] = ()

_PRICING = (
    integer("channel_id", required="post"),
    string("currency_code", required="post", shortest=3, longest=3, format="currency"),
    string("country_code", longest=2, format="country"),
    integer("customer_group_id"),
    integer("customer_id"),
    array("items", required="post"),
)
_ITEM = (
    integer("product_id", required="post"),
    integer("variant_id"),
    objects("options", integer("option_id"), integer("value_id")),
)

OPERATIONS = (
    Operation("GET", "v2/payments/methods", behaviour.list_enabled),
    operation("GET", "v3/payments/methods", behaviour.list_accepted, query="order_id checkout_id"),
    Operation("POST", "v3/payments/access_tokens", behaviour.create_token),
    operation("POST", "v3/pricing/products", pricing.calculate, fields=_PRICING, item_fields=_ITEM),
)
