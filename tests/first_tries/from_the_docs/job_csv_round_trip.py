import csv
from decimal import Decimal

import bcorm
from bcorm import Product
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)

columns = ["id", "sku", "name", "price", "brand", "image"]
with open("products.csv", "w", newline="") as file:
    writer = csv.writer(file)
    writer.writerow(columns)
    for product in Product.objects.include("images"):
        image = product.images.first()
        brand = product.brand.name if product.brand else ""
        url = image.url_standard if image else ""
        writer.writerow([product.id, product.sku, product.name, product.price, brand, url])
print(session.stats.requests, "requests to export")

with open("products.csv", newline="") as file:
    rows = list(csv.DictReader(file))
rows[0]["price"], rows[5]["price"] = "11.11", "22.22"
with open("products.csv", "w", newline="") as file:
    writer = csv.DictWriter(file, columns)
    writer.writeheader()
    writer.writerows(rows)

with open("products.csv", newline="") as file:
    wanted = {int(row["id"]): Decimal(row["price"]) for row in csv.DictReader(file)}
for product in Product.objects.filter(id__in=list(wanted)).only("price"):
    product.price = wanted[product.id]
print(session.dirty, session.plan())
report = session.commit()

bcorm.connect("store-hash", "access-token", api_url=store.url)
assert len(rows) == Product.objects.count() and len(report.saved) == 2
assert {p.id: p.price for p in Product.objects.all()} == wanted
assert sum(1 for row in rows if row["image"].startswith("http")) > 100
print(report, [item.id for item in report.saved])
store.close()
