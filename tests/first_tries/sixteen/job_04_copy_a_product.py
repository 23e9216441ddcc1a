import bcorm
from bcorm import Product
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)

product = next(p for p in Product.objects.include("options", "variants") if len(p.options))
twin = product.copy_as(name=f"{product.name} II", sku="COPY-1")
for number, variant in enumerate(twin.variants, 1):
    variant.sku = f"COPY-1-{number}"
session.add(twin)
report = session.commit()

check = bcorm.connect("store-hash", "access-token", api_url=store.url)
old = Product.objects.using(check).get(id=product.id)
new = Product.objects.using(check).get(sku="COPY-1")


def options(p):
    return [(o.display_name, o.type, [v.label for v in o.option_values]) for o in p.options]


def variants(p):
    return [
        (v.price, v.weight, sorted((o.option_display_name, o.label) for o in v.option_values))
        for v in p.variants
    ]


assert new.id != old.id and new.name == f"{old.name} II" and old.sku != "COPY-1"
assert (new.price, new.weight, new.brand_id, sorted(new.categories), new.description) == (
    old.price,
    old.weight,
    old.brand_id,
    sorted(old.categories),
    old.description,
)
assert options(new) == options(old) and options(new), (options(new), options(old))
assert variants(new) == variants(old), (variants(new), variants(old))
assert [v.sku for v in new.variants] == [f"COPY-1-{n}" for n in range(1, len(old.variants) + 1)]
assert len(new.images) == len(old.images)
print(f"copied {old.name} to {new.name} with {len(new.variants)} variants: {report}")
store.close()
