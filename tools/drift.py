"""Compare the declarations with the official specs, in both directions.

    python -m tools.drift            prints what nobody has explained, and a summary
    python -m tools.drift --all      prints the explained differences too

What differs on purpose is in `tools/drift_exceptions.py`, with a reason each. Exits 1 if anything
is unexplained, or if an exception explains nothing any more.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path

import attrs

from bcorm.model import Resource
from tools import compare, coverage, specs
from tools.coverage import Reach
from tools.drift_exceptions import EXCEPTIONS
from tools.families import filters
from tools.models import snake
from tools.shapes import Shape
from tools.specs import Operation

ROW_READS = frozenset({"list", "get", "everywhere"})
ROW_CREATES = frozenset({"create", "create_batch"})
ROW_UPDATES = frozenset({"update", "update_batch"})


@attrs.frozen
class Difference:
    """Something that the declarations and the specs do not agree on."""

    where: str
    kind: str
    detail: str

    def __str__(self) -> str:
        return f"{self.where}: {self.kind}: {self.detail}"


def title(model: type[Resource]) -> str:
    """Return the name under which users know a class."""
    return f"v2.{model.__name__}" if ".v2." in model.__module__ else model.__name__


def differences(root: Path, operations: Iterable[Operation]) -> Iterator[Difference]:
    """Yield all differences between the declarations and the operations of all specs."""
    documented = specs.documented(root)
    by_key = {(operation.method, operation.template): operation for operation in operations}
    reached = coverage.every()
    for reach in reached:
        key = (reach.method, reach.template)
        if key not in by_key and key not in documented:
            text = f"{' '.join(key)} ({reach.means})"
            yield Difference(title(reach.model), "unknown operation", text)
    known = {(reach.method, reach.template) for reach in reached} | coverage.BESIDE.keys()
    for key, operation in by_key.items():
        if key not in known:
            yield Difference(operation.spec, "unreachable", f"{operation.method} {operation.path}")
    nested = _nested(reached, by_key)
    for model in dict.fromkeys(reach.model for reach in reached):
        if not issubclass(model, Resource):
            continue
        own = [reach for reach in reached if reach.model is model]
        for kind, name, detail in _of_model(model, own, by_key, nested.get(model, Shape())):
            yield Difference(f"{title(model)}{'.' * bool(name)}{name}", kind, detail)


def _nested(
    reached: Iterable[Reach], by_key: dict[tuple[str, str], Operation]
) -> dict[type[Resource], Shape]:
    """Return what new parents take of their children: some are only created like that."""
    found: dict[type[Resource], Shape] = {}
    for reach in reached:
        operation = by_key.get((reach.method, reach.template))
        if reach.means not in ROW_CREATES or operation is None or operation.request is None:
            continue
        body = operation.request.unwrap()
        for relation in reach.model.relations.values():
            wire = getattr(relation, "nested", None)
            if wire in body.fields:
                found[relation.target] = body.fields[wire].unwrap()  # type: ignore[attr-defined]
    return found


def _of_model(
    model: type[Resource],
    own: list[Reach],
    by_key: dict[tuple[str, str], Operation],
    nested: Shape,
) -> Iterator[tuple[str, str, str]]:
    """Yield kind, name and detail of a class's differences."""
    shown, posted, put = Shape(), Shape(), Shape()
    for reach in own:
        operation = by_key.get((reach.method, reach.template))
        if operation is None:
            continue
        wrote = reach.means in ROW_CREATES | ROW_UPDATES
        answers = reach.means in ROW_READS or (wrote and _shows_rows(model))
        if answers and operation.answer is not None:
            shown = shown.join(operation.answer.unwrap())
        body = _rows(operation, reach.wrap)
        if reach.means in ROW_CREATES:
            posted = posted.join(body)
        if reach.means in ROW_UPDATES:
            put = put.join(body)
        if reach.means == "list" or (reach.means == "get" and model.endpoint.singleton):
            yield from _of_list(model, operation)
    if not posted.fields:
        posted = nested
    if shown.fields or posted.fields or put.fields:
        yield from compare.fields(model, shown, posted, put)


def _shows_rows(model: type[Resource]) -> bool:
    return all(one.shows in {"row", "rows"} for one in model.endpoint.answers)


def _rows(operation: Operation, wrap: str | None) -> Shape:
    """What a request takes of a row."""
    if operation.request is None:
        return Shape()
    body = operation.request.unwrap()
    return body if wrap is None else body.fields[wrap].unwrap()


def _of_list(model: type[Resource], operation: Operation) -> Iterator[tuple[str, str, str]]:
    """Compare what a list can do."""
    endpoint = model.endpoint
    theirs = {snake(name): lookups for name, lookups in filters(operation).items()}
    ours: dict[str, set[str]] = {}
    for name, filter_ in endpoint.filters.items():
        ours.setdefault(filter_.wire or name, set()).update(filter_.lookups)
    for name in sorted(theirs.keys() | ours.keys()):
        if name in endpoint.params or name in endpoint.scope:
            continue
        spec, declared = theirs.get(name, set()), ours.get(name, set())
        if spec != declared:
            yield "filter", name, f"spec {_words(spec)}, declared {_words(declared)}"
    for word, declared in (("sort", endpoint.sort), ("include", endpoint.includes)):
        schema = operation.query.get(word) or {}
        values = schema.get("enum") or (schema.get("items") or {}).get("enum") or ()
        spec = {str(value).partition(":")[0] for value in values}
        if values and spec != set(declared):
            yield word, "", f"spec {_words(spec)}, declared {_words(declared)}"
        elif declared and word not in operation.query:
            yield word, "", f"declared {_words(declared)}, the spec has none"
    paged = bool({"page", "limit", "after"} & operation.query.keys())
    if not endpoint.singleton and paged != (endpoint.paging != "none"):
        yield "paging", "", f"spec {'pages' if paged else 'does not page'}, declared the contrary"
    selects = "include_fields" in operation.query
    if selects != endpoint.selects:
        yield "selects", "", f"spec {selects}, declared {endpoint.selects}"


def _words(names: Iterable[str]) -> str:
    return " ".join(sorted(names)) or "nothing"


def explain(found: Iterable[Difference]) -> tuple[list[Difference], list[str], Counter[str]]:
    """Split differences into unexplained ones, and tell which exceptions explain nothing."""
    used: Counter[str] = Counter()
    unexplained = []
    for difference in found:
        text = str(difference)
        for pattern, _reason in EXCEPTIONS:
            if fnmatchcase(text, pattern.replace("[", "[[]")):
                used[pattern] += 1
                break
        else:
            unexplained.append(difference)
    idle = [pattern for pattern, _reason in EXCEPTIONS if not used[pattern]]
    return unexplained, idle, used


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--specs", help="the folder of the specs")
    parser.add_argument("--all", action="store_true", help="show explained differences too")
    parser.add_argument(
        "--only",
        default="",
        help="show differences that contain this text, in small letters or capitals",
    )
    options = parser.parse_args()
    root = specs.folder(options.specs)
    if not root.is_dir():
        print(f"drift: the specs are not at {root}: nothing was compared", file=sys.stderr)
        return 2
    operations = list(specs.operations(root))
    found = list(differences(root, operations))
    unexplained, idle, used = explain(found)
    for difference in found if options.all else unexplained:
        if options.only.lower() in str(difference).lower():
            print(difference)
    for pattern in idle:
        print(f"exception explains nothing: {pattern}")
    unreachable = sum(difference.kind == "unreachable" for difference in found)
    print(
        f"{len(operations) - unreachable} of {len(operations)} operations reachable; "
        f"{len(unexplained)} differences unexplained, {sum(used.values())} explained by "
        f"{len(used)} exceptions"
    )
    return 1 if unexplained or idle else 0


if __name__ == "__main__":
    sys.exit(main())
