"""Two people who edit one row: what a form was made of, what the store has now, what was typed.

A form carries what it showed (Django's hidden initial values), and the row is read before it is
saved, so that base, theirs and mine are known without a further request. Different fields merge;
the same field asks. Between that read and the write a short time is left in which the store may
still change.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from django.http import QueryDict

_LONGEST = 60
"""Characters of a value in a message."""


def merge(form: Any) -> None:
    """Complain about each field of a bound form that somebody else has changed to something else.

    What the form was made of is then what the store has now, so that sending it once more is a
    decision. Fields that only one side has changed are left as they are.

    Args:
        form: a cleaned `StoreForm` of a saved row.
    """
    for field in type(form.instance).mirrors():
        name = field.name
        if name not in form.changed_data or name not in form.cleaned_data:
            continue
        shown = form.fields[name]
        base = _base(form, name)
        theirs = field.load(form.instance.resource)
        if base is _MISSING or _equal(field, base, theirs):
            continue
        mine = form.cleaned_data[name]
        mine = getattr(mine, "pk", mine) if isinstance(shown, forms.ModelChoiceField) else mine
        if not _equal(field, theirs, mine):
            form.add_error(name, _question(form, field, base, theirs, mine))
        _put(_data(form), shown.hidden_widget(), form.add_initial_prefix(name), _raw(shown, theirs))


def take_theirs(form: Any) -> None:
    """Replace what was typed by what the store has, where that was ticked.

    Args:
        form: a bound `StoreForm` of a saved row, not yet cleaned.
    """
    for field in type(form.instance).mirrors():
        name = field.name
        if name in form.fields and _tick(form, name) in form.data:
            data, shown = _data(form), form.fields[name]
            theirs = _raw(shown, field.load(form.instance.resource))
            _put(data, shown.widget, form.add_prefix(name), theirs)
            _put(data, shown.hidden_widget(), form.add_initial_prefix(name), theirs)
            del data[_tick(form, name)]


def carry_bases(form: Any) -> None:
    """Have a form that is shown again carry on what it was made of.

    Django looks for that under a field's own name, which fields of several parts do not send: what
    was typed would become their base, and the next sending would find no change.

    Args:
        form: a bound `StoreForm`.
    """
    for name, shown in form.fields.items():
        if isinstance(shown, forms.MultiValueField) and shown.show_hidden_initial:
            told = form.add_initial_prefix(name)
            if not shown.hidden_widget().value_omitted_from_data(form.data, form.files, told):
                _data(form)[told] = ""


_MISSING = object()


def base_key(form: Any, name: str) -> str | None:
    """Return the key that a form showed for a foreign key, as a text; None if it tells none."""
    found: str | None = form.data.get(form.add_initial_prefix(name))
    return found or None


def _base(form: Any, name: str) -> Any:
    """Return what a field showed when its form was made."""
    shown = form.fields[name]
    if not shown.show_hidden_initial:
        return _MISSING
    hidden, told = shown.hidden_widget(), form.add_initial_prefix(name)
    if hidden.value_omitted_from_data(form.data, form.files, told):
        return _MISSING
    raw = hidden.value_from_datadict(form.data, form.files, told)
    try:
        if isinstance(shown, forms.MultiValueField):
            parts = zip(shown.fields, raw or (), strict=False)
            value = shown.compress([field.to_python(part) for field, part in parts])
        else:
            value = shown.to_python(raw)
    except ValidationError:
        return _MISSING
    return getattr(value, "pk", value) if isinstance(shown, forms.ModelChoiceField) else value


def _equal(field: Any, one: Any, other: Any) -> bool:
    return bool(field.same(_plain(one), _plain(other), new=False))


def _plain(value: Any) -> Any:
    """Leave out what browsers do to texts."""
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else value


def _question(form: Any, field: Any, base: Any, theirs: Any, mine: Any) -> str:
    shown = form.fields[field.name]
    words = [_words(shown, value) for value in (base, theirs, mine)]
    return format_html(
        '{} <label class="bcorm-theirs"><input type="checkbox" name="{}"> {}</label>',
        _("Somebody else has changed this: it was %s, is now %s, and you entered %s. "
          "Save again to keep yours.") % tuple(words),
        _tick(form, field.name),
        _("Take %s instead") % words[1],
    )  # fmt: skip


def _words(shown: Any, value: Any) -> str:
    """Say a value to a person."""
    if value is True or value is False:
        return _("yes") if value else _("no")
    if value in (None, "", [], {}):
        return _("empty")
    if isinstance(shown, forms.TypedChoiceField):
        value = dict(shown.choices).get(value, value)
    elif isinstance(value, Decimal):
        value = format(value.normalize(), "f")
    elif isinstance(value, dict):
        parts = (f"{name}: {part}" for name, part in value.items() if part not in (None, "", []))
        value = ", ".join(parts)
    elif isinstance(value, list):
        value = ", ".join(map(str, value))
    return str(Truncator(str(value)).chars(_LONGEST))


def _tick(form: Any, name: str) -> str:
    return f"{form.add_prefix(name)}-theirs"


def _raw(shown: Any, value: Any) -> Any:
    return shown.prepare_value(value)


def _data(form: Any) -> QueryDict:
    """Return the form's data, to be changed; a request's own cannot be."""
    if not getattr(form.data, "_mutable", True):
        form.data = form.data.copy()
    data: QueryDict = form.data
    return data


def _put(data: QueryDict, widget: Any, name: str, value: Any) -> None:
    """Write a value into a form's data, as its widget would have sent it."""
    if isinstance(widget, forms.MultiWidget):
        parts = widget.decompress(value)
        for suffix, inner, part in zip(widget.widgets_names, widget.widgets, parts, strict=True):
            _put(data, inner, name + suffix, part)
    elif isinstance(widget, forms.CheckboxInput):
        data.pop(name, None)
        if value:
            data[name] = "on"
    elif isinstance(widget, forms.SelectMultiple | forms.MultipleHiddenInput):
        data.setlist(name, [str(item) for item in value or ()])
    else:
        text = widget.format_value(value)
        text = text[0] if isinstance(text, list) and text else text
        data[name] = "" if text is None or text == [] else str(text)
