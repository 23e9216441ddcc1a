"""What a merchant does in a day, in Chromium: finds, edits, adds, deletes, changes in bulk, ships.

Each test starts from the pages as they are, and none from what another one has left.
"""

from __future__ import annotations

import re

import pytest
from browser import CHROMIUM
from browsing import MISSING

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason=MISSING)


def test_list__search_filter_sort_and_page_37(day):
    day.open("bcorm/product/")
    assert re.search(r"\b4[0-9]{3,4} (products|results)", day.text())
    assert len(day.asked()) <= 2
    day.click("th.column-price a")
    day.page.wait_for_url("**o=*")
    assert day.asked()[0] == "GET /v3/catalog/products"
    day.click('#changelist-filter a:text-is("Yes") >> nth=0')
    day.page.wait_for_url("**is_visible__exact=1*")
    assert len(day.asked()) <= 2
    day.open("bcorm/product/?p=37")
    assert day.page.locator("#result_list tbody tr").count() == 100
    assert len(day.asked()) <= 2
    day.open("bcorm/product/")
    day.page.fill("#searchbar", "Mug")
    day.page.press("#searchbar", "Enter")
    day.page.wait_for_url("**q=Mug*")
    day.page.wait_for_load_state()
    assert "Mug" in day.page.locator("#result_list tbody tr").first.inner_text()
    day.shoot("changelist")


def test_list__edit_a_price(day):
    day.open("bcorm/product/?q=Mug")
    day.asked()
    day.page.fill("#id_form-0-price", "17.25")
    day.save()
    day.page.wait_for_selector(".messagelist .success")
    assert "1 product was changed successfully" in day.text()
    assert [line for line in day.asked() if not line.startswith("GET")] == [
        "PUT /v3/catalog/products/" + day.page.locator(
            'input[name="form-0-id"]'
        ).get_attribute("value")
    ]  # fmt: skip
    assert day.page.input_value("#id_form-0-price") == "17.25"


def test_product__edit_with_inlines_and_an_autocompleted_brand(day):
    day.open("bcorm/product/77/change/")
    day.page.fill("#id_name", "Field Bath Mat, wide")
    day.page.fill("#id_price", "61.5")
    day.page.fill("#id_description", "<p>Wide enough for two.</p>")
    for name in ("Kitchen", "Cookware"):
        day.choose(".field-categories", name, name)
    day.choose(".field-brand", "Dove", "Dovetail")
    day.click("text=Add another Custom field")
    day.page.fill("#id_productcustomfield-0-name", "Material")
    day.page.fill("#id_productcustomfield-0-value", "Cotton")
    day.shoot("change-form")
    day.asked()
    day.save("_continue")
    day.page.wait_for_selector(".messagelist .success")
    writes = [line for line in day.asked() if not line.startswith("GET")]
    assert sorted(writes) == [
        "POST /v3/catalog/products/77/custom-fields",
        "PUT /v3/catalog/products/77",
    ]
    assert day.page.input_value("#id_name") == "Field Bath Mat, wide"
    assert "Cookware" in day.page.inner_text(".field-categories")
    assert "Dovetail" in day.text()
    assert day.page.input_value("#id_productcustomfield-0-value") == "Cotton"


def test_product__a_refusal_is_shown_on_its_field(day):
    day.open("bcorm/product/78/change/")
    taken = day.name_of(79)
    day.page.fill("#id_name", taken)
    day.save()
    day.page.wait_for_selector(".errornote")
    assert "duplicate" in day.page.inner_text(".field-name .errorlist")
    day.shoot("refusal")


def test_product__add_and_delete(day):
    day.open("bcorm/product/add/")
    day.page.fill("#id_name", "Short-lived thing")
    day.page.fill("#id_price", "1")
    day.save("_continue")
    day.page.wait_for_selector(".messagelist .success")
    day.click("a.deletelink")
    day.page.wait_for_selector("text=Are you sure")
    assert "Short-lived thing" in day.text()
    day.click('input[type="submit"][value^="Yes"]')
    day.page.wait_for_selector(".messagelist .success")
    assert "was deleted successfully" in day.text()


def test_products__delete_selected(day):
    day.open("bcorm/product/?o=1")
    before = day.page.inner_text(".paginator")
    for number in (0, 1):
        day.page.locator("input.action-select").nth(number).check()
    day.page.select_option('select[name="action"]', "delete_selected")
    day.click('button[name="index"]')
    day.page.wait_for_selector("text=Are you sure")
    day.asked()
    day.click('input[type="submit"][value^="Yes"]')
    day.page.wait_for_selector(".messagelist .success")
    assert "Successfully deleted 2 products." in day.text()
    assert "DELETE /v3/catalog/products" in day.asked()
    assert day.page.inner_text(".paginator") != before


def test_bulk__plan_progress_and_report(day):
    day.open("bcorm/product/?q=Mug")
    day.page.check("#action-toggle")
    day.page.select_option('select[name="action"]', "change_prices")
    day.click('button[name="index"]')
    day.page.wait_for_url("**/bulk/**")
    day.page.fill("#id_percent", "10")
    day.asked()
    day.click('input[name="show"]')
    day.page.wait_for_selector("#changes")
    day.click("summary:has-text('The requests')")
    day.page.wait_for_selector("#plan")
    assert not [line for line in day.asked() if not line.startswith("GET")]
    day.shoot("plan")
    planned = day.page.locator("#plan tbody tr").count()
    assert day.page.locator("#changes tbody tr").count() > 0
    # Slow writes, so that there is a progress to be seen.
    slow = {"kind": "slow", "method": "PUT", "seconds": 0.5, "times": planned}
    day.control("faults", "POST", slow)
    day.click('input[name="run"]')
    day.page.wait_for_selector("text=Running.")
    day.shoot("progress")
    day.page.wait_for_selector("text=Done.")
    assert day.page.inner_text("#bulk-failed") == "0"
    assert int(day.page.inner_text("#bulk-requests")) == planned
    assert int(day.page.inner_text("#bulk-saved")) > 0
    day.shoot("report")
    day.control("faults", "DELETE")


def test_order__status_and_lines(day):
    day.open("bcorm/order/")
    day.click(day.page.locator("#result_list tbody tr th a"))
    day.page.wait_for_selector("#id_order_status")
    assert day.page.locator("#orderproduct-group tr.has_original").count() > 0
    state = "3" if day.page.input_value("#id_order_status") != "3" else "2"
    day.page.select_option("#id_order_status", state)
    day.asked()
    day.save("_continue")
    day.page.wait_for_selector(".messagelist .success")
    assert len([line for line in day.asked() if line.startswith("PUT /v2/orders/")]) == 1
    assert day.page.input_value("#id_order_status") == state
    day.shoot("order")


def test_customer__with_addresses(day):
    day.open("bcorm/customer/")
    day.click(day.page.locator("#result_list tbody tr th a"))
    day.page.wait_for_selector("#id_first_name")
    day.page.fill("#id_first_name", "Renamed")
    day.save("_continue")
    day.page.wait_for_selector(".messagelist .success")
    assert day.page.input_value("#id_first_name") == "Renamed"


def test_history__names_what_changed(day):
    day.open("bcorm/product/80/change/")
    day.page.wait_for_selector("#id_name")
    day.page.fill("#id_name", "Told in the history")
    day.save("_continue")
    day.page.wait_for_selector(".messagelist .success")
    day.open("bcorm/product/80/history/")
    assert "Changed Name" in day.text()


def test_error_page__when_the_store_does_not_answer(day):
    day.control("faults", "POST", {"kind": "503", "times": None})
    try:
        day.open("bcorm/product/")
        assert "The store has a problem" in day.text()
        day.shoot("error")
    finally:
        day.control("faults", "DELETE")
    day.click("text=Try again")
    day.page.wait_for_selector("#result_list")


def test_viewer__may_look(day, chromium):
    page = chromium.new_page()
    page.goto(day.admin)
    page.fill('input[name="username"]', "viewer")
    page.fill('input[name="password"]', "viewer")
    page.click('input[type="submit"]')
    page.wait_for_selector("#user-tools")
    page.goto(day.admin + "bcorm/product/77/change/")
    assert "View product" in page.inner_text("h1")
    assert page.locator('input[name="_save"]').count() == 0
    page.close()
