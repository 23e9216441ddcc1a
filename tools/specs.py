"""Reading the official OpenAPI files into `Operation`s; `scaffold` and `drift` start here."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs
import yaml

from tools.shapes import Shape, build

METHODS = ("get", "post", "put", "patch", "delete")
SERVER = re.compile(r"/stores/\{\w+\}/(v[23])$")
# `page`-like parameters, and the words that belong to no field.
PAGING = frozenset({"page", "limit", "before", "after", "Page", "Limit"})
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
        return re.sub(r"\{\w+\}", "{}", self.path)

    @property
    def answer(self) -> Shape | None:
        """The union of what success looks like."""
        shape: Shape | None = None
        for status, body in self.responses.items():
            if status.startswith("2") and body is not None:
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


def _of_file(name: str, path: Path) -> Iterator[Operation]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    document = yaml.load(path.read_text(), loader)  # noqa: S506 - a safe loader, in C
    server = SERVER.search(str((document.get("servers") or [{}])[0].get("url", "")))
    if server is None:  # another host: storefront, payments, a provider's own service
        return

    def resolve(reference: str) -> tuple[str, Any]:
        found: Any = document
        for step in reference.removeprefix("#/").split("/"):
            found = found[step.replace("~1", "/").replace("~0", "~")]
        return reference, found

    def deref(item: Any) -> Any:
        while isinstance(item, Mapping) and "$ref" in item:
            item = resolve(item["$ref"])[1]
        return item

    def body(item: Any) -> tuple[Shape | None, tuple[str, ...]]:
        content = (deref(item) or {}).get("content") or {}
        shapes = [build(part.get("schema"), resolve) for part in content.values()]
        whole: Shape | None = None
        for shape in shapes:
            whole = shape if whole is None else whole.join(shape)
        return whole, tuple(content)

    for route, item in (document.get("paths") or {}).items():
        for method in METHODS:
            if method not in item:
                continue
            spec = item[method]
            parameters = [deref(p) for p in [*(item.get("parameters") or ()), *(spec.get("parameters") or ())]]
            request, media = body(spec.get("requestBody"))
            yield Operation(
                spec=name,
                method=method.upper(),
                path=f"{server[1]}{route.rstrip('/')}",
                name=spec.get("operationId", ""),
                summary=spec.get("summary", ""),
                query={
                    p["name"]: {**p, **(deref(p.get("schema")) or {})}
                    for p in parameters
                    if p.get("in") == "query"
                },
                request=request,
                media=media,
                responses={
                    str(status): body(answer)[0]
                    for status, answer in (spec.get("responses") or {}).items()
                },
            )
