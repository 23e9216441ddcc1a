"""Carrying out a unit of work: sending its requests, and settling what the API answers.

A batch that is refused is split until the bad row stands alone. What is not saved stays dirty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.exceptions import (
    ApiError,
    AuthenticationError,
    BcormError,
    ClientError,
    NotFound,
    RateLimited,
    StateError,
)
from bcorm.model.mapper import mapper_for
from bcorm.model.state import Phase
from bcorm.session import answers, recovery
from bcorm.session.report import CommitReport, Failure, PlannedRequest
from bcorm.session.work import Work, settle_links

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bcorm.model.resource import Resource
    from bcorm.session.journal import Journal
    from bcorm.session.session import Session


class Execution:
    """One run of a unit of work."""

    def __init__(self, session: Session, work: Work, journal: Journal | None = None) -> None:
        self.session = session
        self.work = work
        self.journal = journal
        self.report = CommitReport()
        self._stopped: BcormError | None = None

    def run(self, *, resuming: bool = False) -> CommitReport:
        """Send everything that can be sent, and return what came of it.

        Args:
            resuming: the journal holds this work already.
        """
        updates = self.work.update_bodies()
        # Everything that can be refused without the API is refused before the first request.
        list(self.work.requests())
        if self.journal is not None and not resuming:
            self.journal.begin(self.work)
        for wave in self.work.waves():
            self._create(wave)
        updates = self.session.check_stale(updates, self.report)
        for request in self.work.update_requests(updates):
            self.send(request)
        for group in self.work.delete_order():
            for request in self.work.delete_requests(group):
                self.send(request)
        self._settle_cascades()
        return self.report

    def _create(self, wave: list[Resource]) -> None:
        possible = []
        for item in wave:
            settle_links(item)
            blocker = _unsaved(item)
            if blocker is None:
                possible.append(item)
            else:
                error = StateError(f"not sent, because {blocker!r} was not saved")
                self.fail([item], error, None)
        for request in self.work.create_requests(recovery.settle_unknown(self, possible)):
            self.send(request)

    # -- one request ------------------------------------------------------------------------

    def send(self, request: PlannedRequest) -> None:
        """Send one request and settle its answer."""
        if self._stopped is not None:
            self.fail(request.objects, self._stopped, None)
            return
        self.report.sent.append(request)
        if self.journal is not None:
            self.journal.sent(self._carried(request))
        try:
            answer = self.session.call(
                request.method, request.path, params=request.params, json=request.body
            )
        except AuthenticationError as error:
            self._stopped = error  # every further request would fail the same way
            self.fail(request.objects, error, request)
        except RateLimited as error:
            self.fail(request.objects, error, request)
        except NotFound as error:
            self._not_found(request, error)
        except ClientError as error:
            self._refused(request, error)
        except ApiError as error:
            if not error.sent:
                self.fail(request.objects, error, request)
                return
            recovery.settle_lost(self, request, error)
        else:
            self.accept(request, answer.data, answer.errors)

    def _carried(self, request: PlannedRequest) -> list[Resource]:
        """Return the objects of a request, with the children that ride along."""
        carried = []
        waiting = list(request.objects)
        while waiting:
            item = waiting.pop()
            carried.append(item)
            if request.kind == "create":
                waiting += [child for _, child in self.work.riders(item)]
        return carried

    def accept(self, request: PlannedRequest, data: Any, errors: Any) -> None:
        """Settle a request that the API took, wholly or in part."""
        endpoint = type(request.objects[0]).endpoint
        unshown = {}
        if request.kind == "create" and not endpoint.echoes and endpoint.key is not None:
            unshown = recovery.read_back(self.session, request)
        for index, (item, sent) in enumerate(zip(request.objects, request.sent, strict=True)):
            if request.kind == "delete":
                self.saved(item, "delete", sent, None)
                continue
            row = unshown.get(index) or answers.row_of(request, index, data)
            said = answers.errors_of(request, index, errors)
            if row is answers.LEFT_OUT:
                error = StateError("the API's answer leaves the row out: it was not saved")
                self.fail([item], error, request, said)
            elif said and not request.batch:
                self._saved_in_part(item, request, sent, row, said)
            elif said:
                self.fail([item], answers.PartlyRefused(said), request, said)
            else:
                self.saved(item, request.kind, sent, row)

    def saved(
        self, item: Resource, kind: str, sent: frozenset[str], row: dict[str, Any] | None
    ) -> None:
        """Count an object as saved, and make it clean."""
        riders = self.work.riders(item) if kind == "create" else []
        self.session.settle(item, kind, sent, row)
        self.report.saved.append(item)
        if self.journal is not None:
            self.journal.saved(item, kind)
        if kind == "create":
            for found, child in answers.nested_pairs(riders, row):
                self.saved(child, "create", frozenset(mapper_for(type(child)).wires), found)

    def _saved_in_part(
        self,
        item: Resource,
        request: PlannedRequest,
        sent: frozenset[str],
        row: dict[str, Any] | None,
        said: dict[str, str],
    ) -> None:
        """Settle a 207: the row exists, but some of its fields were not taken."""
        refused = answers.not_taken(item, sent, row, said)
        self.session.settle(item, request.kind, sent - refused, row)
        self.fail([item], answers.PartlyRefused(said), request, said)

    # -- refusals ---------------------------------------------------------------------------

    def _not_found(self, request: PlannedRequest, error: NotFound) -> None:
        if request.kind == "delete" and len(request.objects) == 1:
            self.accept(request, None, None)  # gone already, which is what was wanted
        else:
            self._refused(request, error)

    def _refused(self, request: PlannedRequest, error: ClientError) -> None:
        """Take what a refused batch has saved all the same, and try the rest in halves."""
        partial = answers.partial_success(error)
        if request.batch and partial is not None:
            self.accept(request, partial, answers.raw_errors(error))
            return
        if len(request.objects) == 1:
            self.fail(request.objects, error, request, dict(error.errors))
            return
        middle = (len(request.objects) + 1) // 2
        for part in (request.objects[:middle], request.objects[middle:]):
            for smaller in self._again(request, part):
                self.send(smaller)

    def _again(self, request: PlannedRequest, part: tuple[Any, ...]) -> Iterable[PlannedRequest]:
        """Build the same request for some of its objects."""
        if request.kind == "create":
            return self.work.create_requests(part)
        if request.kind == "delete":
            return self.work.delete_requests(part)
        chosen = {id(item) for item in part}
        bodies = [
            (item, {wire: row[wire] for wire in sent})
            for item, sent, row in zip(request.objects, request.sent, request.body, strict=True)
            if id(item) in chosen
        ]
        return self.work.update_requests(bodies)

    def fail(
        self,
        items: Iterable[Resource],
        error: Exception,
        request: PlannedRequest | None,
        said: dict[str, str] | None = None,
    ) -> None:
        """Count objects as refused; they stay dirty."""
        for item in items:
            self.report.failed.append(Failure(item, error, said or {}, request))
            if self.journal is not None:
                self.journal.failed(item, error)

    def lost(self, item: Resource, error: Exception, request: PlannedRequest | None) -> None:
        """Count an object as one of which nobody knows whether it was saved."""
        self.report.unknown.append(Failure(item, error, {}, request))
        if self.journal is not None:
            self.journal.unknown(item, error)

    def _settle_cascades(self) -> None:
        """Count children as deleted whose parent was deleted."""
        saved = {id(item) for item in self.report.saved}
        failed = {id(failure.object) for failure in [*self.report.failed, *self.report.unknown]}
        for item in self.work.deleted:
            if id(item) not in saved | failed:
                self.saved(item, "delete", frozenset(), None)


def _unsaved(item: Resource) -> Resource | None:
    """Return an object that must be saved before `item` and is not."""
    state = item._state
    needed: list[Resource] = [] if state.owner is None else [state.owner]
    needed += list((state.links or {}).values())
    for other in needed:
        if other._state.phase is not Phase.PERSISTENT:
            return other
    return None
