"""Hide products that are out of stock, and show those that are back in stock."""

import bcorm
from bcorm import Product
from bcorm.emulator import Emulator

shop = Emulator().start()
session = bcorm.connect("any", "token", api_url=shop.url)

# one sells out, and one that was sold out and hidden comes back
first, second = Product.objects.filter(
    inventory_tracking="product", is_visible=True, inventory_level__gt=0
)[:2]
first.inventory_level = 0
second.is_visible = False
session.commit()

for product in Product.objects.exclude(inventory_tracking="none").scan():
    product.is_visible = product.inventory_level > 0
changed = len(session.dirty)
report = session.commit()

with bcorm.connect("any", "token", api_url=shop.url) as fresh:
    after = {p.id: p for p in Product.objects.using(fresh).all()}
    assert not after[first.id].is_visible and after[second.id].is_visible
    for p in after.values():
        if p.inventory_tracking != "none":
            assert p.is_visible == (p.inventory_level > 0), p
            if p.inventory_tracking == "variant":
                assert p.inventory_level == sum(v.inventory_level for v in p.variants), p
print(changed, "changed;", report)
shop.close()
