"""When the store does not answer: one friendly page, no traceback, no token."""

from __future__ import annotations

import pytest
from admin_pages import text_of

from bcorm.emulator import Fault


@pytest.mark.parametrize(
    ("fault", "status", "words"),
    [
        (Fault(kind="429", times=None, seconds=300), 503, "The store is busy"),
        (Fault(kind="429-bare", times=None), 503, "The store is busy"),
        (Fault(kind="503", times=None), 503, "The store has a problem"),
        (Fault(kind="500", times=None), 503, "The store has a problem"),
        (Fault(kind="reset-before", times=None), 503, "The store cannot be reached"),
        (Fault(kind="html", times=None), 502, "The store's answer makes no sense"),
        (Fault(kind="redirect", times=None, location="http://other.invalid/"), 502, "no sense"),
    ],
)
def test_failure__is_a_page_that_explains(pages, store, fault, status, words):
    store.faults.add(fault)
    for page in ("bcorm/product/", "bcorm/product/77/change/"):
        _explained(pages.get(page), status, words)


def _explained(response, status, words):
    assert response.status_code == status
    shown = text_of(response)
    assert words in shown
    assert "Try again" in shown
    assert "Traceback" not in shown
    assert "SECRET-TOKEN" not in response.content.decode()


def test_failure__busy_says_when_to_come_back(pages, store):
    store.faults.add(Fault(kind="429", times=None, seconds=300))
    response = pages.get("bcorm/product/")
    assert int(response["Retry-After"]) >= 200


def test_failure__while_the_page_is_rendered(pages, store):
    """The rows are there, and the brands' names are not: they are read by the template."""
    store.faults.add(Fault(kind="503", path="v3/catalog/brands*", times=None))
    response = pages.get("bcorm/product/")
    assert response.status_code == 503
    assert "The store has a problem" in text_of(response)


def test_failure__of_the_token(tables, store, clean_tables):
    from admin_pages import Pages
    from django.test import override_settings

    from bcorm.emulator import Emulator

    with Emulator(store_hash="abc", access_token="right") as strict:
        chosen = {"STORE_HASH": "abc", "ACCESS_TOKEN": "SECRET-WRONG", "API_URL": strict.url}
        with override_settings(BCORM=chosen):
            response = Pages(strict, "demo").get("bcorm/product/")
    assert response.status_code == 502
    assert "The store does not know this site" in text_of(response)
    assert "SECRET-WRONG" not in response.content.decode()


def test_failure__of_a_save_keeps_what_was_typed(pages, store):
    form = pages.form("bcorm/product/77/change/")
    store.faults.add(Fault(kind="429", method="PUT", times=None, seconds=300))
    response = pages.post("bcorm/product/77/change/", {**form, "price": "4.5"})
    assert response.status_code == 200
    assert response.context["adminform"].form.non_field_errors()
    assert 'value="4.5"' in response.content.decode()


def test_failure__of_a_save_with_an_unknown_end_says_so(pages, store):
    form = pages.form("bcorm/product/77/change/")
    store.faults.add(Fault(kind="reset-after", method="PUT", times=None))
    # Neither can it be looked up what came of it.
    store.faults.add(Fault(kind="503", method="GET", path="v3/catalog/products", times=None))
    response = pages.post("bcorm/product/77/change/", {**form, "price": "4.5"})
    told = " ".join(response.context["adminform"].form.non_field_errors())
    assert "not known whether this was saved" in told


def test_patience__a_hanging_store_does_not_hang_the_page(pages, store, settings_of):
    store.faults.add(Fault(kind="hang", times=None, seconds=30))
    with settings_of(PATIENCE=0.5):
        response = pages.get("bcorm/product/")
    assert response.status_code == 503


def test_other_errors__are_not_swallowed(pages, monkeypatch):
    from bcorm.contrib.django.options import StoreAdmin

    def broken(*_args, **_options):
        raise RuntimeError("a bug")

    monkeypatch.setattr(StoreAdmin, "get_changelist_instance", broken)
    with pytest.raises(RuntimeError, match="a bug"):
        pages.get("bcorm/product/")
