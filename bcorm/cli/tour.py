"""The tour of `bcorm demo`: a walk through a local store, with the requests that each step took.

Each step does what a user would do and says how many objects it was about: a program that spends
one request on each object would have taken as many.
"""

from __future__ import annotations

import time
from decimal import Decimal
from itertools import product as combinations
from typing import TYPE_CHECKING

import attrs
import click
from rich.markup import escape
from rich.panel import Panel

from bcorm.cli import catalog, console
from bcorm.emulator import Emulator
from bcorm.exceptions import ConfigurationError
from bcorm.resources.products import Product
from bcorm.resources.variants import ProductVariant, VariantOptionValue
from bcorm.session import Session, connect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from rich.console import Console

    Step = tuple[str, str, Callable[["Tour"], int]]

_REPRICED = 60
_SHOWN = 5
_LATENCY = 300


@attrs.define
class Tour:
    """A walk through one store: where to print, whom to ask, and what it took so far."""

    session: Session
    out: Console
    prices: dict[int, Decimal] = attrs.field(factory=dict)
    taken: list[tuple[str, int, int]] = attrs.field(factory=list)

    def walk(self, steps: Sequence[Step]) -> None:
        """Take every step, in order, and print what all of them took."""
        for title, code, step in steps:
            self.out.print(f"\n[bold cyan]{title}[/]\n[dim]>>> {escape(code)}[/]")
            before = self.session.client.stats.requests
            objects = step(self)
            used = self.session.client.stats.requests - before
            self.taken.append((title, used, objects))
            self.out.print(
                f"[green]{used} request{'s' * (used != 1)}[/]; one per object would be {objects}"
            )
        requests = sum(row[1] for row in self.taken)
        together = ("together", requests, sum(row[2] for row in self.taken))
        self.out.print()
        self.out.print(
            console.table(
                "What was sent",
                ("step", "requests", "one per object"),
                [*self.taken, together],
                right={"requests", "one per object"},
            )
        )

    def show(self, products: Iterable[Product]) -> None:
        """Print products as a table."""
        fields = ("id", "sku", "name", "price", "inventory_level")
        rows = [[getattr(item, name) for name in fields] for item in products]
        self.out.print(console.table(None, fields, rows, right={"id", "price", "inventory_level"}))


def take(path: Path | None) -> bool:
    """Start a local store, and walk through it; whether everything was as it should be.

    Args:
        path: a catalog to load into an empty store, and to read back; the sample shop without it.
    """
    out = console.stdout()
    with Emulator(empty=path is not None) as emulator:
        session = connect("demo", "demo-token", api_url=emulator.url)
        out.print(Panel.fit(f"A BigCommerce store on {emulator.url}, for as long as this tour"))
        tour = Tour(session, out)
        if path is not None:
            return _load(tour, path)
        tour.walk(_STEPS)
    _wait(out)
    return True


def _wait(out: Console) -> None:
    """Change all prices of a store that is as far away as real ones are, and look at the clock."""
    with Emulator(latency_ms=_LATENCY) as emulator:
        session = connect("demo", "demo-token", api_url=emulator.url)
        began = time.monotonic()
        for product in Product.objects.using(session):
            product.price += 1
        saved = len(session.commit().saved)
        seconds = time.monotonic() - began
        out.print(
            f"\nBehind {_LATENCY} ms, {saved} prices were read and changed in {seconds:.1f} s: "
            f"{session.stats.requests} requests, up to {session.client.concurrency} at a time"
        )


# The steps of the tour, on the sample shop


def _list(tour: Tour) -> int:
    products = list(Product.objects.using(tour.session))
    tour.show(products[:_SHOWN])
    return len(products)


def _filter(tour: Tour) -> int:
    chosen = Product.objects.using(tour.session).filter(is_featured=True, inventory_level__gt=0)
    chosen = chosen.order_by("-price")[:_SHOWN]
    tour.out.print(escape(str(chosen.explain())))
    tour.show(chosen)
    return len(chosen)


def _count(tour: Tour) -> int:
    count = Product.objects.using(tour.session).filter(is_visible=True).count()
    tour.out.print(str(count))
    return count


def _relations(tour: Tour) -> int:
    products = list(Product.objects.using(tour.session)[:50])
    brands = [product.brand for product in products]
    images = [len(product.images) for product in products]
    named = sorted({brand.name for brand in brands if brand is not None})
    tour.out.print(f"{sum(images)} images, brands {', '.join(named[:_SHOWN])}, ...")
    return len(products) + sum(brand is not None for brand in brands) + len(products)


def _create(tour: Tour) -> int:
    sizes = [f"{number} cm" for number in range(10, 30)]
    colours = "red orange yellow green teal blue indigo violet pink brown black grey white sand sky"
    mug = Product(
        name="A mug of every kind", sku="MUG", type="physical", price=Decimal(12), weight=Decimal(1)
    )
    for size, colour in combinations(sizes, colours.split()):
        choices = (("Size", size), ("Colour", colour))
        mug.variants.new(
            sku=f"MUG-{size[:2]}-{colour}",
            option_values=[
                VariantOptionValue(option_display_name=name, label=label) for name, label in choices
            ],
        )
    tour.session.add(mug)
    report = tour.session.commit()
    tour.out.print(str(report))
    return len(report.saved)


def _page(tour: Tour) -> int:
    with Session(tour.session.client) as fresh:
        mug = Product.objects.using(fresh).get(sku="MUG")
        variants: list[ProductVariant] = list(mug.variants)
        tour.out.print(f"{len(variants)} variants, from {variants[0].sku} to {variants[-1].sku}")
    return 1 + len(variants)


def _reprice(tour: Tour) -> int:
    products = list(Product.objects.using(tour.session).filter(price__gte=20).scan()[:_REPRICED])
    for product in products:
        product.price = (product.price * Decimal("0.9")).quantize(Decimal("0.01"))
        tour.prices[product.id] = product.price
    plan = tour.session.plan()
    columns = ("method", "path", "objects", "body")
    rows = [(method, url, number, f"{body:.58} ...") for method, url, number, body in plan.rows]
    tour.out.print(console.table("session.plan()", columns, rows, right={"objects"}))
    tour.out.print(f"session.commit(): {tour.session.commit()}")
    return 2 * len(products)


def _read_back(tour: Tour) -> int:
    with Session(tour.session.client) as fresh:
        stored = Product.objects.using(fresh).only("price").in_bulk(tour.prices)
    same = sum(stored[key].price == price for key, price in tour.prices.items())
    tour.out.print(f"{same} of {len(tour.prices)} prices are what was set")
    return len(stored)


_STEPS: tuple[Step, ...] = (
    ("List", "for product in Product.objects.all(): ...", _list),
    (
        "Filter and sort",
        'Product.objects.filter(is_featured=True, inventory_level__gt=0).order_by("-price")[:5]',
        _filter,
    ),
    ("Count", "Product.objects.filter(is_visible=True).count()", _count),
    (
        "Relations",
        "for product in Product.objects.all()[:50]: product.brand, product.images",
        _relations,
    ),
    ("Create a product with 300 variants", "session.add(mug); session.commit()", _create),
    ("Page a subresource", 'list(Product.objects.get(sku="MUG").variants)', _page),
    ("Change prices", 'product.price *= Decimal("0.9"); session.commit()', _reprice),
    ("Read back", 'Product.objects.only("price").in_bulk(keys)', _read_back),
)


def _load(tour: Tour, path: Path) -> bool:
    """Load a catalog, read it back and compare; whether everything is as it should be."""
    try:
        entries = catalog.read(path)
    except (OSError, ConfigurationError) as error:
        raise click.ClickException(str(error)) from error
    result = catalog.Comparison()
    loaded = catalog.Loaded()

    def load(tour: Tour) -> int:
        nonlocal loaded
        loaded = catalog.load(tour.session, entries)
        tour.out.print(
            f"{loaded.products} products, {loaded.variants} variants, "
            f"{loaded.categories} categories, {loaded.brands} brands"
        )
        for line in [*loaded.notes, *map(str, loaded.refused)]:
            tour.out.print(escape(f"  {line}"))
        return loaded.objects

    def compare(tour: Tour) -> int:
        nonlocal result
        result = catalog.compare(Session(tour.session.client), entries)
        tour.out.print(
            f"{result.values} values compared, {len(result.differences)} are not as they went in"
        )
        for line in result.differences[:20]:
            tour.out.print(escape(f"  {line}"))
        return loaded.objects

    tour.walk(
        (
            (f"Load {path.name}", "catalog.load(session, entries)", load),
            ("Read it back", "catalog.compare(fresh_session, entries)", compare),
        )
    )
    return not loaded.refused and not result.differences
