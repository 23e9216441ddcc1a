"""The concurrency caps of a store in Redis: `bcorm.http.concurrency` for many processes.

A running request holds a lease, a member of its cap's sorted set by the time it began; those of
a process that died are forgotten after a while. Nobody is told when a lease comes back, so who
waits for one asks again.
"""

from __future__ import annotations

import time
import uuid
from collections import defaultdict, deque
from typing import TYPE_CHECKING, Any

from bcorm.http.concurrency import Cap, Slots

if TYPE_CHECKING:
    from bcorm.http.redis_budget import Guard

# How soon to ask again for a slot that another process holds.
POLL = 0.02

# ARGV: lease, limit, horizon. Returns 1 if the lease was given.
_ACQUIRE = """
local clock = redis.call('TIME')
local now = tonumber(clock[1]) + tonumber(clock[2]) / 1000000
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - tonumber(ARGV[3]))
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
                if ends is not None and time.monotonic() + POLL >= ends:
                    super().release(cap)
                    return False
                time.sleep(POLL)
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
