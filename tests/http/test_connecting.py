"""How a client reaches its store: proxies, certificates, the API's URL, how wide."""

from __future__ import annotations

import socket
import threading

import pytest

import bcorm
from bcorm.exceptions import ConfigurationError, ConnectionFailed
from bcorm.http import ApiClient, BasicCredentials, OAuthCredentials, RetryPolicy

OAUTH = OAuthCredentials("abc123", "tok-0123456789-secret")
BASIC = BasicCredentials("store-abc.mybigcommerce.com", "user", "tok-0123456789-secret")


class Proxy:
    """Answers what a client sends to its proxy, and remembers the first line."""

    def __init__(self):
        self.lines = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._run, daemon=True).start()

    def _run(self):
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with connection:
                head = b""
                while b"\r\n\r\n" not in head and (piece := connection.recv(65536)):
                    head += piece
                self.lines.append(head.decode())
                body = b'{"data": "by proxy"}'
                refused = b"HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n"
                answer = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)
                connection.sendall(refused if head.startswith(b"CONNECT") else answer)

    def close(self):
        self._listener.close()


@pytest.fixture
def proxy():
    proxy = Proxy()
    yield proxy
    proxy.close()


def _connect(**options):
    options.setdefault("retry", RetryPolicy.never())
    return bcorm.connect("abc123", "tok-0123456789-secret", **options)


def test_a_proxy_that_is_named_is_used(proxy, store):
    session = _connect(
        api_url=store.url, proxies={"http": f"http://me:pass-9f8e7d6c5b@{proxy.address}"}
    )
    assert session.client.get("v2/time").data == "by proxy"
    assert proxy.lines[0].startswith(f"GET {store.url}/stores/abc123/v2/time HTTP/1.1")
    assert "Proxy-Authorization: Basic" in proxy.lines[0]
    assert store.requests == []
    assert "pass-9f8e7d6c5b" not in repr(vars(vars(session.client._transport)["_wire"]))


def test_a_proxy_that_refuses_is_a_connection_that_failed_and_shows_no_password(proxy):
    session = _connect(proxies={"https": f"http://me:pass-9f8e7d6c5b@{proxy.address}"})
    with pytest.raises(ConnectionFailed) as caught:
        session.client.get("v2/time")
    assert not caught.value.sent
    assert "pass-9f8e7d6c5b" not in str(caught.value)


@pytest.mark.parametrize("name", ["HTTP_PROXY", "http_proxy", "ALL_PROXY"])
def test_a_proxy_of_the_environment_is_not_used(proxy, store, name, monkeypatch):
    monkeypatch.setenv(name, f"http://{proxy.address}")
    _connect(api_url=store.url).client.get("v2/time")
    assert len(store.requests) == 1
    assert proxy.lines == []


@pytest.mark.parametrize(
    "proxies",
    [
        "http://proxy:3128",
        {"https": "proxy:3128"},
        {"https": None},
        {"https": "ftp://x"},
        {"htps": "http://proxy:3128"},
        {"https://": "http://proxy:3128"},
    ],
)
def test_a_proxy_that_cannot_be_right_is_refused(proxies):
    with pytest.raises(ConfigurationError, match="proxies is a mapping"):
        _connect(proxies=proxies)


@pytest.mark.parametrize("verify", [False, "/no/such/file.pem"])
def test_certificates_that_cannot_be_right_are_refused(verify):
    with pytest.raises(ConfigurationError, match="verify"):
        _connect(verify=verify)


def test_certificates_and_proxies_belong_to_the_transport_that_is_built_here(tmp_path):
    bundle = tmp_path / "bundle.pem"
    bundle.write_text("")
    assert _connect(verify=bundle).client._transport._wire._verify == str(bundle)
    with pytest.raises(ConfigurationError, match="transport"):
        ApiClient(OAUTH, transport=object(), verify=bundle)


@pytest.mark.parametrize("number", [0, -1, "8", 2.5, True, None])
def test_how_wide_a_client_goes_is_a_number(number):
    assert _connect().client.concurrency == 8
    assert _connect(concurrency=1).client.concurrency == 1
    with pytest.raises(ConfigurationError, match="concurrency"):
        _connect(concurrency=number)


@pytest.mark.parametrize(
    "api_url",
    [
        "https://api.example.com",
        "https://api.example.com/",
        "https://api.example.com/stores/abc123",
        "https://api.example.com/stores/abc123/",
        "https://api.example.com/stores/abc123/v2",
        "https://api.example.com/stores/abc123/v3/",
    ],
)
def test_an_api_path_that_was_pasted_whole_is_taken_for_what_it_means(api_url):
    assert OAUTH.base_url(api_url) == "https://api.example.com/stores/abc123/"


@pytest.mark.parametrize(
    "api_url",
    [
        "https://api.example.com/stores/other/v3/",
        "https://api.example.com/stores/abc123/v3/catalog",
        "https://api.example.com/stores/abc123/v3/stores/abc123",
        "https://api.example.com/v3",
        "https://api.example.com/gate/v2/",
    ],
)
def test_an_api_path_that_means_something_else_is_refused(api_url):
    with pytest.raises(ConfigurationError, match="API URL"):
        OAUTH.base_url(api_url)


@pytest.mark.parametrize("tail", ["", "/", "/api", "/api/", "/api/v2", "/api/v2/"])
def test_the_url_of_a_legacy_account_is_taken_whole_too(tail):
    url = f"https://store-abc.mybigcommerce.com{tail}"
    assert BASIC.base_url(url) == "https://store-abc.mybigcommerce.com/api/"
    assert OAuthCredentials("abc123", "t").base_url("https://h/x") == "https://h/x/stores/abc123/"
