"""A new size for a product that comes in sizes, and its variants."""

import bcorm
from bcorm import Product
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("shop", "secret-token", api_url=store.url)

shirt = Product.objects.create(name="Tee", type="physical", price=15, weight=1)
shirt.options.create(
    display_name="Size", type="dropdown", option_values=[{"label": "S"}, {"label": "M"}]
)
for size in "SM":
    shirt.variants.create(
        sku=f"TEE-{size}", option_values=[{"option_display_name": "Size", "label": size}]
    )

size = shirt.options.get(display_name="Size")
xl = size.option_values.create(label="XL", sort_order=3)
shirt.variants.create(sku="TEE-XL", price=17, option_values=[{"option_id": size.id, "id": xl.id}])
print([variant.sku for variant in shirt.variants.all()])
assert shirt.variants.count() == 3
