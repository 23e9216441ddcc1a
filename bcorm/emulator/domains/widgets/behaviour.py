"""Widgets: versions of their templates, what they show of them, and where they are placed."""

from __future__ import annotations

import re
import uuid
from typing import TYPE_CHECKING, Any

from bcorm.emulator import jsontext
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.crud import one
from bcorm.emulator.errors import ApiError, not_found
from bcorm.emulator.filters import read_list
from bcorm.emulator.rendering import render
from bcorm.emulator.tables import Clause
from bcorm.emulator.validation import check

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bcorm.emulator.resource import Condition, Doc, Resource
    from bcorm.emulator.schema import Field
    from bcorm.emulator.tables import Row

TEMPLATES = "v3/content/widget-templates"
WIDGETS = "v3/content/widgets"
PLACEMENTS = "v3/content/placements"
CHANNELS = "v3/channels"
SITES = "v3/sites"
# What a version of a template keeps of it.
_VERSIONED = ("schema", "template", "storefront_api_query")
_VARIABLE = re.compile(r"\{\{\s*([\w.]+)\s*\}\}")
# Where widgets can be put, by template file; the name `{{{region name="..."}}}` in the theme.
REGIONS = {
    "pages/home": ("home_below_menu", "home_below_carousel", "home_below_new_products"),
    "pages/product": ("product_below_price", "product_below_content"),
    "pages/category": ("category_below_header", "category_below_content"),
    "pages/brand": ("brand_below_header", "brand_below_content"),
    "pages/page": ("page_builder_content",),
    "pages/search": ("search_below_content",),
    "pages/cart": ("cart_below_totals", "cart_below_content"),
}
GLOBAL_REGIONS = ("header_bottom", "footer_below_links")


def _refuse_unknown_channel(ctx: Context, doc: Doc) -> None:
    if not ctx.store.exists(CHANNELS, doc["channel_id"]):
        raise ApiError(422, errors={"channel_id": "The channel does not exist."})


def prepare_template(ctx: Context, doc: Doc, old: Doc | None, body: Doc) -> None:
    """Keep a version of a template: a new one if the request says so, else the same again."""
    _refuse_unknown_channel(ctx, doc)
    if old is None or body.get("create_new_version"):
        doc["current_version_uuid"] = str(uuid.uuid4())
    version = {name: doc[name] for name in _VERSIONED}
    kept = {} if old is None else _versions(ctx.require(TEMPLATES, old["uuid"]))
    doc["_versions"] = {**kept, doc["current_version_uuid"]: version}


def _versions(template: Row) -> dict[str, Doc]:
    found: dict[str, Doc] = template.secrets.get("versions", {})
    return found


def _as_of(template: Row, version: str) -> Doc:
    """A template as one of its versions has it."""
    return {**template.doc, **_versions(template).get(version, {})}


def get_template(ctx: Context, resource: Resource) -> Reply:
    """GET a template as it is, or as one of its versions was."""
    row = ctx.require(TEMPLATES, ctx.ids[0])
    version = ctx.query.get("version_uuid")
    if version is None:
        return one(resource, render(ctx, resource, [row])[0])
    if version not in _versions(row):
        raise not_found("v3")
    return one(resource, jsontext.dumps(_as_of(row, version)))


def preview(ctx: Context, fields: Sequence[Field]) -> Reply:
    """POST preview: the template with the values of a configuration in the place of variables."""
    template = ctx.require(TEMPLATES, ctx.ids[0]).doc["template"]
    values = check(fields, ctx.body, "post", "v3").get("widget_configuration", {})
    html = _VARIABLE.sub(lambda match: str(values.get(match[1], "")), template)
    return Reply(200, jsontext.dumps({"data": {"html": html}, "meta": {}}))


def prepare_widget(ctx: Context, doc: Doc, old: Doc | None, body: Doc) -> None:
    """A widget is made of a version of a template, and keeps it until it is upgraded."""
    _refuse_unknown_channel(ctx, doc)
    template = ctx.store.get(TEMPLATES, doc["widget_template_uuid"])
    if template is None:
        raise ApiError(422, errors={"widget_template_uuid": "The template does not exist."})
    moved = old is not None and old["widget_template_uuid"] != template.id
    if old is None or moved or body.get("upgrade"):
        doc["version_uuid"] = template.doc["current_version_uuid"]


def show_widget(ctx: Context, doc: Doc, _row: Row) -> Doc:
    """A widget with its template inside."""
    shown = {name: value for name, value in doc.items() if name != "widget_template_uuid"}
    template = ctx.require(TEMPLATES, doc["widget_template_uuid"])
    return {**shown, "widget_template": _as_of(template, doc["version_uuid"])}


def prepare_placement(ctx: Context, doc: Doc, _old: Doc | None, _body: Doc) -> None:
    """A placement is of a widget that is there."""
    _refuse_unknown_channel(ctx, doc)
    if not ctx.store.exists(WIDGETS, doc["widget_uuid"]):
        raise ApiError(422, errors={"widget_uuid": "The widget does not exist."})


def show_placement(ctx: Context, doc: Doc, _row: Row) -> Doc:
    """A placement with its widget inside."""
    shown = {name: value for name, value in doc.items() if name != "widget_uuid"}
    widget = ctx.require(WIDGETS, doc["widget_uuid"])
    return {**shown, "widget": show_widget(ctx, widget.doc, widget)}


_TEMPLATE_OF = {
    TEMPLATES: "t._id",
    WIDGETS: "t._parent",
    PLACEMENTS: f'(SELECT w._parent FROM "{WIDGETS}" w WHERE w._id = t._parent)',  # noqa: S608
}


def of_kind(collection: str) -> Condition:
    """`widget_template_kind`, of templates or of what is made of them."""
    kinds = f"SELECT _id FROM \"{TEMPLATES}\" WHERE json_extract(_doc, '$.kind') = ?"  # noqa: S608

    def condition(_ctx: Context, text: str) -> Clause:
        return Clause(f"{_TEMPLATE_OF[collection]} IN ({kinds})", (text,))

    return condition


def of_template(_ctx: Context, text: str) -> Clause:
    """`widget_template_uuid` of placements."""
    return Clause(f"{_TEMPLATE_OF[PLACEMENTS]} = ?", (text,))


def of_sites(ctx: Context, text: str) -> Clause:
    """`site_id:in`: what is on the channels of the sites."""
    sites = read_list("site_id:in", "integer", text, "v3")
    found: list[Any] = [
        row.doc["channel_id"] for key in sites if (row := ctx.store.get(SITES, key)) is not None
    ]
    return Clause(f"t.channel_id IN ({','.join('?' * len(found))})", tuple(found))


def list_regions(ctx: Context) -> Reply:
    """GET the regions of a template file, those of every page included."""
    file = ctx.query.get("template_file")
    if file is None:
        raise ApiError(422, errors={"template_file": "error.path.missing"})
    names = (*GLOBAL_REGIONS, *REGIONS.get(file, ()))
    return Reply(200, jsontext.dumps({"data": [{"name": name} for name in names], "meta": {}}))
