"""`Struct`: a typed object inside a row, such as a product's `custom_url`.

A struct has no identity and no requests of its own. It tells its owner when it changes, so that
`product.custom_url.url = "/x"` makes the product dirty.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar

import attrs
from attrs.setters import NO_OP

from bcorm.exceptions import ReadOnlyFieldError
from bcorm.model.fields import dataclass_transform, in_order, readonly
from bcorm.model.mapper import mapper_for
from bcorm.model.tracked import Renewable, nobody
from bcorm.model.types import Nested, Sequence
from bcorm.synonyms import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable

    from typing_extensions import Self

    from bcorm.model.mapper import MappedField


# With which `attrs.evolve` says that a value is the old one: it names every field, and what was
# never set must not be set by that.
_KEPT = "kept_"


_new, _give = object.__new__, object.__setattr__
_NOTHING: frozenset[str] = frozenset()


class _State:
    """What a struct knows beside its attributes.

    Attributes:
        row: the wire object as it was loaded.
        version: the version of the API in which it travels.
        owner: is told before a value changes.
        assigned: names of the fields that were set; the others that are in the attributes were
            only read.
    """

    __slots__ = ("assigned", "owner", "row", "version")

    row: Mapping[str, Any]
    version: int
    owner: Callable[[], None]
    assigned: frozenset[str]


def _state_of(row: Mapping[str, Any], version: int, owner: Callable[[], None]) -> _State:
    """Return the state of a struct of which nothing was set.

    A function, and no `__init__`: a page has one for each row, and this takes half the time.
    """
    state = _new(_State)
    state.row, state.version, state.owner, state.assigned = row, version, owner, _NOTHING
    return state


class _Part:
    """A field of a struct: converts its value when it is first read, see `FieldAttribute`."""

    __slots__ = ("_model", "_name", "_readers")

    def __init__(self, model: Any, name: str) -> None:
        self._model = model
        self._name = name
        # What is done with its values, by version of the API.
        self._readers: dict[int, tuple[str, type | None, MappedField]] = {}

    def __get__(self, instance: Any, _owner: Any) -> Any:
        if instance is None:
            return self
        state = instance._state
        reader = self._readers.get(state.version)
        if reader is None:
            mapped = mapper_for(self._model, state.version).fields[self._name]
            reader = self._readers[state.version] = mapped.wire, mapped.converter.native, mapped
        wire, native, mapped = reader
        value = state.row.get(wire)
        if value is not None and type(value) is not native:
            notice = instance._noticer(mapped) if mapped.converter.mutable else nobody
            value = mapped.load(self._model, value, notice)
        instance.__dict__[self._name] = value
        return value

    def __repr__(self) -> str:
        return f"<field {self._model.__name__}.{self._name}>"


def _kept(cls: type, attributes: list[attrs.Attribute[Any]]) -> list[attrs.Attribute[Any]]:
    """Tell apart what `attrs.evolve` copies and what it changes, see `_KEPT`."""
    return [one.evolve(alias=f"{_KEPT}{one.name}") for one in in_order(cls, attributes)]


@dataclass_transform(kw_only_default=True, field_specifiers=(readonly,))
class Struct(Renewable):
    """Base of the typed objects inside rows. Declared like a resource, without a path."""

    _state: ClassVar[Any]
    # Classes whose objects stand for one of this, with the fields that both have.
    made_of: ClassVar[tuple[type[Struct], ...]] = ()

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        attrs.define(
            cls, slots=False, init=False, eq=False, repr=False, on_setattr=NO_OP,
            field_transformer=_kept,
        )  # fmt: skip
        for attribute in attrs.fields(cls):  # type: ignore[arg-type]  # attrs.define made it one
            setattr(cls, attribute.name, _Part(cls, attribute.name))

    if not TYPE_CHECKING:

        def __init__(self, **values: Any) -> None:
            self.__dict__["_state"] = _state_of({}, 3, nobody)
            values = mapper_for(type(self), 3).hidden(
                values, {name for name in values if name.startswith(_KEPT)}
            )
            kept = {name for name in values if name.startswith(_KEPT)}
            for name in kept:
                self._keep(name.removeprefix(_KEPT), values[name])
            for name, value in values.items():
                if name not in kept:
                    setattr(self, name, value)

        def __setattr__(self, name: str, value: Any) -> None:
            if name[0] == "_":
                object.__setattr__(self, name, value)
                return
            mapper = mapper_for(type(self), self._state.version)
            value = mapper.hide(name, value)
            mapped = mapper.field(name)
            notice = self._noticer(mapped)
            if value is not None or not self._lacks(mapped):
                value = mapped.coerce(type(self), value, notice)
            notice()
            self._state.assigned |= {name}
            self.__dict__[name] = value

        def __getattr__(self, name: str) -> Any:
            if name.startswith("_"):
                raise AttributeError(name)
            row = self._state.row
            if name in row:
                return row[name]
            words = [word for word in dir(self) if word[0] != "_"]
            raise AttributeError(
                f"{type(self).__name__} has no attribute {name!r}{did_you_mean(name, words)}"
            )

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, type(self)):
            return NotImplemented
        return bool(self._dump(self._state.version) == other._dump(self._state.version))

    __hash__ = None  # type: ignore[assignment]  # a struct can change

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *mapper_for(type(self), self._state.version).fields})

    def __repr__(self) -> str:
        fields = mapper_for(type(self), self._state.version).fields
        values = {
            name: fields[name].shown(value) if name in fields else value
            for name, value in self._values().items()
        }
        shown = ", ".join(f"{name}={value!r}" for name, value in values.items())
        return f"{type(self).__name__}({shown})"

    def __getstate__(self) -> dict[str, Any]:
        return {"row": self._dump(self._state.version), "version": self._state.version}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__["_state"] = _state_of(state["row"], state["version"], nobody)

    def __copy__(self) -> Self:
        return self._load(self._dump(self._state.version), self._state.version, nobody)

    def __deepcopy__(self, _memo: dict[int, Any]) -> Self:
        return self.__copy__()

    @classmethod
    def _load(cls, row: Mapping[str, Any], version: int, owner: Callable[[], None]) -> Self:
        """Make a struct of a row; values are converted when they are read."""
        state = _new(_State)  # as `_state_of`, which would be a call more for each row
        state.row, state.version, state.owner, state.assigned = row, version, owner, _NOTHING
        struct = _new(cls)
        _give(struct, "_state", state)
        return struct

    @classmethod
    def _made_of(cls, value: Any) -> Any:
        """Return the struct that a value stands for, such as a mapping; others as they are."""
        if isinstance(value, cls.made_of):
            own, theirs = cls._fields(3), value._values()
            value = {
                name: one
                for name, one in theirs.items()
                if name in own and not own[name].options.readonly
            }
        return cls(**value) if isinstance(value, Mapping) else value

    @classmethod
    def _fields(cls, version: int) -> Mapping[str, MappedField]:
        return mapper_for(cls, version).fields

    @classmethod
    def _plain(cls, row: Mapping[str, Any], version: int) -> dict[str, Any]:
        """Return the values of a row by field name, in Python's own types, without a struct."""
        return mapper_for(cls, version).plain(row)

    def _keep(self, name: str, value: Any) -> None:
        """Take over a value of the struct that this one is made of; None may be no value at all."""
        mapped = mapper_for(type(self), self._state.version).field(name)
        if value is None:
            return
        with suppress(AttributeError, TypeError, ValueError):  # what did not fit stays as it came
            value = mapped.converter.load(mapped.converter.dump(value), self._noticer(mapped))
        self._state.assigned |= {name}
        self.__dict__[name] = value

    def _adopt(self, version: int, owner: Callable[[], None]) -> Self:
        """Take a new owner; a struct that has one already is copied, as values are."""
        if self._state.owner is not nobody and self._state.owner is not owner:
            copied = self._load(self._dump(self._state.version), version, owner)
            return copied  # noqa: RET504 - names what is returned
        self._state.owner = owner
        self._state.version = version
        return self

    def _renew(self, fresh: Any) -> None:
        state = self._state
        self.__dict__.clear()
        self.__dict__["_state"] = _state_of(fresh._state.row, state.version, state.owner)

    def _notice(self) -> None:
        self._state.owner()

    def _noticer(self, mapped: MappedField) -> Callable[[], None]:
        """Return what a field tells before it changes: the owner, or that it cannot."""
        if not mapped.options.readonly:
            return self._notice

        def refuse() -> None:
            raise ReadOnlyFieldError(type(self), mapped.name)

        return refuse

    def _lacks(self, mapped: MappedField) -> bool:
        """Whether the API showed no value of a field."""
        row = self._state.row
        return bool(row) and mapped.same(row.get(mapped.wire), None)

    def _says_nothing(self, mapped: MappedField) -> bool:
        """Whether None is no value of a field: `attrs.asdict` names all, and an API shows no other.

        What the API never shows is None wherever it was not set; to say nothing of it and to send
        no value are one.
        """
        return mapped.options.write_only or self._lacks(mapped)

    def _values(self) -> dict[str, Any]:
        mapper = mapper_for(type(self), self._state.version)
        names = [
            name
            for name, mapped in mapper.fields.items()
            if name in self.__dict__ or mapped.wire in self._state.row
        ]
        return {name: getattr(self, name) for name in names}

    def _dump(self, version: int) -> dict[str, Any]:
        """Return the wire object: what was loaded, with what was set since."""
        row = dict(self._state.row)
        mapper = mapper_for(type(self), version)
        for name in self.__dict__.keys() & mapper.fields.keys():
            mapped = mapper.fields[name]
            value = self.__dict__[name]
            read_only = name not in self._state.assigned
            if read_only and (mapped.wire not in row or not mapped.converter.mutable):
                continue
            if value is None and mapped.wire not in row and self._says_nothing(mapped):
                continue
            if mapped.wire in row and mapped.converter.same(row[mapped.wire], value):
                continue  # keep the API's own spelling of an unchanged value
            row[mapped.wire] = None if value is None else mapped.converter.dump(value)
        return row

    def _writable(self, version: int) -> dict[str, Any]:
        """Return the wire object without what only the API sets, nested objects included."""
        return _strip(type(self), self._dump(version), version)


def _strip(struct: Any, row: Mapping[str, Any], version: int) -> dict[str, Any]:
    mapper = mapper_for(struct, version)
    kept: dict[str, Any] = {}
    for wire, value in row.items():
        mapped = mapper.wires.get(wire)
        if mapped is not None and mapped.options.readonly:
            continue
        converter = mapped.converter if mapped is not None else None
        kept[wire] = _stripped(converter, value, version)
    return kept


def _stripped(converter: Any, value: Any, version: int) -> Any:
    """Strip the objects inside a value, if there are any."""
    if isinstance(converter, Nested) and isinstance(value, dict):
        return _strip(converter.struct, value, version)
    if isinstance(converter, Sequence) and isinstance(value, list):
        return [_stripped(converter.item, item, version) for item in value]
    return value
