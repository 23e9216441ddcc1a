"""Bring the prices of one store into another store, by SKU."""

from decimal import Decimal

import bcorm
from bcorm import Product, ProductVariant
from bcorm.emulator import Emulator

shop, outlet = Emulator().start(), Emulator().start()
main = bcorm.connect("main", "token", api_url=shop.url)
other = bcorm.connect("outlet", "token", api_url=outlet.url)

# the main store has new prices
for product in Product.objects.using(main).all():
    product.price += Decimal("1.25")
for variant in ProductVariant.objects.using(main).all():
    if variant.price is not None:
        variant.price += Decimal("0.75")
main.commit()

prices = dict(Product.objects.using(main).values_list("sku", "price"))
for product in Product.objects.using(other).all():
    if product.sku in prices:
        product.price = prices[product.sku]
variant_prices = dict(ProductVariant.objects.using(main).values_list("sku", "price"))
for variant in ProductVariant.objects.using(other).all():
    if variant.sku in variant_prices:
        variant.price = variant_prices[variant.sku]
report = other.commit()


def read(url, name):
    with bcorm.connect(name, "token", api_url=url) as fresh:
        return (
            dict(Product.objects.using(fresh).values_list("sku", "price")),
            dict(ProductVariant.objects.using(fresh).values_list("sku", "price")),
        )


assert read(shop.url, "main") == read(outlet.url, "outlet")
assert len(prices) == 220 and min(prices.values()) > 1
assert not main.dirty
print(len(prices), "products", len(variant_prices), "variants;", report)
shop.close()
outlet.close()
