"""How many requests of one kind BigCommerce handles at once: a table, and its semaphores.

Beyond such a cap the API answers 429 without quota headers. The governor takes a slot here
before each request that has a cap.
"""

from __future__ import annotations

import re
import threading
from typing import NamedTuple


class Cap(NamedTuple):
    """At most `limit` requests at a time of these methods to one endpoint of a store.

    Attributes:
        methods: HTTP methods that share the slots.
        template: The path below the store; ``{}`` stands for one segment.
        limit: How many may run at once.
        source: The official spec whose operation says so.
    """

    methods: str
    template: str
    limit: int
    source: str


# Literal paths stand before the templates that match them too.
CAPS: tuple[Cap, ...] = (
    Cap("GET", "v3/catalog/categories", 40, "categories_catalog.v3.yml"),
    Cap("GET PUT DELETE", "v3/catalog/categories/{}", 40, "categories_catalog.v3.yml"),
    Cap("GET", "v3/catalog/trees/{}/categories", 1, "category-trees_catalog.v3.yml"),
    Cap("GET POST", "v2/customer_groups", 40, "customers.v2.yml"),
    Cap("DELETE", "v2/customer_groups/{}", 40, "customers.v2.yml"),
    Cap("PUT", "v3/customers", 3, "customers.v3.yml"),
    Cap("POST", "v3/customers/addresses", 10, "customers.v3.yml"),
    Cap("PUT", "v3/customers/addresses", 3, "customers.v3.yml"),
    Cap("POST", "v3/customers/attributes", 3, "customers.v3.yml"),
    Cap("PUT", "v3/customers/attributes", 3, "customers.v3.yml"),
    Cap("PUT", "v3/customers/attribute-values", 3, "customers.v3.yml"),
    Cap("PUT", "v3/customers/form-field-values", 10, "customers.v3.yml"),
    Cap("GET PUT POST", "v3/inventory/locations", 50, "locations.v3.yml"),
    Cap("POST", "v3/inventory/adjustments/relative", 1, "inventory.v3.yml"),
    Cap("PUT", "v3/inventory/adjustments/absolute", 1, "inventory.v3.yml"),
    Cap("DELETE", "v3/pricelists", 1, "price_lists.v3.yml"),
    Cap("POST", "v3/pricelists/records", 10, "price_lists.v3.yml"),
    Cap("PUT", "v3/pricelists/records", 1, "price_lists.v3.yml"),
    Cap("DELETE", "v3/pricelists/{}", 1, "price_lists.v3.yml"),
    Cap("GET", "v3/pricelists/{}/records", 10, "price_lists.v3.yml"),
    Cap("POST", "v3/pricelists/{}/records", 10, "price_lists.v3.yml"),
    # The operation allows 2, the introduction "one bulk upsert at a time": the safe one.
    Cap("PUT", "v3/pricelists/{}/records", 1, "price_lists.v3.yml"),
    Cap("GET", "v3/pricelists/{}/records/{}", 40, "price_lists.v3.yml"),
    Cap("GET", "v3/pricelists/{}/records/{}/{}", 50, "price_lists.v3.yml"),
    Cap("PUT", "v3/pricelists/{}/records/{}/{}", 40, "price_lists.v3.yml"),
    Cap("DELETE", "v3/pricelists/{}/records/{}/{}", 25, "price_lists.v3.yml"),
    Cap("PUT", "v3/pricelists/{}/assignments", 25, "price_lists.v3.yml"),
    Cap("POST", "v3/pricing/products", 50, "pricing.sf.yml"),
    Cap("GET POST DELETE", "v3/promotions", 40, "promotions.v3.yml"),
    Cap("GET DELETE", "v3/promotions/codes", 40, "promotions.v3.yml"),
    Cap("GET PUT DELETE", "v3/promotions/{}", 40, "promotions.v3.yml"),
    Cap("GET", "v3/promotions/{}/codes", 10, "promotions.v3.yml"),
    Cap("POST DELETE", "v3/promotions/{}/codes", 40, "promotions.v3.yml"),
    Cap("DELETE", "v3/promotions/{}/codes/{}", 40, "promotions.v3.yml"),
    Cap("POST", "v3/promotions/{}/codegen", 10, "promotions.v3.yml"),
    Cap("POST PUT", "v3/segments", 10, "segments.v3.yml"),
    Cap("POST", "v3/segments/{}/shopper-profiles", 10, "segments.v3.yml"),
)


def _compiled() -> dict[str, list[tuple[re.Pattern[str], Cap]]]:
    """The table by method and first two segments, so that most requests test nothing."""
    rows: dict[str, list[tuple[re.Pattern[str], Cap]]] = {}
    for cap in CAPS:
        pattern = re.compile(re.escape(cap.template).replace(r"\{\}", "[^/]+"))
        for method in cap.methods.split():
            rows.setdefault(f"{method} {_head(cap.template)}", []).append((pattern, cap))
    return rows


def _head(path: str) -> str:
    return "/".join(path.split("/", 2)[:2])


_ROWS = _compiled()


def cap_for(method: str, path: str) -> Cap | None:
    """The cap that a request falls under, or None."""
    for pattern, cap in _ROWS.get(f"{method} {_head(path)}", ()):
        if pattern.fullmatch(path):
            return cap
    return None


class Slots:
    """The running requests of one store, by cap."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Give up what is running: in a forked child no thread will answer for it."""
        self._semaphores = {cap: threading.BoundedSemaphore(cap.limit) for cap in CAPS}

    def acquire(self, cap: Cap, timeout: float | None) -> bool:
        """Wait for a slot; False if there was none within `timeout` seconds."""
        return self._semaphores[cap].acquire(timeout=timeout)

    def release(self, cap: Cap) -> None:
        """Give the slot back."""
        self._semaphores[cap].release()
