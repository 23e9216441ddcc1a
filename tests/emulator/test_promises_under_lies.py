"""bcorm's promises hold under whatever a live store gets wrong, one lie at a time.

Paging: every row once. Evidence: what a report calls saved is saved, what it calls failed is not,
and nothing is written twice. Stock: what was added is added once.
"""

from __future__ import annotations

import time

import pytest

from bcorm import Brand, Category, CommitError, Product
from bcorm.emulator.lies import LATE_STOCK_MS


def committed(session):
    """The report of a commit, whether it raises or not."""
    try:
        return session.commit()
    except CommitError as error:
        return error.report


def settle(store):
    """Wait for what a lie may still change in the store after its answers."""
    store.emulator._service.settle()
    if "late-stock" in store.emulator.lies:
        time.sleep(LATE_STOCK_MS / 1000)


def names(store, path="v3/catalog/brands"):
    return [row["name"] for row in store.emulator.documents(path)]


# Paging


def test_every_row_once(store, any_lie):
    keys = [product.id for product in Product.objects.all()]
    assert keys == [row["id"] for row in store.emulator.documents("v3/catalog/products")]


def test_filtered_rows(store, any_lie):
    shown = {
        row["id"] for row in store.emulator.documents("v3/catalog/products") if row["is_visible"]
    }
    assert {product.id for product in Product.objects.filter(is_visible=True)} == shown


def test_local_conditions(store, any_lie):
    wanted = {
        row["id"] for row in store.emulator.documents("v3/catalog/products") if row["price"] > 50
    }
    assert {product.id for product in Product.objects.filter(price__gt=50).scan()} == wanted


def test_a_few_rows_of_many(store, any_lie):
    assert [product.id for product in Product.objects.order_by("id")[100:103]] == [177, 178, 179]
    assert Product.objects.filter(id__in=[77, 300_000]).first().id == 77
    assert not Product.objects.filter(name="no such product")


def test_relations_are_whole(store, any_lie):
    product = next(p for p in Product.objects.include("variants") if len(p.variants.all()) > 1)
    path = f"v3/catalog/products/{product.id}/variants"
    assert len(product.variants.all()) == len(store.emulator.documents(path))


# Evidence


def test_changes_are_what_the_report_says(store, any_lie):
    products = list(Product.objects.filter(id__in=list(range(77, 102))))
    for product in products:
        product.name = f"Changed {product.id}"
    report = committed(store.session)
    settle(store)
    kept = {row["id"]: row["name"] for row in store.emulator.documents("v3/catalog/products")}
    for product in report.saved:
        assert kept[product.id] == f"Changed {product.id}"
    for failure in report.failed:
        assert kept[failure.object.id] != f"Changed {failure.object.id}"
    assert len(report.saved) + len(report.failed) + len(report.unknown) >= len(products)


def test_creates_are_what_the_report_says(store, any_lie):
    brands = [store.session.add(Brand(name=f"Brand {number}")) for number in range(6)]
    report = committed(store.session)
    settle(store)
    written = [name for name in names(store) if name.startswith("Brand ")]
    assert len(written) == len(set(written))
    for brand in report.saved:
        assert brand.name in written
    for failure in report.failed:
        assert failure.object.name not in written
    assert len(brands) == len(report.saved) + len(report.failed) + len(report.unknown)


def test_a_second_commit_finishes_and_writes_nothing_twice(store, any_lie):
    for number in range(4):
        store.session.add(
            Product(
                name=f"Twice {number}", type="physical", weight=1, price=1, sku=f"TWICE-{number}"
            )
        )
    committed(store.session)
    settle(store)
    for _ in range(3):
        committed(store.session)
        settle(store)
    written = sorted(
        name for name in names(store, "v3/catalog/products") if name.startswith("Twice ")
    )
    assert written == [f"Twice {number}" for number in range(4)]


def test_deletes_are_what_the_report_says(store, any_lie):
    doomed = [store.session.get(Brand, key) for key in (1, 2, 3)]
    for brand in doomed:
        store.session.delete(brand)
    report = committed(store.session)
    settle(store)
    left = {row["id"] for row in store.emulator.documents("v3/catalog/brands")}
    for brand in report.saved:
        assert brand.id not in left
    for failure in report.failed:
        assert failure.object.id in left


def test_batches_without_their_last_row(store, any_lie):
    for number in range(3):
        store.session.add(Category(name=f"Shelf {number}", parent_id=0))
    report = committed(store.session)
    settle(store)
    written = [name for name in names(store, "v3/catalog/categories") if name.startswith("Shelf ")]
    assert len(written) == len(set(written))
    assert {item.name for item in report.saved} <= set(written)


# Stock


@pytest.fixture
def counted(store):
    """A product of 10, and how many there are."""
    store.emulator.put_document(
        "v3/catalog/products", {"id": 78, "inventory_tracking": "product", "inventory_level": 10}
    )
    store.emulator.clear_requests()
    return lambda: next(
        row["inventory_level"]
        for row in store.emulator.documents("v3/catalog/products")
        if row["id"] == 78
    )


def test_stock_is_added_once(store, counted, any_lie):
    product = store.session.get(Product, 78)
    product.stock += 5
    report = committed(store.session)
    settle(store)
    Product.objects.first()  # any request lets the store apply what is due
    if report.saved and not report.unknown:
        assert counted() == 15
    elif report.failed:
        assert counted() == 10
    else:
        assert counted() in (10, 15)


def test_stock_is_not_added_again_by_a_second_commit(store, counted, any_lie):
    product = store.session.get(Product, 78)
    product.stock += 5
    for _ in range(3):
        committed(store.session)
        settle(store)
        Product.objects.first()
    assert counted() <= 15
