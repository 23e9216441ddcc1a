import bcorm
from bcorm import Category, Coupon
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("hash", "token-0123456789", api_url=store.url)

category = Category.objects.get(name="Kitchen")
coupon = Coupon.objects.create(
    name="Kitchen ten",
    code="KITCHEN10",
    type="percentage_discount",
    amount=10,
    max_uses=100,
    enabled=True,
    applies_to={"entity": "categories", "ids": [category.id]},
)
other = bcorm.connect("hash", "token-0123456789", api_url=store.url)
again = Coupon.objects.using(other).get(code="KITCHEN10")
assert again.amount == 10 and again.max_uses == 100
assert again.applies_to.entity == "categories" and again.applies_to.ids == [category.id]
print("ok", again)
