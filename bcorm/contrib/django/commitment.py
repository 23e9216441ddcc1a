"""The moment when a change form is sent: after everything on it is known to be valid here.

Django validates the form, then its formsets, then saves. A store can refuse what looks right, and
its words belong on the page's fields; so the last "formset" of the page is a `Commitment`, whose
validation sends the whole page as one unit of work. When Django then saves, there is nothing left
to send.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.contrib.django.writing import Writing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.http import HttpRequest

    from bcorm.contrib.django.forms import StoreInlineFormSet


class Commitment:
    """Stands last among the formsets of a change form.

    It has what Django asks of a formset and no forms, so no page shows it.

    Args:
        admin: the `StoreAdmin`.
        request: the request that is answered.
        instance: the page's row; its form is `instance.bound_form`.
        formsets: the inlines' formsets.
    """

    errors: Sequence[Any] = ()
    new_objects: Sequence[Any] = ()
    changed_objects: Sequence[Any] = ()
    deleted_objects: Sequence[Any] = ()

    def __init__(
        self,
        admin: Any,
        request: HttpRequest,
        instance: Any,
        formsets: Iterable[StoreInlineFormSet],
    ) -> None:
        self.admin = admin
        self.request = request
        self.instance = instance
        self.formsets = list(formsets)

    def non_form_errors(self) -> Sequence[str]:
        """Nothing is said here: the store's words are on the forms."""
        return ()

    def save(self, commit: bool = True) -> list[Any]:
        """Do nothing: everything was sent when it was validated."""
        del commit
        return []

    def is_valid(self) -> bool:
        """Send the page if it is valid so far; whether the store has taken it.

        A page with new rows of which some were saved counts as taken: shown again with its
        refusals, it would create those a second time. The refusals become messages instead.
        """
        form = self.instance.bound_form
        if not form.is_valid() or not all(formset.is_valid() for formset in self.formsets):
            return False
        writing = Writing(self.admin.backend())
        writing.change(form)
        for formset in self.formsets:
            if self.instance.resource is not None:
                formset.write(writing, self.instance.resource)
        if writing.send():
            return True
        if writing.created:
            self._accept_what_was_saved(writing)
            return True
        if form in writing.written:
            self.admin.log_saved(self.request, form)
        if writing.written:
            self.admin.tell_partly_saved(self.request, writing)
        return False

    def _accept_what_was_saved(self, writing: Writing) -> None:
        self.instance.partly_saved = True
        for form in writing.refused:
            self.admin.tell_refused(self.request, form)
            form.changed_data = []  # so that Django's own saving passes over it
            form.instance.refused = True
        self.instance.settle()
