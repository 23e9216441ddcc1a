"""The code flow: what an app accepts of its callback and of the token endpoint."""

from __future__ import annotations

import json
import traceback

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcorm.auth import (
    App,
    AuthError,
    AuthorizeCallback,
    CallbackRefused,
    ScopeRefused,
    StoreGrant,
    TokenExchangeFailed,
)
from bcorm.exceptions import ConfigurationError

QUERY = "code=c0de&scope=store_v2_products%20store_v2_orders&context=stores%2Fabc123"
USER = {"id": 7, "email": "u@example.com", "username": "u"}
GRANT = {
    "access_token": "swordfishtoken",
    "scope": "store_v2_products store_v2_orders",
    "user": USER,
    "owner": USER,
    "context": "stores/abc123",
    "account_uuid": "uuid",
}
SECRET = "topsecret" * 8


def make(server, **options):
    return App("client", SECRET, "https://app.example.com/auth", auth_url=server.url, **options)


def test_callback__read_from_text_or_mapping():
    one = AuthorizeCallback.from_query(f"?{QUERY}&account_uuid=u")
    other = AuthorizeCallback.from_query(
        {
            "code": ["c0de"],
            "scope": "store_v2_products store_v2_orders",
            "context": "stores/abc123",
            "account_uuid": "u",
        }
    )
    assert one == other
    assert (one.store_hash, one.scopes, one.account_uuid) == (
        "abc123",
        ("store_v2_products", "store_v2_orders"),
        "u",
    )
    assert "c0de" not in repr(one)


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("scope=a&context=stores/abc", "code"),
        ("code=&scope=a&context=stores/abc", "code"),
        ("code=c&context=stores/abc", "scope"),
        ("code=c&scope=a", "context"),
        ("code=c&scope=a&context=abc", "context"),
        ("code=c&scope=a&context=stores/a/b", "context"),
        ("code=c&scope=a&context=stores/abc%0d%0aX: y", "context"),
        ("code=c&code=d&scope=a&context=stores/abc", "code"),
        ("error=access_denied", "error"),
    ],
)
def test_callback__refused_by_parameter(query, parameter):
    with pytest.raises(CallbackRefused) as caught:
        AuthorizeCallback.from_query(query)
    assert caught.value.parameter == parameter


def test_scopes__read_only_is_met_by_its_writing_twin():
    callback = AuthorizeCallback.from_query(QUERY)
    callback.require(["store_v2_products_read_only", "store_v2_orders"])
    narrow = AuthorizeCallback.from_query(
        "code=c&scope=store_v2_products_read_only&context=stores/a"
    )
    narrow.require(["store_v2_products_read_only"])
    with pytest.raises(ScopeRefused):
        narrow.require(["store_v2_products"])
    with pytest.raises(ScopeRefused) as caught:
        callback.require(["store_v2_content", "store_cart", "store_v2_orders"])
    assert caught.value.missing == ("store_cart", "store_v2_content")


def test_authorize__posts_a_form_and_keeps_the_grant(server):
    server.answer = (200, GRANT)
    app = make(server)
    grant = app.authorize(QUERY)
    method, path, _, headers = server.seen[0]
    assert (method, path) == ("POST", "/oauth2/token")
    assert headers["content-type"] == "application/x-www-form-urlencoded"
    assert server.forms[0] == {
        "client_id": "client",
        "client_secret": SECRET,
        "code": "c0de",
        "scope": "store_v2_products store_v2_orders",
        "context": "stores/abc123",
        "grant_type": "authorization_code",
        "redirect_uri": "https://app.example.com/auth",
    }
    assert app.tokens.load("abc123") is grant
    assert grant.access_token.reveal() == "swordfishtoken"
    assert grant.user.username == "u"


def test_authorize__asks_for_nothing_when_scopes_are_missing(server):
    with pytest.raises(ScopeRefused):
        make(server, scopes=["store_v2_content"]).authorize(QUERY)
    assert server.seen == []


REFUSED = {
    "refused": (400, {"error": "invalid_grant"}),
    "refused without a word": (401, {}),
    "server error": (500, {"error": "x" * 5000}),
    "html": (200, b"<html>"),
    "empty": (200, b""),
    "list": (200, []),
    "redirect": (302, {}),
    "no token": (200, {**GRANT, "access_token": ""}),
    "empty scope": (200, {**GRANT, "scope": ""}),
    "token of a foreign type": (200, {**GRANT, "access_token": 5}),
    "token that cannot be a header": (200, {**GRANT, "access_token": "a\r\nb"}),
    "no user": (200, {**GRANT, "user": None}),
    "no context": (200, {**GRANT, "context": None}),
    "no scope": (200, {**GRANT, "scope": None}),
    "no answer": (None, None),
}


@pytest.mark.parametrize("case", REFUSED)
def test_authorize__endpoint_that_fails(case, server):
    server.answer = REFUSED[case]
    app = make(server)
    with pytest.raises(TokenExchangeFailed) as caught:
        app.authorize(QUERY)
    assert app.tokens.stores() == []
    error = caught.value
    assert error.status == REFUSED[case][0]
    shown = "".join(
        traceback.TracebackException.from_exception(error, capture_locals=True).format()
    )
    # The one-time code is in the caller's own query; it is used up.
    assert SECRET not in shown
    assert "swordfishtoken" not in shown
    assert len(str(error)) < 400


def test_authorize__token_for_another_store(server):
    """Whoever holds a callback of one store must not get the grant of another."""
    server.answer = (200, {**GRANT, "context": "stores/other"})
    app = make(server)
    with pytest.raises(CallbackRefused):
        app.authorize(QUERY)
    assert app.tokens.stores() == []


@settings(max_examples=60)
@given(
    changes=st.dictionaries(
        st.sampled_from(sorted(GRANT)),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(max_size=8),
            lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner),
            max_leaves=4,
        ),
    )
)
def test_authorize__any_answer_is_a_grant_or_an_auth_error(changes, server):
    server.answer = (200, json.loads(json.dumps({**GRANT, **changes})))
    app = make(server)
    try:
        grant = app.authorize(QUERY)
    except AuthError:
        assert app.tokens.stores() == []
    else:
        assert isinstance(grant, StoreGrant)
        assert grant.store_hash == "abc123"


@pytest.mark.parametrize("url", ["http://login.example.com", "ftp://x", "https://u:p@x", ""])
def test_auth_url__must_be_https_or_this_machine(url, monkeypatch):
    monkeypatch.setenv("BIGCOMMERCE_AUTH_URL", url or "nonsense")
    app = App("client", SECRET, "https://app.example.com/auth", auth_url=url or None)
    with pytest.raises(ConfigurationError):
        app.authorize(QUERY)


def test_load__both_kinds_of_payload(server, issuer):
    modern = App(issuer.client_id, issuer.secret, "https://x", auth_url=server.url)
    assert modern.load({"signed_payload_jwt": issuer.payload_jwt()}).user.id == 7
    with pytest.raises(CallbackRefused):
        modern.load({"signed_payload": issuer.legacy_payload()})
    with pytest.raises(CallbackRefused):
        modern.load("")
    both = App(issuer.client_id, issuer.secret, "https://x", legacy_payloads=True)
    assert both.load({"signed_payload": issuer.legacy_payload()}).store_hash == "abc123"


def test_client__of_a_store_that_installed_the_app(server, issuer):
    server.answer = (200, GRANT)
    app = make(server)
    assert app.client("abc123") is None
    app.authorize(QUERY)
    server.answer = (200, {"data": [], "meta": {}})
    with app.client("abc123", api_url=server.url) as client:
        client.get("v3/catalog/products")
    assert server.seen[-1][3]["x-auth-token"] == "swordfishtoken"


def test_secret__is_never_empty():
    with pytest.raises(ConfigurationError):
        App("client", "", "https://app.example.com/auth")
