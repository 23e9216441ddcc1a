"""A real Dask cluster of two worker processes, and a real Redis that shares the quota."""

from __future__ import annotations

import os

import pytest
from distributed import Client, LocalCluster
from parallel_work import price_and_brand, price_of, worker

import bcorm
from bcorm import Product, parallel
from bcorm.emulator import Emulator
from bcorm.http.credentials import REDIS_URL
from bcorm.http.shared import RedisGovernor
from bcorm.session import Session

pytestmark = [
    pytest.mark.filterwarnings("ignore"),  # what Dask says about itself
    pytest.mark.alone,
]

# Slow enough that two busy cores are not what limits it.
QUOTA, WINDOW_MS = 8, 1_000
PRODUCTS = 5_000
ATTEMPTS = 3


@pytest.fixture(scope="module")
def shop(redis_url):
    """A store of 5,000 products with a quota, named by the environment, as in production."""
    with (
        Emulator(quota=QUOTA, window_ms=WINDOW_MS) as emulator,
        pytest.MonkeyPatch.context() as env,
    ):
        emulator.generate_products(PRODUCTS - 220)
        env.setenv("BIGCOMMERCE_STORE_HASH", "cluster")
        env.setenv("BIGCOMMERCE_ACCESS_TOKEN", "token")
        env.setenv("BIGCOMMERCE_API_URL", emulator.url)
        env.setenv("BCORM_REDIS_URL", redis_url)
        yield emulator


@pytest.fixture(scope="module")
def cluster(shop):
    """Two worker processes, which take their credentials from the environment."""
    with (
        LocalCluster(
            n_workers=2, threads_per_worker=2, processes=True, dashboard_address=None
        ) as it,
        Client(it) as client,
    ):
        yield client


def test_the_cluster_gives_what_the_serial_run_gives_and_uses_the_quota(shop, cluster):
    with Emulator() as unlimited:
        unlimited.generate_products(PRODUCTS - 220)
        session = bcorm.connect("serial", "token", api_url=unlimited.url)
        serial = [price_and_brand(item) for item in Product.objects.using(session)]
    assert len(serial) == PRODUCTS
    bcorm.connect(governor=RedisGovernor(os.environ[REDIS_URL]))
    with cluster.get_executor() as executor:
        few = Product.objects.filter(id__lt=90)
        assert list(parallel.map(few, price_of, executor=executor))  # the workers import bcorm
        shares = []
        # A machine that is busy with something else can be too slow for its quota: ask again.
        while not shares or (max(shares) < 0.95 and len(shares) < ATTEMPTS):
            before = len(shop.quota_log.windows)
            found = list(
                parallel.map(
                    Product.objects.all(), price_and_brand, executor=executor, partitions=36
                )
            )
            assert found == serial
            full = shop.quota_log.windows[before:-1]
            assert len(full) >= 3
            shares.append(sum(full) / (QUOTA * len(full)))
    assert shop.quota_log.refused == 0
    assert max(shares) >= 0.95, shop.quota_log.windows


def test_the_work_was_done_in_the_workers(cluster):
    """Not in this process, and in more than one."""
    few = Product.objects.filter(id__lt=300).using(
        bcorm.connect(governor=RedisGovernor(os.environ[REDIS_URL]))
    )
    with cluster.get_executor() as executor:
        pids = set(parallel.map(few, worker, executor=executor))
    assert len(pids) == 2


def test_a_session_does_not_travel(cluster):
    session = bcorm.connect(governor=RedisGovernor(os.environ[REDIS_URL]))
    with (
        pytest.raises(Exception, match=r"[Pp]ickl|[Ss]erializ"),
        cluster.get_executor() as executor,
    ):
        executor.submit(Session.commit, session).result()
