"""Rows that a live store sent go through the declarations without loss."""

from __future__ import annotations

import json
import re

import pytest
from shared import SHARED, needs_shared

from bcorm import resources
from bcorm.model.mapper import mapper_for
from tools.models import models

RECORDED = SHARED / "recorded"


def by_path():
    found = {}
    for _, model in models():
        endpoint = model.endpoint
        for path in (endpoint.path, endpoint.item()):
            found.setdefault(re.sub(r"\{\w+\}", "{}", path), model)
    return found


def exchanges():
    for path in sorted(RECORDED.glob("0*.json")):
        recording = json.loads(path.read_text())
        body = recording["response"]["body"]
        if isinstance(body, dict) and "data" in body:
            rows = body["data"] if isinstance(body["data"], list) else [body["data"]]
            route = recording["request"]["path"].partition("?")[0].lstrip("/")
            yield pytest.param(re.sub(r"/\d+", "/{}", route), rows, id=path.stem)


@needs_shared("recorded")
@pytest.mark.parametrize(("path", "rows"), list(exchanges()))
def test_rows_survive(path, rows):
    """Every value loads without a warning, and what would be sent back is what came."""
    model = by_path()[path]
    mapper = mapper_for(model)
    relations = {getattr(item, "include", None) for item in model.relations.values()}
    assert rows
    for row in rows:
        for wire, raw in row.items():
            if wire in relations:
                continue
            field = mapper.wires.get(wire)
            assert field is not None, f"{model.__name__} has no field {wire}"
            value = field.load(model, raw, lambda: None)
            assert value is None or field.converter.same(raw, value)
            if raw is not None and not field.converter.mutable:
                assert field.converter.load(field.converter.dump(value)) == value


def test_embedded_rows_belong_to_relations():
    """What is embedded in recorded customers is the relation's, with its own fields."""
    assert resources.Customer.relations["addresses"].include == "addresses"
    assert "address1" in mapper_for(resources.CustomerAddress).fields
