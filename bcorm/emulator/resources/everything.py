"""All tables of all domains, gathered once."""

from __future__ import annotations

from functools import lru_cache

from bcorm.emulator.registry import Registry
from bcorm.emulator.resources import (
    abandoned_carts,
    blog,
    carts,
    catalog,
    channels,
    checkouts,
    currencies,
    customers,
    emails,
    geography,
    infrastructure,
    inventory,
    marketing,
    orders,
    pages,
    paying,
    pickups,
    price_lists,
    promotions,
    redirects,
    scripts,
    segments,
    settings,
    shipping,
    shop,
    sites,
    storefront_tokens,
    subscribers,
    taxes,
    template_associations,
    themes,
    v2_catalog,
    v2_options,
    webhooks,
    widgets,
    wishlists,
)

_DOMAINS = (
    abandoned_carts,
    blog,
    carts,
    catalog,
    channels,
    checkouts,
    currencies,
    customers,
    emails,
    geography,
    infrastructure,
    inventory,
    marketing,
    orders,
    pages,
    paying,
    pickups,
    price_lists,
    promotions,
    redirects,
    scripts,
    segments,
    settings,
    shipping,
    shop,
    sites,
    storefront_tokens,
    subscribers,
    taxes,
    template_associations,
    themes,
    v2_catalog,
    v2_options,
    webhooks,
    widgets,
    wishlists,
)


@lru_cache(maxsize=1)
def registry() -> Registry:
    """The registry of every resource and operation."""
    return Registry(
        (resource for domain in _DOMAINS for resource in domain.RESOURCES),
        (operation for domain in _DOMAINS for operation in domain.OPERATIONS),
        (chore for domain in _DOMAINS for chore in getattr(domain, "CHORES", ())),
    )
