"""Print a draft declaration of a resource from the official specs.

    python -m tools.scaffold v3/catalog/products/{product_id}/images --name ProductImage
    python -m tools.scaffold --list catalog

The draft is a beginning: its order and its types are the spec's, its facts must be checked by
hand. `tools.drift` says later what differs.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator

import attrs

from tools import specs
from tools.families import Family, families, filters
from tools.models import snake
from tools.shapes import Shape
from tools.specs import Operation

_ORDER = ("exact", "ne", "in", "not_in", "gt", "gte", "lt", "lte", "icontains")
_READONLY = re.compile(r"read[- ]only", re.IGNORECASE)


def camel(name: str) -> str:
    """Return the class name of a wire name."""
    return "".join(part[:1].upper() + part[1:] for part in re.split(r"[^A-Za-z0-9]+", name))


def singular(name: str) -> str:
    """Return the singular of a plural wire name, well enough for a draft."""
    if name.endswith("ies"):
        return name[:-3] + "y"
    if name.endswith("sses"):
        return name[:-2]
    return name[:-1] if name.endswith("s") and not name.endswith("ss") else name


@attrs.define
class Draft:
    """The text of the classes being written."""

    owner: str
    structs: dict[str, tuple[str, ...]] = attrs.field(factory=dict)

    def annotation(self, name: str, shape: Shape) -> str:
        """Return the Python type of a value, and write the structs that it needs."""
        kinds = set(shape.kinds)
        if shape.fields:
            kinds.add("object")
        if "number" in kinds:
            kinds.discard("integer")
        parts = [self._kind(kind, name, shape) for kind in sorted(kinds)]
        if not parts and shape.enum:
            parts = ["Literal[" + ", ".join(repr(value) for value in shape.enum) + "]"]
        return " | ".join(dict.fromkeys(parts)) or "Any"

    def _kind(self, kind: str, name: str, shape: Shape) -> str:
        if kind == "array":
            return f"list[{self.annotation(singular(name), shape.items or Shape())}]"
        if kind == "object":
            return self._struct(name, shape) if shape.fields else "dict[str, Any]"
        if shape.enum and kind in {"string", "integer"}:
            return "Literal[" + ", ".join(_quoted(value) for value in shape.enum) + "]"
        if kind == "string":
            return {"date-time": "datetime", "date": "date"}.get(
                next(iter(shape.formats), ""), "str"
            )
        return {"number": "Decimal", "integer": "int", "boolean": "bool"}.get(kind, "Any")

    def _struct(self, name: str, shape: Shape) -> str:
        title = camel(name)
        lines = tuple(self.lines(shape, shape, shape))
        for candidate in (title, f"{self.owner}{title}", f"{self.owner}{title}2", f"{title}3"):
            if self.structs.setdefault(candidate, lines) == lines:
                return candidate
        return title

    def lines(self, shown: Shape, posted: Shape, put: Shape) -> Iterator[str]:
        """Yield the field lines of a class."""
        names = list(dict.fromkeys([*shown.fields, *posted.fields, *put.fields]))
        for wire in names:
            places = [part.fields[wire] for part in (shown, posted, put) if wire in part.fields]
            shape = places[0]
            for other in places[1:]:
                shape = shape.join(other)
            yield self._line(wire, shape, shown, posted, put)

    def _line(self, wire: str, shape: Shape, shown: Shape, posted: Shape, put: Shape) -> str:
        name = snake(wire)
        words = [f'wire="{wire}"'] if name != wire else []
        annotation = self.annotation(wire, shape)
        writable = wire in posted.fields or wire in put.fields
        only_read = shape.readonly or not writable or bool(_READONLY.search(shape.description))
        optional = shape.nullable or wire not in shown.fields
        if not only_read:
            if wire in posted.required:
                words.append("required=True")
            if put.fields and wire not in put.fields:
                words.append("create_only=True")
            if wire not in shown.fields:
                words.append("write_only=True")
            for word in ("max_length", "minimum", "maximum"):
                value = getattr(shape, word)
                if value is not None and not (word == "max_length" and shape.kinds != {"string"}):
                    words.append(f"{word}={value:_}" if value > 9999 else f"{word}={value}")
        call = f"{'readonly' if only_read else 'field'}({', '.join(words)})"
        return f"    {name}: {annotation}{' | None' if optional else ''} = {call}"


def _quoted(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else repr(value)


def facts(family: Family) -> Iterator[str]:
    """Yield the facts of the endpoint."""
    path = re.sub(r"\{(\w+)\}", lambda match: "{" + snake(match[1]) + "}", family.path)
    yield f'        path="{path}",'
    verbs = [
        ("list", family.find("GET", item=False)),
        ("get", family.find("GET", item=True)),
        ("create", family.find("POST", item=False)),
        ("update", family.find("PUT", item=True)),
        ("delete", family.find("DELETE", item=True)),
    ]
    words = "".join(f'"{verb}", ' for verb, operation in verbs if operation)
    yield f"        verbs=({words.rstrip()}),"
    for method, word in (("POST", "create"), ("PUT", "update"), ("DELETE", "delete")):
        operation = family.find(method, item=False)
        if operation is None or (method == "POST" and not _is_list(operation)):
            continue
        yield f"        # {word}_batch: {operation.summary} {sorted(operation.query)}"
    listed = family.find("GET", item=False)
    if listed is not None:
        yield from _list_facts(family, listed)


def _list_facts(family: Family, listed: Operation) -> Iterator[str]:
    """Yield the facts that say what a list can do."""
    if not {"page", "limit"} & listed.query.keys():
        yield '        paging="none",'
    elif "after" in listed.query:
        yield '        paging="both",'
    known = {snake(name) for name in family.shown.fields}
    rows = []
    for name, lookups in filters(listed).items():
        text = " ".join(lookup for lookup in _ORDER if lookup in lookups)
        kind = (listed.query.get(name) or {}).get("type")
        value = f'"{text}"' if snake(name) in known else f'Filter("{text}", type={kind})'
        rows.append(f'"{snake(name)}": {value}')
    if rows:
        yield "        filters={" + ", ".join(rows) + "},"
    for word in ("sort", "direction", "include"):
        if word in listed.query:
            schema = listed.query[word]
            values = schema.get("enum") or (schema.get("items") or {}).get("enum") or "?"
            yield f"        # {word}: {values}"
    if "include_fields" in listed.query:
        yield "        selects=True,"


def _is_list(operation: Operation) -> bool:
    return operation.request is not None and "array" in operation.request.kinds


def draft(family: Family, name: str) -> str:
    """Return the draft of a resource as text."""
    writer = Draft(name)
    posted, put = family.sent("POST"), family.sent("PUT")
    body = list(writer.lines(family.shown, posted, put))
    parts = [
        f"class {title}(Struct):\n" + "\n".join(lines) for title, lines in writer.structs.items()
    ]
    used = sorted({operation.spec for operation in family.operations})
    head = f"class {name}(Resource):"
    known = "\n    endpoint = Endpoint(\n" + "\n".join(facts(family)) + "\n    )"
    doc = f'    """`GET /{family.path}` ({", ".join(used)})."""\n'
    parts.append("\n".join([head, doc, *body, known]))
    return "\n\n\n".join(parts)


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", nargs="*", help="collection paths, from the version on")
    parser.add_argument("--list", metavar="SPEC", help="list the collections of matching files")
    parser.add_argument("--name", default=None)
    parser.add_argument("--specs", help="the folder of the specs")
    options = parser.parse_args()
    found = families(specs.operations(specs.folder(options.specs), options.list or ""))
    if options.list is not None:
        for path, family in found.items():
            print(path, *sorted({operation.method for operation in family.operations}))
    for path in options.path:
        name = options.name or camel(singular(path.rpartition("/")[2].replace("-", "_")))
        print(draft(found[path], name), end="\n\n\n")


if __name__ == "__main__":
    main()
