"""Filters against an oracle that shares nothing with them: the documents and plain Python."""

from __future__ import annotations

import operator
import re
import warnings
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from email.utils import parsedate_to_datetime

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import bcorm
from bcorm import Brand, Category, Coupon, Customer, Order, Product, ProductVariant
from bcorm.model.unit_of_work import current_session

PATHS = {
    Product: "v3/catalog/products",
    Brand: "v3/catalog/brands",
    Category: "v3/catalog/categories",
    Customer: "v3/customers",
    Order: "v2/orders",
    Coupon: "v2/coupons",
    ProductVariant: "v3/catalog/variants",
}
MONEY = {"price", "weight", "cost_price", "amount", "min_purchase", "total_inc_tax", "sale_price"}
DATES = {"date_created", "date_modified", "date_last_imported", "expires"}

# For each model: fields its endpoint filters by, and some that it does not.
FIELDS = {
    Product: "id name sku price weight condition brand_id date_modified is_visible is_featured "
    "is_free_shipping inventory_level total_sold type categories availability cost_price "
    "sort_order mpn date_last_imported",
    Brand: "id name page_title search_keywords",
    Category: "id name parent_id is_visible sort_order page_title",
    Customer: "id email company customer_group_id phone date_created date_modified first_name "
    "accepts_product_review_abandoned_cart_emails",
    Order: "id customer_id status_id payment_method date_created date_modified channel_id "
    "total_inc_tax external_order_id order_is_digital status",
    Coupon: "id code name type amount enabled num_uses max_uses min_purchase date_created",
    ProductVariant: "id product_id sku price upc weight purchasing_disabled inventory_level",
}
# An email is the same however it is written.
CASELESS = {"email"}
# Where the API has no null, it says none by 0.
NONE_IS_0 = {"brand_id", "parent_id", "customer_id", "customer_group_id", "cost_price"}
SCALAR = "exact ne in not_in isnull"
ORDERED = f"{SCALAR} gte gt lte lt range"
TEXT = f"{SCALAR} contains icontains iexact startswith istartswith endswith iendswith regex"


def value_of(name, raw):
    """What a document's value means, without any code of the library."""
    if raw is None or (name in DATES and raw == ""):
        return None
    if name in MONEY:
        return Decimal(str(raw))
    if name in DATES:
        if raw[:4].isdigit():
            return datetime.fromisoformat(raw.replace("Z", "+00:00"))
        return parsedate_to_datetime(raw)
    return raw


def _holds(value, operand):
    return operand in value if isinstance(value, list) else value == operand


def _in(value, operand):
    if isinstance(value, list):
        return any(item in operand for item in value)
    return value in operand


def _ordered(compare):
    return lambda value, operand: value is not None and compare(value, operand)


def _text(compare, fold=False):
    def test(value, operand):
        if value is None:
            return False
        return compare(value.casefold(), operand.casefold()) if fold else compare(value, operand)

    return test


ORACLE = {
    "exact": _holds,
    "ne": lambda value, operand: not _holds(value, operand),
    "in": _in,
    "not_in": lambda value, operand: not _in(value, operand),
    "isnull": lambda value, operand: (value is None) == operand,
    "gte": _ordered(operator.ge),
    "gt": _ordered(operator.gt),
    "lte": _ordered(operator.le),
    "lt": _ordered(operator.lt),
    "range": _ordered(lambda value, operand: operand[0] <= value <= operand[1]),
    "contains": _text(operator.contains),
    "icontains": _text(operator.contains, fold=True),
    "iexact": _text(operator.eq, fold=True),
    "startswith": _text(str.startswith),
    "istartswith": _text(str.startswith, fold=True),
    "endswith": _text(str.endswith),
    "iendswith": _text(str.endswith, fold=True),
    "regex": lambda value, operand: value is not None and bool(re.search(operand, value)),
}


class Shop(dict):
    """The documents by model, with their values converted."""

    def __repr__(self):
        return "shop"


@pytest.fixture(scope="module")
def shop(sample_server):
    sample_server.reset()
    return Shop(
        {
            model: [
                {name: value_of(name, document.get(name)) for name in FIELDS[model].split()}
                for document in sample_server.documents(path)
            ]
            for model, path in PATHS.items()
        }
    )


def holds_one(value, name, lookup, operand, *, fold):
    """One condition; `fold` lets those fields ignore case that the server compares like that."""
    if fold and name in CASELESS and lookup in {"exact", "in"}:
        value = value.casefold()
        many = [item.casefold() for item in operand] if lookup == "in" else operand.casefold()
        return ORACLE[lookup](value, many)
    if lookup == "isnull" and name in NONE_IS_0 and value == 0:
        value = None
    return ORACLE[lookup](value, operand)


@pytest.fixture(scope="module", autouse=True)
def _reading(shop, sample_server):
    opened = bcorm.connect("testing", "not-a-secret", api_url=sample_server.url)
    yield
    opened.client.close()
    current_session.set(None)


def _shaken(draw, value):
    """A value of the shop, or one near it."""
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, datetime):
        step = draw(st.sampled_from([0, 0, 1, -1, 86_400]))
        return (value + timedelta(seconds=step)).astimezone(
            draw(st.sampled_from([timezone.utc, timezone(timedelta(hours=-7))]))
        )
    if isinstance(value, (int, Decimal)):
        return value + draw(st.sampled_from([0, 0, 1, -1]))
    if isinstance(value, str):
        start = draw(st.integers(0, len(value)))
        part = value[start : start + draw(st.integers(1, 8))]
        return draw(st.sampled_from([value, value, part, value.swapcase()]))
    return value


@st.composite
def conditions(draw, shop, model):
    documents = shop[model]
    name = draw(st.sampled_from(FIELDS[model].split()))
    values = [document[name] for document in documents]
    known = [value for value in values if value is not None]
    assume(known)
    sample = known[0]

    def pick():
        value = draw(st.sampled_from(known))
        if isinstance(value, list):
            assume(value)
            return draw(st.sampled_from(value))
        return _shaken(draw, value)

    if isinstance(sample, (bool, list)):
        words = "exact in" if isinstance(sample, list) else "exact isnull"
    else:
        words = TEXT if isinstance(sample, str) else ORDERED
    if model.endpoint.placeholders and name in model.endpoint.placeholders:
        words = "exact in"
    lookup = draw(st.sampled_from(words.split()))
    if lookup == "isnull":
        return name, lookup, draw(st.booleans())
    if lookup in {"in", "not_in"}:
        return name, lookup, [pick() for _ in range(draw(st.integers(0, 12)))]
    if lookup == "range":
        return name, lookup, sorted([pick(), pick()])
    operand = pick()
    if name in {"type", "condition", "availability"} and lookup in {"exact", "ne"}:
        operand = draw(st.sampled_from(known))
    if lookup == "regex":
        operand = re.escape(operand)
    return name, lookup, operand


def _choices_only(name, lookup, operand, known):
    """Fields with a fixed set of values refuse operands outside of it."""
    if name not in {"type", "condition", "availability", "status"} or lookup not in SCALAR.split():
        return operand
    if isinstance(operand, list):
        return [item if item in known else known[0] for item in operand]
    return operand


@pytest.mark.parametrize("model", PATHS, ids=lambda model: model.__name__)
@settings(max_examples=60)
@given(data=st.data())
def test_filter_and_exclude__find_what_python_finds(model, shop, data):
    asked = data.draw(st.lists(conditions(shop, model), min_size=1, max_size=3), label="filter")
    left_out = data.draw(st.lists(conditions(shop, model), max_size=2), label="exclude")
    start, stop = sorted(data.draw(st.tuples(st.integers(0, 300), st.integers(0, 300))))
    known = {
        name: [document[name] for document in shop[model] if document[name] is not None]
        for name in FIELDS[model].split()
    }

    def keywords(rows):
        return {
            f"{name}__{lookup}": _choices_only(name, lookup, operand, known[name])
            for name, lookup, operand in rows
        }

    wanted = keywords(asked)
    unwanted = keywords(left_out)

    def holds(document, lookups, *, fold=False):
        return all(
            holds_one(document[name], name, lookup, operand, fold=fold)
            for (name, _, lookup), operand in (
                (key.partition("__"), operand) for key, operand in lookups.items()
            )
        )

    def expected(*, fold):
        return {
            document["id"]
            for document in shop[model]
            if holds(document, wanted, fold=fold) and not (unwanted and holds(document, unwanted))
        }

    exactly, at_most = expected(fold=False), expected(fold=True)
    query = model.objects.filter(**wanted).scan()
    if unwanted:
        query = query.exclude(**unwanted)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = [item.pk for item in query]
    assert len(found) == len(set(found))
    assert exactly <= set(found) <= at_most
    assert query.count() == len(found)
    assert [item.pk for item in query[start:stop]] == found[start:stop]
    chosen = list(query.values_list("id", flat=True))
    assert chosen == found
