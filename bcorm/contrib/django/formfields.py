"""Form fields for values that only a store's rows have; `fields` says which field uses which."""

# ruff: noqa: SLF001 - `_meta` is a public name of Django

from __future__ import annotations

import json
from datetime import datetime, time
from datetime import timezone as zones
from functools import partial
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from bcorm.contrib.backend import number_of
from bcorm.contrib.django.widgets import KeyListWidget, KeyWidget, NestedWidget

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


class DayField(forms.DateField):
    """The day of a moment, in the store's time zone; the moment is its beginning."""

    def prepare_value(self, value: Any) -> Any:
        """Show the day."""
        moment = parse_datetime(value) if isinstance(value, str) and "T" in value else None
        return timezone.localtime(moment).date() if moment else value

    def to_python(self, value: Any) -> Any:
        """Return the moment at which a day begins, as JSON has it."""
        day = super().to_python(self.prepare_value(value))
        if day is None:
            return None
        return timezone.make_aware(datetime.combine(day, time())).astimezone(zones.utc).isoformat()


class WordsField(forms.CharField):
    """A list of words with commas between them."""

    def prepare_value(self, value: Any) -> Any:
        """Show the words."""
        return ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else value

    def to_python(self, value: Any) -> Any:
        """Read the words."""
        text = self.prepare_value(value) or ""
        return [word.strip() for word in text.split(",") if word.strip()]

    def run_validators(self, value: Any) -> None:
        """Skip the validators of texts."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare words."""
        return bool(self.to_python(initial) != self.to_python(data))


class KindField(NestedFormField):
    """A kind, and what is chosen of that kind: a field for each, of which one is filled in.

    Args:
        kinds: the form field of each kind by the API's word for it.
        kind: the label of the choice of a kind.
    """

    default_error_messages = {  # noqa: RUF012
        "which": _("Choose what it is about."),
        "other": _("This says “%(kind)s”, but something is filled in for “%(other)s”, too."),
    }
    told = "kind"  # the part that says the kind

    def __init__(self, kinds: Mapping[str, forms.Field], kind: Any, **options: Any) -> None:
        choices = [(word, shown.label) for word, shown in kinds.items()]
        self.kinds = tuple(kinds)
        super().__init__(
            {self.told: forms.ChoiceField(label=kind, choices=choices), **kinds}, **options
        )
        self.widget.kind = self.told

    def split(self, value: dict[str, Any]) -> dict[str, Any]:
        """Return the parts of the API's object."""
        raise NotImplementedError

    def join(self, kind: str, chosen: Any) -> dict[str, Any]:
        """Return the API's object. Raises ValidationError where nothing is chosen."""
        raise NotImplementedError

    def prepare_value(self, value: Any) -> Any:
        """Show what is chosen in the field of its kind."""
        return self.split(value) if isinstance(value, dict) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare the parts."""
        return bool(super().has_changed(self.prepare_value(initial), data))

    def compress(self, data_list: Any) -> dict[str, Any] | None:
        """Return what is chosen of the kind that is said; nothing else may be filled in."""
        values = dict(zip(self.parts, data_list or (), strict=False))
        kind = values.get(self.told)
        if not kind:
            return None
        for other in self.kinds:
            if other != kind and values.get(other) not in (*self.empty_values, None):
                names = {"kind": self.parts[kind].label, "other": self.parts[other].label}
                raise ValidationError(self.error_messages["other"], code="other", params=names)
        return self.join(kind, values.get(kind))


class CouponTargetsField(KindField):
    """What a coupon applies to: everything in some categories, or some products.

    Args:
        category, product: the Django models of what is chosen.
        admin_site: whose admins of them search.
    """

    told = "entity"

    def __init__(self, category: Any, product: Any, admin_site: Any) -> None:
        kinds = {
            word: KeyListFormField(
                label=label, required=False, widget=KeyListWidget(model, admin_site), help_text=text
            )
            for word, label, model, text in (
                ("categories", _("Categories"), category, _("None: all of them.")),
                ("products", _("Products"), product, ""),
            )
        }
        super().__init__(kinds, _("Applies to"), label=_("Applies to"), required=True)

    def split(self, value: dict[str, Any]) -> dict[str, Any]:
        """Return the parts of `applies_to`; the key 0 means every category."""
        entity = value.get("entity") or "categories"
        return {"entity": entity, entity: [key for key in value.get("ids") or () if key]}

    def join(self, kind: str, chosen: Any) -> dict[str, Any]:
        """Return `applies_to`."""
        if not chosen and kind == "products":
            raise ValidationError(self.error_messages["which"], code="which")
        return {"entity": kind, "ids": list(chosen or ()) or [0]}


class RedirectTargetField(KindField):
    """Where a redirect leads: to an address, or to something that the store has.

    Args:
        targets: the Django models of what can be chosen by name, by the API's word.
        admin_site: whose admins of them search.
    """

    told = "type"

    def __init__(self, targets: Mapping[str, Any], admin_site: Any) -> None:
        kinds: dict[str, forms.Field] = {
            "url": forms.CharField(
                label=_("An address"), required=False, max_length=2048,
                help_text=_("A path of the storefront, such as /sale/, or a whole address."),
            )
        }  # fmt: skip
        for word, model in targets.items():
            kinds[word] = forms.IntegerField(
                label=capfirst(model._meta.verbose_name),
                required=False,
                widget=KeyWidget(model, admin_site),
            )
        kinds["post"] = forms.IntegerField(
            label=_("Blog post"), required=False, help_text=_("Its number.")
        )
        super().__init__(kinds, _("Kind"), label=_("Leads to"), required=True)

    def split(self, value: dict[str, Any]) -> dict[str, Any]:
        """Return the parts of `to`."""
        kind = value.get("type") or "url"
        return {"type": kind, kind: value.get("url" if kind == "url" else "entity_id")}

    def join(self, kind: str, chosen: Any) -> dict[str, Any]:
        """Return `to`."""
        if chosen in self.empty_values:
            raise ValidationError(self.error_messages["which"], code="which")
        by_url = kind == "url"
        return {
            "type": kind,
            "url": chosen if by_url else None,
            "entity_id": None if by_url else chosen,
        }
