"""`recover`: finishing the commit of a process that died, from its journal."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bcorm.exceptions import ApiError, CommitError, ConfigurationError, StateError
from bcorm.model.mapper import mapper_for
from bcorm.model.memory import Phase, State, absorb, join
from bcorm.model.report import CommitReport, Failure
from bcorm.model.unit_of_work import current_session
from bcorm.session import journal as journals
from bcorm.session import looking, refreshing
from bcorm.session.client import connect
from bcorm.session.engine import patience
from bcorm.session.evidence import Doubt
from bcorm.session.journal import Entry, Journal
from bcorm.session.requests import difference
from bcorm.session.session import Session
from bcorm.session.work import Work

if TYPE_CHECKING:
    import os

    from bcorm.model.resource import Resource


_WITHHELD = (
    "{} is secret, and was withheld from the journal: look in the store whether it was saved, and "
    "save it again if it was not"
)


def recover(journal: str | os.PathLike[str], session: Session | None = None) -> CommitReport:
    """Finish the last commit that was written to a journal, without doing anything twice.

    Updates are compared with the store's rows, and only what is still missing is sent. Creates
    that were on their way are looked up by their natural key before they are sent again. Deletes
    of rows that are gone are done. It may be called any number of times, also after it was
    killed itself.

    Args:
        journal: the file that was given as `client.session(journal=...)`.
        session: a session of the same store; by default the current one, or one made from the
            environment as `bcorm.connect()` does. The objects that were not saved join it.

    Returns:
        The report of the whole commit: what was saved before counts as saved.

    Raises:
        ConfigurationError: the file is not there, is another store's, or is in use.
        CommitError: something failed or is unknown; `.report` says what. What the store had
            refused before is reported again and not sent again.
    """
    if session is None:
        held = current_session.get()
        session = held if isinstance(held, Session) else connect()
    book = _open(journal, session)
    with book.held():
        report = _recover(book, session)
    if not report:
        raise CommitError(report)
    return report


def _recover(book: Journal, session: Session) -> CommitReport:
    entries = book.entries()
    try:
        objects = {entry.number: _rebuild(entry, session) for entry in entries}
        _relate(entries, objects)
    except (ValueError, TypeError, AttributeError, LookupError) as error:
        raise ConfigurationError(
            f"{book.path} is damaged: its entries do not fit together ({error})"
        ) from None
    done = [entry for entry in entries if entry.state == journals.SAVED]
    failed = [entry for entry in entries if entry.state == journals.FAILED]
    rest = [entry for entry in entries if entry.state not in (journals.SAVED, journals.FAILED)]
    withheld = [
        Failure(objects[entry.number], StateError(_WITHHELD.format(", ".join(entry.withheld))))
        for entry in rest
        if entry.withheld
    ]
    rest = [entry for entry in rest if not entry.withheld]
    for entry in rest:
        session.add(objects[entry.number])
    updates = [objects[entry.number] for entry in rest if entry.kind == "update"]
    unread = _compare_updates(session, updates)
    unseen = {id(failure.object) for failure in unread}
    rest = [entry for entry in rest if id(objects[entry.number]) not in unseen]
    states = {entry.number: entry.state for entry in entries}
    for entry in rest:
        if entry.kind == "delete":
            session.delete(objects[entry.number])
        elif entry.kind == "create" and _is_doubtful(entry, states):
            session.unknown[objects[entry.number]] = _doubt(entry, objects[entry.number], session)
    report = _run(session, book, rest, objects)
    report.saved[:0] = [objects[entry.number] for entry in done]
    report.failed[:0] = [
        Failure(objects[entry.number], StateError(entry.error)) for entry in failed
    ]
    report.unknown += [*unread, *withheld]
    return report


def _is_doubtful(entry: Entry, states: dict[int, str]) -> bool:
    """Whether an object may have been created; a child that rode along is found with its parent."""
    if entry.state not in (journals.SENT, journals.UNKNOWN) or entry.model.endpoint.upserts:
        return False
    return entry.owner is None or states[entry.owner] == journals.SAVED


def _doubt(entry: Entry, item: Resource, session: Session) -> Doubt:
    """Return what is not known of an object whose request was on its way, or got no answer."""
    slow = patience(session.client)[1]
    # Clocks are set back and forth: nobody waits longer than for a request of a moment ago.
    left = min(max(entry.since + slow - time.time(), 0.0), slow)
    why = StateError(entry.error or "the process that created it died")
    now = time.monotonic()
    return Doubt(
        item, "create", why, now, now + left, sought=looking.sought(item), body=difference(item)
    )


def _open(path: str | os.PathLike[str], session: Session) -> Journal:
    book = session.journal
    if book is not None and book.path == Path(path).resolve():
        return book
    if not Path(path).exists():
        raise ConfigurationError(f"there is no journal {path}")
    return Journal(path, session.client.qualified_store_key)


def _rebuild(entry: Entry, session: Session) -> Resource:
    """Make the object of an entry again; one that the session holds already is taken."""
    model: type[Resource] = entry.model
    key = model.endpoint.key
    if entry.key is not None:
        held = session.lookup(model, entry.parents, entry.key)
        if held is not None:
            return held
    item = model.__new__(model)
    row: dict[str, Any] = {}
    if key is not None and entry.key is not None:
        row[mapper_for(model).field(key).wire] = entry.key
    state = State(row, entry.parents, None, None)
    saved = entry.kind != "create" or entry.state == journals.SAVED
    state.phase = Phase.PERSISTENT if saved else Phase.TRANSIENT
    if entry.kind == "delete" and entry.state == journals.SAVED:
        state.phase = Phase.DELETED
    state.partial = saved
    object.__setattr__(item, "_state", state)
    return item


def _relate(entries: list[Entry], objects: dict[int, Resource]) -> None:
    """Give the objects that are not saved their values, their owners and their links."""
    for entry in entries:
        item = objects[entry.number]
        if entry.state == journals.SAVED or entry.kind == "delete":
            continue
        links = {
            name: tuple(objects[number] for number in numbers)
            for name, numbers in entry.links.items()
        }
        journals.mark_changed(item, entry.body, links)
        if entry.owner is not None:
            owner = objects[entry.owner]
            item._state.owner = owner
            _show_below(owner, item)


def _show_below(owner: Resource, child: Resource) -> None:
    """Put a new child among its owner's, so that it can ride along with the owner's request."""
    for name, relation in type(owner).relations.items():
        if relation.nested and relation.target is type(child):
            join(owner, name, child)


def _compare_updates(session: Session, items: list[Resource]) -> list[Failure]:
    """Load the store's rows below the changes, so that only what is missing differs.

    Returns:
        The objects whose rows could not be read, and why.
    """
    groups: dict[Any, list[Resource]] = {}
    for item in items:
        groups.setdefault((type(item), tuple(item._state.parents.items())), []).append(item)
    unread = []
    for group in groups.values():
        try:
            for item, row in refreshing.current_rows(session, group):
                absorb(item, row, partial=False, asked=session.store.clock)
        except ApiError as error:
            unread += [Failure(item, error) for item in group]
    return unread


def _run(
    session: Session, book: Journal, rest: list[Entry], objects: dict[int, Resource]
) -> CommitReport:
    mine = {objects[entry.number] for entry in rest}
    work = Work(
        new=[item for item in session.new if item in mine],
        changed=[item for item in session.dirty if item in mine],
        deleted=[item for item in session.deleted if item in mine],
        acknowledged=frozenset(word for entry in rest for word in entry.acknowledged),
    )
    book.follow({entry.number: objects[entry.number] for entry in rest})
    report = session._carry_out(work, resumed=book)
    settled = {*report.saved, *(one.object for one in [*report.failed, *report.unknown])}
    arrived = [entry for entry in rest if objects[entry.number] not in settled]
    # Updates that had arrived: nothing was left to send.
    book.saved((objects[entry.number], entry.kind) for entry in arrived)
    report.saved += [objects[entry.number] for entry in arrived]
    return report
