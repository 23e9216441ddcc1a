"""From `price__gte=10` to a checked `Condition`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime, timezone
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import attrs

from bcorm.exceptions import FieldError, InvalidValue, QueryError, UnsupportedLookup
from bcorm.http.credentials import MASK, Hidden
from bcorm.lookups import LOOKUPS, SEPARATOR, Lookup, split
from bcorm.model.fields import FieldOptions
from bcorm.model.joins import crossing, joined, reach
from bcorm.model.mapper import Mapper, mapper_for
from bcorm.model.memory import Phase
from bcorm.model.q import Q
from bcorm.model.resource import Resource, is_row_of, named
from bcorm.model.timestamps import PARTS, span_of
from bcorm.model.tracked import nobody
from bcorm.model.types import (
    Bounded,
    Choice,
    Converter,
    Day,
    Moment,
    Nested,
    Notice,
    Sequence,
    Text,
    Unfit,
    converter_for,
)
from bcorm.query.expressions import Expression
from bcorm.query.parameters import Clause, Condition, Subquery
from bcorm.synonyms import nearest

if TYPE_CHECKING:
    from bcorm.model.mapper import MappedField, Relation
    from bcorm.query.endpoint import Filter


class _Anything(Converter):
    """The operand of a filter of which only the API knows what it takes."""

    def coerce(self, value: Any, notice: Notice = nobody) -> Any:
        del notice
        return value


def clause(model: type[Resource], args: tuple[Any, ...], lookups: Mapping[str, Any]) -> Clause:
    """Check `Q`s and lookups as a user wrote them, and return what they say together.

    Raises:
        TypeError: one is no `Q`.
        FieldError, InvalidValue, UnsupportedLookup: as `parse` does.
    """
    found = Clause()
    for q in args:
        if not isinstance(q, Q):
            name = named(model)
            raise TypeError(
                f"conditions are keywords, filter({name}=...), or Q({name}=...) | Q(...); "
                f"{q!r:.100} is neither"
            )
        found += _clause(model, q, negated=False)
    return of_one_row(found + Clause(parse(model, lookups)))


def _clause(model: type[Resource], item: Any, *, negated: bool) -> Clause:
    if not isinstance(item, Q):
        found = parse(model, dict([item]))
        return Clause(exclusions=(found,)) if negated else Clause(found)
    negated ^= item.negated
    if negated and item.joined == "and" and not any(isinstance(one, Q) for one in item.parts):
        group = tuple(leaf for part in item.parts for leaf in parse(model, dict([part])))
        return Clause(exclusions=(group,)) if group else Clause()
    sides = [_clause(model, part, negated=negated) for part in item.parts]
    if (item.joined == "and") != negated or len(sides) < 2:
        return of_one_row(sum(sides, Clause()))
    flat: list[Clause] = []
    for side in sides:
        within = side.unions[0] if len(side.unions) == 1 else ()
        flat += within if side == Clause(unions=side.unions) and within else [side]
    return Clause(unions=(tuple(flat),))


def of_one_row(found: Clause) -> Clause:
    """Return a clause whose conditions on the rows of one relation hold for one and the same.

    What one `filter()` says of them, it says of the same row, as in Django. Querysets that were
    given as values are a condition each.
    """
    merged: dict[Any, Condition] = {}
    for number, item in enumerate(found.conditions):
        place: Any = item.value.relation if isinstance(item.value, Subquery) else ""
        place = place or number
        if place in merged:
            both = merged[place].value.clause + item.value.clause
            value = attrs.evolve(item.value, clause=of_one_row(both))
            item = attrs.evolve(item, value=value)  # noqa: PLW2901 - it stands for both
        merged[place] = item
    return attrs.evolve(found, conditions=tuple(merged.values()))


def hidden(model: type[Resource], lookups: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return lookups whose secrets no traceback shows: what nothing is called like may be one."""
    return {expression: _hide(model, expression, value) for expression, value in lookups.items()}


def hidden_args(model: type[Resource], args: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return what else was given to `filter` or the like, with no secret that a traceback shows."""
    return tuple(_hidden_q(model, item) for item in args)


def _hidden_q(model: type[Resource], item: Any) -> Any:
    if isinstance(item, Q):
        return item.mapped(lambda expression, value: _hide(model, expression, value))
    if isinstance(item, Mapping) and not mapper_for(model).secrets:
        return item if _known(model).issuperset(item) else Hidden(item)
    return Hidden(item) if isinstance(item, (Mapping, list, tuple)) else item


def _hide(model: type[Resource], expression: str, value: Any) -> Any:
    """Hide what is compared with a secret, or with nothing that there is: a misspelt one, maybe."""
    (name, *inner), _lookup = split(expression)
    mapper = mapper_for(model)
    beyond = isinstance(value, Mapping) or (bool(inner) and name not in mapper.fields)
    unsure = name in model.relations and beyond and name not in mapper.secrets
    if name not in _known(model) or unsure:
        return value if isinstance(value, Hidden) else Hidden(value)
    return mapper.hide(name, value) if name in mapper.secrets else value


@lru_cache(maxsize=1024)
def _known(model: type[Resource]) -> frozenset[str]:
    """Return what the names of lookups may begin with."""
    endpoint = model.endpoint
    filters = [*endpoint.filters, *(endpoint.everywhere.filters if endpoint.everywhere else ())]
    also = [*model.relations, *endpoint.placeholders, *endpoint.owners, "pk"]
    words = [name.split(SEPARATOR, maxsplit=1)[0] for name in filters]
    return frozenset([*mapper_for(model).fields, *also, *words])


def parse(model: type[Resource], lookups: Mapping[str, Any]) -> tuple[Condition, ...]:
    """Check lookups as a user wrote them, and return them as conditions.

    Raises:
        FieldError: no such field; the nearest right name is suggested.
        UnsupportedLookup: the field cannot be compared like that.
        InvalidValue: the operand has the wrong type.
    """
    return tuple(
        condition
        for expression, value in lookups.items()
        for condition in _parse(model, expression, value)
    )


def _parse(model: type[Resource], expression: str, value: Any) -> Iterator[Condition]:
    path, lookup = split(expression)
    relation = model.relations.get(path[0]) or _meant(model, path)
    if isinstance(value, Hidden):
        value = _shown(model, relation, path, lookup, value)
    path = ((model.endpoint.key or "id"), *path[1:]) if path[0] == "pk" else path
    if relation is not None and path[1:] in {("pk",), (relation.target.endpoint.key,)}:
        path = path[:1]  # the key of a related row is the value that names it
    beyond = relation if path[0] not in mapper_for(model).fields else None
    beyond = (beyond if len(path) > 1 else None) or _keyed(model, path)
    if beyond is not None:
        yield _through(model, beyond, path, lookup, value)
        return
    if relation is not None and len(path) == 1:
        via = relation.via or relation.ids
        if relation.parent:
            via = model.endpoint.placeholder_below(relation.target.endpoint)
            yield from _above(model, relation, value)
        if via is None:
            raise _crossed(model, relation, path, lookup, value)
        path = (via,)
        if _none(model, path) is None and (
            (lookup in {"exact", "ne"} and value is None)
            or (lookup == "isnull" and isinstance(value, bool))
        ):
            # A key of 0 means nobody, as null does.
            nobody = value if lookup == "isnull" else lookup == "exact"
            yield Condition(path, "in" if nobody else "not_in", [0, None])
            return
    asked = _subquery(model, relation, path, lookup, value)
    if asked is not None:
        yield Condition(path, lookup, asked)
        return
    if relation is not None and len(path) == 1:
        _check_related(relation, expression, value, many=LOOKUPS[lookup].many)
    yield from _of_a_part(model, _said(model, path, lookup, _operand(model, path, lookup, value)))


def _shown(
    model: type[Resource],
    relation: Relation | None,
    path: tuple[str, ...],
    lookup: str,
    value: Hidden[Any],
) -> Any:
    """Return what was hidden for its name, if that is the name of something that is no secret.

    Raises:
        FieldError: nothing is called so.
        QueryError: no row is found by a secret.
    """
    if path[0] in mapper_for(model).secrets:
        expression = SEPARATOR.join(path)
        raise QueryError(f"{expression}: {path[0]} is secret, and no row is found by it")
    if relation is None:
        raise _no_field(model, path)
    theirs = mapper_for(relation.target)
    if theirs.secrets.intersection(path[1:2]):
        raise _crossed(model, relation, path, lookup, MASK)
    if {"pk", *theirs.fields}.issuperset(path[1:2]):
        return value.reveal()
    if path[1] not in relation.target.relations and _meant(relation.target, path[1:]) is None:
        raise _no_field(relation.target, path[1:])
    return value  # it is looked at where that relation is


def _meant(model: type[Resource], path: tuple[str, ...]) -> Relation | None:
    """Return the relation whose rows are meant by a path that starts with no name of the class."""
    known = {*mapper_for(model).fields, *model.endpoint.filters, *model.endpoint.owners}
    if len(path) < 2 or path[0] in known or path[0] in model.relations:
        return None
    fields = {name: one for name, one in model.relations.items() if has(one.target, path[1])}
    return fields.get(nearest(path[0], fields) or "")


def _keyed(model: type[Resource], path: tuple[str, ...]) -> Relation | None:
    """Return the relation whose rows are meant by what follows the field that holds their keys."""
    if len(path) > 1:
        for relation in model.relations.values():
            if path[0] in (relation.via, relation.ids) and path[1] in (
                mapper_for(relation.target).fields
            ):
                return relation
    return None


def _subquery(
    model: type[Resource],
    relation: Relation | None,
    path: tuple[str, ...],
    lookup: str,
    value: Any,
) -> Subquery | None:
    """Return what another queryset, or one column of it, names: it is asked for with the rows.

    None for what is known already, and for values of another kind, which are looked at now.
    """
    found: Subquery | None = value._subquery() if isinstance(value, Askable) else None
    if found is None or lookup not in {"in", "not_in"}:
        return None
    theirs = found.model.endpoint
    if relation and found.field == theirs.key and theirs.path != relation.target.endpoint.path:
        return None
    converter, _ = _converter(model, mapper_for(model), path, lookup)
    item = converter.item if isinstance(converter, Sequence) else converter
    mapper = mapper_for(found.model)
    kind = type(comparable(mapper.fields[found.field], mapper.version))
    return found if kind is type(item) else None


class Askable:
    """What other rows' conditions may compare with: a queryset, or one column of it."""

    def _subquery(self) -> Subquery | None:
        """Return it as a condition's operand; None if its rows are known, or not as simple."""
        raise NotImplementedError

    def __iter__(self) -> Iterator[Any]:
        raise NotImplementedError


def _through(
    model: type[Resource], relation: Relation, path: tuple[str, ...], lookup: str, value: Any
) -> Condition:
    """Return a condition on the rows of a relation as one on those that have such.

    Raises:
        UnsupportedLookup: nobody can say which these are; the way around is named.
    """
    way = reach(model, relation)
    # Without a value may be the other row, or the row without one: Django means both. And its F
    # stands for a field of the row, which is not there when the others are asked for.
    unclear = value is None or lookup == "isnull" or isinstance(value, Expression)
    if way is None or unclear:
        raise _crossed(model, relation, path, lookup, value)
    if path[0] not in {relation.name, relation.via, relation.ids}:
        asked = SEPARATOR.join(path)
        raise FieldError(model, asked, SEPARATOR.join([relation.name, *path[1:]]))
    own, theirs = way
    inner = path[1:] if lookup == "exact" else (*path[1:], lookup)
    meant = Clause(tuple(_parse(relation.target, SEPARATOR.join(inner), value)))
    return Condition((own,), "in", Subquery(relation.target, meant, theirs, relation.name))


def has(model: type[Resource], name: str) -> bool:
    """Whether a class has a field or a relation of a name."""
    return name in mapper_for(model).fields or name in model.relations


def _crossed(
    model: type[Resource], relation: Relation, path: tuple[str, ...], lookup: str, value: Any
) -> UnsupportedLookup:
    """Return the error for a condition on the rows of a relation."""
    names = f"{model.__name__} and {relation.target.__name__}"
    way = crossing(model, relation, path[1:], lookup, value)
    return UnsupportedLookup(f"{SEPARATOR.join(path)}: the API cannot join {names} rows: {way}")


def _by_name(model: type[Resource], field: str, value: Any) -> str:
    """Say how rows are found by the names of others, where these were given for their keys."""
    if isinstance(value, (list, tuple, set)):
        value, lookup = list(value), "in"
    else:
        lookup = "exact"
    if not all(isinstance(one, str) for one in (value if lookup == "in" else [value])):
        return ""
    for relation in model.relations.values():
        if field in (relation.via, relation.ids):
            asked = SEPARATOR.join([relation.name, named(relation.target)])
            asked += f"{SEPARATOR}in" if lookup == "in" else ""
            return f"; by the name of a {relation.target.__name__}: filter({asked}={value!r:.60})"
    return ""


def _said(model: type[Resource], path: tuple[str, ...], lookup: str, value: Any) -> Condition:
    """Say None as the rows of a field say it: by null, or by the value that means none."""
    none = _none(model, path)
    if none is None:
        return Condition(path, lookup, value)
    if lookup == "isnull":
        return Condition(path, "exact" if value else "ne", none, none)
    if value is None and lookup in {"exact", "ne"}:
        return Condition(path, lookup, none, none)
    if lookup in {"in", "not_in"} and None in value:
        named = dict.fromkeys(none if item is None else item for item in value)
        return Condition(path, lookup, list(named), none)
    return Condition(path, lookup, value)


def _none(model: type[Resource], path: tuple[str, ...]) -> Any:
    """Return the value by which rows say none, where it is not null; None if it is."""
    if path[0] not in mapper_for(model).fields or path[-1] in PARTS:
        return None
    mapped = mapper_for(model).along(path)[-1]
    is_list = isinstance(mapped.converter, Sequence) and not mapped.nullable
    return [] if is_list else mapped.options.none


def _above(model: type[Resource], relation: Relation, value: Any) -> Iterator[Condition]:
    """Say whose child an object is that lives below another itself."""
    for name in relation.target.endpoint.placeholders:
        if not isinstance(value, Resource):
            raise UnsupportedLookup(
                f"{model.__name__}: a {relation.name} is named by the object itself, or by "
                f"{name} and its key"
            )
        yield Condition((name,), "exact", value._state.parents.get(name))


def _check_related(relation: Relation, expression: str, value: Any, *, many: bool) -> None:
    """Raise InvalidValue for objects that are not the relation's, or that the store lacks."""
    for item in value if many and isinstance(value, Iterable) else [value]:
        if isinstance(item, Resource) and not is_row_of(item, relation.target):
            expected = f"a {relation.target.__name__} or its key"
            raise InvalidValue(relation.owner, expression, item, expected)


def _key(value: Any) -> Any:
    """Take the key of an object that was given where its key is compared.

    Raises:
        Unfit: the store has no such row, or no more.
    """
    if isinstance(value, (tuple, dict)) and len(value) == 1:  # of values() and values_list()
        (value,) = value.values() if isinstance(value, dict) else value
    key = getattr(value, "pk", value)
    if isinstance(value, Resource) and (key is None or value._state.phase is Phase.DELETED):
        raise Unfit("an object that the store has")
    return key


def one_by_one(method: str, names: Iterable[Any]) -> None:
    """Raise TypeError unless names are texts."""
    for name in names:
        if not isinstance(name, str):
            listed = isinstance(name, (list, tuple, set, frozenset))
            right = f"{method}(*names)" if listed else f"{method}('name')"
            raise TypeError(
                f"{method}() takes names of fields, one by one, not {name!r:.100}: {right}"
            )


def words(name: str) -> tuple[str, ...]:
    """Return the words of a path into nested objects. Raises TypeError if it is no text."""
    if not isinstance(name, str):
        raise TypeError(f"names of fields were expected, one by one, not {name!r}")
    return tuple(name.split(SEPARATOR))


def spelled_out(model: type[Resource], path: tuple[str, ...]) -> tuple[str, ...]:
    """Return the path of what is read where the key (`pk`) or a relation is named."""
    if path[0] == "pk":
        return (model.endpoint.key or "id", *path[1:])
    relation = model.relations.get(path[0])
    via = None if relation is None else relation.via or relation.ids
    if relation is None or via is None:
        return path
    is_key = len(path) == 2 and path[1] in {"pk", relation.target.endpoint.key}
    return (
        (via,) if len(path) == 1 or (is_key and path[0] not in mapper_for(model).fields) else path
    )


def readable(model: type[Resource], path: tuple[str, ...]) -> str:
    """Return the field that a path starts with, if what the path names can be read at all.

    Raises:
        FieldError: no such field; the nearest right name is suggested.
        QueryError: the API takes the field, but never shows it.
    """
    mapper = mapper_for(model)
    path = spelled_out(model, path)
    mapped = mapper.fields.get(path[0])
    relation = model.relations.get(path[0])
    if mapped is None and relation is not None:
        reason = joined(model, relation, path[1:])
        raise FieldError(model, SEPARATOR.join(path), reason=reason)
    if mapped is None:
        raise mapper.unknown(path[0], [*model.endpoint.sort, *model.relations], SEPARATOR)
    if len(path) > 1 and path[-1] in PARTS and isinstance(mapped.converter, (Moment, Day)):
        reason = f"read {path[0]}, and take .{path[-1]} of it here"
        raise FieldError(model, SEPARATOR.join(path), reason=reason)
    if mapper.along(path)[-1].options.write_only:
        raise QueryError(f"{SEPARATOR.join(path)} is write-only: the API never shows it")
    return mapped.name


def _operand(model: type[Resource], path: tuple[str, ...], lookup: str, value: Any) -> Any:
    mapper = mapper_for(model)
    converter, name = _converter(model, mapper, path, lookup)
    if isinstance(value, Expression):
        if path[0] not in mapper.fields or LOOKUPS[lookup].many or lookup in {"isnull", "regex"}:
            raise UnsupportedLookup(
                f"{model.__name__}.{name} is not compared with a field by {lookup!r}: {value!r}"
            )
        for other in value.fields():
            readable(model, words(other))
        return value
    if isinstance(converter, Nested) and lookup != "isnull" and value is not None:
        first = next(iter(converter.fields))
        raise UnsupportedLookup(
            f"{model.__name__}.{name} is an object, of which a field is compared: "
            f"{name}{SEPARATOR}{first}=..."
        )
    try:
        return coerced(converter, LOOKUPS[lookup], value)
    except (TypeError, ValueError) as error:
        if isinstance(error, InvalidValue):
            raise
        expected = getattr(error, "expected", None) or expectation(converter, LOOKUPS[lookup])
        if isinstance(converter, Moment) and _is_day(value):
            expected += f"; {name}{SEPARATOR}date compares with a day"
        expected += _by_name(model, path[0], value) if len(path) == 1 else ""
        raise InvalidValue(model, f"{name}{SEPARATOR}{lookup}", value, expected) from None


def expectation(converter: Converter, lookup: Lookup) -> str:
    """Say in words what a lookup takes, of values of a kind."""
    item = converter.item if isinstance(converter, Sequence) else converter
    return lookup.expected(item.expected) if lookup.many else lookup.expected(converter.expected)


def _converter(
    model: type[Resource], mapper: Mapper, path: tuple[str, ...], lookup: str
) -> tuple[Converter, str]:
    """Find what the operand of a lookup must be."""
    name = SEPARATOR.join(path)
    extra = model.endpoint.filters.get(name)
    everywhere = model.endpoint.everywhere
    if extra is None and everywhere is not None:
        extra = everywhere.filters.get(name)
    if path[0] not in mapper.fields:
        if path[0] in model.endpoint.placeholders and len(path) == 1:
            return _Anything(), name
        if extra is None:
            raise _no_field(model, path)
        return _extra(model, name, extra, lookup), name
    if extra is None:
        readable(model, path[:1])
    converter = comparable(mapper.fields[path[0]], mapper.version)
    for word in path[1:]:
        if isinstance(converter, Nested):
            inner = mapper_for(converter.struct, mapper.version).field(word)
            converter = comparable(inner, mapper.version)
        elif isinstance(converter, (Moment, Day)) and word in PARTS and word == path[-1]:
            kind = date if word == "date" else int
            converter = converter_for(kind, FieldOptions(), mapper.version)
        else:
            told = SEPARATOR.join(path[: path.index(word)])
            raise no_lookup(f"{model.__name__}.{told}", word, converter)
    if extra is not None and extra.type is not None:
        converter = converter_for(extra.type, FieldOptions(), mapper.version)
    return converter, name


def _no_field(model: type[Resource], path: tuple[str, ...]) -> QueryError:
    """Return the error for a path that starts with no field."""
    endpoint = model.endpoint
    also = [*endpoint.filters, *model.relations, *endpoint.placeholders]
    if len(path) > 1 and path[0] in also:
        extra = endpoint.filters.get(path[0])
        known = sorted(extra.lookups) if extra is not None else ["exact", "in"]
        return UnsupportedLookup(
            f"{model.__name__}.{path[0]} has no lookup {path[-1]!r}: it knows {', '.join(known)}"
        )
    return mapper_for(model).unknown(path[0], also, SEPARATOR)


def no_lookup(whose: str, word: str, converter: Converter) -> UnsupportedLookup:
    """Return the error for a word that is no lookup of values of a kind, with the nearest one."""
    known = _lookups_of(converter)
    near = _LOOKUPS_ELSEWHERE.get(word) or nearest(word, known)
    hint = f"; did you mean {near!r}?" if near else ""
    hint += " With (?i) before its pattern, it ignores case" if word == "iregex" else ""
    listed = f"; it knows {', '.join(known)}"
    return UnsupportedLookup(f"{whose} has no lookup {word!r}{hint or listed}")


# Lookups of Django, and words of SQL and of the API, that have another name here.
_LOOKUPS_ELSEWHERE: Mapping[str, str] = {
    "after": "gt",
    "any": "in",
    "before": "lt",
    "between": "range",
    "eq": "exact",
    "equals": "exact",
    "ge": "gte",
    "greater": "gt",
    "ilike": "icontains",
    "iregex": "regex",
    "is_null": "isnull",
    "le": "lte",
    "less": "lt",
    "like": "icontains",
    "match": "regex",
    "max": "lte",
    "min": "gte",
    "neq": "ne",
    "nin": "not_in",
    "not": "ne",
    "notin": "not_in",
    "null": "isnull",
    "overlap": "in",
    "search": "icontains",
}


def _lookups_of(converter: Converter) -> list[str]:
    """Return the lookups that make sense for values of a kind."""
    dated = isinstance(converter, (Moment, Day))
    kinds = {"anything", "missing"}
    if isinstance(converter, (Text, Choice)):
        kinds.add("texts")
    if isinstance(converter, (Bounded, Moment, Day)):
        kinds.add("ordered")
    known = [row.name for row in LOOKUPS.values() if row.compares in kinds]
    return sorted([*known, *PARTS] if dated else known)


def _of_a_part(model: type[Resource], condition: Condition) -> Iterator[Condition]:
    """Say a condition on the year or the day of a moment by the bounds that it means.

    They are those of UTC, and an endpoint that filters by the moment can filter by them.
    """
    *path, part = condition.path
    value, lookup = condition.value, condition.lookup
    bounds = {"exact": "gte lt", "range": "gte lt", "gte": "gte", "gt": "from", "lte": "lt"}
    bounds["lt"] = "until"
    if not path or isinstance(value, Expression) or lookup not in bounds:
        yield condition
        return
    converter = mapper_for(model).along(path)[-1].converter
    low, high = value if lookup == "range" else (value, value)
    spans = [span_of(part, low), span_of(part, high)]
    if not isinstance(converter, (Moment, Day)) or None in spans:
        yield condition
        return
    whole = isinstance(converter, Day)
    (first, later), (_, after) = [
        tuple(day if whole else _midnight(day) for day in span) for span in spans if span
    ]
    for bound in bounds[lookup].split():
        name, moment = {
            "gte": ("gte", first),
            "lt": ("lt", after),
            "from": ("gte", later),
            "until": ("lt", first),
        }[bound]
        yield Condition(tuple(path), name, moment)


def _is_day(value: Any) -> bool:
    """Whether a value is a day, or a text that is one."""
    if isinstance(value, str):
        with suppress(ValueError):
            value = date.fromisoformat(value)
    return type(value) is date


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=timezone.utc)


@lru_cache(maxsize=4096)
def comparable(mapped: MappedField, version: int) -> Converter:
    """Return a field's converter without its bounds: `stock__gt=-1` is a fair question."""
    options = attrs.evolve(mapped.options, minimum=None, maximum=None, max_length=None)
    return converter_for(mapped.annotation, options, version)


def _extra(model: type[Resource], name: str, extra: Filter, lookup: str) -> Converter:
    """Return the converter of a filter that is no field: only the server can evaluate it."""
    if lookup not in extra.lookups and not (lookup == "exact" and "in" in extra.lookups):
        known = ", ".join(sorted(extra.lookups))
        raise UnsupportedLookup(
            f"{model.__name__}: {name} is a filter of the API that knows only {known}"
        )
    if extra.type is None:
        return _Anything()
    return converter_for(extra.type, FieldOptions(), model.endpoint.version)


def coerced(converter: Converter, lookup: Lookup, value: Any) -> Any:
    """Return the operand of a lookup, checked. Raises as `Lookup.operand` does."""
    if isinstance(converter, Sequence):
        if lookup.textual:
            lookup = attrs.evolve(lookup, takes="value")  # of a list, its items are compared
        if not lookup.many and isinstance(value, (list, tuple)):
            return lookup.operand(value, converter.coerce)
    item = converter.item if isinstance(converter, Sequence) else converter

    def convert(one: Any) -> Any:
        key = _key(one)
        return None if key is None else item.coerce(key)

    return lookup.operand(value, convert)
