"""Bodies of actions: structs, or mappings that could be structs, as wire objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from bcorm.model import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

S = TypeVar("S", bound=Struct)


def row(struct: type[S], value: S | Mapping[str, Any], version: int = 3) -> dict[str, Any]:
    """Return what is sent for one value: a `struct`, or a mapping of its fields.

    Raises:
        FieldError: a key of the mapping is no field; the nearest name is suggested.
        InvalidValue: a value has the wrong type.
    """
    checked = value if isinstance(value, struct) else struct(**value)  # type: ignore[arg-type]
    return checked._writable(version)  # noqa: SLF001 - what a struct sends is part of it


def rows(
    struct: type[S], values: Iterable[S | Mapping[str, Any]], version: int = 3
) -> list[dict[str, Any]]:
    """Return what is sent for several values; raises as `row` does."""
    return [row(struct, value, version) for value in values]
