"""Scenarios of `price_lists.v3.yml`."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from coverage_api.stage import covers

from bcorm import PriceList, PriceListAssignment, PriceRecord, ProductVariant

if TYPE_CHECKING:
    from coverage_api.stage import Stage

SPEC = "price_lists.v3.yml"


@covers(SPEC)
def lists(stage: Stage) -> None:
    made = PriceList.objects.create(name="Friends")
    made.active = False
    stage.session.commit()
    found = PriceList.objects.filter(name__icontains="frie")
    assert [item.active for item in found] == [False]
    assert PriceList.objects.get(id=made.id) is made
    made.delete()
    others = PriceList.objects.bulk_create(PriceList(name=name) for name in ("One", "Two"))
    assert PriceList.objects.filter(id__in=[item.id for item in others]).delete()[0] == 2


@covers(SPEC)
def records(stage: Stage) -> None:
    friends = PriceList.objects.create(name="Friends")
    variants = list(ProductVariant.objects.all()[:4])
    for variant in variants:
        friends.records.new(variant_id=variant.id, currency="eur", price=Decimal("12.50"))
    stage.session.commit()
    read = list(friends.records.filter(currency="eur", price__gte=Decimal(10)).include("sku"))
    assert {item.sku for item in read} == {variant.sku for variant in variants}
    for item in read:
        item.sale_price = Decimal("9.99")
    stage.session.commit()
    one = PriceRecord.objects.get(
        price_list_id=friends.id, variant_id=variants[0].id, currency="eur"
    )
    assert one.calculated_price == Decimal("9.99")
    one.bulk_pricing_tiers = [{"quantity_min": 5, "quantity_max": 9, "type": "fixed", "amount": 8}]
    stage.session.commit()
    own = friends.records.filter(variant_id=variants[0].id).include("bulk_pricing_tiers")
    assert [tier.amount for item in own for tier in item.bulk_pricing_tiers] == [8]
    one.delete()


@covers(SPEC)
def batches_by_sku(stage: Stage) -> None:
    friends = PriceList.objects.create(name="Friends")
    first, second = ProductVariant.objects.exclude(sku="").scan()[:2]
    friends.create_records([{"sku": first.sku, "currency": "usd", "price": Decimal(5)}])
    PriceList.upsert_records(
        {"price_list_id": friends.id, "sku": sku, "currency": "usd", "price": Decimal(6)}
        for sku in (first.sku, second.sku)
    )
    assert {item.price for item in friends.records} == {6}
    friends.delete_records(skus=[first.sku], currency="usd")
    assert [item.variant_id for item in friends.records] == [second.id]


@covers(SPEC)
def assignments(stage: Stage) -> None:
    friends = PriceList.objects.create(name="Friends")
    made = friends.assignments.create(channel_id=1)
    assert made.id in {item.id for item in PriceListAssignment.objects.filter(channel_id=1)}
    stage.emulator.put_document("v2/customer_groups", {"name": "Wholesalers"})
    group = stage.emulator.documents("v2/customer_groups")[-1]["id"]
    upserted = friends.upsert_assignment(customer_group_id=group, channel_id=2)
    assert upserted.price_list is friends
    made.delete()
