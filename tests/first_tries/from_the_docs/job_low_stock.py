import bcorm
from bcorm import F, ProductVariant
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("hash", "token-0123456789", api_url=store.url)

low = ProductVariant.objects.filter(inventory_level__lte=F("inventory_warning_level")).scan()
low = [variant for variant in low if variant.product.inventory_tracking == "variant"]
for variant in low:
    print(
        variant.sku, variant.inventory_level, variant.inventory_warning_level, variant.product.name
    )
print(len(low), "variants", session.stats.requests, "requests")
other = bcorm.connect("hash", "token-0123456789", api_url=store.url)
want = set()
for variant in ProductVariant.objects.using(other).all():
    if (
        variant.product.inventory_tracking == "variant"
        and variant.inventory_level <= variant.inventory_warning_level
    ):
        want.add(variant.id)
assert want == {variant.id for variant in low}
print("ok", len(want))
