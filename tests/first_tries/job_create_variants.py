"""Create a T-shirt in two colors and three sizes, with a variant of each."""

import itertools

import bcorm
from bcorm import Product

session = bcorm.connect()

shirt = Product.objects.create(name="Plain T-Shirt", type="physical", price=20, weight=0.2)
color = shirt.options.create(
    display_name="Color",
    type="dropdown",
    option_values=[{"label": "Red"}, {"label": "Blue"}],
)
size = shirt.options.create(
    display_name="Size",
    type="rectangles",
    option_values=[{"label": "S"}, {"label": "M"}, {"label": "L"}],
)
for c, s in itertools.product(color.option_values, size.option_values):
    shirt.variants.create(
        sku=f"TS-{c.label}-{s.label}".upper(),
        option_values=[
            {"id": c.id, "option_id": color.id},
            {"id": s.id, "option_id": size.id},
        ],
    )
print(shirt.variants.count(), "variants")
