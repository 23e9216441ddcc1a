"""Make a price list for wholesale: everything of a category, twenty percent off."""

from decimal import Decimal

import bcorm
from bcorm import Category, PriceList, PriceRecord, Product

session = bcorm.connect()

price_list = PriceList.objects.create(name="Wholesale", active=True)
category = Category.objects.get(name="Kitchen")
records = []
for product in Product.objects.filter(categories=category.id).include("variants"):
    for variant in product.variants:
        price = variant.price or product.price
        records.append(
            PriceRecord(
                variant_id=variant.id,
                currency="USD",
                price=round(price * Decimal("0.8"), 2),
            )
        )
price_list.upsert_records(records)
print(price_list.records.count(), "prices")
