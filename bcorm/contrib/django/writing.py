"""Sending filled-in forms to the store, together, and telling each form what the store said.

Used by the editable list (`forms.StoreListFormSet`) and by the change form
(`commitment.Commitment`): everything that a page changes is one unit of work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext as _

from bcorm.contrib.django.base import expected
from bcorm.contrib.django.fields import ParentField
from bcorm.exceptions import ApiError, Conflict, InvalidValue, StateError, ValidationFailed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bcorm.contrib.backend import Backend
    from bcorm.contrib.django.base import StoreModel
    from bcorm.model.relations.descriptors import many
    from bcorm.model.resource import Resource
    from bcorm.session import Failure


class Writing:
    """One commit of several forms.

    Args:
        backend: where to.

    Attributes:
        saved, refused: the forms, after `send`.
        written: those of the saved ones of which something was sent.
        created: whether a new row was saved: sending the same forms again would double it.
    """

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self._forms: dict[int, Any] = {}
        self._gone: list[Resource] = []
        self._new: set[int] = set()
        self._files: list[tuple[Any, Any]] = []
        self.saved: list[Any] = []
        self.refused: list[Any] = []
        self.written: list[Any] = []
        self.created = False

    def change(
        self, form: Any, parent: Resource | None = None, relation: many[Any] | None = None
    ) -> None:
        """Take a valid form's values; a value that cannot be is shown on the form.

        A form with a `file` sends that by itself (`send_file`), when the rest was saved.
        """
        if getattr(form, "file", None):
            self._files.append((form, parent))
            if form.instance.pk is None:
                return
        try:
            resource = form.instance.stage(parent, relation)
        except ValidationError as error:
            complain(form, error.message_dict)
            self.refused.append(form)
            return
        self._forms[id(resource)] = form
        if resource.pk is None:
            self._new.add(id(resource))

    def delete(self, form: Any) -> None:
        """Let the row of a form be deleted."""
        resource = form.instance.resource
        self._forms[id(resource)] = form
        self._gone.append(resource)

    def send(self) -> bool:
        """Send everything, in the fewest requests; whether everything was saved.

        Nothing is sent if a value was refused here already. Values that were refused stay on
        their forms, and are taken back from the session, so that nothing can send them later.
        """
        if not self.refused:
            self._flush()
        if not self.refused:
            self._send_files()
        if self.refused:
            self._backend.session.rollback()
        for form in self.saved:
            if form.instance.resource not in self._gone:
                form.instance.settle()
        return not self.refused

    def _flush(self) -> None:
        changed = [form.instance.resource for form in self._forms.values()]
        for item in self._gone:
            self._backend.session.delete(item)
        try:
            report = self._backend.save(*changed)
        except InvalidValue as error:
            form = self._form_lacking(error)
            self._refuse(form, errors_of(type(form.instance), {error.field: expected(error)}))
            return
        except StateError as error:
            self._refuse(next(iter(self._forms.values())), {NON_FIELD_ERRORS: [str(error)]})
            return
        first = next(iter(self._forms.values()), None)
        for failure in report.failed:
            form = self._forms.get(id(failure.object), first)
            self._refuse(form, _said(failure, form))
        for failure in report.unknown:
            self._refuse(self._forms.get(id(failure.object), first), _unsure(failure))
        self.saved = [form for form in self._forms.values() if form not in self.refused]
        sent = {id(item) for item in report.saved}
        self.written = [form for form in self.saved if id(form.instance.resource) in sent]
        self.created = any(id(form.instance.resource) in self._new for form in self.written)

    def _send_files(self) -> None:
        for form, parent in self._files:
            new = form.instance.pk is None
            try:
                form.send_file(parent)
                if new:
                    self.created = True
                    _take(form)
                    report = self._backend.save(form.instance.resource)
                    for failure in (*report.failed, *report.unknown):
                        self._refuse(form, _said(failure, form))
            except ApiError as error:
                self._refuse(form, {NON_FIELD_ERRORS: [words_of(error)]})
            if form not in self.refused:
                self.saved += [form] if form not in self.saved else []
                self.written += [form] if form not in self.written else []

    def _refuse(self, form: Any, errors: Mapping[str, Iterable[str]]) -> None:
        complain(form, errors)
        self.refused.append(form)

    def _form_lacking(self, error: InvalidValue) -> Any:
        """Return the form whose row lacks the value that an error is about."""
        forms = list(self._forms.values())
        for form in forms:
            resource = form.instance.resource
            named = type(resource).__name__ == error.model
            if named and getattr(resource, error.field, None) is None:
                return form
        return forms[0]


def _take(form: Any) -> None:
    """Put what was entered beside a file onto the row that the file has made."""
    for field in type(form.instance).mirrors():
        if field.name in form.changed_data:
            field.put(form.instance.resource, form.cleaned_data[field.name])


def _said(failure: Failure, form: Any) -> Mapping[str, Iterable[str]]:
    """Return what the store said of one row, by field of its Django model."""
    model = type(form.instance)
    if failure.errors:
        return errors_of(model, failure.errors)
    if isinstance(failure.error, Conflict | ValidationFailed):
        named = _doubled(model, failure.error.title)
        if named:
            return errors_of(model, dict.fromkeys(named, failure.error.title))
    return {NON_FIELD_ERRORS: [words_of(failure.error)]}


def _doubled(model: type[StoreModel], text: str) -> list[str]:
    """Find which value exists already: the API names its field in the title, and only there."""
    words = text.casefold().split()
    return [name for name in model.resource_class.endpoint.natural_key if name in words]


def _unsure(failure: Failure) -> Mapping[str, Iterable[str]]:
    text = _("It is not known whether this was saved: look before you save again. (%s)")
    return {NON_FIELD_ERRORS: [text % words_of(failure.error)]}


def words_of(error: Exception) -> str:
    """Say what an error says to a person: without method and path, but with the request's id."""
    if not isinstance(error, ApiError) or not error.title:
        return str(error)
    return f"{error.title} ({error.request_id})" if error.request_id else error.title


def complain(form: Any, errors: Mapping[str, Iterable[str]]) -> None:
    """Add errors to a form; those of fields that it does not show are about the whole row."""
    for name, texts in errors.items():
        for text in texts:
            shown = name in form.fields
            known = shown or name == NON_FIELD_ERRORS
            form.add_error(name if shown else None, text if known else f"{name}: {text}")


def errors_of(model: type[StoreModel], errors: Mapping[str, str]) -> dict[str, list[str]]:
    """Map what the API said of wire fields to the model's fields.

    Messages about what is no field of the model are about the whole row.
    """
    names: dict[str, str] = {}
    for field in model.mirrors():
        names[field.source] = field.name
        if not isinstance(field, ParentField):
            names[field.mapped.wire] = field.name
    found: dict[str, list[str]] = {}
    for wire, text in errors.items():
        first = str(wire).replace("[", ".").split(".")[0]
        name = names.get(first)
        told = text if name is not None and first == wire else f"{wire}: {text}"
        found.setdefault(name or NON_FIELD_ERRORS, []).append(told)
    return found
