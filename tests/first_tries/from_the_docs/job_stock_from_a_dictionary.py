import bcorm
from bcorm import InventoryItem, Location, ProductVariant
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)

stock = {"WB-1002": 25, "SS-1003-CR-SM": 7, "FBM-1000": 12, "FBM-1000-CR": 4}
harbour = Location.objects.get(code="HARBOUR")
known = set(ProductVariant.objects.filter(sku__in=list(stock)).values_list("sku", flat=True))
unknown = set(stock) - known  # FBM-1000 is a product of several variants: no stock of its own
InventoryItem.adjust_absolute(
    [{"location_id": harbour.id, "sku": sku, "quantity": stock[sku]} for sku in sorted(known)]
)

bcorm.connect("store-hash", "access-token", api_url=store.url)
found = {}
for item in InventoryItem.objects.filter(sku__in=sorted(known)):
    for place in item.locations:
        print("  ", item.identity.sku, place.location_code, place.available_to_sell)
        if place.location_code == "HARBOUR":
            found[item.identity.sku] = place.available_to_sell
assert found == {sku: stock[sku] for sku in known}, found
print("job 11:", len(found), "stocks set at", harbour.code, "unknown:", unknown)
store.close()
