"""A price list for wholesale: everything of one category twenty percent off."""

from decimal import Decimal

import bcorm
from bcorm import Category, CustomerGroup, PriceList, PriceRecord, Product
from bcorm.emulator import Emulator

shop = Emulator().start()
session = bcorm.connect("any", "token", api_url=shop.url)

kitchen = Category.objects.get(name="Kitchen")
group, _ = CustomerGroup.objects.get_or_create(name="Wholesale")
wholesale = PriceList.objects.create(name="Wholesale", active=True)
records = []
for product in kitchen.products.include("variants"):
    for variant in product.variants:
        price = variant.price if variant.price is not None else product.price
        records.append(
            PriceRecord(
                variant_id=variant.id, currency="USD", price=round(price * Decimal("0.8"), 2)
            )
        )
wholesale.upsert_records(records)
wholesale.upsert_assignment(customer_group_id=group.id, channel_id=1)

with bcorm.connect("any", "token", api_url=shop.url) as fresh:
    again = PriceList.objects.using(fresh).get(name="Wholesale")
    got = {r.variant_id: r.price for r in again.records}
    want = {}
    for p in Product.objects.using(fresh).all():
        if kitchen.id in p.categories:
            for v in p.variants:
                want[v.id] = round((p.price if v.price is None else v.price) * Decimal("0.8"), 2)
    assert want and got == want, (len(got), len(want))
    assert [(a.customer_group_id, a.channel_id) for a in again.assignments] == [(group.id, 1)]
    assert again.active
print(len(records), "records")
shop.close()
