"""Models and querysets of Django over a store, without the admin."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import NotSupportedError, models
from django.db.models import Q
from django.test import override_settings

from bcorm import exceptions
from bcorm.contrib.django.models import Brand, Product, ProductImage
from bcorm.emulator.faults import Fault


def sent(store):
    lines = [f"{item.method} {item.path}" for item in store.requests]
    store.clear_requests()
    return lines


@pytest.mark.usefixtures("tables")
def test_queryset__get_and_change(store, in_session):
    product = Product.objects.get(pk=77)
    product.price = Decimal("3.5")
    product.save()
    assert sent(store) == ["GET /v3/catalog/products/77", "PUT /v3/catalog/products/77"]
    product.save()
    assert sent(store) == []


def test_queryset__the_same_row_is_read_once_in_a_session(store, in_session):
    first = Product.objects.get(pk=77)
    assert Product.objects.get(pk=77) == first
    assert Product.objects.filter(pk=77).exists()
    assert Product.objects.filter(pk__in=[77]).count() == 1
    assert sent(store) == ["GET /v3/catalog/products/77"]


def test_queryset__missing_row(store, in_session):
    with pytest.raises(Product.DoesNotExist):
        Product.objects.get(pk=123456)
    assert not Product.objects.filter(pk=123456).exists()


def test_queryset__is_lazy_and_sliced_by_the_store(store, in_session):
    rows = Product.objects.filter(is_visible=True).order_by("-price")[10:20]
    assert sent(store) == []
    prices = [row.price for row in rows]
    assert prices == sorted(prices, reverse=True)
    assert len(prices) == 10
    assert len(sent(store)) == 1
    keys = [row["id"] for row in store.documents("v3/catalog/products")]
    assert [row.pk for row in Product.objects.order_by("pk")[len(keys) - 2 :]] == sorted(keys)[-2:]


def test_queryset__count_first_last_none_exclude(store, in_session):
    keys = [row["id"] for row in store.documents("v3/catalog/products")]
    assert Product.objects.count() == len(keys)
    assert Product.objects.first().pk == min(keys)
    assert Product.objects.last().pk == max(keys)
    assert sent(store) == ["GET /v3/catalog/products"] * 3
    assert list(Product.objects.none()) == []
    assert Product.objects.filter(pk__in=[]).count() == 0
    assert sent(store) == []
    assert Product.objects.exclude(pk__in=keys[3:]).count() == 3


def test_queryset__related_rows_are_loaded_for_all(store, in_session):
    rows = list(Product.objects.exclude(pk=1)[:50])
    sent(store)
    names = {row.brand.name for row in rows if row.brand}
    assert names
    assert sent(store) == ["GET /v3/catalog/brands"]


@pytest.mark.parametrize(
    ("ask", "reason"),
    [
        (lambda rows: rows.filter(Q(sku="a") | Q(sku="b")), "OR"),
        (lambda rows: rows.filter(brand__name="x"), "joins"),
        (lambda rows: rows.filter(date_modified__year=2020), "year|compare"),
        (lambda rows: rows.filter(name__iregex="x"), "iregex"),
        (lambda rows: rows.filter(price=models.F("cost_price")), "values only"),
        (lambda rows: rows.exclude(~Q(sku="a")), "negate twice"),
        (lambda rows: rows.order_by("?"), "sort"),
        (lambda rows: rows.order_by(models.F("price") + 1), "sort"),
    ],
)
def test_queryset__what_cannot_be_asked_is_refused_before_any_request(
    store, in_session, ask, reason
):
    with pytest.raises(NotSupportedError, match=reason):
        list(ask(Product.objects.all()))
    assert sent(store) == []


def test_queryset__what_would_read_everything_is_refused(store, in_session):
    with pytest.raises(exceptions.FullScanRefused, match="price gte"):
        list(Product.objects.filter(price__gte=5))
    assert sent(store) == []


@pytest.mark.parametrize(
    "verb", ["aggregate", "annotate", "update", "values", "values_list", "bulk_create", "union"]
)
def test_queryset__verbs_of_databases_are_refused(verb):
    with pytest.raises(NotSupportedError, match=verb):
        getattr(Product.objects.all(), verb)()


def test_queryset__delete(store, in_session):
    keys = sorted(row["id"] for row in store.documents("v3/catalog/products"))[:3]
    assert Product.objects.filter(pk__in=keys).delete() == (3, {"bcorm.Product": 3})
    assert sent(store) == ["GET /v3/catalog/products", "DELETE /v3/catalog/products"]


def test_queryset__delete_that_the_store_refuses(store, in_session):
    keys = sorted(row["id"] for row in store.documents("v3/catalog/products"))[:2]
    store.faults.add(Fault(kind="500", method="DELETE", times=None))
    with pytest.raises(exceptions.CommitError):
        Product.objects.filter(pk__in=keys).delete()
    store.faults.clear()
    assert {row["id"] for row in store.documents("v3/catalog/products")} >= set(keys)


def test_queryset__nothing_of_what_the_api_cannot_answer_is_nothing(store, in_session):
    asked = Product.objects.filter(Q(name="a") | Q(name="b"))
    assert list(asked.none()) == []
    assert asked.none().count() == 0
    assert sent(store) == []


def test_model__create_and_delete(store, in_session):
    brand = Brand.objects.create(name="Mine")
    assert brand.pk is not None
    assert brand.page_title == ""
    assert brand.delete() == (1, {"bcorm.Brand": 1})
    assert sent(store) == ["POST /v3/catalog/brands", f"DELETE /v3/catalog/brands/{brand.pk}"]


def test_model__new_child_below_its_parent(store, in_session):
    image = ProductImage(product_id=77, image_url="https://example.com/a.jpg")
    image.save()
    assert sent(store) == ["POST /v3/catalog/products/77/images"]
    assert image.product.pk == 77


def test_model__refused_save_raises_and_can_be_repeated(store, in_session):
    taken = store.documents("v3/catalog/brands")[0]["name"]
    brand = Brand(name=taken)
    with pytest.raises(exceptions.CommitError):
        brand.save()
    brand.name = "Free"
    brand.save()
    assert brand.pk


def test_model__what_cannot_be_is_a_validation_error(store, in_session):
    product = Product.objects.get(pk=77)
    product.price = Decimal(-1)
    product.calculated_price = Decimal(5)
    with pytest.raises(ValidationError) as caught:
        product.save()
    assert set(caught.value.message_dict) == {"price", "calculated_price"}
    assert sent(store) == ["GET /v3/catalog/products/77"]


def test_model__refresh(store, in_session):
    product = Product.objects.get(pk=77)
    store.put_document("v3/catalog/products", {"id": 77, "name": "Changed elsewhere"})
    product.refresh_from_db()
    assert product.name == "Changed elsewhere"


def test_model__signals(store, in_session):
    heard = []

    def hear(sender, instance, created, **_rest):
        heard.append((sender, instance.pk, created))

    models.signals.post_save.connect(hear, sender=Brand)
    try:
        brand = Brand.objects.create(name="Heard")
        brand.save()
    finally:
        models.signals.post_save.disconnect(hear, sender=Brand)
    assert heard == [(Brand, brand.pk, True), (Brand, brand.pk, False)]


def test_moments__are_naive_without_time_zones(store, in_session):
    with override_settings(USE_TZ=False, TIME_ZONE="UTC"):
        shown = Product.objects.get(pk=77).date_created
    assert isinstance(shown, dt.datetime)
    assert shown.tzinfo is None


def test_without_a_session__the_error_says_what_to_do():
    with pytest.raises(exceptions.ConfigurationError, match="session"):
        list(Product.objects.all())
