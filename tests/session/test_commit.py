"""What a commit sends, and what becomes of the objects."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bcorm import (
    Brand,
    Category,
    CommitError,
    Customer,
    CustomerAddress,
    Product,
    ProductCustomField,
    ProductImage,
    ProductVariant,
)
from bcorm.exceptions import InvalidValue, QueryError, ReadOnlyFieldError, StateError


def sent(emulator):
    """The writes so far: method, path, body."""
    return [
        (item.method, item.path.removeprefix("/"), item.body)
        for item in emulator.requests
        if item.method != "GET"
    ]


def new_product(name, **values):
    return Product(name=name, type="physical", weight=Decimal(1), price=Decimal(5), **values)


def document(emulator, path, key):
    return next(item for item in emulator.documents(path) if item["id"] == key)


def test_one_change_is_one_put_of_exactly_that(emulator, session):
    product = Product.objects.get(id=77)
    product.price = Decimal("12.50")
    session.commit()
    assert sent(emulator) == [("PUT", "v3/catalog/products/77", {"price": Decimal("12.5")})]
    assert session.dirty == []
    assert document(emulator, "v3/catalog/products", 77)["price"] == 12.5


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("price", lambda product: product.price),
        ("price", lambda product: Decimal(f"{product.price}000")),
        ("name", lambda product: product.name),
        ("categories", lambda product: list(product.categories)),
        ("date_last_imported", lambda product: product.date_last_imported),
        ("custom_url", lambda product: {"url": product.custom_url.url, "is_customized": False}),
    ],
)
def test_setting_an_equal_value_sends_nothing(emulator, session, name, value):
    product = Product.objects.get(id=77)
    setattr(product, name, value(product))
    assert session.dirty == []
    report = session.commit()
    assert report.requests == 0
    assert sent(emulator) == []


def test_setting_a_value_back_sends_nothing(emulator, session):
    product = Product.objects.get(id=77)
    before, url = product.price, product.custom_url.url
    product.price += 1
    product.custom_url.url = "/elsewhere/"
    product.categories.append(1)
    product.meta_keywords = ["a"]
    assert session.dirty == [product]
    product.price = before
    product.custom_url.url = url
    product.categories.remove(1)
    product.meta_keywords.clear()
    assert session.dirty == []
    assert len(session.plan()) == 0
    session.commit()
    assert sent(emulator) == []


def test_nested_and_list_changes_are_seen(emulator, session):
    product = Product.objects.get(id=77)
    product.custom_url.url = "/sale" + product.custom_url.url
    product.meta_keywords.append("bath")
    product.meta_keywords += ["mat"]
    session.commit()
    (write,) = sent(emulator)
    assert write[2] == {
        "custom_url": {"url": "/sale/field-bath-mat/", "is_customized": False},
        "meta_keywords": ["bath", "mat"],
    }


def test_a_value_that_is_held_goes_on_belonging_to_its_object(emulator, session):
    product = Product.objects.get(id=77)
    url, keywords = product.custom_url, product.meta_keywords
    url.url = "/first/"
    keywords.append("one")
    session.commit()
    url.url = "/second/"
    keywords.append("two")
    session.commit()
    assert sent(emulator)[1][2] == {
        "custom_url": {"url": "/second/", "is_customized": False},
        "meta_keywords": ["one", "two"],
    }


def test_the_plan_is_what_is_sent(emulator, session):
    products = list(Product.objects.all()[:25])
    for product in products:
        product.sort_order = product.id
    products[0].brand_id = 1
    session.add(Brand(name="Planned"))
    session.delete(Product.objects.get(id=200))
    emulator.clear_requests()
    plan = session.plan()
    assert emulator.requests == []
    planned = [(item.method, item.path, item.body) for item in plan]
    report = session.commit()
    assert planned == [(item.method, item.path, item.body) for item in report.sent]
    assert sorted(map(str, planned)) == sorted(map(str, sent(emulator)))  # several at a time
    assert [method for method, *_ in planned] == ["POST", "PUT", "PUT", "PUT", "DELETE"]
    assert "PUT" in str(plan)
    assert len(plan.rows) == 5


def test_thousand_prices__one_of_them_refused(empty_emulator, empty_session):
    empty_emulator.generate_products(1000)
    session = empty_session
    products = list(Product.objects.all())
    empty_emulator.clear_requests()
    for product in products:
        product.price += 1
    bad = products[534]
    bad.brand_id = 999
    with pytest.raises(CommitError) as caught:
        session.commit()
    report = caught.value.report
    assert len(report.saved) == 999
    assert [failure.object for failure in report.failed] == [bad]
    assert "brand_id" in report.failed[0].errors
    assert report.unknown == []
    assert session.dirty == [bad]
    # 99 batches went through at once; the one that was refused was halved until one row was left:
    # 5 and 5, 3 and 2, 1 and 1.
    assert len(sent(empty_emulator)) == 100 + 6
    stored = {item["id"]: item for item in empty_emulator.documents("v3/catalog/products")}
    for product in products:
        same = Decimal(str(stored[product.id]["price"])) == product.price
        assert same is (product is not bad)
    bad.brand_id = 0
    empty_emulator.clear_requests()
    assert session.commit().saved == [bad]
    assert [path for _, path, _ in sent(empty_emulator)] == [f"v3/catalog/products/{bad.id}"]
    assert session.dirty == []


def test_thousand_prices__a_hundred_requests(empty_emulator, empty_session):
    empty_emulator.generate_products(1000)
    for product in Product.objects.all():
        product.price += 1
    empty_emulator.clear_requests()
    report = empty_session.commit()
    assert (len(report.saved), report.requests) == (1000, 100)
    assert len(empty_emulator.requests) == 100
    assert all(set(row) == {"id", "price"} for _, _, rows in sent(empty_emulator) for row in rows)


def test_creates__what_is_referred_to_goes_first(emulator, session):
    brand = Brand(name="New brand")
    product = new_product("New thing", brand=brand)
    assert product.brand is brand
    session.add(product)
    assert session.new == [product, brand]
    session.commit()
    assert [path for _, path, _ in sent(emulator)] == ["v3/catalog/brands", "v3/catalog/products"]
    assert product.brand_id == brand.id
    assert document(emulator, "v3/catalog/products", product.id)["brand_id"] == brand.id
    assert product.brand is brand
    assert session.commit().requests == 0


def test_updates__may_refer_to_what_is_new(emulator, session):
    product = Product.objects.get(id=77)
    product.brand = Brand(name="New brand")
    assert product in session.dirty
    session.commit()
    assert [(method, body) for method, _, body in sent(emulator)] == [
        ("POST", {"name": "New brand"}),
        ("PUT", {"brand_id": product.brand.id}),
    ]
    assert document(emulator, "v3/catalog/products", 77)["brand_id"] == product.brand_id != 0


def test_updates__that_refer_to_what_was_refused_wait(emulator, session):
    taken = Brand.objects.first().name
    product = Product.objects.get(id=77)
    product.brand = Brand(name=taken)
    product.price += 1
    with pytest.raises(CommitError) as caught:
        session.commit()
    assert {type(failure.object) for failure in caught.value.report.failed} == {Brand, Product}
    assert "not sent" in str(caught.value)
    product.brand.name = "Not taken"
    session.commit()
    assert document(emulator, "v3/catalog/products", 77)["brand_id"] == product.brand.id


def test_creates__a_whole_tree_rides_in_one_request(emulator, session):
    product = new_product("Tree")
    product.images.add(ProductImage(image_url="https://example.com/a.jpg", is_thumbnail=True))
    product.custom_fields.new(name="Wood", value="Oak")
    variant = ProductVariant(
        sku="TREE-1", option_values=[{"option_display_name": "Size", "label": "S"}]
    )
    product.variants.add(variant)
    session.add(product)
    report = session.commit()
    assert report.requests == 1
    assert len(report.saved) == 4
    assert variant.id is not None
    assert variant.product_id == product.id
    (image,) = product.images
    assert image.url_standard
    emulator.clear_requests()
    image.description = "From the left"
    variant.price = Decimal(9)
    session.commit()
    assert [(method, path) for method, path, _ in sent(emulator)] == [
        ("PUT", f"v3/catalog/products/{product.id}/images/{image.id}"),
        ("PUT", f"v3/catalog/products/{product.id}/variants/{variant.id}"),
    ]


def test_creates__children_of_a_saved_parent(emulator, session):
    product = Product.objects.get(id=77)
    field = product.custom_fields.new(name="Wood", value="Oak")
    assert field in list(product.custom_fields)
    session.commit()
    assert sent(emulator) == [
        ("POST", "v3/catalog/products/77/custom-fields", {"name": "Wood", "value": "Oak"})
    ]
    assert field.id in [item.id for item in product.custom_fields]


def test_creates__in_batches(emulator, session):
    customers = [
        Customer(email=f"new{number}@example.com", first_name="A", last_name="B")
        for number in range(23)
    ]
    session.add_all(customers)
    report = session.commit()
    assert report.requests == 3
    assert sorted(len(body) for _, _, body in sent(emulator)) == [3, 10, 10]
    stored = {item["id"]: item["email"] for item in emulator.documents("v3/customers")}
    assert all(stored[customer.id] == customer.email for customer in customers)


def test_creates__a_flat_child_of_a_new_parent(emulator, session):
    customer = Customer(email="flat@example.com", first_name="A", last_name="B")
    customer.addresses.new(
        first_name="A",
        last_name="B",
        address1="1 Main St",
        city="Austin",
        state_or_province="Texas",
        postal_code="78701",
        country_code="US",
    )
    session.add(customer)
    session.commit()
    addresses = [
        item
        for item in emulator.documents("v3/customers/addresses")
        if item["customer_id"] == customer.id
    ]
    assert len(addresses) == 1
    assert [item.city for item in CustomerAddress.objects.filter(customer_id=customer.id)] == [
        "Austin"
    ]


def test_creates__a_required_value_is_asked_for_before_anything_is_sent(emulator, session):
    other = Product.objects.get(id=77)
    other.price += 1
    session.add(Product(name="No price", type="physical", weight=Decimal(1)))
    with pytest.raises(InvalidValue, match="price"):
        session.commit()
    assert sent(emulator) == []


def test_creates__a_circle_is_told(emulator, session):
    one, two = Category(name="One"), Category(name="Two")
    one.parent, two.parent = two, one
    session.add_all([one, two])
    with pytest.raises(QueryError, match="circle"):
        session.commit()
    assert sent(emulator) == []


def test_deletes__are_batched_and_come_last(emulator, session):
    products = list(Product.objects.all()[:40])
    for product in products[:-1]:
        session.delete(product)
    products[-1].price += 1
    session.commit()
    (put, delete) = sent(emulator)
    assert put[0] == "PUT"
    assert delete[0] == "DELETE"
    assert len(emulator.documents("v3/catalog/products")) == 220 - 39
    assert products[0].session is None


def test_deletes__children_go_with_their_parent(emulator, session):
    product = Product.objects.include("images").get(id=77)
    images = list(product.images)
    for item in [*images, product]:
        session.delete(item)
    report = session.commit()
    assert [(method, path) for method, path, _ in sent(emulator)] == [
        ("DELETE", "v3/catalog/products/77")
    ]
    assert {id(item) for item in report.saved} == {id(item) for item in [*images, product]}


def test_deletes__new_children_are_not_created_first(emulator, session):
    product = Product.objects.get(id=77)
    child = product.custom_fields.new(name="Wood", value="Oak")
    session.delete(product)
    session.commit()
    assert [method for method, *_ in sent(emulator)] == ["DELETE"]
    assert session.new == []
    assert child.session is None


def test_deletes__children_stay_when_their_parent_stays(emulator, session):
    from bcorm.emulator import Fault

    product = Product.objects.include("images").get(id=77)
    image = product.images[0]
    session.delete(image)
    session.delete(product)
    emulator.faults.add(Fault("503", method="DELETE", times=None))
    with pytest.raises(CommitError) as caught:
        session.commit()
    assert caught.value.report.saved == []
    assert set(map(id, session.deleted)) == {id(image), id(product)}
    emulator.faults.clear()
    session.commit()
    assert session.deleted == []


def test_deletes__one_that_is_gone_already_counts_as_done(emulator, session):
    product = Product.objects.get(id=77)
    emulator.remove_document("v3/catalog/products", 77)
    product.delete()
    assert session.deleted == []


def test_save__sends_one_object_and_what_it_needs(emulator, session):
    first, second = Product.objects.all()[:2]
    first.price += 1
    second.price += 1
    first.brand = Brand(name="Needed")
    report = first.save()
    assert [method for method, *_ in sent(emulator)] == ["POST", "PUT"]
    assert second in session.dirty
    assert first not in session.dirty
    assert len(report.saved) == 2


def test_save__of_a_new_object_joins_the_current_session(emulator, session):
    brand = Brand(name="Joined")
    brand.save()
    assert brand.id
    assert brand in session
    brand.name = "Renamed"
    brand.save()
    assert document(emulator, "v3/catalog/brands", brand.id)["name"] == "Renamed"


def test_delete__now(emulator, session):
    brand = Brand.objects.first()
    brand.delete()
    assert brand.id not in [item["id"] for item in emulator.documents("v3/catalog/brands")]


def test_a_batch_that_is_too_large_for_the_server_is_halved(emulator, session):
    from bcorm.query.endpoint import Batch

    products = list(Product.objects.all()[:20])
    before, Product.endpoint = Product.endpoint, _evolved(Product.endpoint, Batch(20))
    try:
        for product in products:
            product.price += 1
        report = session.commit()
    finally:
        Product.endpoint = before
    assert len(report.saved) == 20
    assert [len(body) for _, _, body in sent(emulator)] == [20, 10, 10]


def _evolved(endpoint, batch):
    import attrs

    return attrs.evolve(endpoint, update_batch=batch)


def test_read_only_fields_cannot_be_set(session):
    product = Product.objects.get(id=77)
    with pytest.raises(ReadOnlyFieldError, match="calculated_price"):
        product.calculated_price = Decimal(1)
    with pytest.raises(ReadOnlyFieldError):
        Product(id=3)
    assert session.dirty == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("price", "12"),
        ("price", Decimal("NaN")),
        ("price", Decimal(-1)),
        ("name", 5),
        ("name", "x" * 251),
        ("is_visible", 1),
        ("type", "phsyical"),
        ("categories", 5),
        ("categories", ["1"]),
        ("custom_url", "/x/"),
        ("brand", 5),
    ],
)
def test_wrong_values_are_refused_where_they_are_set(session, name, value):
    product = Product.objects.get(id=77)
    with pytest.raises(InvalidValue, match=name):
        setattr(product, name, value)
    assert session.dirty == []


def test_wrong_items_are_refused_where_they_are_added(session):
    product = Product.objects.get(id=77)
    with pytest.raises(InvalidValue, match="categories"):
        product.categories.append("kitchen")
    with pytest.raises(InvalidValue, match="categories"):
        product.categories[0] = 1.5
    with pytest.raises(InvalidValue, match="meta_keywords"):
        product.meta_keywords.extend(["a", 5])
    assert session.dirty == []


def test_server_computed_values_come_from_the_answer(emulator, session):
    product = Product.objects.get(id=77)
    before = product.date_modified
    product.price = Decimal(3)
    assert product.calculated_price != 3
    session.commit()
    assert product.calculated_price == 3
    assert product.date_modified > before
    assert len(emulator.requests) == 2


def test_an_object_of_another_session_is_refused(emulator, session):
    product = Product.objects.get(id=77)
    with session.client.session() as other, pytest.raises(StateError, match="another session"):
        other.add(product)


def test_repr_of_a_failed_report_names_the_row(emulator, session):
    taken = Brand.objects.first()
    with pytest.raises(CommitError, match="name"):
        Brand.objects.create(name=taken.name)


def test_custom_field_round_trip(emulator, session):
    created = ProductCustomField(product_id=77, name="a", value="b")
    session.add(created)
    session.commit()
    assert [item.value for item in ProductCustomField.objects.filter(product_id=77)].count("b") == 1


def test_a_refusal_that_names_the_operation_is_told_of_the_field_in_its_words(session):
    taken = Customer.objects.first().email
    session.add(Customer(email=taken, first_name="A", last_name="B"))
    with pytest.raises(CommitError) as refused:
        session.commit()
    assert refused.value.report.failed[0].errors == {"email": f"email {taken} already in use"}
    session.expunge_all()
