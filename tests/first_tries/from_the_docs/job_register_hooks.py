import bcorm
from bcorm import Webhook
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)

OLD, NEW = "https://old.example.com/hooks", "https://app.example.com/hooks"
session.add(Webhook(scope="store/order/created", destination=OLD, is_active=True))
for scope in ["store/order/*", "store/product/inventory/*", "store/sku/inventory/*"]:
    session.add(Webhook(scope=scope, destination=NEW, is_active=True))
session.commit()

for hook in Webhook.objects.all():
    print(hook.id, hook.scope, hook.destination, hook.is_active)

orders = Webhook.objects.get(scope="store/order/*")
orders.is_active = False
session.commit()
Webhook.objects.filter(destination=OLD).delete()

bcorm.connect("store-hash", "access-token", api_url=store.url)
hooks = {hook.scope: hook for hook in Webhook.objects.all()}
assert set(hooks) == {"store/order/*", "store/product/inventory/*", "store/sku/inventory/*"}
assert hooks["store/order/*"].is_active is False
assert hooks["store/sku/inventory/*"].is_active is True
assert all(hook.destination == NEW for hook in hooks.values())
print(len(hooks), "hooks,", [scope for scope in hooks if not hooks[scope].is_active], "is off")
store.close()
