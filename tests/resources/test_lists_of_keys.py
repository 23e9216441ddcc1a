"""Lists of keys that methods send: empty ones name nothing, and a text is no list."""

from __future__ import annotations

import contextlib
import importlib
import inspect
import pkgutil
from decimal import Decimal
from types import SimpleNamespace

import pytest

import bcorm
import bcorm.resources
from bcorm import (
    Category,
    PriceList,
    Product,
    ProductCategoryAssignment,
    ProductChannelAssignment,
    Segment,
)
from bcorm.exceptions import BcormError, InvalidValue
from bcorm.model import Resource
from bcorm.model.memory import Phase
from bcorm.model.unit_of_work import current_session


def declared():
    """Every method of a resource that takes a list, with the names of its lists."""
    for module in pkgutil.walk_packages(bcorm.resources.__path__, "bcorm.resources."):
        importlib.import_module(module.name)
    waiting, found = [Resource], []
    while waiting:
        model = waiting.pop()
        waiting += model.__subclasses__()
        if not model.__module__.startswith("bcorm.resources"):
            continue
        for name, value in vars(model).items():
            function = getattr(value, "__func__", value)
            if name.startswith("_") or not inspect.isfunction(function):
                continue
            lists = [
                item.name
                for item in inspect.signature(function).parameters.values()
                if "Iterable[" in str(item.annotation)
            ]
            found += [(model, name, lists, each) for each in lists]
    return found


class Recorder:
    """Takes the place of a session: remembers what was to be sent, and sends nothing."""

    clock = 1
    strict = False

    def __init__(self):
        self.sent = []

    def call(self, method, path, **options):
        self.sent.append((method, path, options))
        raise NothingSent


class NothingSent(Exception):
    """A request would have been sent."""


@pytest.fixture
def recorder():
    made = Recorder()
    token = current_session.set(made)
    yield made
    current_session.reset(token)


def call(method, recorder, value):
    """Call a method with a value for one of its lists, and what it needs besides."""
    model, name, lists, chosen = method
    function = getattr(vars(model)[name], "__func__", vars(model)[name])
    given = {}
    for item in list(inspect.signature(function).parameters.values())[1:]:
        if item.name == chosen:
            given[item.name] = value
        elif item.name in lists:
            given.update({item.name: [5]} if item.default is item.empty else {})
        elif item.default is item.empty:
            text, plain = str(item.annotation), item.annotation in {"str", "int"}
            given[item.name] = ("1" if text == "str" else 1) if plain else SimpleNamespace(id="1")
    if isinstance(vars(model)[name], classmethod):
        return getattr(model, name)(**given)
    instance = model.__new__(model)
    instance.__init__()
    instance._state.phase = Phase.PERSISTENT
    instance._state.session = recorder
    instance._state.row = {"id": 5, "version": 1}
    return getattr(instance, name)(**given)


METHODS = declared()
IDS = [f"{model.__name__}.{name}({each})" for model, name, _, each in METHODS]


def test_there_are_methods_to_look_at():
    assert len(METHODS) > 15


@pytest.mark.parametrize("text", ["", "a,b", "ab", b"ab"])
@pytest.mark.parametrize("method", METHODS, ids=IDS)
def test_a_text_in_place_of_a_list_is_refused(recorder, method, text):
    with pytest.raises(BcormError, match="list"):
        call(method, recorder, text)
    assert recorder.sent == []


@pytest.mark.parametrize("method", METHODS, ids=IDS)
def test_an_empty_list_deletes_nothing(recorder, method):
    with contextlib.suppress(NothingSent, InvalidValue):
        call(method, recorder, [])
    assert [verb for verb, *_ in recorder.sent if verb == "DELETE"] == []


@pytest.mark.parametrize("values", [[""], ["  "], [None], ["a,b"]])
@pytest.mark.parametrize("method", METHODS, ids=IDS)
def test_what_names_no_row_is_in_no_filter(recorder, method, values):
    with contextlib.suppress(NothingSent, BcormError, TypeError, ValueError):
        call(method, recorder, values)
    for verb, _, options in recorder.sent:
        if verb == "DELETE":
            assert not any(word.endswith(":in") for word in options.get("params") or {})


@pytest.fixture
def prices(session):
    """A price list with records of three variants, one of whose SKUs has a comma."""
    made = PriceList.objects.create(name="Friends")
    products = [
        Product(name=f"Thing {sku}", type="physical", weight=1, price=5, sku=sku)
        for sku in ("A", "B", "A,B")
    ]
    session.add_all(products)
    session.commit()
    for product in products:
        (variant,) = product.variants
        made.create_records([{"variant_id": variant.id, "currency": "usd", "price": Decimal(4)}])
    assert len(made.records) == 3
    return made


@pytest.mark.parametrize(
    "lists",
    [
        {"skus": ["A,B"]},
        {"skus": "AB"},
        {"skus": "A"},
        {"skus": [], "currency": "usd"},
        {"variant_ids": [], "currency": "usd"},
        {"variant_ids": [], "skus": ["A"]},
        {"variant_ids": ["x"]},
        {"skus": [""]},
        {"skus": []},
        {"currency": ""},
        {"skus": ["A"], "currency": ""},
        {"currency": "usd,eur"},
        {"currency": " "},
        {"skus": ["A"], "currency": "eur,usd"},
        {},
    ],
)
def test_records_stay_whose_variants_were_not_named(session, prices, lists):
    before = session.stats.requests
    with contextlib.suppress(ValueError):
        prices.delete_records(**lists)
    assert session.stats.requests == before
    session.refresh(prices, ["records"])
    assert len(prices.records) == 3


def test_records_go_whose_variants_were_named(session, prices):
    prices.delete_records(skus=["A", "A"], currency="usd")
    assert len(prices.records) == 2
    prices.delete_records(variant_ids=[item.variant_id for item in prices.records])
    assert list(prices.records) == []


def test_many_keys_go_in_requests_that_urls_have_room_for(session, prices):
    before = session.stats.requests
    prices.delete_records(variant_ids=range(100_000, 101_500))
    assert 1 < session.stats.requests - before < 6
    session.refresh(prices, ["records"])
    assert len(prices.records) == 3


@pytest.mark.parametrize("model", [ProductCategoryAssignment, ProductChannelAssignment])
@pytest.mark.parametrize(
    ("products", "others"), [([], [5]), ([5], []), ([], []), ("5", [5]), ([5], "5"), ([5], None)]
)
def test_assignments_stay_that_were_not_named(session, model, products, others):
    before = session.stats.requests
    if others is None or isinstance(products, str) or isinstance(others, str):
        with pytest.raises(InvalidValue):
            model.remove(products, others)
    else:
        model.remove(products, others)
    assert session.stats.requests == before


def test_assignments_go_that_objects_name(session):
    product = Product.objects.first()
    category = Category.objects.create(name="New", parent_id=0)
    ProductCategoryAssignment.objects.create(product_id=product.id, category_id=category.id)
    ProductCategoryAssignment.remove([product], [category])
    session.refresh(product)
    assert category.id not in product.categories


def test_profiles_stay_in_a_segment_that_were_not_named(session):
    segment = Segment.objects.create(name="Regulars")
    before = session.stats.requests
    segment.remove_shopper_profiles([])
    segment.add_shopper_profiles([])
    assert session.stats.requests == before


@pytest.mark.parametrize("keys", ["77", b"77", "7,8"])
def test_rows_in_bulk_are_named_by_a_list(session, keys):
    with pytest.raises(InvalidValue):
        Product.objects.in_bulk(keys)
    with pytest.raises(InvalidValue):
        bcorm.Segment.objects.in_bulk(keys)


def test_items_are_wished_for_without_a_variant(session):
    person = bcorm.Customer.objects.first()
    wishes = bcorm.Wishlist.objects.create(
        customer_id=person.id, name="Wishes", is_public=False, items=[]
    )
    wishes.add_items([(112, None), [77, None]])
    assert [item.product_id for item in wishes.items] == [112, 77]
    wishes.add_items([{"product_id": 80}, {"product_id": 81, "variant_id": None}])
    assert [item.product_id for item in wishes.items] == [112, 77, 80, 81]


@pytest.mark.parametrize(
    "items", [[112], [(112,)], [(112, 1, 2)], [{"product": 112}], [{}], (112, None), "112"]
)
def test_pairs_that_are_none_are_refused(emulator, session, items):
    person = bcorm.Customer.objects.first()
    wishes = bcorm.Wishlist.objects.create(customer_id=person.id, name="Wishes", is_public=False)
    emulator.clear_requests()
    with pytest.raises(InvalidValue):
        wishes.add_items(items)
    with pytest.raises(InvalidValue):
        bcorm.PickupMethod.find_options(items, radius=1)
    assert emulator.requests == []
