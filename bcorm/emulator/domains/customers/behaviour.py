"""Customers of V3: credentials out of sight, filters by full name, includes with their caps."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from bcorm.emulator import jsontext
from bcorm.emulator.crud import create
from bcorm.emulator.errors import ApiError
from bcorm.emulator.filters import read_list
from bcorm.emulator.numerals import decimal, plain_number
from bcorm.emulator.refusals import Refusal
from bcorm.emulator.tables import Clause, Id, Row

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bcorm.emulator.context import Context
    from bcorm.emulator.resource import Doc

from bcorm.emulator.domains.customers.accounts import seal
from bcorm.emulator.domains.customers.data import ADDRESSES, FORM_FIELDS, put_field, put_value

GROUPS = "v2/customer_groups"
EMAIL_TAKEN = Refusal(
    request="a customer with the e-mail address of another",
    status=422,
    title="Create customers failed",
    errors={".customer_create": "email {email} already in use"},
    source="seen live",
    says='POST /v3/customers: {".customer_create": "... already in use"}; the title is not known',
)
UNKNOWN_CUSTOMER = Refusal(
    request="PUT /v3/customers with an id that no customer has",
    status=422,
    errors={"id": "invalid customer ID"},
    source="seen live",
    says='PUT /v3/customers: {"0.id": "invalid customer ID"}',
)
_INCLUDE_CAP = 10


def prepare(ctx: Context, doc: Doc, old: Doc | None, body: Doc) -> None:
    """Check the group and put credentials and credit where no answer shows them."""
    group = doc.get("customer_group_id") or 0
    moved = old is None or group != old["customer_group_id"]
    if group and moved and not ctx.store.exists(GROUPS, group):
        raise ApiError(422, errors={"customer_group_id": f"Customer group {group} does not exist."})
    if old is not None:
        doc["origin_channel_id"] = old["origin_channel_id"]
    login = doc.get("authentication") or {}
    password = login.pop("new_password", None)
    doc["authentication"] = {"force_password_reset": bool(login.get("force_password_reset"))}
    if password:
        doc["_password"] = seal(password)
    credit = body.get("store_credit_amounts")
    if credit:
        doc["_credit"] = decimal(credit[0].get("amount")) or 0


def saved(ctx: Context, doc: Doc, old: Doc | None, body: Doc) -> None:
    """Store what a new customer brings along."""
    key = doc["id"]
    if old is None:
        for item in body.get("addresses") or ():
            create(ctx, ctx.resource(ADDRESSES), key, {**item, "customer_id": key})
        for item in body.get("attributes") or ():
            put_value(ctx, {**item, "customer_id": key, "value": item.get("attribute_value")})
    for item in body.get("form_fields") or ():
        put_field(ctx, {"customer_id": key, **item})


def deleting(ctx: Context, row: Row) -> None:
    """Form field values have no id of their own to cascade by."""
    where = Clause("t.customer_id = ?", (row.id,))
    ctx.store.delete(FORM_FIELDS, ctx.store.ids(FORM_FIELDS, where))


_FULL_NAME = "t.first_name || ' ' || t.last_name"


def named(_ctx: Context, text: str) -> Clause:
    """`name:in`: full names."""
    names = [name.strip().lower() for name in text.split(",") if name.strip()]
    marks = ",".join("?" * len(names))
    return Clause(f"lower({_FULL_NAME}) IN ({marks})", tuple(names))


def named_like(_ctx: Context, text: str) -> Clause:
    """`name:like`: any of the texts within the full name."""
    names = [name.strip() for name in text.split(",") if name.strip()]
    sql = " OR ".join([f"{_FULL_NAME} LIKE ?"] * len(names)) or "0"
    return Clause(sql, tuple(f"%{name}%" for name in names))


def lives_in(column: str) -> Callable[[Context, str], Clause]:
    """`column:in` that compares texts without case, as mail addresses are."""

    def condition(_ctx: Context, text: str) -> Clause:
        values = read_list(column, "string", text, "v3")
        marks = ",".join("?" * len(values))
        return Clause(f"t.{column} COLLATE NOCASE IN ({marks})", tuple(values))

    return condition


def _grouped(ctx: Context, collection: str, rows: Sequence[Row]) -> dict[Id, list[str]]:
    found: defaultdict[Id, list[str]] = defaultdict(list)
    for row in ctx.store.children(collection, [row.id for row in rows]):
        if row.parent is not None and len(found[row.parent]) < _INCLUDE_CAP:
            found[row.parent].append(row.text)
    return found


def show_children(collection: str) -> Callable[[Context, Sequence[Row]], Mapping[Id, str]]:
    """Up to ten documents of each customer, which is all an include gives."""

    def show(ctx: Context, rows: Sequence[Row]) -> Mapping[Id, str]:
        found = _grouped(ctx, collection, rows)
        return {row.id: f"[{','.join(found.get(row.id, ()))}]" for row in rows}

    return show


def count_children(collection: str) -> Callable[[Context, Sequence[Row]], Mapping[Id, str]]:
    """How many documents a customer has."""

    def show(ctx: Context, rows: Sequence[Row]) -> Mapping[Id, str]:
        return {row.id: str(ctx.store.count(collection, parent=row.id)) for row in rows}

    return show


def show_credit(_ctx: Context, rows: Sequence[Row]) -> Mapping[Id, str]:
    """`include=storecredit`."""
    return {
        row.id: jsontext.dumps([{"amount": plain_number(Decimal(row.secrets.get("credit") or 0))}])
        for row in rows
    }


def show_fields(owner: str) -> Callable[[Context, Sequence[Row]], Mapping[Id, str]]:
    """`include=formfields` of customers or addresses."""

    def show(ctx: Context, rows: Sequence[Row]) -> Mapping[Id, str]:
        marks = ",".join("?" * len(rows))
        where = Clause(f"t.{owner} IN ({marks})", tuple(row.id for row in rows))
        found: defaultdict[Id, list[str]] = defaultdict(list)
        for row in ctx.store.select(FORM_FIELDS, where):
            found[row.doc[owner]].append(row.text)
        return {row.id: f"[{','.join(found[row.id])}]" for row in rows}

    return show
