"""Rows of a file laid over the rows of a store: what would change, and what cannot be.

Nothing is written here: objects are changed and made in a session, whose plan and commit do the
rest. Rows that are what the store has leave no trace, so a file of any size needs the memory of
what it changes.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Any

import attrs

from bcorm.cli.matching import CHUNK, Matcher
from bcorm.cli.moving import Unmapped
from bcorm.cli.naming import named
from bcorm.cli.numbers import TwoReadings, has_lost_digits, is_same_number
from bcorm.cli.rows import Missing
from bcorm.cli.values import cell, same, settable
from bcorm.exceptions import BcormError
from bcorm.http.credentials import MASK
from bcorm.lookups import SEPARATOR
from bcorm.model.frames.columns import plain
from bcorm.model.mapper import mapper_for
from bcorm.model.masking import is_secret
from bcorm.model.types import Converter, Nested, Text
from bcorm.moving.known_by import is_same_set, references

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bcorm.cli.matching import Found
    from bcorm.cli.rows import Row, Rows
    from bcorm.model.resource import Resource
    from bcorm.session import Session

_KEPT_CHANGES = 10


class _NotYet(Exception):
    """A row refers to one that is not made, which another row of the file may do."""


@attrs.frozen
class Care:
    """What an import must not do.

    Attributes:
        skips_missing: rows that the store does not have are left out.
        only_updates: rows that the store does not have are not created.
        most: by which part of itself an amount may change; any if it is None.
    """

    skips_missing: bool = False
    only_updates: bool = False
    most: Decimal | None = None

    def check(self, name: str, before: Any, after: Any) -> None:
        """Refuse an amount that changes by more than is allowed. Raises ValueError."""
        part = change_of(before, after)
        if self.most is None or part is None or part <= self.most:
            return
        if isinstance(before, int) and isinstance(after, int):
            return  # a number of things, or a key of another row
        raise ValueError(
            f"{name}: {cell(before)} would become {cell(after)}, which is a change of "
            f"{percent(part)}, and {percent(self.most)} is allowed"
        )


@attrs.define
class FieldChanges:
    """How often a field changes, and where it changes most.

    Attributes:
        count: of the rows in which it does.
        row: the key of the one in which it changes most; of the first where there is no most.
        before, after: its values there, as texts.
        part: by which part of itself it changes there; None for what is no number.
    """

    count: int = 0
    row: str = ""
    before: str = ""
    after: str = ""
    part: Decimal | None = None

    def add(self, row: str, before: str, after: str, part: Decimal | None) -> None:
        """Take note of one more change."""
        self.count += 1
        if self.count == 1 or (part is not None and (self.part is None or part > self.part)):
            self.row, self.before, self.after, self.part = row, before, after, part


@attrs.define
class Merged:
    """What came of laying a file over a store.

    Attributes:
        changed: how many rows differ from the store's.
        created: how many rows the store does not have.
        ignored: columns that cannot be written, as only the API sets them.
        changes: key, field, value in the store and value in the file, of the first changes.
        fields: the changes of each field.
        objects: the rows of the file that changed or made an object, by its identity.
        notes: what else is done, or cannot be, that the plan should say.
    """

    changed: int = 0
    created: int = 0
    ignored: set[str] = attrs.field(factory=set)
    changes: list[tuple[str, str, str, str]] = attrs.field(factory=list)
    fields: dict[str, FieldChanges] = attrs.field(factory=dict)
    objects: dict[int, list[int]] = attrs.field(factory=dict)
    notes: list[str] = attrs.field(factory=list)

    def note(self, row: str, name: str, before: Any, after: Any, *, secret: bool = False) -> None:
        """Take note of a changed value."""
        told = (MASK, MASK) if secret else (cell(before), cell(after))
        part = None if secret else change_of(before, after)
        self.fields.setdefault(name, FieldChanges()).add(row, *told, part)
        if len(self.changes) < _KEPT_CHANGES:
            self.changes.append((row, name, *told))

    def wrote(self, item: object, number: int) -> None:
        """Remember which row an object is for."""
        self.objects.setdefault(id(item), []).append(number)


def change_of(before: Any, after: Any) -> Decimal | None:
    """Return by which part of itself a number changes; None if they are no numbers."""
    kinds = (int, float, Decimal)
    if isinstance(before, bool) or not (isinstance(before, kinds) and isinstance(after, kinds)):
        return None
    old, new = Decimal(before), Decimal(after)
    if not old:
        return Decimal("Infinity") if new else Decimal(0)
    return abs(new - old) / abs(old)


class Merger:
    """Lays rows over one resource of a store.

    Args:
        session: where objects are changed and made.
        rows: the file's.
        care: what must not be done.
    """

    def __init__(self, session: Session, rows: Rows, care: Care | None = None) -> None:
        self.session = session
        self.rows = rows
        self.model = rows.model
        self.care = care or Care()
        self._mapper = rows.mapper
        self._glanced: dict[str, bool] = {}
        self._texts = rows.source.is_text
        # Rows that the API numbers itself, or has one of, cannot be created by being in a file.
        self._by_key = rows.by in ((self.model.endpoint.key,), ())
        self._matcher = Matcher(session, rows)
        # Rows of another store that this file makes, by natural key, and those that wait for one.
        self._made: dict[str, Resource] = {}
        self._waiting: list[tuple[Row, Found]] = []
        self.result = Merged()

    @property
    def writes(self) -> tuple[type[Resource], ...]:
        """The classes of the objects that it changes and makes."""
        return (self.model,)

    def named(self, count: int) -> str:
        """Return what so many of the rows are called."""
        return named(count, self.model)

    def merge(self, told: Callable[[int], object] = bool) -> Merged:
        """Lay the file over the store's rows, reading these in as few requests as the API allows.

        Args:
            told: is called with how many rows more were read.

        Raises:
            FieldError: a column is no field; nothing was read.
        """
        ready = self.rows.read(told)
        while part := list(islice(ready, CHUNK)):
            self._merge(part)
        # Parents may stand below their children, at any depth.
        before = -1
        while self._waiting and len(self._waiting) != before:
            waiting, self._waiting = self._waiting, []
            before = len(waiting)
            for row, found in waiting:
                self._try(row, found)
        for row, _ in self._waiting:
            self.rows.problem(row.number, ValueError(_reason(row)))
        return self.result

    def _merge(self, part: list[Row]) -> None:
        names = {name for row in part for name in row.raw}
        found = self._matcher.find([row.key for row in part if row.is_known], names)
        for row in part:
            self._try(row, found)

    def _try(self, row: Row, found: Found) -> None:
        try:
            self._lay(row, found)
        except _NotYet:
            self._waiting.append((row, found))
        except (BcormError, ValueError) as error:
            self.rows.problem(row.number, error)

    def _lay(self, row: Row, found: Found) -> None:
        for part in row.key:
            if isinstance(part, Unmapped) and not part.own:
                raise ValueError(part.reason)
        items = found.of(row.key) if row.is_known else []
        name = self.model.__name__
        told = " ".join(repr(part) for part in row.key)
        if len(items) > 1:
            raise ValueError(f"the store has more than one {name} {told}")
        if items:
            self._update(items[0], row)
        elif (
            (self._by_key and row.called is None)
            or self.care.skips_missing
            or self.care.only_updates
        ):
            raise Missing(f"the store has no {name} {told}")
        else:
            self._create(row, f"the store has no {name} {told}")

    def _update(self, item: Resource, row: Row) -> None:
        values = self.rows.values(row)
        links = self._links(values)
        names = [name for name in values if name not in self.rows.names and self._is_field(name)]
        changes = [
            Change(item, relation, made, column, plain(Converter(), getattr(item, column)), name)
            for column, (relation, made, name) in links.items()
        ]
        changes += [
            change
            for name in names
            if not self._is_what_it_was(item, name, values[name])
            for change in self._changes(item, name, values[name], row)
        ]
        # All of a row or nothing: what is wrong with one value leaves the others alone, too.
        for change in changes:
            self.care.check(change.path, change.before, change.after)
        try:
            for change in changes:
                setattr(change.owner, change.name, change.value)
        except (BcormError, ValueError):
            self.session.expunge(item)
            raise
        for change in changes:
            secret = is_secret(self.model, change.path)
            self.result.note(
                self._label(row), change.path, change.before, change.after, secret=secret
            )
        if changes:
            self.result.changed += 1
            self.result.wrote(item, row.number)

    def _label(self, row: Row) -> str:
        """Return what the plan calls a row: what it was looked for by, or where it is below."""
        by = row.key[len(self.rows.owners) :] or row.key[-1:]
        return " ".join(map(cell, by))

    def _links(self, values: dict[str, Any]) -> dict[str, tuple[str, Resource, str]]:
        """Take out of values what refers to rows that this file makes.

        Returns:
            The relation, the object and its natural key, by column. Raises `_NotYet`.
        """
        found = {}
        for column, value in list(values.items()):
            if not isinstance(value, Unmapped) or column == self.model.endpoint.key:
                continue
            made = self._made.get(value.name.casefold())
            relation = next(
                (name for name, one in self.model.relations.items()
                 if getattr(one, "via", None) == column), None,
            )  # fmt: skip
            if relation is None:
                raise ValueError(value.reason)
            if made is None:
                raise _NotYet
            found[column] = (relation, made, value.name)
            del values[column]
        return found

    def _is_what_it_was(self, item: Resource, name: str, value: Any) -> bool:
        """Say at a glance that a value is the store's, as most are; False where it takes a look."""
        simple = self._glanced.get(name)
        if simple is None:
            mapped, converter = self.rows.mapped(name)
            options = mapped.options if mapped is not None else None
            simple = self._glanced[name] = not (
                SEPARATOR in name
                or converter.mutable
                or options is None
                or options.readonly
                or options.create_only
                or options.write_only
            )
        if not simple or value is None:
            return False
        current = getattr(item, name)
        return type(current) is type(value) and bool(current == value)

    def _is_field(self, name: str) -> bool:
        """Say whether a column is a field rather than a parent's key."""
        return self.rows.mapped(name)[0] is not None

    def _create(self, row: Row, why: str) -> None:
        values = self.rows.values(row)
        links = self._links(values)
        given: dict[str, Any] = {}
        endpoint = self.model.endpoint
        for name, value in values.items():
            mapped, _ = self.rows.mapped(name)
            if mapped is not None and mapped.options.readonly and name not in endpoint.owners:
                self.result.ignored.add(name)
            elif value is not None and not isinstance(value, Unmapped):
                refuse_doubtful(name, value, cells=self._texts)
                _put(given, name.split(SEPARATOR), value)
        missing = [
            name
            for name, mapped in self._mapper.fields.items()
            if mapped.options.required and name not in given and name not in links
        ]
        missing += [
            name
            for name in endpoint.placeholders
            if name not in given and name not in endpoint.scope and name not in missing
        ]
        if missing:
            raise Missing(f"{why}, and a new one needs {', '.join(missing)}")
        for name, value in given.items():
            if name in self._mapper.fields:
                given[name] = settable(self._mapper.fields[name].converter, value)
        given |= {relation: made for relation, made, _ in links.values()}
        item = self.model(**given)
        self.session.add(item)
        if row.called is not None:
            self._made.setdefault(row.called.casefold(), item)
        self.result.created += 1
        self.result.wrote(item, row.number)

    def _changes(self, item: Resource, name: str, value: Any, row: Row) -> Iterator[Change]:
        """Yield what has to be set for one value; nothing if it is the store's."""
        mapped, converter = self.rows.mapped(name)
        assert mapped is not None
        options = mapped.options
        if options.readonly or options.create_only:
            self.result.ignored.add(name)
            return
        if isinstance(converter, Nested) and isinstance(value, dict):
            inner = mapper_for(converter.struct, converter.version).fields
            for word, part in value.items():
                if word in inner and not inner[word].options.readonly:
                    yield from self._changes(item, f"{name}{SEPARATOR}{word}", part, row)
            return
        path = name.split(SEPARATOR)
        owner: Any = item
        while len(path) > 1 and getattr(owner, path[0]) is not None:
            owner = getattr(owner, path.pop(0))
        first, *rest = path
        # What the API never shows is written whenever the file says it.
        unseen = rest or options.write_only
        current = None if unseen else plain(converter, getattr(owner, first))
        if self._same(converter, current, value, row.raw.get(name)):
            return
        reference = references(self.model).get(name)
        if reference is not None and reference.many and is_same_set(current, value):
            return
        refuse_doubtful(name, value, current, cells=self._texts)
        if value is None and not self._texts and not self._may_be_nothing(name):
            raise ValueError(f"{name}: it has no value, and the store's is {cell(current)!r:.60}")
        if rest:
            whole: dict[str, Any] = {}
            _put(whole, path, value)
            fresh = whole[first]
        else:
            empty = "" if self._texts and isinstance(converter, Text) else None
            fresh = empty if value is None else settable(converter, value)
        yield Change(owner, first, fresh, name, current, value)

    def _may_be_nothing(self, name: str) -> bool:
        """Say whether the API has null for a field."""
        return self._mapper.along(name.split(SEPARATOR))[-1].nullable

    def _same(self, converter: Converter, current: Any, value: Any, raw: Any) -> bool:
        if value is None and self._texts:
            # An empty cell of a CSV file clears a text; of everything else it says nothing.
            return not (isinstance(converter, Text) and current)
        if isinstance(value, TwoReadings):
            return any(same(converter, current, reading) for reading in value.readings)
        if self._texts and isinstance(current, str) and current == raw:
            return True  # its apostrophe is a text's own
        return same(converter, current, value)


@attrs.frozen
class Change:
    """A value to be set.

    Attributes:
        owner: the object, or one nested in it.
        name: its field.
        value: what is set.
        path: the field as a column calls it.
        before, after: the values as they are told.
    """

    owner: Any
    name: str
    value: Any
    path: str
    before: Any
    after: Any


def refuse_doubtful(name: str, value: Any, current: Any = None, *, cells: bool = True) -> None:
    """Refuse a value that could be two, or that a spreadsheet has made of another.

    Args:
        name: its field.
        value: the file's.
        current: the store's.
        cells: whether the file is one that spreadsheets write.

    Raises:
        ValueError: it is one of these.
    """
    if isinstance(value, TwoReadings):
        raise ValueError(f"{name}: {value}")  # noqa: TRY004 - of a text
    if not cells or not isinstance(value, str):
        return
    if has_lost_digits(value):
        raise ValueError(
            f"{name}: {value!r} is what a spreadsheet makes of a long number; its digits are lost"
        )
    if isinstance(current, str) and is_same_number(current, value):
        raise ValueError(
            f"{name}: {value!r} is what a spreadsheet makes of {current!r}, the store's; mend it, "
            "or leave the column out, as in --fields price"
        )


def _reason(row: Row) -> str:
    """Return why the first reference of a row that has none could not be mapped."""
    return next(
        value.reason for name, value in row.raw.items()
        if isinstance(value, Unmapped) and value.own and value.reason.startswith(f"{name}: ")
    )  # fmt: skip


def percent(part: Decimal) -> str:
    """Write a part of a whole: `30 %`."""
    return "from nothing" if part.is_infinite() else f"{part * 100:.0f} %"


def _put(values: dict[str, Any], path: list[str], value: Any) -> None:
    """Put a value below the words of a path."""
    for word in path[:-1]:
        values = values.setdefault(word, {})
    values[path[-1]] = value
