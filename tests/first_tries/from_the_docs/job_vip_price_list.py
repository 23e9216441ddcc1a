"""Ten percent off everything of two brands, for VIPs."""

from decimal import Decimal

import bcorm
from bcorm import Brand, Customer, CustomerGroup, PriceList
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("shop", "secret-token", api_url=store.url)

vips, created = CustomerGroup.objects.get_or_create(name="VIP")
vip_prices = PriceList.objects.create(name="VIP prices", active=True)
brands = Brand.objects.all()[:2]
records = []
for brand in brands:
    for product in brand.products.prefetch_related("variants"):
        for variant in product.variants.all():
            price = variant.price or product.price
            records.append(
                {
                    "variant_id": variant.id,
                    "currency": "usd",
                    "price": round(price * Decimal("0.9"), 2),
                }
            )
vip_prices.upsert_records(records)
vip_prices.upsert_assignment(customer_group_id=vips.id, channel_id=1)
for customer in Customer.objects.all()[:3]:
    customer.group = vips
session.commit()
print(
    vip_prices.records.count(),
    "prices;",
    vips.customers.count()
    if hasattr(vips, "customers")
    else Customer.objects.filter(group=vips).count(),
    "VIPs",
)
