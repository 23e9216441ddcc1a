"""Deleting and updating a part of a collection: the rest stays as it was."""

from __future__ import annotations

import pytest

from bcorm import Banner, Brand, CommitError, Product
from bcorm.exceptions import UnfilteredDelete

BANNERS = "v2/banners"


@pytest.fixture
def banners(empty_emulator, empty_session):
    """The keys of six rows of a collection that one request empties."""
    values = {"content": "-", "page": "home_page", "location": "top", "date_type": "always"}
    return [
        empty_emulator.put_document(BANNERS, {"name": f"Banner {number}", **values})["id"]
        for number in range(6)
    ]


@pytest.mark.parametrize(
    ("part", "places"),
    [
        (lambda query: query.filter(name="Banner 2"), [2]),
        (lambda query: query.exclude(name="Banner 2"), [0, 1, 3, 4, 5]),
        (lambda query: query.filter(name="Nobody"), []),
        (lambda query: query[:2], [0, 1]),
        (lambda query: query[2:], [2, 3, 4, 5]),
        (lambda query: query[1:3], [1, 2]),
        (lambda query: query[:0], []),
        (lambda query: query.none(), []),
    ],
)
def test_a_part_that_is_deleted__leaves_the_rest(empty_emulator, banners, part, places):
    found = part(Banner.objects.order_by("id").scan())
    assert found.delete(everything=True)[0] == len(places)
    left = [row["id"] for row in empty_emulator.documents(BANNERS)]
    assert sorted(left) == [key for place, key in enumerate(banners) if place not in places]
    asked = [item.path for item in empty_emulator.requests if item.method == "DELETE"]
    assert f"/{BANNERS}" not in asked


def test_all_but_the_first__is_no_filter(empty_emulator, banners):
    with pytest.raises(UnfilteredDelete):
        Banner.objects.order_by("id")[2:].delete()
    assert len(empty_emulator.documents(BANNERS)) == len(banners)


def test_a_refused_update__gives_back_what_waited_to_be_saved(emulator, session):
    product, other = Product.objects.order_by("id")[:2]
    brand = Brand(name="Not there yet")
    product.brand = brand
    with pytest.raises(CommitError, match="409"):
        Product.objects.filter(id=product.id).update(name=other.name, brand_id=other.brand_id)
    assert product.brand is brand
    assert session.dirty == [product]
    session.commit()
    assert product.brand_id == brand.id is not None
