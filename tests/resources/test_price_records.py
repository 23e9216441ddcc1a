"""Price lists: records are known by list, variant and currency, and go in large batches."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bcorm import PriceList, PriceListAssignment, PriceRecord, ProductVariant
from bcorm.exceptions import CommitError, ValidationFailed

RECORDS = "v3/pricelists/records"
WHOLESALE = 1
LISTED = 40  # how many records the sample's wholesale list has


@pytest.fixture
def retail(session):
    """A price list without records."""
    return PriceList.objects.create(name="Retail")


@pytest.fixture
def variants(session):
    return list(ProductVariant.objects.all())


def priced(price_list, variant, price, **values):
    """A new record."""
    return PriceRecord(
        price_list_id=price_list.id,
        variant_id=variant.id,
        currency="usd",
        price=Decimal(price),
        **values,
    )


def test_a_record_is_found_by_list_variant_and_currency(session, asked):
    listed = PriceRecord.objects.filter(price_list_id=WHOLESALE)[0]
    key = {"price_list_id": WHOLESALE, "variant_id": listed.variant_id, "currency": "usd"}
    again = PriceRecord.objects.get(**key)
    assert again is listed
    session.expunge_all()
    assert PriceRecord.objects.get(**key).price == listed.price
    assert asked()[-1].startswith(f"GET v3/pricelists/1/records/{listed.variant_id}/usd")


def test_lists_read_the_narrowest_path(session, asked, emulator):
    variant = PriceRecord.objects.filter(price_list_id=WHOLESALE)[0].variant_id
    emulator.clear_requests()
    list(PriceRecord.objects.filter(price_list_id=WHOLESALE, variant_id=variant))
    list(PriceRecord.objects.filter(price_list_id=WHOLESALE, variant_id__in=[variant]))
    first, second = asked()
    assert first.split()[1] == f"v3/pricelists/1/records/{variant}"
    assert second.split()[1] == "v3/pricelists/1/records"
    assert f"variant_id:in={variant}" in second


def test_new_records_of_any_lists_share_batches_of_a_hundred(session, planned, retail, variants):
    other = PriceList.objects.create(name="Club")
    for number, variant in enumerate(variants[:130]):
        session.add(priced((retail, other)[number % 2], variant, 5))
    sent = planned()
    assert [(method, path) for method, path, _ in sent] == [("POST", RECORDS)] * 2
    assert [len(body) for _, _, body in sent] == [100, 30]
    assert sent[0][2][0] == {
        "price_list_id": retail.id,
        "variant_id": variants[0].id,
        "currency": "usd",
        "price": 5,
    }
    session.commit()
    assert len(PriceRecord.objects.filter(price_list_id=retail.id)) == 65


def test_created_records_are_complete(session, retail, variants):
    made = priced(retail, variants[0], "4.50")
    session.add(made)
    session.commit()
    assert made.calculated_price == Decimal("4.5")
    assert made.product_id == variants[0].product_id
    made.price = Decimal(4)
    session.commit()
    made.refresh()
    assert made.price == 4


def test_changes_of_a_list_share_batches_of_a_thousand(session, planned):
    records = list(PriceRecord.objects.filter(price_list_id=WHOLESALE))
    assert len(records) == LISTED
    for record in records:
        record.sale_price = Decimal(2)
    [(method, path, body)] = planned()
    assert (method, path) == ("PUT", "v3/pricelists/1/records")
    assert body[0] == {
        "variant_id": records[0].variant_id,
        "currency": "usd",
        "sale_price": 2,
    }
    session.commit()
    session.expunge_all()
    assert {item.sale_price for item in PriceRecord.objects.filter(price_list_id=WHOLESALE)} == {2}


def test_a_bad_record_keeps_no_good_one_from_being_saved(session, retail, variants):
    for variant in variants[:8]:
        session.add(priced(retail, variant, 5))
    bad = PriceRecord(price_list_id=retail.id, variant_id=999_999, currency="usd", price=Decimal(5))
    session.add(bad)
    with pytest.raises(CommitError) as caught:
        session.commit()
    assert [failure.object for failure in caught.value.report.failed] == [bad]
    assert len(PriceRecord.objects.filter(price_list_id=retail.id)) == 8


def test_what_is_there_cannot_be_created_but_overwritten(session, retail, variants):
    row = {"variant_id": variants[0].id, "currency": "usd", "price": 5}
    retail.create_records([row])
    with pytest.raises(ValidationFailed):
        retail.create_records([row])
    PriceList.upsert_records([{**row, "price_list_id": retail.id, "price": 6}])
    assert [record.price for record in retail.records] == [6]


def test_records_are_named_by_sku_too(retail, variants):
    sku = next(variant.sku for variant in variants if variant.sku)
    retail.create_records([{"sku": sku, "currency": "usd", "price": 5}])
    [record] = retail.records.include("sku")
    assert record.sku == sku


def test_a_record_is_deleted_alone_and_many_by_what_they_are(session, asked, emulator):
    first, *others = PriceRecord.objects.filter(price_list_id=WHOLESALE)
    emulator.clear_requests()
    first.delete()
    assert asked() == [f"DELETE v3/pricelists/1/records/{first.variant_id}/usd"]
    wholesale = PriceList.objects.get(id=WHOLESALE)
    wholesale.delete_records(variant_ids=[item.variant_id for item in others[:5]])
    assert len(wholesale.records) == LISTED - 6
    wholesale.delete_records(currency="usd")
    assert not wholesale.records
    with pytest.raises(ValueError, match="every record"):
        wholesale.delete_records()


def test_assignments_are_read_back_and_replaced(session, retail):
    made = PriceListAssignment(price_list_id=retail.id, customer_group_id=1, channel_id=1)
    session.add(made)
    session.commit()
    assert made.id is not None
    wholesale = PriceList.objects.get(id=WHOLESALE)
    wholesale.upsert_assignment(customer_group_id=1, channel_id=1)
    found = PriceListAssignment.objects.filter(customer_group_id=1, channel_id=1)
    assert [item.price_list_id for item in found] == [WHOLESALE]


def test_a_list_takes_its_records_and_assignments_along(emulator, session):
    PriceList.objects.get(id=WHOLESALE).delete()
    assert emulator.documents("v3/pricelists/1/records") == []
    assert not PriceListAssignment.objects.all()
