"""Every resource that bcorm declares, for tools and for tests that sweep them."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterator

from bcorm import resources
from bcorm.model import Resource
from bcorm.resources import v2


def snake(name: str) -> str:
    """Return the attribute name of a wire name."""
    name = re.sub(r"(?<=[a-z0-9])([A-Z])", r"_\1", name).lower()
    name = re.sub(r"\W", "_", name).strip("_")
    return f"{name}_" if keyword.iskeyword(name) else name


def models() -> Iterator[tuple[str, type[Resource]]]:
    """Yield a name of its own (`product`, `v2_product`) and the class of every resource."""
    for package, index, prefix in ((resources, resources.INDEX, ""), (v2, v2.V2_INDEX, "v2_")):
        for name in index:
            model = getattr(package, name)
            if isinstance(model, type) and issubclass(model, Resource):
                yield prefix + snake(name), model
