"""Abandoned carts: what their tokens lead to, and the e-mails about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcorm.emulator import jsontext
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.crud import create_checked, many, one
from bcorm.emulator.domains.settings.behaviour import channel_of
from bcorm.emulator.errors import ApiError
from bcorm.emulator.rendering import render
from bcorm.emulator.schema import boolean
from bcorm.emulator.tables import Clause
from bcorm.emulator.validation import check

if TYPE_CHECKING:
    from bcorm.emulator.resource import Doc, Resource
    from bcorm.emulator.tables import Row

CARTS = "v3/abandoned-carts"
EMAILS = "v3/marketing/abandoned-cart-emails"
DEFAULT_EMAIL = {
    "subject": "Complete your purchase at {{ store.name }}",
    "body": "{{lang 'hello_phrase'}} <a href=\"{{ notification.checkout_link }}\">Go on</a>",
    "translations": [{"locale": "en", "keys": {"hello_phrase": "Complete your purchase:"}}],
}
_INHERITANCE = (boolean("use_global", required="post"),)


def show(ctx: Context) -> Reply:
    """GET the cart behind the token of an e-mail's link."""
    cart = ctx.require(CARTS, ctx.ids[0]).doc["cart_id"]
    return Reply(200, jsontext.dumps({"data": {"cart_id": cart}, "meta": {}}))


def show_email(_ctx: Context, doc: Doc, _row: Row) -> Doc:
    """An e-mail, without the channel that it is found by."""
    return {name: value for name, value in doc.items() if name != "channel_id"}


def list_emails(ctx: Context, resource: Resource) -> Reply:
    """GET the e-mails of the store, or of a channel."""
    where = Clause("t.channel_id = ?", (channel_of(ctx) or 0,))
    return many(resource, render(ctx, resource, ctx.store.select(EMAILS, where)))


def create_email(ctx: Context, resource: Resource) -> Reply:
    """POST an e-mail of the store, or of a channel."""
    channel = channel_of(ctx) or 0
    doc = check(resource.fields, ctx.body, "post", "v3")
    doc.setdefault("template", DEFAULT_EMAIL)
    row = create_checked(ctx, resource, None, {**doc, "channel_id": channel}, ctx.body)
    return one(resource, render(ctx, resource, [row])[0])


def default_email(_ctx: Context) -> Reply:
    """GET the text with which a new e-mail starts."""
    return Reply(200, jsontext.dumps(DEFAULT_EMAIL))


def _inheritance(ctx: Context) -> str:
    channel = channel_of(ctx)
    if channel is None:
        raise ApiError(422, errors={"channel_id": "error.path.missing"})
    return f"{EMAILS}/settings/{channel}"


def show_inheritance(ctx: Context) -> Reply:
    """GET whether a channel uses the e-mails of the store."""
    return Reply(200, jsontext.dumps(ctx.store.setting(_inheritance(ctx), {"use_global": True})))


def set_inheritance(ctx: Context) -> Reply:
    """PUT whether a channel uses the e-mails of the store."""
    said = check(_INHERITANCE, ctx.body, "post", "v3")
    ctx.store.set_setting(_inheritance(ctx), said)
    return Reply(200, jsontext.dumps(said))
