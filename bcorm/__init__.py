"""The Python ORM for BigCommerce.

    import bcorm
    from bcorm import Product

    session = bcorm.connect(store_hash="...", access_token="...")
    product = Product.objects.get(sku="MUG")
    product.price *= 2
    session.commit()

Everything public is here or in a submodule that this module names. Resource classes are imported
when they are first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from bcorm._version import __version__

# Where each public name lives; imported on first use, so that `import bcorm` stays light.
_HOMES = {
    "Client": "bcorm.session",
    "CommitReport": "bcorm.session",
    "Failure": "bcorm.session",
    "Manager": "bcorm.model",
    "OAuthCredentials": "bcorm.http.credentials",
    "BasicCredentials": "bcorm.http.credentials",
    "PlannedRequest": "bcorm.session",
    "QuerySet": "bcorm.model",
    "RequestPlan": "bcorm.session",
    "Resource": "bcorm.model",
    "Session": "bcorm.session",
    "Struct": "bcorm.model",
    "connect": "bcorm.session",
    "recover": "bcorm.session",
    "field": "bcorm.model",
    "many": "bcorm.model",
    "one": "bcorm.model",
    "readonly": "bcorm.model",
}
_SUBMODULES = {"exceptions", "v2", "v3"}


def __getattr__(name: str) -> Any:
    if name in _SUBMODULES:
        return import_module(f"bcorm.{name}")
    home = _HOMES.get(name)
    value: Any = getattr(import_module(home), name) if home is not None else _resource(name)
    globals()[name] = value
    return value


def _resource(name: str) -> Any:
    resources = import_module("bcorm.resources")
    if name in resources.INDEX:
        return getattr(resources, name)
    from bcorm import exceptions  # noqa: PLC0415 - only for names that are not found elsewhere

    if not name.startswith("_") and hasattr(exceptions, name):
        return getattr(exceptions, name)
    raise AttributeError(f"module 'bcorm' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES, *_SUBMODULES, *import_module("bcorm.resources").INDEX})


__all__ = ["__version__"]
