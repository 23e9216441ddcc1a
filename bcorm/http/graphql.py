"""The GraphQL Admin API: `POST /stores/{hash}/graphql` through the same client as REST.

Errors that come with status 200, the cost header and the pages of a connection are read here;
quota, retries and credentials are `ApiClient`'s.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol

from bcorm.exceptions import ApiError, BadResponse, QueryError
from bcorm.http import jsontext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bcorm.http.message import Answer

__all__ = ["GraphQLError", "GraphQLResult", "execute", "nodes"]

GRAPHQL_PATH = "graphql"
COMPLEXITY_HEADER = "x-bc-graphql-complexity"
_MUTATION = re.compile(r"^\s*mutation\b|\}\s*mutation\b", re.MULTILINE)
# A "#" in a string begins no comment, and a mutation is spelled in neither.
_TEXTS = re.compile(r'"""(?:\\"""|(?!""").)*"""|"(?:\\.|[^"\\\n])*"|#[^\n]*', re.DOTALL)
_SHOWN = 5  # errors spelled out in a message


class Sender(Protocol):
    """What a document is sent through: a client of a store."""

    @property
    def request(self) -> Callable[..., Answer]:
        """Send one request; see `ApiClient.request`."""


class GraphQLError(ApiError):
    """The server took the query and answered with errors.

    Attributes:
        graphql_errors: The `errors` of the answer: message, path, locations, extensions.
        data: What was answered nevertheless, or None.
    """

    def __init__(self, errors: list[Any], data: Any, **told: Any) -> None:
        self.graphql_errors = errors
        self.data = data
        messages = [
            str(error.get("message", error)) if isinstance(error, dict) else str(error)
            for error in errors
        ]
        more = f" … and {len(messages) - _SHOWN} more" if len(messages) > _SHOWN else ""
        super().__init__("; ".join(messages[:_SHOWN]) + more, **told)


class GraphQLResult:
    """What a query answered.

    Attributes:
        data: The `data` of the answer.
        errors: Its `errors`; empty unless they were allowed.
        complexity: What the query cost, of at most 10,000; None if the server did not say.
    """

    __slots__ = ("complexity", "data", "errors")

    def __init__(self, data: Any, errors: list[Any], complexity: int | None) -> None:
        self.data = data
        self.errors = errors
        self.complexity = complexity

    def __getitem__(self, name: str) -> Any:
        return self.data[name]

    def __repr__(self) -> str:
        return f"<GraphQLResult complexity={self.complexity} data={self.data!r}>"


def execute(
    client: Sender,
    query: str,
    variables: Mapping[str, Any] | None = None,
    *,
    allow_errors: bool = False,
    **options: Any,
) -> GraphQLResult:
    """Send a query or mutation; `ApiClient.graphql` is this with a client.

    A query is sent again after a lost answer, a mutation is not.

    Args:
        client: The store.
        query: The document.
        variables: Its variables.
        allow_errors: Give a result with errors instead of raising.
        **options: As `ApiClient.request` takes them: `deadline`, `lane`, `stats`…

    Raises:
        GraphQLError: The answer has errors; what it answered beside them is on it.
        ApiError: The request failed.
        TypeError: `variables` is no mapping; nothing was sent.
    """
    if variables is not None and not isinstance(variables, Mapping):
        raise TypeError(f"variables are a mapping, {{'id': 77}}, not {type(variables).__name__}")
    changes = is_mutation(query)
    options.setdefault("repeatable", not changes)
    body = {"query": query, "variables": dict(variables or {})}
    answer = client.request("POST", GRAPHQL_PATH, json=body, changes=changes, **options)
    if not _is_result(answer.body):
        raise BadResponse("the answer is no GraphQL result", **_told(client, answer))
    errors = answer.body.get("errors") or []
    errors = errors if isinstance(errors, list) else [errors]
    if errors and not allow_errors:
        told = _told(client, answer)
        # Tracebacks show local variables: an answer may echo what the error does not.
        errors = told["body"].get("errors") or []
        errors = errors if isinstance(errors, list) else [errors]
        raise GraphQLError(errors, told["body"].get("data"), **told)
    return GraphQLResult(answer.body.get("data"), errors, _complexity(answer))


def nodes(
    client: Sender,
    query: str,
    variables: Mapping[str, Any] | None = None,
    *,
    connection: str,
    cursor: str = "after",
    **options: Any,
) -> Iterator[Any]:
    """Give the nodes of every page of a connection.

    The query declares a variable for the cursor, passes it to the connection and selects
    `pageInfo { hasNextPage endCursor }` beside `edges { node { … } }` or `nodes`.

    Args:
        client: The store.
        query: The document.
        variables: Its variables, without the cursor.
        connection: Where the connection is in `data`: `"store.products"`.
        cursor: Name of the cursor's variable.
        **options: As `execute` takes them.

    Raises:
        QueryError: There is no connection at that place, or its `pageInfo` is not selected.
        GraphQLError: A page has errors.
        BadResponse: A page is no list, or its cursor was there before.
        ApiError: A request failed.
    """
    after: str | None = None
    passed: set[str] = set()
    while True:
        page = execute(client, query, {**(variables or {}), cursor: after}, **options)
        found = _connection(page.data, connection)
        edges, plain = found.get("edges") or [], found.get("nodes") or []
        listed = isinstance(edges, list) and isinstance(plain, list)
        if not listed or not all(isinstance(edge, dict) for edge in edges):
            raise BadResponse(f"edges or nodes were expected in {connection}", retry_safe=True)
        yield from (edge.get("node") for edge in edges)
        if "edges" not in found:
            yield from plain
        info = found.get("pageInfo")
        if not isinstance(info, dict) or "hasNextPage" not in info:
            raise QueryError(f"select pageInfo {{ hasNextPage endCursor }} in {connection}")
        following = info.get("endCursor")
        if not info["hasNextPage"] or not following:
            return
        if not isinstance(following, str) or following in passed:
            # It would page for ever, or end early without a word.
            raise BadResponse(f"the cursor of {connection} leads nowhere new", retry_safe=True)
        passed.add(following)
        after = following


def is_mutation(query: str) -> bool:
    """Whether a document has a mutation in it, so that sending it twice is not the same."""
    return _MUTATION.search(_TEXTS.sub(" ", query)) is not None


def _connection(data: Any, path: str) -> dict[str, Any]:
    value = data
    for name in path.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    if not isinstance(value, dict):
        raise QueryError(f"there is no connection at {path!r} of the answer")
    return value


def _complexity(answer: Answer) -> int | None:
    return jsontext.whole(answer.headers.get(COMPLEXITY_HEADER))


def _is_result(document: Any) -> bool:
    return isinstance(document, dict) and ("data" in document or "errors" in document)


def _told(client: Sender, answer: Answer) -> dict[str, Any]:
    redacted = getattr(client, "redacted", None)
    return {
        "status": answer.status,
        "method": "POST",
        "path": GRAPHQL_PATH,
        "request_id": answer.request_id,
        "body": answer.body if redacted is None else redacted(answer.body),
    }
