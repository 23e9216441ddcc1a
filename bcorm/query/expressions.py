"""`F`: the value of another field of the same row, with arithmetic; evaluated on rows read."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn

import attrs

from bcorm.lookups import SEPARATOR
from bcorm.synonyms import Guided, taught

Get = Callable[[tuple[str, ...]], Any]

_SIGNS: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}


class Expression(Guided):
    """A value that is known when the row is."""

    _instead: ClassVar[Mapping[str, str]] = {
        "asc": "order_by('price')",
        "desc": "order_by('-price')",
        "asc_nulls": "order_by('price'): rows without a value come last",
        "bitand": "a test on the rows that were read",
        "bitor": "a test on the rows that were read",
    }

    def fields(self) -> tuple[str, ...]:
        """Return the fields that it is made of, as they were written."""
        raise NotImplementedError

    def of(self, get: Get) -> Any:
        """Return its value in a row, whose values `get` knows by path; None if one is None."""
        raise NotImplementedError

    def __add__(self, other: Any) -> Expression:
        return _Arithmetic("+", self, other)

    def __radd__(self, other: Any) -> Expression:
        return _Arithmetic("+", other, self)

    def __sub__(self, other: Any) -> Expression:
        return _Arithmetic("-", self, other)

    def __rsub__(self, other: Any) -> Expression:
        return _Arithmetic("-", other, self)

    def __mul__(self, other: Any) -> Expression:
        return _Arithmetic("*", self, other)

    def __rmul__(self, other: Any) -> Expression:
        return _Arithmetic("*", other, self)

    def __truediv__(self, other: Any) -> Expression:
        return _Arithmetic("/", self, other)

    def __rtruediv__(self, other: Any) -> Expression:
        return _Arithmetic("/", other, self)

    if not TYPE_CHECKING:

        def _refuse(self, _other: Any) -> NoReturn:
            raise TypeError("fields are combined by +, -, * and /: compute the rest on the rows")

        __mod__ = __rmod__ = __pow__ = __rpow__ = __floordiv__ = __rfloordiv__ = _refuse


@taught({"__init__": {"*": "F('price')"}})
@attrs.frozen(repr=False)
class F(Expression):
    """The value of a field of the row: `filter(sale_price__lt=F("cost_price"))`.

    No API compares fields or counts in them: what is said with `F` is evaluated here, over rows
    that were read. So `update(price=F("price") * 2)` is not atomic.

    Args:
        name: a field, or a path into nested objects (`custom_url__url`).

    Raises:
        TypeError: `name` is no text.
    """

    name: str = attrs.field()

    @name.validator
    def _text(self, _attribute: Any, value: Any) -> None:
        if not isinstance(value, str) or not value:
            raise TypeError(f"F takes the name of a field, F('price'), not {value!r:.100}")

    def fields(self) -> tuple[str, ...]:
        """Return the field."""
        return (self.name,)

    def of(self, get: Get) -> Any:
        """Return the field's value."""
        return get(tuple(self.name.split(SEPARATOR)))

    def __repr__(self) -> str:
        return f"F({self.name!r})"


@attrs.frozen(repr=False)
class _Arithmetic(Expression):
    sign: str
    left: Any = attrs.field()
    right: Any = attrs.field()

    @left.validator
    @right.validator
    def _operand(self, _attribute: Any, value: Any) -> None:
        number = isinstance(value, (int, float, Decimal)) and not isinstance(value, bool)
        # A length of time is added to a moment.
        if not (number or isinstance(value, Expression) or hasattr(value, "total_seconds")):
            raise TypeError(
                f"a field is combined with numbers and other fields, not with {value!r:.100}"
            )

    def fields(self) -> tuple[str, ...]:
        """Return the fields of both sides."""
        both = (self.left, self.right)
        return tuple(
            name for side in both if isinstance(side, Expression) for name in side.fields()
        )

    def of(self, get: Get) -> Any:
        """Combine the values of both sides."""
        left, right = (_value(side, get) for side in (self.left, self.right))
        if left is None or right is None:
            return None
        if isinstance(left, Decimal) or isinstance(right, Decimal) or self.sign == "/":
            left, right = _exact(left), _exact(right)
        return _SIGNS[self.sign](left, right)

    def __repr__(self) -> str:
        return f"{_shown(self.left)} {self.sign} {_shown(self.right)}"


def _value(side: Any, get: Get) -> Any:
    return side.of(get) if isinstance(side, Expression) else side


def _exact(number: Any) -> Any:
    """Return a number as a Decimal: 1.1 means one and a tenth."""
    return Decimal(str(number)) if isinstance(number, (int, float)) else number


def _shown(side: Any) -> str:
    return f"({side!r})" if isinstance(side, _Arithmetic) else str(side)
