"""A token is sent, and seen nowhere else."""

from __future__ import annotations

import copy
import logging
import pickle
import traceback

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcorm.exceptions import ApiError, ConfigurationError, UnknownOutcome
from bcorm.http import ApiClient, BasicCredentials, OAuthCredentials, RetryPolicy, Secret

TOKEN = "tok-0123456789-secret"


def _everything(error):
    """Everything that a log or an error tracker can make of an exception."""
    told = traceback.TracebackException.from_exception(error, capture_locals=True)
    return "".join(
        ["".join(told.format()), repr(error), str(error), repr(error.__dict__), repr(error.args)]
        + [_everything(inner) for inner in (error.__cause__, error.__context__) if inner]
    )


@pytest.mark.parametrize("text", [TOKEN, "", "a"])
def test_a_secret_shows_nowhere(text):
    secret = Secret(text)
    shown = [repr(secret), str(secret), f"{secret}", f"{secret:>10}", f"{secret!r}", str([secret])]
    assert all("****" in each and (not text or text not in each.split("*")) for each in shown)
    assert not hasattr(secret, "__dict__")
    assert secret.reveal() == text
    assert copy.copy(secret) == copy.deepcopy(secret) == secret == Secret(secret)
    assert hash(secret) == hash(Secret(text))
    assert secret != text
    assert secret != Secret(f"{text}x")
    with pytest.raises(TypeError):
        pickle.dumps(secret)


def test_credentials_show_whose_they_are_and_not_the_token():
    for credentials in (
        OAuthCredentials("abc", TOKEN, client_id=TOKEN),
        BasicCredentials("www.example.com", "me", TOKEN),
    ):
        assert TOKEN not in repr(credentials)
        assert TOKEN not in repr(credentials.auth_headers())
        assert TOKEN not in str(attrs.asdict(credentials))
        assert TOKEN not in repr(ApiClient(credentials))
        with pytest.raises(TypeError):
            pickle.dumps(credentials)


@pytest.mark.parametrize("bad", ["a\r\nX-Evil: 1", "a\n", "a b", "", "tökén", "a\0", 7, None, b"x"])
def test_a_token_that_is_not_header_safe_is_refused_unseen(bad):
    with pytest.raises(ConfigurationError) as caught:
        OAuthCredentials("abc", bad)
    assert "X-Evil" not in str(caught.value)


@pytest.mark.parametrize(
    "bad", ["a\r\nX-Evil: 1", " a", "a\n", "", "tökén", "a\0", 7, None, b"bytes"]
)
def test_a_password_that_cannot_be_meant_is_refused_unseen(bad):
    with pytest.raises(ConfigurationError) as caught:
        BasicCredentials("www.example.com", "me", bad)
    assert "X-Evil" not in str(caught.value)


def test_a_host_gives_way_to_an_api_url():
    credentials = BasicCredentials("www.example.com", "me", TOKEN)
    assert credentials.base_url(None) == "https://www.example.com/api/"
    assert credentials.base_url("https://proxy.example.com/") == "https://proxy.example.com/api/"


def test_a_password_may_have_a_space_in_it(store):
    with ApiClient(BasicCredentials(store.url, "user", "api token")) as client:
        client.get("v2/time")
    assert store.requests[0]["headers"]["authorization"] == "Basic dXNlcjphcGkgdG9rZW4="


@pytest.mark.parametrize("bad", ["", "a/b", "a b", "..", "a\n", "ü", None, "x" * 65])
def test_a_store_hash_is_letters_and_digits(bad):
    with pytest.raises(ConfigurationError, match="store_hash"):
        OAuthCredentials(bad, TOKEN)


@pytest.mark.parametrize(
    "bad", ["", "a b", "user:x", "host/path", "host/path?x", "http://www.example.com"]
)
def test_a_host_is_a_host(bad):
    with pytest.raises(ConfigurationError):
        BasicCredentials(bad, "me", TOKEN)


@pytest.mark.parametrize("bad", ["", "a:b", "a\n"])
def test_a_user_name_is_printable_and_has_no_colon(bad):
    with pytest.raises(ConfigurationError, match="username"):
        BasicCredentials("www.example.com", bad, TOKEN)


@pytest.mark.parametrize(
    "url",
    ["http://api.bigcommerce.com", "ftp://127.0.0.1", "https://", "https://me:pw@host",
     "https://host?x=1", "https://host#x", "https://host:99999999", "https://ho st", "host",
     "http://127.0.0.1.evil.com", "http://localhost.evil.com", "https://a\\b", "https://h\r\nX:y",
     "http://[::2]", "http://10.0.0.1", "https://[::1"],
)  # fmt: skip
def test_a_token_does_not_travel_to_this_url(url):
    with pytest.raises(ConfigurationError):
        ApiClient(OAuthCredentials("abc", TOKEN), api_url=url)


@pytest.mark.parametrize(
    "url",
    ["https://api.bigcommerce.com/", "http://127.0.0.1:8000", "http://127.8.9.1", "http://[::1]:80",
     "http://localhost:1", "https://proxy.example.com/bigcommerce"],
)  # fmt: skip
def test_a_token_may_travel_to_this_url(url):
    ApiClient(OAuthCredentials("abc", TOKEN), api_url=url).close()


def test_missing_environment_variables_are_named():
    with pytest.raises(ConfigurationError, match="BIGCOMMERCE_ACCESS_TOKEN not set"):
        OAuthCredentials.from_env({"BIGCOMMERCE_STORE_HASH": "abc"})
    assert OAuthCredentials.from_env(
        {"BIGCOMMERCE_STORE_HASH": "abc", "BIGCOMMERCE_ACCESS_TOKEN": TOKEN}
    ) == OAuthCredentials("abc", TOKEN)


ANSWERS = {
    "echoed in JSON": (422, b'{"title": "bad token %s", "errors": {"%s": "%s"}}'),
    "echoed in text": (401, b"bad token %s %s %s"),
    "echoed in a broken body": (200, b'{"title": "%s%s%s'),
    "overload": (503, b"%s%s%s"),
}


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("name", ANSWERS)
def test_errors_do_not_show_the_token_even_if_the_server_does(store, caplog, name, method):
    status, body = ANSWERS[name]
    store.script(store.Reply(status, raw=body % ((TOKEN.encode(),) * 3), headers={"X-Echo": TOKEN}))
    credentials = OAuthCredentials("abc", TOKEN)
    caplog.set_level(logging.DEBUG)
    with (
        ApiClient(credentials, api_url=store.url, retry=RetryPolicy.never()) as client,
        pytest.raises(ApiError) as caught,
    ):
        client.request(method, "v2/time")
    assert TOKEN not in _everything(caught.value)
    assert TOKEN not in str(caught.value.headers)
    assert TOKEN.encode() not in pickle.dumps(caught.value)
    assert TOKEN not in caplog.text
    assert store.requests[0]["headers"]["x-auth-token"] == TOKEN


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_broken_connections_do_not_show_the_token(store, raw_server, method):
    closed = raw_server(b"")
    closed.close()
    for url in (closed.url, raw_server(b"").url, raw_server(b"x", reset=True).url):
        with (
            ApiClient(
                OAuthCredentials("abc", TOKEN), api_url=url, retry=RetryPolicy.never(), timeout=0.3
            ) as client,
            pytest.raises(ApiError) as caught,
        ):
            client.request(method, "v2/time", json=None if method == "GET" else {})
        assert TOKEN not in _everything(caught.value)


def test_an_interrupt_in_the_middle_does_not_show_the_token(store, monkeypatch):
    import http.client

    def interrupt(self, data):
        raise KeyboardInterrupt

    monkeypatch.setattr(http.client.HTTPConnection, "send", interrupt)
    with (
        ApiClient(OAuthCredentials("abc", TOKEN), api_url=store.url) as client,
        pytest.raises(KeyboardInterrupt) as caught,
    ):
        client.get("v2/time")
    assert TOKEN not in _everything(caught.value)


@given(st.text(alphabet=st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=8))
def test_any_token_is_blotted_out_of_an_error_body(token):
    import json

    from bcorm.http import Headers, Request, Response
    from bcorm.http.message import error_from

    body = json.dumps({"title": f"no such token: {token}!", "errors": {"x": token, token: "x"}})
    response = Response(401, Headers(), body.encode())
    error = error_from(Request("GET", "v2/time"), response, (Secret(token),))
    assert token not in error.errors.get("x", "")
    assert not any(token in name for name in error.errors)
    assert f": {token}!" not in error.title


@pytest.mark.parametrize("kind", [ApiError, UnknownOutcome])
def test_an_error_survives_pickle_and_copy(kind):
    error = kind(
        "no",
        status=422,
        method="PUT",
        path="v3/x",
        errors={"a": "b"},
        body={"data": [1]},
        request_id="r",
    )
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(again) is kind
        assert again.__dict__ == error.__dict__
        assert str(again) == str(error) == "PUT v3/x: 422 no (a: b) [request r]"
