"""Orders of last month into a data frame, total by day."""

from datetime import datetime, timedelta, timezone

import bcorm
from bcorm import Order
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("shop", "secret-token", api_url=store.url)

since = datetime.now(timezone.utc) - timedelta(days=30)
orders = Order.objects.filter(date_created__gte=since).exclude(status_id=5)
frame = orders.to_pandas()
by_day = frame.groupby(frame["date_created"].dt.date)["total_inc_tax"].sum()
print(len(frame), "orders")
print(by_day.head())
assert len(frame) == orders.count() > 0
