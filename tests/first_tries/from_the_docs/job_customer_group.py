import bcorm
from bcorm import Customer, CustomerGroup
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("hash", "token-0123456789", api_url=store.url)

group = CustomerGroup(name="Club")
old = Customer.objects.first()
old.group = group
session.add(group)
for first, last in [("Ada", "Lovelace"), ("Alan", "Turing")]:
    session.add(
        Customer(
            email=f"{first}@example.com".lower(), first_name=first, last_name=last, group=group
        )
    )
print(session.commit())
other = bcorm.connect("hash", "token-0123456789", api_url=store.url)
again = CustomerGroup.objects.using(other).get(name="Club")
members = Customer.objects.using(other).filter(customer_group_id=again.id)
assert {m.email for m in members} == {"ada@example.com", "alan@example.com", old.email}
print("ok", members.count())
