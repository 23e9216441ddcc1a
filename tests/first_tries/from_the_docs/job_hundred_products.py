from decimal import Decimal

import bcorm
from bcorm import Brand, Category, Product
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)

rows = [
    {
        "name": f"Bulk article {number}",
        "price": Decimal("9.90") + number,
        "weight": Decimal("0.5"),
        "brand": ["Northlight", "Acme", "Bolt & Co"][number % 3],
        "category": ["Kitchen", "Anvils"][number % 2],
    }
    for number in range(100)
]

brands = {b.name: b for b in Brand.objects.filter(name__in={row["brand"] for row in rows})}
categories = {
    c.name: c for c in Category.objects.filter(name__in={row["category"] for row in rows})
}
for row in rows:
    brand = brands.setdefault(row["brand"], Brand(name=row["brand"]))
    category = categories.setdefault(row["category"], Category(name=row["category"], parent_id=0))
    product = Product(
        name=row["name"], type="physical", price=row["price"], weight=row["weight"], brand=brand
    )
    product.category_set.add(category)
    session.add(product)
report = session.commit()
requests = session.stats.requests

bcorm.connect("store-hash", "access-token", api_url=store.url)
found = {p.name: p for p in Product.objects.filter(name__startswith="Bulk article").scan()}
assert len(found) == 100
for row in rows:
    product = found[row["name"]]
    assert (product.price, product.weight) == (row["price"], row["weight"])
    assert product.brand.name == row["brand"]
    assert [category.name for category in product.category_set] == [row["category"]]
assert Brand.objects.filter(name="Acme").count() == 1
print(report, "-", requests, "requests")
store.close()
