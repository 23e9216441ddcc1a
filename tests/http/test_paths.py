"""What is put into a URL stays where it was put."""

from __future__ import annotations

from datetime import datetime, timezone
from decimal import Decimal
from urllib.parse import parse_qsl, unquote
from uuid import UUID

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bcorm.exceptions import InvalidValue
from bcorm.http.message import check_path, encode_query, join_path

TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(
    lambda text: text not in {".", ".."}
)


def test_a_path_reads_like_the_documentation():
    assert join_path("v3/catalog/products", 77, "images") == "v3/catalog/products/77/images"
    assert join_path("v3/x", UUID(int=7)) == "v3/x/00000000-0000-0000-0000-000000000007"


@given(TEXT)
@example("../../v2/orders")
@example("a/b?c=d#e")
@example("a\r\nX-Evil: 1")
@example("%2e%2e")
@example("...")
def test_any_text_stays_in_its_segment(text):
    path = join_path("v3/customers", text, "addresses")
    segments = path.split("/")
    assert len(segments) == 4
    assert unquote(segments[2]) == text
    assert check_path(path) == path
    assert path.isascii()
    assert path.isprintable()
    assert not set(path) & set("?# \\")


@settings(max_examples=40)
@given(TEXT)
@example("..%2f")
@example("%2e%2e/x")
def test_any_text_arrives_in_its_segment(store, client, text):
    store.requests.clear()
    client.get(join_path("v3/customers", text, "addresses"), params={"name:like": text})
    (request,) = store.requests
    assert unquote(request["path"].split("/")[2]) == text
    assert request["path"].endswith("/addresses")
    assert parse_qsl(request["query"], keep_blank_values=True) == [("name:like", text)]


@pytest.mark.parametrize("wrong", ["", ".", "..", None, True, 1.5, b"x", [1], "\ud800"])
def test_what_names_no_object_is_refused(wrong):
    with pytest.raises(InvalidValue):
        join_path("v3/catalog/products", wrong)


@pytest.mark.parametrize(
    ("params", "query"),
    [
        (None, ""),
        ({}, ""),
        ({"a": None}, ""),
        ({"id:in": [1, 2], "b": ()}, "id:in=1,2&b="),
        ({"on": True, "off": False}, "on=true&off=false"),
        ({"p": Decimal("1E-3"), "f": 0.5}, "p=0.001&f=0.5"),
        ({"d": "2024-01-02T03:04:05+00:00"}, "d=2024-01-02T03:04:05%2B00:00"),
    ],
)
def test_parameters(params, query):
    assert encode_query(params) == query


@pytest.mark.parametrize(
    "wrong",
    [datetime.now(timezone.utc), {}, object(), float("nan"), Decimal("NaN"), b"x", "\ud800"],
)
def test_a_parameter_with_no_one_way_to_write_it_is_refused(wrong):
    with pytest.raises(InvalidValue):
        encode_query({"a": wrong})
