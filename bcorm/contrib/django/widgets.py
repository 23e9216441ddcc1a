"""The admin's widget for a list of keys, such as a product's categories."""

# ruff: noqa: SLF001 - `_meta` is a public name of Django

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.admin.options import IS_POPUP_VAR
from django.urls import reverse
from django.utils.text import Truncator

if TYPE_CHECKING:
    from django.contrib.admin import AdminSite


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
        keys = [int(part) for part in str(value or "").split(",") if part.strip().isdigit()]
        if not keys:
            return []
        found = self.target.objects.in_bulk(keys)
        return [
            Truncator(found[key]).words(8, truncate="...") if key in found else f"{key}?"
            for key in keys
        ]
