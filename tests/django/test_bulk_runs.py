"""Bulk actions: the plan before, the progress while, the report after."""

from __future__ import annotations

import threading
import time
from decimal import Decimal

import pytest
from admin_pages import form_of, text_of


def newest(store, count):
    rows = store.documents("v3/catalog/products")
    return sorted((row["id"] for row in rows), reverse=True)[:count]


def start(pages, action, keys, model="product"):
    response = pages.post(f"bcorm/{model}/", {"action": action, "_selected_action": keys})
    assert response.status_code == 302
    assert "/bulk/" in response.url
    return response.url.removeprefix("/admin/")


def plan(pages, address, **parameters):
    response = pages.post(address, {**parameters, "show": "Show"})
    assert response.status_code == 200
    return response


def run(pages, address, response):
    """Confirm a plan, and wait for the run's end as the page's script does."""
    answer = pages.post(address, {**form_of(response), "run": "Send"})
    ends = time.monotonic() + 20
    while pages.client.get(f"/admin/{address}progress/").json()["running"]:
        assert time.monotonic() < ends, "the run does not end"
        time.sleep(0.02)
    for thread in threading.enumerate():
        if thread.name.startswith("bcorm-bulk"):
            thread.join(10)
    return answer


def prices(store):
    return {row["id"]: Decimal(str(row["price"])) for row in store.documents("v3/catalog/products")}


def test_bulk__asks_for_parameters_first(pages, store):
    address = start(pages, "change_prices", newest(store, 25))
    response = pages.get(address)
    assert pages.sent == []
    assert "25 rows are selected." in text_of(response)
    assert "percent" in form_of(response)


def test_bulk__bad_parameters_are_told(pages, store):
    address = start(pages, "change_prices", newest(store, 2))
    response = pages.post(address, {"percent": "a lot", "show": "Show"})
    assert response.context["form"].errors["percent"]
    assert pages.sent == []


def test_bulk__shows_the_plan_and_sends_nothing(pages, store):
    keys = newest(store, 25)
    before = prices(store)
    address = start(pages, "change_prices", keys)
    response = plan(pages, address, percent="10")
    assert len(pages.sent) == 1
    assert pages.sent[0].startswith("GET /v3/catalog/products?id:in=")
    assert "include_fields=name,price" in pages.sent[0]
    shown = text_of(response)
    assert "25 of 25 selected rows change, in 3 requests:" in shown
    assert shown.count("PUT v3/catalog/products") == 3
    assert prices(store) == before


def test_bulk__runs_what_was_shown(pages, store):
    keys = newest(store, 25)
    before = prices(store)
    address = start(pages, "change_prices", keys)
    response = plan(pages, address, percent="10")
    shown = [item.json for item in response.context["plan"]]
    run(pages, address, response)
    sent = [request for request in store.requests if request.method == "PUT"]
    assert [len(request.body) for request in sent] == [10, 10, 5]
    assert [len(text) for text in shown] == [len(text) for text in shown if text]
    cent = Decimal("0.01")
    after = prices(store)
    for key in keys:
        assert after[key] == (before[key] * Decimal("1.1")).quantize(cent, "ROUND_HALF_UP")
    untouched = set(before) - set(keys)
    assert all(after[key] == before[key] for key in untouched)


def test_bulk__reports_and_keeps_the_history(pages, store):
    from django.contrib.admin.models import LogEntry

    keys = newest(store, 12)
    address = start(pages, "change_visibility", keys)
    response = plan(pages, address, visible="0")
    changed = response.context["changed"]
    run(pages, address, response)
    report = text_of(pages.get(address))
    assert pages.sent == []
    assert f"Saved {changed} Needed no change {12 - changed} Refused 0" in report
    assert "Done." in report
    assert LogEntry.objects.count() == 1
    told = LogEntry.objects.first().get_change_message()
    assert told == f"Change visibility of selected products (visible: False): {changed}"
    shown = {row["id"]: row["is_visible"] for row in store.documents("v3/catalog/products")}
    assert not any(shown[key] for key in keys)


def test_bulk__nothing_to_change_offers_nothing_to_send(pages, store):
    address = start(pages, "change_prices", newest(store, 3))
    response = plan(pages, address, percent="0")
    assert "Nothing would change." in text_of(response)
    assert 'name="run"' not in response.content.decode()


def test_bulk__a_store_that_has_moved_is_shown_again(pages, store):
    keys = newest(store, 3)
    address = start(pages, "change_prices", keys)
    response = plan(pages, address, percent="10")
    store.put_document("v3/catalog/products", {"id": keys[0], "price": 1000})
    answer = pages.post(address, {**form_of(response), "run": "Send"})
    assert answer.status_code == 200
    assert pages.writes() == []
    assert "The store has changed since the plan was shown." in text_of(answer)
    assert "1100" in text_of(answer)
    run(pages, address, answer)
    assert prices(store)[keys[0]] == 1100


def test_bulk__a_run_starts_once(pages, store):
    keys = newest(store, 3)
    address = start(pages, "change_prices", keys)
    response = plan(pages, address, percent="10")
    run(pages, address, response)
    after = prices(store)
    again = pages.post(address, {**form_of(response), "run": "Send"})
    assert "Done." in text_of(again)
    assert pages.sent == []
    assert prices(store) == after


def test_bulk__what_is_refused_is_reported_by_name(pages, store):
    """Somebody deletes a row between the plan and its turn: the others are saved all the same."""
    from bcorm.emulator import Fault

    keys = newest(store, 12)
    address = start(pages, "change_prices", keys)
    response = plan(pages, address, percent="10")
    # The second request of the run: the batch of the last two.
    store.faults.add(Fault(kind="500", method="PUT", path="v3/catalog/products", after=1, times=9))
    run(pages, address, response)
    store.faults.clear()
    report = pages.get(address)
    assert "Saved 10" in text_of(report)
    run_ = report.context["run"]
    assert len(run_.report) == 2
    names = {row["id"]: row["name"] for row in store.documents("v3/catalog/products")}
    for line in run_.report:
        assert line["name"] == names[line["key"]]
        assert line["error"]


def test_bulk__a_row_that_is_gone(pages, store):
    keys = newest(store, 3)
    address = start(pages, "change_prices", keys)
    store.remove_document("v3/catalog/products", keys[1])
    response = plan(pages, address, percent="10")
    assert response.context["changed"] == 2
    run(pages, address, response)
    report = pages.get(address)
    assert "Saved 2 Needed no change 0 Refused 1" in text_of(report)
    assert report.context["run"].report == [
        {"key": keys[1], "name": "", "error": "the store no longer has it"}
    ]


def test_bulk__a_store_that_refuses_the_token_stops_the_run(pages, store, monkeypatch):
    from bcorm.contrib.django import runner
    from bcorm.exceptions import AuthenticationError

    def refuse(*_args, **_options):
        raise AuthenticationError("no", status=401)

    address = start(pages, "change_prices", newest(store, 3))
    response = plan(pages, address, percent="10")
    monkeypatch.setattr(runner.bulk, "stage", _only_in_threads(runner.bulk.stage, refuse))
    run(pages, address, response)
    report = text_of(pages.get(address))
    assert "Stopped before the end." in report
    assert "Saved 0" in report


def _only_in_threads(real, other):
    def chosen(*args, **options):
        inside = threading.current_thread().name.startswith("bcorm-bulk")
        return (other if inside else real)(*args, **options)

    return chosen


def test_bulk__an_interrupted_run_is_shown_as_stopped(pages, store):
    from datetime import timedelta

    from django.utils import timezone

    from bcorm.contrib.django.models import BulkRun

    address = start(pages, "change_prices", newest(store, 3))
    long_ago = timezone.now() - timedelta(minutes=10)
    BulkRun.objects.update(state=BulkRun.State.RUNNING, updated_at=long_ago)
    assert "Stopped before the end." in text_of(pages.get(address))


def test_bulk__across_pages_reads_only_keys(pages, store):
    answer = {"action": "change_prices", "_selected_action": ["1"], "select_across": "1"}
    response = pages.post("bcorm/product/", answer)
    total = len(store.documents("v3/catalog/products"))
    assert pages.sent[1].startswith("GET /v3/catalog/products?include_fields=id")
    assert f"{total} rows are selected." in text_of(pages.get(response.url.removeprefix("/admin/")))


def test_bulk__too_many_rows_for_one_run(pages, monkeypatch):
    from bcorm.contrib.django import bulk

    monkeypatch.setattr(bulk, "LARGEST_RUN", 20)
    answer = {"action": "change_prices", "_selected_action": ["1"], "select_across": "1"}
    response = pages.post("bcorm/product/", answer)
    assert response.url == "/admin/bcorm/product/"
    assert any("20 rows at most" in told for told in pages.messages())


def test_bulk__orders_change_status_one_by_one(pages, store):
    orders = [row["id"] for row in store.documents("v2/orders") if row["status_id"] != 10][-2:]
    address = start(pages, "change_status", orders, model="order")
    response = plan(pages, address, status="10")
    assert "2 of 2 selected rows change, in 2 requests:" in text_of(response)
    run(pages, address, response)
    states = {row["id"]: row["status_id"] for row in store.documents("v2/orders")}
    assert [states[key] for key in orders] == [10, 10]


@pytest.mark.parametrize("codenames", [("view_product",), ("view_product", "change_brand")])
def test_bulk__needs_the_permission_to_change(pages_of, store, codenames):
    pages = pages_of(*codenames)
    answer = {"action": "change_prices", "_selected_action": newest(store, 2)}
    assert pages.post("bcorm/product/", answer).status_code in {200, 302}
    from bcorm.contrib.django.models import BulkRun

    assert BulkRun.objects.count() == 0


def test_bulk__is_private_to_who_started_it(pages, pages_of, store):
    address = start(pages, "change_prices", newest(store, 2))
    other = pages_of("view_product", "change_product")
    assert other.get(address).status_code == 403
    assert other.get(f"{address}progress/").status_code == 403


def test_bulk__a_run_that_is_not_there(pages):
    import uuid

    assert pages.get(f"bcorm/product/bulk/{uuid.uuid4()}/").status_code == 404


def shown_changes(response):
    return response.context["lines"]


def ends(price, ending):
    """Return the nearest price with an ending, among all that are near."""
    whole = int(price)
    near = [Decimal(n) + Decimal(ending) for n in range(max(0, whole - 2), whole + 3)]
    return min((p for p in near if p > 0), key=lambda p: abs(p - price))


def test_plan__is_product_old_and_new(pages, store):
    keys = newest(store, 3)
    before = prices(store)
    names = {row["id"]: row["name"] for row in store.documents("v3/catalog/products")}
    address = start(pages, "change_prices", keys)
    response = plan(pages, address, percent="10")
    lines = {line[0]: line[1:] for line in shown_changes(response)}
    for key in keys:
        what, old, new = lines[names[key]]
        assert what == "price"
        assert Decimal(old) == before[key]
        assert Decimal(new) == (before[key] * Decimal("1.1")).quantize(
            Decimal("0.01"), "ROUND_HALF_UP"
        )


@pytest.mark.parametrize(
    ("price", "parameters", "after"),
    [
        ("10.40", {"ending": "0.99"}, "9.99"),
        ("10.50", {"ending": "0.99"}, "10.99"),
        ("0.30", {"ending": "0.99"}, "0.99"),
        ("10.40", {"ending": "0.95"}, "9.95"),
        ("10.60", {"ending": "0.00"}, "11.00"),
        ("10.00", {"amount": "-2.5"}, "7.50"),
        ("10.00", {"amount": "-25"}, "0.00"),
        ("10.00", {"percent": "10", "amount": "1"}, "12.00"),
        ("19.99", {"percent": "-12.5", "ending": "0.99"}, "17.99"),
    ],
)
def test_prices__by_percent_amount_and_ending(price, parameters, after):
    from types import SimpleNamespace

    from bcorm.contrib.django.bulkactions import ChangePrices, PriceForm

    form = PriceForm(parameters)
    assert form.is_valid(), form.errors
    item = SimpleNamespace(price=Decimal(price), sale_price=Decimal(0))
    ChangePrices().change(item, form.cleaned_data)
    assert item.price == Decimal(after)
    if set(parameters) == {"ending"} and parameters["ending"] != "0.00":
        assert abs(item.price - ends(Decimal(price), parameters["ending"])) <= Decimal("0.5")


@pytest.mark.parametrize("parameters", [{}, {"percent": ""}, {"target": "sale_price"}])
def test_prices__without_a_change_are_asked_for(pages, store, parameters):
    address = start(pages, "change_prices", newest(store, 2))
    response = plan(pages, address, **parameters)
    assert response.context["form"].errors
    assert pages.sent == []


def test_sale__is_set_and_ended(pages, store):
    keys = newest(store, 2)
    address = start(pages, "change_prices", keys)
    run(pages, address, plan(pages, address, percent="-20", target="sale_price"))
    before = prices(store)
    rows = {row["id"]: row for row in store.documents("v3/catalog/products")}
    for key in keys:
        assert Decimal(str(rows[key]["sale_price"])) == round(before[key] * Decimal("0.8"), 2)
    address = start(pages, "change_prices", keys)
    run(pages, address, plan(pages, address, target="no_sale"))
    rows = {row["id"]: row for row in store.documents("v3/catalog/products")}
    assert [rows[key]["sale_price"] for key in keys] == [0, 0]


@pytest.fixture
def with_own_prices(store):
    """A product of which two variants have prices of their own."""
    for row in store.documents("v3/catalog/products"):
        path = f"v3/catalog/products/{row['id']}/variants"
        variants = store.documents(path)
        if len(variants) > 2:
            for number, variant in enumerate(variants):
                own = 10 + number if number < 2 else None
                store.put_document(path, {"id": variant["id"], "price": own})
            return row["id"]
    raise LookupError


def own_prices(store, product):
    rows = store.documents(f"v3/catalog/products/{product}/variants")
    return [row["price"] for row in rows if row["price"] is not None]


def test_variants__that_keep_their_prices_are_told(pages, store, with_own_prices):
    address = start(pages, "change_prices", [with_own_prices])
    response = plan(pages, address, percent="10")
    assert "2 variants have prices of their own, and keep them." in text_of(response)
    run(pages, address, response)
    assert own_prices(store, with_own_prices) == [10, 11]


def test_variants__are_included_and_undone(pages, store, with_own_prices):
    before = prices(store)[with_own_prices]
    address = start(pages, "change_prices", [with_own_prices])
    response = plan(pages, address, percent="10", variants="on")
    assert len(shown_changes(response)) == 3
    run(pages, address, response)
    assert own_prices(store, with_own_prices) == [11, 12.1]
    undo = pages.post(address, {**pages.form(address), "undo": "Undo"}).url.removeprefix("/admin/")
    history = text_of(pages.get(f"bcorm/product/{with_own_prices}/history/"))
    assert "2 rows below it" in history
    path = f"v3/catalog/products/{with_own_prices}/variants"
    variant = next(row for row in store.documents(path) if row["price"] == 11)
    history = text_of(pages.get(f"bcorm/productvariant/{variant['id']}/history/"))
    assert "Changed by bulk runs" in history
    assert "price: 10" in history
    response = pages.get(undo)
    assert "changed or deleted" not in text_of(response)
    run(pages, undo, response)
    assert own_prices(store, with_own_prices) == [10, 11]
    assert prices(store)[with_own_prices] == before


def test_variants__that_do_not_change_are_not_sent(pages, store, with_own_prices):
    """Not even where their product's price is, which says nothing of their own."""
    path = f"v3/catalog/products/{with_own_prices}/variants"
    for variant in store.documents(path):
        if variant["price"] is not None:
            store.put_document(path, {"id": variant["id"], "price": 241.99})
    store.put_document("v3/catalog/products", {"id": with_own_prices, "price": 18.98})
    address = start(pages, "change_prices", [with_own_prices])
    response = plan(pages, address, ending="0.99", variants="on")
    assert len(shown_changes(response)) == 1
    store.clear_requests()
    run(pages, address, response)
    writes = [line for line in store.requests if line.method != "GET"]
    assert [(line.path, line.body) for line in writes] == [
        (f"/v3/catalog/products/{with_own_prices}", {"price": Decimal("18.99")})
    ]


def test_undo__sets_back_what_nobody_has_changed_since(pages, store):
    keys = newest(store, 12)
    before = prices(store)
    address = start(pages, "change_prices", keys)
    run(pages, address, plan(pages, address, percent="10"))
    store.put_document("v3/catalog/products", {"id": keys[3], "price": 777})
    undo = pages.post(address, {**pages.form(address), "undo": "Undo"}).url.removeprefix("/admin/")
    shown = pages.get(undo)
    assert "Undo: Change prices of selected products" in text_of(shown)
    assert "1 row was changed or deleted since, and is left as it is." in text_of(shown)
    assert len(shown_changes(shown)) == 11
    run(pages, undo, shown)
    after = prices(store)
    assert after.pop(keys[3]) == 777
    del before[keys[3]]
    assert after == before


@pytest.mark.parametrize("model", ["product", "order"])
def test_undo__of_every_kind_of_value(pages, store, model):
    if model == "order":
        keys = [row["id"] for row in store.documents("v2/orders") if row["status_id"] != 10][-2:]
        action, values, path, field = "change_status", {"status": "10"}, "v2/orders", "status_id"
    else:
        keys, action, values = newest(store, 3), "change_visibility", {"visible": "0"}
        path, field = "v3/catalog/products", "is_visible"
    before = {row["id"]: row[field] for row in store.documents(path)}
    address = start(pages, action, keys, model=model)
    run(pages, address, plan(pages, address, **values))
    undo = pages.post(address, {**pages.form(address), "undo": "Undo"}).url.removeprefix("/admin/")
    run(pages, undo, pages.get(undo))
    assert {row["id"]: row[field] for row in store.documents(path)} == before


def test_cancel__leaves_the_rest_unchanged(pages, store):
    from bcorm.contrib.django.models import BulkRun
    from bcorm.emulator import Fault

    keys = newest(store, 40)
    address = start(pages, "change_prices", keys)
    response = plan(pages, address, percent="10")
    store.faults.add(Fault(kind="slow", method="PUT", times=None, seconds=0.3))
    pages.post(address, {**form_of(response), "run": "Send"})
    shown = pages.get(address)
    assert "Cancel the rest" in shown.content.decode()
    listed = text_of(pages.get("bcorm/product/"))
    assert "Under way: Change prices of selected products" in listed
    pages.post(address, {**form_of(shown), "cancel": "Cancel"})
    for thread in threading.enumerate():
        if thread.name.startswith("bcorm-bulk"):
            thread.join(20)
    store.faults.clear()
    run_ = BulkRun.objects.get()
    assert run_.state == BulkRun.State.CANCELLED
    assert run_.saved < 40
    assert "Cancelled." in text_of(pages.get(address))
    assert "cancelled" in text_of(pages.get("bcorm/product/bulk/"))


def test_history__of_a_row_has_its_bulk_changes(pages, store):
    keys = newest(store, 2)
    address = start(pages, "change_visibility", keys)
    before = {row["id"]: row["is_visible"] for row in store.documents("v3/catalog/products")}
    key = next((key for key in keys if before[key]), None)
    if key is None:
        store.put_document("v3/catalog/products", {"id": keys[0], "is_visible": True})
        key = keys[0]
    run(pages, address, plan(pages, address, visible="0"))
    assert "is visible: True \N{RIGHTWARDS ARROW} False" in text_of(
        pages.get(f"bcorm/product/{key}/history/")
    )
