import bcorm
from bcorm import Product
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)


def run():
    counted = Product.objects.exclude(inventory_tracking="none").scan()
    for product in counted.filter(is_visible=True, inventory_level=0):
        product.is_visible = False
        product.metafields.new(
            namespace="stock", key="hidden", value="sold out", permission_set="app_only"
        )
    for product in counted.filter(is_visible=False, inventory_level__gt=0):
        mark = product.metafields.filter(namespace="stock", key="hidden").first()
        if mark:  # only what we hid ourselves
            product.is_visible = True
            session.delete(mark)
    return session.commit()


first, second = Product.objects.filter(inventory_low=True, is_visible=True)[:2]
others = set(Product.objects.filter(is_visible=False).values_list("id", flat=True))
first.inventory_level = second.inventory_level = 0
session.commit()
print("  ", run())
hidden = set(Product.objects.filter(is_visible=False).values_list("id", flat=True)) - others
first.inventory_level = 9
session.commit()
print("  ", run())

bcorm.connect("store-hash", "access-token", api_url=store.url)
assert {first.id, second.id} <= hidden, hidden
now = set(Product.objects.filter(is_visible=False).values_list("id", flat=True))
assert now == others | (hidden - {first.id}), now
assert Product.objects.get(id=first.id).metafields.filter(namespace="stock").count() == 0
assert not Product.objects.exclude(inventory_tracking="none").filter(
    is_visible=True, inventory_level=0
)
print("job 14:", len(hidden), "hidden, one shown again")
store.close()
