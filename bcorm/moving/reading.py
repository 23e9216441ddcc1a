"""What a store has of the kinds of a copy, with natural keys where numbers are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bcorm.model.frames.columns import plain
from bcorm.model.queryset import QuerySet
from bcorm.model.tracked import nobody
from bcorm.moving.kinds import KINDS, folded, kinds_under
from bcorm.moving.known_by import CALLED, references
from bcorm.moving.names import Names
from bcorm.moving.rows import Lost, Named, Row, spelled
from bcorm.query.endpoint import names_in
from bcorm.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from bcorm.model.resource import Resource
    from bcorm.moving.kinds import Kind

# The kind that has the rows of a resource, where it is not the resource of the kind.
_SAME = {"Category": "TreeCategory"}
_KINDS_OF = {kind.model.__name__: kind for kind in KINDS.values()}
_ID = re.compile(r"(^|_)ids?$")
# What holds keys inside values, besides columns of these names: what promotions and groups are for.
_INSIDE = {
    "brands": "Brand", "categories": "Category", "products": "Product",
    "variants": "ProductVariant",
    "group_ids": "CustomerGroup", "excluded_group_ids": "CustomerGroup",
}  # fmt: skip
# Objects that say themselves of what the numbers in them are.
_SAYING: Mapping[tuple[str, str], Mapping[Any, str]] = {
    ("entity", "ids"): {"categories": "Category", "products": "Product"},
    ("type", "entity_id"): {
        "brand": "Brand", "category": "Category", "page": "Page", "product": "Product",
    },
}  # fmt: skip
_PAGE = 250


class Shelf:
    """Rows of one store, by kind.

    Args:
        session: of the store; its objects are left alone.
        channels: what each channel of the store is called in a copy, by its number: that of the
            other store's.
        stock: whether quantities in stock are read.

    Attributes:
        rows: those that live below no others, by the name of their kind.
    """

    def __init__(self, session: Session, channels: Mapping[int, int], *, stock: bool) -> None:
        self.session = Session(session.client)
        self.channels = channels
        self.stock = stock
        self.rows: dict[str, list[Row]] = {}
        self._by_key: dict[str, dict[Any, Row]] = {}
        self._names = Names(session)
        self._known: dict[str, dict[Any, str | None]] = {}
        self._keys: dict[str, dict[str, list[Any]]] = {}
        self._asked: dict[type[Resource], set[Any]] | None = None

    def read(
        self, kind: Kind, parts: Collection[str], told: Callable[[int], object],
        where: Mapping[str, Any] | None = None,
    ) -> None:  # fmt: skip
        """Read all rows of a kind that lives below no other.

        Args:
            kind: the kind.
            parts: the names of the kinds below it whose rows are read as well.
            told: is called with how many rows more were read.
            where: lookups that rows are chosen by.
        """
        below = [one for one in kinds_under(kind.name) if one.name in parts]
        includes = (*kind.includes, *(one.array for one in below if one.array))
        queryset = QuerySet(kind.model).using(self.session)
        if where:
            queryset = queryset.filter(**where)
        if includes:
            queryset = queryset.include(*dict.fromkeys(includes))
        found = self.rows[kind.name] = []
        for one in (kind, *below):
            self._by_key[one.name] = {}
        for raw in self._raw(queryset):
            row = self._row(kind, raw, None)
            found.append(row)
            for one in below:
                if one.array:
                    rows = raw.pop(one.array, None)
                    row.below[one.name] = [self._row(one, each, row) for each in rows or ()]
            told(1)
        if kind.name == "categories":
            self._name_categories(found)
        inner = [two for one in below for two in kinds_under(one.name) if two.name in parts]
        for one in (*below, *inner):
            if one.owner:
                self._read_owned(one, told)

    def read_each(self, kind: Kind, rows: Iterable[Row], told: Callable[[int], object]) -> None:
        """Read what lives below each of some rows by requests of its own, side by side."""
        self._by_key[kind.name] = {}
        template = kind.listed or kind.model.endpoint.path
        (name,) = names_in(template)
        waiting, page = list(rows), 1
        for row in waiting:
            row.below[kind.name] = []
        asked = {"limit": str(_PAGE)}
        if kind.includes:
            asked["include"] = ",".join(kind.includes)
        while waiting:
            params = {**asked, "page": str(page)} if page > 1 else asked
            calls = [(template.format(**{name: row.key}), params) for row in waiting]
            pages = self.session.store.fetch_many(calls)
            for row, found in zip(waiting, pages, strict=True):
                row.below[kind.name] += [self._row(kind, raw, row) for raw in found.rows]
                told(len(found.rows))
            waiting = [
                row for row, found in zip(waiting, pages, strict=True) if len(found.rows) >= _PAGE
            ]
            page += 1

    def _read_owned(self, kind: Kind, told: Callable[[int], object]) -> None:
        """Read the rows of the whole store, and put each below the one that it belongs to."""
        owners = self._by_key.get(kind.under, {})
        self._by_key[kind.name] = {}
        for row in owners.values():
            row.below[kind.name] = []
        if not owners:
            return
        for raw in self._raw(QuerySet(kind.model).using(self.session)):
            above = owners.get(raw.get(kind.owner))
            if above is not None:
                above.below[kind.name].append(self._row(kind, raw, above))
            told(1)

    def _raw(self, queryset: QuerySet[Any]) -> Iterator[dict[str, Any]]:
        for page in queryset.scan()._selecting(()).pages():  # noqa: SLF001 - rows, no objects
            yield from page.rows

    def _row(self, kind: Kind, raw: dict[str, Any], above: Row | None) -> Row:
        values = {
            name: plain(
                mapped.converter,
                mapped.load(kind.model, raw.get(mapped.options.shown_as or mapped.wire), nobody),
            )
            for name, mapped in kind.fields(stock=self.stock).items()
        }
        row = Row(self, kind, raw, values, above)
        row.names = kind.names(values)
        row.shown = _shown(kind, row)
        self._by_key[kind.name][row.key] = row
        return row

    def _name_categories(self, rows: list[Row]) -> None:
        """Give categories their paths as natural keys, and sort them: those above go first."""
        by_key = self._by_key["categories"]

        def path(row: Row, below: frozenset[Any]) -> tuple[str, ...]:
            above = by_key.get(row.values["parent_id"])
            if above is None or above.key in below:
                return (row.values["name"] or "",)
            return (*path(above, below | {row.key}), row.values["name"] or "")

        paths = {row.key: path(row, frozenset()) for row in rows}
        for row in rows:
            row.shown = "/".join(paths[row.key])
            row.names = ((row.values["tree_id"], tuple(map(folded, paths[row.key]))),)
        rows.sort(key=lambda row: len(paths[row.key]))

    def meaning(self, model: type[Resource], key: Any) -> Any:
        """Return the row that a key of this store means: a `Row`, `Named`, `Lost` or None."""
        name = model.__name__
        kind = _KINDS_OF.get(_SAME.get(name, name))
        if kind is not None and kind.name in self._by_key:
            row = self._by_key[kind.name].get(key)
            if row is not None:
                return row
        if self._asked is not None:
            self._asked.setdefault(model, set()).add(key)
            return None
        called = self._known.get(name, {}).get(key)
        if called is None:
            return Lost(f"{name} {key} has no name that the other store could know it by")
        return Named(name, called.casefold(), called)

    def learn(self, rows: Iterable[Row]) -> None:
        """Ask for the natural keys of what rows refer to, all of a resource together."""
        self._asked = {}
        for row in rows:
            self._ask(row)
        asked, self._asked = self._asked, None
        for model, keys in asked.items():
            known = self._known.setdefault(model.__name__, {})
            missing = keys - known.keys()
            if missing:
                known.update(self._names.of(model, missing))

    def _ask(self, row: Row) -> None:
        for name, value in row.values.items():
            if isinstance(value, (list, dict)) or name in references(row.kind.model):
                self.said(row, name)
        for rows in row.below.values():
            for one in rows:
                self._ask(one)

    def named(self) -> Iterator[tuple[type[Resource], set[str]]]:
        """Yield the natural keys that were asked for, by resource."""
        for model, known in self._known.items():
            yield _named(model), {name for name in known.values() if name is not None}

    def look_for(self, model: type[Resource], names: Collection[str]) -> None:
        """Ask which rows another store's natural keys mean here."""
        known = self._keys.setdefault(model.__name__, {})
        missing = [name for name in names if name.casefold() not in known]
        found = self._names.keys(model, missing) if missing else {}
        known.update((name.casefold(), keys) for name, keys in found.items())

    def find(self, named: Named) -> Row | Named | Lost:
        """Return what this store has of another one's row that is named."""
        keys = self._keys.get(named.model, {}).get(named.name, [])
        if len(keys) != 1:
            told = "more than one" if keys else "no"
            return Lost(f"the store has {told} {named.model} {named.shown!r}")
        kind = _KINDS_OF.get(_SAME.get(named.model, named.model))
        row = self._by_key.get(kind.name, {}).get(keys[0]) if kind is not None else None
        return named if row is None else row

    def key_of(self, named: Named) -> Any:
        """Return the key of a row of this store that `find` has found."""
        return self._keys[named.model][named.name][0]

    def said(self, row: Row, name: str) -> Any:
        """Return a value of a row with what is meant in place of keys."""
        reference = references(row.kind.model).get(name)
        value = row.values[name]
        if reference is None:
            return self._of_property(name, value) if isinstance(value, (list, dict)) else value
        if reference.target.__name__ == "Channel":
            return self._channel(value)
        if isinstance(value, list):
            return [self._one(reference.target, key, reference.is_everywhere) for key in value]
        return self._one(reference.target, value, reference.is_everywhere)

    def _one(self, model: type[Resource], key: Any, everywhere: Callable[[Any], bool]) -> Any:
        return (key or None) if everywhere(key) else self.meaning(model, key)

    def _channel(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self._channel(key) for key in value]
        if value in (None, 0):
            return None
        if value in self.channels:
            return self.channels[value]
        return Lost(f"channel {value} has no counterpart: name one, as in --channel {value}=1")

    def inside(self, value: Any) -> Any:
        """Put what is meant in place of keys inside lists and objects."""
        if isinstance(value, list):
            return [self.inside(item) for item in value]
        if not isinstance(value, dict):
            return value
        for (said, number), models in _SAYING.items():
            if said in value and number in value:
                return {**value, number: self._meant(models.get(value[said]), value[number])}
        return {name: self._of_property(name, item) for name, item in value.items()}

    def _of_property(self, name: str, value: Any) -> Any:
        if name == "channels" and isinstance(value, list):
            return [{**one, "id": self._channel(one.get("id"))} for one in value]
        if name == "segments" and value:
            return Lost("segments have no name that the other store could know them by")
        numbers = value if isinstance(value, list) else [value]
        if not numbers or not all(type(one) is int for one in numbers):
            return self.inside(value)
        model = _INSIDE.get(name) or CALLED.get(name)
        if model is None and not _ID.search(name):
            return value
        return self._channel(value) if model == "Channel" else self._meant(model, value)

    def _meant(self, model: str | None, value: Any) -> Any:
        """Return the rows of a resource that numbers mean; 0 means none, or all."""
        if isinstance(value, list):
            return [self._meant(model, one) for one in value]
        if not value:
            return value
        if model is None:
            return Lost(f"{value} is a number of that store, of which nothing says what it means")
        return self.meaning(_named(model), value)


def _named(model: str) -> type[Resource]:
    from bcorm import resources  # noqa: PLC0415 - one class of hundreds, by its name

    found: type[Resource] = getattr(resources, model)
    return found


def _shown(kind: Kind, row: Row) -> str:
    for name in kind.shown:
        value = row.values.get(name, row.raw.get(name))
        if name == "image_url" and "url_zoom" in row.raw:
            value = str(row.raw["url_zoom"]).rpartition("/")[2]
        if name == "option_values" and isinstance(value, list):
            value = " ".join(str(one.get("label")) for one in value)
        if value not in (None, "", []):
            return (
                f"{kind.name.removesuffix('s')} {spelled(value)}" if kind.under else spelled(value)
            )
    return kind.name.removesuffix("s")
