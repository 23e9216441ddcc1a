"""A metafield on every variant of a category."""

import bcorm
from bcorm import Category
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("shop", "secret-token", api_url=store.url)

category = Category.objects.filter(name="Kitchen").first()
n = 0
for product in category.products.prefetch_related("variants")[:10]:
    for variant in product.variants.all():
        variant.metafields.new(
            namespace="warehouse", key="bin", value=f"A-{variant.id}", permission_set="app_only"
        )
        n += 1
report = session.commit()
print(report)
assert len(report.saved) == n > 0
