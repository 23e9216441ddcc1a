"""Set the stock of some SKUs at one location from a dict, and print what is where."""

import bcorm
from bcorm import InventoryItem, Location
from bcorm.emulator import Emulator

shop = Emulator().start()
session = bcorm.connect("any", "token", api_url=shop.url)

stock = {"WB-1002": 25, "SS-1003-CR-SM": 7, "SDL-1001": 0}
harbour = Location.objects.get(code="HARBOUR")
InventoryItem.adjust_absolute(
    [{"location_id": harbour.id, "sku": sku, "quantity": n} for sku, n in stock.items()]
)
for item in InventoryItem.objects.filter(sku__in=list(stock)):
    for place in item.locations:
        print(
            item.identity.sku,
            place.location_code,
            place.total_inventory_onhand,
            place.available_to_sell,
        )

with bcorm.connect("any", "token", api_url=shop.url) as fresh:
    got = {
        item.identity.sku: place.total_inventory_onhand
        for item in InventoryItem.objects.using(fresh).filter(sku__in=list(stock))
        for place in item.locations
        if place.location_code == "HARBOUR"
    }
    assert got == stock, got
print("set", len(got))
shop.close()
