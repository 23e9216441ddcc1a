"""Relations from the other side: a customer's orders, a brand's products, a line's product."""

from __future__ import annotations

from decimal import Decimal

from bcorm import Brand, Category, Customer, CustomerGroup, Order, PriceList, Product


def test_products_of_a_brand(session, sent):
    brand = Brand.objects.first()
    expected = [row.id for row in Product.objects.filter(brand_id=brand.id)]
    sent()
    assert [row.id for row in brand.products] == expected != []
    assert sent() == ["/v3/catalog/products"]
    assert brand.products.filter(is_visible=True).count() <= len(expected)


def test_products_of_categories__cost_a_request_each_at_most(session, sent):
    categories = list(Category.objects.all())
    sent()
    found = {row.id: sorted(item.id for item in row.products) for row in categories}
    number = len(sent())
    expected = {row.id: [] for row in categories}
    for product in Product.objects.all():
        for key in product.categories:
            expected.setdefault(key, []).append(product.id)
    assert found == {key: sorted(expected[key]) for key in found}
    assert number == len(categories)


def test_product_joins_a_category(session):
    category = Category.objects.first()
    product = Product(name="New", type="physical", weight=1, price=Decimal(3))
    category.products.add(product)
    session.commit()
    session.expunge_all()
    assert category.id in Product.objects.get(product.id).categories


def test_orders_and_group_of_a_customer(session, sent):
    order = Order.objects.filter(customer_id__gt=0).scan().first()
    customer = order.customer
    expected = [row.id for row in Order.objects.filter(customer_id=customer.id)]
    sent()
    assert [row.id for row in customer.orders] == expected
    assert sent() == ["/v2/orders"]
    assert customer.orders.filter(status_id=order.status_id).exists()


def test_groups__are_loaded_together(session, sent):
    group = CustomerGroup.objects.create(name="Friends")
    customers = list(Customer.objects.all()[:3])
    for customer in customers:
        customer.group = group
    session.commit()
    session.expunge_all()
    sent()
    found = [row.group for row in Customer.objects.filter(id__in=[one.id for one in customers])]
    assert [one.name for one in found] == ["Friends"] * 3
    assert len(sent()) == 2
    assert Customer.objects.filter(group=group.id).count() == 3


def test_products_and_variants_of_lines__are_loaded_together(session, sent):
    lines = [line for order in Order.objects.all()[:10] for line in order.products]
    sent()
    for line in lines:
        assert not line.product_id or line.product is None or line.product.id == line.product_id
    assert len(set(sent())) == 1
    for line in lines:
        if line.variant_id and line.variant is not None:
            assert line.variant.product_id == line.product_id


def test_variants_of_price_records__are_loaded_together(session, sent):
    prices = PriceList.objects.create(name="Friends")
    variants = [product.variants[0] for product in Product.objects.include("variants")[:5]]
    prices.upsert_records(
        [
            {
                "price_list_id": prices.id,
                "variant_id": variant.id,
                "currency": "usd",
                "price": Decimal(4),
            }
            for variant in variants
        ]
    )
    session.expunge_all()
    records = list(PriceList.objects.get(prices.id).records)
    sent()
    assert {record.variant.id for record in records} == {variant.id for variant in variants}
    assert {record.product.id for record in records} == {item.product_id for item in variants}
    assert len(sent()) == 2
