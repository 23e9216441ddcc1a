"""Lines of many orders: read with their consignments, and one by one where these lack some."""

from __future__ import annotations

import pytest

from bcorm import Order, OrderProduct, Product
from bcorm.exceptions import LazyLoadRefused, QueryError
from bcorm.resources.order_consignments import lines_of


@pytest.fixture
def sent(emulator, session):
    """The paths that were asked for since it was last called."""

    def sent():
        paths = [request.path for request in emulator.requests]
        emulator.clear_requests()
        return paths

    return sent


def stored(emulator, key):
    return [line["id"] for line in emulator.documents(f"v2/orders/{key}/products")]


def test_lines_of_all_orders__take_a_request_a_page(emulator, sent):
    orders = list(Order.objects.all())
    found = {order.id: [line.id for line in order.products] for order in orders}
    assert len(orders) == 300
    assert sent() == ["/v2/orders"] * 4
    for key in list(found)[::50]:
        assert found[key] == stored(emulator, key)


def test_lines__are_the_same_as_those_of_one_order(session, sent):
    together = [dict(line.raw) for order in Order.objects.all()[:20] for line in order.products]
    session.expunge_all()
    keys = sorted({line["order_id"] for line in together})
    apart = [dict(line.raw) for key in keys for line in OrderProduct.objects.filter(order_id=key)]
    assert together == apart


def test_lines_and_addresses__of_three_hundred_orders(sent):
    orders = list(Order.objects.include("consignments.line_items"))
    lines = [
        (order.id, part.city, line.sku)
        for order in orders
        for part in order.consignments.shipping
        for line in part.line_items
    ]
    assert len(orders) == 300
    assert len(lines) > 300
    assert len(sent()) == 2


def test_order_whose_consignments_lack_lines__is_asked_for_them(emulator, sent):
    """Its row tells of more items than there are lines for."""
    for key in (105, 110):
        emulator.put_document("v2/orders", {"id": key, "items_total": 99})
    orders = list(Order.objects.filter(id__lte=130))
    sent()
    found = {order.id: [line.id for line in order.products] for order in orders}
    assert sent() == ["/v2/orders", "/v2/orders/105/products", "/v2/orders/110/products"]
    assert found[105] == stored(emulator, 105)


def test_orders_that_are_far_apart__are_asked_one_by_one(emulator, session, sent):
    orders = [Order.objects.get(id=100), *Order.objects.filter(id__gte=398)]
    session.expunge_all()
    two = list(Order.objects.filter(id__in=[100, 399]).scan())
    sent()
    assert [line.id for order in two for line in order.products]
    assert set(sent()) == {"/v2/orders/100/products", "/v2/orders/399/products"}
    assert len(orders) == 3


def test_one_order__is_asked_for_its_own(sent):
    order = Order.objects.get(id=100)
    sent()
    assert len(order.products)
    assert sent() == ["/v2/orders/100/products"]


def test_strict_session__still_refuses(session):
    with session.client.session(strict=True):
        orders = list(Order.objects.all()[:3])
        with pytest.raises(LazyLoadRefused):
            len(orders[0].products)


@pytest.mark.parametrize(
    "row",
    [
        {},
        {"consignments": []},
        {"consignments": {"url": "x", "resource": "y"}, "items_total": 1},
        {"consignments": {"shipping": [{"line_items": [{"url": "x"}]}]}, "items_total": 1},
        {"consignments": {"shipping": [{"line_items": [{"id": 1, "quantity": 1}]}]}},
        {
            "consignments": {"shipping": [{"line_items": [{"id": 1, "quantity": 1}]}]},
            "items_total": 2,
        },
        {"consignments": {"shipping": [{"line_items": None}]}, "items_total": 1},
    ],
)
def test_row_without_all_lines__gives_none(row):
    assert lines_of(row) is None


def test_row__gives_the_lines_of_all_kinds_in_order():
    def part(*keys):
        return {"line_items": [{"id": key, "quantity": 2} for key in keys]}

    row = {
        "consignments": {
            "pickups": [part(2)],
            "shipping": [part(5, 1)],
            "downloads": [part(3)],
            "email": {"gift_certificates": []},
        },
        "items_total": 8,
    }
    assert [line["id"] for line in lines_of(row)] == [1, 2, 3, 5]
    assert lines_of({"consignments": {}, "items_total": 0}) == []


@pytest.mark.parametrize("words", [(), ("consignments.line_items",), ("products",)])
def test_what_lines_name_is_loaded_for_the_lines_of_all_orders(session, emulator, words):
    """Whichever way the lines came: with their orders, or when the first of them was touched."""
    emulator.clear_requests()
    sold = {}
    for order in Order.objects.include(*words):
        for line in order.products:
            if line.product is not None and line.product.brand is not None:
                sold.setdefault(line.product.brand.name, []).append(line.quantity)
    assert len(sold) > 10
    assert len(emulator.requests) <= 8


def test_what_lines_name_is_loaded_page_by_page(session, emulator):
    """While orders are not kept: each page's lines are together."""
    emulator.clear_requests()
    named = 0
    for order in Order.objects.include("products").iterator():
        named += sum(line.product is not None for line in order.products)
    assert named > 300
    assert len(emulator.requests) <= 2 * 2 + 2


def test_what_came_along_is_looked_at_once(session, emulator):
    """Variants of products that come later are among the peers of those that came before."""
    found = set()
    emulator.clear_requests()
    for product in Product.objects.include("variants"):
        for variant in product.variants:
            found.add(variant.product)
    assert len(found) == Product.objects.count()
    assert len(emulator.requests) <= 3


def test_a_relation_that_is_not_sent_along_says_so():
    for model, name in ((Order, "shipments"), (Product, "brand")):
        with pytest.raises(QueryError, match=f"the API sends no {name} with {model.__name__} rows"):
            model.objects.include(name)
