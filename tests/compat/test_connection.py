"""The low-level API: what it sends, what it raises, and what it never gives away."""

from __future__ import annotations

import copy
import json
import logging
import pickle
import traceback
from decimal import Decimal

import bigcommerce as official
import jwt
import pytest
import requests

import bcorm.compat as bigcommerce
from bcorm.compat import quota
from bcorm.emulator import Emulator, Fault
from bcorm.exceptions import BcormError, ConfigurationError

TOKEN = "swordfishtoken"
e = bigcommerce.exception


@pytest.fixture
def connection(emulator):
    return bigcommerce.connection.OAuthConnection("client", "abc123", TOKEN, host=emulator.url)


def brands(emulator):
    return emulator.documents("v3/catalog/brands")


def test_crud__each_method_does_its_verb(connection, emulator):
    made = connection.create("brands", {"name": "Acme"})
    assert connection.get("brands", made["id"])["name"] == "Acme"
    assert connection.update("brands", made["id"], {"name": "Acme II"})["name"] == "Acme II"
    assert connection.put(f"brands/{made['id']}", {"name": "Acme III"})["name"] == "Acme III"
    assert connection.get("brands", name="Acme III")[0]["id"] == made["id"]
    assert connection.post("brands", {"name": "Other"})["name"] == "Other"
    assert connection.make_request("GET", "brands", None, {"limit": 2}, None)[1]["id"] == 2
    assert connection.delete("brands", made["id"]) == {}
    with pytest.raises(e.ClientRequestException):
        connection.get("/brands/", made["id"])
    methods = [request.method for request in emulator.requests]
    assert methods == ["POST", "GET", "PUT", "PUT", "GET", "POST", "GET", "DELETE", "GET"]


@pytest.mark.parametrize(
    "url",
    ["http://api.bigcommerce.com/stores/abc123/v2/time", "https://api.bigcommerce.com.x.org/v2"],
)
def test_credentials__go_nowhere_else_and_never_in_clear(monkeypatch, url):
    sent = []

    def send(self, request, **options):
        sent.append(request)
        raise requests.ConnectionError("no network here")

    monkeypatch.setattr(requests.adapters.HTTPAdapter, "send", send)
    connection = bigcommerce.connection.OAuthConnection("client", "abc123", TOKEN)
    with pytest.raises(requests.ConnectionError):
        connection.get(url)
    (request,) = sent
    assert request.url == url
    assert not {"x-auth-token", "x-auth-client"} & {name.lower() for name in request.headers}


def test_filters__are_written_as_the_api_reads_them(connection, emulator):
    connection.get("products", is_visible=True, min_price=10.5, brand_id=None, name="a&b=c")
    query = emulator.requests[-1].query
    assert query == {"is_visible": "true", "min_price": "10.5", "name": "a&b=c"}


def test_id__stays_in_its_place(connection, emulator):
    with pytest.raises(e.ClientRequestException):
        connection.get("brands", "1/../../products")
    assert not any(request.path.rpartition("/")[2] == "products" for request in emulator.requests)


def test_decimal__is_sent_exactly(connection, emulator):
    product = emulator.documents("v3/catalog/products")[0]
    connection.put(f"products/{product['id']}", {"price": Decimal("19.9")})
    assert connection.get("products", product["id"])["price"] == "19.9000"


def test_204__is_empty(connection, api):
    assert connection.get("brands", name="nobody") == {}
    assert not api.Brands.all(name="nobody")
    assert list(api.Brands.iterall(name="nobody")) == []


def test_not_json__is_a_server_exception(connection, emulator):
    for fault in (Fault(kind="html"), Fault(kind="truncated", honest_length=False)):
        emulator.faults.clear()
        emulator.faults.add(fault)
        with pytest.raises(e.ServerException) as caught:
            connection.get("brands")
        assert caught.value.status_code == 200


def test_timeout__can_be_set(emulator):
    emulator.faults.add(Fault(kind="slow", seconds=2, times=5))
    fast = bigcommerce.connection.OAuthConnection(
        "client", "abc123", TOKEN, host=emulator.url, timeout=0.2
    )
    with pytest.raises(requests.exceptions.Timeout):
        fast.get("brands")
    api = bigcommerce.api.BigcommerceApi(
        client_id="c", store_hash="abc123", access_token=TOKEN, timeout=0.2
    )
    with pytest.raises(requests.exceptions.Timeout):
        api.Brands.all()
    api.connection.timeout = 10
    assert api.Brands.all()


def test_timeout__is_the_official_one_by_default(connection):
    theirs = official.connection.OAuthConnection("client", "abc123", TOKEN)
    assert connection.timeout == theirs.timeout


# 429


def managed(emulator, **management):
    return bigcommerce.connection.OAuthConnection(
        "client", "abc123", TOKEN, host=emulator.url, rate_limiting_management=management
    )


def test_429__is_raised_unless_waiting_is_configured(connection, emulator):
    emulator.faults.add(Fault(kind="429", seconds=7, times=1))
    with pytest.raises(e.RateLimitingException) as caught:
        connection.get("brands")
    assert caught.value.retry_after == "7000"
    assert isinstance(caught.value, e.ClientRequestException)
    assert connection.rate_limit["requests_remaining"] == 0


def test_429__is_waited_for_as_configured(emulator, monkeypatch):
    slept, calls = [], []
    monkeypatch.setattr("bcorm.compat.connection.sleep", slept.append)

    def called():
        calls.append(1)

    client = managed(
        emulator,
        min_requests_remaining=0,
        wait=True,
        callback_function=called,
    )
    emulator.faults.add(Fault(kind="429", seconds=3, times=2))
    assert client.get("brands")
    assert slept == [3.0, 3.0]
    assert len(calls) == 2


def test_429__without_headers_backs_off(emulator, monkeypatch):
    slept = []
    monkeypatch.setattr("bcorm.compat.connection.sleep", slept.append)
    emulator.faults.add(Fault(kind="429-bare", times=3))
    assert managed(emulator, min_requests_remaining=0, wait=True).get("brands")
    assert slept == [1.0, 2.0, 4.0]


def test_429__is_not_waited_for_for_ever(emulator, monkeypatch):
    monkeypatch.setattr("bcorm.compat.connection.sleep", lambda _seconds: None)
    emulator.faults.add(Fault(kind="429-bare", times=1000))
    with pytest.raises(e.RateLimitingException) as caught:
        managed(emulator, min_requests_remaining=0, wait=True).get("brands")
    assert caught.value.retry_after is None


def test_429__that_asks_for_days_is_told_at_once(emulator, monkeypatch):
    slept = []
    monkeypatch.setattr("bcorm.compat.connection.sleep", slept.append)
    emulator.faults.add(Fault(kind="429", seconds=3600, times=1))
    with pytest.raises(e.RateLimitingException):
        managed(emulator, min_requests_remaining=0, wait=True).get("brands")
    assert slept == []


@pytest.mark.parametrize(
    ("milliseconds", "seconds"), [(1500, 2), (10**12, 120), (10**400, 120), (-5, 0)]
)
def test_quota__a_wait_has_an_end(milliseconds, seconds):
    slept = []
    state = {"requests_remaining": 0, "ms_until_reset": milliseconds}
    quota.manage({"wait": True}, state, slept.append)
    assert slept == [seconds]


def test_quota__callback_without_waiting():
    """The official client's order: wait if told to, then call back."""
    events = []
    state = {"requests_remaining": 2, "ms_until_reset": 1500}
    quota.manage(
        {
            "min_requests_remaining": 2,
            "wait": True,
            "callback_function": lambda: events.append("called"),
        },
        state,
        events.append,
    )
    quota.manage(
        {
            "min_requests_remaining": 2,
            "callback_function": events.append,
            "callback_args": {"a": 1},
        },
        state,
        events.append,
    )
    quota.manage(
        {"min_requests_remaining": 1, "callback_function": events.append}, state, events.append
    )
    quota.manage(
        {"min_requests_remaining": 2, "wait": False, "callback_function": None},
        state,
        events.append,
    )
    assert events == [2, "called", {"a": 1}]


@pytest.mark.alone
def test_quota__real_windows_are_never_overrun():
    with Emulator(quota=5, window_ms=700, empty=True) as emulator:
        client = managed(emulator, min_requests_remaining=1, wait=True)
        for _ in range(12):
            client.get("brands")
        assert emulator.quota_log.refused == 0
    emulator.close()


def test_redirect__is_raised_and_not_followed(connection, emulator):
    emulator.faults.add(Fault(kind="redirect", times=1, location=f"{emulator.url}/elsewhere"))
    with pytest.raises(e.RedirectionException) as caught:
        connection.get("brands")
    assert caught.value.status_code == 302
    assert len(emulator.requests) == 1


def test_foreign_url__gets_no_credentials(connection, httpserver_headers):
    url, seen = httpserver_headers
    connection.make_request("GET", url)
    assert {"x-auth-token", "x-auth-client", "authorization"} & seen[0].keys() == set()
    basic = bigcommerce.connection.Connection(connection.host, ("user", TOKEN))
    basic.make_request("GET", url)
    assert "authorization" not in seen[1]


@pytest.fixture
def httpserver_headers():
    import threading
    from http.server import BaseHTTPRequestHandler, HTTPServer

    seen = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            seen.append({name.lower(): value for name, value in self.headers.items()})
            self.send_response(200)
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"{}")

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/x", seen
    server.shutdown()
    server.server_close()
    thread.join()


def test_netrc__does_not_replace_our_credentials(connection, emulator, tmp_path, monkeypatch):
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login evil password evil\n")
    monkeypatch.setenv("NETRC", str(netrc))
    connection.get("brands")
    assert "Authorization" not in connection._last_response.request.headers


@pytest.mark.parametrize("host", ["http://api.example.com", "ftp://x", "user@host", "a b"])
def test_host__must_be_https_or_this_machine(host):
    with pytest.raises(ConfigurationError):
        bigcommerce.connection.OAuthConnection("client", "abc123", TOKEN, host=host)
    with pytest.raises(ConfigurationError):
        bigcommerce.connection.Connection(host, ("user", TOKEN))


def test_token__that_cannot_be_a_header_is_refused_unseen():
    with pytest.raises(ConfigurationError) as caught:
        bigcommerce.connection.OAuthConnection("client", "abc123", f"{TOKEN}\r\nX-Evil: 1")
    for user, token in (("user", f"{TOKEN}\n"), ("us:er", TOKEN)):
        with pytest.raises(ConfigurationError) as caught:
            bigcommerce.connection.Connection("store.example.com", (user, token))
        assert TOKEN not in str(caught.value)
    assert TOKEN not in str(caught.value)


def test_payload__of_another_spelling_is_refused():
    claims = {"sub": "stores/abc123", "aud": "client", "iat": 1, "exp": 4_000_000_000}
    token = jwt.encode(claims, "secret" * 8, algorithm="HS256")
    verify = bigcommerce.api.BigcommerceApi.oauth_verify_payload_jwt
    assert verify(token, "secret" * 8, "client")["sub"] == "stores/abc123"
    digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    same_bytes = token[:-1] + digits[digits.index(token[-1]) ^ 1]
    with pytest.raises(jwt.DecodeError, match="canonical"):
        verify(same_bytes, "secret" * 8, "client")


def test_token__shows_nowhere(connection, emulator, caplog):
    caplog.set_level(logging.DEBUG)
    emulator.faults.add(Fault(kind="500", times=1))
    with pytest.raises(e.ServerException) as caught:
        connection.get("brands", secret_filter=1)
    error = caught.value
    shown = [
        repr(connection),
        str(error),
        repr(error),
        caplog.text,
        str(vars(error.response.request)),
        "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format()),
        repr(pickle.dumps(error)),
        repr(copy.copy(error)),
    ]
    assert not [text for text in shown if TOKEN in text]
    with pytest.raises(TypeError):
        pickle.dumps(connection)


def test_basic__password_shows_nowhere(emulator):
    connection = bigcommerce.connection.Connection(emulator.url, ("user", TOKEN))
    with pytest.raises(e.ClientRequestException) as caught:
        connection.get("nothing")
    assert "Basic" not in str(caught.value.response.request.headers)
    assert TOKEN not in repr(connection)


def test_exceptions__are_part_of_the_tree_and_round_trip(connection):
    with pytest.raises(BcormError) as caught:
        connection.get("brands", 999_999)
    again = pickle.loads(pickle.dumps(caught.value))
    assert type(again) is e.ClientRequestException
    assert (again.status_code, again.content) == (404, caught.value.content)


def test_verify_payload__is_strict_and_answers_false():
    verify = bigcommerce.api.BigcommerceApi.oauth_verify_payload
    for payload in ("", ".", "a.b", "a.b.c", "%%%.%%%", "é.é"):
        assert verify(payload, "s" * 64) is False


def test_verify_payload_jwt__raises_what_the_official_client_raises():
    secret, audience = "s" * 64, "client"
    claims = {"aud": audience, "sub": "stores/abc123", "exp": 4_000_000_000}
    token = jwt.encode(claims, secret, algorithm="HS256")
    cases = {
        jwt.InvalidAudienceError: (token, secret, "another"),
        jwt.InvalidSignatureError: (token, "t" * 64, audience),
        jwt.ExpiredSignatureError: (jwt.encode({**claims, "exp": 1}, secret), secret, audience),
        jwt.InvalidAlgorithmError: (jwt.encode(claims, None, algorithm="none"), secret, audience),
        jwt.DecodeError: (token[:-9], secret, audience),
    }
    mine = bigcommerce.api.BigcommerceApi.oauth_verify_payload_jwt
    theirs = official.api.BigcommerceApi.oauth_verify_payload_jwt
    assert mine(token, secret, audience) == theirs(token, secret, audience) == claims
    for error, arguments in cases.items():
        for verify in (mine, theirs):
            with pytest.raises(error):
                verify(*arguments)


def test_mapping__is_json_and_pickles_without_its_connection(api):
    product = api.Products.all(limit=1)[0]
    assert json.loads(json.dumps(product)) == product
    again = pickle.loads(pickle.dumps(product))
    assert again == product
    assert type(again) is bigcommerce.resources.Products
    assert "_connection" not in again
    assert copy.deepcopy(dict(product)) == product


def test_mapping__dots_and_items_are_the_same_thing():
    thing = bigcommerce.resources.Products({"name": "A", "images": {"resource": "/x"}})
    thing.name = "B"
    thing["sku"] = "S"
    assert (thing["name"], thing.sku) == ("B", "S")
    assert callable(thing.images)
    assert "images" not in thing
    del thing.sku
    with pytest.raises(AttributeError):
        _ = thing.sku
    with pytest.raises(AttributeError):
        del thing.sku
    assert str(thing) == "{'name': 'B'}"
    assert repr(thing).startswith("<Products at 0x")


def test_api__unknown_resource_and_method(api):
    with pytest.raises(AttributeError):
        _ = api.Nonsense
    with pytest.raises(AttributeError):
        _ = api.Store.delete_all
    with pytest.raises(AttributeError):
        _ = api.DEFAULT_TIMEOUT
    assert api.Products.resource_name == "products"
    with pytest.raises(ConfigurationError):
        bigcommerce.api.BigcommerceApi(client_id="", store_hash="")
