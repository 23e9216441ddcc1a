"""Opening a store: empty, with the sample shop, or as a file remembers it."""

from __future__ import annotations

import random
import threading
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from bcorm.emulator.domains.categories import tables as categories_tables
from bcorm.emulator.domains.options import tables as options_tables
from bcorm.emulator.domains.products import tables as products_tables
from bcorm.emulator.numerals import plain_number
from bcorm.emulator.sample.catalog import COUNTED, OPENING, fill_catalog, variant_of
from bcorm.emulator.sample.content import fill_content
from bcorm.emulator.sample.customers import fill_customers
from bcorm.emulator.sample.orders import fill_orders
from bcorm.emulator.sample.places import fill_places
from bcorm.emulator.sample.selling import fill_selling
from bcorm.emulator.sample.shelf import Shelf, defaults
from bcorm.emulator.store import Store
from bcorm.emulator.timestamps import offset_style

if TYPE_CHECKING:
    from bcorm.emulator.registry import Registry

_FILLED = "filled"
# A process that pins one moment after another must not keep a shop of each.
_KEPT = 8
_pristine_lock = threading.Lock()
DAY = 86_400


class Sample(NamedTuple):
    """Which shop: the seed, whether there is none, and the day that its last orders are from."""

    seed: int
    empty: bool
    day: int


_pristine: dict[Sample, Store] = {}


def sample_day(moment: float) -> int:
    """The beginning of a moment's day, in seconds since 1970: a shop is the same all day long."""
    return int(moment // DAY * DAY)


def open_store(registry: Registry, path: str | None, sample: Sample) -> Store:
    """A store in memory or in a file; a file that was filled before is left as it is."""
    bare = path is None
    store = Store(registry.collections, path, bare=bare)
    if bare or not store.setting(_FILLED):
        fill(registry, store, sample)
    return store


def fill(registry: Registry, store: Store, sample: Sample) -> None:
    """Make a store the initial one of a sample. The first of its kind is kept to copy from."""
    with _pristine_lock:
        source = _pristine.get(sample)
        if source is None:
            source = Store(registry.collections)
            with source.transaction():
                _fill(source, sample)
            while len(_pristine) >= _KEPT:
                _pristine.pop(next(iter(_pristine))).close()
            _pristine[sample] = source
        store.copy_from(source)


def _fill(store: Store, sample: Sample) -> None:
    # The shop must be the same on every run; nothing here needs to be hard to guess.
    chance = random.Random(sample.seed)  # noqa: S311
    shelf = Shelf(store)
    if sample.empty:
        shelf.add(categories_tables.TREE, None, {"name": "Default catalog tree", "channels": [1]})
    else:
        fill_catalog(shelf, chance)
        fill_customers(shelf, chance)
        fill_orders(shelf, chance, sample.day)
    fill_selling(shelf, empty=sample.empty)
    fill_places(shelf)
    fill_content(shelf)
    shelf.put()
    store.reserve("category uuid", shelf.last.get("category uuid", 0))
    store.set_setting(_FILLED, value=True)


def generate_products(store: Store, count: int, seed: int) -> None:
    """Add simple products in bulk: each with its base variant, on channel 1."""
    chance = random.Random(seed)  # noqa: S311
    name = products_tables.PRODUCT.collection
    first = store.next_id(name, count)
    first_variant = store.next_id(options_tables.VARIANT.collection, count)
    first_assignment = store.next_id(products_tables.CHANNEL_ASSIGNMENT.collection, count)
    product_defaults = defaults(products_tables.PRODUCT_FIELDS)
    variant_defaults = defaults(options_tables.VARIANT_FIELDS)
    category = store.ids(categories_tables.CATEGORY.collection)[:1]
    products, variants, assignments = [], [], []
    for number in range(count):
        key, variant = first + number, first_variant + number
        price = plain_number(Decimal(chance.randrange(100, 50_000)) / 100)
        created = offset_style(OPENING + number * 60)
        product = {
            "id": key,
            **product_defaults,
            "name": f"Generated product {key}",
            "type": "physical",
            "sku": f"GEN-{key}",
            "weight": 1,
            "price": price,
            "calculated_price": price,
            "categories": category,
            "base_variant_id": variant,
            "custom_url": {"url": f"/generated-product-{key}/", "is_customized": False},
            "date_created": created,
            "date_modified": created,
        }
        products.append((key, None, product, None))
        own = {"sku_id": variant}
        base = {"id": variant, **variant_defaults, **variant_of(product, own)}
        variants.append((variant, key, base, COUNTED))
        pair = {"id": first_assignment + number, "product_id": key, "channel_id": 1}
        assignments.append((first_assignment + number, None, pair, None))
    store.insert_many(name, products)
    store.insert_many(options_tables.VARIANT.collection, variants)
    store.insert_many(products_tables.CHANNEL_ASSIGNMENT.collection, assignments)
