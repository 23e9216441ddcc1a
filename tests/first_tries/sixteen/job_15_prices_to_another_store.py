from decimal import Decimal

import bcorm
from bcorm import F, Product, ProductVariant
from bcorm.emulator import Emulator

one, two = Emulator().start(), Emulator().start()
main = bcorm.connect("main", "token", api_url=one.url)
other = bcorm.connect("outlet", "token", api_url=two.url)

# other prices in the first store
Product.objects.using(main).filter(is_featured=True).update(price=F("price") + Decimal("1.11"))
variants = ProductVariant.objects.using(main).scan()
for variant in variants:
    if variant.price is not None:
        variant.price += Decimal("2.22")
main.commit()

changed = []
for model in (Product, ProductVariant):
    rows = model.objects.using(main).scan().values_list("sku", "price")
    prices = {sku: price for sku, price in rows if sku and price is not None}
    for item in model.objects.using(other).filter(sku__in=list(prices)):
        if item.price != prices[item.sku]:
            item.price = prices[item.sku]
            changed.append(item.sku)
report = other.commit()

a = bcorm.connect("main", "token", api_url=one.url)
b = bcorm.connect("outlet", "token", api_url=two.url)
for model in (Product, ProductVariant):
    first = {r.sku: r.price for r in model.objects.using(a).scan() if r.sku}
    second = {r.sku: r.price for r in model.objects.using(b).scan() if r.sku}
    assert first == second and len(first) > 100, model
assert len(changed) > 2 and not main.dirty
print(f"carried over {len(changed)} prices: {report}")
one.close()
two.close()
