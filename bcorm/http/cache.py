"""An opt-in cache of GET answers: never stale after our own writes, one request per miss.

The client asks it before each read and tells it each write. What is kept are the bytes of
the answer, parsed anew for each caller: nobody can change what the next one gets.

A write makes stale what is in its region, and what leans on that, which is a fact of `effects`. A
region is a part of the API whose reads are dropped together: `v3/catalog/products` with
everything below it, `v2/orders` with all its orders.

Staleness is a matter of generations. Each region has a counter; a write moves it on, and an
entry is only found under the counters it was *asked* under. So a read that was on its way
while a write happened is answered, but its answer is never found again.
"""

from __future__ import annotations

import threading
import time
from copy import copy
from functools import cache
from typing import TYPE_CHECKING, Protocol

from cachetools import TTLCache

from bcorm.exceptions import ApiError, DeadlineExceeded
from bcorm.http.effects import ON_ROWS, READS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bcorm.http.message import Request, Response

EVERYTHING = "*"
"""The region that is above all others of a store."""

# First segments that only group resources; the region is one segment longer.
_GROUPS = frozenset(
    {"abandoned-carts", "catalog", "content", "inventory", "settings", "shipping", "storefront"}
    | {"tax"}
)

# Two names of the same objects: a write under either is one under both.
_TWINS: tuple[tuple[str, str], ...] = (
    ("v2/brands", "v3/catalog/brands"),
    ("v2/categories", "v3/catalog/categories"),
    ("v2/coupons", "v3/promotions"),
    ("v2/customers", "v3/customers"),
    ("v2/hooks", "v3/hooks"),
    ("v2/orders", "v3/orders"),
    ("v2/pages", "v3/content"),
    ("v2/products", "v3/catalog/products"),
    ("v2/redirects", "v3/storefront/redirects"),
    ("v2/store", "v3/settings"),
    ("v2/tax_classes", "v3/tax"),
)


def region_of(path: str) -> str:
    """The region that a path below the store belongs to."""
    segments = path.split("/")
    return "/".join(segments[: 3 if segments[1:2] and segments[1] in _GROUPS else 2])


def parents_of(path: str) -> tuple[str, ...]:
    """Every region whose invalidation reaches a path: its own, its group's, and everything."""
    region = region_of(path)
    group = "/".join(region.split("/")[:2])
    return (region, EVERYTHING) if group == region else (region, group, EVERYTHING)


def stale_after(path: str) -> tuple[str, ...]:
    """The regions that a write to a path makes stale, its own first."""
    found: dict[str, None] = {}
    for region in _names_of(region_of(path)):
        found[region] = None
        for parent in parents_of(region):
            for dependent in _dependents().get(parent, ()):
                found.update(dict.fromkeys(_names_of(dependent)))
    return tuple(found)


@cache
def _dependents() -> dict[str, tuple[str, ...]]:
    """Return the regions that lean on others, as `effects` tells of reads and of rows."""
    found = {region: dict.fromkeys(others) for region, others in READS.items()}
    for effect in ON_ROWS:
        written, stale = region_of(effect.path), region_of(effect.collection)
        if written != stale:
            found.setdefault(written, {})[stale] = None
    return {region: tuple(others) for region, others in found.items()}


def _names_of(region: str) -> tuple[str, ...]:
    """A region, and what the other version of the API calls it or its group."""
    names = parents_of(region)
    twins = [two for one, two in _TWINS if one in names] + [
        one for one, two in _TWINS if two in names
    ]
    return (region, *twins)


class CacheBackend(Protocol):
    """Where answers and generations are kept; implementations are thread-safe."""

    def generations(self, store_key: str, regions: tuple[str, ...]) -> str | None:
        """A text that changes when any of the regions is bumped; None if that is unknown."""

    def bump(self, store_key: str | None, regions: tuple[str, ...]) -> None:
        """Make everything stale that was asked in these regions (None: of every store)."""

    def get(self, key: str) -> Response | None:
        """The answer kept under a key."""

    def set(self, key: str, response: Response, ttl: float) -> None:
        """Keep an answer for `ttl` seconds."""

    def clear(self) -> None:
        """Forget all answers."""


class MemoryBackend:
    """Answers in this process: a `cachetools.TTLCache`."""

    def __init__(self, ttl: float, maxsize: int) -> None:
        self._lock = threading.Lock()
        self._entries: TTLCache[str, Response] = TTLCache(maxsize, ttl)
        self._generations: dict[tuple[str | None, str], int] = {}
        self._epoch = 0

    def generations(self, store_key: str, regions: tuple[str, ...]) -> str:
        """See `CacheBackend.generations`."""
        with self._lock:
            counters = [
                self._generations.get((key, region), 0)
                for region in regions
                for key in (store_key, None)
            ]
            return ".".join(map(str, [self._epoch, *counters]))

    def bump(self, store_key: str | None, regions: tuple[str, ...]) -> None:
        """See `CacheBackend.bump`."""
        with self._lock:
            for region in regions:
                key = (store_key, region)
                self._generations[key] = self._generations.get(key, 0) + 1

    def get(self, key: str) -> Response | None:
        """See `CacheBackend.get`."""
        with self._lock:
            return self._entries.get(key)

    def set(self, key: str, response: Response, ttl: float) -> None:  # noqa: ARG002 - fixed
        """See `CacheBackend.set`."""
        with self._lock:
            self._entries[key] = response

    def clear(self) -> None:
        """See `CacheBackend.clear`."""
        with self._lock:
            # Reads that are on their way must not bring old answers back.
            self._epoch += 1
            self._entries.clear()


class _Flight:
    """One request that several threads wait for."""

    def __init__(self) -> None:
        self.landed = threading.Event()
        self.response: Response | None = None
        self.error: ApiError | None = None


class Cache:
    """An opt-in cache of reads; share one between clients, or give each its own.

    Args:
        ttl: Seconds that an answer is kept.
        maxsize: Answers that are kept in this process.
        paths: Paths whose reads are kept, with everything below them; None for all.
        backend: Keeps the answers somewhere else, for example in Redis.

    Attributes:
        hits: Reads that needed no request.
        misses: Reads that did.

    Example:
        >>> cache = Cache(ttl=30, paths=["v3/catalog/brands"])
        >>> cache.covers("v3/catalog/brands/7"), cache.covers("v2/orders")
        (True, False)
    """

    def __init__(
        self,
        ttl: float = 60.0,
        maxsize: int = 1024,
        paths: Iterable[str] | None = None,
        backend: CacheBackend | None = None,
    ) -> None:
        self._ttl = ttl
        self._paths = None if paths is None else tuple(path.rstrip("/") for path in paths)
        self._backend = backend or MemoryBackend(ttl, maxsize)
        self._flights: dict[str, _Flight] = {}
        self._lock = threading.Lock()
        self.hits = 0
        self.misses = 0

    def covers(self, path: str) -> bool:
        """Whether reads of this path are kept."""
        if self._paths is None:
            return True
        return any(path == known or path.startswith(f"{known}/") for known in self._paths)

    def fetch(
        self,
        store_key: str,
        request: Request,
        load: Callable[[], Response],
        *,
        reader: str = "",
        ends: float | None = None,
        fresh: bool = False,
    ) -> tuple[Response, bool]:
        """The answer to a GET, kept or loaded, and whether it needed no request of ours.

        Threads that ask the same at the same time share one request and its error.

        Args:
            store_key: Names the store.
            request: What is asked; its header fields are not part of the key.
            load: Sends the request.
            reader: Tells who asks, and where: what one token may read, another may not, and
                a store's hash on another host is another store's.
            ends: `time.monotonic` moment by which another thread's request must be over.
            fresh: Ask the store, and keep its answer for the next reader.

        Raises:
            ApiError: What `load` raised, or `DeadlineExceeded`.
        """
        generations = self._backend.generations(store_key, parents_of(request.path))
        if generations is None:
            self._count(hit=False)
            return load(), False
        query = "&".join(sorted(request.query.split("&")))
        key = f"{store_key}:{reader}:{generations}:{request.path}?{query}"
        if fresh:
            self._count(hit=False)
            return self._load(key, load), False
        while True:
            kept = self._backend.get(key)
            if kept is not None:
                self._count(hit=True)
                return kept, True
            with self._lock:
                flight = self._flights.get(key)
                leads = flight is None
                if flight is None:
                    flight = self._flights[key] = _Flight()
            if leads:
                self._count(hit=False)
                return self._lead(key, flight, load), False
            shared = self._follow(flight, request, ends)
            if shared is not None:
                self._count(hit=True)
                return shared, True

    def written(self, store_key: str, path: str) -> None:
        """Drop what a write to a path makes stale; see `bcorm.http.cache`."""
        self._backend.bump(store_key, stale_after(path))

    def invalidate(self, path: str | None = None, *, store_key: str | None = None) -> None:
        """Drop the reads of a path's region and of what leans on it.

        Args:
            path: A path or region, such as `v3/catalog/products`; None for everything.
            store_key: Only of this store; None for all.
        """
        if path is not None:
            self._backend.bump(store_key, stale_after(path))
        elif store_key is not None:
            self._backend.bump(store_key, (EVERYTHING,))
        else:
            self._backend.clear()

    def _lead(self, key: str, flight: _Flight, load: Callable[[], Response]) -> Response:
        try:
            flight.response = response = self._load(key, load)
        except ApiError as error:
            # A copy: threads that raise one exception object write into one traceback.
            flight.error = copy(error)
            raise
        else:
            return response
        finally:
            with self._lock:
                del self._flights[key]
            flight.landed.set()

    def _load(self, key: str, load: Callable[[], Response]) -> Response:
        response = load()
        if response.status in {200, 204}:
            self._backend.set(key, response, self._ttl)
        return response

    @staticmethod
    def _follow(flight: _Flight, request: Request, ends: float | None) -> Response | None:
        """The leader's answer; None if it was interrupted and somebody else must lead."""
        timeout = None if ends is None else max(0.0, ends - time.monotonic())
        if not flight.landed.wait(timeout):
            raise DeadlineExceeded(
                "another thread's request for the same was not answered in time",
                method=request.method,
                path=request.path,
                retry_safe=True,
            )
        if flight.error is not None:
            raise copy(flight.error)
        return flight.response

    def _count(self, *, hit: bool) -> None:
        with self._lock:
            self.hits += hit
            self.misses += not hit

    def __repr__(self) -> str:
        return f"<Cache {self.hits} hits, {self.misses} misses>"
