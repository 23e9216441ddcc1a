"""Entries of Django's own admin log, for what is saved outside of its change form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.admin.models import CHANGE, DELETION, LogEntry
from django.contrib.contenttypes.models import ContentType

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["CHANGE", "DELETION", "log_entries"]


def log_entries(
    user: Any, model: Any, rows: Iterable[tuple[Any, str]], flag: int, message: str = ""
) -> None:
    """Write one entry per row, in one statement; Django's own method differs by version.

    Args:
        user: who did it.
        model: the Django model of the rows.
        rows: key and name of each; after a deletion there is nothing else left to ask.
        flag: `CHANGE` or `DELETION`.
        message: what was changed.
    """
    kind = ContentType.objects.get_for_model(model, for_concrete_model=False)
    LogEntry.objects.bulk_create(
        LogEntry(
            user_id=user.pk,
            content_type_id=kind.pk,
            object_id=str(key),
            object_repr=name[:200],
            action_flag=flag,
            change_message=message,
        )
        for key, name in rows
    )
