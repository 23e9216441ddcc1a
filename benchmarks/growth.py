"""Whether anything grows faster than its work: CPU time of public verbs at n, 2n, 4n and 8n.

`python benchmarks/growth.py [N]`, by default 250. The exponent is the slope of the time over the
number, on logarithmic scales, and should be at most 1.15; small numbers and a busy machine blur it.
"""

from __future__ import annotations

import math
import sys
import time
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import bcorm
from bcorm import Product, ProductMetafield, ProductVariant
from bcorm.http.governor import Unlimited
from benchmarks.width import serve

if TYPE_CHECKING:
    from collections.abc import Callable

SIZES = (1, 2, 4, 8)
MOST = 1.15


def products(session: Any, number: int) -> list[Any]:
    """So many products, read before the clock starts."""
    return list(Product.objects.using(session).order_by("id")[:number])


def read(session: Any, number: int) -> Callable[[], Any]:
    """List products, and read two values of each."""
    every = Product.objects.using(session).order_by("id")[:number]
    return lambda: [(item.name, item.price) for item in every]


def plan_prices(session: Any, number: int) -> Callable[[], Any]:
    """Plan changed prices."""
    for item in products(session, number):
        item.price += 1
    return session.plan  # type: ignore[no-any-return]


def plan_variants(session: Any, number: int) -> Callable[[], Any]:
    """Plan new variants of products that are there."""
    for item in products(session, number):
        value = {"option_id": 1, "id": 1}
        session.add(ProductVariant(product=item, sku=f"{item.id}-new", option_values=[value]))
    return session.plan  # type: ignore[no-any-return]


def plan_children(session: Any, number: int) -> Callable[[], Any]:
    """Plan a new product with many children."""
    item = Product(name="New", type="physical", weight=Decimal(1), price=Decimal(1))
    session.add(item)
    for key in range(number):
        words = {"key": f"k{key}", "value": "v", "namespace": "n", "permission_set": "read"}
        item.metafields.add(ProductMetafield(**words))
    return session.plan  # type: ignore[no-any-return]


def delete_marks(session: Any, number: int) -> Callable[[], Any]:
    """Mark for deletion, and take it back."""
    every = products(session, number)

    def work() -> None:
        for item in every:
            session.delete(item)
        session.rollback()

    return work


def save_beside(session: Any, number: int) -> Callable[[], Any]:
    """Save eight objects one by one beside changed ones: one save must not look at the others."""
    for item in products(session, number):
        item.price += 1
    few = products(session, 8)

    def work() -> None:
        for item in few:
            item.save()

    return work


VERBS = (read, plan_prices, plan_variants, plan_children, delete_marks, save_beside)


def main(number: int = 250) -> None:
    """Measure, and print a table."""
    found: list[tuple[str, list[float]]] = []
    with serve(number * SIZES[-1], 0) as url, TemporaryDirectory() as folder:
        for verb in VERBS:
            for journal in (False, True):
                times = []
                for size in SIZES:
                    path = Path(folder, f"{verb.__name__}{size}.db") if journal else None
                    session = bcorm.connect(
                        "bench", "a-token", api_url=url, governor=Unlimited(), journal=path
                    )
                    work = verb(session, number * size)
                    began = time.process_time()
                    work()
                    times.append(time.process_time() - began)
                    session.client.close()
                found.append((f"{verb.__name__}{', journal' if journal else ''}", times))
    print(f"{'':<28}{''.join(f'{number * size:>9,}' for size in SIZES)}  exponent (CPU ms)")
    for name, times in found:
        exponent = math.log(times[-1] / times[1]) / math.log(SIZES[-1] / SIZES[1])
        told = "".join(f"{one * 1000:9.1f}" for one in times)
        print(f"{name:<28}{told}{exponent:10.2f}{'  !' if exponent > MOST else ''}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
