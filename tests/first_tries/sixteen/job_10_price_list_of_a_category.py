from decimal import Decimal

import bcorm
from bcorm import Category, PriceList, PriceRecord
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)

category = next(c for c in Category.objects.all() if len(c.products))
prices = PriceList.objects.create(name="Twenty off", active=True)
records = []
for product in category.products.include("variants"):
    for variant in product.variants:
        price = round((variant.price or product.price) * Decimal("0.8"), 2)
        records.append(PriceRecord(variant_id=variant.id, currency="USD", price=price))
prices.upsert_records(records)

check = bcorm.connect("store-hash", "access-token", api_url=store.url)
again = PriceList.objects.using(check).get(name="Twenty off")
assert again.active
found = {record.variant_id: (record.currency, record.price) for record in again.records}
wanted = {}
for product in Category.objects.using(check).get(id=category.id).products.include("variants"):
    for variant in product.variants:
        full = product.price if variant.price is None else variant.price
        wanted[variant.id] = ("usd", round(full * Decimal("0.8"), 2))
assert wanted and found == wanted, (found, wanted)
print(f"price list {again.name}: {len(found)} records for {category.name}")
store.close()
