"""What travels of an object: to another process, or into a copy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.model.mapper import mapper_for
from bcorm.model.state import Phase, State

if TYPE_CHECKING:
    from bcorm.model.resource import Resource

_NEW = {Phase.TRANSIENT, Phase.PENDING}


def state_of(instance: Resource) -> dict[str, Any]:
    """Return an object's row, its unsaved changes, and the new objects that it stands among."""
    state = instance._state
    fields = mapper_for(type(instance)).fields
    return {
        "row": state.row,
        "parents": dict(state.parents),
        "partial": state.partial,
        "phase": state.phase,
        "changes": {
            name: value
            for name, value in instance.__dict__.items()
            if name in (state.changed or ()) and name in fields
        },
        "links": dict(state.links or {}),
        "owner": state.owner,
        "added": {
            name: [item for item in joined.values() if item._state.phase in _NEW]
            for name, joined in (state.added or {}).items()
        },
    }


def restore(instance: Resource, pickled: dict[str, Any]) -> None:
    """Make an object of what `state_of` returned. New objects belong to no session yet."""
    state = State(pickled["row"], pickled["parents"], None, None)
    phase = pickled["phase"]
    state.phase = Phase.TRANSIENT if phase is Phase.PENDING else phase
    state.partial = pickled["partial"]
    state.links = pickled["links"] or None
    state.owner = pickled["owner"]
    state.added = {
        name: {id(item): item for item in items} for name, items in pickled["added"].items()
    } or None
    instance.__dict__["_state"] = state
    fields = mapper_for(type(instance)).fields
    for name, value in pickled["changes"].items():
        mapped = fields[name]
        if value is not None:
            value = mapped.coerce(type(instance), value, instance._noticer(mapped))  # noqa: PLW2901
        instance.__dict__[name] = value
        instance._note(name)
