"""The admin's widgets for keys of other rows, with the names of those rows beside them.

A name is a courtesy: where the store does not tell it, the key is shown alone, so that a form that
is shown again after a refusal keeps what was typed.
"""

# ruff: noqa: SLF001 - `_meta` is a public name of Django

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.admin.widgets import AutocompleteSelect, ForeignKeyRawIdWidget
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import Truncator

from bcorm.contrib.backend import number_of
from bcorm.exceptions import ApiError

if TYPE_CHECKING:
    from django.contrib.admin import AdminSite


def preview(address: str | None, name: str) -> str:
    """Return a small picture as HTML, loaded when it is looked at; a dash where there is none.

    Args:
        address: the picture's address.
        name: what it shows, for those who do not see it.
    """
    if not address or not address.startswith(("https://", "http://")):
        return "-"
    found: str = format_html(
        '<img class="bcorm-preview" src="{}" alt="{}" loading="lazy" referrerpolicy="no-referrer">',
        address, name,
    )  # fmt: skip
    return found


class StoreRawIdWidget(ForeignKeyRawIdWidget):
    """A key that is chosen in a popup."""

    def label_and_url_for_value(self, value: Any) -> tuple[str, str]:
        """Return the row's name and address."""
        try:
            found: tuple[str, str] = super().label_and_url_for_value(value)
        except ApiError:
            return "", ""
        return found


class StoreAutocompleteSelect(AutocompleteSelect):
    """A key that is found by typing a part of a name."""

    def optgroups(self, name: str, value: list[str], attr: Any = None) -> list[Any]:
        """Return the chosen rows as options: one request for all of them."""
        try:
            found: list[Any] = super().optgroups(name, value, attr)
        except ApiError:
            chosen = [key for key in value if key]
            options = [self.create_option(name, key, key, True, 0) for key in chosen]
            return [(None, options, 0)]
        return found


class KeyListWidget(forms.TextInput):
    """Keys as a text, with the admin's look-up popup and the names of the rows beside it."""

    template_name = "admin/bcorm/key_list.html"

    def __init__(self, target: Any, admin_site: AdminSite, attrs: Any = None) -> None:
        self.target = target
        self.admin_site = admin_site
        super().__init__({"class": "vManyToManyRawIdAdminField", **(attrs or {})})

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """Add the popup's address and the names: one request for all of them."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        if self.admin_site.is_registered(self.target):
            meta = self.target._meta
            address = reverse(
                f"admin:{meta.app_label}_{meta.model_name}_changelist",
                current_app=self.admin_site.name,
            )
            context["related_url"] = f"{address}?_to_field={meta.pk.name}&{IS_POPUP_VAR}=1"
        context["names"] = self._names(value)
        return context

    def _names(self, value: Any) -> list[str]:
        typed = map(number_of, str(value or "").split(","))
        keys = [key for key in typed if key is not None]
        if not keys:
            return []
        try:
            found = self.target.objects.in_bulk(keys)
        except ApiError:
            return []
        return [
            Truncator(found[key]).words(8, truncate="...") if key in found else f"{key}?"
            for key in keys
        ]
