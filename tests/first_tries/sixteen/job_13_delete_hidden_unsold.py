import bcorm
from bcorm import Order, Product
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)
for n in range(2):  # so that there are some for certain
    session.add(Product(name=f"Flop {n}", type="physical", price=1, weight=1, is_visible=False))
session.commit()

before = {p.id: (p.is_visible, p.total_sold) for p in Product.objects.all()}
unsold = Product.objects.filter(is_visible=False, total_sold=0).scan()
gone = {product.id: product.name for product in unsold}
for product in unsold:
    session.delete(product)
print(session.plan())
report = session.commit()

check = bcorm.connect("store-hash", "access-token", api_url=store.url)
left = set(Product.objects.using(check).values_list("id", flat=True))
expected = {id for id, (visible, sold) in before.items() if not visible and sold == 0}
assert len(gone) >= 2 and set(gone) == expected and left == set(before) - expected
assert len(report.saved) == len(gone)
bought = {
    line.product_id
    for order in Order.objects.using(check).scan().include("products")
    for line in order.products
}
assert not bought & set(gone), bought & set(gone)
print(f"deleted {len(gone)} of {len(before)}: {list(gone.values())}")
store.close()
