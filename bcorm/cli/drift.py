"""Whether a store's rows are what the declarations say: for `bcorm doctor --drift`.

A few rows of each resource are read, those below other rows from the first parents that were read.
Told are the types of values, never the values: rows hold what is nobody else's business.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import attrs

from bcorm import resources
from bcorm.exceptions import BcormError, ObjectDoesNotExist, PermissionDenied, QueryError
from bcorm.model.mapper import mapper_for
from bcorm.model.memory import is_link
from bcorm.model.resource import Resource
from bcorm.model.types import Choice, Either, Integer, Nested, Sequence, Table, Text
from bcorm.resources import v2

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bcorm.model.mapper import MappedField, Mapper
    from bcorm.model.types import Converter
    from bcorm.session import Session

PARENTS = 3
"""Under how many parents rows are looked for."""


@attrs.frozen
class Seen:
    """What was seen of one resource.

    Attributes:
        name: the class, as users know it.
        rows: how many rows were read.
        differences: what the declaration does not say, by field.
        unread: why no row was read, or None.
    """

    name: str
    rows: int = 0
    differences: Mapping[str, str] = attrs.field(factory=dict)
    unread: str | None = None


def look(session: Session, most: int) -> Iterator[Seen]:
    """Read at most `most` rows of each resource, and say what differs from its declaration."""
    read: dict[str, list[Resource]] = {}
    for name, model in sorted(_models(), key=lambda item: len(item[1].endpoint.placeholders)):
        try:
            rows = _rows(session, model, read, most)
        except PermissionDenied:
            yield Seen(name, unread="not granted")
        except BcormError as error:
            yield Seen(name, unread=str(error))
        else:
            if rows is None:
                yield Seen(name, unread="has no list, and no parent that was read")
                continue
            read.setdefault(model.endpoint.path, rows)
            found: dict[str, str] = {}
            for row in rows:
                for field, difference in differences(mapper_for(model), row.raw):
                    found.setdefault(field, difference)
            yield Seen(name, len(rows), found)


def _models() -> Iterator[tuple[str, type[Resource]]]:
    for package, index, prefix in ((resources, resources.INDEX, ""), (v2, v2.V2_INDEX, "v2.")):
        for name in index:
            model = getattr(package, name)
            if isinstance(model, type) and issubclass(model, Resource):
                yield f"{prefix}{name}", model


def _rows(
    session: Session, model: type[Resource], read: Mapping[str, list[Resource]], most: int
) -> list[Resource] | None:
    """Return some rows of a resource, or None if they cannot be asked for."""
    endpoint, chosen = model.endpoint, model.objects.using(session).scan()
    if not endpoint.placeholders or endpoint.everywhere is not None:
        try:
            return _some(chosen, model, most)
        except QueryError:
            if not endpoint.placeholders:
                raise
    *_, last = endpoint.placeholders
    above = read.get(endpoint.path.rpartition(f"/{{{last}}}")[0])
    if above is None:
        named = getattr(resources, "".join(map(str.title, last.split("_")[:-1])), None)
        above = [] if named is None else read.get(named.endpoint.path)
    if not above:
        return above
    found: list[Resource] = []
    for parent in above[:PARENTS]:
        keys = {**parent._state.parents, last: parent.pk}  # noqa: SLF001 - told nowhere else
        if keys.keys() >= {*endpoint.placeholders}:
            below = {name: keys[name] for name in endpoint.placeholders}
            found += _some(chosen.filter(**below), model, most - len(found))
        if len(found) >= most:
            break
    return found


def _some(chosen: Any, model: type[Resource], most: int) -> list[Resource]:
    if "list" in model.endpoint.verbs or model.endpoint.everywhere is not None:
        return list(chosen[:most])
    if not model.endpoint.singleton or "get" not in model.endpoint.verbs:
        return []
    try:
        return [chosen.get()]
    except ObjectDoesNotExist:
        return []


def differences(
    mapper: Mapper, row: Mapping[str, Any], before: str = ""
) -> Iterator[tuple[str, str]]:
    """Yield path and difference of each value that is not as declared, nested ones included."""
    known = _beside(mapper.model)
    for wire, raw in row.items():
        field = mapper.wires.get(wire)
        if wire == "meta" or is_link(raw) or (raw is None and f"{wire}_id" in mapper.wires):
            continue  # the envelope; an address of something, or of nothing
        if field is not None and raw is not None:
            yield from _of_value(f"{before}{field.name}", field, field.converter, raw)
        elif field is None and wire not in known:
            yield f"{before}{wire}", f"not declared: {kind(raw)}"


def _beside(model: Any) -> set[str | None]:
    """Return what a row may hold beside its fields: rows of relations, keys of parents."""
    relations: Mapping[str, Any] = getattr(model, "relations", {})
    found: set[str | None] = set(relations)
    for relation in relations.values():
        found |= {relation.include, relation.nested}
    endpoint = getattr(model, "endpoint", None)
    return found if endpoint is None else found | {*endpoint.owners}


def _of_value(
    path: str, field: MappedField, converter: Converter, raw: Any
) -> Iterator[tuple[str, str]]:
    if isinstance(converter, Nested) and isinstance(raw, dict):
        inner = mapper_for(converter.struct, converter.version)
        yield from differences(inner, raw, f"{path}.")
    elif isinstance(converter, (Sequence, Table)) and isinstance(raw, (list, dict)):
        for item in raw.values() if isinstance(raw, dict) else raw:
            if item is not None:
                yield from _of_value(path, field, converter.item, item)
    elif not _fits(converter, raw):
        choice = isinstance(converter, Choice) and not field.options.secret
        told = f"{raw!r:.40}" if choice else kind(raw)
        yield path, f"has {told}, declared {converter.expected}"


def _fits(converter: Converter, raw: Any) -> bool:
    """Whether a value is of the declared type, in one of the ways in which the API writes it."""
    if isinstance(converter, Either):
        return any(_fits(member, raw) for member in converter.members)
    if isinstance(converter, Choice):
        return raw in converter.choices or (converter.is_open and isinstance(raw, str))
    if isinstance(converter, Text) and not isinstance(raw, str):
        return False
    if isinstance(converter, Integer) and isinstance(raw, bool):
        return False
    try:
        converter.load(raw)
    except (TypeError, ValueError, AttributeError):
        return False
    return True


def kind(raw: Any) -> str:
    """Name the type of a wire value, and nothing of what it says."""
    if raw is None:
        return "null"
    if isinstance(raw, bool):
        return "a boolean"
    if isinstance(raw, int):
        return "a whole number"
    if isinstance(raw, (float, Decimal)):
        return "a number"
    if isinstance(raw, str):
        return "a text"
    if isinstance(raw, list):
        return f"a list, each item {kind(raw[0])}" if raw else "an empty list"
    return f"an object with {', '.join(sorted(raw)[:8])}" if raw else "an empty object"
