import bcorm
from bcorm import Category, F, ProductVariant
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)

kitchen = Category.objects.get(name="Kitchen")
keys = []
for product in kitchen.products.include("variants"):
    for variant in product.variants:
        variant.inventory_warning_level = 8
        keys.append(variant.id)
report = session.commit()

low = ProductVariant.objects.filter(inventory_level__lt=F("inventory_warning_level")).scan()
listed = {variant.id: (variant.sku, variant.inventory_level) for variant in low}

bcorm.connect("store-hash", "access-token", api_url=store.url)
everything = {variant.id: variant for variant in ProductVariant.objects.all()}
assert keys
assert all(everything[key].inventory_warning_level == 8 for key in keys)
assert set(listed) == {
    v.id for v in everything.values() if v.inventory_level < v.inventory_warning_level
}
print(len(keys), "levels set,", len(listed), "variants are low:", list(listed.values())[:5], report)
store.close()
