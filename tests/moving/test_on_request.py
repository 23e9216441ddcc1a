"""What a copy takes along when it is named: customers, prices, discounts, content."""

from __future__ import annotations

from decimal import Decimal

import pytest
from portraits import rows

from bcorm.moving.copying import copy
from bcorm.resources import (
    Coupon,
    Customer,
    CustomerAddress,
    CustomerAttributeValue,
    CustomerGroup,
    Page,
    PriceRecord,
    Product,
    Promotion,
    Redirect,
    Script,
)

ALL = ["customers", "price-lists", "coupons", "promotions", "pages", "redirects", "scripts"]
OF_A_PRODUCT = {"action": {"cart_items": {"discount": {"percentage_amount": Decimal(10)}}}}


def discount(**items):
    return [{"action": {"cart_items": {**OF_A_PRODUCT["action"]["cart_items"], "items": items}}}]


@pytest.fixture
def filled(source, target, emulator):
    """A shop with some of everything, of which the other store has the catalog."""
    for row in emulator.documents("v3/catalog/products")[60:]:
        emulator.remove_document("v3/catalog/products", row["id"])
    one, two = list(Product.objects.using(source))[:2]
    group = CustomerGroup(
        name="Friends",
        category_access={"type": "specific", "categories": [one.categories[0]]},
        discount_rules=[{"type": "price_list", "price_list_id": 1}],
    )
    rule = {"type": "product", "method": "percent", "amount": 5, "product_id": two.id}
    source.add(CustomerGroup(name="Fans", discount_rules=[rule]))
    source.add(group)
    source.commit()
    customer = next(iter(Customer.objects.using(source)))
    customer.customer_group_id = group.id
    home = {"type": "page", "channel_id": 1}
    site = {"site_id": 1, "to": {"type": "product", "entity_id": two.id}}
    source.add_all([
        Coupon(name="One", type="percentage_discount", amount=5, code="ONE",
               applies_to={"entity": "products", "ids": [two.id]}),
        Promotion(name="Some", redemption_type="COUPON", channels=[{"id": 1}],
                  rules=discount(products=[one.id], brands=[two.brand_id])),
        Page(name="About", body="<b>us</b>", **home),
        Redirect(from_path="/old", **site),
        Script(name="Counter", html="<script></script>", kind="script_tag", channel_id=1,
               location="head", load_method="default", visibility="storefront",
               consent_category="essential"),
    ])  # fmt: skip
    source.commit()
    about = Page.objects.using(source).get(name="About")
    source.add(Page(name="Team", body="we", parent_id=about.id, **home))
    Promotion.objects.using(source).get(name="Some").codes.new(code="SOME")
    source.commit()
    assert copy(source, target).apply()
    return source, target


def test_what_is_named_comes_along_and_means_the_same(filled, other_server):
    source, target = filled
    assert not other_server.documents("v3/customers")
    other_server.clear_requests()
    plan = copy(source, target, ALL, channels={2: 1})
    report = plan.apply()
    assert report, str(report)
    assert (
        plan.requests
        == report.requests
        == sum(one.method != "GET" for one in other_server.requests)
    )
    again = copy(source, target, ALL, channels={2: 1})
    assert str(again).endswith("0 changes in 0 requests")

    sku = {item.id: item.sku for item in Product.objects.using(target)}
    brand = {row["id"]: row["name"] for row in rows(target, "v3/catalog/brands", limit="250")}
    two = list(Product.objects.using(source))[1]
    group = CustomerGroup.objects.using(target).get(name="Friends")
    (category,) = group.category_access.categories
    assert category in {row.categories[0] for row in Product.objects.using(target)}
    (lists,) = group.discount_rules
    (product,) = CustomerGroup.objects.using(target).get(name="Fans").discount_rules
    assert sku[product.product_id] == two.sku
    records = PriceRecord.objects.using(target).filter(price_list_id=lists.price_list_id)
    assert {row.sku: row.price for row in records.include("sku")} == {
        row.sku: row.price
        for row in PriceRecord.objects.using(source).filter(price_list_id=1).include("sku")
    }
    (key,) = Coupon.objects.using(target).get(code="ONE").applies_to.ids
    assert sku[key] == two.sku
    promotion = Promotion.objects.using(target).get(name="Some")
    items = promotion.rules[0].action.cart_items.items
    assert [brand[key] for key in items.brands] == [two.brand.name]
    assert [one.code for one in promotion.codes] == ["SOME"]
    team = Page.objects.using(target).get(name="Team")
    assert team.parent.name == "About"
    (redirect,) = Redirect.objects.using(target)
    assert sku[redirect.to.entity_id] == two.sku
    assert [one.html for one in Script.objects.using(target)] == ["<script></script>"]


def test_customers_come_with_what_is_theirs_and_are_sent_no_mail(filled, other_server):
    source, target = filled

    def people(session):
        customers = {item.id: item for item in Customer.objects.using(session)}
        groups = {item.id: item.name for item in CustomerGroup.objects.using(session)} | {0: ""}
        addresses = [
            (customers[one.customer_id].email, one.address1, one.city, one.phone)
            for one in CustomerAddress.objects.using(session)
        ]
        values = [
            (customers[one.customer_id].email, one.attribute.name, one.attribute_value)
            for one in CustomerAttributeValue.objects.using(session)
        ]
        named = [
            (item.email, item.last_name, groups[item.customer_group_id or 0])
            for item in customers.values()
        ]
        return sorted(named), sorted(addresses), sorted(values)

    plan = copy(source, target, ["customers", "price-lists"], channels={2: 1})
    assert any("passwords stay where they are" in note for note in plan.notes)
    other_server.clear_requests()
    assert plan.apply()
    assert people(target) == people(source)
    told = {
        row["trigger_account_created_notification"]
        for one in other_server.requests
        if one.method == "POST" and one.path == "/v3/customers"
        for row in one.body
    }
    assert told == {False}


def test_a_discount_on_what_the_other_store_lacks_stays_where_it_is(filled):
    source, target = filled
    gone = Product(name="Only here", type="physical", price=1, weight=1, sku="ONLY")
    source.add(gone)
    source.commit()
    source.add_all([
        Promotion(name="Both", redemption_type="AUTOMATIC", channels=[{"id": 1}],
                  rules=discount(products=[gone.id, next(iter(Product.objects.using(source))).id])),
        Coupon(name="C", type="percentage_discount", amount=5, code="LACKS",
               applies_to={"entity": "products", "ids": [gone.id]}),
    ])  # fmt: skip
    source.commit()
    plan = copy(source, target, ["coupons", "promotions"])
    told = "\n".join(plan.notes)
    assert "Both: rules: the store has no Product 'sku=ONLY', so that it does not come" in told
    assert "LACKS: applies_to: the store has no Product 'sku=ONLY'" in told
    assert plan.apply()
    assert "Both" not in {item.name for item in Promotion.objects.using(target)}
    assert "LACKS" not in {item.code for item in Coupon.objects.using(target)}
