"""What is sent of objects: their difference from what was loaded, in as few requests as it takes.

PUT rules say what rides along with a change, and which changes are refused. Objects are grouped by
what can travel together, and cut to the batch limits. `Work` says which objects, this module in how
many requests and with which bodies.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import attrs

from bcorm.exceptions import InvalidValue, PutRuleViolation, QueryError
from bcorm.http.governor import cap_for
from bcorm.model import memory
from bcorm.model.mapper import mapper_for, unmet
from bcorm.model.memory import Phase, is_link
from bcorm.model.report import PlannedRequest
from bcorm.model.struct import Struct
from bcorm.model.types import Nested, Sequence, Table
from bcorm.query.endpoint import fill

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from bcorm.model.mapper import MappedField
    from bcorm.model.resource import Resource
    from bcorm.model.types import Converter
    from bcorm.query.endpoint import Batch, PutRule


@attrs.frozen
class Pending:
    """Stands for the key of an object that is not saved yet."""

    target: Any

    def __str__(self) -> str:
        return f"<key of {self.target!r}>"


def resolved(value: Any) -> Any:
    """Return the key that a value stands for, if the object has got one; else the value."""
    if isinstance(value, list):
        return [resolved(item) for item in value]
    return value.target.pk if isinstance(value, Pending) and value.target.pk else value


def is_pending(value: Any) -> bool:
    """Whether a value, or a part of a list of values, stands for a key that is not there yet."""
    return isinstance(value, Pending) or (
        isinstance(value, list) and any(isinstance(item, Pending) for item in value)
    )


_ABSENT = object()
# How many objects an error names beside the first.
_TOLD = 10

# Name and kind of a value that is missing.
Lacking = tuple[str, str]


def difference(instance: Resource, fields: Collection[str] | None = None) -> dict[str, Any]:
    """Return the wire values that differ from the loaded row; {} if nothing does.

    Args:
        instance: an object of any phase.
        fields: look only at these.
    """
    state = instance._state
    if not state.changed:
        return {}
    mapper = mapper_for(type(instance))
    body: dict[str, Any] = {}
    for name, mapped in mapper.fields.items():
        if name not in state.changed or (fields is not None and name not in fields):
            continue
        links = (state.links or {}).get(name)
        if links:
            keys = [Pending(link) if link.pk is None else link.pk for link in links]
            held = instance.__dict__.get(name)
            body[mapped.wire] = keys[0] if held is None else [*_keys(mapped, held), *keys]
            continue
        if name not in instance.__dict__:
            continue  # what changed was dropped since
        value = instance.__dict__[name]
        if not instance._holds(mapped, value):
            body[mapped.wire] = _to_send(mapped, value, state.row.get(mapped.wire))
    return body


def _keys(mapped: MappedField, held: Any) -> list[Any]:
    """Return the keys of a list as they are sent."""
    return list(writable(mapped.converter, held))


def _to_send(mapped: MappedField, value: Any, raw: Any) -> Any:
    """Return the wire value of a changed field, without what only the API sets."""
    whole = writable(mapped.converter, value)
    if mapped.options.merge and isinstance(whole, dict) and isinstance(raw, dict):
        return {key: item for key, item in whole.items() if raw.get(key, _ABSENT) != item}
    return whole


def writable(converter: Converter, value: Any) -> Any:
    """Dump a value for a request, leaving out the read-only parts of nested objects."""
    if value is None:
        return None
    if isinstance(value, Struct) and isinstance(converter, Nested):
        return value._writable(converter.version)
    if isinstance(converter, Sequence):
        return [writable(converter.item, item) for item in value]
    if isinstance(converter, Table):
        return {key: writable(converter.item, item) for key, item in value.items()}
    return converter.dump(value)


def companion(instance: Resource, name: str) -> Any:
    """Return the current wire value of a field, to send it along with others."""
    mapped = mapper_for(type(instance)).field(name)
    value = getattr(instance, name)
    try:
        return writable(mapped.converter, value)
    except (AttributeError, TypeError, ValueError):
        # The API sent something else than was declared, and wants it back.
        expected = mapped.converter.expected
        raise InvalidValue(type(instance), name, mapped.shown(value), expected) from None


def lacking(instance: Resource, body: dict[str, Any]) -> list[Lacking]:
    """Return what the API requires of a new object, and of the objects inside it, and is not there.

    Args:
        instance: the new object.
        body: what would be sent.
    """
    return [*unmet(mapper_for(type(instance)), body), *_needed(instance, body)]


def _needed(instance: Resource, body: Mapping[str, Any]) -> Iterator[Lacking]:
    """Yield what the endpoint needs that is no required field: any of some, or children."""
    model, above = type(instance), instance._state.parents
    fields = mapper_for(model).fields
    for need in model.endpoint.needs:
        names = need.split("|")
        wires = [fields[name].wire if name in fields else _nested(model, name) for name in names]
        if all(body.get(wire) is None for wire in wires) and not above.keys() & set(names):
            yield " or ".join(names), " or ".join(_kind(model, name) for name in names)


def _nested(model: type[Resource], name: str) -> str:
    return getattr(model.relations[name], "nested", None) or name


def _kind(model: type[Resource], name: str) -> str:
    """Say in words what a field or a relation takes."""
    mapped = mapper_for(model).fields.get(name)
    if mapped is None:
        return f"{model.relations[name].target.__name__} objects"
    return mapped.hinted(mapped.converter.expected)


def incomplete(
    missing: list[Lacking], instance: Resource, others: Iterable[tuple[Resource, str]] = ()
) -> InvalidValue:
    """Build the error for a new object that lacks values; `others` lack those that are named."""
    (first, kind), *more = missing
    expected = f"a value before {instance!r} can be created ({kind})"
    if more:
        told = ", ".join(f"{name} ({one})" for name, one in more)
        expected += f"; and so are missing {told}"
    lines = [f"{other!r} lacks {names}" for other, names in others]
    shown = "".join(f"; and {line}" for line in lines[:_TOLD])
    if len(lines) > _TOLD:
        shown += f"; and so do {len(lines) - _TOLD} more objects"
    return InvalidValue(type(instance), first, None, expected + shown)


def settle(
    instance: Resource, sent: Collection[str], row: dict[str, Any] | None, asked: int
) -> None:
    """Make an object clean after its changes were saved.

    Args:
        instance: the object.
        sent: wire names of the fields that were saved.
        row: the row that the API answered with, or None if it answered with none.
        asked: when that was: rows that were asked for before do not know of it.
    """
    state = instance._state
    mapper = mapper_for(type(instance))
    names = {mapper.wires[wire].name for wire in sent if wire in mapper.wires}
    kept = set(state.changed or ()) - names
    answered = row if row is not None else {}
    memory.settle(state, (mapper.fields[name].wire for name in names), asked)
    for name in names:
        mapped = mapper.fields[name]
        if mapped.wire not in answered:
            # Not echoed: what was sent is what is there now, as far as anybody can tell.
            value = instance.__dict__.get(name)
            links = (state.links or {}).get(name, ())
            dumped: Any = links[0].pk if links and value is None else None
            if value is not None:
                dumped = mapped.converter.dump(value)
            if links and value is not None:
                dumped = [*dumped, *(link.pk for link in links)]
                mapped.renew(value, dumped)
            shown_as = mapped.options.shown_as
            if shown_as is not None and mapper.fields[shown_as].wire not in answered:
                state.row[mapper.fields[shown_as].wire] = dumped
                memory.settle(state, (mapper.fields[shown_as].wire,), asked)
            if mapped.options.write_only:
                instance._drop(mapped)
            else:
                state.row[mapped.wire] = dumped
    if state.links:
        state.links = {name: item for name, item in state.links.items() if name not in names}
    state.changed = kept or None
    state.phase = Phase.PERSISTENT
    memory.absorb(instance, answered, partial=state.partial, asked=asked)


def restore(instance: Resource) -> None:
    """Give every field its loaded value back."""
    state = instance._state
    for name in list(state.changed or ()):
        delattr(instance, name)
    state.changed = None
    state.links = None


def apply_rules(
    item: Resource, body: dict[str, Any], acknowledged: Collection[str]
) -> dict[str, Any]:
    """Return the body with the companions that the endpoint's rules ask for.

    Companions that were not loaded are loaded now; it costs a read, for all peers at once.

    Raises:
        PutRuleViolation: a change would destroy something that nobody has acknowledged, or removes
            what the API would keep.
    """
    _check_merged(item, body)
    complete = dict(body)
    for rule in type(item).endpoint.put_rules:
        touched = [name for name in rule.fields if _wire(item, name) in body]
        if rule.kind == "resend":
            _send_along(item, rule.fields, complete)
        elif rule.kind == "only_with" and touched:
            _send_along(item, rule.companions, complete)
        elif rule.kind == "whole":
            _check_whole(item, rule, touched, acknowledged)
        elif rule.kind == "refuse" and touched and rule.acknowledge not in acknowledged:
            if rule.when is not None and not getattr(item, rule.when):
                continue
            raise PutRuleViolation(
                f"{item!r}: changing {', '.join(touched)} is refused, because {rule.reason} "
                f"({rule.source}). If that is meant, say "
                f"commit(acknowledge=[{rule.acknowledge!r}])"
            )
    return complete


def _check_merged(item: Resource, body: dict[str, Any]) -> None:
    """Refuse to take out of a merged value what only goes with the whole row."""
    for wire in body:
        mapped = mapper_for(type(item)).wires[wire]
        before, now = item._state.row.get(wire), item.__dict__.get(mapped.name)
        if mapped.options.merge and isinstance(before, dict) and isinstance(now, dict):
            removed = sorted(before.keys() - now.keys())
            if removed:
                raise PutRuleViolation(
                    f"{item!r}: {', '.join(removed)} cannot be taken out of {mapped.name}, for the "
                    "API adds what it is sent to what is there: only deleting the row removes them"
                )


def _wire(item: Resource, name: str) -> str:
    return mapper_for(type(item)).field(name).wire


def _send_along(item: Resource, names: Collection[str], body: dict[str, Any]) -> None:
    for name in names:
        wire = _wire(item, name)
        if wire not in body:
            value = companion(item, name)
            # A null that the store showed is a value: of a channel's settings it means "inherit".
            if value is not None or wire in item._state.row:
                body[wire] = value


def _check_whole(
    item: Resource, rule: PutRule, touched: list[str], acknowledged: Collection[str]
) -> None:
    """Refuse to replace a list of which nobody has seen what it holds."""
    row = item._state.row
    for name in touched:
        wire = _wire(item, name)
        if (wire not in row or is_link(row[wire])) and name not in acknowledged:
            raise PutRuleViolation(
                f"{item!r}: {name} was set without having been loaded, and {rule.reason} "
                f"({rule.source}). Read it first and change what you read, or say "
                f"commit(acknowledge=[{name!r}]) to replace it"
            )


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


def _parts(group: list[Resource], batch: Batch | None, *, single: bool) -> Iterator[list[Resource]]:
    """Cut a group into requests: a batch's size each, or one by one."""
    size = batch.size if batch is not None else 1
    if len(group) == 1 and single:
        size = 1
    for start in range(0, len(group), size):
        yield list(group[start : start + size])
