"""Reading the official OpenAPI files into `Operation`s; `scaffold` and `drift` start here."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs
import yaml

from tools.shapes import Shape, build

METHODS = ("get", "post", "put", "patch", "delete")
_HOLE = re.compile(r"\{[^}]+\}")
SERVER = re.compile(r"/stores/\{\w+\}/(v[23])$")
# `page`-like parameters, and the words that belong to no field.
PAGING = frozenset({"page", "limit", "before", "after", "Page", "Limit"})
SHOWING = frozenset({"200", "201", "202"})
WORDS = frozenset({"sort", "direction", "include", "include_fields", "exclude_fields"})


@attrs.frozen(kw_only=True)
class Operation:
    """One operation of one spec file.

    Attributes:
        spec: the file, relative to the folder.
        method: in capitals.
        path: from the version on, with the spec's own placeholders.
        name: the operation id.
        query: the query parameters, as the spec has them, references resolved.
        request: the body, or None.
        media: the content types of the body.
        responses: by status, the body's shape, or None without one.
    """

    spec: str
    method: str
    path: str
    name: str
    summary: str
    query: Mapping[str, Mapping[str, Any]]
    request: Shape | None
    media: tuple[str, ...]
    responses: Mapping[str, Shape | None]

    @property
    def template(self) -> str:
        """The path with anonymous placeholders: specs do not agree on their names."""
        return _HOLE.sub("{}", self.path)

    @property
    def answer(self) -> Shape | None:
        """The union of what success looks like; what goes with other statuses are errors."""
        shape: Shape | None = None
        for status, body in self.responses.items():
            if status in SHOWING and body is not None:
                shape = body if shape is None else shape.join(body)
        return shape


def folder(named: str | None = None) -> Path:
    """Return the folder of the specs: as named, from BCORM_SHARED, or beside the checkout."""
    if named:
        return Path(named)
    shared = os.environ.get("BCORM_SHARED") or Path(__file__).parents[2] / "shared"
    return Path(shared) / "specs"


def operations(root: Path, pattern: str = "") -> Iterator[Operation]:
    """Yield every management operation of the files whose name contains `pattern`."""
    for path in sorted([*root.rglob("*.yml"), *root.rglob("*.yaml")]):
        name = path.relative_to(root).as_posix()
        if pattern in name:
            yield from _of_file(name, path)


def documented(root: Path) -> set[tuple[str, str]]:
    """Return method and template of the V2 catalog's operations, which have no OpenAPI file."""
    path = root / "v2_catalog.json"
    if not path.exists():
        return set()
    pages = json.loads(path.read_text()).values()
    return {
        (endpoint["method"], f"v2{_HOLE.sub('{}', endpoint['path'].removeprefix('/api/v2'))}")
        for page in pages
        for endpoint in page["endpoints"]
    }


def _of_file(name: str, path: Path) -> Iterator[Operation]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    document = yaml.load(path.read_text(), loader)
    server = SERVER.search(str((document.get("servers") or [{}])[0].get("url", "")))
    if server is None:  # another host: storefront, payments, a provider's own service
        return
    reader = _Reader(name, server[1], document)
    for route, item in (document.get("paths") or {}).items():
        for method in METHODS:
            if method in item:
                yield reader.operation(route, item, method)


@attrs.frozen
class _Reader:
    """Reads the operations of one document."""

    name: str
    version: str
    document: Mapping[str, Any]

    def resolve(self, reference: str) -> tuple[str, Any]:
        """Follow a reference inside the document."""
        found: Any = self.document
        for step in reference.removeprefix("#/").split("/"):
            found = found[step.replace("~1", "/").replace("~0", "~")]
        return reference, found

    def target(self, item: Any) -> Any:
        """Return what an object that may be a reference stands for."""
        while isinstance(item, Mapping) and "$ref" in item:
            item = self.resolve(item["$ref"])[1]
        return item

    def body(self, item: Any) -> tuple[Shape | None, tuple[str, ...]]:
        """Return the shape of a body, and its content types."""
        content = (self.target(item) or {}).get("content") or {}
        whole: Shape | None = None
        for part in content.values():
            shape = build(part.get("schema"), self.resolve)
            whole = shape if whole is None else whole.join(shape)
        return whole, tuple(content)

    def operation(self, route: str, item: Mapping[str, Any], method: str) -> Operation:
        """Read one operation."""
        spec = item[method]
        every = [*(item.get("parameters") or ()), *(spec.get("parameters") or ())]
        parameters = [self.target(parameter) for parameter in every]
        request, media = self.body(spec.get("requestBody"))
        return Operation(
            spec=self.name,
            method=method.upper(),
            path=f"{self.version}{route.rstrip('/')}",
            name=spec.get("operationId", ""),
            summary=spec.get("summary", ""),
            query={
                parameter["name"]: {**parameter, **(self.target(parameter.get("schema")) or {})}
                for parameter in parameters
                if parameter.get("in") == "query"
            },
            request=request,
            media=media,
            responses={
                str(status): self.body(answer)[0]
                for status, answer in (spec.get("responses") or {}).items()
            },
        )
