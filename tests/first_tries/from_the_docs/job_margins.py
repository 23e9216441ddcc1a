import bcorm
from bcorm import Brand, Product
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)

brand = Brand.objects.get(name="Northlight")
table = []
for product in brand.products.only("name", "price", "cost_price"):
    if not product.cost_price or not product.price:
        continue
    margin = (product.price - product.cost_price) / product.price * 100
    table.append((round(margin, 1), product.name, product.price, product.cost_price))
table.sort(reverse=True)
for margin, name, price, cost in table:
    print(f"{name:40} {price:>10} {cost:>10} {margin:>6} %")

bcorm.connect("store-hash", "access-token", api_url=store.url)
check = {
    product.name: round((product.price - product.cost_price) / product.price * 100, 1)
    for product in Product.objects.all()
    if product.brand is not None and product.brand.name == "Northlight" and product.cost_price
}
assert check and {name: margin for margin, name, _, _ in table} == check
margins = [row[0] for row in table]
assert margins == sorted(margins, reverse=True)
print(len(table), "products of", brand.name, "with a cost price")
store.close()
