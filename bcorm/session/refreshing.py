"""Loading again: refresh, expire, deferred fields, includes. The session's words delegate here.

`check` finds out whether somebody else has changed what is about to be overwritten:
`commit(check=True)`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from bcorm.exceptions import (
    ApiError,
    BcormError,
    InvalidValue,
    NotFound,
    StaleObjectError,
)
from bcorm.model import memory
from bcorm.model.by_key import check_key
from bcorm.model.mapper import ToMany, mapper_for
from bcorm.model.memory import Phase
from bcorm.model.reading import Reader, query_of
from bcorm.model.relations import to_many
from bcorm.query.endpoint import fill
from bcorm.query.fetching import check_row
from bcorm.query.parameters import Condition

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from bcorm.model.mapper import MappedField
    from bcorm.model.resource import Resource
    from bcorm.session.access import StoreAccess

Chosen = tuple["list[MappedField] | None", "list[str]"]


def _chosen(model: type[Resource], names: Iterable[str] | None) -> Chosen:
    """Tell fields from relations; None means all fields.

    Raises:
        FieldError: a name is neither; the nearest right name is suggested.
        InvalidValue: one text was given where a list of names is meant.
    """
    if names is None:
        return None, list(model.relations)
    if isinstance(names, str):
        raise InvalidValue(model, "fields", names, f"a list of names: [{names!r}]")
    mapper = mapper_for(model)
    fields, relations = [], []
    for name in names:
        if name in model.relations and name not in mapper.fields:
            relations.append(name)
        elif name in mapper.fields:
            fields.append(mapper.fields[name])
        else:
            raise mapper.unknown(name, model.relations)
    return fields, relations


def refresh(session: StoreAccess, instance: Resource, names: Iterable[str] | None) -> None:
    """Load an object again: the whole row, or some fields. Unsaved changes stay.

    Relations are loaded again when they are touched.
    """
    model = type(instance)
    fields, relations = _chosen(model, names)
    if fields is None or fields:
        wires = tuple(item.wire for item in fields or ())
        includes = {item.options.include for item in fields or () if item.options.include}
        session.store.renew(model.endpoint.path)
        row = _row(session, instance, wires, tuple(sorted(includes)))
        partial = fields is not None and instance._state.partial
        memory.absorb(
            instance, row, partial=partial, asked=session.store.clock, whole=fields is None
        )
    if names is not None:
        _drop_embedded(instance, relations)
        for name in relations:
            session.store.renew(model.relations[name].target.endpoint.path)
    _lost(instance)  # what an include had brought
    for name in relations:
        memory.forget(instance, name, session.store.clock + 1)


def _drop_embedded(instance: Resource, relations: Iterable[str]) -> None:
    """Drop the rows of relations that came along with an object's own row."""
    for name in relations:
        instance._state.row.pop(type(instance).relations[name].include or "", None)


def _row(
    session: StoreAccess, instance: Resource, only: tuple[str, ...], include: tuple[str, ...]
) -> dict[str, Any]:
    model = type(instance)
    endpoint = model.endpoint
    params = {**endpoint.params, **endpoint.scope_params(instance._state.parents)}
    if include:
        params["include"] = ",".join(include)
    if only and endpoint.selects:
        params["include_fields"] = ",".join(only)
    try:
        if "get" in endpoint.verbs or endpoint.singleton:
            path = fill(endpoint.item(), {**instance._state.parents, "key": instance.pk})
            page = session.store.fetch(path, params)
            check_row(page, path)
            rows = page.rows
        else:
            rows = list(_rows(session, [instance], only, include).values())
    except NotFound:
        rows = []
    if not rows:
        raise StaleObjectError(f"{instance!r} is no longer in the store")
    row = rows[0]
    check_key(model, row, instance.pk)
    return row


def _rows(
    session: StoreAccess,
    instances: Sequence[Resource],
    only: tuple[str, ...] = (),
    include: tuple[str, ...] = (),
) -> dict[Any, dict[str, Any]]:
    """Read the rows of objects of one model, by their keys."""
    model = type(instances[0])
    key = model.endpoint.key or "id"
    mapper = mapper_for(model)
    wire = mapper.field(key).wire
    keys = [item.pk for item in instances]
    query = query_of(
        model,
        parents=instances[0]._state.parents,
        conditions=(Condition((key,), "in", keys),),
        only=(wire, *only) if only else (),
        include=include,
        scanning=True,
    )
    # By the key that the objects know: V2 writes some as texts.
    return {mapper.value(row, key): row for row in Reader(model, query, session).rows(whole=True)}


def expire(instance: Resource, names: Iterable[str] | None, now: int) -> None:
    """Drop loaded values, so that they are loaded again when they are touched.

    Args:
        instance: the object.
        names: fields and relations; all if it is None.
        now: a moment after all that was asked for so far.
    """
    state, model = instance._state, type(instance)
    mapper = mapper_for(model)
    key = model.endpoint.key
    fields, relations = _chosen(model, names)
    if state.changed:
        memory.forget_equal(instance, state.row)
    changed = state.changed or set()
    row = dict(state.row)
    for mapped in mapper.fields.values() if fields is None else fields:
        if mapped.name != key and mapped.name not in changed:
            row.pop(mapped.wire, None)
            instance._drop(mapped)
            state.partial = True
    if fields is None:
        keep = {mapper.fields[name].wire for name in changed | ({key} if key else set())}
        row = {wire: value for wire, value in row.items() if wire in keep}
    state.row = row
    _drop_embedded(instance, relations)
    _lost(instance)
    for name in relations:
        memory.forget(instance, name, now)


def outdate(instance: Resource, names: Iterable[str], now: int, *, late: bool) -> None:
    """Take fields and relations for outdated, because a write has changed them elsewhere.

    They are no base any more for what is sent. Fields are loaded when they are touched, with those
    of the object's peers; relations likewise.

    Args:
        instance: a held object.
        names: wire names of fields, and names of relations; those that it lacks are passed over.
        now: when that was.
        late: the API may show the old values for a while; they stay readable.
    """
    model, state = type(instance), instance._state
    mapper = mapper_for(model)
    wires = [name for name in names if name in mapper.wires]
    relations = [name for name in names if name in model.relations]
    embedded = [model.relations[name].include or name for name in relations]
    if state.changed:
        memory.forget_equal(instance, [wire for wire in wires if wire in state.row])
    memory.outdate(state, wires, now, late=late)
    memory.drop(state, embedded, now)
    _lost(instance)
    for name in relations:
        memory.forget(instance, name, now)
    for wire in () if late else wires:
        mapped = mapper.wires[wire]
        if mapped.name not in (state.changed or ()):
            instance._drop(mapped)


def _lacking(instance: Resource, wire: str) -> list[Resource]:
    """Return an object and those of its peers that lack the same part of their rows."""
    found = {id(instance): instance}
    peers = instance._state.peers
    for peer in () if peers is None else peers.suspects(_part(instance, wire)):
        state = peer._state
        if (
            id(peer) not in found
            and type(peer) is type(instance)
            and state.phase is Phase.PERSISTENT
            and state.parents == instance._state.parents
            and wire not in state.row
        ):
            found[id(peer)] = peer
    return list(found.values())


def _part(instance: Resource, wire: str) -> Any:
    """Return what is read at once: a part of the rows of one class, below the same parents."""
    return (wire, type(instance), *instance._state.parents.values())


def _read(instance: Resource, wire: str) -> None:
    """Take notice that a part was read for an object and all of its peers that lacked it."""
    peers = instance._state.peers
    if peers is not None and _can_list_keys(type(instance)):
        peers.complete(_part(instance, wire))


def _lost(instance: Resource) -> None:
    """Take notice that an object lacks parts of its row which its peers may have."""
    peers = instance._state.peers
    if peers is not None:
        peers.lose(instance)


def _can_list_keys(model: type[Resource]) -> bool:
    filter_ = model.endpoint.filters.get(model.endpoint.key or "id")
    return filter_ is not None and "in" in filter_.lookups


def load_deferred(session: StoreAccess, instance: Resource, name: str) -> None:
    """Load what the rows of an object and its peers lack, at least the field `name`."""
    model = type(instance)
    mapper = mapper_for(model)
    mapped = mapper.field(name)
    if mapped.options.include:
        load_include(session, instance, mapped.options.include)
        return
    group = _lacking(instance, mapped.wire) if _can_list_keys(model) else [instance]
    missing = tuple(
        item.wire
        for item in mapper.fields.values()
        if any(item.wire not in one._state.row for one in group)
        and not (item.options.include or item.options.write_only)
    )
    if 2 * len(missing) > len(mapper.fields):
        missing = ()  # whole rows cost little more, and need no long list of names
    if len(group) == 1:
        memory.absorb(
            instance, _row(session, instance, missing, ()), partial=False, asked=session.store.clock
        )
        _read(instance, mapped.wire)
        return
    rows = _rows(session, group, missing)
    for item in group:
        if item.pk in rows:
            memory.absorb(item, rows[item.pk], partial=False, asked=session.store.clock)
    _read(instance, mapped.wire)
    _check_there(instance, rows)


def load_include(session: StoreAccess, instance: Resource, word: str) -> None:
    """Load what an `include` brings along, for an object and its peers."""
    model = type(instance)
    key = model.endpoint.key or "id"
    group = _lacking(instance, word) if _can_list_keys(model) else [instance]
    if instance._state.peers is not None:
        instance._state.peers.touched[word] = 1
    if len(group) == 1:
        memory.absorb(
            instance,
            _row(session, instance, (key,), (word,)),
            partial=True,
            asked=session.store.clock,
        )
        instance._state.row.setdefault(word, None)
        _read(instance, word)
        return
    rows = _rows(session, group, (key,), (word,))
    for item in group:
        if item.pk in rows:
            memory.absorb(item, rows[item.pk], partial=True, asked=session.store.clock)
            item._state.row.setdefault(word, None)
    _read(instance, word)
    _check_there(instance, rows)


def renew_held(
    session: StoreAccess, found: Sequence[Resource], rows: Sequence[Mapping[str, Any]]
) -> None:
    """Let held rows have what newer rows say of them that an `include` brought along in others.

    Args:
        session: what holds them.
        found: objects of one class.
        rows: their rows.
    """
    if not found or not type(found[0]).endpoint.includes:
        return
    for relation in type(found[0]).relations.values():
        if relation.include not in rows[0]:
            continue
        endpoint = relation.target.endpoint
        for instance in found if session.has_any(endpoint.path) else ():
            by_path = endpoint.owners and not relation.by
            below = to_many.path_below(instance, relation) if by_path else {}
            came = instance._state.row.get(relation.include)
            came = came if isinstance(came, list) else [came]
            inner = [one for one in came if isinstance(one, dict)]
            key = endpoint.key or ""
            if not any(
                session.held(endpoint.path, {**one, **below}, one.get(key)) for one in inner
            ):
                continue
            if isinstance(relation, ToMany) and to_many.known(instance, relation) is not None:
                continue
            asked = memory.age(instance._state, relation.include or "")
            session.materialize(relation.target, inner, below or None, None, asked=asked)


def _check_there(instance: Resource, rows: Mapping[Any, dict[str, Any]]) -> None:
    """Raise StaleObjectError if an object is not among the rows that its group was read from.

    Its peers only do so once they are touched themselves.
    """
    if instance.pk not in rows:
        raise StaleObjectError(f"{instance!r} is no longer in the store")


def current_rows(
    session: StoreAccess, items: Sequence[Resource], only: tuple[str, ...] = ()
) -> Iterator[tuple[Resource, dict[str, Any]]]:
    """Yield objects of one model and scope with their rows as they are in the store now.

    Args:
        session: the session to read through.
        items: the objects; those that the store no longer has are left out.
        only: wire names of the fields that are wanted; whole rows if there are none.
    """
    session.store.renew(type(items[0]).endpoint.path)
    if _can_list_keys(type(items[0])):
        rows = _rows(session, items, only)
        for item in items:
            if item.pk in rows:
                yield item, rows[item.pk]
        return
    for item in items:
        try:
            yield item, _row(session, item, only, ())
        except StaleObjectError:
            continue


@attrs.frozen
class Verdict:
    """What a look at the store says of the objects that are about to be written.

    Attributes:
        refused: those that must not be sent, and why.
        unchecked: those that cannot be looked at: the API does not show their rows.
    """

    refused: list[tuple[Resource, BcormError]] = attrs.field(factory=list)
    unchecked: list[Resource] = attrs.field(factory=list)


def check(session: StoreAccess, writes: Iterable[tuple[Resource, Collection[str]]]) -> Verdict:
    """Compare objects with the store, in as few requests as possible.

    Those with a version or a modification date are compared by it, where it was loaded; the
    others by the values that would be overwritten.

    Args:
        session: the session to read through.
        writes: the objects, each with the wire names that it would overwrite; none means the
            whole row, which is to be deleted.
    """
    verdict = Verdict()
    groups: dict[Any, list[tuple[Resource, Collection[str]]]] = {}
    for item, wires in writes:
        endpoint, version = type(item).endpoint, _version(item)
        if not endpoint.verbs & {"get", "list"}:
            verdict.unchecked.append(item)
            continue
        compared = (version,) if version else tuple(sorted(wires or _loaded(item)))
        if not compared or any(wire not in item._state.row for wire in compared):
            verdict.refused.append((item, _unknown(item)))
            continue
        scope = (type(item), tuple(item._state.parents.values()), compared)
        groups.setdefault(scope, []).append((item, wires))
    for (_, _, compared), group in groups.items():
        verdict.refused.extend(_changed(session, [item for item, _ in group], compared))
    return verdict


def _version(item: Resource) -> str | None:
    """Return the wire name of a version or a modification date, if it was loaded."""
    name = type(item).endpoint.version_field
    mapped = None if name is None else mapper_for(type(item)).fields.get(name)
    return None if mapped is None or item._state.row.get(mapped.wire) is None else mapped.wire


def _loaded(item: Resource) -> Iterator[str]:
    """Yield the wire names of what was loaded of a row, beside what the API computes."""
    for wire, mapped in mapper_for(type(item)).wires.items():
        if wire in item._state.row and not mapped.options.readonly:
            yield wire


def _changed(
    session: StoreAccess, items: list[Resource], wires: tuple[str, ...]
) -> Iterator[tuple[Resource, BcormError]]:
    """Yield those of some objects whose rows hold other values by now."""
    try:
        rows = {id(item): row for item, row in current_rows(session, items, wires)}
    except ApiError as error:
        yield from ((item, error) for item in items)
        return
    for item in items:
        now, row = rows.get(id(item)), item._state.row
        if now is None:
            yield item, _error(f"{item!r} is no longer in the store")
            continue
        fields = [mapper_for(type(item)).wires[wire] for wire in wires]
        differing = [one for one in fields if not one.alike(now.get(one.wire), row[one.wire])]
        if differing:
            versioned = wires == (_version(item),)
            told = "; ".join(
                f"{'' if versioned else one.name + ' is '}"
                f"{now.get(one.wire)!s:.60} (loaded: {row[one.wire]!s:.60})"
                for one in differing
            )
            yield (
                item,
                _error(f"{item!r} was changed in the store{' at ' if versioned else ': '}{told}"),
            )


def _unknown(item: Resource) -> StaleObjectError:
    return _error(
        f"whether {item!r} was changed in the store cannot be told, because what would be "
        "overwritten was not loaded"
    )


def _error(told: str) -> StaleObjectError:
    return StaleObjectError(f"{told}: refresh it, look at your change again, and commit")
