"""The tree of categories with the number of products in each."""

from collections import defaultdict

import bcorm
from bcorm import Category, Product
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("shop", "secret-token", api_url=store.url)

counts = defaultdict(int)
for ids in Product.objects.values_list("categories", flat=True):
    for key in ids:
        counts[key] += 1


def show(category, level=0):
    print("  " * level + f"{category.name} ({counts[category.id]})")
    for child in category.children.all().order_by("sort_order"):
        show(child, level + 1)


for root in Category.objects.filter(parent=None):
    show(root)
print(session.stats.requests, "requests")
