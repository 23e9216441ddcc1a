"""`Membership`: what becomes of the objects of a session, as they join, are saved, and leave.

`Session` has the words for it, and executions tell what the API made of the objects.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.exceptions import StateError
from bcorm.model.loading.upward import join_loaded, saved_parents, unfold
from bcorm.model.memory import leave, new_children
from bcorm.model.resource import Resource
from bcorm.model.state import Phase
from bcorm.session import changes
from bcorm.session.access import StoreAccess
from bcorm.session.identity import scope_of
from bcorm.session.journal import Journal
from bcorm.session.ledger import Ledger, neighbours
from bcorm.session.ordering import settle_links
from bcorm.session.ownership import Doomed

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable

    from bcorm.session.client import Client
    from bcorm.session.steps import Doubt


class Membership(StoreAccess):
    """Keeps the objects of a session.

    Args:
        client: the store's client.
        strict: as for `StoreAccess`.
        lane: as for `StoreAccess`.
        journal: the file that commits are written to, if any.
    """

    def __init__(
        self,
        client: Client,
        *,
        strict: bool,
        lane: str,
        journal: str | os.PathLike[str] | None,
    ) -> None:
        super().__init__(client, strict=strict, lane=lane)
        self.journal = None if journal is None else Journal(journal, client.store_key)
        self.unknown: dict[Resource, Doubt] = {}
        self.resent: set[Resource] = set()
        self._ledger = Ledger()

    def _attach(self, instance: Resource) -> None:
        endpoint = type(instance).endpoint
        if instance.pk is None and endpoint.key is not None:
            raise StateError(
                f"{instance!r} was created along with its parent, and the API did not tell its "
                f"{endpoint.key}: read it from the parent"
            )
        held = self._identities.get(scope_of(instance), instance.pk)
        if held is not None and held is not instance:
            raise StateError(f"the session holds another object of the identity of {instance!r}")
        self._identities.put(instance)
        instance._state.session = self
        if instance._state.changed:
            self.note(instance)

    def gone(self, instances: Iterable[Resource]) -> None:
        """Take note that rows were deleted, and with them what lived below them."""
        deleted = list(instances)
        for item in deleted:
            self._bury(item)
        doomed = Doomed(deleted)
        if doomed:
            self._drop_below(doomed)

    def _drop_below(self, doomed: Doomed) -> None:
        """Drop what lived below deleted rows: nobody needs it any more."""
        for item in self._ledger.new:
            if doomed.above(item) is not None:
                self._release(item)
        touched = [item for item in self._ledger.touched if doomed.above(item) is not None]
        for item in [*touched, *self._identities.below(doomed)]:
            if item._state.session is self:
                self._release(item)
                item._state.phase = Phase.DELETED

    def _bury(self, instance: Resource) -> None:
        unfold(instance, self)
        self._identities.drop(instance)
        self._ledger.strike(instance)
        instance._state.phase = Phase.DELETED
        instance._state.session = None

    def _forget(self, instance: Resource) -> None:
        """Let an object go, and the new ones that can only be created below it.

        A new one is no child of its parents any more: adding these again does not bring it back.
        """
        if instance._state.phase is Phase.PENDING:
            self._part(instance)
        self._let_go(instance)

    def _part(self, child: Resource) -> None:
        """Take a new object out of the relations that it had joined."""
        for parent in neighbours(child, below=False):
            leave(parent, child)
        for parent in saved_parents(child, self):
            leave(parent, child)

    def _let_go(self, instance: Resource) -> None:
        below = new_children(instance) if instance._state.phase is Phase.PENDING else []
        self._release(instance)
        for child in below:
            needs = any(other is instance for other in neighbours(child, below=False))
            if needs and child._state.session is self:
                self._let_go(child)

    def _release(self, instance: Resource) -> None:
        self._ledger.strike(instance)
        self.unknown.pop(instance, None)
        if self.journal is not None:
            self.journal.forget(instance)
        state = instance._state
        if state.phase is Phase.PERSISTENT:
            self._identities.drop(instance)
        elif state.phase is Phase.PENDING:
            state.phase = Phase.TRANSIENT
        state.session = None

    def note(self, instance: Resource) -> None:
        """Hold a changed object strongly until it is saved."""
        if instance._state.phase is Phase.PERSISTENT:
            self._ledger.change(instance)

    def _give_up(self, items: Iterable[Resource]) -> None:
        """Take new objects out again that could not be created, with what is below them alone."""
        for item in items:
            if self._ledger.is_new(item):
                self._forget(item)

    def settle(
        self, instance: Resource, kind: str, sent: frozenset[str], row: dict[str, Any] | None
    ) -> None:
        """Make an object what the API says it is, after a request that saved it."""
        state = instance._state
        if kind == "delete":
            self._bury(instance)
            return
        if kind == "update":
            unfold(instance, self)
        if kind == "create":
            parents = neighbours(instance, below=False)
            settle_links(instance)
            self._ledger.strike(instance)
            self.unknown.pop(instance, None)
            self.resent.discard(instance)
            state.asked = self.moment
        changes.settle(instance, sent, row, self.moment)
        if kind == "create" and instance.pk is None and not type(instance).endpoint.singleton:
            # Created along with its parent, whose answer did not show it: the parent's relation
            # will load it under its key, and this object can do no more.
            state.session = None
            for parent in parents:
                leave(parent, instance)
            return
        if kind == "create":
            # Where no answer shows what the API computes, it is asked for when it is needed.
            state.partial |= row is None and "get" in type(instance).endpoint.verbs
            self._identities.put(instance)
            join_loaded(instance, self)
        self._ledger.keep(instance)
