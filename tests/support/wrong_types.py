"""Calls of everything public with values of wrong types, and what is no answer to them."""

from __future__ import annotations

import inspect
import itertools
import linecache
from types import FunctionType
from typing import TYPE_CHECKING, Any

import bcorm
from bcorm import Product, Resource
from bcorm.exceptions import BcormError
from bcorm.resources import INDEX

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Thing:
    """Something that nothing takes."""

    def __repr__(self) -> str:
        return "<thing>"


WRONG = [None, 7, -1, 3.5, "nonsense", b"bytes", Thing(), [Thing()], {"no": Thing()}, Product, len]

# What may end in one of Python's own errors.
_FILES = (FileNotFoundError, IsADirectoryError, OSError)


def public(owner: Any) -> Iterator[str]:
    """Yield the names of the public methods of an object or a class."""
    kind = owner if isinstance(owner, type) else type(owner)
    kinds = (FunctionType, classmethod, staticmethod)
    for name in sorted(dir(kind)):
        if name[0] != "_" and isinstance(inspect.getattr_static(kind, name), kinds):
            yield name


def calls(function: Callable[..., Any]) -> Iterator[tuple[list[Any], dict[str, Any]]]:
    """Yield arguments: each wrong value in all places that must be filled, and in each alone."""
    parameters = inspect.signature(function).parameters.values()
    places = [
        one for one in parameters if one.kind in {one.POSITIONAL_ONLY, one.POSITIONAL_OR_KEYWORD}
    ]
    needed = [one for one in places if one.default is one.empty]
    words = [one for one in parameters if one.kind is one.KEYWORD_ONLY]
    rest = [one for one in parameters if one.kind is one.VAR_POSITIONAL]
    named = {one.name: None for one in words if one.default is one.empty}
    for value in WRONG:
        must = dict.fromkeys(named, value)
        yield [value] * len(needed), must
        if rest:
            yield [value] * (len(needed) + 1), must
        for one in (*places[len(needed) :], *words):
            yield [value] * len(needed), {**must, one.name: value}
        if any(one.kind is one.VAR_KEYWORD for one in parameters):
            yield [value] * len(needed), {**must, "nonsense": value}
            yield [value] * len(needed), {**must, "name": value, "id": value}


def complaint(error: BaseException) -> str | None:
    """Say what is wrong with an error that a user gets; None if it helps."""
    if isinstance(error, (BcormError, *_FILES)):
        text = str(error)
    elif isinstance(error, (TypeError, AttributeError)):
        text = str(error)
        trace = error.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        if trace is not None and trace.tb_frame.f_code.co_filename != __file__:
            code = trace.tb_frame.f_code
            line = linecache.getline(code.co_filename, trace.tb_lineno).strip()
            if not line.startswith("raise") and "got an unexpected keyword" not in text:
                return f"raw {type(error).__name__}: {text} ({code.co_name}: {line})"
    else:
        return f"{type(error).__name__}: {error}"
    for internal in ("_state", "NoneType", "has no len", "object is not"):
        if internal in text:
            return f"{internal} in {type(error).__name__}: {text}"
    return None


def models() -> list[type[Resource]]:
    found = (getattr(bcorm, name) for name in INDEX)
    return [one for one in found if isinstance(one, type) and issubclass(one, Resource)]


def try_all(owner: Any, names: Iterator[str] | None = None) -> Iterator[str]:
    """Call every public method of an object with wrong values; yield what does not help."""
    for name in names if names is not None else public(owner):
        function = getattr(owner, name)
        for values, words in calls(function):
            try:
                found = function(*values, **words)
                if inspect.isgenerator(found) or hasattr(found, "_query"):
                    list(itertools.islice(found, 2))
            except Exception as error:  # noqa: BLE001 - all kinds are judged
                said = complaint(error)
                if said is not None:
                    kind = owner.__name__ if isinstance(owner, type) else type(owner).__name__
                    yield f"{kind}.{name}(*{values!r:.60}, **{words!r:.60}): {said:.330}"
