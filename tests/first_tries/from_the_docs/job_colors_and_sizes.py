import itertools

import bcorm
from bcorm import Product
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)

colors, sizes = ["Red", "Blue"], ["S", "M", "L"]
shirt = Product(name="Logo T-Shirt", type="physical", price=20, weight=0.2)
session.add(shirt)
for name, labels in {"Color": colors, "Size": sizes}.items():
    shirt.options.new(
        display_name=name, type="rectangles", option_values=[{"label": label} for label in labels]
    )
for color, size in itertools.product(colors, sizes):
    shirt.variants.new(
        sku=f"LTS-{color}-{size}".upper(),
        option_values=[
            {"option_display_name": "Color", "label": color},
            {"option_display_name": "Size", "label": size},
        ],
    )
report = session.commit()

bcorm.connect("store-hash", "access-token", api_url=store.url)
again = Product.objects.get(name="Logo T-Shirt")
found = {
    tuple(
        value.label for value in sorted(variant.option_values, key=lambda v: v.option_display_name)
    )
    for variant in again.variants
}
assert again.variants.count() == 6
assert found == set(itertools.product(colors, sizes)), found
assert {option.display_name for option in again.options} == {"Color", "Size"}
print("job 3:", again.name, sorted(v.sku for v in again.variants), report)
store.close()
