"""Hooks that are kept alive, and gaps that are filled."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from types import SimpleNamespace

import pytest

from bcorm.auth import Hook, HookKeeper, WebhookReceiver, backfill
from bcorm.emulator import Emulator
from bcorm.exceptions import ConfigurationError, NotFound, QueryError
from bcorm.http import Answer, ApiClient, OAuthCredentials

URL = "https://app.example.com/webhooks"


@pytest.fixture(scope="module")
def emulator():
    with Emulator() as emulator:
        yield emulator
    emulator.close()


@pytest.fixture
def client(emulator):
    emulator.reset()
    with ApiClient(OAuthCredentials("abc123", "token"), api_url=emulator.url) as client:
        yield client


class Hooks:
    """The hooks of the emulator's store, seen and changed behind the keeper's back."""

    def __init__(self, emulator):
        self.emulator = emulator

    def change(self, scope, **values):
        (hook,) = (row for row in self.all() if row["scope"] == scope)
        self.emulator.put_document("v3/hooks", {"id": hook["id"], **values})

    def all(self):
        return self.emulator.documents("v3/hooks")

    @property
    def active(self):
        return {row["scope"] for row in self.all() if row["is_active"]}

    @property
    def writes(self):
        return [sent.method for sent in self.emulator.requests if sent.method != "GET"]


@pytest.fixture
def hooks(emulator, client):
    return Hooks(emulator)


@pytest.fixture
def keeper(client):
    return HookKeeper(
        client,
        [
            Hook("store/product/*", URL),
            Hook("store/order/*", URL, {"X-Key": "swordfish"}),
            Hook("store/customer/*", URL),
        ],
    )


def states(found):
    return [(health.wanted.scope, health.state) for health in found]


def test_repair__creates_what_is_missing(keeper, hooks):
    assert [state for _, state in states(keeper.check())] == ["missing"] * 3
    assert hooks.all() == []
    assert len(keeper.repair()) == 3
    assert [state for _, state in states(keeper.check())] == ["healthy"] * 3
    assert [row["headers"] for row in hooks.all()] == [None, {"X-Key": "swordfish"}, None]
    hooks.emulator.clear_requests()
    assert keeper.repair() == []
    assert hooks.writes == []


def test_repair__switches_on_what_was_switched_off(keeper, hooks):
    keeper.repair()
    hooks.change("store/product/*", is_active=False)
    hooks.change("store/order/*", headers={"X-Key": "other"})
    hooks.emulator.clear_requests()
    assert states(keeper.repair()) == [
        ("store/product/*", "inactive"),
        ("store/order/*", "changed"),
    ]
    assert hooks.writes == ["PUT", "PUT"]
    assert len(hooks.active) == 3


def test_hooks__of_others_are_left_alone(keeper, hooks):
    other = {"scope": "store/cart/*", "destination": URL, "is_active": False}
    hooks.emulator.put_document("v3/hooks", other)
    keeper.repair()
    assert "store/cart/*" not in hooks.active
    assert keeper.remove() == 3
    assert [row["scope"] for row in hooks.all()] == ["store/cart/*"]


def test_remove__leaves_out_what_is_not_there(keeper, hooks, client):
    keeper.repair()
    (gone,) = (row for row in hooks.all() if row["scope"] == "store/order/*")
    client.delete(f"v3/hooks/{gone['id']}")
    hooks.emulator.clear_requests()
    assert keeper.remove() == 2
    assert hooks.writes == ["DELETE", "DELETE"]
    assert hooks.all() == []


def test_headers__do_not_show(keeper):
    assert "swordfish" not in repr(keeper.check())


def now():
    return datetime.now(timezone.utc)


def test_backfill__finds_what_was_changed_and_made(client, emulator):
    old = emulator.documents("v3/catalog/products")
    emulator.put_document("v3/catalog/products", {"id": old[3]["id"], "name": "Changed"})
    made = emulator.put_document(
        "v3/catalog/products", {"name": "Made", "type": "physical", "price": 1, "weight": 1}
    )
    events = list(
        backfill(
            client, now() - timedelta(seconds=30), scopes=["store/product"], overlap=timedelta(0)
        )
    )
    assert [(event.scope, event.ref.ids) for event in events] == [
        ("store/product/updated", (old[3]["id"],)),
        ("store/product/created", (made["id"],)),
    ]
    assert {event.store_hash for event in events} == {"abc123"}
    assert not any(event.delivered for event in events)
    assert all(event.created_at.tzinfo for event in events)


def test_backfill__reads_every_page_and_gives_each_row_once(client, emulator):
    emulator.generate_products(300)
    events = list(
        backfill(client, datetime(2010, 1, 1, tzinfo=timezone.utc), scopes=["store/product"])
    )
    stored = {document["id"] for document in emulator.documents("v3/catalog/products")}
    assert {event.data["id"] for event in events} == stored
    assert len(events) == len(stored)


def _person(number):
    return {"first_name": "A", "last_name": "B", "email": f"{number}@example.com"}


def _order(number):
    address = {"first_name": f"A{number}", "country": "United States", "zip": "78701"}
    thing = {"name": "Thing", "quantity": 1, "price_inc_tax": 1, "price_ex_tax": 1}
    return {"billing_address": address, "products": [thing]}


def _product(number):
    return {"name": f"Thing {number}", "type": "physical", "price": 1, "weight": 1}


@pytest.mark.parametrize(
    ("scope", "make", "removal"),
    [
        ("store/product", _product, ("v3/catalog/products", {"id:in": "{}"})),
        ("store/customer", _person, ("v3/customers", {"id:in": "{}"})),
        ("store/order", _order, ("v2/orders/{}", {})),
    ],
)
def test_backfill__loses_no_row_when_the_list_gets_shorter_meanwhile(
    client, emulator, scope, make, removal
):
    path = removal[0].removesuffix("/{}")
    for number in range(300):
        emulator.put_document(path, make(number))
    found = backfill(client, datetime(2010, 1, 1, tzinfo=timezone.utc), scopes=[scope])
    seen = [next(found).data["id"] for _ in range(3)]
    where, query = removal
    query = {name: text.format(seen[0]) for name, text in query.items()}
    client.delete(where.format(seen[0]), params=query)
    seen += [event.data["id"] for event in found]
    left = {row["id"] for row in emulator.documents(path) if not row.get("is_deleted")}
    assert left <= set(seen)
    assert len(seen) == len(set(seen))


def test_backfill__same_gap_gives_same_hashes(client):
    since = datetime(2017, 1, 1, tzinfo=timezone.utc)
    first, second = (
        [event.hash for event in backfill(client, since, scopes=["store/product"])]
        for _ in range(2)
    )
    assert first == second
    assert len(set(first)) == len(first) > 0


def test_backfill__window_ends(client):
    since = datetime(2010, 1, 1, tzinfo=timezone.utc)
    assert not list(
        backfill(client, since, scopes=["store/product"], until=since + timedelta(days=1))
    )


def test_backfill__events_are_dispatched_and_fetched_like_others(client, issuer, emulator):
    receiver, names = WebhookReceiver(issuer.secret), []
    receiver.on("store/customer/*")(lambda event: names.append(event.fetch(client)["email"]))
    emulator.put_document(
        "v3/customers", {"first_name": "A", "last_name": "B", "email": "gap@example.com"}
    )
    for event in backfill(client, now() - timedelta(minutes=1), scopes=["store/customer"]):
        receiver.dispatch(event)
    assert names == ["gap@example.com"]


def test_fetch__one_object_of_an_event(client, issuer, emulator):
    product = emulator.documents("v3/catalog/products")[0]
    variant = emulator.documents(f"v3/catalog/products/{product['id']}/variants")[0]
    receiver = WebhookReceiver(issuer.secret)
    event = receiver.receive(*issuer.webhook(data={"type": "product", "id": product["id"]}))
    assert event.fetch(client)["name"] == product["name"]
    data = {
        "type": "sku",
        "id": 1,
        "sku": {"product_id": product["id"], "variant_id": variant["id"]},
    }
    event = receiver.receive(*issuer.webhook(scope="store/sku/updated", data=data, hash="h2"))
    assert event.fetch(client)["id"] == variant["id"]
    event = receiver.receive(*issuer.webhook(data={"type": "product", "id": 999_999}, hash="h3"))
    with pytest.raises(NotFound):
        event.fetch(client)


@pytest.mark.parametrize(
    ("scope", "path"),
    [
        ("store/product", "v3/catalog/products"),
        ("store/customer", "v3/customers"),
        ("store/order", "v2/orders"),
        ("store/priceList", "v3/pricelists"),
        ("store/channel", "v3/channels"),
        ("store/subscriber", "v3/customers/subscribers"),
    ],
)
def test_backfill__every_collection_that_can_be_asked(scope, path, client, emulator):
    client.post("v3/customers/subscribers", json={"email": "gap@example.com"})
    keys = sorted(row["id"] for row in emulator.documents(path))
    long_ago = datetime(2001, 1, 1, tzinfo=timezone.utc)
    events = list(backfill(client, long_ago, scopes=[scope]))
    assert keys
    assert sorted(event.ref.ids[-1] for event in events) == keys
    assert {event.family for event in events} == {scope}
    assert not list(backfill(client, long_ago, scopes=[scope], until=long_ago))


def test_backfill__a_list_that_goes_on_getting_shorter_is_read_from_its_first_page():
    script = iter([(1, 600), (2, 400), (1, 390), (2, 390)])
    asked = []

    def get(path, *, params):
        page, total = next(script)
        asked.append(params["page"])
        rows = [{"id": number} for number in range((page - 1) * 250, min(page * 250, total))]
        told = {"total": total, "total_pages": -(-total // 250)}
        return Answer(200, {"data": rows, "meta": {"pagination": told}})

    client = SimpleNamespace(get=get, store_key="abc123")
    events = list(backfill(client, now(), scopes=["store/priceList"]))
    assert asked == [1, 2, 1, 2]
    assert [event.ref.ids for event in events] == [(number,) for number in range(400)]


def test_backfill__a_date_that_cannot_be_read_is_no_date(server):
    row = {"id": 7, "date_modified": "soon", "date_created": ""}
    server.answer = (200, {"data": [row], "meta": {"pagination": {"total": 1, "total_pages": 1}}})
    with ApiClient(OAuthCredentials("abc123", "token"), api_url=server.url) as client:
        (event,) = backfill(client, now(), scopes=["store/product"])
    assert (event.scope, event.created_at) == ("store/product/updated", None)


def test_backfill__refuses_what_it_cannot_ask(client):
    with pytest.raises(QueryError, match="store/cart"):
        list(backfill(client, now(), scopes=["store/cart"]))
    with pytest.raises(ConfigurationError, match="time zone"):
        list(backfill(client, datetime(2020, 1, 1)))  # noqa: DTZ001
