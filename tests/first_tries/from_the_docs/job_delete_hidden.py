"""Delete the products that are hidden and that nobody has ever bought."""

import bcorm
from bcorm import Order, Product
from bcorm.emulator import Emulator

shop = Emulator().start()
session = bcorm.connect("any", "token", api_url=shop.url)

# a hidden one that nobody has bought, a hidden one that somebody has, a visible one that nobody has
never = Product.objects.create(
    name="Never bought", type="physical", price=5, weight=1, is_visible=False
)
shown = Product.objects.create(
    name="New, shown", type="physical", price=5, weight=1, is_visible=True
)
bought = Product.objects.filter(total_sold__gt=0, is_visible=True).first()
bought.is_visible = False
session.commit()
before = set(Product.objects.values_list("id", flat=True))

result = Product.objects.filter(is_visible=False, total_sold=0).delete()

with bcorm.connect("any", "token", api_url=shop.url) as fresh:
    after = {p.id: p for p in Product.objects.using(fresh).all()}
    gone = before - set(after)
    assert never.id in gone and bought.id in after and shown.id in after
    assert not [p for p in after.values() if not p.is_visible and not p.total_sold]
    sold = {
        line.product_id for order in Order.objects.using(fresh).all() for line in order.products
    }
    assert not gone & sold, gone & sold
print(result, len(gone), "gone")
shop.close()
