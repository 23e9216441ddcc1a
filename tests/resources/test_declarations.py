"""Every declaration, swept: names that refer to something refer to something that is there."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

from bcorm import resources
from bcorm.model import Resource, types
from bcorm.model.fields import FieldOptions
from bcorm.model.mapper import ToMany, mapper_for
from bcorm.query.endpoint import Batch, Endpoint, Filter
from bcorm.resources import v2
from tools.models import models

MODELS = [model for _, model in models()]
everyone = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)


@pytest.mark.parametrize(
    ("package", "name"),
    [(resources, name) for name in resources.INDEX] + [(v2, name) for name in v2.V2_INDEX],
)
def test_index_names_what_a_module_defines(package, name):
    found = getattr(package, name)
    index = resources.INDEX if package is resources else v2.V2_INDEX
    assert found.__name__ == name
    assert found.__module__ == f"{package.__name__}.{index[name]}"


def test_every_resource_is_in_the_index():
    missing = []
    for package, index in ((resources, resources.INDEX), (v2, v2.V2_INDEX)):
        for module in sorted(set(index.values())):
            content = vars(sys.modules[f"{package.__name__}.{module}"])
            missing += [
                name
                for name, value in content.items()
                if isinstance(value, type)
                and issubclass(value, Resource)
                and "endpoint" in vars(value)
                and value.__module__ == f"{package.__name__}.{module}"
                and name not in index
            ]
    assert missing == []


def test_unknown_names_are_attribute_errors():
    with pytest.raises(AttributeError, match="Prodcut"):
        _ = resources.Prodcut
    with pytest.raises(AttributeError, match="Nothing"):
        _ = v2.Nothing
    assert "Product" in dir(resources)


def test_facts_can_be_imported_before_anything_else():
    code = "from bcorm.query.endpoint import Endpoint; print(Endpoint.__name__)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout == "Endpoint\n", done.stderr


def test_importing_the_package_imports_no_declarations():
    code = (
        "import sys, bcorm.resources, bcorm.resources.v2;"
        "print([m for m in sys.modules if m.startswith('bcorm.resources.') "
        "and m != 'bcorm.resources.v2'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"


@everyone
def test_relations_reach_resources(model):
    mapper = mapper_for(model)
    for relation in model.relations.values():
        assert issubclass(relation.target, Resource)
        via = getattr(relation, "via", None) or getattr(relation, "ids", None)
        assert via is None or via in mapper.fields
        by = getattr(relation, "by", None)
        assert by is None or by in mapper_for(relation.target).fields
        if getattr(relation, "parent", False):
            assert model.endpoint.placeholders


@everyone
def test_children_live_below_their_parent(model):
    for relation in model.relations.values():
        if not isinstance(relation, ToMany) or relation.by or relation.ids:
            continue
        child, parent = relation.target.endpoint, model.endpoint
        if relation.include is None or child.placeholders:
            above = re.sub(r"\{\w+\}", "{}", child.path)[3:]  # orders are V2, some children V3
            item = re.sub(r"\{\w+\}", "{}", parent.item())[3:]
            assert above.startswith(item), f"{model.__name__}.{relation.name}"


@everyone
def test_facts_name_fields(model):
    fields, endpoint = mapper_for(model).fields, model.endpoint
    assert endpoint.key is None or endpoint.key in fields
    assert set(endpoint.natural_key) <= set(fields)
    if endpoint.version_field is not None:
        assert endpoint.version_field in fields or endpoint.version_field == "date_modified"
    for rule in endpoint.put_rules:
        assert {*rule.fields, *rule.companions} <= {*fields, *model.relations}
        assert rule.source
        assert rule.reason
    for name, filter_ in endpoint.filters.items():
        assert name in fields or filter_.type is not None, f"{model.__name__}: {name} has no type"
    for batch in (endpoint.create_batch, endpoint.update_batch, endpoint.delete_batch):
        if batch is not None:
            assert set(batch.without) <= set(fields)
            assert set(batch.carry) <= {*fields, *endpoint.placeholders}


@everyone
def test_included_fields_are_includes(model):
    words = set(model.endpoint.includes)
    for field in mapper_for(model).fields.values():
        assert field.options.include is None or field.options.include in words
    assert set(model.endpoint.page_caps) <= words


@everyone
def test_wire_names_are_distinct_and_documented(model):
    mapper = mapper_for(model)
    assert len(mapper.wires) == len(mapper.fields)
    assert model.__doc__
    assert model.endpoint.path.startswith(("v2/", "v3/"))
    if model.endpoint.key is not None:
        assert model.endpoint.verbs or model.endpoint.create_batch


@everyone
def test_a_row_can_be_made_of_what_is_required(model):
    """Assignment accepts exactly the fields that are not read-only, and null where one may be."""
    mapper = mapper_for(model)
    instance = model()
    for name, field in mapper.fields.items():
        if field.options.readonly or not field.nullable:
            with pytest.raises(Exception, match=name):
                setattr(instance, name, None)
        else:
            setattr(instance, name, None)


@everyone
def test_words_on_fields_are_a_sentence_each(model):
    for name, mapped in mapper_for(model).fields.items():
        doc = mapped.options.doc
        assert not doc or (doc[0].isupper() and doc.endswith(".") and "\n" not in doc), name


# Numbers of which no specification says what they are in, and those that are in nothing.
_UNMEASURED = {
    "OrderShipment.merchant_shipping_cost",
    "Currency.currency_exchange_rate",
    "OptionConfig.number_lowest_value",
    "OptionConfig.number_highest_value",
    "AnalyticsProvider.version",
    "ThemeJob.percent_complete",
}


def fields_within(model, version):
    """Yield the fields of a class and of the objects inside its rows, with their classes."""
    for mapped in mapper_for(model, version).fields.values():
        yield model, mapped
        inner = getattr(mapped.converter, "item", mapped.converter)
        if hasattr(inner, "struct") and inner.struct is not model:
            yield from fields_within(inner.struct, version)


@everyone
def test_amounts_weights_and_lengths_say_what_they_are_in(model):
    for owner, mapped in fields_within(model, model.endpoint.version):
        name = f"{owner.__name__}.{mapped.name}"
        if isinstance(mapped.converter, types.Money) and name not in _UNMEASURED:
            assert re.search(
                "currency|percent|Degrees|unit of (weight|length)", mapped.options.doc
            ), name


@everyone
def test_moments_that_users_set_say_what_happens_then(model):
    for owner, mapped in fields_within(model, model.endpoint.version):
        if isinstance(mapped.converter, (types.Moment, types.Day)) and not mapped.options.readonly:
            known = mapped.name.startswith("date_created")
            assert mapped.options.doc or known, f"{owner.__name__}.{mapped.name}"


def facts_in(source):
    """Yield call, name and value of each plain fact that a module declares."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            for keyword in node.keywords:
                if isinstance(keyword.value, ast.Constant):
                    yield node.func.id, keyword.arg, keyword.value.value


@pytest.mark.parametrize(
    "path", sorted(Path(resources.__file__).parent.rglob("*.py")), ids=lambda path: path.stem
)
def test_a_declaration_says_nothing_that_goes_without_saying(path):
    said = {
        kind.__name__: {each.name: each.default for each in attrs.fields(kind)}
        for kind in (Batch, Endpoint, Filter)
    }
    said["field"] = said["readonly"] = {
        each.name: each.default for each in attrs.fields(FieldOptions)
    }
    for call, name, value in facts_in(path.read_text()):
        default = said.get(call, {}).get(name, ...)
        assert type(value) is not type(default) or value != default, (call, name)
        assert (name, value) != ("version_field", None), "found out of the fields"


def test_words_on_fields_are_in_the_stub():
    from bcorm.resources import products
    from tools.typed_module import stub

    doc = mapper_for(products.Product).fields["weight"].options.doc
    assert f"    weight: Field[Decimal, Amount] = ...\n    {doc!r}\n" in stub(products)
