"""The difference between what was loaded and what is now, as the body of a request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from bcorm.exceptions import InvalidValue
from bcorm.model import memory
from bcorm.model.mapper import mapper_for
from bcorm.model.state import Phase
from bcorm.model.struct import Struct
from bcorm.model.types import Nested, Sequence, Table

if TYPE_CHECKING:
    from collections.abc import Collection

    from bcorm.model.mapper import MappedField
    from bcorm.model.resource import Resource
    from bcorm.model.types import Converter


@attrs.frozen
class Pending:
    """Stands for the key of an object that is not saved yet."""

    target: Any

    def __str__(self) -> str:
        return f"<key of {self.target!r}>"


def resolved(value: Any) -> Any:
    """Return the key that a value stands for, if the object has got one; else the value."""
    return value.target.pk if isinstance(value, Pending) and value.target.pk else value


_ABSENT = object()


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
        link = (state.links or {}).get(name)
        if link is not None:
            body[mapped.wire] = Pending(link) if link.pk is None else link.pk
            continue
        if name not in instance.__dict__:
            continue  # what changed was dropped since
        value = instance.__dict__[name]
        if not instance._holds(mapped, value):
            body[mapped.wire] = _to_send(mapped, value, state.row.get(mapped.wire))
    return body


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


def check_required(instance: Resource, body: dict[str, Any]) -> None:
    """Raise InvalidValue for a new object that lacks what the API requires: all that it lacks."""
    missing = [
        mapped
        for mapped in mapper_for(type(instance)).fields.values()
        if mapped.options.required and body.get(mapped.wire) is None
    ]
    if not missing:
        return
    first, *others = missing
    expected = f"a value before {instance!r} can be created ({first.converter.expected})"
    if others:
        told = ", ".join(f"{one.name} ({one.converter.expected})" for one in others)
        expected += f"; and so are missing {told}"
    raise InvalidValue(type(instance), first.name, None, expected)


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
            link = (state.links or {}).get(name)
            dumped = link.pk if link is not None else None
            if link is None and value is not None:
                dumped = mapped.converter.dump(value)
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
    absorb(instance, answered, partial=state.partial, asked=asked)


def absorb(
    instance: Resource, row: dict[str, Any], *, partial: bool, asked: int, whole: bool = False
) -> None:
    """Merge a row into an object, or let it take the old row's place; changes stay.

    Of each field, what was asked for later stays; see `memory`.

    Values that were handed out and can be changed in place are brought up to date rather than
    replaced, so that a reference which a user still holds goes on belonging to the object.
    """
    state = instance._state
    row = memory.renewed(state, row, asked) if whole else memory.newer(state, row, asked)
    if state.changed:
        _drop_unchanged(instance, row)
    state.row = dict(row) if whole else {**state.row, **row}
    if not partial:
        state.partial = False
    values = instance.__dict__
    changed = state.changed or ()
    mapper = mapper_for(type(instance))
    for name in [name for name in values if name != "_state" and name not in changed]:
        mapped = mapper.fields.get(name)
        if mapped is None or (mapped.wire not in row and mapped.wire in state.row):
            if mapped is not None and not mapped.converter.mutable:
                values.pop(name, None)
            continue
        raw = state.row.get(mapped.wire)
        if not mapped.converter.mutable or not mapped.renew(values[name], raw):
            instance._drop(mapped)
    if state.held:
        _bring_back(instance, row)
    if state.related or state.added:
        _forget_embedded(instance, row, asked)


def _bring_back(instance: Resource, row: dict[str, Any]) -> None:
    """Give the held values that a newer row renews their places again."""
    held = instance._state.held or {}
    mapper = mapper_for(type(instance))
    for name in list(held):
        mapped = mapper.fields[name]
        if name not in instance.__dict__ and mapped.renew(held[name], row.get(mapped.wire)):
            instance.__dict__[name] = held.pop(name)


def _drop_unchanged(instance: Resource, row: dict[str, Any]) -> None:
    """Forget that fields were set, if they were set to what they were and a newer value came."""
    state = instance._state
    mapper = mapper_for(type(instance))
    for name in list(state.changed or ()):
        mapped = mapper.fields[name]
        sent = name in instance.__dict__ and name not in (state.links or {})
        if sent and mapped.wire in row and instance._holds(mapped, instance.__dict__[name]):
            state.changed.discard(name)


def _forget_embedded(instance: Resource, row: dict[str, Any], asked: int) -> None:
    """Drop loaded relations for which a newer row brought rows along."""
    for name, relation in type(instance).relations.items():
        if relation.include is not None and relation.include in row:
            memory.forget(instance, name, asked)


def restore(instance: Resource) -> None:
    """Give every field its loaded value back."""
    state = instance._state
    for name in list(state.changed or ()):
        delattr(instance, name)
    state.changed = None
    state.links = None
