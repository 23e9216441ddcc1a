"""The table of lookups: what each one means in Python, and how expressions name them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcorm.lookups import LOOKUPS, matches, split

HOLDS = [
    ("exact", 3, 3),
    ("exact", Decimal("3.0"), 3),
    ("exact", [1, 2], 2),
    ("exact", [1, 2], [1, 2]),
    ("exact", None, None),
    ("ne", "a", "b"),
    ("ne", None, "b"),
    ("ne", [1, 2], 3),
    ("in", 2, [1, 2]),
    ("in", [2, 3], [1, 2]),
    ("not_in", 3, [1, 2]),
    ("not_in", None, [1, 2]),
    ("not_in", [3], [1, 2]),
    ("gte", 2, 2),
    ("lte", 2, 2),
    ("gt", 3, 2),
    ("lt", 1, 2),
    ("range", 2, (1, 2)),
    ("contains", "Mug blue", "blue"),
    ("contains", [1, 2], 2),
    ("icontains", "Mug BLUE", "blue"),
    ("iexact", "STRASSE", "straße"),
    ("startswith", "Mug", "Mu"),
    ("istartswith", "Mug", "mU"),
    ("endswith", "Mug", "ug"),
    ("iendswith", "Mug", "UG"),
    ("regex", "Mug", "^M.g$"),
    ("isnull", None, True),
    ("isnull", 0, False),
]
FAILS = [
    ("exact", 3, 4),
    ("exact", None, 0),
    ("exact", 0, None),
    ("ne", 3, 3),
    ("ne", None, None),
    ("ne", [1, 2], 2),
    ("in", 3, [1, 2]),
    ("in", None, [1, 2]),
    ("not_in", 2, [1, 2]),
    ("not_in", None, [None]),
    ("gt", 2, 2),
    ("lt", 2, 2),
    ("gte", None, 0),
    ("gte", "text", 2),
    ("range", 3, (1, 2)),
    ("contains", "Mug", "mug"),
    ("contains", 3, "3"),
    ("startswith", "Mug", "mu"),
    ("endswith", "Mug", "UG"),
    ("regex", "Mug", "^x"),
    ("isnull", None, False),
    ("isnull", 0, True),
]


@pytest.mark.parametrize(("lookup", "value", "operand"), HOLDS)
def test_holds(lookup, value, operand):
    assert matches(lookup, value, operand)


@pytest.mark.parametrize(("lookup", "value", "operand"), FAILS)
def test_does_not_hold(lookup, value, operand):
    assert not matches(lookup, value, operand)


def test_every_lookup_is_shown_to_hold_and_to_fail():
    shown = {name for name, _, _ in HOLDS} & {name for name, _, _ in FAILS}
    # Those two are the case-blind twins of lookups that are shown.
    assert set(LOOKUPS) - shown <= {"icontains", "iexact", "istartswith", "iendswith", "lte"}


@given(
    value=st.none() | st.integers(-3, 3),
    operand=st.none() | st.integers(-3, 3),
    many=st.lists(st.none() | st.integers(-3, 3), max_size=4),
)
def test_opposites_are_opposite(value, operand, many):
    assert matches("exact", value, operand) != matches("ne", value, operand)
    if value is not None:
        assert matches("in", value, many) != matches("not_in", value, many)
    if value is not None and operand is not None:
        assert matches("gte", value, operand) != matches("lt", value, operand)
        assert matches("lte", value, operand) != matches("gt", value, operand)


@pytest.mark.parametrize(
    ("expression", "path", "lookup"),
    [
        ("price", ("price",), "exact"),
        ("price__gte", ("price",), "gte"),
        ("custom_url__url__startswith", ("custom_url", "url"), "startswith"),
        ("custom_url__url", ("custom_url", "url"), "exact"),
        ("in", ("in",), "exact"),
        ("range__range", ("range",), "range"),
    ],
)
def test_split(expression, path, lookup):
    assert split(expression) == (path, lookup)


def test_a_row_is_all_that_a_lookup_needs(monkeypatch, store):
    import re

    from bcorm import Product
    from bcorm.exceptions import InvalidValue, UnsupportedLookup
    from bcorm.lookups import Lookup
    from tools import typed_names

    with pytest.raises(UnsupportedLookup, match="'regex'"):
        Product.objects.filter(name__iregex="^s")
    row = Lookup(
        "iregex",
        lambda value, operand: re.search(operand, str(value), re.IGNORECASE) is not None,
        takes="pattern",
        compares="texts",
    )
    monkeypatch.setitem(LOOKUPS, "iregex", row)
    names = {product.name for product in Product.objects.scan()}
    found = {product.name for product in Product.objects.filter(name__iregex="^[A-F]").scan()}
    assert found == {name for name in names if name[0].lower() in "abcdef"}
    assert found
    numbers = {product.id for product in Product.objects.filter(id__iregex="7$").scan()}
    every = {product.id for product in Product.objects.scan()}
    assert numbers == {number for number in every if number % 10 == 7} != set()
    with pytest.raises(InvalidValue, match="a regular expression \\("):
        Product.objects.filter(name__iregex="(")
    with pytest.raises(InvalidValue, match="a regular expression"):
        Product.objects.filter(name__iregex=3)
    assert "name__iregex: str" in "; ".join(typed_names.lookups(Product))
