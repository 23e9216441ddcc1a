"""Themes: uploads and downloads, which variation a channel shows, and with which settings."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from bcorm.emulator import jsontext
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.crud import create_checked
from bcorm.emulator.errors import ApiError, not_found
from bcorm.emulator.filters import read, read_list
from bcorm.emulator.tables import Clause
from bcorm.emulator.validation import check

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bcorm.emulator.resource import Doc, Resource
    from bcorm.emulator.schema import Field
    from bcorm.emulator.tables import Row

THEMES = "v3/themes"
CONFIGURATIONS = "v3/themes/configurations"
JOBS = "v3/themes/jobs"
SITES = "v3/sites"
ACTIVE = "v3/channels/{channel_id}/active-theme"
# What the storefront of a new store shows.
FIRST_THEME = "0c4f8a5e-2f3b-4b0a-9a53-7f3f0a2a7c11"
FIRST_VARIATION = "f6c0a3d2-5b7e-4a53-8c11-6f2a9d0e4b77"
FIRST_CONFIGURATION = "5d1b1c0a-6c60-4d6f-8f55-0b0f7d2b1e22"
FIRST_VERSION = "9e0d9d1c-54f7-4c0b-8a3c-3f0a1b2c3d33"
CUSTOM_TEMPLATES: dict[str, list[str]] = {
    "product": ["custom-product-1.html"],
    "category": [],
    "brand": ["custom-brand-1.html"],
    "page": ["custom-page-1.html", "holiday-page.html"],
}


def upload(ctx: Context, resource: Resource) -> Reply:
    """POST a theme's archive: the job is done at once, and the theme is there."""
    if "file" not in ctx.files:
        raise ApiError(422, errors={"file": "error.path.missing"})
    name = ctx.files["file"].rpartition("/")[2].removesuffix(".zip") or "theme"
    variation = {"uuid": str(uuid.uuid4()), "name": "Light", "description": "", "external_id": ""}
    doc: Doc = {"name": name, "is_private": True, "is_active": False, "variations": [variation]}
    row = create_checked(ctx, resource, None, doc, {})
    add_configuration(ctx, row, variation["uuid"], site=0)
    return Reply(201, _job(ctx, {"theme_id": row.id}))


def download(ctx: Context) -> Reply:
    """POST actions/download: the job's result says where the archive is."""
    theme = ctx.require(THEMES, ctx.ids[0])
    return Reply(200, _job(ctx, {"download_url": f"https://cdn.example.com/themes/{theme.id}.zip"}))


def _job(ctx: Context, result: Doc) -> str:
    doc = {"status": "COMPLETED", "percent_complete": 100, "result": result}
    done = {**doc, "errors": [], "warnings": []}
    row = create_checked(ctx, ctx.resource(JOBS), None, done, {})
    return jsontext.dumps({"job_id": row.id})


def add_configuration(ctx: Context, theme: Row, variation: str, *, site: int | str) -> Row:
    """Keep settings of a variation for a site; site 0 has the original ones."""
    resource = ctx.resource(f"{THEMES}/{{uuid}}/configurations")
    doc: Doc = {"theme_uuid": theme.id, "variation_id": variation, "settings": {}, "site_id": site}
    return create_checked(ctx, resource, theme.id, doc, {})


def activate(ctx: Context, fields: Sequence[Field]) -> Reply:
    """POST actions/activate: a channel shows a variation, the first channel if none is named."""
    said = check(fields, ctx.body, "post", "v3")
    channel = read("channel_id", "integer", ctx.query.get("channel_id", "1"), "v3")
    site = ctx.store.select(SITES, Clause("t.channel_id = ?", (channel,)))
    if not site:
        raise not_found("v3")
    theme = next(
        (row for row in ctx.store.select(THEMES) if said["variation_id"] in _variations(row)), None
    )
    if theme is None:
        raise ApiError(422, errors={"variation_id": "There is no such variation."})
    configuration = add_configuration(ctx, theme, said["variation_id"], site=site[0].id)
    shown = {
        "active_theme_uuid": theme.id,
        "active_theme_configuration_uuid": configuration.id,
        "active_theme_version_uuid": FIRST_VERSION,
        "saved_theme_configuration_uuid": configuration.id,
    }
    ctx.store.set_setting(f"{ACTIVE}/{channel}", shown)
    if channel == 1:
        for row in ctx.store.select(THEMES):
            ctx.store.update(THEMES, row.id, {**row.doc, "is_active": row.id == theme.id})
    return Reply(204)


def _variations(theme: Row) -> set[str]:
    return {item["uuid"] for item in theme.doc["variations"]}


def refuse_active(_ctx: Context, row: Row) -> None:
    """The theme that the storefront shows cannot go, nor one that is not the store's own."""
    doc = row.doc
    if doc["is_active"] or not doc["is_private"]:
        raise ApiError(409, "The theme is in use or public, and cannot be deleted.")


def validate_configuration(ctx: Context, fields: Sequence[Field]) -> Reply:
    """POST configurations/validate: check settings without keeping them."""
    theme = ctx.require(THEMES, ctx.ids[0])
    said = check(fields, ctx.body, "post", "v3")
    if said["variation_id"] not in _variations(theme):
        raise ApiError(422, errors={"variation_id": "The theme has no such variation."})
    return Reply(200, '{"data":{},"meta":{}}')


def custom_templates(ctx: Context) -> Reply:
    """GET the custom templates of a version of a theme."""
    if ctx.ids[0] != FIRST_VERSION:
        raise not_found("v3")
    return Reply(200, jsontext.dumps({"data": CUSTOM_TEMPLATES, "meta": {}}))


def of_channels(ctx: Context, text: str) -> Clause:
    """`channel_id:in`: the settings of the channels' sites."""
    channels = read_list("channel_id:in", "integer", text, "v3")
    marks = ",".join("?" * len(channels))
    sites = ctx.store.ids(SITES, Clause(f"t.channel_id IN ({marks})", tuple(channels)))
    return Clause(f"t.site_id IN ({','.join('?' * len(sites))})", tuple(sites))
