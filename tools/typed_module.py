"""The stub of one module of declarations, from its source and from what the classes know.

A class keeps its methods, of which a stub has the signatures. Its fields become descriptors that
tell what is read and what may be assigned, its relations and `objects` name the set that they
hand out; the querysets are in a stub beside, whose types `typed_names` writes.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterable, Iterator, Mapping
from types import ModuleType
from typing import Any

from bcorm.model import Resource, Struct
from bcorm.model.mapper import Mapper, ToMany, mapper_for
from tools import typed_names
from tools.models import models
from tools.typed_names import key_of

HOME = "bcorm.resources._typed"
QUERYSETS = "_querysets"
_COMMON = """\
from collections.abc import Iterable as Iterable, Mapping as Mapping
from datetime import date as date, datetime as datetime
from decimal import Decimal as Decimal
from typing import Any as Any, Generic, Literal as Literal
from typing import TypedDict as TypedDict, TypeVar as TypeVar
from typing_extensions import Never as Never, Self as Self, Unpack as Unpack
from bcorm.model import Manager as Manager, QuerySet as QuerySet, Resource as Resource
from bcorm.model import Struct as Struct, many as many, one as one, readonly as readonly
from bcorm.model.attribute import FieldAttribute
from bcorm.model.q import Q as Q
from bcorm.model.relations.descriptors import RelatedSet as RelatedSet
from bcorm.model.relations.descriptors import many_of as many_of
from bcorm.model.values import Values as Values
from bcorm.query.expressions import Expression as Expression
from bcorm.session.partitions import Partition

R = TypeVar("R", bound=Resource)
_Value = TypeVar("_Value")
Field = FieldAttribute
Plain = FieldAttribute[_Value, _Value]
Shown = FieldAttribute[_Value, Never]
Texts = Iterable[str]
Ids = Iterable[int]
Amount = Decimal | float
Moment = datetime | str
Whole = int | Expression
Sum = Amount | Expression
When = Moment | Expression
Object = Mapping[str, Any]
Moments = Iterable[Moment]
Amounts = Iterable[Amount]
Numbers = tuple[int, int]
Sums = tuple[Amount, Amount]
Span = tuple[Moment, Moment]

class Rows(QuerySet[R], Generic[R]):
    def partitions(self, count: int) -> list[Partition[R]]: ...
"""
_SHORT = {
    "Texts": "Iterable[str]",
    "Ids": "Iterable[int]",
    "Amount": "Decimal | float",
    "Moment": "datetime | str",
    "Whole": "int | Expression",
    "Sum": "Amount | Expression",
    "When": "Moment | Expression",
    "Object": "Mapping[str, Any]",
    "Moments": "Iterable[Moment]",
    "Amounts": "Iterable[Amount]",
    "Numbers": "tuple[int, int]",
    "Sums": "tuple[Amount, Amount]",
    "Span": "tuple[Moment, Moment]",
}
_TARGETS = {
    relation.target
    for _, model in models()
    for relation in model.relations.values()
    if isinstance(relation, ToMany)
}
_WORD = re.compile(r"\w+")
_CHOICES = re.compile(r"Literal\[(?!\w)[^\[\]]{20,}\]")


def declares(module: ModuleType) -> bool:
    """Whether a module has classes of resources or values of its own."""
    return any(True for _ in _own(module))


def _own(module: ModuleType) -> Iterator[type]:
    for value in vars(module).values():
        if _is_model(value) and value.__module__ == module.__name__:
            yield value


def _is_model(value: Any) -> bool:
    return isinstance(value, type) and issubclass(value, (Resource, Struct))


def _has_rows(value: Any) -> bool:
    return _is_model(value) and "endpoint" in vars(value)


def _querysets_of(model: type) -> str:
    """Return the module, which is only a stub, that has the queryset of a resource."""
    return f"{model.__module__.rpartition('.')[0]}.{QUERYSETS}"


def querysets(modules: Iterable[ModuleType]) -> str:
    """Return the text of the stub of the querysets of all resources of some modules.

    They are in one file, for there they weigh less: most of each is what others have, too.
    """
    models = [model for module in modules for model in _own(module) if _has_rows(model)]
    homes: dict[str, list[str]] = {}
    for home, name in [pair for model in models for pair in typed_names.homes(model)]:
        known = homes.setdefault(name, [])
        if home not in known:
            known.append(home)
    body: list[str] = []
    used: set[tuple[str, str]] = set()
    for model in models:
        text = "\n".join(typed_names.of_model(model, related=model in _TARGETS))
        for home, name in set(typed_names.homes(model)):
            number = homes[name].index(home)
            word = re.compile(rf"(?<![\w']){name}(?![\w'])")
            # Two values of one name, of different modules, are told apart.
            text = word.sub(f"{name}{number}", text) if number else text
            if word.search(text) or number:
                used.add((home, f"{name} as {name}{number}" if number else name))
        body.append(text)
    imports: dict[str, list[str]] = {HOME: ["*"]}
    for home, name in sorted(used):
        imports.setdefault(home, []).append(name)
    head = [f"from {home} import {', '.join(names)}" for home, names in imports.items()]
    return "\n".join([*head, _named("\n".join(filter(None, body)), _SHORT), ""])


def common() -> str:
    """Return the text of what all stubs share."""
    lookups = "\n".join(typed_names.common())
    return f"{_COMMON}{_shortened(lookups)}\n"


def stub(module: ModuleType) -> str:
    """Return the text of the module's stub."""
    tree = ast.parse(inspect.getsource(module))
    imports: list[ast.ImportFrom] = []
    body: list[str] = []
    needed: set[tuple[str, str]] = set()
    for node in _flat(tree.body):
        if isinstance(node, ast.ImportFrom):
            imports.append(node)
        elif isinstance(node, ast.ClassDef):
            body += _class(node, getattr(module, node.name, None), needed)
        elif isinstance(node, ast.FunctionDef):
            body += _function(node, "")
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            body += _constant(node, module)
    text = _shortened("\n".join(filter(None, body)))
    words = set(_WORD.findall(text))
    given = set(_WORD.findall(_COMMON))
    given.discard("ClassVar")  # which pyright only knows by its own name
    found = {*_kept(imports, words - given), ("typing", "ClassVar"), *needed}
    names: dict[str, list[str]] = {HOME: ["*"]}
    for home, name in sorted(found):
        if home != module.__name__ and name.split()[-1] in words:
            names.setdefault(home, []).append(name)
    head = [f"from {home} import {', '.join(these)}" for home, these in names.items()]
    return "\n".join([*head, text, ""])


def _shortened(text: str) -> str:
    """Give a name to each type that is long and said several times."""
    said = _CHOICES.findall(text)
    chosen = [one for one in dict.fromkeys(said) if said.count(one) > 1]
    choices = {f"_Choices{number}": one for number, one in enumerate(chosen, 1)}
    return "".join(f"{name} = {type_}\n" for name, type_ in choices.items()) + _named(
        text, {**_SHORT, **choices}
    )


def _named(text: str, names: Mapping[str, str]) -> str:
    """Write names for the types that have one."""
    for name, type_ in names.items():
        text = text.replace(type_, name)
    return text


def _flat(nodes: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Yield statements, of an `if TYPE_CHECKING` those that checkers see."""
    for node in nodes:
        if isinstance(node, ast.If):
            yield from _flat(node.body if "not " not in ast.unparse(node.test) else node.orelse)
        else:
            yield node


def _kept(nodes: list[ast.ImportFrom], words: set[str]) -> Iterator[tuple[str, str]]:
    """Yield module and name of the imports of what a text names."""
    for node in nodes:
        for one in node.names:
            if (one.asname or one.name) in words and node.module and node.module != "__future__":
                yield node.module, ast.unparse(one)


def _constant(node: ast.Assign | ast.AnnAssign, module: ModuleType) -> Iterator[str]:
    target = node.targets[0] if isinstance(node, ast.Assign) else node.target
    name, text = ast.unparse(target), ast.unparse(node)
    value = getattr(module, name, None)
    if isinstance(node, ast.AnnAssign):
        yield f"{name}: {ast.unparse(node.annotation)}"
    elif "TypeVar(" in text or not (name.isupper() or name.startswith("_")):
        yield text  # an alias of a type
    elif not name.startswith("_"):
        yield f"{name}: {type(value).__name__ if type(value) in (str, int) else 'Any'}"


def _function(node: ast.FunctionDef, indent: str) -> Iterator[str]:
    if node.name.startswith("_") and not node.name.endswith("__"):
        return
    for mark in node.decorator_list:
        if isinstance(mark, ast.Name):
            yield f"{indent}@{mark.id}"
    arguments = node.args
    for one in (arguments.defaults, arguments.kw_defaults):
        one[:] = [None if value is None else ast.Constant(...) for value in one]
    returns = "" if node.returns is None else f" -> {ast.unparse(node.returns)}"
    yield f"{indent}def {node.name}({ast.unparse(arguments)}){returns}: ..."


def _class(node: ast.ClassDef, found: Any, needed: set[tuple[str, str]]) -> Iterator[str]:
    marks = [one for one in node.decorator_list if ast.unparse(one) == "shared_fields"]
    head = ast.unparse(ast.ClassDef(node.name, node.bases, [], [], marks))
    lines: list[str] = []
    if _has_rows(found):
        needed.add((_querysets_of(found), f"{found.__name__}QuerySet"))
        lines += _identity(found)
    for item in _flat(node.body):
        of_model = _is_model(found) or bool(marks)
        lines += _member(item, found, needed) if of_model else _plain_member(item)
    yield from [head, *lines] if lines else [f"{head} ..."]


def _plain_member(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef):
        yield from _function(node, "    ")
    elif isinstance(node, ast.AnnAssign):
        yield f"    {ast.unparse(node.target)}: {ast.unparse(node.annotation)}"


def _member(node: ast.stmt, model: Any, needed: set[tuple[str, str]]) -> Iterator[str]:
    """Yield what checkers see of one statement in the body of a resource or a value."""
    if isinstance(node, ast.FunctionDef) and node.name not in {"__init__", "__init_subclass__"}:
        yield from _function(node, "    ")
    elif isinstance(node, ast.AnnAssign):
        yield from _field(node, mapper_for(model, typed_names.version_of(model)))
    elif isinstance(node, ast.Assign):
        name = ast.unparse(node.targets[0])
        relation = getattr(model, "relations", {}).get(name)
        if relation is not None:
            yield _relation(name, relation, needed)
        elif name != "endpoint" and not name.startswith("_"):
            yield f"    {name}: ClassVar[Any]"


def _identity(model: type[Resource]) -> Iterator[str]:
    """Yield what tells a row from others: its key, and the keys of what it lives below."""
    endpoint, mapper = model.endpoint, mapper_for(model)
    yield f"    objects: ClassVar[Manager[{model.__name__}QuerySet[Self]]]"
    key = mapper.fields.get(endpoint.key or "")
    if key is not None:
        yield f"    @property\n    def pk(self) -> {typed_names.text(key.annotation)}: ..."
    for name in endpoint.owners:
        if name not in mapper.fields:
            kind = key_of(model, name)
            yield f"    {name}: Plain[{kind}] = ..."


def _field(node: ast.AnnAssign, mapper: Mapper) -> Iterator[str]:
    name, shown = ast.unparse(node.target), ast.unparse(node.annotation)
    if shown == "LinesField":  # a descriptor already
        yield f"    {name}: {shown} = ..."
        return
    field = mapper.fields.get(name)
    if field is None:
        yield f"    {name}: {shown}"
        return
    if field.options.readonly:
        yield f"    {name}: Shown[{shown}] = readonly()"
    else:
        taken = typed_names.taken(field, mapper.model)
        taken = shown if taken == typed_names.text(field.annotation) else taken
        kinds = f"Plain[{shown}]" if taken == shown else f"Field[{shown}, {taken}]"
        yield f"    {name}: {kinds} = ..."
    if field.options.doc:
        yield f"    {field.options.doc!r}"


def _relation(name: str, relation: Any, needed: set[tuple[str, str]]) -> str:
    target = relation.target
    needed.add((target.__module__, target.__name__))
    if not isinstance(relation, ToMany):
        return f"    {name}: one[{target.__name__}] = ..."
    needed.add((_querysets_of(target), f"{target.__name__}Set"))
    handed = f"{target.__name__}Set[{target.__name__}]"
    return f"    {name}: many_of[{target.__name__}, {handed}] = ..."
