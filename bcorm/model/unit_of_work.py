"""What objects and querysets need of the session above them, and which session is the current one.

A session is a `UnitOfWork`. Reading needs less of it, a `Loader`: the store, and one object for
each row. `bcorm.Session` is both.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from bcorm.exceptions import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bcorm.http.message import Answer
    from bcorm.model.memory import Peers
    from bcorm.model.queryset import QuerySet
    from bcorm.model.report import CommitReport
    from bcorm.model.resource import Resource
    from bcorm.query.store import Store

    R = TypeVar("R", bound=Resource)


class Loader(Protocol):
    """Reads rows, and makes one object of each."""

    store: Store
    """Reads the store's pages."""

    strict: bool
    """Whether full scans and lazy loads are refused."""

    def lookup(self, model: type[R], parents: Mapping[str, object], key: object) -> R | None:
        """Return the object with that identity if it is held."""

    def held(self, path: str, parents: Mapping[str, object], key: object) -> Resource | None:
        """Return the object of an endpoint's path with that identity, if it is held."""

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

        `asked` says when the rows were asked for, by the store's clock; just now if left out.
        """

    def load_deferred(self, instance: Resource, name: str) -> None:
        """Load a field that the row lacks, for all its peers at once."""

    def load_include(self, instance: Resource, word: str) -> None:
        """Load what an `include` brings along, for all the object's peers at once."""


class UnitOfWork(Loader, Protocol):
    """Notices what is changed, and sends it."""

    @property
    def keeps_history(self) -> bool:
        """Whether what is deleted is written down row by row, so that it can be undone."""

    def note(self, instance: Resource) -> None:
        """Take notice that an object was changed."""

    def shown(self, instance: Resource) -> None:
        """Take notice that an object has newer values of the store."""

    def add(self, instance: Resource) -> None:
        """Put a new object under the session's care."""

    def delete(self, instance: Resource) -> None:
        """Mark an object for deletion."""

    def expunge(self, instance: Resource) -> None:
        """Take an object out of the session's care."""

    def insert(self, instance: Resource) -> None:
        """Create a new object now; one that is refused is not kept."""

    def save(
        self,
        instance: Resource,
        *,
        update_fields: Iterable[str] | None = None,
        check: bool = False,
        acknowledge: Iterable[str] = (),
    ) -> CommitReport:
        """Send one object, and what it depends on."""

    def flush(
        self, objects: Iterable[Resource] | None = None, *, fields: Iterable[str] | None = None
    ) -> CommitReport:
        """Send what is pending, or what concerns some objects."""

    def refresh(self, instance: Resource, fields: Iterable[str] | None = None) -> None:
        """Load an object again."""

    def call(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, str] | None = None,
        json: object = None,
        files: object = None,
        action: bool = False,
    ) -> Answer:
        """Send one request and return the client's answer.

        `action` says that a method of a resource sends it, and that nobody settles its rows.
        """

    def gone(self, instances: Iterable[Resource]) -> None:
        """Take note that the rows of objects were deleted."""

    def partition(self, queryset: QuerySet[R], count: int) -> Sequence[Iterable[R]]:
        """Cut a queryset into pieces that can be read elsewhere."""


U = TypeVar("U", bound=UnitOfWork)

current_session: ContextVar[UnitOfWork | None] = ContextVar("bcorm_session", default=None)


@contextmanager
def current(session: U) -> Iterator[U]:
    """Make a session current for a block, and then the one that was.

    `with session:` does that for users, whom it tells of changes that they forgot.
    """
    before = current_session.get()
    current_session.set(session)
    try:
        yield session
    finally:
        current_session.set(before)


def require_session(named: UnitOfWork | None = None) -> UnitOfWork:
    """Return `named`, or the current session.

    Raises:
        ConfigurationError: there is none.
        TypeError: what is named is no session.
    """
    if named is not None and not hasattr(named, "store"):
        raise TypeError(f"session= takes a session, as connect(...) returns, not {named!r:.100}")
    session = named if named is not None else current_session.get()
    if session is None:
        raise ConfigurationError(
            "there is no current session: call bcorm.connect(...) first, "
            "enter `with client.session():`, or name one with .using(session)"
        )
    return session
