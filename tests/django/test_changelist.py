"""List pages: what they show, and exactly which requests they make."""

from __future__ import annotations

from decimal import Decimal

import django
import pytest
from admin_pages import names_on, text_of

FIRST_PAGE = "GET /v3/catalog/products?sort=id&direction=desc&limit=100&page=1"


def products(store):
    return store.documents("v3/catalog/products")


def test_list__a_page_and_its_brands_are_two_requests(pages, store):
    response = pages.get("bcorm/product/")
    assert pages.sent[0] == FIRST_PAGE
    assert pages.sent[1].startswith("GET /v3/catalog/brands?id:in=")
    assert len(pages.sent) == 2
    newest = sorted(products(store), key=lambda row: -row["id"])
    assert names_on(response) == [row["name"] for row in newest[:100]]
    assert response.context["cl"].result_count == len(newest)
    brands = {row["id"]: row["name"] for row in store.documents("v3/catalog/brands")}
    assert brands[newest[0]["brand_id"]] in text_of(response)


def test_list__without_related_names_it_is_one_request(pages):
    assert pages.get("bcorm/brand/").status_code == 200
    assert pages.sent == ["GET /v3/catalog/brands?sort=name&direction=asc&limit=100&page=1"]


def test_list__last_page(pages, store):
    rows = products(store)
    response = pages.get("bcorm/product/", p=3)
    assert pages.sent[0] == "GET /v3/catalog/products?sort=id&direction=desc&limit=100&page=3"
    assert len(names_on(response)) == len(rows) - 200


def test_list__a_page_that_is_not_there(pages):
    response = pages.get("bcorm/product/", p=99)
    assert response.url == "/admin/bcorm/product/?e=1"


def test_list__show_all(pages, store):
    for row in products(store)[150:]:
        store.remove_document("v3/catalog/products", row["id"])
    response = pages.get("bcorm/product/", all="")
    assert len(names_on(response)) == 150
    assert pages.sent[0] == "GET /v3/catalog/products?sort=id&direction=desc&limit=190&page=1"
    assert len(pages.sent) == 2


def test_list__show_all_of_too_many_is_the_first_page(pages):
    response = pages.get("bcorm/product/", all="")
    assert len(names_on(response)) == 100
    assert not response.context["cl"].can_show_all


def test_list__empty_store(pages, store):
    for row in store.documents("v3/catalog/brands"):
        store.remove_document("v3/catalog/brands", row["id"])
    response = pages.get("bcorm/brand/")
    assert "0 brands" in text_of(response)


def test_count__is_not_asked_for_by_itself(pages):
    """V3 tells the total with a page; V2 has none, so a list of orders asks for it."""
    pages.get("bcorm/order/")
    assert [line.split("?")[0] for line in pages.sent] == [
        "GET /v2/orders",
        "GET /v2/orders/count",
    ]


@pytest.mark.parametrize("header", ["3", "-3"])
def test_ordering__header(pages, store, header):
    response = pages.get("bcorm/product/", o=header)
    way = "desc" if header.startswith("-") else "asc"
    assert pages.sent[0] == (
        f"GET /v3/catalog/products?sort=price&direction={way}&limit=100&page=1"
    )
    prices = [row.price for row in response.context["cl"].result_list]
    assert prices == sorted(prices, reverse=way == "desc")


def test_ordering__two_headers_sort_by_the_first(pages):
    response = pages.get("bcorm/product/", o="3.1")
    assert "sort=price&direction=asc" in pages.sent[0]
    assert list(response.context["cl"].get_ordering_field_columns()) == [3]


def test_ordering__headers_that_the_api_cannot_sort_by_do_not_offer_it(pages):
    response = pages.get("bcorm/product/")
    assert set(response.context["cl"].sortable_by) == {
        "name", "sku", "price", "inventory_level", "is_visible",
    }  # fmt: skip


def test_search__whole_phrase_goes_to_the_api(pages, store):
    wanted = products(store)[7]["name"]
    response = pages.get("bcorm/product/", q=f" {wanted} ")
    assert f"keyword={wanted}" in pages.sent[0]
    assert wanted in names_on(response)


def test_search__order_by_its_number(pages, store):
    order = store.documents("v2/orders")[5]
    response = pages.get("bcorm/order/", q=str(order["id"]))
    assert f"min_id={order['id']}&max_id={order['id']}" in pages.sent[0]
    assert [row.pk for row in response.context["cl"].result_list] == [order["id"]]


def test_search__customer_by_part_of_a_name(pages, store):
    customer = store.documents("v3/customers")[3]
    response = pages.get("bcorm/customer/", q=customer["last_name"][:4])
    assert f"name:like={customer['last_name'][:4]}" in pages.sent[0]
    assert customer["email"] in names_on(response)


def test_filter__boolean_and_choice(pages, store):
    row = products(store)[0]
    store.put_document("v3/catalog/products", {"id": row["id"], "is_visible": False})
    response = pages.get("bcorm/product/", is_visible__exact="0", type__exact="physical")
    assert "is_visible=false&type=physical" in pages.sent[0]
    assert names_on(response) == [
        row["name"]
        for row in reversed(products(store))
        if not row["is_visible"] and row["type"] == "physical"
    ]


def test_filter__of_the_api_that_is_no_field(pages, store):
    row = products(store)[0]
    levels = {"inventory_level": 1, "inventory_warning_level": 5, "inventory_tracking": "product"}
    store.put_document("v3/catalog/products", {"id": row["id"], **levels})
    response = pages.get("bcorm/product/", stock="low")
    assert "inventory_low=1" in pages.sent[0]
    assert row["name"] in names_on(response)


def test_filter__dates(pages, store):
    """Django asks for "before"; the API knows only "until" a whole second, here the last before."""
    dates = [row["date_created"] for row in store.documents("v3/customers")]
    day = sorted(dates)[10][:10]
    since = f"{day} 00:00:00+00:00"
    until = f"{day} 23:59:59.5+00:00"
    response = pages.get("bcorm/customer/", date_created__gte=since, date_created__lt=until)
    assert f"date_created:min={day}T00:00:00+00:00" in pages.sent[0]
    assert f"date_created:max={day}T23:59:59+00:00" in pages.sent[0]
    assert len(names_on(response)) == sum(date.startswith(day) for date in dates)


def test_filter__of_orders_by_status(pages, store):
    response = pages.get("bcorm/order/", status="10")
    assert "status_id=10" in pages.sent[0]
    shown = {row.order_status_id for row in response.context["cl"].result_list}
    assert shown == {10}


@pytest.mark.skipif(django.VERSION < (5, 0), reason="this Django has no facets")
def test_facets__are_never_counted(pages):
    pages.get("bcorm/product/", _facets="True")
    assert len(pages.sent) == 2


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ({"price__gte": "5"}, "price gte"),
        ({"name__startswith": "A"}, "name startswith"),
        ({"brand__name": "x"}, None),
        ({"price__lt": "x"}, None),
        ({"nonsense": "1"}, None),
    ],
)
def test_bad_lookup__becomes_a_message_and_no_request(pages, query, reason):
    response = pages.get("bcorm/product/", **query)
    assert response.status_code in {302, 400}
    assert pages.sent == []
    if reason is not None:
        assert response.url == "/admin/bcorm/product/?e=1"
        assert any(reason in told for told in pages.messages())


def test_editable_list__changed_rows_are_one_put(pages, store):
    form = pages.form("bcorm/product/")
    first, second = form["form-0-id"], form["form-40-id"]
    form.update({"form-0-price": "3.33", "form-40-price": "4.44", "_save": "Save"})
    response = pages.post("bcorm/product/", form)
    assert response.status_code == 302
    assert pages.sent == [FIRST_PAGE, "PUT /v3/catalog/products"]
    assert pages.bodies() == [
        [
            {"id": int(first), "price": Decimal("3.33")},
            {"id": int(second), "price": Decimal("4.44")},
        ]
    ]


def test_editable_list__forty_rows_are_four_puts(pages):
    form = pages.form("bcorm/product/")
    for number in range(40):
        form[f"form-{number}-price"] = str(1000 + number)
    form["_save"] = "Save"
    pages.post("bcorm/product/", form)
    assert pages.writes() == ["PUT /v3/catalog/products"] * 4


def test_editable_list__nothing_changed_sends_nothing(pages):
    form = pages.form("bcorm/product/")
    response = pages.post("bcorm/product/", {**form, "_save": "Save"})
    assert response.status_code == 302
    assert pages.sent == [FIRST_PAGE]


def test_editable_list__what_cannot_be_is_not_sent(pages):
    form = pages.form("bcorm/product/")
    form.update({"form-3-price": "-1", "_save": "Save"})
    response = pages.post("bcorm/product/", form)
    assert response.status_code == 200
    assert pages.writes() == []
    errors = response.context["cl"].formset.errors
    assert list(errors[3]) == ["price"]


@pytest.mark.usefixtures("other_site")
def test_editable_list__one_refused_row_does_not_lose_the_others(pages, store):
    """The batch is split until the bad row stands alone; the page shows its error on the row."""
    form = pages.form("bcorm/product/")
    keys = [int(form[f"form-{number}-id"]) for number in range(3)]
    taken = products(store)[0]["name"]
    form.update({"form-0-price": "55", "form-1-name": taken, "form-2-price": "55"})
    response = pages.post("bcorm/product/", {**form, "_save": "Save"})
    assert pages.writes()[0] == "PUT /v3/catalog/products"
    alone = [line for line in pages.writes() if line != "PUT /v3/catalog/products"]
    assert sorted(alone) == [f"PUT /v3/catalog/products/{key}" for key in sorted(keys)]
    stored = {row["id"]: row for row in products(store)}
    assert [stored[keys[0]]["price"], stored[keys[2]]["price"]] == [55, 55]
    assert stored[keys[1]]["name"] != taken
    assert response.status_code == 200
    errors = response.context["cl"].formset.errors
    assert [list(item) for item in errors[:3]] == [[], ["name"], []]
    assert "duplicate" in errors[1]["name"][0]
    assert "2 saved, 1 refused by the store: see below." in text_of(response)
    assert "Changed Price." in text_of(pages.get(f"bcorm/product/{keys[0]}/history/"))
    assert "Changed" not in text_of(pages.get(f"bcorm/product/{keys[1]}/history/"))


PAGES = ({}, {"p": "2"}, {"o": "3", "is_visible__exact": "1"}, {"q": "a"})
DEEP_PAGES = ({}, {"p": "95"}, {"o": "3", "is_visible__exact": "1"}, {"q": "a", "p": "37"})


def requests_of(pages, store, query):
    """Return how many requests a list page makes when a product on it has a brand."""
    row = pages.get("bcorm/product/", **query).context["cl"].result_list[0]
    store.put_document("v3/catalog/products", {"id": row.pk, "brand_id": 1})
    response = pages.get("bcorm/product/", **query)
    assert names_on(response)
    return len(pages.sent)


def test_ten_thousand_products__cost_as_many_requests_as_a_hundred(pages, settings_of, monkeypatch):
    from django.contrib.admin import ModelAdmin

    from bcorm.emulator import Emulator

    monkeypatch.setattr(ModelAdmin, "list_per_page", 10)  # a row is drawn for longer than asked for

    with Emulator(empty=True) as store, settings_of(API_URL=store.url):
        pages.store = store
        store.put_document("v3/catalog/brands", {"name": "Some"})
        store.generate_products(120)
        few = [requests_of(pages, store, query) for query in PAGES]
        store.generate_products(9_880)
        many = [requests_of(pages, store, query) for query in DEEP_PAGES]
    assert many == few == [2, 2, 2, 2]


def test_filter__dates_offer_what_the_api_answers(pages, store):
    """ "No date" and "Has date" would lead to a refusal."""
    response = pages.get("bcorm/order/")
    (by_date,) = [
        spec for spec in response.context["cl"].filter_specs if spec.title == "date created"
    ]
    choices = list(by_date.choices(response.context["cl"]))
    assert [str(choice["display"]) for choice in choices] == [
        "Any date",
        "Today",
        "Past 7 days",
        "This month",
        "This year",
    ]
    for choice in choices:
        assert pages.client.get(f"/admin/bcorm/order/{choice['query_string']}").status_code == 200
