"""Bulk actions: change many rows after their requests have been shown, and report on each.

An action of a list starts a `BulkRun` and leads to its page (`bulkviews`): first the action's
parameters, then the plan of requests, then progress, then the report. `runner` does the work.
"""

# ruff: noqa: SLF001 - `_meta` is a public name of Django

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from bcorm.contrib.backend import Backend
from bcorm.contrib.django import submissions
from bcorm.model.manager import objects_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from django.http import HttpRequest

    from bcorm.contrib.django.base import StoreModel
    from bcorm.contrib.django.models import BulkRun
    from bcorm.contrib.django.query import StoreQuerySet
    from bcorm.session import RequestPlan, Session

LARGEST_RUN = 5000
"""Rows that one run changes at most: its plan is made while somebody waits for the page."""


class BulkAction:
    """One kind of change to many rows; put instances into a `StoreAdmin`'s `actions`.

    Subclasses name the fields that they read and write, ask for parameters with a form, and change
    one bcorm object at a time; which requests that makes is bcorm's business.

    Attributes:
        name: the action's word in addresses and in runs.
        short_description: what the list's drop-down calls it; Django fills in model names.
        fields: names of the bcorm fields that `change` reads or sets; nothing else is loaded.
        parameters: the form that asks how.
        allowed_permissions: as for Django's own actions.
    """

    name: ClassVar[str]
    short_description: ClassVar[Any]
    fields: ClassVar[Sequence[str]]
    parameters: ClassVar[type[forms.Form]] = forms.Form
    allowed_permissions: ClassVar[Sequence[str]] = ("change",)

    @property
    def __name__(self) -> str:  # what Django calls an action by
        return self.name

    def change(self, item: Any, values: Mapping[str, Any]) -> None:
        """Change one bcorm object.

        Args:
            item: the object, with `fields` loaded.
            values: the form's cleaned values.
        """
        raise NotImplementedError

    def title(self, model: Any) -> str:
        """Return what the list's drop-down calls the action."""
        meta = model._meta
        names = {"verbose_name": meta.verbose_name, "verbose_name_plural": meta.verbose_name_plural}
        return str(self.short_description) % names

    def told(self, model: Any, values: Mapping[str, Any]) -> str:
        """Say in the history what was done.

        Args:
            model: the Django model of the rows.
            values: the form's cleaned values.
        """
        shown = ", ".join(f"{name}: {value}" for name, value in values.items())
        return f"{self.title(model)} ({shown})"

    def __call__(self, modeladmin: Any, request: HttpRequest, queryset: StoreQuerySet) -> Any:
        """Start a run on what is selected, and go to its page."""
        from bcorm.contrib.django.models import BulkRun  # noqa: PLC0415 - models are made by now

        keys = keys_of(queryset, LARGEST_RUN + 1)
        if len(keys) > LARGEST_RUN:
            text = _("One run changes %d rows at most: filter the list, and do it in parts.")
            modeladmin.message_user(request, text % LARGEST_RUN, messages.ERROR)
            return None
        run = BulkRun.objects.create(
            user=request.user,
            store=submissions.current_store(),
            model=modeladmin.model._meta.label,
            action=self.name,
            keys=keys,
        )
        return HttpResponseRedirect(address(modeladmin, run))


def address(modeladmin: Any, run: BulkRun, name: str = "bulk") -> str:
    """Return the address of a run's page.

    Args:
        modeladmin: the admin of its rows.
        run: the run.
        name: `bulk`, or `bulk_progress` for its numbers as JSON.
    """
    meta = modeladmin.model._meta
    found: str = reverse(
        f"{modeladmin.admin_site.name}:{meta.app_label}_{meta.model_name}_{name}", args=[run.pk]
    )
    return found


def keys_of(queryset: StoreQuerySet, most: int) -> list[Any]:
    """Return the keys of the rows that are selected; those that were ticked cost no request.

    Args:
        queryset: what is selected.
        most: how many keys are returned at most.

    Raises:
        NotSupportedError: the API cannot be asked for them.
    """
    question = queryset.question()
    if question is None:
        return []
    key = queryset.model._meta.pk.name
    if len(question.where) == 1 and question.where[0][0] == f"{key}__in" and not question.without:
        return list(dict.fromkeys(question.where[0][1]))[:most]
    return queryset.backend().keys(question, most)


def stage(
    session: Session,
    model: type[StoreModel],
    action: BulkAction,
    keys: Iterable[Any],
    values: Mapping[str, Any],
) -> list[Any]:
    """Read rows and change them in a session, without sending anything.

    Args:
        session: where the objects live.
        model: the Django model of the rows.
        action: what is done to each.
        keys: which rows.
        values: the form's cleaned values.

    Returns:
        The objects; those that need no change are among them.
    """
    resource = model.resource_class
    backend = Backend(resource, session)
    key = resource.endpoint.key or "id"
    if backend.filters(key, "in"):
        wanted = dict.fromkeys((key, *model.label_fields(), *action.fields))
        queryset = objects_of(resource).using(session).filter(**{f"{key}__in": list(keys)})
        items = list(queryset.only(*wanted))
    else:
        items = [found for one in keys if (found := backend.get(one)) is not None]
    for item in items:
        action.change(item, values)
    return items


def fingerprint(run: BulkRun, plan: RequestPlan) -> str:
    """Name a run's plan and its store, so that what runs can be compared with what was shown."""
    text = "\n".join([run.store, run.model, *(str(row) for row in plan.rows)])
    return hashlib.sha256(text.encode()).hexdigest()


def actions_of(modeladmin: Any) -> dict[str, BulkAction]:
    """Return an admin's bulk actions by name."""
    found = [action for action in modeladmin.actions or () if isinstance(action, BulkAction)]
    return {action.name: action for action in found}
