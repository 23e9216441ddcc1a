"""A personal coupon for each customer who bought something."""

import secrets
from datetime import datetime, timedelta, timezone

import bcorm
from bcorm import Coupon, Customer
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("shop", "secret-token", api_url=store.url)

expires = datetime.now(timezone.utc) + timedelta(days=30)
codes = {}
for customer in Customer.objects.all()[:10]:
    if not customer.orders.exists():
        continue
    code = f"THANKS-{customer.id}-{secrets.token_hex(3).upper()}"
    session.add(
        Coupon(
            name=f"Thank you {customer.first_name} ({customer.id})",
            code=code,
            type="percentage_discount",
            amount=10,
            enabled=True,
            max_uses=1,
            max_uses_per_customer=1,
            expires=expires,
            applies_to={"entity": "categories", "ids": [0]},
        )
    )
    codes[customer.email] = code
report = session.commit()
print(report)
assert Coupon.objects.filter(code__in=list(codes.values())).count() == len(codes) > 0
