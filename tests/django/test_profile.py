"""What pages know of their store: its name, its currency, its units and its time zone."""

from __future__ import annotations

import re

import pytest
from admin_pages import text_of
from django.core.cache import cache
from django.test import override_settings

from bcorm.contrib.django.profile import Profile

ORDER = "bcorm/order/100/change/"


def test_pages__are_called_like_their_store(pages):
    shown = text_of(pages.get("bcorm/product/"))
    assert "Sample Shop USD America/Chicago" in shown
    assert "| Sample Shop" in shown


def test_help__speaks_of_the_stores_currency_and_units(pages):
    shown = text_of(pages.get("bcorm/product/77/change/"))
    assert "in USD" in shown
    assert "in ounces" in shown
    assert "the store's" not in re.sub(r"the store's (own|search)", "", shown)


def test_moments__are_the_stores(pages, store):
    store.put_document("v2/orders", {"id": 100, "date_created": "Wed, 01 Jul 2026 04:30:00 +0000"})
    assert "June 30, 2026, 11:30 p.m." in text_of(pages.get(ORDER))


def test_moments__are_those_of_a_middleware_that_has_chosen(pages, store):
    from django.conf import settings

    store.put_document("v2/orders", {"id": 100, "date_created": "Wed, 01 Jul 2026 04:30:00 +0000"})
    first = "test_profile.choose_tokyo"
    with override_settings(MIDDLEWARE=[first, *settings.MIDDLEWARE]):
        assert "July 1, 2026, 1:30 p.m." in text_of(pages.get(ORDER))


def choose_tokyo(get_response):
    from django.utils import timezone

    def middleware(request):
        with timezone.override("Asia/Tokyo"):
            return get_response(request)

    return middleware


def test_profile__is_asked_for_once(pages, store):
    cache.clear()
    pages.get("bcorm/brand/")
    assert [line.split("?")[0] for line in pages.sent] == [
        "GET /v2/store", "GET /v3/catalog/trees", "GET /v3/catalog/brands",
    ]  # fmt: skip
    pages.get("bcorm/brand/")
    assert len(pages.sent) == 1


@pytest.mark.parametrize("kind", ["503", "429", "reset-before", "html", "truncated"])
def test_profile__is_done_without_where_the_store_does_not_tell(pages, store, kind):
    from bcorm.emulator import Fault

    cache.clear()
    store.faults.add(Fault(kind=kind, path="v2/store", times=None))
    response = pages.get("bcorm/product/")
    assert response.status_code == 200
    assert "America/Chicago" not in response.content.decode()


def test_profile__is_not_told_to_strangers(pages, store):
    pages.client.logout()
    shown = text_of(pages.get("login/"))
    assert "Sample Shop" not in shown
    assert pages.sent == []


def test_zone__that_this_machine_does_not_have():
    for name in ("", "Mars/Olympus", "../etc/passwd", "a\0b", "America"):
        assert Profile(time_zone=name).zone is None
