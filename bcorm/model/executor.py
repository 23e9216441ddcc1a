"""What models need of a session: the seam between floor 3 and floor 4."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from bcorm.exceptions import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from concurrent.futures import Future

    from bcorm.http.message import Answer
    from bcorm.model.memory import Peers
    from bcorm.model.report import CommitReport
    from bcorm.model.resource import Resource
    from bcorm.query.fetching import Fetched

    R = TypeVar("R", bound=Resource)


class Executor(Protocol):
    """Runs requests and keeps objects. `bcorm.Session` is the implementation."""

    strict: bool
    clock: int

    @property
    def keeps_history(self) -> bool:
        """Whether what is deleted is written down row by row, so that it can be undone."""

    @property
    def concurrency(self) -> int:
        """Requests in flight at a time, at most."""

    def fetch(self, path: str, params: Mapping[str, str]) -> Fetched:
        """GET one page."""

    def start(self, path: str, params: Mapping[str, str]) -> Future[Fetched]:
        """GET one page in another thread, while this one goes on."""

    @property
    def sends(self) -> set[str]:
        """Filters that no specification has, and that are sent; what is refused is taken out."""

    def renew(self, path: str) -> None:
        """Let the next reads of a path be answered by the store, not by a cache."""

    def fetch_many(self, calls: Sequence[tuple[str, Mapping[str, str]]]) -> list[Fetched]:
        """GET several pages, a bounded number at a time, and return them in order."""

    def call(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, str] | None = None,
        json: Any = None,
        files: Any = None,
        action: bool = False,
    ) -> Answer:
        """Send one request and return the client's answer.

        `action` says that a method of a resource sends it, and that nobody settles its rows.
        """

    def materialize(
        self,
        model: type[R],
        rows: Sequence[dict[str, Any]],
        parents: Mapping[str, Any] | None,
        peers: Peers | None,
        *,
        partial: bool = False,
        asked: int | None = None,
    ) -> list[R]:
        """Turn rows into objects, one per identity.

        `asked` says when the rows were asked for, by the session's clock; just now if left out.
        """

    def lookup(self, model: type[R], parents: Mapping[str, Any], key: Any) -> R | None:
        """Return the object with that identity if the session holds it."""

    def held(self, path: str, parents: Mapping[str, Any], key: Any) -> Any | None:
        """Return the object of an endpoint's path with that identity, if the session holds it."""

    def absorb(self, instance: Resource, row: dict[str, Any], *, partial: bool) -> None:
        """Merge a newer row into an object without touching unsaved changes."""

    def note(self, instance: Resource) -> None:
        """Take notice that an object was changed."""

    def partition(self, queryset: Any, count: int) -> list[Any]:
        """Cut a queryset into pieces that can be read elsewhere."""

    def add(self, instance: Resource) -> None:
        """Put a new object under the session's care."""

    def expunge(self, instance: Resource) -> None:
        """Take an object out of the session's care."""

    def insert(self, instance: Resource) -> None:
        """Create a new object now; one that is refused is not kept."""

    def delete(self, instance: Resource) -> None:
        """Mark an object for deletion."""

    def save(
        self,
        instance: Resource,
        *,
        update_fields: Iterable[str] | None = None,
        check: bool = False,
        acknowledge: Iterable[str] = (),
    ) -> CommitReport:
        """Send one object, and what it depends on."""

    def gone(self, instances: Iterable[Resource]) -> None:
        """Take note that the rows of objects were deleted."""

    def flush(
        self, objects: Iterable[Resource] | None = None, *, fields: Iterable[str] | None = None
    ) -> CommitReport:
        """Send what is pending."""

    def refresh(self, instance: Resource, fields: Iterable[str] | None = None) -> None:
        """Load an object again."""

    def load_deferred(self, instance: Resource, name: str) -> None:
        """Load a field that the row lacks, for all its peers at once."""

    def load_include(self, instance: Resource, word: str) -> None:
        """Load what an `include` brings along, for all the object's peers at once."""

    def before_query(self) -> None:
        """Flush first, if the session flushes by itself."""

    def warn_once(self, key: tuple[Any, ...], warning: Warning) -> None:
        """Issue a warning the first time that `key` asks for it."""


E = TypeVar("E", bound=Executor)

current_session: ContextVar[Executor | None] = ContextVar("bcorm_session", default=None)


@contextmanager
def current(session: E) -> Iterator[E]:
    """Make a session current for a block, and then the one that was.

    `with session:` does that for users, whom it tells of changes that they forgot.
    """
    before = current_session.get()
    current_session.set(session)
    try:
        yield session
    finally:
        current_session.set(before)


def require_session(named: Executor | None = None) -> Executor:
    """Return `named`, or the current session.

    Raises:
        ConfigurationError: there is none.
        TypeError: what is named is no session.
    """
    if named is not None and not hasattr(named, "before_query"):
        raise TypeError(f"session= takes a session, as connect(...) returns, not {named!r:.100}")
    session = named if named is not None else current_session.get()
    if session is None:
        raise ConfigurationError(
            "there is no current session: call bcorm.connect(...) first, "
            "enter `with client.session():`, or name one with .using(session)"
        )
    return session
