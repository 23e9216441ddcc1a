import bcorm
from bcorm import Product, Q
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)

first, second = Product.objects.filter(id__in=[90, 91])  # the sample shop gets something to do
first.name = "Colour pencils, one colour each"
second.description = "<p>In a colour of your choice. Colours may vary.</p>"
session.commit()

wrong = Product.objects.filter(
    Q(name__icontains="colour") | Q(description__icontains="colour")
).scan()
for product in wrong:
    for field in ("name", "description"):
        text = getattr(product, field)
        setattr(product, field, text.replace("colour", "color").replace("Colour", "Color"))
for request in session.plan():
    print(request)

fresh = bcorm.connect("store-hash", "access-token", api_url=store.url)
assert Product.objects.get(id=90).name == "Colour pencils, one colour each"  # nothing sent yet
report = session.commit()

bcorm.connect("store-hash", "access-token", api_url=store.url)
assert Product.objects.get(id=90).name == "Color pencils, one color each"
assert (
    Product.objects.get(id=91).description == "<p>In a color of your choice. Colors may vary.</p>"
)
for product in Product.objects.all():
    assert "colour" not in f"{product.name} {product.description}".lower()
print(report)
store.close()
