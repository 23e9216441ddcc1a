"""Requests that save objects: grouped by what can travel together, cut to the batch limits.

`Work` says which objects, this module in how many requests and with which bodies.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from bcorm.exceptions import QueryError
from bcorm.http.governor import cap_for
from bcorm.model.mapper import mapper_for
from bcorm.model.report import PlannedRequest
from bcorm.model.state import Phase
from bcorm.query.templates import fill
from bcorm.session.changes import Pending

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from bcorm.model.resource import Resource
    from bcorm.query.endpoint import Batch


def creates(
    items: Iterable[Resource], body_of: Callable[[Resource], dict[str, Any]]
) -> list[PlannedRequest]:
    """Return the requests that create objects, whose rows `body_of` makes."""
    requests = []
    for (model, path, scope, _), group in _grouped(items, _path("create")).items():
        endpoint = model.endpoint
        batch = endpoint.create_batch
        if not can_create(model):
            raise QueryError(f"the API cannot create {model.__name__} rows ({path})")
        single = "create" in endpoint.verbs and not (batch is not None and batch.single)
        for part in _parts(group, batch, single=single):
            bodies = [body_of(item) for item in part]
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
                    method=(batch.method if as_list and batch else None) or endpoint.create_method,
                    path=path if as_list else _fill(endpoint.path, part[0]),
                    params=dict(scope),
                    body=sent,
                    objects=tuple(part),
                    sent=tuple(frozenset(body) for body in bodies),
                    batch=as_list,
                )
            )
    return requests


def updates(pairs: Iterable[tuple[Resource, dict[str, Any]]]) -> list[PlannedRequest]:
    """Return the requests that send changed objects, at most a batch's size each."""
    bodies = {id(item): body for item, body in pairs}
    items = [item for item, _ in pairs]
    requests = []
    for (model, path, scope, _), group in _grouped(items, _path("update")).items():
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


def deletes(items: Iterable[Resource]) -> list[PlannedRequest]:
    """Return the requests that delete objects of one model."""
    requests = []
    for (model, path, scope, _), group in _grouped(items, _path("delete")).items():
        endpoint = model.endpoint
        batch = endpoint.delete_batch
        check_deletable(model)
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


def exclusive(request: PlannedRequest) -> frozenset[str]:
    """Return what no other write may be in flight for together with a request.

    That is a row that it addresses by its own path, and the row at the top that its rows live
    below: what belongs to one product or order is written one after the other. Where the API says
    how many such requests it takes at once (`bcorm.http.governor`), that goes; and where the
    endpoint says it (`Endpoint.exclusive`).
    """
    endpoint = type(request.objects[0]).endpoint
    alone = request.kind != "create" and not request.batch
    found = {request.path} if alone else set()
    if endpoint.exclusive is not None:
        for item in request.objects:
            known = {**item._state.row, **item.__dict__, **item._state.parents}
            found.add(fill(endpoint.exclusive, known, partly=True))
    elif endpoint.placeholders and cap_for(request.method, request.path) is None:
        top = endpoint.path[: endpoint.path.index("}") + 1]
        found |= {fill(top, item._state.parents, partly=True) for item in request.objects}
    return frozenset(found)


def can_create(model: type[Resource]) -> bool:
    """Whether the API creates rows of a model by themselves."""
    return "create" in model.endpoint.verbs or model.endpoint.create_batch is not None


def check_deletable(model: type[Resource]) -> None:
    """Raise QueryError if no request deletes rows of a model."""
    endpoint = model.endpoint
    if endpoint.delete_batch is None and "delete" not in endpoint.verbs:
        raise QueryError(f"the API cannot delete {model.__name__} rows ({endpoint.path})")


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
    # One that is looked for has no key as yet, when it is planned what comes after.
    named = dict.fromkeys(batch.names or own, Pending(item) if item.pk is None else item.pk)
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


# Class, path, query parameters, and the parent where the path still waits for its key.
Shared = tuple[Any, str, tuple[tuple[str, str], ...], int]


def _path(kind: Literal["create", "update", "delete"]) -> Callable[[Resource], Shared]:
    """Return what rows share that can travel in one request: class, the batch's path, scope."""

    def of(item: Resource) -> Shared:
        endpoint = type(item).endpoint
        batch: Batch | None = getattr(endpoint, f"{kind}_batch")
        path = _fill((batch.path if batch else None) or endpoint.path, item)
        told = endpoint.scope_params(item._state.parents)
        if batch is not None and kind != "delete":
            told = {}  # its rows say themselves whose they are, and the query has no parameter
        owner = id(item._state.owner) if "{" in path else 0
        return type(item), path, tuple(told.items()), owner

    return of


def _item_path(item: Resource) -> str:
    endpoint = type(item).endpoint
    known = item._state.phase is not Phase.PENDING
    return fill(endpoint.item(), {**item._state.parents, "key": item.pk}, partly=not known)


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
