"""From stored rows to response text.

The common case never parses: a stored document goes out as it is, with the arrays that live in
other collections spliced in before its closing brace. Only field selection and views parse.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bcorm.emulator import jsontext
from bcorm.emulator.errors import ApiError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bcorm.emulator.context import Context
    from bcorm.emulator.resource import Render, Resource
    from bcorm.emulator.tables import Id, Row


def splice(text: str, parts: Iterable[tuple[str, str]]) -> str:
    """An object's text with more members at its end."""
    added = ",".join(f'"{name}":{value}' for name, value in parts)
    if not added:
        return text
    return f"{{{added}}}" if text == "{}" else f"{text[:-1]},{added}}}"


def asked_includes(ctx: Context, resource: Resource) -> tuple[str, ...]:
    """The known names of the `include` parameter, each once, in order."""
    names = ctx.query.get("include", "")
    if not names or not resource.includes:
        return ()
    return tuple(
        dict.fromkeys(
            name for name in map(str.strip, names.split(",")) if name in resource.includes
        )
    )


def render(
    ctx: Context, resource: Resource, rows: Sequence[Row], includes: Sequence[str] = ()
) -> list[str]:
    """The JSON texts of the rows, as the resource shows them."""
    if not rows:
        return []
    if resource.present is not None:
        texts = [jsontext.dumps(resource.present(ctx, row.doc, row)) for row in rows]
    else:
        texts = [row.text for row in rows]
    renders: dict[str, Render] = dict(resource.embeds)
    for name in includes:
        shown = resource.includes[name]
        renders |= {name: shown} if callable(shown) else shown
    if renders:
        members = [(name, show(ctx, rows)) for name, show in renders.items()]
        texts = [
            splice(text, ((name, found[row.id]) for name, found in members if row.id in found))
            for text, row in zip(texts, rows, strict=True)
        ]
    return _select(ctx, resource, texts, includes)


def _select(
    ctx: Context, resource: Resource, texts: list[str], includes: Sequence[str]
) -> list[str]:
    known = resource.selectable.split()
    wanted = _names(ctx.query.get("include_fields")) if "include_fields" in known else None
    unwanted = _names(ctx.query.get("exclude_fields")) if "exclude_fields" in known else None
    if wanted is None and not unwanted:
        return texts
    if resource.version == "v3":
        for param, names in (("include_fields", wanted), ("exclude_fields", unwanted)):
            _refuse_unknown(resource, param, names or set())
    keep = None if wanted is None else wanted | {resource.key, *includes}
    drop = (unwanted or set()) - {resource.key}
    selected = []
    for text in texts:
        doc = jsontext.loads(text)
        selected.append(
            jsontext.dumps(
                {
                    name: value
                    for name, value in doc.items()
                    if (keep is None or name in keep) and name not in drop
                }
            )
        )
    return selected


def _names(text: str | None) -> set[str] | None:
    if text is None:
        return None
    return {name.strip() for name in text.split(",") if name.strip()}


def _refuse_unknown(resource: Resource, param: str, wanted: set[str]) -> None:
    known = {field.name for field in resource.fields} | {*resource.embeds, *resource.includes}
    unknown = sorted(wanted - known - {resource.key, "date_created", "date_modified"})
    if unknown:
        raise ApiError(
            422,
            "The filter value is not valid.",
            errors={param: f"unknown fields: {', '.join(unknown)}"},
        )


def children(path: str, *, only: str = "") -> Render:
    """A render that shows the documents under each row.

    Args:
        path: the path template of their resource.
        only: an SQL condition on them; the first that fits is shown by itself, not in an array.
    """

    def show(ctx: Context, rows: Sequence[Row]) -> Mapping[Id, str]:
        resource = ctx.resource(path)
        found = ctx.store.children(resource.collection, [row.id for row in rows])
        quiet = ctx.child(ctx.ids)
        grouped: defaultdict[Id, list[str]] = defaultdict(list)
        for row, text in zip(found, render(quiet, resource, found), strict=True):
            if row.parent is not None:
                grouped[row.parent].append(text)
        return {row.id: f"[{','.join(grouped[row.id])}]" for row in rows}

    def show_one(ctx: Context, rows: Sequence[Row]) -> Mapping[Id, str]:
        resource = ctx.resource(path)
        found = ctx.store.children(resource.collection, [row.id for row in rows])
        chosen: dict[Id, str] = {}
        for row in found:
            if row.parent is not None and row.doc.get(only):
                chosen.setdefault(row.parent, row.text)
        return chosen

    return show_one if only else show
