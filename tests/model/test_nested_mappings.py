"""Children of a new object, given as the mappings that the API's own documents have."""

from __future__ import annotations

import pytest

from bcorm import Order, Product, ProductCustomField
from bcorm.exceptions import FieldError, InvalidValue

LAMP = {"name": "Lamp", "type": "physical", "price": 9, "weight": 1}
IMAGE = {"image_url": "https://cdn.example.com/lamp.jpg", "description": "A lamp"}
RULE = {"quantity_min": 2, "quantity_max": 5, "type": "price", "amount": 1}
VARIANT = {"sku": "L-S", "option_values": [{"option_display_name": "Size", "label": "S"}]}


@pytest.mark.parametrize(
    ("name", "child", "shown"),
    [
        ("custom_fields", {"name": "Watts", "value": "40"}, "name"),
        ("images", IMAGE, "description"),
        ("bulk_pricing_rules", RULE, "quantity_min"),
        ("variants", VARIANT, "sku"),
    ],
)
def test_create__takes_children_as_mappings(emulator, session, name, child, shown):
    emulator.clear_requests()
    product = Product.objects.create(**LAMP, **{name: [child]})
    (request,) = emulator.requests
    assert request.body[name] == [child]
    assert [getattr(one, shown) for one in getattr(product, name)] == [child[shown]]


def test_constructor__takes_objects_and_mappings_together(emulator, session):
    product = Product(
        **LAMP, custom_fields=[ProductCustomField(name="A", value="1"), {"name": "B", "value": "2"}]
    )
    session.add(product)
    session.commit()
    assert [field.name for field in product.custom_fields] == ["A", "B"]
    assert all(isinstance(field, ProductCustomField) for field in product.custom_fields)


def test_lines_of_an_order__may_be_mappings(session):
    order = Order(products=[{"name": "Mug", "quantity": 2, "price_inc_tax": 5, "price_ex_tax": 4}])
    assert [(line.name, line.quantity) for line in order.products] == [("Mug", 2)]


@pytest.mark.parametrize("value", [{"name": "A", "value": "1"}, "text", 3, [3], ["text"]])
def test_other_values__are_refused_before_anything_is_sent(emulator, session, value):
    emulator.clear_requests()
    with pytest.raises(InvalidValue, match="custom_fields"):
        Product(**LAMP, custom_fields=value)
    assert emulator.requests == []


def test_field_that_is_wrong__is_named():
    with pytest.raises(FieldError, match="'nam'; did you mean 'name'"):
        Product(**LAMP, custom_fields=[{"nam": "A"}])
    with pytest.raises(InvalidValue, match=r"BulkPricingRule\.quantity_min"):
        Product(**LAMP, bulk_pricing_rules=[{"quantity_min": "many"}])
