"""Over a V3 connection, resource names that V3 has use it, without the envelope."""

from __future__ import annotations

import pytest

import bcorm.compat as bigcommerce
from bcorm.compat.v3 import ROWS

e = bigcommerce.exception


def paths(emulator):
    return [(request.method, request.path) for request in emulator.requests]


def first(emulator):
    return emulator.documents("v3/catalog/products")[0]


def test_products__all_verbs(v3, emulator):
    product = v3.Products.all(limit=1)[0]
    assert product.price == first(emulator)["price"]
    assert v3.Products.get(product.id).name == product.name
    made = v3.Products.create(name="New", type="physical", price=1, weight=1)
    assert made.update(price=2).price == 2
    assert v3.Products.count() == 221
    assert v3.Products.count(**{"id:in": f"{made.id},{product.id}"}) == 2
    assert made.delete() == {}
    assert {path.rpartition("/v3/")[1] for _, path in paths(emulator)} == {"/v3/"}
    assert len(list(v3.Products.iterall())) == 220


def test_products__delete_all_names_every_id(v3, emulator):
    """V3 deletes no collection without a filter."""
    emulator.clear_requests()
    v3.Products.delete_all()
    assert emulator.documents("v3/catalog/products") == []
    assert [request.method for request in emulator.requests] == ["GET", "DELETE"]


def test_products__of_many_pages(v3, emulator):
    emulator.generate_products(300)
    count = len(emulator.documents("v3/catalog/products"))
    assert count > 500
    assert len({product.id for product in v3.Products.iterall()}) == count
    v3.Products.delete_all()
    assert emulator.documents("v3/catalog/products") == []


def test_customers__delete_all_goes_on_to_the_last_batch(v3, emulator):
    for number in range(25):
        person = {"first_name": "A", "last_name": "B", "email": f"{number}@many.example.com"}
        emulator.put_document("v3/customers", person)
    v3.Customers.delete_all()
    assert emulator.documents("v3/customers") == []


def test_subresources__by_their_v3_names(v3, emulator):
    product = v3.Products.get(first(emulator)["id"])
    for helper, name in {
        "images": "images",
        "videos": "videos",
        "reviews": "reviews",
        "options": "options",
        "skus": "variants",
        "rules": "complex-rules",
        "custom_fields": "custom-fields",
        "discount_rules": "bulk-pricing-rules",
    }.items():
        found = getattr(product, helper)()
        stored = emulator.documents(f"v3/catalog/products/{product.id}/{name}")
        assert [one.id for one in found] == [document["id"] for document in stored]
        assert emulator.requests[-1].path == f"/v3/catalog/products/{product.id}/{name}"
    field = v3.ProductCustomFields.create(product.id, name="a", value="b")
    assert field.update(value="c").value == "c"
    assert product.custom_fields(field.id).value == "c"
    assert v3.ProductCustomFields.count(product.id) == len(product.custom_fields())
    field.delete()
    v3.ProductReviews.delete_all(product.id)
    assert not product.reviews()


def test_variants__of_the_whole_store(v3, emulator):
    sku = emulator.documents("v3/catalog/variants")[0]["sku"]
    assert [one.sku for one in v3.ProductSkus.all(sku=sku)] == [sku]
    assert v3.ProductSkus.count() == len(emulator.documents("v3/catalog/variants"))


def test_customers__come_and_go_in_batches(v3, emulator):
    made = v3.Customers.create(first_name="A", last_name="B", email="ab@example.com")
    assert v3.Customers.get(made.id).email == "ab@example.com"
    assert made.update(first_name="C").first_name == "C"
    address = v3.CustomerAddresses.create(
        made.id,
        first_name="A",
        last_name="B",
        address1="1 Way",
        city="Austin",
        state_or_province="Texas",
        postal_code="78701",
        country_code="US",
    )
    assert [one.id for one in made.addresses()] == [address.id]
    assert made.addresses(address.id).city == "Austin"
    assert address.update(city="Dallas").city == "Dallas"
    assert v3.CustomerAddresses.count(made.id) == 1
    address.delete()
    assert not made.addresses()
    made.delete()
    with pytest.raises(e.ClientRequestException) as caught:
        v3.Customers.get(made.id)
    assert caught.value.status_code == 404
    assert v3.Customers.count() == len(emulator.documents("v3/customers"))


def test_names__that_v3_has_not_stay_with_v2(v3, emulator):
    assert v3.Orders.all(limit=1)[0].id
    assert v3.Store.all()["secure_url"]
    assert v3.Coupons.count() >= 0
    assert {path.split("/")[1] for _, path in paths(emulator)} == {"v2"}


def test_connection__stays_raw(v3):
    """`api.connection` gives what the server gives."""
    assert set(v3.connection.get("catalog/products", limit=1)) == {"data", "meta"}


def test_errors__are_the_same(v3):
    with pytest.raises(e.ClientRequestException) as caught:
        v3.Products.create(name="x")
    assert caught.value.status_code == 422
    assert b"price" in caught.value.content


def test_ids__stay_in_their_place(v3, emulator):
    for key in ("1/../../customers", "..", "a b"):
        with pytest.raises(e.ClientRequestException):
            v3.Products.get(key)
    assert not any("customers" in path.split("/") for _, path in paths(emulator))


def test_table__paths_take_the_same_parents():
    for row in ROWS:
        assert row.v2.count("{}") == row.v3.count("{}") + bool(row.parent), row


class ExtensionBrands(
    bigcommerce.resources.ListableApiResource, bigcommerce.resources.UpdateableApiResource
):
    """A resource that a program has made for V3, which takes the envelope off itself."""

    resource_name = "catalog/brands"

    @classmethod
    def _create_object(cls, response, connection=None):
        return super()._create_object(response["data"], connection=connection)


class ExtensionCustomers(bigcommerce.resources.ListableApiResource):
    resource_name = "customers"


def test_resource_of_a_program__is_asked_for_as_it_says(v3, emulator):
    """Its path is not translated, even where the official client has one of that name."""
    emulator.clear_requests()
    brands = ExtensionBrands.all(v3.connection, limit=2)
    assert brands[0].update(name="Renamed").name == "Renamed"
    assert isinstance(brands[0], ExtensionBrands)
    assert set(ExtensionCustomers.all(connection=v3.connection)) == {"data", "meta"}
    assert paths(emulator) == [
        ("GET", "/v3/catalog/brands"),
        ("PUT", f"/v3/catalog/brands/{brands[0].id}"),
        ("GET", "/v3/customers"),
    ]
