"""Write `bcorm/resources/_lookups.pyi`: what each resource's `filter` takes, for type checkers.

    python -m tools.lookups            writes the file
    python -m tools.lookups --check    exits 1 if the file is not what it would write

The declarations are the source; the file is checked in, so that editors need no plugin.
"""

from __future__ import annotations

import argparse
import sys
import types
from collections.abc import Container, Iterator
from datetime import date, datetime
from decimal import Decimal
from itertools import chain
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

from bcorm import resources
from bcorm.model import Resource, Struct
from bcorm.model.mapper import Mapper, mapper_for
from bcorm.query.endpoint import Filter
from bcorm.resources import v2
from tools.scaffold import snake

TARGET = Path(resources.__file__).with_name("_lookups.pyi")
HEAD = """\
# The lookups of every resource. Written by `python -m tools.lookups`; not to be edited.
# fmt: off

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal, TypedDict

from typing_extensions import Unpack

from bcorm.model import Resource
"""

ORDERED = ("gt", "gte", "lt", "lte")
TEXT = (
    "contains", "icontains", "iexact", "startswith", "istartswith", "endswith", "iendswith",
    "regex",
)  # fmt: skip
OPERANDS = {
    int: "int",
    Decimal: "Decimal | int",
    datetime: "datetime",
    date: "date",
    bool: "bool",
    str: "str",
    Any: "Any",
}

Line = tuple[str, str]


def models() -> Iterator[tuple[str, type[Resource]]]:
    """Yield the stub's name and the class of every resource."""
    for package, index, prefix in ((resources, resources.INDEX, ""), (v2, v2.V2_INDEX, "v2_")):
        for name in index:
            model = getattr(package, name)
            if isinstance(model, type) and issubclass(model, Resource):
                yield prefix + snake(name), model


def _plain(annotation: Any) -> Any:
    """Strip None from an annotation; a union of several types becomes Any."""
    if get_origin(annotation) in (Union, types.UnionType):
        members = [item for item in get_args(annotation) if item is not type(None)]
        return members[0] if len(members) == 1 else Any
    return annotation


def _operand(annotation: Any) -> str:
    if get_origin(annotation) is Literal:
        return "Literal[" + ", ".join(_literal(value) for value in get_args(annotation)) + "]"
    return OPERANDS.get(annotation, "Any")


def _literal(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else repr(value)


def _compared(name: str, operand: str) -> Iterator[Line]:
    yield name, f"{operand} | None"
    yield f"{name}__ne", f"{operand} | None"
    yield f"{name}__in", f"Iterable[{operand}]"
    yield f"{name}__not_in", f"Iterable[{operand}]"


def of_field(name: str, annotation: Any, mapper: Mapper, *, nested: bool = True) -> Iterator[Line]:
    """Yield the lookups that make sense for a field of this type."""
    kind = _plain(annotation)
    operand = _operand(kind)
    if isinstance(kind, type) and issubclass(kind, Struct):
        if nested:
            inner = mapper_for(kind, mapper.version)
            for field in inner.fields.values():
                yield from of_field(f"{name}__{field.name}", field.annotation, inner, nested=False)
    elif get_origin(kind) is list:
        item = _operand(get_args(kind)[0])
        if item != "Any":
            yield name, item
            yield f"{name}__in", f"Iterable[{item}]"
            yield f"{name}__contains", item
    elif kind is bool:
        yield name, f"{operand} | None"
    elif get_origin(kind) is not dict:
        yield from _compared(name, operand)
        if kind is str:
            yield from ((f"{name}__{word}", operand) for word in TEXT)
        elif kind in (int, Decimal, date, datetime):
            yield from ((f"{name}__{word}", operand) for word in ORDERED)
            yield f"{name}__range", f"tuple[{operand}, {operand}]"
    yield f"{name}__isnull", "bool"


def of_filter(name: str, filter_: Filter) -> Iterator[Line]:
    """Yield the lookups of a filter that is no field: those that the server knows."""
    operand = "Any" if filter_.type is None else _operand(_plain(filter_.type))
    if {"exact", "in"} & filter_.lookups:
        yield name, operand
    for lookup in sorted(filter_.lookups - {"exact"}):
        many = lookup in {"in", "not_in"}
        yield f"{name}__{lookup}", f"Iterable[{operand}]" if many else operand


def _own(model: type[Resource], mapper: Mapper) -> Iterator[Line]:
    """Yield what the class has beside its fields: key, parents, relations, other filters."""
    endpoint = model.endpoint
    key = mapper.fields.get(endpoint.key or "")
    if key is not None:
        operand = _operand(_plain(key.annotation))
        yield "pk", operand
        yield "pk__in", f"Iterable[{operand}]"
    for name in endpoint.placeholders:
        if name not in mapper.fields:
            yield name, "int | str"
            yield f"{name}__in", "Iterable[int | str]"
    for name, relation in model.relations.items():
        if getattr(relation, "via", None) is not None:
            yield name, "Resource | int | str | None"
            yield f"{name}__in", "Iterable[Resource | int | str]"
        elif getattr(relation, "parent", False):
            yield name, "Resource | int | str"
            if not relation.target.endpoint.placeholders:
                yield f"{name}__in", "Iterable[Resource | int | str]"
    filters = {**(endpoint.everywhere.filters if endpoint.everywhere else {}), **endpoint.filters}
    for name, filter_ in filters.items():
        if name not in mapper.fields and "__" not in name:
            yield from of_filter(name, filter_)


def _base(model: type[Resource]) -> type[Resource] | None:
    """Return the abstract base whose fields a class takes over unchanged."""
    base = model.__mro__[1]
    if base is Resource or base is Struct or not issubclass(base, Resource):
        return None
    redefined = base.__annotations__.keys() & vars(model).get("__annotations__", {})
    return None if redefined else base


def _typed_dict(name: str, bases: str, lines: Iterator[Line]) -> str:
    rows = dict(lines)
    body = "\n".join(f"    {key}: {kind}" for key, kind in rows.items()) or "    ..."
    return f"class {name}({bases}, total=False):\n{body}\n"


def _fields(mapper: Mapper, without: Container[str] = ()) -> Iterator[Line]:
    for field in mapper.fields.values():
        if field.name not in without:
            yield from of_field(field.name, field.annotation, mapper)


def _of_model(name: str, model: type[Resource], written: set[type[Resource]]) -> Iterator[str]:
    """Yield the stub's classes and the function of one resource."""
    mapper = mapper_for(model)
    base = _base(model)
    shared: Container[str] = ()
    bases = "TypedDict"
    if base is not None:
        bases = f"{base.__name__}Lookups"
        inherited = mapper_for(base, mapper.version)
        shared = inherited.fields
        if base not in written:
            written.add(base)
            yield _typed_dict(bases, "TypedDict", _fields(inherited))
    title = "".join(part.capitalize() for part in name.split("_")) + "Lookups"
    yield _typed_dict(title, bases, chain(_own(model, mapper), _fields(mapper, shared)))
    yield f"def {name}(**lookups: Unpack[{title}]) -> None: ...\n"


def render() -> str:
    """Return the text of the stub."""
    written: set[type[Resource]] = set()
    parts = [part for name, model in models() for part in _of_model(name, model, written)]
    return "\n".join([HEAD, *parts])


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    text = render()
    if not options.check:
        TARGET.write_text(text)
    elif not TARGET.exists() or TARGET.read_text() != text:
        print(f"{TARGET.name} is not what the declarations say: run python -m tools.lookups")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
