"""Add a wholesale customer with an address and put her into a customer group."""

import bcorm
from bcorm import Customer, CustomerGroup
from bcorm.emulator import Emulator

shop = Emulator().start()
session = bcorm.connect("any", "token", api_url=shop.url)

group, _ = CustomerGroup.objects.get_or_create(name="Wholesale")
ada = Customer(
    email="ada@example.com",
    first_name="Ada",
    last_name="Lovelace",
    company="Engines Ltd",
    group=group,
)
ada.addresses.new(
    first_name="Ada",
    last_name="Lovelace",
    address1="12 St James's Square",
    city="Austin",
    state_or_province="Texas",
    postal_code="78701",
    country_code="US",
)
session.add(ada)
report = session.commit()

with bcorm.connect("any", "token", api_url=shop.url) as fresh:
    found = Customer.objects.using(fresh).get(email="ada@example.com")
    assert found.group.name == "Wholesale"
    assert found.company == "Engines Ltd"
    assert [(a.city, a.country_code, a.postal_code) for a in found.addresses] == [
        ("Austin", "US", "78701")
    ]
    assert found.id in [
        c.id for c in CustomerGroup.objects.using(fresh).get(name="Wholesale").customers
    ]
    print(found, found.group, report)
shop.close()
