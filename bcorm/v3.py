"""The V3 classes alone: `bcorm.v3.Customer` is `bcorm.Customer`; there is no `bcorm.v3.Order`."""

from __future__ import annotations

from typing import Any

from bcorm import resources


def __getattr__(name: str) -> Any:
    if resources.version_of(name) == 3:
        return getattr(resources, name)
    raise AttributeError(f"V3 of the API has no resource {name!r}")


def __dir__() -> list[str]:
    return sorted(name for name in resources.INDEX if resources.version_of(name) == 3)
