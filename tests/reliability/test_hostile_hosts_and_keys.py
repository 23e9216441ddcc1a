"""A token stays with its host, and a key in its place, whoever made them up."""

from __future__ import annotations

import contextlib
import socket
import threading
from urllib.parse import unquote

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from secrecy_plugin import TOKEN

from bcorm import resources
from bcorm.exceptions import BcormError, InvalidValue, RedirectRefused
from bcorm.http import ApiClient, OAuthCredentials, RetryPolicy
from bcorm.model.mapper import mapper_for
from bcorm.session.client import Client

GONE = b"HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"


class Listener:
    """Remembers the bytes of every request, and answers each alike."""

    def __init__(self, answer):
        self.answer = answer
        self.heads = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        threading.Thread(target=self._run, daemon=True).start()

    def _run(self):
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            with connection, contextlib.suppress(OSError):
                connection.settimeout(5)
                head = b""
                while b"\r\n\r\n" not in head and (received := connection.recv(65536)):
                    head += received
                self.heads.append(head)
                connection.sendall(self.answer)

    def close(self):
        self._socket.close()


@pytest.fixture
def listen():
    made = []

    def listen(answer):
        made.append(Listener(answer))
        return made[-1]

    yield listen
    for listener in made:
        listener.close()


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE"])
@pytest.mark.parametrize("status", [300, 301, 302, 303, 307, 308])
@pytest.mark.parametrize("target", ["http://localhost:{}/", "//127.0.0.1:{}/x", "/elsewhere"])
def test_no_redirect_is_followed(listen, method, status, target):
    other = listen(GONE)
    where = target.format(other.port)
    first = listen(
        f"HTTP/1.1 {status} Moved\r\nLocation: {where}\r\nContent-Length: 0\r\n"
        "Connection: close\r\n\r\n".encode()
    )
    client = ApiClient(
        OAuthCredentials("abc", TOKEN),
        api_url=f"http://127.0.0.1:{first.port}",
        retry=RetryPolicy(attempts=3, base=0.0),
    )
    with client, pytest.raises(RedirectRefused) as caught:
        client.request(method, "v3/catalog/products/1", json=None if method == "GET" else {})
    assert caught.value.status == status
    assert len(first.heads) == 1
    assert TOKEN.encode() in first.heads[0]
    assert other.heads == []


KEYED = [
    model
    for name in resources.INDEX
    if hasattr(model := getattr(resources, name), "endpoint")
    and model.endpoint.key is not None
    and "get" in model.endpoint.verbs
    and "{" not in model.endpoint.path
    and "str" in str(mapper_for(model).field(model.endpoint.key).annotation)
]


@pytest.fixture(scope="module")
def store():
    """A store that knows nothing, and a session's client of it."""
    listener = Listener(GONE)
    client = Client(
        OAuthCredentials("abc", TOKEN), api_url=f"http://127.0.0.1:{listener.port}",
        retry=RetryPolicy.never(),
    )  # fmt: skip
    yield listener, client
    client.close()
    listener.close()


@settings(max_examples=60)
@given(st.sampled_from(KEYED), st.text(min_size=1, max_size=40))
@example(KEYED[0], "../../v2/orders")
@example(KEYED[0], "a\r\nX-Auth-Client: b\r\n\r\nGET /")
@example(KEYED[0], "..")
@example(KEYED[0], "%2e%2e/x?y#z")
@example(KEYED[0], "\x00\x7f\\")
def test_a_key_stays_in_its_segment(store, model, key):
    listener, client = store
    listener.heads.clear()
    session = client.session()
    for ask in (
        lambda: session.get(model, key),
        lambda: model.objects.using(session).get(**{model.endpoint.key: key}),
    ):
        try:
            ask()
        except InvalidValue:
            continue  # a key that no path can hold is refused
        except BcormError:
            pass
    for head in listener.heads:
        lines = head.split(b"\r\n\r\n")[0].decode("ascii").split("\r\n")
        verb, target, _ = lines[0].split(" ")
        path, _, query = target.partition("?")
        prefix = f"/stores/abc/{model.endpoint.path}"
        assert verb == "GET"
        assert path == prefix or (
            path.startswith(f"{prefix}/") and path.count("/") == prefix.count("/") + 1
        )
        assert path == prefix or unquote(path.rpartition("/")[2]) == key
        names = {line.split(":")[0].lower() for line in lines[1:]}
        assert names <= {"host", "accept", "accept-encoding", "user-agent", "x-auth-token",
                         "connection"}  # fmt: skip
        assert "\r" not in query
