from decimal import Decimal

import bcorm
from bcorm import CustomerGroup, PriceList, PriceRecord, Product
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)

variants = list(Product.objects.get(sku="SS-1003").variants)[:3]
prices = PriceList.objects.create(name="Europe", active=True)
amounts = [Decimal("39.90"), Decimal("44.90"), Decimal("49.90")]
prices.upsert_records(
    [
        PriceRecord(variant_id=variant.id, currency="EUR", price=amount)
        for variant, amount in zip(variants, amounts)
    ]
)
group, _ = CustomerGroup.objects.get_or_create(name="European dealers")
prices.upsert_assignment(customer_group_id=group.id, channel_id=1)

bcorm.connect("store-hash", "access-token", api_url=store.url)
again = PriceList.objects.get(name="Europe")
record = again.records.get(variant_id=variants[1].id, currency="EUR")
assert record.price == Decimal("44.90")
assert again.records.count() == 3
assert [a.customer_group_id for a in again.assignments] == [group.id]
print("variant", variants[1].sku, "costs", record.price, record.currency, "in", again.name)
store.close()
