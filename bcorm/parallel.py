"""One function over all objects of a queryset, in threads, processes or a cluster.

`map` takes any `concurrent.futures.Executor`, such as a `ProcessPoolExecutor` or the one that a
Dask client hands out (`client.get_executor()`). Workers in other processes take the store's
credentials from their own environment; nothing secret travels. With `BCORM_REDIS_URL` in it, all
of them share the store's quota.

With `commit=True` each piece writes a journal before it writes to the store. A cluster runs a piece
again whose worker has died: it finds the journal and finishes that, instead of calling the function
with rows that it has changed already.
"""

from __future__ import annotations

import os
import pickle
import shutil
import tempfile
import traceback
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextvars import copy_context
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from uuid import uuid4

import attrs

from bcorm.exceptions import CommitError, ConfigurationError, QueryError
from bcorm.model.executor import current
from bcorm.model.resource import Resource
from bcorm.session.journal import Journal
from bcorm.session.partitions import Partition
from bcorm.session.recover import recover

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from concurrent.futures import Executor, Future

    from typing_extensions import Self

    from bcorm.model.queryset import QuerySet
    from bcorm.model.report import Failure
    from bcorm.session import CommitReport, Session

__all__ = ["MapReport", "Mapped", "map"]

R = TypeVar("R", bound=Resource)
T = TypeVar("T")

THREADS = 4
"""Threads that work when no executor is given."""

PIECES_PER_WORKER = 4
"""Pieces are cut smaller than the workers are many, so that none waits for the slowest."""

_UNKNOWN_WORKERS = 4

# What the folder of journals is known by.
_MARK = "bcorm-map"


def map(  # noqa: A001 - the word that executors and the builtin use
    queryset: QuerySet[R],
    fn: Callable[[R], T],
    *,
    executor: Executor | None = None,
    partitions: int | None = None,
    commit: bool = False,
    connect: Callable[[], Session] | None = None,
    journals: str | os.PathLike[str] | None = None,
) -> Mapped[T]:
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
        journals: with `commit`, a folder that all workers see, for the journals of the pieces; by
            default one among this machine's temporary files. What is in it is readable by its
            owner only, and gone once all pieces are read to their end and saved.

    Returns:
        The results, an iterator, whose `report` says what all pieces together have saved.

    Raises:
        TypeError: `fn` cannot be called, or does not pickle for the processes of a
            `ProcessPoolExecutor`; nothing was sent.
        QueryError: the queryset cannot be cut into pieces.
        ConfigurationError: a worker's environment names no store, or another one, or it does not
            see the folder of the journals.
        CommitError: not all of a piece was saved, or nobody knows whether it was, and its turn
            has come; `.report` is that piece's.
        Exception: what `fn` or a commit raised, when its turn comes, and the executor's
            `BrokenExecutor` if a worker died. Pieces that have not begun are called off; what
            others have committed stays.
    """
    folder = _folder(journals) if commit else None
    task = _Task(fn, folder, connect, isinstance(executor, ProcessPoolExecutor))
    own = ThreadPoolExecutor(THREADS, thread_name_prefix="bcorm-map") if executor is None else None
    pool = executor or own
    assert pool is not None
    try:
        _check(task)
        count = _workers(pool) * PIECES_PER_WORKER if partitions is None else partitions
        waiting = [_submitted(pool, task, piece) for piece in queryset.partitions(count)]
    except BaseException:
        if own is not None:
            own.shutdown()
        _drop(folder)
        raise
    return Mapped(waiting, own, folder)


def _folder(journals: str | os.PathLike[str] | None) -> str:
    """Make the folder of one run's journals, and leave in it by what the workers know it."""
    if journals is None:
        made = Path(tempfile.mkdtemp(prefix="bcorm-map-"))
    else:
        made = Path(journals) / f"bcorm-map-{uuid4().hex}"
        made.mkdir(mode=0o700, parents=True)
    (made / _MARK).touch()
    return str(made.resolve())


def _drop(folder: str | None) -> None:
    if folder is not None:
        shutil.rmtree(folder, ignore_errors=True)


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


def _submitted(pool: Executor, task: _Task[R, T], piece: Partition[R]) -> Future[_Done[T]]:
    """Give a piece to a worker; one of this process also knows what the work is a part of."""
    if isinstance(pool, ThreadPoolExecutor):
        return pool.submit(copy_context().run, task, piece)
    return pool.submit(task, piece)


@attrs.define(eq=False)
class MapReport:
    """What the pieces have written that were read so far. True if everything was saved.

    Attributes:
        saved: how many objects were saved.
        failed: those that were not, and why.
        unknown: those of which nobody knows.
        requests: how many requests the commits took.
    """

    saved: int = 0
    failed: list[Failure] = attrs.field(factory=list)
    unknown: list[Failure] = attrs.field(factory=list)
    requests: int = 0

    def __bool__(self) -> bool:
        return not self.failed and not self.unknown

    def add(self, report: CommitReport) -> None:
        """Add what a piece has written."""
        self.saved += len(report.saved)
        self.failed += report.failed
        self.unknown += report.unknown
        self.requests += report.requests


class Mapped(Iterator[T]):
    """What `map` returns: results, in the queryset's order, and one report.

    Args:
        waiting: the pieces.
        own: the threads that are to be ended with them, if they are this call's own.
        folder: the folder of their journals, if they commit.

    Attributes:
        report: what was written by the pieces whose results were read so far.
    """

    def __init__(
        self, waiting: list[Future[_Done[T]]], own: ThreadPoolExecutor | None, folder: str | None
    ) -> None:
        self.report = MapReport()
        self._folder = folder
        self._results = self._read(waiting, own)

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> T:
        return next(self._results)

    def close(self) -> None:
        """Call off the pieces that have not begun."""
        self._results.close()

    def _read(
        self, waiting: list[Future[_Done[T]]], own: ThreadPoolExecutor | None
    ) -> Generator[T, None, None]:
        try:
            while waiting:
                try:
                    done = waiting.pop(0).result()
                except CommitError as error:
                    self.report.add(error.report)
                    raise
                self.report.saved += done.saved
                self.report.requests += done.requests
                yield from done.values
            _drop(self._folder)  # whatever else is in it, is wanted by nobody
        finally:
            for future in waiting:
                future.cancel()
            if own is not None:
                own.shutdown()


@attrs.frozen
class _Done(Generic[T]):
    """What a worker gives back of a piece."""

    values: list[T]
    saved: int = 0
    requests: int = 0


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
        fn, connect: see `map`.
        folder: where the pieces write their journals, if they commit.
        leaves: whether what comes of it is pickled for a process pool, which breaks down, without
            a word of why, over an error that does not unpickle.
    """

    fn: Callable[[R], T]
    folder: str | None
    connect: Callable[[], Session] | None
    leaves: bool

    def __call__(self, piece: Partition[R]) -> _Done[T]:
        try:
            return self._run(piece)
        except Exception as error:
            if self.leaves and not _travels(error):
                told = "".join(traceback.format_exception(error))
                raise RuntimeError(f"an error that does not pickle:\n{told}") from None
            raise

    def _run(self, piece: Partition[R]) -> _Done[T]:
        session = piece.session() if self.connect is None else self.connect()
        if session.client.store_key != piece.store_key:
            raise QueryError(
                f"the piece is of the store {piece.store_key!r}, and connect() has opened "
                f"{session.client.store_key!r}"
            )
        with current(session):
            if self.folder is None:
                return _Done([self.fn(item) for item in piece.queryset(session).iterator()])
            return self._commit(piece, session, Path(self.folder))

    def _commit(self, piece: Partition[R], session: Session, folder: Path) -> _Done[T]:
        """Call the function with the rows and save what it changes; only once, whoever dies."""
        if not (folder / _MARK).exists():
            raise ConfigurationError(
                f"this worker does not see {folder}: name a folder that all workers share, with "
                "map(..., journals=...), so that a piece whose worker dies is not done twice"
            )
        journal, results = folder / f"{piece.number}.db", folder / f"{piece.number}.results"
        book = Journal(journal, session.client.store_key)
        if book.entries():
            # Another worker has begun to write this piece: the rows may be changed already.
            book.close()
            report = recover(journal, session)
            return _Done(_load(results), len(report.saved), report.requests)
        session.journal = book
        try:
            found = [self.fn(item) for item in piece.queryset(session).iterator()]
            # Before the journal is written, so that whoever finds that finds these.
            _keep(results, found)
            report = session.commit()
        finally:
            session.journal.close()
            session.journal = None
        return _Done(found, len(report.saved), report.requests)


def _keep(path: Path, values: list[Any]) -> None:
    """Write down what the function has returned; a piece is not moved if it does not pickle."""
    try:
        told = pickle.dumps(values)
    except Exception:  # noqa: BLE001 - whatever its classes do
        told = b""
    made = path.with_suffix(".part")
    made.write_bytes(told)
    made.replace(path)


def _load(path: Path) -> list[Any]:
    told = path.read_bytes()
    if not told:
        raise RuntimeError(
            "the piece was saved by a worker that died, and what the function had returned there "
            "does not pickle"
        )
    found: list[Any] = pickle.loads(told)  # noqa: S301 - written by us, readable by us alone
    return found


def _travels(error: Exception) -> bool:
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - what was pickled a moment ago
    except Exception:  # noqa: BLE001 - whatever its class does
        return False
    return True
