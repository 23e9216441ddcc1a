"""The flat collections of customers: addresses, attributes and their values, form fields."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from bcorm.emulator import timestamps
from bcorm.emulator.batches import each, items_of
from bcorm.emulator.crud import create, many, update
from bcorm.emulator.domains.geography.behaviour import country_name, states_of
from bcorm.emulator.errors import ApiError
from bcorm.emulator.numerals import decimal
from bcorm.emulator.refusals import Refusal
from bcorm.emulator.rendering import asked_includes, render
from bcorm.emulator.tables import Clause, Id, Row

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcorm.emulator.context import Context, Reply
    from bcorm.emulator.resource import Doc, Resource

CUSTOMERS = "v3/customers"
ADDRESSES = "v3/customers/addresses"
ATTRIBUTES = "v3/customers/attributes"
VALUES = "v3/customers/attribute-values"
FORM_FIELDS = "v3/customers/form-field-values"


def prepare_address(ctx: Context, doc: Doc, old: Doc | None, _body: Doc) -> None:
    """Check whose address it is and name its country."""
    if old is None and not ctx.store.exists(CUSTOMERS, doc["customer_id"]):
        raise ApiError(422, errors={"customer_id": "The customer does not exist."})
    if old is not None:
        doc["customer_id"] = old["customer_id"]
    doc["country_code"] = doc["country_code"].upper()
    if old is None or (old["country_code"], old["state_or_province"]) != (
        doc["country_code"],
        doc["state_or_province"],
    ):
        _check_state(ctx, doc["country_code"], doc["state_or_province"])
    doc["country"] = country_name(doc["country_code"])


STATE_CODE = Refusal(
    request="an address of V3 with the code of a state, or with none where the country has states",
    status=422,
    errors={"state_or_province": "must be the full name of a state of {country}"},
    source="spec",
    says="state_or_province (customers.v3.yml): spelled out in full, codes not accepted, required"
    " for countries that need one",
)
FOREIGN_STATE = Refusal(
    request="an address of V3 with a state that its country does not have",
    status=422,
    errors={"state_or_province": "is no state of {country}"},
    source="not known",
    says="GET /v2/countries/{id}/states lists the states of a country",
)


def _check_state(ctx: Context, country: str, state: str) -> None:
    """The state is one of the country's, by its name, where the store knows its states."""
    known = states_of(ctx, country)
    if not known or state.casefold() in {name.casefold() for name in known.values()}:
        return
    refusal = STATE_CODE if not state.strip() or state.upper() in known else FOREIGN_STATE
    raise refusal.error(country=country_name(country))


def address_saved(ctx: Context, doc: Doc, _old: Doc | None, body: Doc) -> None:
    """Store the form fields of an address."""
    for item in body.get("form_fields") or ():
        put_field(ctx, {"address_id": doc["id"], **item})


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
    for row in each(ctx, items_of(ctx), partial(create, ctx, resource, None)):
        if _twin(ctx, row.doc, row.id):
            ctx.store.delete(ADDRESSES, [row.id])
        else:
            rows.append(row)
    return many(resource, render(ctx, resource, rows, asked_includes(ctx, resource)))


def prepare_attribute(_ctx: Context, doc: Doc, old: Doc | None, _body: Doc) -> None:
    """The type of an attribute never changes."""
    if old is not None:
        doc["type"] = old["type"]


_READABLE: dict[str, Callable[[str], bool]] = {
    "string": lambda _text: True,
    "number": lambda text: decimal(text) is not None,
    "date": lambda text: timestamps.epoch(text) is not None,
}


def put_value(ctx: Context, asked: Any) -> Row:
    """Make or change the value of an attribute for a customer."""
    item = asked if isinstance(asked, dict) else {}
    if not isinstance(item.get("id", 0), int):
        raise ApiError(422, errors={"id": "error.expected.jsnumber"})
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
    rows = each(ctx, items_of(ctx, 10), partial(put_value, ctx))
    return many(resource, render(ctx, resource, rows))


def put_field(ctx: Context, asked: Any) -> Row:
    """Make or change the value of a form field of a customer or an address."""
    item = asked if isinstance(asked, dict) else {}
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
    rows = each(ctx, items_of(ctx), partial(put_field, ctx))
    return many(resource, render(ctx, resource, rows))


FORM_FIELD_TYPES = (
    "checkboxes",
    "date",
    "multiline",
    "numbers",
    "password",
    "radiobuttons",
    "text",
    "picklist",
)


def field_kind(_ctx: Context, text: str) -> Clause:
    """`field_type`: values that are lists, numbers or texts."""
    return Clause("json_type(t._doc, '$.value') = ?", ("array" if "checkbox" in text else "text",))
