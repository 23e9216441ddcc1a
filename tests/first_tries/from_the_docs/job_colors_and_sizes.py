"""A T-shirt in two colors and three sizes, with a variant for each combination."""

import itertools

import bcorm
from bcorm import Product
from bcorm.emulator import Emulator

shop = Emulator().start()
session = bcorm.connect("any", "token", api_url=shop.url)

COLORS, SIZES = ["Red", "Blue"], ["S", "M", "L"]
shirt = Product(name="Plain T-Shirt", type="physical", sku="TS", price=20, weight=0.2)
session.add(shirt)
for name, labels in (("Color", COLORS), ("Size", SIZES)):
    shirt.options.new(
        display_name=name,
        type="rectangles",
        option_values=[{"label": label, "sort_order": n} for n, label in enumerate(labels)],
    )
for color, size in itertools.product(COLORS, SIZES):
    shirt.variants.new(
        sku=f"TS-{color}-{size}".upper(),
        option_values=[
            {"option_display_name": "Color", "label": color},
            {"option_display_name": "Size", "label": size},
        ],
    )
report = session.commit()

with bcorm.connect("any", "token", api_url=shop.url) as fresh:
    found = Product.objects.using(fresh).get(name="Plain T-Shirt")
    combos = {tuple(sorted(v.label for v in variant.option_values)) for variant in found.variants}
    assert combos == {tuple(sorted(c)) for c in itertools.product(COLORS, SIZES)}, combos
    assert found.variants.count() == 6 and found.options.count() == 2
    assert {o.display_name: [v.label for v in o.option_values] for o in found.options} == {
        "Color": COLORS,
        "Size": SIZES,
    }
    print(found.name, sorted(v.sku for v in found.variants), report)
shop.close()
