"""System checks: an admin that asks for what the API cannot do is told at start."""

from __future__ import annotations

import pytest
from django.contrib.admin import AdminSite, AllValuesFieldListFilter

from bcorm.contrib.django.models import Brand, Product, ProductImage
from bcorm.contrib.django.options import StoreAdmin, StoreInline


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        ({}, []),
        ({"list_filter": ["is_visible", "date_modified", "brand"]}, ["bcorm.W001"]),
        ({"list_filter": ["description"]}, ["bcorm.E005"]),
        ({"list_filter": ["no_such_field"]}, ["admin.E116"]),
        ({"list_filter": [("type", AllValuesFieldListFilter)]}, ["bcorm.E004"]),
        ({"search_fields": ["name", "sku"]}, ["bcorm.E001", "bcorm.E002"][:1]),
        ({"search_fields": ["name__icontains"]}, ["bcorm.E002"]),
        ({"search_fields": ["nme"]}, ["bcorm.E002"]),
        ({"search_fields": ["keyword"]}, []),
        ({"date_hierarchy": "date_created"}, ["bcorm.E003"]),
        ({"ordering": ["-price"]}, []),
        ({"ordering": ["weight"]}, ["bcorm.E006"]),
        ({"list_display": ["no_such_field"]}, ["admin.E108"]),
    ],
)
def test_checks(options, ids):
    admin_class = type("Checked", (StoreAdmin,), options)
    found = admin_class(Product, AdminSite("checked")).check()
    assert [message.id for message in found] == ids


def test_inline__whose_rows_belong_elsewhere():
    inline = type("Elsewhere", (StoreInline,), {"model": ProductImage})(Brand, AdminSite("checked"))
    with pytest.raises(LookupError, match="Brand has no ProductImage rows"):
        inline.relation  # noqa: B018 - asking is enough
