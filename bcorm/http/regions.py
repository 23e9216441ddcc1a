"""Which cached reads a write makes stale: a table of regions and what leans on them.

A region is a part of the API whose reads are dropped together: ``v3/catalog/products`` with
everything below it, ``v2/orders`` with all its orders.
"""

from __future__ import annotations

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

# Orders move stock and sales figures, and use coupons and gift certificates up.
_ORDERED = (
    "v3/catalog",
    "v2/products",
    "v3/inventory",
    "v3/customers",
    "v2/coupons",
    "v2/gift_certificates",
)

# Writes to the region on the left also change what the regions on the right answer.
_DEPENDENTS: dict[str, tuple[str, ...]] = {
    # Variants carry a product's price, stock and options.
    "v3/catalog/variants": ("v3/catalog/products", "v3/catalog/summary", "v3/inventory"),
    # A product write creates variants, and a brand from `brand_name`; its URL a redirect.
    "v3/catalog/products": (
        "v3/catalog/variants",
        "v3/catalog/brands",
        "v3/catalog/summary",
        "v3/inventory",
        "v3/storefront/redirects",
        "v3/channels",
        "v3/pricelists",
    ),
    # Deleting one takes it off its products.
    "v3/catalog/brands": ("v3/catalog/products", "v3/catalog/summary"),
    "v3/catalog/categories": (
        "v3/catalog/products",
        "v3/catalog/trees",
        "v3/catalog/summary",
    ),
    "v3/catalog/trees": ("v3/catalog/products", "v3/catalog/categories", "v3/channels"),
    # V2's options are shared between products.
    "v2/options": ("v2/option_sets", "v3/catalog/products"),
    "v2/option_sets": ("v3/catalog/products",),
    # An adjustment shows in the lists of items and locations.
    "v3/inventory": ("v3/inventory", "v3/catalog/products", "v3/catalog/variants"),
    "v3/orders": _ORDERED,
    # What becomes an order does what an order does.
    "v3/checkouts": ("v3/orders", "v3/carts", *_ORDERED),
    "v3/carts": ("v3/checkouts", "v3/abandoned-carts"),
    "v3/customers": ("v3/segments",),
    "v2/customer_groups": ("v3/customers",),
    "v3/segments": ("v3/shopper-profiles",),
    "v3/shopper-profiles": ("v3/segments",),
    # A site is read below its channel too.
    "v3/channels": ("v3/sites", "v3/catalog/trees"),
    "v3/sites": ("v3/channels",),
    # Placements show their widgets, and both show the template.
    "v3/content/widgets": ("v3/content/placements",),
    "v3/content/widget-templates": ("v3/content/widgets", "v3/content/placements"),
    # Deleting a zone deletes its rates.
    "v3/tax/zones": ("v3/tax/rates",),
    # A mutation may have changed anything.
    "graphql": (EVERYTHING,),
}


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
            for dependent in _DEPENDENTS.get(parent, ()):
                found.update(dict.fromkeys(_names_of(dependent)))
    return tuple(found)


def _names_of(region: str) -> tuple[str, ...]:
    """A region, and what the other version of the API calls it or its group."""
    names = parents_of(region)
    twins = [two for one, two in _TWINS if one in names] + [
        one for one, two in _TWINS if two in names
    ]
    return (region, *twins)
