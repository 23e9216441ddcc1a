"""Customers of both versions: one collection, credentials out of sight, flat sub-collections."""

from __future__ import annotations

import hashlib
import hmac
from collections import defaultdict
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from bcorm.emulator import jsontext, timestamps
from bcorm.emulator.behaviours.geography import country_code, country_name
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.crud import attempt_row, create, many, update
from bcorm.emulator.errors import ApiError, not_found
from bcorm.emulator.filters import read_list
from bcorm.emulator.rendering import asked_includes, render
from bcorm.emulator.store import Clause, Id, Row
from bcorm.emulator.validation import amount, decimal, plain_number

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bcorm.emulator.resource import Doc, Resource

CUSTOMERS = "v3/customers"
ADDRESSES = "v3/customers/addresses"
ATTRIBUTES = "v3/customers/attributes"
VALUES = "v3/customers/attribute-values"
FORM_FIELDS = "v3/customers/form-field-values"
GROUPS = "v2/customer_groups"
_INCLUDE_CAP = 10

# Writing


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


def seal(password: str) -> str:
    """What is kept of a password. The shop is a toy, its habits need not be."""
    return hashlib.sha256(f"emulated:{password}".encode()).hexdigest()


def saved(ctx: Context, doc: Doc, old: Doc | None, body: Doc) -> None:
    """Store what a new customer brings along."""
    key = doc["id"]
    if old is None:
        for item in body.get("addresses") or ():
            create(ctx, ctx.resource(ADDRESSES), key, {**item, "customer_id": key})
        for item in body.get("attributes") or ():
            _put_value(ctx, {**item, "customer_id": key, "value": item.get("attribute_value")})
    for item in body.get("form_fields") or ():
        _put_field(ctx, {"customer_id": key, **item})


def deleting(ctx: Context, row: Row) -> None:
    """Form field values have no id of their own to cascade by."""
    where = Clause("t.customer_id = ?", (row.id,))
    ctx.store.delete(FORM_FIELDS, ctx.store.ids(FORM_FIELDS, where))


# Filters and includes

_FULL_NAME = "t.first_name || ' ' || t.last_name"


def named(_ctx: Context, text: str) -> Clause:
    """``name:in``: full names."""
    names = [name.strip().lower() for name in text.split(",") if name.strip()]
    marks = ",".join("?" * len(names))
    return Clause(f"lower({_FULL_NAME}) IN ({marks})", tuple(names))


def named_like(_ctx: Context, text: str) -> Clause:
    """``name:like``: any of the texts within the full name."""
    names = [name.strip() for name in text.split(",") if name.strip()]
    sql = " OR ".join([f"{_FULL_NAME} LIKE ?"] * len(names)) or "0"
    return Clause(sql, tuple(f"%{name}%" for name in names))


def lives_in(column: str) -> Callable[[Context, str], Clause]:
    """``column:in`` that compares texts without case, as mail addresses are."""

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
    """``include=storecredit``."""
    return {
        row.id: jsontext.dumps([{"amount": plain_number(Decimal(row.secrets.get("credit") or 0))}])
        for row in rows
    }


def show_fields(owner: str) -> Callable[[Context, Sequence[Row]], Mapping[Id, str]]:
    """``include=formfields`` of customers or addresses."""

    def show(ctx: Context, rows: Sequence[Row]) -> Mapping[Id, str]:
        marks = ",".join("?" * len(rows))
        where = Clause(f"t.{owner} IN ({marks})", tuple(row.id for row in rows))
        found: defaultdict[Id, list[str]] = defaultdict(list)
        for row in ctx.store.select(FORM_FIELDS, where):
            found[row.doc[owner]].append(row.text)
        return {row.id: f"[{','.join(found[row.id])}]" for row in rows}

    return show


def show_profile(_ctx: Context, rows: Sequence[Row]) -> Mapping[Id, str]:
    """``include=shopper_profile_id``: no customer of the sample shop has one."""
    return {row.id: '""' for row in rows}


def show_segments(_ctx: Context, rows: Sequence[Row]) -> Mapping[Id, str]:
    """``include=segment_ids``: no customer of the sample shop is in one."""
    return {row.id: "[]" for row in rows}


# Addresses


def prepare_address(ctx: Context, doc: Doc, old: Doc | None, _body: Doc) -> None:
    """Check whose address it is and name its country."""
    if old is None and not ctx.store.exists(CUSTOMERS, doc["customer_id"]):
        raise ApiError(422, errors={"customer_id": "The customer does not exist."})
    if old is not None:
        doc["customer_id"] = old["customer_id"]
    doc["country_code"] = doc["country_code"].upper()
    doc["country"] = country_name(doc["country_code"])


def address_saved(ctx: Context, doc: Doc, _old: Doc | None, body: Doc) -> None:
    """Store the form fields of an address."""
    for item in body.get("form_fields") or ():
        _put_field(ctx, {"address_id": doc["id"], **item})


_SAME = (
    "first_name",
    "last_name",
    "company",
    "address1",
    "address2",
    "city",
    "state_or_province",
    "postal_code",
    "country_code",
    "phone",
    "address_type",
)


def _twin(ctx: Context, doc: Doc, key: Id | None) -> bool:
    for row in ctx.store.children(ADDRESSES, [doc["customer_id"]]):
        other = row.doc
        if row.id != key and all(other.get(name, "") == doc.get(name, "") for name in _SAME):
            return True
    return False


def create_addresses(ctx: Context, resource: Resource) -> Reply:
    """POST an array; an address that the customer has already is left out of the answer."""
    rows = []
    for position, item in enumerate(_items(ctx)):
        row = attempt_row(ctx, position, partial(create, ctx, resource, None, item))
        if _twin(ctx, row.doc, row.id):
            ctx.store.delete(ADDRESSES, [row.id])
            continue
        rows.append(row)
    return many(resource, render(ctx, resource, rows, asked_includes(ctx, resource)))


def _items(ctx: Context) -> list[Any]:
    if not isinstance(ctx.body, list):
        raise ApiError(422, errors={"": "error.expected.jsarray"})
    return ctx.body


# Attributes


def prepare_attribute(_ctx: Context, doc: Doc, old: Doc | None, _body: Doc) -> None:
    """The type of an attribute never changes."""
    if old is not None:
        doc["type"] = old["type"]


_READABLE: dict[str, Callable[[str], bool]] = {
    "string": lambda _text: True,
    "number": lambda text: decimal(text) is not None,
    "date": lambda text: timestamps.epoch(text) is not None,
}


def _put_value(ctx: Context, item: Doc) -> Row:
    attribute, customer = item.get("attribute_id"), item.get("customer_id")
    if not isinstance(attribute, int) or not ctx.store.exists(ATTRIBUTES, attribute):
        raise ApiError(422, errors={"attribute_id": f"Attribute {attribute} does not exist."})
    if not isinstance(customer, int) or not ctx.store.exists(CUSTOMERS, customer):
        raise ApiError(422, errors={"customer_id": f"Customer {customer} does not exist."})
    value = item.get("value")
    kind = ctx.require(ATTRIBUTES, attribute).doc["type"]
    if not isinstance(value, str) or len(value) > 255 or not _READABLE[kind](value):
        raise ApiError(422, errors={"value": f"is not a valid {kind}"})
    resource = ctx.resource(VALUES)
    known = ctx.store.select(VALUES, Clause("t.attribute_id = ?", (attribute,)), parent=customer)
    if known:
        return update(ctx, resource, known[0], {"attribute_value": value})
    body = {"attribute_id": attribute, "customer_id": customer, "attribute_value": value}
    return create(ctx, resource, customer, body)


def put_values(ctx: Context, resource: Resource) -> Reply:
    """PUT attribute values: made or changed by attribute and customer, at most ten."""
    items = _items(ctx)
    if len(items) > 10:
        raise ApiError(
            413, "The request payload is too large. The maximum items allowed in the array is 10."
        )
    rows = [
        attempt_row(ctx, position, partial(_put_value, ctx, item))
        for position, item in enumerate(items)
    ]
    return many(resource, render(ctx, resource, rows))


# Form fields


def _put_field(ctx: Context, item: Doc) -> Row:
    owner = "customer_id" if item.get("customer_id") else "address_id"
    collection = CUSTOMERS if owner == "customer_id" else ADDRESSES
    key, name = item.get(owner), item.get("name")
    if not isinstance(key, int) or not ctx.store.exists(collection, key):
        raise ApiError(422, errors={owner: f"{owner} {key} does not exist."})
    if not isinstance(name, str) or not name or "value" not in item:
        raise ApiError(422, errors={"name": "error.path.missing"})
    doc = {"name": name, "value": item["value"], owner: key}
    known = ctx.store.select(FORM_FIELDS, Clause(f"t.{owner} = ? AND t.name = ?", (key, name)))
    if known:
        ctx.store.update(FORM_FIELDS, known[0].id, doc)
        return ctx.require(FORM_FIELDS, known[0].id)
    number = ctx.store.next_id(FORM_FIELDS)
    ctx.store.insert(FORM_FIELDS, number, doc)
    return ctx.require(FORM_FIELDS, number)


def put_fields(ctx: Context, resource: Resource) -> Reply:
    """PUT form field values: made or changed by name and owner."""
    rows = [_put_field(ctx, item if isinstance(item, dict) else {}) for item in _items(ctx)]
    return many(resource, render(ctx, resource, rows))


def field_kind(_ctx: Context, text: str) -> Clause:
    """``field_type``: values that are lists, numbers or texts."""
    return Clause("json_type(t._doc, '$.value') = ?", ("array" if "checkbox" in text else "text",))


# Singletons


def validate_credentials(ctx: Context) -> Reply:
    """POST /customers/validate-credentials."""
    body = ctx.body if isinstance(ctx.body, dict) else {}
    missing = {
        name: "error.path.missing"
        for name in ("email", "password")
        if not isinstance(body.get(name), str)
    }
    if missing:
        raise ApiError(422, errors=missing)
    rows = ctx.store.select(CUSTOMERS, Clause("t.email = ? COLLATE NOCASE", (body["email"],)))
    valid = bool(rows) and _knows(rows[0], body["password"])
    answer = {"customer_id": rows[0].id if valid else None, "is_valid": valid}
    return Reply(200, jsontext.dumps(answer))


def _knows(row: Row, password: str) -> bool:
    kept = row.secrets.get("password") or ""
    return hmac.compare_digest(kept, seal(password))


SETTINGS: Doc = {
    "privacy_settings": {
        "ask_shopper_for_tracking_consent": False,
        "policy_url": "",
    },
    "customer_group_settings": {"guest_customer_group_id": 0, "default_customer_group_id": 0},
}


def _settings_name(ctx: Context) -> str:
    return f"customer settings {ctx.ids[0] if ctx.ids else 'global'}"


def show_settings(ctx: Context) -> Reply:
    """GET /customers/settings, of the store or of a channel."""
    kept = ctx.store.setting(_settings_name(ctx))
    if kept is None:
        kept = {**SETTINGS, **({"allow_global_logins": True} if ctx.ids else {})}
    return Reply(200, jsontext.dumps({"data": kept, "meta": {}}))


def set_settings(ctx: Context) -> Reply:
    """PUT /customers/settings; what is not named stays."""
    if not isinstance(ctx.body, dict):
        raise ApiError(422, errors={"": "error.expected.jsobject"})
    name = _settings_name(ctx)
    kept = ctx.store.setting(name) or {
        **SETTINGS,
        **({"allow_global_logins": True} if ctx.ids else {}),
    }
    for section, values in ctx.body.items():
        if isinstance(values, dict) and isinstance(kept.get(section), dict):
            kept[section] = {**kept[section], **values}
        elif section in kept:
            kept[section] = values
    ctx.store.set_setting(name, kept)
    return Reply(200, jsontext.dumps({"data": kept, "meta": {}}))


_CONSENT = ("essential", "functional", "analytics", "targeting")


def show_consent(ctx: Context) -> Reply:
    """GET /customers/{id}/consent."""
    row = ctx.require(CUSTOMERS, ctx.ids[0])
    kept = ctx.store.setting(f"consent {row.id}") or {
        "allow": [],
        "deny": [],
        "updated_at": row.doc["date_created"],
    }
    return Reply(200, jsontext.dumps(kept))


def set_consent(ctx: Context) -> Reply:
    """PUT /customers/{id}/consent."""
    row = ctx.require(CUSTOMERS, ctx.ids[0])
    body = ctx.body if isinstance(ctx.body, dict) else {}
    for name in ("allow", "deny"):
        values = body.get(name, [])
        if not isinstance(values, list) or set(values) - set(_CONSENT):
            raise ApiError(422, errors={name: f"must be a list of {', '.join(_CONSENT)}"})
    kept = {
        "allow": body.get("allow", []),
        "deny": body.get("deny", []),
        "updated_at": ctx.stamp("zulu"),
    }
    ctx.store.set_setting(f"consent {row.id}", kept)
    return Reply(200, jsontext.dumps(kept))


def stored_instruments(ctx: Context) -> Reply:
    """GET /customers/{id}/stored-instruments: every fifth customer has a card."""
    row = ctx.store.get(CUSTOMERS, ctx.ids[0])
    if row is None:
        raise not_found("v3")
    if not isinstance(row.id, int) or row.id % 5:
        return Reply(200, "[]")
    card = {
        "type": "stored_card",
        "token": hashlib.sha256(f"card {row.id}".encode()).hexdigest(),
        "is_default": True,
        "brand": "VISA",
        "expiry_month": row.id % 12 + 1,
        "expiry_year": 2031,
        "issuer_identification_number": "411111",
        "last_4": f"{row.id:04d}"[-4:],
    }
    return Reply(200, jsontext.dumps([card]))


# V2


def with_credit(_ctx: Context, text: str) -> Clause:
    """``store_credit`` of V2, which no column holds."""
    value = decimal(text)
    if value is None:
        raise ApiError(400, "The field 'store_credit' is invalid.")
    credit = "coalesce(json_extract(t._private, '$.credit'), 0)"
    return Clause(f"CAST({credit} AS REAL) = ?", (float(value),))


def show_v2(ctx: Context, doc: Doc, row: Row) -> Doc:
    """A customer as V2 shows it."""
    shared = (
        "id",
        "company",
        "first_name",
        "last_name",
        "email",
        "phone",
        "registration_ip_address",
        "customer_group_id",
        "notes",
        "tax_exempt_category",
    )
    link = f"/customers/{row.id}/addresses"
    return {
        **{name: doc[name] for name in shared},
        "form_fields": None,
        "date_created": _mail(doc["date_created"]),
        "date_modified": _mail(doc["date_modified"]),
        "store_credit": amount(Decimal(row.secrets.get("credit") or 0)),
        "accepts_marketing": False,
        "reset_pass_on_login": doc["authentication"]["force_password_reset"],
        "addresses": {"url": f"{ctx.base}/v2{link}", "resource": link},
    }


def _mail(text: str) -> str:
    return timestamps.mail_style(timestamps.epoch(text) or 0)


def prepare_v2(ctx: Context, doc: Doc, old: Doc | None, _body: Doc) -> None:
    """Bring a V2 body into the form that both versions share."""
    login = doc.pop("_authentication", None) or {}
    reset = doc.pop("reset_pass_on_login", None)
    credit = doc.pop("store_credit", None)
    if "password_confirmation" in login and login["password_confirmation"] != login.get("password"):
        raise ApiError(400, "The field 'password_confirmation' is invalid.")
    if old is None:
        for name, value in _SHARED_DEFAULTS.items():
            doc.setdefault(name, value)
    group = doc.get("customer_group_id") or 0
    if group and not ctx.store.exists(GROUPS, group):
        raise ApiError(400, "The field 'customer_group_id' is invalid.")
    force = login.get("force_reset", reset)
    if force is not None or old is None:
        doc["authentication"] = {"force_password_reset": bool(force)}
    if login.get("password"):
        doc["_password"] = seal(login["password"])
    if credit is not None:
        doc["_credit"] = decimal(credit) or 0


_SHARED_DEFAULTS: Doc = {
    "company": "",
    "notes": "",
    "phone": "",
    "registration_ip_address": "",
    "tax_exempt_category": "",
    "customer_group_id": 0,
    "accepts_product_review_abandoned_cart_emails": False,
    "origin_channel_id": 1,
    "channel_ids": None,
}


def validate_v2(ctx: Context) -> Reply:
    """POST /v2/customers/{id}/validate."""
    row = ctx.require(CUSTOMERS, ctx.ids[0])
    password = ctx.body.get("password") if isinstance(ctx.body, dict) else None
    valid = isinstance(password, str) and _knows(row, password)
    return Reply(200, jsontext.dumps({"success": valid}))


_V2_NAMES = {
    "street_1": "address1",
    "street_2": "address2",
    "city": "city",
    "state": "state_or_province",
    "zip": "postal_code",
    "first_name": "first_name",
    "last_name": "last_name",
    "company": "company",
    "phone": "phone",
    "address_type": "address_type",
}


def show_address_v2(_ctx: Context, doc: Doc, row: Row) -> Doc:
    """An address as V2 shows it."""
    return {
        "id": row.id,
        "customer_id": doc["customer_id"],
        **{name: doc.get(ours, "") for name, ours in _V2_NAMES.items()},
        "country": doc["country"],
        "country_iso2": doc["country_code"],
        "form_fields": None,
    }


def prepare_address_v2(ctx: Context, doc: Doc, old: Doc | None, _body: Doc) -> None:
    """Bring a V2 address into the form that both versions share."""
    for name, ours in _V2_NAMES.items():
        if name in doc and name != ours:
            doc[ours] = doc.pop(name)
        elif old is None:
            doc.setdefault(ours, "residential" if ours == "address_type" else "")
    country = doc["country"]
    code = country_code(country)
    if not code:
        raise ApiError(400, "The field 'country' is invalid.")
    doc["country_code"], doc["country"] = code, country_name(code)
    doc["customer_id"] = old["customer_id"] if old else ctx.ids[0]


# Groups


def prepare_group(ctx: Context, doc: Doc, old: Doc | None, body: Doc) -> None:
    """Check discount rules, which a write replaces as a whole."""
    rules = doc.get("discount_rules") or []
    for rule in rules:
        if rule.get("type") not in ("price_list", "all", "category", "product"):
            raise ApiError(400, "The field 'discount_rules' is invalid.")
        value = decimal(rule.get("amount")) if "amount" in rule else None
        if value is not None:
            rule["amount"] = amount(value)
    if "category_access" in body and doc["category_access"].get("type") != "specific":
        doc["category_access"] = {"type": doc["category_access"].get("type", "all")}
    for flag in ("is_default", "is_group_for_guests"):
        if doc.get(flag):
            for row in ctx.store.select(GROUPS):
                other = row.doc
                if other[flag] and (old is None or row.id != old["id"]):
                    ctx.store.update(GROUPS, row.id, {**other, flag: False})


def group_deleting(ctx: Context, row: Row) -> None:
    """Customers of a group that goes are in none."""
    for customer in ctx.store.select(CUSTOMERS, Clause("t.customer_group_id = ?", (row.id,))):
        ctx.store.update(CUSTOMERS, customer.id, {**customer.doc, "customer_group_id": 0})
