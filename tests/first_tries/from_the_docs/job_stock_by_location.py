"""Stock of every location, and move 2 units from one to another."""

import bcorm
from bcorm import InventoryItem, Location, ProductVariant
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("shop", "secret-token", api_url=store.url)

first, second = Location.objects.all()[:2]
item = next(
    item
    for item in InventoryItem.objects.all()
    if any(
        place.location_id == first.id and place.available_to_sell > 5 for place in item.locations
    )
)
variant = ProductVariant.objects.get(sku=item.identity.sku)
variant.adjust_inventory(-2, location_id=first.id)
variant.set_inventory(2, location_id=second.id)
for item in InventoryItem.objects.filter(sku=variant.sku):
    for place in item.locations:
        print(item.identity.sku, place.location_name, place.available_to_sell)
