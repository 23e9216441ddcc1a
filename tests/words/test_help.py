"""`help()`, signatures and what completion is told of classes."""

from __future__ import annotations

import inspect
import pydoc
from importlib import import_module

import pytest

import bcorm
from bcorm import Order, Product, Resource, field
from bcorm.model.mapper import mapper_for
from bcorm.resources import INDEX

MODELS = [
    found
    for name in INDEX
    if isinstance(found := getattr(bcorm, name), type) and issubclass(found, Resource)
]


def test_help_of_a_product__is_a_screen_with_all_of_it():
    lines = pydoc.render_doc(Product, renderer=pydoc.plaintext).splitlines()
    screen = "\n".join(lines[:52])
    names = [*mapper_for(Product).fields, *Product.relations, "copy_as", "set_inventory"]
    assert [name for name in names if name not in screen] == []
    assert max(map(len, lines[:52])) <= 104
    assert "name*: str" in screen
    assert "(id: int)" in screen
    assert "images: ProductImage[]" in screen
    assert not [line for line in lines if "__attrs_init__" in line]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_class_is_described(model):
    told = inspect.getdoc(model)
    assert told.splitlines()[0].strip()
    assert max(map(len, told.splitlines())) <= 140
    keywords = inspect.signature(model).parameters
    writable = {name for name, one in mapper_for(model).fields.items() if not one.options.readonly}
    assert writable | set(model.relations) <= set(keywords)
    needed = {name for name, one in keywords.items() if one.default is one.empty}
    assert needed == {name for name in writable if mapper_for(model).fields[name].options.required}
    assert len(str(inspect.signature(model))) < 1000
    assert {*mapper_for(model).fields, *model.relations} <= set(dir(model))


def test_classes_of_ones_own():
    class Mine(Product):
        backorder_limit: int = field()

    assert "Something that the store sells" in inspect.getdoc(Mine)
    assert "backorder_limit: int" in inspect.getdoc(Mine)
    assert "backorder_limit" in inspect.signature(Mine).parameters
    assert inspect.getdoc(Resource).startswith("Base class of resources")
    assert str(inspect.signature(Product)) == (
        "(*, name: str, type: Literal['physical', 'digital'], weight: Decimal, price: Decimal, ...)"
    )
    with pytest.raises(TypeError, match="missing a required argument: 'name'"):
        inspect.signature(Product).bind()


def test_names_of_fields_as_texts(session):
    product = Product.objects.get(77)
    assert "custom_url" in product._ipython_key_completions_()
    assert "price" in dir(product)
    assert "url" in dir(product.custom_url)
    assert {"name", "images"} <= set(dir(Product))
    assert "status_id" in dir(Order.objects.first())
    assert {"Product", "Q", "connect"} <= set(dir(import_module("bcorm")))
