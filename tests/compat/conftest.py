from __future__ import annotations

import pytest

import bcorm.compat as bigcommerce
from bcorm.emulator import Emulator


@pytest.fixture(scope="session")
def running():
    """One emulator for the suite; tests take `emulator`, which is as new for each."""
    with Emulator() as emulator:
        yield emulator
    emulator.close()


@pytest.fixture
def emulator(running, monkeypatch):
    running.reset()
    monkeypatch.setenv("BC_API_ENDPOINT", running.url)
    monkeypatch.setenv("BC_AUTH_SERVICE", running.url)
    return running


@pytest.fixture
def api(emulator):
    return bigcommerce.api.BigcommerceApi(
        client_id="client", store_hash="abc123", access_token="swordfishtoken"
    )


@pytest.fixture
def v3(emulator):
    return bigcommerce.api.BigcommerceApi(
        client_id="client",
        store_hash="abc123",
        access_token="swordfishtoken",
        api_path="/stores/{}/v3/{}",
    )
