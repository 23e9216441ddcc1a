"""`bcorm demo`: a tour of a local store."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("demo", short_help="Take a tour on a local store.")
@click.option(
    "--catalog", "path", type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Load the products of this JSON file into an empty store instead.",
)  # fmt: skip
@click.pass_context
def command(ctx: click.Context, path: Path | None) -> None:
    """Start a local store, query it, change it, and show what was sent.

    A catalog is a JSON object whose `products` each have a name, sku, description, weight, price,
    brand, categories, images, custom_fields, url_key, source and variants.
    """
    from bcorm.cli import tour  # noqa: PLC0415 - no help needs a store

    ctx.exit(0 if tour.take(path) else 1)
