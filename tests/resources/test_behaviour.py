"""What the declarations' facts do over real HTTP: batches, companions, scopes, actions."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

import bcorm
from bcorm.exceptions import PutRuleViolation, QueryError
from bcorm.model.unit_of_work import current
from bcorm.resources.order_payments import RefundItem, RefundPayment

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def session(emulator):
    opened = bcorm.connect(store_hash="abc", access_token="a-token", api_url=emulator.url)
    with current(opened):
        yield opened
        opened.expunge_all()


def requests_of(session):
    return [(item.method, item.path, item.body) for item in session.plan().requests]


def product_with_variants():
    for product in bcorm.Product.objects.include("variants"):
        if len(list(product.variants)) > 1:
            return product
    raise AssertionError("the sample shop has products with variants")


def test_fields_that_a_batch_does_not_take_go_by_themselves(session):
    """The store-wide variant batch knows no sku (product-variants_catalog.v3.yml)."""
    product = product_with_variants()
    first, second, *_ = product.variants
    first.sku = "NEW-SKU"
    second.price = Decimal(3)
    sent = requests_of(session)
    assert (
        "PUT",
        f"v3/catalog/products/{product.id}/variants/{first.id}",
        {"sku": "NEW-SKU"},
    ) in sent
    session.commit()
    assert bcorm.ProductVariant.objects.filter(sku="NEW-SKU").get().id == first.id


def test_rows_of_a_store_wide_list_are_written_in_batches(session):
    """A variant's metafield does not tell its product, without which its path is unknown."""
    product = product_with_variants()
    variant = next(iter(product.variants))
    made = variant.metafields.create(key="k", namespace="n", value="v", permission_set="app_only")
    key = made.id
    session.expunge_all()
    found = bcorm.VariantMetafield.objects.filter(namespace="n").get()
    assert found.id == key
    found.value = "w"
    [(method, path, body)] = requests_of(session)
    assert (method, path) == ("PUT", "v3/catalog/variants/metafields")
    assert body[0]["id"] == key
    session.commit()
    session.expunge_all()
    assert bcorm.VariantMetafield.objects.filter(namespace="n").get().value == "w"
    # Rows of the store-wide list do not say all that is in their path, and are not asked for it.
    session.expunge_all()
    assert bcorm.VariantMetafield.objects.only("value").get(namespace="n").value == "w"


def test_companions_ride_along(session):
    """A coupon's PUT clears applies_to when it is left out (marketing.v2.yml)."""
    coupon = bcorm.Coupon.objects.create(
        name="Once",
        type="per_total_discount",
        amount=Decimal(5),
        code="ONCE",
        applies_to={"entity": "categories", "ids": [0]},
    )
    coupon.max_uses = 3
    [(_, _, body)] = requests_of(session)
    assert body["applies_to"] == {"entity": "categories", "ids": [0]}
    assert body["max_uses"] == 3
    assert "min_purchase" not in body


def test_new_customers_bring_their_addresses(session):
    address = bcorm.CustomerAddress(
        first_name="A",
        last_name="B",
        address1="1 Road",
        city="C",
        state_or_province="Texas",
        postal_code="1",
        country_code="US",
    )
    customer = bcorm.Customer(email="new@example.com", first_name="A", last_name="B")
    customer.addresses.add(address)
    session.add(customer)
    [(method, path, body)] = requests_of(session)
    assert (method, path) == ("POST", "v3/customers")
    assert "customer_id" not in body[0]["addresses"][0]
    session.commit()
    assert address.customer_id == customer.id


def test_fees_are_loaded_although_the_row_holds_their_address(session):
    order = next(item for item in bcorm.Order.objects.all() if item.list_fees())
    assert [fee.id for fee in order.fees] == [fee.id for fee in order.list_fees()]


def test_fees_that_nobody_has_seen_are_not_replaced(session):
    """Fees that a PUT leaves out are deleted (orders.v2.oas2.yml)."""
    order = bcorm.Order.objects.first()
    order.fees = []
    with pytest.raises(PutRuleViolation, match="fees"):
        session.commit()
    session.rollback()


def test_pairs_are_told_apart_and_deleted_alone(session):
    product = next(item for item in bcorm.Product.objects.all() if len(item.categories) > 1)
    pairs = list(bcorm.ProductCategoryAssignment.objects.filter(product_id__in=[product.id]))
    assert {pair.category_id for pair in pairs} == set(product.categories)
    assert len({id(pair) for pair in pairs}) == len(pairs)
    gone = pairs[0].category_id
    pairs[0].delete()
    left = bcorm.ProductCategoryAssignment.objects.filter(product_id__in=[product.id])
    assert {pair.category_id for pair in left} == set(product.categories) - {gone}


def test_a_channels_settings_are_written_whole_and_to_the_channel(session):
    row = {"store_name": "A", "store_phone": "1"}
    [profile] = session.materialize(bcorm.StoreProfile, [row], {"channel_id": 2}, None)
    [other] = session.materialize(bcorm.StoreProfile, [dict(row)], {}, None)
    assert profile is not other
    profile.store_name = "B"
    [request] = session.plan().requests
    assert request.url == "v3/settings/store/profile?channel_id=2"
    assert request.body == {"store_name": "B", "store_phone": "1"}


def test_pictures_are_uploaded(session, emulator):
    brand = bcorm.Brand.objects.first()
    address = brand.upload_image(PNG, "logo.png")
    brand.refresh()
    assert brand.image_url == address
    brand.delete_image()
    product = bcorm.Product.objects.first()
    image = bcorm.ProductImage.upload(product, PNG, "front.png")
    assert image.product_id == product.id
    assert image.id in {
        item.id for item in bcorm.ProductImage.objects.filter(product_id=product.id)
    }


def test_refunds_follow_their_quote(session):
    order = bcorm.Order.objects.first()
    item = RefundItem(item_type="ORDER", item_id=order.id, amount=Decimal(1))
    quote = order.refund_quote([item])
    assert quote.total_refund_amount == Decimal(1)
    method = quote.refund_methods[0][0]
    payment = RefundPayment(provider_id=method.provider_id, amount=method.amount, offline=False)
    refund = order.refunds.create(items=[item], payments=[payment])
    assert [found.id for found in bcorm.OrderRefund.objects.filter(order_id__in=[order.id])] == [
        refund.id
    ]


def test_passwords_are_checked(session):
    assert not bcorm.Customer.validate_credentials("nobody@example.com", "wrong").is_valid


def test_deleting_brands_wants_a_filter(session):
    with pytest.raises(QueryError, match="all"):
        bcorm.Brand.delete_matching()


def test_an_attribute_value_is_written_under_another_name(session):
    attribute = bcorm.CustomerAttribute.objects.create(name="Shoe size", type="number")
    customer = bcorm.Customer.objects.first()
    value = bcorm.CustomerAttributeValue.objects.create(
        attribute_id=attribute.id, customer_id=customer.id, value="42"
    )
    assert value.attribute_value == "42"
    value.value = "43"
    session.commit()
    assert value.attribute_value == "43"
    assert json.dumps(value.raw, default=str)


def test_values_that_the_api_adds_to_others(session, emulator):
    """Tax properties are merged (tax_properties.v3.yml): only what differs is sent."""
    product = bcorm.Product.objects.first()
    for code in ("hazard", "origin"):
        bcorm.TaxProperty.objects.create(code=code, display_name=code, type="PRODUCT")
    held = bcorm.ProductTaxProperties.objects.create(
        product_id=product.id, tax_properties={"hazard": "A", "origin": "X"}
    )
    held.tax_properties["hazard"] = "B"
    ((_, _, body),) = requests_of(session)
    assert body == [{"product_id": product.id, "tax_properties": {"hazard": "B"}}]
    session.commit()
    (shown,) = emulator.documents("v3/tax/products/properties")
    assert shown["tax_properties"] == {"hazard": "B", "origin": "X"}
    # What is taken out would stay in the store, and nobody would be told.
    del held.tax_properties["origin"]
    emulator.clear_requests()
    with pytest.raises(PutRuleViolation, match="origin cannot be taken out of tax_properties"):
        session.commit()
    assert emulator.requests == []
    held.tax_properties["origin"] = "X"
    assert session.dirty == []
