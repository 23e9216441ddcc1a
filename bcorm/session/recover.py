"""`recover`: finishing the commit of a process that died, from its journal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.exceptions import CommitError, ConfigurationError, StateError
from bcorm.model.executor import current_session
from bcorm.model.mapper import mapper_for
from bcorm.model.state import Phase, State
from bcorm.session import journal as journals
from bcorm.session import refreshing
from bcorm.session.client import connect
from bcorm.session.execution import Execution
from bcorm.session.journal import Entry, Journal
from bcorm.session.report import CommitReport, Failure
from bcorm.session.session import Session
from bcorm.session.work import Work

if TYPE_CHECKING:
    import os

    from bcorm.model.resource import Resource


def recover(journal: str | os.PathLike[str], session: Session | None = None) -> CommitReport:
    """Finish the last commit that was written to a journal, without doing anything twice.

    Updates are compared with the store's rows, and only what is still missing is sent. Creates
    that were on their way are looked up by their natural key before they are sent again. Deletes
    of rows that are gone are done.

    Args:
        journal: the file that was given as `client.session(journal=...)`.
        session: a session of the same store; by default the current one, or one made from the
            environment as `bcorm.connect()` does.

    Returns:
        The report of the whole commit: what was saved before counts as saved.

    Raises:
        ConfigurationError: the file is not there, or is another store's.
        CommitError: something failed or is unknown; `.report` says what.
    """
    if session is None:
        held = current_session.get()
        session = held if isinstance(held, Session) else connect()
    book = _open(journal, session)
    entries = book.entries()
    objects = {entry.number: _rebuild(entry) for entry in entries}
    _relate(entries, objects)
    done = [entry for entry in entries if entry.state == journals.SAVED]
    failed = [entry for entry in entries if entry.state == journals.FAILED]
    rest = [entry for entry in entries if entry not in done and entry not in failed]
    for entry in entries:
        item = objects[entry.number]
        if entry.kind != "delete" or entry.state != journals.SAVED:
            session.add(item)
    _compare_updates(session, [objects[entry.number] for entry in rest if entry.kind == "update"])
    for entry in rest:
        if entry.kind == "create" and entry.state in (journals.SENT, journals.UNKNOWN):
            session.unknown.add(objects[entry.number])
        elif entry.kind == "delete":
            session.delete(objects[entry.number])
    report = _run(session, book, rest, objects)
    report.saved[:0] = [objects[entry.number] for entry in done]
    report.failed[:0] = [
        Failure(objects[entry.number], StateError(entry.error)) for entry in failed
    ]
    if not report:
        raise CommitError(report)
    return report


def _open(path: str | os.PathLike[str], session: Session) -> Journal:
    if session.journal is not None:
        return session.journal
    from pathlib import Path  # noqa: PLC0415

    if not Path(path).exists():
        raise ConfigurationError(f"there is no journal {path}")
    return Journal(path, session.client.store_key)


def _rebuild(entry: Entry) -> Resource:
    """Make the object of an entry again, with its unsaved changes."""
    model: type[Resource] = entry.model
    item = model.__new__(model)
    key = model.endpoint.key
    row: dict[str, Any] = {}
    if key is not None and entry.key is not None:
        row[mapper_for(model).field(key).wire] = entry.key
    state = State(row, entry.parents, None, None)
    saved = entry.kind != "create" or entry.state == journals.SAVED
    state.phase = Phase.PERSISTENT if saved else Phase.TRANSIENT
    state.partial = saved
    object.__setattr__(item, "_state", state)
    return item


def _relate(entries: list[Entry], objects: dict[int, Resource]) -> None:
    """Give the objects that are not saved their values, their owners and their links."""
    for entry in entries:
        item = objects[entry.number]
        if entry.state == journals.SAVED or entry.kind == "delete":
            continue
        links = {name: objects[number] for name, number in entry.links.items()}
        journals.mark_changed(item, entry.body, links)
        if entry.owner is not None:
            owner = objects[entry.owner]
            item._state.owner = owner
            _show_below(owner, item)


def _show_below(owner: Resource, child: Resource) -> None:
    """Put a new child among its owner's, so that it can ride along with the owner's request."""
    for name, relation in type(owner).relations.items():
        if getattr(relation, "nested", None) and relation.target is type(child):  # type: ignore[attr-defined]
            state = owner._state
            below = (state.related or {}).get(f"+{name}", [])
            state.related = {**(state.related or {}), f"+{name}": [*below, child]}


def _compare_updates(session: Session, items: list[Resource]) -> None:
    """Load the store's rows below the changes, so that only what is missing differs."""
    groups: dict[Any, list[Resource]] = {}
    for item in items:
        groups.setdefault((type(item), tuple(item._state.parents.items())), []).append(item)
    for group in groups.values():
        for item, row in refreshing.current_rows(session, group):
            session.absorb(item, row, partial=False)


def _run(
    session: Session, book: Journal, rest: list[Entry], objects: dict[int, Resource]
) -> CommitReport:
    mine = {id(objects[entry.number]) for entry in rest}
    work = Work(
        new=[item for item in session.new if id(item) in mine],
        dirty=[item for item in session.dirty if id(item) in mine],
        deleted=[item for item in session.deleted if id(item) in mine],
    )
    book.follow({entry.number: objects[entry.number] for entry in rest})
    report = Execution(session, work, book).run(resuming=True)
    settled = {id(item) for item in report.saved}
    settled |= {id(failure.object) for failure in [*report.failed, *report.unknown]}
    for entry in rest:
        item = objects[entry.number]
        if id(item) not in settled:  # an update that had arrived: nothing was left to send
            book.saved(item, entry.kind)
            report.saved.append(item)
    return report
