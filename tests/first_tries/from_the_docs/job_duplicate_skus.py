"""SKUs that differ only in case or blanks, over products and variants."""

from collections import defaultdict

import bcorm
from bcorm import Product, ProductVariant
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("shop", "secret-token", api_url=store.url)

Product.objects.create(name="Twin", type="physical", price=1, weight=1, sku="wb-1002 ")
seen = defaultdict(list)
for sku, product_id in ProductVariant.objects.exclude(sku="").values_list("sku", "product_id"):
    seen[sku.strip().upper()].append(product_id)
for sku, ids in seen.items():
    if len(set(ids)) > 1:
        for product in Product.objects.in_bulk(set(ids)).values():
            print(sku, product.id, product.name)
assert any(len(set(ids)) > 1 for ids in seen.values())
