"""What our own writes change elsewhere on the server is not taken for known."""

from __future__ import annotations

import importlib
import pkgutil
from decimal import Decimal

import pytest

import bcorm
import bcorm.resources
from bcorm import (
    Brand,
    Category,
    Customer,
    CustomerGroup,
    Order,
    OrderProduct,
    PriceList,
    Product,
    ProductImage,
    ProductVariant,
)
from bcorm.http.cache import Cache, region_of, stale_after
from bcorm.http.effects import ON_ROWS, Grade
from bcorm.model.mapper import mapper_for
from bcorm.model.resource import Resource

PNG = b"\x89PNG\r\n\x1a\n" + bytes(32)
ADDRESS = {
    "first_name": "A",
    "last_name": "B",
    "street_1": "1 Road",
    "city": "Austin",
    "state": "Texas",
    "zip": "78701",
    "country": "United States",
    "country_iso2": "US",
    "email": "a@example.com",
}


def models():
    for module in pkgutil.walk_packages(bcorm.resources.__path__, "bcorm.resources."):
        importlib.import_module(module.name)
    waiting, found = [Resource], []
    while waiting:
        for model in waiting.pop().__subclasses__():
            waiting.append(model)
            if hasattr(model, "endpoint") and model.__module__.startswith("bcorm.resources"):
                found.append(model)
    return found


@pytest.mark.parametrize("effect", ON_ROWS, ids=lambda effect: f"{effect.wrote} {effect.rows}")
def test_each_effect_names_rows_and_fields_that_there_are(effect):
    held = [model for model in models() if model.endpoint.path == effect.collection]
    assert held, effect.collection
    fields, relations = mapper_for(held[0]).wires, held[0].relations
    assert {*effect.names, *effect.same} <= {*fields, *relations}
    assert effect.source
    if effect.by:
        assert effect.by[0] in {*fields, *relations}
    if effect.grade is not Grade.LATE and effect.names:
        assert effect.methods & {"POST", "PUT", "DELETE"}


@pytest.mark.parametrize("effect", ON_ROWS, ids=lambda effect: f"{effect.wrote} {effect.rows}")
def test_the_cache_drops_the_reads_of_what_is_stale(effect):
    path = effect.path.replace("{", "").replace("}", "").removesuffix("/*")
    stale = stale_after(path)
    region = region_of(effect.collection.replace("{", "").replace("}", ""))
    assert region in stale or "/".join(region.split("/")[:2]) in stale


def chair(**values):
    facts = {"name": "Chair", "type": "physical", "weight": Decimal(1), "price": Decimal(5)}
    return Product(**{**facts, **values})


@pytest.fixture
def product(empty_session):
    item = chair(sku="CHAIR", inventory_tracking="product", inventory_level=10)
    empty_session.add(item)
    empty_session.commit()
    return item


@pytest.fixture
def order(empty_session, product):
    item = Order(status_id=11, customer_id=0, billing_address=ADDRESS)
    item.products.add(OrderProduct(product_id=product.id, quantity=2))
    empty_session.add(item)
    empty_session.commit()
    empty_session.refresh(item)
    return item


def coloured(product):
    option = product.options.new(display_name="Colour", type="dropdown")
    option.option_values.new(label="Red", sort_order=0)
    product.session.commit()


def ship(order):
    (line,) = order.products
    (place,) = order.shipping_addresses
    return order.shipments.create(
        order_address_id=place.id, items=[{"order_product_id": line.id, "quantity": 2}]
    )


def fresh(session, item, name, **parents):
    """What the store holds."""
    with session.client.session() as other:
        return getattr(other.get(type(item), item.pk, **parents), name)


def test_the_status_that_shipping_changed_can_be_set_back(empty_session, order):
    ship(order)
    assert fresh(empty_session, order, "status_id") == 2
    order.status_id = 11
    empty_session.commit()
    assert fresh(empty_session, order, "status_id") == 11


def test_the_status_that_shipping_changed_is_read_when_it_is_looked_at(empty_session, order):
    (line,) = order.products
    assert order.status_id == 11
    ship(order)
    before = empty_session.stats.requests
    assert order.status_id == 2
    assert order.status == "Shipped"
    assert empty_session.stats.requests == before + 1
    assert line.quantity_shipped == 2


def test_a_strict_session_still_shows_what_it_knew(empty_session, order):
    key = order.id
    with empty_session.client.session(strict=True) as strict:
        known = strict.get(Order, key)
        lines = OrderProduct.objects.filter(order_id=key)
        places = bcorm.OrderShippingAddress.objects.filter(order_id=key)
        known.shipments.create(
            order_address_id=places[0].id,
            items=[{"order_product_id": lines[0].id, "quantity": 2}],
        )
        assert known.status_id == 11
        known.status_id = 11
        assert len(strict.commit().saved) == 1
    assert fresh(empty_session, order, "status_id") == 11


def test_orders_that_nothing_was_shipped_of_stay_known(empty_session, order):
    other = Order(status_id=11, customer_id=0, billing_address=ADDRESS)
    other.products.add(OrderProduct(name="Gift", quantity=1, price_ex_tax=1, price_inc_tax=1))
    empty_session.add(other)
    empty_session.commit()
    empty_session.refresh(other)
    ship(order)
    before = empty_session.stats.requests
    assert other.status_id == 11
    assert empty_session.stats.requests == before


def test_what_a_refund_changed_is_read_when_it_is_looked_at(empty_session, order):
    (line,) = order.products
    assert line.quantity_refunded == 0
    item = {"item_type": "PRODUCT", "item_id": line.id, "quantity": 1}
    quote = order.refund_quote([item])
    payment = quote.refund_methods[0][0]
    order.refunds.create(
        items=[item],
        payments=[{"provider_id": payment.provider_id, "amount": payment.amount, "offline": True}],
    )
    assert line.quantity_refunded == fresh(
        empty_session, line, "quantity_refunded", order_id=order.id
    )
    assert order.status_id == fresh(empty_session, order, "status_id")


@pytest.mark.parametrize("way", ["now", "with the commit"])
def test_a_level_that_was_adjusted_can_be_set_to_what_it_was(empty_session, product, way):
    assert product.inventory_level == 10
    if way == "now":
        product.adjust_inventory(-3)
    else:
        product.stock -= 3
        empty_session.commit()
    product.inventory_level = 10
    assert len(empty_session.commit().saved) == 1
    assert fresh(empty_session, product, "inventory_level") == 10


def test_a_level_has_a_base_again_once_the_adjustment_shows(empty_session, product):
    product.adjust_inventory(-3)
    empty_session.refresh(product)
    assert product.inventory_level == 7
    product.inventory_level = 7
    assert len(empty_session.plan()) == 0


def test_a_variants_level_that_was_adjusted_can_be_set_to_what_it_was(empty_session, product):
    product.inventory_tracking = "variant"
    coloured(product)
    variant = product.variants.create(
        sku="RED",
        inventory_level=5,
        option_values=[{"option_display_name": "Colour", "label": "Red"}],
    )
    empty_session.commit()
    empty_session.refresh(variant)
    variant.adjust_inventory(-2)
    variant.inventory_level = 5
    empty_session.commit()
    assert fresh(empty_session, variant, "inventory_level", product_id=product.id) == 5


def test_a_thumbnail_can_be_made_one_again(empty_session, product):
    old = product.images.create(image_url="https://example.com/a.jpg", is_thumbnail=True)
    new = product.images.create(image_url="https://example.com/b.jpg")
    new.is_thumbnail = True
    empty_session.commit()
    assert not old.is_thumbnail
    assert product.primary_image is new
    old.is_thumbnail = True
    assert len(empty_session.commit().saved) == 1
    assert fresh(empty_session, old, "is_thumbnail", product_id=product.id)
    assert not new.is_thumbnail
    assert product.primary_image is old


def test_a_deleted_primary_image_is_none_any_more(empty_session, product):
    only = product.images.create(image_url="https://example.com/a.jpg", is_thumbnail=True)
    assert product.primary_image is only
    only.delete()
    assert product.primary_image is None


def test_a_base_variant_shows_its_products_sku(empty_session, product):
    (base,) = product.variants
    product.sku = "STOOL"
    empty_session.commit()
    assert base.sku == "STOOL"


def test_a_simple_product_shows_its_base_variants_sku(empty_session, product):
    (base,) = product.variants
    base.sku = "STOOL"
    empty_session.commit()
    assert product.sku == fresh(empty_session, product, "sku")


def test_the_first_variant_with_options_takes_the_place_of_the_base_variant(empty_session, product):
    (base,) = product.variants
    coloured(product)
    made = product.variants.create(
        sku="RED", option_values=[{"option_display_name": "Colour", "label": "Red"}]
    )
    assert [item.sku for item in product.variants] == ["RED"]
    assert base not in list(product.variants)
    made.price = Decimal(9)
    empty_session.commit()
    assert fresh(empty_session, made, "price", product_id=product.id) == 9


def test_products_of_a_deleted_brand_have_none(empty_session, product):
    brand = Brand.objects.create(name="Oak & Co")
    product.brand = brand
    empty_session.commit()
    brand.delete()
    assert product.brand is None
    assert product.brand_id == 0


@pytest.mark.parametrize("together", [False, True])
def test_products_of_a_deleted_category_are_not_in_it(empty_session, product, together):
    first = Category.objects.create(name="One", parent_id=0)
    second = Category.objects.create(name="Two", parent_id=0)
    third = Category.objects.create(name="Three", parent_id=0)
    product.categories = [first.id, second.id, third.id]
    empty_session.commit()
    assert len(product.category_set) == 3
    empty_session.delete(first)
    if together:
        empty_session.delete(third)
    empty_session.commit()
    left = [second.id] if together else [second.id, third.id]
    assert product.categories == left
    assert [item.id for item in product.category_set] == left


def test_customers_of_a_deleted_group_are_in_none(empty_session):
    group = CustomerGroup.objects.create(name="Friends")
    person = Customer.objects.create(
        first_name="A", last_name="B", email="a@example.com", customer_group_id=group.id
    )
    key = group.id
    group.delete()
    person.customer_group_id = key
    assert len(empty_session.plan()) == 1
    empty_session.rollback()
    assert person.customer_group_id in {0, None}


def test_an_uploaded_image_is_among_the_others(empty_session, product):
    assert list(product.images) == []
    first = ProductImage.upload(product, PNG, "a.png")
    assert list(product.images) == [first]
    second = ProductImage.upload(product, PNG, "b.png")
    assert list(product.images) == [first, second]


def test_an_image_that_was_uploaded_after_its_products_creation_is_there_at_first_touch(
    empty_session,
):
    product = chair()
    empty_session.add(product)
    empty_session.commit()
    ProductImage.upload(product, PNG, "a.png")
    assert len(product.images) == 1


def test_records_that_were_upserted_are_among_the_others(empty_session, product):
    prices = PriceList.objects.create(name="Friends")
    assert list(prices.records) == []
    (variant,) = product.variants
    record = {
        "price_list_id": prices.id, "variant_id": variant.id, "currency": "usd",
        "price": Decimal(4),
    }  # fmt: skip
    PriceList.upsert_records([record])
    assert [item.price for item in prices.records] == [4]
    prices.delete_records(variant_ids=[variant.id])
    assert list(prices.records) == []


def test_assignments_that_were_put_are_seen_at_the_product(empty_session, product):
    category = Category.objects.create(name="One", parent_id=0)
    product.categories = []
    empty_session.commit()
    assert product.categories == []
    bcorm.ProductCategoryAssignment.objects.create(product_id=product.id, category_id=category.id)
    assert product.categories == [category.id]


def test_one_currency_is_the_default(empty_session):
    first = next(item for item in bcorm.Currency.objects.all() if item.is_default)
    second = bcorm.Currency.objects.create(
        name="Pound", currency_code="GBP", currency_exchange_rate=Decimal("0.8"), enabled=True,
        token="£", token_location="left", decimal_token=".", thousands_token=",",
        decimal_places=2, auto_update=False,
    )  # fmt: skip
    second.is_default = True
    empty_session.commit()
    assert first.is_default == fresh(empty_session, first, "is_default")


def test_a_refused_write_makes_nothing_stale(empty_session, order):
    before = empty_session.stats.requests
    with pytest.raises(bcorm.CommitError):
        order.shipments.create(order_address_id=99999, items=[])
    sent = empty_session.stats.requests - before
    assert order.status_id == 11
    assert empty_session.stats.requests == before + sent


def test_stale_fields_of_many_are_read_at_once(empty_session):
    brand = Brand.objects.create(name="Oak & Co")
    items = [chair(name=f"Chair {number}", brand_id=brand.id) for number in range(20)]
    empty_session.add_all(items)
    empty_session.commit()
    items = list(Product.objects.all())
    empty_session.get(Brand, brand.id).delete()
    before = empty_session.stats.requests
    assert {item.brand_id for item in items} == {0}
    assert empty_session.stats.requests == before + 1


def test_cached_reads_are_dropped_with_held_fields(empty_emulator):
    session = bcorm.connect("testing", "not-a-secret", api_url=empty_emulator.url, cache=Cache())
    brand = Brand.objects.create(name="Oak & Co")
    item = chair(brand_id=brand.id)
    session.add(item)
    session.commit()
    session.refresh(item)
    list(ProductVariant.objects.filter(product_id=item.id))
    brand.delete()
    assert item.brand_id == 0
    session.client.close()


def test_many_assignments_go_in_few_requests(empty_session, product):
    categories = [Category(name=f"Category {number}", parent_id=0) for number in range(60)]
    Category.objects.bulk_create(categories)
    empty_session.add_all(
        bcorm.ProductCategoryAssignment(product_id=product.id, category_id=item.id)
        for item in categories
    )
    plan = empty_session.plan()
    assert [(len(request.objects), dict(request.params)) for request in plan] == [
        (50, {}),
        (10, {}),
    ]
    empty_session.commit()
    assert len(fresh(empty_session, product, "categories")) == 60


def of_a_variant(session):
    variant = next(one for one in ProductVariant.objects.all() if one.price is not None)
    variant.price = Decimal(str(variant.price))
    variant.product.price += 1
    return variant, "price", Decimal(5)


def of_an_image(session):
    product = Product.objects.include("images").get(77)
    old, new = product.images[0], product.images.create(image_url="https://example.com/b.jpg")
    old.is_thumbnail = bool(old.is_thumbnail)
    new.is_thumbnail = True
    return old, "description", "another's"


def of_a_simple_product(session):
    product = next(
        row for row in Product.objects.include("variants") if len(row.variants) == 1 and row.sku
    )
    product.price, product.weight = product.price, product.weight
    product.variants[0].weight = product.weight + 1
    return product, "price", Decimal(5)


@pytest.mark.parametrize("change", [of_a_variant, of_an_image, of_a_simple_product])
def test_an_equal_value_is_no_change__also_when_a_commit_makes_it_stale(session, change):
    """An ERP assigns what is there already: somebody else's later change must not be undone."""
    item, name, value = change(session)
    assert not session.commit().failed
    assert session.dirty == []
    assert not session.plan()
    parents = dict(item._state.parents)
    with session.client.session() as other:
        theirs = other.get(type(item), item.pk, **parents)
        setattr(theirs, name, value)
        other.commit()
    Product.objects.get(77).description = "mine"
    session.commit()
    assert fresh(session, item, name, **parents) == value


def test_an_equal_value_does_not_keep_a_field_from_being_loaded_anew(session):
    product = Product.objects.get(77)
    product.price = Decimal(str(product.price))
    with session.client.session() as other:
        other.get(Product, 77).price = Decimal(5)
        other.commit()
    session.expire_all()
    assert product.price == 5
    product.price = Decimal(6)
    session.expire_all()  # a change stays
    assert product.price == 6
