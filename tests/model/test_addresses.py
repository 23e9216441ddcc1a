"""Rows by their address: a query that says more than a key is answered with all that it says."""

from __future__ import annotations

import pytest

import bcorm
from bcorm import Brand, Cart, Checkout, Coupon, Order, Product, ProductImage, Q
from bcorm.emulator.hostile import HostileServer
from bcorm.exceptions import BadResponse, QueryError


def test_get__by_two_keys_is_nobody(emulator, session):
    with pytest.raises(Product.DoesNotExist):
        Product.objects.filter(id=77).get(id=78)
    assert Product.objects.filter(id=77).get(id=77).id == 77


def test_get__of_nothing_is_nobody(emulator, session):
    for nothing in (
        Product.objects.none().filter(id=77),
        Product.objects.filter(id=77)[:0],
        Product.objects.filter(id=77)[1:],
    ):
        with pytest.raises(Product.DoesNotExist):
            nothing.get()
    with pytest.raises(Product.DoesNotExist):
        Product.objects.none().get(id=77)
    assert Product.objects.none().in_bulk([77]) == {}
    assert Brand.objects.none().in_bulk([35]) == {}
    assert Order.objects.none().in_bulk([100]) == {}
    assert Product.objects.filter(id=77)[:1].get().id == 77


def test_get__below_two_parents_is_nobody(emulator, session):
    product = Product.objects.get(id=77)
    image = product.images.first()
    assert product.images.get(product_id=77, id=image.id) is image
    emulator.clear_requests()
    for wrong in (
        product.images.filter(product_id=78, id=image.id),
        product.images.filter(product_id__in=[78, 79], id=image.id),
        product.images.filter(product_id__gt=77, id=image.id),
        ProductImage.objects.filter(product_id=77).filter(product_id=78, id=image.id),
    ):
        with pytest.raises(ProductImage.DoesNotExist):
            wrong.get()
    assert emulator.requests == []


def test_conditions_on_parents__all_hold(emulator, session):
    images = ProductImage.objects
    both = images.filter(product_id__in=[77, 78])
    assert {image.product_id for image in both} == {77, 78}
    assert {image.product_id for image in both.filter(product_id=78)} == {78}
    assert {image.product_id for image in both.filter(product_id__in=[78, 79])} == {78}
    assert {image.product_id for image in both.filter(product_id__gte=78)} == {78}
    assert both.filter(product_id=79).count() == 0
    assert images.filter(product_id=78, product_id__in=[77, 78]).first().product_id == 78


def test_in_bulk__where_rows_are_read_one_by_one_all_conditions_hold(emulator, session):
    keys = [coupon.id for coupon in Coupon.objects.all()]
    assert set(Coupon.objects.in_bulk(keys)) == set(keys)
    few = Coupon.objects.filter(enabled=False).scan().in_bulk(keys)
    assert set(few) == {coupon.id for coupon in Coupon.objects.all() if not coupon.enabled}


def test_delete__of_the_rest_of_a_collection_leaves_its_beginning(emulator, session):
    first = Coupon.objects.first()
    assert Coupon.objects.all()[1:].delete(everything=True)[0] == 5
    assert [item["id"] for item in emulator.documents("v2/coupons")] == [first.id]


@pytest.mark.parametrize(
    "read",
    [
        list,
        bool,
        lambda q: q.first(),
        lambda q: q.count(),
        lambda q: q.exists(),
        lambda q: q.explain(),
    ],
)
@pytest.mark.parametrize("model", [Cart, Checkout])
def test_rows_that_the_api_does_not_list__are_refused_before_any_request(
    session, emulator, model, read
):
    with pytest.raises(
        QueryError, match=rf"no list of {model.__name__} rows.*objects.get\(id=\.\.\.\)"
    ):
        read(model.objects.all())
    assert emulator.requests == []
    assert list(model.objects.none()) == []


def test_rows_that_the_api_does_not_list__are_read_by_their_addresses(session, emulator):
    plain = next(item for item in Product.objects.include("options") if not len(item.options))
    cart = Cart.objects.create(line_items=[{"product_id": plain.id, "quantity": 1}])
    session.expunge_all()
    assert Cart.objects.get(id=cart.id).id == cart.id
    assert set(Cart.objects.in_bulk([cart.id])) == {cart.id}


ANOTHER = {"id": 78, "name": "Another", "type": "physical", "price": 1, "weight": 1}


@pytest.fixture
def confused():
    """A session with a store that answers whatever it is asked for with one row."""
    with HostileServer() as server:
        session = bcorm.connect("abc123", "t", api_url=server.url)
        with session:
            yield server, session


@pytest.mark.parametrize(
    "read",
    [
        lambda session: Product.objects.using(session).get(id=77),
        lambda session: Order.objects.using(session).get(id=77),
        lambda session: ProductImage.objects.using(session).get(product_id=1, id=77),
    ],
)
def test_an_address_that_answers_another_row_is_an_error(confused, read):
    server, session = confused
    server.answer_json({"data": ANOTHER, "meta": {}})
    with pytest.raises(BadResponse, match="77"):
        read(session)


def test_a_list_that_forgets_which_keys_were_asked_for_has_none_but_these(confused):
    server, session = confused
    server.answer_json({"data": [ANOTHER, {**ANOTHER, "id": 77}], "meta": {}})
    products = Product.objects.using(session)
    assert [item.id for item in products.filter(id=77)] == [77]
    assert [item.id for item in products.filter(id__in=[5, 77])] == [77]
    assert list(products.filter(id__in=[5, 77]).values_list("id", flat=True)) == [77]
    assert products.in_bulk([5, 77]).keys() == {77}
    assert [item.id for item in products.filter(Q(id=5) | Q(id=77))] == [77]
    assert list(products.filter(Q(id=5) | Q(id=6))) == []


def test_a_total_above_the_keys_that_were_asked_for_is_not_believed(confused):
    server, session = confused
    page = {"pagination": {"total": 2, "count": 2, "current_page": 1, "total_pages": 1}}
    server.answer_json({"data": [ANOTHER, {**ANOTHER, "id": 77}], "meta": page})
    products = Product.objects.using(session)
    assert products.filter(id=77).count() == 1
    assert products.filter(id=5).count() == 0
