"""Lists: paging, filters, sorting, selection, against predicates written in Python."""

from __future__ import annotations

import math

import pytest
import requests
from hypothesis import given, settings
from hypothesis import strategies as st
from property_tests import Rows

PRODUCTS = "v3/catalog/products"
_SETTINGS = settings(max_examples=60)


@pytest.fixture(scope="module")
def oracle(running):
    running.reset()
    return Rows(running.documents(PRODUCTS))


def seconds(text):
    from datetime import datetime

    return datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp()


_IDS = st.integers(70, 310)
_CONDITIONS = st.one_of(
    st.tuples(st.just("id:min"), _IDS).map(lambda c: (*c, lambda d, v: d["id"] >= v)),
    st.tuples(st.just("id:max"), _IDS).map(lambda c: (*c, lambda d, v: d["id"] <= v)),
    st.tuples(st.just("id:greater"), _IDS).map(lambda c: (*c, lambda d, v: d["id"] > v)),
    st.tuples(st.just("id:less"), _IDS).map(lambda c: (*c, lambda d, v: d["id"] < v)),
    st.tuples(st.just("id:in"), st.lists(_IDS, min_size=1, max_size=40)).map(
        lambda c: (*c, lambda d, v: d["id"] in v)
    ),
    st.tuples(st.just("id:not_in"), st.lists(_IDS, min_size=1, max_size=40)).map(
        lambda c: (*c, lambda d, v: d["id"] not in v)
    ),
    st.tuples(st.just("brand_id"), st.integers(0, 25)).map(
        lambda c: (*c, lambda d, v: d["brand_id"] == v)
    ),
    st.tuples(st.just("is_visible"), st.booleans()).map(
        lambda c: (*c, lambda d, v: d["is_visible"] is v)
    ),
    st.tuples(st.just("is_featured"), st.sampled_from([0, 1])).map(
        lambda c: (*c, lambda d, v: d["is_featured"] == bool(v))
    ),
    st.tuples(st.just("condition"), st.sampled_from(["new", "used", "refurbished"])).map(
        lambda c: (*c, lambda d, v: d["condition"].lower() == v)
    ),
    st.tuples(st.just("inventory_level:min"), st.integers(0, 120)).map(
        lambda c: (*c, lambda d, v: d["inventory_level"] >= v)
    ),
    st.tuples(st.just("categories:in"), st.lists(st.integers(1, 35), min_size=1, max_size=2)).map(
        lambda c: (*c, lambda d, v: set(v) <= set(d["categories"]))
    ),
    st.tuples(st.just("categories"), st.integers(1, 35)).map(
        lambda c: (*c, lambda d, v: d["categories"] == [v])
    ),
    st.tuples(st.just("out_of_stock"), st.just(1)).map(
        lambda c: (
            *c,
            lambda d, v: d["inventory_tracking"] != "none" and d["inventory_level"] == 0,
        )
    ),
    st.tuples(st.just("date_modified:min"), st.sampled_from(["2018-01-01T00:00:00+00:00"])).map(
        lambda c: (*c, lambda d, v: seconds(d["date_modified"]) >= seconds(v))
    ),
    st.tuples(st.just("type"), st.sampled_from(["digital", "physical"])).map(
        lambda c: (*c, lambda d, v: d["type"] == v)
    ),
)
_SORTS = st.sampled_from(["id", "name", "sku", "price", "inventory_level", "total_sold"])


def spelled(value):
    if isinstance(value, list):
        return ",".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else value


@_SETTINGS
@given(
    conditions=st.lists(_CONDITIONS, max_size=3, unique_by=lambda c: c[0]),
    sort=_SORTS,
    falling=st.booleans(),
    limit=st.integers(1, 250),
    page=st.integers(1, 4),
)
def test_lists_agree_with_python(running, oracle, *, conditions, sort, falling, limit, page):
    expected = [d for d in oracle if all(test(d, value) for _, value, test in conditions)]
    expected.sort(key=lambda d: (d[sort], d["id"]), reverse=falling)
    query = {name: spelled(value) for name, value, _ in conditions}
    query |= {"sort": sort, "direction": "desc" if falling else "asc", "limit": limit, "page": page}
    answer = requests.get(
        f"{running.url}/stores/abc123/{PRODUCTS}",
        params=query,
        headers={"X-Auth-Token": "a-token"},
        timeout=30,
    ).json()
    window = expected[(page - 1) * limit : page * limit]
    assert [row["id"] for row in answer["data"]] == [d["id"] for d in window]
    pagination = answer["meta"]["pagination"]
    assert pagination["total"] == len(expected)
    assert pagination["count"] == len(window)
    assert pagination["total_pages"] == math.ceil(len(expected) / limit)
    assert ("next" in pagination["links"]) == (page * limit < len(expected))


def test_options_and_modifiers_cut_the_page_to_ten(shop):
    answer = shop.get(PRODUCTS, include="options", limit=250).json()
    assert len(answer["data"]) == 10
    assert answer["meta"]["pagination"]["per_page"] == 10
    assert len(shop.data(PRODUCTS, include="images", limit=250)) > 200


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ({"limit": 251}, 413),
        ({"limit": 0}, 422),
        ({"limit": "many"}, 422),
        ({"page": -1}, 422),
        ({"id:in": "1,x"}, 422),
        ({"is_visible": "maybe"}, 422),
        ({"date_modified:min": "yesterday"}, 422),
        ({"sort": "color"}, 422),
        ({"price:min": "1"}, 422),
        ({"unheard_of": "1"}, 422),
    ],
)
def test_wrong_parameters(shop, query, status):
    assert shop.request("GET", PRODUCTS, params=query).status_code == status


def test_a_page_beyond_the_end_is_empty(shop):
    answer = shop.get(PRODUCTS, page=999)
    assert answer.status_code == 200
    assert answer.json()["data"] == []
    assert shop.get("v2/orders", page=999).status_code == 204


def test_field_selection_always_has_the_id(shop):
    row = shop.data(PRODUCTS, include_fields="name,price", limit=1)[0]
    assert set(row) == {"id", "name", "price"}
    row = shop.data(PRODUCTS, exclude_fields="id,name", limit=1)[0]
    assert "id" in row
    assert "name" not in row


def test_includes_show_what_the_subresources_show(shop):
    row = shop.data(PRODUCTS, include="variants,images,custom_fields,reviews,videos", limit=1)[0]
    for name, path in [("variants", "variants"), ("images", "images"), ("reviews", "reviews")]:
        assert row[name] == shop.data(f"{PRODUCTS}/{row['id']}/{path}", limit=250)
    thumbnail = shop.data(PRODUCTS, include="primary_image", limit=1)[0]["primary_image"]
    assert thumbnail == next(image for image in row["images"] if image["is_thumbnail"])


def test_cursors_walk_the_same_rows_as_pages(shop):
    path = f"{PRODUCTS}/metafields"
    expected = [row["id"] for row in shop.data(path, limit=250)]
    walked, cursor = [], None
    while True:
        query = {"limit": 7, **({"after": cursor} if cursor else {})}
        answer = shop.get(path, **query).json()
        walked += [row["id"] for row in answer["data"]]
        paging = answer["meta"]["cursor_pagination"]
        if "next" not in paging["links"]:
            break
        cursor = paging["end_cursor"]
    assert walked == expected
    back = shop.get(path, limit=3, before=paging["start_cursor"]).json()["data"]
    position = expected.index(answer["data"][0]["id"])
    assert [row["id"] for row in back] == expected[max(0, position - 3) : position]
    assert shop.get(path, after="garbage").status_code == 422


@pytest.mark.parametrize("sort", ["date_created:asc", "date_created:desc", "last_name:desc"])
def test_customers_sort_by_suffix(shop, sort):
    field, _, direction = sort.partition(":")
    values = [row[field] for row in shop.data("v3/customers", limit=250, sort=sort)]
    assert values == sorted(values, reverse=direction == "desc")


def test_customer_names_are_filtered_whole(shop):
    one = shop.data("v3/customers", limit=1)[0]
    full = f"{one['first_name']} {one['last_name']}"
    assert one["id"] in [row["id"] for row in shop.data("v3/customers", name__in=full)]
    assert one["id"] in [row["id"] for row in shop.data("v3/customers", name__like=full[2:-2])]
    assert one["id"] in [
        row["id"] for row in shop.data("v3/customers", email__in=one["email"].upper())
    ]


def test_v2_filters_use_prefixes(shop):
    orders = shop.get("v2/orders", min_id=120, max_id=124).json()
    assert [order["id"] for order in orders] == [120, 121, 122, 123, 124]
    since = orders[2]["date_created"]
    assert shop.get("v2/orders", min_date_created=since, limit=1).json()[0]["id"] == 122
    dear = shop.get("v2/orders", min_total=900, limit=250)
    assert all(float(o["total_inc_tax"]) >= 900 for o in (dear.json() if dear.content else []))


def test_counts_agree_with_lists(shop):
    total = shop.get("v2/orders/count").json()
    assert total["count"] == 300
    assert sum(status["count"] for status in total["statuses"]) == 300
    pending = shop.get("v2/orders/count", status_id=1).json()["count"]
    assert pending == len(shop.get("v2/orders", status_id=1, limit=250).json())


def test_the_json_suffix_is_an_old_way_to_ask(shop):
    assert shop.get(f"{PRODUCTS}/78.json").json() == shop.get(f"{PRODUCTS}/78").json()
