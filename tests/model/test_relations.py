"""Relations: what is touched on one object is loaded for all that came with it."""

from __future__ import annotations

import gc
import pickle
from decimal import Decimal

import pytest

import bcorm
from bcorm import (
    Brand,
    Category,
    Customer,
    CustomerAddress,
    Order,
    Product,
    ProductCustomField,
    ProductImage,
    ProductOption,
    ProductVariant,
)
from bcorm.emulator import Emulator
from bcorm.exceptions import (
    DetachedError,
    InvalidValue,
    LazyLoadRefused,
    QueryError,
    StateError,
    UnsupportedLookup,
)


@pytest.fixture
def asked(emulator, session):
    """How many requests were sent since it was last asked; and what they were."""

    class Asked:
        def __call__(self):
            count = len(emulator.requests)
            self.last = [(item.method, item.path, dict(item.query)) for item in emulator.requests]
            emulator.clear_requests()
            return count

    return Asked()


def test_brand__of_a_whole_result_is_one_request(asked):
    products = list(Product.objects.all())
    assert asked() == 1
    brands = [product.brand for product in products]
    assert asked() == 1
    assert [brand.id if brand else 0 for brand in brands] == [p.brand_id for p in products]
    assert len({id(brand) for brand in brands if brand}) == len(
        {p.brand_id for p in products} - {0}
    )
    assert asked() == 0


def test_brand__of_250_products(empty_emulator, empty_session):
    empty_emulator.generate_products(250)
    keys = [
        empty_emulator.put_document("v3/catalog/brands", {"name": f"Brand {number}"})["id"]
        for number in range(250)
    ]
    products = list(Product.objects.all())
    for product, key in zip(products, keys, strict=True):
        empty_emulator.put_document("v3/catalog/products", {"id": product.id, "brand_id": key})
    empty_session.expunge_all()
    empty_emulator.clear_requests()
    for product, key in zip(Product.objects.all(), keys, strict=True):
        assert product.brand.id == key
    assert len(empty_emulator.requests) == 2


@pytest.mark.parametrize(
    ("relation", "requests"),
    [("images", 1), ("variants", 1), ("custom_fields", 1), ("videos", 1), ("reviews", 1)],
)
def test_children__of_a_whole_result_are_as_few_as_include_allows(asked, relation, requests):
    products = list(Product.objects.all())
    asked()
    found = {product.id: [item.id for item in getattr(product, relation)] for product in products}
    assert asked() == requests
    assert any(found.values())
    for product in products[:3]:
        model = getattr(Product, relation).target
        alone = model.objects.filter(product_id=product.id)
        assert sorted(item.id for item in alone) == sorted(found[product.id])


def test_options__come_ten_at_a_time(asked):
    products = list(Product.objects.all())
    asked()
    found = {product.id: [item.id for item in product.options] for product in products}
    assert asked() == 22
    assert any(found.values())


def test_includes__touched_on_the_first_page_come_along_with_the_next(
    empty_emulator, empty_session
):
    empty_emulator.generate_products(1000)
    seen = sum(len(product.variants) for product in Product.objects.all())
    assert seen == 1000
    assert len(empty_emulator.requests) == 4 + 1


def test_included_rows_need_no_request(asked):
    product = Product.objects.include("images", "variants").get(id=77)
    asked()
    images = list(product.images)
    assert list(product.images.filter(is_thumbnail=True)) == [
        item for item in images if item.is_thumbnail
    ]
    assert product.images.count() == len(images) > 0
    assert product.images.order_by("-sort_order").first() is not None
    assert list(product.images) == images
    assert len(product.variants) > 0
    assert asked() <= 1


def test_filter_on_a_relation__of_options_is_loaded_for_all(asked):
    products = list(Product.objects.all()[:10])
    asked()
    for product in products:
        for option in product.options.filter(type="swatch"):
            assert option.type == "swatch"
    assert asked() == 1


def test_forward__one_object_is_loaded_by_its_address(asked):
    product = Product.objects.exclude(brand_id=0).scan().first()
    asked()
    assert product.brand.id == product.brand_id
    assert asked() == 1
    assert Brand.objects.get(id=product.brand_id) is product.brand


def test_forward__nothing_where_there_is_no_key(asked):
    product = Product.objects.filter(brand_id=0).first()
    asked()
    assert product.brand is None
    assert asked() == 0


def test_reverse__the_parent_of_a_child_is_the_object_that_is_held(asked):
    product = Product.objects.include("images").get(id=77)
    asked()
    assert product.images[0].product is product
    assert asked() == 0


def test_reverse__parents_of_a_list_are_loaded_at_once(asked):
    variants = list(ProductVariant.objects.filter(product_id__in=[77, 80, 83]))
    assert asked() == 1
    assert {variant.product.id for variant in variants} == {77, 80, 83}
    assert asked() == 1


def test_foreign_keys_in_filters(asked):
    brand = Brand.objects.first()
    found = list(Product.objects.filter(brand=brand))
    assert found
    assert all(product.brand_id == brand.id for product in found)
    both = list(Product.objects.filter(brand__in=[brand, 2]))
    assert {product.brand_id for product in both} == {brand.id, 2}
    nobody = list(Product.objects.filter(brand=None).scan())
    assert nobody
    assert all(product.brand_id == 0 for product in nobody)
    assert len(list(Product.objects.filter(brand__isnull=False).scan())) == 220 - len(nobody)
    assert len(list(Product.objects.exclude(brand=brand).scan())) == 220 - len(found)


def test_joins_are_refused_with_the_way_out():
    with pytest.raises(UnsupportedLookup, match=r"brand__in=Brand\.objects\.filter\(name="):
        Product.objects.filter(brand__name=None)
    with pytest.raises(UnsupportedLookup, match=r"include\('images'\)"):
        Product.objects.filter(images=3)


def test_ids__are_loaded_for_all_at_once_and_in_their_order(asked):
    products = list(Product.objects.all()[:50])
    asked()
    for product in products:
        assert [category.id for category in product.category_set] == product.categories
    assert asked() == 1


def test_ids__adding_and_removing_change_the_list_of_keys(emulator, session):
    product = Product.objects.get(id=77)
    first, second = product.category_set
    other = Category.objects.exclude(id__in=product.categories).first()
    product.category_set.add(other)
    product.category_set.remove(first)
    assert product.categories == [second.id, other.id]
    assert list(product.category_set) == [second, other]
    session.commit()
    assert emulator.requests[-1].body == {"categories": [second.id, other.id]}
    assert list(product.category_set) == [second, other]


def test_ids__rollback_restores_them(session):
    product = Product.objects.get(id=77)
    before = list(product.category_set)
    other = Category.objects.exclude(id__in=product.categories).first()
    product.category_set.add(other)
    product.category_set.remove(before[0])
    session.rollback()
    assert list(product.category_set) == before


def test_flat__addresses_of_many_customers_at_once(asked, emulator):
    customers = list(Customer.objects.all())
    asked()
    found = {customer.id: {item.id for item in customer.addresses} for customer in customers}
    assert asked() == 1
    stored = {}
    for item in emulator.documents("v3/customers/addresses"):
        stored.setdefault(item["customer_id"], set()).add(item["id"])
    assert {key: ids for key, ids in found.items() if ids} == stored


def test_flat__forward_and_back(asked):
    address = CustomerAddress.objects.first()
    assert address.customer.id == address.customer_id
    assert any(item is address for item in address.customer.addresses)


def test_flat__create_add_and_delete(emulator, session):
    customer = Customer.objects.filter(id=1).first()
    before = len(customer.addresses)
    values = {
        "first_name": "A", "last_name": "B", "address1": "9 Elm", "city": "Austin",
        "state_or_province": "Texas", "postal_code": "78701", "country_code": "US",
    }  # fmt: skip
    address = customer.addresses.create(**values)
    assert address.customer_id == 1
    assert len(customer.addresses) == before + 1
    address.delete()
    assert len(customer.addresses) == before


def test_orders__parts_are_below_their_order(asked):
    order = Order.objects.first()
    lines = list(order.products)
    assert lines
    assert all(line.order_id == order.id for line in lines)
    assert order.customer is None or order.customer.id == order.customer_id
    assert order.order_status.id == order.status_id


def test_orders__parts_of_many_are_read_a_few_ahead(asked):
    orders = list(Order.objects.all()[:40])
    asked()
    addresses = [len(order.shipping_addresses) for order in orders]
    assert max(addresses) >= 1
    assert asked() == 40


def test_create_below_a_parent(emulator, session):
    product = Product.objects.get(id=77)
    before = len(product.custom_fields)
    field = product.custom_fields.create(name="Wood", value="Oak")
    assert field.id
    assert field.product is product
    assert len(product.custom_fields) == before + 1
    assert any(item is field for item in product.custom_fields)


def test_get_or_create_and_update_or_create_below_a_parent(emulator, session):
    product = Product.objects.get(id=77)
    field, created = product.custom_fields.get_or_create(name="Wood", defaults={"value": "Oak"})
    assert created
    again, created = product.custom_fields.get_or_create(name="Wood", defaults={"value": "Elm"})
    assert (again, created, field.value) == (field, False, "Oak")
    emulator.clear_requests()
    product.custom_fields.update_or_create(name="Wood", defaults={"value": "Elm"})
    product.custom_fields.update_or_create(name="Wood", defaults={"value": "Elm"})
    assert [item.body for item in emulator.requests if item.method != "GET"] == [{"value": "Elm"}]


def test_update_and_delete_below_a_parent(emulator, session):
    product = next(item for item in Product.objects.include("images") if len(item.images) > 1)
    path = f"v3/catalog/products/{product.id}/images"
    changed = product.images.update(description="Seen from the left")
    assert changed == len(emulator.documents(path))
    assert {item["description"] for item in emulator.documents(path)} == {"Seen from the left"}
    kept = product.images[0]
    product.images.exclude(id=kept.id).delete()
    assert [item["id"] for item in emulator.documents(path)] == [kept.id]
    assert list(product.images) == [kept]
    product.images.all().delete()
    assert emulator.documents(path) == []
    assert list(product.images) == []


def test_variants__are_updated_in_batches_of_fifty(emulator, session):
    variants = list(ProductVariant.objects.all()[:120])
    emulator.clear_requests()
    for variant in variants:
        variant.bin_picking_number = "A1"
    session.commit()
    writes = [item for item in emulator.requests if item.method != "GET"]
    assert [(item.path, len(item.body)) for item in writes] == [
        ("/v3/catalog/variants", 50),
        ("/v3/catalog/variants", 50),
        ("/v3/catalog/variants", 20),
    ]


def test_variants__fields_that_the_batch_does_not_take_go_alone(emulator, session):
    first, second, third = ProductVariant.objects.all()[:3]
    first.sku = "ALONE"
    second.bin_picking_number = third.bin_picking_number = "A1"
    session.commit()
    writes = [item.path for item in emulator.requests if item.method != "GET"]
    assert sorted(writes) == sorted(
        [f"/v3/catalog/products/{first.product_id}/variants/{first.id}", "/v3/catalog/variants"]
    )
    stored = emulator.documents(f"v3/catalog/products/{first.product_id}/variants")
    assert {item["sku"] for item in stored if item["id"] == first.id} == {"ALONE"}


def test_assignment__of_a_saved_object(emulator, session):
    product = Product.objects.get(id=77)
    brand = Brand.objects.get(id=3)
    product.brand = brand
    assert product.brand_id == 3
    session.commit()
    assert emulator.requests[-1].body == {"brand_id": 3}
    product.brand = None
    session.commit()
    assert emulator.requests[-1].body == {"brand_id": 0}
    assert product.brand is None


def test_assignment__the_key_wins_when_it_is_set_later(session):
    product = Product.objects.get(id=77)
    product.brand = Brand(name="New")
    product.brand_id = 3
    assert product.brand.id == 3


def test_assignment__of_another_class_is_refused(session):
    product = Product.objects.get(id=77)
    with pytest.raises(InvalidValue, match="a Brand or None"):
        product.brand = product
    with pytest.raises(InvalidValue, match="a ProductImage"):
        product.images.add(Brand(name="x"))
    with pytest.raises(AttributeError, match=r"use \.images\.set"):
        product.images = []


def test_children_cannot_move(session):
    one, two = Product.objects.include("images").filter(id__in=[77, 80])
    image = (one.images or two.images)[0]
    with pytest.raises(StateError, match="cannot move"):
        two.images.add(image)
    with pytest.raises(StateError, match="cannot move"):
        image.product = two


def test_rollback_takes_new_children_back(session):
    product = Product.objects.get(id=77)
    before = list(product.custom_fields)
    child = product.custom_fields.new(name="Wood", value="Oak")
    assert list(product.custom_fields) == [*before, child]
    session.rollback()
    assert list(product.custom_fields) == before


def test_a_child_that_was_refused_can_be_taken_back(session):
    from bcorm import CommitError

    product = Product.objects.include("variants").get(id=77)
    taken = ProductVariant.objects.filter(product_id=80).first().sku
    before = list(product.variants)
    with pytest.raises(CommitError):
        product.variants.create(sku=taken, option_values=[])
    assert list(product.variants) == before
    assert session.new == []


def test_strict__a_relation_that_was_not_loaded_is_refused(emulator, session):
    with session.client.session(strict=True) as strict:
        product = Product.objects.exclude(brand_id=0).scan().first()
        with pytest.raises(LazyLoadRefused, match="brand"):
            _ = product.brand
        held = Brand.objects.get(id=product.brand_id)
        assert product.brand is held
        assert strict.stats.requests == 2


def test_detached__a_relation_cannot_be_loaded():
    product = pickle.loads(pickle.dumps(Product(name="x")))
    assert product.brand is None
    assert list(product.images) == []


def test_detached__a_saved_object_says_so(session):
    product = Product.objects.exclude(brand_id=0).scan().first()
    session.expunge(product)
    with pytest.raises(DetachedError, match=r"session\.add"):
        _ = product.brand
    with pytest.raises(DetachedError):
        list(product.images)


def test_subresources_of_no_parent_are_refused(session):
    with pytest.raises(QueryError, match="live under product_id"):
        list(ProductImage.objects.all())


def test_subresources_of_several_parents(asked, emulator):
    found = list(ProductImage.objects.filter(product_id__in=[77, 80]))
    expected = {
        item["id"]
        for key in (77, 80)
        for item in emulator.documents(f"v3/catalog/products/{key}/images")
    }
    assert {item.id for item in found} == expected
    assert asked() == 2
    assert {item.product_id for item in found} <= {77, 80}
    assert all(item.product.id == item.product_id for item in found)
    assert asked() == 1


def test_relation_of_an_unsaved_parent_holds_what_was_added():
    product = Product(name="New", images=[ProductImage(image_url="https://example.com/a.jpg")])
    assert len(product.images) == 1
    assert product.images[0].product is product
    assert product.custom_fields.count() == 0
    product.custom_fields.add(ProductCustomField(name="a", value="b"))
    assert [item.name for item in product.custom_fields.filter(name="a")] == ["a"]
    assert list(product.custom_fields.filter(name="b")) == []


def test_siblings_do_not_keep_each_other_alive(session):
    import weakref

    products = list(Product.objects.all())
    kept = products[0]
    other = weakref.ref(products[1])
    del products
    gc.collect()
    assert other() is None
    assert kept.brand is None or kept.brand.id


def test_none_of_a_relation_is_nothing(asked):
    product = Product.objects.include("images").get(id=77)
    asked()
    assert list(product.images.none()) == []
    assert product.images.none().count() == 0
    assert asked() == 0


def test_relation_on_the_class_is_the_relation():
    assert Product.options.target is ProductOption
    assert repr(Product.brand) == "<one Product.brand>"


def test_changed_price_of_a_child(emulator, session):
    variant = Product.objects.get(id=77).variants[0]
    variant.price = Decimal("3.25")
    variant.save()
    stored = emulator.documents("v3/catalog/products/77/variants")
    assert next(item["price"] for item in stored if item["id"] == variant.id) == 3.25


def test_objects_stand_for_their_keys_in_a_list_of_keys(session, emulator):
    saved, later = Category.objects.get(name="Bath"), Category(name="Pots", parent_id=0)
    product = Product(
        name="Kettle", type="physical", weight=1, price=3, categories=[saved, 2, later]
    )
    session.add(product)
    assert list(product.category_set) == [saved, Category.objects.get(2), later]
    assert len(session.commit().saved) == 2
    assert product.categories == [saved.id, 2, later.id]
    product.categories = [later]
    session.commit()
    assert emulator.requests[-1].body == {"categories": [later.id]}
    product.categories = [later, Category(name="Pans", parent=later)]
    session.rollback()
    assert product.categories == [later.id]
    assert Product.objects.filter(id=product.id).update(categories=[saved]) == 1
    assert Product.objects.get(product.id).categories == [saved.id]


@pytest.mark.parametrize("wrong", [Brand.objects.first, lambda: "Bath", lambda: None])
def test_other_things_stand_for_no_key(session, wrong):
    product = Product.objects.get(77)
    before = list(product.categories)
    with pytest.raises(InvalidValue, match="categories"):
        product.categories = [Category.objects.first(), wrong()]
    assert product.categories == before
    gone = Category.objects.create(name="Gone", parent_id=0)
    gone.delete()
    with pytest.raises(InvalidValue, match="categories"):
        product.categories = [gone]


def test_a_category_without_a_place_is_told_what_to_write(session):
    for create in (Category.objects.create, lambda **values: Category(**values).save()):
        with pytest.raises(InvalidValue, match="0 for one at the top, or parent=category"):
            create(name="Nowhere")


def related(theirs):
    """Ways to name a row of another store by its object."""
    brand, category = theirs.get(Brand, 2), theirs.get(Category, 5)
    facts = {"name": "New", "type": "physical", "weight": 1, "price": 1}
    yield "brand", brand, lambda: Product(**facts, brand=brand)
    yield "categories", [category], lambda: Product(**facts, categories=[category])
    yield "category_set", None, lambda: Product(**facts, category_set=[category])


def test_a_row_of_another_store_is_refused__whichever_way_it_is_related(session):
    """Its key names another row here, or none: what is copied would be filed under anything."""
    product = Product.objects.using(session).get(77)
    before = product.brand_id, list(product.categories)
    with Emulator(seed=5) as other:
        credentials = bcorm.OAuthCredentials("elsewhere", "not-a-secret")
        theirs = bcorm.Client(credentials, api_url=other.url).session()
        for name, value, make in related(theirs):
            if value is not None:
                with pytest.raises(StateError, match="another store"):
                    setattr(product, name, value)
            new = make()
            with pytest.raises(StateError, match="another"):
                session.add(new)
            assert session.new == []
        assert (product.brand_id, product.categories) == before
        assert session.dirty == []
        # another session of the same store names the same rows
        with session.client.session() as twin:
            product.brand = twin.get(Brand, 2)
            product.categories = [twin.get(Category, 5)]
        assert (product.brand_id, product.categories) == (2, [5])
        theirs.client.close()
