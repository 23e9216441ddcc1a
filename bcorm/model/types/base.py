"""`Converter`: how a value travels, and what travels as it is.

The families beside this module (numbers, scalars, containers) are its subclasses.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bcorm.model.tracked import track

Notice = Callable[[], None]


def nothing() -> None:
    """Stand for the owner of a value that has none."""


class Converter:
    """How one type travels. The base class passes JSON values through.

    Attributes:
        expected: what a user should have written, for error texts.
        mutable: whether a loaded value can be changed in place, and so needs its owner's notice.
    """

    expected = "a JSON value"
    mutable = True

    def load(self, raw: Any, notice: Notice = nothing) -> Any:
        """Return the Python value of a wire value. Raises ValueError or TypeError on drift."""
        return track(raw, notice)

    def coerce(self, value: Any, notice: Notice = nothing) -> Any:
        """Return `value` as the field holds it. Raises ValueError or TypeError if it is wrong."""
        return track(value, notice)

    def dump(self, value: Any) -> Any:
        """Return the wire value of a Python value."""
        if isinstance(value, Mapping):
            return {key: self.dump(item) for key, item in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.dump(item) for item in value]
        return value

    def same(self, raw: Any, value: Any) -> bool:
        """Whether sending `value` would change a row that holds `raw`."""
        try:
            return bool(self.dump(self.load(raw)) == self.dump(value))
        except (AttributeError, TypeError, ValueError):
            # Not what was declared, there or here: it was handed out as it came.
            return bool(raw == value)
