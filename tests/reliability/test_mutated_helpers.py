"""Whatever a server answers to a helper, it ends in a value or in a `BcormError`."""

from __future__ import annotations

import copy
import json
import random
import time
from collections import Counter
from datetime import datetime, timedelta, timezone
from itertools import islice

import pytest
from soak import length, patient

from bcorm.auth import (
    AuthorizeCallback,
    Hook,
    HookKeeper,
    backfill,
    create_impersonation_token,
    create_payment_token,
    create_private_token,
    create_storefront_token,
    exchange_code,
    parse_event,
    process_payment,
    store_time,
)
from bcorm.exceptions import BcormError
from bcorm.http import ApiClient, Bounds, Headers, OAuthCredentials, Response, RetryPolicy, Secret
from bcorm.http.governor import Unlimited
from bcorm.http.graphql import nodes

ANSWERS = length(4_000, 200_000)
SENT = length(150, 5_000)
# More requests than any helper needs; one that asks for more does not end.
ENDLESS = 300
NOW = datetime.now(timezone.utc)
ODD = [
    None, True, 0, -1, 10**30, 1.5, "", "x", "1", "9" * 5_000, "\x00", "2026-13-45", [], {}, [[]],
    [None], [1], [{}], [{"id": {}}], {"id": []}, {"data": []}, {"edges": [None]}, "NaN", "-1",
    {"hasNextPage": True, "endCursor": ["x"]}, {"total": "x", "total_pages": {}}, [{"id": 1}] * 3,
]  # fmt: skip
RAW = [b"", b"null", b"[", b"\xff", b"7", b'"ok"', b"[" * 500, b'{"data": 1e999999999}', b"<html>"]
HEADERS = ["X-BC-GraphQL-Complexity", "X-Rate-Limit-Requests-Left", "Retry-After", "Content-Type"]
STATUSES = [200, 200, 200, 200, 201, 204, 207, 302, 400, 404, 429, 500]

ROW = {"id": 5, "date_modified": "2026-01-01T00:00:00Z", "date_created": "2026-01-01T00:00:00Z"}
PAGE = {"meta": {"pagination": {"total": 1, "total_pages": 1}}}
HOOK = {"id": 5, "scope": "store/order/*", "destination": "https://a.example/", "is_active": True}
CONNECTION = {
    "store": {
        "products": {
            "edges": [{"node": {"id": 1}}],
            "pageInfo": {"hasNextPage": False, "endCursor": "x"},
        }
    }
}
EVENT = {
    "scope": "store/order/updated", "producer": "stores/abc", "hash": "a" * 40, "store_id": "1",
    "created_at": 1_700_000_000, "data": {"type": "order", "id": 173331},
}  # fmt: skip
KEEPER = [Hook("store/order/*", "https://a.example/", {"X-Key": "k"})]
# What is asked, and what is answered if all is well.
HELPERS = {
    "hooks, check": (lambda c: HookKeeper(c, KEEPER).check(), {"data": [HOOK], **PAGE}),
    "hooks, repair": (lambda c: HookKeeper(c, KEEPER).repair(), {"data": [HOOK], **PAGE}),
    "hooks, remove": (lambda c: HookKeeper(c, KEEPER).remove(), {"data": [HOOK], **PAGE}),
    "backfill": (
        lambda c: [(event.created_at, event.ref) for event in backfill(c, NOW - timedelta(1))],
        {"data": [ROW], **PAGE},
    ),
    "store time": (store_time, {"time": 1_700_000_000}),
    "graphql": (lambda c: c.graphql("{ store { id } }"), {"data": {"store": {"id": 1}}}),
    "nodes": (
        lambda c: list(islice(nodes(c, "query { x }", connection="store.products"), 1000)),
        {"data": CONNECTION},
    ),
    "payment token": (lambda c: create_payment_token(c, 1), {"data": {"id": "abc"}}),
    "storefront token": (lambda c: create_storefront_token(c, 1, NOW), {"data": {"token": "abc"}}),
    "private token": (lambda c: create_private_token(c, [1, 2], NOW), {"token": "abc"}),
    "impersonation": (lambda c: create_impersonation_token(c, 1, NOW), {"data": {"token": "a"}}),
    "event, fetched": (
        lambda c: parse_event(json.dumps(EVENT).encode()).fetch(c),
        {"data": {"id": 173331}},
    ),
}


class Endless(BaseException):
    """A helper keeps asking."""


class Mutator:
    def __init__(self, document, chance):
        self._document, self._chance = document, chance
        self.sent = 0

    def send(self, request, *, timeout):
        self.sent += 1
        if self.sent > ENDLESS:
            raise Endless
        chance = self._chance
        if chance.random() < 0.1:
            body = chance.choice(RAW)
        else:
            document = self._document
            for _ in range(chance.choice([0, 1, 1, 2, 4])):
                document = replaced(document, chance)
            body = json.dumps(document).encode()
        value = chance.choice(["", "9" * 5_000, "-1", "x", "1e300", "\u0663"])
        headers = {chance.choice(HEADERS): value} if chance.random() < 0.3 else {}
        status = chance.choice(STATUSES)
        return Response(status, Headers(headers), b"" if status == 204 else body)

    def close(self):
        pass


def replaced(value, chance):
    if chance.random() < 0.2 or not isinstance(value, (dict, list)) or not value:
        return copy.deepcopy(chance.choice(ODD))
    if isinstance(value, list):
        at = chance.randrange(len(value))
        return [*value[:at], replaced(value[at], chance), *value[at + 1 :]]
    name = chance.choice(list(value))
    if chance.random() < 0.2:
        return {key: item for key, item in value.items() if key != name}
    return {**value, name: replaced(value[name], chance)}


@patient
def test_a_helper_survives_any_answer(figures):
    chance = random.Random(71)
    ended = Counter()
    mutants = run = 0
    slowest = 0.0
    while mutants < ANSWERS:
        run += 1
        name = chance.choice(list(HELPERS))
        ask, document = HELPERS[name]
        transport = Mutator(document, chance)
        client = ApiClient(
            OAuthCredentials("abc", "mutants-token-9f8e7d6c"),
            transport=transport,
            governor=Unlimited(),
            retry=RetryPolicy.never(),
            bounds=Bounds(max_wait=0),
        )
        started = time.monotonic()
        try:
            ask(client)
            ended["values"] += 1
        except BcormError as error:
            ended[type(error).__name__] += 1
        slowest = max(slowest, time.monotonic() - started)
        mutants += transport.sent
    told = ", ".join(f"{number} {name}" for name, number in ended.most_common())
    figures(f"{mutants} answers to helpers ended in {told}; the slowest in {slowest:.2f} s")
    assert ended["values"] > run / 50
    assert len(ended) > 5


@patient
def test_a_delivery_of_any_bytes_is_an_event_or_malformed(figures):
    chance = random.Random(72)
    for _ in range(ANSWERS):
        document = EVENT
        for _ in range(chance.choice([1, 2, 3])):
            document = replaced(document, chance)
        body = chance.choice(RAW) if chance.random() < 0.1 else json.dumps(document).encode()
        try:
            event = parse_event(body)
        except BcormError:
            continue
        _ = event.ref, event.channel_id, event.row, event.verb, repr(event)


GRANT = {
    "access_token": "tok", "scope": "a b", "context": "stores/abc", "account_uuid": "x",
    "user": {"id": 1, "email": "a@b.example"}, "owner": {"id": 1, "email": "a@b.example"},
}  # fmt: skip


@patient
@pytest.mark.parametrize("reader", ["grant", "payment"])
def test_the_hosts_beside_the_api_may_answer_anything(hostile_store, reader):
    chance = random.Random(73)
    for _ in range(SENT):
        document = GRANT if reader == "grant" else {"data": {"id": "1", "status": "success"}}
        for _ in range(chance.choice([0, 1, 2])):
            document = replaced(document, chance)
        hostile_store.answer_json(document, chance.choice([200, 200, 400, 500]))
        try:
            if reader == "grant":
                exchange_code(
                    AuthorizeCallback(Secret("code"), ("a",), "abc"),
                    client_id="app",
                    client_secret="client-secret-of-some-length",
                    redirect_uri="https://a.example/",
                    auth_url=hostile_store.url,
                )
            else:
                process_payment("abc", "token", {"instrument": {}}, payments_url=hostile_store.url)
        except BcormError:
            pass
