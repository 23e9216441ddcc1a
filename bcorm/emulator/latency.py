"""How long answers take: the same for all, or spread between two bounds."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

_CHANCE_SEED = 1


@dataclass
class Latency:
    """Milliseconds before a request is answered.

    Attributes:
        low, high: the bounds, which may be the same.
    """

    low: float = 0
    high: float = 0
    _random: random.Random = field(default_factory=lambda: random.Random(_CHANCE_SEED), repr=False)  # noqa: S311

    @classmethod
    def of(cls, given: float | tuple[float, float]) -> Latency:
        """Latency as it is given: one number, or two.

        Raises:
            ValueError: a negative number, or bounds in the wrong order.
        """
        low, high = given if isinstance(given, tuple) else (given, given)
        if not 0 <= low <= high:
            raise ValueError(f"latency_ms={given!r}: give milliseconds, or the lower bound first")
        return cls(low, high)

    @classmethod
    def read(cls, text: str) -> Latency:
        """Latency as a command line says it: `200`, or `50-400`.

        Raises:
            ValueError: it is neither.
        """
        low, dash, high = text.partition("-")
        try:
            return cls.of((float(low), float(high if dash else low)))
        except ValueError:
            raise ValueError(f"{text!r} is neither milliseconds nor a range like 50-400") from None

    def seconds(self) -> float:
        """How long the next answer takes."""
        return self._random.uniform(self.low, self.high) / 1000
