"""What endpoints answer to writes, beside what the official specs say that they answer."""

from __future__ import annotations

import re

import pytest
from shared import needs_shared

from bcorm import resources
from bcorm.model.mapper import mapper_for

# Where the declaration is right, and the spec wrong, vague, or about something else too.
DIFFERENT = {
    ("BlogPost", "create"): "the spec's row has no id; the API's has",
    ("BlogPost", "update"): "the spec's row has no id; the API's has",
    ("ProductModifier", "create"): "the spec lost the row between two schemas",
    ("Page", "create_batch"): "the spec shows the answer to one page only",
    ("TaxClass", "create_batch"): "the spec wraps the rows twice",
    ("TaxClass", "update_batch"): "the spec wraps the rows twice",
    ("CustomerMetafield", "create"): "one row in a list",
    ("CustomerMetafield", "update"): "one row in a list",
}


def _followed(document, node):
    for _ in range(20):
        if not (isinstance(node, dict) and "$ref" in node):
            break
        found = document
        for part in node["$ref"].lstrip("#/").split("/"):
            found = found[part.replace("~1", "/").replace("~0", "~")]
        node = found
    return node if isinstance(node, dict) else {}


def _merged(document, node, depth=0):
    """Properties and items of a schema, with those of all that it is put together from."""
    node = _followed(document, node)
    properties, items = dict(node.get("properties") or {}), node.get("items")
    for word in ("allOf", "oneOf", "anyOf") if depth < 6 else ():
        for part in node.get(word) or ():
            more, its = _merged(document, part, depth + 1)
            properties.update(more)
            items = items or its
    return properties, items


def _shape(document, schema, model):
    """What a schema shows: row, rows, other (an object without a row), or nothing."""
    endpoint, mapper = model.endpoint, mapper_for(model)
    own = {mapper.field(endpoint.key).wire} if endpoint.key else set(mapper.wires)
    properties, items = _merged(document, schema)
    if endpoint.version == 3 and "data" in properties:
        properties, items = _merged(document, properties["data"])
    if items is not None:
        return "rows" if own & set(_merged(document, items)[0]) else "other"
    if properties:
        return "row" if own & set(properties) else "other"
    return "nothing"


def _writes():
    for name in resources.INDEX:
        model = getattr(resources, name)
        endpoint = getattr(model, "endpoint", None)
        for kind in ("create", "update", "delete") if endpoint is not None else ():
            batch = getattr(endpoint, f"{kind}_batch")
            usual = "DELETE" if kind == "delete" else getattr(endpoint, f"{kind}_method")
            if kind in endpoint.verbs:
                path = endpoint.path if kind == "create" else endpoint.item()
                yield pytest.param((model, kind, False, usual, path), id=f"{name}-{kind}")
            if batch is not None:
                found = (batch.method or usual, batch.path or endpoint.path)
                yield pytest.param((model, kind, True, *found), id=f"{name}-{kind}_batch")


# What a declared answer may look like in a spec. A delete shows what it likes.
FITTING = {
    "row": {"row"},
    "rows": {"rows"},
    "parent": {"row"},
    "receipt": {"other"},
    "nothing": {"nothing"},
    "either way": {"nothing"},
}


@needs_shared("specs")
@pytest.mark.parametrize("write", list(_writes()))
def test_what_is_declared_is_what_the_spec_says(judge, write):
    model, kind, batch, method, path = write
    operation = judge.operation(method, "/" + re.sub(r"\{\w+\}", "1", path))
    if operation is None:
        assert path.startswith("v2/option")  # in the older description only
        return
    document = judge.document(operation.spec)
    shapes = set()
    for status, answer in judge.declared(operation)["responses"].items():
        if str(status) in {"200", "201", "202", "204"}:
            contents = _followed(document, answer).get("content") or {}
            schema = next(iter(contents.values()), {}).get("schema", {})
            shapes.add(_shape(document, schema, model))
    verb = f"{kind}_batch" if batch else kind
    shows = model.endpoint.answer(kind, batch=batch)
    if kind == "delete" and shows == "nothing":
        return  # an empty answer, the row, or the keys: all of them are taken
    different = (model.__name__, verb) in DIFFERENT
    assert bool(shapes & FITTING[shows]) is not different, shapes


def test_every_difference_is_of_something():
    writes = [param.values[0] for param in _writes()]
    known = {
        (model.__name__, f"{kind}_batch" if batch else kind) for model, kind, batch, *_ in writes
    }
    assert set(DIFFERENT) <= known
