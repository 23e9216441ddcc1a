import bcorm
from bcorm import Product, Redirect, Site
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)

site = Site.objects.first()
shown = Product.objects.filter(is_visible=True).first()
hidden = Product.objects.filter(is_visible=False)[:2]
for number, product in enumerate([shown, *hidden]):
    Redirect.objects.create(
        from_path=f"/old-{number}/",
        site_id=site.id,
        to={"type": "product", "entity_id": product.id},
    )
Redirect.objects.create(from_path="/news/", site_id=site.id, to={"type": "url", "url": "/blog/"})

visible = set(Product.objects.filter(is_visible=True).values_list("id", flat=True))
for redirect in Redirect.objects.all():
    if redirect.to.type == "product" and redirect.to.entity_id not in visible:
        session.delete(redirect)
print(session.plan())
report = session.commit()

bcorm.connect("store-hash", "access-token", api_url=store.url)
left = {redirect.from_path for redirect in Redirect.objects.all()}
assert {"/old-0/", "/news/"} <= left
assert not {"/old-1/", "/old-2/"} & left
for redirect in Redirect.objects.all():
    if redirect.to.type == "product":
        assert Product.objects.get(id=redirect.to.entity_id).is_visible
print(report, "left:", sorted(left))
store.close()
