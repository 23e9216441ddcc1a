"""Currencies: rates as V2 writes them, and the one default that a store always has."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from bcorm.emulator.context import Context, Reply
from bcorm.emulator.crud import delete
from bcorm.emulator.errors import ApiError
from bcorm.emulator.tables import Clause

if TYPE_CHECKING:
    from bcorm.emulator.resource import Doc, Resource
    from bcorm.emulator.tables import Row

CURRENCIES = "v2/currencies"


def prepare(ctx: Context, doc: Doc, old: Doc | None, _body: Doc) -> None:
    """A new default takes the place of the old one; a code stays what it is."""
    doc["currency_exchange_rate"] = f"{Decimal(doc['currency_exchange_rate']):.10f}"
    if old is not None:
        doc["currency_code"] = old["currency_code"]
        if old["is_default"] and not doc["is_default"]:
            raise ApiError(400, "The field 'is_default' is invalid.")
    if doc["is_default"] and not (old and old["is_default"]):
        for row in ctx.store.select(CURRENCIES, Clause("t.is_default = 1")):
            ctx.store.update(CURRENCIES, row.id, {**row.doc, "is_default": False})


def refuse_default(_ctx: Context, row: Row) -> None:
    """The default currency cannot go."""
    if row.doc["is_default"]:
        raise ApiError(409, "The default currency cannot be deleted.")


def delete_others(ctx: Context, resource: Resource) -> Reply:
    """DELETE all currencies: all but the default one."""
    delete(ctx, resource, ctx.store.select(CURRENCIES, Clause("t.is_default = 0")))
    return Reply(204)
