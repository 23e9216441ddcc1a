"""`StoreAdmin` and `StoreInline`: Django's own admin classes, for rows that a store has.

Everything that they change about Django's admin is here or named here; `admin` registers the
resources of a merchant's day with them.
"""

# ruff: noqa: SLF001 - `_meta` is a public name of Django

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.models import LogEntry
from django.contrib.admin.utils import quote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.http import HttpResponseRedirect, JsonResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _

from bcorm.contrib.backend import number_of
from bcorm.contrib.django import bulk, bulkviews, connections, history, submissions
from bcorm.contrib.django.actions import delete_selected
from bcorm.contrib.django.changelist import StoreChangeList, StorePaginator
from bcorm.contrib.django.checks import StoreAdminChecks
from bcorm.contrib.django.commitment import Commitment
from bcorm.contrib.django.deletion import what_goes
from bcorm.contrib.django.fields import HtmlField, KeyListField, ParentField
from bcorm.contrib.django.filters import ChosenFilter
from bcorm.contrib.django.forms import StoreForm, StoreInlineFormSet, StoreListFormSet
from bcorm.contrib.django.profile import profile_of
from bcorm.contrib.django.widgets import (
    HtmlWidget,
    KeyListWidget,
    KeyWidget,
    StoreRawIdWidget,
)
from bcorm.exceptions import CommitError
from bcorm.model.mapper import ToMany

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse
    from django.urls import URLPattern

    from bcorm.contrib.backend import Backend
    from bcorm.contrib.django.query import StoreQuerySet
    from bcorm.contrib.django.writing import Writing
    from bcorm.query.endpoint import Endpoint


# Numbers are short; Django gives decimals as much room as names.
_NUMBERS = {models.DecimalField: {"widget": forms.NumberInput({"class": "vBigIntegerField"})}}
_PLAIN = {**_NUMBERS, HtmlField: {"widget": HtmlWidget}}
# What a search for rows to choose shows at once.
_CHOICES = 20
_MOST_PAGES = 10_000
# Many fields beside each other leave little room for each.
_SMALL = {"widget": forms.Textarea({"rows": 2, "cols": 24})}
_SHORT = {"widget": forms.TextInput({"size": 18})}


class _StoreOptions:
    """What pages and inlines share: the API's abilities, and fields that only it sets.

    Attributes:
        select_fields: foreign keys whose rows are few enough for a drop-down of all of them;
            others are chosen in a popup, or by `autocomplete_fields`.
    """

    form = StoreForm
    select_fields: Sequence[str] = ()
    model: Any

    def backend(self) -> Backend:
        """Return the backend of the current session."""
        backend: Backend = self.model.backend()
        return backend

    @property
    def endpoint(self) -> Endpoint:
        """What the API can do with these rows."""
        endpoint: Endpoint = self.model.resource_class.endpoint
        return endpoint

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Add the fields that only the API sets."""
        named = tuple(super().get_readonly_fields(request, obj))  # type: ignore[misc]
        shown = tuple(
            field.name
            for field in self.model.mirrors()
            if not field.editable and not isinstance(field, ParentField) and field.name not in named
        )
        return (*named, *shown)

    def _told(self, request: HttpRequest) -> dict[str, str]:
        """Return the help texts that speak of what the store counts in, with its own words."""
        profile = profile_of(request)
        texts = {field.name: str(field.help_text) for field in self.model.mirrors()}
        return {name: told for name, text in texts.items() if (told := profile.told(text)) != text}

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        """Choose rows in a popup, unless told otherwise: a drop-down would read all of them."""
        site = self.admin_site  # type: ignore[attr-defined]
        if db_field.name in self.get_autocomplete_fields(request):  # type: ignore[attr-defined]
            options.setdefault("widget", KeyWidget(db_field.remote_field.model, site))
        elif db_field.name not in self.select_fields:
            options.setdefault("widget", StoreRawIdWidget(db_field.remote_field, site))
        return super().formfield_for_foreignkey(db_field, request, **options)  # type: ignore[misc]

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        """Have the rows of lists of keys found by name."""
        if isinstance(db_field, KeyListField) and self.admin_site.is_registered(db_field.target):  # type: ignore[attr-defined]
            options["widget"] = KeyListWidget(db_field.target, self.admin_site)  # type: ignore[attr-defined]
        return super().formfield_for_dbfield(db_field, request, **options)  # type: ignore[misc]

    def has_add_permission(self, request: HttpRequest, *args: Any) -> bool:
        """Whether the user may add rows, and the API can."""
        able = "create" in self.endpoint.verbs or self.endpoint.create_batch is not None
        return able and super().has_add_permission(request, *args)  # type: ignore[misc]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whether the user may change rows, and the API can."""
        able = "update" in self.endpoint.verbs or self.endpoint.update_batch is not None
        return able and super().has_change_permission(request, obj)  # type: ignore[misc]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whether the user may delete rows, and the API can."""
        able = "delete" in self.endpoint.verbs or self.endpoint.delete_batch is not None
        return able and super().has_delete_permission(request, obj)  # type: ignore[misc]


class StoreAdmin(_StoreOptions, admin.ModelAdmin):
    """The admin of one resource.

    As `django.contrib.admin.ModelAdmin`, except:

    Attributes:
        search_fields: one bcorm lookup that takes what was typed: a filter of the API
            (`keyword`) or a field with a lookup (`name__icontains`). The API cannot OR.
        search_by_key: whether a number that is typed is taken for a row's key.
        list_filter: what the API filters by; the system checks say what it does not.
        searches_here: whether `get_search_results` looks through rows itself, so that
            `search_fields` names no filter of the API.
        delete_note: a sentence for the page that asks whether to delete.
    """

    actions: Sequence[Any] | None = ()
    formfield_overrides = _PLAIN
    paginator = StorePaginator
    checks_class = StoreAdminChecks
    show_full_result_count = False
    search_by_key = False
    searches_here = False
    delete_note = ""
    view_on_site = False
    change_form_template = "bcorm/change_form.html"
    change_list_template = "bcorm/change_list.html"
    delete_confirmation_template = "bcorm/delete_confirmation.html"
    object_history_template = "bcorm/object_history.html"
    delete_selected_confirmation_template = "bcorm/delete_selected_confirmation.html"
    if hasattr(admin, "ShowFacets"):  # since Django 5.0; facets would count each filter's rows
        show_facets = admin.ShowFacets.NEVER

    def __init__(self, model: Any, admin_site: admin.AdminSite) -> None:
        super().__init__(model, admin_site)
        if self.actions is not None:
            self.actions = [delete_selected, *self.actions]

    @property
    def media(self) -> Any:
        """Add what the filters of the list need."""
        kinds = [one for one in self.list_filter if isinstance(one, type)]
        if not any(issubclass(kind, ChosenFilter) for kind in kinds):
            return super().media
        return super().media + KeyWidget(self.model, self.admin_site).media

    def get_form(self, request: HttpRequest, obj: Any = None, *args: Any, **options: Any) -> Any:
        """Return the form of a row; its help speaks of the store's own currency and units."""
        options.setdefault("help_texts", self._told(request))
        return super().get_form(request, obj, *args, **options)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """Answer with the list; a form on it is carried out once."""
        extra_context = {**self._bulk_context(request), **(extra_context or {})}
        return submissions.once(request, partial(super().changelist_view, request, extra_context))

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> Any:
        """Answer with the form of a row; sent, it is carried out once."""
        view = super().changeform_view
        return submissions.once(request, partial(view, request, object_id, form_url, extra_context))

    def _bulk_context(self, request: HttpRequest) -> dict[str, Any]:
        """Return what a list says of its bulk runs."""
        if not bulk.actions_of(self):
            return {}
        meta = self.model._meta
        name = f"{self.admin_site.name}:{meta.app_label}_{meta.model_name}_bulk_list"
        return {"bulk_runs_url": reverse(name), "running": bulkviews.running(self, request)}

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> Any:
        """Show a row's history, with what bulk runs have changed on it."""
        context = {"bulk_changes": bulkviews.changes_of(self, object_id), **(extra_context or {})}
        return super().history_view(request, object_id, context)

    def get_paginator(self, request: HttpRequest, queryset: Any, *args: Any, **options: Any) -> Any:
        """Return pages; those of a history have the entries of this store."""
        if queryset.model is LogEntry:
            queryset = history.entries_here(queryset)
        return super().get_paginator(request, queryset, *args, **options)

    def get_changelist(self, request: HttpRequest, **options: Any) -> type[StoreChangeList]:
        """Use the list page that costs one request."""
        del request, options
        return StoreChangeList

    def get_sortable_by(self, request: HttpRequest) -> list[str]:
        """Let those headers sort that the API can sort by."""
        asked = super().get_sortable_by(request)
        return [name for name in asked if self._sorts(name)]

    def _sorts(self, name: Any) -> bool:
        fields = {field.name: field for field in self.model._meta.concrete_fields}
        shown = getattr(self, name, name) if isinstance(name, str) else name
        name = getattr(shown, "admin_order_field", name)
        field = fields.get(name)
        return field is not None and getattr(field, "source", name) in self.endpoint.sort

    def get_search_results(
        self, request: HttpRequest, queryset: StoreQuerySet, search_term: str
    ) -> tuple[StoreQuerySet, bool]:
        """Ask the API's own search for the whole phrase."""
        term = search_term.strip()
        fields = self.get_search_fields(request)
        if not term or not fields:
            return queryset, False
        key = number_of(term) if self.search_by_key else None
        if key is not None:
            return queryset.where(**self.key_lookups(key)), False
        return queryset.where(**{fields[0]: term}), False

    def key_lookups(self, key: int) -> dict[str, Any]:
        """Return the lookups that find one row by its key in a list."""
        name = self.endpoint.key or "id"
        if self.backend().filters(name):
            return {name: key}
        return {f"{name}__gte": key, f"{name}__lte": key}

    def get_changelist_form(self, request: HttpRequest, **options: Any) -> Any:
        """Edit rows of the list with the store's form."""
        return super().get_changelist_form(request, **{"form": StoreForm, **options})

    def get_changelist_formset(self, request: HttpRequest, **options: Any) -> Any:
        """Send the rows of an editable list in batches."""
        bound = {"admin": self, "request": request, "__module__": __name__}
        formset = type("StoreListFormSet", (StoreListFormSet,), bound)
        return super().get_changelist_formset(request, formset=formset, **options)

    def get_object(self, request: HttpRequest, object_id: str, from_field: Any = None) -> Any:
        """Read a row, with what its inlines show where the API lets that ride along."""
        del from_field
        key = self.model._meta.pk
        queryset = self.get_queryset(request)
        if _page(request) == "change":
            inlines = [inline.relation for inline in self.get_inline_instances(request)]
            queryset = queryset.include(*_words(self.endpoint, inlines))
        elif _page(request) == "delete" and request.method == "GET":
            many = self.model.resource_class.relations.values()
            queryset = queryset.include(*_words(self.endpoint, many))
        try:
            return queryset.filter(**{key.name: key.to_python(object_id)}).first()
        except (ValueError, ValidationError):
            return None

    def _create_formsets(self, request: HttpRequest, obj: Any, change: bool) -> Any:
        formsets, inlines = super()._create_formsets(request, obj, change)
        if request.method == "POST":
            formsets.append(Commitment(self, request, obj, formsets))
        return formsets, inlines

    def response_add(self, request: HttpRequest, obj: Any, *args: Any, **options: Any) -> Any:
        """Go on to the new row's page if a part of it was refused."""
        if obj.partly_saved:
            return self._to_change_page(obj.pk)
        return super().response_add(request, obj, *args, **options)

    def response_change(self, request: HttpRequest, obj: Any) -> Any:
        """Show the row's page again if a part of it was refused."""
        return self._to_change_page(obj.pk) if obj.partly_saved else super().response_change(
            request, obj
        )  # fmt: skip

    def _to_change_page(self, key: Any) -> HttpResponse:
        meta = self.model._meta
        name = f"{self.admin_site.name}:{meta.app_label}_{meta.model_name}_change"
        return HttpResponseRedirect(reverse(name, args=[quote(key)]))

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Say what would be deleted, and what the API deletes with it."""
        needed = set()
        if not self.has_delete_permission(request):
            needed.add(self.model._meta.verbose_name)
        shown, counts = what_goes(objs, self.delete_note)
        return shown, counts, needed, []

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> Any:
        """Delete one row; what the store says against it is shown on the row's page."""
        view = super().delete_view
        try:
            return submissions.once(request, partial(view, request, object_id, extra_context))
        except CommitError as error:
            self.message_user(request, str(error), messages.ERROR)
            return self._to_change_page(object_id)

    def get_urls(self) -> list[URLPattern]:
        """Add the pages of bulk actions, and the search of fields that choose these rows."""
        meta = self.model._meta
        name = f"{meta.app_label}_{meta.model_name}_choose"
        wrap = self.admin_site.admin_view
        switch = f"{meta.app_label}_{meta.model_name}_switch"
        pages = [
            path("choose/", wrap(self.choose_view), name=name),
            path("switch-store/", wrap(self.switch_view), name=switch),
        ]
        return [*pages, *bulkviews.urls(self), *super().get_urls()]

    def switch_view(self, request: HttpRequest) -> HttpResponse:
        """Go on at another of the site's `STORES`, with this list.

        Args:
            request: has the store's name as `store`.
        """
        name = request.POST.get("store", "")
        if request.method == "POST" and name in connections.store_names():
            request.session[connections.STORE] = name
        meta = self.model._meta
        listed = f"{self.admin_site.name}:{meta.app_label}_{meta.model_name}_changelist"
        return HttpResponseRedirect(reverse(listed))

    def choose_view(self, request: HttpRequest) -> JsonResponse:
        """Answer a search of a field that chooses these rows, a page at a time.

        Args:
            request: has `term` and `page`.
        """
        if not self.has_view_permission(request):
            raise PermissionDenied
        page = min(number_of(request.GET.get("page", "")) or 1, _MOST_PAGES)
        start, stop = (page - 1) * _CHOICES, page * _CHOICES
        found, total = self.choices(request, request.GET.get("term", ""), slice(start, stop))
        results = [{"id": str(key), "text": label} for key, label in found]
        return JsonResponse({"results": results, "pagination": {"more": stop < total}})

    def choices(
        self, request: HttpRequest, term: str, part: slice
    ) -> tuple[list[tuple[Any, str]], int]:
        """Return keys and labels of rows that may be chosen, and how many there are.

        Args:
            request: who asks.
            term: what was typed.
            part: which of those that are found.
        """
        found, _doubled = self.get_search_results(request, self.get_queryset(request), term)
        rows, total = found.page(part.start, part.stop)
        return [(row.pk, self.choice_label(row)) for row in rows], total

    def choice_label(self, row: Any) -> str:
        """Call a row where it is chosen from a list.

        Args:
            row: the row.
        """
        return str(row)

    def choice_labels(self, keys: Sequence[Any]) -> dict[Any, str]:
        """Call rows that were chosen, by key; those that the store no longer has are left out.

        Args:
            keys: their keys.
        """
        found = self.model.objects.in_bulk(list(keys))
        return {key: self.choice_label(row) for key, row in found.items()}

    def log_saved(self, request: HttpRequest, form: Any) -> None:
        """Keep a change in the history that Django does not come to log itself.

        Args:
            request: who asks.
            form: the form of the row that was saved.
        """
        message = self.construct_change_message(request, form, None)
        self.log_change(request, form.instance, message)

    def tell_partly_saved(self, request: HttpRequest, writing: Writing) -> None:
        """Say that some of a page was saved and some was not.

        Args:
            request: who is told.
            writing: what was sent.
        """
        text = _("%(saved)d saved, %(refused)d refused by the store: see below.")
        counts = {"saved": len(writing.written), "refused": len(writing.refused)}
        self.message_user(request, text % counts, messages.WARNING)

    def tell_refused(self, request: HttpRequest, form: Any) -> None:
        """Say what the store refused, where the form itself is not shown again.

        Args:
            request: who is told.
            form: the form that was refused.
        """
        name = form.instance._meta.verbose_name
        for field, texts in form.errors.items():
            for text in texts:
                told = text if field == "__all__" else f"{field}: {text}"
                self.message_user(request, f"{name}: {told}", messages.ERROR)


class StoreInline(_StoreOptions, admin.TabularInline):
    """Rows below the row of a page: a product's images, a customer's addresses."""

    formfield_overrides = {  # noqa: RUF012 - as Django declares it
        **_NUMBERS,
        models.CharField: _SHORT,
        models.TextField: _SMALL,
        models.JSONField: _SMALL,
    }
    formset = StoreInlineFormSet
    extra = 0
    show_change_link = False

    def get_formset(self, request: HttpRequest, obj: Any = None, **options: Any) -> Any:
        """Return the formset; its help speaks of the store's own currency and units."""
        options.setdefault("help_texts", self._told(request))
        return super().get_formset(request, obj, **options)

    @property
    def relation(self) -> Any:
        """The parent's bcorm relation that has these rows."""
        for field in self.model.mirrors():
            relation = getattr(field, "inline", None)
            if relation is not None and relation.owner is self.parent_model.resource_class:
                return relation
        raise LookupError(f"{self.parent_model.__name__} has no {self.model.__name__} rows")


class StoreStackedInline(StoreInline):
    """The same, one row above the other."""

    formfield_overrides = _PLAIN

    template = "admin/edit_inline/stacked.html"


def _page(request: HttpRequest) -> str:
    """Name the page: change, delete, history."""
    match = request.resolver_match
    return match.url_name.rpartition("_")[2] if match and match.url_name else ""


def _words(endpoint: Endpoint, relations: Any) -> list[str]:
    """Return the API's words that bring whole relations along with a row."""
    return [
        relation.include
        for relation in relations
        if relation.include is not None
        and relation.include in endpoint.includes
        and relation.include_cap is None
        and isinstance(relation, ToMany)
    ]
