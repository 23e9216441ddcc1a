"""What models need of a session: the seam between floor 3 and floor 4."""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Protocol

from bcorm.exceptions import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bcorm.model.peers import Peers
    from bcorm.query.fetched import Fetched


class Executor(Protocol):
    """Runs requests and keeps objects. `bcorm.Session` is the implementation."""

    strict: bool
    clock: int

    def fetch(self, path: str, params: Mapping[str, str]) -> Fetched:
        """GET one page."""

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
    ) -> Any:
        """Send one request and return the client's answer.

        `action` says that a method of a resource sends it, and that nobody settles its rows.
        """

    def materialize(
        self,
        model: type[Any],
        rows: Sequence[dict[str, Any]],
        parents: Mapping[str, Any] | None,
        peers: Peers | None,
        *,
        partial: bool = False,
        asked: int | None = None,
    ) -> list[Any]:
        """Turn rows into objects, one per identity.

        `asked` says when the rows were asked for, by the session's clock; just now if left out.
        """

    def lookup(self, model: type[Any], parents: Mapping[str, Any], key: Any) -> Any | None:
        """Return the object with that identity if the session holds it."""

    def held(self, path: str, parents: Mapping[str, Any], key: Any) -> Any | None:
        """Return the object of an endpoint's path with that identity, if the session holds it."""

    def absorb(self, instance: Any, row: dict[str, Any], *, partial: bool) -> None:
        """Merge a newer row into an object without touching unsaved changes."""

    def note(self, instance: Any) -> None:
        """Take notice that an object was changed."""

    def partition(self, queryset: Any, count: int) -> list[Any]:
        """Cut a queryset into pieces that can be read elsewhere."""

    def add(self, instance: Any) -> None:
        """Put a new object under the session's care."""

    def insert(self, instance: Any) -> None:
        """Create a new object now; one that is refused is not kept."""

    def delete(self, instance: Any) -> None:
        """Mark an object for deletion."""

    def gone(self, instances: Iterable[Any]) -> None:
        """Take note that the rows of objects were deleted."""

    def flush(
        self, objects: Iterable[Any] | None = None, *, fields: Iterable[str] | None = None
    ) -> Any:
        """Send what is pending."""

    def refresh(self, instance: Any, fields: Iterable[str] | None = None) -> None:
        """Load an object again."""

    def load_deferred(self, instance: Any, name: str) -> None:
        """Load a field that the row lacks, for all its peers at once."""

    def load_include(self, instance: Any, word: str) -> None:
        """Load what an `include` brings along, for all the object's peers at once."""

    def before_query(self) -> None:
        """Flush first, if the session flushes by itself."""

    def warn_once(self, key: tuple[Any, ...], warning: Warning) -> None:
        """Issue a warning the first time that `key` asks for it."""


current_session: ContextVar[Executor | None] = ContextVar("bcorm_session", default=None)


def require_session(named: Executor | None = None) -> Executor:
    """Return `named`, or the current session. Raises ConfigurationError if there is none."""
    session = named if named is not None else current_session.get()
    if session is None:
        raise ConfigurationError(
            "there is no current session: call bcorm.connect(...) first, "
            "enter `with client.session():`, or name one with .using(session)"
        )
    return session
