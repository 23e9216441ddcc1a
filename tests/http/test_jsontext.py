"""Numbers go in and out of JSON exactly."""

from __future__ import annotations

import json
import math
import re
from datetime import datetime, timezone
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bcorm.exceptions import InvalidValue
from bcorm.http import jsontext
from bcorm.http.bounds import Bounds
from bcorm.http.jsontext import dumps, loads

DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | DECIMALS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(DECIMALS)
@example(Decimal("0.1000000000000000055511151231257827"))
@example(Decimal("12.50"))
@example(Decimal("1E+25"))
@example(Decimal("-0.0"))
@example(Decimal("0.00000001"))
def test_a_decimal_keeps_every_digit_and_gets_no_exponent(value):
    text = dumps(value).decode()
    assert re.fullmatch(r"-?\d+(\.\d+)?", text)
    assert Decimal(text) == value
    assert loads(text.encode()) == value


@given(VALUES)
def test_values_come_back_equal(value):
    assert loads(dumps(value)) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("12.50"), "12.5"),
        (Decimal("12.00"), "12"),
        (Decimal("1E+2"), "100"),
        ({"a": [1, True, None, "ü"]}, '{"a":[1,true,null,"ü"]}'),
        ("\ud800", '"\\ud800"'),
        (["\ud800", Decimal("0.1234567890123456789")], '["\\ud800",0.1234567890123456789]'),
    ],
)
def test_text_is_compact(value, text):
    assert dumps(value).decode() == text


def test_text_from_the_wire_is_kept_exactly():
    assert str(loads(b"0.1234567890123456789")) == "0.1234567890123456789"
    assert str(loads(b"19.90")) == "19.90"
    assert isinstance(loads(b"19"), int)


def test_text_that_looks_like_a_mark_stays_text():
    value = {"a": Decimal("0.12345678901234567890"), "b": "x:0", "c": '"x:0"'}
    assert loads(dumps(value)) == value


@pytest.mark.parametrize(
    "wrong",
    [
        math.nan,
        math.inf,
        Decimal("NaN"),
        Decimal("-Infinity"),
        Decimal("1E+999999"),
        Decimal("1E-999999"),
        datetime.now(timezone.utc),
        {1, 2},
        object(),
        b"bytes",
        {(1, 2): 3},
    ],
    ids=lambda wrong: type(wrong).__name__,
)
def test_what_json_cannot_say_is_refused(wrong):
    for value in (wrong, [wrong], {"a": wrong}):
        with pytest.raises(InvalidValue):
            dumps(value)


def test_what_json_has_not_is_named():
    with pytest.raises(InvalidValue, match="a JSON value") as caught:
        dumps({"expires": {"a", "b"}})
    assert caught.value.field == "set"


def test_cycles_and_depth_are_refused():
    cycle = []
    cycle.append(cycle)
    with pytest.raises(InvalidValue):
        dumps(cycle)
    deep = []
    for _ in range(200_000):
        deep = [deep]
    with pytest.raises(InvalidValue):
        dumps(deep)


@pytest.mark.parametrize(
    "text", ["NaN", "-Infinity", "[1,]", "", "1e99999999999999999999", "{a:1}"]
)
def test_what_is_not_json_is_a_value_error(text):
    with pytest.raises(ValueError):
        loads(text.encode())


@given(st.binary(max_size=50))
def test_any_bytes_are_a_value_or_a_value_error(text):
    try:
        value = loads(text)
    except ValueError:
        return
    assert loads(dumps(value)) == value


@given(st.text(max_size=30))
def test_json_of_others_is_read_as_they_wrote_it(text):
    assert loads(json.dumps({"a": text}).encode()) == {"a": text}


def _mutations(text):
    """A JSON text with a few of its bytes changed, left out or put in."""
    odd = st.sampled_from(
        [*b'{}[]",:\\/019.eE+-tnN \t\n\x00\x1f\x7f\xc3\xa9\xed\xa0\x80\xef\xbb\xbfuD8']
    )
    place = st.integers(0, len(text))
    edits = st.lists(st.tuples(place, st.integers(0, 1), st.lists(odd, max_size=3)), max_size=3)

    def edited(edits):
        found = text
        for at, left, put in edits:
            found = found[:at] + bytes(put) + found[at + left :]
        return found

    return edits.map(edited)


def _outcome(text):
    try:
        return repr(jsontext.loads(text))
    except ValueError:
        return ValueError


@pytest.mark.skipif(jsontext._quick(400) is None, reason="bcorm[speed] is not installed")
@given(VALUES.map(lambda value: json.dumps(value, default=float).encode()).flatmap(_mutations))
@example(b'{"a":1,"a":[1.10,-0,-0.0,1e5,0e999999999]}')
@example(b'["\\ud800","\\ud83d\\ude00","\\u0000"]')
@example(b"\xef\xbb\xbf[123456789012345678901234567890]")
@example(b"9" * 401)
@example(b"1e401")
@example(b"[" * 101 + b"]" * 101)
@example(b"[" * 100_000)
@example(b'"\t"')
def test_the_faster_decoder_reads_the_same(text):
    """Values, their types and digits, and what is refused."""
    found = _outcome(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jsontext, "_quick", lambda _digits: None)
        assert _outcome(text) == found


def _depth(value):
    inner = (
        value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    )
    return 0 if inner is None else 1 + max(map(_depth, inner), default=0)


@given(st.lists(VALUES | st.sampled_from(["{", "[]", {"a": [1]}]), max_size=4), st.integers(1, 5))
@example([{"a": 1}, {"a": [[1]]}, {"a": 1}], 3)
@example([{"a": [1]}, {"b": [[1]]}, {"a": [1]}], 3)
def test_depth_is_told_whichever_row_is_the_deepest(value, depth):
    bounds = Bounds(max_depth=depth)
    if _depth(value) > depth:
        with pytest.raises(ValueError, match="deeper"):
            loads(dumps(value), bounds)
    else:
        assert loads(dumps(value), bounds) == value
