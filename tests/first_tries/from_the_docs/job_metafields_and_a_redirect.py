import bcorm
from bcorm import Brand, Product, Redirect, Site
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("hash", "token-0123456789", api_url=store.url)

brand = Brand.objects.get(name="Northlight")
products = list(brand.products)
for product in products:
    product.metafields.new(
        namespace="shop", key="season", value="summer", permission_set="app_only"
    )
redirect = Redirect(
    from_path="/old-address/",
    site_id=Site.objects.first().id,
    to={"type": "product", "entity_id": products[0].id},
)
session.add(redirect)
print(session.commit())
other = bcorm.connect("hash", "token-0123456789", api_url=store.url)
for product in Product.objects.using(other).filter(brand_id=brand.id):
    assert product.metafields.get(key="season").value == "summer"
found = Redirect.objects.using(other).filter(keyword="old-address").first()
assert found.to.entity_id == products[0].id
print("ok", len(products))
