"""The watch over the suite sees a secret wherever it shows."""

from __future__ import annotations

import logging
import types
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from secrecy_plugin import Watch, watch

import bcorm
from bcorm import Client
from bcorm.auth import (
    App,
    AuthorizeCallback,
    Hook,
    StoreGrant,
    WebhookReceiver,
    process_payment,
)
from bcorm.exceptions import ApiError, UnknownOutcome
from bcorm.http import BasicCredentials, OAuthCredentials, Secret

LEAK = "leak-1234567890-abcdef"


@pytest.fixture
def own():
    own = Watch()
    own.learn(LEAK)
    return own


def _raised(error):
    try:
        raise error
    except type(error) as caught:
        return caught


def _from_our_code(source):
    """The error that code in a module of ours ends in."""
    module = types.ModuleType("bcorm.made_up")
    module.__dict__["LEAK"] = LEAK
    try:
        exec(source, module.__dict__)
    except ValueError as error:
        return error
    return None


@pytest.mark.parametrize(
    "error",
    [
        ApiError(f"no such token: {LEAK}"),
        ApiError("no", body={"echo": [LEAK]}),
        ApiError("no", errors={LEAK: "x"}),
    ],
    ids=["title", "body", "errors"],
)
def test_an_error_that_shows_a_secret_is_seen(own, error):
    own.error(_raised(error))
    assert own.hits
    assert not any(LEAK in hit for hit in own.hits)


def test_what_an_error_was_raised_from_is_seen(own):
    outer = ValueError("harmless")
    outer.__cause__ = ApiError(LEAK)
    own.error(_raised(outer))
    assert own.hits


def test_a_variable_of_our_frames_is_seen(own):
    own.error(_from_our_code("def f(token):\n    raise ValueError\nf(LEAK)"))
    assert own.hits
    own.hits.clear()
    own.error(_from_our_code("def f(token):\n    raise ValueError\ndel LEAK\nf(1)"))
    assert not own.hits


def test_a_client_is_looked_through_when_it_is_made_and_whenever_it_was_used(own):
    client = Client(OAuthCredentials("abc", "harmless"))
    own.clients[client] = None
    own.reprs()
    assert own.counts["reprs"] == 2
    own.reprs()
    assert own.counts["reprs"] == 2
    client.note = LEAK
    client.stats.requests += 1
    own.reprs()
    client.close()
    assert own.hits


def test_what_shows_nothing_is_no_hit(own):
    own.look("outputs", "nothing here")
    own.error(_raised(ApiError("no", body={"data": [1]})))
    assert own.hits == []


@settings(max_examples=5, database=None)
@given(st.from_regex(r"drawn-[a-z0-9]{12}", fullmatch=True))
def test_a_drawn_secret_is_watched_in_its_test(text):
    Secret(text)
    drawn = Watch()
    drawn.learn(text)
    drawn.look("outputs", f"here: {text}")
    # One of few different letters is not distinctive, drawn or not.
    assert bool(drawn.hits) is (len(set(text)) > 6)
    drawn.forget_drawn()
    assert not drawn.secrets


def test_a_secret_of_no_property_test_is_never_forgotten(own):
    own.learn("not-drawn-1234567890")
    own.forget_drawn()
    own.look("outputs", "here: not-drawn-1234567890")
    assert own.hits


LEARNED = {
    "an access token": lambda text: OAuthCredentials("abc", text),
    "a legacy token": lambda text: BasicCredentials("store.example", "user", text),
    "a client secret": lambda text: App("app", text, "https://a.example/"),
    "a webhook's secret": lambda text: WebhookReceiver([text]),
    "a webhook's header field": lambda text: WebhookReceiver(
        "other", required_headers={"X-Key": text}
    ),
    "a hook's header field": lambda text: Hook("a", "https://a.example/", {"X-Key": text}),
    "a code": lambda text: AuthorizeCallback(text, (), "abc"),
    "a grant": lambda text: StoreGrant("abc", text, frozenset(), None),
    "a password": lambda text: bcorm.Customer(authentication={"new_password": text}),
    "header fields of a resource": lambda text: bcorm.Webhook(headers={"X-Key": text}),
    "a proxy": lambda text: bcorm.connect("abc", "other", proxies={"https": f"http://{text}@h"}),
    "a card": lambda text: process_payment(
        "abc", "other", {"instrument": {"number": text}}, payments_url="http://127.0.0.1:9"
    ),
}


@pytest.mark.parametrize("kind", LEARNED)
def test_the_suite_learns_each_kind_of_secret_and_sees_it(kind):
    text = f"4539578763621486{len(kind)}" if kind == "a card" else f"planted-0987654321-{len(kind)}"
    with suppress(UnknownOutcome):
        LEARNED[kind](text)
    assert any(text in known for known in watch.secrets)
    shown = next(known for known in watch.secrets if text in known)
    watch.error(_raised(ApiError(f"no: {shown}")))
    hits, watch.hits = watch.hits, []
    assert hits
    assert not any(text in hit for hit in hits)


def test_the_suite_learns_every_secret_and_hears_every_record():
    Secret("learned-0987654321-xyz")
    OAuthCredentials("abc", "credential-13579-qwerty", client_id="client-id-24680-asdf")
    assert {"learned-0987654321-xyz", "credential-13579-qwerty"} <= watch.secrets
    assert "client-id-24680-asdf" not in watch.secrets
    logging.getLogger("bcorm.http").debug("a token: %s", "learned-0987654321-xyz")
    hits, watch.hits = watch.hits, []
    assert [hit.split(":")[0] for hit in hits] == ["log records"]
