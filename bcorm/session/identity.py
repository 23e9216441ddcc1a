"""The identity map: one object per (endpoint, parents, key) in a session.

It goes by endpoint, not by class: a `Product` and a user's own subclass of it that name the same
row are one object, of the class that asked first.

Objects are held weakly here; the session holds changed ones strongly beside it.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any
from weakref import ref

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bcorm.model.resource import Resource
    from bcorm.query.endpoint import Endpoint
    from bcorm.session.ownership import Doomed

Scope = tuple[Any, ...]

_SWEEP_AT = 4096


class IdentityMap:
    """Weak references by scope and key, swept when half of them may be dead.

    A scope is an endpoint's path and the keys of the parents: the rows of one list share it, so
    that loading a page costs one look-up for the scope and one per row.
    """

    def __init__(self) -> None:
        self._scopes: dict[Any, dict[Scope, dict[Any, ref[Resource]]]] = {}
        self._size = 0
        self._sweep_at = _SWEEP_AT

    def scope(self, scope: Scope) -> dict[Any, ref[Resource]]:
        """Return the references of one scope, by key; add to it with `added`."""
        scopes = self._scopes.get(scope[0])
        if scopes is None:
            scopes = self._scopes[scope[0]] = {}
        found = scopes.get(scope)
        if found is None:
            found = scopes[scope] = {}
        return found

    def added(self, number: int) -> None:
        """Take notice of new references."""
        self._size += number
        if self._size > self._sweep_at:
            self._sweep()

    def get(self, scope: Scope, key: Any) -> Resource | None:
        """Return the living object with that identity, or None."""
        try:
            reference = self._scopes[scope[0]][scope].get(key)
        except (KeyError, TypeError):  # a key that the API made up is no key
            return None
        return None if reference is None else reference()

    def put(self, instance: Resource) -> None:
        """Remember a saved object."""
        self.scope(scope_of(instance))[instance.pk] = ref(instance)
        self.added(1)

    def drop(self, instance: Resource) -> None:
        """Forget an object; another one that has its identity by now stays."""
        scope = scope_of(instance)
        found = self._scopes.get(scope[0], {}).get(scope, {})
        reference = found.get(instance.pk)
        if reference is not None and reference() is instance:
            del found[instance.pk]

    def below(self, doomed: Doomed) -> list[Resource]:
        """Return the living objects whose rows are deleted with others."""
        found: list[Resource] = []
        for path, scopes in self._scopes.items():
            model = next((type(item) for item in _alive(scopes.values())), None)
            if model is None:
                continue
            by_path, by_key = doomed.ways(model)
            groups: Iterable[dict[Any, ref[Resource]]] = ()
            if by_key or len(model.endpoint.owners) > 1:
                groups = list(scopes.values()) if by_path or by_key else ()
            elif by_path:
                keys = [key for other, _ in by_path for key in doomed.keys(other)]
                groups = [scopes.get((path, key), {}) for key in keys]
            for references in groups:
                alive = [reference() for reference in list(references.values())]
                found += [item for item in alive if item and doomed.above(item) is not None]
        return found

    def named(self, path: str, wanted: list[list[Any]], *, one: bool) -> Iterator[Resource]:
        """Yield the living objects of an endpoint below some parents, by all spellings of keys.

        Args:
            path: its path template.
            wanted: for each parent, outermost first, keys that it may have.
            one: whether the last of these are keys of the objects themselves.
        """
        scopes = self._scopes.get(path, {})
        for keys in product(*wanted):
            above = keys[:-1] if one else keys
            found = scopes.get((path, *above))
            if found is None:
                continue
            if not one:
                yield from _alive([found])
                continue
            reference = found.get(keys[-1])
            alive = None if reference is None else reference()
            if alive is not None:
                yield alive

    def at(self, path: str) -> Iterator[Resource]:
        """Yield the living objects of one endpoint, by its path template."""
        return _alive(list(self._scopes.get(path, {}).values()))

    def clear(self) -> None:
        """Forget all."""
        self._scopes.clear()
        self._size, self._sweep_at = 0, _SWEEP_AT

    def _sweep(self) -> None:
        self._size = 0
        for model, scopes in list(self._scopes.items()):
            for scope, found in list(scopes.items()):
                dead = [key for key, reference in found.items() if reference() is None]
                for key in dead:
                    del found[key]
                if not found:
                    del scopes[scope]
                self._size += len(found)
            if not scopes:
                del self._scopes[model]
        self._sweep_at = max(_SWEEP_AT, 2 * self._size)

    def __iter__(self) -> Iterator[Resource]:
        for scopes in list(self._scopes.values()):
            yield from _alive(list(scopes.values()))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def scope_of(instance: Resource) -> Scope:
    """Return what an object shares with the rows of its list: the path, and the parents' keys."""
    return scope_below(type(instance).endpoint, instance._state.parents)


def scope_below(endpoint: Endpoint, parents: Mapping[str, Any]) -> Scope:
    """Return what the rows of an endpoint below some parents share."""
    return (endpoint.path, *(parents.get(name) for name in endpoint.owners))


def keys_of(texts: Iterable[str]) -> list[Any]:
    """Return the keys that texts may stand for: as they are, and as numbers."""
    found: list[Any] = list(texts)
    return [*found, *(int(text) for text in found if text.isdecimal())]


def _alive(groups: Iterable[dict[Any, ref[Resource]]]) -> Iterator[Resource]:
    for found in groups:
        for reference in list(found.values()):
            alive = reference()
            if alive is not None:
                yield alive
