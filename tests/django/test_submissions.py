"""A form has one effect, on the store that it was made for; and it survives a store that fails."""

from __future__ import annotations

import threading

import many_stores
import pytest
from admin_pages import Form, Pages, asked, form_of, text_of
from test_bulk_runs import newest
from test_change_form import PRODUCT, product

from bcorm.emulator import Emulator, Fault

TOKEN = "_bcorm_form"
NEW = {"name": "Sent once", "type": "physical", "price": "1", "weight": "0"}
ADD = "bcorm/product/add/"


def named(store, name):
    return [row for row in store.documents("v3/catalog/products") if row["name"] == name]


def test_once__a_form_sent_twice_creates_one_row(pages, store):
    form = {**pages.form(ADD), **NEW}
    first = pages.post(ADD, form)
    assert first.status_code == 302
    second = pages.post(ADD, form)
    assert pages.sent == []
    assert second.url == first.url
    assert len(named(store, "Sent once")) == 1
    assert any("carried out once" in told for told in pages.messages())


def test_once__clicks_at_the_same_time_create_one_row(pages, store):
    form = {**pages.form(ADD), **NEW}
    store.faults.add(Fault(kind="slow", method="POST", times=1, seconds=0.3))
    answers = []

    def click():
        from django.db import connections

        visitor = Pages(store, "demo")
        answers.append(visitor.client.post(f"/admin/{ADD}", form))
        connections.close_all()  # each thread has its own

    clicks = [threading.Thread(target=click) for _ in range(3)]
    for thread in clicks:
        thread.start()
    for thread in clicks:
        thread.join(30)
    assert {answer.status_code for answer in answers} == {302}
    assert len({answer.url for answer in answers}) == 1
    assert len(named(store, "Sent once")) == 1
    assert sum(row.method == "POST" for row in store.requests) == 1


def test_once__another_button_is_the_same_form(pages, store):
    form = {**pages.form(ADD), **NEW}
    pages.post(ADD, {**form, "_save": "Save"})
    pages.post(ADD, {**form, "_continue": "Save and continue editing"})
    assert len(named(store, "Sent once")) == 1


def test_once__other_content_is_another_form(pages, store):
    """Somebody went back to the form, and entered something else."""
    form = {**pages.form(ADD), **NEW}
    pages.post(ADD, form)
    pages.post(ADD, {**form, "name": "Sent next"})
    assert len(named(store, "Sent next")) == 1


def test_once__an_inline_row_is_added_once(pages, store):
    form = pages.form(PRODUCT)
    form.add_row("productcustomfield", name="Colour", value="red")
    pages.post(PRODUCT, form)
    pages.post(PRODUCT, form)
    rows = store.documents("v3/catalog/products/77/custom-fields")
    assert [row["name"] for row in rows].count("Colour") == 1


def test_once__what_was_refused_may_be_sent_again(pages, store):
    form = {**pages.form(PRODUCT), "price": "12"}
    store.faults.add(Fault(kind="429", method="PUT", times=2, seconds=0.01))
    assert pages.post(PRODUCT, form).status_code == 200
    store.faults.clear()
    assert pages.post(PRODUCT, form).status_code == 302
    assert product(store)["price"] == 12


def test_once__what_was_added_in_a_popup_is_added_once(pages, store):
    form = {**pages.form("bcorm/brand/add/?_popup=1"), "name": "Popped up", "_popup": "1"}
    assert pages.post("bcorm/brand/add/?_popup=1", form).status_code == 200
    pages.post("bcorm/brand/add/?_popup=1", form)
    assert pages.sent == []
    assert [row["name"] for row in store.documents("v3/catalog/brands")].count("Popped up") == 1


def test_once__an_action_starts_one_run(pages, store):
    from bcorm.contrib.django.models import BulkRun

    form = pages.form("bcorm/product/")
    sent = {**form, "action": "change_prices", "_selected_action": newest(store, 2), "index": "0"}
    first, second = pages.post("bcorm/product/", sent), pages.post("bcorm/product/", sent)
    assert first.url == second.url
    assert BulkRun.objects.count() == 1


def test_once__a_row_is_deleted_once(pages, store):
    path = f"bcorm/product/{newest(store, 1)[0]}/delete/"
    form = pages.form(path)
    assert form[TOKEN]
    first = pages.post(path, form)
    assert len(pages.writes()) == 1
    assert pages.post(path, form).url == first.url
    assert pages.sent == []


@pytest.mark.parametrize("path", [PRODUCT, "bcorm/product/", ADD, "bcorm/product/77/delete/"])
def test_failure__of_a_read_keeps_the_form(pages, store, path):
    """What was entered is on the page, and one click sends it again."""
    form = pages.form(path)
    changed = next((name for name in form if name.endswith("price")), None)
    sent = Form(form, **({changed: "43.21"} if changed else {}), _save="Save")
    if path == ADD:
        sent.update(NEW, price="43.21")
        sent["brand"] = "5"  # a brand that is chosen is looked up
    store.faults.add(Fault(kind="503", method="GET", times=None))
    response = pages.post(path, sent)
    assert response.status_code == 503
    assert pages.writes() == []
    kept = form_of(response)
    del kept["csrfmiddlewaretoken"], sent["csrfmiddlewaretoken"]
    assert kept == sent
    assert "SECRET-TOKEN" not in response.content.decode()
    if changed:
        assert "43.21" in text_of(response)
    store.faults.clear()
    assert pages.post(path, kept).status_code == 302
    assert len(pages.writes()) == 1


def test_failure__of_a_login_keeps_nothing(pages, store, settings_of):
    response = pages.client.post("/admin/login/", {"username": "demo", "password": "hunter2"})
    assert "hunter2" not in response.content.decode()


@pytest.fixture
def two_stores(running_store, clean_tables):
    """Two stores that one site serves; `at` is the one that requests are about."""
    from django.test import override_settings

    from bcorm import Client, OAuthCredentials

    with Emulator(store_hash="stora") as one, Emulator(store_hash="storb") as two:
        many_stores.STORES.update(
            a=Client(OAuthCredentials("stora", "SECRET-TOKEN"), api_url=one.url),
            b=Client(OAuthCredentials("storb", "SECRET-TOKEN"), api_url=two.url),
        )
        with override_settings(BCORM={"CLIENT_FOR": "many_stores.client_at"}):
            many_stores.at = "a"
            yield {"a": one, "b": two}
    many_stores.STORES.clear()


def refused(response, stores):
    assert response.status_code == 409
    assert "stora" in text_of(response)
    assert [item.method for item in stores["b"].requests if item.method != "GET"] == []


@pytest.mark.parametrize("path", [PRODUCT, "bcorm/product/", ADD, "bcorm/product/77/delete/"])
def test_stores__a_form_belongs_to_its_store(two_stores, path):
    pages = Pages(two_stores["a"], "demo")
    form = {**pages.form(path), "post": "yes", **(NEW if path == ADD else {})}
    many_stores.at = "b"
    two_stores["b"].clear_requests()
    response = pages.client.post(f"/admin/{path}", form)
    refused(response, two_stores)
    assert asked(two_stores["b"]) == []
    many_stores.at = "a"
    assert pages.post(path, form_of(response) if path != PRODUCT else form).status_code in {
        200,
        302,
    }


@pytest.mark.parametrize("token", [None, "", "forged", "WyJzdG9yYiIsICJ4Il0:abc"])
def test_stores__a_form_that_does_not_say_is_refused(two_stores, token):
    pages = Pages(two_stores["a"], "demo")
    form = pages.form(PRODUCT)
    form = {k: v for k, v in form.items() if k != TOKEN}
    response = pages.post(PRODUCT, {**form, **({} if token is None else {TOKEN: token})})
    assert response.status_code == 409
    assert pages.sent == []


def test_stores__a_run_belongs_to_its_store(two_stores):
    """Planned at one store, it can neither be seen nor started at the other."""
    pages = Pages(two_stores["a"], "demo")
    listed = pages.form("bcorm/product/")
    keys = newest(two_stores["a"], 4)
    chosen = {**listed, "action": "change_visibility", "_selected_action": keys}
    address = pages.post("bcorm/product/", chosen).url.removeprefix("/admin/")
    first = pages.form(address)
    planned = form_of(pages.post(address, {**first, "visible": "0", "show": "Show"}))
    many_stores.at = "b"
    two_stores["b"].clear_requests()
    refused(pages.client.post(f"/admin/{address}", {**planned, "run": "Send"}), two_stores)
    refused(pages.client.get(f"/admin/{address}"), two_stores)
    assert asked(two_stores["b"]) == []


def test_stores__equal_plans_of_two_stores_are_told_apart(two_stores):
    from bcorm.contrib.django import bulk
    from bcorm.contrib.django.models import BulkRun

    class Plan:
        rows = ("PUT v3/catalog/products [...]",)

    runs = [BulkRun(store=store, model="bcorm.Product") for store in ("stora", "storb")]
    assert bulk.fingerprint(runs[0], Plan) != bulk.fingerprint(runs[1], Plan)
    assert bulk.fingerprint(runs[0], Plan) != bulk.fingerprint(
        BulkRun(store="stora", model="bcorm.Order"), Plan
    )


def test_stores__each_has_its_own_history(two_stores):
    pages = Pages(two_stores["a"], "demo")
    pages.post(PRODUCT, {**pages.form(PRODUCT), "price": "5"})
    here = text_of(pages.get("bcorm/product/77/history/"))
    assert "Changed Price." in here
    many_stores.at = "b"
    there = text_of(pages.get("bcorm/product/77/history/"))
    assert "Changed Price." not in there


@pytest.fixture
def two_hosts(running_store, clean_tables):
    """Two hosts that call their stores the same; `at` is the one that requests are about."""
    from django.test import override_settings

    from bcorm import Client, OAuthCredentials

    with Emulator(store_hash="stora") as one, Emulator(store_hash="stora") as two:
        for name, store in (("a", one), ("b", two)):
            client = Client(OAuthCredentials("stora", "SECRET-TOKEN"), api_url=store.url)
            many_stores.STORES[name] = client
        with override_settings(BCORM={"CLIENT_FOR": "many_stores.client_at"}):
            many_stores.at = "a"
            yield {"a": one, "b": two}
    many_stores.STORES.clear()


def test_hosts__a_form_belongs_to_its_host(two_hosts):
    pages = Pages(two_hosts["a"], "demo")
    form = pages.form(PRODUCT)
    many_stores.at = "b"
    two_hosts["b"].clear_requests()
    refused(pages.client.post(f"/admin/{PRODUCT}", form), two_hosts)


def test_hosts__a_run_and_its_history_belong_to_their_host(two_hosts):
    pages = Pages(two_hosts["a"], "demo")
    listed = pages.form("bcorm/product/")
    keys = newest(two_hosts["a"], 2)
    chosen = {**listed, "action": "change_visibility", "_selected_action": keys}
    address = pages.post("bcorm/product/", chosen).url.removeprefix("/admin/")
    pages.post(PRODUCT, {**pages.form(PRODUCT), "price": "5"})
    assert "Changed Price." in text_of(pages.get("bcorm/product/77/history/"))
    many_stores.at = "b"
    two_hosts["b"].clear_requests()
    refused(pages.client.get(f"/admin/{address}"), two_hosts)
    assert "Changed Price." not in text_of(pages.get("bcorm/product/77/history/"))


def recent(pages):
    return pages.client.get("/admin/").content.decode().partition("recent-actions-module")[2]


@pytest.mark.parametrize("stores", ["two_stores", "two_hosts"])
def test_recent_actions__are_those_of_one_store(stores, request):
    from django.contrib.admin.models import ADDITION, LogEntry
    from django.contrib.auth import get_user_model
    from django.contrib.contenttypes.models import ContentType

    stores = request.getfixturevalue(stores)
    pages = Pages(stores["a"], "demo")
    pages.post(PRODUCT, {**pages.form(PRODUCT), "name": "Of store a"})
    user = get_user_model().objects.get(username="demo")
    kind = ContentType.objects.get_for_model(type(user))
    for given in ({"content_type": kind, "object_repr": "Somebody"}, {"object_repr": "No kind"}):
        LogEntry.objects.create(user=user, object_id="1", action_flag=ADDITION, **given)
    of_product = ContentType.objects.get(app_label="bcorm", model="product")
    LogEntry.objects.create(  # outside of any session: nobody knows of which store
        user=user, content_type=of_product, object_id="1", object_repr="Lost", action_flag=ADDITION
    )
    here = recent(pages)
    assert {name in here for name in ("Of store a", "Somebody", "No kind")} == {True}
    assert "Lost" not in here
    many_stores.at = "b"
    there = recent(pages)
    assert "Of store a" not in there
    assert "Somebody" in there
    many_stores.STORES["none"] = None
    many_stores.at = "none"
    nowhere = recent(pages)
    assert "Of store a" not in nowhere
    assert "Somebody" in nowhere


def without_token(pages):
    return {name: value for name, value in pages.form(PRODUCT).items() if name != TOKEN}


def test_one_store__takes_a_form_that_does_not_say(pages, store):
    """There is no other store that it could be about."""
    assert pages.post(PRODUCT, {**without_token(pages), "price": "5"}).status_code == 302
    assert pages.post(PRODUCT, {**without_token(pages), "price": "6"}).status_code == 302


@pytest.mark.parametrize("model", ["StoreEntry", "BulkRun"])
def test_one_store__refuses_it_where_another_store_was_seen(pages, store, model):
    """The setting was changed, or another process of this site serves another store."""
    from django.contrib.auth import get_user_model

    from bcorm.contrib.django import models

    user = get_user_model().objects.get(username="demo")
    given = {"entry": 1} if model == "StoreEntry" else {"user": user, "model": "bcorm.Product"}
    getattr(models, model).objects.create(store="another", **given)
    response = pages.post(PRODUCT, {**without_token(pages), "price": "5"})
    assert response.status_code == 409
    assert pages.writes() == []
    assert pages.post(PRODUCT, {**pages.form(PRODUCT), "price": "5"}).status_code == 302


def test_history__of_one_store_has_what_was_written_before_stores_were_noted(pages, store):
    from bcorm.contrib.django.models import StoreEntry

    pages.post(PRODUCT, {**pages.form(PRODUCT), "price": "5"})
    assert StoreEntry.objects.count() == 1
    StoreEntry.objects.all().delete()
    assert "Changed Price." in text_of(pages.get("bcorm/product/77/history/"))


def test_history__of_other_models_is_left_alone(clean_tables):
    from django.contrib.admin.models import ADDITION, LogEntry
    from django.contrib.auth import get_user_model
    from django.contrib.contenttypes.models import ContentType

    from bcorm.contrib.django.models import StoreEntry

    user = get_user_model().objects.get(username="demo")
    kind = ContentType.objects.get_for_model(type(user))
    LogEntry.objects.create(user=user, content_type=kind, object_id="1", action_flag=ADDITION)
    assert StoreEntry.objects.count() == 0


@pytest.fixture
def switched(running_store, clean_tables):
    """A site with two stores of its own, between which the visitor switches."""
    from django.test import override_settings

    with Emulator(store_hash="north") as one, Emulator(store_hash="south") as two:
        stores = {
            name: {"STORE_HASH": name, "ACCESS_TOKEN": "SECRET-TOKEN", "API_URL": store.url}
            for name, store in (("north", one), ("south", two))
        }
        with override_settings(BCORM={"STORES": stores}):
            yield {"north": one, "south": two}


def test_switch__leads_to_the_other_store_and_forms_stay_with_theirs(switched):
    pages = Pages(switched["north"], "demo")
    open_form = pages.form(PRODUCT)
    switched["south"].put_document("v3/catalog/products", {"id": 77, "name": "Southern"})
    assert "Southern" not in text_of(pages.get(PRODUCT))
    assert pages.post("bcorm/product/switch-store/", {"store": "south"}).status_code == 302
    assert form_of(pages.client.get(f"/admin/{PRODUCT}"))["name"] == "Southern"
    switched["south"].clear_requests()
    response = pages.client.post(f"/admin/{PRODUCT}", {**open_form, "price": "3"})
    assert response.status_code == 409
    assert "belongs to the store north" in text_of(response)
    assert switched["south"].requests == []
    pages.post("bcorm/product/switch-store/", {"store": "north"})
    kept = form_of(response)
    assert pages.post(PRODUCT, kept).status_code == 302
    assert pages.writes() == ["PUT /v3/catalog/products/77"]


@pytest.mark.parametrize("name", ["", "west", "<b>"])
def test_switch__to_no_store_stays(switched, name):
    pages = Pages(switched["north"], "demo")
    pages.post("bcorm/product/switch-store/", {"store": name})
    pages.get(PRODUCT)
    assert pages.sent
    assert len(switched["south"].requests) == 0
