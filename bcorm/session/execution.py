"""Carrying out a unit of work: sending its requests, and settling what the API answers.

A batch that is refused is split until the bad row stands alone. What is not saved stays dirty.
"""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from bcorm.exceptions import (
    ApiError,
    AuthenticationError,
    BcormError,
    ClientError,
    NotFound,
    PermissionDenied,
    RateLimited,
    StateError,
)
from bcorm.model.loading.upward import held_parent
from bcorm.model.mapper import mapper_for
from bcorm.model.relations import one
from bcorm.model.state import Phase
from bcorm.session import answers, batches, preflight, recovery, staleness
from bcorm.session.changes import resolved
from bcorm.session.ordering import dependencies, settle_links
from bcorm.session.ownership import Doomed
from bcorm.session.report import CommitReport, Failure, NotSent, PlannedRequest
from bcorm.session.work import Work

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from bcorm.model.resource import Resource
    from bcorm.session.journal import Journal
    from bcorm.session.session import Session


class Execution:
    """One run of a unit of work.

    Args:
        session: whose work it is.
        work: what there is to do.
        journal: where it is written down.
        resuming: whether the journal holds this work already, of a process that died.
        patience: seconds in which the store may still apply what that process had sent.
        check: whether to leave alone what somebody else has changed.
    """

    def __init__(
        self,
        session: Session,
        work: Work,
        journal: Journal | None = None,
        *,
        resuming: bool = False,
        patience: float = 0.0,
        check: bool = False,
    ) -> None:
        self.session = session
        self.work = work
        self.journal = journal
        self.patience = patience
        self._resuming = resuming
        self._check = check
        self.report = CommitReport()
        self._stopped: BcormError | None = None
        self._refused_items: set[int] = set()
        self._unshown: list[Resource] = []

    def run(self) -> CommitReport:
        """Send everything that can be sent, and return what came of it."""
        before = self.session.stats.requests
        with nullcontext() if self.journal is None else self.journal.held():
            self._run()
        self.report.requests = self.session.stats.requests - before
        return self.report

    def _run(self) -> None:
        updates = self.work.update_bodies()
        # Everything that can be refused without the API is refused before the first request.
        for _ in preflight.checked(self.work):
            pass
        if self.journal is not None and not self._resuming:
            session = self.session
            pending = [*session.new, *session.dirty, *session.deleted]
            self.journal.begin(self.work, session.unknown, pending)
        early, late = self.work.delete_order()
        self._delete(early, self._stale([], early))
        for wave in self.work.waves():
            self._create(wave)
        stale = self._stale(updates, late)
        updates = [pair for pair in updates if id(pair[0]) not in stale]
        for request in self.work.update_requests(list(self._linked(updates))):
            self.send(request)
        self._delete(late, stale)
        self._settle_cascades()

    def _delete(self, groups: list[list[Resource]], stale: set[int]) -> None:
        for group in groups:
            fresh = [item for item in group if id(item) not in stale]
            for request in self.work.delete_requests(fresh):
                self.send(request)

    def _stale(
        self, updates: list[tuple[Resource, dict[str, Any]]], deletes: list[list[Resource]]
    ) -> set[int]:
        """Refuse to overwrite what somebody else has changed; return what is not to be sent."""
        if not self._check:
            return set()
        writes: list[tuple[Resource, Collection[str]]] = list(updates)
        writes += [(item, ()) for group in deletes for item in group]
        verdict = staleness.check(self.session, writes)
        for item, error in verdict.refused:
            self.fail([item], error, None)
        self.report.unchecked += verdict.unchecked
        return {id(item) for item, _ in verdict.refused}

    def _create(self, wave: list[Resource]) -> None:
        possible = []
        for item in wave:
            settle_links(item)
            blocker = next(iter(dependencies(item)), None) or self.work.unsaved_before(item)
            if blocker is None:
                possible.append(item)
            else:
                self._fail_waiting(item, blocker)
        for request in self.work.create_requests(recovery.settle_unknown(self, possible)):
            self.send(request)

    def _linked(
        self, updates: Iterable[tuple[Resource, dict[str, Any]]]
    ) -> Iterator[tuple[Resource, dict[str, Any]]]:
        """Put the keys that exist by now into updates; those that lack one are not sent."""
        for item, body in updates:
            blocker = next(iter(dependencies(item)), None)
            if blocker is None:
                yield item, {wire: resolved(value) for wire, value in body.items()}
            else:
                self._fail_waiting(item, blocker)

    def _fail_waiting(self, item: Resource, blocker: Resource) -> None:
        again = id(blocker) not in self._refused_items and blocker in self.session
        why = NotSent(f"not sent, because {blocker!r} was not saved", again=again)
        self.fail([item], why, None)

    def send(self, request: PlannedRequest) -> None:
        """Send one request and settle its answer."""
        if self._stopped is not None:
            self.fail(request.objects, self._stopped, None)
            return
        self.report.sent.append(request)
        if self.journal is not None:
            self.journal.sent(self._carried(request.objects))
        # A PUT that adds rows must not be repeated like one that changes them.
        once = request.kind == "create" and not type(request.objects[0]).endpoint.upserts
        try:
            answer = self.session.call(
                request.method,
                request.path,
                params=request.params,
                json=request.body,
                repeatable=False if once else None,
            )
        except ApiError as error:
            self._unanswered(request, error)
        except BcormError as error:
            # Raised here, before anything was sent.
            self.report.sent.pop()
            self.fail(request.objects, NotSent(f"not sent: {error}", again=False), request)
        except BaseException:
            # Interrupted in the middle: nobody will know whether it arrived.
            if once:
                self.session.unknown.update(request.objects)
            raise
        else:
            self.accept(request, answer.data, answer.errors)

    def _unanswered(self, request: PlannedRequest, error: ApiError) -> None:
        """Settle a request that ended in an error."""
        if isinstance(error, AuthenticationError):
            self._stopped = error  # every further request would fail the same way
        if isinstance(error, (AuthenticationError, RateLimited)) or not error.sent:
            self.fail(request.objects, error, request)
        elif isinstance(error, NotFound):
            self._not_found(request, error)
        elif isinstance(error, ClientError):
            self._refused(request, error)
        else:
            recovery.settle_lost(self, request, error)

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
        with nullcontext() if self.journal is None else self.journal.together():
            self._accept(request, data, errors)
        self.settle_unshown()

    def _accept(self, request: PlannedRequest, data: Any, errors: Any) -> None:
        if request.batch and isinstance(data, dict):
            self._renew_parent(request.objects[0], data)
        if request.kind == "delete":
            self._deleted(request, errors)
            return
        rows = answers.rows_of(request, data)
        told = answers.told(request, rows, errors)
        unshown = {}
        if request.kind == "create" and not answers.show_keys(request, rows):
            unshown = recovery.read_back(self.session, request)
        for index, (item, sent) in enumerate(zip(request.objects, request.sent, strict=True)):
            row = unshown.get(index) or rows[index]
            said = told.get(index, {})
            if row is answers.LEFT_OUT:
                error = StateError("the API's answer leaves the row out: it was not saved")
                self.fail([item], error, request, said)
            elif said and (row is not None or not request.batch):
                self._saved_in_part(item, request, sent, row, said)
            elif said:
                self.fail([item], answers.PartlyRefused(said), request, said)
            else:
                self.saved(item, request.kind, sent, row)

    def _deleted(self, request: PlannedRequest, errors: Any) -> None:
        """Settle a delete; of a batch, some rows may have been kept."""
        told = answers.told(request, [None] * len(request.objects), errors)
        for index, (item, sent) in enumerate(zip(request.objects, request.sent, strict=True)):
            said = told.get(index)
            if said:
                self.fail([item], answers.PartlyRefused(said), request, said)
            else:
                self.saved(item, "delete", sent, None)

    def _renew_parent(self, item: Resource, row: dict[str, Any]) -> None:
        """Take over a parent's row, where children are written through it (an order's lines)."""
        for relation in type(item).relations.values():
            if isinstance(relation, one) and relation.parent:
                parent = held_parent(item, relation, self.session)
                key = relation.target.endpoint.key
                if parent is not None and key is not None and row.get(key) == parent.pk:
                    self.session.absorb(parent, row, partial=False)

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
        settled, lacking = self._settle(item, kind, sent, row, shown=shown)
        self.report.saved += [saved for saved, _ in settled]
        if self.journal is not None:
            self.journal.saved(settled)
        for child in lacking:
            self.fail([child], NotSent(f"{item!r} was saved without it", again=True), None)

    def _settle(
        self,
        item: Resource,
        kind: str,
        sent: frozenset[str],
        row: dict[str, Any] | None,
        *,
        shown: Collection[str] = (),
    ) -> tuple[list[tuple[Resource, str]], list[Resource]]:
        """Make an object and its new children clean; return these, and children not saved."""
        riders = self.work.riders(item) if kind == "create" else []
        self.session.settle(item, kind, sent, row)
        settled: list[tuple[Resource, str]] = [(item, kind)]
        lacking = []
        wires = {id(child): wire for wire, child in riders}
        for found, child in answers.nested_pairs(riders, row):
            if found is None and wires[id(child)] in shown and batches.can_create(type(child)):
                lacking.append(child)
            elif found is None and recovery.can_be_found(child):
                self._unshown.append(child)
            else:
                every = frozenset(mapper_for(type(child)).wires)
                settled += self._settle(child, "create", every, found)[0]
        return settled, lacking

    def settle_unshown(self) -> None:
        """Count children as saved whose rows no answer has shown, under the keys they were given.

        They are looked for all at once; one that is not found can do no more.
        """
        while self._unshown:
            children, self._unshown = self._unshown, []
            rows: dict[int, dict[str, Any]] = {}
            try:
                rows = recovery.unshown_rows(self.session, children)
            finally:  # they are saved, whether or not their rows can be read
                for child in children:
                    every = frozenset(mapper_for(type(child)).wires)
                    self.saved(child, "create", every, rows.get(id(child)))

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
        children = self._settle(item, request.kind, sent - refused, row)[0][1:]
        self.report.saved += [child for child, _ in children]
        if self.journal is not None:
            self.journal.saved(children)
        self.fail([item], answers.PartlyRefused(said), request, said)

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
        if isinstance(error, PermissionDenied):
            self.fail(request.objects, error, request)  # the token may not, whichever row it is
            return
        middle = (len(request.objects) + 1) // 2
        for part in (request.objects[:middle], request.objects[middle:]):
            for smaller in self.work.again(request, part):
                self.send(smaller)

    def fail(
        self,
        items: Iterable[Resource],
        error: Exception,
        request: PlannedRequest | None,
        said: dict[str, str] | None = None,
    ) -> None:
        """Count objects as not saved, with the children that rode along; they stay dirty."""
        carried = self._carried(items)
        failures = [Failure(item, error, said or {}, request) for item in carried]
        self.report.failed += failures
        again = any(failure.temporary for failure in failures)
        if not again:
            self._refused_items.update(map(id, carried))
        if self.journal is not None:
            self.journal.failed(carried, error, again=again)

    def lost(self, item: Resource, error: Exception, request: PlannedRequest | None) -> None:
        """Count an object as one of which nobody knows whether it was saved."""
        carried = self._carried([item])
        self.report.unknown += [Failure(one, error, {}, request) for one in carried]
        if item._state.phase is Phase.PENDING and not type(item).endpoint.upserts:
            self.session.unknown.add(item)
        if self.journal is not None:
            self.journal.unknown(carried, error)

    def _settle_cascades(self) -> None:
        """Count children as deleted whose parent was deleted."""
        settled = {id(item) for item in self.report.saved}
        settled |= {id(one.object) for one in [*self.report.failed, *self.report.unknown]}
        doomed = Doomed(self.work.deleted)
        for item in self.work.deleted:
            if id(item) in settled:
                continue
            above = item
            while (higher := doomed.above(above)) is not None:
                above = higher
            if above._state.phase is Phase.DELETED:
                self.saved(item, "delete", frozenset(), None)
            else:
                self.fail([item], NotSent(f"{above!r} was not deleted", again=True), None)
