"""From the annotation of a field to its converter. The mapper and the lookups build theirs here."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal, Union

import attrs

from bcorm.model.fields import FieldOptions
from bcorm.model.types.base import Converter
from bcorm.model.types.containers import Either, Nested, Sequence, Table
from bcorm.model.types.numeric import Float, Integer, Money
from bcorm.model.types.scalars import Boolean, Choice, Day, Moment, Text

_SIMPLE_FORMS = {2: "rfc2822", 3: "iso"}


def converter_for(annotation: Any, options: FieldOptions, version: int) -> Converter:
    """Build the converter of a field from its resolved annotation.

    Args:
        annotation: the type, as `typing.get_type_hints` resolves it.
        options: the field's options.
        version: 2 or 3; it decides how dates and decimals are usually written.

    Raises:
        TypeError: the annotation is of no kind that travels.
    """
    origin = typing.get_origin(annotation)
    arguments = typing.get_args(annotation)
    if origin in (Union, types.UnionType):
        members = [item for item in arguments if item is not type(None)]
        built = [converter_for(item, options, version) for item in members]
        return built[0] if len(built) == 1 else Either(built)
    if origin is Literal:
        return Choice(arguments, is_open=options.open)
    if origin is list:
        return Sequence(converter_for(arguments[0], options, version))
    if origin is dict:
        return Table(converter_for(arguments[1], options, version))
    if annotation is Any:
        return Converter()
    simple: dict[Any, Callable[[], Converter]] = {
        str: lambda: Text(options.max_length, lower=options.format == "lower"),
        bool: lambda: Boolean(options.format),
        int: lambda: Integer(options),
        float: lambda: Float(options),
        Decimal: lambda: Money(options, version),
        datetime: lambda: Moment(options.format or _SIMPLE_FORMS[version]),
        date: Day,
        dict: Converter,
        list: Converter,
    }
    if annotation in simple:
        return simple[annotation]()
    if attrs.has(annotation):
        return Nested(annotation, version)
    raise TypeError(f"{annotation!r} is no type of a wire field")
