import bcorm
from bcorm import Order, Product
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)

bought = {line.product_id for order in Order.objects.all().scan() for line in order.products}
before = Product.objects.count()
dead = Product.objects.filter(is_visible=False, total_sold=0).scan()
keys = []
for product in dead:
    if product.id not in bought:
        keys.append(product.id)
        session.delete(product)
print("  ", session.plan())
report = session.commit()

bcorm.connect("store-hash", "access-token", api_url=store.url)
assert keys and Product.objects.count() == before - len(keys)
assert not Product.objects.filter(id__in=keys).exists()
left = [p.id for p in Product.objects.filter(is_visible=False) if p.total_sold == 0]
assert set(left) <= bought, left
print("job 13:", len(keys), "deleted,", report)
store.close()
