from datetime import datetime, timedelta, timezone

import bcorm
from bcorm import Coupon
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)

now = datetime.now(timezone.utc)
months = now.year * 12 + (now.month - 1) + 2  # the first of the month after next
end = datetime(months // 12, months % 12 + 1, 1, tzinfo=timezone.utc) - timedelta(seconds=1)
Coupon.objects.create(
    name="15 percent off everything",
    code="ALL15",
    type="percentage_discount",
    amount=15,
    enabled=True,
    applies_to={"entity": "categories", "ids": [0]},
    expires=end,
)

bcorm.connect("store-hash", "access-token", api_url=store.url)
coupon = Coupon.objects.get(code="ALL15")
assert coupon.amount == 15 and coupon.type == "percentage_discount" and coupon.enabled
assert coupon.expires == end, (coupon.expires, end)
assert list(coupon.applies_to.ids) == [0] and coupon.applies_to.entity == "categories"
print("job 12:", coupon.code, coupon.amount, "percent until", coupon.expires)
store.close()
