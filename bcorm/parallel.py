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
from collections import deque
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import suppress
from contextvars import copy_context
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from uuid import uuid4

import attrs

from bcorm.exceptions import CommitError, ConfigurationError, QueryError
from bcorm.model.resource import Resource
from bcorm.model.unit_of_work import current
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

AHEAD = 2
"""So many pieces for each worker are given out, or wait to be read, at a time."""

_UNKNOWN_WORKERS = 4

# How a note of ours begins.
_AT = "bcorm.parallel.map:"
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
    progress: Callable[[MapReport], object] | None = None,
) -> Mapped[T]:
    """Call `fn` with every object of a queryset, and yield what it returns in the queryset's order.

    Work begins at once, and goes on while results are read: only two pieces for each worker are
    under way, or wait to be read, at a time. Read the results to their end, also where they are of
    no interest: errors come out there.

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
        progress: is called, by whoever reads the results, with their `report` when a piece is done.

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
            `BrokenExecutor` if a worker died. A note on it names the piece, and the row with which
            `fn` was called. Pieces that have not begun are called off; those that have are waited
            for with `commit`, and what they have saved stays and is in the results' `report`.
    """
    folder = _folder(journals) if commit else None
    task = _Task(fn, folder, connect, isinstance(executor, ProcessPoolExecutor))
    own = ThreadPoolExecutor(THREADS, thread_name_prefix="bcorm-map") if executor is None else None
    pool = executor or own
    assert pool is not None
    try:
        _check(task)
        workers = _workers(pool)
        count = workers * PIECES_PER_WORKER if partitions is None else partitions
        flow = _Flow(pool, task, queryset.partitions(count), AHEAD * workers)
    except BaseException:
        if own is not None:
            own.shutdown()
        _drop(folder)
        raise
    return Mapped(flow, own, folder, progress)


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


class _Flow(Generic[T]):
    """Pieces on their way to workers and back, a bounded number at a time.

    Args:
        pool: the workers.
        task: what they do with a piece.
        pieces: all that there are.
        most: how many may be given out and not taken back.
    """

    def __init__(
        self, pool: Executor, task: _Task[Any, T], pieces: list[Partition[Any]], most: int
    ) -> None:
        self.total = len(pieces)
        self._pool = pool
        self._task = task
        self._pieces = deque(pieces)
        self._most = most
        self._context = copy_context()
        self._flying: deque[tuple[Partition[Any], Future[_Done[T]]]] = deque()
        self._fill()

    def _fill(self) -> None:
        while self._pieces and len(self._flying) < self._most:
            piece = self._pieces.popleft()
            self._flying.append((piece, self._submitted(piece)))

    def _submitted(self, piece: Partition[Any]) -> Future[_Done[T]]:
        """Give a piece to a worker; one of this process also knows what the work is a part of."""
        if isinstance(self._pool, ThreadPoolExecutor):
            return self._pool.submit(self._context.copy().run, self._task, piece)
        return self._pool.submit(self._task, piece)

    def take(self) -> _Done[T]:
        """Wait for the first piece that is out, and give out the next. Raises what it raised."""
        piece, future = self._flying.popleft()
        try:
            done = future.result()
        except Exception as error:
            _note(error, f"in {_named(piece)}")
            raise
        self._fill()
        return done

    def __bool__(self) -> bool:
        return bool(self._flying)

    def call_off(self) -> list[Future[_Done[T]]]:
        """Call off what has not begun, and return what has."""
        self._pieces.clear()
        begun = [future for _, future in self._flying if not future.cancel()]
        self._flying.clear()
        return begun


def _named(piece: Partition[Any]) -> str:
    return f"piece {piece.number + 1} of {piece.model.__name__}"


def _note(error: BaseException, note: str) -> None:
    """Add a note to an error, if it has no such: where, in the words of this module."""
    notes = getattr(error, "__notes__", [])
    if not any(_AT in one for one in notes):
        # Python 3.10 shows no notes, and keeps them.
        error.__notes__ = [*notes, f"{_AT} {note}"]  # type: ignore[attr-defined]


@attrs.define(eq=False)
class MapReport:
    """What the pieces have done that were read so far. True if everything was saved.

    Attributes:
        pieces: how many there are.
        done: how many of them were read.
        rows: how many objects they had.
        saved: how many objects were saved.
        failed: those that were not, and why.
        unknown: those of which nobody knows.
        requests: how many requests the commits took.
    """

    pieces: int = 0
    done: int = 0
    rows: int = 0
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
        flow: the pieces.
        own: the threads that are to be ended with them, if they are this call's own.
        folder: the folder of their journals, if they commit.
        progress: see `map`.

    Attributes:
        report: what was written by the pieces whose results were read so far.
    """

    def __init__(
        self,
        flow: _Flow[T],
        own: ThreadPoolExecutor | None,
        folder: str | None,
        progress: Callable[[MapReport], object] | None,
    ) -> None:
        self.report = MapReport(pieces=flow.total)
        self._folder = folder
        self._progress = progress
        self._results = self._read(flow, own)

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> T:
        return next(self._results)

    def close(self) -> None:
        """Call off the pieces that have not begun."""
        self._results.close()

    def _read(self, flow: _Flow[T], own: ThreadPoolExecutor | None) -> Generator[T, None, None]:
        try:
            while flow:
                done = self._taken(flow.take)
                if self._progress is not None:
                    self._progress(self.report)
                yield from done.values
            _drop(self._folder)  # whatever else is in it, is wanted by nobody
        except Exception:
            begun = flow.call_off()
            for future in begun if self._folder is not None else ():
                with suppress(Exception):  # one error is raised, and all is reported
                    self._taken(future.result)
            raise
        finally:
            flow.call_off()
            if own is not None:
                own.shutdown()

    def _taken(self, take: Callable[[], _Done[T]]) -> _Done[T]:
        """Take a piece back, and add to the report what it has done."""
        try:
            done = take()
        except CommitError as error:
            self.report.add(error.report)
            raise
        self.report.done += 1
        self.report.rows += len(done.values)
        self.report.saved += done.saved
        self.report.requests += done.requests
        return done


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
            _note(error, f"in {_named(piece)}")
            if self.leaves and not _travels(error):
                told = "".join(traceback.format_exception(error))
                raise RuntimeError(f"an error that does not pickle:\n{told}") from None
            raise

    def _run(self, piece: Partition[R]) -> _Done[T]:
        session = piece.session() if self.connect is None else self.connect()
        if session.client.qualified_store_key != piece.store_key:
            raise QueryError(
                f"the piece is of the store {piece.store_key!r}, and connect() has opened "
                f"{session.client.qualified_store_key!r}"
            )
        with current(session):
            if self.folder is None:
                return _Done(self._called(piece, session))
            return self._commit(piece, session, Path(self.folder))

    def _called(self, piece: Partition[R], session: Session) -> list[T]:
        """Return what the function returns for each row of a piece."""
        found = []
        for item in piece.queryset(session).iterator():
            try:
                found.append(self.fn(item))
            except Exception as error:
                _note(error, f"with {item!r}, in {_named(piece)}")
                raise
        return found

    def _commit(self, piece: Partition[R], session: Session, folder: Path) -> _Done[T]:
        """Call the function with the rows and save what it changes; only once, whoever dies."""
        if not (folder / _MARK).exists():
            raise ConfigurationError(
                f"this worker does not see {folder}: name a folder that all workers share, with "
                "map(..., journals=...), so that a piece whose worker dies is not done twice"
            )
        journal, results = folder / f"{piece.number}.db", folder / f"{piece.number}.results"
        book = Journal(journal, session.client.qualified_store_key)
        if book.entries():
            # Another worker has begun to write this piece: the rows may be changed already.
            book.close()
            report = recover(journal, session)
            return _Done(_load(results), len(report.saved), report.requests)
        session.journal = book
        try:
            found = self._called(piece, session)
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
