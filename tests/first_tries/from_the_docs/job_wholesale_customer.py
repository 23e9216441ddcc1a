import bcorm
from bcorm import Customer, CustomerGroup
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)

group, created = CustomerGroup.objects.get_or_create(name="Wholesale")
customer = Customer(
    email="grace@example.com",
    first_name="Grace",
    last_name="Hopper",
    company="Compilers Inc",
    phone="555 0100",
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
session.add(customer)
report = session.commit()

bcorm.connect("store-hash", "access-token", api_url=store.url)
again = Customer.objects.get(email="grace@example.com")
assert again.group.name == "Wholesale" and again.company == "Compilers Inc"
assert [(a.address1, a.city, a.country_code) for a in again.addresses] == [
    ("1 Navy Yard", "Austin", "US")
]
assert again.id in [member.id for member in CustomerGroup.objects.get(name="Wholesale").customers]
print("job 9:", again.email, "in", again.group.name, len(again.addresses), "address,", report)
store.close()
