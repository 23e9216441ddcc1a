"""Naming the API operation that a method sends, beside the method.

Listing, reading, creating, updating and deleting are facts of an endpoint; everything else that
the API can do is a method, and `operation` says which operation of the official spec it is. The
mark is read by `tools.drift` and by the tests that call every operation.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar, Union

from bcorm.model.tracked import nobody
from bcorm.model.unit_of_work import require_session

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bcorm.model import Resource, Struct
    from bcorm.model.unit_of_work import UnitOfWork

F = TypeVar("F", bound=Callable[..., Any])
R = TypeVar("R", bound="Resource")
S = TypeVar("S", bound="Struct")

Upload = Union[str, "os.PathLike[str]", bytes, BinaryIO]

_MARK = "bcorm_operation"


def operation(text: str) -> Callable[[F], F]:
    """Mark a method with the operation that it sends, such as `POST /v3/hooks`.

    It stands below `@classmethod`. A method with several marks chooses between them.
    """

    def mark(function: F) -> F:
        setattr(function, _MARK, (*getattr(function, _MARK, ()), text))
        return function

    return mark


if TYPE_CHECKING:

    def bound_or_not(method: F) -> F:
        """Tell a class method on which object it is called."""

else:

    class bound_or_not(classmethod):  # noqa: N801 - stands above @classmethod
        """A class method that, called on an object, is told which: as its argument `of`."""

        def __init__(self, method: classmethod) -> None:
            super().__init__(method.__func__)

        def __get__(self, instance: Any, owner: type[Any] | None = None) -> Any:
            method = super().__get__(instance, owner)
            return method if instance is None else partial(method, of=instance)


def operations_of(model: type[Any]) -> Iterator[tuple[str, str, str]]:
    """Yield method, path and attribute name of the operations that a class's methods send."""
    for base in model.__mro__:
        for name, value in vars(base).items():
            function = getattr(value, "__func__", value)
            for text in getattr(function, _MARK, ()):
                method, path = text.split(" ", 1)
                yield method, path.lstrip("/"), name


def send(session: UnitOfWork | None, method: str, path: str, **options: Any) -> Any:
    """Send one request through `session`, or the current one, and return the client's answer."""
    return require_session(session).call(method, path, action=True, **options)


def make(
    model: type[R],
    row: Mapping[str, Any],
    parents: Mapping[str, Any],
    session: UnitOfWork | None,
) -> R:
    """Make an object of the row that an action created."""
    return require_session(session).materialize(model, [dict(row)], parents, None)[0]


def file_part(file: Upload, filename: str | None, expected: str = "a picture") -> tuple[str, bytes]:
    """Return name and bytes of a file that is uploaded.

    Args:
        file: a path, a file that is open for reading bytes, or the bytes themselves.
        filename: its name; by default that of the path or of the open file.
        expected: what it is, for the errors.

    Raises:
        FileNotFoundError: there is no file at the path; nothing was sent.
        TypeError: it is none of these, or bytes without a name.
    """
    named: Any = file
    data: Any = file
    if isinstance(file, (str, os.PathLike)):
        data = Path(file).read_bytes()
    elif isinstance(file, (bytes, bytearray)):
        named, data = None, bytes(file)
    elif callable(getattr(file, "read", None)):
        named, data = getattr(file, "name", None), file.read()
    if not isinstance(data, bytes):
        raise TypeError(
            f"{expected} is a path, a file opened with mode 'rb', or its bytes, not {file!r:.100}"
        )
    if filename is None:
        filename = Path(named).name if isinstance(named, (str, os.PathLike)) else ""
    if not isinstance(filename, str) or not filename:
        raise TypeError(
            f"filename= is missing: {expected} that is given as bytes needs a name, such as "
            "'mug.png', whose ending says the format"
        )
    return filename, data


def typed(struct: type[S], row: Mapping[str, Any] | None, version: int = 3) -> S:
    """Make a struct of an answer's object."""
    return struct._load(row or {}, version, nobody)  # noqa: SLF001 - Struct's loader
