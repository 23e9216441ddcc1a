"""Price lists: what is written to records, what they change, and what refuses a batch."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shared import needs_shared

pytestmark = needs_shared("specs")

LISTS = "v3/pricelists"
ANY = "v3/pricelists/records"


@pytest.fixture
def retail(judged):
    """The id of a price list without records."""
    return judged("POST", LISTS, {"name": "Retail"})[1]["data"]["id"]


def record(variant, price=5, **values):
    return {"variant_id": variant, "currency": "usd", "price": price, **values}


def records(judged, key, query=""):
    answer = judged("GET", f"{LISTS}/{key}/records?limit=250{query}")[1]
    return {row["variant_id"]: row for row in answer["data"]}


def test_names_are_taken_once_and_needed_in_every_put(judged, retail, shop):
    assert judged("POST", LISTS, {"name": "Retail"})[0] == 409
    assert shop.put(f"{LISTS}/{retail}", {"active": False}).status_code == 422
    status, answer = judged("PUT", f"{LISTS}/{retail}", {"name": "Retail", "active": False})
    assert (status, answer["data"]["active"]) == (200, False)


def test_records_are_created_once(judged, retail):
    path = f"{LISTS}/{retail}/records"
    assert judged("POST", path, [record(1), record(2)])[0] == 200
    status, answer = judged("POST", path, [record(3), record(2)])
    assert status == 422
    [error] = answer["batch_errors"]
    assert error["data"] == {"price_list_id": retail, "variant_id": 2, "currency": "usd"}
    assert list(records(judged, retail)) == [1, 2]


def test_an_upsert_keeps_what_it_does_not_name(judged, shop, retail):
    path = f"{LISTS}/{retail}/records"
    judged("PUT", path, [record(1, sale_price=3)])
    judged("PUT", path, [{"variant_id": 1, "currency": "USD", "retail_price": 9}])
    row = records(judged, retail)[1]
    assert (row["price"], row["sale_price"], row["retail_price"]) == (5, 3, 9)
    assert row["calculated_price"] == 3
    shop.put(path, [record(1, sale_price=None)])  # the spec knows no way to take one back
    row = records(judged, retail)[1]
    assert row["calculated_price"] == 5
    assert "sale_price" not in row


def test_each_currency_has_a_record_of_its_own(judged, retail):
    path = f"{LISTS}/{retail}/records"
    judged("PUT", path, [record(1), record(1, 4, currency="eur")])
    assert [row["price"] for row in judged("GET", f"{path}/1")[1]["data"]] == [5, 4]
    assert judged("GET", f"{path}/1/EUR")[1]["data"]["price"] == 4
    assert judged("DELETE", f"{path}/1/eur")[0] == 204
    assert judged("GET", f"{path}/1/eur")[0] == 404
    assert judged("PUT", f"{path}/1/gbp", {"price": 3})[1]["data"]["price"] == 3
    assert judged("GET", f"{path}?currency:in=gbp")[1]["meta"]["pagination"]["total"] == 1


@pytest.mark.parametrize(
    ("rows", "status"),
    [
        ([record(1, price_list_id=99)], 422),
        ([record(999_999)], 422),
        ([{"sku": "NOTHING", "currency": "usd", "price": 1}], 422),
        ([{"currency": "usd", "price": 1}], 422),
        ([record(1, -1)], 422),
        ([], 422),
        ([record(1)] * 1001, 413),
    ],
    ids=["no list", "no variant", "no sku", "no name", "below zero", "nothing", "too many"],
)
def test_one_bad_row_refuses_all_lists(judged, retail, rows, status):
    good = [record(4, price_list_id=retail)] if status == 422 and rows else []
    named = [{"price_list_id": retail, **row} for row in rows]
    assert judged("PUT", ANY, good + named)[0] == status
    assert records(judged, retail) == {}


def test_a_hundred_are_created_at_a_time(judged, retail):
    path = f"{LISTS}/{retail}/records"
    assert judged("POST", path, [record(key) for key in range(1, 102)])[0] == 413
    assert judged("POST", path, [record(key) for key in range(1, 101)])[0] == 200
    assert judged("DELETE", f"{path}?variant_id:in=1,2,3")[0] == 204
    assert len(records(judged, retail)) == 97
    assert len(records(judged, retail, "&price:min=6")) == 0


def test_lists_page_by_cursor_too(judged):
    path = f"{LISTS}/1/records?limit=15"
    _, answer = judged("GET", path)
    seen = [row["variant_id"] for row in answer["data"]]
    while cursor := answer["meta"].get("cursor_pagination", {}).get("end_cursor"):
        _, answer = judged("GET", f"{path}&after={cursor}")
        if not answer["data"]:
            break
        seen += [row["variant_id"] for row in answer["data"]]
    assert seen == list(records(judged, 1))


def test_includes_show_more(judged, retail):
    tiers = [{"quantity_min": 5, "quantity_max": 9, "type": "percent", "amount": 10}]
    judged("PUT", f"{LISTS}/{retail}/records", [record(1, bulk_pricing_tiers=tiers)])
    plain = records(judged, retail)[1]
    assert not {"sku", "bulk_pricing_tiers"} & set(plain)
    full = records(judged, retail, "&include=sku,bulk_pricing_tiers")[1]
    assert full["bulk_pricing_tiers"] == tiers
    assert full["sku"]


def test_records_go_with_their_variant_and_their_list(judged, shop, running, retail):
    product = next(row for row in shop.data("v3/catalog/products") if row["base_variant_id"])
    judged("PUT", f"{LISTS}/{retail}/records", [record(product["base_variant_id"]), record(1)])
    shop.delete(f"v3/catalog/products/{product['id']}")
    assert list(records(judged, retail)) == [1]
    judged("DELETE", f"{LISTS}/{retail}")
    assert running.documents(f"{LISTS}/{retail}/records") == []


def test_assignments_belong_to_one_list(judged, retail):
    path = f"{LISTS}/assignments"
    row = {"price_list_id": retail, "channel_id": 1, "customer_group_id": 1}
    assert judged("POST", path, [row])[0] == 200
    assert judged("POST", path, [row])[0] == 422
    assert judged("POST", path, [{**row, "channel_id": 99}])[0] == 422
    pair = {"channel_id": 1, "customer_group_id": 1}
    status, answer = judged("PUT", f"{LISTS}/1/assignments", pair)
    assert (status, answer["data"]["price_list_id"]) == (200, 1)
    _, answer = judged("GET", f"{path}?customer_group_id=1")
    assert [item["price_list_id"] for item in answer["data"]] == [1]
    assert judged("DELETE", f"{path}?id={answer['data'][0]['id']}")[0] == 204


# What they change


def price(judged, variant, **who):
    product = variant["product_id"]
    item = {"product_id": product, "variant_id": variant["id"], "options": []}
    body = {"channel_id": 1, "currency_code": "USD", "items": [item], **who}
    _, answer = judged("POST", "v3/pricing/products", body)
    return answer["data"][0]["calculated_price"]["as_entered"]


def test_prices_are_those_of_the_list_for_the_group_and_channel(judged, retail, shop):
    variant = shop.data("v3/catalog/variants", id=50)[0]
    usual = price(judged, variant)
    judged("PUT", f"{LISTS}/{retail}/records", [record(50, usual + 7)])
    assert price(judged, variant) == usual
    row = {"price_list_id": retail, "channel_id": 1, "customer_group_id": 1}
    judged("POST", f"{LISTS}/assignments", [row])
    assert price(judged, variant) == usual
    assert price(judged, variant, customer_group_id=1) == usual + 7
    assert price(judged, variant, customer_group_id=1, channel_id=2) == usual
    judged("PUT", f"{LISTS}/{retail}", {"name": "Retail", "active": False})
    assert price(judged, variant, customer_group_id=1) == usual


@settings(max_examples=20)
@given(
    batches=st.lists(
        st.lists(
            st.tuples(
                st.integers(1, 5),
                st.sampled_from(["usd", "EUR"]),
                st.sampled_from(["price", "sale_price", "map_price"]),
                st.integers(0, 99),
            ),
            min_size=1,
            max_size=6,
        ),
        max_size=4,
    )
)
def test_upserts_merge_like_dictionaries(judged, batches):
    key = judged("POST", LISTS, {"name": "Merged"})[1]["data"]["id"]
    model: dict[tuple[int, str], dict[str, int]] = {}
    try:
        for batch in batches:
            rows = []
            for variant, currency, name, value in batch:
                rows.append({"variant_id": variant, "currency": currency, name: value})
                model.setdefault((variant, currency.lower()), {})[name] = value
            assert judged("PUT", f"{LISTS}/{key}/records", rows)[0] == 200
        _, answer = judged("GET", f"{LISTS}/{key}/records?limit=250")
        names = ("price", "sale_price", "map_price")
        found = {
            (row["variant_id"], row["currency"]): {name: row[name] for name in names if name in row}
            for row in answer["data"]
        }
        assert found == model
    finally:
        judged("DELETE", f"{LISTS}/{key}")
