"""Faults on demand: what can go wrong between a client and a store, when a test says so.

`Faults` decides which fault, if any, strikes a request; `app` carries it out. Whether the
request took effect before it went wrong is part of the fault.
"""

from __future__ import annotations

import random
import threading
from collections import Counter
from dataclasses import dataclass, field, fields, replace
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

KINDS = (
    "429",
    "429-bare",
    "500",
    "502",
    "503",
    "504",
    "slow",
    "hang",
    "reset-before",
    "reset-after",
    "truncated",
    "html",
    "content-type",
    "bad-gzip",
    "redirect",
)
_APPLIED = frozenset({"slow", "reset-after", "truncated", "html", "content-type", "bad-gzip"})


@dataclass
class Fault:
    """Something that goes wrong with some requests.

    Attributes:
        kind: one of `KINDS`.
        method: only requests with it; any when empty.
        path: only paths that fit, with `*`: `v3/catalog/products*`; any when empty.
        times: how many requests it strikes; `None` is every one.
        after: how many fitting requests pass before it strikes.
        applied: whether the request takes effect all the same; by default it does for everything
            that happens on the way back ("truncated", "html", "content-type", "bad-gzip",
            "reset-after", "slow") and does not for the rest.
        seconds: the delay of "slow" and "hang", and the `X-Retry-After` of "429".
        honest_length: "truncated" announces the full length and closes early; otherwise the length
            fits the cut body, which is then broken JSON in an intact response.
        location: where "redirect" points.
    """

    kind: str
    method: str = ""
    path: str = ""
    times: int | None = 1
    after: int = 0
    applied: bool | None = None
    seconds: float = 1.0
    honest_length: bool = True
    location: str = "http://redirected.invalid/"
    struck: int = field(default=0, init=False)
    passed: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        """Refuse a kind that does not exist, and settle `applied`."""
        if self.kind not in KINDS:
            raise ValueError(f"unknown kind of fault: {self.kind!r}; there are {', '.join(KINDS)}")
        if self.applied is None:
            self.applied = self.kind in _APPLIED

    def fits(self, method: str, path: str) -> bool:
        """Whether a request of that method and path is of the sort that it strikes."""
        if self.method and self.method.upper() != method:
            return False
        return not self.path or fnmatchcase(path.lstrip("/"), self.path.lstrip("/"))

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Fault:
        """A fault as `POST /_emulator/faults` takes it.

        Raises:
            ValueError: a name or a kind that does not exist.
        """
        known = {item.name for item in fields(cls) if item.init}
        unknown = sorted(set(values) - known)
        if unknown:
            raise ValueError(f"unknown: {', '.join(unknown)}; there are {', '.join(sorted(known))}")
        return cls(**values)


class Faults:
    """The faults of one emulator; safe to change while it serves.

    Attributes:
        struck: how many requests were struck, by kind, since the last `clear`.
    """

    def __init__(self) -> None:
        self.struck: Counter[str] = Counter()
        self._lock = threading.Lock()
        self._faults: list[Fault] = []
        self._random: random.Random | None = None
        self._rate = 0.0
        self._kinds: tuple[Fault, ...] = ()

    def add(self, fault: Fault) -> Fault:
        """Add a fault; the first that fits a request strikes it."""
        with self._lock:
            self._faults.append(fault)
        return fault

    def random(
        self,
        *,
        seed: int,
        rate: float,
        kinds: Sequence[str | Fault] = ("429", "503"),
        **options: Any,
    ) -> None:
        """Let every request fail with a probability, in an order that the seed fixes.

        Args:
            seed: the same one gives the same sequence of faults.
            rate: the probability, 0 to 1.
            kinds: what may happen, each as likely; a fault stands for its copies.
            **options: further attributes of those that are given by name.
        """
        faults = [Fault(kind, **options) if isinstance(kind, str) else kind for kind in kinds]
        with self._lock:
            # A test needs a sequence that it can repeat, not one that nobody can guess.
            self._random = random.Random(seed)  # noqa: S311
            self._rate, self._kinds = rate, tuple(faults)

    def clear(self) -> None:
        """Nothing goes wrong any more."""
        with self._lock:
            self._faults.clear()
            self._random = None
            self.struck = Counter()

    def strike(self, method: str, path: str) -> Fault | None:
        """The fault of this request, counted."""
        with self._lock:
            fault = self._choose(method, path)
            if fault is not None:
                self.struck[fault.kind] += 1
            return fault

    def _choose(self, method: str, path: str) -> Fault | None:
        for fault in self._faults:
            if not fault.fits(method, path):
                continue
            if fault.passed < fault.after:
                fault.passed += 1
                continue
            if fault.times is None or fault.struck < fault.times:
                fault.struck += 1
                return fault
        if self._random is not None and self._random.random() < self._rate:
            return replace(self._random.choice(self._kinds))
        return None
