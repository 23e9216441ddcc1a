"""Checks that every public name says what a user has to know: `make check` runs it.

A public class or function, and every public method of a class, has a docstring; it names each of
its parameters, gives the unit of each time and size, names the errors that its own body raises,
and a resource says which endpoint it is. Prints what is missing, and fails if anything is.
"""

from __future__ import annotations

import ast
import inspect
import re
import sys
import textwrap
from importlib import import_module
from typing import TYPE_CHECKING, Any

import django
from django.conf import settings

from bcorm.model.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from collections.abc import Iterator

MODULES = (
    "bcorm",
    "bcorm.auth",
    "bcorm.emulator",
    "bcorm.exceptions",
    "bcorm.http",
    "bcorm.http.graphql",
    "bcorm.http.shared",
    "bcorm.model",
    "bcorm.model.selection",  # what a queryset inherits
    "bcorm.parallel",
    "bcorm.session",
    "bcorm.session.undo",
    "bcorm.testing",
    "bcorm.v2",
    "bcorm.v3",
    "bcorm.contrib.backend",
    "bcorm.contrib.django.bulk",
    "bcorm.contrib.django.bulkactions",
    "bcorm.contrib.django.connections",
    "bcorm.contrib.django.filters",
    "bcorm.contrib.django.middleware",
    "bcorm.contrib.django.modelfactory",
    "bcorm.contrib.django.options",
    "bcorm.contrib.django.query",
    "bcorm.contrib.django.router",
    "bcorm.contrib.django.tokens",
    "bcorm.contrib.opentelemetry",
    "bcorm.contrib.starlette",
)
"""The modules that users import from. `bcorm.compat` keeps to another package's documentation."""

# Parameters and attributes of these names are amounts of something.
MEASURED = re.compile(
    r"(^|_)(timeout|deadline|seconds|ttl|wait|waits|elapsed|tolerance|window|horizon|base|cap|"
    r"size|maxsize|max_bytes|limit|ms|remember|leeway|max_age)$"
)
UNITS = re.compile(
    r"second|millisecond|\bms\b|minute|hour|day|rows|bytes|requests|entries|connections|"
    r"answers|characters|`Timeout`|pages|\bkeys\b|how many",
    re.IGNORECASE,
)
# What another name describes, as in "See `Transport.send`".
DELEGATED = re.compile(r"\b[Ss]ee `|Same as `|as `\w+` does")
ENDPOINT = re.compile(r"`(GET|POST|PUT|DELETE|PATCH) ")


UNDERSTOOD = frozenset(["self", "cls", "session"])
"""Parameters that need no word: a `session` is the one to send through, everywhere."""

FRAMEWORKS = frozenset(["django", "starlette_admin"])
"""Packages whose classes the edges derive from; they describe the methods that they call."""

SEAM = frozenset(name for name in dir(UnitOfWork) if not name.startswith("_")) - frozenset(
    ["add", "delete", "flush", "refresh"]
) | {"settle", "initialize"}
"""What one floor of the house offers another; `UnitOfWork` describes most of it."""


def configure_django() -> None:
    """Give Django settings: its modules, and those of ours that use them, import only then."""
    if not settings.configured:
        installed = ("admin", "auth", "contenttypes", "messages", "sessions")
        apps = [f"django.contrib.{name}" for name in installed]
        settings.configure(INSTALLED_APPS=[*apps, "bcorm.contrib.django"], USE_TZ=True)
        django.setup()


def public_names() -> Iterator[tuple[str, Any]]:
    """Yield the qualified name and the object of everything that users import."""
    configure_django()
    seen: set[int] = set()
    for module_name in MODULES:
        module = import_module(module_name)
        listed = getattr(module, "__all__", None)
        names = listed if listed is not None else [
            name
            for name, found in vars(module).items()
            if not name.startswith("_") and getattr(found, "__module__", None) == module_name
        ]  # fmt: skip
        for name in sorted(names):
            found = getattr(module, name)
            if id(found) not in seen and (inspect.isclass(found) or inspect.isfunction(found)):
                seen.add(id(found))
                yield f"{module_name}.{name}", found


def problems(name: str, found: Any) -> Iterator[str]:
    """Yield what a public name does not say."""
    text = inspect.getdoc(found) or ""
    if not own_docstring(found):
        yield f"{name}: no docstring"
        return
    if inspect.isclass(found):
        yield from _class_problems(name, found, text)
    else:
        yield from _function_problems(name, found, text)


def own_docstring(found: Any) -> bool:
    """Whether the object itself has a docstring, rather than a base class."""
    return bool((getattr(found, "__doc__", None) or "").strip())


def _class_problems(name: str, found: type, text: str) -> Iterator[str]:
    endpoint = getattr(found, "endpoint", None)
    if endpoint is None or isinstance(endpoint, property):  # an admin's asks its resource's
        init = found.__dict__.get("__init__")
        theirs = _is_foreign(found, "__init__")
        if inspect.isfunction(init) and not theirs and "__create_fn__" not in init.__qualname__:
            yield from _undescribed(name, init, text)
        yield from _unmeasured(name, text)
    elif not ENDPOINT.search(text):
        yield f"{name}: its docstring does not say which endpoint it is"
    for attribute, member in vars(found).items():
        if not attribute.startswith("_") and attribute not in SEAM:
            yield from _member_problems(
                f"{name}.{attribute}", member, _is_foreign(found, attribute)
            )


def _member_problems(name: str, member: Any, foreign: bool) -> Iterator[str]:
    if isinstance(member, property):
        ours = (getattr(member.fget, "__module__", None) or "").startswith("bcorm")
        if ours and not own_docstring(member.fget):
            yield f"{name}: no docstring"
    elif isinstance(member, (staticmethod, classmethod)) or inspect.isfunction(member):
        function = getattr(member, "__func__", member)
        if own_docstring(function):
            doc = inspect.getdoc(function) or ""
            yield from _function_problems(name, function, doc, foreign=foreign)
        else:
            yield f"{name}: no docstring"


def _is_foreign(found: type, attribute: str) -> bool:
    """Whether a method is another package's, such as Django's, which says what it takes."""
    return any(
        attribute in vars(base)
        for base in found.__mro__[1:]
        if base.__module__.split(".")[0] in FRAMEWORKS
    )


def _function_problems(
    name: str, function: Any, text: str, *, foreign: bool = False
) -> Iterator[str]:
    if not foreign:
        yield from _undescribed(name, function, text)
    yield from _unmeasured(name, text)
    missing = sorted(
        error
        for error in _raised(function)
        if not any(one in text for one in _kinds(function, error))
    )
    if missing:
        yield f"{name}: raises {', '.join(missing)}, and does not say so"


def _undescribed(name: str, function: Any, text: str) -> Iterator[str]:
    """Yield parameters that the docstring does not speak of.

    A single one may go without, where the first line is about it, as in "`request` with GET".
    """
    parameters = [
        one.name
        for one in inspect.signature(function).parameters.values()
        if one.name not in UNDERSTOOD
        and not one.name.startswith("_")
        and one.kind not in {one.VAR_POSITIONAL, one.VAR_KEYWORD}
    ]
    if len(parameters) < 2 or DELEGATED.search(text):
        return
    missing = [one for one in parameters if not re.search(rf"\b{one}\b", text)]
    if missing:
        yield f"{name}: does not speak of {', '.join(missing)}"


def _unmeasured(name: str, text: str) -> Iterator[str]:
    """Yield amounts that are described without their unit."""
    for match in re.finditer(r"^ {4}(\w+): (.*(?:\n {8}.*)*)", text, re.MULTILINE):
        if MEASURED.search(match[1]) and not UNITS.search(match[0]):
            yield f"{name}: {match[1]} has no unit"


def _kinds(function: Any, error: str) -> list[str]:
    """Return the names of an error's class and of those that it is a kind of."""
    found = getattr(function, "__globals__", {}).get(error)
    if not inspect.isclass(found):
        return [error]
    return [one.__name__ for one in found.__mro__ if one not in (Exception, BaseException, object)]


def _raised(function: Any) -> set[str]:
    """Return the classes that a function's own body raises; what it calls speaks for itself."""
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    except (OSError, TypeError, SyntaxError):
        return set()
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            called = node.exc.func
            label = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            if label[:1].isupper() and label not in {"NotImplementedError", "AttributeError"}:
                found.add(label)
    return found


def main() -> int:
    """Print the problems; the exit status."""
    names = list(public_names())
    found = [problem for name, item in names for problem in problems(name, item)]
    sys.stdout.writelines(f"{problem}\n" for problem in found)
    sys.stdout.write(f"{len(names)} public names, {len(found)} problems\n")
    return bool(found)


if __name__ == "__main__":
    raise SystemExit(main())
