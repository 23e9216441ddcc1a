"""`bcorm export`: rows into a file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bcorm.cli import console, files
from bcorm.cli.meter import progress
from bcorm.cli.naming import ResourceName, amount, plural, stem
from bcorm.cli.output import field_names
from bcorm.cli.querying import selected
from bcorm.cli.stores import Opened, store_option

if TYPE_CHECKING:
    from bcorm.model.resource import Resource


@click.command("export", short_help="Write rows to a file.")
@click.argument("resources", type=ResourceName(), nargs=-1, required=True)
@click.option(
    "--to", "target", type=click.Path(path_type=Path), required=True,
    help="A file ending in .csv, .jsonl or .parquet; a directory for several resources.",
)  # fmt: skip
@click.option("--where", "lookups", multiple=True, help="A lookup, such as price__gte=10.")
@click.option("--fields", help="Names, separated by commas; all by default.")
@click.option(
    "--format", "form", type=click.Choice(files.FILE_FORMATS), default="jsonl", show_default=True,
    help="Format of the files in a directory.",
)  # fmt: skip
@click.option("--flatten", is_flag=True, help="Make nested fields columns. CSV always does.")
@store_option
def command(
    store: Opened,
    *,
    resources: tuple[type[Resource], ...],
    target: Path,
    lookups: tuple[str, ...],
    fields: str | None,
    form: files.FileFormat,
    flatten: bool,
) -> None:
    """Write rows to a file, in constant memory: `bcorm export products --to products.parquet`.

    The file appears when it is complete, and replaces one of the same name. `bcorm import` takes it
    back.
    """
    is_folder = len(resources) > 1 or target.is_dir()
    if is_folder and not target.is_dir():
        if target.exists() or target.suffix.lower().lstrip(".") in files.FILE_FORMATS:
            raise click.UsageError(
                f"{target}: several resources go into a directory, a file of each"
            )
        target.mkdir(parents=True, exist_ok=True)
    for model in resources:
        path = target / f"{stem(model)}.{form}" if is_folder else target
        files.form_of(path)
        queryset = selected(store, model, lookups)
        total = queryset.count() if sys.stderr.isatty() else None
        with progress(store.meter, plural(model.__name__), total) as told:
            count = files.write(queryset, path, field_names(fields), flatten=flatten, told=told)
        console.say(f"{amount(count, model)} -> {path}")
