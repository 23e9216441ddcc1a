"""Scenarios of stock, locations and pickups."""

from __future__ import annotations

from datetime import datetime, timezone
from decimal import Decimal
from typing import TYPE_CHECKING

from coverage_api.metafields import exercise_metafields
from coverage_api.stage import covers

from bcorm import (
    InventoryItem,
    Location,
    LocationItem,
    LocationMetafield,
    Order,
    OrderPickup,
    PickupMethod,
    Product,
    ProductVariant,
)

if TYPE_CHECKING:
    from coverage_api.stage import Stage

ADDRESS = {
    "address1": "5 Pier Road",
    "city": "Tacoma",
    "state": "WA",
    "zip": "98402",
    "email": "pier@example.com",
    "country_code": "US",
    "geo_coordinates": {"latitude": Decimal("47.25"), "longitude": Decimal("-122.44")},
}


def _location(code: str) -> Location:
    return Location(
        code=code,
        label=f"Shop {code}",
        managed_by_external_source=False,
        type_id="PHYSICAL",
        time_zone="America/Los_Angeles",
        address=ADDRESS,
    )


@covers("locations.v3.yml")
def locations(stage: Stage) -> None:
    made = Location.objects.bulk_create([_location("A"), _location("B")])
    assert all(item.id for item in made)
    for item in made:
        item.description = "By the water"
    stage.session.commit()
    found = Location.objects.filter(code__in=["A", "B"], enabled=True, is_default=False)
    assert {item.description for item in found} == {"By the water"}
    assert Location.objects.filter(id__in=[item.id for item in made]).delete()[0] == 2


@covers("locations.v3.yml")
def location_metafields(stage: Stage) -> None:
    exercise_metafields(stage, LocationMetafield, Location.objects.all())


@covers("inventory.v3.yml")
def stock(stage: Stage) -> None:
    first, second = ProductVariant.objects.all()[:2]
    before = int(first.stock)
    first.stock += 3
    second.stock = 40
    stage.session.commit()
    shown = {
        item.identity.variant_id: item.locations[0].total_inventory_onhand
        for item in InventoryItem.objects.filter(
            variant_id__in=[first.id, second.id], location_id__in=[1]
        )
    }
    assert shown == {first.id: before + 3, second.id: 40}


@covers("inventory.v3.yml")
def adjustments(stage: Stage) -> None:
    variant = ProductVariant.objects.exclude(sku="").scan()[0]
    item = {"location_id": 2, "sku": variant.sku, "quantity": 5}
    assert InventoryItem.adjust_absolute([item], reason="counted")
    assert InventoryItem.adjust_relative([{**item, "quantity": -2}], reason="broken")
    variant.adjust_inventory(4, location_id=2)
    variant.set_inventory(6, location_id=2)
    simple = next(product for product in Product.objects.all() if product.base_variant_id)
    simple.adjust_inventory(2)
    place = Location.objects.filter(code="HARBOUR")[0]
    place.update_item_settings([{"identity": {"variant_id": variant.id}, "safety_stock": 2}])
    own = place.items.filter(variant_id=variant.id)
    assert [(row.available_to_sell, row.total_inventory_onhand) for row in own] == [(4, 6)]
    assert LocationItem.objects.filter(location_id=1).count() > 10


@covers("pickup_methods.v3.yml", "pickup_options.v3.yml")
def pickup_methods(stage: Stage) -> None:
    made = PickupMethod.objects.create(location_id=1, display_name="At the gate")
    made.collection_instructions = "Ring twice"
    stage.session.commit()
    assert PickupMethod.objects.filter(id=made.id)[0].collection_instructions == "Ring twice"
    variant = ProductVariant.objects.all()[0]
    variant.set_inventory(9)
    options = PickupMethod.find_options(
        [(variant.id, 2)], radius=50, latitude=Decimal("45.5"), longitude=Decimal("-122.7")
    )
    assert [option.pickup_method.display_name for option in options] == ["At the gate"]
    made.delete()


@covers("pickup.v3.yml")
def order_pickups(stage: Stage) -> None:
    order = Order.objects.all()[0]
    line = order.products[0]
    ready = datetime(2026, 1, 2, 10, tzinfo=timezone.utc)
    made = OrderPickup.objects.create(
        order_id=order.id,
        pickup_method_id=1,
        ready_at=ready,
        pickup_items=[{"order_product_id": line.id, "quantity": 1}],
    )
    made.collected_at = ready.replace(hour=12)
    stage.session.commit()
    found = OrderPickup.objects.filter(order_id=order.id)
    assert [item.status for pickup in found for item in pickup.pickup_items] == ["COLLECTED"]
    made.delete()
