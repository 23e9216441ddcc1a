"""`bcorm get`: one row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bcorm.cli import console
from bcorm.cli.naming import ResourceName, parse_lookups, plural
from bcorm.cli.output import field_names
from bcorm.cli.querying import asked, is_listable, scanning
from bcorm.cli.stores import Opened, store_option
from bcorm.cli.values import cell
from bcorm.model.frames.columns import columns_of, json_text, plain
from bcorm.model.queryset import QuerySet

if TYPE_CHECKING:
    from bcorm.model.resource import Resource


@click.command("get", short_help="Print one row.")
@click.argument("resource", type=ResourceName())
@click.argument("key", required=False)
@click.argument("lookups", nargs=-1)
@click.option("--fields", help="Names, separated by commas; all by default.")
@click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True,
    help="How to print the row.",
)  # fmt: skip
@click.option("--raw", is_flag=True, help="Print letters that would move a terminal's cursor.")
@store_option
def command(
    store: Opened,
    *,
    resource: type[Resource],
    key: str | None,
    lookups: tuple[str, ...],
    fields: str | None,
    form: str,
    raw: bool,
) -> None:
    """Print one row: `bcorm get products 77`, `bcorm get products sku=MUG`.

    Subresources need their parent's key: `bcorm get product-images 3 product_id=77`.
    """
    texts = list(lookups)
    if key is not None:
        texts.insert(0, key if "=" in key else f"{resource.endpoint.key or 'id'}={key}")
    if not texts and not resource.endpoint.singleton:
        raise click.UsageError("which one? name its key, or what it is found by, as in sku=MUG")
    if "get" not in resource.endpoint.verbs and not is_listable(resource):
        raise click.UsageError(f"the API does not show {plural(resource.__name__)}")
    queryset: QuerySet[Resource] = QuerySet(resource).using(store.session)
    columns = columns_of(queryset, field_names(fields), flatten=False)
    known = parse_lookups(resource, texts)
    with asked():
        chosen = queryset.filter(**known)
    # What has an address is read by it.
    if not known.keys() <= {"pk", resource.endpoint.key, *resource.endpoint.owners}:
        scanning(chosen)
    item = queryset.scan().get(**known)
    row = {column.name: plain(column.converter, _value(item, column.path)) for column in columns}
    if form == "json":
        console.results(raw=raw).write(json_text(row) + "\n")
        return
    shown = [(name, cell(value)) for name, value in row.items()]
    console.stdout().print(console.table(None, ("field", "value"), shown, whole={"value"}))


def _value(item: object, path: tuple[str, ...]) -> object:
    value = item
    for word in path:
        value = getattr(value, word, None)
    return value
