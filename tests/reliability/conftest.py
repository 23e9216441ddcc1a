"""A store that can be disturbed, and clients that do not wait long for it."""

from __future__ import annotations

import random
import time

import pytest

from bcorm.http.exchange import RetryPolicy
from bcorm.model.unit_of_work import current
from bcorm.session.client import Client

# Seconds that an answer is waited for; the faults that hang last longer.
READ = 0.25


@pytest.fixture
def make_client():
    """Clients of a store, closed afterwards."""
    from bcorm.http.credentials import OAuthCredentials

    made = []

    def make(url, **options):
        jitter = random.Random(len(made)).random
        options.setdefault("retry", RetryPolicy(base=0.001, cap=0.01, jitter=jitter))
        options.setdefault("timeout", READ)
        made.append(Client(OAuthCredentials("reliable", "not-a-secret"), api_url=url, **options))
        return made[-1]

    yield make
    for client in made:
        client.close()


@pytest.fixture
def store(empty_emulator):
    """An empty store; what it is still working on afterwards does not reach the next test."""
    yield empty_emulator
    if empty_emulator.faults.struck.keys() & {"hang", "slow"}:
        time.sleep(0.5)


@pytest.fixture
def work(store, make_client):
    """A session on the empty store, current in the test."""
    with current(make_client(store.url).session()) as session:
        yield session
