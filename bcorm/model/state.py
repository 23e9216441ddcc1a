"""What an object knows beside its attributes. Everything that has a say in its life reads this."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bcorm.model.executor import Executor
    from bcorm.model.peers import Peers


LINK = frozenset({"url", "resource"})


def is_link(raw: Any) -> bool:
    """Whether a V2 row holds only the address of something, because it was not included."""
    return isinstance(raw, dict) and raw.keys() == LINK


class Phase(enum.Enum):
    """Where an object is in its life, in SQLAlchemy's words."""

    TRANSIENT = "transient"
    PENDING = "pending"
    PERSISTENT = "persistent"
    DELETED = "deleted"


class State:
    """The bookkeeping of one object.

    Attributes:
        row: the row as the API last sent it; {} before the object was saved.
        parents: the path parameters under which it lives, by name.
        owner: the object whose key the innermost path parameter is, while that is not saved.
        links: foreign keys that wait for another object's key, by field name.
        session: where it is loaded or added; None once it is detached.
        changed: names of fields that were assigned or changed in place.
        held: values that were handed out and can be changed in place, of fields whose loaded
            value was dropped since; they come back when the field is loaded, or they change.
        peers: the result it was loaded with.
        related: materialised relations, by name.
        added: new children, by the name of the relation that they joined ("" where it was only
            said below whom they are), then by `id()`.
        partial: whether the row lacks fields that the API would show.
        phase: see `Phase`.
        hash: the object's hash, once it was asked for: it stays the same for life.
        asked: how old the row is: when, by the session's clock, the request was sent that brought
            it. What comes later and is older changes nothing, see `memory`.
        ages: when that was for the parts of the row of which it was not `asked`; and for those
            that were written, or that a write made stale, the moment of that.
        stale: the last known values of what a write changed elsewhere on the server, by wire name;
            they are no base to compare with, but a session that may not load them shows them.
        late: those that a write changes on the server some time after it was answered, with what
            they were before: until something else is shown, they are no base either.
    """

    # Class attributes are the values of an object that was just loaded: thousands are made per
    # page, and most of them never change anything.
    changed: set[str] | None = None
    held: dict[str, Any] | None = None
    related: dict[str, Any] | None = None
    added: dict[str, dict[int, Any]] | None = None
    links: dict[str, Any] | None = None
    owner: Any | None = None
    partial: bool = False
    phase: Phase = Phase.PERSISTENT
    ages: dict[str, int] | None = None
    stale: dict[str, Any] | None = None
    late: dict[str, Any] | None = None
    hash: int | None = None

    def __init__(
        self,
        row: dict[str, Any],
        parents: Mapping[str, Any],
        session: Executor | None,
        peers: Peers | None,
        asked: int = 0,
    ) -> None:
        self.asked = asked
        self.row = row
        self.parents = parents
        self.session = session
        self.peers = peers
