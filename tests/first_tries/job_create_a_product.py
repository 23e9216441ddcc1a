"""Create a product with its brand, a category and two pictures."""

from decimal import Decimal

import bcorm
from bcorm import Brand, Category, Product

session = bcorm.connect()

brand, _ = Brand.objects.get_or_create(name="Acme")
category, created = Category.objects.get_or_create(name="Anvils", parent_id=0)

product = Product(
    name="Anvil",
    type="physical",
    sku="ANV-1",
    price=Decimal("99.00"),
    weight=20,
    brand=brand,
    categories=[category.id],
)
product.images.new(image_url="https://example.com/anvil.jpg", is_thumbnail=True)
product.images.new(image_url="https://example.com/anvil-2.jpg")
session.add(product)
session.commit()
print(product.id)
