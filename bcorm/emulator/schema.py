"""The vocabulary of field tables: what a field is, and short names to declare one.

A resource table is a tuple of these. `validation` enforces them on what comes in; defaults
complete what a create leaves out, so that every stored document is whole.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final, Literal

Kind = Literal[
    "integer",
    "number",
    "money",
    "string",
    "boolean",
    "array",
    "object",
    "datetime",
    "rfc2822",
    "epoch",
    "any",
]
MISSING: Final[Any] = type("Missing", (), {"__repr__": lambda _self: "MISSING"})()


@dataclass(frozen=True, slots=True)
class Field:
    """One named value of a document.

    Attributes:
        name: the name on the wire.
        kind: its JSON type; `money` is the V2 string with four decimals, `rfc2822` the V2 date,
            `epoch` a UNIX time as text.
        default: what a create without it stores; `MISSING` stores nothing.
        required: the modes, `post` and `put`, that refuse a body without it.
        readonly: never taken from a body: ignored by V3, refused by V2.
        write_only: taken and never stored in the document; behaviours read it from the body.
        nullable: `null` is a value.
        low, high: bounds of a number. places: its most decimals.
        shortest, longest: bounds of a string's length.
        format: what a text has to look like, a name out of `formats`.
        fewest, most: bounds of the number of items of an array.
        choices: the only values there are.
        items: what an array holds. fields: what an object holds; empty leaves it free.
        free: whether an object keeps what its fields do not name, too.
    """

    name: str
    kind: Kind
    default: Any = MISSING
    required: str = ""
    readonly: bool = False
    write_only: bool = False
    nullable: bool = False
    places: int | None = None
    low: float | None = None
    high: float | None = None
    shortest: int | None = None
    longest: int | None = None
    format: str = ""
    fewest: int | None = None
    most: int | None = None
    choices: tuple[Any, ...] = ()
    items: Field | None = None
    fields: tuple[Field, ...] = ()
    free: bool = False


def integer(name: str, default: Any = MISSING, **rules: Any) -> Field:
    """A whole number."""
    return Field(name, "integer", default, **rules)


def number(name: str, default: Any = MISSING, **rules: Any) -> Field:
    """A decimal number; a string that spells one is taken as one, as live stores do."""
    return Field(name, "number", default, **rules)


def money(name: str, default: Any = MISSING, **rules: Any) -> Field:
    """A V2 amount: any spelling comes in, a string with four decimals goes out."""
    return Field(name, "money", default, **rules)


def string(name: str, default: Any = MISSING, longest: int | None = None, **rules: Any) -> Field:
    """A text."""
    return Field(name, "string", default, longest=longest, **rules)


def optional_text(name: str, **rules: Any) -> Field:
    """A text that may be `null`, as V2 takes it."""
    return Field(name, "string", nullable=True, **rules)


def boolean(name: str, default: Any = MISSING, **rules: Any) -> Field:
    """True or false."""
    return Field(name, "boolean", default, **rules)


def choice(name: str, choices: str, default: Any = MISSING, **rules: Any) -> Field:
    """A text out of a closed list, given as one string of words."""
    return Field(name, "string", default, choices=tuple(choices.split()), **rules)


def moment(name: str, default: Any = MISSING, **rules: Any) -> Field:
    """An ISO-8601 date-time."""
    return Field(name, "datetime", default, **rules)


def mail_date(name: str, default: Any = MISSING, **rules: Any) -> Field:
    """A V2 date: RFC-2822 or ISO-8601 comes in, RFC-2822 goes out."""
    return Field(name, "rfc2822", default, **rules)


def unix_text(name: str, default: Any = MISSING, **rules: Any) -> Field:
    """A moment that goes out as the text of a UNIX time; RFC-2822 and ISO-8601 come in as well."""
    return Field(name, "epoch", default, **rules)


def array(name: str, items: Field | None = None, default: Any = MISSING, **rules: Any) -> Field:
    """A list."""
    return Field(name, "array", default, items=items, **rules)


def integers(name: str, default: Any = MISSING, **rules: Any) -> Field:
    """A list of whole numbers."""
    return Field(name, "array", default, items=Field("", "integer"), **rules)


def strings(name: str, default: Any = MISSING, **rules: Any) -> Field:
    """A list of texts."""
    return Field(name, "array", default, items=Field("", "string"), **rules)


def nested(name: str, *fields: Field, **rules: Any) -> Field:
    """An object with its own fields."""
    return Field(name, "object", fields=fields, **rules)


def objects(
    name: str, *fields: Field, default: Any = MISSING, free: bool = False, **rules: Any
) -> Field:
    """A list of objects."""
    item = Field("", "object", fields=fields, free=free)
    return Field(name, "array", default, items=item, **rules)


def anything(name: str, default: Any = MISSING, **rules: Any) -> Field:
    """A value that is stored as it comes."""
    return Field(name, "any", default, **rules)


def readonly(*fields: Field) -> tuple[Field, ...]:
    """The same fields, never taken from a body."""
    return tuple(replace(field, readonly=True) for field in fields)


def demanded(fields: tuple[Field, ...], names: str) -> tuple[Field, ...]:
    """The same fields, of which a PUT must have those of that name as well."""
    wanted = names.split()
    return tuple(
        replace(field, required=f"{field.required} put") if field.name in wanted else field
        for field in fields
    )


def optional(fields: tuple[Field, ...]) -> tuple[Field, ...]:
    """The same fields, none of them required."""
    return tuple(replace(field, required="") for field in fields)
