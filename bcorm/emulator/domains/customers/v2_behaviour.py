"""Customers, addresses and groups as V2 has them: another face of what V3 stores."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from bcorm.emulator import timestamps
from bcorm.emulator.domains.geography.behaviour import country_code, country_name, states_of
from bcorm.emulator.errors import ApiError
from bcorm.emulator.numerals import amount, decimal
from bcorm.emulator.refusals import Refusal
from bcorm.emulator.tables import Clause, Row

if TYPE_CHECKING:
    from bcorm.emulator.context import Context
    from bcorm.emulator.resource import Doc

from bcorm.emulator.domains.customers.accounts import seal

CUSTOMERS = "v3/customers"
GROUPS = "v2/customer_groups"


def with_credit(_ctx: Context, text: str) -> Clause:
    """`store_credit` of V2, which no column holds."""
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


COUNTRY_CODE = Refusal(
    request="an address of V2 whose country is none, or a code",
    status=400,
    title="The field 'country' is invalid.",
    source="spec",
    says="country (customers.v2.yml): must be the full country name",
)
V2_STATE_CODE = Refusal(
    request="an address of V2 with the code of a state",
    status=400,
    title="The field 'state' is invalid.",
    source="spec",
    says="state (customers.v2.yml): do not abbreviate the state",
)


def prepare_address_v2(ctx: Context, doc: Doc, old: Doc | None, _body: Doc) -> None:
    """Bring a V2 address into the form that both versions share."""
    for name, ours in _V2_NAMES.items():
        if name in doc and name != ours:
            doc[ours] = doc.pop(name)
        elif old is None:
            doc.setdefault(ours, "residential" if ours == "address_type" else "")
    country = doc["country"]
    code = country_code(country)
    if not code or country.upper() == code:
        raise COUNTRY_CODE.error()
    state = doc["state_or_province"]
    moved = old is None or (old["country_code"], old["state_or_province"]) != (code, state)
    if moved and state.upper() in states_of(ctx, code):
        raise V2_STATE_CODE.error()
    doc["country_code"], doc["country"] = code, country_name(code)
    doc["customer_id"] = old["customer_id"] if old else ctx.ids[0]


LONE_PRICE_LIST = Refusal(
    request="a customer group with a price list among other discount rules",
    status=400,
    title="The field 'discount_rules' is invalid.",
    source="spec",
    says="discount_rules (customers.v2.yml): a price_list must be the only rule",
)


def prepare_group(ctx: Context, doc: Doc, old: Doc | None, body: Doc) -> None:
    """Check discount rules, which a write replaces as a whole."""
    rules = doc.get("discount_rules") or []
    if len(rules) > 1 and any(rule.get("type") == "price_list" for rule in rules):
        raise LONE_PRICE_LIST.error()
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
