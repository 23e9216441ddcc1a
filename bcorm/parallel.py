"""Floor 5: one function over all objects of a queryset, in threads, processes or a cluster.

`map` takes any `concurrent.futures.Executor`, such as a `ProcessPoolExecutor` or the one that a
Dask client hands out (`client.get_executor()`). Workers in other processes take the store's
credentials from their own environment; nothing secret travels. With `BCORM_REDIS_URL` in it, all
of them share the store's quota.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Generic, TypeVar

import attrs

from bcorm.exceptions import QueryError
from bcorm.model.resource import Resource
from bcorm.session.partitions import Partition

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Executor, Future

    from bcorm.model.queryset import QuerySet
    from bcorm.session import Session

__all__ = ["map"]

R = TypeVar("R", bound=Resource)
T = TypeVar("T")

THREADS = 4
"""Threads that work when no executor is given."""

PIECES_PER_WORKER = 4
"""Pieces are cut smaller than the workers are many, so that none waits for the slowest."""

_UNKNOWN_WORKERS = 4


def map(  # noqa: A001 - the word that executors and the builtin use
    queryset: QuerySet[R, ...],
    fn: Callable[[R], T],
    *,
    executor: Executor | None = None,
    partitions: int | None = None,
    commit: bool = False,
    connect: Callable[[], Session] | None = None,
) -> Iterator[T]:
    """Call `fn` with every object of a queryset, and yield what it returns in the queryset's order.

    Args:
        queryset: what to read; see `QuerySet.partitions` for what can be cut into pieces.
        fn: called with one object, whose session is its piece's own. For other processes it must
            be importable there, and what it returns must pickle.
        executor: where to run; by default a few threads of this process.
        partitions: how many pieces; by default some for each worker.
        commit: whether each piece commits what `fn` has changed when its rows are through.
        connect: returns a session of the store in a worker; by default the environment names it.

    Raises:
        QueryError: the queryset cannot be cut into pieces.
        ConfigurationError: a worker's environment names no store, or another one.
        Exception: what `fn` or a commit raised, when its turn comes. Pieces that have not begun
            are called off; what others have committed stays.
    """
    own = ThreadPoolExecutor(THREADS, thread_name_prefix="bcorm-map") if executor is None else None
    pool = executor or own
    assert pool is not None
    try:
        count = partitions or _workers(pool) * PIECES_PER_WORKER
        task = _Task(fn, commit, connect)
        waiting = [pool.submit(task, piece) for piece in queryset.partitions(count)]
    except BaseException:
        if own is not None:
            own.shutdown()
        raise
    return _results(waiting, own)


def _results(waiting: list[Future[list[T]]], own: ThreadPoolExecutor | None) -> Iterator[T]:
    try:
        while waiting:
            yield from waiting.pop(0).result()
    finally:
        for future in waiting:
            future.cancel()
        if own is not None:
            own.shutdown()


def _workers(executor: Executor) -> int:
    """How many workers an executor has, as far as it says."""
    count = getattr(executor, "_max_workers", None)
    if isinstance(count, int):
        return count
    client = getattr(executor, "_client", None)  # Dask's
    if client is not None:
        return max(1, int(sum(client.nthreads().values())))
    return os.cpu_count() or _UNKNOWN_WORKERS


@attrs.frozen
class _Task(Generic[R, T]):
    """What a worker does with a piece."""

    fn: Callable[[R], T]
    commit: bool
    connect: Callable[[], Session] | None

    def __call__(self, piece: Partition[R]) -> list[T]:
        session = piece.session() if self.connect is None else self.connect()
        if session.client.store_key != piece.store_key:
            raise QueryError(
                f"the piece is of the store {piece.store_key!r}, and connect() has opened "
                f"{session.client.store_key!r}"
            )
        with session:
            found = [self.fn(item) for item in piece.queryset(session).iterator()]
            if self.commit:
                session.commit()
        return found
