import bcorm
import csv
from bcorm import InventoryItem, Location, ProductVariant
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("hash", "token-0123456789", api_url=store.url)

skus = list(ProductVariant.objects.values_list("sku", flat=True)[:3])
with open("stock.csv", "w", newline="") as file:
    csv.writer(file).writerows(
        [["sku", "quantity"], *[[sku, 11 + n] for n, sku in enumerate(skus)]]
    )

location = Location.objects.first()
with open("stock.csv", newline="") as file:
    stock = {row["sku"]: int(row["quantity"]) for row in csv.DictReader(file)}
InventoryItem.adjust_absolute(
    [{"location_id": location.id, "sku": sku, "quantity": level} for sku, level in stock.items()]
)
other = bcorm.connect("hash", "token-0123456789", api_url=store.url)
seen = {}
for item in InventoryItem.objects.using(other).filter(sku__in=list(stock)):
    for place in item.locations:
        if place.location_id == location.id:
            seen[item.identity.sku] = place.available_to_sell
assert seen == stock, (seen, stock)
print("ok", seen)
