import bcorm
from bcorm import Category
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)

kitchen = Category.objects.get(name="Kitchen")
count = 0
for product in kitchen.products.include("custom_fields"):
    fields = [field for field in product.custom_fields if field.name == "Material"]
    if not fields:
        product.custom_fields.new(name="Material", value="Cotton")
    for number, field in enumerate(fields):
        if number == 0:
            field.value = "Cotton"
        else:
            session.delete(field)
    count += 1
print(session.commit())

bcorm.connect("store-hash", "access-token", api_url=store.url)
products = list(Category.objects.get(name="Kitchen").products.include("custom_fields"))
assert count == len(products) > 2
for product in products:
    values = [field.value for field in product.custom_fields if field.name == "Material"]
    assert values == ["Cotton"], (product, values)
print(count, "products are of cotton,", session.stats.requests, "requests")
store.close()
