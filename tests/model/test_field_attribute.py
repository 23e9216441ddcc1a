"""A field on its class, and what an object costs when it is read."""

import rlcompleter
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bcorm
from bcorm import Product
from bcorm.exceptions import DriftWarning
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


RAW = {
    "name": st.sampled_from(["a", "b", None]),
    "price": st.sampled_from([Decimal("1.5"), 2, "3.10", None]),
    "tags": st.sampled_from([["x"], [], None]),
}
STEPS = st.lists(
    st.tuples(
        st.integers(0, 3),
        st.sampled_from(["name", "price", "tags", "id"]),
        st.sampled_from(["read", "read", "set", "load"]),
    ),
    max_size=40,
)


@given(rows=st.lists(st.fixed_dictionaries({}, optional=RAW), min_size=4, max_size=4), steps=STEPS)
def test_what_is_read_of_one_object_changes_nothing_of_another(empty_server, rows, steps):
    """Fields that are read of one object are read ahead of the next ones."""
    new = {"name": "new", "price": Decimal(9), "tags": ["new"]}
    shown = {"name": str, "price": lambda raw: Decimal(str(raw)), "tags": list, "id": int}
    client = bcorm.Client(bcorm.OAuthCredentials("abc", "token"), api_url=empty_server.url)
    with client.session() as session:
        full = [{"name": None, "price": None, "tags": None, **row} for row in rows]
        full = [{**row, "id": number} for number, row in enumerate(full)]
        things = session.materialize(Thing, [dict(row) for row in full], {}, None)
        changed = [{} for _ in full]
        for number, name, step in steps:
            thing, row = things[number], full[number]
            if step == "set" and name != "id":
                setattr(thing, name, new[name])
                changed[number][name] = new[name]
            elif step == "load":
                full[number] = row = {**row, "name": "newer", "price": 7}
                session.materialize(Thing, [dict(row)], {}, None)
            else:
                raw = row[name]
                expected = changed[number].get(name, None if raw is None else shown[name](raw))
                assert getattr(thing, name) == expected
        for thing, row, sent in zip(things, full, changed, strict=True):
            for name, convert in shown.items():
                expected = sent.get(name, None if row[name] is None else convert(row[name]))
                assert getattr(thing, name) == expected
        session.rollback()


def test_a_value_that_is_not_what_was_declared__is_told_where_it_is_read(session, recwarn):
    first, second = session.materialize(
        Thing,
        [{"id": 1, "name": "a", "price": 1}, {"id": 2, "name": "b", "price": "dear"}],
        {},
        None,
    )
    assert (first.id, first.name, first.price) == (1, "a", 1)
    assert (second.id, second.name) == (2, "b")
    assert not recwarn.list
    with pytest.warns(DriftWarning, match="price"):
        assert second.price == "dear"


def test_a_loop_over_other_fields_does_not_end_reading_ahead(session):
    """However many fields are read of some objects, all are right for the others."""
    products = list(Product.objects.all()[:40])
    names = [name for name in products[0].to_dict() if name != "custom_url"]
    documents = {row.id: {name: getattr(row, name) for name in names} for row in products}
    session.expunge_all()
    for number, row in enumerate(Product.objects.all()[:40]):
        for name in names[number % 7 :: 7]:
            assert getattr(row, name) == documents[row.id][name]


def test_a_loop_over_one_field_does_not_go_on_converting_others(session):
    """What was read together before is forgotten once nobody reads it any more."""
    rows = [
        {"id": number, "name": "a", "price": str(number)} for number in range(1, 400)
    ]  # a text is converted
    things = session.materialize(Thing, rows, {}, None)
    for thing in things[:100]:
        assert (thing.name, thing.price) == ("a", thing.id)
    ahead = [(thing.name, "price" in thing.__dict__)[1] for thing in things[100:]]
    assert sum(ahead) < 100
    assert not any(ahead[100:])
