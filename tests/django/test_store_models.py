"""The models themselves: made of declarations, used without the admin, kept out of databases."""

from __future__ import annotations

import datetime as dt
import io
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import NotSupportedError, models
from django.db.models import Q
from django.test import override_settings

from bcorm import exceptions, resources
from bcorm.contrib.django import fields as f
from bcorm.contrib.django.modelfactory import store_model
from bcorm.contrib.django.models import Brand, Order, Product, ProductImage, ProductMetafield


def sent(store):
    lines = [f"{item.method} {item.path}" for item in store.requests]
    store.clear_requests()
    return lines


# -- made of declarations ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("name", f.CharField),
        ("description", f.TextField),
        ("price", f.DecimalField),
        ("inventory_level", f.IntegerField),
        ("is_visible", f.FlagField),
        ("date_created", f.DateTimeField),
        ("availability", f.CharField),
        ("brand", f.KeyField),
        ("categories", f.KeyListField),
        ("custom_url", f.DocumentField),
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


# -- without the admin ---------------------------------------------------------------------------


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


# -- kept out of databases -----------------------------------------------------------------------


@pytest.mark.usefixtures("tables")
def test_migrations__are_complete():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


@pytest.mark.usefixtures("tables")
def test_migrations__make_no_table_for_the_store():
    from django.db import connection

    names = {name for name in connection.introspection.table_names() if name.startswith("bcorm")}
    assert names == {"bcorm_grant", "bcorm_bulkrun"}


@pytest.mark.usefixtures("tables")
def test_dumpdata__does_not_read_the_store(store, in_session):
    out = io.StringIO()
    call_command("dumpdata", "bcorm", stdout=out)
    assert sent(store) == []
    assert out.getvalue().strip() == "[]"


@pytest.mark.usefixtures("tables")
def test_system_checks__pass():
    call_command("check")
