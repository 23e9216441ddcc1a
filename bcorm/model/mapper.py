"""The mapper: between the rows of the wire and the attributes of objects.

One mapper per class and API version, built on first use from the class's annotations, with a
converter of `types` for each. Rows are converted lazily, attribute by attribute, when they are
first read. `as_keys` does so for the keys of the objects under whose path a row lives, and those
make the scope in which its own key names one row.

Beside the fields are the facts that `one` and `many` declare. Loading, the unit of work and the
compiler of lookups read them here, so that they need not know the descriptors, which in turn know
them.
"""

from __future__ import annotations

import inspect
import sys
import typing
from collections.abc import Callable
from functools import cache, cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from bcorm.exceptions import DeclarationError, DriftWarning, FieldError, InvalidValue
from bcorm.http.credentials import MASK, Hidden, SecretText
from bcorm.lookups import SEPARATOR
from bcorm.model.fields import FieldOptions
from bcorm.model.idioms import RELATION, instead
from bcorm.model.tracked import Renewable, nobody
from bcorm.model.types import (
    Converter,
    Nested,
    Sequence,
    converter_for,
    options_of,
)
from bcorm.query.callers import warn
from bcorm.query.compiler import Column
from bcorm.synonyms import did_you_mean, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bcorm.query.endpoint import Endpoint

T = TypeVar("T")
Scope = tuple[Any, ...]


@attrs.frozen
class Within:
    """Where rows of a relation are found besides: inside what an `include` brings of the parent.

    Attributes:
        include: the word of the API's `include`.
        rows: gives the rows inside a parent's row, or None if they are not all there.
    """

    include: str
    rows: Callable[[dict[str, Any]], list[dict[str, Any]] | None]


class Relation:
    """What all relations share; of facts that only some have, the others say none.

    Attributes:
        owner: the class that declares it.
        name: the attribute's name.
        include: the word of the API's `include` that brings the rows along.
    """

    bcorm_relation = True
    owner: type[Any]
    name: str
    include: str | None = None
    via: str | None = None
    parent: bool = False
    by: str | None = None
    ids: str | None = None
    nested: str | None = None
    include_cap: int | None = None
    _target: type[Any] | str

    def __set_name__(self, owner: type[Any], name: str) -> None:
        self.owner = owner
        self.name = name

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.owner.__name__}.{self.name}>"

    if not typing.TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            hint = instead(RELATION, name).replace("{relation}", self.__dict__.get("name", ""))
            raise AttributeError(f"a relation has no attribute {name!r}{hint}")

    @cached_property
    def target(self) -> type[Any]:
        """The related class."""
        return self._target if isinstance(self._target, type) else self._named(self._target)

    def _named(self, target: str) -> type[Any]:
        """Return the class that a text names: in the owner's module, or another of its package.

        Raises:
            DeclarationError: there is no such class.
        """
        module, _, name = target.rpartition(".")
        package = self.owner.__module__.rpartition(".")[0]
        home = f"{package}.{module}" if module else self.owner.__module__
        try:
            found: Any = import_module(home) if module else sys.modules[home]
        except ImportError:
            found = None
        named = getattr(found, name, None)
        if not isinstance(named, type):
            classes = [word for word, one in vars(found or type).items() if isinstance(one, type)]
            shown = f"{self.owner.__name__}.{self.name}"
            near = did_you_mean(name, classes)
            raise DeclarationError(f"{shown}: {home!r} has no class {name!r}{near}")
        return named

    def initialize(self, instance: Any, value: Any) -> None:
        """Take the value that the constructor was given."""
        raise NotImplementedError


class ToOne(Relation):
    """The facts of `one`, whose docstring describes them."""

    below: bool


class ToMany(Relation):
    """The facts of `many`, whose docstring describes them."""

    within: Within | None

    def placeholder(self) -> str:
        """The path parameter of the target that is the parent's key."""
        name: str = self.target.endpoint.placeholder_below(self.owner.endpoint)
        return name


NOTHING_KNOWN: Mapping[str, Any] = {}


def _has_secret(converter: Converter, above: tuple[Any, ...] = ()) -> bool:
    if isinstance(converter, Nested) and converter.struct not in above:
        above = (*above, converter.struct)
        fields = mapper_for(converter.struct, converter.version).fields.values()
        return any(each.options.secret or _has_secret(each.converter, above) for each in fields)
    return any(_has_secret(part, above) for part in converter.parts())


def _masked(value: Any) -> Any:
    """A secret as text still, whose repr shows nothing: in frames, bodies and reprs on its way."""
    if isinstance(value, str):
        return SecretText(value)
    if isinstance(value, dict):  # as the header fields of a webhook
        for name, item in value.items():
            dict.__setitem__(value, name, _masked(item))
    elif isinstance(value, list):
        for position, item in enumerate(value):
            list.__setitem__(value, position, _masked(item))
    return value


@attrs.frozen(eq=False)
class MappedField:
    """One field of one class: its names, its options and its converter."""

    name: str
    wire: str
    options: FieldOptions
    converter: Converter
    annotation: Any
    nullable: bool

    def changes(self, owner: Any) -> None:
        """Let an object take note that a value inside this field of it is about to change.

        Raises:
            ReadOnlyFieldError: the field cannot be changed.
        """
        owner._refuse_change(self)
        owner._note(self.name)

    def load(self, model: type, raw: Any, notice: Callable[[], None]) -> Any:
        """Convert a wire value; one that does not fit is handed out as it came, with a warning."""
        if raw is None:
            return None
        try:
            return self.converter.load(raw, notice)
        except (TypeError, ValueError):
            return self._as_it_came(model, raw)

    def plain(self, model: type, raw: Any) -> Any:
        """Convert a wire value as `load` does, into Python's own types, for nobody to change."""
        if raw is None:
            return None
        try:
            return self.converter.plain(raw)
        except (TypeError, ValueError):
            return self._as_it_came(model, raw)

    def _as_it_came(self, model: type, raw: Any) -> Any:
        warn(
            DriftWarning(
                f"{model.__name__}.{self.name}: the API sent {self.shown(raw)!r:.60} where "
                f"{self.converter.expected} was declared; it is handed out as it came"
            )
        )
        return raw

    def coerce(self, model: type, value: Any, notice: Callable[[], None]) -> Any:
        """Check and convert what a user assigned. Raises InvalidValue."""
        if value is None and self.nullable:
            return None
        if isinstance(value, Hidden) or self.options.secret:
            value = value if isinstance(value, Hidden) else Hidden(value)
            outcome = self._tried(model, value, notice)
            if isinstance(outcome, Hidden):
                return outcome.reveal()
            # From here, so that no frame with the value in it hangs on this one.
            raise outcome
        try:
            return self.converter.coerce(value, notice)
        except FieldError:
            raise
        except InvalidValue as error:
            if not self.holds_secret():
                raise
            refused = InvalidValue(error.model, error.field, MASK, error.expected)
        except (TypeError, ValueError, AttributeError) as error:
            shown = MASK if self.holds_secret() else value
            expected = self.hinted(getattr(error, "expected", self.converter.expected))
            refused = InvalidValue(model.__name__, self.name, shown, expected)
        # Outside the handlers, so that no error with the value in it hangs on this one.
        raise refused

    def _tried(
        self, model: type, hidden: Hidden[Any], notice: Callable[[], None]
    ) -> Hidden[Any] | Exception:
        """Convert what may be a secret; a refusal is returned, and shows nothing of it."""
        if hidden.reveal() is None and self.nullable:
            return hidden
        try:
            coerced = self.converter.coerce(hidden.reveal(), notice)
        except FieldError as error:
            # What resembles the name of a field is no secret.
            name = error.name if error.suggestion else MASK
            return FieldError(model=error.model, name=name, suggestion=error.suggestion)
        except InvalidValue as error:
            return InvalidValue(error.model, error.field, MASK, error.expected)
        except (TypeError, ValueError, AttributeError) as error:
            expected = getattr(error, "expected", self.converter.expected)
            return InvalidValue(model.__name__, self.name, MASK, expected)
        if not self.options.secret:
            return Hidden(coerced)
        given = hidden.reveal()
        return Hidden(given if isinstance(given, SecretText) else _masked(coerced))

    def hinted(self, expected: str) -> str:
        """Say what would be right, with what the declaration says to write instead."""
        return f"{expected}: {self.options.instead}" if self.options.instead else expected

    def holds_secret(self) -> bool:
        """Whether this is a secret, or an object with one in it: `authentication` is."""
        return self.options.secret or _has_secret(self.converter)

    def shown(self, value: Any) -> Any:
        """Return a value as it may be shown: a secret is not."""
        return MASK if self.options.secret and value is not None else value

    def same(self, raw: Any, value: Any) -> bool:
        """Whether a row that holds `raw` stays what it is if `value` is sent."""
        if raw is None or value is None:
            return value is None and self._means_nothing(raw)
        return self.converter.same(raw, value)

    def alike(self, raw: Any, other: Any) -> bool:
        """Whether two rows that hold `raw` and `other` say the same."""
        if raw is None or other is None:
            return raw is other
        try:
            return bool(raw == other or self.converter.same(raw, self.converter.load(other)))
        except (TypeError, ValueError):
            return False

    def _means_nothing(self, raw: Any) -> bool:
        try:
            return raw is None or self.converter.load(raw) is None
        except (TypeError, ValueError):
            return False

    def renew(self, value: Any, raw: Any) -> bool:
        """Bring a value that a user may hold up to date in place; False if that is impossible."""
        if value is None or raw is None:
            return False
        if self.converter.same(raw, value):
            return True
        if not isinstance(value, Renewable):
            return False
        try:
            fresh = self.converter.load(raw, value._notice)
        except (TypeError, ValueError):
            return False  # not what was declared: it is handed out as it came
        if type(fresh) is not type(value):
            return False
        value._renew(fresh)
        return True


class Mapper:
    """All fields of one class, for one API version.

    Attributes:
        model: the class.
        fields: by attribute name.
        wires: by wire name.
        columns: how queries ask for fields, where that is not by their own name.
        ordinals: those by which rows stand in their place among their siblings.
        readers: of the fields that can be read: name, wire name, type of the values that are
            handed out as they come, and the field.
    """

    def __init__(self, model: Any, version: int) -> None:
        self.model = model
        self.version = version
        hints = _hints(model)
        self.fields: dict[str, MappedField] = {}
        for attribute in attrs.fields(model):
            options = options_of(attribute)
            annotation = hints[attribute.name]
            converter = converter_for(annotation, options, version)
            converter.locate(model.__name__, attribute.name, _related(model, attribute.name))
            self.fields[attribute.name] = MappedField(
                name=attribute.name,
                wire=options.wire or attribute.name,
                options=options,
                converter=converter,
                annotation=annotation,
                nullable=annotation is Any or type(None) in typing.get_args(annotation),
            )
        self.ordinals = [field for field in self.fields.values() if field.options.ordinal]
        self.wires = {field.wire: field for field in self.fields.values()}
        self.columns = {
            name: Column(field.wire, field.options.include)
            for name, field in self.fields.items()
            if field.wire != name or field.options.include
        }
        owners = getattr(getattr(model, "endpoint", None), "owners", ())
        self.columns |= {name: Column(None) for name in owners if name not in self.fields}
        self.readers = tuple(
            (name, field.wire, field.converter.native, field)
            for name, field in self.fields.items()
            if not field.options.write_only
        )

    @cached_property
    def secrets(self) -> frozenset[str]:
        """The fields that are secrets, or hold one."""
        return frozenset(name for name, field in self.fields.items() if field.holds_secret())

    def hidden(
        self, values: Mapping[str, Any], known: typing.Collection[str] = ()
    ) -> dict[str, Any]:
        """Return values as a user gave them, hidden from tracebacks where they may be secret.

        Args:
            values: by name.
            known: names that are right besides those of fields; what has neither may be the
                secret of a misspelt field.
        """
        return {
            name: value if name in known else self.hide(name, value)
            for name, value in values.items()
        }

    def hide(self, name: str, value: Any) -> Any:
        """Return one such value."""
        plain = value is None or (name in self.fields and name not in self.secrets)
        return value if plain or isinstance(value, Hidden) else Hidden(value)

    def field(self, name: str) -> MappedField:
        """Return the field called `name`. Raises FieldError with the nearest right name."""
        try:
            return self.fields[name]
        except KeyError:
            raise self.unknown(name) from None

    def along(self, path: list[str] | tuple[str, ...]) -> list[MappedField]:
        """Return the fields along a path into nested objects.

        Raises:
            FieldError: a word of it is no field.
        """
        mapper, found = self, [self.field(path[0])]
        for word in path[1:]:
            converter = found[-1].converter
            if not isinstance(converter, Nested):
                raise self.unknown(SEPARATOR.join(path))
            mapper = mapper_for(converter.struct, converter.version)
            found.append(mapper.field(word))
        return found

    def unknown(self, name: str, also: typing.Iterable[str] = (), joint: str = ".") -> FieldError:
        """Build the error for a name that is no field.

        Args:
            name: what was asked for.
            also: other names that would do.
            joint: what stands between the words of a field inside an object.
        """
        near = nearest(name, [*self.fields, *also, *(joint.join(path) for path in self.within)])
        return FieldError(model=self.model.__name__, name=name, suggestion=near)

    @cached_property
    def within(self) -> list[tuple[str, str]]:
        """The fields of the objects inside a row: a field of the row, and one of its value."""
        return [
            (name, inner)
            for name, field in self.fields.items()
            if isinstance(field.converter, Nested)
            for inner in field.converter.fields
        ]

    def plain(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """Return all values of a row that can be read, in Python's own types."""
        found = {}
        for name, wire, native, field in self.readers:
            raw = row.get(wire)
            kept = raw is None or type(raw) is native
            found[name] = raw if kept else field.plain(self.model, raw)
        return found

    def reader(
        self, path: tuple[str, ...], *, plain: bool = False
    ) -> Callable[[Mapping[str, Any]], Any]:
        """Return what converts a field, or one of an object inside, of a row.

        Args:
            path: the words of the field.
            plain: whether its values are to be of Python's own types.
        """
        *above, field = self.along(path)
        owners = [self.model, *(outer.converter.struct for outer in above)]  # type: ignore[attr-defined]
        wire, native, owner = field.wire, field.converter.native, owners[-1]
        through = [(outer.wire, outer, model) for outer, model in zip(above, owners, strict=False)]

        def read(row: Any) -> Any:
            for name, outer, model in through:
                row = row.get(name)
                if type(row) is not dict:
                    outer.load(model, row, nobody)  # it warns of what is none of that
                    return None
            raw = row.get(wire)
            if raw is None or type(raw) is native:
                return raw
            return field.plain(owner, raw) if plain else field.load(owner, raw, nobody)

        return read

    def value(self, row: Mapping[str, Any], name: str) -> Any:
        """Convert one field of a row, without an object."""
        field = self.fields.get(name)
        if field is None:
            return row.get(name)
        return field.load(self.model, row.get(field.wire), nobody)


def _related(model: Any, name: str) -> str:
    """Say how objects are related whose keys a field holds; "" if it holds none."""
    for relation in getattr(model, "relations", {}).values():
        if relation.ids == name:
            return f".{relation.name}.add(object)"
        if relation.via == name:
            return f".{relation.name} = object"
    return ""


def _hints(model: type) -> dict[str, Any]:
    """Resolve the annotations of a class and its bases, once, in their own modules."""
    hints: dict[str, Any] = {}
    for base in reversed(model.__mro__):
        annotations = inspect.get_annotations(base)
        if annotations:
            namespace = vars(sys.modules[base.__module__])
            # A field may be called like a type ("date: date"), and is not meant by its name.
            local = {name: item for name, item in vars(base).items() if name not in annotations}
            known: dict[str, Any] = {}  # few types are those of many fields
            for name, annotation in annotations.items():
                if name.startswith("_") or "ClassVar" in str(annotation):
                    continue
                if isinstance(annotation, str) and annotation not in known:
                    known[annotation] = eval(annotation, namespace, local)  # noqa: S307
                hints[name] = known[annotation] if isinstance(annotation, str) else annotation
    return hints


_own: dict[type, Mapper] = {}
_mappers: dict[tuple[type, int], Mapper] = {}


def mapper_for(model: Any, version: int | None = None) -> Mapper:
    """Return the mapper of a class. Nested classes take the version of their owner."""
    if version is None:
        mapper = _own.get(model)
        if mapper is None:
            mapper = _own[model] = mapper_for(model, model.endpoint.version)
        return mapper
    key = (model, version)
    mapper = _mappers.get(key)
    if mapper is None:
        mapper = _mappers[key] = Mapper(model, version)
    return mapper


def row_class(model: type[T]) -> type[T]:
    """Return the class of the objects that rows of `model` become, see `in_place`."""
    found: type[T] = vars(model).get("_row_class", model)
    return found


@cache
def _converters(model: Any) -> dict[str, Converter | None]:
    """Return how the key of each parent is read; None where nothing is known of its kind."""
    return {name: _converter(model, name) for name in model.endpoint.owners}


def _converter(model: Any, name: str) -> Converter | None:
    for relation in model.relations.values():
        if not relation.parent:
            continue
        endpoint = relation.target.endpoint
        if name == model.endpoint.placeholder_below(endpoint):
            return mapper_for(relation.target).field(endpoint.key).converter
        if name in endpoint.owners:
            return _converter(relation.target, name)
    mapped = mapper_for(model).fields.get(name)
    return None if mapped is None else mapped.converter


def as_keys(model: Any, parents: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return path parameters with their values as the parents' keys are.

    Raises:
        InvalidValue: a value is no key of such a parent.
    """
    read = {}
    converters = _converters(model)
    for name, value in parents.items():
        key = _as_key(model, name, value, converters.get(name))
        if key is not value:
            read[name] = key
    return {**parents, **read} if read else parents


def _as_key(model: Any, name: str, value: Any, converter: Converter | None) -> Any:
    if value is None or type(value) is int:
        return value if converter is None or value is None else converter.load(value)
    if converter is None:
        is_number = isinstance(value, str) and value.isdecimal() and len(value) < 20
        return int(value) if is_number else value
    try:
        return converter.load(value)
    except (TypeError, ValueError, AttributeError):
        raise InvalidValue(model, name, value, converter.expected) from None


def scope_of(instance: Any) -> Scope:
    """Return what an object shares with the rows of its list: the path, and the parents' keys."""
    return scope_below(type(instance).endpoint, instance._state.parents)


def scope_below(endpoint: Endpoint, parents: Mapping[str, Any]) -> Scope:
    """Return what the rows of an endpoint below some parents share."""
    return (endpoint.path, *(parents.get(name) for name in endpoint.owners))


def unmet(
    mapper: Mapper, body: typing.Mapping[str, Any], above: str = ""
) -> typing.Iterator[tuple[str, str]]:
    """Yield what a new row has to have and a body lacks, its structs included: name and kind.

    Args:
        mapper: that of the row's class.
        body: what would be sent.
        above: what the names of the fields begin with.
    """
    for mapped in mapper.fields.values():
        value, name = body.get(mapped.wire), above + mapped.name
        if value is None:
            if mapped.options.required:
                yield name, mapped.hinted(mapped.converter.expected)
            continue
        converter, values = mapped.converter, [value]
        if isinstance(converter, Sequence) and isinstance(value, list):
            converter, values = converter.item, value
        if isinstance(converter, Nested):
            inner = mapper_for(converter.struct, converter.version)
            for one in values:
                if isinstance(one, dict):
                    yield from unmet(inner, one, f"{name}.")
