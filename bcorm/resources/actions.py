"""Naming the API operation that a method sends, beside the method.

Listing, reading, creating, updating and deleting are facts of an endpoint; everything else that
the API can do is a method, and `operation` says which operation of the official spec it is. The
mark is read by `tools.drift` and by the tests that call every operation.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from bcorm.model.executor import require_session
from bcorm.model.tracked import nobody

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bcorm.model import Resource, Struct

F = TypeVar("F", bound=Callable[..., Any])
R = TypeVar("R", bound="Resource")
S = TypeVar("S", bound="Struct")

_MARK = "bcorm_operation"


def operation(text: str) -> Callable[[F], F]:
    """Mark a method with the operation that it sends, such as `POST /v3/hooks`.

    It stands below `@classmethod`. A method with several marks chooses between them.
    """

    def mark(function: F) -> F:
        setattr(function, _MARK, (*getattr(function, _MARK, ()), text))
        return function

    return mark


def operations_of(model: type[Any]) -> Iterator[tuple[str, str, str]]:
    """Yield method, path and attribute name of the operations that a class's methods send."""
    for base in model.__mro__:
        for name, value in vars(base).items():
            function = getattr(value, "__func__", value)
            for text in getattr(function, _MARK, ()):
                method, path = text.split(" ", 1)
                yield method, path.lstrip("/"), name


def send(session: Any, method: str, path: str, **options: Any) -> Any:
    """Send one request through `session`, or the current one, and return the client's answer."""
    return require_session(session).call(method, path, action=True, **options)


def make(model: type[R], row: Mapping[str, Any], parents: Mapping[str, Any], session: Any) -> R:
    """Make an object of the row that an action created."""
    found: R = require_session(session).materialize(model, [dict(row)], parents, None)[0]
    return found


def typed(struct: type[S], row: Mapping[str, Any] | None, version: int = 3) -> S:
    """Make a struct of an answer's object."""
    return struct._load(row or {}, version, nobody)  # noqa: SLF001 - Struct's loader
