"""`bcorm list`: the rows that match."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import click

from bcorm.cli import console
from bcorm.cli.naming import ResourceName
from bcorm.cli.output import FORMATS, Format, field_names, table_fields, write_rows
from bcorm.cli.querying import selected
from bcorm.cli.stores import Opened, store_option
from bcorm.model.frames.columns import columns_of, records

if TYPE_CHECKING:
    from bcorm.model.resource import Resource

_ON_A_SCREEN = 50


@click.command("list", short_help="Print the rows that match.")
@click.argument("resource", type=ResourceName())
@click.argument("lookups", nargs=-1)
@click.option("--fields", help="Names, separated by commas: id,name,custom_url__url.")
@click.option("--order", help="A field to sort by, - before it for descending.")
@click.option("--limit", type=click.IntRange(0), help="At most so many; 50 for a table.")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True,
    help="How to print the rows.",
)  # fmt: skip
@click.option("--raw", is_flag=True, help="Print letters that would move a terminal's cursor.")
@store_option
def command(
    store: Opened,
    *,
    resource: type[Resource],
    lookups: tuple[str, ...],
    fields: str | None,
    order: str | None,
    limit: int | None,
    form: Format,
    raw: bool,
) -> None:
    """Print the rows that match: `bcorm list products price__gte=10 is_visible=true`.

    Lookups are those of `filter`: `brand_id=3`, `id__in=1,2`, `name__icontains=mug`. A table has
    the fields that tell rows apart; other formats have all fields. Subresources need their
    parent's key: `bcorm list product-images product_id=77`.
    """
    names = field_names(fields) or (table_fields(resource) if form == "table" else ())
    most = _ON_A_SCREEN if limit is None and form == "table" else limit
    queryset = selected(store, resource, lookups, order)
    columns = columns_of(queryset, names, flatten=form == "csv")
    # One row more than is shown tells whether there are more.
    part = queryset if most is None else queryset[: most + 1]
    rows = records(part, columns)
    shown = rows if most is None else islice(rows, most)
    count = write_rows(console.results(raw=raw), columns, shown, form)
    if form == "table" and most and count == most and next(rows, None) is not None:
        console.say(f"the first {count}; --limit shows more")
