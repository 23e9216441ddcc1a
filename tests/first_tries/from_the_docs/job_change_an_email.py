import bcorm
from bcorm import Customer
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)

home = {
    "first_name": "Ada",
    "last_name": "Lovelace",
    "address1": "12 St James's Square",
    "city": "Austin",
    "state_or_province": "Texas",
    "postal_code": "78701",
    "country_code": "US",
}
Customer.objects.create(
    email="old@example.com", first_name="Ada", last_name="Lovelace", addresses=[home]
)

customer = Customer.objects.get(email="old@example.com")
customer.email = "new@example.com"
customer.addresses.new(
    **{**home, "address1": "1 Main St", "city": "Dallas", "postal_code": "75201"}
)
report = session.commit()

bcorm.connect("store-hash", "access-token", api_url=store.url)
assert not Customer.objects.filter(email="old@example.com").exists()
again = Customer.objects.get(email="new@example.com")
assert again.id == customer.id
assert sorted(address.city for address in again.addresses) == ["Austin", "Dallas"]
print(again.email, [address.city for address in again.addresses], report)
store.close()
