"""`undo`: bringing back what was there before a commit, from the journal that kept it.

Each row is read before it is written, and one that somebody has changed since is left alone and
told. How rows come back is in `restoring`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from bcorm.exceptions import CommitError, ConfigurationError
from bcorm.model.unit_of_work import current_session
from bcorm.session.client import connect
from bcorm.session.history import Commit, history
from bcorm.session.journal import Journal
from bcorm.session.restoring import Refused, Restoring, Tally
from bcorm.session.session import Session

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable

    from bcorm.model.report import CommitReport


@attrs.define(eq=False)
class Undo(Tally):
    """What undoing a commit does; `apply` does it. Printable.

    Attributes:
        commit: the commit.
        changes: how many rows are written.
        requests: how many requests write them.
        rows: how many rows, by resource and by created, changed or deleted.
        refused: the rows that are left as they are, and why.
        notes: what does not come back, or not as it was.
        report: what came of it, once it was applied.
    """

    commit: Commit
    report: CommitReport | None = None
    _run: Callable[[Undo, bool], None] = attrs.field(init=False, repr=False)

    def apply(self) -> CommitReport:
        """Do it: each row is read again first. It is written down as a commit of its own.

        Returns:
            What came of it. What was left alone is in `refused`, not in the report.

        Raises:
            CommitError: something failed or is unknown; `.report` says what.
            ConfigurationError: the journal is in use.
        """
        self._run(self, False)
        assert self.report is not None
        if not self.report:
            raise CommitError(self.report)
        return self.report

    @property
    def changed_since(self) -> list[Refused]:
        """Those that were refused because somebody has changed them since."""
        return [one for one in self.refused if one.changed]

    def __str__(self) -> str:
        told = [f"{count} {model} {verb}" for (model, verb), count in self.rows.items()]
        lines = [f"undo {self.commit.name}: {', '.join(told) or 'nothing to do'}"]
        since = len(self.changed_since)
        if since:
            lines.append(f"{since} {'was' if since == 1 else 'were'} changed since")
        lines += [f"  {one}" for one in self.refused]
        return "\n".join([*lines, *self.notes])


def undo(
    commit: Commit | str | os.PathLike[str],
    session: Session | None = None,
    *,
    journals: Iterable[str | os.PathLike[str]] = (),
    acknowledge: Iterable[str] = (),
) -> Undo:
    """Plan how to bring back what was there before a commit; `apply()` of the plan does it.

    Values are put back, created rows deleted, and deleted rows created again, with what the API
    lets one set. A row that somebody has changed since is left alone: its fields that the commit
    has set are compared with what is there now. The API has no conditional requests, so this
    narrows the window in which another's change is overwritten, and does not close it.

    Undoing is written to the same journal, and can be undone.

    Args:
        commit: one of `session.history` or of `bcorm.history(...)`; or a journal, whose last
            commit is meant.
        session: a session of the same store; by default the current one, or one made from the
            environment as `bcorm.connect()` does.
        journals: other journals of the store, which may know under which keys deleted rows were
            created again.
        acknowledge: effects that are accepted besides those that the commit had accepted.

    Raises:
        ConfigurationError: there is no such journal or commit, it is another store's, or it was not
            finished: `bcorm.recover` does.
        ApiError: what is there now cannot be read.
    """
    if session is None:
        held = current_session.get()
        session = held if isinstance(held, Session) else connect()
    chosen = commit if isinstance(commit, Commit) else _last(commit)
    if chosen.store != session.client.qualified_store_key:
        raise ConfigurationError(
            f"{chosen.journal} is the journal of the store {chosen.store!r}, and not of "
            f"{session.client.qualified_store_key!r}"
        )
    others = list(journals)
    accepted = frozenset(acknowledge)

    def run(told: Undo, dry: bool) -> None:
        _run(told, session, others, accepted, dry=dry)

    plan = Undo(chosen)
    plan._run = run
    run(plan, True)
    return plan


def _last(path: str | os.PathLike[str]) -> Commit:
    found = [one for one in history(path) if one.rows]
    if not found:
        raise ConfigurationError(f"{path} keeps no commit that has saved anything")
    return found[-1]


def _run(
    told: Undo,
    session: Session,
    journals: Iterable[str | os.PathLike[str]],
    accepted: frozenset[str],
    *,
    dry: bool,
) -> None:
    if not Path(told.commit.journal).exists():
        raise ConfigurationError(f"there is no journal {told.commit.journal}")
    book = Journal(told.commit.journal, session.client.qualified_store_key, history=True)
    try:
        if book.open_entries():
            raise ConfigurationError(
                f"{book.path} holds a commit that was not finished: call bcorm.recover(...) first"
            )
        done = book.done(told.commit.name)
        if not done:
            raise ConfigurationError(f"{book.path} keeps no commit {told.commit.name!r}")
        replaced = dict(book.replaced())
        for path in journals:
            if Path(path).resolve() != book.path:
                other = Journal(path, session.client.qualified_store_key)
                replaced |= other.replaced()
                other.close()
        own = Session(session.client)
        own.journal = None if dry else book
        accepted |= {word for one in done for word in one.acknowledged}
        work = Restoring(own, Tally(), replaced, accepted)
        if dry:
            work.run(done)
        else:
            with book.held(), book.run(f"undo {told.commit.name}", undoes=told.commit.name):
                work.run(done)
            session.expire_all()
        for name in ("changes", "requests", "rows", "refused", "notes"):
            setattr(told, name, getattr(work.told, name))
        told.report = None if dry else work.report
    finally:
        book.close()
