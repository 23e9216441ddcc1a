import bcorm
from decimal import Decimal
from bcorm import Product
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("hash", "token-0123456789", api_url=store.url)

shirt = Product(
    name="Test Shirt", type="physical", sku="TSH", price=Decimal(20), weight=Decimal("0.3")
)
for name, labels in {"Size": ["S", "M"], "Color": ["Red", "Blue"]}.items():
    shirt.options.new(
        display_name=name, type="dropdown", option_values=[{"label": l} for l in labels]
    )
prices = {}
for n, (size, color) in enumerate([("S", "Red"), ("S", "Blue"), ("M", "Red"), ("M", "Blue")]):
    sku = f"TSH-{size}-{color}"
    prices[sku] = Decimal(20 + n)
    shirt.variants.new(
        sku=sku,
        price=prices[sku],
        option_values=[
            {"option_display_name": "Size", "label": size},
            {"option_display_name": "Color", "label": color},
        ],
    )
shirt.images.new(image_url="https://example.com/shirt.jpg", is_thumbnail=True)
session.add(shirt)
print(session.commit())
other = bcorm.connect("hash", "token-0123456789", api_url=store.url)
again = Product.objects.using(other).get(sku="TSH")
assert {v.sku: v.price for v in again.variants} == prices
assert again.images.count() == 1
assert {o.display_name for o in again.options} == {"Size", "Color"}
print("ok", again)
