"""The comparison of declarations and specs: that it finds what differs, and what it finds."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import pytest
from shared import SHARED, needs_shared

from bcorm.model import Resource, Struct, field, readonly
from bcorm.query.endpoint import Endpoint
from tools import compare, drift, specs
from tools.families import families, filters
from tools.scaffold import draft
from tools.shapes import Shape, build


def shape(schema):
    return build(schema, lambda reference: (reference, {}))


def text(**facts):
    return {"type": "string", **facts}


class Part(Struct):
    url: str = field()


class Thing(Resource):
    id: int = readonly()
    name: str = field(required=True, max_length=10)
    price: Decimal = field()
    kind: Literal["a", "b"] = field()
    part: Part = field()

    endpoint = Endpoint(path="v3/things", version_field=None)


ROW = {
    "type": "object",
    "required": ["name"],
    "properties": {
        "id": {"type": "integer", "readOnly": True},
        "name": text(maxLength=10),
        "price": {"type": "number"},
        "kind": text(enum=["a", "b"]),
        "part": {"type": "object", "properties": {"url": text()}},
    },
}


def found(**changes):
    schema = {**ROW, "properties": {**ROW["properties"], **changes}}
    row = shape(schema)
    return sorted(set(compare.fields(Thing, row, row, row)))


def test_what_agrees_is_no_difference():
    assert found() == []


@pytest.mark.parametrize(
    ("changes", "kind", "name"),
    [
        ({"colour": text()}, "missing", "colour"),
        ({"name": text(maxLength=11)}, "max_length", "name"),
        ({"name": text(maxLength=10, readOnly=True)}, "writable", "name"),
        ({"price": text()}, "type", "price"),
        ({"kind": text(enum=["a", "c"])}, "enum", "kind"),
        ({"part": text()}, "type", "part"),
        ({"part": {"type": "object", "properties": {"x": text()}}}, "missing", "part.x"),
    ],
)
def test_planted_differences_are_found(changes, kind, name):
    assert (kind, name) in {(row[0], row[1]) for row in found(**changes)}


def test_a_field_that_the_spec_lacks_is_found():
    schema = {"type": "object", "properties": {"id": {"type": "integer"}}}
    names = {row[1] for row in compare.fields(Thing, shape(schema), Shape(), Shape())}
    assert {"name", "price", "kind", "part"} <= names


def test_alternatives_are_joined():
    one = {"type": "object", "properties": {"a": text(enum=["x"])}, "required": ["a"]}
    other = {"type": "object", "properties": {"a": text(enum=["y"]), "b": text()}}
    joined = shape({"oneOf": [one, other]})
    assert joined.fields["a"].enum == ["x", "y"]
    assert set(joined.fields) == {"a", "b"}


def test_references_that_lead_back_end():
    document = {"type": "object", "properties": {"again": {"$ref": "#/self"}}}
    assert build({"$ref": "#/self"}, lambda ref: (ref, document)).fields["again"].fields == {}


SPEC = """
openapi: 3.0.3
servers: [{url: 'https://api.bigcommerce.com/stores/{store_hash}/v3'}]
paths:
  /things:
    get:
      parameters:
        - {name: 'id:in', in: query, schema: {type: array}}
        - {name: 'price:min', in: query, schema: {type: number}}
        - {name: page, in: query, schema: {type: integer}}
      responses:
        '200':
          content:
            application/json:
              schema:
                type: object
                properties:
                  data: {type: array, items: {type: object, properties: {id: {type: integer}}}}
                  meta: {type: object}
  /things/{thing-id}:
    delete:
      responses: {'204': {description: gone}}
"""


@pytest.fixture
def things(tmp_path):
    (tmp_path / "things.v3.yml").write_text(SPEC)
    return list(specs.operations(tmp_path))


def test_operations_are_read_with_their_filters(things):
    listed, deleted = things
    assert (deleted.method, deleted.template) == ("DELETE", "v3/things/{}")
    assert filters(listed) == {"id": {"in"}, "price": {"gte"}}
    assert set(listed.answer.unwrap().fields) == {"id"}


def test_a_draft_is_a_declaration(things):
    text_ = draft(families(things)["v3/things"], "Thing")
    assert 'path="v3/things"' in text_
    assert '"id": "in"' in text_
    assert "id: int = readonly()" in text_


def test_storefront_specs_are_left_aside(tmp_path):
    storefront = SPEC.replace("https://api.bigcommerce.com/stores/{store_hash}/v3", "https://shop")
    (tmp_path / "things.sf.yml").write_text(storefront)
    assert list(specs.operations(tmp_path)) == []


@needs_shared("specs")
def test_every_difference_is_explained_and_every_exception_explains_one():
    root = SHARED / "specs"
    unexplained, idle, _ = drift.explain(drift.differences(root, list(specs.operations(root))))
    assert [str(item) for item in unexplained] == []
    assert idle == []
    assert all(reason for _, reason in drift.EXCEPTIONS)
