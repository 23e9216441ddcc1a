"""`Sum`, `Count`, `Avg`, `Min`, `Max`: numbers over the rows of a queryset.

No API adds up or groups: the rows are read, only the fields that are needed where the endpoint can
select, and what is said is computed here.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn

import attrs

from bcorm.lookups import SEPARATOR
from bcorm.synonyms import taught

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


_WORDS: Mapping[str, Mapping[str, str]] = {
    "__init__": {
        "*": "Count('id', distinct=True) counts each value once",
        "default": "without rows it is None, of Count 0: aggregate(...)['n'] or 0",
        "filter": "queryset.filter(...).aggregate(...) counts these rows alone",
        "output_field": "it has the type of the field",
        "sample": "without it, of all rows that the queryset has",
    }
}


@taught(_WORDS)
@attrs.frozen
class Aggregate:
    """A number over the values of one field; rows without a value do not count.

    Args:
        name: a field, or a path into nested objects (`custom_url__url`).
        distinct: whether each value counts once.

    Raises:
        TypeError: `name` is no text.

    Attributes:
        answers: what its answers are compared with; None for values of the field.
    """

    answers: ClassVar[type | None] = None

    name: str = attrs.field()
    distinct: bool = attrs.field(default=False, kw_only=True)

    @name.validator
    def _text(self, _attribute: Any, value: Any) -> None:
        if not isinstance(value, str) or not value:
            word = type(self).__name__
            raise TypeError(
                f"{word} takes the name of a field, {word}('price'), not {value!r:.100}"
            )
        if value == "*":
            raise TypeError("Count('id') counts rows, and count() does")

    @distinct.validator
    def _flag(self, _attribute: Any, value: Any) -> None:
        if not isinstance(value, bool):
            raise TypeError(f"distinct is True or False, not {value!r:.100}")

    def _refuse(self, _other: Any) -> NoReturn:
        raise TypeError(
            f"{type(self).__name__} is computed when it is asked for: compute with the answer, "
            f"aggregate(n={type(self).__name__}({self.name!r}))['n']"
        )

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _refuse
    __truediv__ = __rtruediv__ = __mod__ = __pow__ = __floordiv__ = _refuse

    @property
    def alias(self) -> str:
        """The name of the answer where none is given: `price__sum`."""
        return f"{self.name}{SEPARATOR}{type(self).__name__.lower()}"

    def over(self, values: Iterable[Any]) -> Any:
        """Return the number of some values, of which some may be None."""
        known = [value for value in values if value is not None]
        if self.distinct:
            known = list(dict.fromkeys(known))
        return self.of(known)

    def of(self, known: list[Any]) -> Any:
        """Return the number of the values that are known."""
        raise NotImplementedError

    def _numbers(self, known: list[Any]) -> list[Any]:
        for value in known:
            if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
                raise TypeError(f"{type(self).__name__}({self.name!r}): {value!r:.60} is no number")
        return known


class Count(Aggregate):
    """How many rows have a value. `Count("id")` alone costs what `count()` does."""

    answers = int

    def of(self, known: list[Any]) -> int:
        """Count them."""
        return len(known)


class Sum(Aggregate):
    """The sum of numbers; None if there is none."""

    answers = Decimal

    def of(self, known: list[Any]) -> Any:
        """Add them."""
        return sum(self._numbers(known)) if known else None


class Avg(Aggregate):
    """The mean of numbers, as a Decimal; None if there is none."""

    answers = Decimal

    def of(self, known: list[Any]) -> Decimal | None:
        """Divide their sum by their number."""
        exact = [Decimal(str(value)) for value in self._numbers(known)]
        return sum(exact, Decimal(0)) / len(exact) if exact else None


class Min(Aggregate):
    """The least value; None if there is none."""

    def of(self, known: list[Any]) -> Any:
        """Return the least."""
        return min(known, default=None)


class Max(Aggregate):
    """The greatest value; None if there is none."""

    def of(self, known: list[Any]) -> Any:
        """Return the greatest."""
        return max(known, default=None)


def aliased(
    method: str, unnamed: Iterable[Aggregate], named: Mapping[str, Aggregate]
) -> dict[str, Aggregate]:
    """Return aggregates by the names of their answers.

    Raises:
        TypeError: something is no aggregate.
    """
    asked = list(unnamed)
    for value in [*asked, *named.values()]:
        if not isinstance(value, Aggregate):
            raise TypeError(
                f"{method}() takes Sum, Count, Avg, Min and Max of fields, "
                f"{method}(total=Sum('price')), not {value!r:.100}"
            )
    return {**{value.alias: value for value in asked}, **named}
