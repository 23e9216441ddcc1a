"""Subscribers: of a channel, and perhaps of an order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcorm.emulator.errors import ApiError
from bcorm.emulator.resource import Hooks

if TYPE_CHECKING:
    from bcorm.emulator.context import Context
    from bcorm.emulator.resource import Doc


def _prepare(ctx: Context, doc: Doc, _old: Doc | None, _body: Doc) -> None:
    if "@" not in doc["email"]:
        raise ApiError(422, errors={"email": "must be an e-mail address"})
    for name, collection in (("channel_id", "v3/channels"), ("order_id", "v2/orders")):
        if doc[name] is not None and not ctx.store.exists(collection, doc[name]):
            raise ApiError(422, errors={name: "It does not exist."})


HOOKS = Hooks(prepare=_prepare)
