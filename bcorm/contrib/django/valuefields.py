"""The Django field of a plain value: one row of `_BUILDERS` per kind of value.

`modelfactory` calls it for every declared field that is no key of another row.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.text import capfirst

from bcorm.contrib.django import fields as f
from bcorm.contrib.django.formfields import DayField, WordsField
from bcorm.model import types
from bcorm.model.mapper import mapper_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcorm.model.mapper import MappedField

# Texts without a declared length that want more than one line.
_LONG = frozenset(
    ("comments", "customer_message", "description", "message", "notes", "text", "value")
)
# Words of field names that are spelled in capitals.
_SPELLED = {
    word.casefold(): word
    for word in ("BIN", "GTIN", "ID", "IP", "MPN", "SKU", "UPC", "URL", "UUID", "e-mail")
} | {
    "email": "e-mail",
    "auspost": "Australia Post",
    "canadapost": "Canada Post",
    "endicia": "Endicia",
    "fedex": "FedEx",
    "royalmail": "Royal Mail",
    "shipperhq": "ShipperHQ",
    "ups": "UPS",
    "upsonline": "UPS Online",
    "upsready": "UPS Ready",
    "usps": "USPS",
}
# Words of the names of amounts of money; other exact numbers are weights and measures.
_MONEY = frozenset(("amount", "cost", "credit", "discount", "price", "purchase", "tax", "total"))
_HTML = "HTML"  # a declaration's word for a text that has markup
_CODE = re.compile(r"`(\w+)`")
_NOTHING = re.compile(r"\bNone\b")
_ONE_LINE = 1000  # characters; a longer text gets a text area
_UNLIMITED = 65_535  # what the API takes where its spec names no length


def value_field(mapped: MappedField) -> Any:
    """Build the Django field of a plain value."""
    return _BUILDERS.get(type(mapped.converter), _document)(mapped)


def key_field(mapped: MappedField) -> models.Field[Any, Any]:
    """Build the Django field of a row's key."""
    if isinstance(mapped.converter, types.Integer):
        return models.IntegerField(primary_key=True, editable=False)
    return models.CharField(primary_key=True, max_length=255, editable=False)


def options_of(mapped: MappedField) -> dict[str, Any]:
    """Return the options that every field has: whether it is edited, and its name."""
    words = mapped.name.split("_")
    if words[0] in {"is", "has"} and len(words) > 1:
        words = words[1:]
    name = " ".join(_SPELLED.get(word, word) for word in words)
    return {
        "editable": not mapped.options.readonly,
        "verbose_name": name,
        "help_text": _said(mapped.options.doc or ""),
    }


def _said(doc: str) -> str:
    """Say a declaration's text to people who fill in a form: no `code`, and nothing is "empty"."""
    return _NOTHING.sub("empty", _CODE.sub(_quoted, doc))


def _quoted(match: re.Match[str]) -> str:
    words = " ".join(_SPELLED.get(word, word) for word in match[1].split("_"))
    return f"\N{LEFT DOUBLE QUOTATION MARK}{words}\N{RIGHT DOUBLE QUOTATION MARK}"


def _optional(mapped: MappedField) -> dict[str, Any]:
    """Return the options of a field that may be empty, and is then not sent."""
    return {**options_of(mapped), "null": True, "blank": not mapped.options.required}


def _bounds(mapped: MappedField) -> list[Any]:
    found: list[Any] = []
    if mapped.options.minimum is not None:
        found.append(MinValueValidator(mapped.options.minimum))
    if mapped.options.maximum is not None:
        found.append(MaxValueValidator(mapped.options.maximum))
    return found


def _text(mapped: MappedField) -> Any:
    options = mapped.options
    given = {**options_of(mapped), "blank": not options.required}
    long = mapped.name in _LONG if options.max_length is None else options.max_length > _ONE_LINE
    if _HTML in str(given["help_text"]):
        return f.HtmlField(**given)
    if long:
        return f.TextField(**given)
    return f.CharField(max_length=options.max_length or _UNLIMITED, **given)


def _choice(mapped: MappedField) -> Any:
    converter: Any = mapped.converter
    choices = [(choice, _label(choice)) for choice in converter.choices if choice != ""]
    if all(isinstance(choice, int) for choice, _ in choices):
        return f.IntegerField(choices=choices, **_optional(mapped))
    given = {**options_of(mapped), "blank": not mapped.options.required}
    return f.CharField(max_length=255, choices=choices, **given)


def _label(choice: Any) -> str:
    text = " ".join(_SPELLED.get(word, word) for word in str(choice).split("_"))
    if text.isupper() and str(choice) not in _SPELLED.values() and len(text) > 4:
        text = text.casefold()
    return text[:1].upper() + text[1:]


def _number(mapped: MappedField) -> Any:
    return f.IntegerField(validators=_bounds(mapped), **_optional(mapped))


def _money(mapped: MappedField) -> Any:
    other = _MONEY.isdisjoint(mapped.name.split("_"))
    kind = f.DecimalField if other else f.AmountField
    # What is only shown is shown as people write it.
    places = 2 if mapped.options.readonly and not other else 4
    return kind(
        max_digits=20, decimal_places=places, validators=_bounds(mapped), **_optional(mapped)
    )


def _float(mapped: MappedField) -> Any:
    return f.FloatField(validators=_bounds(mapped), **_optional(mapped))


def _flag(mapped: MappedField) -> Any:
    return f.FlagField(blank=True, default=None, **options_of(mapped))


def _moment(mapped: MappedField) -> Any:
    return f.DateTimeField(**_optional(mapped))


def _day(mapped: MappedField) -> Any:
    return f.DateField(**_optional(mapped))


def _document(mapped: MappedField) -> Any:
    return f.DocumentField(**_optional(mapped))


def _nested(mapped: MappedField) -> Any:
    """Build a field with a form field for each part, where all parts are plain values."""
    converter: Any = mapped.converter
    inner = mapper_for(converter.struct, converter.version).fields.values()
    parts = [part for part in inner if not part.options.readonly]
    if not all(_is_part(part.converter) for part in parts):
        return _document(mapped)
    field = f.NestedField(**_optional(mapped))
    field.parts = {part.name: _part(part) for part in parts}
    return field


def _part(mapped: MappedField) -> forms.Field:
    """Build the form field of a part, from the model field of such a value."""
    kind = type(mapped.converter)
    field = _BUILDERS.get(kind, _document)(mapped)
    field.blank = True
    field.set_attributes_from_name(mapped.name)
    if kind is types.Boolean:
        return forms.BooleanField(required=False, label=capfirst(field.verbose_name))
    if kind is types.Text:
        return forms.CharField(
            required=False, label=capfirst(field.verbose_name), max_length=field.max_length
        )
    if kind in {types.Moment, types.Sequence}:
        part = DayField if kind is types.Moment else WordsField
        return part(required=False, label=capfirst(field.verbose_name))
    made: forms.Field = field.formfield(required=False)
    return made


def _is_part(converter: Any) -> bool:
    """Whether a value is edited in one plain field."""
    words = isinstance(converter, types.Sequence) and isinstance(converter.item, types.Text)
    return words or type(converter) in _PARTS


_PARTS = frozenset(
    (types.Text, types.Choice, types.Boolean, types.Integer, types.Money, types.Float, types.Moment)
)
_BUILDERS: dict[type, Callable[[MappedField], Any]] = {
    types.Text: _text,
    types.Choice: _choice,
    types.Boolean: _flag,
    types.Integer: _number,
    types.Money: _money,
    types.Float: _float,
    types.Moment: _moment,
    types.Day: _day,
    types.Nested: _nested,
}
