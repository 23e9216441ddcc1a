"""A nightly sync to be disturbed: what it changes, and what the store must look like afterwards.

Used by the reliability tests, and by the process that they kill. The same seed and size give the
same sync in every process.
"""

from __future__ import annotations

import random
from collections import Counter
from decimal import Decimal

import bcorm
from bcorm.resources.products import ProductCustomField, ProductReview

# Parts of a sync of 100 writes.
SHARES = {
    "update products": 24,
    "update brands": 4,
    "update customers": 5,
    "update coupons": 3,
    "delete products": 10,
    "delete brands": 2,
    "delete customers": 3,
    "delete fields": 3,
    "create brands": 8,
    "create products": 14,
    "create fields with products": 7,
    "create fields": 8,
    "create customers": 5,
    "create coupons": 4,
}
PRODUCTS, BRANDS = "v3/catalog/products", "v3/catalog/brands"
CUSTOMERS, COUPONS = "v3/customers", "v2/coupons"
BILLING = {
    "first_name": "A", "last_name": "B", "street_1": "1 Elm", "city": "Austin",
    "state": "Texas", "zip": "78701", "country": "United States", "email": "a@b.example",
}  # fmt: skip
TARGETS = {"entity": "categories", "ids": [0]}
ORDERS, LINES = "v2/orders", 2
MOMENT = "2026-01-02T03:04:05+00:00"


class Sync:
    """Creates, updates and deletes, in one session.

    Args:
        seed: fixes the values.
        writes: how many objects are written.
        refused: how many more creates the store will refuse, for their names are taken.
        keyless: how many more creates have no natural key.
        orders: how many more orders are created, with `LINES` lines each.
    """

    def __init__(self, seed, writes, *, refused=0, keyless=0, orders=0):
        self.counts = {name: share * writes // 100 for name, share in SHARES.items()}
        self.counts["update products"] += writes - sum(self.counts.values())
        self.writes = writes
        self.refused, self.keyless, self.orders = refused, keyless, orders
        chance = random.Random(seed)
        self._prices = [Decimal(chance.randrange(100, 99_999)) / 100 for _ in range(writes)]

    def prepare(self, emulator):
        """Put what the sync finds into an empty store."""
        put = emulator.put_document
        for number in range(self._old("products")):
            product = put(PRODUCTS, _product(f"old {number}", "1.00"))
            if number < self.counts["delete fields"]:
                put(f"{PRODUCTS}/{product['id']}/custom-fields", {"name": "old", "value": "x"})
        for number in range(self._old("brands")):
            put(BRANDS, {"name": f"old {number}"})
        for number in range(self._old("customers")):
            put(CUSTOMERS, _customer(f"old {number}"))
        for number in range(self.counts["update coupons"]):
            put(COUPONS, _coupon(f"old {number}", "1"))

    def _old(self, what):
        return self.counts[f"update {what}"] + self.counts[f"delete {what}"]

    def apply(self, session):
        """Make all changes in the session, and commit nothing."""
        price = iter(self._prices).__next__
        self._change(bcorm.Product, session, "products", lambda row: _set(row, price=price()))
        self._change(bcorm.Brand, session, "brands", lambda row: _set(row, page_title=str(price())))
        self._change(bcorm.Customer, session, "customers", lambda row: _set(row, notes="seen"))
        self._change(bcorm.Coupon, session, "coupons", lambda row: _set(row, amount=price()))
        old = self._rows(bcorm.Product, session)[: self._old("products")]
        for product in old[: self.counts["delete fields"]]:
            for field in ProductCustomField.objects.using(session).filter(product_id=product.id):
                session.delete(field)
        for number in range(self.counts["create fields"]):
            product = old[number % self.counts["update products"]]
            session.add(ProductCustomField(product=product, name="new", value=f"value {number}"))
        for number in range(self.keyless):
            product = old[number % self.counts["update products"]]
            review = {"title": f"new {number}", "date_reviewed": MOMENT, "rating": 5, "text": "!"}
            session.add(ProductReview(product=product, **review))
        self._create(session, price, old)

    def _rows(self, model, session):
        return list(model.objects.using(session).order_by("id"))

    def _change(self, model, session, what, change):
        updated = self.counts[f"update {what}"]
        for number, row in enumerate(self._rows(model, session)):
            if number < updated:
                change(row)
            else:
                session.delete(row)

    def _create(self, session, price, old):
        brands = [bcorm.Brand(name=f"new {n}") for n in range(self.counts["create brands"])]
        session.add_all(brands)
        for brand, product in zip(brands[: len(brands) // 4], old, strict=False):
            product.brand = brand
        for number in range(self.counts["create products"]):
            product = bcorm.Product(**_product(f"new {number}", price()))
            if number < len(brands) // 2:
                product.brand = brands[number]
            session.add(product)
            if number < self.counts["create fields with products"]:
                product.custom_fields.create(name="new", value=f"child {number}")
        for number in range(self.counts["create customers"]):
            session.add(bcorm.Customer(**_customer(f"new {number}")))
        for number in range(self.counts["create coupons"]):
            session.add(bcorm.Coupon(**_coupon(f"new {number}", price())))
        for number in range(self.orders):
            session.add(_order(f"new {number}"))
        for number in range(self.refused):
            session.add(bcorm.Brand(name=f"old {number}", page_title="refused"))

    def expected(self):
        """What must be in the store: by collection, the rows' keys and what differs among them."""
        price = iter(self._prices).__next__
        products = {f"old {n}": price() for n in range(self.counts["update products"])}
        brands = {f"old {n}": str(price()) for n in range(self.counts["update brands"])}
        customers = {_email(f"old {n}"): "seen" for n in range(self.counts["update customers"])}
        coupons = {f"old {n}": price() for n in range(self.counts["update coupons"])}
        fields = {
            (f"old {number % self.counts['update products']}", "new", f"value {number}"): ""
            for number in range(self.counts["create fields"])
        }
        brands |= {f"new {number}": "" for number in range(self.counts["create brands"])}
        for number in range(self.counts["create products"]):
            products[f"new {number}"] = price()
            if number < self.counts["create fields with products"]:
                fields[f"new {number}", "new", f"child {number}"] = ""
        customers |= {
            _email(f"new {number}"): "" for number in range(self.counts["create customers"])
        }
        coupons |= {f"new {number}": price() for number in range(self.counts["create coupons"])}
        brands_made = self.counts["create brands"]
        links = {
            f"new {n}": f"new {n}"
            for n in range(min(brands_made // 2, self.counts["create products"]))
        }
        links |= {f"old {n}": f"new {n}" for n in range(brands_made // 4)}
        return {
            "products": products,
            "brands": brands,
            "customers": customers,
            "coupons": coupons,
            "fields": fields,
            "links": links,
        }

    def actual(self, emulator):
        """What is in the store, as lists of the same pairs."""
        products = emulator.documents(PRODUCTS)
        brands = emulator.documents(BRANDS)
        by_id = {brand["id"]: brand["name"] for brand in brands}
        return {
            "products": [(row["name"], Decimal(str(row["price"]))) for row in products],
            "brands": [(row["name"], row["page_title"]) for row in brands],
            "customers": [(row["email"], row["notes"]) for row in emulator.documents(CUSTOMERS)],
            "coupons": [
                (row["code"], Decimal(row["amount"])) for row in emulator.documents(COUPONS)
            ],
            "fields": [
                ((product["name"], row["name"], row["value"]), "")
                for product in products
                for row in emulator.documents(f"{PRODUCTS}/{product['id']}/custom-fields")
            ],
            "links": [
                (row["name"], by_id.get(row["brand_id"])) for row in products if row["brand_id"]
            ],
        }

    def compare(self, emulator):
        """Count what is lost, duplicated and wrong, and name some of it."""
        found = Counter()
        named = []
        actual = self.actual(emulator)
        for collection, wanted in self.expected().items():
            rows = actual[collection]
            times = Counter(key for key, _ in rows)
            problems = [("lost", key) for key in wanted if not times[key]]
            problems += [("duplicated", key) for key in times if times[key] > 1]
            problems += [("not deleted", key) for key in times if key not in wanted]
            problems += [
                ("wrong", (key, value))
                for key, value in rows
                if key in wanted and value != wanted[key]
            ]
            found.update(kind for kind, _ in problems)
            named += [(collection, *problem) for problem in problems[:5]]
        return found, named


def _set(row, **values):
    for name, value in values.items():
        setattr(row, name, value)


def _product(name, price):
    return {"name": name, "type": "physical", "weight": Decimal(1), "price": Decimal(price)}


def _email(name):
    return f"{name.replace(' ', '-')}@shop.example"


def _customer(name):
    return {"first_name": name, "last_name": "Doe", "email": _email(name)}


def _order(name):
    """Return a new order with its lines; it is found again by its external id."""
    costs = {"price_inc_tax": Decimal(5), "price_ex_tax": Decimal(5)}
    lines = [
        bcorm.OrderProduct(name=f"{name}, line {line}", quantity=line + 1, **costs)
        for line in range(LINES)
    ]
    return bcorm.Order(
        status_id=1, customer_id=0, billing_address=BILLING, products=lines, external_order_id=name
    )


def _coupon(code, amount):
    return {
        "name": code,
        "code": code,
        "type": "per_item_discount",
        "amount": Decimal(amount),
        "applies_to": TARGETS,
    }
