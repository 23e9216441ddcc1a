"""Relations in any order of touching, including, creating, changing, deleting and reloading."""

from __future__ import annotations

import gc

import hypothesis.strategies as st
import pytest
from hypothesis import settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

import bcorm
from bcorm import Product, ProductCustomField, ProductImage, ProductVideo
from bcorm.model.unit_of_work import current_session

# Of each relation: the class, the field that is changed, and what a new row is made with.
KINDS = {
    "custom_fields": (ProductCustomField, "value", lambda word: {"name": word, "value": "one"}),
    "images": (
        ProductImage,
        "description",
        lambda word: {"image_url": f"https://example.com/{word}.jpg", "description": "one"},
    ),
    "videos": (
        ProductVideo,
        "title",
        lambda word: {"type": "youtube", "video_id": word, "title": "one"},
    ),
}
KIND = st.sampled_from(sorted(KINDS))
TEXT = st.sampled_from(["one", "two", "three"])


class Relations(RuleBasedStateMachine):
    """Three products with children of three kinds, and a dictionary of what each should be."""

    server = None

    def __init__(self):
        super().__init__()
        self.server.reset()
        self.session = bcorm.connect("testing", "not-a-secret", api_url=self.server.url)
        self.theirs = self.session.client.session()
        self.products = []
        self.held = []  # what a user goes on holding
        self.words = 0
        self.store = {}  # (product's key, kind): {child's key: value}
        for number in range(3):
            product = Product(name=f"Chair {number}", type="physical", weight=1, price=5)
            self.session.add(product)
            self.session.commit()
            self.products.append(product)
            self.store |= {(product.id, kind): {} for kind in KINDS}

    def teardown(self):
        self.session.client.close()
        current_session.set(None)

    def word(self):
        self.words += 1
        return f"w{self.words}"

    def some_child(self, data):
        places = [(place, key) for place, rows in self.store.items() for key in rows]
        return data.draw(st.sampled_from(places))

    def product(self, key):
        return next(item for item in self.products if item.id == key)

    @rule(number=st.integers(0, 2), kind=KIND)
    def touch(self, number, kind):
        self.agree(self.products[number], kind)

    @rule(number=st.integers(0, 2), kind=KIND)
    def hold(self, number, kind):
        self.held += list(getattr(self.products[number], kind))

    @rule()
    def let_go(self):
        self.held.clear()
        gc.collect()

    @rule(kinds=st.sets(KIND, min_size=1))
    def include(self, kinds):
        found = list(Product.objects.using(self.session).include(*kinds))
        assert {id(item) for item in found} == {id(item) for item in self.products}

    @rule(number=st.integers(0, 2), kind=KIND)
    def load_anew(self, number, kind):
        self.session.refresh(self.products[number], [kind])

    @rule(number=st.integers(0, 2))
    def expire(self, number):
        self.session.expire(self.products[number])

    @rule(number=st.integers(0, 2), kind=KIND, together=st.booleans())
    def create(self, number, kind, together):
        product = self.products[number]
        related = getattr(product, kind)
        facts = KINDS[kind][2](self.word())
        if together:
            child = related.new(**facts)
            self.session.commit()
        else:
            child = related.create(**facts)
        self.store[product.id, kind][child.id] = "one"

    @rule(kind=KIND)
    def create_along(self, kind):
        """A new product brings a child along, and takes the place of the first."""
        product = Product(name=self.word(), type="physical", weight=1, price=5)
        child = getattr(product, kind).new(**KINDS[kind][2](self.word()))
        self.session.add(product)
        self.session.commit()
        gone = self.products.pop(0)
        gone.delete()
        self.products.append(product)
        self.store = {place: rows for place, rows in self.store.items() if place[0] != gone.id}
        self.store |= {(product.id, other): {} for other in KINDS}
        self.store[product.id, kind][child.id] = "one"

    @precondition(lambda self: any(self.store.values()))
    @rule(data=st.data(), text=TEXT, by_relation=st.booleans())
    def change(self, data, text, by_relation):
        (number, kind), key = self.some_child(data)
        model, name, _ = KINDS[kind]
        if by_relation:
            child = {item.id: item for item in getattr(self.product(number), kind)}[key]
        else:
            child = self.session.get(model, key, product_id=number)
        setattr(child, name, text)
        self.session.commit()
        self.store[number, kind][key] = text

    @precondition(lambda self: any(self.store.values()))
    @rule(data=st.data(), by_relation=st.booleans())
    def delete(self, data, by_relation):
        (number, kind), key = self.some_child(data)
        if by_relation:
            child = {item.id: item for item in getattr(self.product(number), kind)}[key]
        else:
            child = self.session.get(KINDS[kind][0], key, product_id=number)
        child.delete()
        del self.store[number, kind][key]

    @precondition(lambda self: any(self.store.values()))
    @rule(data=st.data(), text=TEXT)
    def somebody_else_changes(self, data, text):
        """What others do is seen after it was read again."""
        (number, kind), key = self.some_child(data)
        model, name, _ = KINDS[kind]
        self.theirs.expunge_all()
        setattr(self.theirs.get(model, key, product_id=number), name, text)
        self.theirs.commit()
        self.store[number, kind][key] = text
        list(Product.objects.using(self.session).include(kind))

    @rule(number=st.integers(0, 2), kind=KIND, how=st.sampled_from(["delete", "rollback"]))
    def give_up(self, number, kind, how):
        child = getattr(self.products[number], kind).new(**KINDS[kind][2](self.word()))
        if how == "delete":
            self.session.delete(child)
        else:
            self.session.rollback()
        self.session.expunge(self.products[number])
        self.session.add(self.products[number])

    @invariant()
    def nothing_is_left_to_send(self):
        assert len(self.session.plan()) == 0

    @rule()
    def everything_agrees(self):
        for product in self.products:
            for kind in KINDS:
                self.agree(product, kind)

    def agree(self, product, kind):
        name = KINDS[kind][1]
        found = {item.id: getattr(item, name) for item in getattr(product, kind)}
        assert found == self.store[product.id, kind]
        assert len(getattr(product, kind)) == len(found)
        for item in getattr(product, kind):
            assert self.session.get(type(item), item.id, product_id=product.id) is item


@pytest.mark.hypothesis
def test_relations_agree_with_a_dictionary(empty_emulator):
    class OnThisServer(Relations):
        server = empty_emulator

    gc.collect()
    gc.freeze()  # what other tests have left is not looked through at each step
    try:
        run_state_machine_as_test(
            OnThisServer, settings=settings(max_examples=25, stateful_step_count=30)
        )
    finally:
        gc.unfreeze()
