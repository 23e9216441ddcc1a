"""`Peers`: the group of objects that an object was loaded with.

The reader makes one per result, the session fills it, and loading asks it who else is concerned.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


class Peers:
    """The objects of one result, held weakly: what is touched on one is loaded for all.

    Attributes:
        touched: names of relations and fields that were loaded lazily for this group; the
            result's next pages ask for them at once where an `include` can carry them. What the
            numbers mean is known to `loading`.
    """

    __slots__ = ("_members", "touched")

    def __init__(self) -> None:
        self._members: list[Any] = []
        self.touched: dict[str, int] = {}

    def extend(self, members: list[Any]) -> None:
        """Add weak references of objects."""
        self._members.extend(members)

    def clear(self) -> None:
        """Let the members go; what was touched stays known."""
        self._members = []

    def __iter__(self) -> Iterator[Any]:
        """Iterate over the members that are still alive, in the result's order."""
        for member in self._members:
            alive = member()
            if alive is not None:
                yield alive

    def after(self, start: int) -> Iterator[tuple[int, Any]]:
        """Iterate over the members from a place on that are still alive, with their places."""
        for place in range(start, len(self._members)):
            alive = self._members[place]()
            if alive is not None:
                yield place, alive

    def __len__(self) -> int:
        return len(self._members)
