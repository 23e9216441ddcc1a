"""Webhooks: which there may be, and what their administration shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bcorm.emulator import jsontext
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.crud import delete, found, one
from bcorm.emulator.domains.metafields.behaviour import OWNER
from bcorm.emulator.errors import ApiError
from bcorm.emulator.filters import read
from bcorm.emulator.rendering import render
from bcorm.emulator.tables import Clause
from bcorm.emulator.urls import address
from bcorm.emulator.validation import check

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bcorm.emulator.resource import Doc, Resource
    from bcorm.emulator.schema import Field

HOOKS = "v3/hooks"
EMAILS = "v3/hooks/admin"
MOST_PER_SCOPE = 10
_SCOPE = re.compile(r"store(/[A-Za-z0-9_{}-]+)+(/\*)?")
# What a header field may be: a token, and visible Latin-1 text.
_HEADER = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+: [\t\x20-\x7e\xa0-\xff]*")
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def prepare(ctx: Context, doc: Doc, old: Doc | None, _body: Doc) -> None:
    """A hook listens to a scope, calls an address that is safe, and is not one too many."""
    if not _SCOPE.fullmatch(doc["scope"]):
        raise _refusal(ctx, "scope", "There is no such scope.")
    url = address(doc["destination"])
    # Live stores call https only; here http reaches the same machine as well.
    if not url.hostname or (url.scheme != "https" and url.hostname not in _LOOPBACK):
        raise _refusal(ctx, "destination", "must be an https URL")
    if url.hostname not in _LOOPBACK and url.port not in (None, 443):
        raise _refusal(ctx, "destination", "must be served on port 443")
    for name, value in (doc["headers"] or {}).items():
        if not isinstance(value, str) or not _HEADER.fullmatch(f"{name}: {value}"):
            raise _refusal(ctx, "headers", f"{name} is no header field")
    key = None if old is None else old["id"]
    others = ctx.store.select(HOOKS, Clause("t.scope = ? AND t._id IS NOT ?", (doc["scope"], key)))
    if any(row.doc["destination"] == doc["destination"] for row in others):
        raise _refusal(ctx, "destination", "A hook of this scope has this destination.")
    if len(others) >= MOST_PER_SCOPE:
        raise _refusal(ctx, "scope", f"There are {MOST_PER_SCOPE} hooks of this scope.")
    now = ctx.now
    if old is None:
        doc |= {"client_id": OWNER, "store_hash": ctx.store_hash, "created_at": now}
        doc["updated_at"] = now
    elif doc != old:
        doc["updated_at"] = max(now, old["updated_at"] + 1)


def _refusal(ctx: Context, name: str, message: str) -> ApiError:
    if ctx.version == "v2":
        return ApiError(400, f"The field '{name}' is invalid.")
    return ApiError(422, errors={name: message})


def delete_hook(ctx: Context, resource: Resource) -> Reply:
    """DELETE a hook; the answer is what it was."""
    row = found(ctx, resource)
    text = render(ctx, resource, [row])[0]
    delete(ctx, resource, [row])
    return one(resource, text)


def show_admin(ctx: Context) -> Reply:
    """GET admin: who is told of failing hooks, and how the hooks are."""
    where = None
    if "is_active" in ctx.query:
        wanted = read("is_active", "boolean", ctx.query["is_active"], "v3")
        where = Clause("t.is_active = ?", (wanted,))
    hooks = [_with_status(row.doc) for row in ctx.store.select(HOOKS, where)]
    data = {"emails": ctx.store.setting(EMAILS, []), "hooks_list": hooks, "blocked_domains": []}
    total = len(hooks)
    pagination = {
        "total": total,
        "count": total,
        "per_page": max(total, 1),
        "current_page": 1,
        "total_pages": 1,
        "links": {"current": "?page=1"},
    }
    return Reply(200, jsontext.dumps({"data": data, "meta": {"pagination": pagination}}))


def _with_status(hook: Doc) -> Doc:
    return {**hook, "status": "active" if hook["is_active"] else "inactive"}


def set_admin(ctx: Context, fields: Sequence[Field]) -> Reply:
    """PUT admin: the addresses that are told."""
    said = check(fields, ctx.body, "put", "v3")
    if "emails" in said:
        ctx.store.set_setting(EMAILS, said["emails"])
    return Reply(204)
