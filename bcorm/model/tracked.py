"""Lists and dictionaries that tell their owner when they change.

The notice says only *that* something changed; what is sent is found by comparing with the
loaded row, so a change that is taken back sends nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def _noticing(base: type, names: str) -> dict[str, Any]:
    """Wrap the mutating methods of a built-in so that each reports to the owner first."""

    def wrap(name: str) -> Any:
        original = getattr(base, name)

        def method(self: Any, *args: Any, **kwargs: Any) -> Any:
            self._notice()
            return original(self, *args, **kwargs)

        method.__name__ = name
        method.__doc__ = original.__doc__
        return method

    return {name: wrap(name) for name in names.split()}


class TrackedList(list[Any]):
    """A list that belongs to a field."""

    __slots__ = ("_notice",)

    def __init__(self, items: Any, notice: Callable[[], None]) -> None:
        super().__init__(items)
        self._notice = notice

    def __reduce__(self) -> Any:
        return (list, (list(self),))

    def __deepcopy__(self, memo: dict[int, Any]) -> list[Any]:
        from copy import deepcopy  # noqa: PLC0415 - only copies need it

        return [deepcopy(item, memo) for item in self]


class TrackedDict(dict[str, Any]):
    """A dictionary that belongs to a field."""

    __slots__ = ("_notice",)

    def __init__(self, items: Any, notice: Callable[[], None]) -> None:
        super().__init__(items)
        self._notice = notice

    def __reduce__(self) -> Any:
        return (dict, (dict(self),))

    def __deepcopy__(self, memo: dict[int, Any]) -> dict[str, Any]:
        from copy import deepcopy  # noqa: PLC0415

        return {key: deepcopy(value, memo) for key, value in self.items()}


for _name, _method in _noticing(
    list,
    "append extend insert pop remove clear sort reverse __setitem__ __delitem__ __iadd__ __imul__",
).items():
    setattr(TrackedList, _name, _method)
for _name, _method in _noticing(
    dict, "__setitem__ __delitem__ update pop popitem clear setdefault __ior__"
).items():
    setattr(TrackedDict, _name, _method)


def track(value: Any, notice: Callable[[], None]) -> Any:
    """Give the lists and dictionaries inside a free-form JSON value the same owner."""
    if isinstance(value, list):
        return TrackedList((track(item, notice) for item in value), notice)
    if isinstance(value, dict):
        return TrackedDict({key: track(item, notice) for key, item in value.items()}, notice)
    return value
