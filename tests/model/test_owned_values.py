"""Values inside rows: reading them changes nothing, and what is assigned belongs to its object."""

from __future__ import annotations

import copy
from decimal import Decimal

import attrs
import pytest

from bcorm import (
    Customer,
    Order,
    Product,
    ProductModifier,
    ProductModifierValue,
    Wishlist,
)
from bcorm.resources.products import ProductUrl
from bcorm.resources.wishlists import WishlistItem


def planned(session):
    (request,) = session.plan()
    return request.body


@pytest.fixture
def product(session):
    return Product.objects.get(id=77)


def test_a_struct_out_of_values_is_the_products_own_once_assigned(session, product):
    taken = next(iter(Product.objects.filter(id=80).values("custom_url")))["custom_url"]
    product.custom_url = taken
    taken.url = "/b/"
    assert planned(session)["custom_url"]["url"] == "/b/"


def test_a_list_out_of_values_is_the_products_own_once_assigned(session, product):
    taken = next(iter(Product.objects.filter(id=80).values("categories")))["categories"]
    product.categories = taken
    before = list(taken)
    taken.append(23)
    assert planned(session)["categories"] == [*before, 23]


def test_a_list_of_structs_out_of_values_is_the_rows_own_once_assigned(session):
    person = Customer.objects.first()
    one, two = (
        Wishlist.objects.create(customer_id=person.id, name=name, items=[{"product_id": 77}])
        for name in ("One", "Two")
    )
    taken = next(iter(Wishlist.objects.filter(id=one.id).scan().values("items")))["items"]
    two.items = taken
    taken[0].product_id = 80
    taken.append(WishlistItem(product_id=81))
    assert [row["product_id"] for row in planned(session)["items"]] == [80, 81]


def test_a_new_struct_is_the_products_own_once_assigned(session, product):
    made = ProductUrl(url="/a/")
    product.custom_url = made
    made.url = "/b/"
    assert planned(session)["custom_url"]["url"] == "/b/"


def test_a_struct_of_another_product_stays_its_own(session, product):
    other = Product.objects.get(id=80)
    product.custom_url = other.custom_url
    product.custom_url.url = "/mine/"
    assert other.custom_url.url != "/mine/"
    assert session.dirty == [product]


def test_an_evolved_struct_says_only_what_the_old_one_said(session, product):
    product.custom_url = attrs.evolve(product.custom_url, url="/x/")
    assert planned(session)["custom_url"] == {"url": "/x/", "is_customized": True} or (
        "create_redirect" not in planned(session)["custom_url"]
    )
    session.commit()
    session.refresh(product)
    assert product.custom_url.url == "/x/"


def test_an_evolved_struct_keeps_what_was_set(session):
    made = ProductUrl(url="/a/", create_redirect=True)
    again = attrs.evolve(made, url="/b/")
    assert (again.url, again.create_redirect) == ("/b/", True)
    assert made.url == "/a/"
    cleared = attrs.evolve(made, create_redirect=None)
    assert cleared.create_redirect is None


def test_an_evolved_address_of_an_order_keeps_the_others_and_their_spelling(session):
    order = Order.objects.first()
    order.billing_address = attrs.evolve(order.billing_address, city="Austin")
    body = planned(session)["billing_address"]
    assert body["city"] == "Austin"
    assert None not in body.values()


@pytest.mark.parametrize(
    "look",
    [attrs.asdict, repr, copy.copy, copy.deepcopy, lambda value: value.weight.adjuster],
    ids=["asdict", "repr", "copy", "deepcopy", "read"],
)
def test_looking_at_a_value_changes_nothing_of_what_is_written(session, look):
    product = Product.objects.get(id=77)
    row = {
        "id": 5,
        "label": "Gift",
        "sort_order": 0,
        "value_data": None,
        "adjusters": {"price": None, "weight": {}, "purchasing_disabled": {"status": False}},
    }
    parents = {"product_id": product.id, "modifier_id": 3}
    (value,) = session.materialize(ProductModifierValue, [row], parents, None)
    look(value.adjusters)
    look(value.adjusters)
    value.adjusters.purchasing_disabled.message = "no"
    sent = planned(session)["adjusters"]
    assert sent == {
        "price": None,
        "weight": {},
        "purchasing_disabled": {"status": False, "message": "no"},
    }


@pytest.mark.parametrize("look", [attrs.asdict, repr, copy.copy], ids=["asdict", "repr", "copy"])
def test_looking_at_any_struct_of_the_sample_leaves_it_as_it_was(session, look):
    rows = [
        *Product.objects.filter(id__in=[77, 80, 81]),
        *Order.objects.all()[:3],
        *ProductModifier.objects.filter(product_id=77),
    ]
    assert rows
    for row in rows:
        for name in attrs.fields_dict(type(row)):
            if name in row.raw and attrs.has(type(getattr(row, name))):
                value = getattr(row, name)
                before = copy.deepcopy(value._dump(3))
                look(value)
                assert value._dump(3) == before
    assert session.dirty == []


def test_null_can_be_written_where_it_was_set(session):
    made = WishlistItem(product_id=77, variant_id=None)
    assert made._dump(3) == {"product_id": 77, "variant_id": None}
    assert WishlistItem(product_id=77)._dump(3) == {"product_id": 77}


def test_money_in_an_evolved_struct_stays_exact(session):
    order = Order.objects.first()
    (line, *_) = order.products
    assert isinstance(line.price_ex_tax, Decimal)


@pytest.mark.parametrize(
    "raw",
    [
        "Wed, 30 Nov -0001 00:00:00 +0000",
        "Wed, 30 Nov 0000 00:00:00 +0000",
        "-0001-11-30T00:00:00+00:00",
        "0000-00-00 00:00:00",
        "",
    ],
)
def test_a_date_before_all_time_is_none(session, raw):
    (order,) = session.materialize(Order, [{"id": 9999, "date_shipped": raw}], None, None)
    assert order.date_shipped is None


def test_what_an_api_never_shows_is_sent_where_it_was_set_only(session, product):
    said = attrs.asdict(product.custom_url)
    assert said["create_redirect"] is None
    product.custom_url = {**said, "url": "/b/"}
    assert "create_redirect" not in planned(session)["custom_url"]
    product.custom_url.create_redirect = True
    assert planned(session)["custom_url"]["create_redirect"] is True
