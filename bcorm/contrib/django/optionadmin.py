"""The admin of what shoppers choose: options, which make variants, and modifiers, which do not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from bcorm.contrib.django import models
from bcorm.contrib.django.below import BelowAdmin
from bcorm.contrib.django.formfields import NestedFormField
from bcorm.contrib.django.options import StoreInline

if TYPE_CHECKING:
    from django.http import HttpRequest

# The settings of each type begin with these words (`product-modifiers_catalog.v3.yml`, `config`).
_SETTINGS = {
    "checkbox": ("checkbox_", "checked_by_default"),
    "date": ("default_value", "date_"),
    "file": ("file_",),
    "text": ("default_value", "text_characters_", "text_min_", "text_max_length"),
    "multi_line_text": ("default_value", "text_"),
    "numbers_only_text": ("default_value", "number_"),
    "product_list": ("product_list_",),
    "product_list_with_images": ("product_list_",),
}


class ProductOptionInline(StoreInline):
    """What tells a product's variants apart, with the choices of each."""

    model = models.ProductOption
    fields = ("display_name", "type", "sort_order", "choices")
    readonly_fields = ("choices",)

    @admin.display(description=_("choices"))
    def choices(self, option: Any) -> str:
        """Return an option's choices, and the way to change them."""
        if option.pk is None:
            return str(_("Save first."))
        named = ", ".join(value.label for value in option.resource.option_values)
        address = reverse(f"{self.admin_site.name}:bcorm_productoption_change", args=[option.pk])
        found: str = format_html(
            '{} <a href="{}?product={}">{}</a>',
            named, address, option.resource.product_id, _("Edit the choices"),
        )  # fmt: skip
        return found


class ProductOptionValueInline(StoreInline):
    """The choices of an option."""

    model = models.ProductOptionValue
    fields = ("label", "sort_order", "is_default")


class ProductModifierValueInline(StoreInline):
    """The choices of a modifier."""

    model = models.ProductModifierValue
    fields = ("label", "sort_order", "is_default")


class _SettingsAdmin(BelowAdmin):
    """Shows those settings that there are for a row's type."""

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """Leave out settings where a type has none, or is not known yet."""
        names = list(super().get_fields(request, obj))
        return names if obj is not None and obj.type in _SETTINGS else names[:-1]

    def get_form(self, request: HttpRequest, obj: Any = None, *args: Any, **options: Any) -> Any:
        """Return the form; it has a field for each setting."""
        request.bcorm_type = getattr(obj, "type", "")
        return super().get_form(request, obj, *args, **options)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        """Make a field for each setting of the row's type."""
        found = super().formfield_for_dbfield(db_field, request, **options)
        if db_field.name != "config":
            return found
        words = _SETTINGS.get(request.bcorm_type, ())
        parts = {name: part for name, part in found.parts.items() if name.startswith(words)}
        return NestedFormField(parts, label=_("Settings"), required=False)


@admin.register(models.ProductOption)
class ProductOptionAdmin(_SettingsAdmin):
    """An option of a product with its choices."""

    list_display = ("display_name", "type", "sort_order")
    inlines = (ProductOptionValueInline,)
    fields = ("display_name", "type", "sort_order", "config")


@admin.register(models.ProductModifier)
class ProductModifierAdmin(_SettingsAdmin):
    """What a shopper adds to a product: a text, a date, a file, one of several choices."""

    list_display = ("display_name", "type", "required", "sort_order")
    inlines = (ProductModifierValueInline,)
    fields = ("display_name", "type", "required", "sort_order", "config")
