"""`BelowAdmin`: lists and pages of rows that live below another row, such as a product's variants.

They are lists like any other, of one parent, which the address names (`?product=77`). What a
collection below one row can neither filter nor search is searched here, among its own rows: the API
bounds them (600 variants of a product), and a page of them is still one request.
"""

# ruff: noqa: SLF001 - `_meta` is a public name of Django

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

from django.http import Http404
from django.urls import reverse

from bcorm.contrib.backend import number_of
from bcorm.contrib.django.fields import ParentField
from bcorm.contrib.django.options import StoreAdmin
from bcorm.exceptions import NotFound
from bcorm.model.queryset import objects_of

if TYPE_CHECKING:
    from django.http import HttpRequest

    from bcorm.contrib.django.query import StoreQuerySet

_WORD = re.compile(r"\w+")


class BelowAdmin(StoreAdmin):
    """The admin of rows below another row. Its pages are reached from that row's page.

    Attributes:
        searched: names of values that a search looks into besides what a row is called.
        found_by_key: whether the API finds a row without the row above.
    """

    searched: tuple[str, ...] = ()
    found_by_key = False
    search_fields = ("id",)  # anything, so that there is a search box
    searches_here = True
    change_list_template = "bcorm/below_list.html"
    change_form_template = "bcorm/below_form.html"

    @property
    def parent_field(self) -> ParentField:
        """The field that says below which row a row lives."""
        found: ParentField = next(
            field for field in self.model.mirrors() if isinstance(field, ParentField)
        )
        return found

    def parent_key(self, request: HttpRequest) -> int:
        """Return the key of the row above, which the address names. Raises Http404 without."""
        name = self.parent_field.name
        told = request.GET.get(name) or _preserved(request).get(name, "")
        key = number_of(told) or getattr(request, "bcorm_above", None)
        if key is None:
            raise Http404(f"which {name}?")
        return key

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Whether the index lists them: never, there is no list without a row above."""
        del request
        return False

    def get_queryset(self, request: HttpRequest) -> StoreQuerySet:
        """Return the rows below the row of the address."""
        queryset: StoreQuerySet = super().get_queryset(request)
        return queryset.filter(**{self.parent_field.name: self.parent_key(request)})

    def get_search_results(
        self, request: HttpRequest, queryset: StoreQuerySet, search_term: str
    ) -> tuple[StoreQuerySet, bool]:
        """Find rows that have the phrase that was typed, or else those that have all its words.

        A word stands for those that begin with it.
        """
        del request
        words = _words(search_term)
        if not words:
            return queryset, False
        texts = [(item, [" ", *self._words_of(item)]) for item in queryset.resources()]
        phrase = " " + " ".join(words)
        found = [item for item, text in texts if phrase in " ".join(text)]
        found = found or [item for item, text in texts if _has(text, words)]
        return queryset.of(found), False

    def _words_of(self, item: Any) -> list[str]:
        values = (str(self.model.from_resource(item)), *(getattr(item, n) for n in self.searched))
        return [word for value in values for word in _words(str(value or ""))]

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """Return the list, and keep its rows for the form that edits them."""
        found = super().get_changelist_instance(request)
        request.bcorm_rows = found.result_list
        return found

    def _get_list_editable_queryset(self, request: HttpRequest, prefix: str) -> Any:
        """Return the edited rows: those of the page, unless the list has moved since."""
        asked = self._get_edited_object_pks(request, prefix)
        rows = {str(row.pk): row.resource for row in request.bcorm_rows}
        if not rows.keys() >= set(asked):
            rows = {str(row.pk): row.resource for row in self.get_queryset(request)}
        return self.model.objects.of(rows[key] for key in asked if key in rows)

    def get_object(self, request: HttpRequest, object_id: str, from_field: Any = None) -> Any:
        """Read one row below the row of the address."""
        del from_field
        key = number_of(object_id)
        if key is None:
            return None
        where = {"id": key}
        try:
            where[self.parent_field.source] = self.parent_key(request)
        except Http404:  # an entry of the history leads here
            if not self.found_by_key:
                raise
        objects = objects_of(self.model.resource_class).using(self.backend().session)
        try:
            found = objects.get(**where)
        except (NotFound, self.model.resource_class.DoesNotExist):
            return None
        request.bcorm_above = getattr(found, self.parent_field.source)
        return self.model.from_resource(found)

    def _create_formsets(self, request: HttpRequest, obj: Any, change: bool) -> Any:
        """Put a new row below the row of the address."""
        if not change:
            setattr(obj, self.parent_field.attname, self.parent_key(request))
        return super()._create_formsets(request, obj, change)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """Answer with the list below a row, named after it."""
        extra = self._above(request)
        if request.method == "GET":
            name = self.model._meta.verbose_name_plural
            extra["title"] = f"{extra['above']}: {name}"
        return super().changelist_view(request, {**extra, **(extra_context or {})})

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **options: Any
    ) -> Any:
        """Show the way back to the row above."""
        context.update(self._above(request))
        return super().render_change_form(request, context, *args, **options)

    def _above(self, request: HttpRequest) -> dict[str, Any]:
        """Return what the page says of the row above: its name is one request."""
        model, key = self.parent_field.remote_field.model, self.parent_key(request)
        meta = model._meta
        page = f"{self.admin_site.name}:{meta.app_label}_{meta.model_name}_change"
        list_page = (
            f"{self.admin_site.name}:{self.opts.app_label}_{self.opts.model_name}_changelist"
        )
        return {
            "above": model.objects.filter(pk=key).first() or key,
            "above_meta": meta,
            "above_url": reverse(page, args=[key]),
            "above_list_url": f"{reverse(list_page)}?{self.parent_field.name}={key}",
        }


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _has(text: list[str], words: list[str]) -> bool:
    return all(any(part.startswith(word) for part in text) for word in words)


def _preserved(request: HttpRequest) -> dict[str, str]:
    """Return what the list was asked for, which the addresses of its rows carry."""
    asked = parse_qs(request.GET.get("_changelist_filters", ""))
    return {name: values[-1] for name, values in asked.items()}
