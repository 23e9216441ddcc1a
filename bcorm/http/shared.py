"""Sharing between processes and machines through Redis (``pip install bcorm[redis]``).

`RedisGovernor` keeps a store's quota and its concurrency caps in one place, `RedisBackend` a
cache, `RedisSeen` the deliveries that were handled. While Redis is away, the governor goes by this
process's own count and the cache asks the store, and both return to Redis when it is back.
`RedisSeen` raises, because nothing else can say what was seen elsewhere.
"""

from __future__ import annotations

import json
import threading
import time
from typing import TYPE_CHECKING, Any
from weakref import WeakValueDictionary

from bcorm.exceptions import ConfigurationError
from bcorm.http.governor import StoreGovernor
from bcorm.http.message import Headers, Response
from bcorm.http.redis_budget import HORIZON, RedisBudget
from bcorm.http.redis_slots import RedisSlots

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["RedisBackend", "RedisGovernor", "RedisSeen"]

# Redis is beside us or it is down; nobody waits longer for it than for the store.
TIMEOUT = 0.5
# Seconds after a failure during which Redis is left alone.
PAUSE = 1.0


def connect(redis: Any) -> Any:
    """A Redis client from a URL; a client is returned as it is.

    Raises:
        ConfigurationError: The ``redis`` package is missing, or the URL is none.
    """
    if not isinstance(redis, str):
        return redis
    try:
        from redis import Redis  # noqa: PLC0415 - an extra
        from redis.backoff import NoBackoff  # noqa: PLC0415
        from redis.retry import Retry  # noqa: PLC0415
    except ImportError:
        raise ConfigurationError("this needs redis: pip install 'bcorm[redis]'") from None
    try:
        return Redis.from_url(
            redis,
            socket_timeout=TIMEOUT,
            socket_connect_timeout=TIMEOUT,
            retry=Retry(NoBackoff(), 1),
        )
    except ValueError:
        # Without the URL in it: it may carry a password.
        raise ConfigurationError("the Redis URL must look like redis://host:6379/0") from None


class Guard:
    """Runs Redis commands; after a failure Redis is left alone for a moment."""

    def __init__(self, pause: float = PAUSE) -> None:
        from redis.exceptions import RedisError  # noqa: PLC0415 - an extra

        self._errors: tuple[type[Exception], ...] = (RedisError, OSError)
        self._pause = pause
        self._down_until = 0.0

    def __call__(self, command: Callable[[], Any], default: Any = None) -> Any:
        """The command's result, or `default` while Redis is away."""
        if time.monotonic() < self._down_until:
            return default
        try:
            return command()
        except self._errors:
            self._down_until = time.monotonic() + self._pause
            return default


class RedisGovernor:
    """Paces the requests of every process that uses the same Redis and store together.

    Pass one to `ApiClient(governor=...)`; it keeps a `StoreGovernor` for each store.

    Args:
        redis: A URL such as ``redis://localhost:6379/0``, or a `redis.Redis` client.
        prefix: Put in front of the keys.
        horizon: Seconds after which a request in flight is taken to have died with its
            process; longer than any request lasts.
    """

    def __init__(self, redis: Any, *, prefix: str = "bcorm", horizon: float = HORIZON) -> None:
        self._redis = connect(redis)
        self._prefix = prefix
        self._horizon = horizon
        self._governors: WeakValueDictionary[str, StoreGovernor] = WeakValueDictionary()
        self._lock = threading.Lock()

    def for_store(self, store_url: str) -> StoreGovernor:
        """The governor of one store; clients of this process share it."""
        with self._lock:
            governor = self._governors.get(store_url)
            if governor is None:
                name = f"{self._prefix}:quota:{store_url}"
                guard = Guard()
                budget = RedisBudget(self._redis, name, guard, horizon=self._horizon)
                slots = RedisSlots(self._redis, name, guard, horizon=self._horizon)
                governor = self._governors[store_url] = StoreGovernor(budget, slots)
            return governor


class RedisBackend:
    """Keeps a `Cache`'s answers in Redis: ``Cache(ttl=60, backend=RedisBackend(url))``.

    While Redis is away, every read asks the store. An invalidation that Redis did not hear
    is told before anything is read from it again; other processes may serve the old answer
    meanwhile, at most until its time is over.

    Args:
        redis: A URL or a `redis.Redis` client.
        prefix: Put in front of the keys.
    """

    def __init__(self, redis: Any, *, prefix: str = "bcorm") -> None:
        self._redis = connect(redis)
        self._prefix = prefix
        self._guard = Guard()
        self._owed: set[str] = set()
        self._lock = threading.Lock()

    def generations(self, store_key: str, regions: tuple[str, ...]) -> str | None:
        """See `CacheBackend.generations`."""
        if not self._settle():
            return None
        keys = [self._counter(None, None)]
        keys += [self._counter(key, region) for region in regions for key in (store_key, None)]
        counters = self._guard(lambda: self._redis.mget(keys))
        if counters is None:
            return None
        return ".".join("0" if counter is None else _text(counter) for counter in counters)

    def bump(self, store_key: str | None, regions: tuple[str, ...]) -> None:
        """See `CacheBackend.bump`."""
        with self._lock:
            self._owed.update(self._counter(store_key, region) for region in regions)
        self._settle()

    def get(self, key: str) -> Response | None:
        """See `CacheBackend.get`."""
        kept = self._guard(lambda: self._redis.get(self._entry(key)))
        return None if kept is None else _decode(kept)

    def set(self, key: str, response: Response, ttl: float) -> None:
        """See `CacheBackend.set`."""
        kept = _encode(response)
        self._guard(lambda: self._redis.set(self._entry(key), kept, px=max(1, int(ttl * 1000))))

    def clear(self) -> None:
        """See `CacheBackend.clear`."""
        with self._lock:
            self._owed.add(self._counter(None, None))
        self._settle()

    def _settle(self) -> bool:
        """Tell Redis the invalidations it has not heard; False if it cannot be told."""
        with self._lock:
            owed = list(self._owed)
            if not owed:
                return True

            def bump() -> bool:
                with self._redis.pipeline() as pipe:
                    for key in owed:
                        pipe.incr(key)
                    pipe.execute()
                return True

            if not self._guard(bump, default=False):
                return False
            self._owed.clear()
            return True

    def _counter(self, store_key: str | None, region: str | None) -> str:
        return f"{self._prefix}:generation:{store_key or '*'}:{region or '*'}"

    def _entry(self, key: str) -> str:
        return f"{self._prefix}:answer:{key}"


class RedisSeen:
    """Remembers keys across processes, for webhooks and signed payloads; atomic.

    Args:
        redis: A URL or a `redis.Redis` client.
        prefix: Put in front of the keys.
    """

    def __init__(self, redis: Any, *, prefix: str = "bcorm") -> None:
        self._redis = connect(redis)
        self._prefix = prefix

    def seen(self, key: str, ttl: float) -> bool:
        """Remember a key for `ttl` seconds; True if it was there already.

        Raises:
            redis.RedisError: Redis is away. Nothing here can say whether the key was seen
                elsewhere, and a webhook that is answered with an error is delivered again.
        """
        name = f"{self._prefix}:seen:{key}"
        return not self._redis.set(name, b"1", nx=True, px=max(1, int(ttl * 1000)))

    def forget(self, key: str) -> None:
        """Drop a key, so that the next `seen` answers False."""
        self._redis.delete(f"{self._prefix}:seen:{key}")


def _text(value: bytes | str) -> str:
    return value.decode() if isinstance(value, bytes) else value


def _encode(response: Response) -> bytes:
    head = json.dumps([response.status, dict(response.headers.redacted())])
    return head.encode() + b"\n" + response.body


def _decode(kept: bytes | str) -> Response | None:
    head, _, body = (kept.encode() if isinstance(kept, str) else kept).partition(b"\n")
    try:
        status, headers = json.loads(head)
        return Response(int(status), Headers(headers), body)
    except (ValueError, TypeError, AttributeError):
        return None  # somebody else's key, or an older version's
