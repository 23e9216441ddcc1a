"""Which row a create whose answer was lost is taken for, where more than one could be it."""

from __future__ import annotations

import pytest

from bcorm import Banner, Brand, CommitError, Product
from bcorm.emulator import Fault
from bcorm.exceptions import Conflict
from bcorm.resources.products import ProductCustomField
from bcorm.session import looking

BANNERS, BRANDS, PRODUCTS = "v2/banners", "v3/catalog/brands", "v3/catalog/products"


def _asked(store, method):
    return [request for request in store.requests if request.method == method]


VALUES = {"content": "All of it", "page": "home_page", "location": "top", "date_type": "always"}


def _banner():
    return Banner(name="Sale", **VALUES)


def _fill(store, number):
    for each in range(number):
        store.put_document(BANNERS, {"name": f"Old {each}", **VALUES})


def test_of_equal_rows_the_newest_is_the_lost_one(store, work):
    older = store.put_document(BANNERS, {"name": "Sale", **VALUES})
    store.faults.add(Fault("reset-after", method="POST"))
    banner = _banner()
    work.add(banner)
    work.commit()
    ids = [row["id"] for row in store.documents(BANNERS)]
    assert sorted(ids) == sorted([older["id"], banner.id])
    assert banner.id != older["id"]
    assert len(_asked(store, "POST")) == 1


def test_a_rival_that_took_the_name_meanwhile_is_not_taken_over(store, work):
    """The first request is lost; before the second, somebody else makes a row of that name."""
    store.faults.add(Fault("502", method="POST", applied=False))

    class Rival(Fault):
        def fits(self, method, path):
            if method == "POST" and self.struck == 0 and len(_asked(store, "POST")) == 1:
                self.struck += 1
                store.put_document(BRANDS, {"name": "Acme", "page_title": "Theirs"})
            return False

    store.faults.add(Rival("500"))
    brand = Brand(name="Acme", page_title="Mine")
    work.add(brand)
    with pytest.raises(CommitError) as caught:
        work.commit()
    (failure,) = caught.value.report.failed
    assert isinstance(failure.error, Conflict)
    assert brand.id is None
    assert len(_asked(store, "POST")) == 2
    assert [row["page_title"] for row in store.documents(BRANDS)] == ["Theirs"]


@pytest.mark.parametrize("kind", ["reset-before", "reset-after"])
def test_a_collection_without_a_filter_is_read_for_it(store, work, kind):
    _fill(store, 260)  # more than a page
    store.faults.add(Fault(kind, method="POST"))
    banner = _banner()
    work.add(banner)
    work.commit()
    assert [row["id"] for row in store.documents(BANNERS) if row["name"] == "Sale"] == [banner.id]
    assert len(_asked(store, "POST")) == 1 + (kind == "reset-before")


@pytest.mark.parametrize("kind", ["reset-before", "reset-after"])
def test_one_that_is_too_large_to_be_read_leaves_it_in_doubt(store, work, kind, monkeypatch):
    monkeypatch.setattr(looking, "MOST_PAGES", 1)
    _fill(store, 260)
    store.faults.add(Fault(kind, method="POST"))
    banner = _banner()
    work.add(banner)
    for told in ("the answer was lost", "cannot be filtered by name"):
        with pytest.raises(CommitError, match=told) as caught:
            work.commit()
        assert [failure.object for failure in caught.value.report.unknown] == [banner]
    assert len(_asked(store, "POST")) == 1


def test_one_of_just_so_many_pages_is_not_too_large(store, work, monkeypatch):
    monkeypatch.setattr(looking, "MOST_PAGES", 1)
    _fill(store, 20)
    store.faults.add(Fault("reset-after", method="POST"))
    work.add(_banner())
    assert len(work.commit().saved) == 1
    assert len(_asked(store, "POST")) == 1


def test_what_is_below_one_parent_is_read_to_its_end(store, work, monkeypatch):
    monkeypatch.setattr(looking, "MOST_PAGES", 0)
    row = {"name": "Chair", "type": "physical", "weight": 1, "price": 1}
    below = f"{PRODUCTS}/{store.put_document(PRODUCTS, row)['id']}/custom-fields"
    store.faults.add(Fault("reset-after", method="POST"))
    field = ProductCustomField(product=Product.objects.get(), name="Colour", value="red")
    work.add(field)
    work.commit()
    assert [row["id"] for row in store.documents(below)] == [field.id]
    assert len(_asked(store, "POST")) == 1
