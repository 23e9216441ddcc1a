"""`bcorm resources` and `bcorm fields`: what there is to name on a command line."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

import click

from bcorm.cli import console
from bcorm.cli.naming import ResourceName, plural, resource_named, resource_names
from bcorm.cli.querying import is_listable
from bcorm.model.mapper import mapper_for
from bcorm.model.types import Boolean, Choice, Day, Float, Integer, Moment, Money, Nested, Text
from bcorm.model.types import Sequence as Listed

if TYPE_CHECKING:
    from bcorm.model.mapper import MappedField
    from bcorm.model.resource import Resource
    from bcorm.model.types import Converter
    from bcorm.query.endpoint import Filter

_WORDS: dict[type[Any], str] = {
    Text: "text", Boolean: "true or false", Integer: "whole number", Float: "number",
    Money: "decimal", Moment: "moment", Day: "day",
}  # fmt: skip
_LENGTHS = {"width", "height", "depth"}
_AMOUNTS = ("price", "cost", "amount", "total", "subtotal", "discount", "tax", "fee", "balance")


@click.command("resources", short_help="Print what resources there are.")
@click.argument("text", required=False)
def command(text: str | None) -> None:
    """Print the resources, or those whose names or descriptions have a text: `bcorm resources tax`.

    "below" says what has to be named to list rows; export reads those of the whole store.
    """
    rows = []
    for name in resource_names():
        model = resource_named(name)
        told = inspect.getdoc(model) or ""
        summary = told.partition("\n")[0].partition(" `")[0]
        if text and text.casefold() not in f"{name} {summary}".casefold():
            continue
        endpoint = model.endpoint
        widest = endpoint.everywhere or endpoint
        writes = [verb for verb in ("create", "update", "delete") if _may(model, verb)]
        lists = "yes" if is_listable(model) else ""
        rows.append(
            (name, endpoint.key or "", lists, ", ".join(widest.owners), " ".join(writes), summary)
        )
    if not rows:
        raise click.ClickException(f"no resource has {text!r} in its name or its description")
    columns = ("resource", "key", "list", "below", "writes", "what it is")
    console.stdout().print(console.table(None, columns, rows, whole={"resource"}))


def _may(model: type[Resource], verb: str) -> bool:
    batch = getattr(model.endpoint, f"{verb}_batch")
    return verb in model.endpoint.verbs or batch is not None


@click.command("fields", short_help="Print the fields of a resource.")
@click.argument("resource", type=ResourceName())
def fields(resource: type[Resource]) -> None:
    """Print the fields of a resource: `bcorm fields products`.

    "filters" are the lookups that the API answers itself; others read every row.
    """
    endpoint = resource.endpoint
    filters = {**(endpoint.everywhere.filters if endpoint.everywhere else {}), **endpoint.filters}
    rows = [
        (name, _kind(one.converter), _lookups(filters.get(name)), _writable(one), _unit(name, one))
        for name, one in mapper_for(resource).fields.items()
    ]
    rows += [(name, "a filter only", _lookups(one), "", "") for name, one in filters.items()
             if name not in mapper_for(resource).fields]  # fmt: skip
    title = f"{plural(resource.__name__)}: {inspect.getdoc(resource) or ''}".partition("\n")[0]
    columns = ("field", "type", "filters", "written", "unit")
    console.stdout().print(console.table(title, columns, rows, whole={"field", "unit"}))


def _kind(converter: Converter) -> str:
    if isinstance(converter, Choice):
        return " | ".join(map(str, converter.choices))
    if isinstance(converter, Listed):
        return f"list of {_kind(converter.item)}"
    if isinstance(converter, Nested):
        return f"object {converter.struct.__name__}"
    return _WORDS.get(type(converter), "any")


def _lookups(known: Filter | None) -> str:
    return "" if known is None else " ".join(known.lookups)


def _writable(mapped: MappedField) -> str:
    options = mapped.options
    if options.readonly:
        return "by the API only"
    if options.create_only:
        return "when created"
    words = ["required"] if options.required else ["yes"]
    if options.write_only:
        words.append("never shown")
    return ", ".join(words)


def _unit(name: str, mapped: MappedField) -> str:
    converter = mapped.converter
    if isinstance(converter, Moment):
        return "UTC"
    if not isinstance(converter, Money):
        return ""
    if "weight" in name:
        return "the store's weight unit"
    if name in _LENGTHS:
        return "the store's length unit"
    return "the store's currency" if any(word in name for word in _AMOUNTS) else ""
