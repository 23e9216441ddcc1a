import bcorm
from bcorm import Customer, CustomerGroup
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)

group, created = CustomerGroup.objects.get_or_create(name="Wholesale")
grace = Customer(
    email="grace@example.com",
    first_name="Grace",
    last_name="Hopper",
    company="Compilers Inc",
    phone="512-555-0100",
    group=group,
    addresses=[
        {
            "first_name": "Grace",
            "last_name": "Hopper",
            "address1": "1 Navy Yard",
            "city": "Austin",
            "state_or_province": "Texas",
            "postal_code": "78701",
            "country_code": "US",
        }
    ],
)
session.add(grace)
report = session.commit()

check = bcorm.connect("store-hash", "access-token", api_url=store.url)
again = Customer.objects.using(check).get(email="grace@example.com")
assert (again.first_name, again.company, again.phone) == ("Grace", "Compilers Inc", "512-555-0100")
assert again.group.name == "Wholesale"
assert again.id in [
    c.id for c in CustomerGroup.objects.using(check).get(name="Wholesale").customers
]
(address,) = again.addresses
assert (address.address1, address.city, address.country_code) == ("1 Navy Yard", "Austin", "US")
print(f"created {again.email} in {again.group.name} (new group: {created}): {report}")
store.close()
