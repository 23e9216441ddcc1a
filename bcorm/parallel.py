"""One function over all objects of a queryset, in threads, processes or a cluster.

`map` takes any `concurrent.futures.Executor`, such as a `ProcessPoolExecutor` or the one that a
Dask client hands out (`client.get_executor()`). Workers in other processes take the store's
credentials from their own environment; nothing secret travels. With `BCORM_REDIS_URL` in it, all
of them share the store's quota.
"""

from __future__ import annotations

import os
import pickle
import traceback
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextvars import copy_context
from typing import TYPE_CHECKING, Any, Generic, TypeVar

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

    Work begins at once. Read the results to their end, also where they are of no interest: errors
    come out there.

    Args:
        queryset: what to read; see `QuerySet.partitions` for what can be cut into pieces.
        fn: called with one object, whose session is its piece's own. For other processes it must
            be importable there, and what it returns must pickle.
        executor: where to run; by default a few threads of this process.
        partitions: how many pieces; by default some for each worker.
        commit: whether each piece commits what `fn` has changed when its rows are through.
        connect: returns a session of the store in a worker; by default the environment names it.

    Raises:
        TypeError: `fn` cannot be called, or does not pickle for the processes of a
            `ProcessPoolExecutor`; nothing was sent.
        QueryError: the queryset cannot be cut into pieces.
        ConfigurationError: a worker's environment names no store, or another one.
        Exception: what `fn` or a commit raised, when its turn comes, and the executor's
            `BrokenExecutor` if a worker died. Pieces that have not begun are called off; what
            others have committed stays.
    """
    task = _Task(fn, commit, connect, isinstance(executor, ProcessPoolExecutor))
    _check(task)
    own = ThreadPoolExecutor(THREADS, thread_name_prefix="bcorm-map") if executor is None else None
    pool = executor or own
    assert pool is not None
    try:
        count = _workers(pool) * PIECES_PER_WORKER if partitions is None else partitions
        waiting = [_submitted(pool, task, piece) for piece in queryset.partitions(count)]
    except BaseException:
        if own is not None:
            own.shutdown()
        raise
    return _results(waiting, own)


def _check(task: _Task[Any, Any]) -> None:
    """Refuse before anything is sent what would fail in every worker. Raises TypeError."""
    if not callable(task.fn):
        raise TypeError(f"a function was expected, not {task.fn!r}")
    if not task.leaves:
        return  # threads pickle nothing, and clusters have picklers of their own
    try:
        pickle.dumps(task)
    except (pickle.PicklingError, TypeError, AttributeError) as error:
        raise TypeError(
            "the executor's processes have to import fn and connect: define them at the top of a "
            f"module ({error})"
        ) from error


def _submitted(pool: Executor, task: _Task[R, T], piece: Partition[R]) -> Future[list[T]]:
    """Give a piece to a worker; one of this process also knows what the work is a part of."""
    if isinstance(pool, ThreadPoolExecutor):
        return pool.submit(copy_context().run, task, piece)
    return pool.submit(task, piece)


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
    """What a worker does with a piece.

    Attributes:
        fn, commit, connect: see `map`.
        leaves: whether what comes of it is pickled for a process pool, which breaks down, without
            a word of why, over an error that does not unpickle.
    """

    fn: Callable[[R], T]
    commit: bool
    connect: Callable[[], Session] | None
    leaves: bool

    def __call__(self, piece: Partition[R]) -> list[T]:
        try:
            return self._run(piece)
        except Exception as error:
            if self.leaves and not _travels(error):
                told = "".join(traceback.format_exception(error))
                raise RuntimeError(f"an error that does not pickle:\n{told}") from None
            raise

    def _run(self, piece: Partition[R]) -> list[T]:
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


def _travels(error: Exception) -> bool:
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - what was pickled a moment ago
    except Exception:  # noqa: BLE001 - whatever its class does
        return False
    return True
