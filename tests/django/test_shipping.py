"""An order's page reads like an order, and what it has is shipped by ticking it."""

from __future__ import annotations

import pytest
from admin_pages import form_of, text_of
from test_orders_and_customers import open_order

from bcorm.emulator import Fault


@pytest.fixture
def order(store):
    """An order of which nothing was shipped, with at least two things in it."""
    for row in store.documents("v2/orders"):
        lines = store.documents(f"v2/orders/{row['id']}/products")
        plain = all(line["type"] == "physical" and not line["quantity_shipped"] for line in lines)
        if plain and sum(line["quantity"] for line in lines) > 1 and len(lines) > 1:
            return row["id"]
    raise LookupError


def document(store, order):
    return next(row for row in store.documents("v2/orders") if row["id"] == order)


def test_page__reads_like_an_order(pages, store, order):
    row = document(store, order)
    response = pages.get(f"bcorm/order/{order}/change/")
    assert len(pages.sent) <= 4, pages.sent
    shown = text_of(response)
    address = row["billing_address"]
    for word in (address["street_1"], address["city"], address["email"], address["last_name"]):
        assert word in shown
    total = f"{float(row['total_inc_tax']):,.2f} {row['currency_code']}"
    assert f"Total {total}" in shown
    assert f"Shipping {float(row['shipping_cost_inc_tax']):,.2f}" in shown
    assert row["total_inc_tax"] not in shown
    for line in store.documents(f"v2/orders/{order}/products"):
        assert line["name"] in shown


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"customer_id": 0}, "(guest)"),
        ({"discount_amount": "2.5000"}, "Discounts -2.50"),
        ({"customer_message": "<b>Ring twice"}, "<b>Ring twice"),
    ],
)
def test_page__of_every_kind_of_order(pages, store, order, values, words):
    store.put_document("v2/orders", {"id": order, **values})
    assert words in text_of(pages.get(f"bcorm/order/{order}/change/"))


def test_page__of_a_shipped_order_is_at_most_four_requests(pages, store):
    shipped = [row for row in store.documents("v2/orders") if row["items_shipped"]]
    for row in shipped[:3]:
        response = pages.get(f"bcorm/order/{row['id']}/change/")
        assert len(pages.sent) <= 4, pages.sent
        assert " \N{MULTIPLICATION SIGN} " in text_of(response)


def test_list__shows_amounts_and_guests_in_two_requests(pages, store):
    shown = text_of(pages.get("bcorm/order/"))
    assert [line.split("?")[0] for line in pages.sent] == ["GET /v2/orders", "GET /v2/orders/count"]
    row = store.documents("v2/orders")[-1]
    assert f"{float(row['total_inc_tax']):,.2f} {row['currency_code']}" in shown


def test_ship__in_two_parts(pages, store, order):
    page = f"bcorm/order/{order}/ship/"
    form = pages.form(page)
    assert [line.split("?")[0] for line in pages.sent] == [f"GET /v2/orders/{order}"]
    lines = store.documents(f"v2/orders/{order}/products")
    parcel = next(name for name in form if name.startswith("parcel-")).replace("-", "")
    first, rest = lines[0], lines[1:]
    for line in rest:
        del form[f"{parcel}-ship_{line['id']}"]
    form[f"{parcel}-quantity_{first['id']}"] = "1"
    form[f"{parcel}-shipping_provider"] = "ups"
    form[f"{parcel}-tracking_number"] = "1Z999"
    response = pages.post(page, form)
    assert response.status_code == 302
    assert pages.writes() == [f"POST /v2/orders/{order}/shipments"]
    body = pages.bodies()[0]
    assert body["items"] == [{"order_product_id": first["id"], "quantity": 1}]
    assert body["shipping_provider"] == "ups"
    assert any(
        f"Shipped 1 \N{MULTIPLICATION SIGN} {first['name']}" in told for told in pages.messages()
    )
    assert document(store, order)["status"] == "Partially Shipped"
    assert pages.post(page, pages.form(page)).status_code == 302
    assert document(store, order)["status"] == "Shipped"
    assert "Everything that can be shipped has left." in text_of(pages.get(page))
    history = text_of(pages.get(f"bcorm/order/{order}/history/"))
    assert history.count("Shipped") >= 2


def test_ship__twice_ships_once(pages, store, order):
    page = f"bcorm/order/{order}/ship/"
    form = pages.form(page)
    pages.post(page, form)
    pages.post(page, form)
    assert pages.sent == []
    assert len(store.documents(f"v2/orders/{order}/shipments")) == 1


@pytest.mark.parametrize(
    ("name", "value"), [("quantity", "99"), ("quantity", "0"), ("quantity", "-1")]
)
def test_ship__more_than_is_left_is_refused_here(pages, store, order, name, value):
    page = f"bcorm/order/{order}/ship/"
    form = pages.form(page)
    key = next(field for field in form if f"-{name}_" in field)
    response = pages.post(page, {**form, key: value})
    assert response.status_code == 200
    assert pages.writes() == []
    assert "errorlist" in response.content.decode()


def test_ship__nothing_ticked(pages, order):
    page = f"bcorm/order/{order}/ship/"
    form = pages.form(page)
    response = pages.post(page, {k: v for k, v in form.items() if "-ship_" not in k})
    assert "Tick what leaves" in text_of(response)
    assert pages.writes() == []


def test_ship__what_the_store_refuses_stays_on_the_page(pages, store, order):
    page = f"bcorm/order/{order}/ship/"
    form = pages.form(page)
    store.faults.add(Fault(kind="429", method="POST", times=None, seconds=300))
    tracking = next(name for name in form if name.endswith("tracking_number"))
    response = pages.post(page, {**form, tracking: "T-1"})
    assert response.status_code == 200
    assert form_of(response)[tracking] == "T-1"
    assert "errorlist" in response.content.decode()


def test_ship__needs_the_right_to_change_orders(pages_of, order):
    pages = pages_of("view_order")
    assert pages.get(f"bcorm/order/{order}/ship/").status_code == 403
    assert pages.get(f"bcorm/order/{order}/packing-slip/").status_code == 200


def test_slip__has_addresses_and_items_and_no_prices(pages, store, order):
    response = pages.get(f"bcorm/order/{order}/packing-slip/")
    assert len(pages.sent) == 1
    shown = text_of(response)
    lines = store.documents(f"v2/orders/{order}/products")
    assert all(line["name"] in shown for line in lines)
    assert document(store, order)["billing_address"]["street_1"] in shown
    assert f"{float(lines[0]['total_inc_tax']):,.2f}" not in shown


def test_page__of_no_order(pages):
    assert pages.get("bcorm/order/987654/ship/").status_code == 404
    assert pages.get("bcorm/order/987654/packing-slip/").status_code == 404


def test_open_orders_exist(store):
    assert open_order(store)
