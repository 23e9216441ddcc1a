"""Form fields for values that only a store's rows have; `fields` says which field uses which."""

# ruff: noqa: SLF001 - `_meta` is a public name of Django

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import gettext_lazy as _

from bcorm.contrib.backend import number_of
from bcorm.contrib.django.widgets import KeyListWidget, NestedWidget

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


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
            value = ",".join(map(str, value))
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


class NestedFormField(forms.MultiValueField):
    """The parts of an object inside a row, each with a field of its own.

    Args:
        parts: the form fields by name.
    """

    def __init__(self, parts: Mapping[str, forms.Field], **options: Any) -> None:
        for name in ("encoder", "decoder", "max_length"):
            options.pop(name, None)
        self.parts = dict(parts)
        options["widget"] = NestedWidget(self.parts)
        super().__init__(list(self.parts.values()), require_all_fields=False, **options)
        self.hidden_widget = partial(NestedWidget, self.parts, hidden=True)

    def __deepcopy__(self, memo: Any) -> NestedFormField:
        found: NestedFormField = super().__deepcopy__(memo)
        found.parts = dict(zip(self.parts, found.fields, strict=True))
        return found

    def compress(self, data_list: Any) -> dict[str, Any] | None:
        """Return the object; None where nothing was said."""
        values = dict(zip(self.parts, data_list or (), strict=False))
        return values if any(value not in self.empty_values for value in values.values()) else None


class CouponTargetsField(NestedFormField):
    """What a coupon applies to: everything in some categories, or some products.

    Args:
        category, product: the Django models of what is chosen.
        admin_site: whose admins of them search.
    """

    default_error_messages = {  # noqa: RUF012
        "which": _("Choose at least one of what the coupon applies to."),
    }

    def __init__(self, category: Any, product: Any, admin_site: Any) -> None:
        entity = forms.ChoiceField(
            label=_("Applies to"),
            choices=[("categories", _("Categories")), ("products", _("Products"))],
        )
        chosen = {
            name: KeyListFormField(
                label=label, required=False, widget=KeyListWidget(model, admin_site)
            )
            for name, label, model in (
                ("categories", _("These categories (none: all of them)"), category),
                ("products", _("These products"), product),
            )
        }
        super().__init__({"entity": entity, **chosen}, label=_("Applies to"), required=True)

    def prepare_value(self, value: Any) -> Any:
        """Show the keys in the field of their kind."""
        if not isinstance(value, dict) or "ids" not in value:
            return value
        entity = value.get("entity") or "categories"
        keys = [key for key in value["ids"] or () if key]  # 0 means every category
        return {"entity": entity, entity: keys}

    def compress(self, data_list: Any) -> dict[str, Any] | None:
        """Return the keys of the chosen kind."""
        values = dict(zip(self.parts, data_list or (), strict=False))
        entity = values.get("entity")
        if not entity:
            return None
        ids = list(values.get(entity) or ())
        if not ids and entity == "products":
            raise ValidationError(self.error_messages["which"], code="which")
        return {"entity": entity, "ids": ids or [0]}
