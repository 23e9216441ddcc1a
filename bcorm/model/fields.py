"""Declaring fields: `field()` and `readonly()`, and what they remember.

A resource is an attrs class; these functions put bcorm's own facts into the metadata of an
attrs attribute, where the mapper finds them. `dataclass_transform`, which Python 3.10 lacks, tells
type checkers what fields are.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Literal, TypeVar, get_args

import attrs
from attrs.setters import NO_OP

from bcorm.exceptions import DeclarationError
from bcorm.query.endpoint import what_is_right
from bcorm.synonyms import spelled

METADATA = "bcorm"

Format = Literal[
    "iso", "rfc2822", "unix", "unix_string", "string", "number", "date", "flag", "lower"
]
_FORMATS = get_args(Format)


@attrs.frozen(kw_only=True)
class FieldOptions:
    """What a declaration says about one field, beyond its name and type.

    Attributes:
        wire: the name on the wire, when Python cannot spell it.
        readonly: computed by the API; can never be set.
        required: must have a value before the row can be created.
        create_only: can be set on a new object, and never again.
        write_only: accepted by the API, never shown by it.
        shown_as: the field in which the API shows what was written to this one.
        format: how the value is written, when the version's usual way is not meant: dates as
            `iso`, `rfc2822`, `date`, `unix`, `unix_string`; decimals as `string` or `number`;
            booleans as `flag` (1 and 0); texts as `lower`, where case says nothing.
        include: the `include` without which the API leaves the field out.
        merge: whether the API merges a nested object; then only its changed values are sent.
        max_length: longest text, in characters.
        minimum: the smallest number that it takes.
        maximum: the largest number that it takes.
        open: other texts than those of its `Literal` are accepted.
        ordinal: a new row that does not say it stands after its siblings.
        secret: a password or the like: plans, errors and reprs show `****` in its place.
        none: the value by which rows say that there is none, where it is not null: a brand or a
            sale price of 0. A query for None means it, too.
        instead: what to write instead, told where a value is refused: of a field that only the API
            sets, or one that people take for another.
        doc: what it is, in a line, where that is more than its name says; shown by editors, in the
            reference, and beside the fields of the admin. Units and currencies are named.
    """

    wire: str | None = None
    readonly: bool = False
    required: bool = False
    create_only: bool = False
    write_only: bool = False
    shown_as: str | None = None
    format: Format | None = None
    include: str | None = None
    merge: bool = False
    max_length: int | None = None
    minimum: float | None = None
    maximum: float | None = None
    open: bool = False
    ordinal: bool = False
    secret: bool = False
    none: Any = None
    instead: str = ""
    doc: str = ""

    def __attrs_post_init__(self) -> None:
        if self.format is not None and self.format not in _FORMATS:
            right = what_is_right(self.format, _FORMATS)
            raise DeclarationError(f"format={self.format!r}: {right}")
        for name in ("max_length", "minimum", "maximum"):
            value = getattr(self, name)
            if value is not None and not isinstance(value, (int, float)):
                raise DeclarationError(f"{name}={value!r:.80}: expected a number")


@spelled
def field(
    *,
    wire: str | None = None,
    required: bool = False,
    create_only: bool = False,
    write_only: bool = False,
    shown_as: str | None = None,
    format: Format | None = None,  # noqa: A002 - the word that OpenAPI uses for it
    include: str | None = None,
    merge: bool = False,
    max_length: int | None = None,
    minimum: float | None = None,
    maximum: float | None = None,
    open: bool = False,  # noqa: A002 - an open enumeration
    ordinal: bool = False,
    secret: bool = False,
    none: Any = None,
    instead: str = "",
    doc: str = "",
) -> Any:
    """Declare a field that can be read and written. See `FieldOptions` for the arguments."""
    return _attribute(
        FieldOptions(
            wire=wire,
            required=required,
            create_only=create_only,
            write_only=write_only,
            shown_as=shown_as,
            format=format,
            include=include,
            merge=merge,
            max_length=max_length,
            minimum=minimum,
            maximum=maximum,
            open=open,
            ordinal=ordinal,
            secret=secret,
            none=none,
            instead=instead,
            doc=doc,
        )
    )


@spelled
def readonly(
    *,
    wire: str | None = None,
    format: Format | None = None,  # noqa: A002
    include: str | None = None,
    secret: bool = False,
    none: Any = None,
    instead: str = "",
    doc: str = "",
    init: Literal[False] = False,
) -> Any:
    """Declare a field that only the API sets. See `FieldOptions` for the arguments.

    `init` tells type checkers that it is no argument of the class.
    """
    del init
    return _attribute(
        FieldOptions(
            wire=wire,
            readonly=True,
            format=format,
            include=include,
            secret=secret,
            none=none,
            instead=instead,
            doc=doc,
        )
    )


def _attribute(options: FieldOptions) -> Any:
    return attrs.field(metadata={METADATA: options}, kw_only=True)


if TYPE_CHECKING:
    from typing_extensions import dataclass_transform
elif sys.version_info >= (3, 11):
    from typing import dataclass_transform
else:

    def dataclass_transform(**_options: Any) -> Any:
        """Do nothing: only type checkers read it."""
        return lambda cls: cls


C = TypeVar("C", bound=type[Any])
_Attributes = list["attrs.Attribute[Any]"]


@dataclass_transform(kw_only_default=True, field_specifiers=(readonly,))
def shared_fields(cls: C) -> C:
    """Let resources and structs inherit the fields of a plain class.

    They stand after a class's own; one that it declares anew keeps its place among them.
    """
    attrs.define(cls, slots=False, init=False, eq=False, repr=False, on_setattr=NO_OP)
    del cls.__attrs_init__
    cls.bcorm_shared = [one.name for one in attrs.fields(cls)]
    return cls


def in_order(cls: type, attributes: _Attributes) -> _Attributes:
    """Put what a class inherits from `shared_fields` behind its own."""
    bases = [vars(base).get("bcorm_shared", ()) for base in cls.__mro__]
    shared = dict.fromkeys(name for names in bases for name in names)
    last = {one.name: one for one in attributes if one.name in shared}
    return [one for one in attributes if one.name not in last] + [last[name] for name in shared]


__all__ = ["dataclass_transform"]
