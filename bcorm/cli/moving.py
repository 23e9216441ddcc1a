"""Rows that hold the numbers of another store, with this one's in their places.

Numbers of another store are never taken for this one's: each is mapped by the natural key beside
it, or `Unmapped`, and the row is refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from bcorm.cli.values import typed, unquoted
from bcorm.exceptions import FieldError
from bcorm.model.fields import FieldOptions
from bcorm.model.frames.columns import json_text
from bcorm.model.types import Converter, Integer, Text
from bcorm.model.types import Sequence as List
from bcorm.moving.known_by import STORE, has_keys, holds_keys, is_known, references
from bcorm.moving.names import Names, name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from bcorm.model.resource import Resource
    from bcorm.moving.known_by import Reference
    from bcorm.session import Session

    Raw = dict[str, Any]

_ANY = Converter()
_NUMBER, _TEXT = Integer(FieldOptions()), Text()
_NUMBERS, _TEXTS = List(_NUMBER), List(_TEXT)


@attrs.frozen
class Unmapped:
    """What stands where a number of another store could not be mapped.

    Attributes:
        name: what the row that is meant is called; empty if nobody knows.
        reason: why it could not.
        own: whether it is of the resource that is read: it may be created by the same file.
    """

    name: str
    reason: str = attrs.field(eq=False)
    own: bool = attrs.field(default=False, eq=False)

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return repr(self.name)


class Mover:
    """Maps the references of rows of one resource.

    Args:
        session: of the store that the rows are for.
        model: what they are rows of.
        texts: whether values are texts, as those of CSV files and workbooks are.
        names: the columns by which a row is found.
        given: columns whose values are this store's, whatever the file says.
        compared: whether nothing is written, so that other numbers do no harm.

    Attributes:
        moved: whether there was a row of another store.
    """

    def __init__(
        self,
        session: Session,
        model: type[Resource],
        *,
        texts: bool,
        names: Collection[str],
        given: Collection[str] = (),
        compared: bool = False,
    ) -> None:
        self._store = session.client.qualified_store_key
        self._model = model
        self._texts = texts
        self._by = names
        self._given = given
        self._compared = compared
        self._references = references(model)
        self._names = Names(session)
        self.moved = False

    def is_own(self, column: str) -> bool:
        """Say whether a column is one that an export has written beside the fields."""
        return column == STORE or any(one.beside == column for one in self._references.values())

    def move(
        self, raws: Iterable[Raw], mapped: Callable[[str], tuple[Any, Any]]
    ) -> list[str | None]:
        """Put this store's numbers into rows.

        Args:
            raws: what a file has of each row, by field, and beside.
            mapped: returns the field and the converter of a column.

        Returns:
            The natural key of each row that is of another store; None for the others.
        """
        ready = [(raw, self._is_foreign(raw)) for raw in raws]
        self.moved = self.moved or any(foreign for _, foreign in ready)
        moved = [(raw, foreign, self._wanted(raw, foreign=foreign)) for raw, foreign in ready]
        asked: dict[type[Resource], set[str]] = {}
        called: list[str | None] = []
        for raw, foreign, wanted in moved:
            for reference, _, names in wanted:
                asked.setdefault(reference.target, set()).update(one for one in names if one)
            above = next((ns[0] for one, _, ns in wanted if one.column == "parent_id" and ns), None)
            called.append(name_of(self._model, self._plain(raw), above or "") if foreign else None)
        asked.setdefault(self._model, set())
        if self._model.endpoint.key in self._by:
            asked[self._model].update(name for name in called if name)
        found = {
            model: self._names.keys(model, sorted(names)) if names else {}
            for model, names in asked.items()
        }
        for (raw, foreign, wanted), name in zip(moved, called, strict=True):
            for reference, numbers, names in wanted:
                raw[reference.column] = self._put(
                    reference, numbers, names, found.get(reference.target, {})
                )
            if foreign:
                self._own_key(raw, name, found[self._model])
                if not self._compared:
                    self._refuse_others(raw, {one.column for one, _, _ in wanted}, mapped)
        return called

    def _is_foreign(self, raw: Raw) -> bool:
        if STORE not in raw:
            return False
        store = raw.pop(STORE)
        return str(store or "").strip().casefold() != self._store.casefold()

    def _wanted(
        self, raw: Raw, *, foreign: bool
    ) -> list[tuple[Reference, list[Any], list[str | None]]]:
        """Take the natural keys off a row; return those to be mapped, with the numbers beside."""
        found = []
        for column, reference in self._references.items():
            beside = raw.pop(reference.beside, None)
            if column in self._given or not (column in raw or beside not in (None, "")):
                continue
            numbers = self._listed(_NUMBERS if reference.many else _NUMBER, raw.get(column))
            if numbers is None:  # is refused where it is read
                continue
            names = self._listed(_TEXTS if reference.many else _TEXT, beside) or []
            if not foreign and (numbers or not any(names)):
                continue
            if all(map(reference.is_everywhere, numbers)) and numbers:
                continue
            if not numbers and not any(names):
                continue
            if reference.target.__name__ == "OrderStatus":
                continue
            found.append((reference, numbers, names))
        return found

    def _plain(self, raw: Raw) -> Raw:
        """Take off what keeps a spreadsheet from calculating a text."""
        if not self._texts:
            return raw
        return {
            name: unquoted(_TEXT, value) if isinstance(value, str) else value
            for name, value in raw.items()
        }

    def _listed(self, converter: Any, value: Any) -> list[Any] | None:
        """Return what a cell holds as a list; None if it cannot be read."""
        if value is None or value == "":
            return []
        try:
            if isinstance(value, str) and not isinstance(converter, Text):
                value = typed(converter, value)
            elif isinstance(value, str) and self._texts:
                value = unquoted(converter, value)
            if isinstance(converter, List):
                return list(value)
            if isinstance(converter, Integer):
                return [int(value)]
        except (TypeError, ValueError, OverflowError):
            return None
        return [value]

    def _put(
        self,
        reference: Reference,
        numbers: list[Any],
        names: list[str | None],
        found: dict[str, list[Any]],
    ) -> Any:
        """Return the value of a reference in this store."""
        keys: list[Any] = []
        count = max(len(numbers), len(names))
        for place in range(count):
            number = numbers[place] if place < len(numbers) else None
            name = names[place] if place < len(names) else None
            if number is not None and reference.is_everywhere(number):
                keys.append(number)
                continue
            key = self._key(reference, number, name, found)
            if isinstance(key, Unmapped):
                return key
            keys.append(key)
        if not reference.many:
            return str(keys[0]) if self._texts else keys[0]
        return json_text(keys) if self._texts else keys

    def _key(
        self, reference: Reference, number: Any, name: str | None, found: dict[str, list[Any]]
    ) -> Any:
        column = reference.column
        if not name:
            why = f"{column}: {number} is a number of another store, and {reference.beside} "
            return Unmapped("", f"{why}does not say what is meant")
        keys = found.get(name, [])
        if len(keys) == 1:
            return keys[0]
        told = "more than one" if keys else "no"
        own = not keys and reference.target is self._model
        target = reference.target.__name__
        return Unmapped(name, f"{column}: the store has {told} {target} {name!r}", own)

    def _own_key(self, raw: Raw, name: str | None, found: dict[str, list[Any]]) -> None:
        """Map the key of the row itself where it says which row is meant; it says nothing else."""
        key = self._model.endpoint.key
        if key is None or key in self._references or key not in (*raw, *self._by):
            return
        number = raw.get(key)
        if key not in self._by:
            raw.pop(key)
            return
        keys = found.get(name, []) if name else []
        model = self._model.__name__
        if len(keys) == 1:
            raw[key] = str(keys[0]) if self._texts else keys[0]
        elif name and is_known(self._model):
            told = "more than one" if keys else "no"
            reason = f"the store has {told} {model} {name!r}"
            raw[key] = Unmapped(name, reason, own=not keys)
        elif isinstance(number, (int, float)) or (isinstance(number, str) and number.isdigit()):
            hint = "name the fields that say which row is meant, as in --by sku"
            raw[key] = Unmapped("", f"{key}: {number} is a number of another store: {hint}")

    def _refuse_others(
        self, raw: Raw, moved: Collection[str], known: Callable[[str], tuple[Any, Any]]
    ) -> None:
        """Put `Unmapped` where numbers of another store would be written."""
        for column, value in raw.items():
            if column in moved or column in self._given or value in (None, "", 0, "0", [], "[]"):
                continue
            if column == self._model.endpoint.key or isinstance(value, Unmapped):
                continue
            reference = self._references.get(column)
            if reference is not None:
                continue  # it means the same in every store, or cannot be read
            try:
                mapped, converter = known(column)
            except FieldError:
                continue
            if mapped is not None and mapped.options.readonly:
                continue
            if mapped is None or holds_keys(column, converter) or has_keys(_structure(value)):
                if mapped is None and not str(value).isdigit():
                    continue
                reason = f"{column}: {str(value)[:60]} has numbers of another store"
                raw[column] = Unmapped("", reason)


def _structure(value: Any) -> Any:
    if isinstance(value, str) and value.lstrip()[:1] in ("[", "{"):
        try:
            return typed(_ANY, value)
        except ValueError:
            return value
    return value
