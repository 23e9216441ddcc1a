"""The form of one row, and the formsets of lists and inlines.

What they add to Django's own: only what was changed on the page is sent, nothing is looked up that
is known already, no row is read by itself, and fields that only a new row can have are shown but
not changed.
"""

# ruff: noqa: SLF001 - `_meta` is a public name of Django

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.models import BaseInlineFormSet, BaseModelFormSet
from django.utils.translation import gettext as _

from bcorm.contrib.django import conflicts
from bcorm.contrib.django.writing import Writing

if TYPE_CHECKING:
    from django.http import HttpRequest


class StoreForm(forms.ModelForm):
    """The form of one row.

    The page carries what its fields showed (Django's hidden initial values), and what was changed
    is told by that: what somebody else changes in the store meanwhile is not undone (`conflicts`),
    and what a browser does to spaces and line ends is not sent.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.instance.bound_form = self  # read by `commitment.Commitment`
        for field in self.fields.values():
            _label(field, in_table=bool(self.prefix))
        if self.instance.pk is not None:
            for field in type(self.instance).mirrors():
                if field.name in self.fields:
                    self._adapt(field, self.fields[field.name])
            if self.is_bound:
                conflicts.carry_bases(self)
                conflicts.take_theirs(self)

    def _adapt(self, field: Any, shown: Any) -> None:
        """Fit a field to the saved row."""
        if field.create_only:
            shown.disabled = True
        shown.show_hidden_initial = not shown.disabled and not shown.widget.is_hidden
        value = getattr(self.instance, field.attname)
        if isinstance(shown, forms.ModelChoiceField):
            shown.known = {*shown.known, str(value), conflicts.base_key(self, field.name)}
        elif isinstance(shown, forms.TypedChoiceField) and _is_strange(value, shown):
            # A choice that the API knows and its spec does not must survive the form.
            shown.choices = [*shown.choices, (value, value)]

    def _post_clean(self) -> None:
        """Put what was changed onto the row, and let the rest be the store's."""
        if self.instance.pk is None:
            super()._post_clean()
            return
        conflicts.merge(self)
        super()._post_clean()
        for field in type(self.instance).mirrors():
            if field.name in self.fields and field.name not in self.changed_data:
                self.instance.forget(field)


def _label(field: Any, *, in_table: bool) -> None:
    """Name inputs that no label of the page names: those of a table, and the parts of a moment."""
    label = str(field.label or "")
    if in_table and not field.widget.is_hidden:
        field.widget.attrs.setdefault("aria-label", label)
    if isinstance(field, forms.SplitDateTimeField) and not field.widget.is_hidden:
        for part, word in zip(field.widget.widgets, (_("date"), _("time")), strict=True):
            part.attrs["aria-label"] = f"{label}, {word}"


def _is_strange(value: Any, shown: forms.TypedChoiceField) -> bool:
    return value not in {None, ""} and value not in dict(shown.choices)


class _HeldKeyField(forms.ModelChoiceField):
    """The hidden key of a formset's row; the formset has read its rows already."""

    def __init__(self, formset: HeldRows, shown: Any) -> None:
        super().__init__(
            shown.queryset, initial=shown.initial, required=shown.required, widget=shown.widget
        )
        self.formset = formset

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values:
            return None
        try:
            found = self.formset.held(self.queryset.model._meta.pk.to_python(value))
        except ValidationError:
            found = None
        if found is None:
            raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice")
        return found


class HeldRows:
    """Mixed into formsets: keys are looked up among the formset's own rows, never one by one."""

    def held(self, key: Any) -> Any:
        """Return the formset's row of that key; None if the store has deleted it since."""
        return self._existing_object(key)  # type: ignore[attr-defined]

    def add_fields(self, form: Any, index: int | None) -> None:
        """Replace the key's field, which would read each row by itself and without its parent."""
        super().add_fields(form, index)  # type: ignore[misc]
        name = self._pk_field.name  # type: ignore[attr-defined]
        shown = form.fields.get(name)
        if isinstance(shown, forms.ModelChoiceField):
            form.fields[name] = _HeldKeyField(self, shown)
        if "DELETE" in form.fields:
            form.fields["DELETE"].widget.attrs["aria-label"] = _("Delete")


class StoreInlineFormSet(HeldRows, BaseInlineFormSet):
    """The rows of an inline; `commitment.Commitment` sends them together with their parent."""

    @classmethod
    def get_default_prefix(cls) -> str:
        """Name the inline's fields after its model: a hidden relation has no name of its own."""
        return str(cls.model._meta.model_name)

    def get_queryset(self) -> Any:
        """Take the rows from their parent, which may have brought them along."""
        if not hasattr(self, "_queryset"):
            parent = self.instance.resource
            rows = [] if parent is None else list(getattr(parent, self.fk.inline.name))
            self._queryset = self.model.objects.of(rows)
        return self._queryset

    def write(self, writing: Writing, parent: Any) -> None:
        """Hand the rows that were changed, added and ticked for deletion to a commit."""
        relation = self.fk.inline
        for form in self.forms:
            if self.can_delete and self._should_delete_form(form):
                if form.instance.pk is not None:
                    writing.delete(form)
            elif form.has_changed():
                writing.change(form, parent, relation)


class StoreListFormSet(HeldRows, BaseModelFormSet):
    """The rows of an editable list, sent in as few requests as the API's batches allow.

    Attributes:
        admin: the `StoreAdmin`.
        request: the request that is answered.
    """

    admin: Any
    request: HttpRequest

    def is_valid(self) -> bool:
        """Validate the rows here; if all are right, send the changed ones and hear the store."""
        return super().is_valid() and self._sent()

    def _sent(self) -> bool:
        writing = Writing(self.admin.backend())
        for form in self.forms:
            if form.has_changed():
                writing.change(form)
        done = writing.send()
        if not done and writing.written:
            for form in writing.written:
                self.admin.log_saved(self.request, form)
            self.admin.tell_partly_saved(self.request, writing)
        return done
