import bcorm
from bcorm import Product
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)

product = Product.objects.get(sku="SS-1003")
twin = product.copy_as(name=f"{product.name} (copy)", sku="SS-COPY")
for number, variant in enumerate(twin.variants, 1):
    variant.sku = f"SS-COPY-{number}"
session.add(twin)
report = session.commit()

bcorm.connect("store-hash", "access-token", api_url=store.url)
old, new = Product.objects.get(sku="SS-1003"), Product.objects.get(sku="SS-COPY")
assert new.id != old.id and new.name == old.name + " (copy)"


def options(p):
    return {o.display_name: [v.label for v in o.option_values] for o in p.options}


def variants(p):
    return sorted((sorted(v.label for v in x.option_values), x.price) for x in p.variants)


assert options(new) == options(old) and options(old)
assert variants(new) == variants(old) and len(variants(old)) > 1
assert [i.description for i in new.images] == [i.description for i in old.images]
assert len(old.images) > 0
print("job 4:", new.name, new.variants.count(), "variants", len(new.images), "images,", report)
store.close()
