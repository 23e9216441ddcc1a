"""`Manager`: what `Product.objects` is."""

from __future__ import annotations

from typing import Any, Generic, TypeVar, overload

from bcorm.model.queryset import QuerySet
from bcorm.model.resource import Resource

Q = TypeVar("Q", bound=QuerySet[Any])


class Manager(Generic[Q]):
    """Gives each resource a fresh `QuerySet` at each access: `Product.objects.filter(...)`.

    Its parameter is the queryset's type, as checkers see it: built stubs name one for each
    resource, which knows the names and types of its fields.
    """

    @overload
    def __get__(self, instance: None, owner: type[Any]) -> Q: ...  # Product.objects
    @overload
    def __get__(self, instance: Resource, owner: type[Any]) -> None: ...  # product.objects
    def __get__(self, instance: Resource | None, owner: type[Any]) -> Any:
        """Return all rows of the class. Objects have no manager."""
        if instance is not None:
            raise AttributeError(f"objects belongs to the class: use {owner.__name__}.objects")
        return QuerySet(owner)


Resource.objects = Manager()  # here, because a queryset knows resources


def objects_of(model: type[Any]) -> QuerySet[Any]:
    """Return the queryset of all rows of a model."""
    return QuerySet(model)
