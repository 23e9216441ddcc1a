"""A Sphinx extension: pages that are made of the declarations, so that they cannot lag behind.

It writes a page per resource and the table of PUT rules into `reference/generated`, before Sphinx
reads the sources.
"""

from __future__ import annotations

import inspect
import re
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bcorm.cli.naming import plural
from bcorm.model.described import own_words
from bcorm.model.mapper import mapper_for
from bcorm.model.resource import Resource
from bcorm.model.struct import Struct
from bcorm.model.types import Choice, Either, Nested, Sequence, Table
from bcorm.resources import INDEX
from bcorm.resources.v2 import V2_INDEX

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.application import Sphinx

    from bcorm.model.mapper import MappedField
    from bcorm.model.types import Converter
    from bcorm.query.endpoint import Batch, Endpoint

_REQUEST = re.compile(r" `(?:GET|POST|PUT|PATCH|DELETE) ")

RULES = {
    "resend": "sent with every PUT",
    "whole": "replaced as a whole, so loaded before it is changed",
    "refuse": "refused unless the commit acknowledges it",
    "only_with": "sent only together with",
}


def resources() -> Iterator[type[Resource]]:
    """Yield every resource, V3 and V2."""
    for package, index in (("bcorm.resources", INDEX), ("bcorm.resources.v2", V2_INDEX)):
        for name in index:
            found = getattr(import_module(package), name)
            if inspect.isclass(found) and issubclass(found, Resource):
                yield found


def public_name(model: type[Resource]) -> str:
    """Return where a user imports a class from."""
    old = model.__module__.startswith("bcorm.resources.v2.")
    return f"bcorm.v2.{model.__name__}" if old else f"bcorm.{model.__name__}"


def page_name(model: type[Resource]) -> str:
    """Return the name of a resource's page."""
    prefix = "v2-" if ".v2." in public_name(model) else ""
    return prefix + plural(model.__name__)


def _table(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> list[str]:
    rows = [[cell.replace("|", "\\|").replace("\n", " ") for cell in row] for row in rows]
    if not rows:
        return []
    head = list(columns)
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    return [*lines, *(f"| {' | '.join(row)} |" for row in rows), ""]


def _type(converter: Converter) -> str:
    match converter:
        case Sequence():
            return f"list of {_type(converter.item)}"
        case Table():
            return f"dict of {_type(converter.item)}"
        case Nested():
            return f"`{converter.struct.__name__}`"
        case Choice():
            return ", ".join(f"`{choice!r}`" for choice in converter.choices)
        case Either():
            return " or ".join(map(_type, converter.members))
    names = {
        "Text": "`str`", "Boolean": "`bool`", "Integer": "`int`", "Money": "`Decimal`",
        "Float": "`float`", "Moment": "`datetime`", "Day": "`date`", "Converter": "JSON",
    }  # fmt: skip
    return names[type(converter).__name__]


def _rules(mapped: MappedField) -> str:
    options = mapped.options
    words = [
        "read-only" if options.readonly else "",
        "required" if options.required else "",
        "only on creation" if options.create_only else "",
        "never shown" if options.write_only else "",
        "hidden in plans and errors" if options.secret else "",
        f"with `include={options.include}`" if options.include else "",
        f"at most {options.max_length} characters" if options.max_length else "",
        f"at least {options.minimum:,.12g}" if options.minimum is not None else "",
        f"at most {options.maximum:,.12g}" if options.maximum is not None else "",
        f"`{mapped.wire}` on the wire" if mapped.wire != mapped.name else "",
    ]
    return ", ".join(word for word in words if word)


def _fields(fields: Iterable[MappedField]) -> list[str]:
    return _table(
        ("field", "type", "what it is", "rules"),
        (
            (f"`{item.name}`", _type(item.converter), item.options.doc, _rules(item))
            for item in fields
        ),
    )


def _batch(batch: Batch | None) -> str:
    return "one by one" if batch is None else f"{batch.size} rows per request"


def _shell_name(model: type[Resource]) -> str:
    """Return what `bcorm list` calls the rows of a class."""
    return page_name(model).replace("v2-", "v2/", 1)


def _endpoint(model: type[Resource]) -> list[str]:
    endpoint = model.endpoint
    verbs = [
        verb for verb in ("list", "get", "create", "update", "delete") if verb in endpoint.verbs
    ]
    rows = [
        ("path", f"`{endpoint.path}`"),
        ("in the shell", f"`{_shell_name(model)}`"),
        ("single rows", ", ".join(verbs) or "none"),
    ]
    writes = {"create": endpoint.create_batch, "update": endpoint.update_batch}
    for verb, batch in {**writes, "delete": endpoint.delete_batch}.items():
        if verb in endpoint.verbs or batch is not None:
            rows.append((verb, _batch(batch)))
    if "list" in endpoint.verbs:
        pages = {"none": "one request", "cursor": "by cursor", "both": "by cursor, or by number"}
        told = pages.get(endpoint.paging, "after the last key" if endpoint.keyset else "by number")
        size = "" if endpoint.paging == "none" else f", {endpoint.page_size} rows each"
        rows.append(("pages", told + size))
    if endpoint.everywhere is not None:
        rows.append(("of all parents", f"`{endpoint.everywhere.path}`"))
    for what, names in (("include", endpoint.includes), ("sort", endpoint.sort)):
        if names:
            rows.append((what, ", ".join(f"`{name}`" for name in names)))
    if endpoint.natural_key:
        rows.append(("natural key", ", ".join(f"`{name}`" for name in endpoint.natural_key)))
    return _table(("what", "how"), rows)


def _filters(endpoint: Endpoint) -> list[str]:
    wider = endpoint.everywhere
    known = {**(wider.filters if wider is not None else {}), **endpoint.filters}
    rows = (
        (f"`{name}`", ", ".join(f"`{lookup}`" for lookup in sorted(item.lookups)))
        for name, item in known.items()
    )
    return _table(("field", "lookups that the API answers itself"), rows)


def _relations(model: type[Resource]) -> list[str]:
    rows = []
    for name, relation in model.relations.items():
        target: Any = relation.target  # type: ignore[attr-defined]
        kind = type(relation).__name__
        how = (
            f"by `{relation.via}`" if getattr(relation, "via", None)
            else "its parent" if getattr(relation, "parent", False)
            else f"the keys in `{relation.ids}`" if getattr(relation, "ids", None)
            else f"filtered by `{relation.by}`" if getattr(relation, "by", None)
            else f"`include={relation.include}`" if relation.include
            else f"`{target.endpoint.path}`"
        )  # fmt: skip
        rows.append((f"`{name}`", f"{kind} [{target.__name__}]({page_name(target)}.md)", how))
    return _table(("relation", "to", "how"), rows)


def _actions(model: type[Resource]) -> list[str]:
    """Return the directives of what rows of a class can do besides what all resources can."""
    names: dict[str, str] = {}
    for base in model.__mro__[: model.__mro__.index(Resource)]:
        for name, member in vars(base).items():
            if name.startswith("_") or name in names or hasattr(Resource, name):
                continue
            if isinstance(member, property):
                names[name] = "autoproperty"
            elif inspect.isfunction(member) or isinstance(member, (classmethod, staticmethod)):
                names[name] = "automethod"
    lines = [f".. {kind}:: {public_name(model)}.{name}" for name, kind in names.items()]
    return ["```{eval-rst}", *lines, "```", ""] if lines else []


def _structs(model: type[Resource]) -> Iterator[Any]:
    """Yield the nested classes of a resource, each once."""
    seen: dict[Any, None] = {}
    waiting = [item.converter for item in mapper_for(model).fields.values()]
    while waiting:
        converter = waiting.pop(0)
        inner = getattr(converter, "item", None)
        waiting += [inner] if inner is not None else []
        waiting += getattr(converter, "members", [])
        if isinstance(converter, Nested) and converter.struct not in seen:
            seen[converter.struct] = None
            yield converter.struct, converter.version
            fields = mapper_for(converter.struct, converter.version).fields
            waiting += [item.converter for item in fields.values()]


def rule_rows(model: type[Resource]) -> list[tuple[str, str, str]]:
    """Return a table's rows of a resource's PUT rules."""
    rows = []
    for rule in model.endpoint.put_rules:
        told = RULES[rule.kind]
        if rule.companions:
            told += " " + ", ".join(f"`{name}`" for name in rule.companions)
        if rule.acknowledge:
            told += f" as `{rule.acknowledge}`"
        fields = ", ".join(f"`{name}`" for name in rule.fields) or "every field"
        rows.append((f"{fields}: {told}", rule.reason, rule.source))
    return rows


def resource_page(model: type[Resource]) -> str:
    """Return the page of a resource."""
    source = inspect.getdoc(sys.modules[model.__module__]) or ""
    lines = [
        f"# {public_name(model).removeprefix('bcorm.')}", "",
        f"```{{py:class}} {public_name(model)}", "```", "",
        own_words(model), "",
        *_endpoint(model),
        "## Fields", "", *_fields(mapper_for(model).fields.values()),
    ]  # fmt: skip
    for struct, version in _structs(model):
        lines += [f"### {struct.__name__}", "", inspect.getdoc(struct) or "", ""]
        lines += _fields(mapper_for(struct, version).fields.values())
    sections = {
        "Relations": _relations(model),
        "Actions": _actions(model),
        "Filters": _filters(model.endpoint),
        "PUT rules": _table(("rule", "because", "source"), rule_rows(model)),
    }
    for title, table in sections.items():
        lines += [f"## {title}", "", *table] if table else []
    lines += ["## Source", "", source.partition("\n\n")[0], ""]
    return "\n".join(lines)


def values_page() -> str:
    """Return the page of the values that a user imports to put them into rows."""
    lines = ["# Values", "", "Objects inside rows, to be made by hand and put there.", ""]
    for name in INDEX:
        found = getattr(import_module("bcorm.resources"), name)
        if inspect.isclass(found) and issubclass(found, Struct):
            fields = mapper_for(found, 3).fields.values()
            lines += [f"## {name}", "", f"```{{py:class}} bcorm.{name}", "```", ""]
            lines += [own_words(found), "", *_fields(fields)]
    return "\n".join(lines)


def index_page(models: Iterable[type[Resource]]) -> str:
    """Return the list of resources, which also is their table of contents."""
    models = list(models)
    rows = [
        (
            f"[{public_name(model).removeprefix('bcorm.')}]({page_name(model)}.md)",
            f"`{model.endpoint.path}`",
            # The request that ends the line says no more than the path.
            _REQUEST.split((own_words(model)).partition("\n")[0])[0],
        )
        for model in models
    ]
    pages = [page_name(model) for model in models]
    head = ["# Resources", "", "Generated from the declarations in `bcorm/resources`.", ""]
    toc = ["```{toctree}", ":hidden:", "", *pages, "values", "```", ""]
    return "\n".join([*head, *_table(("class", "path", "what it is"), rows), *toc])


def rules_page(models: Iterable[type[Resource]]) -> str:
    """Return the table of all PUT rules."""
    rows = [
        (f"[{public_name(model).removeprefix('bcorm.')}]({page_name(model)}.md)", *row)
        for model in models
        for row in rule_rows(model)
    ]
    head = [
        "# PUT rules", "",
        "A PUT of this API does more than its body says: some endpoints demand fields that did not",
        "change, and some delete what a list leaves out. Each rule is declared at its resource, is",
        "kept by every commit, and has a test.",
        "See [what a PUT does beyond",
        "its body](../../explanation/unit-of-work.md#what-a-put-does-beyond-its-body).",
        "",
    ]  # fmt: skip
    return "\n".join([*head, *_table(("resource", "rule", "because", "source"), rows)])


def generate(folder: Path) -> None:
    """Write the pages; those that have not changed are left alone, and others removed."""
    models = sorted(resources(), key=public_name)
    pages = {
        "index.md": index_page(models),
        "put-rules.md": rules_page(models),
        "values.md": values_page(),
        **{f"{page_name(model)}.md": resource_page(model) for model in models},
    }
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.md"):
        if old.name not in pages:
            old.unlink()
    for name, text in pages.items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def _on_start(app: Sphinx) -> None:
    generate(Path(app.srcdir) / "reference" / "generated")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    app.connect("builder-inited", _on_start)
    return {"parallel_read_safe": True}
