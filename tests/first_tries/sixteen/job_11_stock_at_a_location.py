import bcorm
from bcorm import InventoryItem, Location, Product, ProductVariant
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)

location = Location.objects.all()[1]
simple = [p.sku for p in Product.objects.filter(inventory_tracking="product").scan() if p.sku][:3]
counted = list(Product.objects.filter(inventory_tracking="variant").scan())
skus = [v.sku for v in ProductVariant.objects.filter(product__in=counted).scan() if v.sku][:3]
stock = {sku: number for number, sku in enumerate([*simple, *skus], 11)}

before = {
    (item.identity.sku, place.location_id): place.available_to_sell
    for item in InventoryItem.objects.filter(sku__in=list(stock))
    for place in item.locations
}
InventoryItem.adjust_absolute(
    [{"location_id": location.id, "sku": sku, "quantity": n} for sku, n in stock.items()]
)

check = bcorm.connect("store-hash", "access-token", api_url=store.url)
after = {
    (item.identity.sku, place.location_id): place.available_to_sell
    for item in InventoryItem.objects.using(check).filter(sku__in=list(stock))
    for place in item.locations
}
assert len(stock) == 6
for sku, number in stock.items():
    assert after[sku, location.id] == number, (sku, after)
for key, number in before.items():
    if key[1] != location.id:
        assert after[key] == number, (key, number, after[key])
print(f"set {stock} at {location.code}")
store.close()
