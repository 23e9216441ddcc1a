"""The mapper: between the rows of the wire and the attributes of objects.

One mapper per class and API version, built on first use from the class's annotations. Rows are
converted lazily, attribute by attribute, when they are first read.
"""

from __future__ import annotations

import difflib
import inspect
import sys
import typing
from typing import TYPE_CHECKING, Any

import attrs

from bcorm.exceptions import DriftWarning, FieldError, InvalidValue
from bcorm.http.credentials import MASK, SecretText
from bcorm.lookups import SEPARATOR
from bcorm.model.fields import FieldOptions, options_of
from bcorm.model.tracked import Renewable, nobody
from bcorm.model.types import Converter, Nested, converter_for
from bcorm.query.callers import warn
from bcorm.query.compiler import Column

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

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

    def load(self, model: type, raw: Any, notice: Callable[[], None]) -> Any:
        """Convert a wire value; one that does not fit is handed out as it came, with a warning."""
        if raw is None:
            return None
        try:
            return self.converter.load(raw, notice)
        except (TypeError, ValueError):
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
        try:
            coerced = self.converter.coerce(value, notice)
        except FieldError:
            raise
        except InvalidValue as error:
            if not self._holds_secret():
                raise
            refused = InvalidValue(error.model, error.field, MASK, error.expected)
        except (TypeError, ValueError, AttributeError) as error:
            refused = InvalidValue(
                model=model.__name__,
                field=self.name,
                value=MASK if self._holds_secret() else value,
                expected=getattr(error, "expected", self.converter.expected),
            )
        else:
            if not self.options.secret:
                return coerced
            return value if isinstance(value, SecretText) else _masked(coerced)
        # Outside the handlers, so that no error with the value in it hangs on this one.
        raise refused

    def _holds_secret(self) -> bool:
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
            converter.locate(model.__name__, attribute.name)
            self.fields[attribute.name] = MappedField(
                name=attribute.name,
                wire=options.wire or attribute.name,
                options=options,
                converter=converter,
                annotation=annotation,
                nullable=annotation is Any or type(None) in typing.get_args(annotation),
            )
        self.wires = {field.wire: field for field in self.fields.values()}
        self.columns = {
            name: Column(field.wire, field.options.include)
            for name, field in self.fields.items()
            if field.wire != name or field.options.include
        }
        owners = getattr(getattr(model, "endpoint", None), "owners", ())
        self.columns |= {name: Column(None) for name in owners if name not in self.fields}

    def field(self, name: str) -> MappedField:
        """Return the field called `name`. Raises FieldError with the nearest right name."""
        try:
            return self.fields[name]
        except KeyError:
            raise self.unknown(name) from None

    def along(self, path: Sequence[str]) -> list[MappedField]:
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

    def unknown(self, name: str, also: typing.Iterable[str] = ()) -> FieldError:
        """Build the error for a name that is no field; `also` are other names that would do."""
        near = difflib.get_close_matches(name, [*self.fields, *also], n=1)
        return FieldError(
            model=self.model.__name__, name=name, suggestion=near[0] if near else None
        )

    def value(self, row: Mapping[str, Any], name: str) -> Any:
        """Convert one field of a row, without an object."""
        field = self.fields.get(name)
        if field is None:
            return row.get(name)
        return field.load(self.model, row.get(field.wire), nobody)


def _hints(model: type) -> dict[str, Any]:
    """Resolve the annotations of a class and its bases, once, in their own modules."""
    hints: dict[str, Any] = {}
    for base in reversed(model.__mro__):
        annotations = inspect.get_annotations(base)
        if annotations:
            namespace = vars(sys.modules[base.__module__])
            local = dict(vars(base))
            for name, annotation in annotations.items():
                if name.startswith("_") or "ClassVar" in str(annotation):
                    continue
                # A field may be called like a type ("date: date"), so the module goes first.
                hints[name] = (
                    eval(annotation, namespace, _Shadowed(local, annotations))  # noqa: S307
                    if isinstance(annotation, str)
                    else annotation
                )
    return hints


class _Shadowed(dict[str, Any]):
    """A class body's names without those of its fields, so that annotations mean the types."""

    def __init__(self, body: dict[str, Any], fields: Mapping[str, Any]) -> None:
        super().__init__({key: item for key, item in body.items() if key not in fields})


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
