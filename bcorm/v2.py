"""The V2 classes alone: `bcorm.v2.Customer` beside the V3 `bcorm.Customer`."""

from __future__ import annotations

from typing import Any

from bcorm import resources
from bcorm.resources import v2 as only_v2


def __getattr__(name: str) -> Any:
    if name in only_v2.V2_INDEX:
        return getattr(only_v2, name)
    if resources.version_of(name) == 2:
        return getattr(resources, name)
    raise AttributeError(f"V2 of the API has no resource {name!r}")


def __dir__() -> list[str]:
    shared = [name for name in resources.INDEX if resources.version_of(name) == 2]
    return sorted({*shared, *only_v2.V2_INDEX})
