"""Stock by location: levels of items that a file names by SKU or by key."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

import attrs

from bcorm.cli.matching import CHUNK
from bcorm.cli.merging import Care, Merger, refuse_doubtful
from bcorm.cli.rows import Missing, plain_name
from bcorm.exceptions import BcormError
from bcorm.model import Resource, field
from bcorm.resources.inventory import InventoryItem, StockLevel
from bcorm.resources.locations import Location

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bcorm.cli.merging import Merged
    from bcorm.cli.rows import Row, Rows
    from bcorm.session import Session

IDENTITIES = ("sku", "variant_id", "product_id")
PLACES = ("location_id", "location_code")

_PAGE = 1_000
# Columns that are for a level, where they are not called as the API calls them.
_CALLED = {
    "qty": "quantity", "stock": "quantity", "stocklevel": "quantity", "onhand": "quantity",
    "currentstock": "quantity", "inventorylevel": "quantity", "level": "quantity",
    "location": "location_code", "warehouse": "location_code",
}  # fmt: skip


class LevelRow(Resource, path="v3/inventory/adjustments/absolute", key=None, verbs=()):
    """A row of a file of levels, whose location is named by its key or by its code."""

    sku: str | None = field()
    variant_id: int | None = field()
    product_id: int | None = field()
    location_id: int | None = field()
    location_code: str | None = field()
    quantity: int = field()


def field_of(column: str) -> str | None:
    """Return what a column of a file of levels is for, or None."""
    own = {plain_name(name): name for name in (*IDENTITIES, *PLACES, "quantity")}
    return {**_CALLED, **own}.get(plain_name(column))


@attrs.frozen
class _Item:
    """An item, and what each location has of it."""

    variant_id: int
    levels: dict[int, int]


class StockMerger(Merger):
    """Lays levels over the stock of items.

    Args:
        session: where adjustments are made.
        rows: the file's.
        care: what must not be done.
    """

    def __init__(self, session: Session, rows: Rows, care: Care | None = None) -> None:
        super().__init__(session, rows, care)
        self._places: dict[str, int] = {}
        self._default: int | None = None
        self._everything: Iterator[InventoryItem] | None = None
        self._held: dict[tuple[str, Any], list[_Item]] = {}
        self._keys: set[int] = set()
        self._parts = -(-rows.source.estimate() // CHUNK)

    @property
    def writes(self) -> tuple[type[Resource], ...]:
        """See `Merger.writes`."""
        return (StockLevel,)

    def named(self, count: int) -> str:
        """See `Merger.named`."""
        return "stock-level" if count == 1 else "stock-levels"

    def merge(self, told: Callable[[int], object] = bool) -> Merged:
        """See `Merger.merge`."""
        locations = list(Location.objects.using(self.session))
        self._places = {str(place.code).casefold(): place.id for place in locations}
        self._default = locations[0].id if len(locations) == 1 else None
        self._keys = {place.id for place in locations}
        seen: dict[Any, int] = {}
        ready = self.rows.read(told)
        while part := list(islice(ready, CHUNK)):
            items = self._items(part)
            for row in part:
                try:
                    self._level(row, items, seen)
                except (BcormError, ValueError) as error:
                    self.rows.problem(row.number, error)
        return self.result

    def _items(self, part: list[Row]) -> dict[tuple[str, Any], list[_Item]]:
        """Read the items of some rows; all of them once where that takes fewer requests."""
        if self._everything is None and self._parts > _PAGE // CHUNK:
            queryset = InventoryItem.objects.using(self.session)
            if queryset.count() <= _PAGE * self._parts:
                self._everything = queryset.iterator()
        keys = {identity(row) for row in part}
        if self._everything is not None:
            while not keys <= self._held.keys() and (item := next(self._everything, None)):
                _hold(self._held, item)
            return self._held
        found: dict[tuple[str, Any], list[_Item]] = {}
        for name in IDENTITIES:
            if any(one == name for one, _ in keys):
                spelled = [value for one, value in map(_spelled, part) if one == name]
                if name == "sku":  # picked by how it is spelled: most are in capitals
                    spelled += [sku.upper() for sku in spelled]
                chosen: dict[str, Any] = {f"{name}__in": list(dict.fromkeys(spelled))}
                for item in InventoryItem.objects.using(self.session).filter(**chosen).iterator():
                    _hold(found, item)
        return found

    def _level(
        self, row: Row, items: dict[tuple[str, Any], list[_Item]], seen: dict[Any, int]
    ) -> None:
        name, value = _spelled(row)
        found = items.get(identity(row), [])
        if not found:
            raise Missing(f"the store counts nothing of {name} {value!r}")
        if len(found) > 1:
            raise ValueError(f"{name} {value!r} has several variants: name them by sku")
        values = self.rows.values(row)
        place = self._place(values)
        quantity = values.get("quantity")
        if quantity is None:
            raise ValueError("it has no quantity")
        refuse_doubtful("quantity", quantity)
        if quantity < 0:
            raise ValueError(f"quantity: {quantity} is less than nothing")
        item = found[0]
        earlier = seen.setdefault((item.variant_id, place), row.number)
        if earlier != row.number:
            raise ValueError(f"it is the same item and location as row {earlier}")
        before = item.levels.get(place)
        if before == quantity:
            return
        level = StockLevel(location_id=place, variant_id=item.variant_id, quantity=quantity)
        self.session.add(level)
        self.result.changed += 1
        self.result.wrote(level, row.number)
        self.result.note(str(value), "quantity", before, quantity)

    def _place(self, values: dict[str, Any]) -> int:
        """Return the location of a row. Raises ValueError."""
        key: int | None = values.get("location_id")
        code: str | None = values.get("location_code")
        if key is None and code is None:
            if self._default is None:
                raise ValueError("it has neither location_code nor location_id")
            return self._default
        named = None if code is None else self._places.get(code.casefold())
        if code is not None and named is None:
            raise ValueError(f"the store has no location {code!r}: {', '.join(self._places)}")
        if key is not None and (key not in self._keys or named not in (None, key)):
            raise ValueError(f"the store has no location {key}" if named is None else
                             f"location {code!r} is {named}, not {key}")  # fmt: skip
        found = key if named is None else named
        assert found is not None
        return found


def _spelled(row: Row) -> tuple[str, Any]:
    """Return how a row names its item: the first part of its key that says anything."""
    for name, value in zip(IDENTITIES, row.key, strict=False):
        if value not in (None, ""):
            return name, value
    raise ValueError("it has neither sku nor variant_id nor product_id")


def identity(row: Row) -> tuple[str, Any]:
    """Return how a row names its item, as stores compare it."""
    try:
        name, value = _spelled(row)
    except ValueError:
        return "", None
    return name, value.casefold() if isinstance(value, str) else value


def _hold(held: dict[tuple[str, Any], list[_Item]], item: InventoryItem) -> None:
    named, places = item.identity, item.locations or []
    levels = {place.location_id: place.total_inventory_onhand for place in places}
    found = _Item(named.variant_id or 0, levels)
    for name in IDENTITIES:
        value = getattr(named, name)
        if value not in (None, ""):
            key = value.casefold() if isinstance(value, str) else value
            held.setdefault((name, key), []).append(found)
