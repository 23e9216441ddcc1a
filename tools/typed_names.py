"""The types of one resource's queryset: what its words take, by name and by type."""

from __future__ import annotations

import re
import types
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin

from bcorm.lookups import LOOKUPS
from bcorm.model import Resource, Struct
from bcorm.model.joins import beyond, reach
from bcorm.model.mapper import MappedField, Mapper, ToMany, ToOne, mapper_for
from bcorm.query.endpoint import Filter
from tools.models import models

_ORDERED = (int, float, Decimal, date, datetime)
_USUAL = ("in", "icontains", "startswith", "gt", "gte", "lt", "lte")
_TAKEN = {Decimal: "Decimal | float", datetime: "datetime | str"}
Line = tuple[str, str]
_BARE = re.compile(r"(?<![\w'])[A-Z]\w+(?!')")


def plain(annotation: Any) -> Any:
    """Strip None from an annotation; a union of several types becomes Any."""
    if get_origin(annotation) in (Union, types.UnionType):
        members = [item for item in get_args(annotation) if item is not type(None)]
        return members[0] if len(members) == 1 else Any
    return annotation


def text(annotation: Any) -> str:
    """Return how an annotation is written."""
    if annotation is Any:
        return "Any"
    if annotation is type(None) or annotation is None:
        return "None"
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        return " | ".join(map(text, arguments))
    if origin is Literal:
        return f"Literal[{', '.join(map(repr, arguments))}]"
    name: str = getattr(origin or annotation, "__name__", "Any")
    return f"{name}[{', '.join(map(text, arguments))}]" if arguments else name


def accepted(annotation: Any, *, is_open: bool = False) -> str:
    """Return the type of what may be assigned to a field: what its converter takes."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        return " | ".join(dict.fromkeys(accepted(item, is_open=is_open) for item in arguments))
    if origin is list:
        return f"Iterable[{accepted(arguments[0])}]"
    if origin is dict:
        return f"Mapping[str, {accepted(arguments[1])}]"
    if origin is Literal and is_open:
        return f"{text(annotation)} | str"
    if isinstance(annotation, type) and issubclass(annotation, Struct):
        also = "".join(f"{one.__name__} | " for one in annotation.made_of)
        return f"{annotation.__name__} | {also}Mapping[str, Any]"
    return _TAKEN.get(annotation) or text(annotation)


def taken(field: MappedField, model: type[Resource | Struct]) -> str:
    """Return the type of what may be assigned to a field; objects may stand for their keys."""
    for relation in getattr(model, "relations", {}).values():
        if relation.ids == field.name:
            return f"Iterable[int | {relation.target.__name__}]"
    said = accepted(field.annotation, is_open=field.options.open)
    return f"{said} | None" if field.options.none is not None and "None" not in said else said


def key_of(model: type[Resource], name: str) -> str:
    """Return the type of a parent's key."""
    for relation in model.relations.values():
        above = relation.target.endpoint
        if (
            isinstance(relation, ToOne)
            and relation.parent
            and name == model.endpoint.placeholders[-1]
        ):
            key = mapper_for(relation.target).fields.get(above.key or "")
            if key is not None:
                return text(key.annotation)
    return "Any"


def version_of(model: type[Resource | Struct]) -> int:
    """Return the version in which a class travels; a value and a base travel in both."""
    endpoint = getattr(model, "endpoint", None)
    return 3 if endpoint is None else int(endpoint.version)


def homes(model: type[Resource]) -> Iterator[tuple[str, str]]:
    """Yield module and name of the classes that the words of a queryset name."""
    for field in mapper_for(model).fields.values():
        yield from _structs(field.annotation)
    for relation in model.relations.values():
        yield relation.target.__module__, relation.target.__name__


def _structs(annotation: Any) -> Iterator[tuple[str, str]]:
    for item in get_args(annotation):
        yield from _structs(item)
    if isinstance(annotation, type) and issubclass(annotation, Struct):
        for one in (annotation, *annotation.made_of):
            yield one.__module__, one.__name__


def _operand(annotation: Any) -> str:
    kind = get_origin(annotation) or annotation
    if kind is Literal:
        return text(annotation)
    known = kind in (int, str, bool, float, Decimal, date, datetime)
    return _TAKEN.get(annotation) or (text(annotation) if known else "Any")


def _many(operand: str) -> str:
    return f"Iterable[{operand}]"


def of_field(name: str, annotation: Any, mapper: Mapper, *, nested: bool = True) -> Iterator[Line]:
    """Yield the lookups that make sense for a field of this type."""
    kind = plain(annotation)
    if isinstance(kind, type) and issubclass(kind, Struct):
        inner = mapper_for(kind, mapper.version)
        for field in inner.fields.values() if nested else ():
            yield from of_field(f"{name}__{field.name}", field.annotation, inner, nested=False)
    elif get_origin(kind) is list:
        item = _operand(get_args(kind)[0])
        if item != "Any":
            yield name, item
            yield f"{name}__in", _many(item)
            yield f"{name}__contains", item
    elif get_origin(kind) is not dict:
        yield from _compared(name, annotation)
    if kind is datetime:
        yield from _parts(name)
    if kind is not annotation or kind in (Any, dict):
        yield f"{name}__isnull", "bool"


def _parts(name: str) -> Iterator[Line]:
    """Yield the lookups of the day and of the year of a moment, and of what else it has."""
    yield f"{name}__date", "date | str"
    for word in ("gte", "gt", "lte", "lt"):
        yield f"{name}__date__{word}", "date | str"
    yield f"{name}__date__range", "tuple[date | str, date | str]"
    for part in ("year", "month", "day"):
        yield f"{name}__{part}", "int"


def _compared(name: str, annotation: Any) -> Iterator[Line]:
    """Yield the lookups of one value."""
    kind = plain(annotation)
    operand = _operand(kind)
    if kind in _ORDERED:
        operand = f"{operand} | Expression"
    or_none = operand if kind is annotation or operand == "Any" else f"{operand} | None"
    yield name, or_none
    if kind is bool:
        return
    kinds = {str: "texts"}.get(kind) or (kind in _ORDERED and "ordered")
    bare = operand.removesuffix(" | Expression")
    shapes = {"values": _many(bare), "pair": f"tuple[{bare}, {bare}]"}
    shapes |= {"text": "str", "pattern": "str", "value": operand}
    for lookup in LOOKUPS.values():
        if lookup.name != "exact" and lookup.compares in ("anything", kinds):
            none = lookup.takes == "value" and lookup.missing(0)
            yield f"{name}__{lookup.name}", or_none if none else shapes[lookup.takes]


def of_filter(name: str, filter_: Filter) -> Iterator[Line]:
    """Yield the lookups of a filter that is no field: those that the server knows."""
    operand = "Any" if filter_.type is None else _operand(plain(filter_.type))
    if {"exact", "in"} & filter_.lookups:
        yield name, operand
    for lookup in sorted(filter_.lookups - {"exact"}):
        yield f"{name}__{lookup}", _many(operand) if lookup in {"in", "not_in"} else operand


def _beside(model: type[Resource], mapper: Mapper) -> Iterator[Line]:
    """Yield the lookups of what is no field: key, parents, relations, other filters."""
    endpoint = model.endpoint
    key = mapper.fields.get(endpoint.key or "")
    if key is not None:
        operand = _operand(plain(key.annotation))
        yield "pk", operand
        yield "pk__in", _many(operand)
    for name in endpoint.owners:
        if name not in mapper.fields:
            yield name, "int | str"
            many = "in" in getattr(endpoint.filters.get(name), "lookups", {"in"})
            yield from [(f"{name}__in", _many("int | str"))] if many else ()
    yield from _related(model)
    filters = {**(endpoint.everywhere.filters if endpoint.everywhere else {}), **endpoint.filters}
    for name, filter_ in filters.items():
        if name not in mapper.fields and "__" not in name:
            yield from of_filter(name, filter_)


def _related(model: type[Resource]) -> Iterator[Line]:
    """Yield the lookups of relations, which compare keys."""
    for name, relation in model.relations.items():
        target = relation.target.__name__
        if isinstance(relation, ToOne) and relation.via is not None:
            yield name, f"{target} | int | str | None"
            yield f"{name}__in", _many(f"{target} | int | str")
            for word in dict.fromkeys(("pk", relation.target.endpoint.key)):
                if word in ("pk", "id"):
                    yield f"{name}__{word}", "int | str"
                    yield f"{name}__{word}__in", _many("int | str")
        elif isinstance(relation, ToOne) and relation.parent:
            yield name, f"{target} | int | str"
            if not relation.target.endpoint.placeholders:
                yield f"{name}__in", _many(f"{target} | int | str")
                yield f"{name}__pk", "int | str"
                yield f"{name}__pk__in", _many("int | str")
        elif isinstance(relation, ToMany) and relation.ids is not None:
            yield name, f"{target} | int | str | None"
            yield f"{name}__in", _many(f"{target} | int | str")


def _beyond(model: type[Resource]) -> Iterator[Line]:
    """Yield the lookups on the rows of relations: the usual ones, of plain values.

    With all that there are, nobody would find a class's own names in what an editor offers.
    """
    for name, relation in model.relations.items():
        if reach(model, relation) is None:
            continue
        mapper = mapper_for(relation.target)
        for field in mapper.fields.values():
            kind = plain(field.annotation)
            if field.options.write_only or field.name in mapper.secrets or not _is_plain(kind):
                continue
            for key, operand in _compared(f"{name}__{field.name}", kind):
                if key.rpartition("__")[2] in {field.name, *_USUAL}:
                    yield key, operand


def _is_plain(kind: Any) -> bool:
    return get_origin(kind) is Literal or kind in (str, bool, *_ORDERED)


def _writable(mapper: Mapper) -> Iterator[MappedField]:
    return (field for field in mapper.fields.values() if not field.options.readonly)


def _changes(model: type[Resource], mapper: Mapper) -> Iterator[Line]:
    """Yield what an update may set."""
    for field in _writable(mapper):
        computed = " | Expression" if plain(field.annotation) in (int, Decimal) else ""
        yield field.name, taken(field, model) + computed
    for name, relation in model.relations.items():
        if isinstance(relation, ToOne) and relation.via is not None:
            yield name, f"{relation.target.__name__} | None"


def _beginnings(model: type[Resource], mapper: Mapper) -> Iterator[Line]:
    """Yield what a new object may be given beside what an update may set."""
    changes = dict(_changes(model, mapper))
    for name in model.endpoint.owners:
        if name not in changes:
            yield name, "int | str"
    for name, relation in model.relations.items():
        target = relation.target.__name__
        if isinstance(relation, ToMany):
            yield name, f"Iterable[{target} | Mapping[str, Any]]"
        elif name not in changes:
            yield name, target


def _paths(mapper: Mapper, before: str = "") -> Iterator[str]:
    """Yield the fields that can be read, and those inside of them."""
    for field in mapper.fields.values():
        if field.options.write_only:
            continue
        yield f"{before}{field.name}"
        kind = plain(field.annotation)
        if not before and isinstance(kind, type) and issubclass(kind, Struct):
            yield from _paths(mapper_for(kind, mapper.version), f"{field.name}__")


def _across(model: type[Resource], depth: int = 2) -> Iterator[str]:
    """Yield the fields of other rows that values are read of, through relations to one."""
    for name, relation in model.relations.items():
        target = relation.target
        fields = mapper_for(target).fields.values() if isinstance(relation, ToOne) else ()
        inner = [field.name for field in fields if not field.options.write_only]
        if not inner or beyond(model, (name, next(one for one in inner if one != "id"))) is None:
            continue
        yield f"{name}__pk"
        further = _across(target, depth - 1) if depth > 1 else ()
        yield from (f"{name}__{word}" for word in (*inner, *further))


def _typed_dict(name: str, bases: Iterable[str], rows: Iterable[str]) -> str:
    body = "\n".join(f"    {row}" for row in rows)
    total = f"class {name}({', '.join(bases)}, total=False):"
    return f"{total}\n{body}" if body else f"{total} ..."


def _rows(lines: Iterable[Line]) -> list[str]:
    return [f"{key}: {kind}" for key, kind in dict(lines).items()]


def _literal(names: Iterable[str]) -> str:
    return f"Literal[{', '.join(map(repr, dict.fromkeys(names)))}]"


def lookups(model: type[Resource]) -> list[str]:
    """Return the lookups of a resource's rows: a line for each field and what begins with it."""
    mapper, endpoint = mapper_for(model), model.endpoint
    listed = "list" in endpoint.verbs or endpoint.everywhere is not None
    lines = list(_beside(model, mapper))
    for field in mapper.fields.values():
        if (listed or field.name == endpoint.key) and not field.options.write_only:
            # A field that means nothing by a value of its own is also asked for by None.
            none = field.options.none is not None
            annotation = field.annotation | None if none else field.annotation
            lines += of_field(field.name, annotation, mapper)
    known = dict(lines)
    groups: dict[tuple[str, bool], list[str]] = {}
    for key, kind in {**dict(_beyond(model)), **known}.items():
        groups.setdefault((key.partition("__")[0], key in known), []).append(f"{key}: {kind}")
    return ["; ".join(rows) for rows in groups.values()]


@cache
def shared() -> Mapping[str, str]:
    """Return what several resources are filtered by: a name for each line of lookups.

    Most have an `id`, a `name`, a `date_created`: each is written once, and they inherit it.
    """
    found = Counter(line for _, model in models() for line in lookups(model))
    targets = {one.target.__name__ for _, model in models() for one in model.relations.values()}
    names: dict[str, str] = {}
    for line, times in found.items():
        if times > 1 and not targets & set(_BARE.findall(line)):
            title = "".join(map(str.title, re.split("_+", line.partition(":")[0])))
            like = sum(name.rstrip("0123456789") == f"By{title}" for name in names.values())
            names[line] = f"By{title}{like + 1 if like else ''}"
    return names


def common() -> Iterator[str]:
    """Yield the types of lookups that several resources have."""
    for line, name in shared().items():
        yield _typed_dict(name, ["TypedDict"], [line])


def _includes(model: type[Resource], mapper: Mapper) -> set[str]:
    words = set(model.endpoint.includes)
    named = {name for name, one in model.relations.items() if one.include in words}
    return (
        words | named | {one.name for one in mapper.fields.values() if one.options.include in words}
    )


def of_model(model: type[Resource], *, related: bool) -> Iterator[str]:
    """Yield the class that types the queryset of one resource, and that of a set of its rows.

    What its words take is named inside of it, so that all of these classes read alike, and next to
    nothing is left of what repeats once they are packed.

    Args:
        model: the resource.
        related: whether a relation hands out a set of its rows.
    """
    name, mapper, endpoint = model.__name__, mapper_for(model), model.endpoint
    creates = "create" in endpoint.verbs or endpoint.create_batch is not None
    updates = "update" in endpoint.verbs or endpoint.update_batch is not None
    beginnings = _rows(_beginnings(model, mapper)) if creates else []
    arguments = "_Arguments" if beginnings else "_Changes"
    yield f"class {name}QuerySet(Rows[R]):"
    yield from _inside(_named(model, mapper, beginnings if creates else None, updates=updates))
    yield from _inside(_words_of(model, mapper, arguments, creates=creates, updates=updates))
    if related:
        new = f"    def new(self, **values: Unpack[{name}QuerySet.{arguments}]) -> R: ..."
        yield f"class {name}Set({name}QuerySet[R], RelatedSet[R]):{'' if creates else ' ...'}"
        yield new if creates else ""


def _inside(lines: Iterable[str]) -> Iterator[str]:
    return (f"    {line}" for text in lines for line in text.splitlines())


def _named(
    model: type[Resource], mapper: Mapper, beginnings: list[str] | None, *, updates: bool
) -> Iterator[str]:
    """Yield the types of what words are given, and the words that take names of fields.

    Args:
        model: the resource.
        mapper: its mapper.
        beginnings: what only a new object is given; None if none is made.
        updates: whether rows can be changed.
    """
    lines = lookups(model)
    bases = [shared()[line] for line in lines if line in shared()]
    own = [line for line in lines if line not in shared()]
    yield _typed_dict("_Lookups", bases or ["TypedDict"], own)
    if updates or beginnings is not None:
        yield _typed_dict("_Changes", ["TypedDict"], _rows(_changes(model, mapper)))
    if beginnings:
        yield _typed_dict("_Arguments", ["_Changes"], beginnings)
    paths = list(_paths(mapper))
    vias = [key for key, one in model.relations.items() if getattr(one, "via", None)]
    tops = [*(path for path in paths if "__" not in path), *vias, "pk"]
    inner = [path for path in paths if "__" in path]
    hidden = [sort for sort in model.endpoint.sort if sort not in paths]
    sorts = [*hidden, *(f"-{path}" for path in (*tops, *inner, *hidden))]
    yield f"_Field = {_literal(tops)}"
    yield f"_Path = {_literal(inner)} | _Field" if inner else ""
    path = "_Path" if inner else "_Field"  # to mypy, an alias of a mere name were a variable
    across = list(_across(model))
    valued = f"{_literal(across)} | {path}" if across else path
    yield f"_Order = {_literal(sorts)} | {path}"
    yield "def order_by(self, *names: _Order) -> Self: ..."
    yield "def only(self, *names: _Field) -> Self: ..."
    yield "def defer(self, *names: _Field) -> Self: ..."
    yield f"def values(self, *names: {valued}) -> Values[dict[str, Any]]: ..."
    yield f"def values_list(self, *names: {valued}, flat: bool = ...) -> Values[Any]: ..."


def _words_of(
    model: type[Resource], mapper: Mapper, arguments: str, *, creates: bool, updates: bool
) -> Iterator[str]:
    """Yield the words that take lookups and values."""
    asked = "**lookups: Unpack[_Lookups]"
    yield f"def filter(self, *conditions: Q, {asked}) -> Self: ..."
    yield f"def exclude(self, *conditions: Q, {asked}) -> Self: ..."
    yield f"def get(self, *key: Q | int | str, {asked}) -> R: ..."
    if model.endpoint.includes:
        words = _literal(sorted(_includes(model, mapper)))
        yield f"def include(self, *names: {words}) -> Self: ..."
    if creates:
        defaults = f"defaults: {arguments} | None = ..."
        yield f"def create(self, **values: Unpack[{arguments}]) -> R: ..."
        yield f"def get_or_create(self, {defaults}, {asked}) -> tuple[R, bool]: ..."
        if updates:
            yield f"def update_or_create(self, {defaults}, {asked}) -> tuple[R, bool]: ..."
    if updates:
        yield "def update(self, **values: Unpack[_Changes]) -> int: ..."
