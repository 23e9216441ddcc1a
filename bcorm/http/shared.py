"""Sharing between processes and machines through Redis (`pip install bcorm[redis]`).

`RedisGovernor` keeps a store's quota and its concurrency caps in one place, `RedisBackend` a
cache, `RedisSeen` the deliveries that were handled. While Redis is away, the governor goes by this
process's own count and the cache asks the store, and both return to Redis when it is back.
`RedisSeen` raises, because nothing else can say what was seen elsewhere.

The quota's books are the arithmetic of `WindowBudget`, in two Lua scripts that Redis runs
atomically and by its own clock. Requests in flight are members of a sorted set rather than a
number, so that those of a process that died are forgotten after a while. So are the leases of
requests that have a cap of their own; nobody is told when a lease comes back, so who waits for one
asks again.
"""

from __future__ import annotations

import itertools
import json
import threading
import time
import uuid
from collections import defaultdict, deque
from typing import TYPE_CHECKING, Any
from weakref import WeakValueDictionary

from bcorm.exceptions import ConfigurationError
from bcorm.http import jsontext
from bcorm.http.credentials import masked, unseen
from bcorm.http.governor import (
    BELIEVED,
    MARGIN,
    RELEASE,
    RESERVE,
    SCARCE,
    Cap,
    Slots,
    StoreGovernor,
    WindowBudget,
)
from bcorm.http.message import Headers, Response

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcorm.http.message import Quota

# Seconds after which a request in flight is taken to have died with its process.
HORIZON = 120.0
# How soon to ask again when only an answer to another process can help: nobody tells us.
POLL = 0.01
# Beyond any number of requests and any moment in the books.
SANE = 1e12
# A quota that nobody has used for so long is forgotten.
KEPT = 3600

_PREPARE = f"""
local clock = redis.call('TIME')
local now = tonumber(clock[1]) + tonumber(clock[2]) / 1000000
local books = {{}}
local raw = redis.call('HGETALL', KEYS[1])
for i = 1, #raw, 2 do
  local value = tonumber(raw[i + 1])
  -- What is no number of ours (nor equal to itself) was not written by us.
  if value and value > -{SANE:.0f} and value < {SANE:.0f} then books[raw[i]] = value
  else redis.call('HDEL', KEYS[1], raw[i]) end
end
local function write(name, value)
  books[name] = value
  if value == nil then redis.call('HDEL', KEYS[1], name)
  else redis.call('HSET', KEYS[1], name, string.format('%.6f', value)) end
end
"""

# ARGV: bulk, queued, count, horizon, then left, limit, rest and window as the process knows them
# (limit 0: it does not), ids...  Returns the wait as text: "0" taken, "-1" unknown.
_TAKE = (
    _PREPARE
    + f"""
local bulk, queued, count = ARGV[1] == '1', tonumber(ARGV[2]), tonumber(ARGV[3])
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now - tonumber(ARGV[4]))
redis.call('ZREMRANGEBYSCORE', KEYS[2], now + tonumber(ARGV[4]), '+inf')
local flying = redis.call('ZCARD', KEYS[2])
local function taken()
  for i = 9, #ARGV do redis.call('ZADD', KEYS[2], string.format('%.6f', now), ARGV[i]) end
  write('last', now)
  redis.call('EXPIRE', KEYS[1], {KEPT})
  redis.call('EXPIRE', KEYS[2], {KEPT})
  return '0'
end
local function after(seconds)
  if seconds <= 0 then return taken() end
  return string.format('%.6f', seconds)
end
local told = (books.blocked or 0) > now or (books['end'] or 0) > now
local believed = books.believed or (told and now or now + 1)
if now >= believed or believed > now + {BELIEVED} + 1 then
  write('believed', nil)
  if (books.blocked or 0) > now then write('blocked', nil) end
  if (books['end'] or 0) > now then
    for _, name in ipairs({{'limit', 'left', 'window', 'end', 'rolled'}}) do write(name, nil) end
  end
end
if books.blocked and now < books.blocked then return after(books.blocked - now) end
if not books.limit and tonumber(ARGV[6]) > 0 then
  write('limit', tonumber(ARGV[6]))
  write('left', tonumber(ARGV[5]))
  write('window', tonumber(ARGV[8]))
  write('end', now + tonumber(ARGV[7]))
  write('believed', now + {BELIEVED})
end
if not books.limit then
  if books.unmetered or flying == 0 then return taken() end
  return '-1'
end
if books['end'] and now >= books['end'] then
  write('left', books.limit)
  write('rolled', books['end'])
  write('end', nil)
end
local reserve = math.floor(books.limit / {RESERVE})
local asked = math.max(1, math.min(count, books.limit - reserve))
local free = (books.left or books.limit) - flying
if not books['end'] then
  if free >= asked or flying == 0 then return taken() end
  return '-1'
end
local rest = books['end'] - now
local release = rest - (books.window or 0) * {RELEASE}
local kept = 0
if bulk then kept = queued + (release > 0 and reserve or 0) end
local room = free - kept
if room < asked then
  if room + flying >= asked then return '-1' end
  if bulk and release > 0 and free - queued >= asked then return after(release) end
  return after(rest)
end
if not bulk or room >= books.limit * {SCARCE} then return taken() end
local since = math.min(now, math.max(books.last or 0, books['end'] - (books.window or 0)))
return after(since + (books['end'] - since) / (room + 1) - now)
"""
)

# ARGV: id, answered, blocked, and of the quota: left, limit, reset, window (or nothing).
_GIVE = (
    _PREPARE
    + f"""
redis.call('ZREM', KEYS[2], ARGV[1])
local blocked = tonumber(ARGV[3])
if blocked > 0 or #ARGV >= 7 then write('believed', now + {BELIEVED}) end
if blocked > 0 then write('blocked', math.max(books.blocked or 0, now + blocked)) end
if #ARGV < 7 then
  if books.limit then write('left', (books.left or books.limit) - 1)
  elseif ARGV[2] == '1' then write('unmetered', 1) end
  return
end
local left, limit, window = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[7])
local ends = now + tonumber(ARGV[6]) + window * {MARGIN}
local first = not books.limit
write('limit', limit)
write('window', window)
write('unmetered', nil)
if not books['end'] then
  if first or ends > (books.rolled or 0) + window / 2 then
    if first then write('left', left) else write('left', math.min(books.left or left, left)) end
    write('end', ends)
  end
elseif ends > books['end'] + window / 2 then
  write('rolled', books['end'])
  write('left', left)
  write('end', ends)
elseif ends > books['end'] - window / 2 then
  write('left', math.min(books.left or left, left))
  write('end', math.min(books['end'], ends))
end
"""
)


class RedisBudget:
    """The shared books; see `bcorm.http.governor.Budget`.

    Args:
        redis: A `redis.Redis` client.
        name: Key of the store's books.
        guard: Runs commands, and answers the default while Redis is away.
        horizon: Seconds after which a request in flight is taken to have died.
    """

    def __init__(self, redis: Any, name: str, guard: Guard, *, horizon: float = HORIZON) -> None:
        self._horizon = horizon
        # Braces keep both keys on one node of a cluster.
        self._keys = [f"{{{name}}}", f"{{{name}}}:flying"]
        self._take = redis.register_script(_TAKE)
        self._give = redis.register_script(_GIVE)
        self._redis = redis
        self._guard = guard
        # Kept up to date all along: what to go by while Redis is away.
        self._own = WindowBudget()
        self.forget()

    def forget(self) -> None:
        """See `Budget.forget`; what the parent has in flight stays the parent's."""
        self._own.forget()
        self._flying: deque[str] = deque()
        self._names = map("{}:{}".format, itertools.repeat(uuid.uuid4().hex), itertools.count())

    def take(self, now: float, *, bulk: bool, queued: int = 0, count: int = 1) -> float:
        """See `Budget.take`."""
        names = list(itertools.islice(self._names, count))
        # A Redis that has just come back knows nothing: it learns from whoever asks first.
        known = self._own.known(now) or (0, 0, 0, 0)
        asked = [int(bulk), queued, count, self._horizon, *known, *names]
        wait = self._guard(lambda: self._take(self._keys, asked))
        if wait is None:
            return self._own.take(now, bulk=bulk, queued=queued, count=count)
        seconds = float(wait)
        if seconds == 0:
            self._own.taken(now, count)
            self._flying.extend(names)
            return 0.0
        return POLL if seconds < 0 else seconds

    def most(self, count: int) -> int:
        """See `Budget.most`; of this process's knowledge, as it grows with each answer."""
        return self._own.most(count)

    def give(
        self, now: float, quota: Quota | None, *, answered: bool, blocked: float = 0.0
    ) -> None:
        """See `Budget.give`."""
        self._own.give(now, quota, answered=answered, blocked=blocked)
        # Which of our requests it was does not matter: only their number counts. One that
        # was sent while Redis was away has no name there.
        name = self._flying.popleft() if self._flying else ""
        told = [name, int(answered), blocked]
        if quota is not None:
            told += [quota.left, quota.limit, quota.reset, quota.window]
        self._guard(lambda: self._give(self._keys, told))

    def cancel(self, count: int) -> None:
        """See `Budget.cancel`."""
        self._own.cancel(count)
        names = [self._flying.popleft() for _ in range(min(count, len(self._flying)))]
        if names:
            self._guard(lambda: self._redis.zrem(self._keys[1], *names))


# How soon to ask again for a slot that another process holds.
POLL_SLOTS = 0.02

# ARGV: lease, limit, horizon. Returns 1 if the lease was given.
_ACQUIRE = """
local clock = redis.call('TIME')
local now = tonumber(clock[1]) + tonumber(clock[2]) / 1000000
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - tonumber(ARGV[3]))
redis.call('ZREMRANGEBYSCORE', KEYS[1], now + tonumber(ARGV[3]), '+inf')
if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[2]) then return 0 end
redis.call('ZADD', KEYS[1], string.format('%.6f', now), ARGV[1])
redis.call('EXPIRE', KEYS[1], math.ceil(tonumber(ARGV[3])))
return 1
"""


class RedisSlots(Slots):
    """The running requests of one store, by cap, of all processes.

    Args:
        redis: A `redis.Redis` client.
        name: What the store's keys begin with.
        guard: Runs commands, and answers the default while Redis is away.
        horizon: Seconds after which a running request is taken to have died.
    """

    def __init__(self, redis: Any, name: str, guard: Guard, *, horizon: float) -> None:
        super().__init__()
        self._redis = redis
        self._name = name
        self._guard = guard
        self._horizon = horizon
        self._acquire = redis.register_script(_ACQUIRE)
        self._leases: defaultdict[Cap, deque[str]] = defaultdict(deque)

    def forget(self) -> None:
        """See `Slots.forget`; the parent's leases stay the parent's."""
        super().forget()
        self._leases = defaultdict(deque)

    def acquire(self, cap: Cap, timeout: float | None) -> bool:
        """See `Slots.acquire`. While Redis is away, this process's own slots are enough."""
        ends = None if timeout is None else time.monotonic() + timeout
        if not super().acquire(cap, timeout):
            return False
        lease = uuid.uuid4().hex
        asked = [lease, cap.limit, self._horizon]
        try:
            while not self._guard(lambda: self._acquire([self._key(cap)], asked), default=1):
                if ends is not None and time.monotonic() + POLL_SLOTS >= ends:
                    super().release(cap)
                    return False
                time.sleep(POLL_SLOTS)
        except BaseException:
            super().release(cap)
            raise
        self._leases[cap].append(lease)
        return True

    def release(self, cap: Cap) -> None:
        """See `Slots.release`. Which of our leases it was does not matter."""
        lease = self._leases[cap].popleft()
        super().release(cap)
        self._guard(lambda: self._redis.zrem(self._key(cap), lease))

    def _key(self, cap: Cap) -> str:
        return f"{self._name}:running:{cap.methods}:{cap.template}"


__all__ = ["RedisBackend", "RedisGovernor", "RedisSeen"]

# Redis is beside us or it is down; nobody waits longer for it than for the store.
TIMEOUT = 0.5
# Seconds after a failure during which Redis is left alone.
PAUSE = 1.0


def connect(redis: Any) -> Any:
    """A Redis client from a URL; a client is returned as it is.

    Raises:
        ConfigurationError: The `redis` package is missing, or the URL is none.
    """
    if not isinstance(redis, str):
        return redis
    redis = masked(redis)
    try:
        from redis import Redis  # noqa: PLC0415 - an extra
        from redis.backoff import NoBackoff  # noqa: PLC0415
        from redis.retry import Retry  # noqa: PLC0415
    except ImportError:
        raise ConfigurationError("this needs redis: pip install 'bcorm[redis]'") from None
    try:
        return unseen(
            lambda: Redis.from_url(
                redis,
                socket_timeout=TIMEOUT,
                socket_connect_timeout=TIMEOUT,
                retry=Retry(NoBackoff(), 1),
            )
        )
    except ValueError:
        pass  # it quotes the URL, which may carry a password
    raise ConfigurationError("the Redis URL must look like redis://host:6379/0")


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
        redis: A URL such as `redis://localhost:6379/0`, or a `redis.Redis` client.
        prefix: Put in front of the keys.
        horizon: Seconds after which a request in flight is taken to have died with its
            process; longer than any request lasts.
    """

    def __init__(self, redis: Any, *, prefix: str = "bcorm", horizon: float = HORIZON) -> None:
        redis = masked(redis)  # it may have a password
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
    """Keeps a `Cache`'s answers in Redis: `Cache(ttl=60, backend=RedisBackend(url))`.

    While Redis is away, every read asks the store. An invalidation that Redis did not hear
    is told before anything is read from it again; other processes may serve the old answer
    meanwhile, at most until its time is over.

    Args:
        redis: A URL or a `redis.Redis` client.
        prefix: Put in front of the keys.
    """

    def __init__(self, redis: Any, *, prefix: str = "bcorm") -> None:
        redis = masked(redis)  # it may have a password
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
        redis = masked(redis)  # it may have a password
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
    return value.decode(errors="backslashreplace") if isinstance(value, bytes) else value


def _encode(response: Response) -> bytes:
    head = json.dumps([response.status, dict(response.headers.redacted())])
    return head.encode() + b"\n" + response.body


def _decode(kept: bytes | str) -> Response | None:
    try:
        head, _, body = (kept.encode() if isinstance(kept, str) else kept).partition(b"\n")
        status, headers = jsontext.loads(head)
        words = [word for field in headers.items() for word in field]
    except (ValueError, TypeError, AttributeError):
        return None  # somebody else's key, or an older version's
    if status not in (200, 204) or not all(isinstance(word, str) for word in words):
        return None
    return Response(int(status), Headers(headers), body)
