"""Make a coupon: 15 % off everything until the end of next month."""

from datetime import datetime, timedelta, timezone

import bcorm
from bcorm import Coupon

bcorm.connect()

coupon = Coupon.objects.create(
    name="Spring",
    code="SPRING15",
    type="percentage_discount",
    amount=15,
    enabled=True,
    applies_to={"entity": "categories", "ids": [0]},
    expires=datetime.now(timezone.utc) + timedelta(days=45),
)
print(coupon.id, Coupon.objects.filter(code="SPRING15").exists())
