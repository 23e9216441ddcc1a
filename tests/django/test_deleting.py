"""Deleting one row and what is selected: what is shown before, what is sent, what stays."""

from __future__ import annotations

from admin_pages import text_of

ALL = "images,videos,variants,options,modifiers,custom_fields,bulk_pricing_rules,reviews"


def keys(store):
    return {row["id"] for row in store.documents("v3/catalog/products")}


def test_delete__shows_what_goes_with_it(pages, store):
    response = pages.get("bcorm/product/77/delete/")
    assert pages.sent == [f"GET /v3/catalog/products/77?include={ALL}"]
    shown = text_of(response)
    for name in ("variants", "options"):
        rows = store.documents(f"v3/catalog/products/77/{name}")
        assert f"{name.capitalize()}: {len(rows)}" in shown
    assert f"Variant: {store.documents('v3/catalog/products/77/variants')[0]['sku']}" in shown
    assert "With it go its complex rules, metafields." in shown


def test_delete__is_one_request(pages, store):
    name = store.documents("v3/catalog/products")[0]["name"]
    response = pages.post("bcorm/product/77/delete/", {"post": "yes"})
    assert response.status_code == 302
    assert pages.sent == ["GET /v3/catalog/products/77", "DELETE /v3/catalog/products/77"]
    assert 77 not in keys(store)
    told = " ".join(pages.messages())
    assert name in told


def test_delete__stays_in_the_history(pages):
    from django.contrib.admin.models import LogEntry

    pages.post("bcorm/product/77/delete/", {"post": "yes"})
    entry = LogEntry.objects.get()
    assert (entry.object_id, entry.is_deletion()) == ("77", True)


def test_delete__refused_is_told_and_not_in_the_history(pages, store):
    from django.contrib.admin.models import LogEntry

    from bcorm.emulator import Fault

    store.faults.add(Fault(kind="500", method="DELETE", times=None))
    response = pages.post("bcorm/product/77/delete/", {"post": "yes"})
    assert response.url == "/admin/bcorm/product/77/change/"
    assert 77 in keys(store)
    assert LogEntry.objects.count() == 0
    store.faults.clear()
    assert pages.messages()


def test_delete_selected__asks_first(pages, store):
    before = keys(store)
    chosen = sorted(before)[-2:]
    response = pages.post(
        "bcorm/product/", {"action": "delete_selected", "_selected_action": chosen}
    )
    assert "Are you sure" in text_of(response)
    assert len(pages.sent) == 1, "the selected rows are on the page that was just read"
    assert keys(store) == before


def test_delete_selected__is_one_request(pages, store):
    from django.contrib.admin.models import LogEntry

    chosen = sorted(keys(store))[-3:]
    answer = {"action": "delete_selected", "_selected_action": chosen, "post": "yes"}
    response = pages.post("bcorm/product/", answer)
    assert response.status_code == 302
    assert pages.sent[1:] == [f"DELETE /v3/catalog/products?id:in={','.join(map(str, chosen))}"]
    assert not keys(store) & set(chosen)
    assert any("Successfully deleted 3 products." in told for told in pages.messages())
    assert LogEntry.objects.count() == 3


def test_delete_selected__across_pages(pages, store):
    """A filter that finds few; "select all" then means all that it finds."""
    rows = store.documents("v3/catalog/products")
    for row in rows[:3]:
        store.put_document("v3/catalog/products", {"id": row["id"], "condition": "Refurbished"})
    answer = {
        "action": "delete_selected", "_selected_action": [rows[0]["id"]],
        "select_across": "1", "post": "yes",
    }  # fmt: skip
    pages.post("bcorm/product/?condition__exact=Refurbished", answer)
    gone = {row["id"] for row in rows} - keys(store)
    assert gone == {row["id"] for row in rows if row["condition"] == "Refurbished"} | {
        row["id"] for row in rows[:3]
    }


def test_delete_selected__what_is_refused_stays_and_is_told(pages, store):
    from django.contrib.admin.models import LogEntry

    from bcorm.emulator import Fault

    store.faults.add(Fault(kind="503", method="DELETE", times=None))
    chosen = sorted(keys(store))[-2:]
    answer = {"action": "delete_selected", "_selected_action": chosen, "post": "yes"}
    pages.post("bcorm/product/", answer)
    assert keys(store) >= set(chosen)
    assert LogEntry.objects.count() == 0
    store.faults.clear()
    told = pages.messages()
    assert len(told) == 2
    assert not any("Successfully" in line for line in told)


def test_delete__an_order_says_that_it_is_archived(pages, store):
    order = store.documents("v2/orders")[0]["id"]
    response = pages.get(f"bcorm/order/{order}/delete/")
    assert "archives an order" in text_of(response)
