"""What `recover` makes of each entry of a journal, whatever state its commit had left it in."""

from __future__ import annotations

from decimal import Decimal

import pytest
from sessions import left_behind

import bcorm
from bcorm import Brand, Category, Product
from bcorm.emulator import Fault
from bcorm.exceptions import CommitError
from bcorm.resources.catalog_assignments import ProductCategoryAssignment
from bcorm.resources.products import ProductReview

BRANDS, PRODUCTS = "v3/catalog/brands", "v3/catalog/products"


def _writes(store):
    return [request.method for request in store.requests if request.method != "GET"]


def _fails(session):
    with pytest.raises(CommitError) as caught:
        session.commit()
    return caught.value.report


@pytest.fixture
def chair(store):
    """A product in the store."""
    return store.put_document(
        PRODUCTS, {"name": "Chair", "type": "physical", "weight": 1, "price": 5}
    )


@pytest.fixture
def died(store, make_client, tmp_path):
    """A session with a journal, whose work is left to somebody else after it failed."""
    with left_behind(make_client(store.url).session(journal=tmp_path / "sync.db")) as session:
        yield session


@pytest.fixture
def recover(store, make_client, tmp_path):
    """Finish, in another session, what was left in the journal."""

    def finish():
        store.faults.clear()
        store.clear_requests()
        return bcorm.recover(tmp_path / "sync.db", make_client(store.url).session())

    return finish


def test_what_was_never_sent_is_sent_and_not_doubted(store, died, recover, chair):
    """Also what has no natural key, for there is nothing to be found."""
    product = Product.objects.get()
    died.add(ProductReview(product=product, title="Fine", date_reviewed="2026-01-02T03:04:05Z"))
    store.faults.add(Fault("429-bare", times=None))
    assert len(_fails(died).failed) == 1
    assert len(recover().saved) == 1
    assert _writes(store) == ["POST"]


def test_what_cannot_be_told_is_told(store, died, recover, chair):
    product = Product.objects.get()
    died.add(ProductReview(product=product, title="Fine", date_reviewed="2026-01-02T03:04:05Z"))
    store.faults.add(Fault("reset-after", method="POST"))
    assert len(_fails(died).unknown) == 1
    for _ in range(2):
        with pytest.raises(CommitError, match="no natural key") as caught:
            recover()
        assert len(caught.value.report.unknown) == 1
        assert _writes(store) == []


def test_what_was_saved_counts_as_saved_without_a_look(store, died, recover):
    died.add_all([Brand(name="Acme"), Product(name="Chair", type="physical", weight=1, price=5)])
    store.faults.add(Fault("429-bare", path=PRODUCTS, times=None))
    assert len(_fails(died).saved) == 1
    assert len(recover().saved) == 2
    assert [(request.method, request.path) for request in store.requests] == [
        ("POST", f"/{PRODUCTS}")
    ]


def test_what_was_refused_is_told_and_not_sent_again(store, died, recover):
    store.put_document(BRANDS, {"name": "Acme"})
    died.add_all([Brand(name="Acme"), Brand(name="Other")])
    assert len(_fails(died).saved) == 1
    with pytest.raises(CommitError, match="409") as caught:
        recover()
    report = caught.value.report
    assert [one.object.name for one in report.failed] == ["Acme"]
    assert [one.pk is not None for one in report.saved] == [True]
    assert _writes(store) == []


@pytest.mark.parametrize("applied", [True, False])
def test_of_an_update_what_is_missing_is_sent(store, died, recover, chair, applied):
    Product.objects.get().price = Decimal(7)
    store.faults.add(Fault("503", method="PUT", applied=applied, times=None))
    store.faults.add(Fault("503", method="GET", times=None))
    assert len(_fails(died).unknown) == 1
    assert len(recover().saved) == 1
    assert _writes(store) == ([] if applied else ["PUT"])
    assert [row["price"] for row in store.documents(PRODUCTS)] == [7]


@pytest.mark.parametrize("applied", [True, False])
def test_a_delete_is_done(store, died, recover, chair, applied):
    died.delete(Product.objects.get())
    store.faults.add(Fault("503", method="DELETE", applied=applied, times=1 if applied else None))
    store.faults.add(Fault("429-bare", method="DELETE", times=None))
    store.faults.add(Fault("503", method="GET", times=None))
    _fails(died)
    assert len(recover().saved) == 1
    assert store.documents(PRODUCTS) == []


def test_an_upsert_is_sent_again_without_a_look(store, died, recover, chair):
    category = store.put_document("v3/catalog/categories", {"name": "Sale", "parent_id": 0})["id"]
    died.add(ProductCategoryAssignment(product_id=chair["id"], category_id=category))
    store.faults.add(Fault("503", times=None))
    assert len(_fails(died).unknown) == 1
    assert len(recover().saved) == 1
    assert [request.method for request in store.requests] == ["PUT"]
    (row,) = store.documents(PRODUCTS)
    assert category in row["categories"]


def test_a_child_whose_parent_was_saved_before_it_is_looked_for(store, died, recover):
    product = Product(name="Chair", type="physical", weight=1, price=5)
    died.add(product)
    product.metafields.new(namespace="a", key="b", value="c", permission_set="read")
    store.faults.add(Fault("reset-after", method="POST", path=f"{PRODUCTS}/*/metafields"))
    store.faults.add(Fault("503", method="GET", times=None))
    report = _fails(died)
    assert (report.saved, len(report.unknown)) == ([product], 1)
    assert len(recover().saved) == 2
    assert _writes(store) == []
    assert len(store.documents(f"{PRODUCTS}/{product.id}/metafields")) == 1


def test_a_session_with_a_journal_of_its_own_finishes_another(store, died, make_client, tmp_path):
    died.add(Brand(name="Acme"))
    store.faults.add(Fault("429-bare", times=None))
    _fails(died)
    store.faults.clear()
    other = make_client(store.url).session(journal=tmp_path / "other.db")
    (brand,) = bcorm.recover(tmp_path / "sync.db", other).saved
    assert (brand.name, brand.session) == ("Acme", other)
    assert [row["name"] for row in store.documents(BRANDS)] == ["Acme"]


def test_by_default_the_current_session_finishes_it(store, died, tmp_path, chair):
    """With the objects that it holds itself, where it was its own commit."""
    product = Product.objects.get()
    product.price = Decimal(7)
    died.add(Brand(name="Acme"))
    store.faults.add(Fault("429-bare", times=None))
    _fails(died)
    store.faults.clear()
    report = bcorm.recover(tmp_path / "sync.db")
    assert product in report.saved
    assert {item.session for item in report.saved} == {died}
    assert not died.dirty
    assert [row["price"] for row in store.documents(PRODUCTS)] == [7]


def test_a_product_of_new_categories_gets_their_keys(store, died, recover):
    """Also that of the one which was saved before the process died."""
    product = Product(name="Chair", type="physical", weight=1, price=5)
    product.category_set.add(*(Category(name=name, parent_id=0) for name in ("Chairs", "Oak")))
    died.add(product)
    store.faults.add(Fault("429-bare", method="POST", path=PRODUCTS, times=None))
    assert len(_fails(died).failed) == 1
    assert len(recover().saved) == 3
    (row,) = store.documents(PRODUCTS)
    named = {each["id"] for each in store.documents("v3/catalog/categories")}
    assert len(row["categories"]) == 2
    assert set(row["categories"]) <= named
