import bcorm
from decimal import Decimal
from bcorm import Brand, PriceList, PriceRecord
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("hash", "token-0123456789", api_url=store.url)

trade = PriceList.objects.create(name="Trade", active=True)
brand = Brand.objects.get(name="Northlight")
want = {}
for product in brand.products.include("variants"):
    for variant in product.variants:
        base = variant.price if variant.price is not None else product.price
        want[variant.id] = round(base * Decimal("0.8"), 2)
trade.upsert_records(
    [PriceRecord(variant_id=key, currency="usd", price=price) for key, price in want.items()]
)
other = bcorm.connect("hash", "token-0123456789", api_url=store.url)
again = PriceList.objects.using(other).get(name="Trade")
got = {record.variant_id: record.price for record in again.records}
assert got == want and got
print("ok", len(got), "records")
