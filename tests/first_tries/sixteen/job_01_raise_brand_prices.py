from decimal import Decimal

import bcorm
from bcorm import Brand
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)


def up(price):
    return round(price * Decimal("1.1"), 2)


brand = next(brand for brand in Brand.objects.all() if len(brand.products))
expected, variants = {}, {}
for product in brand.products.include("variants"):
    product.price = expected[product.id] = up(product.price)
    if product.sale_price:
        product.sale_price = up(product.sale_price)
    for variant in product.variants:
        if variant.price is not None:
            variant.price = variants[variant.id] = up(variant.price)
print(session.plan())
report = session.commit()

check = bcorm.connect("store-hash", "access-token", api_url=store.url)
again = Brand.objects.using(check).get(id=brand.id)
found = list(again.products.include("variants"))
assert expected and {product.id: product.price for product in found} == expected
own = {v.id: v.price for p in found for v in p.variants if v.price is not None}
assert own == variants, (own, variants)
print(f"raised {len(expected)} products and {len(variants)} variants of {brand.name}: {report}")
store.close()
