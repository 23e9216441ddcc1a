"""Shoppers: signed in by the app's token, recognised by the storefront's."""

from __future__ import annotations

import time

import jwt
import pytest
import requests

from bcorm.auth import (
    CustomerLogin,
    WrongAudience,
    current_customer_url,
    store_time,
    verify_current_customer,
)
from bcorm.emulator import Emulator
from bcorm.exceptions import ConfigurationError
from bcorm.http import ApiClient, OAuthCredentials

CLIENT_ID, SECRET = "6sv16tfx3j5gsopm42ss5dd67g2srvq", "0123456789abcdef" * 4


@pytest.fixture(scope="module")
def emulator():
    with Emulator(empty=True, store_hash="abc123", client_secret=SECRET) as emulator:
        emulator.put_document(
            "v3/customers", {"first_name": "A", "last_name": "B", "email": "a@example.com"}
        )
        yield emulator
    emulator.close()


def login(emulator, **changes):
    values = {"customer_id": 1, "store_hash": "abc123", **changes}
    return CustomerLogin(**values).url(emulator.url, CLIENT_ID, SECRET)


def visit(browser, url):
    return browser.get(url, timeout=10, allow_redirects=False)


def test_login__signs_the_shopper_in_and_the_app_recognises_them(emulator):
    with requests.Session() as browser:
        mine = current_customer_url(emulator.url, CLIENT_ID)
        assert visit(browser, mine).status_code == 404
        page = visit(browser, login(emulator, redirect_to="/cart.php"))
        assert (page.status_code, page.headers["Location"]) == (302, "/cart.php")
        token = visit(browser, mine).text
    customer = verify_current_customer(token, CLIENT_ID, SECRET, store_hash="abc123")
    assert (customer.id, customer.email, customer.group_id) == (1, "a@example.com", None)
    with pytest.raises(WrongAudience):
        verify_current_customer(token, "another", SECRET)


def test_login__token_is_good_once(emulator):
    url = login(emulator)
    with requests.Session() as browser:
        assert [visit(browser, url).status_code for _ in range(2)] == [302, 400]


def test_login__refused_by_the_store(emulator):
    old = CustomerLogin(1, "abc123").url(
        emulator.url, CLIENT_ID, SECRET, issued_at=int(time.time()) - 60
    )
    foreign = CustomerLogin(1, "abc123").url(emulator.url, CLIENT_ID, "f" * 64)
    elsewhere = login(emulator, request_ip="10.0.0.1")
    nobody = login(emulator, customer_id=999)
    with requests.Session() as browser:
        for url in (old, foreign, elsewhere, nobody):
            assert visit(browser, url).status_code == 400
        assert visit(browser, login(emulator, request_ip="127.0.0.1")).status_code == 302


def test_login__claims_are_those_of_the_documentation():
    login = CustomerLogin(
        7, "abc123", channel_id=3, redirect_to="/x", request_ip="1.2.3.4", persistent_cart=True
    )
    token = login.token(CLIENT_ID, SECRET, issued_at=1_535_393_113)
    claims = jwt.decode(token, SECRET, algorithms=["HS256"], options={"verify_iat": False})
    assert len(claims.pop("jti")) >= 16
    assert claims == {
        "iss": CLIENT_ID,
        "iat": 1_535_393_113,
        "operation": "customer_login",
        "store_hash": "abc123",
        "customer_id": 7,
        "channel_id": 3,
        "redirect_to": "/x",
        "request_ip": "1.2.3.4",
        "enable_persistent_cart": True,
    }
    assert jwt.get_unverified_header(token) == {"alg": "HS256", "typ": "JWT"}


def test_login__leaves_out_what_is_not_said():
    claims = jwt.decode(
        CustomerLogin(7, "abc123").token(CLIENT_ID, SECRET), SECRET, algorithms=["HS256"]
    )
    assert set(claims) == {
        "iss",
        "iat",
        "jti",
        "operation",
        "store_hash",
        "customer_id",
        "channel_id",
    }


@pytest.mark.parametrize(
    "place",
    [
        "https://evil.example.com", "//evil.example.com", "/\\evil", "x", "", "javascript:alert(1)",
        "/\t/evil", "/\r\nX: y", "/\u3002/evil", "\uff0f\uff0fevil", "/a\\evil", "/a//evil",
        "/.//evil", "/../evil", "/a/..", "/%2e%2E/evil", "/%2fevil", "/%5Cevil", "/%09/evil",
        "/x?y=\\z",
    ],
)  # fmt: skip
def test_login__redirect_stays_in_the_store(place):
    with pytest.raises(ConfigurationError):
        CustomerLogin(7, "abc123", redirect_to=place)


@pytest.mark.parametrize(
    "place",
    ["/", "/cart.php", "/a/b.c/.well-known/", "/a?next=//b&c=/../d#e", "/shoes/%C3%A9t%C3%A9"],
)
def test_login__redirect_goes_to_any_path(place):
    assert CustomerLogin(7, "abc123", redirect_to=place).redirect_to == place


def test_store_time__is_the_stores_clock(emulator):
    with ApiClient(OAuthCredentials("abc123", "token"), api_url=emulator.url) as client:
        assert abs(store_time(client) - time.time()) < 10
