"""Exchanging a code for a token: what was sent is in nothing that a failure shows."""

from __future__ import annotations

import base64
import json
import pickle
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
import requests

import bcorm.compat as bigcommerce
from bcorm.exceptions import ConfigurationError

SECRET, CODE = "topsecret-" * 4, "code-to-be-used-once"
ARGUMENTS = (SECRET, CODE, "stores/abc123", "scope", "https://x.example.com")
CLOSED = "http://127.0.0.1:9"
e = bigcommerce.exception


@pytest.fixture
def connection(emulator):
    return bigcommerce.connection.OAuthConnection("client", "abc123", host=emulator.url)


@pytest.fixture
def answering():
    """An endpoint that takes any POST and answers it with `server.document`."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            self.rfile.read(int(self.headers["Content-Length"]))
            body = json.dumps(server.document).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def shown_of(error):
    """What a reporter of errors shows: the variables of the frames below the test's own."""
    seen = []
    while error is not None:
        step = error.__traceback__
        while step is not None:
            if step.tb_frame.f_code.co_filename != __file__:
                seen.append(repr(step.tb_frame.f_locals))
            step = step.tb_next
        error = error.__cause__ or error.__context__
    assert seen
    return "\n".join(seen)


def test_fetch_token__secret_is_nowhere_when_it_is_refused(connection, emulator):
    url = f"{emulator.url}/oauth2/token"
    assert connection.fetch_token(*ARGUMENTS, url)["access_token"]
    with pytest.raises(e.ClientRequestException) as caught:
        connection.fetch_token(*ARGUMENTS, url)
    assert "topsecret" not in repr(pickle.dumps(caught.value))
    assert SECRET not in shown_of(caught.value)
    assert CODE not in shown_of(caught.value)


def test_fetch_token__secret_is_nowhere_when_nobody_answers(connection):
    with pytest.raises(requests.ConnectionError) as caught:
        connection.fetch_token(*ARGUMENTS, f"{CLOSED}/oauth2/token")
    assert SECRET not in shown_of(caught.value)
    assert CODE not in shown_of(caught.value)
    assert caught.value.request.body is None


def test_oauth_fetch_token__secret_is_nowhere(emulator, monkeypatch):
    monkeypatch.setenv("BC_AUTH_SERVICE", CLOSED)
    api = bigcommerce.api.BigcommerceApi(client_id="client", store_hash="abc123")
    with pytest.raises(requests.ConnectionError) as caught:
        api.oauth_fetch_token(*ARGUMENTS)
    assert SECRET not in shown_of(caught.value)


@pytest.mark.parametrize("document", [{}, [], {"access_token": ""}, {"access_token": 5}, None])
def test_fetch_token__an_answer_without_a_token(connection, answering, document):
    answering.document = document
    with pytest.raises(e.ServerException, match="no access token"):
        connection.fetch_token(*ARGUMENTS, f"http://127.0.0.1:{answering.server_port}/oauth2/token")


def test_a_request_that_fails_shows_no_credentials():
    connection = bigcommerce.connection.Connection(CLOSED, ("user", SECRET))
    with pytest.raises(requests.ConnectionError) as caught:
        connection.get("products")
    assert caught.value.request.headers["Authorization"] == "****"
    assert base64.b64encode(f"user:{SECRET}".encode()).decode() not in shown_of(caught.value)


def test_token__is_not_fetched_in_clear(monkeypatch):
    def send(self, request, **options):
        raise AssertionError(request.url)

    monkeypatch.setattr(requests.adapters.HTTPAdapter, "send", send)
    connection = bigcommerce.connection.OAuthConnection("client", "abc123")
    with pytest.raises(ConfigurationError, match="https"):
        connection.fetch_token(
            "secret", "code", "stores/abc123", "store_v2_orders", "https://app/cb",
            "http://login.example.com/oauth2/token",
        )  # fmt: skip
