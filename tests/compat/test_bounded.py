"""What the official client's programs are answered is bounded, and gives no secret back."""

from __future__ import annotations

import time

import pytest
import requests

import bcorm.compat as bigcommerce
from bcorm.exceptions import BcormError
from bcorm.http import Bounds
from bcorm.http.transport import BoundedAdapter

TOKEN = "token-91d2b7-distinct"


@pytest.fixture(autouse=True)
def endpoint(hostile_store, monkeypatch):
    monkeypatch.setenv("BC_API_ENDPOINT", hostile_store.url)


def _api():
    api = bigcommerce.api.BigcommerceApi(client_id="app", store_hash="abc", access_token=TOKEN)
    adapter = BoundedAdapter(
        Bounds(max_seconds=0.5, max_bytes=2_000_000, max_decoded_bytes=4_000_000)
    )
    api.connection._session.mount("http://", adapter)
    return api


@pytest.mark.parametrize(
    "kind",
    ["drip-body", "drip-header", "drip-continue", "drip-chunks", "endless-body", "endless-chunks",
     "gzip-bomb", "gzip-twice", "nothing", "garbage"],
)  # fmt: skip
def test_an_answer_ends_in_time_and_in_an_error_that_programs_know(hostile_store, kind):
    hostile_store.answer(kind)
    started = time.monotonic()
    with pytest.raises((BcormError, requests.RequestException)):
        _api().Products.all()
    assert time.monotonic() - started < 20


@pytest.mark.parametrize(
    "kind", ["echo-refused", "echo-unauthorized", "echo-redirect", "echo-broken"]
)
def test_an_echoed_token_is_in_no_exception(hostile_store, kind):
    hostile_store.answer(kind)
    with pytest.raises(BcormError) as caught:
        _api().Products.all()
    error = caught.value
    assert TOKEN not in f"{error} {error.content!r} {error.headers!r}"


def test_an_echoed_client_secret_is_in_no_exception(hostile_store):
    hostile_store.answer("echo-unauthorized")
    connection = bigcommerce.connection.OAuthConnection("app", "abc", host=hostile_store.url)
    with pytest.raises(BcormError) as caught:
        connection.fetch_token(
            "secret-91d2b7-distinct",
            "code-91d2b7-distinct",
            "stores/abc",
            "store_v2",
            "https://app.example.com/auth",
            token_url=f"{hostile_store.url}/oauth2/token",
        )
    error = caught.value
    assert "91d2b7-distinct" not in f"{error} {error.content!r} {error.headers!r}"
