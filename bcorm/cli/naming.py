"""What a shell user calls things: resources in the plural, lookups as `price__gte=10`."""

from __future__ import annotations

import difflib
import inspect
import re
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

import click

from bcorm import lookups
from bcorm.cli import console
from bcorm.cli.values import typed
from bcorm.model.conditions import has
from bcorm.model.fields import FieldOptions
from bcorm.model.mapper import mapper_for
from bcorm.model.resource import Resource
from bcorm.model.types import Boolean, Converter, Sequence, converter_for
from bcorm.resources import INDEX
from bcorm.resources.v2 import V2_INDEX

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# The index holds a few values that are no resources; they are told apart when they are imported.
_PACKAGES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "": ("bcorm.resources", INDEX),
    "v2": ("bcorm.resources.v2", V2_INDEX),
}


# Words whose plural they are themselves, at the end of the names of classes.
_PLURALS = (
    "settings", "statuses", "menus", "templates", "consignments", "properties", "information",
)  # fmt: skip


def singular(name: str) -> str:
    """Return what a shell calls one row of a class: `ProductImage` is `product-image`."""
    words = "".join(f"-{letter}" if letter.isupper() else letter for letter in name)
    return words.lstrip("-").lower()


def plural(name: str) -> str:
    """Return what a shell calls the rows of a class: `ProductImage` is `product-images`."""
    word = singular(name)
    if word.endswith(_PLURALS):
        return word
    if word.endswith("y") and word[-2] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "ch")) else f"{word}s"


@lru_cache(maxsize=1)
def _names() -> Mapping[str, tuple[str, str]]:
    """Return the package and the class by everything that names it, without separators."""
    found: dict[str, tuple[str, str]] = {}
    for prefix, (_, index) in _PACKAGES.items():
        for name in index:
            for text in (name, plural(name)):
                found[prefix + _plain(text)] = (prefix, name)
    return found


def _plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def amount(count: int, model: type[Resource]) -> str:
    """Say how many rows of a class: `1 product-image`, `2 product-images`."""
    return f"{count} {named(count, model)}"


def named(count: int, model: type[Resource]) -> str:
    """Return what so many rows of a class are called."""
    return (singular if count == 1 else plural)(model.__name__)


def stem(model: type[Resource]) -> str:
    """Return the name of a file of a class's rows, by which its class is found again."""
    both = model.endpoint.version == 2 and model.__name__ in V2_INDEX
    return f"v2-{plural(model.__name__)}" if both else plural(model.__name__)


def resource_names(begun: str = "") -> list[str]:
    """Return the usual names of the resources that begin like this; only these are imported."""
    found = []
    for prefix, (package, index) in _PACKAGES.items():
        named = {f"{prefix}/{plural(name)}".lstrip("/"): name for name in index}
        found += [
            text
            for text, name in named.items()
            if text.startswith(begun) and _is_resource(getattr(import_module(package), name))
        ]
    return found


def _guessed(key: str) -> tuple[str, str]:
    """Return the one class whose name ends like this: `variants` are those of products."""
    found = {one for text, one in _names().items() if len(key) > 3 and text.endswith(key)}
    found = {one for one in found if not one[0]} or found
    for whose in ("product", "order", "customer"):
        named = _names().get(whose + key)
        if named in found:
            return named
    return found.pop() if len(found) == 1 else ("", "")


def _is_resource(found: object) -> bool:
    return inspect.isclass(found) and issubclass(found, Resource)


def resource_named(text: str) -> type[Resource]:
    """Return the class that a name means: `products`, `product`, `Product`, `v2/products`.

    Raises:
        click.UsageError: there is none; the nearest right name is suggested.
    """
    key = _plain(text)
    prefix, name = _names().get(key, ("", ""))
    if not name and key.startswith("v3"):
        prefix, name = _names().get(key[2:], ("", ""))
    elif not name and key.startswith("v2"):
        # What exists in V2 only is named like the rest.
        prefix, name = _names().get(key[2:], ("", ""))
    if not name:
        prefix, name = _guessed(key)
        if name:
            console.say(f"{text} are taken for {plural(name)}")
    found = getattr(import_module(_PACKAGES[prefix][0]), name) if name else None
    if _is_resource(found):
        return cast("type[Resource]", found)
    near = difflib.get_close_matches(text.casefold(), _typed_names(), n=1)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    raise click.UsageError(f"there is no resource {text!r}{hint}")


def _typed_names() -> list[str]:
    """Return what people type: the usual names, and the ends of them that mean one resource."""
    usual = resource_names()
    ends = {name.partition("-")[2] for name in usual if "/" not in name} - {""}
    return [*usual, *sorted(end for end in ends if _guessed(_plain(end))[1])]


if TYPE_CHECKING:
    ParamType = click.ParamType[Any]
else:
    ParamType = click.ParamType  # generic since click 8.5 only


class ResourceName(ParamType):
    """An argument that names a resource, with completion."""

    name = "resource"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> type[Resource]:
        """Return the class."""
        del param, ctx
        return resource_named(value) if isinstance(value, str) else value

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[click.shell_completion.CompletionItem]:
        """Offer the names that begin like this."""
        del ctx, param
        names = resource_names(incomplete.casefold())
        return [click.shell_completion.CompletionItem(name) for name in names]


def parse_lookups(model: type[Resource], texts: Iterable[str]) -> dict[str, Any]:
    """Turn `price__gte=10` and `id__in=1,2` into keywords for `filter`, with typed values.

    Raises:
        click.UsageError: a text is no lookup, or its value cannot be read.
        FieldError: no such field; the nearest right name is suggested.
    """
    found: dict[str, Any] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals or not name:
            raise click.UsageError(f"{text!r} is no lookup: write field=value or field__gte=value")
        path, lookup = lookups.split(name)
        row = lookups.LOOKUPS[lookup]
        converter = Boolean(None) if row.takes == "flag" else _converter(model, path)
        try:
            found[name] = _operand(converter, row, value)
        except ValueError:
            raise click.UsageError(
                f"{text!r}: {converter.expected} was expected after the equals sign"
            ) from None
    return found


def _operand(converter: Converter, lookup: lookups.Lookup, text: str) -> Any:
    item = converter.item if isinstance(converter, Sequence) else converter
    if lookup.takes == "pattern":
        return _pattern(text)
    if lookup.many:
        return [typed(item, part) for part in text.split(",")]
    return typed(item, text)


def _pattern(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise click.UsageError(f"{text!r} is no regular expression: {error}") from None
    return text


def _converter(model: type[Resource], path: tuple[str, ...]) -> Converter:
    """Return the converter of what a lookup compares."""
    mapper = mapper_for(model)
    for one in model.relations.values() if len(path) > 1 else ():
        own = path[0] in mapper.fields  # a field, which may hold keys, or the relation itself
        if path[0] in ((one.via, one.ids) if own else (one.name,)) and (
            not own or has(one.target, path[1])
        ):
            return _converter(one.target, path[1:])
    relation = model.relations.get(path[0])
    via = getattr(relation, "via", None)
    first = via if via is not None and len(path) == 1 else path[0]
    first = (model.endpoint.key or first) if first == "pk" else first
    if first not in mapper.fields:
        return _filter_converter(model, lookups.SEPARATOR.join(path), mapper.version)
    return mapper.along((first, *path[1:]))[-1].converter


def _filter_converter(model: type[Resource], name: str, version: int) -> Converter:
    """Return the converter of a filter that is no field."""
    wider = model.endpoint.everywhere
    known = model.endpoint.filters.get(name) or (wider.filters.get(name) if wider else None)
    if known is not None and known.type is not None:
        return converter_for(known.type, FieldOptions(), version)
    if known is None and name not in model.endpoint.owners:
        raise mapper_for(model).unknown(
            name, [*model.endpoint.filters, *model.endpoint.owners, *model.relations]
        )
    return Converter()
