"""How a session's unit of work is carried out: planned, written down, sent.

With it come the program, what its answers prove, and the engine. No reading needs them, so that
`session` imports it when something is sent or planned for the first time.
"""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

from bcorm.session import kept
from bcorm.session.books import Books, SessionBooks
from bcorm.session.engine import Engine, patience
from bcorm.session.program import Program, optimistic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bcorm.model.report import CommitReport, PlannedRequest
    from bcorm.session.journal import Journal
    from bcorm.session.session import Session
    from bcorm.session.work import Work


def requests_of(session: Session, work: Work) -> Iterator[PlannedRequest]:
    """Yield the requests that would carry a unit of work out.

    Raises:
        InvalidValue: a new object lacks a required value or its parent.
        PutRuleViolation: a change is refused.
        QueryError: the API has no such request.
    """
    return optimistic(Program(work, Books(session)))


def carry_out(
    session: Session,
    work: Work,
    *,
    check: bool = False,
    deadline: float | None = None,
    resumed: Journal | None = None,
) -> CommitReport:
    """Carry out a unit of work; everything that can be refused without the API is so first.

    Args:
        session: whose objects they are.
        work: what there is to do.
        check: as for `Session.commit`.
        deadline: seconds for everything, as for `Session.commit`.
        resumed: the journal that holds it already, of a process that died.
    """
    journal = session.journal if resumed is None else resumed
    before = session.store.stats.requests
    with nullcontext() if journal is None else journal.held():
        for _ in requests_of(session, work):
            pass
        if journal is not None and resumed is None:
            was = kept.read(work, session._reader()) if journal.history else kept.known(work)
            journal.begin(work, session.unknown, session._ledger.is_pending, was)
        program = Program(
            work, SessionBooks(session, journal), check=check, patience=patience(session.client)
        )
        Engine(session, deadline).run(program)
    program.report.requests = session.store.stats.requests - before
    return program.report
