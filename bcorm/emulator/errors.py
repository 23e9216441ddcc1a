"""How the store says no: one exception, written as either API version writes it.

Raised anywhere below the dispatcher, rendered by `app`. Shapes and wording follow the error
components of the public specs (V3) and the messages of live stores (V2).
"""

from __future__ import annotations

from typing import Any

from bcorm.emulator import jsontext

STATUS_CODES_PAGE = "https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes"

TITLES = {
    400: "Input is invalid",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    409: "Conflict",
    413: "The request payload is too large.",
    415: "Unsupported Media Type",
    422: "JSON data is missing or invalid",
    429: "Too many requests",
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}


# Where the specs send refusals as the problem documents that they are; elsewhere as plain JSON.
_PROBLEMS = ("/v3/inventory/", "/v3/orders/pickups", "/v3/content/pages", "/v3/tax/classes")

# Where a refusal is a list of problems.
_LISTS = ("/v3/promotions", "/v3/tax/classes")


def media_type(path: str) -> str:
    """The content type of a refusal, by the path that was asked for."""
    known = path.startswith(_PROBLEMS)
    return "application/problem+json" if known else "application/json"


class ApiError(Exception):
    """An answer that is not a success.

    Args:
        status: the HTTP status.
        title: what went wrong, in a sentence; the status' own title when left out.
        errors: V3 field errors, field path to message.
        details: V2 `details` of the message.
        detail: V3's sentence more. code: V3's number besides the status.
        body: a complete body, for the operations that have an error shape of their own.
        v2_messages: several V2 messages, each with its details.
    """

    def __init__(
        self,
        status: int,
        title: str | None = None,
        *,
        errors: dict[str, str] | None = None,
        details: dict[str, Any] | None = None,
        detail: str = "",
        code: int | None = None,
        body: Any = None,
        v2_messages: list[tuple[str, dict[str, Any]]] | None = None,
    ) -> None:
        super().__init__(status, title)
        self.status = status
        self.title = title or TITLES.get(status, "Error")
        self.errors = errors
        self.details = details
        self.detail = detail
        self.code = code
        self.body = body
        self.v2_messages = v2_messages

    def __str__(self) -> str:
        """The status, what went wrong, and each field that it is about."""
        said = [] if self.v2_messages else [self.title, self.detail]
        for message, details in self.v2_messages or []:
            said += [message, *(f"{name}: {value}" for name, value in details.items())]
        said += [f"{name}: {value}" for name, value in (self.details or {}).items()]
        said += [f"{name}: {message}" for name, message in (self.errors or {}).items()]
        if self.body is not None:
            said.append(jsontext.dumps(self.body))
        return f"{self.status} {'; '.join(dict.fromkeys(filter(None, said)))}"

    def problem(self) -> dict[str, Any]:
        """The V3 error object."""
        problem: dict[str, Any] = {
            "status": self.status,
            "title": self.title,
            "type": STATUS_CODES_PAGE,
        }
        if self.detail:
            problem["detail"] = self.detail
        if self.code is not None:
            problem["code"] = self.code
        if self.errors is not None or self.status in (409, 413, 422):
            problem["errors"] = self.errors or {}
        return problem

    def text(self, version: str, path: str = "") -> str:
        """The body of the answer, as `v2` or `v3` writes it under that path."""
        if self.body is not None:
            return jsontext.dumps(self.body)
        if version != "v2":
            problem = self.problem()
            listed = path.startswith(_LISTS)
            return jsontext.dumps({"errors": [problem], "meta": {}} if listed else problem)
        messages = self.v2_messages or [(self.title, self.details or {})]
        rows = []
        for message, details in messages:
            row: dict[str, Any] = {"status": self.status, "message": message}
            if details:
                row["details"] = details
            rows.append(row)
        return jsontext.dumps(rows)


def not_found(version: str) -> ApiError:
    """The 404 of a path or an id that leads nowhere."""
    if version == "v2":
        return ApiError(404, "The requested resource was not found.")
    return ApiError(404, "The resource at that URL is not found.")
