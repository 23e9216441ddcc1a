"""`IdentityMap`: the objects that a session holds, found by what they are and by what they hold.

It has one object per (endpoint, parents, key). It goes by endpoint, not by class: a `Product` and a
user's own subclass of it that name the same row are one object, of the class that asked first.
Objects are held weakly there; the session holds changed ones strongly beside it.

A write may change rows of which it only says a value: products lose the brand that is deleted. Who
these are is filed the first time that it is asked for, and kept up to date from then on, so that a
thousand deletes do not look at all products a thousand times.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any
from weakref import ref

from bcorm.model.mapper import mapper_for, scope_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from bcorm.model.mapper import Scope
    from bcorm.model.resource import Resource
    from bcorm.session.work import Doomed

_SWEEP_AT = 4096


class _File:
    """Living objects of one endpoint, filed by what they had when they were last heard of.

    Args:
        words: says where an object is filed.
        items: the objects so far.
    """

    def __init__(
        self, words: Callable[[Resource], Iterable[Any]], items: Iterable[Resource]
    ) -> None:
        self._words = words
        self._filed: dict[Any, dict[int, ref[Resource]]] = {}
        self._room = _SWEEP_AT
        for item in items:
            self._room += 2
            self.add(item)

    def add(self, item: Resource) -> None:
        """File an object that is new, or that has newer values."""
        self._room -= 1
        for word in self._words(item):
            self._filed.setdefault(word, {})[id(item)] = ref(item)

    @property
    def worn(self) -> bool:
        """Whether so much was filed that most of it may be dead or elsewhere by now."""
        return self._room < 0

    def at(self, words: Iterable[Any]) -> list[Resource]:
        """Return the living objects that were filed under one of some words."""
        found = {key: one for word in words for key, one in self._filed.get(word, {}).items()}
        return [item for one in found.values() if (item := one()) is not None]

    def take(self) -> list[Resource]:
        """Return all living objects, and file none of them any more."""
        found = self.at(list(self._filed))
        self._filed = {}
        return found


class IdentityMap:
    """Weak references by scope and key, swept when half of them may be dead.

    A scope is an endpoint's path and the keys of the parents: the rows of one list share it, so
    that loading a page costs one look-up for the scope and one per row.
    """

    def __init__(self) -> None:
        self._scopes: dict[str, dict[Scope, dict[Any, ref[Resource]]]] = {}
        self._models: dict[str, type[Resource]] = {}
        # Of rows below more than one parent, the scopes by the place of a parent's key, and it.
        self._under: dict[str, dict[tuple[int, Any], dict[Scope, None]]] = {}
        self._files: dict[str, dict[Any, _File]] = {}
        self._size = 0
        self._sweep_at = _SWEEP_AT

    def scope(self, scope: Scope, model: type[Resource]) -> dict[Any, ref[Resource]]:
        """Return the references of one scope, by key; tell of what is put there by `told`."""
        path = scope[0]
        scopes = self._scopes.get(path)
        if scopes is None:
            scopes = self._scopes[path] = {}
            self._models[path] = model
        found = scopes.get(scope)
        if found is None:
            found = scopes[scope] = {}
            if len(scope) > 2:
                under = self._under.setdefault(path, {})
                for place in enumerate(scope[1:]):
                    under.setdefault(place, {})[scope] = None
        return found

    def told(self, path: str, items: Sequence[Resource], new: int = 0) -> None:
        """Take notice of objects of an endpoint that are new, or that have newer values.

        Args:
            path: its path template.
            items: the objects.
            new: how many of them are new.
        """
        files = self._files.get(path)
        if files:
            for key, file in list(files.items()):
                for item in items:
                    file.add(item)
                if file.worn:
                    del files[key]
        self._size += new
        if self._size > self._sweep_at:
            self._sweep()

    def holds(self, path: str) -> bool:
        """Whether there may be objects of an endpoint, by its path template."""
        return bool(self._scopes.get(path))

    def get(self, scope: Scope, key: Any) -> Resource | None:
        """Return the living object with that identity, or None."""
        try:
            reference = self._scopes[scope[0]][scope].get(key)
        except (KeyError, TypeError):  # a key that the API made up is no key
            return None
        return None if reference is None else reference()

    def put(self, instance: Resource) -> None:
        """Remember a saved object."""
        scope = scope_of(instance)
        self.scope(scope, type(instance))[instance.pk] = ref(instance)
        self.told(scope[0], [instance], 1)

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
            model = self._models[path]
            by_path, by_key = doomed.ways(model)
            owners = model.endpoint.owners
            groups: dict[Scope, None] = {}
            for other, name in by_path:
                for key in doomed.keys(other):
                    if len(owners) == 1:
                        groups[path, key] = None
                    else:
                        groups |= self._under.get(path, {}).get((owners.index(name), key), {})
            near = list(_alive([scopes[scope] for scope in groups if scope in scopes]))
            for other, name in by_key:
                near += self.having(path, name, set(map(str, doomed.keys(other))))
            found += [item for item in near if doomed.above(item) is not None]
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

    def having(self, path: str, field: str, values: set[str]) -> list[Resource]:
        """Return the living objects of an endpoint whose field has one of some values.

        Args:
            path: its path template.
            field: the field's name; a list has what is in it.
            values: the values, as texts.
        """
        files = self._files.setdefault(path, {})
        file = files.get(field)
        if file is None:
            file = files[field] = _File(lambda item: texts_of(item, field), self.at(path))
        return [item for item in file.at(values) if not values.isdisjoint(texts_of(item, field))]

    def since(self, path: str, what: tuple[str, ...]) -> list[Resource]:
        """Return the living objects of an endpoint that are new since this was asked for last.

        Those that have newer values are among them; the first time it is all.

        Args:
            path: its path template.
            what: what for: each purpose is asked for by itself.
        """
        files = self._files.setdefault(path, {})
        file = files.get(what)
        if file is None:
            found = list(self.at(path))
            files[what] = _File(lambda _item: ("",), found)
            files[what].take()
            return found
        return file.take()

    def clear(self) -> None:
        """Forget all."""
        self._scopes.clear()
        self._under.clear()
        self._files.clear()
        self._size, self._sweep_at = 0, _SWEEP_AT

    def _sweep(self) -> None:
        self._size = 0
        for path, scopes in list(self._scopes.items()):
            for scope, found in list(scopes.items()):
                dead = [key for key, reference in found.items() if reference() is None]
                for key in dead:
                    del found[key]
                if not found:
                    del scopes[scope]
                    for place in enumerate(scope[1:]) if path in self._under else ():
                        self._under[path][place].pop(scope, None)
                self._size += len(found)
            if not scopes:
                del self._scopes[path]
                self._under.pop(path, None)
                self._files.pop(path, None)
        self._sweep_at = max(_SWEEP_AT, 2 * self._size)

    def __iter__(self) -> Iterator[Resource]:
        for scopes in list(self._scopes.values()):
            yield from _alive(list(scopes.values()))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def texts_of(item: Resource, field: str) -> set[str]:
    """Return the values that the row of an object has in a field, as texts."""
    if field == type(item).endpoint.key:
        return {str(item.pk)}
    mapped = mapper_for(type(item)).fields.get(field)
    raw = None if mapped is None else item._state.row.get(mapped.wire)
    return {str(one) for one in (raw if isinstance(raw, list) else [raw])}


def _alive(groups: Iterable[dict[Any, ref[Resource]]]) -> Iterator[Resource]:
    for found in groups:
        for reference in list(found.values()):
            alive = reference()
            if alive is not None:
                yield alive
