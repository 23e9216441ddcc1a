"""`values("brand__name")`: fields of the rows that rows name, read by their keys."""

from __future__ import annotations

import json

import pytest
from secrecy_plugin import TOKEN

import bcorm
from bcorm import (
    Brand,
    Category,
    Count,
    Customer,
    CustomerAddress,
    Max,
    Order,
    OrderProduct,
    PriceRecord,
    Product,
    ProductVariant,
    Sum,
    v2,
)
from bcorm.emulator.hostile import HostileServer
from bcorm.exceptions import BadResponse, FieldError, InvalidValue


@pytest.fixture(autouse=True)
def _current(session):
    return session


def test_a_field_of_what_a_row_names(emulator):
    found = list(Product.objects.values_list("sku", "brand__name"))
    assert len(emulator.requests) == 2
    names = dict(Brand.objects.values_list("id", "name"))
    keys = Product.objects.values_list("sku", "brand_id")
    assert found == [(sku, names.get(key)) for sku, key in keys]
    assert None in dict(found).values()


@pytest.mark.parametrize("name", ["brand__id", "brand__pk", "brand", "brand_id"])
def test_a_key_is_in_the_row(emulator, name):
    assert 0 in Product.objects.values_list(name, flat=True)
    assert len(emulator.requests) == 1


def test_one_way_after_another(emulator):
    found = list(Order.objects.values_list("customer_id", "customer__group__name")[:40])
    assert len(emulator.requests) == 3
    people = {one.id: one.group and one.group.name for one in Customer.objects.all()}
    assert found == [(key, people.get(key)) for key, _ in found]
    assert {None, "Retail", "Wholesale"} == {name for _, name in found}


def test_rows_that_name_rows_of_their_own_kind():
    names = {None: None, **{row.id: row.name for row in Category.objects.all()}}
    above = dict(Category.objects.values_list("id", "parent_id"))
    found = Category.objects.values_list("id", "parent__parent__name")
    assert dict(found) == {key: names.get(above.get(above[key])) for key in above}


def test_what_rows_are_below(emulator):
    variants = ProductVariant.objects.filter(product_id__in=[77, 78])
    found = list(variants.values_list("product__name", flat=True).distinct())
    assert len(emulator.requests) == 2
    assert found == [Product.objects.get(key).name for key in (77, 78)]
    lines = OrderProduct.objects.filter(order_id=150).values("name", "order__status_id")
    assert {row["order__status_id"] for row in lines} == {Order.objects.get(150).status_id}


def test_what_is_listed_by_its_owner(emulator):
    records = PriceRecord.objects.filter(price_list_id=1)
    found = list(records.values_list("variant_id", "variant__sku"))
    assert len(emulator.requests) == 2
    skus = dict(ProductVariant.objects.values_list("id", "sku"))
    assert found
    assert found == [(key, skus[key]) for key, _ in found]


def test_groups(emulator):
    groups = Product.objects.values("brand__name").annotate(n=Count("id"), last=Max("brand__name"))
    many = groups.filter(n__gt=9, brand__name__contains="a").order_by("-n")
    counts = {row["brand__name"]: row["n"] for row in groups}
    assert len(emulator.requests) == 2
    assert sum(counts.values()) == 220
    assert {row["brand__name"]: row["n"] for row in many} == {
        name: n for name, n in counts.items() if name and "a" in name and n > 9
    }
    assert all(row["last"] == row["brand__name"] for row in groups)
    with pytest.raises(InvalidValue, match="expected a text"):
        groups.filter(brand__name=7)


def test_groups_of_orders():
    sums = Order.objects.values("customer__email").annotate(Sum("total_inc_tax"))
    best = sums.exclude(customer__email=None).order_by("-total_inc_tax__sum").first()
    customer = Customer.objects.get(email=best["customer__email"])
    orders = Order.objects.filter(customer_id=customer.id)
    assert best["total_inc_tax__sum"] == orders.aggregate(n=Sum("total_inc_tax"))["n"]


def test_numbers_of_all_rows():
    found = Product.objects.aggregate(
        n=Count("brand__name", distinct=True), last=Max("brand__name")
    )
    assert found == {"n": 22, "last": "Wrenhouse"}


def test_more_than_fit_into_one_request(emulator, session):
    emulator.generate_products(600)
    for product in Product.objects.filter(sku__in=["GEN-300", "GEN-800"]):
        product.brand_id = 3
    session.commit()
    emulator.clear_requests()
    found = list(Product.objects.values_list("sku", "brand__name"))
    assert len(found) == 820
    assert sum(request.path.endswith("brands") for request in emulator.requests) == 1


def test_each_reading_is_fresh(session):
    names = Product.objects.filter(id__in=[78]).values_list("brand__name", flat=True)
    (before,) = names
    brand = Brand.objects.get(name=before)
    brand.name = "Renamed"
    session.commit()
    assert list(names) == ["Renamed"]


@pytest.fixture
def told():
    """Let a store answer with these documents, one after the other."""
    with HostileServer() as server, bcorm.connect("abc", TOKEN, api_url=server.url):

        def answers(*documents):
            bodies = [json.dumps(document).encode() for document in documents]
            head = (
                b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            )
            server.answer(*(head % len(body) + body for body in bodies))
            return server

        yield answers


@pytest.mark.parametrize("key", [[1], {"id": 1}, "x", "", 1.5, None])
@pytest.mark.filterwarnings("ignore::bcorm.exceptions.DriftWarning")
def test_what_is_no_key_names_no_row(told, key):
    server = told({"data": [{"id": 1, "name": "Mug", "brand_id": key}]})
    assert list(Product.objects.values_list("id", "brand__name")) == [(1, None)]
    assert server.requests == 1


def test_another_row_than_the_one_that_was_named_is_refused(told):
    told([{"id": 1, "brand_id": 7}], {"id": 8, "name": "Another"})
    with pytest.raises(BadResponse, match="the row of Brand 7 was expected, and that of 8 came"):
        list(v2.Product.objects.values_list("id", "brand__name"))


def test_it_says_what_it_costs(emulator):
    told = str(Product.objects.values("sku", "brand__name").explain())
    assert "and brand: Brand rows by their keys, each once, at most 250 in a request" in told
    grouped = Order.objects.values("customer__group__name").annotate(Count("id")).explain()
    assert [one.split(":")[0] for one in grouped.beside] == ["customer", "customer__group"]
    assert not emulator.requests


@pytest.mark.parametrize(
    ("model", "name", "told"),
    [
        (Product, "brand__nmae", "did you mean 'brand__name'"),
        (Order, "customer__group__nmae", "did you mean 'customer__group__name'"),
        (Product, "images", r"\[list\(row.images\) for row in Product.objects.include"),
        (Customer, "addresses__city", r"CustomerAddress.objects.values\('customer__email', 'city'"),
    ],
)
def test_what_cannot_be_read(emulator, model, name, told):
    with pytest.raises(FieldError, match=told):
        model.objects.values(name)
    assert not emulator.requests


def test_a_row_for_each_of_many(emulator):
    found = list(CustomerAddress.objects.values("customer__email", "city"))
    assert len(emulator.requests) == 2
    assert len(found) > 100
    assert all(row["customer__email"] for row in found)
