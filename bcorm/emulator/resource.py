"""What a resource table is made of.

`domains/` declares every endpoint with these classes; `crud` interprets them. Nothing here
knows HTTP or SQL beyond the clauses that filters compile to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from bcorm.emulator.tables import Clause, Collection, Column, Id, Row

if TYPE_CHECKING:
    from bcorm.emulator.refusals import Refusal
    from bcorm.emulator.schema import Field

# What behaviours are called with first is a `Context`. That looks resources up, so it stands
# above them and cannot be named here.
Request = Any
Doc = dict[str, Any]
Render = Callable[[Request, Sequence[Row]], Mapping[Id, str]]
Condition = Callable[[Request, str], Clause]
_NONE: Mapping[str, Any] = MappingProxyType({})
_PLACEHOLDER = re.compile(r"/?\{[^}]+\}")

# V2 paths whose documents live in the table of another path.
SHARED_TABLES = {"v2/customers": "v3/customers", "v3/orders": "v2/orders"}
OPERATORS = ("in", "not_in", "min", "max", "greater", "less", "like", "not")


@dataclass(frozen=True, slots=True)
class Filter:
    """One query parameter that narrows a list.

    Attributes:
        param: its name in the query string, operator included.
        column: the value it looks at, dotted.
        operator: `eq` or one of `OPERATORS`.
        kind: how its text is read, a kind of `schema`.
        condition: for a filter with a meaning of its own; replaces column and operator.
        choices: the only words it takes, in any case.
        form: what its text has to look like, a name out of `formats`.
        only: the method that knows it, when lists and deletes do not both.
        disputed: whether a guide shows it and no spec has it, see `Switches`.
    """

    param: str
    column: str = ""
    operator: str = "eq"
    kind: str = "string"
    condition: Condition | None = None
    choices: tuple[Any, ...] = ()
    form: str = ""
    only: str = ""
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Paging:
    """How a list is cut.

    Page size, its maximum, cursors and whether they run in both directions, whether `links` are
    given, whether there are pages at all.
    """

    default: int = 50
    most: int = 250
    cursor: bool = False
    directed: bool = False
    links: bool = True
    pages: bool = True


@dataclass(frozen=True, slots=True)
class Sorting:
    """`style` is `direction` (sort=name&direction=desc), `suffix` (sort=name:desc) or
    `plain` (sort=name)."""  # noqa: D205, D209 - one sentence

    fields: tuple[str, ...]
    style: str = "direction"


@dataclass(frozen=True, slots=True)
class Unique:
    """Fields that no two documents share; `within` the parent or some fields of the document.

    `title` is the message of the 409 (V2: 409 as well), formatted with the document; or a
    refusal says it all. Texts are compared without case; an empty one clashes with nothing.
    """

    field: str
    title: str
    within: tuple[str, ...] = ()
    status: int = 409
    refusal: Refusal | None = None


def _nothing(*_: Any) -> None:
    return None


@dataclass(frozen=True)
class Hooks:
    """A resource's behaviours, by moment. Each may raise `ApiError`.

    `prepare(ctx, doc, old, body)` before a document is stored: references, derived values.
    `saved(ctx, doc, old, body)` after: what else changes with it. `old` is None on a create.
    `deleting(ctx, row)` before a document goes. `accept(ctx, body)` translates a body first.
    """

    prepare: Callable[[Request, Doc, Doc | None, Doc], None] = _nothing
    saved: Callable[[Request, Doc, Doc | None, Doc], None] = _nothing
    deleting: Callable[[Request, Row], None] = _nothing
    accept: Callable[[Request, Doc], Doc] | None = None


@dataclass(frozen=True, kw_only=True)
class Resource:
    """One collection of the API, or one view of a collection.

    Attributes:
        path: `v3/catalog/products/{product_id}/images`; placeholders are ids of parents.
        item: the name of the item's own placeholder.
        noun: what messages call one of them.
        fields: its field table.
        verbs: the operations it answers, names out of `operations.VERBS`.
        stored: the collection that holds it, when another resource shows the same data.
        key: the document's id field. uuid: ids are UUIDs.
        filters, sorting, paging: what the list understands.
        embeds: arrays always shown and stored elsewhere. includes: shown when asked for.
        wide_includes: includes that cut the page, and to what.
        created, updated: the status of a create and of an update.
        selectable: which of `include_fields` and `exclude_fields` its reads know.
        echo: includes that a create's answer always has.
        shown: fields the answer of a create shows though `write_only`.
        numbered_with: the collection that its new ids are out of one sequence with.
        unique: see `Unique`. most: how many one parent may have.
        batch: the most items in one batch; `None` sets no limit.
        reads_take: query parameters of reads that are no filters of these.
        deletes_take: the filters of a delete of many, when they are not those of the list.
        writes_take: the query parameters of creates and updates.
        words: the only words that some of these parameters take; `include` knows the includes.
        names_rows: refusals of a batch name the row. unknown: the refusal of an id in it that
            nothing has; 404 when left out.
        stamps: date style of its two dates, empty when it has none. stamped: their names.
        present: for a view, how a stored document looks here.
        indexed: columns with an index besides the unique ones.
        arrays: array fields that filters look into.
        order: how a list is ordered when nothing is asked.
        empty: the status of an empty list; V2 collections say 204.
        parent_field: the field that shows the parent's id.
        owner: for a collection that is not under its parent's path, whose documents it holds: the
            parent's collection and the field that names it. They go when it goes.
        also_below: further parents of the same kind.
        within: an SQL condition that every list of it is subject to.
        parents_checked: whether the documents in the path must exist.
        written_as_list: a create or update of one answers with an array of one.
    """

    path: str
    noun: str
    fields: tuple[Field, ...]
    verbs: str
    item: str = "id"
    stored: str = ""
    key: str = "id"
    uuid: bool = False
    filters: tuple[Filter, ...] = ()
    sorting: Sorting | None = None
    paging: Paging = Paging()
    embeds: Mapping[str, Render] = field(default_factory=lambda: _NONE)
    includes: Mapping[str, Render | Mapping[str, Render]] = field(default_factory=lambda: _NONE)
    wide_includes: Mapping[str, int] = field(default_factory=lambda: _NONE)
    selectable: str = ""
    created: int = 200
    updated: int = 200
    echo: tuple[str, ...] = ()
    numbered_with: str = ""
    unique: tuple[Unique, ...] = ()
    most: int | None = None
    batch: int | None = None
    names_rows: bool = False
    unknown: Refusal | None = None
    delete_most: int | None = None
    reads_take: str = ""
    deletes_take: str | None = None
    writes_take: str = ""
    words: Mapping[str, tuple[Any, ...]] = field(default_factory=lambda: _NONE)
    stamps: str = ""
    stamped: tuple[str, str] = ("date_created", "date_modified")
    present: Callable[[Request, Doc, Row], Doc] | None = None
    indexed: tuple[str, ...] = ()
    arrays: tuple[str, ...] = ()
    order: str = "t._id"
    hooks: Hooks = Hooks()
    empty: int = 200
    parent_field: str = ""
    owner: tuple[str, str] = ("", "")
    also_below: tuple[tuple[str, str], ...] = ()
    within: str = ""
    parents_checked: bool = True
    written_as_list: bool = False

    @property
    def version(self) -> str:
        """`v2` or `v3`."""
        return self.path[:2]

    @property
    def collection(self) -> str:
        """The name of the table behind it."""
        return self.stored or plain(self.path)

    @property
    def item_path(self) -> str:
        """The path template of one document."""
        return f"{self.path}/{{{self.item}}}"

    @property
    def parents(self) -> tuple[str, ...]:
        """The collections its placeholders name, outermost first."""
        parts = self.path.split("/")
        found = [
            plain("/".join(parts[:position]))
            for position, part in enumerate(parts)
            if part.startswith("{")
        ]
        return tuple(SHARED_TABLES.get(name, name) for name in found)

    def words_of(self, names: Iterable[str], *, listed: bool) -> Mapping[str, tuple[Any, ...]]:
        """The only words that query parameters of an operation take.

        Args:
            names: the parameters that it knows.
            listed: whether the operation is about the collection, which has filters.
        """
        words = dict(self.words)
        if self.includes:
            words["include"] = (*self.includes, *words.get("include", ()))
        if listed:
            words |= {item.param: item.choices for item in self.filters if item.choices}
        return {name: words[name] for name in names if name in words}

    def query(self, method: str, *, listed: bool) -> Iterator[str]:
        """The query parameters that its operations know, besides `page` and `limit`.

        Args:
            method: of the operation.
            listed: whether the operation is about the collection, which has filters.
        """
        if method in ("POST", "PUT"):
            yield from self.writes_take.split()
            return
        if method == "GET":
            if self.includes:
                yield "include"
            yield from (*self.selectable.split(), *self.reads_take.split())
        if not listed:
            return
        if method == "DELETE" and self.deletes_take is not None:
            yield from self.deletes_take.split()
            return
        yield from (
            item.param for item in self.filters if item.only in ("", method) and not item.disputed
        )
        if method == "GET" and self.sorting is not None:
            yield "sort"
            if self.sorting.style == "direction":
                yield "direction"
        if method == "GET" and self.paging.cursor:
            yield from ("before", "after")
            if self.paging.directed:
                yield "direction"

    def table(self) -> Collection:
        """The table that its filters, sorts and unique fields need."""
        kinds = {"id": "integer"} | dict(_kinds(self.fields))
        names = [f.column for f in self.filters if f.column and f.column not in self.arrays]
        names += self.sorting.fields if self.sorting else ()
        uniques = [name for unique in self.unique for name in (unique.field, *unique.within)]
        names += [*uniques, *self.indexed]
        columns = tuple(
            Column(
                name,
                kinds.get(name, "string"),
                name in {*uniques, *self.indexed},
                "NOCASE" if name in {unique.field for unique in self.unique} else "BINARY",
            )
            for name in dict.fromkeys(names)
            if name not in (self.key, "_parent")
        )
        key = "text" if self.uuid else "integer"
        return Collection(self.collection, columns, self.arrays, key)


def plain(path: str) -> str:
    """A path without its placeholders: the name of a table."""
    return _PLACEHOLDER.sub("", path)


def _kinds(fields: Sequence[Field], prefix: str = "") -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for item in fields:
        found.append((prefix + item.name, item.kind))
        if item.fields:
            found += _kinds(item.fields, f"{prefix}{item.name}.")
    return found


def filters(params: str, fields: Sequence[Field], **kinds: str) -> tuple[Filter, ...]:
    """Filters named as the spec names them: `"id id:in name:like min_total"`.

    The operator is what follows the colon; `min_` and `max_` are V2's way to say the same.
    Kinds come from the field table, or from `kinds` for what it does not hold.
    """
    known = {"id": "integer"} | dict(_kinds(fields)) | kinds
    own = {item.name: item for item in fields}
    found = []
    for param in params.split():
        column, _, operator = param.partition(":")
        if column[:4] in ("min_", "max_") and column not in known:
            column, operator = column[4:], column[:3]
        kind = known.get(column, "string")
        if column.endswith("uuid") and kind == "string":
            kind = "uuid"
        item = own.get(column)
        words = item.choices if item is not None and operator in ("", "in", "not_in", "not") else ()
        form = item.format if item is not None and item.format == "currency" else ""
        found.append(Filter(param, column, operator or "eq", kind, choices=words, form=form))
    return tuple(found)
