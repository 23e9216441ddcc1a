"""Two threads, two sessions, one client: no answer reaches the wrong one."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest
from soak import length, patient

import bcorm
from bcorm import Brand, Product
from bcorm.exceptions import LazyLoadRefused
from bcorm.model.unit_of_work import current_session

REQUESTS = length(800, 10_000)
THREADS = 2


def work(client, mine, requests):
    """Read and write only the products that are mine, and check each answer."""
    with client.session() as session:
        sent = 0
        while sent < requests:
            for key in mine:
                product = Product.objects.get(id=key)
                assert product.id == key
                assert product.name == f"Generated product {key}"
                product.price = price = Decimal(key) + Decimal(sent % 97) / 100
                session.commit()
                assert product.price == price
                sent += 2
            found = [item.id for item in Product.objects.filter(id__in=mine).order_by("-id")]
            assert found == sorted(mine, reverse=True)
            assert len(list(Product.objects.filter(sku__in=[f"GEN-{key}" for key in mine]))) == len(
                mine
            )
            sent += 2
        assert session.stats.requests == sent
        assert {item.id for item in session if isinstance(item, Product)} <= set(mine)
        return sent


@patient
def test_no_crossed_answers(empty_emulator):
    empty_emulator.generate_products(40)
    keys = [item["id"] for item in empty_emulator.documents("v3/catalog/products")]
    client = bcorm.Client(
        bcorm.OAuthCredentials("testing", "not-a-secret"), api_url=empty_emulator.url
    )
    start = threading.Barrier(THREADS)

    def run(index):
        start.wait()
        return work(client, keys[index::THREADS], REQUESTS // THREADS)

    with ThreadPoolExecutor(THREADS) as pool:
        sent = sum(pool.map(run, range(THREADS)))
    assert sent >= REQUESTS
    assert client.stats.requests == sent
    stored = {item["id"]: item["price"] for item in empty_emulator.documents("v3/catalog/products")}
    assert all(key <= price < key + 1 for key, price in stored.items())
    client.close()


def test_first_use_of_a_model_by_many_threads_at_once(emulator):
    """Mappers and converters are built on first use; whoever comes second must see them whole."""
    from bcorm.model import mapper

    mapper._mappers.clear()
    client = bcorm.Client(bcorm.OAuthCredentials("testing", "not-a-secret"), api_url=emulator.url)
    start = threading.Barrier(8)

    def read(_):
        with client.session():
            start.wait()
            product = Product.objects.get(id=77)
            return product.name, product.price, product.custom_url.url, len(product.images)

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(read, range(8)))) == 1
    client.close()


def test_a_session_of_another_thread_is_not_current(session):
    seen = []
    thread = threading.Thread(target=lambda: seen.append(current_session.get()))
    thread.start()
    thread.join()
    assert seen == [None]


def test_stats_count_each_sessions_own_requests(emulator, session):
    with session.client.session(strict=True) as other:
        product = Product.objects.exclude(brand_id=0).scan().first()
        with pytest.raises(LazyLoadRefused):
            _ = product.brand
    Brand.objects.count()
    assert other.stats.requests == 1
    assert session.stats.requests == 1
    assert session.client.stats.requests == 2 == len(emulator.requests)
    assert dict(session.stats.rows())["reads"] == 1
