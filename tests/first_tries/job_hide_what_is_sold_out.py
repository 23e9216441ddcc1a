"""Hide the products that are out of stock, and show those that are back."""

import bcorm
from bcorm import Product

session = bcorm.connect()

for product in Product.objects.filter(inventory_tracking="product"):
    product.is_visible = product.inventory_level > 0

report = session.commit()
print(len(report.saved), "products changed")
