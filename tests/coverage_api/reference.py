"""The archived V2 catalog reference as an OpenAPI document, so that the same judge can read it.

The reference has paths, tables of properties and tables of filters, and no schemas. What it says
becomes a schema; what it leaves open, such as which properties can be null, stays open.
"""

from __future__ import annotations

import json
import re
from functools import cached_property
from typing import Any

from shared import SHARED
from spec_judge import Operation, SpecJudge

SPEC = "v2_catalog.json"
_HOST = "https://api.bigcommerce.com/stores/{store_hash}/v2"

# Operations that the reference only mentions, and that clients of V2 know.
MENTIONED = {
    "/products/configurable_fields/count": "get",
    "/products/{product_id}/configurable_fields": "get delete",
    "/products/{product_id}/configurable_fields/{id}": "get delete",
    "/options": "get post delete",
    "/options/{id}": "get put delete",
    "/hooks": "get post",
    "/hooks/{id}": "get put delete",
    "/shipping/methods": "get",
}
_TYPES: dict[str, dict[str, Any]] = {
    "int": {"type": "integer"},
    "integer": {"type": "integer"},
    "string": {"type": "string"},
    "text": {"type": "string"},
    "enum": {"type": "string"},
    "boolean": {"type": "boolean"},
    "decimal": {
        "anyOf": [
            {"type": "number", "nullable": True},
            {"type": "string", "pattern": r"^(-?\d+(\.\d+)?)?$"},
        ]
    },
    "date": {"type": "string", "pattern": r"^(|[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} .*)$"},
    "array": {"type": "array", "items": {}},
}


class ReferenceJudge(SpecJudge):
    """Reads exchanges with the V2 catalog."""

    @cached_property
    def _document(self) -> dict[str, Any]:
        pages = json.loads((SHARED / "specs" / SPEC).read_text())
        paths: dict[str, Any] = {}
        for page in pages.values():
            for endpoint in page["endpoints"]:
                path = _path(endpoint["path"])
                method = endpoint["method"].lower()
                item = paths.setdefault(path, {})
                item[method] = _entry(page, path, method)
        for path, methods in MENTIONED.items():
            entries = {method: _entry({}, path, method) for method in methods.split()}
            paths.setdefault(path, {}).update(entries)
        return {
            "openapi": "3.0.3",
            "info": {"title": "V2 catalog", "version": "2"},
            "servers": [{"url": _HOST}],
            "paths": paths,
        }

    def document(self, _spec: str) -> dict[str, Any]:
        """The one document."""
        return self._document

    @cached_property
    def operations(self) -> list[Operation]:
        """The operations of the reference, literal paths before those with placeholders."""
        found = [
            Operation(SPEC, "v2", method.upper(), path)
            for path, item in self._document["paths"].items()
            for method in item
        ]
        return sorted(found, key=lambda item: item.template.count("{"))


def _path(written: str) -> str:
    """One spelling for what the pages write in two ways."""
    return written.removeprefix("/api/v2").replace("/products/{id}/", "/products/{product_id}/")


def _entry(page: dict[str, Any], path: str, method: str) -> dict[str, Any]:
    fields = {row["name"]: row["type"] for row in _rows(page, "Propert") if "type" in row}
    properties = {
        field: {**_TYPES.get(kind, {}), "nullable": True} for field, kind in fields.items()
    }
    # A required id tells a row from whatever else has no wrong property.
    row = {"type": "object", "properties": properties}
    shown = {**row, "required": ["id"]}
    if path.endswith("/count"):
        count = {"count": {"type": "integer"}}
        answer = {"type": "object", "properties": count, "required": ["count"]}
    elif method == "get" and not path.endswith("}"):
        answer = {"type": "array", "items": shown}
    else:
        answer = shown
    content = {"content": {"application/json": {"schema": answer}}, "description": ""}
    entry: dict[str, Any] = {
        "parameters": [
            {"name": part, "in": "path", "required": True, "schema": {"type": "string"}}
            for part in re.findall(r"\{(\w+)\}", path)
        ],
        "responses": {"200": content, "201": content, "204": {"description": ""}},
    }
    if method == "get":
        entry["parameters"] += [
            {"name": row["name"].lower(), "in": "query", "schema": {"type": "string"}}
            for row in {row["name"]: row for row in _rows(page, "Filters", "Pagination")}.values()
        ]
    if method in ("post", "put"):
        entry["requestBody"] = {"content": {"application/json": {"schema": row}}}
    return entry


def _rows(page: dict[str, Any], *sections: str) -> list[dict[str, str]]:
    return [
        row
        for table in page.get("tables", ())
        if any(section in table["section"] for section in sections)
        for row in table["rows"]
    ]
