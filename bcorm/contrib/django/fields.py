"""Django fields that mirror bcorm fields: each knows where its value comes from and goes to.

`modelfactory` builds them from the declarations; `base.StoreModel` reads and writes through them.
A subclass differs from Django's own field only where the API's values do.
"""

from __future__ import annotations

import copy
from datetime import datetime
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.db.models.fields.related_descriptors import ForwardManyToOneDescriptor
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bcorm.contrib.backend import read_json
from bcorm.contrib.django.formfields import (
    IndentedJSONField,
    KeyChoiceField,
    KeyListFormField,
    NestedFormField,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bcorm.model.mapper import MappedField
    from bcorm.model.resource import Resource

_BLANK: tuple[Any, ...] = (None, "", [], {})


class Mirror:
    """Mixed into a Django field: the bcorm field behind it.

    Attributes:
        mapped: the bcorm field. Set by `modelfactory` rather than passed to the constructor, so
            that Django can rebuild the field for its migrations.
    """

    mapped: MappedField

    @property
    def source(self) -> str:
        """The bcorm field's name, which queries use."""
        return self.mapped.name

    @property
    def create_only(self) -> bool:
        """Whether only a new object can have it set."""
        return self.mapped.options.create_only

    def load(self, resource: Resource) -> Any:
        """Return the Django value of an object's field."""
        return self.from_store(getattr(resource, self.source))

    def put(self, resource: Resource, value: Any) -> None:
        """Set an object's field, if the value is another one.

        Raises:
            ReadOnlyFieldError, InvalidValue: as bcorm does on assignment.
        """
        if not self.same(self.load(resource), value, new=resource.pk is None):
            setattr(resource, self.source, self.to_store(value))

    def from_store(self, value: Any) -> Any:
        """Convert from bcorm's value to Django's."""
        return value

    def to_store(self, value: Any) -> Any:
        """Convert from Django's value to bcorm's."""
        return value

    def same(self, before: Any, value: Any, *, new: bool) -> bool:
        """Whether there is nothing to send: a form cannot tell "" from no value at all."""
        del new
        return bool(before == value) or (before in _BLANK and value in _BLANK)

    def validate(self, value: Any, model_instance: Any) -> None:
        """Check a value, unless it is the store's own: that may be a choice no spec knows."""
        resource = getattr(model_instance, "resource", None)
        if resource is None or self.load(resource) != value:
            super().validate(value, model_instance)  # type: ignore[misc]


class TextField(Mirror, models.TextField):
    """A text that wants room."""

    def from_store(self, value: Any) -> Any:
        """Show no text as "", as Django's forms do."""
        return "" if value is None else value


class HtmlField(TextField):
    """A text with markup, seen as shoppers see it beside its source."""


class CharField(Mirror, models.CharField):
    """A text on one line, or one of a set of choices."""

    def from_store(self, value: Any) -> Any:
        """Show no text as "", as Django's forms do."""
        return "" if value is None else value

    def to_store(self, value: Any) -> Any:
        """Send "" where it is a text, and nothing where it is no choice."""
        return None if value == "" and self.choices else value


class IntegerField(Mirror, models.IntegerField):
    """A whole number."""


class DecimalField(Mirror, models.DecimalField):
    """A number; exact both ways."""


class AmountField(DecimalField):
    """An amount of money, shown with at least two decimals."""

    def from_store(self, value: Any) -> Any:
        """Write 486.8 as 486.80; the value is the same."""
        if isinstance(value, Decimal) and value.is_finite() and value == round(value, 2):
            return value.quantize(Decimal("0.01"))
        return value


class FloatField(Mirror, models.FloatField):
    """An approximate number."""


class DateField(Mirror, models.DateField):
    """A day."""


class FlagField(Mirror, models.BooleanField):
    """A boolean that the API may leave out; a check box that is not ticked then changes nothing."""

    def same(self, before: Any, value: Any, *, new: bool) -> bool:
        """Take False for what was never said, but send it with a new object."""
        if new:
            return value is None
        return bool(before) == bool(value)


class DateTimeField(Mirror, models.DateTimeField):
    """A moment; naive in the project's own time zone if it does without `USE_TZ`."""

    def from_store(self, value: Any) -> Any:
        """Convert to what the project's forms show."""
        if settings.USE_TZ or not isinstance(value, datetime):
            return value
        return timezone.make_naive(value)

    def to_store(self, value: Any) -> Any:
        """Convert to an aware moment."""
        return timezone.make_aware(value) if value and timezone.is_naive(value) else value


class DocumentField(Mirror, models.JSONField):
    """An object or a list inside a row, edited as JSON."""

    def from_store(self, value: Any) -> Any:
        """Write it out as JSON values."""
        return _plain(self.mapped.converter.dump(value)) if value is not None else None

    def to_store(self, value: Any) -> Any:
        """Read it as the API's own answers are read.

        Raises:
            InvalidValue: it has another shape.
        """
        if value is None:
            return None
        return read_json(self.model.resource_class, self.source, value)

    def formfield(self, **options: Any) -> Any:
        """Edit it in a small text area, indented."""
        return super().formfield(**{"form_class": IndentedJSONField, **options})


class NestedField(DocumentField):
    """An object inside a row whose parts are plain values, each edited in a field of its own.

    Attributes:
        parts: the form fields of its parts by name.
    """

    parts: Mapping[str, Any]

    def put(self, resource: Resource, value: Any) -> None:
        """Set the parts that were shown, and keep the others.

        Raises:
            InvalidValue: a part cannot be that.
        """
        before = self.load(resource) or {}
        told = {name: part for name, part in (value or {}).items() if part not in _BLANK}
        cleared = {name: part for name, part in (value or {}).items() if before.get(name)}
        merged = {**before, **cleared, **_plain(told)}
        merged = {name: part for name, part in merged.items() if part is not None}
        if merged or value is not None:
            super().put(resource, merged or None)

    def validate(self, value: Any, model_instance: Any) -> None:
        """Check the object as JSON has it."""
        super().validate(_plain(value), model_instance)

    def same(self, before: Any, value: Any, *, new: bool) -> bool:
        """Compare what the parts say."""
        return super().same(_said(before), _said(value), new=new)

    def formfield(self, **options: Any) -> Any:
        """Edit each part by itself."""
        options.pop("form_class", None)
        options.pop("widget", None)
        parts = {name: copy.deepcopy(part) for name, part in self.parts.items()}
        return models.Field.formfield(
            self, **{"form_class": partial(NestedFormField, parts), **options}
        )


def _said(value: Any) -> Any:
    """Leave out the parts of an object that say nothing."""
    if not isinstance(value, dict):
        return value
    return {name: part for name, part in _plain(value).items() if part not in (*_BLANK, False)}


class KeyListField(Mirror, models.Field):
    """A list of the keys of other rows, such as a product's categories.

    Attributes:
        target: the Django model of those rows, None where there is none.
    """

    target: Any = None
    description = _("List of keys")

    def get_internal_type(self) -> str:
        """Be a text, as far as anybody asks a database."""
        return "TextField"

    def from_store(self, value: Any) -> Any:
        """Copy the list: a form must not change the object's own."""
        return list(value or [])

    def to_python(self, value: Any) -> Any:
        """Read keys from a list or from a text with commas."""
        if value is None or isinstance(value, list):
            return value or []
        return [int(part) for part in str(value).split(",") if part.strip()]

    def formfield(self, **options: Any) -> Any:
        """Edit it as a text with commas; `StoreAdmin` adds a look-up."""
        return super().formfield(**{"form_class": KeyListFormField, **options})


class _HeldDescriptor(ForwardManyToOneDescriptor):
    """Takes the related row from bcorm, which loads it for all rows of the page at once."""

    def get_object(self, instance: Any) -> Any:
        field = self.field
        resource = instance.resource
        if resource is not None and field.load(resource) == getattr(instance, field.attname):
            related = getattr(resource, field.relation.name) if field.relation else None
            if related is not None:
                return field.remote_field.model.from_resource(related)
        return super().get_object(instance)


class KeyField(Mirror, models.ForeignKey):
    """A foreign key in the row: bcorm's `one(..., via=...)`.

    Attributes:
        relation: bcorm's relation, None where the declaration has only the other side.
        inline: the other row's `many` that has these rows, if it is declared.
    """

    # Any: these are descriptors, which type checkers would call.
    relation: Any
    inline: Any = None
    forward_related_accessor_class = _HeldDescriptor

    def from_store(self, value: Any) -> Any:
        """Show 0, the API's word for no row, as None."""
        return value or None

    def to_store(self, value: Any) -> Any:
        """Write no row as 0."""
        return 0 if value is None else value

    def same(self, before: Any, value: Any, *, new: bool) -> bool:
        """Say of a new row at the top of a tree that it is there, where the API wants to know."""
        if new and value is None and self.blank and self.mapped.options.required:
            return False
        return super().same(before, value, new=new)

    def formfield(self, **options: Any) -> Any:
        """Choose a row; the one that is chosen already is not looked up."""
        return super().formfield(**{"form_class": KeyChoiceField, **options})


class ParentField(KeyField):
    """The row under whose path a row lives; it cannot be changed once the row exists.

    Attributes:
        placeholder: the path parameter.
    """

    placeholder: str

    @property
    def source(self) -> str:
        """The path parameter's name."""
        return self.placeholder

    @property
    def create_only(self) -> bool:
        """Whether only a new object can have it set: always."""
        return True

    def put(self, resource: Resource, value: Any) -> None:
        """Leave it: `StoreModel.stage` puts new rows below their parents."""


def _plain(value: Any) -> Any:
    """Turn decimals into numbers that JSON has, all the way down."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value
