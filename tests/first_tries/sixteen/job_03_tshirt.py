import itertools
from decimal import Decimal

import bcorm
from bcorm import Product
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)

choices = {"Color": ["Black", "White"], "Size": ["S", "M", "L"]}
shirt = Product(name="Logo T-Shirt", type="physical", sku="LT", price=Decimal("24.50"), weight=0.2)
session.add(shirt)
for name, labels in choices.items():
    shirt.options.new(
        display_name=name, type="rectangles", option_values=[{"label": label} for label in labels]
    )
for color, size in itertools.product(*choices.values()):
    shirt.variants.new(
        sku=f"LT-{color}-{size}".upper(),
        option_values=[
            {"option_display_name": "Color", "label": color},
            {"option_display_name": "Size", "label": size},
        ],
    )
report = session.commit()

check = bcorm.connect("store-hash", "access-token", api_url=store.url)
again = Product.objects.using(check).get(sku="LT")
options = {o.display_name: [v.label for v in o.option_values] for o in again.options}
assert options == choices, options
variants = {
    v.sku: {o.option_display_name: o.label for o in v.option_values} for v in again.variants
}
assert variants == {
    f"LT-{c}-{s}".upper(): {"Color": c, "Size": s} for c, s in itertools.product(*choices.values())
}, variants
print(f"created {again.name} with variants {', '.join(variants)}: {report}")
store.close()
