"""Orders, customers and coupons: relations, and what an update destroys."""

from __future__ import annotations

from decimal import Decimal

import pytest

BILLING = {
    "first_name": "Ada",
    "last_name": "Bell",
    "street_1": "1 Mill Road",
    "city": "Austin",
    "state": "Texas",
    "zip": "78701",
    "country": "United States",
}


@pytest.fixture
def order(shop):
    """An order of two lines and two fees, with a discount."""
    fee = {"type": "custom_fee", "display_name_customer": "f", "cost_ex_tax": 2, "cost_inc_tax": 2}
    body = {
        "billing_address": BILLING,
        "products": [
            {"name": "Mug", "quantity": 2, "price_ex_tax": 9, "price_inc_tax": 10},
            {"product_id": 78, "quantity": 1},
        ],
        "fees": [fee, {**fee, "cost_ex_tax": "3.5", "cost_inc_tax": "3.5"}],
        "discount_amount": 1,
    }
    return shop.post("v2/orders", body).json()


def lines(shop, order):
    return shop.get(f"v2/orders/{order['id']}/products").json()


def test_an_order_adds_up(shop, order):
    price = Decimal(shop.data("v3/catalog/products/78")["calculated_price"]).quantize(
        Decimal("0.0001")
    )
    first, second = lines(shop, order)
    assert (first["total_inc_tax"], first["total_tax"]) == ("20.0000", "2.0000")
    assert Decimal(second["price_inc_tax"]) == price
    assert Decimal(order["subtotal_inc_tax"]) == 20 + price
    assert Decimal(order["total_inc_tax"]) == 20 + price + Decimal("5.5") - 1
    assert order["total_tax"] == "2.0000"
    assert order["items_total"] == 3
    assert order["status"] == "Pending"


def test_links_stand_for_what_hangs_under_an_order(shop, order):
    link = order["products"]
    assert link["resource"] == f"/orders/{order['id']}/products"
    assert shop.session.get(link["url"]).json() == lines(shop, order)
    assert shop.session.get(order["shipping_addresses"]["url"]).status_code == 200


def test_fees_that_are_not_listed_go(shop, order):
    fees = shop.get(f"v2/orders/{order['id']}/fees").json()["fees"]
    shop.put(
        f"v2/orders/{order['id']}",
        {"fees": [{"id": fees[1]["id"], "cost_ex_tax": 4, "cost_inc_tax": 4}]},
    )
    left = shop.get(f"v2/orders/{order['id']}/fees").json()["fees"]
    assert [(fee["id"], fee["cost_ex_tax"]) for fee in left] == [(fees[1]["id"], "4.0000")]
    shop.put(f"v2/orders/{order['id']}", {"staff_notes": "x"})
    assert shop.get(f"v2/orders/{order['id']}/fees").json()["fees"] == left


def test_products_are_patched_and_quantity_zero_removes(shop, order):
    first, second = lines(shop, order)
    change = [
        {"id": first["id"], "quantity": 0},
        {"name": "New", "quantity": 1, "price_inc_tax": 5, "price_ex_tax": 5},
    ]
    answer = shop.put(f"v2/orders/{order['id']}", {"products": change}).json()
    assert [line["name"] for line in lines(shop, order)] == [second["name"], "New"]
    assert answer["items_total"] == 2


def test_changed_lines_lose_discounts_and_coupons(shop):
    key = next(
        order["id"]
        for order in shop.get("v2/orders", limit=250).json()
        if Decimal(order["coupon_discount"])
    )
    line = shop.get(f"v2/orders/{key}/products").json()[0]
    shop.put(f"v2/orders/{key}", {"products": [{"id": line["id"], "quantity": line["quantity"]}]})
    assert shop.get(f"v2/orders/{key}/coupons").status_code == 200
    change = [{"id": line["id"], "quantity": line["quantity"] + 1}]
    after = shop.put(f"v2/orders/{key}", {"products": change}).json()
    assert after["coupon_discount"] == "0.0000"
    assert shop.get(f"v2/orders/{key}/coupons").status_code == 204
    assert shop.get(f"v2/orders/{key}/products").json()[0]["applied_discounts"] == []


def test_an_amount_without_tax_wants_its_twin(shop, order):
    answer = shop.put(f"v2/orders/{order['id']}", {"shipping_cost_ex_tax": 5})
    assert answer.status_code == 400
    assert "shipping_cost_inc_tax" in answer.json()[0]["message"]
    both = {"shipping_cost_ex_tax": 5, "shipping_cost_inc_tax": 6}
    after = shop.put(f"v2/orders/{order['id']}", both).json()
    assert after["shipping_cost_tax"] == "1.0000"
    assert Decimal(after["total_inc_tax"]) == Decimal(order["total_inc_tax"]) + 6


def test_the_two_ip_addresses_clear_each_other(shop, order):
    path = f"v2/orders/{order['id']}"
    shop.put(path, {"ip_address": "203.0.113.9"})
    after = shop.put(path, {"ip_address_v6": "2001:db8::1"}).json()
    assert (after["ip_address"], after["ip_address_v6"]) == ("", "2001:db8::1")


@pytest.mark.parametrize("field", ["id", "date_modified", "status", "total_tax", "coupon_discount"])
def test_readonly_fields_are_refused_by_v2(shop, order, field):
    answer = shop.put(f"v2/orders/{order['id']}", {field: order[field]})
    assert answer.status_code == 400
    assert answer.json()[0]["message"].startswith(f"The field '{field}' cannot be written to.")


def test_deleting_an_order_archives_it(shop, order):
    total = shop.get("v2/orders/count").json()["count"]
    assert shop.delete(f"v2/orders/{order['id']}").status_code == 204
    assert shop.get("v2/orders/count").json()["count"] == total - 1
    assert shop.get(f"v2/orders/{order['id']}").json()["is_deleted"] is True
    assert shop.get("v2/orders", min_id=order["id"]).status_code == 204
    shop.put(f"v2/orders/{order['id']}", {"is_deleted": False})
    assert shop.get("v2/orders/count").json()["count"] == total


def test_shipments_move_the_order_along(shop, order):
    path = f"v2/orders/{order['id']}"
    first, second = lines(shop, order)
    items = [{"order_product_id": first["id"], "quantity": 1}]
    made = shop.post(f"{path}/shipments", {"items": items})
    assert made.status_code == 201
    assert shop.get(path).json()["status"] == "Partially Shipped"
    too_many = [{"order_product_id": first["id"], "quantity": 2}]
    assert shop.post(f"{path}/shipments", {"items": too_many}).status_code == 400
    items = [{"order_product_id": line["id"], "quantity": 1} for line in (first, second)]
    shop.post(f"{path}/shipments", {"items": items})
    shipped = shop.get(path).json()
    assert (shipped["status"], shipped["items_shipped"]) == ("Shipped", 3)
    assert shipped["date_shipped"]
    shop.delete(f"{path}/shipments/{made.json()['id']}")
    assert shop.get(path).json()["status"] == "Shipped"
    assert shop.get(f"{path}/shipments/count").json() == {"count": 1}


def test_a_line_is_refunded_less_what_was_taken_off_it(shop):
    """The shares of an order's lines in its coupon are the coupon."""
    orders = [one for one in shop.get("v2/orders", limit=250).json() if one["status_id"] in (2, 10)]
    couponed = [one for one in orders if Decimal(one["coupon_discount"])]
    for order in couponed:
        found = shop.get(f"v2/orders/{order['id']}/products").json()
        shares = [Decimal(one["amount"]) for row in found for one in row["applied_discounts"]]
        assert sum(shares) == Decimal(order["coupon_discount"])
        for row in found:
            (share,) = [Decimal(one["amount"]) for one in row["applied_discounts"]]
            assert Decimal(row["discounted_total_inc_tax"]) == Decimal(row["total_inc_tax"]) - share
        items = [
            {"item_type": "PRODUCT", "item_id": row["id"], "quantity": row["quantity"]}
            for row in found
        ]
        path = f"v3/orders/{order['id']}/payment_actions/refund_quotes"
        quote = shop.post(path, {"items": items}).json()["data"]
        paid = sum(Decimal(row["discounted_total_inc_tax"]) for row in found)
        assert Decimal(str(quote["total_refund_amount"])) == paid
        part = shop.post(path, {"items": [{**items[0], "quantity": 1}]}).json()["data"]
        assert Decimal(str(part["total_refund_amount"])) <= paid
    assert couponed


def test_sample_orders_are_in_cents_and_what_is_partly_shipped_has_something_left(shop):
    for order in shop.get("v2/orders", limit=250).json():
        assert order["total_inc_tax"].endswith("00")
        if order["status_id"] == 3:
            found = shop.get(f"v2/orders/{order['id']}/products").json()
            assert any(row["quantity"] > row["quantity_shipped"] for row in found)


def test_refunds_take_back_what_was_paid(shop):
    line = shop.get("v2/orders/101/products").json()[0]
    path = "v3/orders/101/payment_actions"
    items = [{"item_type": "PRODUCT", "item_id": line["id"], "quantity": 1}]
    quote = shop.post(f"{path}/refund_quotes", {"items": items}).json()["data"]
    assert Decimal(str(quote["total_refund_amount"])) == Decimal(line["price_inc_tax"])
    wrong = {"items": items, "payments": [{"provider_id": "storecredit", "amount": 0.01}]}
    assert shop.post(f"{path}/refunds", wrong).status_code == 422
    payment = {"provider_id": "storecredit", "amount": quote["total_refund_amount"]}
    assert shop.post(f"{path}/refunds", {"items": items, "payments": [payment]}).status_code == 201
    order = shop.get("v2/orders/101").json()
    assert order["refunded_amount"] == line["price_inc_tax"]
    assert shop.get("v2/orders/101/products").json()[0]["quantity_refunded"] == 1


def test_one_customer_behind_two_versions(shop):
    person = {"email": "a@b.example", "first_name": "A", "last_name": "B"}
    key = shop.post("v2/customers", {**person, "store_credit": "5"}).json()["id"]
    (shown,) = shop.data("v3/customers", id__in=key, include="storecredit")
    assert shown["email"] == "a@b.example"
    assert shown["store_credit_amounts"] == [{"amount": 5}]
    shop.put("v3/customers", [{"id": key, "company": "New"}])
    assert shop.get(f"v2/customers/{key}").json()["company"] == "New"
    assert shop.post("v3/customers", [{**person, "email": "A@B.example"}]).status_code == 422
    assert shop.post("v2/customers", person).status_code == 409


def test_passwords_are_checked_and_never_shown(shop):
    login = {"new_password": "secret-word", "force_password_reset": True}
    body = {"email": "a@b.example", "first_name": "A", "last_name": "B", "authentication": login}
    answer = shop.post("v3/customers", [body])
    assert "secret-word" not in answer.text
    assert answer.json()["data"][0]["authentication"] == {"force_password_reset": True}
    path = "v3/customers/validate-credentials"
    asked = {"email": "a@b.example", "password": "secret-word"}
    assert shop.post(path, asked).json()["is_valid"] is True
    assert shop.post(path, {**asked, "password": "x"}).json() == {
        "customer_id": None,
        "is_valid": False,
    }


def test_a_known_address_is_left_out_of_the_answer(shop):
    address = shop.data("v3/customers/addresses", limit=1)[0]
    copy = {name: value for name, value in address.items() if name not in ("id", "country")}
    total = len(shop.emulator.documents("v3/customers/addresses"))
    answer = shop.post("v3/customers/addresses", [copy, {**copy, "city": "Elsewhere"}])
    assert [row["city"] for row in answer.json()["data"]] == ["Elsewhere"]
    assert len(shop.emulator.documents("v3/customers/addresses")) == total + 1


def test_attribute_values_are_made_or_changed(shop):
    path = "v3/customers/attribute-values"
    first = shop.put(path, [{"attribute_id": 1, "customer_id": 2, "value": "2024-01-01"}]).json()[
        "data"
    ][0]
    again = shop.put(path, [{"attribute_id": 1, "customer_id": 2, "value": "2025-01-01"}]).json()[
        "data"
    ][0]
    assert (again["id"], again["attribute_value"]) == (first["id"], "2025-01-01")
    assert (
        shop.put(path, [{"attribute_id": 1, "customer_id": 2, "value": "soon"}]).status_code == 422
    )
    shop.delete("v3/customers/attributes", id__in=1)
    assert not shop.data(path, attribute_id__in=1)


def test_deleting_customers_takes_their_addresses(shop):
    assert shop.request("DELETE", "v3/customers").status_code == 422
    assert len(shop.data("v3/customers", limit=250)) == 100
    assert shop.delete("v3/customers", id__in="1,2").status_code == 204
    assert len(shop.data("v3/customers", limit=250)) == 98
    assert not shop.data("v3/customers/addresses", customer_id__in="1,2")
    assert not shop.data("v3/customers/attribute-values", customer_id__in="1,2")


def test_customer_batches_are_at_most_ten(shop):
    people = [
        {"email": f"p{n}@example.com", "first_name": "P", "last_name": "Q"} for n in range(11)
    ]
    assert shop.post("v3/customers", people).status_code == 413
    assert shop.post("v3/customers", [*people[:9], {"email": "x"}]).status_code == 422
    assert not shop.data("v3/customers", email__in="p0@example.com")
    assert len(shop.post("v3/customers", people[:10]).json()["data"]) == 10


def test_groups_replace_their_rules_and_leave_their_customers(shop):
    path = "v2/customer_groups"
    rules = [{"type": "product", "method": "fixed", "amount": 5, "product_id": 78}]
    group = shop.post(path, {"name": "Friends", "discount_rules": rules}).json()
    assert group["discount_rules"][0]["amount"] == "5.0000"
    shop.put("v3/customers", [{"id": 1, "customer_group_id": group["id"]}])
    new = [{"type": "all", "method": "percent", "amount": "1.0000"}]
    after = shop.put(f"{path}/{group['id']}", {"discount_rules": new}).json()
    assert after["discount_rules"] == new
    shop.delete(f"{path}/{group['id']}")
    assert shop.data("v3/customers", id__in=1)[0]["customer_group_id"] == 0


def test_a_coupon_forgets_what_it_applied_to(shop):
    coupon = shop.get("v2/coupons").json()[0]
    path = f"v2/coupons/{coupon['id']}"
    keep = {"applies_to": coupon["applies_to"], "amount": "7"}
    assert shop.put(path, keep).json()["applies_to"] == coupon["applies_to"]
    assert shop.put(path, {"amount": "8"}).json()["applies_to"] == {}
    taken = {"name": "n", "code": coupon["code"], "type": "promotion", "amount": 1}
    assert shop.post("v2/coupons", {**taken, "applies_to": coupon["applies_to"]}).status_code == 409


def test_v2_collections_are_wiped_by_an_unfiltered_delete(shop):
    assert shop.delete("v2/coupons", id__in="1").status_code == 204
    assert shop.get("v2/coupons/count").json() == {"count": 5}
    assert shop.delete("v2/coupons").status_code == 204
    assert shop.get("v2/coupons").status_code == 204


def test_a_coupon_knows_when_it_was_made_only(shop):
    body = {"name": "n", "code": "c", "type": "promotion", "amount": 1}
    made = shop.post("v2/coupons", {**body, "applies_to": {"entity": "categories", "ids": [0]}})
    assert "date_modified" not in made.json()
    assert made.json()["date_created"].endswith("+0000")


def test_an_order_to_be_picked_up(shop):
    pickup = {
        "pickup_method_id": 1,
        "pickup_method_display_name": "At the counter",
        "location": {"name": "Shop", "city": "Austin"},
        "line_items": [{"product_id": 78, "quantity": 2}],
    }
    body = {"billing_address": BILLING, "consignments": {"pickups": [pickup]}}
    order = shop.post("v2/orders", body).json()
    assert order["items_total"] == 2
    assert shop.get(f"v2/orders/{order['id']}/shipping_addresses").status_code == 204
    path = f"v2/orders/{order['id']}/consignments"
    (shown,) = shop.get(path, include="consignments.line_items").json()["pickups"]
    assert shown["location"]["city"] == "Austin"
    assert [line["product_id"] for line in shown["line_items"]] == [78]
    change = {"pickups": [{"id": shown["id"], "collection_instructions": "Ring twice."}]}
    shop.put(f"v2/orders/{order['id']}", {"consignments": change})
    (after,) = shop.get(path).json()["pickups"]
    assert after["collection_instructions"] == "Ring twice."
    assert after["pickup_method_display_name"] == "At the counter"


@pytest.mark.parametrize("full", ["", ".line_items"])
def test_consignments_without_a_structure_are_an_array(shop, full):
    path = f"v2/orders/100?include=consignments{full}"
    [consignment] = shop.request("GET", path).json()["consignments"]
    asked = shop.request("GET", f"{path}&consignment_structure=object").json()["consignments"]
    assert consignment == asked
    assert set(consignment) == {"pickups", "shipping", "downloads", "email"}
