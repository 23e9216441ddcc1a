"""A small GraphQL Admin API: `/stores/{hash}/graphql`.

Enough of the language (fields, aliases, arguments, variables) and of the schema (the clock, the
store, a connection of products) to drive a client: its errors, its cost header and its pages.
"""

from __future__ import annotations

import base64
import json
import re
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from flask import Response, request

from bcorm.emulator.tables import Clause

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bcorm.emulator.auth import Credentials
    from bcorm.emulator.store import Store

COMPLEXITY_HEADER = "x-bc-graphql-complexity"
MOST_COMPLEX = 10_000
_PAGE = 10
_TOKEN = re.compile(r'\s*(?:#[^\n]*\n\s*)*(\.\.\.|"(?:[^"\\]|\\.)*"|[\w.-]+|[{}()\[\]:,$!=@])|\s*,')
_TYPES = {
    "Query": ("system", "store"),
    "System": ("time",),
    "Store": ("products",),
    "ProductConnection": ("edges", "nodes", "pageInfo"),
    "Product": ("id", "entityId", "name", "sku", "isVisible"),
}


class QueryError(Exception):
    """A query that cannot be answered."""


@dataclass
class Selection:
    """One field that is asked for."""

    name: str
    key: str
    arguments: dict[str, Any] = field(default_factory=dict)
    fields: list[Selection] = field(default_factory=list)


class GraphQL:
    """Answers queries.

    Args:
        store: the shop.
        credentials: who may ask.
    """

    def __init__(self, store: Store, credentials: Credentials) -> None:
        self._store = store
        self._credentials = credentials

    def routes(self) -> list[tuple[str, str, Callable[..., Response]]]:
        """Method, path and function of the one path."""
        return [("POST", "/stores/<store_hash>/graphql", self.answer)]

    def answer(self, store_hash: str) -> Response:
        """POST /stores/{hash}/graphql."""
        self._credentials.check(request, "v3", store_hash)
        body = request.get_json(silent=True) or {}
        query = body.get("query") or ""
        try:
            if "__schema" in query:
                return _json({"data": {"__schema": _schema()}}, 1)
            selections = parse(query, body.get("variables") or {})
            cost = _affordable(selections)
            return _json({"data": _pick(selections, self._root(), "Query")}, cost)
        except QueryError as error:
            return _json({"data": None, "errors": [{"message": str(error)}]}, 0)

    def _root(self) -> dict[str, Any]:
        now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        return {
            "system": {"__typename": "System", "time": now},
            "store": {"__typename": "Store", "products": self._products},
        }

    def _products(self, first: int = _PAGE, after: str | None = None) -> dict[str, Any]:
        with self._store.lock:
            rows = self._store.select(
                "v3/catalog/products", Clause("t._id > ?", (_number(after),)), limit=first + 1
            )
        nodes = [_product(row.doc) for row in rows[:first]]
        edges = [{"cursor": _cursor(node["entityId"]), "node": node} for node in nodes]
        return {
            "__typename": "ProductConnection",
            "nodes": nodes,
            "edges": edges,
            "pageInfo": {
                "hasNextPage": len(rows) > first,
                "hasPreviousPage": after is not None,
                "startCursor": edges[0]["cursor"] if edges else None,
                "endCursor": edges[-1]["cursor"] if edges else None,
            },
        }


def parse(query: str, variables: dict[str, Any]) -> list[Selection]:
    """The fields of a query's one operation.

    Raises:
        QueryError: it is no query that this schema can read.
    """
    tokens = _tokens(query)
    if tokens and tokens[0] in ("query", "mutation"):
        while tokens and tokens[0] != "{":
            tokens.pop(0)
    try:
        found = _selections(tokens, variables)
    except IndexError:
        raise QueryError("Syntax error: unexpected end of the query.") from None
    if tokens:
        raise QueryError(f"Syntax error: unexpected {tokens[0]!r}.")
    return found


def _tokens(query: str) -> list[str]:
    tokens, position = [], 0
    text = query.strip()
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None or match.end() == position:
            raise QueryError(f"Syntax error: unexpected {text[position]!r}.")
        if match[1] and match[1] != ",":
            tokens.append(match[1])
        position = match.end()
    return tokens


def _selections(tokens: list[str], variables: dict[str, Any]) -> list[Selection]:
    if tokens.pop(0) != "{":
        raise QueryError("Syntax error: expected '{'.")
    found = []
    while tokens[0] != "}":
        key = name = tokens.pop(0)
        if tokens[0] == ":":
            tokens.pop(0)
            name = tokens.pop(0)
        one = Selection(name, key)
        if tokens[0] == "(":
            one.arguments = dict(_arguments(tokens, variables))
        if tokens[0] == "{":
            one.fields = _selections(tokens, variables)
        found.append(one)
    tokens.pop(0)
    return found


def _arguments(tokens: list[str], variables: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    tokens.pop(0)
    while tokens[0] != ")":
        name, colon = tokens.pop(0), tokens.pop(0)
        if colon != ":":
            raise QueryError("Syntax error: expected ':'.")
        if tokens[0] == "$":
            tokens.pop(0)
            value = variables.get(tokens.pop(0))
            if value is None:
                continue
        else:
            try:
                value = json.loads(tokens.pop(0))
            except ValueError:
                raise QueryError(f"Syntax error: the value of {name!r}.") from None
        yield name, value
    tokens.pop(0)


def _pick(selections: list[Selection], value: Any, kind: str) -> Any:
    if isinstance(value, list):
        return [_pick(selections, item, kind) for item in value]
    if not isinstance(value, dict) or not selections:
        return value
    found = {}
    for one in selections:
        if one.name not in value and one.name != "__typename":
            raise QueryError(f'Cannot query field "{one.name}" on type "{kind}".')
        inner = value.get(one.name, kind)
        if callable(inner):
            inner = inner(**one.arguments)
        found[one.key] = _pick(one.fields, inner, one.name)
    return found


def _affordable(selections: list[Selection]) -> int:
    cost = _cost(selections)
    if cost > MOST_COMPLEX:
        raise QueryError(f"The query is too complex: {cost} of {MOST_COMPLEX}.")
    return cost


def _cost(selections: list[Selection]) -> int:
    return sum(
        1 + max(1, int(one.arguments.get("first", 1))) * _cost(one.fields) for one in selections
    )


def _product(doc: dict[str, Any]) -> dict[str, Any]:
    return {
        "__typename": "Product",
        "id": f"bc/store/product/{doc['id']}",
        "entityId": doc["id"],
        "name": doc["name"],
        "sku": doc["sku"],
        "isVisible": doc["is_visible"],
    }


def _cursor(key: int) -> str:
    return base64.b64encode(f"product:{key}".encode()).decode()


def _number(cursor: str | None) -> int:
    if cursor is None:
        return 0
    try:
        return int(base64.b64decode(cursor).decode().removeprefix("product:"))
    except ValueError:
        raise QueryError("The cursor is not valid.") from None


def _schema() -> dict[str, Any]:
    types = [
        {"kind": "OBJECT", "name": name, "fields": [{"name": one} for one in fields]}
        for name, fields in _TYPES.items()
    ]
    return {
        "queryType": {"name": "Query"},
        "mutationType": None,
        "types": types,
        "directives": [],
    }


def _json(value: dict[str, Any], cost: int) -> Response:
    return Response(
        json.dumps(value),
        content_type="application/json",
        headers={COMPLEXITY_HEADER: str(cost)},
    )
