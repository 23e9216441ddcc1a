"""Cutting what is left of a list into ranges of keys, so that its pages can be read side by side.

Nobody says which keys there are. They are taken to go on as they did so far: ranges that should
hold a page each are asked for, with what comes after the last of these, which tells how many
rows are left for the next ones. A gap makes ranges that hold less, and such requests are wasted; no
more ranges are tried than would waste a fifth of what the list takes at least, if all were empty.
"""

from __future__ import annotations

from typing import Any

import attrs

WASTE = 5
"""One request in so many may be more than the fewest."""

# A range is made a little narrower than a page should fill, for keys are not spread evenly.
_FILL = 0.9


@attrs.frozen
class Range:
    """Keys after one, up to another; None for no end."""

    after: int
    upto: int | None = None


@attrs.define
class Cutter:
    """Cuts one list.

    Attributes:
        size: rows of a page.
        most: how many pages the list takes at least, as far as that is known.
        requests, rows: what was read of it so far.
    """

    size: int
    most: int = 0
    requests: int = 0
    rows: int = 0

    def note(self, keys: list[Any], rows: int | None) -> None:
        """Take note of a page: its keys, and how many rows the list has as a whole."""
        self.requests += 1
        self.rows += len(keys)
        self.most = max(self.most, -(-max(rows or 0, self.rows) // self.size))

    def tries(self, left: int | None, ahead: int) -> int:
        """Return how many ranges may be tried of which nobody knows what they hold."""
        wasted = self.requests - self.rows / self.size
        tries = min(ahead, int(self.most / WASTE - wasted))
        return tries if left is None else min(tries, -(-left // self.size) - 1)

    def between(self, after: int, upto: int) -> list[Range]:
        """Return the ranges between two pages: one for each that is left, if that wastes little.

        Args:
            after: the last key of the one.
            upto: the last key before the other.
        """
        starts = range(after, upto, self.size)
        if self.requests + len(starts) - self.most > self.most / WASTE:
            return [Range(after, upto)]
        return [Range(start, min(start + self.size, upto)) for start in starts]

    def cut(self, keys: list[int], left: int | None, ahead: int) -> list[Range]:
        """Return the ranges to read after a page, of which the last has no end.

        Args:
            keys: the page's, in order.
            left: how many rows follow it; None where nobody knows.
            ahead: how many pages may be read ahead.
        """
        after = keys[-1]
        tries = self.tries(left, ahead)
        spread = (after - keys[0] + 1) / len(keys)
        width = max(self.size, int(_FILL * self.size * spread))
        found = []
        for _ in range(tries):
            found.append(Range(after, after + width))
            after += width
        return [*found, Range(after)]
