"""What a caller puts in, what goes over the wire, what comes back."""

from __future__ import annotations

import logging
from decimal import Decimal

import pytest

from bcorm.exceptions import ConfigurationError, InvalidValue, NotFound, RedirectRefused
from bcorm.http import ApiClient, BasicCredentials, OAuthCredentials, Stats, Timeout


def test_a_request_carries_its_authentication_and_names_us(store, client):
    client.get("v3/catalog/products")
    (request,) = store.requests
    assert request["full_path"] == "/stores/abc123/v3/catalog/products"
    assert request["headers"]["x-auth-token"] == "tok-0123456789-secret"
    assert request["headers"]["accept"] == "application/json"
    assert request["headers"]["user-agent"].startswith("bcorm/")


def test_the_environment_adds_nothing(store, monkeypatch, tmp_path):
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login thief password thief\n")
    monkeypatch.setenv("NETRC", str(netrc))
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with ApiClient(OAuthCredentials("abc", "token"), api_url=store.url) as client:
        client.get("v2/time")
    assert "authorization" not in store.requests[0]["headers"]


def test_parameters_keep_their_order_and_stay_readable(store, client):
    client.get(
        "v3/catalog/products",
        params={
            "id:in": [3, 7],
            "is_visible": True,
            "price": Decimal("1E+2"),
            "sku": None,
            "name:like": "a&b=c d/ü",
        },
    )
    assert store.requests[0]["query"] == (
        "id:in=3,7&is_visible=true&price=100&name:like=a%26b%3Dc%20d%2F%C3%BC"
    )


def test_a_body_is_compact_and_exact(store, client):
    client.put("v3/catalog/products", json=[{"id": 1, "price": Decimal("12.50"), "name": "ü"}])
    assert store.requests[0]["body"] == '[{"id":1,"price":12.5,"name":"ü"}]'.encode()
    assert store.requests[0]["headers"]["content-type"] == "application/json"


def test_an_empty_list_is_a_body_and_none_is_not(store, client):
    client.put("v3/catalog/products", json=[])
    client.post("v3/x")
    assert [request["body"] for request in store.requests] == [b"[]", b""]
    assert store.requests[1]["headers"]["content-length"] == "0"
    assert "content-type" not in store.requests[1]["headers"]


def test_files_are_sent_as_multipart(store, client):
    client.post(
        "v3/catalog/products/1/images",
        files={"image_file": ("a.png", b"\x89PNG", "image/png"), "is_thumbnail": "true"},
    )
    request = store.requests[0]
    assert request["headers"]["content-type"].startswith("multipart/form-data; boundary=")
    assert b'filename="a.png"' in request["body"]
    assert b"\x89PNG" in request["body"]


@pytest.mark.parametrize("media_type", ["text/csv", "text/event-stream; charset=utf-8"])
def test_tables_and_streams_are_text(store, client, media_type):
    store.script(store.Reply(200, raw="ü,1".encode(), headers={"Content-Type": media_type}))
    assert client.get("v3/x").body == "ü,1"


def test_v3_and_v2_have_one_face(store, client):
    store.script(store.Reply(200, {"data": [{"id": 1}], "meta": {"pagination": {"total": 1}}}))
    answer = client.get("v3/catalog/products")
    assert answer.data == [{"id": 1}]
    assert answer.meta == {"pagination": {"total": 1}}
    store.script(store.Reply(200, [{"id": 1}]))
    answer = client.get("v2/orders")
    assert (answer.data, answer.meta) == ([{"id": 1}], {})


def test_empty_answers_have_no_data(store, client):
    store.script(store.Reply(204), store.Reply(200), store.Reply(202, raw=b" \n"))
    assert [client.get("v2/orders").data for _ in range(3)] == [None, None, None]


def test_a_partial_success_can_be_read(store, client):
    body = {"data": [{"id": 1}], "errors": {"inventory": "not saved"}, "meta": {}}
    store.script(store.Reply(207, body))
    answer = client.put("v3/catalog/products", json=[{"id": 1}])
    assert (answer.status, answer.data, answer.errors) == (207, [{"id": 1}], body["errors"])


def test_json_is_read_whatever_it_calls_itself(store, client):
    store.script(store.Reply(200, {"data": 1}, {"Content-Type": "text/html"}))
    assert client.get("v2/time").data == 1


def test_an_error_says_everything(store, client):
    store.script(
        store.Reply(
            404,
            {"status": 404, "title": "No such product", "errors": {}},
            {"X-Request-Id": "req-1", "Set-Cookie": "session=1"},
        )
    )
    with pytest.raises(NotFound, match=r"GET v3/catalog/products/9: 404 No such product \[re"):
        client.get("v3/catalog/products/9", params={"include": "images"})
    with pytest.raises(NotFound) as caught:
        client.delete("v3/catalog/products/9")
    error = caught.value
    assert (error.status, error.method, error.path) == (404, "DELETE", "v3/catalog/products/9")
    assert (error.request_id, error.retry_safe) == ("req-1", True)
    assert error.headers["X-Request-ID"] == "req-1"
    assert "set-cookie" not in error.headers


def test_a_redirect_is_not_followed(store, client):
    store.script(store.Reply(302, headers={"Location": "http://127.0.0.1:9/steal"}))
    with pytest.raises(RedirectRefused):
        client.get("v2/time")
    assert len(store.requests) == 1


def test_both_counters_count(store, client):
    mine = Stats()
    client.get("v2/time", stats=mine)
    client.put("v3/catalog/products", json=[], stats=mine)
    client.get("v2/time")
    assert (mine.requests, mine.reads, mine.writes, mine.bytes_sent) == (2, 1, 1, 2)
    assert client.stats.requests == 3
    assert mine.bytes_received > 0
    assert [(row.method, row.path, row.status) for row in mine.log] == [
        ("GET", "v2/time", 200),
        ("PUT", "v3/catalog/products", 200),
    ]
    assert dict(mine.rows())["requests"] == 2


def test_each_request_logs_one_line_without_secrets(store, client, caplog):
    store.script(store.Reply(200, {"secret": "body"}, {"X-Request-Id": "req-7"}))
    with caplog.at_level(logging.DEBUG, logger="bcorm.http"):
        client.get("v3/catalog/products", params={"name": "query"})
    (line,) = [record.getMessage() for record in caplog.records if record.name == "bcorm.http"]
    assert line.startswith("GET v3/catalog/products 200 ")
    assert line.endswith("req-7")
    assert "query" not in line


def test_basic_credentials_open_v2_only(store):
    credentials = BasicCredentials(store.url, "user", "token")
    with ApiClient(credentials) as client:
        client.get("v2/time")
        with pytest.raises(ConfigurationError, match="v3"):
            client.get("v3/catalog/products")
    assert store.requests[0]["full_path"] == "/api/v2/time"
    assert store.requests[0]["headers"]["authorization"] == "Basic dXNlcjp0b2tlbg=="
    assert client.store_key == store.url.removeprefix("http://")


def test_the_environment_names_the_store(store, monkeypatch):
    monkeypatch.setenv("BIGCOMMERCE_STORE_HASH", "envhash")
    monkeypatch.setenv("BIGCOMMERCE_ACCESS_TOKEN", "envtoken")
    monkeypatch.setenv("BIGCOMMERCE_API_URL", store.url + "/")
    with ApiClient.from_env() as client:
        client.get("v2/time")
    assert store.requests[0]["full_path"] == "/stores/envhash/v2/time"
    assert client.store_key == "envhash"


@pytest.mark.parametrize(
    ("api_url", "named"),
    [
        (None, "abc"),
        ("https://api.bigcommerce.com", "abc"),
        ("https://API.bigcommerce.com/stores/abc/v3", "abc"),
        ("https://proxy.example", "abc@proxy.example"),
        ("http://127.0.0.1:8000", "abc@127.0.0.1:8000"),
        ("http://127.0.0.1:8001/below/", "abc@127.0.0.1:8001/below"),
        ("https://gateway.example/b/stores/abc/v3", "abc@gateway.example/b"),
    ],
)
def test_a_store_is_named_with_a_host_that_is_not_bigcommerces(api_url, named):
    with ApiClient(OAuthCredentials("abc", "token"), api_url=api_url) as client:
        assert client.qualified_store_key == named
        assert client.store_key == "abc"


@pytest.mark.parametrize(
    "wrong",
    [
        {"method": "get"},
        {"method": "BREW"},
        {"lane": "fast"},
        {"headers": {"X-Auth-Token": "other"}},
        {"headers": {"X-A": "b\r\nX-C: d"}},
        {"headers": {"X A": "b"}},
        {"json": [], "files": {"a": "b"}},
    ],
    ids=str,
)
def test_a_wrong_call_is_refused_before_it_is_sent(store, client, wrong):
    options = {"method": "POST", "path": "v2/time", **wrong}
    with pytest.raises(ConfigurationError):
        client.request(options.pop("method"), options.pop("path"), **options)
    assert not store.requests


@pytest.mark.parametrize(
    "path",
    ["", "v4/x", "/v3/x", "v3", "v3//x", "v3/x/", "v3/../v2/x", "v3/./x", "v3/x?a=1", "v3/a b",
     "v3/a#b", "v3/a\r\nb", "v3/a\n", "v3/%zz", "https://evil/v3/x", "v3/x\\y"],
)  # fmt: skip
def test_a_path_that_could_leave_the_store_is_refused(store, client, path):
    with pytest.raises(InvalidValue):
        client.get(path)
    assert not store.requests


@pytest.mark.parametrize("timeout", [0, -1, Timeout(connect=0)])
def test_a_timeout_is_positive(timeout):
    with pytest.raises(ConfigurationError):
        ApiClient(OAuthCredentials("a", "b"), timeout=timeout)
