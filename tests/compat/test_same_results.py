"""One script, run with the official package and with bcorm.compat against one store.

Of the official package only the URL is changed: it knows https alone, the emulator speaks http.
"""

from __future__ import annotations

from functools import partial

import bigcommerce as official
import pytest

import bcorm.compat

HASH = "abc123"


def official_api(emulator, monkeypatch):
    def full_path(self, url):
        return f"{emulator.url}/stores/{self.store_hash}/v2/{url}"

    monkeypatch.setattr(official.connection.OAuthConnection, "full_path", full_path)
    return official.api.BigcommerceApi(client_id="c", store_hash=HASH, access_token="t" * 31)


def our_api(emulator, monkeypatch):
    monkeypatch.setenv("BC_API_ENDPOINT", emulator.url)
    return bcorm.compat.api.BigcommerceApi(client_id="c", store_hash=HASH, access_token="t" * 31)


def plain(value):
    """A result without what names its package: the class's name and the public items.

    The official client keeps its connection among the items.
    """
    if isinstance(value, dict):
        items = {name: plain(item) for name, item in value.items() if not name.startswith("_")}
        kind = type(value).__name__
        return items if kind == "dict" else (kind, items)
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value


def rows(result):
    """A list: an empty answer (204) is one here, and an empty object in the official client."""
    return result if isinstance(result, list) else []


class Script:
    """Runs steps and notes the result of each, or the error."""

    def __init__(self, package, api):
        self.package = package
        self.api = api
        self.notes = []

    def note(self, name, step):
        try:
            result = step()
        except self.package.exception.HttpException as error:
            bases = [
                base.__name__
                for base in type(error).__mro__
                if base.__module__.endswith("exception")
            ]
            self.notes.append(
                (name, bases, error.status_code, error.content, dict(error.headers).keys())
            )
            return None
        self.notes.append((name, plain(result)))
        return result


def catalog(run, api):
    first = run.note("a page", lambda: api.Products.all(limit=3, page=2))[0]
    run.note("count", api.Products.count)
    run.note("filtered count", lambda: api.Products.count(is_featured=1))
    run.note("filters", lambda: api.Products.all(min_price="100", max_price="120"))
    run.note("all pages", lambda: [p.id for p in api.Products.iterall()])
    run.note("one page of iterall", lambda: [p.id for p in api.Products.iterall(limit=5)])
    product = run.note("one", lambda: api.Products.get(first.id))
    run.note("dots and items", lambda: [product.name, product["sku"], "images" in product])
    run.note("update", lambda: product.update(price="12.3400").price)
    run.note("unchanged object", lambda: product.price)
    made = run.note(
        "create",
        lambda: api.Products.create(
            name="Script",
            type="physical",
            price="5",
            weight="1",
            availability="available",
            categories=[product.categories[0]],
        ),
    )
    run.note("delete", made.delete)
    run.note("gone", lambda: api.Products.get(made.id))
    for resource in (api.Brands, api.Categories):
        plain_crud(run, resource)


def plain_crud(run, resource):
    run.note("some", lambda: resource.all(limit=4))
    run.note("count", resource.count)
    one = run.note("new", lambda: resource.create(name="Script"))
    run.note("changed", lambda: one.update(name="Script 2"))
    run.note("deleted", one.delete)


def read_below(run, parent, name):
    helper = getattr(parent, name)
    found = run.note(name, lambda: rows(helper()))
    if found:
        run.note(f"one of {name}", lambda: helper(found[0].id))


def subresources(run, api):
    product = next(p for p in api.Products.iterall() if api.ProductSkus.all(p.id))
    helpers = (
        "images options reviews skus videos custom_fields discount_rules rules"
        " configurable_fields google_mappings"
    )
    for name in helpers.split():
        read_below(run, product, name)
    field = run.note(
        "create", lambda: api.ProductCustomFields.create(product.id, name="a", text="b")
    )
    run.note("get", lambda: api.ProductCustomFields.get(product.id, field.id))
    run.note("update", lambda: field.update(text="c"))
    run.note("parent", field.parent_id)
    run.note("delete", field.delete)
    run.note("store-wide count", api.ProductCustomFields.count)
    run.note("store-wide list", lambda: api.ProductSkus.all(sku=product.skus()[0].sku))
    run.note("delete all", lambda: api.ProductReviews.delete_all(product.id))
    run.note(
        "video", lambda: api.ProductVideos.create(product.id, url="https://youtu.be/4wZ3ZG_Wams")
    )
    option = run.note("option", lambda: api.Options.create(name="Script", type="S"))
    value = run.note("value", lambda: api.OptionValues.create(option.id, label="L", value="v"))
    run.note("values", lambda: option.values(value.id))
    group = run.note("set", lambda: api.OptionSets.create(name="Script"))
    run.note("set option", lambda: api.OptionSetOptions.create(group.id, option_id=option.id))
    run.note("set options", group.options)


def customers(run, api):
    run.note("page", lambda: api.Customers.all(limit=2))
    run.note("count", api.Customers.count)
    one = run.note(
        "create",
        lambda: api.Customers.create(first_name="S", last_name="Cript", email="s@example.com"),
    )
    run.note("update", lambda: one.update(phone="123"))
    run.note("filter", lambda: api.Customers.all(email="s@example.com"))
    address = run.note(
        "address",
        lambda: api.CustomerAddresses.create(
            one.id,
            first_name="S",
            last_name="Cript",
            street_1="1 Way",
            city="Austin",
            state="Texas",
            zip="78701",
            country="United States",
            phone="1",
        ),
    )
    run.note("addresses", one.addresses)
    run.note("one address", lambda: one.addresses(address.id))
    run.note("address count", lambda: api.CustomerAddresses.count(one.id))
    run.note("changed address", lambda: address.update(city="Dallas"))
    run.note("deleted address", address.delete)
    run.note("deleted", one.delete)
    run.note("groups", api.CustomerGroups.all)
    group = run.note("group", lambda: api.CustomerGroups.create(name="Script"))
    run.note("group gone", group.delete)


def rows_of(parent, name):
    return rows(getattr(parent, name)())


def orders(run, api):
    run.note("page", lambda: api.Orders.all(limit=2))
    run.note("count", api.Orders.count)
    run.note("statuses", api.OrderStatuses.all)
    order = api.Orders.all(limit=1)[0]
    run.note("one", lambda: api.Orders.get(order.id))
    for name in ["products", "shipping_addresses", "coupons", "shipments", "messages", "taxes"]:
        run.note(name, partial(rows_of, order, name))
    line = order.products()[0]
    run.note("one product", lambda: order.products(line.id))
    address = order.shipping_addresses()[0]
    shipment = run.note(
        "shipment",
        lambda: api.OrderShipments.create(
            order.id,
            order_address_id=address.id,
            tracking_number="T1",
            items=[{"order_product_id": line.id, "quantity": 1}],
        ),
    )
    if shipment is not None:
        run.note("changed shipment", lambda: shipment.update(tracking_number="T2"))
        run.note("deleted shipment", shipment.delete)
    run.note("status", lambda: order.update(status_id=2).status_id)
    run.note("filtered", lambda: [o.id for o in api.Orders.all(customer_id=order.customer_id)])
    run.note("archived", order.delete)


def coupons(run, api):
    run.note("page", lambda: api.Coupons.all(limit=2))
    run.note("count", api.Coupons.count)
    made = run.note(
        "create",
        lambda: api.Coupons.create(
            name="Script",
            code="SCRIPT",
            type="percentage_discount",
            amount="5",
            applies_to={"entity": "categories", "ids": [0]},
        ),
    )
    run.note("update", lambda: made.update(**{**dict(changes(made)), "amount": "7"}))
    run.note("by code", lambda: api.Coupons.all(code="SCRIPT"))
    run.note("delete", made.delete)


def changes(coupon):
    return {name: coupon[name] for name in ("name", "code", "type", "amount", "applies_to")}


def errors(run, api):
    run.note("missing", lambda: api.Products.get(999_999))
    run.note("missing parent", lambda: api.ProductImages.all(999_999))
    run.note("required", lambda: api.Products.create(name="x"))
    run.note("read-only", lambda: api.Products.all(limit=1)[0].update(id=5))
    run.note("bad filter", lambda: api.Products.all(min_id="abc"))
    run.note("bad coupon", lambda: api.Coupons.create(name="x", code="y", type="z", amount=1))
    run.note("no such path", lambda: api.connection.get("nothing/here"))
    run.note("store", api.Store.all)
    run.note("time", lambda: "time" in api.Time.all())


def low_level(run, api):
    connection = api.connection
    run.note("get", lambda: connection.get("brands", limit=2))
    run.note("get one", lambda: connection.get("brands", 1))
    made = run.note("create", lambda: connection.create("brands", {"name": "Low"}))
    run.note("update", lambda: connection.update("brands", made["id"], {"name": "Lower"}))
    run.note("put", lambda: connection.put(f"brands/{made['id']}", {"name": "Lowest"}))
    run.note("post", lambda: connection.post("/brands", {"name": "High"}))
    run.note("request", lambda: connection.make_request("GET", "brands/count"))
    run.note("delete", lambda: connection.delete("brands", made["id"]))
    run.note("quota", lambda: sorted(connection.rate_limit))
    run.note("repr", lambda: repr(connection).partition(" ")[0])


SCENARIOS = [catalog, subresources, customers, orders, coupons, errors, low_level]


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.__name__)
def test_scenario__gives_equal_results(scenario, running, monkeypatch):
    notes, requests = [], []
    clock = 1_800_000_000
    # One clock for both runs: dates of what a script creates are part of its results.
    monkeypatch.setattr("bcorm.emulator.context.Context.now", property(lambda _self: clock))
    for package, make in ((official, official_api), (bcorm.compat, our_api)):
        running.reset()
        run = Script(package, make(running, monkeypatch))
        scenario(run, run.api)
        notes.append(run.notes)
        requests.append([(r.method, r.path, r.status) for r in running.requests])
    theirs, ours = notes
    assert [note[0] for note in ours] == [note[0] for note in theirs]
    for their_note, our_note in zip(theirs, ours, strict=True):
        assert our_note == their_note
    assert len(theirs) >= 6
    assert not {status for *_, status in requests[1]} & {500, 405}
