"""Webhooks from end to end: a store that calls, an app that trusts it, hooks kept alive."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta, timezone
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest

import bcorm
from bcorm.auth import (
    Hook,
    HookKeeper,
    Malformed,
    WebhookReceiver,
    backfill,
    session_resolver,
    wsgi_webhooks,
)
from bcorm.emulator import Emulator

SECRET = "client-secret-client-secret-client-secret"
HEADERS = {"X-Key": "swordfish"}


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def store():
    with Emulator(client_secret=SECRET, webhook_retries=(0.01,)) as emulator:
        yield emulator
    emulator.close()


@pytest.fixture
def session(store):
    store.reset()
    credentials = bcorm.OAuthCredentials("abc123", "token")
    with bcorm.Client(credentials, api_url=store.url) as client, client.session() as session:
        yield session


class App:
    """An application that receives webhooks over HTTP, until it is closed."""

    def __init__(self, receiver):
        self.events = []
        receiver.on("*")(self.events.append)
        self._http = make_server("127.0.0.1", 0, wsgi_webhooks(receiver), handler_class=_Quiet)
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._http.server_port}/webhooks"

    def close(self):
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()


@pytest.fixture
def open_app():
    """Opens applications of a receiver; all are closed in the end."""
    apps = []

    def open_one(receiver):
        apps.append(App(receiver))
        return apps[-1]

    yield open_one
    for app in apps:
        app.close()


def test_a_change_arrives_as_the_object_that_changed(store, session, open_app):
    receiver = WebhookReceiver(SECRET, required_headers=HEADERS)
    app = open_app(receiver)
    wanted = [Hook(f"store/{word}/*", app.url, HEADERS) for word in ("product", "order")]
    HookKeeper(session.client, wanted).repair()
    product = bcorm.Product.objects.get(id=77)
    product.name = "Told about"
    session.commit()
    assert store.webhooks.wait()
    (event,) = app.events
    assert (event.scope, event.store_hash) == ("store/product/updated", "abc123")
    session.expunge_all()
    loaded = event.load(session, bcorm)
    assert (type(loaded), loaded.id, loaded.name) == (bcorm.Product, 77, "Told about")


def test_the_receiver_may_ask_the_store_while_it_handles(store, session, open_app):
    client = session.client
    names = []
    receiver = WebhookReceiver(SECRET, resolver=session_resolver(client.session(), bcorm))
    receiver.on("store/product/*")(lambda event: names.append(event.resource.name))
    app = open_app(receiver)
    HookKeeper(client, [Hook("store/product/*", app.url)]).repair()
    store.put_document("v3/catalog/products", {"id": 77, "name": "Asked for"})
    assert store.webhooks.wait()
    assert names == ["Asked for"]


def test_a_delivery_that_failed_is_handled_once_when_it_comes_again(store, session, open_app):
    receiver = WebhookReceiver(SECRET)
    failures = [ZeroDivisionError()]

    def fail_once(_event):
        if failures:
            raise failures.pop()

    receiver.on("store/product/*")(fail_once)
    app = open_app(receiver)
    HookKeeper(session.client, [Hook("store/product/*", app.url)]).repair()
    store.put_document("v3/catalog/products", {"id": 77, "price": 3})
    assert store.webhooks.wait()
    assert [attempt.status for attempt in store.webhooks.attempts] == [500, 200]
    assert len(app.events) == 1


def test_wrong_secret_or_header_is_refused(store, session, open_app):
    for receiver in (
        WebhookReceiver("x" * 64),
        WebhookReceiver(SECRET, required_headers={"X-Key": "other"}),
    ):
        store.reset()
        app = open_app(receiver)
        HookKeeper(session.client, [Hook("store/product/*", app.url, HEADERS)]).repair()
        store.put_document("v3/catalog/products", {"id": 77, "price": 3})
        assert store.webhooks.wait()
        assert {attempt.status for attempt in store.webhooks.attempts} == {401}
        assert app.events == []


def test_a_hook_that_was_switched_off_is_repaired_and_its_gap_filled(store, session, open_app):
    receiver = WebhookReceiver(SECRET)
    app = open_app(receiver)
    keeper = HookKeeper(session.client, [Hook("store/product/*", app.url)])
    keeper.repair()
    asleep = datetime.now(timezone.utc) - timedelta(seconds=1)
    app.close()
    store.put_document("v3/catalog/products", {"id": 77, "name": "Missed"})
    assert store.webhooks.wait()
    assert [health.state for health in keeper.check()] == ["inactive"]
    keeper.repair()
    assert [health.state for health in keeper.check()] == ["healthy"]
    found = backfill(session.client, asleep, scopes=["store/product"])
    assert [event.load(session, bcorm).name for event in found] == ["Missed"]


def test_receive__what_is_far_too_large_is_not_looked_at(issuer):
    receiver = WebhookReceiver(issuer.secret)
    with pytest.raises(Malformed, match="webhook-id is too long"):
        receiver.receive(*issuer.webhook(hash="x" * 5_000))
    with pytest.raises(Malformed, match="the body is too large"):
        receiver.receive(*issuer.webhook(data={"id": "x" * 1_100_000}))


@pytest.mark.parametrize(
    "producer", ["abc123", "stores/", "stores/abc/1", "my stores/abc", "stores/é"]
)
def test_receive__a_producer_that_is_no_store_is_refused(issuer, producer):
    with pytest.raises(Malformed, match="producer"):
        WebhookReceiver(issuer.secret).receive(*issuer.webhook(producer=producer))


@pytest.mark.parametrize("moment", ["soon", None, True, 5.5, -1, 10**12, [], {}])
def test_receive__a_moment_that_is_none_is_left_out(issuer, moment):
    event = WebhookReceiver(issuer.secret).receive(*issuer.webhook(created_at=moment))
    assert event.created_at is None


def test_scopes__a_slash_at_the_end_says_nothing(issuer):
    data = {"price_list_id": 3, "variant_id": 7, "currency": "usd"}
    event = WebhookReceiver(issuer.secret).receive(
        *issuer.webhook(scope="store/priceList/record/updated/", data=data)
    )
    assert (event.family, event.verb) == ("store/priceList/record", "updated")
    assert event.ref.ids == (3, 7, "usd")
