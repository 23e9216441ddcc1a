"""Writes through a proxy that lies, beside a plain dictionary of what must have come of them."""

from __future__ import annotations

import random
import time
from collections import Counter
from decimal import Decimal

from lying_proxy import READS, WRITES, LyingProxy
from soak import length, patient

import bcorm
from bcorm import (
    Brand,
    Coupon,
    Customer,
    CustomerAddress,
    Order,
    OrderProduct,
    PriceRecord,
    Product,
    ProductCustomField,
    ProductMetafield,
)
from bcorm.emulator import Emulator
from bcorm.exceptions import CommitError

LATE, PATIENCE = 0.2, 0.6
STREET = {
    "address1": "1 Elm", "city": "Austin", "state_or_province": "Texas",
    "postal_code": "78701", "country_code": "US",
}  # fmt: skip
BILLING = {
    "first_name": "A", "last_name": "B", "street_1": "1 Elm", "city": "Austin",
    "state": "Texas", "zip": "78701", "country": "United States", "email": "a@b.example",
}  # fmt: skip
TARGETS = {"entity": "categories", "ids": [0]}

# What is changed of a row, by kind.
FIELDS = {
    "brand": "page_title", "product": "price", "customer": "notes", "address": "company",
    "metafield": "value", "coupon": "amount", "record": "price", "order": "staff_notes",
}  # fmt: skip


class Shop:
    """What is written, and the model: by tag, what the store must hold; None is nothing."""

    def __init__(self, store, session, seed):
        self.store, self.session = store, session
        self.chance = random.Random(seed)
        self.number = 0
        self.objects = {}  # tag to object, of those that are saved
        self.pending = {}  # id() to (tag, what the store holds when it is saved)
        self.known = {}  # tag to what the store must hold
        self.open = {}  # tag to what it may hold besides
        self.twice = Counter()
        row = {"name": "Base", "type": "physical", "weight": 1, "price": 5}
        self.base = store.put_document("v3/catalog/products", row)["id"]
        self.variant = store.documents(f"v3/catalog/products/{self.base}/variants")[0]["id"]
        self.person = store.put_document(
            "v3/customers", {"email": "base@e.com", "first_name": "A", "last_name": "B"}
        )["id"]

    def create(self):
        self.number += 1
        tag = f"t{self.number}"
        kinds = [
            "brand", "product", "customer", "address", "metafield", "field", "coupon", "record",
            "order",
        ]  # fmt: skip
        kind = self.chance.choice(kinds)
        for item, key, value in getattr(self, f"_{kind}")(tag):
            self.pending[id(item)] = (item, key, value)
        return kind

    def _brand(self, tag):
        item = Brand(name=tag, page_title="1")
        self.session.add(item)
        return [(item, ("brand", tag), "1")]

    def _product(self, tag):
        item = Product(name=tag, type="physical", weight=Decimal(1), price=Decimal(1))
        fields = [item.custom_fields.new(name=tag, value=str(n)) for n in range(2)]
        self.session.add(item)
        rows = [(one, ("field", tag, one.value), one.value) for one in fields]
        return [(item, ("product", tag), "1"), *rows]

    def _customer(self, tag):
        item = Customer(email=f"{tag}@e.com", first_name="A", last_name="B", notes="1")
        self.session.add(item)
        return [(item, ("customer", tag), "1")]

    def _address(self, tag):
        item = CustomerAddress(
            **STREET, customer_id=self.person, first_name="A", last_name=tag, company="1"
        )
        self.session.add(item)
        return [(item, ("address", tag), "1")]

    def _metafield(self, tag):
        item = ProductMetafield(
            resource_id=self.base, namespace="t", key=tag, value="1", permission_set="app_only"
        )
        self.session.add(item)
        return [(item, ("metafield", tag), "1")]

    def _field(self, tag):
        item = ProductCustomField(product_id=self.base, name=tag, value="1")
        self.session.add(item)
        return [(item, ("field", tag, "1"), "1")]

    def _coupon(self, tag):
        item = Coupon(
            name=tag, code=tag, type="per_item_discount", amount=Decimal(1), applies_to=TARGETS
        )
        self.session.add(item)
        return [(item, ("coupon", tag), "1")]

    def _record(self, tag):
        prices = self.store.put_document("v3/pricelists", {"name": tag})["id"]
        item = PriceRecord(
            price_list_id=prices, variant_id=self.variant, currency="usd", price=Decimal(1)
        )
        self.session.add(item)
        return [(item, ("record", prices), "1")]

    def _order(self, tag):
        cost = {"price_inc_tax": Decimal(5), "price_ex_tax": Decimal(5)}
        lines = [OrderProduct(name=f"{tag}-{n}", quantity=1, **cost) for n in range(2)]
        item = Order(
            status_id=1, customer_id=0, billing_address=BILLING, products=lines,
            external_order_id=tag, staff_notes="1",
        )  # fmt: skip
        self.session.add(item)
        rows = [(one, ("line", tag, one.name), one.name) for one in lines]
        return [(item, ("order", tag), "1"), *rows]

    def change(self):
        """Change or delete something that is saved."""
        keys = [key for key in self.objects if key[0] in FIELDS]
        if not keys:
            return
        key = self.chance.choice(keys)
        item = self.objects.pop(key)
        if self.chance.random() < 0.3 and key[0] not in {"order", "product", "record"}:
            self.session.delete(item)
            self.pending[id(item)] = (item, key, None)
            return
        value = str(self.chance.randrange(2, 99))
        amount = key[0] in {"product", "coupon", "record"}
        setattr(item, FIELDS[key[0]], Decimal(value) if amount else value)
        self.pending[id(item)] = (item, key, value)

    def commit(self):
        """Commit until nothing more comes of it, and take down what the reports say."""
        for _ in range(6):
            try:
                report = self.session.commit()
            except CommitError as error:
                report = error.report
            told = [*report.saved, *(one.object for one in [*report.failed, *report.unknown])]
            self.twice.update(id(item) for item, count in Counter(told).items() if count > 1)
            for item in report.saved:
                _, key, value = self.pending.pop(id(item))
                self.known[key] = value
                if value is not None:
                    self.objects[key] = item
            if not report.temporary:
                break
        unknown = {id(one.object) for one in report.unknown}
        for item, key, value in self.pending.values():
            self.open.setdefault(key, {self.known.get(key)})
            if id(item) in unknown or report.temporary:
                self.open[key].add(value)
            if item.session is not None:
                self.session.expunge(item)
        self.pending = {}

    def actual(self):
        """What the store holds, by tag, as lists."""
        found = {}
        for key, value in [*self._catalog(), *self._people(), *self._sales()]:
            found.setdefault(key, []).append(str(value))
        return found

    def _catalog(self):
        documents = self.store.documents
        for row in documents("v3/catalog/brands"):
            yield ("brand", row["name"]), row["page_title"]
        for row in documents("v3/catalog/products"):
            yield ("product", row["name"]), int(row["price"])
            for one in documents(f"v3/catalog/products/{row['id']}/custom-fields"):
                yield ("field", one["name"], one["value"]), one["value"]
        for row in documents(f"v3/catalog/products/{self.base}/metafields"):
            yield ("metafield", row["key"]), row["value"]

    def _people(self):
        for row in self.store.documents("v3/customers"):
            yield ("customer", row["email"].partition("@")[0]), row["notes"]
        for row in self.store.documents("v3/customers/addresses"):
            yield ("address", row["last_name"]), row["company"]

    def _sales(self):
        documents = self.store.documents
        for row in documents("v2/coupons"):
            yield ("coupon", row["code"]), int(Decimal(row["amount"]))
        for prices in documents("v3/pricelists"):
            for row in documents(f"v3/pricelists/{prices['id']}/records"):
                yield ("record", prices["id"]), int(row["price"])
        for row in documents("v2/orders"):
            yield ("order", row["external_order_id"]), row["staff_notes"]
            for line in documents(f"v2/orders/{row['id']}/products"):
                yield ("line", row["external_order_id"], line["name"]), line["name"]

    def compare(self):
        """Name what is lost, doubled or wrong."""
        actual, problems = self.actual(), []
        for key in {*self.known, *self.open}:
            rows = actual.get(key, [])
            allowed = {*self.open.get(key, set()), self.known.get(key)}
            if len(rows) > 1:
                problems.append(("doubled", key, rows))
            elif (rows[0] if rows else None) not in allowed:
                problems.append(("wrong" if rows else "lost", key, rows, allowed))
        return problems


@patient
def test_no_lie_makes_a_write_lost_doubled_or_misreported(figures):
    writes, started = length(400, 10_000), time.monotonic()
    with Emulator(empty=True) as store:
        proxy = LyingProxy(store.url, seed=11, rate=0.15, late=LATE)
        session = bcorm.Client(
            bcorm.OAuthCredentials("lies", "not-a-secret"), api_url=proxy.url, timeout=5,
            patience=PATIENCE, retry=bcorm_retry(),
        ).session()  # fmt: skip
        try:
            shop = Shop(store, session, seed=12)
            done = 0
            while done < writes:
                for _ in range(40):
                    shop.change() if shop.chance.random() < 0.4 else shop.create()
                done += len(shop.pending)
                shop.commit()
            time.sleep(2 * LATE)
            problems = shop.compare()
        finally:
            proxy.close()
            session.client.close()
    kinds = len(proxy.told)
    figures(
        f"{done} writes and {sum(proxy.told.values())} lies of {kinds} kinds: "
        f"{len(problems)} lost, doubled or wrong; {len(shop.open)} unknown or failed "
        f"({time.monotonic() - started:.0f} s)"
    )
    assert not problems
    assert not shop.twice
    assert kinds >= min(20, len(WRITES) + len(READS))
    assert len(shop.open) < done / 10


def bcorm_retry():
    """Retries that do not wait long."""
    from bcorm.http.retry import RetryPolicy

    return RetryPolicy(base=0.001, cap=0.01)
