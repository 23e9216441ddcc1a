"""`Q`: conditions that are combined by `|`, `&` and `~`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import attrs

from bcorm.http.credentials import MASK, sounds_secret

if TYPE_CHECKING:
    from collections.abc import Callable


@attrs.frozen(init=False, repr=False)
class Q:
    """Conditions as a value: `filter(Q(sku="MUG") | Q(name__icontains="mug"))`.

    Each side of `|` that the endpoint can filter is a list of its own, without duplicates; where it
    cannot filter one, the whole is evaluated here while paging, see `explain()`. `~` is two-valued:
    what does not hold for a row holds negated, nulls included.

    Args:
        others: further `Q`, all of which must hold.
        lookups: as `filter` takes them; all must hold.

    Raises:
        TypeError: a positional argument is no `Q`.
    """

    parts: tuple[Any, ...]
    joined: Literal["and", "or"]
    negated: bool

    def __init__(self, *others: Q, **lookups: Any) -> None:
        for other in others:
            _check(other)
        self.__attrs_init__((*others, *lookups.items()), "and", False)

    def _joined(self, word: Literal["and", "or"], other: Q) -> Q:
        _check(other)
        if not self.parts or not other.parts:  # an empty one says nothing
            return self if self.parts else other
        return _q((self, other), word)

    def __or__(self, other: Q) -> Q:
        return self._joined("or", other)

    def __and__(self, other: Q) -> Q:
        return self._joined("and", other)

    def __xor__(self, other: Q) -> Q:
        _check(other)
        return (self & ~other) | (~self & other) if self.parts and other.parts else self | other

    def __invert__(self) -> Q:
        return _q((self,), "and", negated=True) if self.parts else self

    def __bool__(self) -> bool:
        """Whether it says anything."""
        return bool(self.parts)

    def mapped(self, change: Callable[[str, Any], Any]) -> Q:
        """Return the same conditions with what a function makes of each value.

        Args:
            change: takes a lookup and its value.
        """
        parts = [
            part.mapped(change) if isinstance(part, Q) else (part[0], change(*part))
            for part in self.parts
        ]
        return _q(tuple(parts), self.joined, negated=self.negated)

    def __repr__(self) -> str:
        shown = [repr(part) if isinstance(part, Q) else _shown(*part) for part in self.parts]
        if all(not isinstance(part, Q) for part in self.parts):
            text = f"Q({', '.join(shown)})"
        else:
            text = f"({(' | ' if self.joined == 'or' else ' & ').join(shown)})"
        return f"~{text}" if self.negated else text


def _shown(name: str, value: Any) -> str:
    # It knows no resource: what is called like a password may be one.
    return f"{name}={MASK if sounds_secret(name) else value!r}"


def _q(parts: tuple[Any, ...], joined: Literal["and", "or"], *, negated: bool = False) -> Q:
    found = Q.__new__(Q)
    found.__attrs_init__(parts, joined, negated)
    return found


def _check(value: Any) -> None:
    if not isinstance(value, Q):
        raise TypeError(
            f"conditions are combined as Q(name=value) | Q(...), and {value!r:.100} is no Q"
        )
