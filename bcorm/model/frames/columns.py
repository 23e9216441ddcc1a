"""The columns of a resource's table: their names, their converters, their values as plain Python.

Nested objects are dictionaries, or with `flatten` columns of their own: `custom_url__url`.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

import attrs

from bcorm.http import jsontext
from bcorm.lookups import SEPARATOR
from bcorm.model.conditions import readable, words
from bcorm.model.mapper import ToMany, mapper_for
from bcorm.model.types import Converter, Either, Nested, Sequence
from bcorm.model.values import names_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bcorm.model.mapper import Mapper
    from bcorm.model.queryset import QuerySet
    from bcorm.model.resource import Resource
    from bcorm.query.paging import Page

Read = Callable[[Any, Any], Any]

AMOUNT_SCALE = 10
"""Digits behind the point of an amount: every price and exchange rate of the API, unrounded."""


class Related(Converter):
    """What a column holds of a relation that an `include` has brought along: rows, or one."""

    expected = "rows of a relation"

    def __init__(self, target: Any, *, many: bool) -> None:
        self.target, self.many = target, many

    @cached_property
    def fields(self) -> dict[str, Any]:
        """The fields of such a row, by name."""
        return {
            name: mapped
            for name, mapped in mapper_for(self.target).fields.items()
            if not mapped.options.write_only and mapped.options.include is None
        }

    @cached_property
    def item(self) -> Related:
        """What one of many rows is."""
        return Related(self.target, many=False)

    def plain(self, raw: Any) -> Any:
        """Return plain values of rows as they come from the API."""
        if self.many:
            return [self._row(item) for item in raw] if isinstance(raw, list) else raw
        return self._row(raw)

    def _row(self, row: Any) -> Any:
        if not isinstance(row, dict):
            return row
        return {
            name: mapped.plain(self.target, row.get(mapped.wire))
            for name, mapped in self.fields.items()
        }


@attrs.frozen
class Column:
    """A column of a table.

    Attributes:
        name: its name; a path into nested objects has its words joined by two underscores.
        path: its words: a field, and fields of nested objects.
        converter: of the values in it.
        parent: whether it is a path parameter, which is no field of the row.
    """

    name: str
    path: tuple[str, ...]
    converter: Converter
    parent: bool = False


def columns_of(queryset: QuerySet[Any], names: tuple[str, ...], *, flatten: bool) -> list[Column]:
    """Return the columns of a queryset's table.

    Args:
        queryset: what is read. Without names, `only` and `defer` count, and fields that need an
            `include` are columns if it is there.
        names: fields, or paths into nested objects; all if there are none.
        flatten: make the fields of nested objects columns of their own.

    Raises:
        FieldError: no such field; the nearest right name is suggested.
        QueryError: it is none that can be read, see `readable`.
    """
    model = queryset.model
    chosen = names or names_of(model, queryset._query)
    found = [] if names else _parent_columns(model)
    for name in chosen:
        column = _column(model, name)
        found += _flat(column) if flatten else [column]
    if not names:
        found += _included(model, queryset._query.include)
    return list({column.name: column for column in found}.values())  # no file has two of a name


def _parent_columns(model: type[Resource]) -> list[Column]:
    fields = mapper_for(model).fields
    return [
        Column(name, (name,), _key_converter(model, name), parent=True)
        for name in model.endpoint.owners
        if name not in fields
    ]


def _included(model: type[Resource], includes: tuple[str, ...]) -> list[Column]:
    """Return columns of relations that the rows bring along."""
    found = []
    for name, relation in model.relations.items():
        include = getattr(relation, "include", None)
        if include in includes:
            many = isinstance(relation, ToMany)
            found.append(Column(name, (include,), Related(relation.target, many=many)))
    return found


def _key_converter(model: type[Resource], placeholder: str) -> Converter:
    """Return the converter of the key of a parent, or of one above that."""
    for relation in model.relations.values():
        if placeholder in model.endpoint.placeholders and relation.parent:
            target: Any = relation.target
            if placeholder in target.endpoint.placeholders:
                return _key_converter(target, placeholder)
            return mapper_for(target).fields[target.endpoint.key].converter
    return Converter()


def _column(model: type[Resource], name: str) -> Column:
    path = words(name)
    fields = mapper_for(model).fields
    if path[0] in model.endpoint.owners and path[0] not in fields:
        return Column(name, path, _key_converter(model, path[0]), parent=True)
    readable(model, path)
    return Column(name, path, mapper_for(model).along(path)[-1].converter)


def _flat(column: Column, within: frozenset[Any] = frozenset()) -> list[Column]:
    converter = column.converter
    # What holds others of its own kind, as a rule of rules does, has no end of columns.
    if not isinstance(converter, Nested) or converter.struct in within:
        return [column]
    within |= {converter.struct}
    inner = mapper_for(converter.struct, converter.version).fields
    return [
        leaf
        for name, mapped in inner.items()
        if not mapped.options.write_only
        for leaf in _flat(
            Column(f"{column.name}{SEPARATOR}{name}", (*column.path, name), mapped.converter),
            within,
        )
    ]


def records(queryset: QuerySet[Any], columns: list[Column]) -> Iterator[list[Any]]:
    """Yield the values of each row, a list as long as the columns. Rows are not kept."""
    readers = readers_of(queryset.model, columns)
    for page in pages_of(queryset, columns):
        parents: Mapping[str, Any] = page.parents or {}
        for row in page.rows:
            yield [read(row, parents) for read in readers]


def readers_of(model: type[Resource], columns: list[Column]) -> list[Read]:
    """Return what reads the plain value of each column from a row and its parents' keys."""
    mapper = mapper_for(model)
    return [_reader(mapper, column) for column in columns]


def _reader(mapper: Mapper, column: Column) -> Read:
    converter, path = column.converter, column.path
    if column.parent:
        return lambda row, parents: _key(column, parents.get(column.name, row.get(column.name)))
    if isinstance(converter, Related):
        return lambda row, _parents: _related(converter, row.get(path[0]))
    read = mapper.reader(path, plain=True)
    return lambda row, _parents: read(row)


def _related(converter: Related, raw: Any) -> Any:
    return None if raw is None else converter.plain(raw)


def _key(column: Column, value: Any) -> Any:
    """Return a parent's key as its own row has it: who filters by it may have written a text."""
    with suppress(TypeError, ValueError):
        return column.converter.load(value)
    return value


def pages_of(queryset: QuerySet[Any], columns: list[Column]) -> Iterator[Page]:
    """Yield pages of rows; these columns only are asked for, where the endpoint can select."""
    names = tuple(
        dict.fromkeys(
            column.path[0]
            for column in columns
            if not (column.parent or isinstance(column.converter, Related))
        )
    )
    return queryset._selecting(names).pages()


def plain(converter: Converter, value: Any) -> Any:
    """Return a value without the library's own classes: numbers, texts, dates, lists, dicts."""
    if value is None:
        return None
    if isinstance(converter, Nested) and isinstance(value, converter.struct):
        inner = mapper_for(converter.struct, converter.version).fields
        return {
            name: plain(mapped.converter, getattr(value, name))
            for name, mapped in inner.items()
            if not mapped.options.write_only
        }
    if isinstance(converter, Sequence) and isinstance(value, list):
        return [plain(converter.item, item) for item in value]
    if isinstance(converter, Either):
        for member in converter.members:
            value = plain(member, value)  # a member leaves alone what is not of its type
    return value


def json_value(value: Any) -> Any:
    """Make a plain value something that JSON can say."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return [json_value(item) for item in value]
    if isinstance(value, dict):
        return {name: json_value(item) for name, item in value.items()}
    return value


def json_text(value: Any) -> str:
    """Write a plain value as JSON; decimals keep their digits."""
    return jsontext.dumps(json_value(value)).decode()


def is_free(converter: Converter) -> bool:
    """Say whether a field's values are of no one type: texts, numbers, lists or objects."""
    return type(converter) in (Converter, Either)


def free_text(value: Any) -> str | None:
    """Write a value of no fixed shape as text that can be read again.

    It is JSON; a text stands as it is, unless it would be read as something else.
    """
    if value is None or (isinstance(value, str) and not _is_json(value)):
        return value
    return json_text(value)


def _is_json(text: str) -> bool:
    try:
        jsontext.loads(text.encode())
    except ValueError:
        return False
    return True


def shortest(number: Decimal) -> Decimal:
    """Drop the zeros that a column's common scale has put behind a number."""
    text = f"{number:f}"
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)
