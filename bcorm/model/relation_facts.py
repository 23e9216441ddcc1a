"""What a relation says about itself: the facts that `one` and `many` declare.

Loading, the unit of work and the compiler of lookups read them here, so that they need not know
the descriptors, which in turn know them.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable


@attrs.frozen
class Within:
    """Where rows of a relation are found besides: inside what an `include` brings of the parent.

    Attributes:
        include: the word of the API's `include`.
        rows: gives the rows inside a parent's row, or None if they are not all there.
    """

    include: str
    rows: Callable[[dict[str, Any]], list[dict[str, Any]] | None]


class Relation:
    """What all relations share.

    Attributes:
        owner: the class that declares it.
        name: the attribute's name.
        include: the word of the API's `include` that brings the rows along.
    """

    bcorm_relation = True
    owner: type[Any]
    name: str
    include: str | None = None
    _target: type[Any] | str

    def __set_name__(self, owner: type[Any], name: str) -> None:
        self.owner = owner
        self.name = name

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.owner.__name__}.{self.name}>"

    @property
    def target(self) -> type[Any]:
        """The related class."""
        return resolve(self._target, self.owner)

    def initialize(self, instance: Any, value: Any) -> None:
        """Take the value that the constructor was given."""
        raise NotImplementedError


class ToOne(Relation):
    """The facts of `one`, whose docstring describes them."""

    via: str | None
    parent: bool
    below: bool


class ToMany(Relation):
    """The facts of `many`, whose docstring describes them."""

    by: str | None
    ids: str | None
    nested: str | None
    include_cap: int | None
    within: Within | None

    def placeholder(self) -> str:
        """The path parameter of the target that is the parent's key."""
        name: str = self.target.endpoint.placeholder_below(self.owner.endpoint)
        return name


def resolve(target: type[Any] | str, owner: type[Any]) -> type[Any]:
    """Return the class that a relation of `owner` names.

    A text is "Class" in the owner's module, or "module.Class" in the owner's package.

    Raises:
        AttributeError: there is no such class.
    """
    if not isinstance(target, str):
        return target
    module, _, name = target.rpartition(".")
    package = owner.__module__.rpartition(".")[0]
    found = import_module(f".{module}", package) if module else sys.modules[owner.__module__]
    resolved: type[Any] = getattr(found, name)
    return resolved
