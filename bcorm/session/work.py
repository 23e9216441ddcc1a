"""What there is to do: which objects are new, changed and deleted, and in which order they go.

`Program` makes steps of it. Pure: reads objects, sends nothing; only the companions that PUT rules
ask for are loaded, when it is made.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import attrs

from bcorm.exceptions import ApiError, InvalidValue, QueryError
from bcorm.http import jsontext
from bcorm.model.mapper import mapper_for
from bcorm.model.memory import new_children
from bcorm.model.relation_facts import ToMany
from bcorm.model.state import Phase
from bcorm.session import batches
from bcorm.session.changes import Pending, check_required, difference, resolved
from bcorm.session.natural_keys import making_room
from bcorm.session.ordering import delete_order, dependencies
from bcorm.session.rules import apply_rules

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from bcorm.model.report import PlannedRequest
    from bcorm.model.resource import Resource

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


@attrs.define(eq=False)
class Work:
    """What there is to do. Each object is compared with its loaded row once.

    Attributes:
        new: objects to create.
        changed: saved objects that were touched.
        deleted: objects to delete.
        fields: send only changes of these fields.
        acknowledged: effects that the user accepts, see `PutRule.acknowledge`.
        updates: the changed objects that differ, with their bodies and what PUT rules add.
        unready: those whose companions could not be read, and why.
    """

    new: list[Resource]
    changed: list[Resource]
    deleted: list[Resource]
    fields: Collection[str] | None = None
    acknowledged: Collection[str] = ()
    updates: list[tuple[Resource, dict[str, Any]]] = attrs.field(factory=list, init=False)
    unready: list[tuple[Resource, ApiError]] = attrs.field(factory=list, init=False)
    _bodies: dict[int, dict[str, Any]] = attrs.field(factory=dict, init=False)
    _riders: dict[int, list[tuple[str, Resource]]] = attrs.field(factory=dict, init=False)
    _riding: set[int] = attrs.field(factory=set, init=False)
    _room: list[tuple[Resource, Resource]] = attrs.field(factory=list, init=False)
    _room_by: dict[int, list[Resource]] = attrs.field(factory=dict, init=False)
    _made_room: set[int] = attrs.field(factory=set, init=False)
    _before: dict[Any, dict[tuple[Any, ...], list[Resource]]] = attrs.field(
        factory=dict, init=False
    )

    def __attrs_post_init__(self) -> None:
        """Find out what differs, and which deletes make room for what is new.

        Raises:
            PutRuleViolation: a change would destroy something that nobody has acknowledged.
        """
        for item in self.changed:
            body = self.body(item)
            if not body:
                continue
            try:
                self.updates.append((item, apply_rules(item, body, self.acknowledged)))
            except ApiError as error:
                self.unready.append((item, error))
        if self.new:
            self._room = making_room(self.deleted, self.new)
            for deleted, new in self._room:
                self._made_room.add(id(deleted))
                self._room_by.setdefault(id(new), []).append(deleted)

    @property
    def dirty(self) -> list[Resource]:
        """The changed objects that differ from what was loaded."""
        return [item for item in self.changed if self.body(item)]

    def body(self, item: Resource) -> dict[str, Any]:
        """Return what differs of an object from its loaded row; keys that it waits for, as such."""
        found = self._bodies.get(id(item))
        if found is None:
            fields = None if item._state.phase is Phase.PENDING else self.fields
            found = self._bodies[id(item)] = difference(item, fields)
        return found

    def later_update(self, item: Resource, wires: Collection[str]) -> dict[str, Any]:
        """Return what was assigned to an object after it was sent to be created; {} if nothing.

        Args:
            item: the object.
            wires: wire names of what was assigned.
        """
        del self._bodies[id(item)]
        body = {wire: value for wire, value in self.body(item).items() if wire in wires}
        return apply_rules(item, body, self.acknowledged) if body else body

    def alone(self) -> list[Resource]:
        """Return the new objects that are created by requests of their own, not with a parent."""
        riding = {id(child) for item in self.new for _, child in self.riders(item)}
        return [item for item in self.new if id(item) not in riding]

    def ready(self, waiting: Mapping[int, Resource], made: Collection[int]) -> list[Resource]:
        """Return those of some new objects that need no other one of them first.

        Args:
            waiting: the objects, by `id()`.
            made: `id()` of those that count as saved.

        Raises:
            QueryError: they refer to each other in a circle.
        """
        self._before = {}  # rows that were saved meanwhile have given theirs their keys
        paths = {type(item).endpoint.path for item in waiting.values()}
        found = [
            item
            for item in waiting.values()
            if not (self._blocked(item, waiting, made) or _follows(item, paths))
        ]
        if not found:
            raise QueryError(
                "new objects refer to each other in a circle: "
                + ", ".join(repr(item) for item in list(waiting.values())[:5])
            )
        return found

    def _blocked(
        self, item: Resource, waiting: Mapping[int, Resource], made: Collection[int]
    ) -> bool:
        needed = (other for other in dependencies(item) if id(other) not in made)
        return any(id(self.root(other)) in waiting for other in needed)

    def root(self, item: Resource) -> Resource:
        """Return the object with whose request an object is created."""
        owner = item._state.owner
        if owner is not None and self.riders(owner) and id(item) in self._riding:
            return self.root(owner)
        return item

    def unsaved_before(self, item: Resource, made: Collection[int] = ()) -> Resource | None:
        """Return a new object beside another one that has to be saved before it, and is not."""
        endpoint, parents = type(item).endpoint, item._state.parents
        if endpoint.after is None:
            return None
        names = tuple(parents)
        found = self._before.get((endpoint.after, names))
        if found is None:
            found = self._before[endpoint.after, names] = {}
            for other in self.new:
                above = other._state.parents
                if endpoint.follows(type(other).endpoint.path) and above.keys() >= parents.keys():
                    found.setdefault(tuple(above[name] for name in names), []).append(other)
        for other in found.get(tuple(parents.values()), ()):
            if other._state.phase is Phase.PENDING and id(other) not in made:
                return other
        return None

    def makes_room(self, item: Resource) -> bool:
        """Whether a new object takes the natural key of one that is deleted."""
        return id(item) in self._made_room

    def makes_room_for(self, item: Resource) -> list[Resource]:
        """Return the deleted objects whose natural key a new one takes."""
        return self._room_by.get(id(item), [])

    def _nested(self, parent: Resource) -> Iterator[tuple[str, Resource]]:
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

    def riders(self, item: Resource) -> list[tuple[str, Resource]]:
        """Return the children that go along with an object's creation."""
        known = self._riders.get(id(item))
        if known is None:
            known = self._riders[id(item)] = list(self._nested(item))
            self._riding.update(id(child) for _, child in known)
        return known

    @staticmethod
    def can_create(item: Resource) -> bool:
        """Whether the API creates such rows by themselves."""
        return batches.can_create(type(item))

    def create_requests(self, items: Iterable[Resource]) -> list[PlannedRequest]:
        """Return the requests that create objects, with those that ride along."""
        return batches.creates(items, self._new_body)

    def _new_body(self, item: Resource) -> dict[str, Any]:
        body = {wire: resolved(value) for wire, value in self.body(item).items()}
        for wire, child in self.riders(item):
            row = self._new_body(child)
            # Inside its parent, a child need not say whose it is.
            body.setdefault(wire, []).append(
                {key: value for key, value in row.items() if not _means(value, item)}
            )
        check_required(item, body)
        return body

    def update_requests(
        self, pairs: Iterable[tuple[Resource, dict[str, Any]]]
    ) -> list[PlannedRequest]:
        """Return the requests that send changed objects, at most a batch's size each."""
        return batches.updates(pairs)

    def delete_requests(self, items: Iterable[Resource]) -> list[PlannedRequest]:
        """Return the requests that delete objects of one model."""
        return batches.deletes(items)

    def delete_order(self) -> tuple[list[list[Resource]], list[list[Resource]]]:
        """Return the objects to delete in groups, see `ordering.delete_order`.

        The first groups go before everything else, for new objects take their natural keys; the
        others go last.
        """
        groups = delete_order(self.deleted)
        early = {id(deleted) for deleted, _ in self._room}
        return (
            [[item for item in group if id(item) in early] for group in groups],
            [[item for item in group if id(item) not in early] for group in groups],
        )

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

    def check(self, request: PlannedRequest) -> None:
        """Refuse, as it will go over the wire, what can be refused without the API.

        Raises:
            InvalidValue: a new object lacks its parent, or a value cannot be JSON.
        """
        needed = _needed(request)
        if needed:
            for item in request.objects:
                _check_parents(item, needed)
        try:
            json.dumps(request.body, default=_stand_in, allow_nan=False)
        except (TypeError, ValueError, RecursionError) as error:
            self._name_value(self._with_riders(request.objects))
            raise InvalidValue(
                type(request.objects[0]), "body", request.shown, f"a JSON value ({error})"
            ) from None

    def _with_riders(self, items: Iterable[Resource]) -> Iterator[Resource]:
        for item in items:
            yield item
            yield from self._with_riders([child for _, child in self.riders(item)])

    def _name_value(self, items: Iterable[Resource]) -> None:
        """Raise InvalidValue for the first value that cannot be JSON, by object and field."""
        for item in items:
            wires = mapper_for(type(item)).wires
            for wire, value in self.body(item).items():
                try:
                    json.dumps(value, default=_stand_in, allow_nan=False)
                except (TypeError, ValueError, RecursionError):
                    expected = f"a value that JSON can carry: {item!r}"
                    shown = wires[wire].shown(value)
                    raise InvalidValue(type(item), wires[wire].name, shown, expected) from None


def _follows(item: Resource, paths: Iterable[str]) -> bool:
    """Whether an object is created after rows of one of these paths."""
    endpoint = type(item).endpoint
    return endpoint.after is not None and any(endpoint.follows(path) for path in paths)


def _means(value: Any, parent: Resource) -> bool:
    return isinstance(value, Pending) and value.target is parent


def _needed(request: PlannedRequest) -> list[str]:
    """Return the parents that a request must name, in its path or in the rows of a new batch."""
    batch = type(request.objects[0]).endpoint.create_batch
    repeated = batch.carry if request.kind == "create" and request.batch and batch else ()
    return [*_PLACEHOLDER.findall(request.path), *repeated]


def _check_parents(item: Resource, needed: Iterable[str]) -> None:
    """Raise InvalidValue for a parent that is neither known nor about to be saved."""
    expected = set()
    lower, owner = type(item), item._state.owner
    while owner is not None:
        expected.add(lower.endpoint.placeholder_below(type(owner).endpoint))
        lower, owner = type(owner), owner._state.owner
    known = {**item.__dict__, **item._state.parents}
    for name in needed:
        if name not in expected and known.get(name) is None:
            raise InvalidValue(type(item), name, None, f"{parent_of(type(item), name)}: {item!r}")


def parent_of(model: type[Resource], placeholder: str) -> str:
    """Say in words which parent of a model's rows is missing, and how to name it."""
    for name, relation in model.relations.items():
        if getattr(relation, "parent", False):
            above = relation.target.endpoint
            if model.endpoint.placeholder_below(above) == placeholder:
                return f"the {name} that it belongs to ({name}=… or {placeholder}=…)"
    return f"the key of what it belongs to ({placeholder}=…)"


def _stand_in(value: Any) -> int:
    """Let keys pass that do not exist yet, and numbers that the wire can carry."""
    if not isinstance(value, Pending):
        jsontext.dumps(value)
    return 0
