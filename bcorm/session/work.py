"""The unit of work: which requests save what is new, changed and deleted, in which order.

Creates go before what refers to them, then updates, deletes last, children before parents; what
makes room for a new object of the same natural key is deleted first. Rows of one endpoint share
requests up to its batch limits. Pure: reads objects, sends nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from bcorm.exceptions import QueryError
from bcorm.model.memory import new_children
from bcorm.model.relation_facts import ToMany
from bcorm.model.state import Phase
from bcorm.session import batches
from bcorm.session.changes import Pending, check_required, difference
from bcorm.session.natural_keys import making_room
from bcorm.session.ordering import delete_order, dependencies
from bcorm.session.rules import apply_rules

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from bcorm.model.resource import Resource
    from bcorm.session.report import PlannedRequest


@attrs.define(eq=False)
class Work:
    """What there is to do.

    Attributes:
        new: objects to create.
        dirty: objects to update.
        deleted: objects to delete.
        fields: send only changes of these fields.
        acknowledged: effects that the user accepts, see `PutRule.acknowledge`.
    """

    new: list[Resource]
    dirty: list[Resource]
    deleted: list[Resource]
    fields: Collection[str] | None = None
    acknowledged: Collection[str] = ()
    _riders: dict[int, list[tuple[str, Resource]]] = attrs.field(factory=dict, init=False)

    def waves(self) -> Iterator[list[Resource]]:
        """Yield new objects in groups that can be created one after the other.

        An object is in a group once everything that it refers to is saved or in an earlier group.
        Children that ride along with their parent's request are in no group.
        """
        waiting = {id(item): item for item in self.new}
        for item in self.new:
            for child in self.nested(item):
                waiting.pop(id(child[1]), None)
        while waiting:
            paths = {type(item).endpoint.path for item in waiting.values()}
            ready = [
                item
                for item in waiting.values()
                if not (self._blocked(item, waiting) or _follows(item, paths))
            ]
            if not ready:
                raise QueryError(
                    "new objects refer to each other in a circle: "
                    + ", ".join(repr(item) for item in list(waiting.values())[:5])
                )
            for item in ready:
                del waiting[id(item)]
            yield ready

    def _blocked(self, item: Resource, waiting: dict[int, Resource]) -> bool:
        return any(id(self._root(other)) in waiting for other in dependencies(item))

    def _root(self, item: Resource) -> Resource:
        """Return the object with whose request an object is created."""
        owner = item._state.owner
        if owner is not None and any(child is item for _, child in self.nested(owner)):
            return self._root(owner)
        return item

    def unsaved_before(self, item: Resource) -> Resource | None:
        """Return a new object beside another one that has to be saved before it, and is not."""
        endpoint, parents = type(item).endpoint, item._state.parents.items()
        if endpoint.after is None:
            return None
        for other in self.new:
            state = other._state
            before = state.phase is Phase.PENDING and endpoint.follows(type(other).endpoint.path)
            if before and parents <= state.parents.items():
                return other
        return None

    def nested(self, parent: Resource) -> Iterator[tuple[str, Resource]]:
        """Yield (wire name, child) of the new children that ride along with a new parent."""
        state = parent._state
        if state.phase is not Phase.PENDING:
            return
        paths = {type(child).endpoint.path for child in new_children(parent)}
        for name, relation in type(parent).relations.items():
            wire = relation.nested if isinstance(relation, ToMany) else None
            if wire is None or any(relation.target.endpoint.follows(path) for path in paths):
                continue
            for child in (state.added or {}).get(name, {}).values():
                others = [item for item in dependencies(child) if item is not parent]
                if child._state.phase is Phase.PENDING and not others:
                    yield wire, child

    def create_requests(self, items: Iterable[Resource]) -> list[PlannedRequest]:
        """Return the requests that create a wave of objects."""
        return batches.creates(items, self._new_body)

    def _new_body(self, item: Resource) -> dict[str, Any]:
        body = difference(item)
        for wire, child in self.riders(item):
            row = self._new_body(child)
            # Inside its parent, a child need not say whose it is.
            body.setdefault(wire, []).append(
                {key: value for key, value in row.items() if not _means(value, item)}
            )
        check_required(item, body)
        return body

    def riders(self, item: Resource) -> list[tuple[str, Resource]]:
        """Return the children that went along with an object's creation."""
        known = self._riders.get(id(item))
        if known is None:
            known = self._riders[id(item)] = list(self.nested(item))
        return known

    def update_bodies(self) -> list[tuple[Resource, dict[str, Any]]]:
        """Return what differs of each changed object, with what its PUT rules add.

        Raises:
            PutRuleViolation: a change would destroy something that nobody has acknowledged.
        """
        pairs = []
        for item in self.dirty:
            body = difference(item, self.fields)
            if body:
                pairs.append((item, apply_rules(item, body, self.acknowledged)))
        return pairs

    def update_requests(
        self, pairs: Iterable[tuple[Resource, dict[str, Any]]]
    ) -> list[PlannedRequest]:
        """Return the requests that send changed objects, at most a batch's size each."""
        return batches.updates(pairs)

    def delete_order(self) -> tuple[list[list[Resource]], list[list[Resource]]]:
        """Return the objects to delete in groups, see `ordering.delete_order`.

        The first groups go before everything else, for new objects take their natural keys; the
        others go last.
        """
        groups = delete_order(self.deleted)
        early = set(map(id, making_room(self.deleted, self.new) if self.new else ()))
        return (
            [[item for item in group if id(item) in early] for group in groups],
            [[item for item in group if id(item) not in early] for group in groups],
        )

    def delete_requests(self, items: Iterable[Resource]) -> list[PlannedRequest]:
        """Return the requests that delete objects of one model."""
        return batches.deletes(items)

    def again(self, request: PlannedRequest, part: tuple[Any, ...]) -> Iterable[PlannedRequest]:
        """Build the same request for some of its objects."""
        if request.kind == "create":
            return self.create_requests(part)
        if request.kind == "delete":
            return self.delete_requests(part)
        chosen = {id(item) for item in part}
        batch = type(part[0]).endpoint.update_batch
        rows = request.body if batch is None or batch.wrap is None else request.body[batch.wrap]
        bodies = [
            (item, {wire: row[wire] for wire in sent})
            for item, sent, row in zip(request.objects, request.sent, rows, strict=True)
            if id(item) in chosen
        ]
        return self.update_requests(bodies)

    def requests(self) -> Iterator[PlannedRequest]:
        """Yield every request, as if all of them succeeded."""
        early, late = self.delete_order()
        for group in early:
            yield from self.delete_requests(group)
        for wave in self.waves():
            yield from self.create_requests(wave)
        yield from self.update_requests(self.update_bodies())
        for group in late:
            yield from self.delete_requests(group)


def _follows(item: Resource, paths: Iterable[str]) -> bool:
    """Whether an object is created after rows of one of these paths."""
    endpoint = type(item).endpoint
    return endpoint.after is not None and any(endpoint.follows(path) for path in paths)


def _means(value: Any, parent: Resource) -> bool:
    return isinstance(value, Pending) and value.target is parent
