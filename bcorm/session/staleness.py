"""Whether somebody else has changed what is about to be overwritten: `commit(check=True)`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from bcorm.exceptions import ApiError, BcormError, StaleObjectError
from bcorm.model.mapper import mapper_for
from bcorm.session.refreshing import current_rows

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from bcorm.model.resource import Resource
    from bcorm.session.access import StoreAccess


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
