"""Workers that die while they commit a piece: each row is changed once, or told as unknown."""

from __future__ import annotations

from decimal import Decimal

import pytest
from distributed import Client, LocalCluster
from parallel_work import raise_price, raise_price_and_die

import bcorm
from bcorm import Product, parallel
from bcorm.emulator import Emulator, Fault
from bcorm.exceptions import CommitError, ConfigurationError
from bcorm.http.exchange import RetryPolicy

pytestmark = [
    pytest.mark.filterwarnings("ignore"),  # what Dask says about itself
    pytest.mark.alone,
]

PRODUCTS = "v3/catalog/products"


@pytest.fixture
def shop(monkeypatch):
    """A store that the environment names, as in production."""
    with Emulator(empty=True) as emulator:
        emulator.generate_products(400)
        monkeypatch.setenv("BIGCOMMERCE_STORE_HASH", "cluster")
        monkeypatch.setenv("BIGCOMMERCE_ACCESS_TOKEN", "token")
        monkeypatch.setenv("BIGCOMMERCE_API_URL", emulator.url)
        yield emulator


def _prices(emulator):
    return {row["id"]: Decimal(str(row["price"])) for row in emulator.documents(PRODUCTS)}


@pytest.mark.parametrize("writes", [0, 3])
def test_a_piece_that_is_run_again_changes_each_row_once(shop, monkeypatch, tmp_path, writes):
    flag = tmp_path / "died"
    monkeypatch.setenv("BCORM_TEST_FLAG", str(flag))
    monkeypatch.setenv("BCORM_TEST_WRITES", str(writes))
    before = _prices(shop)
    bcorm.connect()
    with (
        LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
        ) as cluster,
        Client(cluster) as client,
        client.get_executor() as executor,
    ):
        results = parallel.map(
            Product.objects.all(), raise_price_and_die, executor=executor, partitions=4,
            commit=True,
        )  # fmt: skip
        found = list(results)
    assert flag.exists()  # one has died
    assert found == sorted(before)
    assert results.report
    assert results.report.saved == len(before)
    assert _prices(shop) == {key: price + 1 for key, price in before.items()}


def test_one_report_for_all_pieces(shop):
    before = _prices(shop)
    bcorm.connect()
    results = parallel.map(Product.objects.all(), raise_price, partitions=5, commit=True)
    assert len(list(results)) == len(before)
    assert (results.report.saved, results.report.failed) == (len(before), [])
    assert results.report.requests >= len(before) // 10


def test_a_piece_that_is_refused_is_in_the_report(shop):
    shop.faults.add(Fault("429-bare", method="PUT", times=None))
    bcorm.connect(retry=RetryPolicy.never())
    results = parallel.map(Product.objects.all()[:20], raise_price, partitions=1, commit=True)
    with pytest.raises(CommitError):
        list(results)
    assert len(results.report.failed) == 20
    assert not results.report


def test_workers_that_do_not_see_the_journals_are_refused(shop, tmp_path, monkeypatch):
    from bcorm import parallel as module

    bcorm.connect()
    monkeypatch.setattr(module, "_folder", lambda _journals: str(tmp_path / "elsewhere"))
    before = _prices(shop)
    with pytest.raises(ConfigurationError, match="journals="):
        list(parallel.map(Product.objects.all(), raise_price, commit=True))
    assert _prices(shop) == before
