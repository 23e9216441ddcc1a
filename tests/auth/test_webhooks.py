"""Deliveries: verified, parsed, handled once, and plugged into a web application."""

from __future__ import annotations

import base64
import io
import json
import subprocess
import sys
import time
from datetime import datetime, timezone
from pathlib import Path

import pytest

from bcorm.auth import (
    ExpiredToken,
    InvalidSignature,
    Malformed,
    NotYetValid,
    Replayed,
    WebhookReceiver,
    flask_webhooks,
    parse_event,
    sign_webhook,
    verify_webhook,
    wsgi_webhooks,
)
from bcorm.auth.scopes import SCOPE_ROWS
from bcorm.exceptions import ConfigurationError, ObjectDoesNotExist


class Cache:
    def __init__(self):
        self.dropped = []

    def invalidate(self, path, *, store_key=None):
        self.dropped.append((path, store_key))


def test_verify__gives_the_delivery(issuer):
    body, headers = issuer.webhook(sent=1_700_000_000)
    delivery = verify_webhook(body, headers, issuer.secret, now=1_700_000_100)
    assert delivery.id == "a833a57fadd56a32dc752fb6ca0841dc9602a495"
    assert delivery.sent_at == datetime(2023, 11, 14, 22, 13, 20, tzinfo=timezone.utc)


def test_verify__known_answer_of_the_standard():
    """The example of the Standard Webhooks reference libraries, whose key is given decoded."""
    key = base64.b64decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").decode("latin-1")
    signature = sign_webhook(
        "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, b'{"test": 2432232314}', _Latin(key)
    )
    assert signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


class _Latin(str):
    """Text whose bytes are one per character, for a key that is no UTF-8."""

    __slots__ = ()

    def encode(self, *_):
        return str.encode(self, "latin-1")


@pytest.mark.parametrize(
    ("age", "error"), [(301, ExpiredToken), (86_400, ExpiredToken), (-301, NotYetValid)]
)
def test_verify__outside_the_window(issuer, age, error):
    now = time.time()
    body, headers = issuer.webhook(sent=now - age)
    with pytest.raises(error):
        verify_webhook(body, headers, issuer.secret, now=now)


def test_verify__one_of_several_secrets_and_signatures(issuer):
    """While a secret is replaced, both sides may know two."""
    body, headers = issuer.webhook()
    old = issuer.webhook(secret="a" * 64)[1]["Webhook-Signature"]
    headers["Webhook-Signature"] = f"v1a,AAAA {old} {headers['Webhook-Signature']}"
    verify_webhook(body, headers, ["b" * 64, issuer.secret])
    with pytest.raises(InvalidSignature):
        verify_webhook(body, headers, ["b" * 64, "c" * 64])


@pytest.mark.parametrize("missing", ["Webhook-Id", "Webhook-Timestamp", "Webhook-Signature"])
def test_verify__missing_header(issuer, missing):
    body, headers = issuer.webhook()
    del headers[missing]
    with pytest.raises(Malformed):
        verify_webhook(body, headers, issuer.secret)


@pytest.mark.parametrize("stamp", ["now", "-5", "1e9", "٣", "99999999999999999999", "1.5", " 1"])
def test_verify__timestamp_that_is_none(issuer, stamp):
    body, headers = issuer.webhook()
    with pytest.raises(Malformed):
        verify_webhook(body, {**headers, "Webhook-Timestamp": stamp}, issuer.secret)


def test_verify__unknown_versions_alone_are_no_signature(issuer):
    body, headers = issuer.webhook()
    encoded = headers["Webhook-Signature"].partition(",")[2]
    for signature in (f"v2,{encoded}", f"V1,{encoded}", encoded, "v1"):
        with pytest.raises(InvalidSignature):
            verify_webhook(body, {**headers, "Webhook-Signature": signature}, issuer.secret)


def test_receive__event_has_what_the_payload_says(issuer):
    body, headers = issuer.webhook(scope="store/order/statusUpdated", data={"id": 250})
    event = WebhookReceiver(issuer.secret).receive(body, headers)
    assert (event.scope, event.family, event.verb) == (
        "store/order/statusUpdated",
        "store/order",
        "statusUpdated",
    )
    assert (event.store_hash, event.store_id, event.channel_id) == ("abc123", "1025646", None)
    assert (event.ref.name, event.ref.ids) == ("Order", (250,))
    assert event.delivered


def test_receive__second_delivery_is_a_replay_even_with_a_new_timestamp(issuer):
    receiver = WebhookReceiver(issuer.secret)
    receiver.receive(*issuer.webhook())
    with pytest.raises(Replayed):
        receiver.receive(*issuer.webhook(sent=time.time() - 60))


def test_receive__same_hash_in_another_store_is_another_event(issuer):
    receiver = WebhookReceiver(issuer.secret)
    receiver.receive(*issuer.webhook())
    assert receiver.receive(*issuer.webhook(producer="stores/other")).store_hash == "other"


def test_receive__own_headers_of_the_hook(issuer):
    receiver = WebhookReceiver(issuer.secret, required_headers={"X-Key": "swordfish"})
    body, headers = issuer.webhook()
    for wrong in ({}, {"x-key": "swordfisH"}, {"x-key": ""}):
        with pytest.raises(InvalidSignature):
            receiver.receive(body, {**headers, **wrong})
    receiver.receive(body, {**headers, "x-key": "swordfish"})


def test_receive__drops_the_region_of_the_cache(issuer):
    cache = Cache()
    receiver = WebhookReceiver(issuer.secret, cache=cache)
    receiver.receive(*issuer.webhook(data={"type": "product", "id": 7}))
    receiver.receive(*issuer.webhook(scope="store/unheard/of", hash="b"))
    assert cache.dropped == [("v3/catalog/products", "abc123")]


def test_receive__refused_delivery_touches_nothing(issuer):
    cache = Cache()
    receiver = WebhookReceiver(issuer.secret, cache=cache)
    body, headers = issuer.webhook(secret="f" * 64)
    with pytest.raises(InvalidSignature):
        receiver.receive(body, headers)
    assert cache.dropped == []
    receiver.receive(*issuer.webhook())


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b'{"scope": "x"}', b"\xff", b"[" * 9000]
)
def test_parse__no_event(body):
    with pytest.raises(Malformed):
        parse_event(body)


def test_handle__calls_whoever_asked_in_order(issuer):
    receiver, calls = WebhookReceiver(issuer.secret), []
    receiver.on("store/product/*")(lambda event: calls.append(("wild", event.data["id"])))
    receiver.on("store/product/updated")(lambda event: calls.append(("exact", event.data["id"])))
    receiver.on("store/order/*")(lambda event: calls.append(("order", event)))
    receiver.on("*")(lambda event: calls.append(("all", event.data["id"])))
    assert receiver.handle(*issuer.webhook()).scope == "store/product/updated"
    assert calls == [("wild", 77), ("exact", 77), ("all", 77)]
    assert receiver.handle(*issuer.webhook()) is None
    assert len(calls) == 3


def test_handle__failed_event_is_handled_on_the_retry(issuer):
    receiver, tries = WebhookReceiver(issuer.secret), []

    @receiver.on("*")
    def handler(event):
        tries.append(event)
        if len(tries) == 1:
            raise RuntimeError("database away")

    with pytest.raises(RuntimeError):
        receiver.handle(*issuer.webhook())
    assert receiver.handle(*issuer.webhook()) is not None
    assert len(tries) == 2


def test_resource__is_resolved_once_and_late(issuer):
    asked = []

    def resolver(ref):
        asked.append(ref)
        return {"id": ref.ids[0]}

    event = WebhookReceiver(issuer.secret, resolver=resolver).receive(*issuer.webhook())
    assert asked == []
    assert event.resource is event.resource
    assert [(ref.name, ref.ids, ref.store_hash) for ref in asked] == [("Product", (77,), "abc123")]


def test_resource__without_resolver_says_what_to_do(issuer):
    event = WebhookReceiver(issuer.secret).receive(*issuer.webhook())
    with pytest.raises(ConfigurationError, match="resolver"):
        _ = event.resource


def test_resource__of_an_event_that_names_none(issuer):
    receiver = WebhookReceiver(issuer.secret, resolver=lambda ref: ref)
    for number, (scope, data) in enumerate(
        [("store/unheard/of", {"id": 1}), ("store/product/updated", {}), ("x", None)]
    ):
        event = receiver.receive(*issuer.webhook(scope=scope, data=data, hash=f"h{number}"))
        assert event.ref is None
        with pytest.raises(ObjectDoesNotExist):
            _ = event.resource


# Samples of the webhook events guide.
SAMPLES = [
    ("store/product/created", {"type": "product", "id": 205}, "Product", (205,)),
    (
        "store/product/inventory/updated",
        {"type": "product", "id": 167, "inventory": {"product_id": 167, "value": 5}},
        "Product",
        (167,),
    ),
    (
        "store/sku/created",
        {"type": "sku", "id": 461, "sku": {"product_id": 206, "variant_id": 509}},
        "ProductVariant",
        (206, 509),
    ),
    (
        "store/sku/inventory/order/updated",
        {"type": "sku", "id": 461, "inventory": {"product_id": 206, "variant_id": 509}},
        "ProductVariant",
        (206, 509),
    ),
    (
        "store/order/message/created",
        {"id": 250, "message": {"order_message_id": 3}},
        "Order",
        (250,),
    ),
    ("store/order/transaction/created", {"order_id": 250, "transaction_id": "1"}, "Order", (250,)),
    (
        "store/order/metafield/created",
        {"metafield_id": 14, "resource_id": "270"},
        "OrderMetafield",
        (270, 14),
    ),
    ("store/shipment/created", {"id": 12, "orderId": 251}, "OrderShipment", (251, 12)),
    ("store/customer/created", {"id": 32}, "Customer", (32,)),
    (
        "store/customer/address/created",
        {"id": 60, "address": {"customer_id": 32}},
        "CustomerAddress",
        (60,),
    ),
    (
        "store/cart/converted",
        {"id": "d30016e2-23c0-4a90-884f-2e92ac135476", "orderId": 252},
        "Cart",
        ("d30016e2-23c0-4a90-884f-2e92ac135476",),
    ),
    ("store/cart/lineItem/created", {"id": "743b", "cartId": "b038"}, "Cart", ("b038",)),
    (
        "store/priceList/record/updated/",
        {"price_list_id": 1, "variant_id": 179, "currency": "USD"},
        "PriceRecord",
        (1, 179, "USD"),
    ),
    ("store/channel/1/order/updated", {"order_id": 127}, "Order", (127,)),
    ("store/channel/2/category/created", {"category_id": 35, "tree_id": 1}, "Category", (35,)),
    ("store/channel/created", {"type": "channel", "id": 2}, "Channel", (2,)),
    ("store/information/updated", {"type": "store"}, "Store", ()),
    ("store/company/created", {"type": "company", "id": 7}, "Company", (7,)),
    ("store/company/address/created", {"companyId": 7, "id": 3}, "Company", (7,)),
    ("store/superadmin/updated", {"id": 9}, "SuperAdmin", (9,)),
    ("store/quote/created", {"quoteId": "Q-1"}, "Quote", ("Q-1",)),
    (
        "store/product/variant/metafield/created",
        {"metafield_id": 14, "resource_id": "270"},
        "VariantMetafield",
        (14,),
    ),
]


@pytest.mark.parametrize(
    ("scope", "data", "name", "ids"), SAMPLES, ids=lambda value: str(value)[:40]
)
def test_scopes__name_the_object(issuer, scope, data, name, ids):
    event = WebhookReceiver(issuer.secret).receive(*issuer.webhook(scope=scope, data=data))
    assert (event.ref.name, event.ref.ids) == (name, ids)


def test_scopes__channel_is_read_from_the_scope(issuer):
    event = WebhookReceiver(issuer.secret).receive(
        *issuer.webhook(scope="store/channel/12/cart/created", data={"cart_id": "x"})
    )
    assert (event.channel_id, event.family) == (12, "store/cart")


def test_scopes__paths_take_as_many_ids_as_there_are():
    for row in (row for row in SCOPE_ROWS if row.path):
        assert row.path.count("{}") == (0 if row.lookup else len(row.ids)), row


def environ(body, headers, method="POST"):
    fields = {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in headers.items()}
    return {
        "REQUEST_METHOD": method,
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": io.BytesIO(body),
        **fields,
    }


def call(application, environ):
    answered = []
    body = b"".join(application(environ, lambda status, _headers: answered.append(status)))
    return answered[0], body


def test_wsgi__answers(issuer):
    receiver, seen = WebhookReceiver(issuer.secret), []
    receiver.on("*")(lambda event: seen.append(event.scope))
    application = wsgi_webhooks(receiver)
    assert call(application, environ(*issuer.webhook()))[0] == "200 OK"
    assert call(application, environ(*issuer.webhook()))[0] == "200 OK"
    assert seen == ["store/product/updated"]
    forged = environ(*issuer.webhook(secret="f" * 64))
    assert call(application, forged) == ("401 Unauthorized", b"Unauthorized")
    assert call(application, environ(b"", {}, "GET"))[0].startswith("405")
    assert call(application, environ(b"", {}) | {"CONTENT_LENGTH": "2000000"})[0].startswith("413")
    assert call(application, environ(b"", {}) | {"CONTENT_LENGTH": "-1"})[0].startswith("400")


def test_wsgi__failed_handler_asks_for_a_retry(issuer):
    receiver = WebhookReceiver(issuer.secret)
    receiver.on("*")(lambda event: 1 / 0)
    assert call(wsgi_webhooks(receiver), environ(*issuer.webhook()))[0].startswith("500")


def test_flask__answers(issuer):
    from flask import Flask

    receiver, seen = WebhookReceiver(issuer.secret), []
    receiver.on("*")(lambda event: seen.append(event.scope))
    app = Flask(__name__)
    app.add_url_rule("/webhooks", view_func=flask_webhooks(receiver), methods=["POST"])
    client = app.test_client()
    body, headers = issuer.webhook()
    assert client.post("/webhooks", data=body, headers=headers).status_code == 200
    assert client.post("/webhooks", data=body + b" ", headers=headers).status_code == 401
    assert client.get("/webhooks").status_code == 405
    assert seen == ["store/product/updated"]


DJANGO = """
import json, sys
import django
from django.conf import settings
settings.configure()
django.setup()
from django.test import RequestFactory
from bcorm.auth import WebhookReceiver, django_webhooks

body, headers, secret = json.load(sys.stdin)
view = django_webhooks(WebhookReceiver(secret))
fields = {
    "HTTP_" + name.upper().replace("-", "_"): value
    for name, value in headers.items()
    if name != "Content-Type"
}
factory = RequestFactory()
post = lambda data: factory.post("/", data, content_type="application/json", **fields)
requests = [post(body), post(body), post(body + " "), factory.get("/"), post("x" * 2_000_000)]
print([view(request).status_code for request in requests], view.csrf_exempt)
"""


def test_django__answers(issuer):
    """In a process of its own: Django's settings are global."""
    pytest.importorskip("django", reason="Django is an extra")
    body, headers = issuer.webhook()
    done = subprocess.run(
        [sys.executable, "-c", DJANGO],
        input=json.dumps([body.decode(), headers, issuer.secret]),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout.strip() == "[200, 200, 401, 405, 413] True", done.stderr
