"""Comparing one class's fields with the shapes of the spec; `drift` prints what this finds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal, get_args, get_origin

from bcorm.model import Resource, Struct
from bcorm.model.mapper import MappedField, Mapper, mapper_for
from tools.shapes import Shape
from tools.typed_names import plain

Found = tuple[str, str, str]
PROSE = re.compile(r"read[- ]only", re.IGNORECASE)

# What a declared type may be on the wire. V2 writes numbers, dates and booleans as text, and V3
# does so too where a format says what the text means.
WIRE: dict[Any, set[str]] = {
    int: {"integer", "number"},
    Decimal: {"number", "integer"},
    str: {"string"},
    bool: {"boolean"},
    datetime: set(),
    date: set(),
}
TEXTUAL = {"date-time", "date", "double", "float", "decimal", "number", "int", "integer", "string"}


def fields(model: type[Resource], shown: Shape, posted: Shape, put: Shape) -> Iterator[Found]:
    """Compare a resource's fields with what is shown of a row, and taken for it."""
    mapper = mapper_for(model)
    relations = {getattr(item, "nested", None) or item.include or name: item
                 for name, item in model.relations.items()}  # fmt: skip
    named = {*model.relations, *relations}
    for wire in dict.fromkeys([*shown.fields, *posted.fields, *put.fields]):
        if wire not in mapper.wires and wire not in named:
            yield "missing", wire, "the spec has it"
    for field in mapper.fields.values():
        places = [part.fields[field.wire] for part in (shown, posted, put)
                  if field.wire in part.fields]  # fmt: skip
        if not places:
            yield "extra", field.name, "the spec does not have it"
            continue
        shape = places[0]
        for other in places[1:]:
            shape = shape.join(other)
        yield from _types(field.name, field, shape, mapper)
        if field.name != model.endpoint.key and field.name not in model.endpoint.placeholders:
            yield from _access(field, shape, shown, posted, put)


def _access(
    field: MappedField, shape: Shape, shown: Shape, posted: Shape, put: Shape
) -> Iterator[Found]:
    """Compare when a field can be written."""
    name, options = field.name, field.options
    sent = [part.fields[field.wire] for part in (posted, put) if field.wire in part.fields]
    taken = any(not part.readonly and not PROSE.search(part.description) for part in sent)
    if options.readonly and taken:
        yield "readonly", name, "declared read-only, the spec takes it"
    if not options.readonly and not taken:
        yield "writable", name, "declared writable, the spec does not take it"
    if options.readonly or not taken:
        return
    required = field.wire in posted.required
    if required != options.required:
        yield "required", name, f"spec {required}, declared {options.required}"
    if put.fields and posted.fields:
        create_only = field.wire not in put.fields
        if create_only != options.create_only:
            yield "create_only", name, f"spec {create_only}, declared {options.create_only}"
    if shown.fields:
        write_only = field.wire not in shown.fields
        if write_only != options.write_only:
            yield "write_only", name, f"spec {write_only}, declared {options.write_only}"
    length = shape.max_length if shape.kinds == {"string"} else None
    if length != options.max_length and "str" in str(field.annotation):
        yield "max_length", name, f"spec {length}, declared {options.max_length}"


def _types(
    path: str, field: MappedField, shape: Shape, mapper: Mapper, above: tuple[type, ...] = ()
) -> Iterator[Found]:
    if field.options.format in {"unix", "unix_string"} and shape.kinds <= {"integer", "string"}:
        return
    if field.options.format == "string" and shape.kinds == {"string"}:
        return
    yield from _type(path, plain(field.annotation), shape, mapper, above)


def _type(
    path: str, kind: Any, shape: Shape, mapper: Mapper, above: tuple[type, ...]
) -> Iterator[Found]:
    """Compare a declared type with a shape, and go into lists and structs.

    Specs spell out a few levels of what is without end here: a struct within itself is compared
    once.
    """
    kinds = shape.kinds | ({"object"} if shape.fields else set())
    if get_origin(kind) is list and "array" in kinds:
        if shape.items is not None:
            yield from _type(f"{path}[]", plain(get_args(kind)[0]), shape.items, mapper, above)
    elif isinstance(kind, type) and issubclass(kind, Struct) and "object" in kinds:
        if kind not in above:
            yield from _struct(path, mapper_for(kind, mapper.version), shape, (*above, kind))
    elif kinds:
        yield from _scalar(path, kind, shape, kinds, mapper.version)


def _scalar(path: str, kind: Any, shape: Shape, kinds: set[str], version: int) -> Iterator[Found]:
    """Compare a declared type with a shape that it cannot go into."""
    if kind is Any:
        if len(kinds) == 1:
            yield "type", path, f"spec {_words(kinds)}, declared Any"
    elif get_origin(kind) is Literal:
        yield from _enum(path, kind, shape)
    elif not _fits(kind, kinds, shape, version):
        formats = f" ({_words(shape.formats)})" if shape.formats else ""
        yield "type", path, f"spec {_words(kinds)}{formats}, declared {_name(kind)}"
    elif shape.enum and kind is str:
        yield "enum", path, f"spec {shape.enum}, declared a text"


def _name(kind: Any) -> str:
    return str(getattr(get_origin(kind) or kind, "__name__", kind))


def _struct(path: str, mapper: Mapper, shape: Shape, above: tuple[type, ...]) -> Iterator[Found]:
    if not shape.fields:
        return
    for wire in shape.fields.keys() - mapper.wires.keys():
        yield "missing", f"{path}.{wire}", "the spec has it"
    for wire, field in mapper.wires.items():
        inner = shape.fields.get(wire)
        if inner is None:
            yield "extra", f"{path}.{field.name}", "the spec does not have it"
        else:
            yield from _types(f"{path}.{field.name}", field, inner, mapper, above)


def _enum(path: str, kind: Any, shape: Shape) -> Iterator[Found]:
    declared = {str(value) for value in get_args(kind)}
    spec = {str(value) for value in shape.enum}
    if declared != spec:
        yield "enum", path, f"spec {_words(spec)}, declared {_words(declared)}"


def _fits(kind: Any, kinds: set[str], shape: Shape, version: int) -> bool:
    if get_origin(kind) is dict:
        return "object" in kinds and not shape.fields
    allowed = set(WIRE.get(kind, ()))
    if kind is not str and (version == 2 or shape.formats & TEXTUAL):
        allowed |= {"string", "integer"}
    return bool(kinds & allowed) if kind in (datetime, date) else kinds <= allowed


def _words(values: set[str]) -> str:
    return " ".join(sorted(values)) or "nothing"
