"""`Manager`: what `Product.objects` is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from bcorm.model.queryset import QuerySet
from bcorm.model.resource import Resource

if TYPE_CHECKING:
    from collections.abc import Callable

    from typing_extensions import ParamSpec

    P = ParamSpec("P")
else:
    from typing import ParamSpec

    P = ParamSpec("P")

R = TypeVar("R", bound=Resource)


class Manager(Generic[P]):
    """Gives the class a fresh `QuerySet` at each access: `Product.objects.filter(...)`.

    Args:
        lookups: a function whose keywords are the model's lookups; it is never called, and tells
            type checkers and editors what `filter` takes.
    """

    def __init__(self, lookups: Callable[P, None] | None = None) -> None:
        self.lookups = lookups

    @overload
    def __get__(self, instance: None, owner: type[R]) -> QuerySet[R, P]: ...
    @overload
    def __get__(self, instance: Resource, owner: type[Any]) -> Manager[P]: ...
    def __get__(self, instance: Resource | None, owner: type[R]) -> QuerySet[R, P] | Manager[P]:
        """Return all rows of the class. Objects have no manager: checkers only see its lookups."""
        if instance is not None:
            raise AttributeError(f"objects belongs to the class: use {owner.__name__}.objects")
        return QuerySet(owner)


def objects_of(model: type[Any]) -> QuerySet[Any, ...]:
    """Return the queryset of all rows of a model."""
    return QuerySet(model)
