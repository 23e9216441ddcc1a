"""Add a wholesale customer with an address and a group."""

import bcorm
from bcorm import Customer, CustomerGroup

session = bcorm.connect()

group, _ = CustomerGroup.objects.get_or_create(name="Wholesale")
customer = Customer(
    email="ada@example.com",
    first_name="Ada",
    last_name="Lovelace",
    company="Engines Ltd",
    customer_group_id=group.id,
    addresses=[
        {
            "first_name": "Ada",
            "last_name": "Lovelace",
            "address1": "12 St James's Square",
            "city": "Austin",
            "state_or_province": "Texas",
            "postal_code": "78701",
            "country_code": "US",
        }
    ],
)
customer.save()
print(customer.id, customer.group.name)
