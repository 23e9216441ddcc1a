"""Web analytics providers: a list in an envelope, each by itself without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcorm.emulator.context import Context, Reply
from bcorm.emulator.crud import many, update, where_of
from bcorm.emulator.domains.settings.behaviour import channel_of
from bcorm.emulator.rendering import render

if TYPE_CHECKING:
    from bcorm.emulator.resource import Resource

PROVIDERS = "v3/settings/analytics"


def list_providers(ctx: Context, resource: Resource) -> Reply:
    """GET the providers, of one channel if the request names it."""
    channel_of(ctx)
    rows = ctx.store.select(PROVIDERS, where_of(ctx, resource))
    return many(resource, render(ctx, resource, rows))


def get_provider(ctx: Context, resource: Resource) -> Reply:
    """GET one provider."""
    channel_of(ctx)
    row = ctx.require(PROVIDERS, ctx.ids[0])
    return Reply(200, render(ctx, resource, [row])[0])


def update_provider(ctx: Context, resource: Resource) -> Reply:
    """PUT one provider."""
    channel_of(ctx)
    row = update(ctx, resource, ctx.require(PROVIDERS, ctx.ids[0]), ctx.body)
    return Reply(200, render(ctx, resource, [row])[0])
