"""`Values`: rows as dictionaries, tuples or single values, without objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar, overload

from bcorm.lookups import SEPARATOR
from bcorm.model.conditions import Matcher, spelled_out
from bcorm.model.mapper import mapper_for
from bcorm.model.reading import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bcorm.model.resource import Resource
    from bcorm.query.compiler import Query

V = TypeVar("V")


class Values(Generic[V]):
    """The answer of `values()` and `values_list()`: iterable, and read anew each time."""

    def __init__(
        self, reader: Reader[Any], names: tuple[str, ...], shape: Literal["dict", "tuple", "flat"]
    ) -> None:
        self._reader = reader
        self._names = names or names_of(reader.model, reader.query)
        self._shape = shape

    def __iter__(self) -> Iterator[V]:
        matcher = Matcher(mapper_for(self._reader.model), ())
        model = self._reader.model
        paths = [spelled_out(model, tuple(name.split(SEPARATOR))) for name in self._names]
        for row in self._reader.rows():
            found = [matcher.value(row, path) for path in paths]
            yield self._shaped(found)

    @overload
    def __getitem__(self, index: int) -> V: ...
    @overload
    def __getitem__(self, index: slice) -> Values[V]: ...
    def __getitem__(self, index: int | slice) -> V | Values[V]:
        """Return one answer, or a part of them; only the pages of the part are read."""
        if isinstance(index, slice):
            return Values(self._reader.sliced(index), self._names, self._shape)
        for found in self[index : index + 1]:
            return found
        raise IndexError(index)

    def _shaped(self, found: list[Any]) -> Any:
        if self._shape == "dict":
            return dict(zip(self._names, found, strict=True))
        return found[0] if self._shape == "flat" else tuple(found)

    def __repr__(self) -> str:
        return f"<Values of {self._reader.model.__name__}: {', '.join(self._names)}>"


def names_of(model: type[Resource], query: Query) -> tuple[str, ...]:
    """Return the fields that the rows of a query bring: its `only`, `defer` and `include` count."""
    key = model.endpoint.key
    if query.only:
        return tuple(dict.fromkeys([*([key] if key else []), *query.only]))
    return tuple(
        name
        for name, mapped in mapper_for(model).fields.items()
        if name not in query.defer
        and not mapped.options.write_only
        and (mapped.options.include is None or mapped.options.include in query.include)
    )
