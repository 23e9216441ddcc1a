"""Django models that are made of declarations: their fields and their relations."""

from __future__ import annotations

import pytest

from bcorm import resources
from bcorm.contrib.django import fields as f
from bcorm.contrib.django.modelfactory import store_model
from bcorm.contrib.django.models import Order, Product, ProductImage, ProductMetafield


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("name", f.CharField),
        ("description", f.HtmlField),
        ("price", f.AmountField),
        ("inventory_level", f.IntegerField),
        ("is_visible", f.FlagField),
        ("date_created", f.DateTimeField),
        ("availability", f.CharField),
        ("brand", f.KeyField),
        ("categories", f.KeyListField),
        ("custom_url", f.NestedField),
        ("meta_keywords", f.DocumentField),
    ],
)
def test_fields__fit_their_values(name, kind):
    assert type(Product._meta.get_field(name)) is kind


def test_fields__keep_what_the_declaration_says():
    field = Product._meta.get_field
    assert field("name").max_length == 250
    assert not field("name").blank
    assert field("sku").blank
    assert not field("date_created").editable
    assert dict(field("availability").choices)["preorder"] == "Preorder"
    assert field("sku").verbose_name == "SKU"


def test_fields__that_need_an_include_are_left_out():
    """Reading them would cost each row a request."""
    names = {field.name for field in Product._meta.concrete_fields}
    assert "parent_relations" not in names


def test_parents__are_foreign_keys():
    assert ProductImage._meta.get_field("product").related_model is Product
    assert ProductMetafield._meta.get_field("product").related_model is Product
    assert Order._meta.get_field("order_status").source == "status_id"


def test_every_resource__can_be_a_model():
    """Those with one key, at least; a single row is refused with a reason."""
    made = 0
    for name in sorted(resources.INDEX):
        resource = getattr(resources, name)
        label = f"sweep{made}"
        if not hasattr(resource, "endpoint"):
            continue  # an abstract base
        if resource.endpoint.key is None:
            with pytest.raises(ValueError, match="single row"):
                store_model(resource, module=__name__, app_label=label)
            continue
        model = _forgotten(resource, label)
        assert model._meta.managed is False
        made += 1
    assert made > 30


def _forgotten(resource, label):
    """Make a model without leaving it where the admin's own models are."""
    from django.apps import apps

    from bcorm.contrib.django import modelfactory

    before = dict(modelfactory._models)
    try:
        return store_model(resource, module=__name__, app_label=label)
    finally:
        modelfactory._models.clear()
        modelfactory._models.update(before)
        apps.all_models.pop(label, None)
