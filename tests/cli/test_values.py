"""What a cell says is what it was made of: nothing is lost between a value and its text."""

from __future__ import annotations

import json
from datetime import date, datetime, timezone
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcorm.cli.values import cell, fitting, typed
from bcorm.model.fields import FieldOptions
from bcorm.model.frames.columns import json_text
from bcorm.model.types import converter_for

MOMENTS = st.integers(631_152_000, 3_786_912_000).map(
    lambda seconds: datetime.fromtimestamp(seconds, timezone.utc)
)
AMOUNTS = st.decimals(-(10**12), 10**12, places=4)
VALUES = {
    str: st.text(min_size=1),
    bool: st.booleans(),
    int: st.integers(),
    Decimal: AMOUNTS,
    datetime: MOMENTS,
    date: st.dates(),
    list[int]: st.lists(st.integers()),
    list[str]: st.lists(st.text()),
    list[datetime]: st.lists(MOMENTS),
    Any: st.one_of(
        st.text(min_size=1),
        st.booleans(),
        st.integers(),
        AMOUNTS,
        st.lists(st.text()),
        st.dictionaries(st.text(), st.one_of(st.text(), AMOUNTS)),
    ),
    str | Decimal | list[str]: st.one_of(st.text(min_size=1), AMOUNTS, st.lists(st.text())),
}
KINDS = st.sampled_from(list(VALUES)).flatmap(lambda kind: st.tuples(st.just(kind), VALUES[kind]))


@given(KINDS)
def test_a_cell_is_read_as_what_was_written(pair):
    kind, value = pair
    converter = converter_for(kind, FieldOptions(), 3)
    read = typed(converter, cell(value, converter))
    assert (read, isinstance(read, str)) == (value, isinstance(value, str))


@given(KINDS)
def test_so_is_json(pair):
    kind, value = pair
    read = json.loads(json_text(value), parse_float=Decimal)
    assert fitting(converter_for(kind, FieldOptions(), 3), read) == value


@given(st.decimals(0, 10**6, places=2), st.integers(0, 8))
def test_zeros_that_a_frame_has_put_behind_an_amount_are_dropped(amount, places):
    padded = amount.quantize(Decimal(1).scaleb(-2 - places))
    read = fitting(converter_for(Decimal, FieldOptions(), 3), padded)
    assert read == amount
    assert len(str(read)) <= len(str(amount))


@pytest.mark.parametrize(
    ("kind", "text"),
    [(int, "1.5"), (int, "x"), (Decimal, "1,5"), (bool, "maybe"), (datetime, "soon"), (date, "x"),
     (datetime, ""), (list[int], "1, x")],
)  # fmt: skip
def test_what_cannot_be_read_is_an_error(kind, text):
    with pytest.raises(ValueError):
        typed(converter_for(kind, FieldOptions(), 3), text)


@pytest.mark.parametrize("text", ["20260501", "1777593600", "0", "soon"])
def test_digits_alone_are_no_moment(text):
    converter = converter_for(datetime, FieldOptions(), 3)
    for read in (typed, fitting):
        with pytest.raises(ValueError, match=text):
            read(converter, text)
