"""`bcorm doctor`: whether a store can be worked with, and if not, why."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import attrs
import click

from bcorm.cli import console, drift
from bcorm.cli.stores import Opened, store_option
from bcorm.exceptions import ApiError, AuthenticationError, NotFound, PermissionDenied

if TYPE_CHECKING:
    from collections.abc import Iterator

SICK = 3
"""The exit status when something is wrong."""

SKEW = 10.0
"""Seconds that the clocks may differ: a customer login token lives for 30."""

# A scope, and the cheapest request that needs it.
SCOPES = (
    ("store_v2_information", "v2/store"),
    ("store_v2_products", "v3/catalog/products"),
    ("store_v2_orders", "v2/orders"),
    ("store_v2_customers", "v3/customers"),
    ("store_v2_content", "v3/content/scripts"),
    ("store_v2_marketing", "v2/coupons"),
    ("store_channel_settings", "v3/channels"),
    ("store_sites", "v3/sites"),
    ("store_inventory", "v3/inventory/items"),
    ("store_locations", "v3/inventory/locations"),
    ("store_themes", "v3/themes"),
)


@attrs.frozen
class Finding:
    """What one look found: fine, a remark, or a trouble."""

    what: str
    state: str
    detail: str


@click.command("doctor", short_help="Check credentials, scopes, quota, clock.")
@click.option("--drift", "drifts", is_flag=True, help="Compare rows with what bcorm declares.")
@click.option(
    "--rows", type=click.IntRange(1, 250), default=5, show_default=True,
    help="How many rows of each resource --drift reads.",
)  # fmt: skip
@store_option
@click.pass_context
def command(ctx: click.Context, store: Opened, /, *, drifts: bool, rows: int) -> None:
    """Check credentials, scopes, quota and clock. The exit status is 3 if something is wrong.

    Sends one small read for each scope. A scope that is missing is a remark, not a trouble: an
    account should have no more than it needs.

    With --drift, reads a few rows of each resource instead, and says which of their fields bcorm
    does not declare and which have another type. It only reads, and shows no values but those of
    fields that have a few choices.
    """
    findings = list(_drift(store, rows) if drifts else _examine(store))
    table = [(item.what, item.state, item.detail) for item in findings]
    columns = ("what", "state", "detail")
    console.stdout().print(console.table(None, columns, table, whole={"what", "detail"}))
    ctx.exit(SICK if any(item.state == "trouble" for item in findings) else 0)


def _drift(store: Opened, most: int) -> Iterator[Finding]:
    """Yield what differs from the declarations, what could not be read, and how much was."""
    rows, fields, read = 0, 0, 0
    for seen in drift.look(store.session, most):
        for field, difference in seen.differences.items():
            yield Finding(f"{seen.name}.{field}", "trouble", difference)
        if seen.unread is not None:
            yield Finding(seen.name, "remark", seen.unread)
        read += seen.rows > 0
        rows += seen.rows
        fields += len(seen.differences)
    told = f"{console.counted(rows, 'row')} of {console.counted(read, 'resource')} read"
    yield Finding("declarations", "trouble" if fields else "fine", f"{told}; {fields} differ")


def _examine(store: Opened) -> Iterator[Finding]:
    client = store.session.client
    yield Finding("store", "fine", client.store_key)
    started = time.time()
    try:
        answer = client.get("v2/time", lane="interactive")
    except AuthenticationError as error:
        yield Finding("credentials", "trouble", str(error))
        return
    except ApiError as error:
        yield Finding("connection", "trouble", str(error))
        return
    took = time.time() - started
    yield Finding("connection", "fine", f"{took * 1000:.0f} ms")
    yield Finding("credentials", "fine", "the store takes the token")
    yield _clock(answer.data, started + took / 2)
    for scope, path in SCOPES:
        yield _scope(store, scope, path)
    quota = store.meter.quota
    told = store.meter.shown or "the store announces no limit"
    state = "trouble" if quota is not None and quota.left == 0 else "fine"
    yield Finding("quota", state, told)


def _clock(data: object, now: float) -> Finding:
    theirs = data.get("time") if isinstance(data, dict) else None
    if not isinstance(theirs, int):
        return Finding("clock", "remark", "the store does not tell the time")
    # The store tells whole seconds.
    skew = now - theirs - 0.5
    state = "trouble" if abs(skew) > SKEW else "fine"
    ahead = "ahead of" if skew > 0 else "behind"
    return Finding("clock", state, f"{abs(skew):.1f} s {ahead} the store's")


def _scope(store: Opened, scope: str, path: str) -> Finding:
    try:
        store.session.client.get(path, params={"limit": 1}, lane="interactive")
    except PermissionDenied:
        return Finding(scope, "remark", "not granted")
    except NotFound:
        return Finding(scope, "remark", f"the store has no {path}")
    except ApiError as error:
        return Finding(scope, "trouble", str(error))
    return Finding(scope, "fine", "can read")
