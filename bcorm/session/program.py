"""A unit of work as a program of steps, and what becomes of its objects as the steps are answered.

`ready()` has the steps that may be in flight now, `told(step, heard)` settles one; new steps may
become ready by it: the halves of a refused batch, looks for what is doubtful, the next wave.
It sends nothing, waits for nothing and knows no clock: an *engine* carries steps out, an *optimist*
answers each as if it had worked, which is how `plan()` comes to list what `commit()` sends.

Creates go before what refers to them, then updates, deletes last. What is doubtful is looked for
once when its wave is over, and then waited for, all of it together, before the deletes.
"""

from __future__ import annotations

import operator
from collections import deque
from functools import partial
from typing import TYPE_CHECKING, Any

import attrs

from bcorm.exceptions import (
    ApiError,
    AuthenticationError,
    BcormError,
    QueryError,
    StateError,
    UnknownOutcome,
)
from bcorm.http.message import Answer
from bcorm.model.mapper import mapper_for
from bcorm.model.memory import Phase
from bcorm.model.report import CommitReport, Failure, NotSent
from bcorm.session import evidence, looking, refreshing, requests
from bcorm.session.books import Books
from bcorm.session.evidence import Attempt, Doubt, Fate, Heard, Sought, Step
from bcorm.session.requests import resolved
from bcorm.session.work import Doomed, natural_key

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from bcorm.model.report import PlannedRequest
    from bcorm.model.resource import Resource
    from bcorm.session.work import Work

    Row = dict[str, Any]
    Pair = tuple[Resource, dict[str, Any]]
    Place = tuple[int, ...]
    Flight = tuple[Step, Sequence[Attempt]]

# When to look again for rows that are not there yet, in parts of the time that a store is given.
LOOKS = (0.25, 0.5, 1.0)

# Lists of the report that what is answered is added to.
_FILED = ("saved", "failed", "unknown", "unproven", "unchecked")


class Program:
    """The steps of one unit of work.

    Args:
        work: what there is to do.
        books: where it is written down what came of it; the optimist's keep nothing.
        check: whether to leave alone what somebody else has changed.
        patience: seconds for which a request may still arrive after an error or a reset, and
            after a time-out.
    """

    def __init__(
        self,
        work: Work,
        books: Books | None = None,
        *,
        check: bool = False,
        patience: tuple[float, float] = (0.0, 0.0),
    ) -> None:
        self.work = work
        self.books = Books() if books is None else books
        self.report = CommitReport()
        self._check = check
        self._patience = patience
        self._script = self._stages()
        # Where each step stands in the plan, and which are begun. Answers may come in another
        # order; the report has the plan's.
        self._places: dict[Step, Place] = {}
        self._place: Place = (0,)
        self._begun: list[Step] = []
        self._fault: Place | None = None
        self._filed: dict[str, list[Place]] = {name: [] for name in _FILED}
        self._queue: deque[Step] = deque()
        self._flying: set[Step] = set()
        self._stopped: BcormError | None = None
        self._waiting = {id(item): item for item in work.alone()}
        self._deferred: dict[int, Resource] = {}
        self._doubts: dict[int, Doubt] = {}
        self._made: set[int] = set()
        self._stale: set[int] = set()
        self._refused: set[int] = set()
        self._resent: set[int] = set()
        self._edited: list[tuple[Resource, set[str]]] = []
        self._settled: set[int] = set()
        # When the last answer came, and until when what it leaves out may not be listed yet.
        self._moments = (0.0, 0.0)

    # What an engine asks and tells

    @property
    def faultless(self) -> bool:
        """Whether everything has worked so far."""
        return self._fault is None

    @property
    def steps(self) -> list[Step]:
        """The steps that write and were begun, up to the first that did not succeed."""
        steps = sorted(self._begun, key=self._places.__getitem__)
        fault = self._fault
        return [one for one in steps if fault is None or self._places[one] <= fault]

    def ready(self) -> Sequence[Step]:
        """Return the steps that may be sent now, in order; none, and none in flight, is the end."""
        while not self._queue and not self._flying:
            number = self._place[0] + 1
            self._place = (number,)
            stage = next(self._script, None)
            self._file()
            if stage is None:
                self._arrange()
                break
            for index, step in enumerate(stage):
                self._places[step] = (number, index)
            self._queue += stage
        return self._queue

    def _file(self) -> None:
        """Note the place of what has just been reported."""
        for name, places in self._filed.items():
            new = len(getattr(self.report, name)) - len(places)
            places.extend([self._place] * new)

    def _arrange(self) -> None:
        """Bring the report into the order of the plan."""
        for name, places in self._filed.items():
            if any(map(operator.gt, places, places[1:])):
                told = getattr(self.report, name)
                order = sorted(range(len(told)), key=places.__getitem__)
                told[:] = [told[index] for index in order]
        sent = {id(step.request): self._places[step] for step in self._begun}
        self.report.sent.sort(key=lambda request: sent[id(request)])

    def _expect(self, success: bool) -> None:
        """Take note whether something has worked."""
        if not success:
            self._faulty()

    def _faulty(self) -> None:
        """Take note that something has not worked."""
        self._fault = self._place if self._fault is None else min(self._fault, self._place)

    def begin(self, step: Step) -> bool:
        """Take a ready step as being on its way; whether it is to be sent at all."""
        self._queue.remove(step)
        self._place = self._places[step]
        sent = self._begin(step)
        self._file()
        return sent

    def _begin(self, step: Step) -> bool:
        if self._stopped is not None:
            if step.request is not None:
                self._fail(step.objects, self._stopped, None)
            for item in step.objects:
                if id(item) in self._doubts:
                    self._doubts[id(item)].looked = True
            return False
        if step.request is not None:
            problem = self.books.sending(self.work.carried(step.objects))
            if problem is not None:
                self.stop(problem)
                self._fail(step.objects, problem, None)
                return False
            self.report.sent.append(step.request)
            self._begun.append(step)
        self._flying.add(step)
        return True

    def told(self, step: Step, heard: Heard) -> None:
        """Settle a step by what came of it."""
        self._flying.discard(step)
        self._place = self._places[step]
        if heard.attempts:
            ended = heard.attempts[-1].ended
            self._moments = (ended, ended + self._patience[0])
        with self.books.together():
            if step.kind == "look":
                self._told_look(step, heard)
            elif step.kind == "check":
                self._told_check(step, heard)
            else:
                assert step.request is not None
                self._told_write(step, step.request, heard)
        self._file()

    def stop(self, error: BcormError) -> None:
        """Send nothing more: every further request would fail the same way."""
        if self._stopped is None:
            self._stopped = error

    def interrupted(self, flights: Iterable[Flight], error: BaseException) -> None:
        """Leave the books in order, as an interrupt goes on its way: steps may have arrived.

        Args:
            flights: the steps that have no answer, or were not settled to the end, with the
                attempts of each.
            error: what interrupted them.
        """
        why = StateError(f"interrupted while it was sent ({type(error).__name__})")
        for step, attempts in flights:
            done = set() if step in self._flying else {*self._settled, *self._doubts}
            self._flying.discard(step)
            self._place = self._places[step]
            if step.request is not None and attempts:
                for item in step.objects:
                    if id(item) not in done:
                        self._doubt(step, item, why, attempts)
        for doubt in list(self._doubts.values()):
            self._lose(doubt)

    # The order of things

    def _stages(self) -> Iterator[list[Step]]:
        """Yield what can be in flight together, one after the other."""
        for item, error in self.work.unready:
            self._fail([item], error, None)
        early, late = self.work.delete_order()
        updates = list(self.work.updates)
        yield from self._checks([], early)
        yield from self._deletes(early)
        checked = False
        while True:
            yield from self._creates()
            if not checked:
                yield from self._checks(updates, late)
                updates = [pair for pair in updates if id(pair[0]) not in self._stale]
                checked = True
            while self._edited:
                item, wires = self._edited.pop()
                body = self.work.later_update(item, wires)
                if body:
                    updates.append((item, body))
                else:
                    self.report.saved.append(item)
            updates, ready = self._linked(updates)
            if ready:
                yield [self._step(request) for request in self.work.update_requests(ready)]
                yield from self._look_once()
            yield from self._wait()
            if not (self._waiting or self._deferred or self._edited or updates):
                break
            self._waiting.update(self._deferred)
            self._deferred = {}
        yield from self._deletes(late)
        yield from self._wait()
        self._settle_cascades()

    def _checks(self, updates: list[Pair], deletes: list[list[Resource]]) -> Iterator[list[Step]]:
        writes: list[tuple[Resource, Collection[str]]] = list(updates)
        writes += [(item, ()) for group in deletes for item in group]
        if self._check and writes:
            read = partial(refreshing.check, writes=writes)
            yield [Step(kind="check", objects=tuple(item for item, _ in writes), read=read)]

    def _deletes(self, groups: list[list[Resource]]) -> Iterator[list[Step]]:
        for group in groups:
            fresh = []
            for item in group:
                if id(item) in self._stale:
                    continue
                if self.books.is_replaced(item):
                    self._save(item, "delete", frozenset(), None)
                else:
                    fresh.append(item)
            if fresh:
                yield [self._step(request) for request in self.work.delete_requests(fresh)]
                yield from self._look_once()

    def _creates(self) -> Iterator[list[Step]]:
        while self._waiting:
            wave = self._next_wave()
            if wave:
                yield [self._step(request) for request in self.work.create_requests(wave)]
            yield from self._look_once()

    def _next_wave(self) -> list[Resource]:
        """Take the new objects out that can be created now, and settle those that cannot be."""
        ready = self.work.ready(self._waiting, self._made)
        for item in ready:
            del self._waiting[id(item)]
        wave = []
        for item in ready:
            self.books.settle_links(item)
            doubt = self.books.doubt_of(item)
            blocker = self.work.blocker(item, self._made)
            if blocker is not None:
                if self._may_come(blocker):
                    self._deferred[id(item)] = item
                else:
                    self._fail_waiting(item, blocker)
            elif doubt is not None:
                self._doubts[id(item)] = attrs.evolve(doubt, looked=False, request=None)
            else:
                wave.append(item)
        return wave

    def _may_come(self, blocker: Resource) -> bool:
        """Whether it is not decided yet that something is saved, or gone."""
        root = id(self.work.root(blocker))
        return root in self._doubts or root in self._deferred or root in self._waiting

    def _linked(self, updates: list[Pair]) -> tuple[list[Pair], list[Pair]]:
        """Put the keys that exist by now into updates; return those that wait, and the others."""
        later, ready = [], []
        for item, body in updates:
            blocker = self.work.needed(item, self._made)
            if blocker is None:
                ready.append((item, {wire: resolved(value) for wire, value in body.items()}))
            elif self._may_come(blocker):
                later.append((item, body))
            else:
                self._fail_waiting(item, blocker)
        return later, ready

    def _look_once(self) -> Iterator[list[Step]]:
        """Look at once for what has just become doubtful: others may wait for it."""
        while fresh := [one for one in self._doubts.values() if not one.looked]:
            yield self._looks(fresh, None)

    def _wait(self) -> Iterator[list[Step]]:
        """Look for all that is doubtful, until nothing more can arrive."""
        if self._doubts and self._stopped is None:
            begins = min(one.since for one in self._doubts.values())
            ends = max(one.settles for one in self._doubts.values())
            for part in LOOKS:
                if self._doubts:
                    doubts = list(self._doubts.values())
                    yield self._looks(doubts, begins + part * (ends - begins))
        for doubt in list(self._doubts.values()):
            self._lose(doubt)

    def _looks(self, doubts: list[Doubt], when: float | None) -> list[Step]:
        steps = []
        for doubt in doubts:
            self.books.settle_links(doubt.item)
        for group in looking.groups(doubts):
            items = tuple(one.item for one in group)
            wanted = [one.sought for one in group if one.sought is not None]
            if wanted:
                wires = {wire for item in items for wire, _ in self.work.riders(item)}
                include = looking.includes(type(items[0]), wires)
                read: Callable[[Any], Any] = partial(
                    looking.read_new, wanted=wanted, include=include
                )
            else:
                read = partial(looking.read_held, items=items)
            steps.append(Step(kind="look", objects=items, read=read, when=when))
        return steps

    def _step(self, request: PlannedRequest) -> Step:
        self.books.check(self.work, request)
        # A PUT that adds rows must not be repeated like one that changes them.
        endpoint = type(request.objects[0]).endpoint
        once = request.kind == "create" and not endpoint.upserts
        if request.kind == "delete":
            once = any(self.work.makes_room(item) for item in request.objects)
        return Step(
            kind=request.kind, objects=request.objects, request=request, once=once,
            exclusive=requests.exclusive(request),
        )  # fmt: skip

    # What was heard of what was written

    def _told_write(self, step: Step, request: PlannedRequest, heard: Heard) -> None:
        if heard.answer is not None:
            self._taken(step, request, heard.answer, heard.attempts)
            return
        self._faulty()
        error = heard.error
        if not isinstance(error, ApiError):
            # Raised here, before anything was sent.
            self.report.sent.remove(request)
            self._fail(step.objects, NotSent(f"not sent: {error}", again=False), request)
            return
        if isinstance(error, AuthenticationError):
            self.stop(error)
        match evidence.of_attempts(request.kind, heard.attempts):
            case Fate.SAVED:
                if len(request.objects) == 1:
                    self._save(request.objects[0], "delete", frozenset(), None)
                else:
                    self._told_refused(step, request, error)
            case Fate.UNSENT:
                self._fail(step.objects, error, request)
            case Fate.REFUSED:
                self._told_refused(step, request, error)
            case _:
                for item in step.objects:
                    self._doubt(step, item, error, heard.attempts)

    def _told_refused(self, step: Step, request: PlannedRequest, error: ApiError) -> None:
        """Take what a refused batch has saved all the same, and try the rest in halves."""
        partial_rows = evidence.partial_success(error)
        if request.batch and partial_rows is not None:
            body = {"data": partial_rows, "errors": evidence.raw_errors(error)}
            self._taken(step, request, Answer(error.status or 422, body), ())
            return
        if len(request.objects) == 1:
            (item,) = request.objects
            if request.kind == "create" and self.books.was_sent_twice(item):
                # It may be refused because the first request had worked, only late.
                self._doubt(step, item, error, (), refusal=error)
            else:
                self._fail(step.objects, error, request, dict(error.errors))
            return
        if evidence.is_of_no_row(error):
            self._fail(step.objects, error, request)
            return
        middle = (len(request.objects) + 1) // 2
        halves = []
        for part in (request.objects[:middle], request.objects[middle:]):
            halves += [self._step(smaller) for smaller in self.work.again(request, part)]
        for index, half in enumerate(halves):
            self._places[half] = (*self._places[step], index)
        self._queue.extendleft(reversed(halves))

    def _taken(
        self, step: Step, request: PlannedRequest, answer: Answer, attempts: Sequence[Attempt]
    ) -> None:
        """Settle a request that the API took, wholly or in part."""
        if request.batch and isinstance(answer.data, dict):
            self.books.renew_parent(request.objects[0], answer.data)
        verdicts = self.books.verdicts(request, answer)
        told = evidence.told(request, [row for _, row in verdicts], answer.errors)
        for index, (item, sent) in enumerate(zip(request.objects, request.sent, strict=True)):
            fate, row = verdicts[index]
            said = told.get(index, {})
            if said:
                self._faulty()
                if request.kind != "delete" and (row is not None or not request.batch):
                    self._save_in_part(item, request, sent, row, said)
                else:
                    self._fail([item], evidence.PartlyRefused(said), request, said)
            elif fate is Fate.SAVED:
                self._save(item, request.kind, sent, row, request=request)
            else:
                self._faulty()
                if fate is Fate.LEFT_OUT:
                    error = StateError("the API's answer leaves the row out: it was not saved")
                    self._doubt(step, item, error, attempts, final=True)
                else:
                    error = StateError(
                        f"the answer ({answer.status}) is not what the API answers to a write"
                    )
                    self._doubt(step, item, error, attempts)
        if self._unproven(request):
            self.report.unproven += request.objects

    @staticmethod
    def _unproven(request: PlannedRequest) -> bool:
        endpoint = type(request.objects[0]).endpoint
        shows: str = endpoint.answer(request.kind, batch=request.batch)
        return shows == "either way"

    def _doubt(
        self,
        step: Step,
        item: Resource,
        error: Exception,
        attempts: Sequence[Attempt],
        *,
        refusal: Exception | None = None,
        final: bool = False,
    ) -> None:
        """Put an object among those that are looked for."""
        request = step.request
        assert request is not None
        last = attempts[-1].ended if attempts else 0.0
        settles = evidence.settles(attempts, *self._patience) if attempts else last
        if isinstance(error, ApiError) and evidence.of_error(error) is Fate.REFUSED:
            refusal = error
        self._doubts[id(item)] = Doubt(
            item,
            request.kind,
            error,
            since=last,
            settles=last if final else settles,
            request=request,
            sent=request.sent[request.objects.index(item)],
            sought=looking.sought(item) if request.kind == "create" else None,
            body=self._body(item),
            refusal=refusal,
            final=final or refusal is not None,
        )

    def _body(self, item: Resource) -> dict[str, Any]:
        return {wire: resolved(value) for wire, value in self.work.body(item).items()}

    # What was heard of what was looked for

    def _told_look(self, step: Step, heard: Heard) -> None:
        doubts = [self._doubts[id(item)] for item in step.objects if id(item) in self._doubts]
        for doubt in doubts:
            doubt.looked = True
        if heard.error is not None or not doubts:
            for doubt in doubts:
                self._look_failed(doubt, heard.error)
            return
        rows = heard.value
        if not isinstance(rows, dict):
            rows = looking.match(self._rivals(doubts[0]), rows, self.books.is_anothers)
        began = heard.attempts[-1].began
        for doubt in doubts:
            row = rows.get(id(doubt.item)) or None
            self._expect((row is not None) is (doubt.kind != "delete"))
            if doubt.kind == "delete":
                self._found_deleted(doubt, row)
            elif doubt.kind == "update":
                self._found_updated(doubt, row)
            elif row is not None:
                self._found(doubt, row)
            elif doubt.final or began >= doubt.settles:
                self._absent(doubt)

    def _rivals(self, doubt: Doubt) -> list[Sought]:
        """Return all that is looked for where an object is: a row may belong to any of them."""
        item = doubt.item
        return [
            one.sought
            for one in self._doubts.values()
            if one.sought is not None
            and type(one.item) is type(item)
            and one.item._state.parents == item._state.parents
        ]

    def _look_failed(self, doubt: Doubt, error: BaseException | None) -> None:
        """Keep the reason why an object stays in doubt: a look that failed proves nothing."""
        if isinstance(error, ApiError) and (doubt.final or doubt.kind in {"rider", "key"}):
            doubt.error = UnknownOutcome(
                f"whether it was saved could not be read: {error.title}",
                status=error.status, method=error.method, path=error.path, retry_safe=True,
            )  # fmt: skip
        elif isinstance(error, (StateError, QueryError)) and doubt.request is None:
            doubt.error = error

    def _found_deleted(self, doubt: Doubt, row: Row | None) -> None:
        if row is None:
            del self._doubts[id(doubt.item)]
            self._save(doubt.item, "delete", frozenset(), None)

    def _found_updated(self, doubt: Doubt, row: Row | None) -> None:
        if row is not None and evidence.shows(doubt.item, doubt.sent, row):
            del self._doubts[id(doubt.item)]
            self._save(doubt.item, "update", doubt.sent, row)
        elif doubt.final:
            self._drop(doubt, doubt.refusal or doubt.error)

    def _found(self, doubt: Doubt, row: Row) -> None:
        """Take a row that was found for the object's own, if it holds what the object sent."""
        item = doubt.item
        assert doubt.sought is not None
        if looking.holds(doubt.sought, row):
            del self._doubts[id(item)]
            now = self._body(item)
            every = mapper_for(type(item)).wires.keys()
            # What was assigned since it was sent is still to be sent.
            sent = frozenset(wire for wire in every if now.get(wire) == doubt.body.get(wire))
            shown = [wire for wire, _ in self.work.riders(item) if isinstance(row.get(wire), list)]
            self._save(item, "create", sent, row, shown=shown)
            if sent != every:
                self.report.saved.remove(item)  # not all of it is, as yet
                self._edited.append((item, every - sent))
        elif doubt.final:
            self._drop(doubt, doubt.refusal or doubt.error)
        elif doubt.kind == "create":
            key = " and ".join(natural_key(item)) or type(item).endpoint.key
            doubt.error = StateError(
                f"its creation got no answer, and the store has a row of the same {key} but with "
                "other values, perhaps somebody else's: look at it, then session.expunge(it) or "
                "session.resend(it)"
            )
            self._lose(doubt)

    def _absent(self, doubt: Doubt) -> None:
        """Settle a new object that is not in the store, and cannot get there any more."""
        item, once = doubt.item, type(doubt.item).endpoint.once
        if doubt.final:
            self._drop(doubt, doubt.refusal or doubt.error)
        elif doubt.kind in {"rider", "key"} or id(item) in self._resent:
            self._lose(doubt)
        elif once is not None:
            doubt.error = StateError(
                f"its creation got no answer, and it is not in the store; {once}: look again, then "
                "session.resend(it) or session.expunge(it)"
            )
            self._lose(doubt)
        else:
            del self._doubts[id(item)]
            self._resent.add(id(item))
            self.books.sending_twice(item)
            self._waiting[id(item)] = item

    def _drop(self, doubt: Doubt, error: Exception) -> None:
        del self._doubts[id(doubt.item)]
        said = dict(error.errors) if isinstance(error, ApiError) else {}
        self.books.forget_doubt(doubt.item)
        self._fail([doubt.item], error, doubt.request, said)

    def _lose(self, doubt: Doubt) -> None:
        """Count an object as one of which nobody knows whether it was saved."""
        self._doubts.pop(id(doubt.item), None)
        self._faulty()
        carried = self.work.carried([doubt.item])
        self._settled.update(map(id, carried))
        self.report.unknown += [Failure(one, doubt.error, {}, doubt.request) for one in carried]
        self.books.unknown(carried, doubt)

    def _told_check(self, step: Step, heard: Heard) -> None:
        if heard.error is not None:
            why = heard.error if isinstance(heard.error, BcormError) else StateError("not checked")
            self._fail(step.objects, why, None)
            self._stale.update(map(id, step.objects))
            return
        for item, error in heard.value.refused:
            self._stale.add(id(item))
            self._fail([item], error, None)
        self.report.unchecked += heard.value.unchecked

    # What becomes of objects

    def _save(
        self,
        item: Resource,
        kind: str,
        sent: frozenset[str],
        row: Row | None,
        *,
        shown: Collection[str] = (),
        request: PlannedRequest | None = None,
    ) -> None:
        """Count an object as saved, and make it clean; with it, the children that rode along.

        Args:
            item: the object.
            kind: create, update or delete.
            sent: wire names of what was saved.
            row: what the API shows of it, if anything.
            shown: wire names of children that the row shows completely: one that is not among
                them was not saved.
            request: what it was saved by.
        """
        if kind == "create" and self.books.needs_key(item, row):
            why = StateError("it was saved, and its key could not be read: the next commit looks")
            begins, ends = self._moments
            self._doubts[id(item)] = Doubt(
                item, "key", why, begins, ends, request, sent,
                looking.sought(item), self._body(item),
            )  # fmt: skip
            return
        settled, lacking = self._settle(item, kind, sent, row, shown=shown)
        self.report.saved += [saved for saved, _ in settled]
        self.books.saved(settled)
        for child in lacking:
            self._fail([child], NotSent(f"{item!r} was saved without it", again=True), None)

    def _settle(
        self,
        item: Resource,
        kind: str,
        sent: frozenset[str],
        row: Row | None,
        *,
        shown: Collection[str] = (),
    ) -> tuple[list[tuple[Resource, str]], list[Resource]]:
        """Make an object and its new children clean; return these, and children not saved."""
        riders = self.work.riders(item) if kind == "create" else []
        self.books.settle(item, kind, sent, row)
        self._made.add(id(item))
        self._settled.add(id(item))
        settled: list[tuple[Resource, str]] = [(item, kind)]
        lacking: list[Resource] = []
        wires = {id(child): wire for wire, child in riders}
        for found, child in evidence.nested_pairs(riders, row):
            if found is not None or not self.books.needs_key(child, found):
                every = frozenset(mapper_for(type(child)).wires)
                more, less = self._settle(child, "create", every, found)
                settled += more
                lacking += less
            elif wires[id(child)] in shown and self.work.can_create(child):
                lacking.append(child)
            else:
                why = StateError(
                    f"it was created along with {item!r}, and the API has not shown it: read "
                    "what is there, then session.expunge(it) or session.resend(it)"
                )
                begins, ends = self._moments
                wanted, body = looking.sought(child), self._body(child)
                self._doubts[id(child)] = Doubt(
                    child, "rider", why, begins, ends, sought=wanted, body=body
                )
        return settled, lacking

    def _save_in_part(
        self,
        item: Resource,
        request: PlannedRequest,
        sent: frozenset[str],
        row: Row | None,
        said: dict[str, str],
    ) -> None:
        """Settle a 207: the row exists, but some of its fields were not taken."""
        refused = evidence.not_taken(item, sent, row, said)
        children = self._settle(item, request.kind, sent - refused, row)[0][1:]
        self.report.saved += [child for child, _ in children]
        self.books.saved(children)
        self._fail([item], evidence.PartlyRefused(said), request, said)

    def _fail(
        self,
        items: Iterable[Resource],
        error: Exception,
        request: PlannedRequest | None,
        said: dict[str, str] | None = None,
    ) -> None:
        """Count objects as not saved, with the children that rode along; they stay dirty."""
        self._faulty()
        carried = self.work.carried(items)
        failures = [
            Failure(item, error, evidence.by_field(item, said or {}), request) for item in carried
        ]
        self.report.failed += failures
        self._settled.update(map(id, carried))
        again = any(failure.temporary for failure in failures)
        if not again:
            self._refused.update(map(id, carried))
        self.books.failed(carried, error, again=again)

    def _fail_waiting(self, item: Resource, blocker: Resource) -> None:
        again = id(blocker) not in self._refused and self.books.has(blocker)
        done = "deleted" if blocker._state.phase is Phase.PERSISTENT else "saved"
        why = NotSent(f"not sent, because {blocker!r} was not {done}", again=again)
        self._fail([item], why, None)

    def _settle_cascades(self) -> None:
        """Count children as deleted whose parent was deleted."""
        doomed = Doomed(self.work.deleted)
        for item in self.work.deleted:
            if id(item) in self._settled:
                continue
            above = item
            while (higher := doomed.above(above)) is not None:
                above = higher
            if id(above) in self._made:
                self._save(item, "delete", frozenset(), None)
            else:
                self._fail([item], NotSent(f"{above!r} was not deleted", again=True), None)


def optimistic(program: Program) -> Iterator[PlannedRequest]:
    """Answer each step as if it had worked; yield what would be sent.

    Raises:
        InvalidValue: a new object lacks a required value or its parent, or a value cannot be JSON.
        QueryError: the API has no such request, or new objects refer to each other in a circle.
    """
    heard = Heard(attempts=(Attempt(0.0, 0.0),), answer=Answer(200))
    while steps := program.ready():
        step = steps[0]
        program.begin(step)
        if step.request is not None:
            yield step.request
            program.told(step, heard)
        else:
            program.told(step, program.books.imagined(step))
