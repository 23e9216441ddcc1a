"""Delete the products that nobody has ever bought and that are hidden."""

import bcorm
from bcorm import Product

session = bcorm.connect()

unsold = Product.objects.filter(total_sold=0, is_visible=False)
print(unsold.count(), "will be deleted")
for product in unsold:
    session.delete(product)
print(session.plan())
session.commit()
