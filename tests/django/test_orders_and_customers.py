"""The rest of a merchant's day: orders with lines and shipments, customers with addresses."""

from __future__ import annotations

import pytest
from admin_pages import text_of


def open_order(store):
    """Return an order with lines that are not shipped and have no discounts."""
    for order in reversed(store.documents("v2/orders")):
        lines = store.documents(f"v2/orders/{order['id']}/products")
        plain = [not line["applied_discounts"] and not line["quantity_shipped"] for line in lines]
        if plain and all(plain) and store.documents(f"v2/orders/{order['id']}/shipping_addresses"):
            return order["id"], lines
    raise LookupError


def customer_with_address(store):
    key = store.documents("v3/customers/addresses")[0]["customer_id"]
    return next(row for row in store.documents("v3/customers") if row["id"] == key)


def test_order__shows_lines_and_shipments(pages, store):
    order, lines = open_order(store)
    response = pages.get(f"bcorm/order/{order}/change/")
    shown = text_of(response)
    for line in lines:
        assert line["name"] in shown
    paths = {line.split("?")[0] for line in pages.sent}
    assert {
        f"GET /v2/orders/{order}",
        f"GET /v2/orders/{order}/products",
        f"GET /v2/orders/{order}/messages",
    } == paths
    assert len(pages.sent) <= 4, pages.sent


def test_order__status_change_is_one_put(pages, store):
    order, _lines = open_order(store)
    form = pages.form(f"bcorm/order/{order}/change/")
    state = "3" if form["order_status"] != "3" else "2"
    response = pages.post(f"bcorm/order/{order}/change/", {**form, "order_status": state})
    assert response.status_code == 302
    assert pages.writes() == [f"PUT /v2/orders/{order}"]
    assert pages.bodies() == [{"status_id": int(state)}]


def test_order__unchanged_sends_nothing(pages, store):
    order, _lines = open_order(store)
    form = pages.form(f"bcorm/order/{order}/change/")
    assert pages.post(f"bcorm/order/{order}/change/", form).status_code == 302
    assert pages.writes() == []


def test_order__quantity_of_a_line_goes_through_the_order(pages, store):
    order, lines = open_order(store)
    form = pages.form(f"bcorm/order/{order}/change/")
    row = form.row_of("orderproduct", lines[0]["id"])
    form[f"orderproduct-{row}-quantity"] = str(lines[0]["quantity"] + 1)
    response = pages.post(f"bcorm/order/{order}/change/", form)
    assert response.status_code == 302, response.context["errors"]
    assert pages.writes() == [f"PUT /v2/orders/{order}"]
    assert pages.bodies() == [
        {"products": [{"id": lines[0]["id"], "quantity": lines[0]["quantity"] + 1}]}
    ]


def test_order__a_change_that_would_destroy_discounts_is_refused_with_the_reason(pages, store):
    """The API clears all discounts of a line that a PUT changes."""
    order, line = next(
        (order["id"], line)
        for order in store.documents("v2/orders")
        for line in store.documents(f"v2/orders/{order['id']}/products")
        if line["applied_discounts"]
    )
    form = pages.form(f"bcorm/order/{order}/change/")
    row = form.row_of("orderproduct", line["id"])
    form[f"orderproduct-{row}-quantity"] = str(line["quantity"] + 1)
    response = pages.post(f"bcorm/order/{order}/change/", form)
    assert response.status_code == 200
    assert "clears all discounts" in text_of(response)
    assert pages.writes() == []


def test_order__is_never_added_here(pages):
    assert pages.get("bcorm/order/add/").status_code == 403


def test_customer__with_addresses(pages, store):
    customer = customer_with_address(store)
    key = customer["id"]
    response = pages.get(f"bcorm/customer/{key}/change/")
    assert [line.split("?")[0] for line in pages.sent] == [
        "GET /v3/customers",
        "GET /v3/customers/addresses",
    ]
    assert customer["email"] in text_of(response) or customer["email"] in response.content.decode()


def test_customer__name_and_address_change_in_two_batches(pages, store):
    customer = customer_with_address(store)
    key = customer["id"]
    form = pages.form(f"bcorm/customer/{key}/change/")
    form["first_name"] = "Zoe"
    form["customeraddress-0-city"] = "Elsewhere"
    response = pages.post(f"bcorm/customer/{key}/change/", form)
    assert response.status_code == 302, response.context["errors"]
    sent = dict(zip(pages.writes(), pages.bodies(), strict=True))  # side by side, in any order
    assert sent.keys() == {"PUT /v3/customers", "PUT /v3/customers/addresses"}
    assert sent["PUT /v3/customers"] == [{"id": key, "first_name": "Zoe"}]
    assert sent["PUT /v3/customers/addresses"][0]["city"] == "Elsewhere"


def test_customer__add_with_an_address_is_one_post(pages, store):
    form = pages.form("bcorm/customer/add/")
    form.update({"email": "new@example.com", "first_name": "New", "last_name": "Person"})
    form.add_row(
        "customeraddress", first_name="New", last_name="Person", address1="1 Road", city="Town",
        state_or_province="Texas", postal_code="12345", country_code="US",
    )  # fmt: skip
    response = pages.post("bcorm/customer/add/", form)
    assert response.status_code == 302, response.context["errors"]
    assert pages.writes() == ["POST /v3/customers"]
    assert pages.bodies()[0][0]["addresses"][0]["city"] == "Town"


def test_customer__double_email_is_an_error_on_the_email(pages, store):
    taken = store.documents("v3/customers")[0]["email"]
    form = pages.form("bcorm/customer/add/")
    form.update({"email": taken, "first_name": "New", "last_name": "Person"})
    response = pages.post("bcorm/customer/add/", form)
    assert response.status_code == 200
    assert list(response.context["adminform"].form.errors) == ["email"]


@pytest.mark.parametrize(
    "page", ["coupon", "orderstatus", "brand", "pricelist", "page", "redirect", "promotion"]
)
def test_every_list__is_one_request(pages, page):
    assert pages.get(f"bcorm/{page}/").status_code == 200
    assert len(pages.sent) == 1, pages.sent


def test_coupon__change_sends_what_its_put_rules_ask(pages, store):
    """A PUT without applies_to clears it: it rides along."""
    coupon = store.documents("v2/coupons")[0]
    form = pages.form(f"bcorm/coupon/{coupon['id']}/change/")
    response = pages.post(f"bcorm/coupon/{coupon['id']}/change/", {**form, "name": "Other"})
    assert response.status_code == 302, response.context["errors"]
    assert pages.writes() == [f"PUT /v2/coupons/{coupon['id']}"]
    assert {"name", "applies_to", "type", "amount", "code"} <= set(pages.bodies()[0])


def test_category__a_parent_chosen_in_a_popup(pages, store):
    rows = store.documents("v3/catalog/categories")
    child = next(row for row in rows if row["parent_id"])
    response = pages.get(f"bcorm/category/{child['id']}/change/")
    parent = next(row for row in rows if row["id"] == child["parent_id"])
    assert parent["name"] in text_of(response)
    assert len(pages.sent) == 2


def test_category__a_new_one_at_the_top(pages, store):
    form = pages.form("bcorm/category/add/")
    response = pages.post("bcorm/category/add/", {**form, "name": "At the top"})
    assert response.status_code == 302, response.context["errors"]
    assert pages.writes() == ["POST /v3/catalog/categories"]
    body = pages.bodies()[0]
    assert (body["name"], body["parent_id"]) == ("At the top", 0)
