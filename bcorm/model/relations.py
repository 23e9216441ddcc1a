"""`one` and `many`: relationships between resources, as descriptors.

On the class they are the relation, on an instance an object or a `QuerySet`. A relation is
either a path below its parent, a foreign key, a list of keys, or a filter on a flat collection.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from bcorm.exceptions import InvalidValue, StateError
from bcorm.model import memory
from bcorm.model.loading.one import load_one
from bcorm.model.related import RelatedSet, attach, check_target
from bcorm.model.relation_facts import ToMany, ToOne, Within
from bcorm.model.resource import Resource
from bcorm.model.state import Phase

if TYPE_CHECKING:
    from typing_extensions import Self

R = TypeVar("R", bound=Resource)


class one(ToOne, Generic[R]):  # noqa: N801 - read as a word in declarations
    """A single related object: `brand = one(Brand, via="brand_id")`.

    Args:
        target: the class, or its name where it is declared later.
        via: the field that holds the other's key; 0 and None mean no object.
        parent: True for the object under whose path this one lives.
        below: True for the only object of its kind under the path of this one.
        include: the word of the API's `include` that brings the row along.
    """

    def __init__(
        self,
        target: type[R] | str,
        *,
        via: str | None = None,
        parent: bool = False,
        below: bool = False,
        include: str | None = None,
    ) -> None:
        self._target = target
        self.via = via
        self.parent = parent
        self.below = below
        self.include = include

    @property
    def target(self) -> type[R]:
        """The related class."""
        found: type[R] = super().target
        return found

    @overload
    def __get__(self, instance: None, owner: type[Any]) -> Self: ...  # Product.brand
    @overload
    def __get__(self, instance: Resource, owner: type[Any]) -> R | None: ...  # product.brand
    def __get__(self, instance: Resource | None, owner: type[Any]) -> Self | R | None:
        if instance is None:
            return self
        found: R | None = load_one(instance, self)
        return found

    def __set__(self, instance: Resource, value: R | None) -> None:
        """Relate `instance` to another object, saved or not. None removes the relation.

        Raises:
            InvalidValue: `value` is of another class.
            StateError: the relation is the parent's path, which a saved row cannot leave; or
                `value` was deleted, or is new in another session.
        """
        if value is not None:
            check_target(self, value, f"a {self.target.__name__} or None")
        state = instance._state
        if self.below:
            raise StateError(
                f"{self!r} is not assigned: create the {self.target.__name__}, or change the one "
                "that is there"
            )
        if self.parent:
            if state.phase is Phase.PERSISTENT:
                raise StateError(f"{instance!r} cannot move to another {self.target.__name__}")
            attach(instance, value)
            return
        assert self.via is not None
        if value is not None and value.pk is None:
            instance._link(self.via, value)
        else:
            setattr(instance, self.via, 0 if value is None else value.pk)
        memory.remember(instance, self.name, value)

    def initialize(self, instance: Resource, value: Any) -> None:
        """Take the object that the constructor was given."""
        self.__set__(instance, value)


class many(ToMany, Generic[R]):  # noqa: N801 - read as a word in declarations
    """Related objects: `images = many(ProductImage, include="images")`.

    Args:
        target: the class, or its name where it is declared later.
        include: the word of the API's `include` that brings the rows along with the parent.
        by: for a flat collection, the target's field that holds the parent's key.
        ids: the parent's field that lists the targets' keys.
        nested: the wire name under which a new parent's POST takes its new children.
        include_cap: how many rows the API includes at most; a list that long is read again.
        within: where the rows of many parents come along, if the API lists them for one only.
    """

    def __init__(
        self,
        target: type[R] | str,
        *,
        include: str | None = None,
        by: str | None = None,
        ids: str | None = None,
        nested: str | None = None,
        include_cap: int | None = None,
        within: Within | None = None,
    ) -> None:
        self._target = target
        self.include = include
        self.include_cap = include_cap
        self.within = within
        self.by = by
        self.ids = ids
        self.nested = nested

    @property
    def target(self) -> type[R]:
        """The related class."""
        found: type[R] = super().target
        return found

    @overload
    def __get__(self, instance: None, owner: type[Any]) -> Self: ...  # Product.options
    @overload
    def __get__(self, instance: Resource, owner: type[Any]) -> RelatedSet[R]: ...  # product.options
    def __get__(self, instance: Resource | None, owner: type[Any]) -> Self | RelatedSet[R]:
        if instance is None:
            return self
        return RelatedSet(self.target, instance, self)

    def __set__(self, instance: Resource, value: Iterable[R | Mapping[str, Any]]) -> None:
        raise AttributeError(
            f"{self.owner.__name__}.{self.name} is a relation: "
            f"use .{self.name}.add(...), .create(...) or .delete()"
        )

    def initialize(self, instance: Resource, value: Any) -> None:
        """Add the objects that the constructor was given, or made of the mappings it was given."""
        if not isinstance(value, Iterable) or isinstance(value, (str, Mapping)):
            raise InvalidValue(
                self.owner,
                self.name,
                value,
                f"a list of {self.target.__name__} objects or mappings",
            )
        children = [self.target(**one) if isinstance(one, Mapping) else one for one in value]
        RelatedSet(self.target, instance, self).add(*children)

    def placeholder(self) -> str:
        """The path parameter of the target that is the parent's key."""
        return self.target.endpoint.placeholder_below(self.owner.endpoint)


S = TypeVar("S", bound=RelatedSet[Any])

if TYPE_CHECKING:

    class many_of(many[R], Generic[R, S]):  # noqa: N801
        """A `many` as built stubs declare it: with the type of the set that it hands out."""

        @overload
        def __get__(self, instance: None, owner: type[Any]) -> Self: ...
        @overload
        def __get__(self, instance: Resource, owner: type[Any]) -> S: ...
        def __get__(  # narrower than what it says without stubs
            self, instance: Resource | None, owner: type[Any]
        ) -> Self | S: ...
