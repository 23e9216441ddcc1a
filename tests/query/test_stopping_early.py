"""Who wants little of a list sends no request more than one who reads one page after the other."""

from __future__ import annotations

from itertools import islice

import pytest
from secrecy_plugin import TOKEN

import bcorm
from bcorm import Brand, Customer, Order, Product, ProductVariant, Q
from bcorm.emulator import Emulator

LISTS = {
    "by key": Product.objects.all,
    "by key, filtered here": lambda: Product.objects.filter(weight__gte=0).scan(),
    "page by page": lambda: Product.objects.order_by("name"),
    "brands": Brand.objects.all,
    "customers": Customer.objects.all,
    "without totals": Order.objects.all,
    "without totals, sorted": lambda: Order.objects.order_by("-date_created"),
    "merged": lambda: Product.objects.filter(brand_id__in=[1, 2, 3, 35, 36]),
    "merged, sorted": lambda: Product.objects.filter(brand_id__in=[35, 36]).order_by("-id"),
    "keys": lambda: Product.objects.filter(id__in=list(range(1, 2000, 2))),
    "either": lambda: Product.objects.filter(Q(brand_id=35) | Q(sku="FBM-1000")),
    "a relation": lambda: Product.objects.get(id=77).variants.order_by("id"),
    "below many": lambda: ProductVariant.objects.filter(product_id__in=list(range(77, 97))),
}
WANTED = {
    "first": lambda rows: [rows.first()],
    "a slice": lambda rows: list(rows[:10]),
    "a break": lambda rows: list(islice(rows, 1)),
    "a break of an iterator": lambda rows: list(islice(rows.iterator(), 1)),
    "one of them": lambda rows: [rows[3:4].first()],
}


@pytest.fixture(scope="module")
def shop():
    """The sample shop with 1,500 products more: lists of many pages."""
    with Emulator() as store:
        store.generate_products(1500)
        yield store


@pytest.mark.parametrize("wanted", WANTED.values(), ids=WANTED)
@pytest.mark.parametrize("rows", LISTS.values(), ids=LISTS)
def test_no_width_costs_more_than_a_width_of_one(shop, rows, wanted):
    found, sent = [], []
    for width in (1, 8):
        session = bcorm.connect("testing", TOKEN, api_url=shop.url, concurrency=width)
        with session:
            found.append([item and item.pk for item in wanted(rows())])
            sent.append(session.stats.requests)
        session.client.close()
    assert found[0] == found[1]
    assert sent[1] <= sent[0]
