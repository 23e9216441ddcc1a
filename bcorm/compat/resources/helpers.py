"""The methods that lead from a resource to what belongs to it: `product.options(1)`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from .base import ListableApiSubResource


def below(target: type[ListableApiSubResource]) -> Any:
    """Make the method that lists what belongs to a resource, or gets one of them."""

    def helper(self: Any, id: Any = None) -> Any:  # noqa: A002
        if id:
            return target.get(self.id, id, connection=self._connection)
        return target.all(self.id, connection=self._connection)

    return _documented(helper, f"`{target.__name__}` of this one: all, or the one with that id.")


def listed(target: type[ListableApiSubResource]) -> Any:
    """Make the method that lists what belongs to a resource."""

    def helper(self: Any) -> Any:
        return target.all(self.id, connection=self._connection)

    return _documented(helper, f"All `{target.__name__}` of this one.")


def _documented(helper: Callable[..., Any], text: str) -> Callable[..., Any]:
    helper.__doc__ = text
    return helper
