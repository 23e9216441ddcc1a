"""`Books`: who is told what the API made of the objects of a program.

Those of a session settle them, and write it to its journal too. The optimist's keep nothing, and
imagine that everything is found.
"""

from __future__ import annotations

import logging
from contextlib import ExitStack, contextmanager, nullcontext
from typing import TYPE_CHECKING, Any

from bcorm.exceptions import JournalFailed
from bcorm.model.mapper import mapper_for
from bcorm.model.memory import Phase, absorb
from bcorm.model.relations.descriptors import one
from bcorm.model.relations.to_one import held_parent
from bcorm.session import evidence, looking
from bcorm.session.evidence import Attempt, Fate, Heard
from bcorm.session.work import natural_key, settle_links

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from bcorm.exceptions import BcormError
    from bcorm.http.message import Answer
    from bcorm.model.report import PlannedRequest
    from bcorm.model.resource import Resource
    from bcorm.session.evidence import Doubt, Step, Verdict
    from bcorm.session.journal import Journal
    from bcorm.session.membership import Membership
    from bcorm.session.work import Work

    Row = dict[str, Any]

_log = logging.getLogger("bcorm.session")


class Books:
    """Books in which nothing is kept: everything works, and the objects stay as they are.

    Args:
        session: whose objects they are.
    """

    def __init__(self, session: Membership | None = None) -> None:
        self.session = session

    def check(self, work: Work, request: PlannedRequest) -> None:
        """Refuse what could not be sent. Raises InvalidValue."""
        work.check(request)

    def sending(self, items: Iterable[Resource]) -> BcormError | None:
        """Take note that objects are on their way; return why they must not be sent, if so."""
        del items
        return None

    def together(self) -> AbstractContextManager[None]:
        """Keep what is written down in this block together."""
        return nullcontext()

    def verdicts(self, request: PlannedRequest, answer: Answer) -> list[Verdict]:
        """Return what an answer proves of each object."""
        del answer
        return [(Fate.SAVED, None)] * len(request.objects)

    def imagined(self, step: Step) -> Heard:
        """Return what a step that reads brings, if everything is as it should be."""
        rows = {id(item): {"imagined": True} for item in step.objects}
        return Heard(attempts=(Attempt(0.0, 0.0),), value=rows)

    def has(self, item: Resource) -> bool:
        """Whether an object belongs to the session."""
        return item._state.session is not None

    def doubt_of(self, item: Resource) -> Doubt | None:
        """Return what is remembered of a new object whose earlier request was lost."""
        return None if self.session is None else self.session.unknown.get(item)

    def is_replaced(self, item: Resource) -> bool:
        """Whether another object has the place of a row that is to be deleted: it is gone."""
        if self.session is None or item.pk is None:
            return False
        held = self.session.lookup(type(item), item._state.parents, item.pk)
        return held is not None and held is not item

    def is_anothers(self, item: Resource, row: Row) -> bool:
        """Whether a row is known as another object's."""
        del item, row
        return False

    def needs_key(self, item: Resource, row: Row | None) -> bool:
        """Whether a created object lacks its key, and can be looked for."""
        del item, row
        return False

    def settle_links(self, item: Resource) -> None:
        """Turn references to objects that are saved by now into their keys."""

    def settle(self, item: Resource, kind: str, sent: frozenset[str], row: Row | None) -> None:
        """Make an object what it is after it was saved."""

    def renew_parent(self, item: Resource, row: Row) -> None:
        """Take over the row of an object's parent."""

    def saved(self, settled: Sequence[tuple[Resource, str]]) -> None:
        """Write down that objects were created, updated or deleted."""

    def failed(self, items: Sequence[Resource], error: Exception, *, again: bool) -> None:
        """Write down that objects were not saved, and whether they may be by trying again."""

    def unknown(self, items: Sequence[Resource], doubt: Doubt) -> None:
        """Write down that nobody knows whether objects were saved."""

    def forget_doubt(self, item: Resource) -> None:
        """Take note that an object is not in doubt any more."""

    def was_sent_twice(self, item: Resource) -> bool:
        """Whether a new object was sent again after it had not been found."""
        del item
        return False

    def sending_twice(self, item: Resource) -> None:
        """Take note that a new object is sent again, for it was not found."""


class SessionBooks(Books):
    """The books of a session.

    Args:
        session: whose objects they are.
        journal: where it is written down besides, so that it survives the process.
    """

    session: Membership

    def __init__(self, session: Membership, journal: Journal | None) -> None:
        super().__init__(session)
        self.journal = journal

    def check(self, work: Work, request: PlannedRequest) -> None:
        """Nothing: everything was checked before the first request."""

    def sending(self, items: Iterable[Resource]) -> BcormError | None:
        """Take note that objects are on their way; return why they must not be sent, if so."""
        if self.journal is None:
            return None
        try:
            self.journal.sent(items)
        except JournalFailed as error:
            return error  # what is not known to have been sent would be sent twice
        return None

    def together(self) -> AbstractContextManager[None]:
        """Keep what is written down in this block together."""
        return nullcontext() if self.journal is None else self._together(self.journal)

    @staticmethod
    @contextmanager
    def _together(journal: Journal) -> Iterator[None]:
        with ExitStack() as stack:
            # What cannot be written, `recover` finds out by looking.
            stack.enter_context(_tolerated())
            try:
                stack.enter_context(journal.together())
            except JournalFailed as error:
                _log.warning("%s", error)
            yield

    def verdicts(self, request: PlannedRequest, answer: Answer) -> list[Verdict]:
        """Return what an answer proves of each object."""
        return evidence.of_answer(request, answer, self.is_anothers)

    def has(self, item: Resource) -> bool:
        """Whether an object belongs to the session."""
        return item in self.session

    def is_anothers(self, item: Resource, row: Row) -> bool:
        """Whether a row is known as another object's."""
        model = type(item)
        if model.endpoint.key is None:
            return False
        key = mapper_for(model).value(row, model.endpoint.key)
        held = self.session.lookup(model, item._state.parents, key)
        return held is not None and held is not item

    def needs_key(self, item: Resource, row: Row | None) -> bool:
        """Whether a created object lacks its key, and can be looked for."""
        if type(item).endpoint.key is None or item.pk is not None:
            return False
        shown = row is not None and evidence.has_key(type(item), row)
        return not shown and looking.can_be_found(item) and bool(natural_key(item))

    def settle_links(self, item: Resource) -> None:
        """Turn references to objects that are saved by now into their keys."""
        settle_links(item)

    def settle(self, item: Resource, kind: str, sent: frozenset[str], row: Row | None) -> None:
        """Make an object what it is after it was saved."""
        self.session.settle(item, kind, sent, row)

    def renew_parent(self, item: Resource, row: Row) -> None:
        """Take over the row of an object's parent."""
        # Children may be written through their parent (an order's lines).
        for relation in type(item).relations.values():
            if isinstance(relation, one) and relation.parent:
                parent = held_parent(item, relation, self.session)
                key = relation.target.endpoint.key
                if parent is not None and key is not None and row.get(key) == parent.pk:
                    now = self.session.store.clock
                    absorb(parent, row, partial=False, asked=now)

    def saved(self, settled: Sequence[tuple[Resource, str]]) -> None:
        """Write down that objects were created, updated or deleted."""
        self._write(lambda journal: journal.saved(settled))

    def failed(self, items: Sequence[Resource], error: Exception, *, again: bool) -> None:
        """Write down that objects were not saved, and whether they may be by trying again."""
        self._write(lambda journal: journal.failed(items, error, again=again))

    def unknown(self, items: Sequence[Resource], doubt: Doubt) -> None:
        """Write down that nobody knows whether objects were saved."""
        item = doubt.item
        if item._state.phase is Phase.PENDING and not type(item).endpoint.upserts:
            self.session.unknown[item] = doubt
        self._write(lambda journal: journal.unknown(items, doubt.error))

    def forget_doubt(self, item: Resource) -> None:
        """Take note that an object is not in doubt any more."""
        self.session.unknown.pop(item, None)

    def was_sent_twice(self, item: Resource) -> bool:
        """Whether a new object was sent again after it had not been found."""
        return item in self.session.resent

    def sending_twice(self, item: Resource) -> None:
        """Take note that a new object is sent again, for it was not found."""
        self.session.unknown.pop(item, None)
        self.session.resent.add(item)

    def _write(self, write: Callable[[Any], None]) -> None:
        """Write down what is over. What cannot be written, `recover` finds out by looking."""
        if self.journal is not None:
            with _tolerated():
                write(self.journal)


@contextmanager
def _tolerated() -> Iterator[None]:
    try:
        yield
    except JournalFailed as error:
        _log.warning("%s", error)
