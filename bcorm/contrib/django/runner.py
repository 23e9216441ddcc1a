"""Carrying out a bulk run in a thread of its own, a batch at a time, with a sign of life each.

The thread has its own session in the store's bulk lane, so that pages overtake it, and its own
database connection. What it saves is in its changes, what it does not is in its report, and the run
is one entry of the admin's history.
"""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING, Any

import attrs
from django.db import connections as databases

from bcorm.contrib.django import bulk, submissions
from bcorm.contrib.django.connections import client_for
from bcorm.contrib.django.history import CHANGE, log_entries
from bcorm.contrib.django.models import BulkChange, BulkRun
from bcorm.contrib.django.writing import words_of
from bcorm.exceptions import AuthenticationError, BcormError, CommitError
from bcorm.model.unit_of_work import current

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from django import forms
    from django.http import HttpRequest

    from bcorm.session import Client, CommitReport, Session

logger = logging.getLogger(__name__)

# Rows of a report that are kept; the numbers are always complete.
_REPORTED = 500
# What the thread writes of a run; that it is to be cancelled is written by a page.
_NUMBERS = (
    "state", "saved", "failed", "unknown", "unchanged", "requests", "report", "updated_at",
)  # fmt: skip
# Rows that are read at once.
_READ = 250


@attrs.frozen
class _Job:
    """Everything that a run's thread needs."""

    run: BulkRun
    model: Any
    action: bulk.BulkAction
    values: Mapping[str, Any]
    user: Any
    client: Client


def start(
    run: BulkRun,
    modeladmin: Any,
    action: bulk.BulkAction,
    form: forms.Form,
    request: HttpRequest,
) -> threading.Thread | None:
    """Start a planned run in a thread. Returns None if it has been started already.

    Args:
        run: the run.
        modeladmin: the admin of its rows.
        action: what to do.
        form: the valid parameters.
        request: who asks, and of which store.
    """
    parameters = {name: str(value) for name, value in form.cleaned_data.items()}
    # One statement decides, so that a doubled click cannot start it twice.
    planned = BulkRun.objects.filter(pk=run.pk, state=BulkRun.State.PLANNED)
    if not planned.update(state=BulkRun.State.RUNNING, parameters=parameters):
        return None
    run.refresh_from_db()
    job = _Job(run, modeladmin.model, action, form.cleaned_data, request.user, client_for(request))
    thread = threading.Thread(target=_work, args=(job,), name=f"bcorm-bulk-{run.pk}", daemon=True)
    thread.start()
    return thread


def _work(job: _Job) -> None:
    """Do the whole run, and leave a state that says how it ended."""
    run = job.run
    try:
        run.state = _batches(job)
    except BcormError as error:
        run.state = BulkRun.State.FAILED
        _report(run, None, "", str(error))
    except Exception:
        run.state = BulkRun.State.FAILED
        _report(run, None, "", "internal error: see the site's log")
        logger.exception("bulk run %s", run.pk)
    finally:
        run.save(update_fields=_NUMBERS)
        _log(job)
        databases.close_all()  # this thread's own


def _batches(job: _Job) -> Any:
    """Change a batch of rows after the other; how it ended."""
    keys = job.run.keys
    with current(job.client.session()) as session:
        submissions.check_store(job.run.store)
        for page in _parts(keys, _READ):
            staged = bulk.stage(session, job.model, job.action, page, job.values)
            _note_missing(job, page, staged.items)
            for part in _batches_of(staged.rows):
                if BulkRun.objects.filter(pk=job.run.pk, cancelling=True).exists():
                    return BulkRun.State.CANCELLED
                if not _batch(job, session, part, staged):
                    return BulkRun.State.FAILED
            session.expunge_all()
    return BulkRun.State.DONE


def _batches_of(rows: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """Yield rows of one kind, as many as one request takes."""
    kinds: dict[type[Any], list[Any]] = {}
    for row in rows:
        kinds.setdefault(type(row), []).append(row)
    for kind, found in kinds.items():
        batch = kind.endpoint.update_batch
        yield from _parts(found, 1 if batch is None else batch.size)


def _note_missing(job: _Job, keys: Sequence[Any], items: Sequence[Any]) -> None:
    """Report the rows that were deleted since they were selected."""
    found = {item.pk for item in items}
    for key in keys:
        if key not in found:
            job.run.failed += 1
            _report(job.run, key, "", "the store no longer has it")


def _report(run: BulkRun, key: Any, name: str, error: str) -> None:
    if len(run.report) < _REPORTED:
        run.report.append({"key": key, "name": name, "error": error})


def _batch(job: _Job, session: Session, rows: Sequence[Any], staged: bulk.Staged) -> bool:
    """Send what has changed of some objects; False if no further request can succeed."""
    # A value that was set to what it is would be sent where another row's change may touch it.
    changed = [row for row in rows if id(row) in staged.changes]
    job.run.unchanged += len(rows) - len(changed)
    if not changed:
        job.run.save(update_fields=_NUMBERS)
        return True
    report: Any
    try:
        report = session.flush(changed)
    except CommitError as error:
        report = error.report
    _count(job, report, staged)
    job.run.save(update_fields=_NUMBERS)
    return not any(isinstance(item.error, AuthenticationError) for item in report.failed)


def _parts(rows: Sequence[Any], size: int) -> Iterator[Sequence[Any]]:
    for first in range(0, len(rows), size):
        yield rows[first : first + size]


def _count(job: _Job, report: CommitReport, staged: bulk.Staged) -> None:
    """Add a batch to the run's numbers, its report and its changes."""
    run = job.run
    run.saved += len(report.saved)
    run.failed += len(report.failed)
    run.unknown += len(report.unknown)
    run.requests += report.requests
    for failure in (*report.failed, *report.unknown):
        change = staged.changes[id(failure.object)]
        _report(run, change.selected, change.name, words_of(failure.error))
    saved = [staged.changes[id(row)] for row in report.saved if id(row) in staged.changes]
    BulkChange.objects.bulk_create(
        BulkChange(
            run=run,
            resource=type(change.row).__name__,
            key=str(change.row.pk),
            selected=str(change.selected),
            name=change.name[:200],
            old=bulk.kept(change.row, change.old),
            new=bulk.kept(change.row, change.new),
        )
        for change in saved
    )


def _log(job: _Job) -> None:
    """Keep the run in the admin's history: one entry, with what it did and to how many rows."""
    run = job.run
    if run.saved:
        with job.client.session():  # it says of which store the entry is
            told = f"{job.action.told(job.model, job.values)}: {run.saved}"
            log_entries(job.user, BulkRun, [(run.pk, job.action.title(job.model))], CHANGE, told)
