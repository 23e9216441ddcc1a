import bcorm
from bcorm import Product, ProductMetafield
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)


def tidy():
    counted = Product.objects.filter(is_visible=True).exclude(inventory_tracking="none").scan()
    for product in counted.filter(inventory_level=0):
        product.is_visible = False
        product.metafields.new(
            namespace="stock", key="hidden", value="sold out", permission_set="app_only"
        )
    session.commit()
    marks = ProductMetafield.objects.filter(namespace="stock", key="hidden")
    mark_of = {mark.resource_id: mark for mark in marks}
    for product in Product.objects.filter(id__in=list(mark_of)):
        if product.inventory_level:
            product.is_visible = True
            session.delete(mark_of[product.id])
    session.commit()


def visible():
    fresh = bcorm.Client(bcorm.OAuthCredentials("store-hash", "access-token"), api_url=store.url)
    with fresh.session():
        return {p.id: p.is_visible for p in Product.objects.all()}


by_product = Product.objects.filter(inventory_tracking="product", is_visible=True).scan()
one, two = by_product.filter(inventory_level__gt=0)[:2]
start = visible()
levels = one.inventory_level
one.inventory_level = two.inventory_level = 0  # sold out
session.commit()
tidy()
sold_out = visible()
assert not sold_out[one.id] and not sold_out[two.id] and start[one.id] and start[two.id]
one.inventory_level = levels  # one comes back
session.commit()
tidy()
end = visible()
assert end[one.id] and not end[two.id]
assert {id for id in end if end[id] != sold_out[id]} == {one.id}
assert not any(end[id] for id in start if not start[id])  # hidden for other reasons
print(f"hidden {sum(start.values()) - sum(sold_out.values())}, then shown again: {one.name}")
store.close()
