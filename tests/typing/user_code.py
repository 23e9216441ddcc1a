"""What a user writes, for type checkers only: never imported, never run.

A line that ends in `# wrong` must be refused by mypy and by pyright, every other line accepted.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import bcorm
from bcorm import Brand, Category, Product, ProductOption
from bcorm.model import Resource, field, readonly
from bcorm.query.endpoint import Batch, Endpoint, PutRule

if TYPE_CHECKING:
    from typing_extensions import assert_type

    from bcorm import QuerySet, Session

session: Session = bcorm.connect(store_hash="abc123", access_token="token")

product = Product.objects.get(id=77)
assert_type(product, Product)
assert_type(product.price, Decimal)
assert_type(product.brand, "Brand | None")
assert_type(product.custom_url.url, str)
assert_type(session.get(Product, 77), Product)
assert_type(session.client.session(strict=True), "Session")
assert_type(Product.objects.filter(price__gte=10)[0], Product)
assert_type(Product.objects.first(), "Product | None")
assert_type(Product.objects.in_bulk([1, 2])[1], Product)
for option in product.options.filter(type="swatch").order_by("sort_order"):
    assert_type(option, ProductOption)
assert_type(
    product.options.filter(product_id=77, name__contains="Col").first(), "ProductOption | None"
)
assert_type(Category.objects.get(id=3).children.filter(name="Mugs")[0], Category)
product.images.exclude(is_thumbnail=True).order_by("sort_order").count()

product.price = Decimal("12.50")
product.custom_url.url = "/sale"
product.brand = Brand(name="Acme")
product.brand = None
session.add(Product(name="Mug", price=Decimal(3)))
Product.objects.filter(brand_id__in=[3, 7], is_visible=True, price__lt=20).include("images")
Product.objects.filter(brand=product.brand, custom_url__url__startswith="/sale").count()
Product.objects.exclude(name__icontains="mug").order_by("-id")[:10].explain()
report = session.commit(check=True)
print(report.saved, report.failed, report.unknown)


def cheapest(products: QuerySet[Product, ...]) -> Product | None:
    return products.order_by("price").first()


cheapest(Product.objects.all())


class Mine(Product, page_size=50):
    backorder_limit: int | None = field()


class Thing(Resource):
    id: int = readonly()
    name: str = field(required=True)

    endpoint = Endpoint(path="v3/things", verbs=("list", "get"), paging="cursor", sort="name")


Endpoint(path="v3/things", natural_key=("name",), update_batch=Batch(10, method="POST"))
Product.endpoint.but(page_size=50, verbs=("list",))

Product.objects.filter(pricee=3)  # wrong
Product.objects.filter(price__gte="ten")  # wrong
Product.objects.filter(price__contains=3)  # wrong
Product.objects.exclude(id__in=5)  # wrong
Product.objects.get(type="service")  # wrong
product.options.filter(typ="swatch")  # wrong
product.options.filter(id="seven")  # wrong
product.images.exclude(is_thumbnale=True)  # wrong
product.variants.get(skuu="MUG")  # wrong
product.options.objects  # wrong
product.objects.filter(id=3)  # wrong
Product(namee="Mug")  # wrong
Product(id=3)  # wrong
product.price = "12.50"  # wrong
product.pricee  # wrong
product.custom_url.link  # wrong
product.brand = product  # wrong
product.availability = "soon"  # wrong
session.commit(cheek=True)  # wrong
cheapest(Brand.objects.all())  # wrong
bcorm.Produkt  # wrong
Endpoint(pathh="v3/things")  # wrong
Endpoint(path="v3/things", verbs="lst gte")  # wrong
Endpoint(path="v3/things", verbs=("list", "gte"))  # wrong
Endpoint(path="v3/things", paging="curser")  # wrong
Endpoint(path="v3/things", sort_style="sufix")  # wrong
Endpoint(path="v3/things", update_method="PTU")  # wrong
Endpoint(path="v3/things", page_size="many")  # wrong
PutRule("refuze", ("name",), "a spec", "a reason")  # wrong
Batch(10, method="PTU")  # wrong
field(requird=True)  # wrong
field(format="isoo")  # wrong
Product.endpoint.but(pagesize=50)  # wrong


class Misnamed(Resource, pathh="v3/things"): ...  # wrong


class Misspelt(Resource, path="v3/things", paging="curser"): ...  # wrong


class Worse(Product, page_sizes=50): ...  # wrong
