"""Templates of the store's e-mails: one of every kind, which the store or a channel overrides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcorm.emulator import jsontext
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.domains.settings.behaviour import channel_of
from bcorm.emulator.errors import ApiError, not_found
from bcorm.emulator.validation import check

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bcorm.emulator.resource import Doc
    from bcorm.emulator.schema import Field

TEMPLATES = "v3/marketing/email-templates"
KINDS = (
    "abandoned_cart_email",
    "account_details_changed_email",
    "combined_order_status_email",
    "createaccount_email",
    "createguestaccount_email",
    "giftcertificate_email",
    "invoice_email",
    "ordermessage_notification",
    "return_confirmation_email",
    "return_statuschange_email",
    "product_review_email",
    "account_reset_password_email",
)


def _name(kind: str, channel: int | None) -> str:
    return f"{TEMPLATES}/{kind}/{channel or 0}"


def _template(ctx: Context, kind: str, channel: int | None) -> Doc:
    """A channel's template, or the store's, or what a new store has."""
    own: Doc | None = ctx.store.setting(_name(kind, channel))
    general: Doc | None = ctx.store.setting(_name(kind, None))
    word = kind.replace("_", " ")
    return (
        own
        or general
        or {
            "type_id": kind,
            "body": f"<!DOCTYPE html><html><body><p>{{{{lang '{kind}'}}}}</p></body></html>",
            "translations": [{"locale": "en", "keys": {kind: word.capitalize()}}],
            "subject": f"{word.capitalize()} from {{{{store.name}}}}",
        }
    )


def _kind(ctx: Context) -> str:
    kind = str(ctx.ids[0])
    if kind not in KINDS:
        raise not_found("v3")
    return kind


def _reply(value: Doc | list[Doc]) -> Reply:
    return Reply(200, jsontext.dumps({"data": value, "meta": {}}))


def list_templates(ctx: Context) -> Reply:
    """GET the templates of the store, or of a channel."""
    channel = channel_of(ctx)
    return _reply([_template(ctx, kind, channel) for kind in KINDS])


def get_template(ctx: Context) -> Reply:
    """GET one template."""
    return _reply(_template(ctx, _kind(ctx), channel_of(ctx)))


def update_template(ctx: Context, fields: Sequence[Field]) -> Reply:
    """PUT one template: from now on the store or the channel has its own."""
    kind, channel = _kind(ctx), channel_of(ctx)
    said = check(fields, ctx.body, "put", "v3")
    if said.get("type_id", kind) != kind:
        raise ApiError(400, "The type of a template cannot be changed.")
    doc = {**_template(ctx, kind, channel), **said}
    ctx.store.set_setting(_name(kind, channel), doc)
    return _reply(doc)


def delete_template(ctx: Context) -> Reply:
    """DELETE what a channel overrides."""
    kind, channel = _kind(ctx), channel_of(ctx)
    if channel is None:
        raise ApiError(422, errors={"channel_id": "error.path.missing"})
    if ctx.store.setting(_name(kind, channel)) is None:
        raise not_found("v3")
    ctx.store.set_setting(_name(kind, channel), None)
    return Reply(200)
