"""An event's object, one touch away: through the ORM's session."""

from __future__ import annotations

import re

import pytest

import bcorm
from bcorm.auth import WebhookReceiver, session_resolver
from bcorm.auth.scopes import SCOPE_ROWS
from bcorm.emulator import Emulator
from bcorm.exceptions import ObjectDoesNotExist
from bcorm.http.cache import Cache
from bcorm.resources import INDEX


@pytest.fixture(scope="module")
def emulator():
    with Emulator() as emulator:
        yield emulator
    emulator.close()


@pytest.fixture
def session(emulator):
    client = bcorm.Client(bcorm.OAuthCredentials("abc123", "token"), api_url=emulator.url)
    with client, client.session() as session:
        yield session


def test_resource__is_the_sessions_object(session, emulator, issuer):
    product = emulator.documents("v3/catalog/products")[0]
    receiver = WebhookReceiver(issuer.secret, resolver=session_resolver(session, bcorm))
    event = receiver.receive(*issuer.webhook(data={"type": "product", "id": product["id"]}))
    emulator.clear_requests()
    assert isinstance(event.resource, bcorm.Product)
    assert event.resource is session.get(bcorm.Product, product["id"])
    assert event.resource.name == product["name"]
    assert len(emulator.requests) == 1


def test_resource__below_a_parent(session, emulator, issuer):
    product = emulator.documents("v3/catalog/products")[0]
    variant = emulator.documents(f"v3/catalog/products/{product['id']}/variants")[0]
    data = {
        "type": "sku",
        "id": 5,
        "sku": {"product_id": product["id"], "variant_id": variant["id"]},
    }
    event = WebhookReceiver(issuer.secret).receive(
        *issuer.webhook(scope="store/sku/updated", data=data)
    )
    assert event.load(session, bcorm).sku == variant["sku"]


def test_cache__is_dropped_before_a_handler_reads(emulator, issuer):
    """The event says that what was cached is old."""
    product = emulator.documents("v3/catalog/products")[0]
    path = f"v3/catalog/products/{product['id']}"
    cache = Cache(ttl=600)
    credentials = bcorm.OAuthCredentials("abc123", "token")
    with bcorm.Client(credentials, api_url=emulator.url, cache=cache) as client:
        receiver, names = WebhookReceiver(issuer.secret, cache=cache), []
        receiver.on("store/product/*")(lambda event: names.append(event.fetch(client)["name"]))
        assert client.get(path).data["name"] == product["name"]
        emulator.put_document("v3/catalog/products", {"id": product["id"], "name": "Changed"})
        assert client.get(path).data["name"] == product["name"]
        elsewhere = issuer.webhook(producer="stores/other", hash="h0")
        receiver.receive(*elsewhere)
        assert client.get(path).from_cache
        receiver.handle(*issuer.webhook(data={"type": "product", "id": product["id"]}))
        assert names == ["Changed"]


def test_resource__that_is_gone(session, issuer):
    receiver = WebhookReceiver(issuer.secret, resolver=session_resolver(session, bcorm))
    event = receiver.receive(*issuer.webhook(data={"type": "product", "id": 987_654}))
    with pytest.raises(ObjectDoesNotExist):
        _ = event.resource


def test_resource__without_a_class(session, issuer):
    event = WebhookReceiver(issuer.secret).receive(
        *issuer.webhook(scope="store/information/updated", data={"type": "store"})
    )
    with pytest.raises(ObjectDoesNotExist, match="fetch"):
        event.load(session, bcorm)


@pytest.mark.parametrize("row", SCOPE_ROWS, ids=lambda row: row.family)
def test_scopes__ids_are_those_that_the_class_needs(row):
    assert row.resource in INDEX or not row.path
    if not row.ids or not row.path:
        return
    endpoint = getattr(bcorm, row.resource).endpoint
    own = 0 if endpoint.key is None else 1
    if row.lookup and endpoint.everywhere is not None:
        assert len(row.ids) == own
        return
    assert len(re.findall(r"\{\w+\}", endpoint.path)) + own == len(row.ids)


def test_resource__that_its_path_names(session, emulator, issuer):
    record = emulator.documents("v3/pricelists/1/records")[0]
    names = ("price_list_id", "variant_id", "currency")
    data = {"type": "priceListRecord", **{name: record[name] for name in names}}
    receiver = WebhookReceiver(issuer.secret)
    event = receiver.receive(*issuer.webhook(scope="store/priceList/record/updated", data=data))
    loaded = event.load(session, bcorm)
    assert isinstance(loaded, bcorm.PriceRecord)
    assert loaded.variant_id == record["variant_id"]
