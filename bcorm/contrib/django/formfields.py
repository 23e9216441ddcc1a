"""Form fields for values that only a store's rows have; `fields` says which field uses which."""

# ruff: noqa: SLF001 - `_meta` is a public name of Django

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import gettext_lazy as _

from bcorm.contrib.backend import number_of

if TYPE_CHECKING:
    from collections.abc import Collection


class KeyChoiceField(forms.ModelChoiceField):
    """The form field of a foreign key.

    Attributes:
        known: the keys, as texts, that the row has or had already; they are taken without asking
            the store.
    """

    known: Collection[str | None] = ()

    def to_python(self, value: Any) -> Any:
        """Return the row of a key, unread if it is a known one."""
        if value not in self.empty_values and str(value) in self.known:
            model = self.queryset.model
            return model.reference(model._meta.pk.to_python(value))
        return super().to_python(value)


class IndentedJSONField(forms.JSONField):
    """Shows JSON on several lines."""

    def prepare_value(self, value: Any) -> Any:
        """Write a value out, and what cannot be read as it was typed."""
        if isinstance(value, forms.fields.InvalidJSONInput) or value is None:
            return value or ""
        return json.dumps(value, indent=2, ensure_ascii=False, cls=DjangoJSONEncoder)


class KeyListFormField(forms.CharField):
    """Keys with commas between them."""

    default_error_messages = {"keys": _("Enter numbers with commas between them.")}  # noqa: RUF012

    def __init__(self, **options: Any) -> None:
        for name in ("encoder", "decoder", "max_length"):
            options.pop(name, None)
        super().__init__(**options)

    def prepare_value(self, value: Any) -> Any:
        """Show keys as a text."""
        return ",".join(map(str, value)) if isinstance(value, (list, tuple)) else value

    def to_python(self, value: Any) -> Any:
        """Read keys; doubled ones count once."""
        if isinstance(value, (list, tuple)):
            return list(value)
        keys = [number_of(part) for part in str(value or "").split(",") if part.strip()]
        if None in keys:
            raise ValidationError(self.error_messages["keys"], code="keys")
        return list(dict.fromkeys(keys))

    def validate(self, value: Any) -> None:
        """Insist on a key where one is required."""
        if self.required and not value:
            raise ValidationError(self.error_messages["required"], code="required")

    def run_validators(self, value: Any) -> None:
        """Skip the validators of texts."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare keys, in their order."""
        try:
            return bool(self.to_python(data) != list(initial or []))
        except ValidationError:
            return True
