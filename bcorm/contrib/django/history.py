"""Entries of Django's own admin log: of which store they are, and those written outside its forms.

A key means another row in another store, so that each entry of a store's row is noted with its
store, and a page of history shows the entries of the store that it is about.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.contrib.admin.models import CHANGE, DELETION, LogEntry
from django.contrib.admin.sites import AdminSite
from django.contrib.admin.templatetags import log
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models.signals import post_save

from bcorm.contrib.django import submissions
from bcorm.exceptions import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["CHANGE", "DELETION", "entries_here", "entries_shown", "log_entries", "watch"]


def log_entries(
    user: Any, model: Any, rows: Iterable[tuple[Any, str]], flag: int, message: str = ""
) -> None:
    """Write one entry per row; Django's own method differs by version.

    Args:
        user: who did it.
        model: the Django model of the rows.
        rows: key and name of each; after a deletion there is nothing else left to ask.
        flag: `CHANGE` or `DELETION`.
        message: what was changed.
    """
    kind = ContentType.objects.get_for_model(model, for_concrete_model=False)
    for key, name in rows:
        LogEntry.objects.create(
            user_id=user.pk,
            content_type_id=kind.pk,
            object_id=str(key),
            object_repr=name[:200],
            action_flag=flag,
            change_message=message,
        )


def entries_here(entries: models.QuerySet) -> models.QuerySet:
    """Return those entries that are of the current store.

    Those of before stores were noted are shown where there is only one store.
    """
    from bcorm.contrib.django.models import StoreEntry  # noqa: PLC0415 - models are made by now

    noted = StoreEntry.objects.filter(entry=models.OuterRef("pk"))
    here = models.Q(models.Exists(noted.filter(store=submissions.current_store())))
    if not submissions.has_many_stores():
        here |= ~models.Q(models.Exists(noted))
    return entries.filter(here)


def entries_shown(entries: models.QuerySet) -> models.QuerySet:
    """Return the entries that a page may list as recent actions: of no other store.

    Entries about the site's own rows, such as its users, stay.
    """
    from bcorm.contrib.django.models import StoreEntry  # noqa: PLC0415 - models are made by now

    noted = models.Exists(StoreEntry.objects.filter(entry=models.OuterRef("pk")))
    mirrored = [model for model in apps.get_models() if getattr(model, "belongs_to_store", False)]
    kinds = ContentType.objects.get_for_models(*mirrored, for_concrete_models=False)
    of_site = ~models.Q(noted) & ~models.Q(content_type__in=[kind.pk for kind in kinds.values()])
    try:
        here = entries_here(LogEntry.objects.all()).values("pk")
    except ConfigurationError:  # a page that is about no store
        return entries.filter(of_site)
    return entries.filter(of_site | models.Q(pk__in=here))


class _Recent:
    """What Django 4.2's list of recent actions asks; later ones have them in the page's context."""

    def all(self) -> models.QuerySet:
        return entries_shown(LogEntry.objects.all())

    def filter(self, **asked: Any) -> models.QuerySet:
        return self.all().filter(**asked)


def watch() -> None:
    """Note the store of each entry about a store's row, whoever writes it."""
    if not hasattr(AdminSite, "get_log_entries"):
        log.LogEntry = SimpleNamespace(objects=_Recent())
    post_save.connect(_note, sender=LogEntry, dispatch_uid="bcorm.contrib.django.history")


def _note(instance: Any, *, created: bool, raw: bool = False, **_options: Any) -> None:
    from bcorm.contrib.django.models import StoreEntry  # noqa: PLC0415 - models are made by now

    if not created or raw or instance.content_type_id is None:
        return
    model = instance.content_type.model_class()
    if model is None or not getattr(model, "belongs_to_store", False):
        return
    try:
        store = submissions.current_store()
    except ConfigurationError:
        return  # written outside of any session
    StoreEntry.objects.update_or_create(entry=instance.pk, defaults={"store": store})
