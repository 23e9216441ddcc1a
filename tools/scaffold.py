"""The draft of a resource's declaration, from the official specs; `tools.resource` writes it.

The draft is a beginning: its order and its types are the spec's, its facts must be checked by
hand. `tools.drift` says later what differs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from tools.families import Family, filters
from tools.models import snake
from tools.shapes import Shape
from tools.specs import Operation

_ORDER = ("exact", "ne", "in", "not_in", "gt", "gte", "lt", "lte", "icontains")
_PYTHON = {"integer": "int", "number": "Decimal", "boolean": "bool", "string": "str"}
# Method, and whether the path is that of one row.
VERBS = {
    "list": ("GET", False),
    "get": ("GET", True),
    "create": ("POST", False),
    "update": ("PUT", True),
    "delete": ("DELETE", True),
}
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
    yield f'path="{holes(family.path)}"'
    if key(family) != "id":
        yield f"key={key(family)!r}"
    words = [f'"{verb}"' for verb in verbs(family)]
    if len(words) != len(VERBS):
        yield f"verbs=({', '.join(words)}{',' if len(words) == 1 else ''})"
    for method, word in (("POST", "create"), ("PUT", "update"), ("DELETE", "delete")):
        if batched(family, method):
            # No spec says in a form that programs read how many rows a request may carry.
            yield f"{word}_batch=Batch(10, single=True)"
    listed = family.find("GET", item=False)
    if listed is not None:
        yield from _list_facts(family, listed)
    put = family.find("PUT", item=not document(family))
    wanted = [] if put is None or put.request is None else [*put.request.unwrap().fields]
    wanted = [name for name in wanted if name in family.sent("PUT").required and name != "id"]
    if put is not None and wanted:
        names = "".join(f'"{snake(name)}", ' for name in wanted)
        source = f"{put.spec}, PUT {put.path[2:]}"
        reason = "the body's schema requires them"
        yield f'put_rules=(resend({names}source="{source}", reason="{reason}"),)'


def document(family: Family) -> bool:
    """Whether it is one document, such as settings, and no collection of rows."""
    read = family.find("GET", item=False)
    if family.item is not None or read is None or read.answer is None:
        return False
    return "array" not in read.answer.fields.get("data", read.answer).kinds


def verbs(family: Family) -> list[str]:
    """Return what its single-row requests are called."""
    if document(family):
        methods = [(verb, method) for verb, (method, _) in VERBS.items() if verb != "list"]
        return [verb for verb, method in methods if family.find(method, item=False)]
    return [verb for verb, (method, item) in VERBS.items() if _sends(family, method, item)]


def key(family: Family) -> str | None:
    """Return the field that identifies a row; None where no field does."""
    if document(family):
        return None
    hole = (family.item or "").rpartition("{")[2].rstrip("}")
    return next((name for name in ("id", "uuid", hole) if name in family.shown.fields), None)


def holes(path: str) -> str:
    """Return a path whose placeholders are names of Python."""
    return re.sub(r"\{(\w+)\}", lambda match: "{" + snake(match[1]) + "}", path)


def _sends(family: Family, method: str, item: bool) -> bool:
    return family.find(method, item=item) is not None and not (not item and batched(family, method))


def batched(family: Family, method: str) -> bool:
    """Whether a request to the collection carries many rows."""
    operation = None if document(family) else family.find(method, item=False)
    return operation is not None and (method in {"PUT", "DELETE"} or _is_list(operation))


def _list_facts(family: Family, listed: Operation) -> Iterator[str]:
    """Yield the facts that say what a list can do."""
    if document(family):
        pass
    elif not {"page", "limit"} & listed.query.keys():
        yield 'paging="none"'
    elif "after" in listed.query:
        yield 'paging="both"'
    known = {snake(name) for name in family.shown.fields}
    rows = []
    for name, lookups in filters(listed).items():
        text = " ".join(lookup for lookup in _ORDER if lookup in lookups)
        kind = _PYTHON.get(str((listed.query.get(name) or {}).get("type")), "str")
        value = f'"{text}"' if snake(name) in known else f'Filter("{text}", type={kind})'
        rows.append(f'"{snake(name)}": {value}')
    if rows:
        yield "filters={" + ", ".join(rows) + "}"
    sorts = [name for name in sorting(listed)[0] if name in known]
    if sorts:
        yield f'sort="{" ".join(sorts)}"'
        if sorting(listed)[1] != "direction":
            yield f'sort_style="{sorting(listed)[1]}"'
    if "include_fields" in listed.query:
        yield "selects=True"


def sorting(listed: Operation) -> tuple[list[str], str]:
    """Return what a list is sorted by, and in which style."""
    schema = listed.query.get("sort") or {}
    values = schema.get("enum") or (schema.get("items") or {}).get("enum") or ()
    names = list(dict.fromkeys(str(value).partition(":")[0] for value in values))
    if "direction" in listed.query:
        return names, "direction"
    return names, "suffix" if any(":" in str(value) for value in values) else "plain"


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
    known = "\n    endpoint = Endpoint(\n        " + ",\n        ".join(facts(family)) + ",\n    )"
    method = "GET" if family.find("GET", item=False) or family.find("GET", item=True) else "POST"
    doc = f'    """{words_of(name).capitalize()}. `{method} /{holes(family.path)}`."""\n'
    parts.append("\n".join([head, doc, *body, known]))
    return f'"""{words_of(name).capitalize()}s (`{", ".join(used)}`)."""\n\n{imports(parts)}' + (
        "\n\n\n".join(parts) + "\n"
    )


def words_of(name: str) -> str:
    """Return a class name as words: `PriceList` is a price list."""
    return snake(name).replace("_", " ")


def imports(parts: list[str]) -> str:
    """Return the imports that the classes need."""
    text = "\n".join(parts)
    lines = ["from __future__ import annotations", ""]
    standard = {
        "from datetime import": ("date", "datetime"),
        "from decimal import": ("Decimal",),
        "from typing import": ("Any", "Literal"),
    }
    ours = {
        "from bcorm.model import": ("Resource", "Struct", "field", "readonly"),
        "from bcorm.query.endpoint import": ("Batch", "Endpoint", "Filter", "resend"),
    }
    for group in (standard, ours):
        found = [
            f"{head} {', '.join(used)}"
            for head, names in group.items()
            if (used := [name for name in names if re.search(rf"\b{name}\b", text)])
        ]
        lines += [*found, ""] if found else []
    return "\n".join([*lines, "", ""])
