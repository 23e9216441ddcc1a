"""The admin's widgets for keys of other rows, with the names of those rows beside them.

A name is a courtesy: where the store does not tell it, the key is shown alone, so that a form that
is shown again after a refusal keeps what was typed.
"""

# ruff: noqa: SLF001 - `_meta` is a public name of Django

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.admin.widgets import (
    AdminTextareaWidget,
    AutocompleteMixin,
    ForeignKeyRawIdWidget,
    get_select2_language,
)
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


class _Chosen(AutocompleteMixin):
    """Rows of another kind, found by typing a part of a name; shown by their names.

    Args:
        target: the Django model of the rows.
        admin_site: whose admin of them searches.
    """

    url_name = "%s:%s_%s_choose"

    def __init__(self, target: Any, admin_site: AdminSite, attrs: Any = None) -> None:
        self.target = target
        self.admin_site = admin_site
        self.choices: list[Any] = []
        self.attrs = {} if attrs is None else dict(attrs)
        self.i18n_name = get_select2_language()

    def get_url(self) -> str:
        """Return the address that searches, see `options.StoreAdmin.choose_view`."""
        meta = self.target._meta
        name = self.url_name % (self.admin_site.name, meta.app_label, meta.model_name)
        return reverse(name)

    def build_attrs(self, base_attrs: Any, extra_attrs: Any = None) -> dict[str, Any]:
        """Return what the admin's own script wants to know of a field with a search."""
        given = {**base_attrs, **(extra_attrs or {})}
        return {
            **given,
            "data-ajax--cache": "true",
            "data-ajax--delay": 250,
            "data-ajax--type": "GET",
            "data-ajax--url": self.get_url(),
            "data-theme": "admin-autocomplete",
            "data-allow-clear": json.dumps(
                not self.is_required and not self.allow_multiple_selected
            ),
            "data-placeholder": "",  # what is cleared shows it
            "lang": self.i18n_name or "en",
            "class": f"{given.get('class', '')} admin-autocomplete".strip(),
        }

    def format_value(self, value: Any) -> list[str]:
        """Return the keys as texts; a list, or a text with commas."""
        parts = value if isinstance(value, (list, tuple)) else str(value or "").split(",")
        return [str(part).strip() for part in parts if str(part).strip()]

    def optgroups(self, name: str, value: list[str], attrs: Any = None) -> list[Any]:
        """Return the chosen rows as options: one request for all of their names."""
        keys = list(dict.fromkeys(",".join(value).split(",")))
        names = self._names([key for key in map(number_of, keys) if key is not None])
        options = [
            self.create_option(
                name, key, names.get(number_of(key), f"{key}?"), True, index, None, attrs
            )
            for index, key in enumerate(key.strip() for key in keys if key.strip())
        ]
        return [(None, options, 0)]

    def _names(self, keys: list[int]) -> dict[Any, str]:
        if not keys:
            return {}
        admin = self.admin_site._registry[self.target]
        try:
            found = admin.choice_labels(keys)
        except ApiError:
            return {}
        return {key: Truncator(name).words(16, truncate="...") for key, name in found.items()}


class KeyListWidget(_Chosen, forms.SelectMultiple):
    """Several rows of another kind."""


class KeyWidget(_Chosen, forms.Select):
    """One row of another kind."""

    def optgroups(self, name: str, value: list[str], attrs: Any = None) -> list[Any]:
        """Return the chosen row, and no row."""
        found: list[Any] = super().optgroups(name, value, attrs)
        if not self.is_required:
            found[0][1].insert(0, self.create_option(name, "", "", False, 0))
        return found


class HtmlWidget(AdminTextareaWidget):
    """A text with markup, and beside it what shoppers see: no script of it runs here."""

    template_name = "bcorm/html.html"

    class Media:
        """The preview follows what is typed."""

        js = ("bcorm/preview.js",)


class NestedWidget(forms.MultiWidget):
    """The parts of an object inside a row, each with its label.

    Args:
        parts: the form fields by name.
        hidden: whether this carries what was shown, rather than showing it.
    """

    template_name = "bcorm/nested.html"
    kind = ""  # the part that says which of the others is meant, if there is one

    class Media:
        """What is not meant is hidden."""

        js = ("bcorm/kinds.js",)

    def __init__(self, parts: dict[str, Any], *, hidden: bool = False) -> None:
        self.parts = parts
        super().__init__(
            {name: part.hidden_widget() if hidden else part.widget for name, part in parts.items()}
        )
        if hidden:
            self.template_name = "django/forms/widgets/multiwidget.html"

    def decompress(self, value: Any) -> list[Any]:
        """Return the parts of an object."""
        told = value if isinstance(value, dict) else {}
        return [part.prepare_value(told.get(name)) for name, part in self.parts.items()]

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """Add the labels."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        context["widget"]["kind"] = self.kind
        shown = context["widget"]["subwidgets"]
        for inner, (word, part) in zip(shown, self.parts.items(), strict=True):
            inner.update(part=word, label=part.label, help_text=part.help_text)
        return context
