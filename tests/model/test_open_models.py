"""A user's own class of a resource: its fields are asked for, sent and exported as all are."""

from __future__ import annotations

import pytest

from bcorm import Brand, Product, ProductImage
from bcorm.exceptions import DeclarationError
from bcorm.model import field


class MyProduct(Product):
    """A product, with a field that the API has gained."""

    shelf: str | None = field(wire="bin_picking_number")


@pytest.fixture
def some(session):
    return MyProduct.objects.filter(id__in=[77, 80, 81, 82])


def test_it_inherits_filters_includes_and_batches(some, emulator, session):
    emulator.clear_requests()
    found = list(some.include("images").order_by("id"))
    assert {type(item) for item in found} == {MyProduct}
    assert [len(item.images) for item in found]
    assert len(emulator.requests) == 1
    for item in found:
        item.shelf = f"A-{item.id}"
    report = session.commit()
    assert len(report.saved) == len(found)
    assert [request.method for request in report.sent] == ["PUT"]


def test_its_field_is_filtered_by_and_exported(some, session):
    first = some.order_by("id")[0]
    first.shelf = "B-7"
    session.commit()
    session.expunge_all()
    assert MyProduct.objects.filter(shelf="B-7").scan().get().id == first.id
    rows = list(some.order_by("id").values("id", "shelf"))
    assert rows[0] == {"id": first.id, "shelf": "B-7"}
    assert "shelf" in some.to_arrow("id", "shelf").column_names


def test_a_new_one_is_created_with_it(session):
    made = MyProduct.objects.create(name="Shelf mug", type="physical", weight=1, price=3, shelf="C")
    session.expunge_all()
    assert MyProduct.objects.get(id=made.id).shelf == "C"


def test_one_row_is_one_object_whichever_class_asked_first(session, some):
    mine = some.order_by("id")[0]
    assert session.get(Product, mine.id) is mine


def test_an_object_of_the_base_becomes_one_of_the_class_that_is_asked_for(session, some):
    plain = session.get(Product, 77)
    assert session.get(MyProduct, 77) is plain
    assert plain.shelf == plain.bin_picking_number


def test_in_place_rows_of_the_base_come_as_the_class(session):
    class Shelved(Product, in_place=True):
        shelf: str | None = field(wire="bin_picking_number")

    try:
        product = Product.objects.get(id=77)
        assert type(product) is Shelved
        product.shelf = "D-4"
        session.commit()
        image = ProductImage.objects.filter(product_id=77).first()
        assert image is None or image.product.shelf == "D-4"
        brand = Brand.objects.first()
        assert {type(one) for one in Product.objects.filter(brand=brand)} <= {Shelved}
        assert type(session.get(Product, 80)) is Shelved
    finally:
        del Product._row_class
    with pytest.raises(DeclarationError, match="in_place"):
        type("Other", (Product,), {}, in_place=True, path="v3/others")
