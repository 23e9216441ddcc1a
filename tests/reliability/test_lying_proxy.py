"""Writes through a proxy that lies, beside plain dictionaries of what must have come of them.

After each commit the store is compared with what its report says, line by line: what it calls saved
is there once, with the values that were sent; what it calls failed is as it was; what it calls
unknown is one or the other, and never twice.
"""

from __future__ import annotations

import os
import random
import time
from collections import Counter
from decimal import Decimal

from lying_proxy import LyingProxy
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
    ProductImage,
    ProductMetafield,
)
from bcorm.emulator import Emulator
from bcorm.exceptions import CommitError
from bcorm.http.exchange import RetryPolicy

LATE, PATIENCE, READ = 0.5, 0.8, 0.4
PRODUCTS = "v3/catalog/products"
STREET = {
    "address1": "1 Elm", "city": "Austin", "state_or_province": "Texas",
    "postal_code": "78701", "country_code": "US", "first_name": "A",
}  # fmt: skip
BILLING = {
    "first_name": "A", "last_name": "B", "street_1": "1 Elm", "city": "Austin",
    "state": "Texas", "zip": "78701", "country": "United States", "email": "a@b.example",
}  # fmt: skip
COSTS = {"price_inc_tax": Decimal(5), "price_ex_tax": Decimal(5)}
# By kind, the field that is changed.
FIELDS = {
    "brand": "page_title", "product": "price", "field": "value", "image": "sort_order",
    "customer": "notes", "address": "company", "metafield": "value", "coupon": "amount",
    "record": "price", "order": "staff_notes", "line": "quantity",
}  # fmt: skip
AMOUNTS = {"product", "coupon", "record"}
WHOLE = {"image", "line"}
# Orders are archived, not deleted, and their lines stay.
KEPT = {"order", "line"}
BELOW = {"product": ("field", "image"), "customer": ("address",), "order": ("line",)}
CROWD = 25
"""Rows of a kind from which on as many are deleted as are created."""


class Shop:
    """What is written, and what must come of it.

    Keys are `(kind, tag)`, or `(kind, tag, tag of the parent)`; values are text.
    """

    def __init__(self, store, session, seed, proxy):
        self.store, self.session, self.proxy = store, session, proxy
        self.chance = random.Random(seed)
        self.number = 0
        self.pending = {}  # id() to (object, key, what it holds if it is saved; None is no row)
        self.objects = {}  # key to object, of what is saved
        self.known = {}  # key to what the store holds
        self.lines = Counter()
        self.problems = []
        put = store.put_document
        base = {"name": "Base", "type": "physical", "weight": 1, "price": 5}
        self.base = put(PRODUCTS, base)["id"]
        self.variant = store.documents(f"{PRODUCTS}/{self.base}/variants")[0]["id"]

    # What is written

    def write(self):
        """Create, change or delete something."""
        crowded = Counter(key[0] for key in self.objects)
        draw = self.chance.random()
        if draw < 0.35:
            self._change()
        elif draw < 0.5:
            self._delete([kind for kind in crowded if kind not in KEPT])
        else:
            kind = self.chance.choice(list(FIELDS))
            if crowded[kind] > CROWD and kind not in KEPT:
                self._delete([kind])
            else:
                self._create(kind)

    def _create(self, kind):
        self.number += 1
        tag = f"t{self.number}"
        for item, key in getattr(self, f"_{kind}")(tag):
            self.known[key] = None
            self.pending[id(item)] = (item, key, "1")

    def _free(self, *kinds):
        """Return keys of what is saved, and is not being written, nor below or above such."""
        busy = {key for _, key, _ in self.pending.values()}
        tags = {key[1] for key in busy} | {key[2] for key in busy if len(key) > 2}
        return [
            key for key in self.objects
            if key[0] in kinds and key[1] not in tags and (len(key) < 3 or key[2] not in tags)
        ]  # fmt: skip

    def _change(self):
        keys = self._free(*FIELDS)
        if keys:
            key = self.chance.choice(keys)
            value = str(self.chance.randrange(2, 99))
            if value != self.known[key]:
                item = self.objects[key]
                typed = Decimal if key[0] in AMOUNTS else int if key[0] in WHOLE else str
                setattr(item, FIELDS[key[0]], typed(value))
                self.pending[id(item)] = (item, key, value)

    def _delete(self, kinds):
        keys = self._free(*kinds)
        if keys:
            key = self.chance.choice(keys)
            item = self.objects[key]
            self.session.delete(item)
            self.pending[id(item)] = (item, key, None)

    def _above(self, kind, tag, below, relation, make):
        """Create something below what is saved, or is being created in this commit."""
        keys = self._free(kind)
        if not keys:
            return []
        parent = self.chance.choice(keys)
        item = make(tag)
        getattr(self.objects[parent], relation).add(item)
        return [(item, (below, tag, parent[1]))]

    def _brand(self, tag):
        item = Brand(name=tag, page_title="1")
        self.session.add(item)
        return [(item, ("brand", tag))]

    def _product(self, tag):
        item = Product(name=tag, type="physical", weight=Decimal(1), price=Decimal(1))
        made = [(item, ("product", tag))]
        made += [
            (item.custom_fields.new(name=name, value="1"), ("field", name, tag))
            for name in (f"{tag}-0", f"{tag}-1")
        ]
        picture = self._picture(f"{tag}-p")
        item.images.add(picture)
        self.session.add(item)
        return [*made, (picture, ("image", f"{tag}-p", tag))]

    @staticmethod
    def _picture(tag):
        return ProductImage(
            image_url=f"https://example.com/{tag}.jpg", description=tag, sort_order=1
        )

    def _field(self, tag):
        from bcorm import ProductCustomField

        return self._above("product", tag, "field", "custom_fields",
                           lambda tag: ProductCustomField(name=tag, value="1"))  # fmt: skip

    def _image(self, tag):
        return self._above("product", tag, "image", "images", self._picture)

    def _customer(self, tag):
        item = Customer(email=f"{tag}@e.com", first_name="A", last_name="B", notes="1")
        made = [(item, ("customer", tag))]
        for name in [f"{tag}-a", f"{tag}-b"][: self.chance.randrange(3)]:
            where = CustomerAddress(**STREET, last_name=name, company="1")
            item.addresses.add(where)
            made.append((where, ("address", name, tag)))
        self.session.add(item)
        return made

    def _address(self, tag):
        return self._above(
            "customer", tag, "address", "addresses",
            lambda tag: CustomerAddress(**STREET, last_name=tag, company="1"),
        )  # fmt: skip

    def _metafield(self, tag):
        item = ProductMetafield(
            resource_id=self.base, namespace="t", key=tag, value="1", permission_set="app_only"
        )
        self.session.add(item)
        return [(item, ("metafield", tag))]

    def _coupon(self, tag):
        item = Coupon(
            name=tag, code=tag, type="per_item_discount", amount=Decimal(1),
            applies_to={"entity": "categories", "ids": [0]},
        )  # fmt: skip
        self.session.add(item)
        return [(item, ("coupon", tag))]

    def _record(self, tag):
        prices = self.store.put_document("v3/pricelists", {"name": tag})["id"]
        item = PriceRecord(
            price_list_id=prices, variant_id=self.variant, currency="usd", price=Decimal(1)
        )
        self.session.add(item)
        return [(item, ("record", str(prices)))]

    def _order(self, tag):
        lines = [OrderProduct(name=f"{tag}-{n}", quantity=1, **COSTS) for n in range(2)]
        item = Order(
            status_id=1, customer_id=0, billing_address=BILLING, products=lines,
            external_order_id=tag, staff_notes="1",
        )  # fmt: skip
        self.session.add(item)
        return [(item, ("order", tag)), *((one, ("line", one.name, tag)) for one in lines)]

    def _line(self, tag):
        return self._above("order", tag, "line", "products",
                           lambda tag: OrderProduct(name=tag, quantity=1, **COSTS))  # fmt: skip

    # What comes of it

    def commit(self, settle):
        """Commit until nothing more comes of it, and hold each report against the store."""
        for _ in range(4):
            try:
                report = self.session.commit()
            except CommitError as error:
                report = error.report
            said = {
                "saved": list(report.saved),
                "failed": [one.object for one in report.failed],
                "unknown": [one.object for one in report.unknown],
            }
            self._hold(said, "at once")
            settle()
            self._hold(said, "later")
            self._told_once(said)
            for item in report.saved:
                self._done(item)
            if not report.temporary:
                break
        self._give_up({id(one.object) for one in report.unknown})

    def _done(self, item):
        if id(item) not in self.pending:
            return
        _, key, value = self.pending.pop(id(item))
        self.known[key] = value
        if value is not None:
            self.objects[key] = item
            return
        self.objects.pop(key, None)
        if key[0] in BELOW:
            for other in [one for one in self.known if len(one) > 2 and one[2] == key[1]]:
                self.known[other] = None
                self.objects.pop(other, None)

    def _told_once(self, said):
        times = Counter(id(item) for items in said.values() for item in items)
        self.lines.update({name: len(items) for name, items in said.items()})
        for number, (_, key, _) in self.pending.items():
            if times[number] != 1:
                self._complain("told", times[number], key)
        for item in (item for items in said.values() for item in items):
            if id(item) not in self.pending:
                self._complain("told of what was not written", repr(item)[:80])

    def _hold(self, said, when):
        """Compare the store with what a report says, line by line."""
        entries = [self.pending[id(item)] for items in said.values() for item in items
                   if id(item) in self.pending]  # fmt: skip
        found = self.actual({key for _, key, _ in entries})
        for word, items in said.items():
            for item in items:
                if id(item) not in self.pending:
                    continue
                _, key, value = self.pending[id(item)]
                before = self.known[key]
                allowed = {"saved": {value}, "failed": {before}, "unknown": {before, value}}[word]
                rows = found.get(key, [])
                if len(rows) > 1:
                    self._complain("doubled", word, when, key, rows)
                elif (rows[0] if rows else None) not in allowed:
                    self._complain("untrue", word, when, key, rows, allowed)

    def _complain(self, *what):
        self.problems.append(what)
        if "BCORM_SHOW" in os.environ:
            print(*what, *self.proxy.log[-60:], sep="\n   ", flush=True)  # noqa: T201

    def _give_up(self, unknown):
        """Do what a user does with what is left: look in the store, and believe that."""
        found = self.actual({key for _, key, _ in self.pending.values()})
        for number, (item, key, _) in self.pending.items():
            self.lines["given up, unknown" if number in unknown else "given up, failed"] += 1
            if item.session is not None:
                self.session.expunge(item)
            rows = found.get(key, [])
            self.known[key] = rows[0] if rows else None
            self.objects.pop(key, None)
        self.pending = {}

    # What the store holds

    def actual(self, keys):
        """Return what the store holds of some keys, as lists."""
        found = {}
        kinds = {key[0] for key in keys}
        for kind in ("brand", "customer", "metafield", "coupon", "address"):
            if kind in kinds:
                for key, value in getattr(self, f"_read_{kind}")():
                    found.setdefault(key, []).append(value)
        if kinds & {"product", "field", "image"}:
            self._read_products({key[2] for key in keys if key[0] in BELOW["product"]}, found)
        if kinds & {"order", "line"}:
            self._read_orders({key[2] for key in keys if key[0] == "line"}, found)
        for kind, prices in (key for key in keys if key[0] == "record"):
            rows = self.store.documents(f"v3/pricelists/{prices}/records")
            found[kind, prices] = [str(int(row["price"])) for row in rows]
        return found

    def _read_brand(self):
        return [(("brand", row["name"]), row["page_title"])
                for row in self.store.documents("v3/catalog/brands")]  # fmt: skip

    def _read_customer(self):
        return [(("customer", row["email"].partition("@")[0]), row["notes"])
                for row in self.store.documents("v3/customers")]  # fmt: skip

    def _read_address(self):
        tags = {row["id"]: row["email"].partition("@")[0]
                for row in self.store.documents("v3/customers")}  # fmt: skip
        return [(("address", row["last_name"], tags[row["customer_id"]]), row["company"])
                for row in self.store.documents("v3/customers/addresses")]  # fmt: skip

    def _read_metafield(self):
        return [(("metafield", row["key"]), row["value"])
                for row in self.store.documents(f"{PRODUCTS}/{self.base}/metafields")]  # fmt: skip

    def _read_coupon(self):
        return [(("coupon", row["code"]), str(int(Decimal(row["amount"]))))
                for row in self.store.documents("v2/coupons")]  # fmt: skip

    def _read_products(self, parents, found):
        for row in self.store.documents(PRODUCTS):
            tag = row["name"]
            found.setdefault(("product", tag), []).append(str(int(row["price"])))
            if tag in parents:
                below = f"{PRODUCTS}/{row['id']}"
                for one in self.store.documents(f"{below}/custom-fields"):
                    found.setdefault(("field", one["name"], tag), []).append(one["value"])
                for one in self.store.documents(f"{below}/images"):
                    key = ("image", one["description"], tag)
                    found.setdefault(key, []).append(str(one["sort_order"]))

    def _read_orders(self, parents, found):
        for row in self.store.documents("v2/orders"):
            tag = row["external_order_id"]
            found.setdefault(("order", tag), []).append(row["staff_notes"])
            if tag in parents:
                for one in self.store.documents(f"v2/orders/{row['id']}/products"):
                    key = ("line", one["name"], tag)
                    found.setdefault(key, []).append(str(int(one["quantity"])))

    def compare(self):
        """Hold everything that was ever written against the store."""
        found = self.actual(set(self.known))
        for key, value in self.known.items():
            rows = found.get(key, [])
            if rows != ([] if value is None else [value]):
                self._complain("in the end", key, rows, value)


def _soak(writes, *, seed, rate, each=40):
    """Write so much through a proxy; return the shop and the proxy."""
    with Emulator(empty=True) as store:
        proxy = LyingProxy(store.url, seed=seed, rate=rate, late=LATE)
        client = bcorm.Client(
            bcorm.OAuthCredentials("lies", "not-a-secret"), api_url=proxy.url, timeout=READ,
            patience=PATIENCE, retry=RetryPolicy(base=0.001, cap=0.01),
        )  # fmt: skip
        try:
            shop = Shop(store, client.session(), seed, proxy)
            done = 0
            while done < writes:
                while len(shop.pending) < each:
                    shop.write()
                done += len(shop.pending)
                shop.commit(proxy.settle)
            shop.compare()
            shop.done = done
        finally:
            proxy.close()
            client.close()
    return shop, proxy


@patient
def test_each_line_of_each_report_is_true_whatever_a_server_says(figures):
    started = time.monotonic()
    writes = length(160, int(os.environ.get("BCORM_SOAK_WRITES", "10000")))
    shop, proxy = _soak(
        writes,
        seed=int(os.environ.get("BCORM_SOAK_SEED", "3")),
        rate=float(os.environ.get("BCORM_SOAK_RATE", "0.2")),
    )
    kinds = len({name.partition(",")[0] for name in proxy.told})
    figures(
        f"{shop.done} writes and {proxy.told.total()} lies of {kinds} kinds: "
        f"{len(shop.problems)} lines of reports untrue; lines: "
        + ", ".join(f"{count} {word}" for word, count in shop.lines.items())
        + f" ({time.monotonic() - started:.0f} s)"
    )
    assert not shop.problems
    assert kinds >= length(12, 20)
    assert shop.lines["given up, unknown"] < shop.done / 5
