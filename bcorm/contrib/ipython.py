"""Tab at the prompt of IPython 8.6 and newer: `%load_ext bcorm`.

IPython and jedi complete attributes. Keywords, and names that are texts, they cannot know: what
`Product.objects.filter(` takes is not in its signature. This tells them, with and without jedi:
keywords of filters and of new rows, names in `order_by("` and its like, and attributes after calls.

What is typed is read, not run: nothing is sent, and no relation is loaded by a tab.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, Any, Literal

import attrs

from bcorm.lookups import LOOKUPS, SEPARATOR
from bcorm.model import types
from bcorm.model.mapper import ToMany, mapper_for
from bcorm.model.queryset import QuerySet
from bcorm.model.resource import Resource
from bcorm.model.struct import Struct

if TYPE_CHECKING:
    from bcorm.model.mapper import MappedField, Mapper

Kind = Literal["class", "object", "set", "method"]

_REFINING = frozenset(
    ["all", "defer", "exclude", "filter", "include", "none", "only", "order_by", "reverse", "scan"]
)
_ONE = frozenset(["create", "earliest", "first", "get", "last", "latest", "new"])
_LOOKING = frozenset(["exclude", "filter", "get", "get_or_create", "update_or_create"])
_WRITING = frozenset(["create", "new", "update"])
_WORD = re.compile(r"\w*\Z")
_OPEN = {"(": ")", "[": "]", "{": "}"}
_ORDERED = (types.Integer, types.Money, types.Float, types.Moment, types.Day)


@attrs.frozen
class Meant:
    """What an expression stands for, as far as it can be told without running it.

    Attributes:
        kind: a class, an object of one, several rows, or a method of these.
        model: the resource or struct.
        name: the method's.
    """

    kind: Kind
    model: type[Any]
    name: str = ""


def completions(text: str, namespace: Mapping[str, Any]) -> tuple[str, list[str]]:
    """Return the word at the end of a text, and what it may become.

    Args:
        text: what was typed, up to the cursor.
        namespace: the names that it may use.
    """
    opened, quote = _scanned(text)
    start = len(text) - len(_WORD.search(text)[0]) if quote is None else quote + 1  # type: ignore[index]
    word = text[start:]
    if quote is None and text[:start].endswith("."):
        before = _expression(text[: start - 1])
        # What is a name alone, the shell completes itself.
        found = None if before.isidentifier() else meant(before, namespace)
        return word, _beginning(word, () if found is None else _attributes(found))
    if not opened or text[opened[-1]] != "(":
        return word, []
    called = meant(_expression(text[: opened[-1]]), namespace)
    if called is None:
        return word, []
    if quote is not None:
        return word, _beginning(word, _texts(called, word))
    if text[:start].rstrip()[-1:] not in "(,":
        return word, []  # a value
    keywords = (
        name if name.endswith(SEPARATOR) else f"{name}=" for name in _keywords(called, word)
    )
    return word, _beginning(word, keywords)


def _beginning(word: str, names: Iterable[str]) -> list[str]:
    return [name for name in dict.fromkeys(names) if name.startswith(word)]


def _scanned(text: str) -> tuple[list[int], int | None]:
    """Return where brackets are open at the end of a text, and the quote in which it ends."""
    opened: list[int] = []
    quote: int | None = None
    for place, sign in enumerate(text):
        if quote is not None:
            if sign == text[quote] and text[place - 1] != "\\":
                quote = None
        elif sign in "'\"":
            quote = place
        elif sign in _OPEN:
            opened.append(place)
        elif opened and sign == _OPEN[text[opened[-1]]]:
            opened.pop()
    return opened, quote


def _expression(text: str) -> str:
    """Return the expression of names, dots, calls and indexes at the end of a text."""
    end = place = len(text)
    while place:
        sign = text[place - 1]
        if sign in ")]":
            opened, inner = place - 1, 1
            while opened and inner:
                opened -= 1
                inner += (text[opened] in ")]") - (text[opened] in "([")
            place = opened
        elif sign == "." or sign.isidentifier() or sign.isdigit():
            place -= 1
        else:
            break
    return text[place:end]


def meant(text: str, namespace: Mapping[str, Any]) -> Meant | None:
    """Return what an expression stands for, if it is about resources. It is not run."""
    try:
        return _of(ast.parse(text, mode="eval").body, namespace)
    except SyntaxError:
        return None


def _of(node: ast.expr, namespace: Mapping[str, Any]) -> Meant | None:
    if isinstance(node, ast.Name):
        return _of_value(namespace.get(node.id))
    if isinstance(node, ast.Attribute):
        owner = _of(node.value, namespace)
        if owner is not None:
            return _of_attribute(owner, node.attr)
        module = namespace.get(node.value.id) if isinstance(node.value, ast.Name) else None
        if isinstance(module, ModuleType):  # bcorm.Product
            return _of_value(getattr(module, node.attr, None))
    if isinstance(node, ast.Call):
        return _of_call(_of(node.func, namespace))
    if isinstance(node, ast.Subscript):
        rows = _of(node.value, namespace)
        if rows is not None and rows.kind == "set":
            return rows if isinstance(node.slice, ast.Slice) else Meant("object", rows.model)
    return None


def _of_call(called: Meant | None) -> Meant | None:
    if called is None:
        return None
    if called.kind == "class" or (called.kind == "method" and called.name in _ONE):
        return Meant("object", called.model)
    return Meant("set", called.model) if called.name in _REFINING else None


def _of_value(value: object) -> Meant | None:
    if isinstance(value, type):
        return Meant("class", value) if issubclass(value, (Resource, Struct)) else None
    if isinstance(value, (Resource, Struct)):
        return Meant("object", type(value))
    return Meant("set", value.model) if isinstance(value, QuerySet) else None


def _of_attribute(owner: Meant, name: str) -> Meant | None:
    model = owner.model
    if owner.kind == "class" and name == "objects":
        return Meant("set", model)
    if owner.kind == "object":
        relation = getattr(model, "relations", {}).get(name)
        if relation is not None:
            return Meant("set" if isinstance(relation, ToMany) else "object", relation.target)
        inner = _struct(_mapper(model).fields.get(name))
        if inner is not None:
            return Meant("object", inner)
    known = QuerySet if owner.kind == "set" else model
    return Meant("method", model, name) if hasattr(known, name) or name == "new" else None


def _mapper(model: type[Any]) -> Mapper:
    endpoint = getattr(model, "endpoint", None)
    return mapper_for(model, 3 if endpoint is None else endpoint.version)


def _struct(mapped: MappedField | None) -> type[Struct] | None:
    converter = None if mapped is None else mapped.converter
    return converter.struct if isinstance(converter, types.Nested) else None


def _attributes(found: Meant) -> list[str]:
    named: Any = QuerySet if found.kind == "set" else found.model
    return [name for name in dir(named) if name[0] != "_"] if found.kind != "method" else []


def _keywords(called: Meant, word: str) -> Iterable[str]:
    """Return the keywords of a call; lookups once a field was named and `__` was typed."""
    if called.kind == "class" or called.name in _WRITING:
        return _writable(called.model, new=called.name != "update")
    if called.name in _LOOKING and issubclass(called.model, Resource):
        names = lookups(called.model)
        if SEPARATOR not in word:
            return (name for name in names if SEPARATOR not in name.removesuffix(SEPARATOR))
        return names
    return ()


def _writable(model: type[Any], *, new: bool) -> Iterator[str]:
    for name, mapped in _mapper(model).fields.items():
        if not mapped.options.readonly:
            yield name
    if issubclass(model, Resource):
        yield from (*model.endpoint.owners, *model.relations) if new else _foreign(model)


def _foreign(model: type[Resource]) -> list[str]:
    """Return the relations by which a row names another."""
    return [name for name, one in model.relations.items() if getattr(one, "via", None)]


@cache
def lookups(model: type[Resource]) -> list[str]:
    """Return the keywords that rows can be filtered by: fields and relations, then their lookups.

    Of an object inside the rows, it is what its fields begin with: `custom_url__`.
    """
    mapper, endpoint = mapper_for(model), model.endpoint
    keys = [*(["pk"] if endpoint.key else ()), *_foreign(model)]
    plain = [f"{name}{SEPARATOR}" if _struct(one) else name for name, one in mapper.fields.items()
             if not one.options.write_only]  # fmt: skip
    inner = [f"{name}{SEPARATOR}in" for name in keys]
    for name, mapped in mapper.fields.items():
        if not mapped.options.write_only:
            inner += (f"{name}{SEPARATOR}{found}" for found in _of_field(mapped))
    wires = {mapped.wire for mapped in mapper.fields.values()}
    for name in endpoint.filters.keys() - mapper.fields.keys() - wires:
        known = sorted(endpoint.filters[name].lookups)
        plain += [name] if "exact" in known else ()
        inner += (f"{name}{SEPARATOR}{word}" for word in known if word != "exact")
    return list(dict.fromkeys([*plain, *keys, *endpoint.owners, *inner]))


def _of_field(mapped: MappedField, *, nested: bool = True) -> Iterator[str]:
    """Yield what can be said of a field behind `__`."""
    converter = mapped.converter
    if isinstance(converter, types.Nested):
        for name, one in converter.fields.items() if nested else ():
            if not isinstance(one.converter, types.Nested):
                yield name
            yield from (f"{name}{SEPARATOR}{found}" for found in _of_field(one, nested=False))
    elif isinstance(converter, types.Sequence):
        yield from () if isinstance(converter.item, types.Nested) else ("in", "contains")
    elif not isinstance(converter, (types.Boolean, types.Table)):
        kinds = [
            "anything",
            *(["ordered"] if isinstance(converter, _ORDERED) else ()),
            *(["texts"] if isinstance(converter, types.Text) else ()),
        ]
        for lookup in LOOKUPS.values():
            if lookup.name not in {"exact", "isnull"} and lookup.compares in kinds:
                yield lookup.name
    if mapped.nullable:
        yield "isnull"


def _texts(called: Meant, word: str) -> Iterable[str]:
    """Return the texts that a call takes: names of fields, and of what can be included."""
    model, name = called.model, called.name
    if called.kind != "method" or not issubclass(model, Resource):
        return ()
    if name == "include":
        return model.endpoint.includes
    fields = _mapper(model).fields
    if name in {"only", "defer", "refresh", "in_bulk"}:
        return fields
    if name in {"order_by", "values", "values_list", "earliest", "latest", "to_pandas", "to_arrow",
                "to_polars"}:  # fmt: skip
        sign = "-" if word.startswith("-") else ""
        inner = [f"{one}{SEPARATOR}{each}" for one, mapped in fields.items()
                 if (struct := _struct(mapped)) for each in _mapper(struct).fields]  # fmt: skip
        return [f"{sign}{one}" for one in (*fields, *inner)]
    return ()


def load_ipython_extension(shell: Any) -> None:
    """Complete names of fields and lookups in an IPython shell.

    Args:
        shell: the shell, as `%load_ext` hands it over.
    """
    from IPython.core.completer import SimpleCompletion, context_matcher  # noqa: PLC0415 - an extra

    @context_matcher(identifier="bcorm")  # type: ignore[untyped-decorator]  # IPython has no types
    def bcorm_matcher(context: Any) -> Any:
        lines = context.full_text.split("\n")[: context.cursor_line + 1]
        lines[-1] = lines[-1][: context.cursor_position]
        word, found = completions("\n".join(lines), shell.user_ns)
        return {
            "completions": [SimpleCompletion(text=one, type="param") for one in found],
            "matched_fragment": word,
            "suppress": bool(found),
        }

    unload_ipython_extension(shell)
    shell.Completer.custom_matchers.append(bcorm_matcher)


def unload_ipython_extension(shell: Any) -> None:
    """Complete them no more.

    Args:
        shell: the shell, as `%unload_ext` hands it over.
    """
    shell.Completer.custom_matchers[:] = [
        one
        for one in shell.Completer.custom_matchers
        if getattr(one, "matcher_identifier", "") != "bcorm"
    ]
