"""Which cached reads a write makes stale: those of its region, and of what leans on it.

What leans on what is a fact of `effects`. A region is a part of the API whose reads are dropped
together: ``v3/catalog/products`` with everything below it, ``v2/orders`` with all its orders.
"""

from __future__ import annotations

from functools import cache

from bcorm.http.effects import ON_ROWS, READS

EVERYTHING = "*"
"""The region that is above all others of a store."""

# First segments that only group resources; the region is one segment longer.
_GROUPS = frozenset(
    {"abandoned-carts", "catalog", "content", "inventory", "settings", "shipping", "storefront"}
    | {"tax"}
)

# Two names of the same objects: a write under either is one under both.
_TWINS: tuple[tuple[str, str], ...] = (
    ("v2/brands", "v3/catalog/brands"),
    ("v2/categories", "v3/catalog/categories"),
    ("v2/coupons", "v3/promotions"),
    ("v2/customers", "v3/customers"),
    ("v2/hooks", "v3/hooks"),
    ("v2/orders", "v3/orders"),
    ("v2/pages", "v3/content"),
    ("v2/products", "v3/catalog/products"),
    ("v2/redirects", "v3/storefront/redirects"),
    ("v2/store", "v3/settings"),
    ("v2/tax_classes", "v3/tax"),
)


def region_of(path: str) -> str:
    """The region that a path below the store belongs to."""
    segments = path.split("/")
    return "/".join(segments[: 3 if segments[1:2] and segments[1] in _GROUPS else 2])


def parents_of(path: str) -> tuple[str, ...]:
    """Every region whose invalidation reaches a path: its own, its group's, and everything."""
    region = region_of(path)
    group = "/".join(region.split("/")[:2])
    return (region, EVERYTHING) if group == region else (region, group, EVERYTHING)


def stale_after(path: str) -> tuple[str, ...]:
    """The regions that a write to a path makes stale, its own first."""
    found: dict[str, None] = {}
    for region in _names_of(region_of(path)):
        found[region] = None
        for parent in parents_of(region):
            for dependent in _dependents().get(parent, ()):
                found.update(dict.fromkeys(_names_of(dependent)))
    return tuple(found)


@cache
def _dependents() -> dict[str, tuple[str, ...]]:
    """Return the regions that lean on others, as `effects` tells of reads and of rows."""
    found = {region: dict.fromkeys(others) for region, others in READS.items()}
    for effect in ON_ROWS:
        written, stale = region_of(effect.path), region_of(effect.collection)
        if written != stale:
            found.setdefault(written, {})[stale] = None
    return {region: tuple(others) for region, others in found.items()}


def _names_of(region: str) -> tuple[str, ...]:
    """A region, and what the other version of the API calls it or its group."""
    names = parents_of(region)
    twins = [two for one, two in _TWINS if one in names] + [
        one for one, two in _TWINS if two in names
    ]
    return (region, *twins)
