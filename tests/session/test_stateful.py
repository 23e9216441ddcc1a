"""A store and a session driven at random, beside a plain dictionary that must always agree."""

from __future__ import annotations

import copy
import gc
from decimal import Decimal

import hypothesis.strategies as st
import pytest
from hypothesis import settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

import bcorm
from bcorm import Brand, Product, ProductCustomField
from bcorm.model.unit_of_work import current_session

PRICES = st.decimals(min_value=0, max_value=1000, places=2)
WORDS = st.sampled_from(["oak", "elm", "ash", "fir"])
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=8)
PRODUCT_FIELDS = ("name", "price", "sort_order", "meta_keywords", "categories", "brand", "url")


def shown_product(document):
    """What the machine compares, of a stored document."""
    return {
        "name": document["name"],
        "price": Decimal(str(document["price"])),
        "sort_order": document["sort_order"],
        "meta_keywords": document["meta_keywords"],
        "categories": document["categories"],
        "brand": document["brand_id"] or None,
        "url": document["custom_url"]["url"],
    }


class Entry:
    """One object and what it should hold; `saved` is what the store should hold of it."""

    def __init__(self, item, values, saved=None, parent=None):
        self.item = item
        self.values = values
        self.saved = saved
        self.parent = parent
        self.doomed = False


class Shop(RuleBasedStateMachine):
    """Random work on products, their custom fields, and brands."""

    server = None

    def __init__(self):
        super().__init__()
        self.server.reset()
        self.session = bcorm.connect("testing", "not-a-secret", api_url=self.server.url)
        self.entries = []
        self.count = 0
        self.categories = [
            self.server.put_document("v3/catalog/categories", {"name": name, "parent_id": 0})["id"]
            for name in ("One", "Two", "Three")
        ]

    def teardown(self):
        self.session.client.close()
        current_session.set(None)

    def fresh(self, word):
        self.count += 1
        return f"{word} {self.count}"

    def alive(self, model, *, saved=None):
        return [
            entry
            for entry in self.entries
            if isinstance(entry.item, model)
            and not entry.doomed
            and (entry.parent is None or not entry.parent.doomed)
            and (saved is None or (entry.saved is not None) == saved)
        ]

    def pick(self, data, model, **facts):
        return data.draw(st.sampled_from(self.alive(model, **facts)), label="which")

    def has(self, model, **facts):
        return bool(self.alive(model, **facts))

    @initialize(prices=st.lists(PRICES, min_size=2, max_size=4))
    def stock(self, prices):
        for price in prices:
            document = self.server.put_document(
                "v3/catalog/products",
                {"name": self.fresh("stock"), "type": "physical", "weight": 1, "price": str(price)},
            )
            item = self.session.get(Product, document["id"])
            values = shown_product(document)
            self.entries.append(Entry(item, copy.deepcopy(values), values))

    @rule(word=WORDS)
    def create_brand(self, word):
        name = self.fresh(word)
        brand = Brand(name=name)
        self.session.add(brand)
        self.entries.append(Entry(brand, {"name": name}))

    @rule(data=st.data(), word=WORDS, price=PRICES)
    def create_product(self, data, word, price):
        name = self.fresh(word)
        item = Product(name=name, type="physical", weight=Decimal(1), price=price)
        values = {
            "name": name, "price": price, "sort_order": 0, "meta_keywords": [],
            "categories": [], "brand": None, "url": None,
        }  # fmt: skip
        brands = self.alive(Brand)
        if brands and data.draw(st.booleans(), label="with a brand"):
            brand = data.draw(st.sampled_from(brands))
            item.brand = brand.item
            values["brand"] = brand
        self.session.add(item)
        self.entries.append(Entry(item, values))

    @precondition(lambda self: self.has(Product))
    @rule(data=st.data(), word=WORDS, text=TEXTS)
    def create_child(self, data, word, text):
        parent = self.pick(data, Product)
        values = {"name": self.fresh(word), "value": text.strip() or "-"}
        child = parent.item.custom_fields.new(**values)
        self.entries.append(Entry(child, values, parent=parent))

    @precondition(lambda self: self.has(Product))
    @rule(data=st.data(), price=PRICES, order=st.integers(-5, 5), which=st.integers(0, 2))
    def edit(self, data, price, order, which):
        entry = self.pick(data, Product)
        name, value = [("price", price), ("sort_order", order), ("name", None)][which]
        value = self.fresh("renamed") if value is None else value
        setattr(entry.item, name, value)
        entry.values[name] = value

    @precondition(lambda self: self.has(Product, saved=True))
    @rule(data=st.data())
    def edit_nested(self, data):
        entry = self.pick(data, Product, saved=True)
        self.count += 1
        entry.values["url"] = entry.item.custom_url.url = f"/url-{self.count}/"

    @precondition(lambda self: self.has(Product, saved=True))
    @rule(data=st.data(), word=WORDS, add=st.booleans())
    def edit_list(self, data, word, add):
        entry = self.pick(data, Product, saved=True)
        keywords = entry.item.meta_keywords
        if add or not keywords:
            keywords.append(word)
        else:
            keywords.pop(0)
        entry.values["meta_keywords"] = list(keywords)
        key = data.draw(st.sampled_from(self.categories))
        if key in entry.item.categories:
            entry.item.categories.remove(key)
        else:
            entry.item.categories.append(key)
        entry.values["categories"] = list(entry.item.categories)

    @precondition(lambda self: self.has(Product))
    @rule(data=st.data())
    def assign_brand(self, data):
        entry = self.pick(data, Product)
        brand = data.draw(st.sampled_from([None, *self.alive(Brand)]))
        entry.item.brand = None if brand is None else brand.item
        entry.values["brand"] = brand

    @precondition(lambda self: self.has(ProductCustomField))
    @rule(data=st.data(), text=TEXTS)
    def edit_child(self, data, text):
        entry = self.pick(data, ProductCustomField)
        entry.item.value = entry.values["value"] = text.strip() or "-"

    @precondition(lambda self: self.has(Product, saved=True))
    @rule(data=st.data(), name=st.sampled_from(PRODUCT_FIELDS))
    def revert(self, data, name):
        entry = self.pick(data, Product, saved=True)
        value = entry.saved[name]
        if name == "url":
            entry.item.custom_url.url = value
        elif name == "brand":
            entry.item.brand_id = self.key_of(value) or 0
        else:
            setattr(entry.item, name, copy.deepcopy(value))
        entry.values[name] = copy.deepcopy(value) if name != "brand" else value

    @precondition(lambda self: self.has(Product))
    @rule(data=st.data())
    def set_equal(self, data):
        entry = self.pick(data, Product)
        for name in ("name", "price", "sort_order"):
            setattr(entry.item, name, entry.values[name])

    @precondition(lambda self: self.has(Product) or self.has(ProductCustomField))
    @rule(data=st.data())
    def delete(self, data):
        choice = [*self.alive(Product), *self.alive(ProductCustomField)]
        entry = data.draw(st.sampled_from(choice), label="which")
        if entry.saved is None and any(
            child.parent is entry for child in self.alive(ProductCustomField)
        ):
            return  # its children would be left without a parent
        self.session.delete(entry.item)
        entry.doomed = True
        if entry.saved is None:
            self.entries.remove(entry)

    def key_of(self, brand):
        return brand.item.id if isinstance(brand, Entry) else brand

    @rule()
    def commit(self):
        before = {
            (type(entry.item), entry.item.pk): entry.saved
            for entry in self.entries
            if entry.saved is not None
        }
        creations = sum(1 for entry in self.entries if entry.saved is None)
        self.server.clear_requests()
        planned = [(item.method, item.path) for item in self.session.plan()]
        report = self.session.commit()
        writes = [item for item in self.server.requests if item.method != "GET"]
        # Several are in flight together: the store gets them in any order.
        assert sorted((item.method, item.path[1:]) for item in writes) == sorted(
            (item.method, item.path) for item in report.sent
        )
        if not any("<" in path for _, path in planned):
            assert planned == [(item.method, item.path) for item in report.sent]
        self.check_that_each_changed_something(writes, before)
        assert sum(item.method == "POST" for item in writes) <= creations
        for entry in list(self.entries):
            if entry.doomed or (entry.parent is not None and entry.parent.doomed):
                self.entries.remove(entry)
                continue
            if isinstance(entry.item, Product):
                entry.values["url"] = entry.item.custom_url.url
            entry.saved = {
                name: copy.deepcopy(value) if name != "brand" else self.key_of(value)
                for name, value in entry.values.items()
            }
            if "brand" in entry.values:
                entry.values["brand"] = entry.saved["brand"]
        assert (self.session.new, self.session.dirty, self.session.deleted) == ([], [], [])
        self.check_the_store()

    def check_that_each_changed_something(self, writes, before):
        for write in writes:
            if write.method != "PUT":
                continue
            rows = write.body
            if isinstance(rows, dict):
                rows = [{**rows, "id": int(write.path.rsplit("/", 1)[1])}]
            model = ProductCustomField if "custom-fields" in write.path else Product
            for row in rows:
                was = before[model, row["id"]]
                for name, value in row.items():
                    assert name == "id" or self.differs(was, name, value), (write.path, row)

    def differs(self, was, name, value):
        if name == "brand_id":
            return value != (was["brand"] or 0)
        if name == "custom_url":
            return value["url"] != was["url"]
        return value != was[name]

    def check_the_store(self):
        stored = {item["id"]: item for item in self.server.documents("v3/catalog/products")}
        products = {e.item.id: e for e in self.entries if isinstance(e.item, Product)}
        assert stored.keys() == products.keys()
        for key, entry in products.items():
            assert shown_product(stored[key]) == entry.saved
            children = self.server.documents(f"v3/catalog/products/{key}/custom-fields")
            assert {
                item["id"]: {"name": item["name"], "value": item["value"]} for item in children
            } == {
                child.item.id: child.saved
                for child in self.entries
                if isinstance(child.item, ProductCustomField) and child.parent is entry
            }
        brands = {item["id"]: item["name"] for item in self.server.documents("v3/catalog/brands")}
        assert brands == {
            e.item.id: e.saved["name"] for e in self.entries if isinstance(e.item, Brand)
        }

    @rule()
    def rollback(self):
        self.session.rollback()
        self.entries = [entry for entry in self.entries if entry.saved is not None]
        for entry in self.entries:
            entry.doomed = False
            entry.values = {
                name: copy.deepcopy(value) if name != "brand" else value
                for name, value in entry.saved.items()
            }

    @precondition(lambda self: self.has(Product, saved=True))
    @rule(data=st.data(), fields=st.sampled_from([None, ["price"], ["meta_keywords", "name"]]))
    def refresh(self, data, fields):
        self.pick(data, Product, saved=True).item.refresh(fields)

    @precondition(lambda self: self.has(Product, saved=True))
    @rule(data=st.data(), fields=st.sampled_from([None, ["price"], ["custom_url", "categories"]]))
    def expire(self, data, fields):
        self.session.expire(self.pick(data, Product, saved=True).item, fields)

    @rule()
    def read_everything_again(self):
        found = {product.id: product for product in Product.objects.all()}
        for entry in self.entries:
            if isinstance(entry.item, Product) and entry.saved is not None:
                assert found[entry.item.id] is entry.item

    @precondition(lambda self: self.has(Product, saved=True))
    @rule(data=st.data(), price=PRICES)
    def somebody_else_changes_what_we_do_not(self, data, price):
        entry = self.pick(data, Product, saved=True)
        if entry.values["price"] != entry.saved["price"]:
            return
        self.server.put_document("v3/catalog/products", {"id": entry.item.id, "price": str(price)})
        entry.item.refresh(["price"])
        entry.values["price"] = entry.saved["price"] = price

    @rule()
    def let_go(self):
        for entry in self.entries:
            if entry.saved is not None and isinstance(entry.item, Product) and not entry.doomed:
                key, entry.item = entry.item.id, None
                gc.collect(0)
                entry.item = self.session.get(Product, key)

    @invariant()
    def objects_hold_what_they_should(self):
        for entry in self.entries:
            item = entry.item
            if isinstance(item, Product):
                assert (item.name, item.price) == (entry.values["name"], entry.values["price"])
                assert (item.sort_order or 0) == entry.values["sort_order"]
                assert (item.meta_keywords or []) == entry.values["meta_keywords"]
                assert (item.categories or []) == entry.values["categories"]
                brand = entry.values["brand"]
                assert (item.brand.id if item.brand else None) == self.key_of(brand)

    @invariant()
    def the_session_knows_what_is_pending(self):
        dirty = {
            id(entry.item)
            for entry in self.entries
            if entry.saved is not None and not entry.doomed and self.is_changed(entry)
        }
        assert set(map(id, self.session.dirty)) == dirty
        new = {id(entry.item) for entry in self.entries if entry.saved is None}
        assert set(map(id, self.session.new)) == new

    def is_changed(self, entry):
        return any(
            (self.key_of(value) if name == "brand" else value) != entry.saved[name]
            or (name == "brand" and isinstance(value, Entry) and value.saved is None)
            for name, value in entry.values.items()
        )


@pytest.mark.hypothesis
def test_session_and_dictionary_agree(empty_server):
    Shop.server = empty_server
    run_state_machine_as_test(Shop, settings=settings(max_examples=100, stateful_step_count=30))


@pytest.fixture(autouse=True)
def _silence_garbage():
    gc.collect()
