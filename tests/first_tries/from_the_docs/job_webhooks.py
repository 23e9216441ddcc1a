"""Be told of orders and products, once."""

import bcorm
from bcorm import Webhook
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("shop", "secret-token", api_url=store.url)

WANTED = ["store/order/created", "store/order/statusUpdated", "store/product/updated"]
for scope in WANTED:
    hook, created = Webhook.objects.get_or_create(
        scope=scope,
        destination="https://app.example.com/hooks",
        defaults={"is_active": True, "headers": {"X-Secret": "abc"}},
    )
    print(scope, "new" if created else "there already")
for hook in Webhook.objects.filter(is_active=False):
    hook.is_active = True
session.commit()
assert Webhook.objects.count() == 3
