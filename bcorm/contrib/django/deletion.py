"""What the page that asks before deleting shows: rows, and what the API deletes with them."""

# ruff: noqa: SLF001 - `_meta` is a public name of Django

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from bcorm.contrib.django.modelfactory import model_for
from bcorm.model.relations.descriptors import many

if TYPE_CHECKING:
    from collections.abc import Iterable

# Rows spelled out below one row; the rest is a number.
_LISTED = 20


def what_goes(objs: Iterable[Any], note: str = "") -> tuple[list[Any], dict[str, int]]:
    """Return nested lists of texts, as Django's template wants them, and counts by kind.

    What came along with a row is listed below it; other subresources are named.

    Args:
        objs: the rows.
        note: a sentence about what deleting means here.
    """
    shown: list[Any] = []
    counts: dict[str, int] = {}
    for obj in objs:
        shown.append(f"{capfirst(obj._meta.verbose_name)}: {obj}")
        _count(counts, obj._meta.verbose_name_plural, 1)
        below = _below(obj, counts)
        if note:
            below.append(note)
        if below:
            shown.append(below)
    return shown, counts


def _below(obj: Any, counts: dict[str, int]) -> list[str]:
    """Return lines for what lives below one row."""
    lines: list[str] = []
    unread: list[str] = []
    for name, relation in type(obj.resource).relations.items():
        if not isinstance(relation, many) or relation.by or relation.ids:
            continue
        words = name.replace("_", " ")
        if relation.include is None or relation.include not in obj.resource.raw:
            unread.append(words)
            continue
        rows = list(getattr(obj.resource, name))
        if rows:
            _count(counts, words, len(rows))
        model = model_for(relation.target)
        if model is not None:
            lines += _lines(model, rows)
    if unread:
        lines.append(_("With it go its %s.") % ", ".join(unread))
    return lines


def _lines(model: Any, rows: list[Any]) -> list[str]:
    """Name rows of one kind, the first ones at least."""
    kind = capfirst(model._meta.verbose_name)
    lines = [f"{kind}: {model.from_resource(row)}" for row in rows[:_LISTED]]
    more = len(rows) - _LISTED
    return [*lines, _("… and %d more") % more] if more > 0 else lines


def _count(counts: dict[str, int], name: Any, number: int) -> None:
    counts[str(name)] = counts.get(str(name), 0) + number
