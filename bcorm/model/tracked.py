"""Lists and dictionaries that tell their owner when they change.

The notice says only *that* something changed; what is sent is found by comparing with the
loaded row, so a change that is taken back sends nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from typing_extensions import Self


class Renewable:
    """A value that is changed in place, and tells its owner."""

    __slots__ = ()
    _notice: Callable[[], None]

    def _renew(self, fresh: Any) -> None:
        """Take the content of a newer value of the same kind, without a notice."""
        raise NotImplementedError


class Container(Renewable):
    """What lists and dictionaries of fields share."""

    __slots__ = ()
    _check: Callable[[Any, Callable[[], None]], Any]

    def _adopt(
        self,
        items: Any,
        notice: Callable[[], None],
        check: Callable[[Any, Callable[[], None]], Any],
    ) -> Self:
        """Belong to a field from now on, so that what is changed later is seen."""
        self._renew(items)
        self._notice, self._check = notice, check
        return self


def _same(item: Any, _notice: Callable[[], None]) -> Any:
    """Take any item as it is."""
    return item


def nobody() -> None:
    """Stand for the owner of a value that has none: it belongs to whom it is given to."""


_LIST_WORDS = {
    "add": "append(value)",
    "all": "the list itself",
    "discard": "remove(value)",
    "filter": "[value for value in values if ...]",
    "set": "an assignment of another list",
    "update": "extend(values)",
}


class TrackedList(list[Any], Container):
    """A list that belongs to a field.

    Args:
        items: what it holds, as its field holds it.
        notice: tells the owner of a change; copies, such as `attrs.asdict` makes, have none.
        check: returns a new item as the field holds it, or raises InvalidValue.
    """

    __slots__ = ("_check", "_notice")

    def __init__(
        self,
        items: Any = (),
        notice: Callable[[], None] = nobody,
        check: Callable[[Any, Callable[[], None]], Any] = _same,
    ) -> None:
        list.__init__(self, items)
        self._notice = notice
        self._check = check

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            # Only reached for what lists do not have.
            hint = _LIST_WORDS.get(name)
            related = getattr(getattr(self._check, "__self__", None), "relating", "")
            if hint and related[:1] == ".":
                hint += f"; objects are related by {related}"
            told = f": use {hint}" if hint else ""
            raise AttributeError(f"a list of values has no attribute {name!r}{told}")

    def _renew(self, fresh: Any) -> None:
        super().__setitem__(slice(None), fresh)

    def _checked(self, items: Any) -> list[Any]:
        return [self._check(item, self._notice) for item in items]

    def append(self, item: Any) -> None:
        """Append an item. Raises InvalidValue."""
        item = self._check(item, self._notice)
        self._notice()
        super().append(item)

    def insert(self, index: Any, item: Any) -> None:
        """Insert an item. Raises InvalidValue."""
        item = self._check(item, self._notice)
        self._notice()
        super().insert(index, item)

    def extend(self, items: Any) -> None:
        """Append items. Raises InvalidValue."""
        checked = self._checked(items)
        self._notice()
        super().extend(checked)

    def __iadd__(self, items: Any) -> Self:  # type: ignore[misc]
        self.extend(items)
        return self

    def __setitem__(self, index: Any, value: Any) -> None:
        if isinstance(index, slice):
            value = self._checked(value)
        else:
            value = self._check(value, self._notice)
        self._notice()
        super().__setitem__(index, value)

    def __reduce__(self) -> Any:
        return (list, (list(self),))

    def __deepcopy__(self, memo: dict[int, Any]) -> list[Any]:
        from copy import deepcopy  # noqa: PLC0415 - only copies need it

        return [deepcopy(item, memo) for item in self]


_new, _fill = list.__new__, list.extend


def held(
    items: list[Any],
    notice: Callable[[], None],
    check: Callable[[Any, Callable[[], None]], Any],
) -> TrackedList:
    """Return `TrackedList(items, notice, check)` in half the time: a page has some for each row."""
    found = _new(TrackedList)
    _fill(found, items)
    found._notice, found._check = notice, check
    return found


class TrackedDict(dict[str, Any], Container):
    """A dictionary that belongs to a field. See `TrackedList` for the arguments."""

    __slots__ = ("_check", "_notice")

    def __init__(
        self,
        items: Any = (),
        notice: Callable[[], None] = nobody,
        check: Callable[[Any, Callable[[], None]], Any] = _same,
    ) -> None:
        dict.__init__(self, items)
        self._notice = notice
        self._check = check

    def _renew(self, fresh: Any) -> None:
        dict.clear(self)
        dict.update(self, fresh)

    def __setitem__(self, key: str, value: Any) -> None:
        value = self._check(value, self._notice)
        self._notice()
        super().__setitem__(key, value)

    def update(self, *args: Any, **items: Any) -> None:
        """Set several items. Raises InvalidValue."""
        checked = {
            key: self._check(item, self._notice) for key, item in dict(*args, **items).items()
        }
        self._notice()
        super().update(checked)

    def setdefault(self, key: str, default: Any = None) -> Any:
        """Return an item, setting it first if there is none. Raises InvalidValue."""
        if key not in self:
            self[key] = default
        return self[key]

    def __ior__(self, items: Any) -> Self:  # type: ignore[misc, override]
        self.update(items)
        return self

    def __reduce__(self) -> Any:
        return (dict, (dict(self),))

    def __deepcopy__(self, memo: dict[int, Any]) -> dict[str, Any]:
        from copy import deepcopy  # noqa: PLC0415

        return {key: deepcopy(value, memo) for key, value in self.items()}


def _noticing(kind: type, names: str) -> None:
    """Let mutating methods of a built-in report to the owner first."""

    def wrap(name: str) -> Any:
        original = getattr(kind, name)

        def method(self: Any, *args: Any, **kwargs: Any) -> Any:
            self._notice()
            return original(self, *args, **kwargs)

        method.__name__ = name
        method.__doc__ = original.__doc__
        return method

    for name in names.split():
        setattr(kind, name, wrap(name))


_noticing(TrackedList, "pop remove clear sort reverse __delitem__ __imul__")
_noticing(TrackedDict, "__delitem__ pop popitem clear")


def track(
    value: Any,
    notice: Callable[[], None],
    check: Callable[[Any, Callable[[], None]], Any],
) -> Any:
    """Give the lists and dictionaries inside a free-form JSON value the same owner."""
    if isinstance(value, list):
        return TrackedList((track(item, notice, check) for item in value), notice, check)
    if isinstance(value, dict):
        items = {key: track(item, notice, check) for key, item in value.items()}
        return TrackedDict(items, notice, check)
    return value
