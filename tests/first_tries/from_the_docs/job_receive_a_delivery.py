import csv
from pathlib import Path

import bcorm
from bcorm import InventoryItem, Location
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)

Path("delivery.csv").write_text("SKU,quantity\nWB-1002,12\nSS-1003-CR-SM,5\n")
harbour = Location.objects.get(code="HARBOUR")
# what the harbour had before the delivery
InventoryItem.adjust_absolute(
    [
        {"location_id": harbour.id, "sku": "WB-1002", "quantity": 25},
        {"location_id": harbour.id, "sku": "SS-1003-CR-SM", "quantity": 3},
    ]
)

with open("delivery.csv", newline="") as file:
    rows = [
        {"location_id": harbour.id, "sku": row["SKU"], "quantity": int(row["quantity"])}
        for row in csv.DictReader(file)
    ]
InventoryItem.adjust_relative(rows, reason="delivery")

bcorm.connect("store-hash", "access-token", api_url=store.url)
stock = {}
for item in InventoryItem.objects.filter(sku__in=["WB-1002", "SS-1003-CR-SM"]):
    for place in item.locations:
        if place.location_code == "HARBOUR":
            stock[item.identity.sku] = place.total_inventory_onhand
assert stock == {"WB-1002": 37, "SS-1003-CR-SM": 8}, stock
print(stock)
store.close()
