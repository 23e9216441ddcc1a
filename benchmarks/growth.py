"""Whether anything grows faster than its work: CPU time of public verbs at n, 2n, 4n and 8n.

`python benchmarks/growth.py [N] [NAME...]`, by default 200 and all. Each verb is done without and
with a journal; one that is called for one object is called for each of some, while others are
changed beside, and the more of these, the more of those. The exponent is the slope over the number,
on logarithmic scales, and should be at most 1.15.

Two things are measured. The CPU time of this process sees everything; as a busy machine adds to it,
the least of several turns counts, with the collector off, and a verb that seems too steep gets more
turns. The lines of Python that run are the same on any machine, and see all but what is done in one
line: a list that is searched or copied.
"""

from __future__ import annotations

import contextlib
import gc
import math
import pickle
import sys
import time
import warnings
from decimal import Decimal
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from collections.abc import Callable, Iterator

import attrs

import bcorm
from bcorm import Brand, Order, Product, ProductMetafield, ProductVariant, parallel
from bcorm.http.governor import Unlimited
from benchmarks.width import serve

SIZES = (1, 2, 4, 8)
COUNTED = (2, 8)
MOST = 1.15
TURNS, MOST_TURNS = 2, 7

Work = Callable[[], Any]
_fresh = count(1)


def products(session: Any, number: int, start: int = 0) -> list[Any]:
    """So many products, read before the clock starts."""
    return list(Product.objects.using(session).order_by("id")[start : start + number])


def beside(session: Any, number: int) -> list[Any]:
    """So many products, while as many others are changed."""
    for item in products(session, number, number):
        item.price += 1
    return products(session, number)


def read(session: Any, number: int) -> Work:
    """List products, and read two values of each."""
    every = Product.objects.using(session).order_by("id")[:number]
    return lambda: [(item.name, item.price) for item in every]


def iterate(session: Any, number: int) -> Work:
    """Iterate over products without keeping them."""
    every = Product.objects.using(session).order_by("id")[:number]
    return lambda: sum(1 for item in every.iterator() if item.price)


def values(session: Any, number: int) -> Work:
    """Read values without objects."""
    every = Product.objects.using(session).order_by("id")[:number]
    return lambda: list(every.values_list("id", "price", "custom_url__url"))


def frame(session: Any, number: int) -> Work:
    """Make a table."""
    every = Product.objects.using(session).order_by("id")[:number]
    return every.to_arrow  # type: ignore[no-any-return]


def aggregate(session: Any, number: int) -> Work:
    """Group rows."""
    every = Product.objects.using(session).order_by("id")[:number]
    return lambda: list(every.values("price").annotate(n=bcorm.Count("id")))


def bulk(session: Any, number: int) -> Work:
    """Read products by their keys."""
    keys = [item.id for item in products(session, number)]
    session.expunge_all()
    return lambda: Product.objects.using(session).in_bulk(keys)


def scan(session: Any, number: int) -> Work:
    """Evaluate a condition here, and sort."""
    every = Product.objects.using(session).filter(id__lte=products(session, number)[-1].id)
    chosen = every.filter(weight__gte=0).order_by("weight").scan()
    return lambda: list(chosen)


def include(session: Any, number: int) -> Work:
    """Touch variants and images of products that were read with both."""
    every = Product.objects.using(session).include("variants", "images").order_by("id")[:number]
    return lambda: [(len(item.variants), len(item.images)) for item in every]


def relation(session: Any, number: int) -> Work:
    """Touch a relation of products that were read without it."""
    every = products(session, number)
    return lambda: [len(item.variants) for item in every]


def calls(session: Any, number: int) -> Work:
    """Touch a relation that takes a call for each parent."""
    orders = list(Order.objects.using(session).order_by("id")[: number // 4])
    return lambda: [len(item.coupons) for item in orders]


def pieces(session: Any, number: int) -> Work:
    """Read products in pieces."""
    every = Product.objects.using(session).order_by("id")[:number]
    return lambda: list(parallel.map(every, str, partitions=8))


def pickles(session: Any, number: int) -> Work:
    """Pickle objects, one by one, beside changed ones."""
    few = beside(session, number)
    return lambda: [pickle.loads(pickle.dumps(item)) for item in few]


def refresh(session: Any, number: int) -> Work:
    """Refresh objects, beside changed ones."""
    few = beside(session, number // 4)
    return lambda: [session.refresh(item) for item in few]


def expunge(session: Any, number: int) -> Work:
    """Expunge objects, beside changed ones."""
    few = beside(session, number)
    return lambda: [session.expunge(item) for item in few]


def dirty(session: Any, number: int) -> Work:
    """Look at what is dirty."""
    beside(session, number)
    return lambda: (session.dirty, session.new, session.deleted)


def rollback(session: Any, number: int) -> Work:
    """Mark for deletion, and take it back."""
    every = products(session, number)

    def work() -> None:
        for item in every:
            session.delete(item)
        session.rollback()

    return work


def plan_prices(session: Any, number: int) -> Work:
    """Plan changed prices."""
    beside(session, number)
    return session.plan  # type: ignore[no-any-return]


def plan_variants(session: Any, number: int) -> Work:
    """Plan new variants of products that are there."""
    for item in products(session, number):
        value = {"option_id": 1, "id": 1}
        session.add(ProductVariant(product=item, sku=f"{item.id}-new", option_values=[value]))
    return session.plan  # type: ignore[no-any-return]


def plan_children(session: Any, number: int) -> Work:
    """Plan a new product with many children."""
    item = Product(name="New", type="physical", weight=Decimal(1), price=Decimal(1))
    session.add(item)
    for key in range(number):
        words = {"key": f"k{key}", "value": "v", "namespace": "n", "permission_set": "read"}
        item.metafields.add(ProductMetafield(**words))
    return session.plan  # type: ignore[no-any-return]


def plan_deep(session: Any, number: int) -> Work:
    """Plan a new product whose new variants have a metafield each."""
    item = Product(name="New", type="physical", weight=Decimal(1), price=Decimal(1))
    session.add(item)
    for key in range(number):
        values = [{"option_display_name": "Size", "label": str(key)}]
        variant = ProductVariant(sku=f"new-{key}", option_values=values)
        item.variants.add(variant)
        words = {"key": "k", "value": "v", "namespace": "n", "permission_set": "read"}
        variant.metafields.add(bcorm.VariantMetafield(**words))
    return session.plan  # type: ignore[no-any-return]


def commit(session: Any, number: int) -> Work:
    """Commit changed prices."""
    beside(session, number)
    return session.commit  # type: ignore[no-any-return]


def bulk_update(session: Any, number: int) -> Work:
    """Change a value of many rows at once."""
    every = Product.objects.using(session).filter(id__in=[i.id for i in products(session, number)])
    return lambda: every.update(sort_order=next(_fresh))


def creates(session: Any, number: int) -> Work:
    """Create brands one by one, beside changed objects."""
    beside(session, number // 4)
    brands = Brand.objects.using(session)
    return lambda: [brands.create(name=f"Brand {next(_fresh)}") for _ in range(number // 4)]


def bulk_create(session: Any, number: int) -> Work:
    """Create brands at once, beside changed objects."""
    beside(session, number // 4)
    brands = [Brand(name=f"Brand {next(_fresh)}") for _ in range(number // 4)]
    return lambda: Brand.objects.using(session).bulk_create(brands)


def saves(session: Any, number: int) -> Work:
    """Save objects one by one, beside changed ones: one save must not look at the others."""
    few = beside(session, number // 4)
    for item in few:
        item.price += 1
    return lambda: [item.save() for item in few]


def deletes(session: Any, number: int) -> Work:
    """Create and delete brands one by one, beside changed objects."""
    beside(session, number // 4)
    brands = Brand.objects.using(session)

    def work() -> None:
        for _ in range(number // 4):
            brands.create(name=f"Brand {next(_fresh)}").delete()

    return work


def children(session: Any, number: int) -> Work:
    """Create and delete images of one product, beside changed objects."""
    (item, *_) = beside(session, number // 8)

    def work() -> None:
        for _ in range(number // 8):
            item.images.create(image_url=f"https://example.com/{next(_fresh)}.jpg").delete()

    return work


def finds(session: Any, number: int) -> Work:
    """Get rows or create them, beside changed objects."""
    beside(session, number // 4)
    brands = Brand.objects.using(session)

    def work() -> None:
        for _ in range(number // 8):
            name = f"Brand {next(_fresh)}"
            brands.get_or_create(name=name)
            brands.get_or_create(name=name)

    return work


def gets(session: Any, number: int) -> Work:
    """Take objects that are held out of the session, and look whether they are modified."""
    keys = [item.id for item in beside(session, number)]
    every = products(session, number)
    work = lambda key: session.is_modified(session.get(Product, key))  # noqa: E731
    return lambda: (len(every), [work(key) for key in keys])


def firsts(session: Any, number: int) -> Work:
    """Ask small questions, beside changed objects."""
    keys = [item.id for item in beside(session, number // 8)]
    every = Product.objects.using(session)

    def work() -> None:
        for key in keys:
            one = every.filter(id=key)
            one.first(), one.exists(), one.count()

    return work


def expires(session: Any, number: int) -> Work:
    """Expire objects and touch them, one after the other, beside those they came with."""
    every = products(session, number)

    def work() -> None:
        for item in every[::4]:
            session.expire(item, ["name"])
            assert item.name

    return work


def adds(session: Any, number: int) -> Work:
    """Add objects and children one by one, and take them back."""
    few = beside(session, number)

    def work() -> None:
        for item in few:
            image = item.images.new(image_url="https://example.com/a.jpg")
            session.expunge(image)
            session.add(Brand(name=f"Brand {next(_fresh)}"))
        session.rollback()

    return work


def orders(session: Any, number: int) -> Work:
    """Save orders one by one, whose stock may move, beside held products."""
    held = products(session, number)
    few = list(Order.objects.using(session).order_by("id")[: number // 8])

    def work() -> None:
        for item in few:
            item.status_id = 10 if item.status_id != 10 else 11
            item.save()
        assert held

    return work


def removes(session: Any, number: int) -> Work:
    """Delete many objects in a commit, beside changed ones."""
    beside(session, number)
    brands = [Brand(name=f"Brand {next(_fresh)}") for _ in range(number // 4)]
    Brand.objects.using(session).bulk_create(brands)
    for item in brands:
        session.delete(item)
    return session.commit  # type: ignore[no-any-return]


def bulk_delete(session: Any, number: int) -> Work:
    """Delete what matches."""
    brands = [Brand(name=f"Doomed {next(_fresh)}") for _ in range(number // 4)]
    Brand.objects.using(session).bulk_create(brands)
    chosen = Brand.objects.using(session).filter(id__in=[item.id for item in brands])
    return chosen.delete  # type: ignore[no-any-return]


def upserts(session: Any, number: int) -> Work:
    """Update rows or create them, beside changed objects."""
    beside(session, number // 4)
    brands = Brand.objects.using(session)

    def work() -> None:
        for _ in range(number // 8):
            name = f"Brand {next(_fresh)}"
            brands.update_or_create(name=name, defaults={"page_title": "One"})
            brands.update_or_create(name=name, defaults={"page_title": "Two"})

    return work


def parents(session: Any, number: int) -> Work:
    """Touch the brand of each product."""
    every = products(session, number)
    return lambda: [item.brand for item in every]


def merges(session: Any, number: int) -> Work:
    """Bring changed objects of another session into this one."""
    with session.client.session() as other:
        few = products(other, number)
        for item in few:
            item.price += 1
        products(session, 2 * number)
        other.expunge_all()  # they are changed, and nobody will save them
        return lambda: [session.merge(item) for item in few]


Verb = Callable[[Any, int], Work]
VERBS: tuple[Verb, ...] = (
    read, iterate, values, frame, aggregate, bulk, scan, include, relation, calls, pieces, pickles,
    refresh, expunge, dirty, rollback, plan_prices, plan_variants, plan_children, plan_deep,
    commit, bulk_update, creates, bulk_create, saves, deletes, children, finds,
    gets, firsts, expires, adds, orders, removes, bulk_delete, upserts, parents, merges,
)  # fmt: skip
READS = frozenset([
    read, iterate, values, frame, aggregate, bulk, scan, include, relation, calls, pieces, pickles,
    gets, firsts, expires, parents,
])  # fmt: skip


@attrs.frozen
class Grown:
    """How a verb grew; an exponent is taken from the second size to the last.

    Attributes:
        times: the least CPU seconds of several turns, at each size.
        steps: lines of Python that ran, at the sizes of `COUNTED`.
    """

    times: list[float]
    steps: list[int]

    @property
    def slope(self) -> float:
        """How steeply its CPU time grows."""
        return math.log(self.times[-1] / self.times[1]) / math.log(SIZES[-1] / SIZES[1])

    @property
    def steps_slope(self) -> float:
        """How steeply its steps grow."""
        return math.log(self.steps[-1] / self.steps[0]) / math.log(COUNTED[-1] / COUNTED[0])


@contextlib.contextmanager
def prepared(verb: Verb, url: str, number: int, path: Path | None) -> Iterator[Work]:
    """Yield a verb that is ready to be done for so many, in a session of its own."""
    client = bcorm.Client(
        bcorm.OAuthCredentials("bench", "a-token"), api_url=url, governor=Unlimited()
    )
    journal = None if path is None else path.with_name(f"{next(_fresh)}.db")
    with client.session(journal=journal) as session:
        yield verb(session, number)
        session.expunge_all()
    client.close()


def timed(work: Work) -> float:
    """Return the seconds of CPU time of some work, without those of the collector."""
    gc.collect()
    gc.disable()  # what it costs depends on all that lives, and not on the verb
    began = time.process_time()
    try:
        work()
        return time.process_time() - began
    finally:
        gc.enable()


def counted(work: Work) -> int:
    """Return how many lines of Python some work runs, in this thread."""
    lines = 0

    def trace(_frame: Any, event: str, _argument: Any) -> Any:
        nonlocal lines
        lines += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return lines


def measured(verb: Verb, url: str, number: int, path: Path | None) -> Grown:
    """Measure a verb at each size, in turns, until more turns would not change the verdict."""
    with prepared(verb, url, number, path) as work:
        work()  # what is done once is not counted
    steps = []
    for size in COUNTED:
        with prepared(verb, url, number * size, path) as work:
            steps.append(counted(work))
    grown = Grown([math.inf] * len(SIZES), steps)
    for turn in range(MOST_TURNS):
        for index, size in enumerate(SIZES):
            with prepared(verb, url, number * size, path) as work:
                grown.times[index] = min(grown.times[index], timed(work))
        if turn + 1 >= TURNS and grown.slope <= MOST:
            break
    return grown


def table(number: int = 200, *names: str) -> dict[str, float]:
    """Measure, and print a table; returns the exponents, of time and of steps."""
    found: dict[str, float] = {}
    sizes = "".join(f"{number * size:>9,}" for size in SIZES)
    print(f"\n{'growth, CPU ms':<24}{sizes}  exponent        steps  exponent")
    with serve(number * SIZES[-1] * 2, 0) as url, TemporaryDirectory() as folder:
        for verb in VERBS:
            if names and verb.__name__ not in names:
                continue
            for path in (None,) if verb in READS else (None, Path(folder, "j")):
                grown = measured(verb, url, number, path)
                name = f"{verb.__name__}{', journal' if path else ''}"
                found[name], found[f"{name}, steps"] = grown.slope, grown.steps_slope
                told = "".join(f"{one * 1000:9.1f}" for one in grown.times)
                worst = max(grown.slope, grown.steps_slope)
                print(
                    f"{name:<24}{told}{grown.slope:10.2f}{grown.steps[-1]:13,}"
                    f"{grown.steps_slope:10.2f}{'  !' if worst > MOST else ''}",
                    flush=True,
                )
    return found


if __name__ == "__main__":
    chosen = sys.argv[1:]
    size = int(chosen.pop(0)) if chosen and chosen[0].isdigit() else 200
    with warnings.catch_warnings(), contextlib.suppress(KeyboardInterrupt):
        warnings.simplefilter("ignore")
        table(size, *chosen)
