"""The unit of work: which requests save what is new, changed and deleted, in which order.

Creates go before what refers to them, then updates, deletes last, children before parents. Rows
of one endpoint share requests up to its batch limits. Pure: reads objects, sends nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import attrs

from bcorm.exceptions import QueryError
from bcorm.model.mapper import mapper_for
from bcorm.model.state import Phase
from bcorm.query.templates import fill
from bcorm.session.changes import Pending, check_required, difference
from bcorm.session.report import PlannedRequest
from bcorm.session.rules import apply_rules

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from bcorm.model.resource import Resource
    from bcorm.query.endpoint import Batch


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
            ready = [item for item in waiting.values() if not self._blocked(item, waiting)]
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

    def nested(self, parent: Resource) -> Iterator[tuple[str, Resource]]:
        """Yield (wire name, child) of the new children that ride along with a new parent."""
        state = parent._state
        if state.phase is not Phase.PENDING:
            return
        for name, relation in type(parent).relations.items():
            wire = getattr(relation, "nested", None)
            if wire is None:
                continue
            for child in (state.related or {}).get(f"+{name}", ()):
                others = [item for item in dependencies(child) if item is not parent]
                if child._state.phase is Phase.PENDING and not others:
                    yield wire, child

    # -- creates ----------------------------------------------------------------------------

    def create_requests(self, items: Iterable[Resource]) -> list[PlannedRequest]:
        """Return the requests that create a wave of objects."""
        requests = []
        for (model, path, scope), group in _grouped(items, _path("create")).items():
            endpoint = model.endpoint
            batch = endpoint.create_batch
            if batch is None and "create" not in endpoint.verbs:
                raise QueryError(f"the API cannot create {model.__name__} rows ({path})")
            single = "create" in endpoint.verbs and not (batch is not None and batch.single)
            for part in _parts(group, batch, single=single):
                bodies = [self._new_body(item) for item in part]
                as_list = len(part) > 1 or not single
                sent: Any = bodies[0]
                if batch is not None and as_list:
                    sent = batch.wrapped([
                        {**_carried(item, batch), **body}
                        for item, body in zip(part, bodies, strict=True)
                    ])  # fmt: skip
                requests.append(
                    PlannedRequest(
                        kind="create",
                        method=(batch.method if as_list and batch else None)
                        or endpoint.create_method,
                        path=path if as_list else _fill(endpoint.path, part[0]),
                        params=dict(scope),
                        body=sent,
                        objects=tuple(part),
                        sent=tuple(frozenset(body) for body in bodies),
                        batch=as_list,
                    )
                )
        return requests

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

    # -- updates ----------------------------------------------------------------------------

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
        bodies = {id(item): body for item, body in pairs}
        items = [item for item, _ in pairs]
        requests = []
        for (model, path, scope), group in _grouped(items, _path("update")).items():
            endpoint = model.endpoint
            batch = endpoint.update_batch
            if batch is None and "update" not in endpoint.verbs:
                raise QueryError(f"the API cannot update {model.__name__} rows ({path})")
            single = "update" in endpoint.verbs and not (batch is not None and batch.single)
            alone = [item for item in group if single and _exceeds(batch, bodies[id(item)], item)]
            requests += [_put_one(item, bodies[id(item)]) for item in alone]
            left = {id(item) for item in alone}
            together = [item for item in group if id(item) not in left]
            for part in _parts(together, batch, single=single):
                if len(part) == 1 and single and (batch is None or _addressed(part[0])):
                    requests.append(_put_one(part[0], bodies[id(part[0])]))
                    continue
                assert batch is not None
                rows = [_row(item, bodies[id(item)], batch) for item in part]
                requests.append(
                    PlannedRequest(
                        kind="update",
                        method=batch.method or endpoint.update_method,
                        path=path,
                        params=dict(scope),
                        body=batch.wrapped(rows),
                        objects=tuple(part),
                        sent=tuple(frozenset(bodies[id(item)]) for item in part),
                        batch=True,
                    )
                )
        return requests

    # -- deletes ----------------------------------------------------------------------------

    def delete_order(self) -> list[list[Resource]]:
        """Return the objects to delete in groups: children first, then what refers to others.

        Objects whose parent is deleted too are left out: the API deletes them with it.
        """
        gone = {(type(item), item.pk) for item in self.deleted}
        deleted_models = {model for model, _ in gone}
        free = [item for item in self.deleted if not _goes_with(item, gone, deleted_models)]
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

    def delete_requests(self, items: Iterable[Resource]) -> list[PlannedRequest]:
        """Return the requests that delete objects of one model."""
        requests = []
        for (model, path, scope), group in _grouped(items, _path("delete")).items():
            endpoint = model.endpoint
            batch = endpoint.delete_batch
            if batch is None and "delete" not in endpoint.verbs:
                raise QueryError(f"the API cannot delete {model.__name__} rows ({path})")
            single = "delete" in endpoint.verbs and not (batch is not None and batch.single)
            for part in _parts(group, batch, single=single):
                nothing = tuple(frozenset[str]() for _ in part)
                if len(part) == 1 and single and (batch is None or _addressed(part[0])):
                    requests.append(
                        PlannedRequest(
                            kind="delete",
                            method="DELETE",
                            path=_item_path(part[0]),
                            params=dict(scope),
                            body=None,
                            objects=tuple(part),
                            sent=nothing,
                        )
                    )
                    continue
                assert batch is not None
                body = _doomed(part, batch)
                listed = {batch.param: ",".join(str(item.pk) for item in part)}
                requests.append(
                    PlannedRequest(
                        kind="delete",
                        method=batch.method or "DELETE",
                        path=path,
                        params=dict(scope) if body is not None else {**dict(scope), **listed},
                        body=body,
                        objects=tuple(part),
                        sent=nothing,
                        batch=True,
                    )
                )
        return requests

    def requests(self) -> Iterator[PlannedRequest]:
        """Yield every request, as if all of them succeeded."""
        for wave in self.waves():
            yield from self.create_requests(wave)
        yield from self.update_requests(self.update_bodies())
        for group in self.delete_order():
            yield from self.delete_requests(group)


def surviving(items: Iterable[Resource], deleted: Iterable[Resource]) -> list[Resource]:
    """Return the objects that do not live below one of those that are deleted."""
    gone = {(type(other), other.pk) for other in deleted}
    models = {model for model, _ in gone}
    return [item for item in items if not gone or not _goes_with(item, gone, models)]


def goes_with(item: Resource, other: Resource) -> bool:
    """Whether an object lives below another, and is deleted with it."""
    return _goes_with(item, {(type(other), other.pk)}, {type(other)})


def _goes_with(item: Resource, gone: set[Any], models: set[type[Resource]]) -> bool:
    """Whether an object's parent is deleted too, and the object with it."""
    endpoint, parents = type(item).endpoint, item._state.parents
    return any(
        _is_parent(model, type(item))
        and (model, parents.get(endpoint.placeholder_below(model.endpoint))) in gone
        for model in models
    )


def dependencies(item: Resource) -> list[Resource]:
    """Return the unsaved objects that an object needs the keys of."""
    state = item._state
    needed = [state.owner] if state.owner is not None else []
    needed += list((state.links or {}).values())
    return [other for other in needed if other._state.phase is not Phase.PERSISTENT]


def settle_links(item: Resource) -> None:
    """Turn references to objects that are saved by now into their keys."""
    state = item._state
    if state.owner is not None and state.owner._state.phase is Phase.PERSISTENT:
        owner = state.owner
        placeholder = type(item).endpoint.placeholder_below(type(owner).endpoint)
        state.parents = {**state.parents, **owner._state.parents, placeholder: owner.pk}
        state.owner = None


def _means(value: Any, parent: Resource) -> bool:
    return isinstance(value, Pending) and value.target is parent


def _exceeds(batch: Batch | None, body: Mapping[str, Any], item: Resource) -> bool:
    """Whether a change holds fields that the batch request does not take."""
    if batch is None or not batch.without:
        return False
    fields = mapper_for(type(item)).fields
    return any(fields[name].wire in body for name in batch.without)


def _addressed(item: Resource) -> bool:
    """Whether a row's own path is known; rows of a store-wide list may not tell all of it."""
    parents = item._state.parents
    return all(parents.get(name) is not None for name in type(item).endpoint.placeholders)


def _put_one(item: Resource, body: dict[str, Any]) -> PlannedRequest:
    return PlannedRequest(
        kind="update",
        method=type(item).endpoint.update_method,
        path=_item_path(item),
        params=type(item).endpoint.scope_params(item._state.parents),
        body=body,
        objects=(item,),
        sent=(frozenset(body),),
    )


def _row(item: Resource, body: dict[str, Any], batch: Batch) -> dict[str, Any]:
    """Return one row of a batch: its key, what else names it, and what differs."""
    model = type(item)
    key = model.endpoint.key
    own = () if key is None else (mapper_for(model).field(key).wire,)
    named = dict.fromkeys(batch.names or own, item.pk)
    return {**named, **_carried(item, batch), **body}


def _doomed(items: list[Resource], batch: Batch) -> Any:
    """Return a delete's body: rows that mark, a list of keys, or None where the query lists."""
    if batch.mark is not None:
        return batch.wrapped([_row(item, dict(batch.mark), batch) for item in items])
    return [item.pk for item in items] if batch.body else None


def _carried(item: Resource, batch: Batch) -> dict[str, Any]:
    """Return the path parameters that a row of a batch repeats."""
    fields, owner = mapper_for(type(item)).fields, item._state.owner
    missing = owner and type(item).endpoint.placeholder_below(type(owner).endpoint)
    return {
        fields[name].wire if name in fields else name: Pending(owner)
        if name == missing
        else getattr(item, name)
        for name in batch.carry
    }


Shared = tuple[Any, str, tuple[tuple[str, str], ...]]


def _path(kind: Literal["create", "update", "delete"]) -> Callable[[Resource], Shared]:
    """Return what rows share that can travel in one request: class, the batch's path, scope."""

    def of(item: Resource) -> Shared:
        endpoint = type(item).endpoint
        batch: Batch | None = getattr(endpoint, f"{kind}_batch")
        path = _fill((batch.path if batch else None) or endpoint.path, item)
        return type(item), path, tuple(endpoint.scope_params(item._state.parents).items())

    return of


def _item_path(item: Resource) -> str:
    endpoint = type(item).endpoint
    return fill(endpoint.item(), {**item._state.parents, "key": item.pk})


def _fill(template: str, item: Resource) -> str:
    """Fill a template; the key of an unsaved parent stays in braces."""
    return fill(template, item._state.parents, partly=True)


def _grouped(
    items: Iterable[Resource], by: Callable[[Resource], Shared]
) -> dict[Shared, list[Resource]]:
    groups: dict[Shared, list[Resource]] = {}
    for item in items:
        groups.setdefault(by(item), []).append(item)
    return groups


def _parts(
    group: Sequence[Resource], batch: Batch | None, *, single: bool
) -> Iterator[list[Resource]]:
    """Cut a group into requests: a batch's size each, or one by one."""
    size = batch.size if batch is not None else 1
    if len(group) == 1 and single:
        size = 1
    for start in range(0, len(group), size):
        yield list(group[start : start + size])


def _is_parent(model: type[Resource], child: type[Resource]) -> bool:
    """Whether rows of `child` live under the path of `model`."""
    return child.endpoint.path.startswith(f"{model.endpoint.path}/{{")


def _refers(model: type[Resource], other: type[Resource]) -> bool:
    """Whether rows of `model` hold keys of `other`, or live below it."""
    if _is_parent(other, model):
        return True
    return any(
        getattr(relation, "via", None) is not None and relation.target is other
        for relation in model.relations.values()
    )
