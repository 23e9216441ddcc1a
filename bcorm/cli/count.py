"""`bcorm count`: how many rows match."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from bcorm.cli.naming import ResourceName
from bcorm.cli.querying import selected
from bcorm.cli.stores import Opened, store_option

if TYPE_CHECKING:
    from bcorm.model.resource import Resource


@click.command("count", short_help="Print how many rows match.")
@click.argument("resource", type=ResourceName())
@click.argument("lookups", nargs=-1)
@store_option
def command(store: Opened, *, resource: type[Resource], lookups: tuple[str, ...]) -> None:
    """Print how many rows match: `bcorm count products is_visible=true`."""
    sys.stdout.write(f"{selected(store, resource, lookups).count()}\n")
