"""`bcorm migrate check`: what to look at in code that uses the official client.

The code is read, never run or imported. Values are followed as far as names and functions of one
file lead: what `api.Orders.all()` gave is a listing, what is in it are objects.
"""

from __future__ import annotations

import ast
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import click

from bcorm.cli.idioms import IDIOMS, RESOURCES, native_line, resource_of

if TYPE_CHECKING:
    from collections.abc import Iterator

FOUND = 3
"""The exit status when there is something to look at."""

UNREAD = 1
"""The exit status when a file could not be read as Python."""

_HELPERS = {  # methods of objects that list what is below them
    "addresses", "configurable_fields", "coupons", "custom_fields", "discount_rules",
    "google_mappings", "images", "messages", "options", "products", "reviews", "rules",
    "shipments", "shipping_addresses", "skus", "states", "taxes", "values", "videos",
}  # fmt: skip
_PRIVATE = {
    "_create_object", "_create_path", "_delete_path", "_get_all_path", "_get_path",
    "_handle_response", "_last_response", "_make_request", "_oauth_headers", "_run_method",
    "_session", "_update_path",
}  # fmt: skip
_CLASSES = {
    "ApiResource", "ApiSubResource", "BigcommerceApi", "Connection", "GraphQLConnection", "Mapping",
    "OAuthConnection", *RESOURCES,
}  # fmt: skip
_ACCOUNTS = {"BigcommerceApi", "Connection", "GraphQLConnection", "OAuthConnection"}
_PACKAGES = {"bigcommerce", "bcorm.compat"}
_PICKLERS = {"pickle", "cPickle", "cloudpickle", "dill", "joblib", "shelve"}
_POOL = re.compile(r"pool|executor", re.IGNORECASE)
_TESTS = {  # built-in functions by which programs tell that nothing was found
    "bool": "emptiness-by-truth",
    "any": "emptiness-by-length",
    "len": "emptiness-by-length",
    "type": "emptiness-by-type",
    "isinstance": "emptiness-by-type",
    "hasattr": "emptiness-by-attribute",
    "getattr": "emptiness-by-attribute",
}
_SKIPPED = {"node_modules", "site-packages", "__pycache__", "venv"}

LISTING, ROWS, ROW, API, CONNECTION = "listing", "rows", "row", "api", "connection"


@attrs.frozen(order=True)
class Finding:
    """A place to look at.

    Attributes:
        line: Its line.
        column: Its column, from 0.
        idiom: Which idiom it is.
        code: The expression.
        native: The line of bcorm's own.
    """

    line: int
    column: int
    idiom: str
    code: str
    native: str


@attrs.frozen
class _Value:
    """What is known of an expression: its kind, and the call that it came from."""

    kind: str
    call: ast.Call | None = None


def check(source: bytes, filename: str = "<unknown>") -> list[Finding]:
    """Find the idioms in a file.

    Raises:
        SyntaxError: It is no Python 3.
    """
    tree = ast.parse(source, filename)
    if not _is_about_it(tree):
        return []
    return sorted(set(_Reading(tree).findings()))


def natives(source: bytes, filename: str = "<unknown>") -> list[Finding]:
    """Give the native line of each call of a resource in a file.

    Raises:
        SyntaxError: It is no Python 3.
    """
    tree = ast.parse(source, filename)
    if not _is_about_it(tree):
        return []
    calls = [(node, native_line(node)) for node in _calls(tree)]
    return sorted(_finding("native", node, native) for node, native in calls if native)


def _is_about_it(tree: ast.Module) -> bool:
    """Whether a file uses the official client, or is given an api by one that does."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and _package(node.module or ""):
            return True
        if isinstance(node, ast.Import) and any(_package(name.name) for name in node.names):
            return True
        if isinstance(node, ast.Call) and (resource := resource_of(node)):
            owner = resource.value if isinstance(resource, ast.Attribute) else None
            name = getattr(owner, "attr", getattr(owner, "id", ""))
            if re.search(r"(^|_)(api|client|bc|bigcommerce|store)$", name.lower()):
                return True
    return False


def _package(name: str) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in _PACKAGES)


def _finding(idiom: str, node: ast.AST, native: str) -> Finding:
    code = ast.unparse(node).splitlines()[0]
    return Finding(node.lineno, node.col_offset, idiom, code, native)  # type: ignore[attr-defined]


_Scope = ast.Module | ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


class _Reading:
    """One file: what its names hold, and what is done with it."""

    def __init__(self, tree: ast.Module) -> None:
        self._tree = tree
        self._scopes: dict[ast.AST, _Scope] = {}
        self._parents: dict[ast.AST, ast.AST] = {}
        self._names: dict[tuple[ast.AST | None, str], _Value] = {}
        self._functions: dict[str, _Value] = {}
        self._note_scopes(tree, tree)
        for _ in range(3):  # what a function gives is known after the first round
            self._learn()

    def _note_scopes(self, node: ast.AST, scope: _Scope) -> None:
        for child in ast.iter_child_nodes(node):
            self._scopes[child], self._parents[child] = scope, node
            self._note_scopes(child, child if isinstance(child, _Scope) else scope)

    def _learn(self) -> None:
        for node in self._scopes:
            if isinstance(node, ast.Assign):
                for target in node.targets:
                    self._bind(target, self._value(node.value), node)
            elif isinstance(node, ast.AnnAssign | ast.NamedExpr) and node.value is not None:
                self._bind(node.target, self._value(node.value), node)
            elif isinstance(node, ast.For | ast.AsyncFor | ast.comprehension):
                looped = self._value(node.iter)
                if looped is not None and looped.kind in {LISTING, ROWS}:
                    self._bind(node.target, _Value(ROW, looped.call), node)
            elif isinstance(node, ast.Return) and node.value is not None:
                scope, found = self._scopes[node], self._value(node.value)
                if found is not None and isinstance(scope, ast.FunctionDef):
                    self._functions[scope.name] = found

    def _bind(self, target: ast.expr, value: _Value | None, node: ast.AST) -> None:
        if value is None:
            return
        if isinstance(target, ast.Name):
            self._names[self._scopes[node], target.id] = value
        elif isinstance(target, ast.Attribute):
            self._names[None, ast.unparse(target)] = value

    def _value(self, node: ast.expr) -> _Value | None:
        """What an expression is, as far as that can be told."""
        if isinstance(node, ast.Name):
            return self._named(node)
        if isinstance(node, ast.Attribute):
            known = self._names.get((None, ast.unparse(node)))
            return _Value(CONNECTION) if node.attr == "connection" else known
        if isinstance(node, ast.Call):
            return self._called(node)
        if isinstance(node, ast.Subscript):
            found = self._many(node.value)
            sliced = isinstance(node.slice, ast.Slice)
            return found and _Value(ROWS if sliced else ROW, found.call)
        parts: list[ast.expr] = []
        if isinstance(node, ast.NamedExpr):
            parts = [node.value]
        elif isinstance(node, ast.IfExp):
            parts = [node.body, node.orelse]
        elif isinstance(node, ast.BoolOp):
            parts = node.values
        return next((found for part in parts if (found := self._value(part))), None)

    def _named(self, node: ast.Name) -> _Value | None:
        scope: ast.AST | None = self._scopes.get(node, self._tree)
        while scope is not None:
            if (scope, node.id) in self._names:
                return self._names[scope, node.id]
            scope = self._scopes.get(scope)
        return None

    def _many(self, node: ast.expr) -> _Value | None:
        found = self._value(node)
        return found if found is not None and found.kind in {LISTING, ROWS} else None

    def _called(self, call: ast.Call) -> _Value | None:
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        if (resource := resource_of(call)) is not None:
            single = getattr(resource, "attr", getattr(resource, "id", "")) in {"Store", "Time"}
            kinds = {"all": ROW if single else LISTING, "iterall": ROWS, "get": ROW, "create": ROW}
            return _Value(kinds[name], call) if name in kinds else None
        if name in _ACCOUNTS:
            return _Value(API if name == "BigcommerceApi" else CONNECTION)
        if isinstance(call.func, ast.Attribute):
            owner = self._value(call.func.value)
            if owner is not None and owner.kind == ROW and name in _HELPERS:
                return _Value(ROW if call.args or call.keywords else LISTING, None)
            if owner is not None and owner.kind == ROW and name == "update":
                return owner
        elif call.args and name in {"list", "sorted", "tuple", "reversed", "next", "iter"}:
            found = self._many(call.args[0])
            return found and _Value(ROW if name == "next" else ROWS, found.call)
        return self._functions.get(name)

    def _is(self, node: ast.AST | None, *kinds: str) -> bool:
        found = self._value(node) if isinstance(node, ast.expr) else None
        return found is not None and found.kind in kinds

    # What is done with it.

    def findings(self) -> Iterator[Finding]:
        """Go through the file and tell each idiom."""
        for node in self._scopes:
            for name, about in self._idioms(node):
                yield self._told(name, node, about)

    def _told(self, name: str, node: ast.AST, about: ast.AST | None) -> Finding:
        found = self._value(about) if isinstance(about, ast.expr) else None
        query = native_line(found.call) if found is not None and found.call is not None else ""
        query = query.removesuffix(".iterator()")
        native = IDIOMS[name].native.replace("{query}", query or "Model.objects.filter(...)")
        place = node if hasattr(node, "lineno") or about is None else about
        return _finding(name, place, native)

    def _idioms(self, node: ast.AST) -> Iterator[tuple[str, ast.AST | None]]:
        yield from self._of_truth(node)
        if isinstance(node, ast.Call):
            yield from self._of_call(node)
        elif isinstance(node, ast.Compare):
            yield from self._of_comparison(node)
        elif isinstance(node, ast.Subscript | ast.Attribute):
            yield from self._of_access(node)
        elif isinstance(node, ast.Constant) and node.value == "_connection":
            yield "connection-among-fields", None
        elif isinstance(node, ast.FunctionDef):
            yield from self._of_function(node)
        elif isinstance(node, ast.While | ast.For):
            pages = [one for one in _calls(node) if _has_page(one) and resource_of(one) is not None]
            if pages:
                yield "loop-over-pages", pages[0]
        elif isinstance(node, ast.Import | ast.ImportFrom):
            yield from self._of_import(node)

    def _of_truth(self, node: ast.AST) -> Iterator[tuple[str, ast.AST | None]]:
        tested: list[ast.expr] = []
        if isinstance(node, ast.If | ast.While | ast.IfExp | ast.Assert):
            tested = [node.test]
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            tested = [node.operand]
        elif isinstance(node, ast.BoolOp):
            tested = node.values
        elif isinstance(node, ast.comprehension):
            tested = node.ifs
        for one in tested:
            if self._is(one, LISTING):
                yield "emptiness-by-truth", one

    def _of_call(self, call: ast.Call) -> Iterator[tuple[str, ast.AST | None]]:
        first = call.args[0] if call.args else None
        if isinstance(call.func, ast.Attribute):
            owner, name = call.func.value, call.func.attr
            if name in {"keys", "items"} and self._is(owner, LISTING):
                yield "emptiness-by-attribute", owner
            elif name == "get" and self._is(owner, ROW, LISTING):
                yield "get-of-object", owner
            yield from self._of_other_processes(call, name, owner)
        elif isinstance(call.func, ast.Name):
            name = call.func.id
            if name in _TESTS and self._is(first, LISTING):
                yield _TESTS[name], first
            elif name == "len" and self._is(first, ROW):
                yield "connection-among-fields", first
            elif name == "vars" and self._is(first, ROW, LISTING):
                yield "vars-of-object", first
        yield from self._of_filters(call)
        yield from _of_texts(call, first)

    def _of_other_processes(
        self, call: ast.Call, name: str, owner: ast.expr
    ) -> Iterator[tuple[str, ast.AST | None]]:
        pickled = getattr(owner, "id", "") in _PICKLERS and name in {"dump", "dumps", "open"}
        if pickled or _POOL.search(ast.unparse(owner)):
            for one in call.args:
                if self._is(one, LISTING, ROWS, ROW, API, CONNECTION):
                    yield "pickled-object", one

    def _of_filters(self, call: ast.Call) -> Iterator[tuple[str, ast.AST | None]]:
        if resource_of(call) is None or getattr(call.func, "attr", "") in {"create", "get"}:
            return
        for word in call.keywords:
            if isinstance(word.value, ast.Constant) and isinstance(word.value.value, bool):
                yield "boolean-filter", call
            elif isinstance(word.value, ast.Constant) and word.value.value is None:
                yield "none-filter", call
            elif isinstance(word.value, ast.List | ast.Tuple | ast.Set):
                yield "list-filter", call

    def _of_comparison(self, node: ast.Compare) -> Iterator[tuple[str, ast.AST | None]]:
        sides = [node.left, *node.comparators]
        for one, other in ((sides[0], sides[1]), (sides[1], sides[0])):
            if self._is(one, LISTING) and isinstance(node.ops[0], ast.In | ast.NotIn):
                if one is sides[1]:
                    yield "emptiness-by-attribute", one
            elif self._is(one, LISTING):
                yield "emptiness-by-comparison", one
            elif self._is(one, ROW) and isinstance(node.ops[0], ast.Eq | ast.NotEq):
                is_like_it = isinstance(other, ast.Dict) or self._is(other, ROW)
                yield from [("object-equality", one)] if is_like_it else []

    def _of_access(
        self, node: ast.Subscript | ast.Attribute
    ) -> Iterator[tuple[str, ast.AST | None]]:
        if isinstance(node, ast.Attribute):
            if node.attr in _PRIVATE:
                yield "private-name", None
            if node.attr == "__dict__" and self._is(node.value, ROW, LISTING):
                yield "vars-of-object", node.value
        if self._is(node.value, LISTING) and self._is_tried(node):
            yield "emptiness-by-exception", node.value

    def _is_tried(self, node: ast.AST) -> bool:
        """Whether an error of an expression is caught around it, in its function."""
        child, parent = node, self._parents.get(node)
        while parent is not None and not isinstance(parent, _Scope):
            if isinstance(parent, ast.Try) and child in parent.body:
                return any(_catches_lookups(handler) for handler in parent.handlers)
            child, parent = parent, self._parents.get(parent)
        return False

    def _of_function(self, node: ast.FunctionDef) -> Iterator[tuple[str, ast.AST | None]]:
        owner = self._parents.get(node)
        if node.name in _PRIVATE and isinstance(owner, ast.ClassDef):
            bases = {getattr(base, "attr", getattr(base, "id", "")) for base in owner.bases}
            if bases & _CLASSES or any(name.endswith("ApiResource") for name in bases):
                yield "private-name", None
        pages = [call for call in _calls(node) if _has_page(call) and resource_of(call) is not None]
        again = [
            call
            for call in _calls(node)
            if getattr(call.func, "attr", getattr(call.func, "id", "")) == node.name
            and resource_of(call) is None
        ]
        if pages and again:
            yield "recursion-over-pages", pages[0]

    def _of_import(self, node: ast.Import | ast.ImportFrom) -> Iterator[tuple[str, ast.AST | None]]:
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [name.name for name in node.names]
        if not any(name.partition(".")[0] == "bigcommerce" for name in names):
            return
        for call in _calls(self._tree):
            installs = ast.unparse(call.func).endswith("compat.install")
            if installs and call.lineno > node.lineno:
                yield "import-before-install", None


def _of_texts(call: ast.Call, first: ast.expr | None) -> Iterator[tuple[str, ast.AST | None]]:
    """What is said of the package by its name, and of an address that is elsewhere."""
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    if name in {"patch", "import_module"} and _is_text(first, "bigcommerce"):
        yield "module-by-name", None
    elif name in {"version", "get_distribution"} and _is_text(first, "bigcommerce"):
        yield "installed-version", None
    elif name in {"create", "create_url"} and "login" in ast.unparse(call.func).lower():
        words = [*call.args, *(word.value for word in call.keywords)]
        if any(isinstance(one, ast.Constant) and "://" in str(one.value) for one in words):
            yield "redirect-elsewhere", None


def _calls(node: ast.AST) -> list[ast.Call]:
    return [child for child in ast.walk(node) if isinstance(child, ast.Call)]


def _has_page(call: ast.Call) -> bool:
    return any(
        word.arg == "page" and not isinstance(word.value, ast.Constant) for word in call.keywords
    )


def _is_text(node: ast.AST | None, start: str) -> bool:
    return (
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node.value.partition(".")[0] == start
    )


def _catches_lookups(handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    names = {getattr(one, "attr", getattr(one, "id", "")) for one in ast.walk(handler.type)}
    caught = {"KeyError", "IndexError", "LookupError", "AttributeError", "TypeError", "Exception"}
    return bool(names & caught)


@click.group("migrate", short_help="Help code that uses the official client.")
def command() -> None:
    """Help code that uses the official client, `bigcommerce`, over to bcorm."""


@command.command("check", short_help="Tell what to look at in it.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--native", is_flag=True, help="Give bcorm's own line for each call instead.")
@click.pass_context
def check_command(ctx: click.Context, paths: tuple[Path, ...], *, native: bool) -> None:
    """Read code that uses the official client, and tell what to look at: file, line, idiom.

    PATHS are files, or folders with Python files. The code is neither run nor changed. The exit
    status is 3 if there is something to look at.
    """
    found = unread = files = 0
    for path in _files(paths):
        files += 1
        try:
            rows = (natives if native else check)(path.read_bytes(), str(path))
        except (SyntaxError, ValueError) as error:
            unread += 1
            line = getattr(error, "lineno", None) or 1
            sys.stderr.write(f"{path}:{line}: cannot be read as Python 3: {error}\n")
            continue
        found += len(rows)
        for row in rows:
            sys.stdout.write(_shown(path, row))
    what = "line" if native else "thing to look at"
    sys.stderr.write(f"{_counted(found, what)} in {_counted(files, 'file')}\n")
    if unread:
        ctx.exit(UNREAD)
    ctx.exit(FOUND if found and not native else 0)


def _shown(path: Path, row: Finding) -> str:
    where = f"{path}:{row.line}:{row.column + 1}"
    if row.idiom not in IDIOMS:
        return f"{where}: {row.code}\n    {row.native}\n"
    says = IDIOMS[row.idiom].says
    return f"{where}: {row.idiom}: {row.code}\n    {says}\n    natively: {row.native}\n"


def _counted(number: int, what: str) -> str:
    first, _, rest = what.partition(" ")
    return f"{number} {first if number == 1 else f'{first}s'} {rest}".rstrip()


def _files(paths: tuple[Path, ...]) -> Iterator[Path]:
    """Yield the Python files: those that were named, and those in folders, in order."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(
                name for name in folders if name not in _SKIPPED and not name.startswith(".")
            )
            yield from (Path(folder, name) for name in sorted(names) if name.endswith(".py"))
