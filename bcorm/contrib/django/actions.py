"""Deleting what is selected in a list: in batches, with only what went in the history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.admin.actions import delete_selected as django_delete_selected
from django.contrib.admin.utils import model_ngettext
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bcorm.contrib.django.history import DELETION, log_entries
from bcorm.contrib.django.writing import words_of

if TYPE_CHECKING:
    from django.http import HttpRequest

    from bcorm.contrib.django.query import StoreQuerySet


def delete_selected(modeladmin: Any, request: HttpRequest, queryset: StoreQuerySet) -> Any:
    """Ask, with Django's own page; then delete, and say which rows the store would not let go.

    Django's action writes the history before it deletes; here a store may refuse.
    """
    if not request.POST.get("post"):
        return django_delete_selected(modeladmin, request, queryset)
    if not modeladmin.has_delete_permission(request):
        raise PermissionDenied
    rows = list(queryset)
    names = {id(row.resource): (row.pk, str(row)) for row in rows}
    report = modeladmin.backend().delete(*(row.resource for row in rows))
    gone = [names[id(item)] for item in report.saved if id(item) in names]
    log_entries(request.user, modeladmin.model, gone, DELETION)
    if gone:
        text = _("Successfully deleted %(count)d %(items)s.")
        items = model_ngettext(modeladmin.opts, len(gone))
        told = text % {"count": len(gone), "items": items}
        modeladmin.message_user(request, told, messages.SUCCESS)
    for failure in (*report.failed, *report.unknown):
        name = names.get(id(failure.object), ("", repr(failure.object)))[1]
        modeladmin.message_user(request, f"{name}: {words_of(failure.error)}", messages.ERROR)
    return None


delete_selected.allowed_permissions = ("delete",)  # type: ignore[attr-defined]
delete_selected.short_description = gettext_lazy(  # type: ignore[attr-defined]
    "Delete selected %(verbose_name_plural)s"
)
