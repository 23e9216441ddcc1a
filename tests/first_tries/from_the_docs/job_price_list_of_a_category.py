from decimal import Decimal

import bcorm
from bcorm import Category, CustomerGroup, PriceList, PriceRecord, Product
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)

prices = PriceList.objects.create(name="Wholesale prices", active=True)
kitchen = Category.objects.get(name="Kitchen")
records = []
for product in kitchen.products.include("variants"):
    for variant in product.variants:
        price = round((variant.price or product.price) * Decimal("0.8"), 2)
        records.append(PriceRecord(variant_id=variant.id, currency="USD", price=price))
prices.upsert_records(records)
group, _ = CustomerGroup.objects.get_or_create(name="Wholesale")
prices.upsert_assignment(customer_group_id=group.id, channel_id=1)

bcorm.connect("store-hash", "access-token", api_url=store.url)
again = PriceList.objects.get(name="Wholesale prices")
found = {record.variant_id: record.price for record in again.records}
expected = {
    variant.id: round((variant.price or product.price) * Decimal("0.8"), 2)
    for product in Product.objects.all().scan()
    if kitchen.id in product.categories
    for variant in product.variants
}
assert found and found == expected, (len(found), len(expected))
assert [a.customer_group_id for a in again.assignments] == [group.id]
print("job 10:", len(found), "prices for", group.name)
store.close()
