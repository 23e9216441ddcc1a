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
    from collections.abc import Collection, Iterable

    from bcorm.model.resource import Resource
    from bcorm.session.journal import Journal
    from bcorm.session.session import Session


class Execution:
    """One run of a unit of work.

    Args:
        session: whose work it is.
        work: what there is to do.
        journal: where it is written down.
        resuming: whether the journal holds this work already, of a process that died just now.
    """

    def __init__(
        self,
        session: Session,
        work: Work,
        journal: Journal | None = None,
        *,
        resuming: bool = False,
    ) -> None:
        self.session = session
        self.work = work
        self.journal = journal
        self.resuming = resuming
        self.report = CommitReport()
        self._stopped: BcormError | None = None

    def run(self) -> CommitReport:
        """Send everything that can be sent, and return what came of it."""
        if self.journal is None:
            return self._run()
        with self.journal.held():
            return self._run()

    def _run(self) -> CommitReport:
        updates = self.work.update_bodies()
        # Everything that can be refused without the API is refused before the first request.
        list(self.work.requests())
        if self.journal is not None and not self.resuming:
            self.journal.begin(self.work, self.session.unknown)
        for wave in self.work.waves():
            self._create(wave)
        updates, stale = self.session.check_stale(updates)
        for item, error in stale:
            self.fail([item], error, None)
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
            self.journal.sent(self._carried(request.objects))
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
        except BaseException:
            # Interrupted in the middle: nobody will know whether it arrived.
            if request.kind == "create":
                self.session.unknown.update(request.objects)
            raise
        else:
            self.accept(request, answer.data, answer.errors)

    def _carried(self, items: Iterable[Resource]) -> list[Resource]:
        """Return objects with the children that ride along with their creation."""
        carried = []
        waiting = list(items)[::-1]
        while waiting:
            item = waiting.pop()
            carried.append(item)
            if item._state.phase is Phase.PENDING:
                waiting += [child for _, child in self.work.riders(item)]
        return carried

    def accept(self, request: PlannedRequest, data: Any, errors: Any) -> None:
        """Settle a request that the API took, wholly or in part."""
        unshown = {}
        if request.kind == "create" and not answers.shows_keys(request, data):
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
        self,
        item: Resource,
        kind: str,
        sent: frozenset[str],
        row: dict[str, Any] | None,
        *,
        shown: Collection[str] = (),
    ) -> None:
        """Count an object as saved, and make it clean; with it, the children that rode along.

        Args:
            item: the object.
            kind: create, update or delete.
            sent: wire names of what was saved.
            row: what the API shows of it, if anything.
            shown: wire names of children that the row shows completely: one that is not among
                them was not saved.
        """
        settled: list[tuple[Resource, str]] = []
        lacking: list[Resource] = []
        self._settle(item, kind, sent, row, shown, settled, lacking)
        self.report.saved += [saved for saved, _ in settled]
        if self.journal is not None:
            self.journal.saved(settled)
        for child in lacking:
            self.fail([child], StateError(f"{item!r} was saved without it"), None)

    def _settle(
        self,
        item: Resource,
        kind: str,
        sent: frozenset[str],
        row: dict[str, Any] | None,
        shown: Collection[str],
        settled: list[tuple[Resource, str]],
        lacking: list[Resource],
    ) -> None:
        riders = self.work.riders(item) if kind == "create" else []
        self.session.settle(item, kind, sent, row)
        settled.append((item, kind))
        wires = {id(child): wire for wire, child in riders}
        for found, child in answers.nested_pairs(riders, row):
            if found is None and wires[id(child)] in shown and type(child).endpoint.creates:
                lacking.append(child)
            else:
                every = frozenset(mapper_for(type(child)).wires)
                self._settle(child, "create", every, found, (), settled, lacking)

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
            if not recovery.arrived(self, request):
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
        batch = type(part[0]).endpoint.update_batch
        rows = request.body if batch is None or batch.wrap is None else request.body[batch.wrap]
        bodies = [
            (item, {wire: row[wire] for wire in sent})
            for item, sent, row in zip(request.objects, request.sent, rows, strict=True)
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
        """Count objects as not saved, with the children that rode along; they stay dirty."""
        carried = self._carried(items)
        self.report.failed += [Failure(item, error, said or {}, request) for item in carried]
        if self.journal is not None:
            self.journal.failed(carried, error)

    def lost(self, item: Resource, error: Exception, request: PlannedRequest | None) -> None:
        """Count an object as one of which nobody knows whether it was saved."""
        carried = self._carried([item])
        self.report.unknown += [Failure(one, error, {}, request) for one in carried]
        if item._state.phase is Phase.PENDING:
            self.session.unknown.add(item)
        if self.journal is not None:
            self.journal.unknown(carried, error)

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
