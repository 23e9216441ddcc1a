"""The books of a store's quota in Redis: `bcorm.http.budget` for many processes.

The same arithmetic as `WindowBudget`, in two Lua scripts that Redis runs atomically and by
its own clock. Requests in flight are members of a sorted set rather than a number, so that
those of a process that died are forgotten after a while.
"""

from __future__ import annotations

import itertools
import uuid
from collections import deque
from typing import TYPE_CHECKING, Any, Protocol

from bcorm.http.budget import BELIEVED, MARGIN, RELEASE, RESERVE, SCARCE, WindowBudget

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcorm.http.quota import Quota

# Seconds after which a request in flight is taken to have died with its process.
HORIZON = 120.0
# How soon to ask again when only an answer to another process can help: nobody tells us.
POLL = 0.01
# A quota that nobody has used for so long is forgotten.
KEPT = 3600

_PREPARE = """
local clock = redis.call('TIME')
local now = tonumber(clock[1]) + tonumber(clock[2]) / 1000000
local books = {}
local raw = redis.call('HGETALL', KEYS[1])
for i = 1, #raw, 2 do books[raw[i]] = tonumber(raw[i + 1]) end
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
if books.believed and now >= books.believed then
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
local free = books.left - flying
if not books['end'] then
  if free >= asked or flying == 0 then return taken() end
  return '-1'
end
local rest = books['end'] - now
local release = rest - books.window * {RELEASE}
local kept = 0
if bulk then kept = queued + (release > 0 and reserve or 0) end
local room = free - kept
if room < asked then
  if room + flying >= asked then return '-1' end
  if bulk and release > 0 and free - queued >= asked then return after(release) end
  return after(rest)
end
if not bulk or room >= books.limit * {SCARCE} then return taken() end
local since = math.max(books.last or 0, books['end'] - books.window)
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
  if books.limit then write('left', books.left - 1)
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
    if first then write('left', left) else write('left', math.min(books.left, left)) end
    write('end', ends)
  end
elseif ends > books['end'] + window / 2 then
  write('rolled', books['end'])
  write('left', left)
  write('end', ends)
elseif ends > books['end'] - window / 2 then
  write('left', math.min(books.left, left))
  write('end', math.min(books['end'], ends))
end
"""
)


class Guard(Protocol):
    """Runs commands."""

    def __call__(self, command: Callable[[], Any], default: Any = None) -> Any:
        """The command's result, or `default` while Redis is away."""


class RedisBudget:
    """The shared books; see `bcorm.http.budget.Budget`.

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
