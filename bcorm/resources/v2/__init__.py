"""The V2 classes of resources that V3 has too: `bcorm.v2.Customer`, beside `bcorm.Customer`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_MODULES: Mapping[str, str] = {
    "catalog": "Brand Category",
    "content": "Page Redirect",
    "customers": "Customer CustomerAddress",
    "payments": "PaymentMethod",
    "product_parts": (
        "ConfigurableField DiscountRule ProductCustomField ProductImage ProductOption "
        "ProductReview ProductRule ProductSku ProductVideo"
    ),
    "products": "Product",
    "shipping": "ShippingMethod",
    "webhooks": "Webhook",
}

V2_INDEX: Mapping[str, str] = {
    name: module for module, names in _MODULES.items() for name in names.split()
}


def __getattr__(name: str) -> Any:
    module = V2_INDEX.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{module}"), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *V2_INDEX])
