"""Requests that a schema of the specs forbids, made from those that it allows.

Each differs from a request of a scenario in one thing: a value of another type, one letter too
long, a word outside the enum, a name left out. A store as strict as the specs refuses every one.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode

from coverage_api.exceptions import TAKEN

if TYPE_CHECKING:
    from spec_judge import Operation, SpecJudge

    from bcorm.emulator import Emulator
    from bcorm.http.message import Request

# What a number or a text may be longer than before it only costs time.
_LONGEST = 70_000
_GONE = object()
_NO_ERRORS = ({}, [], None)


@dataclass(frozen=True)
class Broken:
    """One thing that is wrong: where, how, and the value there (`_GONE`: the name is left out)."""

    place: tuple[str | int, ...]
    kind: str
    value: Any

    @property
    def name(self) -> str:
        """The place without the indices of arrays, and the kind."""
        return ".".join(str(part) for part in self.place if isinstance(part, str)) + " " + self.kind

    def body(self, right: Any) -> Any:
        """The body with this in it."""
        if not self.place:
            return self.value
        wrong = copy.deepcopy(right)
        at = wrong
        for part in self.place[:-1]:
            at = at[part]
        if self.value is _GONE:
            del at[self.place[-1]]
        else:
            at[self.place[-1]] = self.value
        return wrong


class Rolled(Exception):
    """Takes back what a request did."""


@dataclass
class Breaker:
    """Sends what is forbidden to an emulator, and takes back what was done all the same.

    Attributes:
        taken: what the emulator did not refuse.
        sent: how many requests were tried.
        used: the exceptions that something was left out for.
    """

    judge: SpecJudge
    emulator: Emulator
    taken: list[str] = field(default_factory=list)
    sent: int = 0
    used: set[str] = field(default_factory=set)
    _seen: set[tuple[str, str, str]] = field(default_factory=set)

    def before(self, request: Request) -> None:
        """Try what is near a request that is about to be sent."""
        operation = self.judge.operation(request.method, "/" + request.path)
        if operation is None:
            return
        document = _Document(self.judge.document(operation.spec), operation.version)
        declared = self.judge.declared(operation)
        for name, text in document.wrong_queries(declared):
            if self._is_new(operation, f"?{name}", text):
                query = urlencode({**dict(parse_qsl(request.query)), name: text}, safe=":,")
                self._try(operation, f"?{name}={text}", request, query, request.body)
        if request.body and request.headers.get("Content-Type", "").startswith("application/json"):
            right = json.loads(request.body)
            schema = document.body_schema(declared)
            for broken in document.breaks(schema, right) if schema else ():
                shown = "-" if broken.value is _GONE else json.dumps(broken.value)[:40]
                if self._is_new(operation, broken.name, shown):
                    wrong = json.dumps(broken.body(right)).encode()
                    named = f"{broken.name}: {shown}"
                    self._try(operation, named, request, request.query or "", wrong)

    def _is_new(self, operation: Operation, name: str, shown: str) -> bool:
        key = (operation.name, name, shown)
        if key in self._seen:
            return False
        self._seen.add(key)
        for pattern in TAKEN:
            if re.match(pattern, f"{operation.name} {name}"):
                self.used.add(pattern)
                return False
        return True

    def _try(
        self, operation: Operation, named: str, request: Request, query: str, body: bytes | None
    ) -> None:
        self.sent += 1
        answer = None
        try:
            with self.emulator._store.transaction():
                answer = self.emulator.app.test_client().open(
                    f"/stores/coverage/{request.path}?{query}",
                    method=request.method,
                    data=body,
                    headers={**request.headers, "X-Auth-Token": "token"},
                )
                raise Rolled  # noqa: TRY301 - a transaction ends by leaving it
        except Rolled:
            pass
        if not _refused(answer.status_code, answer.get_data()):
            self.taken.append(f"taken: {operation.name} {named} ({answer.status_code})")


def _refused(status: int, data: bytes) -> bool:
    if 400 <= status < 500:
        return True
    if status not in (200, 207) or not data:
        return False
    told = json.loads(data)
    told = told if isinstance(told, dict) else {}
    meta = told.get("meta") if isinstance(told.get("meta"), dict) else {}
    errors = (told.get("errors"), told.get("batch_errors"), meta.get("failed"))
    return any(error not in (*_NO_ERRORS, 0) for error in errors)


class _Document:
    """A spec file, and what its schemas forbid."""

    def __init__(self, document: dict[str, Any], version: str) -> None:
        self._document, self._version = document, version

    def _at(self, node: Any) -> dict[str, Any]:
        while isinstance(node, dict) and "$ref" in node:
            found: Any = self._document
            for part in node["$ref"].removeprefix("#/").split("/"):
                found = found[part.replace("~1", "/").replace("~0", "~")]
            node = found
        return node if isinstance(node, dict) else {}

    def _merged(self, node: Any) -> dict[str, Any]:
        """A schema with those that it is made of; alternatives stand under `""`."""
        node = self._at(node)
        required = node.get("required")
        merged = {**node, "required": [*required] if isinstance(required, list) else []}
        properties = dict(node.get("properties") or {})
        parts = [self._merged(part) for part in node.get("allOf") or ()]
        several = [self._merged(part) for part in node.get("oneOf") or node.get("anyOf") or ()]
        if len(several) == 1:
            parts, several = [*parts, *several], []
        for part in parts:
            properties = {**part["properties"], **properties}
            merged["required"] += part["required"]
            several = several or part[""]
            merged = {**part, **merged}
        return {**merged, "properties": properties, "": several}

    def body_schema(self, declared: dict[str, Any]) -> Any:
        """The schema of an operation's JSON body, if it has one."""
        body = self._at(declared.get("requestBody"))
        return ((body.get("content") or {}).get("application/json") or {}).get("schema")

    def wrong_queries(self, declared: dict[str, Any]) -> Iterator[tuple[str, str]]:
        """Query parameters with values that they cannot have."""
        for item in declared.get("parameters") or ():
            parameter = self._at(item)
            if parameter.get("in") != "query":
                continue
            schema = self._merged(parameter.get("schema"))
            if schema.get("type") == "array":
                schema = self._merged(schema.get("items"))
            if schema.get("type") == "string" and not (schema.get("enum") or "format" in schema):
                continue  # a text says anything
            for kind, value in self._wrong(schema):
                if kind in ("enum", "format") or isinstance(value, str | float):
                    yield parameter["name"], str(value)

    def breaks(self, node: Any, right: Any, place: tuple[Any, ...] = ()) -> Iterator[Broken]:
        """What can be wrong in a body that is right."""
        schema = self._merged(node)
        if isinstance(right, list):
            alternatives = [schema, *schema[""]]
            items = next((one["items"] for one in alternatives if "items" in one), None)
            if right and items is not None:
                for kind, value in self._wrong(self._merged(items)):
                    yield Broken((*place, 0), kind, value)
                yield from self.breaks(items, right[0], (*place, 0))
            return
        if not isinstance(right, dict):
            return
        best = sorted(schema[""], key=lambda one: -len(one["properties"].keys() & right.keys()))
        for one in (*best[:1], schema):
            for name in one["required"]:
                if name in right and not self._at(one["properties"].get(name)).get("readOnly"):
                    yield Broken((*place, name), "required", _GONE)
            for name, inner in one["properties"].items():
                yield from self._breaks_of(inner, right, (*place, name))

    def _breaks_of(self, node: Any, right: dict[str, Any], place: tuple[Any, ...]) -> Any:
        schema, name = self._merged(node), place[-1]
        if schema.get("readOnly"):
            return
        for kind, value in self._wrong(schema):
            yield Broken(place, kind, value)
        several = right.get(name)
        if "maxItems" in schema and isinstance(several, list) and several:
            yield Broken(place, "maxItems", several[:1] * (schema["maxItems"] + 1))
        if name in right:
            yield from self.breaks(node, right[name], place)

    def _wrong(self, schema: dict[str, Any]) -> Iterator[tuple[str, Any]]:
        """Values that a schema forbids, each with the word of the schema that does."""
        kind = schema.get("type")
        if schema[""]:
            return
        if schema.get("enum"):
            yield "enum", 99_999 if kind in ("integer", "number") else "no-such-word"
        elif kind == "string":
            yield from self._wrong_texts(schema)
        elif kind in ("integer", "number"):
            yield from self._wrong_numbers(schema)
        elif kind == "boolean":
            yield "type", "maybe"
        elif kind in ("array", "object"):
            yield "type", "x"
            if schema.get("minItems"):
                yield "minItems", []

    def _wrong_numbers(self, schema: dict[str, Any]) -> Iterator[tuple[str, Any]]:
        yield "type", "abc"
        if schema["type"] == "integer":
            yield "type", 1.5
        if "minimum" in schema:
            yield "minimum", schema["minimum"] - 1
        if "maximum" in schema:
            yield "maximum", schema["maximum"] + 1

    def _wrong_texts(self, schema: dict[str, Any]) -> Iterator[tuple[str, Any]]:
        form = str(schema.get("format", ""))
        yield "type", {"a": 1}
        if self._version == "v3":  # V2 takes a number for a text
            yield "type", True if form.startswith("date") else 12_345
        if schema.get("maxLength", _LONGEST) < _LONGEST:
            yield "maxLength", "x" * (schema["maxLength"] + 1)
        if schema.get("minLength"):
            yield "minLength", "x" * (schema["minLength"] - 1)
        if form.startswith(("date", "uri", "email", "uuid", "ISO")):
            yield "format", "?!"
        pattern = schema.get("pattern")
        wrong = next(
            (text for text in ("!!! ~", "é") if pattern and not re.search(pattern, text)), ""
        )
        if wrong:
            yield "pattern", wrong
