"""Stock: increments become relative adjustments, assignments absolute ones."""

from __future__ import annotations

import json
import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import bcorm
from bcorm import InventoryItem, Location, Product, ProductVariant
from bcorm.emulator import Emulator
from bcorm.emulator.faults import Fault
from bcorm.exceptions import CommitError, InvalidValue, StateError, ValidationFailed

RELATIVE = "v3/inventory/adjustments/relative"
ABSOLUTE = "v3/inventory/adjustments/absolute"


@pytest.fixture
def variants(session):
    """Three variants with 20 of each."""
    found = list(ProductVariant.objects.all()[:3])
    for variant in found:
        variant.stock = 20
    session.commit()
    session.expunge_all()
    return list(ProductVariant.objects.filter(id__in=[variant.id for variant in found]))


def level(emulator, variant):
    """What the store has, whatever the session knows."""
    rows = emulator.documents(f"v3/catalog/products/{variant.product_id}/variants")
    return next(row["inventory_level"] for row in rows if row["id"] == variant.id)


def test_increments_of_one_commit_share_a_relative_adjustment(session, planned, variants):
    first, second, third = variants
    first.stock += 3
    second.stock -= 2
    third.stock += 1
    third.stock += 4
    [(method, path, body)] = planned()
    assert (method, path) == ("POST", RELATIVE)
    assert body["items"] == [
        {"location_id": 1, "variant_id": variant.id, "quantity": quantity}
        for variant, quantity in ((first, 3), (second, -2), (third, 5))
    ]


def test_assignments_of_one_commit_share_an_absolute_adjustment(planned, variants):
    for variant in variants:
        variant.stock = 7
    [(method, path, body)] = planned()
    assert (method, path) == ("PUT", ABSOLUTE)
    assert [item["quantity"] for item in body["items"]] == [7, 7, 7]


def test_stock_is_what_will_be_left(session, emulator, variants):
    variant = variants[0]
    variant.stock += 3
    assert variant.stock == 23
    assert variant.stock > 22
    assert variant.stock + 1 == 24
    assert f"{variant.stock}" == "23"
    session.commit()
    assert variant.stock == 23
    assert level(emulator, variant) == 23
    variant.refresh()
    assert (variant.inventory_level, variant.stock) == (23, 23)


def test_an_increment_adds_to_what_others_left(session, emulator, variants):
    variant = variants[0]
    variant.stock += 3
    with bcorm.connect(store_hash="abc", access_token="other", api_url=emulator.url):
        ProductVariant.objects.get(product_id=variant.product_id, id=variant.id).adjust_inventory(
            -10
        )
    session.commit()
    assert level(emulator, variant) == 13


def test_nothing_is_sent_for_increments_that_cancel_out(session, planned, variants):
    variant = variants[0]
    variant.stock += 3
    variant.stock -= 3
    assert planned() == []


def test_a_level_replaces_earlier_increments_and_takes_later_ones(planned, variants):
    variant = variants[0]
    variant.stock += 3
    variant.stock = 40
    variant.stock -= 1
    assert variant.stock == 39
    [(method, _, body)] = planned()
    assert method == "PUT"
    assert [item["quantity"] for item in body["items"]] == [39]


def test_increments_are_taken_back_with_the_rest(session, emulator, planned, variants):
    variant = variants[0]
    variant.stock += 3
    session.rollback()
    assert variant.stock == 20
    assert planned() == []
    session.commit()
    assert level(emulator, variant) == 20


def test_a_product_with_one_variant_has_stock(session, emulator):
    product = Product.objects.create(
        name="Lamp", type="physical", weight=1, price=2, inventory_tracking="product"
    )
    product.stock = 5
    session.commit()
    product.stock += 2
    session.commit()
    assert emulator.documents("v3/catalog/products")[-1]["inventory_level"] == 7


def test_more_than_one_request_takes_are_split(session, emulator, asked):
    emulator.generate_products(1100)
    plain = [product for product in Product.objects.all() if product.base_variant_id][:1050]
    for product in plain:
        product.stock = 4
    for variant in list(ProductVariant.objects.all())[:1000]:
        variant.stock = 6
    sizes = [len(item.body["items"]) for item in session.plan().requests]
    assert sizes == [2000, 50]


@pytest.mark.parametrize("value", [-1, 1.5, "3", None, True])
def test_a_level_is_a_whole_number(value, variants):
    with pytest.raises(InvalidValue):
        variants[0].stock = value


def test_stock_is_a_number_like_any_other(session, emulator, planned, variants):
    first, second, _ = variants
    before = first.stock
    other = first.stock
    other += 3  # of a name of its own: nothing is noted
    assert not session.plan()
    assert (other, f"{other:>6}") == (before + 3, f"{int(before) + 3:>6}")
    assert json.loads(json.dumps({"stock": before})) == {"stock": before}
    assert pickle.loads(pickle.dumps(before)) == sum([before]) == max(before, 0)
    first.stock -= 2
    session.commit()
    assert (before, first.stock) == (other - 3, before - 2)
    first.stock = before  # puts it back, whatever happened meanwhile
    second.stock = before
    assert [request.kind for request in session.plan()] == ["create"]
    session.commit()
    assert {level(emulator, each) for each in (first, second)} == {int(before)}


def test_what_is_not_saved_has_no_stock(session):
    product = Product(name="Lamp", type="physical", weight=1, price=2)
    session.add(product)
    with pytest.raises(StateError):
        product.stock += 1


def test_a_refused_increment_says_so_and_can_be_dropped(session, emulator, variants):
    first, second, _ = variants
    first.stock -= 21
    second.stock += 1
    with pytest.raises(CommitError) as caught:
        session.commit()
    # Batches are refused as a whole, then sent again one by one.
    assert len(caught.value.report.failed) == 1
    assert "out of bounds" in str(caught.value)
    assert (level(emulator, first), level(emulator, second)) == (20, 21)


def test_a_lost_answer_leaves_it_open_and_nothing_is_sent_again(session, emulator, asked, variants):
    variant = variants[0]
    variant.stock += 3
    emulator.faults.add(Fault("reset-after", method="POST", path=RELATIVE))
    with pytest.raises(CommitError) as caught:
        session.commit()
    assert len(caught.value.report.unknown) == 1
    assert asked("POST").count(f"POST {RELATIVE}") == 1
    assert level(emulator, variant) == 23


def test_actions_send_at_once_and_say_where_and_why(emulator, variants, asked):
    emulator.clear_requests()
    transaction = variants[0].adjust_inventory(-2, reason="broken")
    other = variants[0].set_inventory(9, location_id=2)
    assert transaction != other
    assert asked() == [f"POST {RELATIVE}", f"PUT {ABSOLUTE}"]
    assert level(emulator, variants[0]) == 18
    item = InventoryItem.objects.filter(variant_id__in=[variants[0].id]).get()
    assert [place.total_inventory_onhand for place in item.locations] == [18, 9]


def test_names_by_sku_and_product(emulator, variants):
    variant = variants[0]
    InventoryItem.adjust_relative([{"location_id": 1, "sku": variant.sku, "quantity": 1}])
    assert level(emulator, variant) == 21
    with pytest.raises(ValidationFailed):
        InventoryItem.adjust_relative([{"location_id": 1, "sku": "NOTHING", "quantity": 1}])


def test_applied_later_when_the_store_is_slow():
    with (
        Emulator(inventory_lag_ms=60_000) as emulator,
        bcorm.connect(store_hash="abc", access_token="t", api_url=emulator.url) as session,
    ):
        variant = ProductVariant.objects.all()[0]
        before = level(emulator, variant)
        variant.stock += 3
        session.commit()
        assert level(emulator, variant) == before
        assert variant.stock == before + 3
        variant.refresh()
        assert variant.stock == before + 3


def test_locations_are_read_back_after_the_create(session, asked):
    """The answer of the create names no ids (locations.v3.yml)."""
    address = {
        "address1": "1 Pier",
        "city": "Tacoma",
        "state": "WA",
        "zip": "98402",
        "email": "pier@example.com",
        "country_code": "US",
        "geo_coordinates": {"latitude": 47, "longitude": -122},
    }
    values = {"managed_by_external_source": False, "type_id": "PHYSICAL", "address": address}
    made = [
        Location(code=f"PIER-{n}", label=f"Pier {n}", time_zone="Etc/UTC", **values)
        for n in range(2)
    ]
    session.add_all(made)
    session.commit()
    assert len({item.id for item in made} - {None}) == 2
    assert asked("POST") == ["POST v3/inventory/locations"]
    assert Location.objects.get(id=made[1].id) is made[1]
    made[0].delete()
    assert not Location.objects.filter(code__in=["PIER-0"])


@settings(max_examples=25)
@given(changes=st.lists(st.tuples(st.integers(0, 1), st.integers(-9, 9)), max_size=8))
def test_any_series_of_changes_ends_where_the_numbers_do(session, emulator, variants, changes):
    pair = variants[:2]
    counted = [20, 20]
    for variant in pair:
        variant.stock = 20
    session.commit()
    for which, quantity in changes:
        pair[which].stock += quantity
        counted[which] += quantity
        assert pair[which].stock == counted[which]
        if quantity % 3 == 0:
            if min(counted) < 0:
                break
            session.commit()
    if min(counted) < 0:
        session.rollback()
        return
    session.commit()
    assert [level(emulator, variant) for variant in pair] == counted
