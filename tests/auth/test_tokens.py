"""Tokens that a store gives out for its storefront and for payments."""

from __future__ import annotations

import http.client
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from bcorm.auth import (
    create_impersonation_token,
    create_payment_token,
    create_private_token,
    create_storefront_token,
    process_payment,
    revoke_storefront_token,
)
from bcorm.exceptions import (
    AuthenticationError,
    BadRequest,
    BadResponse,
    ConfigurationError,
    RateLimited,
    UnknownOutcome,
    ValidationFailed,
)
from bcorm.http import ApiClient, OAuthCredentials, Secret

EXPIRES = datetime(2029, 9, 26, 15, 46, 16, tzinfo=timezone(timedelta(hours=2)))


@pytest.fixture
def client(server):
    with ApiClient(OAuthCredentials("abc123", "token"), api_url=server.url) as client:
        yield client


CREATES = {
    "browser": (
        lambda client: create_storefront_token(
            client, 1, EXPIRES, allowed_origins=["https://shop.example.com"]
        ),
        "api-token",
        {"channel_id": 1, "allowed_cors_origins": ["https://shop.example.com"]},
    ),
    "several channels": (
        lambda client: create_storefront_token(client, [1, 12], EXPIRES),
        "api-token",
        {"channel_ids": [1, 12]},
    ),
    "server": (
        lambda client: create_private_token(client, [1], EXPIRES, scopes=["Customer"]),
        "api-token-private",
        {"channel_id": 1, "scopes": ["Customer"]},
    ),
    "impersonation": (
        lambda client: create_impersonation_token(client, 2, EXPIRES),
        "api-token-customer-impersonation",
        {"channel_id": 2},
    ),
}


@pytest.mark.parametrize("case", CREATES)
@pytest.mark.parametrize("wrapped", [True, False], ids=["specification", "guide"])
def test_storefront__token(case, wrapped, client, server):
    create, path, body = CREATES[case]
    document = {"token": "ey.j.wt"}
    server.answer = (200, {"data": document, "meta": {}} if wrapped else {**document, "meta": {}})
    token = create(client)
    assert token.reveal() == "ey.j.wt"
    assert "ey.j.wt" not in repr(token)
    method, asked, sent, _ = server.seen[0]
    assert (method, asked) == ("POST", f"/stores/abc123/v3/storefront/{path}")
    assert sent == {"expires_at": 1_885_124_776, **body}


def test_storefront__revoke_names_the_token_in_its_header(client, server):
    revoke_storefront_token(client, Secret("ey.j.wt"))
    method, path, _, headers = server.seen[0]
    assert (method, path) == ("DELETE", "/stores/abc123/v3/storefront/api-token")
    assert headers["sf-api-token"] == "ey.j.wt"


def test_storefront__asks_for_nothing_senseless(client, server):
    with pytest.raises(ConfigurationError, match="time zone"):
        create_storefront_token(client, 1, EXPIRES.replace(tzinfo=None))
    with pytest.raises(ConfigurationError, match="channel"):
        create_storefront_token(client, [], EXPIRES)
    assert server.seen == []


@pytest.mark.parametrize("document", [{}, {"data": {}}, [], {"data": {"token": 5}}, None])
def test_storefront__answer_without_token(document, client, server):
    server.answer = (200, document)
    with pytest.raises(BadResponse):
        create_storefront_token(client, 1, EXPIRES)


def test_payment__token_then_payment(client, server):
    server.answer = (201, {"data": {"id": "pay.me.once"}, "meta": {}})
    token = create_payment_token(client, 118, is_recurring=True)
    assert server.seen[0][:3] == (
        "POST",
        "/stores/abc123/v3/payments/access_tokens",
        {"order": {"id": 118, "is_recurring": True}},
    )
    server.answer = (
        202,
        {"data": {"id": "1", "transaction_type": "purchase", "status": "success"}},
    )
    payment = {"instrument": {"type": "card"}, "payment_method_id": "test.card"}
    done = process_payment("abc123", token, payment, payments_url=server.url)
    assert done["status"] == "success"
    method, path, body, headers = server.seen[1]
    assert (method, path, body) == ("POST", "/stores/abc123/payments", {"payment": payment})
    assert headers["authorization"] == "PAT pay.me.once"
    assert headers["accept"] == "application/vnd.bc.v1+json"
    assert "x-auth-token" not in headers


@pytest.mark.parametrize(
    ("status", "kind"),
    [(400, BadRequest), (401, AuthenticationError), (422, ValidationFailed), (429, RateLimited)],
)
def test_payment__refused(server, status, kind):
    server.answer = (status, {"title": "No: pay.me.once", "errors": {"instrument": "declined"}})
    with pytest.raises(kind, match="No: ") as caught:
        process_payment("abc123", Secret("pay.me.once"), {}, payments_url=server.url)
    assert caught.value.status == status
    assert caught.value.errors == {"instrument": "declined"}
    assert "pay.me.once" not in str(caught.value)


@pytest.mark.parametrize("document", [{}, {"data": {}}, [], {"data": {"id": 5}}, None])
def test_payment__answer_without_token(document, client, server):
    server.answer = (200, document)
    with pytest.raises(BadResponse):
        create_payment_token(client, 118)


def test_payment__an_interrupt_in_the_middle_does_not_show_the_card(server, monkeypatch):
    def interrupt(self, data):
        raise KeyboardInterrupt

    monkeypatch.setattr(http.client.HTTPConnection, "send", interrupt)
    token, payment = Secret("pay.me.once"), {"instrument": {"number": "4111111111111111"}}
    with pytest.raises(KeyboardInterrupt) as caught:
        process_payment("abc123", token, payment, payments_url=server.url)
    frames = [entry.frame for entry in caught.traceback[1:]]
    assert "pay.me.once" not in repr([frame.f_locals for frame in frames])
    names = {Path(frame.code.path).name for frame in frames}
    assert names == {"payments.py", "posting.py", "transport.py"}


def test_payment__lost_answer_is_unknown_and_sent_once(server):
    server.answer = (None, None)
    with pytest.raises(UnknownOutcome, match="may have been made"):
        process_payment("abc123", Secret("pay.me.once"), {}, payments_url=server.url)
    assert len(server.seen) == 1


@pytest.mark.parametrize(
    "answer",
    [
        (200, b"<html>"),
        (202, []),
        (500, {"title": "Internal server error"}),
        (502, b"<html>"),
        (503, {"title": "Transient error"}),
        (504, {"title": "Gateway timeout"}),
    ],
)
def test_payment__an_answer_that_does_not_say_what_happened_is_unknown(server, answer):
    server.answer = answer
    with pytest.raises(UnknownOutcome, match="may have been made") as caught:
        process_payment("abc123", Secret("pay.me.once"), {}, payments_url=server.url)
    assert caught.value.status == answer[0]
    assert not caught.value.retry_safe
    assert len(server.seen) == 1
