"""`stock`: counting up and down what is left of a variant or a simple product.

    variant.stock += 3      # the next commit adds 3, whatever others do meanwhile
    variant.stock = 40      # the next commit sets 40
    variant.adjust_inventory(-2, reason="broken")

Increments compile to relative adjustments of the Inventory API, assignments to absolute ones;
all of one commit share their requests. `variants` and `products` use the mixin.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, overload
from weakref import WeakKeyDictionary

import attrs

from bcorm.exceptions import InvalidValue, StateError
from bcorm.model.idioms import ARGUMENTS
from bcorm.model.memory import Phase
from bcorm.resources.inventory import InventoryItem, StockAdjustment, StockLevel
from bcorm.synonyms import taught

if TYPE_CHECKING:
    from typing_extensions import Self

DEFAULT_LOCATION = 1
"""The location whose stock the catalog shows as `inventory_level`."""


class Stock(int):
    """What is expected to be left of an item at the default location, when it was read.

    It is a number: what the catalog last said, with what was done to the stock since. `+=` and `-=`
    make another one, and assigned to the item that notes the difference for the next commit.
    """

    _item: Any
    _added: int

    @classmethod
    def of(cls, item: Any, added: int = 0, before: int | None = None) -> Self:
        """Return the number of an item, or another one of it.

        Args:
            item: the item.
            added: how much was added to what was read.
            before: what that was, if it was read already.
        """
        found = cls((expected(item) if before is None else before) + added)
        found._item, found._added = item, added
        return found

    def __reduce__(self) -> tuple[Any, ...]:
        return int, (int(self),)

    def __iadd__(self, quantity: int) -> Self:
        _check(self._item, quantity)
        return self.of(self._item, self._added + quantity, self - self._added)

    def __isub__(self, quantity: int) -> Self:
        _check(self._item, quantity)
        return self.of(self._item, self._added - quantity, self - self._added)

    def adds_to(self, item: Any) -> bool:
        """Whether it is what an item has now, or that with something added."""
        return self._item is item and self - self._added == expected(item)

    @property
    def added(self) -> int:
        """How much was added to what was read."""
        return self._added


class StockField:
    """The descriptor behind `stock`."""

    @overload
    def __get__(self, instance: None, owner: type[Any]) -> Self: ...  # ProductVariant.stock
    @overload
    def __get__(self, instance: Any, owner: type[Any]) -> Stock: ...  # variant.stock
    def __get__(self, instance: Any, owner: type[Any]) -> Self | Stock:
        return self if instance is None else Stock.of(instance)

    def __set__(self, instance: Any, value: int) -> None:
        if isinstance(value, Stock) and value.adds_to(instance):
            add(instance, value.added)  # `stock += 3` ends here
            return
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise InvalidValue(type(instance), "stock", value, "a whole number of at least 0")
        _note(instance, StockLevel, value)


@taught(ARGUMENTS)
class Stocked:
    """What variants and products share: stock that is counted by the Inventory API."""

    stock = StockField()

    def adjust_inventory(
        self, quantity: int, *, location_id: int = DEFAULT_LOCATION, reason: str | None = None
    ) -> str:
        """Add to the stock at a location now; a negative quantity takes away.

        `POST /v3/inventory/adjustments/relative`. A lost answer is not sent again.

        Returns:
            The transaction's id: the adjustment is applied a moment later.

        Raises:
            ValidationFailed: the item is not tracked, or has not enough stock.
        """
        item = {**_identity(self), "location_id": location_id, "quantity": quantity}
        return InventoryItem.adjust_relative([item], reason=reason, session=_session_of(self))

    def set_inventory(
        self, quantity: int, *, location_id: int = DEFAULT_LOCATION, reason: str | None = None
    ) -> str:
        """Set the stock at a location now. `PUT /v3/inventory/adjustments/absolute`.

        Returns:
            The transaction's id: the adjustment is applied a moment later.

        Raises:
            ValidationFailed: the item is not tracked.
        """
        item = {**_identity(self), "location_id": location_id, "quantity": quantity}
        return InventoryItem.adjust_absolute([item], reason=reason, session=_session_of(self))


def _identity(item: Any) -> dict[str, int]:
    """Name an item as adjustments do: a variant, or a product that has only its base variant."""
    if item.pk is None:
        raise StateError(f"{item!r} has no stock before it is saved")
    is_variant = "product_id" in type(item).endpoint.placeholders
    return {"variant_id" if is_variant else "product_id": item.pk}


def add(item: Any, quantity: int) -> None:
    """Note that the next commit adds to an item's stock; several times add up.

    Raises:
        InvalidValue: the quantity is no whole number.
        StateError: the item was never saved.
    """
    _check(item, quantity)
    pending = _pending(item)
    if pending is not None:  # a level that is to be set is only set to another
        pending.quantity += quantity
        if isinstance(pending, StockAdjustment) and pending.quantity == 0:
            _session_of(item).expunge(pending)
    elif quantity:
        _note(item, StockAdjustment, quantity)


def _check(item: Any, quantity: Any) -> None:
    if isinstance(quantity, bool) or not isinstance(quantity, int):
        raise InvalidValue(type(item), "stock", quantity, "a whole number")


def _note(item: Any, kind: type[Any], quantity: int) -> None:
    """Let the next commit do something to an item's stock, in place of what it would have done."""
    session = _session_of(item)
    pending = _pending(item)
    if pending is not None:
        session.expunge(pending)
    noted = kind(location_id=DEFAULT_LOCATION, quantity=quantity, **_identity(item))
    session.add(noted)
    _notes.setdefault(_life(item), []).append(_Note(noted, item.inventory_level))


@attrs.frozen
class _Note:
    """An adjustment, and the level that the catalog showed when it was noted."""

    adjustment: Any
    shown: int | None


def _phase(adjustment: Any) -> Phase:
    phase: Phase = adjustment._state.phase  # noqa: SLF001 - its note must know what became of it
    return phase


def _session_of(item: Any) -> Any:
    return item._join()  # noqa: SLF001 - the mixin is part of the class


def _life(item: Any) -> Any:
    """Return what is an object's own: those of two sessions for one row are equal."""
    return item._state  # noqa: SLF001 - the mixin is part of the class


_notes: WeakKeyDictionary[Any, list[_Note]] = WeakKeyDictionary()


def _living(item: Any) -> list[_Note]:
    """Return the notes of an item that its loaded level does not know of yet.

    What is saved is known as soon as the catalog shows another level; what left the session with
    a rollback never counts.
    """
    found = [
        note
        for note in _notes.get(_life(item), ())
        if _phase(note.adjustment) is Phase.PENDING
        or (_phase(note.adjustment) is Phase.PERSISTENT and note.shown == item.inventory_level)
    ]
    if _life(item) in _notes:
        _notes[_life(item)] = found
    return found


def _pending(item: Any) -> Any:
    """Return what the next commit does to an item's stock, or None."""
    for note in _living(item):
        if _phase(note.adjustment) is Phase.PENDING:
            return note.adjustment
    return None


def expected(item: Any) -> int:
    """Return what the catalog last said of an item's level, with what was done to it since."""
    level: int = item.inventory_level or 0
    for note in _living(item):
        adjustment = note.adjustment
        is_level = isinstance(adjustment, StockLevel)
        level = adjustment.quantity if is_level else level + adjustment.quantity
    return level
