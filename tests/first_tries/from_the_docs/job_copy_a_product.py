"""Copy a product with options, variants and images under another name."""

import bcorm
from bcorm import Product
from bcorm.emulator import Emulator

shop = Emulator().start()
session = bcorm.connect("any", "token", api_url=shop.url)

product = next(
    p
    for p in Product.objects.include("options", "variants", "images")
    if len(p.options) > 1 and len(p.variants) > 2 and len(p.images) > 1
)
twin = product.copy_as(name=f"{product.name} II", sku=f"{product.sku}-II")
for old, variant in zip(product.variants, twin.variants):  # the copies have no SKU
    variant.sku = f"{old.sku}-II"
session.add(twin)
report = session.commit()


def shape(p):
    return (
        {o.display_name: [v.label for v in o.option_values] for o in p.options},
        sorted(
            tuple(sorted((v.option_display_name, v.label) for v in x.option_values))
            for x in p.variants
        ),
        [(i.description, i.is_thumbnail) for i in p.images.order_by("sort_order")],
        p.price,
        p.brand_id,
        sorted(p.categories),
    )


with bcorm.connect("any", "token", api_url=shop.url) as fresh:
    one = Product.objects.using(fresh).get(product.id)
    two = Product.objects.using(fresh).get(name=f"{product.name} II")
    assert one.id != two.id and shape(one) == shape(two), (shape(one), shape(two))

    def skus(p):
        return {
            tuple(sorted((c.option_display_name, c.label) for c in v.option_values)): v.sku
            for v in p.variants
        }

    assert {key: f"{sku}-II" for key, sku in skus(one).items()} == skus(two)
    print(one, "->", two, len(two.variants), "variants", len(two.images), "images;", report)
shop.close()
