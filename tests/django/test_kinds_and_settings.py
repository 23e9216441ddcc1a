"""Fields instead of JSON: where a redirect leads, what a coupon is for, settings of modifiers."""

from __future__ import annotations

import re

import pytest
from admin_pages import form_of, text_of
from django.contrib import admin
from django.contrib.admin.utils import flatten_fieldsets

from bcorm.contrib.django.options import StoreAdmin

MODIFIERS = "v3/catalog/products/77/modifiers"


def redirect(store, path):
    return next(
        row for row in store.documents("v3/storefront/redirects") if row["from_path"] == path
    )


def add_redirect(pages, path, **to):
    form = pages.form("bcorm/redirect/add/")
    form.update({"from_path": path, **{f"to_{name}": value for name, value in to.items()}})
    return pages.post("bcorm/redirect/add/", form)


def test_redirect__site_is_chosen_by_its_address(pages):
    response = pages.get("bcorm/redirect/add/")
    assert 'value="1" selected>emulated.example.com' in response.content.decode()
    assert [line.split("?")[0] for line in pages.sent] == ["GET /v3/sites"]


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ({"type": "url", "url": "/sale/"}, {"type": "url", "url": "/sale/"}),
        ({"type": "product", "product": "77"}, {"type": "product", "entity_id": 77}),
        ({"type": "category", "category": "3"}, {"type": "category", "entity_id": 3}),
        ({"type": "brand", "brand": "5"}, {"type": "brand", "entity_id": 5}),
    ],
)
def test_redirect__leads_to_what_is_chosen(pages, store, told, kept):
    response = add_redirect(pages, "/old/", **told)
    assert response.status_code == 302, response.context["errors"]
    assert redirect(store, "/old/")["to"].items() >= kept.items()
    page = f"bcorm/redirect/{redirect(store, '/old/')['id']}/change/"
    form = pages.form(page)
    assert {name: form[f"to_{name}"] for name in told} == told
    assert pages.post(page, form).status_code == 302
    assert pages.writes() == []


def test_redirect__to_something_else(pages, store):
    add_redirect(pages, "/old/", type="product", product="77")
    page = f"bcorm/redirect/{redirect(store, '/old/')['id']}/change/"
    form = pages.form(page)
    form.update(to_type="url", to_url="/new/", to_product="")
    response = pages.post(page, form)
    assert response.status_code == 302, response.context["errors"]
    assert redirect(store, "/old/")["to"] == {"type": "url", "url": "/new/"}


def test_redirect__list_tells_where_it_leads(pages):
    add_redirect(pages, "/old/", type="category", category="1")
    assert "/kitchen/" in text_of(pages.get("bcorm/redirect/"))
    assert len(pages.sent) == 1


@pytest.mark.parametrize(
    "told",
    [
        {"type": "product", "product": "77", "url": "/x/"},
        {"type": "url", "url": "/x/", "brand": "5"},
        {"type": "url"},
        {"type": "brand"},
        {"type": "brand", "brand": "x"},
        {"type": "brand", "url": "/x/"},
        {"type": "nothing", "url": "/x/"},
    ],
)
def test_redirect__what_is_filled_in_is_not_lost(pages, told):
    response = add_redirect(pages, "/old/", **told)
    assert "to" in response.context["adminform"].form.errors
    assert pages.writes() == []
    shown = form_of(response)
    assert {name: shown.get(f"to_{name}", "") for name in told if told[name] != "nothing"} == {
        name: value for name, value in told.items() if value != "nothing"
    } or told.get("brand") == "x"


def test_coupon__of_two_kinds_asks_which(pages):
    form = pages.form("bcorm/coupon/add/")
    form.update(name="Ten", code="TEN", type="percentage_discount", amount="10")
    form.update(applies_to_entity="categories", applies_to_products="77")
    response = pages.post("bcorm/coupon/add/", form)
    assert "This says “Categories”, but something is filled in for “Products”" in text_of(response)
    assert pages.writes() == []


def add_modifier(**told):
    """Be another program that adds a modifier; returns the address of its page."""
    from bcorm import ProductModifier
    from bcorm.contrib.django.connections import session

    with session():
        found = ProductModifier.objects.create(
            product_id=77, display_name="Engraving", required=False, **told
        )
    return f"bcorm/productmodifier/{found.id}/change/?product=77"


@pytest.mark.parametrize(
    ("before", "told", "kept"),
    [
        (
            {"type": "text", "config": {"default_value": "Ada", "text_max_length": 0}},
            {"text_characters_limited": "on", "text_max_length": "12"},
            {"text_characters_limited": True, "text_max_length": 12, "default_value": "Ada"},
        ),
        (
            {"type": "numbers_only_text", "config": {"number_limited": True}},
            {"number_limit_mode": "lowest", "number_lowest_value": "2.5"},
            {"number_lowest_value": 2.5, "number_limit_mode": "lowest", "number_limited": True},
        ),
        (
            {"type": "file", "config": {"file_types_supported": ["images"]}},
            {"file_types_supported": "images, documents", "file_max_size": "5"},
            {"file_types_supported": ["images", "documents"], "file_max_size": 5},
        ),
        (
            {"type": "date", "config": {"date_limited": True}},
            {"date_limit_mode": "earliest", "date_earliest_value": "2026-12-01"},
            {"date_earliest_value": "2026-12-01T06:00:00+00:00", "date_limit_mode": "earliest"},
        ),
    ],
)
def test_modifier__has_a_field_for_each_setting_of_its_type(pages, store, before, told, kept):
    page = add_modifier(**before)
    form = pages.form(page)
    assert not [name for name in form if name == "config"]
    form.update({f"config_{name}": value for name, value in told.items()})
    response = pages.post(page, form)
    assert response.status_code == 302, response.context["errors"]
    row = next(row for row in store.documents(MODIFIERS) if row["display_name"] == "Engraving")
    assert row["config"].items() >= kept.items()
    again = pages.form(page)
    assert pages.post(page, again).status_code == 302
    assert pages.writes() == []


def test_modifier__of_a_type_without_settings_has_none(pages):
    form = pages.form(add_modifier(type="swatch"))
    assert not [name for name in form if name.startswith("config")]


def test_modifier__is_added_to_its_product(pages, store):
    page = "bcorm/productmodifier/add/?product=77"
    form = pages.form(page)
    response = pages.post(page, {**form, "display_name": "Gift", "type": "checkbox"})
    assert response.status_code == 302, response.context["errors"]
    assert pages.writes() == [f"POST /{MODIFIERS}"]
    assert "Gift" in text_of(pages.get("bcorm/productmodifier/", product="77"))


def test_markup__is_shown_beside_its_source_where_nothing_of_it_runs(pages, store):
    text = '<p>Soft</p><script>alert("x")</script>'
    store.put_document("v3/catalog/products", {"id": 77, "description": text})
    shown = pages.get("bcorm/product/77/change/").content.decode()
    frame = re.search(r"<iframe[^>]*>", shown)[0]
    assert re.search(r"\bsandbox\b(?!=)", frame)
    assert 'srcdoc="&lt;p&gt;Soft' in frame
    assert "<script>alert" not in shown


def admins():
    for model, found in admin.site._registry.items():
        if isinstance(found, StoreAdmin):
            yield found
            yield from (inline(model, admin.site) for inline in found.inlines)


def test_help__is_for_people_who_fill_in_forms():
    """It speaks of no code, no keys, no requests."""
    words = re.compile(r"`|\bNone\b|\b[Ii]ds?\b|\b(GET|PUT|POST|DELETE|API|JSON)\b|_")
    for found in admins():
        shown = flatten_fieldsets(found.fieldsets or [(None, {"fields": found.fields or ()})])
        texts = {
            field.name: str(field.help_text)
            for field in found.model._meta.fields
            if field.name in shown
        }
        assert not {name: text for name, text in texts.items() if words.search(text)}, found


def test_forms__ask_for_no_json():
    from django.db.models import JSONField

    from bcorm.contrib.django.fields import NestedField

    for found in admins():
        for field in found.model._meta.fields:
            if field.name in (found.fields or ()) and isinstance(field, JSONField):
                own = isinstance(field, NestedField) or field.name in found.readonly_fields
                assert own or field.name == "applies_to", (found, field.name)
