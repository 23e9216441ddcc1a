"""What may be assigned to an attribute, and what is refused at once."""

from __future__ import annotations

import enum
from datetime import datetime, timedelta, timezone
from decimal import Decimal

import pytest

from bcorm import (
    CustomerAttribute,
    CustomerAttributeValue,
    Product,
    ProductOption,
    ProductOptionValue,
    ProductVariant,
)
from bcorm.exceptions import FieldError, InvalidValue, ReadOnlyFieldError


@pytest.mark.parametrize(
    ("change", "hint"),
    [
        (lambda item: setattr(item, "prcie", 5), "'price'"),
        (lambda item: setattr(item, "imagse", 5), "'images'"),
        (lambda item: setattr(item.custom_url, "ulr", "/x"), "'url'"),
        (lambda item: setattr(item, "whatever_this_is", 5), "no field"),
    ],
)
def test_a_misspelt_attribute_is_refused_with_the_nearest_name(session, change, hint):
    product = session.get(Product, 101)
    with pytest.raises(FieldError, match=hint):
        change(product)
    assert session.dirty == []


def test_private_names_are_the_users_own(session):
    product = session.get(Product, 101)
    product._mark = "mine"
    product.custom_url._mark = "mine"
    assert (product._mark, product.custom_url._mark) == ("mine", "mine")
    assert session.dirty == []


@pytest.mark.parametrize("name", ["name", "price", "description"])
def test_null_is_refused_where_the_field_takes_none(session, name):
    product = session.get(Product, 101)
    with pytest.raises(InvalidValue, match=name):
        setattr(product, name, None)
    with pytest.raises(InvalidValue, match=name):
        Product(**{name: None})
    with pytest.raises(InvalidValue, match="url"):
        product.custom_url.url = None
    assert session.dirty == []


def test_a_list_that_only_the_api_sets_cannot_be_changed_in_place(session):
    product = session.get(Product, 101)
    channels = list(product.channels)
    with pytest.raises(ReadOnlyFieldError, match="channels"):
        product.channels.append(5)
    assert product.channels == channels
    assert session.dirty == []


def test_what_is_fixed_at_creation_cannot_be_changed_in_place(session):
    variant = next(iter(ProductVariant.objects.filter(product_id=77)))
    before = list(variant.option_values)
    assert before
    with pytest.raises(ReadOnlyFieldError, match="new object"):
        variant.option_values.append({"id": 1, "option_id": 2})
    with pytest.raises(ReadOnlyFieldError, match="new object"):
        variant.option_values[0].label = "q"
    with pytest.raises(ReadOnlyFieldError, match="new object"):
        variant.option_values = []
    assert variant.option_values == before
    assert session.dirty == []


def test_what_is_fixed_at_creation_may_be_set_to_what_it_is(session):
    variant = next(iter(ProductVariant.objects.filter(product_id=77)))
    variant.option_values = variant.option_values
    assert session.dirty == []
    for created in (True, False):
        _, is_new = CustomerAttribute.objects.update_or_create(
            name="Shoe size", defaults={"type": "string"}
        )
        assert is_new is created
    with pytest.raises(ReadOnlyFieldError):
        CustomerAttribute.objects.update_or_create(name="Shoe size", defaults={"type": "number"})


def test_a_field_that_a_whole_row_leaves_out_may_be_set_to_none(session):
    option = next(iter(ProductOption.objects.filter(product_id=77)))
    assert "image_url" not in option.raw
    option.image_url = option.image_url
    assert session.dirty == []


def test_a_value_that_is_shown_under_another_name_is_compared_with_that(emulator, session):
    attribute = CustomerAttribute.objects.create(name="Hat size", type="string")
    known = {"attribute_id": attribute.id, "customer_id": 1}
    first, _ = CustomerAttributeValue.objects.update_or_create(**known, defaults={"value": "7"})
    before = session.stats.requests
    again, is_new = CustomerAttributeValue.objects.update_or_create(
        **known, defaults={"value": "7"}
    )
    assert (again is first, is_new) == (True, False)
    assert {item.method for item in emulator.requests[before:]} == {"GET"}
    assert again.value == "7"
    again.value = "8"
    session.commit()
    assert again.value == again.attribute_value == "8"
    again.value = "7"
    assert session.dirty == [again]


class Colour(str, enum.Enum):
    RED = "red"


class Kind(str, enum.Enum):
    GOODS = "physical"


class Rank(enum.IntEnum):
    FIRST = 1


def test_members_of_enumerations_are_their_values(session):
    product = session.get(Product, 101)
    product.sku = Colour.RED
    product.type = Kind.GOODS
    product.sort_order = Rank.FIRST
    assert [type(item) for item in (product.sku, product.type, product.sort_order)] == [
        str,
        str,
        int,
    ]
    assert session.plan()[0].body["sku"] == "red"
    text = str(Product.objects.filter(type=Kind.GOODS, sku__in=[Colour.RED]).explain())
    assert "type=physical" in text
    assert "sku:in=red" in text or "sku=red" in text


@pytest.mark.parametrize("text", ["20260501", "1777593600", "2026-05-01", "2026-05-01T10:00:00"])
def test_a_text_that_names_no_moment_is_refused(session, text):
    with pytest.raises(InvalidValue, match="ISO text"):
        Product(preorder_release_date=text)
    with pytest.raises(InvalidValue, match="date_modified"):
        Product.objects.filter(date_modified__gte=text)


def test_the_iso_text_of_a_moment_is_taken():
    product = Product(preorder_release_date="2026-05-01T10:00:00Z")
    assert product.preorder_release_date == datetime(2026, 5, 1, 10, tzinfo=timezone.utc)


def test_a_moment_outside_of_the_calendar_is_refused():
    early = datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=5)))
    with pytest.raises(InvalidValue, match="preorder_release_date"):
        Product(preorder_release_date=early)


@pytest.mark.parametrize(
    "other",
    [
        lambda moment: moment.astimezone(timezone(timedelta(hours=5))),
        lambda moment: moment.replace(microsecond=999),
    ],
)
def test_the_same_second_in_other_words_sends_nothing(session, other):
    product = session.get(Product, 101)
    product.preorder_release_date = datetime(2026, 5, 1, 10, tzinfo=timezone.utc)
    session.commit()
    product.preorder_release_date = other(product.preorder_release_date)
    assert session.dirty == []
    product.preorder_release_date += timedelta(seconds=1)
    assert session.dirty == [product]


def test_numpys_scalars_are_numbers_and_truths(session):
    numpy = pytest.importorskip("numpy", reason="NOT TESTED: install numpy")
    product = session.get(Product, 101)
    product.price = numpy.float64(1.5)
    product.weight = numpy.float32(1.1)
    product.inventory_level = numpy.int64(7)
    product.is_visible = numpy.bool_(False)
    product.categories = numpy.array([23, 24])
    body = session.plan()[0].body
    assert (body["price"], body["weight"], body["inventory_level"]) == (
        Decimal("1.5"),
        Decimal("1.1"),
        7,
    )
    assert body["is_visible"] is False
    assert [type(item) for item in body["categories"]] == [int, int]
    query = Product.objects.filter(price__gt=numpy.float64(1.5), id__in=numpy.array([1, 2]))
    assert "id:in=1,2" in str(query.explain())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("cost_price", Decimal("1E+500")),
        ("cost_price", Decimal("1E-500")),
        ("price", float("nan")),
        ("inventory_level", True),
        ("inventory_level", 1.5),
        ("images", None),
    ],
)
def test_a_value_that_cannot_be_sent_is_refused_when_it_is_set(name, value):
    with pytest.raises(InvalidValue, match=name):
        Product(**{name: value})


def test_free_json_is_checked_where_it_is_set():
    widget = ProductOptionValue(label="Red", value_data={"colors": ["#f00"]})
    for wrong in ({"x": {1, 2}}, {"x": object()}, {1: 2}, {"x": float("inf")}):
        with pytest.raises(InvalidValue, match="value_data"):
            widget.value_data = wrong
    with pytest.raises(InvalidValue, match="value_data"):
        widget.value_data["colors"].append({1})
    with pytest.raises(InvalidValue, match="value_data"):
        widget.value_data.update(x={1})
    cycle = {}
    cycle["x"] = cycle
    with pytest.raises(InvalidValue, match="value_data"):
        widget.value_data = cycle
    assert widget.value_data == {"colors": ["#f00"]}


def test_what_is_put_into_a_free_dictionary_belongs_to_the_object(session):
    option = session.get(Product, 77).options[0]
    value = option.option_values[0]
    value.value_data = {"seen": []}
    session.commit()
    value.value_data["deep"] = {"list": [1]}
    session.commit()
    value.value_data["deep"]["list"].append(2)
    assert session.dirty == [value]
