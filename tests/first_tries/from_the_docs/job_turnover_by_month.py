from collections import defaultdict
from datetime import datetime, timezone
from decimal import Decimal

import bcorm
from bcorm import Order
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)

year = datetime.now(timezone.utc).year
orders = Order.objects.filter(date_created__year=year).exclude(status_id__in=[0, 4, 5, 6])
report = defaultdict(Decimal)
for order in orders.only("date_created", "channel_id", "currency_code", "total_inc_tax"):
    key = (order.date_created.month, order.channel_id, order.currency_code)
    report[key] += order.total_inc_tax
report = dict(report)

bcorm.connect("store-hash", "access-token", api_url=store.url)
check = defaultdict(Decimal)
for order in Order.objects.all():
    if order.date_created.year == year and order.status_id not in (0, 4, 5, 6):
        key = (order.date_created.month, order.channel_id, order.currency_code)
        check[key] += order.total_inc_tax
assert report and report == dict(check), (report, dict(check))
print({key: str(value) for key, value in sorted(report.items())})
store.close()
