"""The words of a queryset, and what each costs."""

from __future__ import annotations

import gc
import logging
import pickle
import tracemalloc
import warnings
from decimal import Decimal
from itertools import islice
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from secrecy_plugin import TOKEN

import bcorm
from bcorm import (
    Brand,
    Category,
    Coupon,
    Customer,
    CustomerConsent,
    Order,
    Product,
    ProductVariant,
    Q,
    StoreProfile,
)
from bcorm.exceptions import (
    FieldError,
    FullScanRefused,
    FullScanWarning,
    InvalidValue,
    LazyLoadRefused,
    MultipleObjectsReturned,
    ObjectDoesNotExist,
    PageShiftWarning,
    QueryError,
    UnfilteredDelete,
    UnsupportedLookup,
)
from bcorm.http import Cache, OAuthCredentials, jsontext
from bcorm.http.message import Headers, Response
from bcorm.model.unit_of_work import current_session


@pytest.fixture
def asked(emulator, session):
    """How many requests were sent since it was last asked; and what they were."""

    class Asked:
        def __call__(self):
            count = len(emulator.requests)
            self.last = [(item.method, item.path, dict(item.query)) for item in emulator.requests]
            emulator.clear_requests()
            return count

    return Asked()


def test_nothing_is_sent_before_it_is_needed(asked):
    query = Product.objects.filter(id__gte=80).exclude(id=82).include("images").order_by("-id")
    query.only("name").defer("price").using(None).all()
    repr(query)
    query.explain()
    query[5:10]
    assert asked() == 0


def test_a_result_is_read_once(asked):
    query = Product.objects.all()
    first = list(query)
    assert asked() == 1
    assert list(query) == first
    assert len(query) == query.count() == 220
    assert query.exists()
    assert bool(query)
    assert query[3] is first[3]
    assert list(query[10:20]) == first[10:20]
    assert query.first() is first[0]
    assert query.last() is first[-1]
    assert asked() == 0
    assert [item.id for item in query.all()] == [item.id for item in first]
    assert asked() == 1


def test_thousand_products_are_four_requests(empty_emulator, empty_session):
    empty_emulator.generate_products(1000)
    assert len([product.id for product in Product.objects.all()]) == 1000
    assert len(empty_emulator.requests) == 4


def test_600_variants_are_three_requests(empty_emulator, empty_session):
    values = [{"label": f"V{number:03}"} for number in range(240)]
    product = Product(name="Many", type="physical", weight=Decimal(1), price=Decimal(1))
    sizes = [f"S{number}" for number in range(25)]
    colors = [f"C{number}" for number in range(24)]
    for size in sizes:
        for color in colors:
            product.variants.new(
                sku=f"{size}-{color}",
                option_values=[
                    {"option_display_name": "Size", "label": size},
                    {"option_display_name": "Color", "label": color},
                ],
            )
    del values
    product.save()
    empty_session.expunge_all()
    empty_emulator.clear_requests()
    product = Product.objects.get(name="Many")
    assert len(product.variants) == 600
    assert [item.path for item in empty_emulator.requests[1:]] == [
        f"/v3/catalog/products/{product.id}/variants"
    ] * 3


def test_an_unknown_field_raises_before_any_request(asked):
    with pytest.raises(FieldError, match="did you mean 'price'"):
        Product.objects.filter(pricee=3)
    with pytest.raises(UnsupportedLookup, match="gte"):
        Product.objects.filter(price__gtee=3)
    with pytest.raises(FieldError, match="custom_url"):
        Product.objects.exclude(custom_ur__url="x")
    with pytest.raises(FieldError, match="url"):
        Product.objects.filter(custom_url__ur="x")
    with pytest.raises(FieldError, match="did you mean 'price'"):
        Product.objects.order_by("-prise")
    with pytest.raises(FieldError, match="images"):
        Product.objects.include("image")
    with pytest.raises(FieldError, match="did you mean 'name'"):
        Product.objects.only("nam")
    with pytest.raises(FieldError, match="did you mean 'name'"):
        Product.objects.values("nme")
    with pytest.raises(FieldError, match="url"):
        Product.objects.values("custom_url__ur")
    with pytest.raises(FieldError, match="did you mean 'price'"):
        Product.objects.all().update(prices=3)
    with pytest.raises(QueryError, match="write-only"):
        Product.objects.filter(brand_name="x")
    with pytest.raises(QueryError, match="write-only"):
        Product.objects.values("brand_name")
    with pytest.raises(TypeError, match="is neither"):
        Product.objects.filter(Product)
    assert asked() == 0


@pytest.mark.parametrize(
    "lookups",
    [
        {"price": "cheap"},
        {"id__in": 5},
        {"id__in": "12"},
        {"id__in": ["a"]},
        {"is_visible": 1},
        {"type": "phsyical"},
        {"name__contains": 5},
        {"price__range": [1]},
        {"brand__isnull": "no"},
        {"date_modified__gte": "yesterday"},
    ],
)
def test_an_operand_of_the_wrong_type_raises_before_any_request(asked, lookups):
    with pytest.raises(InvalidValue):
        Product.objects.filter(**lookups)
    assert asked() == 0


def test_a_filter_that_only_the_api_can_apply(asked):
    assert Product.objects.filter(keyword="bath").count() > 0
    assert Product.objects.filter(inventory_low=False).exists()
    with pytest.raises(QueryError, match="not excluded"):
        Product.objects.exclude(keyword="bath")
    with pytest.raises(UnsupportedLookup, match="knows only exact"):
        Product.objects.filter(keyword__contains="bath")
    asked()
    with pytest.raises(QueryError, match="only the API"):
        list(Product.objects.filter(keyword="bath").filter(keyword="mat"))
    with pytest.raises(QueryError, match="not empty"):
        Product.objects.filter(keyword="").count()
    assert asked() == 0


def test_get(asked):
    product = Product.objects.get(id=77)
    assert asked() == 1
    assert Product.objects.get(pk=77) is product
    assert asked() == 1
    assert Product.objects.get(sku=product.sku) is product
    with pytest.raises(Product.DoesNotExist, match="id=5"):
        Product.objects.get(id=5)
    with pytest.raises(ObjectDoesNotExist):
        Product.objects.get(sku="nothing")
    with pytest.raises(Product.MultipleObjectsReturned):
        Product.objects.get(is_visible=True)
    assert issubclass(Product.MultipleObjectsReturned, MultipleObjectsReturned)
    assert not issubclass(Product.DoesNotExist, Brand.DoesNotExist)


def test_get__by_its_address_and_by_filters(asked):
    Product.objects.include("images").only("name").get(id=77)
    assert asked() == 1
    (request,) = asked.last
    assert request[1] == "/v3/catalog/products/77"
    assert set(request[2]["include_fields"].split(",")) == {"name"}
    assert ProductVariant.objects.get(product_id=77, id=1).product_id == 77
    assert asked() == 1
    assert asked.last[0][1] == "/v3/catalog/products/77/variants/1"
    assert Coupon.objects.get(id=1).id == 1
    assert asked() == 1
    assert Customer.objects.get(id=1).id == 1
    assert asked() == 1


def test_session_get(asked, session):
    for model, key in ((Product, 77), (Coupon, 1), (Customer, 1), (Order, 100), (Category, 1)):
        found = session.get(model, key)
        assert (type(found), found.pk) == (model, key)
        assert session.get(model, key) is found
        assert asked() == 1
        with pytest.raises(model.DoesNotExist):
            session.get(model, 987654)
        asked()
        assert "/v2/coupons/1" not in [path for _, path, _ in asked.last]
    variant = session.get(ProductVariant, 1, product_id=77)
    assert variant is ProductVariant.objects.get(product_id=77, id=1)


def test_count__is_one_smallest_request(asked):
    assert Product.objects.count() == 220
    assert Product.objects.filter(id__gte=100).count() == 197
    assert asked() == 2
    assert all(query["limit"] == "2" for _, _, query in asked.last)
    assert Order.objects.count() == 300
    assert Order.objects.filter(status_id=11).count() > 0
    assert Coupon.objects.count() == 6
    assert asked() == 3
    assert all(path.endswith("/count") for _, path, _ in asked.last)
    assert Product.objects.none().count() == 0
    assert Product.objects.filter(id__in=[]).count() == 0
    # Nor does it take a filter of the API to know that.
    assert list(Order.objects.filter(id__in=[])) == []
    assert list(Product.objects.filter(warranty__in=[])) == []
    assert asked() == 0


@pytest.mark.parametrize("part", [slice(0, 10), slice(215, 300), slice(300, 310), slice(7, None)])
def test_count__of_a_slice(asked, part):
    assert Product.objects.all()[part].count() == len(range(220)[part])
    assert Product.objects.filter(price__gte=0).scan()[part].count() == len(range(220)[part])


def test_count__of_rows_that_are_judged_here_reads_only_what_it_needs(asked):
    expected = sum(1 for product in Product.objects.all() if product.price < 50)
    asked()
    assert Product.objects.filter(price__lt=50).scan().count() == expected
    assert asked() == 1
    assert set(asked.last[0][2]["include_fields"].split(",")) == {"price"}


def test_exists_first_last(asked):
    assert Product.objects.filter(id=77).exists()
    assert not Product.objects.filter(id=5).exists()
    assert asked() == 2
    assert Product.objects.first().id == 77
    assert Product.objects.order_by("-id").first().id == 296
    assert Product.objects.last().id == 296
    assert Product.objects.order_by("name").last().name >= "V"
    assert asked() == 4
    assert all(query["limit"] == "1" for _, _, query in asked.last)
    assert Brand.objects.last().id == 22
    assert Product.objects.filter(id=5).first() is None
    assert Product.objects.filter(id=5).last() is None
    assert Product.objects.all()[3:5].last().id == 81


def test_last__where_the_endpoint_cannot_sort_reads_the_last_page_only(asked):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert Brand.objects.last().id == 22
    assert asked() == 2


@pytest.mark.parametrize(
    ("start", "stop", "pages"),
    [(0, 10, [(1, 10)]), (20, 30, [(3, 10)]), (15, 25, [(2, 13)]), (100, 220, [(1, 220)])],
)
def test_slices_fetch_only_their_pages(asked, start, stop, pages):
    every = [product.id for product in Product.objects.all()]
    asked()
    found = [product.id for product in Product.objects.all()[start:stop]]
    assert found == every[start:stop]
    asked()
    assert [(int(query["page"]), int(query["limit"])) for _, _, query in asked.last] == pages


def test_index_and_slice_rules(asked):
    assert Product.objects.all()[3].id == 80
    with pytest.raises(IndexError):
        Product.objects.all()[500]
    with pytest.raises(QueryError, match="negative"):
        Product.objects.all()[-1]
    with pytest.raises(QueryError, match="forward"):
        Product.objects.all()[::2]
    with pytest.raises(QueryError, match="slice cannot be refined"):
        Product.objects.all()[:5].filter(id=3)
    assert [item.id for item in Product.objects.all()[10:20][2:4]] == [89, 90]


def test_order_by(asked):
    names = [product.name for product in Product.objects.order_by("-name")]
    assert names == sorted(names, reverse=True)
    assert asked() == 1
    prices = [(p.weight, -p.price) for p in Product.objects.order_by("weight", "-price").scan()]
    assert prices == sorted(prices)
    by_url = [product.custom_url.url for product in Product.objects.order_by("custom_url__url")]
    assert by_url == sorted(by_url)
    assert [item.id for item in Product.objects.order_by("pk")[:3]] == [77, 78, 79]
    assert [item.id for item in Product.objects.order_by("name").order_by()[:2]] == [77, 78]
    orders = [order.id for order in Order.objects.order_by("-id")[:5]]
    assert orders == [399, 398, 397, 396, 395]


def test_in_bulk(asked):
    found = Product.objects.in_bulk([77, 80, 5])
    assert {key: item.id for key, item in found.items()} == {77: 77, 80: 80}
    assert asked() == 1
    assert len(Brand.objects.in_bulk()) == 22
    asked()
    orders = Order.objects.in_bulk([100, 399, 5, 100])
    assert {key: item.id for key, item in orders.items()} == {100: 100, 399: 399}
    asked()
    assert {path for _, path, _ in asked.last} == {f"/v2/orders/{key}" for key in (5, 100, 399)}
    assert Order.objects.in_bulk([]) == {}
    assert asked() == 0


def test_long_lists_are_split(asked):
    keys = list(range(1, 20_000, 2))
    found = Product.objects.filter(id__in=keys)
    assert [product.id for product in found] == list(range(77, 297, 2))
    assert asked() > 5
    skus = [product.sku for product in Product.objects.all()]
    asked()
    assert len(list(Product.objects.filter(sku__in=skus * 3))) == 220


def test_values(asked):
    rows = list(Product.objects.filter(id__lt=80).values("id", "price", "custom_url__url"))
    assert [row["id"] for row in rows] == [77, 78, 79]
    assert rows[0] == {
        "id": 77,
        "price": Decimal("55.99"),
        "custom_url__url": "/field-bath-mat/",
    }
    assert asked() == 1
    assert set(asked.last[0][2]["include_fields"].split(",")) == {"price", "custom_url"}
    assert next(iter(Product.objects.values_list("id", "name"))) == (77, "Field Bath Mat")
    assert list(Product.objects.all()[:2].values_list("id", flat=True)) == [77, 78]
    with pytest.raises(QueryError, match="exactly one"):
        Product.objects.values_list("id", "name", flat=True)
    assert next(iter(Product.objects.all()[:1].values()))["sku"] == "FBM-1000"
    assert [row["channels"] for row in Product.objects.all()[:1].values("channels")] == [[1]]


def test_values__slices_read_only_their_page(asked):
    keys = Product.objects.values_list("id", flat=True)
    assert list(keys[2:5]) == [79, 80, 81]
    assert keys[100:200][7] == 184
    assert asked() == 2
    assert [query["limit"] for _, _, query in asked.last] == ["5", "1"]  # page 1 holds rows 2 to 4
    with pytest.raises(IndexError):
        keys[220]
    with pytest.raises(QueryError, match="forward"):
        keys[-1]


def test_values__of_rows_that_are_judged_here(asked):
    expected = [product.id for product in Product.objects.all() if product.price < 20]
    found = Product.objects.filter(price__lt=20).scan().values_list("id", flat=True)
    assert list(found) == expected
    assert [item.id for item in Product.objects.filter(price__lt=20).scan().only("name")] == (
        expected
    )


def test_only__loads_the_rest_for_all_siblings_when_it_is_touched(asked):
    products = list(Product.objects.only("name"))
    assert asked() == 1
    assert [product.name for product in products]
    assert asked() == 0
    assert all(product.price >= 0 for product in products)
    assert asked() == 1
    assert all(product.description for product in products)
    assert asked() == 0


def test_defer__loads_what_was_left_out(asked):
    products = list(Product.objects.defer("description", "price"))
    assert "description" not in products[0].raw
    asked()
    assert all(product.description for product in products)
    assert all(product.price for product in products)
    assert asked() == 1


def test_only__siblings_of_different_selections(asked):
    named = list(Product.objects.only("name")[:5])
    priced = list(Product.objects.only("price")[3:8])
    asked()
    assert priced[0].weight is not None
    assert all(product.name for product in priced)
    assert all(product.price is not None for product in named)
    assert all(product.weight is not None for product in named)
    assert asked() <= 2


def test_defer__siblings_that_lack_different_fields(asked):
    weightless = list(Product.objects.defer("price", "weight")[:5])
    nameless = list(Product.objects.defer("price", "name")[3:8])
    asked()
    assert weightless[3] is nameless[0]
    assert nameless[0].price is not None
    assert asked() == 1
    assert set(asked.last[0][2]["include_fields"].split(",")) == {"price", "name"}
    assert all(product.name and product.price is not None for product in nameless)
    assert asked() == 0


def test_only__where_the_endpoint_sends_whole_rows(asked):
    customer = Customer.objects.only("email").first()
    asked()
    assert customer.first_name
    assert asked() == 0


def test_only__a_changed_field_is_sent_without_loading_the_rest(asked, session):
    product = Product.objects.only("name").get(id=77)
    product.price = Decimal(7)
    asked()
    session.commit()
    assert asked() == 1
    assert asked.last[0][0] == "PUT"
    assert product.price == 7


def test_strict__a_deferred_field_is_refused(session):
    with session.client.session(strict=True):
        product = Product.objects.only("name").get(id=77)
        with pytest.raises(LazyLoadRefused, match="price"):
            _ = product.price
        product.refresh(["price"])
        assert product.price == Decimal("55.99")


def test_strict__a_full_scan_is_refused(session):
    with session.client.session(strict=True) as strict:
        with pytest.raises(FullScanRefused, match="price lt Decimal"):
            list(Product.objects.filter(price__lt=5))
        with pytest.raises(FullScanRefused):
            Product.objects.exclude(name="x").count()
        assert strict.stats.requests == 0
        list(Product.objects.filter(price__lt=5).scan())
        list(Product.objects.filter(id__lt=80))


def test_full_scan__warns_once_at_the_line_that_asked(session):
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        for _ in range(2):
            list(Product.objects.filter(price__lt=5))  # here
        list(Product.objects.exclude(price__lt=5))
        list(Product.objects.filter(price__lt=5).scan())
        Product.objects.filter(weight__lt=5).count()
        list(Product.objects.filter(weight__gt=5).iterator(prefetch=2))
        list(Product.objects.filter(price=5))
    assert [item.category for item in told] == [FullScanWarning] * 2
    assert {item.filename for item in told} == {__file__}
    line = Path(__file__).read_text(encoding="utf-8").splitlines()[told[0].lineno - 1]
    assert line.endswith("# here")
    assert "price lt" in str(told[0].message)
    assert "scan()" in str(told[0].message)


def test_full_scan__is_told_of_with_its_negation_and_alternatives(session):
    with pytest.warns(FullScanWarning, match=r"\(not \(price lt .*\); name regex .* or not \(sku"):
        list(Product.objects.exclude(price__lt=5).filter(Q(name__regex="M") | ~Q(sku__regex="4")))


def test_conditions_of_one_parent_do_not_warn(session):
    product = Product.objects.get(id=77)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        list(product.variants.filter(price__isnull=True))
        list(ProductVariant.objects.filter(product_id=77, price__isnull=True))


@pytest.mark.parametrize(
    "query",
    [
        Product.objects.all,
        lambda: Product.objects.filter(id__in=[77, 80], is_featured=False).include("images"),
        lambda: Product.objects.filter(brand_id__in=[1, 2], is_visible=True),
        lambda: Product.objects.all()[20:30],
        lambda: Product.objects.all()[7:9],
        lambda: Product.objects.order_by("-name").only("name"),
        lambda: Product.objects.filter(price__lt=20).scan(),
        lambda: Product.objects.include("options"),
        lambda: Order.objects.filter(id__gt=380),
        Customer.objects.all,
        lambda: Coupon.objects.order_by("name"),
    ],
)
def test_explain__is_what_is_asked(emulator, session, query):
    told = query().explain()
    assert emulator.requests == []
    list(query())
    method, _, url = told.requests[0].partition(" ")
    path, _, params = url.partition("?")
    sent = [(item.method, item.path, item.query) for item in emulator.requests]
    assert (method, f"/{path}", dict(parse_qsl(params))) in sent


def test_explain__in_words(session):
    told = Product.objects.filter(price__lt=20, brand_id=3).order_by("weight").explain()
    assert told.full_scan
    assert told.here == ("price lt Decimal('20')", "order by weight")
    assert "brand_id=3" in told.requests[0]
    assert "evaluated here: price lt" in str(told)
    assert "full scan" in str(told)
    assert Product.objects.none().explain().requests == ()


def test_repr(session):
    query = Product.objects.filter(id__lt=79)
    assert repr(query) == "<QuerySet of Product: id lt 79 (not loaded)>"
    list(query)
    assert "Field Bath Mat" in repr(query)
    with pytest.raises(TypeError, match=r"pickle list\(queryset\)"):
        pickle.dumps(query)


class Endless:
    """A transport that makes up pages of products as they are asked for, and keeps none."""

    def send(self, request, *, timeout):
        query = dict(parse_qsl(request.query))
        after = int(query.get("id:greater", 0))
        row = {"name": "x" * 100, "price": Decimal("1.5"), "description": "y" * 400}
        rows = [{**row, "id": key} for key in range(after + 1, after + 251)]
        meta = {"pagination": {"total": 10**6 - after, "per_page": 250}}
        body = jsontext.dumps({"data": rows, "meta": meta})
        return Response(200, Headers({"Content-Type": "application/json"}), body)

    def close(self):
        pass


@pytest.mark.parametrize("prefetch", [0, 2])
def test_iterator__keeps_nothing_and_stays_small(prefetch, caplog):
    caplog.set_level(logging.WARNING, "bcorm")  # whoever listens keeps every record
    client = bcorm.Client(bcorm.OAuthCredentials("testing", "token"), transport=Endless())

    def peak(count):
        gc.collect()
        tracemalloc.start()
        try:
            with client.session() as session:
                products = Product.objects.using(session).iterator(prefetch=prefetch)
                assert sum(1 for _ in islice(products, count)) == count
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(250)
    assert peak(20_000) < 1.5 * peak(5_000)  # by then the identity map has been swept once
    client.close()


def test_iterator__prefetch_keeps_the_order_and_the_requests(empty_emulator, empty_session):
    empty_emulator.generate_products(1500)
    plain = [product.id for product in Product.objects.all().iterator()]
    empty_emulator.clear_requests()
    ahead = [product.id for product in Product.objects.all().iterator(prefetch=3)]
    assert ahead == plain
    assert len(empty_emulator.requests) == 6
    empty_emulator.clear_requests()
    assert next(Product.objects.all().iterator(prefetch=2)).id == plain[0]
    assert len(empty_emulator.requests) <= 4


def test_iterator__an_error_of_a_page_read_ahead_is_raised(empty_emulator, empty_session):
    from bcorm.emulator import Fault
    from bcorm.exceptions import ServerError

    empty_emulator.generate_products(600)
    empty_emulator.faults.add(Fault("500", after=1, times=None))
    seen = []
    with pytest.raises(ServerError):
        seen.extend(product.id for product in Product.objects.all().iterator(prefetch=2))
    assert len(seen) == 250


def test_update__is_the_fewest_requests(asked, emulator):
    changed = Product.objects.filter(id__lt=112).update(sort_order=5, is_featured=True)
    assert changed == 35
    assert asked() == 1 + 4
    assert set(asked.last[0][2]["include_fields"].split(",")) == {"sort_order", "is_featured"}
    stored = [item for item in emulator.documents("v3/catalog/products") if item["id"] < 112]
    assert all((item["sort_order"], item["is_featured"]) == (5, True) for item in stored)
    assert Product.objects.filter(id__lt=112).update(sort_order=5, is_featured=True) == 0
    assert asked() == 1


def test_update__by_a_condition_that_is_judged_here(emulator, session):
    cheap = [item["id"] for item in emulator.documents("v3/catalog/products") if item["price"] < 30]
    assert Product.objects.filter(price__lt=30).scan().update(is_featured=True) <= len(cheap)
    featured = [
        item["id"] for item in emulator.documents("v3/catalog/products") if item["is_featured"]
    ]
    assert set(cheap) <= set(featured)


def test_update__leaves_other_changes_alone(emulator, session):
    product = Product.objects.get(id=77)
    product.price = Decimal(1)
    emulator.clear_requests()
    Product.objects.filter(id=77).update(name="Renamed")
    assert [item.body for item in emulator.requests if item.method == "PUT"] == [
        {"name": "Renamed"}
    ]
    assert session.dirty == [product]


def test_update__takes_objects(emulator, session):
    brand = Brand.objects.get(id=3)
    Product.objects.filter(id__in=[77, 78]).update(brand=brand)
    stored = {item["id"]: item["brand_id"] for item in emulator.documents("v3/catalog/products")}
    assert (stored[77], stored[78]) == (3, 3)


def test_delete__is_the_fewest_requests(asked, emulator):
    count, by_model = Product.objects.filter(id__lt=112).delete()
    assert (count, by_model) == (35, {"Product": 35})
    assert asked() == 2
    assert asked.last[0][2]["include_fields"] == "id"
    assert min(item["id"] for item in emulator.documents("v3/catalog/products")) == 112
    assert Product.objects.filter(id__lt=112).delete() == (0, {"Product": 0})


def test_delete__by_a_condition_that_is_judged_here(emulator, session):
    before = emulator.documents("v3/catalog/products")
    kept = {item["id"] for item in before if item["price"] < 100}
    Product.objects.exclude(price__lt=100).scan().delete()
    assert {item["id"] for item in emulator.documents("v3/catalog/products")} == kept


def test_delete__of_everything_must_be_meant(asked, emulator):
    with pytest.raises(UnfilteredDelete, match="everything=True"):
        Coupon.objects.delete()
    with pytest.raises(UnfilteredDelete):
        Product.objects.all().delete()
    assert asked() == 0
    assert Coupon.objects.delete(everything=True) == (6, {"Coupon": 6})
    assert asked() == 3
    assert emulator.documents("v2/coupons") == []
    assert Product.objects.delete(everything=True)[0] == 220


def test_delete__a_held_object_is_gone(session):
    product = Product.objects.get(id=77)
    Product.objects.filter(id=77).delete()
    with pytest.raises(Product.DoesNotExist):
        Product.objects.get(id=77)
    assert product.session is None


def test_bulk_create_and_update(emulator, session):
    customers = Customer.objects.bulk_create(
        Customer(email=f"n{number}@example.com", first_name="A", last_name="B")
        for number in range(12)
    )
    assert all(customer.id for customer in customers)
    assert sorted(len(item.body) for item in emulator.requests) == [2, 10]  # side by side
    for customer in customers:
        customer.company, customer.phone = "Acme", "1"
    emulator.clear_requests()
    assert Customer.objects.bulk_update(customers, ["company"]) == 12
    assert set(emulator.requests[0].body[0]) == {"id", "company"}
    assert len(session.dirty) == 12


def test_create_and_get_or_create(emulator, session):
    brand, created = Brand.objects.get_or_create(name="Acme", defaults={"page_title": "A"})
    assert created
    assert Brand.objects.get_or_create(name="Acme", defaults={"page_title": "B"}) == (brand, False)
    again, created = Brand.objects.update_or_create(name="Acme", defaults={"page_title": "B"})
    assert (again, created, brand.page_title) == (brand, False, "B")
    with pytest.raises(bcorm.CommitError):
        Brand.objects.create(name="Acme")
    assert session.new == []
    assert session.commit().requests == 0
    assert Brand.objects.create(name="Other").id


def test_none_is_nothing(asked):
    assert list(Product.objects.none()) == []
    assert list(Product.objects.none().filter(id=77)) == []
    assert Product.objects.none().delete() == (0, {"Product": 0})
    assert asked() == 0


def test_using_names_a_session(emulator, session):
    other = session.client.session()
    product = Product.objects.using(other).get(id=77)
    assert product.session is other
    assert Product.objects.get(id=77) is not product
    current_session.set(None)
    with pytest.raises(bcorm.ConfigurationError, match=r"bcorm\.connect"):
        Product.objects.get(id=77)
    assert Product.objects.using(other).get(id=77) is product


def test_list_shifts__on_keyset_endpoints_no_row_is_lost(emulator, session):
    before = {item["id"] for item in emulator.documents("v3/catalog/products")}
    gone, seen = set(), []
    for product in _small_pages(Product.objects.all()):
        seen.append(product.id)
        if product.id % 40 == 0:
            for key in (product.id - 2, product.id + 30):
                if key in before and key not in gone:
                    emulator.remove_document("v3/catalog/products", key)
                    gone.add(key)
    assert len(seen) == len(set(seen))
    assert before - gone <= set(seen)


def _small_pages(query, size=50):
    """The same query with smaller pages, so that few rows make many of them."""
    import attrs

    endpoint = attrs.evolve(query._query.endpoint, page_size=size)
    return query._clone(endpoint=endpoint)


def test_list_shifts__on_others_it_is_told(emulator, session):
    seen = []

    def read():
        for product in _small_pages(Product.objects.order_by("name")):
            seen.append(product.id)
            if len(seen) == 60:
                emulator.remove_document("v3/catalog/products", seen[3])

    with pytest.warns(PageShiftWarning, match="shrank"):
        read()
    assert len(seen) == len(set(seen))
    assert {item["id"] for item in emulator.documents("v3/catalog/products")} <= set(seen)


def test_list_shifts__rows_added_in_front_are_not_repeated(emulator, session):
    values = {"type": "physical", "weight": 1, "price": 1}
    seen = []
    for product in _small_pages(Product.objects.order_by("name")):
        seen.append(product.id)
        if len(seen) == 60:
            emulator.put_document("v3/catalog/products", {"name": "AAA", **values})
    assert len(seen) == len(set(seen)) >= 220


def v2_product_with_images(at_least):
    return next(
        product for product in bcorm.v2.Product.objects.all() if len(product.images) >= at_least
    )


def test_delete__a_part_of_a_collection_is_not_all_of_it(emulator, session):
    product = v2_product_with_images(3)
    first = product.images[0]
    rest = len(product.images) - 1
    assert product.images[1:].delete() == (rest, {"ProductImage": rest})
    session.expunge_all()
    kept = bcorm.v2.Product.objects.get(id=product.id).images
    assert [image.id for image in kept] == [first.id]


def test_delete__a_relation_that_is_loaded(emulator, session):
    product = v2_product_with_images(2)
    images = list(product.images)
    emulator.clear_requests()
    assert product.images.delete() == (len(images), {"ProductImage": len(images)})
    assert [item.method for item in emulator.requests].count("DELETE") == 1
    assert [image.session for image in images] == [None] * len(images)
    assert list(product.images) == []


@pytest.mark.parametrize("by", ["get", "session"])
def test_get__what_has_no_key_is_missed_by_what_it_belongs_to(session, by):
    def get(model, **parents):
        if by == "get":
            return model.objects.get(**parents)
        return session.get(model, None, **parents)

    with pytest.raises(
        CustomerConsent.DoesNotExist, match="no CustomerConsent has customer_id=999999"
    ):
        get(CustomerConsent, customer_id=999999)
    with pytest.raises(StoreProfile.DoesNotExist, match="no StoreProfile has channel_id=999999"):
        get(StoreProfile, channel_id=999999)
    assert get(StoreProfile).raw != {}


def test_pages__of_different_age_in_the_cache_are_read_again(empty_emulator, empty_session):
    empty_emulator.generate_products(400)
    credentials = OAuthCredentials("testing", TOKEN)
    with bcorm.Client(credentials, api_url=empty_emulator.url, cache=Cache()) as client:
        products = Product.objects.using(client.session()).order_by("name")
        first = next(products.iterator())
        empty_emulator.remove_document("v3/catalog/products", first.id)
        with pytest.warns(PageShiftWarning, match="shrank from 400 to 399") as told:
            found = {product.id for product in products.iterator()}
    assert len(told) == 1
    assert {row["id"] for row in empty_emulator.documents("v3/catalog/products")} <= found
