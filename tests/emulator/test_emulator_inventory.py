"""Stock and locations: adjustments are all or nothing, and the catalog counts one location."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shared import needs_shared

pytestmark = needs_shared("specs")

LOCATIONS = "v3/inventory/locations"
RELATIVE = "v3/inventory/adjustments/relative"
ABSOLUTE = "v3/inventory/adjustments/absolute"
MAIN, HARBOUR = 1, 2
ADDRESS = {
    "address1": "1 Pier",
    "city": "Tacoma",
    "state": "WA",
    "zip": "98402",
    "email": "pier@example.com",
    "country_code": "US",
    "geo_coordinates": {"latitude": 47, "longitude": -122},
}


def location(**values):
    required = {"label": "Pier", "managed_by_external_source": False, "type_id": "PHYSICAL"}
    return {**required, "time_zone": "Etc/UTC", "address": ADDRESS, **values}


def adjust(judged, *items, relative=True):
    names = ("variant_id", "quantity", "location_id")
    rows = [dict(zip(names, (*item, MAIN)[:3], strict=True)) for item in items]
    method, path = ("POST", RELATIVE) if relative else ("PUT", ABSOLUTE)
    return judged(method, path, {"reason": "test", "items": rows})


def levels(judged, *variants):
    """What all locations have, by variant and location."""
    query = ",".join(map(str, variants))
    _, answer = judged("GET", f"v3/inventory/items?variant_id:in={query}")
    return {
        item["identity"]["variant_id"]: {
            place["location_id"]: place["total_inventory_onhand"] for place in item["locations"]
        }
        for item in answer["data"]
    }


def test_adjustments_answer_with_a_transaction(judged):
    first, second = adjust(judged, (1, 3)), adjust(judged, (1, 3))
    assert first[0] == second[0] == 200
    assert first[1]["transaction_id"] != second[1]["transaction_id"]


def test_the_default_location_is_what_the_catalog_counts(judged, shop):
    adjust(judged, (1, 12), relative=False)
    adjust(judged, (1, -2))
    adjust(judged, (1, 5, HARBOUR), relative=False)
    assert levels(judged, 1) == {1: {MAIN: 10, HARBOUR: 5}}
    product = shop.data("v3/catalog/variants", id=1)[0]["product_id"]
    assert shop.data(f"v3/catalog/products/{product}/variants/1")["inventory_level"] == 10
    shop.put(f"v3/catalog/products/{product}/variants/1", {"inventory_level": 4})
    assert levels(judged, 1)[1][MAIN] == 4


@pytest.mark.parametrize(
    ("item", "place"),
    [
        ((1, -1000), "items.1.quantity"),
        ((999_999, 1), "items.1.variant_id"),
        ((1, 1, 99), "items.1.location_id"),
        ((1, 2_147_483_647), "items.1.quantity"),
    ],
    ids=["too little", "no variant", "no location", "too much"],
)
def test_one_bad_item_refuses_all(judged, item, place):
    adjust(judged, (1, 5), (2, 5), relative=False)
    status, answer = adjust(judged, (2, 1), item)
    assert (status, list(answer["errors"])) == (422, [place])
    assert levels(judged, 2)[2][MAIN] == 5


@pytest.mark.parametrize("place", [MAIN, HARBOUR])
def test_relative_needs_an_absolute_level_before(judged, shop, place):
    body = {"name": "Uncounted", "type": "physical", "weight": 1, "price": 1}
    product = shop.post("v3/catalog/products", body).json()["data"]["id"]
    item = {"product_id": product, "location_id": place, "quantity": 5}
    status, answer = judged("POST", RELATIVE, {"reason": "test", "items": [item]})
    words = f"Items with identity: [product_id {product}] requires absolute adjustment before"
    assert (status, answer["title"]) == (422, f"{words} relative")
    judged("PUT", ABSOLUTE, {"reason": "test", "items": [{**item, "quantity": 0}]})
    assert judged("POST", RELATIVE, {"reason": "test", "items": [item]})[0] == 200


def test_items_are_named_in_three_ways(judged, shop):
    product = next(row for row in shop.data("v3/catalog/products") if row["base_variant_id"])
    variant = shop.data(f"v3/catalog/products/{product['id']}/variants")[0]
    adjust(judged, (variant["id"], 5), relative=False)
    names = {"sku": variant["sku"], "variant_id": variant["id"], "product_id": product["id"]}
    for name, value in names.items():
        row = {name: value, "location_id": MAIN, "quantity": 1}
        assert judged("POST", RELATIVE, {"items": [row]})[0] == 200
    assert levels(judged, variant["id"])[variant["id"]][MAIN] == 8
    both = {**names, "location_id": MAIN, "quantity": 1}
    assert shop.post(RELATIVE, {"items": [both]}).status_code == 422


def test_no_more_than_two_thousand_items(judged):
    assert adjust(judged, *[(1, 0)] * 2001)[0] == 413
    assert adjust(judged, *[(1, 0)] * 2000)[0] == 200


def test_settings_hold_back_stock(judged):
    adjust(judged, (1, 12), relative=False)
    setting = {"identity": {"variant_id": 1}, "safety_stock": 5, "bin_picking_number": "A1"}
    path = f"{LOCATIONS}/{MAIN}/items"
    assert judged("PUT", path, {"settings": [setting]})[0] == 200
    more = {"warning_level": 2, "backorder_limit": 3}
    judged("PUT", path, {"settings": [{"identity": {"variant_id": 1}, **more}]})
    _, answer = judged("GET", f"{path}?variant_id:in=1")
    [item] = answer["data"]
    assert (item["available_to_sell"], item["total_inventory_onhand"]) == (7, 12)
    assert item["settings"] == {
        "safety_stock": 5,
        "is_in_stock": True,
        "warning_level": 2,
        "bin_picking_number": "A1",
        "backorder_limit": 3,
    }


def test_adjustments_take_effect_later_when_the_store_is_slow(make_shop):
    shop = make_shop(inventory_lag_ms=250)
    path = "v3/inventory/items?variant_id:in=1"

    def on_hand():
        return shop.data(path)[0]["locations"][0]["total_inventory_onhand"]

    before = on_hand()
    row = {"variant_id": 1, "location_id": MAIN, "quantity": 3}
    assert shop.post(RELATIVE, {"items": [row]}).status_code == 200
    deadline = time.monotonic() + 10
    while on_hand() == before:
        assert time.monotonic() < deadline
        time.sleep(0.05)
    assert on_hand() == before + 3


@settings(max_examples=20)
@given(
    moves=st.lists(
        st.tuples(
            st.booleans(),
            st.lists(
                st.tuples(st.sampled_from([1, 2]), st.integers(-6, 9)),
                min_size=1,
                max_size=2,
                unique_by=lambda item: item[0],
            ),
        ),
        max_size=6,
    )
)
def test_levels_are_the_sum_of_what_was_taken(judged, moves):
    model = {1: 5, 2: 5}
    adjust(judged, *model.items(), relative=False)
    for relative, items in moves:
        after = {
            **model,
            **{key: quantity + relative * model[key] for key, quantity in items},
        }
        status, _ = adjust(judged, *items, relative=relative)
        assert status == (200 if min(after.values()) >= 0 else 422)
        if status == 200:
            model = after
    assert {key: places[MAIN] for key, places in levels(judged, 1, 2).items()} == model


# Locations


def test_locations_are_made_and_changed_in_batches_that_show_nothing(judged):
    rows = [location(code="PIER"), location(label="Kiosk", type_id="VIRTUAL")]
    status, answer = judged("POST", LOCATIONS, rows)
    assert (status, set(answer)) == (200, {"transaction_id"})
    _, answer = judged("GET", f"{LOCATIONS}?location_code:in=PIER")
    [made] = answer["data"]
    change = {"id": made["id"], "label": "Old pier"}
    assert judged("PUT", LOCATIONS, [change, {"id": 99, "label": "x"}])[0] == 422
    assert judged("PUT", LOCATIONS, [change])[0] == 200
    _, answer = judged("GET", f"{LOCATIONS}?location_id:in={made['id']}")
    assert [(item["label"], item["code"]) for item in answer["data"]] == [("Old pier", "PIER")]


@pytest.mark.parametrize(
    ("row", "field"),
    [
        (location(code="MAIN"), None),
        (location(address=None), "address"),
        ({"label": "x"}, "managed_by_external_source"),
        (location(address={**ADDRESS, "geo_coordinates": {"latitude": 91, "longitude": 0}}), ""),
    ],
    ids=["code taken", "no address", "nothing", "beyond the pole"],
)
def test_one_bad_location_refuses_all(judged, row, field):
    status, answer = judged("POST", LOCATIONS, [location(code="GOOD"), row])
    assert status == 422
    assert field is None or any(field in name for name in answer["errors"])
    assert judged("GET", f"{LOCATIONS}?location_code:in=GOOD")[1]["data"] == []


def test_filters_tell_active_and_default_locations(judged):
    judged("PUT", LOCATIONS, [{"id": HARBOUR, "enabled": False}])

    def found(query):
        return [item["id"] for item in judged("GET", f"{LOCATIONS}?{query}")[1]["data"]]

    assert found("is_active=true") == found("is_default=true") == [MAIN]
    assert found("is_active=false") == found("is_default=false") == [HARBOUR]


def test_a_location_goes_with_its_stock_but_the_default_one_stays(judged):
    adjust(judged, (1, 5, HARBOUR), relative=False)
    assert judged("DELETE", f"{LOCATIONS}?location_id:in={MAIN}")[0] == 422
    assert judged("DELETE", f"{LOCATIONS}?location_id:in={HARBOUR},99")[0] == 404
    assert judged("DELETE", f"{LOCATIONS}?location_id:in={HARBOUR}")[0] == 200
    assert list(levels(judged, 1)[1]) == [MAIN]
    assert judged("DELETE", LOCATIONS)[0] == 422


# Pickups


def search(**values):
    return {
        "search_area": {
            "coordinates": {"latitude": 47.61, "longitude": -122.33},
            "radius": {"value": 50, "unit": "KM"},
            **values,
        },
        "items": [{"variant_id": 1, "quantity": 3}],
    }


def test_options_are_the_places_that_are_near_and_have_everything(judged):
    def options(**values):
        _, answer = judged("POST", "v3/pickup/options", search(**values))
        return [
            item["pickup_method"]["location_id"] for item in answer["results"][0]["pickup_options"]
        ]

    assert options() == []
    adjust(judged, (1, 3, HARBOUR), relative=False)
    assert options() == [HARBOUR]
    far = {"latitude": 40.0, "longitude": -100.0}
    assert options(coordinates=far) == []
    adjust(judged, (1, 2, HARBOUR), relative=False)
    assert options() == []


def test_an_order_is_picked_up(judged, shop):
    order = shop.get("v2/orders").json()[0]
    line = shop.get(f"v2/orders/{order['id']}/products").json()[0]
    row = {
        "pickup_method_id": 1,
        "order_id": order["id"],
        "ready_at": "2026-01-02T03:04:05Z",
        "pickup_items": [{"order_product_id": line["id"], "quantity": 1}],
    }
    status, answer = judged("POST", "v3/orders/pickups", [row])
    assert status == 200
    [made] = answer["data"]
    assert [item["status"] for item in made["pickup_items"]] == ["AWAITING_COLLECTION"]
    change = {"id": made["id"], "pickup_id": made["id"], "collected_at": "2026-01-03T00:00:00Z"}
    _, answer = judged("PUT", "v3/orders/pickups", [change])
    assert [item["status"] for item in answer["data"][0]["pickup_items"]] == ["COLLECTED"]
    wrong = {**row, "pickup_items": [{"order_product_id": 999_999, "quantity": 1}]}
    assert judged("POST", "v3/orders/pickups", [wrong])[0] == 422
    assert judged("DELETE", f"v3/orders/pickups?id:in={made['id']}")[0] in (200, 204)
    assert judged("GET", f"v3/orders/pickups?order_id:in={order['id']}")[1]["data"] == []
