"""Arrays in bodies: how many items an operation takes, and whose fault a refusal is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from bcorm.emulator.errors import ApiError

if TYPE_CHECKING:
    from bcorm.emulator.context import Context

T = TypeVar("T")


def items_of(ctx: Context, most: int | None = None, *, body: Any = None) -> list[Any]:
    """The array of a request.

    Args:
        ctx: the request.
        most: how many items the operation takes.
        body: what should be the array, when it is not the whole body.

    Raises:
        ApiError: 422 there is none, or an empty one; 413 it is too long.
    """
    found = ctx.body if body is None else body
    if not isinstance(found, list) or not found:
        raise ApiError(422, errors={"": "error.expected.jsarray"})
    if most is not None and len(found) > most:
        raise ApiError(
            413,
            f"The request payload is too large. The maximum items allowed in the array is {most}.",
        )
    return found


def each(
    ctx: Context, items: list[Any], work: Callable[[Any], T], *, named: bool = False
) -> list[T]:
    """What `work` makes of every item; the first refusal refuses the whole request.

    The refusal names the item's index where live stores are known to, and if the switch says so.
    """
    done = []
    for position, item in enumerate(items):
        try:
            done.append(work(item))
        except ApiError as error:
            if (named or ctx.switches.name_batch_rows) and error.errors:
                error.errors = {
                    # A name that begins with a dot is about the whole request.
                    name if name.startswith(".") else f"{position}.{name}": text
                    for name, text in error.errors.items()
                }
            raise
    return done
