"""What a user writes, for type checkers only: never imported, never run.

A line that ends in `# wrong` must be refused by mypy and by pyright, every other line accepted.
"""

from __future__ import annotations

from datetime import datetime, timezone
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import bcorm
from bcorm import (
    Brand,
    Category,
    Count,
    Coupon,
    Customer,
    F,
    Order,
    OrderProduct,
    Product,
    ProductImage,
    ProductOption,
    Q,
)
from bcorm.model import Resource, field, readonly
from bcorm.query.endpoint import Batch, Endpoint, Filter, PutRule

if TYPE_CHECKING:
    from typing_extensions import assert_type

    from bcorm import CommitReport, Failure, PlannedRequest, QuerySet, Session

session: Session = bcorm.connect(store_hash="abc123", access_token="token")

product = Product.objects.get(id=77)
assert_type(product, Product)
assert_type(Product.objects.get(77), Product)
assert_type(Product.objects.get(Q(sku="MUG") | Q(name="Mug")), Product)
assert_type(Product.objects.filter(Q(price__lt=5) & ~Q(brand_id=None), is_visible=True)[0], Product)
Product.objects.filter(brand_id=None, sale_price=None, price__gt=F("cost_price")).count()
Product.objects.filter(id__in=[1, 2]).update(price=F("price") * 2)
Product.objects.filter(brand__id=3, brand__id__in=[3], category_set=23).count()
Product.objects.filter(brand__pk=3).exclude(brand__pk__in=[3]).count()
Product.objects.filter(brand__pkk=3)  # wrong
Product.objects.filter(brand__name="Northlight", category_set__name__in=["Bath"]).update(price=2)
Product.objects.exclude(variants__sku__startswith="MUG", variants__price__gte=3).count()
Customer.objects.filter(
    orders__date_created__gt="2026-01-01T00:00:00Z", group__name="Wholesale"
).first()
product.categories = [Category(name="Pots", parent_id=0), 5]
Product(name="Pot", categories=[Category(name="Pots", parent_id=0)])
product.categories = [Brand(name="Acme")]  # wrong
Product.objects.filter(brand__nmae="Northlight")  # wrong
Product.objects.filter(brand__name=3)  # wrong
Customer.objects.filter(orders__total_inc_tax__gte="much")  # wrong
Order.objects.filter(customer__id__in=[1, 2]).count()
Product.objects.aggregate(Count("id"))
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


def cheapest(products: QuerySet[Product]) -> Product | None:
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

# What is constructed, assigned and set takes what coercion takes.
Product(price=12, weight=0.5, categories=(1, 2), custom_url={"url": "/mug"})
Product(name="Mug", brand=Brand(name="Acme"), images=[ProductImage(), {"image_url": "https://x"}])
Product(date_last_imported=datetime.now(timezone.utc), preorder_release_date=None)
product.price = 12
product.price += 1
product.weight = 0.5
product.categories = {3, 4}
product.custom_url = {"url": "/mug"}
product.preorder_release_date = "2030-01-01T00:00:00Z"
product.categories.append(5)
assert_type(product.categories, "list[int]")
assert_type(product.pk, int)
assert_type(product.session, "Session | None")

# The words that write.
assert_type(Product.objects.create(name="Mug", type="physical", weight=1, price=3), Product)
assert_type(Product.objects.get_or_create({"price": 3}, name="Mug"), "tuple[Product, bool]")
assert_type(Product.objects.update_or_create({"price": 3}, sku="M"), "tuple[Product, bool]")
assert_type(Product.objects.filter(brand_id=3).update(price=3, is_visible=True), int)
assert_type(product.images.new(image_url="https://x", is_thumbnail=True), ProductImage)
assert_type(product.images.create(image_url="https://x"), ProductImage)
assert_type(product.images.filter(is_thumbnail=True).update(description="front"), int)
assert_type(Product.objects.bulk_create([Product(name="Mug")]), "list[Product]")
row: dict[str, Any] = {"name": "Mug"}
Product(**row)
Product.objects.create(**row)
Product.objects.filter(**row).update(**row)
assert_type(product.save(check=True), CommitReport)
assert_type(product.delete(), CommitReport)

# The words that choose.
Product.objects.order_by("-price", "id", "custom_url__url", "-pk").only("name", "price")
Product.objects.defer("description", "brand").include("images", "variants")
Product.objects.values("id", "custom_url__url", "brand__name", "brand__id")
Order.objects.values_list("id", "customer__email", "customer__group__name")
Product.objects.values_list("id", flat=True)
Product.objects.filter(date_last_imported__isnull=True, inventory_level__range=(1, 5))
Product.objects.filter(out_of_stock=True, keyword="mug", categories__in=[3], pk__in=[1])
Order.objects.filter(status_id=11, date_created__gte=datetime.now(timezone.utc)).order_by("-id")
Customer.objects.filter(email__in=["a@b.c"]).include("addresses", "attributes")
Coupon.objects.get(code="SUMMER").pk
for image in product.images.order_by("sort_order").only("id", "url_zoom"):
    assert_type(image.id, int)
    assert_type(image.product_id, int)

# What an object is on its class, and a subclass of one's own.
Product.price.name
Product.options.target
mine = Mine.objects.filter(price__gt=3).order_by("-id").get()
assert_type(mine, Mine)
assert_type(mine.backorder_limit, "int | None")
assert_type(Mine.objects.first(), "Mine | None")
Mine(name="Mug", price=3, backorder_limit=5)
mine.backorder_limit = 7

# Pieces, sessions by name, and lines that share their fields.
for piece in Product.objects.filter(is_visible=True).partitions(4):
    assert_type(piece.session(), Session)
    assert_type(piece.queryset(session).first(), Product | None)
    assert_type(next(iter(piece)).price, Decimal)
assert_type(product.session, "Session | None")
assert_type(product.pk, int)
assert_type(product.delete(), CommitReport)
Product.objects.using(session).using(None)
line = OrderProduct(product_id=77, quantity=2, price_ex_tax=Decimal(5))
assert_type(line.quantity, int)
assert_type(line.discounted_total_inc_tax, Decimal)
assert_type(OrderProduct.objects.filter(quantity__gt=1)[0].session, "Session | None")

# The documented error paths.
try:
    session.commit(check=True, deadline=30)
except bcorm.CommitError as error:
    assert_type(error.report, CommitReport)
    assert_type(error.report.saved, "list[Resource]")
    for failure in error.report.failed:
        assert_type(failure, Failure)
        assert_type(failure.object, Resource)
        if isinstance(failure.object, Product):
            print(failure.object.sku, failure.errors.get("price"))
        if isinstance(failure.error, bcorm.exceptions.ApiError) and failure.error.status == 422:
            print(failure.error.errors, failure.error.request_id)
        if failure.temporary:
            session.add(failure.object)
        assert_type(failure.request, PlannedRequest | None)
    for failure in error.report.unknown:
        session.expunge(failure.object)
    if error.report.temporary or error.report.unknown:
        raise
    print(f"{len(error.report.saved)} saved in {error.report.requests} requests")

try:
    product.save()
except bcorm.CommitError as error:
    first_failure = error.report.failed[0] if error.report.failed else error.report.unknown[0]
    print(first_failure.errors, first_failure.object.pk, first_failure)
except bcorm.exceptions.InvalidValue as error:
    print(error)
except bcorm.exceptions.StaleObjectError:
    product.refresh(["price"])

try:
    Product.objects.get(id=3)
except Product.DoesNotExist:
    pass
except (Product.MultipleObjectsReturned, bcorm.exceptions.QueryError) as wrong:
    print(wrong)
except bcorm.exceptions.RateLimited as limited:
    print(limited.retry_after, limited.status, limited.path)
except bcorm.ApiError as told:
    print(told.status, told.errors, told.title, told.retry_safe)

try:
    orders = list(Order.objects.filter(status_id=11))
except bcorm.exceptions.PermissionDenied as denied:
    print(denied.status, denied.method, denied.path, denied.request_id)
    print(denied.fields)  # wrong
except bcorm.exceptions.NotFound as gone:
    print(gone)
except bcorm.exceptions.ConnectionFailed as cut:
    print(cut)
except bcorm.exceptions.BcormError as other:
    print(other)

try:
    product.images.create(image_url="https://x")
except bcorm.CommitError as error:
    print(error.reports)  # wrong
    for failure in (*error.report.failed, *error.report.unknown):
        print(failure.errors.get("image_url"), failure.error, failure.object)

for request in session.plan():
    assert_type(request, PlannedRequest)
    print(request.method, request.url, request.json, [one.pk for one in request.objects])

Product.objects.filter(pricee=3)  # wrong
Product.objects.filter(price__gte="ten")  # wrong
Product.objects.filter(price__contains=3)  # wrong
Product.objects.exclude(id__in=5)  # wrong
Product.objects.get(type="service")  # wrong
Product.objects.get(object())  # wrong
Product.objects.filter("MUG")  # wrong
Product.objects.filter(Q("MUG"))  # wrong
Product.objects.aggregate("id")  # wrong
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
Product.objects.create(pricee=3)  # wrong
Product.objects.create(price="ten")  # wrong
Product.objects.create(id=3)  # wrong
Product.objects.get_or_create(pricee=3)  # wrong
Product.objects.update_or_create({"price": 3}, skuu="M")  # wrong
Product.objects.update(pricee=3)  # wrong
Product.objects.update(date_created=None)  # wrong
Product.objects.order_by("nmae")  # wrong
Product.objects.order_by("-nmae")  # wrong
Product.objects.only("nmae")  # wrong
Product.objects.defer("nmae")  # wrong
Product.objects.include("pictures")  # wrong
Product.objects.values("nmae")  # wrong
Product.objects.values("brand__nmae")  # wrong
Product.objects.values("images")  # wrong
Product.objects.values_list("custom_url__urll", flat=True)  # wrong
product.images.new(image_urll="https://x")  # wrong
product.images.create(image_urll="https://x")  # wrong
product.images.order_by("sort_ordre")  # wrong
product.images.values("sort_ordre")  # wrong
product.images.values_list("id", "sort_ordre")  # wrong
product.images.only("sort_ordre")  # wrong
product.images.add(product)  # wrong
product.images = []  # wrong
product.images = [ProductImage()]  # wrong
Product.options = []  # wrong
Product.objects.get_or_create({"pricee": 3}, name="Mug")  # wrong
Product.objects.update_or_create({"price": "ten"}, sku="M")  # wrong
product.images.get_or_create({"image_urll": "x"}, id=3)  # wrong
Order.objects.filter(statuss_id=11)  # wrong
Customer.objects.order_by("emial")  # wrong
Product(price="12")  # wrong
Product(pricee=3)  # wrong
Product(brand=product)  # wrong
Product(custom_url="/mug")  # wrong
product.id = 3  # wrong
product.categories = 3  # wrong
product.date_created = datetime.now(timezone.utc)  # wrong
product.is_visible = "yes"  # wrong
product.save(cheek=True)  # wrong
Mine.objects.filter(pricee=3)  # wrong
Mine(backorder_limt=3)  # wrong
mine.backorder_limit = "7"  # wrong
report.failed[0].objekt  # wrong
report.savd  # wrong
report.failed[0].object.price  # wrong
session.add("a product")  # wrong
session.plan().request  # wrong
Product.objects.using("a session")  # wrong
Product.objects.partitions("4")  # wrong
Brand.delete_matching(name="A", session="a session")  # wrong
OrderProduct(quantty=2)  # wrong
line.base_price = 3  # wrong
line.quantity = "2"  # wrong
Endpoint(path="v3/things", totals="no")  # wrong
Endpoint(path="v3/things", answers="row")  # wrong
Filter("exact", flag="yes")  # wrong
field(format="rfc2821")  # wrong
field(max_length="250")  # wrong


class Misnamed(Resource, pathh="v3/things"): ...  # wrong


class Misspelt(Resource, path="v3/things", paging="curser"): ...  # wrong


class Worse(Product, page_sizes=50): ...  # wrong
