"""The right name that a wrong one is near to, for errors that say what was meant.

A name is near if it is misspelt, written in another style (`dateCreated`), or if its words are some
that people use for those of the right one (`kind` for `type`): these are here as data. Nothing else
depends on them, so that a line more costs nothing. What a word does elsewhere, and what to type for
it here, is data of the classes that lack it, which say so by `Guided`.
"""

from __future__ import annotations

import difflib
import inspect
import re
import sys
from functools import cache, lru_cache, wraps
from itertools import product
from types import FunctionType
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

T = TypeVar("T")
C = TypeVar("C", bound="Callable[..., Any]")

SYNCHRONOUS = "bcorm is synchronous: run it in a thread, await asyncio.to_thread"

# Words of one line stand for one another.
_GROUPS = """
name title
description text body content alt alt_text
type kind
amount value discount percent percentage
label name caption
url href link src uri url_standard
url slug handle permalink custom_url
path from_path source old from
to target destination new
picture image photo
file upload image_file
position order rank sort_order
place location
created added placed
modified updated changed edited
expires expiry expiration valid_until ends end
starts start begin begins valid_from
quantity qty stock inventory count units inventory_level
inventory_level quantity stock
visible published shown listed
enabled active live
cost cost_price purchase_price
special_price sale_price
price amount unit_price
line item product article
children child subcategory
status state
visible status
date date_created
total total_inc_tax grand_total
subtotal subtotal_inc_tax
shipping_cost_inc_tax shipping_cost shipping_total freight
code currency_code currency
email mail email_address
phone telephone tel mobile
zip postal_code zipcode postcode
state province state_or_province region
country country_code
country country_iso2
street address1 address line1
first_name firstname given_name forename name
last_name surname family_name lastname
note comment message remark staff_notes
keyword tag search_keywords
barcode ean upc gtin
brand vendor manufacturer maker
password new_password authentication
thumbnail primary_image main_image is_thumbnail
scope event topic
destination endpoint callback target url
member customer user
uses usage usages used
limit max maximum
min minimum
secret token key
absolute set
relative adjust
option attribute
value option_value
parent above
tracking_number tracking tracking_code
carrier tracking_carrier shipping_provider
"""

# What says nothing of its own in a name.
_FILLERS = frozenset({"a", "at", "date", "id", "ids", "is", "has", "of", "on", "set", "the"})
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_TYPO, _FAR = 0.84, 0.65
_MOST = 64
_OPEN = {inspect.Parameter.VAR_KEYWORD, inspect.Parameter.VAR_POSITIONAL}


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and word[-2:] not in {"ss", "us", "is"} else word


def _words(name: str) -> tuple[str, ...]:
    """Return the words of a name, each in the singular."""
    parts = re.split(r"[\W_]+", _CAMEL.sub("_", name).casefold())
    return tuple(_singular(part) for part in parts if part)


@cache
def _table() -> dict[tuple[str, ...], set[tuple[str, ...]]]:
    found: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for line in _GROUPS.splitlines():
        group = [_words(term) for term in line.split()]
        for term in group:
            found.setdefault(term, set()).update(group)
    return found


def _meant(words: frozenset[str]) -> frozenset[str]:
    """Leave out what says nothing, unless nothing else is said."""
    return words - _FILLERS or words


def _readings(words: tuple[str, ...]) -> list[frozenset[str]]:
    """Return what a name may mean, as sets of words."""
    same = _table()
    whole = [frozenset(term) for term in same.get(words, ())]
    said = [word for word in words if word not in _FILLERS] or list(words)
    each = [sorted({(word,), *same.get((word,), ())}) for word in said]
    found = [frozenset(word for term in terms for word in term) for terms in _up_to(each)]
    return list(dict.fromkeys([_meant(frozenset(words)), *whole, *found]))


def _up_to(each: list[list[tuple[str, ...]]]) -> Iterable[tuple[tuple[str, ...], ...]]:
    return (terms for terms, _ in zip(product(*each), range(_MOST), strict=False))


def _score(
    name: str, words: tuple[str, ...], readings: list[frozenset[str]], known: str
) -> tuple[float, ...]:
    """Say how near a name is: the more, the nearer; less than 1 is not near."""
    flat = "".join(words)
    theirs = _words(known)
    if "".join(theirs) == flat:
        return (5, 0)
    ratio = difflib.SequenceMatcher(None, name.casefold(), known.casefold()).ratio()
    if ratio >= _TYPO and "." not in known:
        return (4, ratio)
    inner = _words(re.split(r"[.]|__", known)[-1])
    meant, last = _meant(frozenset(theirs)), _meant(frozenset(inner))
    for place, reading in enumerate(readings):
        if reading in (meant, frozenset(theirs)):
            return (3, len(reading) - len(theirs), -place, ratio)
        if reading == last:
            return (2.9, len(reading) - len(theirs), -place, ratio)
    for place, reading in enumerate(readings):
        if reading < meant:
            return (2, -len(meant), -place, ratio)
    if last < readings[0]:
        return (1.5 if words[-1] in last else 1.2, len(last), -len(theirs), ratio)
    return (1, ratio) if ratio >= _FAR and "." not in known else (0, ratio)


@lru_cache(maxsize=1024)
def _nearest(name: str, known: tuple[str, ...]) -> str | None:
    words = _words(name)
    if not words:
        return None
    readings = _readings(words)
    best = max(known, key=lambda one: _score(name, words, readings, one), default=None)
    return best if best is not None and _score(name, words, readings, best)[0] >= 1 else None


def nearest(name: object, known: Iterable[str]) -> str | None:
    """Return the one of the names that are known which `name` is near to, if one is.

    A name inside an object, `custom_url.url`, is near if its last word is.
    """
    return _nearest(str(name)[:100], tuple(dict.fromkeys(known)))


def did_you_mean(name: object, known: Iterable[str]) -> str:
    """Return the end of an error that names the nearest right name; "" if none is near."""
    near = nearest(name, known)
    return f"; did you mean {near!r}?" if near else ""


def in_a_thread(owner: Any, name: str, shown: str) -> str:
    """Return what to type instead of an asynchronous word; "" if `name` is none, as `aget` is."""
    word = name[1:]
    if name[0] != "a" or not callable(getattr(owner, word, None)):
        return ""
    return f": {SYNCHRONOUS}({shown}.{word}, ...)"


class Guided:
    """What says, of a word that it has not, what to type instead.

    Attributes:
        _instead: words of elsewhere, and what is typed here.
    """

    __slots__ = ()
    _instead: ClassVar[Mapping[str, str]] = {}

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            # Only reached for what does not exist; tools look for names that begin with "_".
            cls = type(self)
            hint = ""
            if name[0] != "_":
                told = cls._instead.get(name)
                hint = f": use {told}" if told else in_a_thread(cls, name, cls.__name__.lower())
                known = (word for word in dir(self) if word[0] != "_")
                hint = hint or did_you_mean(name, known)
            raise AttributeError(f"{cls.__name__} has no attribute {name!r}{hint}")


def taught(words: Mapping[str, Mapping[str, str]]) -> Callable[[type[T]], type[T]]:
    """Let the public methods of a class say of arguments that they do not take what is right.

    Args:
        words: arguments of elsewhere and what to type here, by the method's name; those of "" are
            of all methods that take no further keywords. "*" is told of positional arguments
            that are too many, "**" of keywords that are not known, "" of what is missing.
    """

    def teach(cls: type[T]) -> type[T]:
        for name, method in list(vars(cls).items()):
            # A constructor only where it is asked for: one that takes secrets hides them itself.
            if name[0] == "_" and not (name == "__init__" and name in words):
                continue
            told = words.get("", {}), words.get(name, {})
            if isinstance(method, FunctionType):
                setattr(cls, name, _checked(cls, method, *told))
            elif isinstance(method, classmethod) and isinstance(method.__func__, FunctionType):
                checked: Any = classmethod(_checked(type, method.__func__, *told))
                kind: Any = type(method)
                setattr(cls, name, checked if kind is classmethod else kind(checked))
        return cls

    return teach


def taught_here(words: Mapping[str, str]) -> Callable[[C], C]:
    """Let a function say of arguments that it does not take what is right: see `taught`."""

    def teach(function: C) -> C:
        return cast("C", _checked(None, function, {}, words))

    return teach


def spelled(made: C) -> C:
    """Let a function, or a class, name the keyword that a misspelt one is near to.

    Where all is right it costs next to nothing, as `taught` does not: declarations are read when
    their modules are imported.
    """
    if isinstance(made, type):
        made.__init__ = _spelled(made.__init__, made.__name__)  # type: ignore[misc]
        return made
    return cast("C", _spelled(made, made.__name__))


def _spelled(function: Callable[..., Any], shown: str) -> Callable[..., Any]:
    @wraps(function)
    def checked(*args: Any, **values: Any) -> Any:
        try:
            return function(*args, **values)
        except TypeError:
            known = inspect.signature(function).parameters
            wrong = next((word for word in values if word not in known), None)
            if wrong is None:
                raise
        right = [one for one in known.values() if one.name != "self"]
        near = did_you_mean(wrong, [one.name for one in right])
        hint = near or f": it is {_call(shown, right)}"
        raise TypeError(f"{shown}() has no argument {wrong!r}{hint}")

    return checked


def _checked(
    owner: type | None,
    method: Callable[..., Any],
    general: Mapping[str, str],
    own: Mapping[str, str],
) -> Callable[..., Any]:
    code = inspect.unwrap(method).__code__
    most = sys.maxsize if code.co_flags & inspect.CO_VARARGS else code.co_argcount
    least = code.co_argcount - len(inspect.unwrap(method).__defaults__ or ())
    if code.co_kwonlyargcount > len(inspect.unwrap(method).__kwdefaults__ or ()):
        most = -1  # some keywords are needed

    @wraps(method)
    def checked(*args: Any, **values: Any) -> Any:
        # What was given, and secrets may be among it, is in no frame but the method's.
        names, number = tuple(values), len(args)
        bound = bool(args) and owner is not None and isinstance(args[0], owner)
        unbound = owner is not None and not bound
        if not (names or not least <= number <= most or unbound):
            given: list[Any] = [values, args]
            del args, values
            return method(*given.pop(), **given.pop())
        first, call = args[0] if bound else None, _wrapped(args, values)
        del args, values
        shown = _shown(owner, method, first)
        skipped = owner is not None
        wrong = (
            f"{shown}() is called on an object, not on its class: object.{method.__name__}(...)"
            if unbound
            else _complaint(shown, method, names, number + (not skipped), (general, own), skipped)
        )
        if wrong:
            del call
            raise TypeError(wrong)
        return call(method)

    return checked


def _wrapped(args: tuple[Any, ...], values: dict[str, Any]) -> Callable[[Callable[..., T]], T]:
    """Return what calls something with these arguments, once, and shows them nowhere before."""
    given: list[Any] = [values, args]
    return lambda method: method(*given.pop(), **given.pop())


def _shown(owner: type | None, method: Callable[..., Any], first: Any) -> str:
    """Return what an error calls a method; `first` is what it is called on, None if nothing."""
    if owner is None:
        return method.__name__
    if first is None:
        return f"{owner.__name__}.{method.__name__}"
    if owner is type:
        return f"{first.__name__}.{method.__name__}"
    return type(first).__name__ if method.__name__ == "__init__" else method.__name__


def _complaint(  # noqa: PLR0917 - a call, taken apart
    shown: str,
    method: Callable[..., Any],
    names: tuple[str, ...],
    number: int,
    told: tuple[Mapping[str, str], Mapping[str, str]],
    bound: bool,
) -> str:
    """Return what is wrong with the number and names of arguments; "" if they fit."""
    general, own = told
    parameters = _parameters(method)[bound:]
    kinds = {one.kind for one in parameters}
    known = {one.name: one for one in parameters if one.kind not in _OPEN}
    places = [one.name for one in known.values() if one.kind is not inspect.Parameter.KEYWORD_ONLY]
    for word in names:
        if word in known:
            continue
        if word in own:
            return f"{shown}() has no argument {word!r}: {own[word]}"
        if inspect.Parameter.VAR_KEYWORD not in kinds:
            near = did_you_mean(word, known)
            way = general.get(word, own.get("**", ""))
            hint = f": {way}" if way else near or f": it is {_call(shown, parameters)}"
            return f"{shown}() has no argument {word!r}{hint}"
    if inspect.Parameter.VAR_POSITIONAL not in kinds and number - 1 > len(places):
        hint = own.get("*") or f"it is {_call(shown, parameters)}"
        count = f"{len(places) or 'no'} positional argument{'s' * (len(places) != 1)}"
        return f"{shown}() takes {count}: {hint}"
    for word in names:
        if word in places[: number - 1]:
            return f"{shown}() was given {word!r} twice: it is {_call(shown, parameters)}"
    missing = [
        one.name
        for one in known.values()
        if one.default is one.empty and one.name not in {*names, *places[: number - 1]}
    ]
    if missing:
        hint = own.get("") or f"it is {_call(shown, parameters)}"
        return f"{shown}() needs {', '.join(missing)}: {hint}"
    return ""


@cache
def _parameters(method: Callable[..., Any]) -> list[inspect.Parameter]:
    return [*inspect.signature(method).parameters.values()]


def _call(shown: str, parameters: Iterable[inspect.Parameter]) -> str:
    """Return how a method is called."""
    words = [
        f"{one.name}=..."
        if one.kind is inspect.Parameter.KEYWORD_ONLY or one.default is not one.empty
        else str(one.replace(annotation=one.empty))
        for one in parameters
    ]
    return f"{shown}({', '.join(words)})"
