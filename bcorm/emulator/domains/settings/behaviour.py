"""Settings of the store, and what channels override of them.

A `Setting` is data, as `Singleton` is; `operations` makes its routes. With `channel_id` a
request is about one channel, whose values are `null` where it inherits the store's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bcorm.emulator import jsontext
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.errors import ApiError, not_found
from bcorm.emulator.filters import read
from bcorm.emulator.operations import Operation, operation
from bcorm.emulator.singletons import defaults
from bcorm.emulator.validation import check

if TYPE_CHECKING:
    from bcorm.emulator.resource import Doc
    from bcorm.emulator.schema import Field

CHANNELS = "v3/channels"
LOGO = "v3/settings/logo"


@dataclass(frozen=True, kw_only=True)
class Setting:
    """A document of settings.

    Attributes:
        path: where it is.
        fields: its field table; the defaults are what a new store says.
        overridable: whether channels can have values of their own.
    """

    path: str
    fields: Sequence[Field]
    overridable: bool = True


def operations(*settings: Setting) -> tuple[Operation, ...]:
    """The routes of documents of settings."""
    return tuple(
        operation(
            method,
            setting.path,
            act,
            query="channel_id" if setting.overridable else "",
            setting=setting,
        )
        for setting in settings
        for method, act in (("GET", show), ("PUT", write))
    )


def channel_of(ctx: Context) -> int | None:
    """The channel that a request names, which must be there."""
    if "channel_id" not in ctx.query:
        return None
    channel: int = read("channel_id", "integer", ctx.query["channel_id"], "v3")
    if not ctx.store.exists(CHANNELS, channel):
        raise not_found("v3")
    return channel


def _name(path: str, channel: int | None) -> str:
    return path if channel is None else f"{path}?channel_id={channel}"


def _read(ctx: Context, setting: Setting, channel: int | None) -> Doc:
    kept: Doc | None = ctx.store.setting(_name(setting.path, channel))
    if kept is not None:
        return kept
    if channel is None:
        return defaults(setting.fields)
    return {item.name: None for item in setting.fields}


def _reply(doc: Doc) -> Reply:
    return Reply(200, jsontext.dumps({"data": doc, "meta": {}}))


def show(ctx: Context, setting: Setting) -> Reply:
    """GET the store's values, or what a channel overrides."""
    channel = channel_of(ctx) if setting.overridable else None
    return _reply(_read(ctx, setting, channel))


def write(ctx: Context, setting: Setting) -> Reply:
    """PUT all values: partial updates are not supported."""
    channel = channel_of(ctx) if setting.overridable else None
    fields = [
        replace(item, required="" if item.readonly else "put", nullable=channel is not None)
        for item in setting.fields
    ]
    doc = {**_read(ctx, setting, channel), **check(fields, ctx.body, "put", "v3")}
    ctx.store.set_setting(_name(setting.path, channel), doc)
    return _reply(doc)


def upload(ctx: Context, setting: Setting, file: str, field: str) -> Reply:
    """POST a picture: from now on the settings show where it is."""
    channel = channel_of(ctx)
    if file not in ctx.files:
        raise ApiError(422, errors={file: "error.path.missing"})
    doc = _read(ctx, setting, channel)
    doc[field] = f"https://cdn.example.com/{ctx.store_hash}/{ctx.files[file]}"
    ctx.store.set_setting(_name(setting.path, channel), doc)
    return Reply(204)
