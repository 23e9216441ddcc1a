"""`Mapping`: the official client's dictionary with dot access, which its resources are."""

from __future__ import annotations

from typing import Any


class Mapping(dict[str, Any]):
    """A dictionary whose items are attributes too.

    Items that a method of the class hides are left out: an order keeps its ``coupons``
    method instead of the link of that name.

    Args:
        mapping: The items.
        **kwargs: More items; names that start with an underscore become plain attributes.
    """

    def __init__(self, mapping: dict[str, Any] | None, *args: Any, **kwargs: Any) -> None:
        hidden = set(dir(type(self)))
        items = {name: value for name, value in (mapping or {}).items() if name not in hidden}
        for name in [name for name in kwargs if name.startswith("_")]:
            # The official client keeps its connection among the items, where json.dumps
            # fails on it and dict() hands it out.
            object.__setattr__(self, name, kwargs.pop(name))
        super().__init__(items, *args, **kwargs)

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(f"{type(self).__name__} has no {name!r}") from None

    def __setattr__(self, name: str, value: Any) -> None:
        if name.startswith("_"):
            object.__setattr__(self, name, value)
        else:
            self[name] = value

    def __delattr__(self, name: str) -> None:
        try:
            del self[name]
        except KeyError:
            raise AttributeError(f"{type(self).__name__} has no {name!r}") from None

    def __str__(self) -> str:
        return str({name: value for name, value in self.items() if not name.startswith("_")})

    def __repr__(self) -> str:
        return f"<{type(self).__name__} at {hex(id(self))}, {self}>"

    def __reduce__(self) -> tuple[Any, ...]:
        # Without the connection: it holds a token.
        return _restore, (type(self), dict(self))


def _restore(cls: type[Mapping], items: dict[str, Any]) -> Mapping:
    return cls(items)
