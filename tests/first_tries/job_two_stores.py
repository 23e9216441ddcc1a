"""Bring the prices of one store into another, by SKU."""

import os

import bcorm
from bcorm import Product

source = bcorm.connect("source", "token", api_url=os.environ["BIGCOMMERCE_API_URL"])
target = bcorm.connect("target", "token", api_url=os.environ["OTHER_API_URL"])

prices = dict(Product.objects.using(source).values_list("sku", "price"))
for product in Product.objects.using(target).filter(sku__in=list(prices)):
    product.price = prices[product.sku]
report = target.commit()
print(report)
