"""The identity map: one object per (resource, parents, key) in a session.

Objects are held weakly here; the session holds changed ones strongly beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from weakref import ref

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bcorm.model.resource import Resource

Scope = tuple[Any, ...]

_SWEEP_AT = 4096


class IdentityMap:
    """Weak references by scope and key, swept when half of them may be dead.

    A scope is a model and the keys of the parents: the rows of one list share it, so that loading
    a page costs one look-up for the scope and one per row.
    """

    def __init__(self) -> None:
        self._scopes: dict[Scope, dict[Any, ref[Resource]]] = {}
        self._size = 0
        self._sweep_at = _SWEEP_AT

    def scope(self, scope: Scope) -> dict[Any, ref[Resource]]:
        """Return the references of one scope, by key; add to it with `added`."""
        found = self._scopes.get(scope)
        if found is None:
            found = self._scopes[scope] = {}
        return found

    def added(self, number: int) -> None:
        """Take notice of new references."""
        self._size += number
        if self._size > self._sweep_at:
            self._sweep()

    def get(self, scope: Scope, key: Any) -> Resource | None:
        """Return the living object with that identity, or None."""
        try:
            reference = self._scopes[scope].get(key)
        except (KeyError, TypeError):  # a key that the API made up is no key
            return None
        return None if reference is None else reference()

    def put(self, instance: Resource) -> None:
        """Remember a saved object."""
        self.scope(scope_of(instance))[instance.pk] = ref(instance)
        self.added(1)

    def drop(self, instance: Resource) -> None:
        """Forget an object."""
        self.scope(scope_of(instance)).pop(instance.pk, None)

    def clear(self) -> None:
        """Forget all."""
        self._scopes.clear()
        self._size, self._sweep_at = 0, _SWEEP_AT

    def _sweep(self) -> None:
        self._size = 0
        for scope, found in list(self._scopes.items()):
            dead = [key for key, reference in found.items() if reference() is None]
            for key in dead:
                del found[key]
            if not found:
                del self._scopes[scope]
            self._size += len(found)
        self._sweep_at = max(_SWEEP_AT, 2 * self._size)

    def __iter__(self) -> Iterator[Resource]:
        for found in list(self._scopes.values()):
            for reference in list(found.values()):
                alive = reference()
                if alive is not None:
                    yield alive

    def __len__(self) -> int:
        return sum(1 for _ in self)


def scope_of(instance: Resource) -> Scope:
    """Return what an object shares with the rows of its list: the model, and the parents' keys."""
    model = type(instance)
    parents = instance._state.parents
    return (model, *(parents.get(name) for name in model.endpoint.owners))
