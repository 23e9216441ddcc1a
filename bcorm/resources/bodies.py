"""Bodies of actions: structs, or mappings that could be structs, as wire objects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from bcorm.exceptions import InvalidValue
from bcorm.model import Resource, Struct
from bcorm.model.mapper import mapper_for, unmet

S = TypeVar("S", bound=Struct)


def row(
    struct: type[S], value: S | Mapping[str, Any] | Resource, version: int = 3
) -> dict[str, Any]:
    """Return what is sent for one value: a `struct`, or a mapping of its fields.

    Of an object that stands for the same, the fields that the struct has are taken.

    Raises:
        FieldError: a key of the mapping is no field; the nearest name is suggested.
        InvalidValue: a value has the wrong type, or one that the API needs is missing.
    """
    if isinstance(value, Resource):
        known = {name: getattr(value, name, None) for name in mapper_for(struct, version).fields}
        value = {name: one for name, one in known.items() if one is not None}
    if not isinstance(value, (struct, Mapping)):
        expected = f"a {struct.__name__}, or a mapping of its fields"
        raise InvalidValue(struct, "value", value, expected)
    checked = value if isinstance(value, struct) else struct(**value)  # type: ignore[arg-type]
    body = checked._writable(version)  # noqa: SLF001 - what a struct sends is part of it
    missing = list(unmet(mapper_for(struct, version), body))
    if missing:
        (name, kind), *more = missing
        also = f"; and so are missing {', '.join(word for word, _ in more)}" if more else ""
        raise InvalidValue(struct, name, None, f"{kind}, in {checked!r:.100}{also}")
    return body


def rows(
    struct: type[S],
    values: Iterable[S | Resource | Mapping[str, Any]],
    version: int = 3,
    *,
    also: type[Resource] | None = None,
) -> list[dict[str, Any]]:
    """Return what is sent for several values.

    Args:
        struct: the class of the values.
        values: what the user gave.
        version: that of the API.
        also: the resource whose objects are taken, too.

    Raises:
        FieldError: a key of a mapping is no field; the nearest name is suggested.
        InvalidValue: a value has the wrong type, or there is one in place of a list.
    """
    kinds = (struct, Mapping) if also is None else (also, struct, Mapping)
    return [row(struct, value, version) for value in listed(struct, "values", values, kinds)]


def key_of(owner: Any, name: str, value: Any) -> Any:
    """Return the id of an object that an action is given.

    Raises:
        InvalidValue: it is none that has one.
    """
    key = getattr(value, "id", None)
    if isinstance(value, type) or key is None:
        raise InvalidValue(owner, name, value, "an object of the API that has an id")
    return key


def named(owner: Any, name: str, value: Any) -> Mapping[str, Any]:
    """Return a mapping that an action is given.

    Raises:
        InvalidValue: it is none, or has other keys than texts.
    """
    if not isinstance(value, Mapping) or not all(isinstance(key, str) for key in value):
        raise InvalidValue(owner, name, value, "a dictionary whose keys are texts")
    return value


def listed(owner: Any, name: str, values: Any, kind: Any) -> list[Any]:
    """Return the values of a list that an action sends in its body.

    Args:
        owner: the class, for the error's text.
        name: what the list is called.
        values: what the user gave.
        kind: of which type each value must be, or of which types.

    Raises:
        InvalidValue: it is no list (a text is none), or a value is of another type.
    """
    whole = isinstance(values, (str, bytes, Mapping, Struct)) or not isinstance(values, Iterable)
    if whole:
        raise InvalidValue(owner, name, values, f"a list: [{values!r}]")
    found = list(values)
    for value in found:
        if not isinstance(value, kind) or isinstance(value, bool):
            kinds = kind if isinstance(kind, tuple) else (kind,)
            expected = " or ".join(one.__name__ for one in kinds)
            raise InvalidValue(owner, name, value, f"in each place a {expected}")
    return found


def paired(owner: Any, name: str, values: Any, keys: tuple[str, str]) -> list[dict[str, Any]]:
    """Return the values of a list of pairs as rows; mappings of the same are as good.

    Args:
        owner: the class, for the error's text.
        name: what the list is called.
        values: what the user gave.
        keys: what the two of a pair are; None is left out.

    Raises:
        InvalidValue: it is no list (a text is none), or a value is no such pair.
    """
    found = []
    for value in listed(owner, name, values, (tuple, list, Mapping)):
        named = isinstance(value, Mapping)
        pair = value if named else dict(zip(keys, value, strict=False))
        if not (0 < len(value) <= 2 if named else len(value) == 2) or not set(pair) <= set(keys):
            raise InvalidValue(owner, name, value, f"in each place ({', '.join(keys)})")
        found.append({key: part for key, part in pair.items() if part is not None})
    return found
