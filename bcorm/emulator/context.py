"""What an operation knows about its request, and the reply it gives.

`app` builds one `Context` per request; `crud` and the behaviours read it and write through
its `store`.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from bcorm.emulator import timestamps
from bcorm.emulator.errors import not_found
from bcorm.emulator.lies import LATE_STOCK_MS, Lies

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bcorm.emulator.registry import Registry
    from bcorm.emulator.resource import Resource
    from bcorm.emulator.store import Store
    from bcorm.emulator.tables import Id, Row


Disputed = Literal["refuse", "ignore", "obey"]


@dataclass(slots=True)
class Reply:
    """An answer: its status and the text of its body, if it has one."""

    status: int
    text: str | None = None
    headers: dict[str, str] = field(default_factory=dict)
    content_type: str = "application/json"


@dataclass(slots=True)
class Switches:
    """Behaviours of the real service that are not sure, or not wanted in every test.

    Attributes:
        strict: unknown query parameters of V3 are refused.
        disputed_filters: what is done with filters that a guide shows and no spec has.
        name_batch_rows: errors of a refused batch carry the index of the row ("1.price").
        concurrency_caps: endpoints with a documented cap on parallel calls answer 429 above it.
        inventory_lag_ms: how long after its answer an inventory adjustment takes effect.
    """

    strict: bool = True
    disputed_filters: Disputed = "refuse"
    name_batch_rows: bool = False
    concurrency_caps: bool = False
    inventory_lag_ms: int = 0


@dataclass(slots=True)
class Context:
    """One request, seen from an operation.

    Attributes:
        store: the shop's data, inside this request's transaction.
        registry: every resource there is.
        store_hash: the store of the URL. version: `v2` or `v3`.
        ids: the ids in the path, outermost first.
        query: the query string, last value of each name.
        body: the parsed JSON body; `None` without one. files: the names of uploaded files.
        uploads: what is in those files.
        headers: the request's header fields, whose names ignore case.
        base: scheme, host and prefix that V2 links start with.
    """

    store: Store
    registry: Registry
    store_hash: str = "emulated"
    version: str = "v3"
    ids: tuple[Id, ...] = ()
    query: Mapping[str, str] = field(default_factory=dict)
    body: Any = None
    files: Mapping[str, str] = field(default_factory=dict)
    uploads: Mapping[str, bytes] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    base: str = ""
    switches: Switches = field(default_factory=Switches)
    lies: Lies = field(default_factory=Lies)
    clock: Callable[[], float] = time.time

    @property
    def now(self) -> int:
        """Seconds since 1970."""
        return int(self.clock())

    @property
    def stock_lag_ms(self) -> int:
        """How long after its answer an inventory adjustment takes effect."""
        late = LATE_STOCK_MS if "late-stock" in self.lies else 0
        return max(late, self.switches.inventory_lag_ms)

    def stamp(self, style: str, after: str | None = None) -> str:
        """The present moment, and always later than `after`: every change moves the date."""
        seconds = self.now
        if after:
            seconds = max(seconds, (timestamps.epoch(after) or 0) + 1)
        return STYLES[style](seconds)

    def child(self, ids: tuple[Id, ...], body: Any = None) -> Context:
        """The same request about another document, without its query string."""
        return Context(
            store=self.store,
            registry=self.registry,
            store_hash=self.store_hash,
            version=self.version,
            ids=ids,
            body=body,
            base=self.base,
            switches=self.switches,
            lies=self.lies,
            clock=self.clock,
        )

    def require(self, collection: str, key: Id) -> Row:
        """The document of that id.

        Raises:
            ApiError: 404, there is none.
        """
        row = self.store.get(collection, key)
        if row is None:
            raise not_found(self.version)
        return row

    def resource(self, path: str) -> Resource:
        """A resource by its path template."""
        return self.registry.by_path[path]


STYLES = {
    "offset": timestamps.offset_style,
    "zulu": timestamps.zulu_style,
    "mail": timestamps.mail_style,
    "sql": timestamps.sql_style,
    "unix": timestamps.unix_style,
}
