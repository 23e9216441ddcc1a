"""Documents that there is one of: settings of the store, and of each channel.

A `Singleton` is data, as `Resource` is; `operations` makes the routes of it. The document
lives in the store's settings, under its path with the ids filled in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bcorm.emulator import jsontext
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.errors import ApiError, not_found
from bcorm.emulator.operations import Operation
from bcorm.emulator.schema import MISSING
from bcorm.emulator.validation import check

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bcorm.emulator.resource import Doc
    from bcorm.emulator.schema import Field

METHODS = {"get": "GET", "create": "POST", "update": "PUT", "delete": "DELETE"}


def _nothing(*_: Any) -> None:
    return None


@dataclass(frozen=True, kw_only=True)
class Singleton:
    """A document at a fixed path, or one below every document of a collection.

    Attributes:
        path: its path template; the placeholders are ids of what it is below.
        fields: its field table; the defaults are what it says before it was ever written.
        verbs: which of get, create, update and delete it answers.
        below: the collection whose document the last id names, which must be there.
        absent: whether it is not there before it was written: 404 instead of the defaults.
        wrapped: whether answers have the `data` envelope.
        replaced: whether a write replaces it, instead of the fields that it names.
        status: of the answers to verbs that do not answer 200.
        gone: what the answer to a delete holds, given the ids; None answers without a body.
        prepare: `prepare(ctx, doc, old, body)` checks and completes it before it is stored.
        texts: placeholders that are not whole numbers.
    """

    path: str
    fields: Sequence[Field]
    verbs: str = "get update"
    below: str = ""
    absent: bool = False
    wrapped: bool = True
    replaced: bool = False
    status: Mapping[str, int] = field(default_factory=dict)
    gone: Callable[[Context], Any] | None = None
    prepare: Callable[[Context, Doc, Doc | None, Doc], None] = _nothing
    texts: tuple[str, ...] = ()


def read(ctx: Context, singleton: Singleton) -> Doc | None:
    """The document as it is now; `None` if there is none."""
    kept: Doc | None = ctx.store.setting(_name(ctx, singleton))
    if kept is not None or singleton.absent:
        return kept
    return defaults(singleton.fields)


def write(ctx: Context, singleton: Singleton, doc: Doc | None) -> None:
    """Store the document; `None` takes it away."""
    ctx.store.set_setting(_name(ctx, singleton), doc)


def defaults(fields: Sequence[Field]) -> Doc:
    """What a field table says of a document that says nothing."""
    found: Doc = {}
    for item in fields:
        if item.default is not MISSING:
            found[item.name] = item.default
        elif item.fields and item.kind == "object" and not item.nullable:
            found[item.name] = defaults(item.fields)
    return {name: value for name, value in found.items() if value != {}}


def operations(*singletons: Singleton) -> tuple[Operation, ...]:
    """The routes of singletons."""
    return tuple(
        Operation(METHODS[verb], item.path, _answer(item, verb), item.texts)
        for item in singletons
        for verb in item.verbs.split()
    )


def _answer(singleton: Singleton, verb: str) -> Callable[[Context], Reply]:
    act = {"get": _get, "create": _write, "update": _write, "delete": _delete}[verb]

    def answer(ctx: Context) -> Reply:
        if singleton.below and not ctx.store.exists(singleton.below, ctx.ids[-1]):
            raise not_found(ctx.version)
        return act(ctx, singleton, verb)

    return answer


def _name(ctx: Context, singleton: Singleton) -> str:
    return "/".join((singleton.path, *map(str, ctx.ids)))


def _reply(singleton: Singleton, verb: str, value: Any) -> Reply:
    body = {"data": value, "meta": {}} if singleton.wrapped else value
    return Reply(singleton.status.get(verb, 200), jsontext.dumps(body))


def _get(ctx: Context, singleton: Singleton, verb: str) -> Reply:
    doc = read(ctx, singleton)
    if doc is None:
        raise not_found(ctx.version)
    return _reply(singleton, verb, _shown(singleton, doc))


def _shown(singleton: Singleton, doc: Doc) -> Doc:
    hidden = {item.name for item in singleton.fields if item.write_only}
    return {name: value for name, value in doc.items() if name not in hidden}


def _write(ctx: Context, singleton: Singleton, verb: str) -> Reply:
    if not isinstance(ctx.body, dict):
        raise ApiError(422 if ctx.version == "v3" else 400, errors={"": "error.expected.jsobject"})
    old = read(ctx, singleton)
    mode = "post" if verb == "create" or singleton.replaced else "put"
    said = check(singleton.fields, ctx.body, mode, ctx.version)
    doc = said if singleton.replaced or old is None else merged(old, said)
    singleton.prepare(ctx, doc, old, ctx.body)
    write(ctx, singleton, doc)
    return _reply(singleton, verb, _shown(singleton, doc))


def merged(old: Doc, new: Doc) -> Doc:
    """A document with some of its values replaced, nested objects value by value."""
    found = dict(old)
    for name, value in new.items():
        before = old.get(name)
        both = isinstance(value, dict) and isinstance(before, dict)
        found[name] = merged(before, value) if both else value  # type: ignore[arg-type]
    return found


def _delete(ctx: Context, singleton: Singleton, verb: str) -> Reply:
    if read(ctx, singleton) is None:
        raise not_found(ctx.version)
    write(ctx, singleton, None)
    if singleton.gone is None:
        return Reply(singleton.status.get(verb, 204))
    return _reply(singleton, verb, singleton.gone(ctx))
