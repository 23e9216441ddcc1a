"""What there is to do: which objects are new, changed and deleted, and in which order they go.

`Program` makes steps of it. Pure: reads objects, sends nothing; only the companions that PUT rules
ask for are loaded, when it is made. Objects wait for others whose keys they need; what refers to
others is deleted first. With a row the API deletes what lives below it: `Doomed` tells which
deletes may be left out, which changes nobody needs any more, and which objects of a session went
along.

Natural keys are the values by which a store tells rows apart before they have keys: a create whose
answer was lost is looked up by them (see `looking`), and a row that is deleted makes room for a new
one of the same.
"""

from __future__ import annotations

import json
import re
from itertools import chain
from typing import TYPE_CHECKING, Any

import attrs

from bcorm.exceptions import ApiError, InvalidValue, QueryError
from bcorm.http import jsontext
from bcorm.model.mapper import ToMany, ToOne, mapper_for, scope_of
from bcorm.model.memory import Phase, new_children
from bcorm.session import requests
from bcorm.session.requests import (
    Pending,
    apply_rules,
    difference,
    incomplete,
    is_pending,
    lacking,
    resolved,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from bcorm.model.report import PlannedRequest
    from bcorm.model.resource import Resource


class Doomed:
    """Rows that are deleted, or were, and with them all that lives below them.

    A row lives below another by its path, or because it can be created inside the other, as a
    customer's address.

    Args:
        items: their objects.
    """

    def __init__(self, items: Iterable[Resource]) -> None:
        self._items: dict[Any, Resource] = {
            (type(item).endpoint.path, item.pk): item for item in items
        }
        self._models = {type(item) for item in self._items.values()}
        self._ways: dict[type[Resource], tuple[_Ways, _Ways]] = {}

    def __bool__(self) -> bool:
        return bool(self._items)

    def __iter__(self) -> Iterator[Resource]:
        return iter(self._items.values())

    def above(self, item: Resource) -> Resource | None:
        """Return the deleted object below which an object lives, or None."""
        owner = item._state.owner
        if owner is not None:  # its key is not among the path parameters yet
            found = self._items.get((type(owner).endpoint.path, owner.pk)) or self.above(owner)
            if found is not None:
                return found
        by_path, by_key = self.ways(type(item))
        found = self._named(by_path, item._state.parents)
        if found is None and by_key:
            wires = {name: mapper_for(type(item)).field(name).wire for _, name in by_key}
            found = self._named(
                by_key,
                {name: item.__dict__.get(name, item._state.row.get(wires[name])) for name in wires},
            )
        return found

    def keys(self, model: type[Resource]) -> list[Any]:
        """Return the keys of the rows of one model."""
        return [key for path, key in self._items if path == model.endpoint.path]

    def _named(self, ways: _Ways, values: Mapping[str, Any]) -> Resource | None:
        for model, name in ways:
            found = self._items.get((model.endpoint.path, values.get(name)))
            if found is not None:
                return found
        return None

    def ways(self, model: type[Resource]) -> tuple[_Ways, _Ways]:
        """Return what holds the key of a row above: path parameters, and foreign keys."""
        ways = self._ways.get(model)
        if ways is None:
            by_path = [
                (other, model.endpoint.placeholder_below(other.endpoint))
                for other in self._models
                if lives_below(model, other)
            ]
            by_key = [
                (other, relation.by)
                for other in self._models
                for relation in other.relations.values()
                if isinstance(relation, ToMany)
                and relation.nested
                and relation.by
                and relation.target.endpoint.path == model.endpoint.path
            ]
            ways = self._ways[model] = (by_path, by_key)
        return ways

    def sparing(self, items: Iterable[Resource]) -> list[Resource]:
        """Return the objects that live below none of them."""
        return [item for item in items if not self._items or self.above(item) is None]


_Ways = list[tuple[type[Any], str]]


def lives_below(model: type[Resource], other: type[Resource]) -> bool:
    """Whether rows of `model` have their path below that of rows of `other`."""
    return model.endpoint.path.startswith(f"{other.endpoint.path}/{{")


# Values by which no row is found.
_NONE = (None, "")


def natural_key(item: Resource) -> dict[str, Any]:
    """Return the values by which a new object's row can be found, by field."""
    return _of_new(item, type(item).endpoint.natural_key)


def _of_new(item: Resource, names: Iterable[str]) -> dict[str, Any]:
    state = item._state
    links = state.links or {}
    found = {}
    for name in names:
        value = item.__dict__.get(name, state.parents.get(name))
        if name in links:
            value = links[name][0].pk
        if value not in _NONE:
            found[name] = value
    return found


def _telling(item: Resource) -> Iterable[str]:
    """Return the fields that tell a row: a natural key, or the address that users choose."""
    endpoint = type(item).endpoint
    chosen = endpoint.placeholders if endpoint.key is None and not endpoint.upserts else ()
    return endpoint.natural_key or chosen


def making_room(
    deleted: Iterable[Resource], new: Iterable[Resource]
) -> list[tuple[Resource, Resource]]:
    """Return the deleted objects whose natural keys new ones are about to take, with these.

    Those are the same if they agree in every value that both have.
    """
    taken: dict[Any, list[tuple[Resource, dict[str, Any]]]] = {}
    for item in deleted:
        key = _stored_key(item)
        for name, value in key.items():
            taken.setdefault((scope_of(item), name, value), []).append((item, key))
    if not taken:
        return []
    found: dict[tuple[int, int], tuple[Resource, Resource]] = {}
    for item in new:
        wanted = {name: _plain(value) for name, value in _of_new(item, _telling(item)).items()}
        for name, value in wanted.items():
            for other, key in taken.get((scope_of(item), name, value), ()):
                if all(key.get(word, mine) == mine for word, mine in wanted.items()):
                    found[id(other), id(item)] = (other, item)
    return list(found.values())


def _stored_key(item: Resource) -> dict[str, Any]:
    """Return a natural key as the store knows it, whatever was changed since."""
    mapper, state = mapper_for(type(item)), item._state
    found = {}
    for name in _telling(item):
        value = mapper.value(state.row, name) if name in mapper.fields else None
        value = _plain(state.parents.get(name) if value is None else value)
        if value not in _NONE:
            found[name] = value
    return found


def _plain(value: Any) -> Any:
    """Return what is compared: stores take no notice of case. Lists and the like are no names."""
    if isinstance(value, str):
        return value.casefold()
    return value if isinstance(value, (int, bool)) else None


def dependencies(item: Resource) -> list[Resource]:
    """Return the unsaved objects that an object needs the keys of."""
    state = item._state
    needed = [state.owner] if state.owner is not None else []
    needed += chain.from_iterable((state.links or {}).values())
    return [other for other in needed if other._state.phase is not Phase.PERSISTENT]


def settle_links(item: Resource) -> None:
    """Turn references to objects that are saved by now into their keys."""
    state = item._state
    if state.owner is not None and state.owner._state.phase is Phase.PERSISTENT:
        owner = state.owner
        placeholder = type(item).endpoint.placeholder_below(type(owner).endpoint)
        state.parents = {**state.parents, **owner._state.parents, placeholder: owner.pk}
        state.owner = None


def delete_order(deleted: list[Resource]) -> list[list[Resource]]:
    """Return the objects to delete in groups: children first, then what refers to others.

    Objects whose parent is deleted too are left out: the API deletes them with it.
    """
    free = Doomed(deleted).sparing(deleted)
    models = sorted({type(item) for item in free}, key=lambda model: model.__name__)
    ordered: list[Any] = []
    while models:
        unreferenced = [
            model
            for model in models
            if not any(_refers(other, model) for other in models if other is not model)
        ] or models[:1]
        ordered += unreferenced
        models = [model for model in models if model not in unreferenced]
    return [[item for item in free if type(item) is model] for model in ordered]


def _refers(model: type[Resource], other: type[Resource]) -> bool:
    """Whether rows of `model` hold keys of `other`, or live below it."""
    if lives_below(model, other):
        return True
    return any(
        isinstance(relation, ToOne) and relation.via is not None and relation.target is other
        for relation in model.relations.values()
    )


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

    def needed(self, item: Resource, made: Collection[int]) -> Resource | None:
        """Return an object whose key another one needs, and that is not saved yet."""
        return next((other for other in dependencies(item) if id(other) not in made), None)

    def blocker(self, item: Resource, made: Collection[int]) -> Resource | None:
        """Return what has to be saved, or gone, before an object can be created, and is not."""
        found = self.needed(item, made) or self.unsaved_before(item, made)
        if found is not None:
            return found
        in_its_place = self.makes_room_for(item)
        return next((other for other in in_its_place if id(other) not in made), None)

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

    def carried(self, items: Iterable[Resource]) -> list[Resource]:
        """Return objects with the children that ride along with their creation."""
        carried = []
        waiting = list(items)[::-1]
        while waiting:
            item = waiting.pop()
            carried.append(item)
            if item._state.phase is Phase.PENDING:
                waiting += [child for _, child in self.riders(item)]
        return carried

    @staticmethod
    def can_create(item: Resource) -> bool:
        """Whether the API creates such rows by themselves."""
        return requests.can_create(type(item))

    def create_requests(self, items: Iterable[Resource]) -> list[PlannedRequest]:
        """Return the requests that create objects, with those that ride along."""
        return requests.creates(items, self._new_body)

    def _new_body(self, item: Resource) -> dict[str, Any]:
        body = {wire: resolved(value) for wire, value in self.body(item).items()}
        for wire, child in self.riders(item):
            row = self._new_body(child)
            # Inside its parent, a child need not say whose it is.
            body.setdefault(wire, []).append(
                {key: value for key, value in row.items() if not _means(value, item)}
            )
        missing = lacking(item, body)
        if missing:
            raise incomplete(missing, item, self._incomplete_besides(item))
        return body

    def _incomplete_besides(self, item: Resource) -> Iterator[tuple[Resource, str]]:
        """Yield the other new objects that lack values, with the names of these, as one text."""
        for other in self.new:
            if other is item:
                continue
            body = {**self.body(other), **{wire: [] for wire, _ in self.riders(other)}}
            names = ", ".join(name for name, _ in lacking(other, body))
            if names:
                yield other, names

    def update_requests(
        self, pairs: Iterable[tuple[Resource, dict[str, Any]]]
    ) -> list[PlannedRequest]:
        """Return the requests that send changed objects, at most a batch's size each."""
        return requests.updates(pairs)

    def delete_requests(self, items: Iterable[Resource]) -> list[PlannedRequest]:
        """Return the requests that delete objects of one model."""
        return requests.deletes(items)

    def delete_order(self) -> tuple[list[list[Resource]], list[list[Resource]]]:
        """Return the objects to delete in groups, see the function `delete_order`.

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
        if relation.parent:
            above = relation.target.endpoint
            if model.endpoint.placeholder_below(above) == placeholder:
                return f"the {name} that it belongs to ({name}=… or {placeholder}=…)"
    return f"the key of what it belongs to ({placeholder}=…)"


def _stand_in(value: Any) -> int:
    """Let keys pass that do not exist yet, and numbers that the wire can carry."""
    if not is_pending(value):
        jsontext.dumps(value)
    return 0
