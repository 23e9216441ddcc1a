"""`FieldAttribute`: what a field is on its class, and how its value is first read.

It is a descriptor without `__set__`: the value that it puts into the object's own dictionary is
found there from then on, and costs what any attribute costs. How it reads is settled once for
each class, when the first object of it is read. Loops read the same fields of each object: with
the first of them, the others are put there too, which takes half the time.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import MethodType
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeVar, overload
from weakref import WeakKeyDictionary

from bcorm.model.idioms import FIELD, instead
from bcorm.model.mapper import mapper_for
from bcorm.model.memory import is_link
from bcorm.model.tracked import nobody

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from typing_extensions import Self

    from bcorm.model.mapper import MappedField

V = TypeVar("V")
A = TypeVar("A")


class _Unread:
    """No wire value is of this type: the value must be converted."""


class _Together:
    """The fields that were read of one object after the other, and will be of the next one.

    Attributes:
        row: the `id()` of the row of which a field was read last.
        fields: their names, their names in rows, the types of their values in rows, and what
            converts others, where values cannot be changed in place. It is replaced, never changed:
            another thread may go through it.
        left: for how many more objects it holds: a loop over other fields is learned anew.
    """

    __slots__ = ("fields", "left", "row")

    def __init__(self) -> None:
        self.row = self.left = 0
        self.fields: tuple[tuple[str, str, type, Callable[..., Any] | None], ...] = ()

    def add(self, field: FieldAttribute[Any, Any]) -> None:
        """Take in a field that was read of the same object."""
        if all(name != field.name for name, *_ in self.fields):
            load = None if field._changes else field._load
            self.fields = (*self.fields, (field.name, field._wire, field._native, load))

    def put(self, row: Mapping[str, Any], values: dict[str, Any]) -> None:
        """Put the fields of another row among the values of its object; what is there stays."""
        self.row = id(row)
        self.left -= 1
        if self.left < 0:
            self.fields, self.left = (), _LEARNED_FOR
            return
        for name, wire, native, load in self.fields:
            raw = row.get(wire)
            if raw is None or name in values:
                continue
            if type(raw) is not native:
                if load is None:
                    continue
                try:
                    raw = load(raw)
                except (TypeError, ValueError):  # it is not what was declared: said when it is read
                    continue
            values[name] = raw


_LEARNED_FOR = 64
_together: WeakKeyDictionary[type, _Together] = WeakKeyDictionary()


class FieldAttribute(Generic[V, A]):
    """A field, as an attribute of its class: `Product.price`.

    Its parameters are what is read and what may be assigned, as built stubs tell it to checkers.

    Args:
        model: the class.
        name: the field's name.
    """

    __slots__ = ("_changes", "_load", "_native", "_together", "_wire", "mapped", "model", "name")

    def __init__(self, model: Any, name: str) -> None:
        self.model = model
        self.name = name
        self.mapped: MappedField | None = None
        self._wire = name
        self._native: type = _Unread
        self._load: Callable[..., Any] | None = None
        # Bound to the object, it is the notice that a value which can be changed in place gives.
        self._changes: Callable[[Any], None] | None = None
        self._together = _Together()

    @overload
    def __get__(self, instance: None, _owner: Any) -> Self: ...  # Product.price
    @overload
    def __get__(self, instance: object, _owner: Any) -> V: ...  # product.price
    def __get__(self, instance: Any, _owner: Any) -> Any:
        if instance is None:
            return self
        row = instance._state.row
        try:
            raw = row[self._wire]
        except KeyError:
            return self._read(instance)
        if type(raw) is self._native:
            values = instance.__dict__
            values[self.name] = raw
            if self._together.row == id(row):
                self._together.add(self)
            else:
                self._together.put(row, values)
            return raw
        load = self._load
        if raw is not None and load is not None:
            changes = self._changes
            try:
                value = load(raw) if changes is None else load(raw, MethodType(changes, instance))
            except (TypeError, ValueError):
                pass  # it is not what was declared
            else:
                instance.__dict__[self.name] = value
                if changes is None and self._together.row == id(row):
                    self._together.add(self)
                return value
        return self._read(instance)

    if TYPE_CHECKING:  # at run time there is none, so that reading a value costs nothing

        def __set__(self, instance: object, value: A) -> None: ...

    def _read(self, instance: Any) -> Any:
        """Convert a wire value at the first touch; one that was deferred is loaded."""
        mapped = self.mapped
        if mapped is None:
            self.mapped = mapped = mapper_for(self.model).fields[self.name]
            self._native = mapped.converter.native or _Unread
            mutable, included = mapped.converter.mutable, mapped.options.include
            self._changes = mapped.changes if mutable else None
            self._load = None if mutable and included else mapped.converter.load
            self._wire = mapped.wire
            self._together = _together.setdefault(self.model, self._together)
        row = instance._state.row
        raw = row.get(mapped.wire)
        if raw is None:
            if mapped.wire not in row:
                return instance._load_absent(self.name)
            value = None
        elif not mapped.converter.mutable:
            value = mapped.load(self.model, raw, nobody)
        elif mapped.options.include and is_link(raw):
            del row[mapped.wire]
            return instance._load_absent(self.name)
        else:
            value = mapped.load(self.model, raw, instance._noticer(mapped))
        instance.__dict__[self.name] = value
        return value

    def __repr__(self) -> str:
        return f"<field {self.model.__name__}.{self.name}>"

    def _refuse(self, _other: object) -> NoReturn:
        """Say how a field is compared: by the keywords of a query."""
        asked = f"{self.model.__name__}.objects.filter({self.name}__gt=…)"
        raise TypeError(f"{self!r} has no value of its own to compare: write {asked}")

    __lt__ = __le__ = __gt__ = __ge__ = _refuse

    def __eq__(self, other: object) -> bool:
        if isinstance(other, (int, str, Decimal, date)):  # a tool may compare it with anything else
            raise TypeError(
                f"{self!r} has no value of its own to compare: write "
                f"{self.model.__name__}.objects.filter({self.name}={other!r:.100})"
            )
        return self is other

    __hash__ = object.__hash__

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            # Only reached for what does not exist; tools look for names that begin with "_".
            hint = "" if name[0] == "_" else instead(FIELD, name).replace("{field}", self.name)
            raise AttributeError(f"{self!r} has no attribute {name!r}{hint}")
