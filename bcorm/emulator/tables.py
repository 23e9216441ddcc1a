"""What the store's tables are made of, and what is asked of them: rows, columns, conditions.

`resource` declares tables with these, `filters` and the behaviours ask with them, and `store`
turns them into SQL. Nothing here touches a database.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from bcorm.emulator import jsontext, timestamps
from bcorm.emulator.numerals import fits

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TypeGuard

Id = int | str


class Row(NamedTuple):
    """A stored document: its id, its parent's id, its JSON text and its unseen part."""

    id: Id
    parent: Id | None
    text: str
    private: str | None

    @property
    def doc(self) -> dict[str, Any]:
        """The document, parsed afresh."""
        doc: dict[str, Any] = jsontext.loads(self.text)
        return doc

    @property
    def secrets(self) -> dict[str, Any]:
        """What the API does not show, parsed afresh."""
        return jsontext.loads(self.private) if self.private else {}


class Change(NamedTuple):
    """What became of a document: its text before and after, `None` where there was or is none.

    A setting changes in a collection called `settings`, under its name.
    """

    collection: str
    id: Id
    parent: Id | None
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Column:
    """A searchable value: its dotted place in the document and its kind (see `schema`).

    Texts of unique fields are indexed without case, because they are compared without it.
    """

    name: str
    kind: str
    indexed: bool = False
    collation: str = "BINARY"


@dataclass(frozen=True)
class Collection:
    """One table. `key` is `integer` or `text`."""

    name: str
    columns: tuple[Column, ...] = ()
    arrays: tuple[str, ...] = ()
    key: str = "integer"
    paths: tuple[tuple[Column, tuple[str, ...]], ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Split the dotted names once."""
        paths = tuple((column, tuple(column.name.split("."))) for column in self.columns)
        object.__setattr__(self, "paths", paths)


@dataclass(frozen=True)
class Clause:
    """A piece of a WHERE with its bound values; the table is aliased `t`."""

    sql: str
    args: tuple[Any, ...] = ()


def is_id(value: object) -> TypeGuard[Id]:
    """Whether a value can be the id of a document at all."""
    if isinstance(value, int):
        return not isinstance(value, bool) and fits(value)
    return isinstance(value, str)


def comparable(value: Any, kind: str) -> Any:
    """What SQLite compares for a JSON value: seconds for a date, 0 or 1, a number or a text."""
    if value is None or isinstance(value, dict | list):
        return None
    if kind in ("datetime", "rfc2822"):
        return timestamps.epoch(value) if isinstance(value, str) else value
    if kind == "money":
        return float(value)
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, int) and not fits(value):
        return float(value)
    return value


def all_of(clauses: Iterable[Clause]) -> Clause:
    """The conjunction of clauses; true when there are none."""
    clauses = list(clauses)
    if not clauses:
        return Clause("1")
    args = tuple(arg for clause in clauses for arg in clause.args)
    return Clause(" AND ".join(f"({clause.sql})" for clause in clauses), args)


def one_of(column: str, values: Sequence[Any]) -> Clause:
    """The column is one of the values."""
    marks = ",".join("?" * len(values))
    return Clause(f"t.{quoted(column)} IN ({marks})", tuple(values))


def quoted(name: str) -> str:
    """A name as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def bound(args: Iterable[Any]) -> tuple[Any, ...]:
    """Values as a statement compares them; what a body said may be anything."""
    return tuple(comparable(arg, "any") for arg in args)


def searchable(collection: Collection, doc: dict[str, Any]) -> list[Any]:
    """The values of a document in the columns of its table."""
    return [comparable(_at(doc, path), column.kind) for column, path in collection.paths]


def _at(doc: dict[str, Any], path: tuple[str, ...]) -> Any:
    value: Any = doc
    for part in path:
        value = value.get(part) if isinstance(value, dict) else None
    return value


def value_at(doc: dict[str, Any], name: str) -> Any:
    """The value at a dotted place of a document; `None` where there is none."""
    return _at(doc, tuple(name.split(".")))
