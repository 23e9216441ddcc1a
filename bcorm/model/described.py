"""What `help(Product)` and `inspect.signature(Product)` tell: fields, relations and their types.

Made when somebody asks, of what the class declares.
"""

from __future__ import annotations

import inspect
import re
import textwrap
from functools import cache
from types import FunctionType
from typing import TYPE_CHECKING, Any

from bcorm.model.mapper import ToMany, mapper_for

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bcorm.model.mapper import MappedField

_WIDTH = 88
# The most characters of choices that are listed.
_LONG = 40
_MODULES = re.compile(r"\b(?:[a-z_]\w*\.)+")


class FieldSignature(inspect.Signature):
    """A signature of many keywords, which is written with those alone that are needed."""

    def __str__(self) -> str:
        needed = [str(one) for one in self.parameters.values() if one.default is one.empty]
        return f"({', '.join(['*', *needed, '...'])})"

    def format(self, **_options: Any) -> str:
        """Return the text, which has no need of more lines."""
        return str(self)


@cache
def signature_of(model: Any) -> FieldSignature:
    """Return the keywords that a class takes: writable fields, relations, keys of parents."""
    keywords = {
        name: inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            default=inspect.Parameter.empty if mapped.options.required else None,
            annotation=_Shown(_type(mapped)),
        )
        for name, mapped in mapper_for(model).fields.items()
        if not mapped.options.readonly
    }
    for name in (*model.endpoint.owners, *model.relations):
        keywords.setdefault(
            name, inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None)
        )
    return FieldSignature(list(keywords.values()))


@cache
def described(model: Any) -> str:
    """Return what a class is, in its own words, and what it has: a screen of text."""
    own = own_words(model)
    fields = mapper_for(model).fields
    parts = [
        own,
        *_block("Fields (* needed for a new one, () only read)", map(_field, fields.values())),
        *_block("Relations", map(_relation, model.relations.values())),
        *_block("Methods", (f"{name}()" for name in _methods(model))),
    ]
    return "\n".join(parts)


def own_words(model: Any) -> str:
    """Return the docstring that a class, or the nearest that it inherits from, was written with."""
    found = (vars(base).get("__doc__") for base in model.__mro__)
    return inspect.cleandoc(next((text for text in found if text), ""))


class _Shown:
    """A type as readers call it, in a signature."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return self.text


def _type(mapped: MappedField) -> str:
    shown = _MODULES.sub("", inspect.formatannotation(mapped.annotation))
    words = shown.split("Literal[")
    return f"{words[0]}Literal[...]" if len(words) > 1 and len(words[1]) > _LONG else shown


def _field(mapped: MappedField) -> str:
    text = f"{mapped.name}{'*' if mapped.options.required else ''}: {_type(mapped)}"
    return f"({text})" if mapped.options.readonly else text


def _relation(relation: Any) -> str:
    name = relation.target.__name__
    return f"{relation.name}: {name}{'[]' if isinstance(relation, ToMany) else ''}"


def _methods(model: Any) -> list[str]:
    kinds = (FunctionType, classmethod, staticmethod)
    public = [name for name in dir(model) if name[0] != "_"]
    return [name for name in public if isinstance(inspect.getattr_static(model, name), kinds)]


def _block(title: str, words: Iterable[str]) -> list[str]:
    # A text is not broken where it says a type.
    unbroken = ", ".join(word.replace(" ", "\N{NO-BREAK SPACE}") for word in words)
    lines = textwrap.wrap(unbroken, _WIDTH, break_long_words=False, break_on_hyphens=False)
    if not lines:
        return []
    body = [f"    {line}".replace("\N{NO-BREAK SPACE}", " ") for line in lines]
    return ["", f"{title}:", *body]
