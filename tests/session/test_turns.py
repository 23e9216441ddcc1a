"""One thread at a time uses a session, and only the process in which its work was begun."""

from __future__ import annotations

import os
import threading
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest

from bcorm import Brand, Product, ProductImage
from bcorm.emulator import Fault
from bcorm.exceptions import StateError


def _images(session, number):
    product = Product.objects.get(id=77)
    for each in range(number):
        product.images.add(ProductImage(image_url=f"https://example.com/{each}.jpg"))
    return product


def _meanwhile(emulator, session, deed):
    """Do something in another thread while this one waits for an answer; return what it raised."""
    found = []
    reached = threading.Event()

    def other():
        reached.wait(10)
        try:
            deed()
        except StateError as error:
            found.append(error)

    send = session.client.request

    def slow(*args, **options):
        reached.set()
        thread.join(10)
        return send(*args, **options)

    thread = threading.Thread(target=other, name="the-other")
    thread.start()
    session.client.request = slow
    session.commit()
    return found


DEEDS = {
    "commit": lambda session, product: session.commit(),
    "plan": lambda session, product: session.plan(),
    "save": lambda session, product: product.save(),
    "add": lambda session, product: session.add(Brand(name="Mine")),
    "delete": lambda session, product: session.delete(product),
    "rollback": lambda session, product: session.rollback(),
    "assign": lambda session, product: setattr(product, "price", Decimal(3)),
    "read": lambda session, product: list(Product.objects.using(session)[:3]),
    "count": lambda session, product: Product.objects.using(session).count(),
    "refresh": lambda session, product: product.refresh(),
    "relation": lambda session, product: list(product.videos),
    "action": lambda session, product: session.call("PUT", "v3/catalog/products/77", json={}),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_what_another_thread_does_meanwhile_is_refused(emulator, session, deed):
    product = _images(session, 3)
    stored = len(emulator.documents("v3/catalog/products/77/images"))
    found = _meanwhile(emulator, session, lambda: DEEDS[deed](session, product))
    assert len(found) == 1
    assert "'the-other'" in str(found[0])
    assert threading.current_thread().name in str(found[0])
    assert len(emulator.documents("v3/catalog/products/77/images")) == stored + 3


def test_a_session_is_handed_on_from_thread_to_thread(emulator, session):
    def work(price):
        product = session.get(Product, 77)
        product.price = price
        return bool(session.commit())

    for number in range(4):
        with ThreadPoolExecutor(1) as pool:
            assert pool.submit(work, Decimal(number + 1)).result()
    rows = {row["id"]: row for row in emulator.documents("v3/catalog/products")}
    assert rows[77]["price"] == 4


def test_threads_that_read_for_the_session_are_its_own(emulator, session):
    products = list(Product.objects.order_by("id")[:5])
    orders = session.store.fetch_many(
        [(f"v3/catalog/products/{product.id}", {}) for product in products]
    )
    assert [page.rows[0]["id"] for page in orders] == [product.id for product in products]


def _in_a_child(deed):
    """Run something in a forked child; return what it printed as its end."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            told = str(deed() or "")
        except BaseException as error:  # noqa: BLE001 - told to the parent
            told = f"{type(error).__name__}: {error}"
        os.write(write, told.encode())
        os._exit(0)
    os.close(write)
    os.waitpid(child, 0)
    with os.fdopen(read) as answer:
        return answer.read()


@pytest.mark.parametrize("deed", ["commit", "plan", "add", "read", "rollback"])
def test_a_forked_child_is_refused_what_its_parent_may_send_too(emulator, session, deed):
    product = _images(session, 2)
    told = _in_a_child(lambda: DEEDS[deed](session, product))
    assert told.startswith("StateError")
    assert str(os.getpid()) in told
    assert "2 new" in told
    assert len(session.commit().saved) == 2


def test_a_forked_child_may_use_a_clean_session(emulator, session):
    Product.objects.get(id=77)

    def work():
        brand = Brand.objects.using(session).create(name="Of the child")
        return f"saved {brand.name}"

    assert _in_a_child(work) == "saved Of the child"
    assert Brand.objects.filter(name="Of the child").exists()


def test_a_forked_child_with_a_journal_of_its_parent(emulator, tmp_path, session):
    with session.client.session(journal=tmp_path / "sync.db") as mine:
        brand = Brand(name="First")
        mine.add(brand)
        mine.commit()
        assert _in_a_child(lambda: str(len(mine.new))) == "0"
        emulator.faults.add(Fault("429-bare", times=None))
        mine.client.retry = type(mine.client.retry).never()
        brand.name = "Second"
        told = _in_a_child(mine.commit)
        assert "1 changed" in told
        mine.expunge_all()
