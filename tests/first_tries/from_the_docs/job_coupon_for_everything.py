"""A coupon: 15 % off everything until the end of next month."""

from datetime import datetime, timedelta, timezone

import bcorm
from bcorm import Coupon
from bcorm.emulator import Emulator

shop = Emulator().start()
session = bcorm.connect("any", "token", api_url=shop.url)

now = datetime.now(timezone.utc)
month = now.year * 12 + now.month - 1 + 2  # the month after next
end = datetime(month // 12, month % 12 + 1, 1, tzinfo=timezone.utc) - timedelta(seconds=1)
Coupon.objects.create(
    name="15 percent off everything",
    code="ALL15",
    type="percentage_discount",
    amount=15,
    enabled=True,
    applies_to={"entity": "categories", "ids": [0]},
    expires=end,
)

with bcorm.connect("any", "token", api_url=shop.url) as fresh:
    coupon = Coupon.objects.using(fresh).get(code="ALL15")
    assert coupon.amount == 15 and coupon.type == "percentage_discount" and coupon.enabled
    assert coupon.applies_to.entity == "categories" and list(coupon.applies_to.ids) == [0]
    assert coupon.expires == end, (coupon.expires, end)
    print(coupon.code, coupon.amount, coupon.expires)
shop.close()
