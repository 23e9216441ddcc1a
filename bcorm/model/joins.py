"""What to type where a query names rows of another class: the API joins nothing.

Each kind of relation has another way around, and `crossing` and `joined` say it with the names that
were typed: errors of `filter` and the like, of `values` and of `order_by`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.lookups import SEPARATOR
from bcorm.model.mapper import ToMany, ToOne, mapper_for
from bcorm.model.resource import named
from bcorm.query.parameters import takes_list

if TYPE_CHECKING:
    from bcorm.model.mapper import Relation
    from bcorm.model.resource import Resource

_SHOWN = 60


def beyond(model: type[Resource], path: tuple[str, ...]) -> ToOne | None:
    """Return the relation that a path leads through to a field of another row, if it does.

    The other row is one that can be read by its key, or among those of an owner that the row names.
    """
    relation = model.relations.get(path[0])
    if len(path) < 2 or path[0] in mapper_for(model).fields or not isinstance(relation, ToOne):
        return None
    target = relation.target.endpoint
    if target.key is None or (relation.via is None and not relation.parent):
        return None
    if relation.via is not None and path[1:] in {("pk",), (target.key,)}:
        return None  # which the row holds itself
    owners = target.placeholders
    if not owners or (target.everywhere and takes_list(target.everywhere.filters.get(target.key))):
        return relation
    return relation if owner_of(model, relation) else None


def field_beyond(
    model: type[Resource], path: tuple[str, ...]
) -> tuple[type[Resource], tuple[str, ...]]:
    """Return whose field a path names in the end, and the rest of the path: that field's."""
    relation = beyond(model, path)
    return (model, path) if relation is None else field_beyond(relation.target, path[1:])


def reach(model: type[Resource], relation: Relation) -> tuple[str, str] | None:
    """Return how rows are found by a condition on those of a relation, if they can be.

    Returns:
        A field of `model`'s rows, and the field of the others that has its values.
    """
    target = relation.target.endpoint
    if isinstance(relation, ToMany):
        if relation.ids is not None:
            return None if target.key is None else (relation.ids, target.key)
        by = _names_parent(model, relation)
        return None if by is None else ("id", by)
    if target.key is None or target.owners:
        return None
    if relation.via is not None:
        return relation.via, target.key
    above = model.endpoint.placeholder_below(target) if relation.parent else None
    return None if above is None else (above, target.key)


def owner_of(model: type[Resource], relation: ToOne) -> str | None:
    """Return the field of rows by which the owner of what a relation names is known, if it helps.

    Variants are listed by their products, and not by their own keys.
    """
    target = relation.target.endpoint
    if len(target.placeholders) != 1 or target.everywhere is None:
        return None
    (owner,) = target.placeholders
    listed = takes_list(target.everywhere.filters.get(owner))
    return owner if listed and owner in mapper_for(model).fields else None


def crossing(
    model: type[Resource], relation: Relation, rest: tuple[str, ...], lookup: str, value: Any
) -> str:
    """Say how rows are found by a condition on those of a relation.

    Args:
        model: whose rows are asked for.
        relation: the relation that the condition names.
        rest: the field of its rows; empty if they are meant themselves.
        lookup: the comparison.
        value: what is compared with.
    """
    target = relation.target.__name__
    if not rest and isinstance(relation, ToMany) and lookup == "in":
        rest = (relation.target.endpoint.key or "id",)
    asked = _written(rest, lookup, value)
    found = f"{target}.objects.filter({asked})"
    if not rest:
        return _rows_themselves(model, relation, lookup, value)
    if isinstance(relation, ToOne):
        if relation.target.endpoint.owners or (relation.via is None and not relation.parent):
            return f"of each row, .{relation.name} is the {target}, which is looked at here"
        return f"filter({relation.name}__in={found})"
    assert isinstance(relation, ToMany)
    own = ""
    if rest[0] in model.endpoint.filters:
        own = f"; filter({asked}) asks for the {model.__name__}'s own {rest[0]}"
    if relation.ids is not None:
        return f"filter({relation.ids}__in={found})"
    by = _names_parent(model, relation)
    if by is not None:
        return f"filter(id__in={found}.values_list({by!r}, flat=True)){own}"
    if relation.by is not None:
        return f"{found} finds those rows, and of each .{relation.by} says whose it is{own}"
    test = f"one.{'.'.join(rest)} == {value!r:.60}" if lookup == "exact" else "..."
    read = (
        f"[row for row in {_read(model, relation)} if any({test} for one in row.{relation.name})]"
    )
    return read + own


def _rows_themselves(model: type[Resource], relation: Relation, lookup: str, value: Any) -> str:
    """Say how rows are found that have none of a relation, or a certain one, or any."""
    name, target = relation.name, relation.target.__name__
    if not isinstance(relation, ToMany):
        return f"of each row, .{name} is the {target}, which is looked at here"
    if relation.by is not None and (by := _names_parent(model, relation)) is not None:
        keys = f"{target}.objects.values_list({by!r}, flat=True)"
        without = (value is None) if lookup == "exact" else bool(value)
        return f"{'exclude' if without else 'filter'}(id__in={keys})"
    none = value is None or value == [] or (lookup == "isnull" and value is True)
    test = f"not row.{name}" if none else f"row.{name}"
    if not none and lookup == "exact" and hasattr(type(value), "endpoint"):
        test = f"value in row.{name}"
    return f"[row for row in {_read(model, relation)} if {test}]"


def joined(model: type[Resource], relation: Relation, rest: tuple[str, ...]) -> str:
    """Say how values of a relation's rows are read, or sorted by, beside those of each row."""
    name = relation.name
    names = f"{model.__name__} and {relation.target.__name__} rows"
    inner = "".join(f".{word}" for word in rest)
    read = _read(model, relation)
    if not isinstance(relation, ToMany):
        value = f"row.{name} and row.{name}{inner}" if rest else f"row.{name}"
        shown = f"[{value} for row in {read}]"
        how = f"{shown} reads it"
        if rest:
            given = f"[row for row in {read} if row.{name}]"
            how += f"; sorted({given}, key=lambda row: row.{name}{inner}) sorts by it"
            if beyond(model, (name, *rest)):
                how += f"; values({SEPARATOR.join([name, *rest])!r}) reads it without objects"
    elif rest:
        hops = [".".join(["one", *rest[:end]]) for end in range(1, len(rest))]
        there = f" if {' and '.join(hops)}" if hops else ""
        how = f"[one{inner} for row in {read} for one in row.{name}{there}] reads it"
    else:
        how = f"[list(row.{name}) for row in {read}] reads them"
    if isinstance(relation, ToMany):
        how += _row_for_each(model, relation, rest)
    return f"the API cannot join {names}, but objects load them together: {how}"


def _read(model: type[Resource], relation: Relation) -> str:
    """Write the query whose rows have the relation with them, if the API can bring it along."""
    endpoint, word = model.endpoint, relation.include
    able = word is not None and word in endpoint.includes and word not in endpoint.page_caps
    ending = f"include({relation.name!r})" if able else "all()"
    return f"{model.__name__}.objects.{ending}"


def _row_for_each(model: type[Resource], relation: ToMany, rest: tuple[str, ...]) -> str:
    """Write the query that has a row for each of a relation's, if these can be listed by it."""
    target, wanted = relation.target, SEPARATOR.join(rest or (named(relation.target),))
    if target.endpoint.owners and target.endpoint.everywhere is None:
        return ""
    for back in target.relations.values():
        same = back.via == relation.by if relation.by else back.parent
        if isinstance(back, ToOne) and back.target is model and same:
            names = f"{SEPARATOR.join([back.name, named(model)])!r}, {wanted!r}"
            return f", and {target.__name__}.objects.values({names}) has a row for each"
    return ""


def _names_parent(model: type[Resource], relation: ToMany) -> str | None:
    """Return the field of a relation's rows that holds the key of `model`'s, if all can be read."""
    target = relation.target
    if model.endpoint.key != "id" or "id" not in model.endpoint.filters:
        return None
    if relation.by is not None:
        is_list = any(one.ids == relation.by for one in _lists(target))
        return None if is_list else relation.by
    if target.endpoint.owners and target.endpoint.everywhere is None:
        return None
    name: str = target.endpoint.placeholder_below(model.endpoint)
    return name


def _lists(model: type[Resource]) -> list[ToMany]:
    return [one for one in model.relations.values() if isinstance(one, ToMany)]


def _written(rest: tuple[str, ...], lookup: str, value: Any) -> str:
    """Write a condition as it is typed."""
    words = rest if lookup == "exact" else (*rest, lookup)
    shown = repr(value)
    shown = shown if len(shown) <= _SHOWN and shown[0] != "<" else "..."
    return f"{SEPARATOR.join(words)}={shown}"
