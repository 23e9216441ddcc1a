"""A field on its class, and what an object costs when it is read."""

import rlcompleter
from decimal import Decimal

import pytest

from bcorm import Product
from bcorm.model import Resource, field, readonly
from bcorm.model.attribute import FieldAttribute
from bcorm.query.endpoint import Endpoint


class Thing(Resource):
    id: int = readonly()
    name: str = field()
    price: Decimal = field()
    tags: list[str] = field()

    endpoint = Endpoint(path="v3/things")


def load(session, **row):
    return session.materialize(Thing, [{"id": 1, **row}], {}, None)[0]


def test_a_class_knows_its_fields_by_name():
    assert isinstance(Product.price, FieldAttribute)
    assert repr(Product.price) == "<field Product.price>"
    with pytest.raises(AttributeError):
        Product.pricee  # noqa: B018


@pytest.mark.parametrize("compare", ["__lt__", "__le__", "__gt__", "__ge__"])
def test_comparing_a_field_of_the_class_says_what_to_write(compare):
    with pytest.raises(TypeError, match=r"Product\.objects\.filter\(price__gt=…\)"):
        getattr(Product.price, compare)(5)


def test_fields_are_offered_by_dir_and_at_the_prompt(session):
    thing = load(session, name="a")
    assert {"id", "name", "price", "tags"} <= set(dir(thing)) & set(dir(Thing))
    assert rlcompleter.Completer({"thing": thing}).complete("thing.pri", 0) == "thing.price"


@pytest.mark.parametrize(
    ("raw", "value"),
    [(Decimal("1.50"), Decimal("1.50")), (2, Decimal(2)), ("3.10", Decimal("3.10")), (None, None)],
)
def test_a_value_is_converted_once_and_read_as_it_is_from_then_on(session, raw, value):
    thing = load(session, price=raw)
    assert thing.price == value
    assert thing.price is thing.price
    assert thing.raw["price"] == raw


def test_a_list_belongs_to_its_object_whether_or_not_its_items_need_converting(session):
    for raw, kept in ((["a", "b"], ["a", "b"]), (["a", 2], ["a", "2"]), ([None], [None])):
        session.expunge_all()
        thing = load(session, tags=raw)
        assert thing.tags == kept
        thing.tags.append("c")
        assert thing.raw["tags"] == raw
        assert session.plan()[0].body == {"tags": [*kept, "c"]}


def test_a_newer_row_is_read_again(session):
    thing = load(session, name="a", price=Decimal(1))
    assert (thing.name, thing.price) == ("a", 1)
    load(session, name="b", price=Decimal(2))
    assert (thing.name, thing.price) == ("b", 2)


def test_a_subclass_reads_its_own_fields_and_those_of_its_base(session):
    class More(Thing):
        colour: str = field()

    row = {"id": 5, "name": "a", "colour": "red", "price": 2}
    more = session.materialize(More, [row], {}, None)[0]
    assert (more.name, more.colour, more.price) == ("a", "red", Decimal(2))
    assert More.name.model is More
    assert Thing.name.model is Thing
