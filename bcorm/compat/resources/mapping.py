"""`Mapping`: the official client's dictionary with dot access, which its resources are."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from inspect import getattr_static
from typing import TYPE_CHECKING, Any

from bcorm.compat.exception import NoSuchRow, NotConnected

if TYPE_CHECKING:
    from typing_extensions import Self

_CONNECTION = "_connection"


class _DictMethod:
    """A method of `dict` that a field of the same name does not hide.

    A shipment has `items`: the field is `shipment["items"]`, and `shipment.items()` is
    still what `json` and loops call.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self.__doc__ = getattr(dict, name).__doc__

    def __get__(self, instance: Mapping | None, owner: type) -> Any:
        method = getattr(dict, self._name)
        return method.__get__(instance, owner) if instance is not None else method

    def __set__(self, instance: Mapping, value: object) -> None:
        instance[self._name] = value

    def __delete__(self, instance: Mapping) -> None:
        del instance[self._name]


class Mapping(dict[str, Any]):
    """A dictionary whose items are attributes too: `vars(product) is product`.

    Items that a method of the class hides are left out: an order keeps its `coupons`
    method instead of the link of that name. Those that a method of `dict` hides are kept.

    The connection is found as `product["_connection"]`, as in the official client, and can be
    taken out; it is no item, so iteration, `dict`, `json` and `pickle` do not hand it on. What
    was listed and is empty is an empty object: it is false, has nothing to iterate over, and
    its `[0]` raises what is a KeyError and an IndexError.

    Args:
        mapping: The items; None is none.
        **kwargs: More items.
    """

    __slots__ = ("__dict__", "__weakref__", "_bound", "_parentid")

    _bound: Any
    _parentid: Any

    items: Any = _DictMethod("items")
    keys: Any = _DictMethod("keys")
    values: Any = _DictMethod("values")
    copy: Any = _DictMethod("copy")
    clear: Any = _DictMethod("clear")
    popitem: Any = _DictMethod("popitem")
    setdefault: Any = _DictMethod("setdefault")

    def __new__(cls, *_args: Any, **_kwargs: Any) -> Self:
        """Make an empty one, whose attributes are its items also while it is unpickled."""
        made = super().__new__(cls)
        made.__dict__ = made
        return made

    def __init__(self, mapping: Any = None, *args: Any, **kwargs: Any) -> None:
        row = mapping or {}
        hidden = _hidden(type(self))
        fields = {name: row[name] for name in row if name not in hidden}
        super().__init__(fields, *args, **kwargs)
        if dict.__contains__(self, _CONNECTION):
            self._bound = dict.pop(self, _CONNECTION)
        elif _CONNECTION in row:
            self._bound = row[_CONNECTION]

    if TYPE_CHECKING:  # what is in the items

        def __getattr__(self, name: str) -> Any: ...

    @property
    def _connection(self) -> Any:
        """What the object's requests go through.

        Raises:
            NotConnected: It was made without one, or it was taken out.
        """
        try:
            return self._bound
        except AttributeError:
            raise NotConnected(type(self).__name__) from None

    @_connection.setter
    def _connection(self, connection: Any) -> None:
        self._bound = connection

    @_connection.deleter
    def _connection(self) -> None:
        del self._bound

    def __contains__(self, name: object) -> bool:
        return super().__contains__(name) or (name == _CONNECTION and hasattr(self, "_bound"))

    def __getitem__(self, name: Any) -> Any:
        if isinstance(name, slice) and not self:
            return []
        return super().__getitem__(name)

    def __missing__(self, name: Any) -> Any:
        if name == _CONNECTION and hasattr(self, "_bound"):
            return self._bound
        if isinstance(name, int):
            raise NoSuchRow(name)
        raise KeyError(name)

    def __setitem__(self, name: str, value: Any) -> None:
        if name == _CONNECTION:
            self._bound = value
        else:
            super().__setitem__(name, value)

    def __delitem__(self, name: str) -> None:
        if name == _CONNECTION and hasattr(self, "_bound"):
            del self._bound
        else:
            super().__delitem__(name)

    def pop(self, name: Any, *default: Any) -> Any:
        """Take an item out, or the connection."""
        if name == _CONNECTION and hasattr(self, "_bound"):
            connection = self._bound
            del self._bound
            return connection
        if isinstance(name, int) and not default:
            return self[name]  # raises
        return super().pop(name, *default)

    def __copy__(self) -> Self:
        return self._like_this(dict(self))

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        # The connection is shared, as it is among the rows of a page.
        return self._like_this(deepcopy(dict(self), memo))

    def _like_this(self, fields: dict[str, Any]) -> Self:
        made: Self = _restore(type(self), fields)
        for name in ("_bound", "_parentid"):
            if hasattr(self, name):
                setattr(made, name, getattr(self, name))
        return made

    def __reduce_ex__(self, protocol: Any) -> tuple[Any, ...]:
        # Without the connection: it holds a token.
        return _restore, (type(self), dict(self))

    def __str__(self) -> str:
        return str({name: value for name, value in dict.items(self) if not name.startswith("_")})

    def __repr__(self) -> str:
        return f"<{type(self).__name__} at {hex(id(self))}, {self}>"


def _restore(cls: type[Any], fields: dict[str, Any]) -> Any:
    made: Any = cls.__new__(cls)  # type: ignore[call-overload]
    dict.update(made, fields)
    return made


@cache
def _hidden(cls: type[Mapping]) -> frozenset[str]:
    """The fields that a class has methods for; what is `dict`'s hides nothing."""
    own = {name for name in dir(cls) if not isinstance(getattr_static(cls, name), _DictMethod)}
    return frozenset(own)
