"""Taxes: classes of both versions, properties of products and customers, zones and their rates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.emulator import jsontext
from bcorm.emulator.batches import each, items_of
from bcorm.emulator.bulk import update_named
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.crud import create, delete, list_documents, many
from bcorm.emulator.errors import ApiError, not_found
from bcorm.emulator.filters import compile_filters, read_list
from bcorm.emulator.rendering import render
from bcorm.emulator.tables import Clause, all_of, one_of
from bcorm.emulator.validation import check

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bcorm.emulator.resource import Doc, Resource
    from bcorm.emulator.schema import Field
    from bcorm.emulator.tables import Row

CLASSES = "v2/tax_classes"
PROPERTIES = "v3/tax/properties"
CUSTOMERS = "v3/customers"
PRODUCTS = "v3/catalog/products"
OF_CUSTOMERS = "v3/tax/customers"
OF_PRODUCTS = "v3/tax/products/properties"
ZONES = "v3/tax/zones"
RATES = "v3/tax/rates"
DEFAULT_ZONE = 1
_MOST_CLASSES = 50


def show_class(_ctx: Context, doc: Doc, _row: Row) -> Doc:
    """V2 writes the id as a text."""
    return {**doc, "id": str(doc["id"])}


def create_classes(ctx: Context, resource: Resource) -> Reply:
    """POST up to 50 classes: all of them or none."""
    rows = each(ctx, items_of(ctx, _MOST_CLASSES), lambda item: create(ctx, resource, None, item))
    return many(resource, render(ctx, resource, rows))


def update_classes(ctx: Context, resource: Resource) -> Reply:
    """PUT up to 50 classes by their ids: all of them or none."""
    items = items_of(ctx, _MOST_CLASSES)
    rows = each(ctx, items, lambda item: update_named(ctx, resource, item))
    return many(resource, render(ctx, resource, rows))


def delete_classes(ctx: Context, resource: Resource) -> Reply:
    """DELETE up to 50 classes by `id:in`."""
    keys = _keys(ctx, "id:in")
    if len(keys) > _MOST_CLASSES:
        raise ApiError(413, f"The maximum number of ids is {_MOST_CLASSES}.")
    rows = ctx.store.select(CLASSES, one_of("_id", keys))
    if len(rows) < len(set(keys)):
        raise not_found("v3")
    delete(ctx, resource, rows)
    return Reply(204)


def _keys(ctx: Context, param: str) -> list[Any]:
    """The ids of a parameter that must be there."""
    text = ctx.query.get(param)
    if not text:
        raise ApiError(400, errors={param: "error.path.missing"})
    return read_list(param, "integer", text, "v3")


# Properties, and the values that products and customers have of them


def property_in_use(ctx: Context, row: Row) -> None:
    """A property with values cannot be deleted."""
    code = row.doc["code"]
    for collection in (OF_CUSTOMERS, OF_PRODUCTS):
        if any(code in other.doc["tax_properties"] for other in ctx.store.select(collection)):
            raise ApiError(409, f"The tax property '{code}' is in use.")


def list_values(ctx: Context, resource: Resource, *, required: str = "") -> Reply:
    """GET the values of products or customers; `required` is a filter that must be there."""
    if required:
        _keys(ctx, required)
    return list_documents(ctx, resource)


def put_values(ctx: Context, resource: Resource, owners: str, kind: str) -> Reply:
    """PUT values: they are added to those that are there, and replace their namesakes."""

    def put(item: Any) -> Row:
        said = check(resource.fields, item, "post", "v3")
        key = said[resource.key]
        if not ctx.store.exists(owners, key):
            raise ApiError(422, errors={resource.key: f"{key} does not exist."})
        _refuse_unknown(ctx, said["tax_properties"], kind)
        row = ctx.store.get(resource.collection, key)
        kept = row.doc["tax_properties"] if row is not None else {}
        doc = {resource.key: key, "tax_properties": {**kept, **said["tax_properties"]}}
        ctx.store.insert(resource.collection, key, doc)
        return ctx.require(resource.collection, key)

    rows = each(ctx, items_of(ctx), put)
    return many(resource, [row.text for row in rows])


def _refuse_unknown(ctx: Context, values: Doc, kind: str) -> None:
    for code in values:
        where = Clause("t.code = ? AND t.type = ?", (code, kind))
        if not ctx.store.count(PROPERTIES, where):
            raise ApiError(422, errors={f"tax_properties.{code}": "The property is not defined."})


def delete_values(ctx: Context, resource: Resource) -> Reply:
    """DELETE all values of some products or customers."""
    ctx.store.delete(resource.collection, _keys(ctx, f"{resource.key}:in"))
    return Reply(204)


def prepare_zone(_ctx: Context, doc: Doc, _old: Doc | None, _body: Doc) -> None:
    """A zone says how it shows prices, and whom it is for."""
    shown = dict.fromkeys(
        ("show_inclusive", "show_both_on_detail_view", "show_both_on_list_view"), False
    )
    doc["price_display_settings"] = {**shown, **(doc.get("price_display_settings") or {})}
    target: Doc = {"locations": [], "customer_groups": []}
    doc["shopper_target_settings"] = {**target, **(doc.get("shopper_target_settings") or {})}


def keep_default(_ctx: Context, row: Row) -> None:
    """The default zone stays."""
    if row.id == DEFAULT_ZONE:
        raise ApiError(422, "The default tax zone cannot be deleted.")


def prepare_rate(ctx: Context, doc: Doc, _old: Doc | None, _body: Doc) -> None:
    """A rate belongs to a zone that is there, and says at least one thing."""
    if not ctx.store.exists(ZONES, doc["tax_zone_id"]):
        raise ApiError(422, errors={"tax_zone_id": "The tax zone does not exist."})
    if not doc["class_rates"]:
        raise ApiError(422, errors={"class_rates": "At least one rate is required."})


def list_rates(ctx: Context, resource: Resource) -> Reply:
    """GET rates: all of them on one page, which says so."""
    rows = ctx.store.select(RATES, all_of(compile_filters(ctx, resource)))
    count = len(rows)
    pagination = {
        "total": count,
        "count": count,
        "per_page": max(count, 1),
        "current_page": 1,
        "total_pages": 1,
        "links": {"current": "?page=1"},
    }
    meta = jsontext.dumps({"pagination": pagination})
    return many(resource, [row.text for row in rows], meta)


def check_zones(ctx: Context, resource: Resource, fields: Sequence[Field]) -> Reply:
    """POST addresses: the zone of each, the default one where no other fits."""
    zones = ctx.store.select(ZONES)
    found = []
    for item in items_of(ctx):
        said = check(fields, item, "post", "v3")
        fitting = [row for row in zones if row.id != DEFAULT_ZONE and _fits(row.doc, said)]
        found.append(fitting[0] if fitting else ctx.require(ZONES, DEFAULT_ZONE))
    return many(resource, [row.text for row in found])


def _fits(zone: Doc, shopper: Doc) -> bool:
    target = zone.get("shopper_target_settings") or {}
    groups = target.get("customer_groups") or []
    if not zone["enabled"] or (groups and shopper.get("customer_group_id") not in groups):
        return False
    return any(_at(place, shopper) for place in target.get("locations") or ())


def _at(place: Doc, shopper: Doc) -> bool:
    if place.get("country_code") != shopper["country_code"]:
        return False
    parts, codes = place.get("subdivision_codes") or [], place.get("postal_codes") or []
    return (not parts or shopper.get("subdivision_codes") in parts) and (
        not codes or shopper.get("postal_code") in codes
    )


def connect(_ctx: Context, doc: Doc, _old: Doc | None, body: Doc) -> None:
    """A connection is configured by name and password; the password is not kept."""
    doc.pop("password", None)
    doc["configured"] = bool(body.get("username") and body.get("password"))
