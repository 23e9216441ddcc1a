"""Raise the prices of all products of one brand by ten percent."""

from decimal import Decimal

import bcorm
from bcorm import Brand, Product
from bcorm.emulator import Emulator

shop = Emulator().start()
session = bcorm.connect("any", "token", api_url=shop.url)

brand = Brand.objects.get(name="Northlight")
before, variants_before = {}, {}
for product in brand.products.include("variants"):
    before[product.id] = product.price
    product.price = round(product.price * Decimal("1.1"), 2)
    for variant in product.variants:
        if variant.price is not None:  # a price of its own
            variants_before[variant.id] = variant.price
            variant.price = round(variant.price * Decimal("1.1"), 2)
report = session.commit()

with bcorm.connect("any", "token", api_url=shop.url) as fresh:
    after = {
        p.id: p
        for p in Product.objects.using(fresh)
        .filter(brand__in=Brand.objects.filter(name="Northlight"))
        .include("variants")
    }
    assert before and set(after) == set(before)
    for key, old in before.items():
        assert after[key].price == round(old * Decimal("1.1"), 2), key
        for v in after[key].variants:
            assert (v.price is None) == (v.id not in variants_before)
            if v.price is not None:
                assert v.price == round(variants_before[v.id] * Decimal("1.1"), 2), v.sku
print(len(before), "products,", len(variants_before), "variants;", report)
shop.close()
