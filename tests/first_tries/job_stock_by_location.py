"""Set the stock of some SKUs at one location, and print what is where."""

import bcorm
from bcorm import InventoryItem, Location, ProductVariant

session = bcorm.connect()

harbour = Location.objects.get(code="HARBOUR")
for variant in ProductVariant.objects.filter(sku__in=["WB-1002", "SS-1003-CR-SM"]):
    variant.set_inventory(25, location_id=harbour.id)

for item in InventoryItem.objects.filter(sku__in=["WB-1002", "SS-1003-CR-SM"]):
    for place in item.locations:
        print(item.identity.sku, place.location_code, place.available_to_sell)
