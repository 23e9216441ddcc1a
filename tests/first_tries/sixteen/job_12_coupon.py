from datetime import datetime, timedelta, timezone

import bcorm
from bcorm import Coupon
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)

now = datetime.now(timezone.utc)
month = now.year * 12 + now.month - 1 + 2  # the month after the next
end = datetime(month // 12, month % 12 + 1, 1, tzinfo=timezone.utc) - timedelta(seconds=1)
coupon = Coupon.objects.create(
    name="Fifteen off",
    code="FIFTEEN",
    type="percentage_discount",
    amount=15,
    enabled=True,
    applies_to={"entity": "categories", "ids": [0]},
    expires=end,
)

check = bcorm.connect("store-hash", "access-token", api_url=store.url)
again = Coupon.objects.using(check).get(code="FIFTEEN")
assert again.id == coupon.id and again.name == "Fifteen off" and again.enabled
assert again.type == "percentage_discount" and again.amount == 15
assert again.expires == end, (again.expires, end)
assert again.expires.day in (28, 29, 30, 31) and (again.expires + timedelta(seconds=1)).day == 1
assert again.applies_to.entity == "categories" and list(again.applies_to.ids) == [0]
print(f"created {again.code}: {again.amount} % until {again.expires}")
store.close()
