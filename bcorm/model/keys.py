"""The only door from values that a user gave to a list that a method sends, such as `id:in`.

Querysets check theirs in `conditions`, and what is said there holds here: a text is no list, a
value has the type of its field, and an empty list names nothing at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from bcorm.exceptions import InvalidValue
from bcorm.model.conditions import parse
from bcorm.query.parameters import in_parts

if TYPE_CHECKING:
    from bcorm.model.resource import Resource


def keys(model: type[Resource], field: str, values: Iterable[Any]) -> list[Any]:
    """Return the values of a list that names rows by a field of theirs, each once.

    Objects stand for their keys. What was left out is for the caller to tell: None is no list.

    Args:
        model: whose rows they are.
        field: the field, or a filter of the endpoint.
        values: what the user gave.

    Raises:
        InvalidValue: it is no list (a text is none), or a value has the wrong type or is empty.
    """
    if isinstance(values, (str, bytes, Mapping)) or not isinstance(values, Iterable):
        raise InvalidValue(model, field, values, f"a list: [{values!r}]")
    given = list(values)
    (condition,) = parse(model, {f"{field}__in": given})
    for value, one in zip(condition.value, given, strict=True):
        if value is None or (isinstance(value, str) and not value.strip()):
            raise InvalidValue(model, field, one, "a value that names a row")
    return list(dict.fromkeys(condition.value))


def named_in(
    model: type[Resource], lists: Mapping[str, tuple[str, Iterable[Any]]]
) -> Iterator[dict[str, str]]:
    """Yield the query parameters that name rows by lists of values, as many as URLs have room for.

    Every combination of the values of several lists is named once. If one of the lists is empty,
    there is none.

    Args:
        model: whose rows they are.
        lists: the field, and what the user gave, by parameter.

    Raises:
        InvalidValue: as `keys`; or a value has a comma, which would make two of it.
    """
    combined: list[dict[str, str]] = [{}]
    for parameter, (field, values) in lists.items():
        found = keys(model, field, values)
        for value in found:
            if "," in str(value):
                raise InvalidValue(
                    model, field, value,
                    "a value without a comma, which this request would take for two: "
                    "name the row by its key",
                )  # fmt: skip
        parts = in_parts([str(value) for value in found])
        combined = [{**one, parameter: part} for one in combined for part in parts]
    yield from combined
