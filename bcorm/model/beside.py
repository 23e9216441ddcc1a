"""Fields of rows and, beside them, of the rows that they name: `values("name", "brand__name")`.

The API joins nothing. What a relation to one names is read by its keys, each of them once, for so
many rows at a time as their list has on a page.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from bcorm.exceptions import FieldError
from bcorm.lookups import SEPARATOR
from bcorm.model.by_key import listed_by_key, rows_by_key
from bcorm.model.conditions import readable, spelled_out, words
from bcorm.model.joins import beyond, owner_of
from bcorm.model.mapper import mapper_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from bcorm.model.mapper import ToOne
    from bcorm.model.reading import Reader
    from bcorm.model.resource import Resource
    from bcorm.model.unit_of_work import Loader

    Row = Mapping[str, Any]
    Found = tuple[Row, Row]

_NONE: Mapping[str, Any] = {}
_AT_A_TIME = 250


def check(model: type[Resource], name: str) -> tuple[str, ...]:
    """Return the model's own fields that are read for a name.

    Raises:
        FieldError: no such field; the nearest right name is suggested.
        QueryError: the API takes the field, but never shows it.
    """
    path = words(name)
    relation = beyond(model, path)
    if relation is None:
        return (readable(model, path),)
    try:
        check(relation.target, SEPARATOR.join(path[1:]))
    except FieldError as error:
        near = error.suggestion and f"{path[0]}{SEPARATOR}{error.suggestion}"
        raise FieldError(model, name, near, error.reason) from None
    return tuple(
        field
        for field in (_key_field(model, relation), owner_of(model, relation))
        if field in mapper_for(model).fields
    )


def _key_field(model: type[Resource], relation: ToOne) -> str:
    """Return what the key of the row that a relation names is called."""
    if relation.via is not None:
        return relation.via
    return model.endpoint.placeholder_below(relation.target.endpoint)


class Picked:
    """Reads some fields of rows, of theirs and of the rows that they name.

    Args:
        model: whose rows.
        names: fields, or paths into nested objects or through relations to one.

    Raises:
        FieldError: no such field; the nearest right name is suggested.
        QueryError: the API takes the field, but never shows it.

    Attributes:
        needed: the model's own fields that have to be read.
    """

    def __init__(self, model: type[Resource], names: Iterable[str]) -> None:
        self._names = tuple(names)
        self.needed = tuple(
            dict.fromkeys(own for name in self._names for own in check(model, name))
        )
        if self._names and not self.needed and model.endpoint.key is not None:
            self.needed = (model.endpoint.key,)  # no field at all would be every field
        self._model = model
        self._further = _Named.all(model, map(words, self._names))

    def rows(self, reader: Reader[Any]) -> Iterator[list[Any]]:
        """Yield the values of each row, in the order of the names."""
        if not self._further:
            own = [_own(self._model, words(name)) for name in self._names]
            for row in reader.rows():
                yield [read(row) for read in own]
            return
        reads = [_across(self._model, words(name), self._further) for name in self._names]
        for further in self._further.values():
            further.forget()
        found = (
            (row, page.parents or _NONE) for page in reader.pages(whole=False) for row in page.rows
        )
        while part := list(islice(found, _AT_A_TIME)):
            for further in self._further.values():
                further.load(part, reader.session)
            for pair in part:
                yield [read(pair) for read in reads]

    def told(self) -> Iterator[str]:
        """Say what is read beside the rows, in words."""
        for further in self._further.values():
            yield from further.told("")


class _Named:
    """The rows that a relation names, by their keys.

    Args:
        model: whose relation.
        relation: one that `beyond` returns.
        paths: of what is read of its rows.
    """

    def __init__(
        self, model: type[Resource], relation: ToOne, paths: Iterable[tuple[str, ...]]
    ) -> None:
        self.relation = relation
        self.target: type[Resource] = relation.target
        self._model = model
        self._field = _key_field(model, relation)
        self._owner = None if listed_by_key(relation.target) else owner_of(model, relation)
        paths = list(paths)
        needed = [own for path in paths for own in check(self.target, SEPARATOR.join(path))]
        key, owners = self.target.endpoint.key or "id", self.target.endpoint.owners
        own = mapper_for(self.target).fields
        self._kind = own[key].converter.native if key in own else None
        self._only = tuple(dict.fromkeys(name for name in [key, *owners, *needed] if name in own))
        self.further = self.all(self.target, paths)
        self._found: dict[Any, Row] = {}

    @classmethod
    def all(cls, model: type[Resource], paths: Iterable[tuple[str, ...]]) -> dict[str, _Named]:
        """Return those that some paths lead through, by the names of the relations."""
        through: dict[str, list[tuple[str, ...]]] = {}
        for path in paths:
            if beyond(model, path) is not None:
                through.setdefault(path[0], []).append(path[1:])
        relations: Any = model.relations
        return {name: cls(model, relations[name], rest) for name, rest in through.items()}

    def forget(self) -> None:
        """Read them anew the next time."""
        self._found = {}
        for further in self.further.values():
            further.forget()

    def load(self, rows: Iterable[Found], session: Loader) -> None:
        """Read those that some rows name, unless they were read before."""
        named = [(self._key(pair), pair[0]) for pair in rows]
        missing = {key: row for key, row in named if key and key not in self._found}
        if not missing:
            return
        owners = None
        if self._owner is not None:
            mapper, owner = mapper_for(self._model), self._owner
            known = [mapper.value(row, owner) for row in missing.values()]
            owners = (owner, list(dict.fromkeys(one for one in known if isinstance(one, int))))
        fresh = rows_by_key(self.target, list(missing), session, self._only, owners)
        self._found.update(dict.fromkeys(missing, _NONE) | fresh)
        for further in self.further.values():
            further.load([(row, _NONE) for row in fresh.values()], session)

    def of(self, pair: Found) -> Row | None:
        """Return the row that a row names; None if there is none."""
        return self._found.get(self._key(pair)) or None

    def _key(self, pair: Found) -> Any:
        row, parents = pair
        mapper = mapper_for(self._model)
        key = mapper.value(row, self._field)
        if key is None:
            key = parents.get(self._field)
        # Of another kind than these rows' keys it names none of them, and may be no key at all.
        return key if type(key) is self._kind else None

    def told(self, above: str) -> Iterator[str]:
        """Say how they are read."""
        name, target = f"{above}{self.relation.name}", self.target
        size = listed_by_key(target)
        how = f"at most {size} in a request" if size else "each by its address, or from their list"
        if self._owner is not None:
            how = f"from the lists of their {self._owner}"
        yield f"{name}: {target.__name__} rows by their keys, each once, {how}"
        for further in self.further.values():
            yield from further.told(f"{name}{SEPARATOR}")


def _own(model: type[Resource], path: tuple[str, ...]) -> Callable[[Row], Any]:
    """Return what reads the value of a path from a row."""
    return mapper_for(model).reader(spelled_out(model, path))


def _across(
    model: type[Resource], path: tuple[str, ...], further: Mapping[str, _Named]
) -> Callable[[Found], Any]:
    """Return what reads the value of a path from a row and the rows that were read besides."""
    if beyond(model, path) is None:
        own = _own(model, path)
        return lambda pair: own(pair[0])
    named = further[path[0]]
    inner = _across(named.target, path[1:], named.further)

    def read(pair: Found) -> Any:
        row = named.of(pair)
        return None if row is None else inner((row, _NONE))

    return read
