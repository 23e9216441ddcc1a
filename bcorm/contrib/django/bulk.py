"""Bulk actions: change many rows after their requests have been shown, and report on each.

An action of a list starts a `BulkRun` and leads to its page (`bulkviews`): first the action's
parameters, then the plan (each row with its old and its new values), then progress, then the
report, from which the run can be undone. `runner` does the work.
"""

# ruff: noqa: SLF001 - `_meta` is a public name of Django

from __future__ import annotations

import hashlib
import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

import attrs
from django import forms
from django.contrib import messages
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import ngettext

from bcorm.contrib.backend import Backend, fields_of, read_json
from bcorm.contrib.django import submissions
from bcorm.contrib.django.modelfactory import model_for
from bcorm.model.queryset import objects_of

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
        include: subresources that come along, in the API's words.
        parameters: the form that asks how.
        allowed_permissions: as for Django's own actions.
    """

    name: ClassVar[str]
    short_description: ClassVar[Any]
    fields: Sequence[str]
    include: ClassVar[Sequence[str]] = ()
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

    def below(self, item: Any) -> Iterable[Any]:
        """Return the rows below a selected one that the action may change, too: none.

        Args:
            item: the selected object; what `include` names came along with it.
        """
        del item
        return ()

    def takes(self, row: Any, values: Mapping[str, Any]) -> bool:
        """Whether a row below a selected one is to be changed.

        Args:
            row: one of `below`.
            values: the form's cleaned values.
        """
        del row, values
        return True

    def note(self, items: Iterable[Any], values: Mapping[str, Any]) -> str:
        """Say what the plan does not show, such as rows that are left alone: nothing.

        Args:
            items: the selected objects.
            values: the form's cleaned values.
        """
        del items, values
        return ""

    def said(self, field: str, value: Any) -> str:
        """Write a value for people.

        Args:
            field: the bcorm field.
            value: its value before or after the change.
        """
        del field
        if isinstance(value, bool):
            return str(_("yes") if value else _("no"))
        if isinstance(value, Decimal):
            return format(value.normalize(), "f")
        return "-" if value is None else str(value)

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


@attrs.frozen
class Change:
    """What happens to one row.

    Attributes:
        row: the bcorm object.
        selected: the key of the row that was selected: itself, or the one that it is below.
        name: what it is called.
        old, new: the values that differ, by bcorm field.
    """

    row: Any
    selected: Any
    name: str
    old: Mapping[str, Any]
    new: Mapping[str, Any]


@attrs.frozen
class Staged:
    """Rows that were read and changed in a session, of which nothing was sent.

    Attributes:
        items: the selected rows that the store still has.
        rows: those, and the rows below them that the action takes.
        changes: the rows that change, by the identity of their object.
    """

    items: Sequence[Any]
    rows: Sequence[Any]
    changes: Mapping[int, Change]


def stage(
    session: Session,
    model: type[StoreModel],
    action: BulkAction,
    keys: Iterable[Any],
    values: Mapping[str, Any],
) -> Staged:
    """Read rows and change them in a session, without sending anything.

    Args:
        session: where the objects live.
        model: the Django model of the rows.
        action: what is done to each.
        keys: which rows.
        values: the form's cleaned values.
    """
    resource = model.resource_class
    backend = Backend(resource, session)
    key = resource.endpoint.key or "id"
    if backend.filters(key, "in"):
        wanted = dict.fromkeys((key, *model.label_fields(), *action.fields))
        queryset = objects_of(resource).using(session).filter(**{f"{key}__in": list(keys)})
        items = list(queryset.only(*wanted).include(*action.include))
    else:
        items = [found for one in keys if (found := backend.get(one)) is not None]
    rows = list(items)
    above = {id(item): item for item in items}
    for item in items:
        taken = [row for row in action.below(item) if action.takes(row, values)]
        above.update((id(row), item) for row in taken)
        rows += taken
    changes = {}
    for row in rows:
        before = {name: getattr(row, name) for name in action.fields}
        action.change(row, values)
        new = {name: after for name in before if (after := getattr(row, name)) != before[name]}
        if new:
            item = above[id(row)]
            old = {name: before[name] for name in new}
            changes[id(row)] = Change(row, item.pk, _name(model, item, row), old, new)
    return Staged(items, rows, changes)


def _name(model: type[StoreModel], item: Any, row: Any) -> str:
    """Call a row by its name, below that of the row that was selected."""
    name = str(model.from_resource(item))
    if row is item:
        return name
    below = model_for(type(row))
    return f"{name}: {below.from_resource(row) if below else row.pk}"


def kept(row: Any, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row's values as JSON has them, for `BulkChange`."""
    fields = fields_of(type(row))
    plain = {name: fields[name].converter.dump(value) for name, value in values.items()}
    found: dict[str, Any] = json.loads(json.dumps(plain, cls=DjangoJSONEncoder))
    return found


class Undo(BulkAction):
    """Sets back what a run has changed; rows that were changed since are left as they are.

    Args:
        run: the run that is undone.
        action: its action.
    """

    name = "undo"
    short_description = _lazy("Undo")

    def __init__(self, run: BulkRun, action: BulkAction) -> None:
        self.fields = action.fields
        self.include = action.include  # type: ignore[misc]
        self._action = action
        self._done = {(item.resource, item.key): item for item in run.changes.all()}

    def title(self, model: Any) -> str:
        """Name what is undone."""
        return _("Undo: %s") % self._action.title(model)

    def told(self, model: Any, values: Mapping[str, Any]) -> str:
        """Say in the history what was undone. See `BulkAction.told`.

        Args:
            model: the Django model of the rows.
            values: nothing.
        """
        del values
        return self.title(model)

    def below(self, item: Any) -> Iterable[Any]:
        """Return the rows below a selected one that the run has changed."""
        return self._action.below(item)

    def takes(self, row: Any, values: Mapping[str, Any]) -> bool:
        """Whether the run has changed a row.

        Args:
            row: a row below a selected one.
            values: nothing.
        """
        del values
        return (type(row).__name__, str(row.pk)) in self._done

    def change(self, item: Any, values: Mapping[str, Any]) -> None:
        """Set back what the row still has of the run. See `BulkAction.change`."""
        del values
        done = self._done.get((type(item).__name__, str(item.pk)))
        if done is None:
            return
        for name, old in done.old.items():
            if getattr(item, name) == read_json(type(item), name, done.new[name]):
                setattr(item, name, read_json(type(item), name, old))

    def note(self, items: Iterable[Any], values: Mapping[str, Any]) -> str:
        """Say how many rows were changed since, or are gone. See `BulkAction.note`."""
        del values
        items = list(items)
        rows = [*items, *(row for item in items for row in self.below(item))]
        still = sum(self._is_as_left(row) for row in rows)
        other = len(self._done) - still
        text = ngettext(
            "%d row was changed or deleted since, and is left as it is.",
            "%d rows were changed or deleted since, and are left as they are.",
            other,
        )
        return text % other if other else ""

    def _is_as_left(self, row: Any) -> bool:
        """Whether a row has all that the run has written to it."""
        done = self._done.get((type(row).__name__, str(row.pk)))
        return done is not None and all(
            getattr(row, name) == read_json(type(row), name, new) for name, new in done.new.items()
        )

    def said(self, field: str, value: Any) -> str:
        """Write a value for people, as the action does.

        Args:
            field: the bcorm field.
            value: its value.
        """
        return self._action.said(field, value)


def fingerprint(run: BulkRun, plan: RequestPlan) -> str:
    """Name a run's plan and its store, so that what runs can be compared with what was shown."""
    text = "\n".join([run.store, run.model, *(str(row) for row in plan.rows)])
    return hashlib.sha256(text.encode()).hexdigest()


def action_of(modeladmin: Any, run: BulkRun) -> BulkAction | None:
    """Return what a run does, None where the admin no longer has its action.

    Args:
        modeladmin: the admin of its rows.
        run: the run.
    """
    undone = run.undoes
    action = actions_of(modeladmin).get((undone or run).action)
    return Undo(undone, action) if undone is not None and action is not None else action


def undo(run: BulkRun, user: Any) -> BulkRun:
    """Start a run that sets back what another one has changed.

    Args:
        run: the other one.
        user: who asks.
    """
    from bcorm.contrib.django.models import BulkRun  # noqa: PLC0415 - models are made by now

    selected = run.changes.order_by("pk").values_list("selected", flat=True)
    wanted = set(selected)
    return BulkRun.objects.create(
        user=user,
        store=run.store,
        model=run.model,
        action=Undo.name,
        undoes=run,
        keys=[key for key in run.keys if str(key) in wanted],
    )


def actions_of(modeladmin: Any) -> dict[str, BulkAction]:
    """Return an admin's bulk actions by name."""
    found = [action for action in modeladmin.actions or () if isinstance(action, BulkAction)]
    return {action.name: action for action in found}
