"""The identity map: one object per (resource, parents, key) in a session.

Objects are held weakly here; the session holds changed ones strongly beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from weakref import ref

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bcorm.model.resource import Resource

_SWEEP_AT = 1024


class IdentityMap:
    """Weak references by identity, swept when half of them may be dead."""

    def __init__(self) -> None:
        self._refs: dict[Any, ref[Resource]] = {}
        self._sweep_at = _SWEEP_AT

    def get(self, identity: Any) -> Resource | None:
        """Return the living object with that identity, or None."""
        found = self._refs.get(identity)
        return None if found is None else found()

    def put(self, identity: Any, instance: Resource) -> ref[Resource]:
        """Remember an object, and return the weak reference to it."""
        reference = ref(instance)
        self._refs[identity] = reference
        if len(self._refs) > self._sweep_at:
            self._sweep()
        return reference

    def drop(self, identity: Any) -> None:
        """Forget an object."""
        self._refs.pop(identity, None)

    def clear(self) -> None:
        """Forget all."""
        self._refs.clear()
        self._sweep_at = _SWEEP_AT

    def _sweep(self) -> None:
        self._refs = {key: item for key, item in self._refs.items() if item() is not None}
        self._sweep_at = max(_SWEEP_AT, 2 * len(self._refs))

    def __iter__(self) -> Iterator[Resource]:
        for reference in list(self._refs.values()):
            alive = reference()
            if alive is not None:
                yield alive

    def __len__(self) -> int:
        return sum(1 for _ in self)


def identity_of(instance: Resource) -> Any:
    """Return the identity of a saved object, or None while it has no key."""
    model = type(instance)
    endpoint = model.endpoint
    parents = instance._state.parents
    scope = tuple(parents.get(name) for name in endpoint.placeholders)
    if endpoint.singleton:
        return (model, scope, None)
    key = instance.pk
    return None if key is None else (model, scope, key)
