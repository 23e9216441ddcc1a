"""The examples of the how-to guide, run in the example project; and its pictures."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest
from django.contrib import admin

GUIDE = Path(__file__).parents[2] / "docs" / "how-to" / "django-admin.md"
_EXAMPLE = re.compile(
    r"test_admin_docs\.py runs it in one -->\n```python\n(.*?)^```", re.MULTILINE | re.DOTALL
)


@pytest.fixture
def registry():
    """The admin's registry, put back after the examples have changed it."""
    from django.apps import apps

    from bcorm.contrib.django import modelfactory

    before, models = dict(admin.site._registry), dict(modelfactory._models)
    yield admin.site._registry
    admin.site._registry.clear()
    admin.site._registry.update(before)
    modelfactory._models.clear()
    modelfactory._models.update(models)
    apps.all_models["shop"].clear()
    apps.clear_cache()
    _read_addresses()


def _read_addresses():
    """Make the site's addresses anew: they name the apps that have an admin."""
    import shop.urls
    from django.urls import clear_url_caches

    importlib.reload(shop.urls)
    clear_url_caches()


def test_examples__run(pages, store, registry):
    examples = _EXAMPLE.findall(GUIDE.read_text())
    assert len(examples) == 3
    before = next(row["name"] for row in store.documents("v3/catalog/products") if row["id"] == 77)
    for example in examples:
        exec(compile(example, str(GUIDE), "exec"), {"__name__": "shop.models"})
    _read_addresses()
    assert [f"{item.method} {item.path}" for item in store.requests] == [
        "GET /v3/catalog/products/77",
        "PUT /v3/catalog/products/77",
    ]
    assert store.requests[-1].body == {"name": f"{before}!"}
    from django.core.management import call_command

    call_command("check")
    response = pages.post("bcorm/product/", {"action": "start_sale", "_selected_action": ["77"]})
    address = response.url.removeprefix("/admin/")
    plan = pages.post(address, {"percent": "50", "show": "Show"}).context["plan"]
    assert [item.method for item in plan] == ["PUT"]
    assert plan[0].body["sale_price"] > 0


def test_pictures__are_there_and_used():
    shown = set(re.findall(r"\]\((images/admin-[a-z-]+\.png)\)", GUIDE.read_text()))
    assert shown
    kept = {f"images/{path.name}" for path in (GUIDE.parent / "images").glob("admin-*.png")}
    assert kept == shown


def test_keys_of_the_setting__are_all_in_the_guide():
    from bcorm.contrib.django import connections

    for key in connections._KNOWN:
        assert f"`{key}`" in GUIDE.read_text(), key
