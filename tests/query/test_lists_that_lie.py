"""Lists whose totals are wrong, and answers that are no lists: the rows decide."""

from __future__ import annotations

import contextlib
import json
import threading
import warnings
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

import bcorm
from bcorm import (
    Banner,
    Brand,
    Customer,
    Order,
    OrderStatus,
    OrderTransaction,
    Page,
    Product,
    ProductImage,
    ProductOption,
    Store,
    Wishlist,
)
from bcorm.exceptions import BadResponse
from bcorm.model.unit_of_work import current_session


class Shop:
    """A small server that answers each list as a test says."""

    def __init__(self):
        self.rows = []
        self.total = None  # of (rows of the page, rows of the list), the total that is told
        self.body = None  # (status, bytes) that is answered instead
        self.asked = []
        shop = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            # Head and body are written apart, which would wait for each other.
            disable_nagle_algorithm = True

            def do_GET(self):
                shop.asked.append(self.path)
                status, body = shop.answer(self.path)
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                if status != 204:
                    self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                if status != 204:
                    self.wfile.write(body)

            def log_message(self, *_arguments):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def answer(self, target):
        if self.body is not None:
            return self.body
        asked = parse_qs(urlsplit(target).query)
        rows = self.rows
        if "id:greater" in asked:
            rows = [row for row in rows if row["id"] > int(asked["id:greater"][0])]
        size, number = int(asked["limit"][0]), int(asked.get("page", ["1"])[0])
        page = rows[(number - 1) * size : number * size]
        pagination = {"per_page": size, "current_page": number, "count": len(page)}
        if self.total is not None:
            pagination["total"] = self.total(page, rows)
        return 200, json.dumps({"data": page, "meta": {"pagination": pagination}}).encode()


@pytest.fixture
def shop():
    made = Shop()
    opened = bcorm.connect("abc", "not-a-secret", api_url=made.url)
    yield made
    opened.client.close()
    current_session.set(None)
    made.server.shutdown()
    made.server.server_close()


LISTS = {
    "wishlists": Wishlist.objects.all,
    "pages": lambda: Page.objects.filter(id__in=range(1, 700)),
    "products": Product.objects.all,
    "brands": lambda: Brand.objects.order_by("name"),
    "options": lambda: ProductOption.objects.filter(product_id=5),
    "customers": Customer.objects.all,
}
TOTALS = {
    "zero": lambda page, rows: 0,
    "one": lambda page, rows: min(1, len(rows)),
    "less than the page": lambda page, rows: max(len(page) - 1, 0),
    "none": None,
    "a text": lambda page, rows: "many",
    "negative": lambda page, rows: -1,
}


@pytest.mark.parametrize("total", sorted(TOTALS))
@pytest.mark.parametrize("name", sorted(LISTS))
@pytest.mark.parametrize("count", [0, 1, 249, 250, 251, 600])
def test_all_rows_come_whatever_the_total_says(shop, name, total, count):
    shop.rows = [{"id": number, "name": f"{number:04}"} for number in range(1, count + 1)]
    shop.total = TOTALS[total]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert [item.id for item in LISTS[name]()] == list(range(1, count + 1))
        assert LISTS[name]().count() == count


@pytest.mark.parametrize("count", [1, 249, 250, 251, 500])
def test_a_right_total_costs_no_request_more(shop, count):
    shop.rows = [{"id": number, "name": f"{number:04}"} for number in range(1, count + 1)]
    shop.total = lambda _page, rows: len(rows)
    assert len(list(Product.objects.all())) == count
    assert len(shop.asked) == -(-count // 250)
    assert Product.objects.count() == count
    assert len(shop.asked) == -(-count // 250) + 1


def test_the_total_of_all_pages_is_not_that_of_those_that_were_asked_for(shop):
    shop.rows = [{"id": 3, "name": "Three"}]
    shop.total = lambda _page, _rows: 208
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert Page.objects.filter(id__in=[3]).count() == 1
        assert [item.id for item in Page.objects.filter(id__in=[3])] == [3]
    assert len(shop.asked) == 2


@pytest.mark.parametrize(
    ("queryset", "words"),
    [
        (Page.objects.all, "reads the rows"),
        (Wishlist.objects.all, "reads the rows"),
        (OrderStatus.objects.all, "reads the rows"),
        (Order.objects.all, "one request"),
        (Product.objects.all, "1 request of two rows"),
        (lambda: Product.objects.filter(price__gt=3).scan(), "evaluated here"),
    ],
)
def test_explain_says_what_a_count_costs(shop, queryset, words):
    assert words in queryset().explain().count
    assert ("count()" in str(queryset().explain())) == (queryset().model in {Page, Wishlist})
    assert shop.asked == []


NO_LISTS = {
    "empty object": (200, b"{}"),
    "object in data": (200, b'{"data": {}}'),
    "row in data": (200, b'{"data": {"id": 5, "name": "x"}}'),
    "null": (200, b"null"),
    "null in data": (200, b'{"data": null}'),
    "a number": (200, b"7"),
    "a text": (200, b'"ok"'),
    "an error that says 200": (200, b'{"status": 500}'),
    "an empty row": (200, b'{"data": [{}]}'),
    "a row whose key is null": (200, b'{"data": [{"id": null, "name": "x"}]}'),
    "nothing": (200, b""),
    "204": (204, b""),
}


@pytest.mark.parametrize("answer", sorted(NO_LISTS))
@pytest.mark.parametrize(
    "read",
    [
        lambda: list(Product.objects.all()),
        lambda: list(Brand.objects.order_by("name")[:3]),
        Customer.objects.count,
        Wishlist.objects.count,
        lambda: list(ProductOption.objects.filter(product_id=5)),
        lambda: Customer.objects.filter(id__in=[1, 2]).first(),
        lambda: Product.objects.in_bulk([1, 2]),
        lambda: list(Product.objects.values("name")),
    ],
)
def test_what_is_no_list_is_refused(shop, read, answer):
    shop.body = NO_LISTS[answer]
    with pytest.raises(BadResponse) as caught:
        read()
    assert caught.value.retry_safe


@pytest.mark.parametrize("answer", ["null", "null in data", "nothing", "a number"])
@pytest.mark.parametrize(
    "read",
    [
        lambda session: session.get(Order, 5),
        lambda session: session.get(Brand, 5),
        lambda session: session.get(ProductOption, 5, product_id=7),
        lambda _session: Order.objects.get(id=5),
        lambda _session: Order.objects.filter(id=5).first(),
        lambda _session: Store.objects.first(),
        lambda _session: Store.objects.get(),
    ],
)
def test_what_is_no_row_is_not_taken_for_none(shop, read, answer):
    shop.body = NO_LISTS[answer]
    with pytest.raises(BadResponse):
        read(current_session.get())


@pytest.mark.parametrize("answer", ["null", "null in data", "nothing"])
def test_a_row_that_is_read_again_has_not_gone_because_nothing_came(shop, answer):
    shop.body = (200, b'{"data": [{"id": 5, "name": "Acme"}]}')
    session = current_session.get()
    brand = session.get(Brand, 5)
    shop.body = NO_LISTS[answer]
    with pytest.raises(BadResponse):
        brand.refresh()
    assert brand.name == "Acme"


@pytest.mark.parametrize(
    "read",
    [
        lambda: list(Banner.objects.all()),
        lambda: list(Order.objects.all()),
        lambda: list(ProductImage.objects.filter(product_id=5)),
        lambda: list(OrderTransaction.objects.filter(order_id=5)),
    ],
)
def test_an_empty_list_is_answered_without_a_body_where_that_is_said(shop, read):
    shop.body = (204, b"")
    assert read() == []


def test_the_relation_of_several_is_no_list_either(shop):
    shop.rows = [{"id": number, "name": f"{number:04}"} for number in range(1, 4)]
    products = list(Product.objects.all())
    shop.body = NO_LISTS["empty object"]
    with pytest.raises(BadResponse):
        list(products[0].metafields)


def test_transactions_are_found_by_their_orders_key(shop):
    shop.body = (200, b'{"data": [{"id": 9, "order_id": "5"}]}')
    (found,) = OrderTransaction.objects.filter(order_id=5)
    assert found.order_id == 5
    assert shop.asked[-1].startswith("/stores/abc/v3/orders/5/transactions")


@pytest.mark.filterwarnings("ignore::bcorm.exceptions.DriftWarning")
@pytest.mark.parametrize("key", [{"a": 1}, ["b"], "../x", None, 1.5])
def test_what_is_no_key_names_no_rows(shop, key):
    """Of the rows that a condition is on, whatever a server says of them."""
    shop.body = 200, json.dumps({"data": [{"id": key, "name": "Acme"}], "meta": {}}).encode()
    with contextlib.suppress(BadResponse):
        assert list(Product.objects.filter(brand__name="Acme")) == []
    assert {urlsplit(target).path.rpartition("/")[2] for target in shop.asked} == {"brands"}
