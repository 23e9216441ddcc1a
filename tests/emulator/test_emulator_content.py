"""What the store refuses and remembers of its content, settings and shoppers.

Whole walks through these parts are in the coverage of the API; here are the rules between them.
"""

from __future__ import annotations

import pytest
from shared import needs_shared
from spec_judge import Exchange

pytestmark = needs_shared("specs")

URL = {"type": "url", "url": "/b"}
CURRENCY = {
    "name": "Euro",
    "currency_code": "EUR",
    "currency_exchange_rate": "0.91",
    "token_location": "left",
    "token": "E",
    "decimal_token": ".",
    "thousands_token": ",",
    "decimal_places": 2,
}
GIFT = {"to_name": "A", "to_email": "a@example.com", "from_name": "B", "from_email": "b@b.example"}


@pytest.fixture
def refused(shop, judge):
    """Sends a request that must be refused, and holds the refusal against the spec."""

    def send(method, path, body, status):
        answer = shop.request(method, path, body)
        assert answer.status_code == status, answer.text
        operation = judge.operation(method, f"/{path}")
        declared = judge.declared(operation)["responses"].get(str(status), {})
        for media_type in declared.get("content", ()):  # one, under one of two names for JSON
            exchange = Exchange(
                method, f"/{path}", status, body, answer.json(), answer_type=media_type
            )
            assert judge.problems(exchange, request=False) == []
        return answer.json()

    return send


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        # A channel, site, product or customer that is not there.
        ("GET", "v3/settings/storefront/seo?channel_id=99", None, 404),
        ("POST", "v3/content/widgets", {"name": "A", "widget_template_uuid": "x"}, 422),
        ("POST", "v3/content/scripts", {"name": "A", "src": "x", "channel_id": 99}, 422),
        ("PUT", "v3/storefront/redirects", [{"site_id": 99, "from_path": "/a", "to": URL}], 422),
        ("POST", "v3/wishlists", {"customer_id": 9999}, 422),
        ("POST", "v3/wishlists", {"customer_id": 1, "items": [{"product_id": 1}]}, 422),
        ("POST", "v3/shopper-profiles", [{"customer_id": 9999}], 422),
        ("POST", "v3/customers/subscribers", {"email": "a@b.example", "order_id": 9999}, 422),
        ("POST", "v3/themes/actions/activate", {"variation_id": "x"}, 422),
        ("POST", "v3/infrastructure/deployments", {"upload_uuid": "a", "project_uuid": "b"}, 422),
        ("POST", "v2/redirects", {"path": "/a", "forward": {"type": "product", "ref": 1}}, 400),
        # What is missing, or does not fit the rest.
        ("PUT", "v3/settings/storefront/seo", {"page_title": "Alone"}, 422),
        ("PUT", "v3/settings/search/filters", [{"id": "unknown"}], 422),
        ("POST", "v3/content/scripts", {"name": "A", "kind": "script_tag"}, 422),
        ("POST", "v3/content/pages", {"name": "A", "type": "link"}, 422),
        ("POST", "v3/content/pages", {"name": "A", "type": "page", "parent_id": 99}, 422),
        ("DELETE", "v3/content/pages", None, 422),
        ("DELETE", "v3/storefront/redirects", None, 422),
        ("GET", "v3/content/regions", None, 422),
        ("GET", "v3/marketing/email-templates/love_letter", None, 404),
        ("DELETE", "v3/marketing/email-templates/invoice_email?channel_id=2", None, 404),
        ("POST", "v3/storefront/api-token", {"expires_at": 1, "channel_id": 1}, 422),
        ("POST", "v3/storefront/api-token", {"expires_at": 9_999_999_999}, 422),
        ("DELETE", "v3/storefront/api-token", None, 422),
        ("POST", "v3/storefront/redirects/imex/export", {}, 409),
        ("POST", "v2/currencies", {**CURRENCY, "currency_code": "USD"}, 409),
        ("DELETE", "v2/currencies/1", None, 409),
        ("POST", "v2/gift_certificates", {**GIFT, "amount": "-1"}, 400),
        ("POST", "v2/banners", {"name": "A"}, 400),
        ("POST", "v2/blog/posts", {"title": "A"}, 400),
        ("PUT", "v2/currencies/1", {"id": 7}, 400),
    ],
)
def test_refusals(refused, method, path, body, status):
    refused(method, path, body, status)


def test_names_are_taken_once(shop, refused):
    page = {"name": "About", "type": "page", "body": ""}
    assert shop.post("v3/content/pages", page).status_code == 201
    refused("POST", "v3/content/pages", page, 422)
    assert shop.post("v3/content/pages", {**page, "channel_id": 2}).status_code == 201
    assert shop.post("v3/segments", [{"name": "Tea"}]).status_code == 201
    refused("POST", "v3/segments", [{"name": "tea"}], 409)
    subscriber = {"email": "a@example.com"}
    assert shop.post("v3/customers/subscribers", subscriber).status_code == 200
    refused("POST", "v3/customers/subscribers", {"email": "A@example.com"}, 409)
    gift = {**GIFT, "amount": "5", "code": "ABC"}
    assert shop.post("v2/gift_certificates", gift).status_code == 201
    refused("POST", "v2/gift_certificates", gift, 409)


def test_a_default_currency_moves(shop):
    euro = shop.post("v2/currencies", {**CURRENCY, "is_default": True}).json()
    assert euro["currency_exchange_rate"] == "0.9100000000"
    shown = {row["currency_code"]: row["is_default"] for row in shop.get("v2/currencies").json()}
    assert shown == {"USD": False, "EUR": True}
    assert shop.put(f"v2/currencies/{euro['id']}", {"is_default": False}).status_code == 400
    assert shop.delete("v2/currencies").status_code == 204
    assert [row["currency_code"] for row in shop.get("v2/currencies").json()] == ["EUR"]


def test_lines_of_an_import_fail_by_themselves(shop):
    table = (
        "Domain,Old Path,Manual URL/Path,Dynamic Target Type,Dynamic Target ID\n"
        "emulated.example.com,/a,/b,,\n"
        "emulated.example.com,/c,,product,77\n"
        "emulated.example.com,/d,,product,999999\n"
        "nowhere.example.com,/e,/f,,\n"
    )
    files = {"import_file": ("a.csv", table, "text/csv")}
    made = shop.request("POST", "v3/storefront/redirects/imex/import", files=files)
    (job,) = shop.data("v3/storefront/redirects/imex/jobs", id=made.json()["id"])
    assert (job["total_items"], job["completed_items"], job["failed_items"]) == (4, 2, 2)
    assert [error["row"] for error in job["errors"]] == [3, 4]
    listed = shop.data("v3/storefront/redirects", include="to_url", sort="from_path")
    product = shop.data("v3/catalog/products/77")["custom_url"]["url"]
    assert [row["to_url"] for row in listed] == [
        "https://emulated.example.com/b",
        f"https://emulated.example.com{product}",
    ]
    assert [row["path"] for row in shop.get("v2/redirects").json()] == ["/a", "/c"]


def test_a_redirect_of_the_same_path_is_overwritten(shop):
    body = {"site_id": 1, "from_path": "/a", "to": {"type": "product", "entity_id": 77}}
    first = shop.put("v3/storefront/redirects", [body]).json()["data"][0]
    again = shop.put("v3/storefront/redirects", [{**body, "to": URL}]).json()["data"][0]
    assert again == {**first, "to": URL}


def test_segments_forget_who_is_gone(shop):
    (segment,) = shop.post("v3/segments", [{"name": "Tea"}]).json()["data"]
    profiles = shop.post("v3/shopper-profiles", [{"customer_id": 1}, {"customer_id": 2}])
    keys = [profile["id"] for profile in profiles.json()["data"]]
    members = f"v3/segments/{segment['id']}/shopper-profiles"
    assert shop.post(members, keys).status_code == 201
    assert shop.post(members, keys[:1]).status_code == 409
    shown = shop.data("v3/customers", id__in="1", include="shopper_profile_id,segment_ids")[0]
    assert (shown["shopper_profile_id"], shown["segment_ids"]) == (keys[0], [segment["id"]])
    shop.delete("v3/customers", id__in="1")
    assert [row["customer_id"] for row in shop.data(members)] == [2]
    shop.delete("v3/segments", id__in=segment["id"])
    assert shop.data(f"v3/shopper-profiles/{keys[1]}/segments") == []


def test_deleted_pages_take_their_children_if_that_is_said(shop):
    def put(name, parent):
        body = {"name": name, "type": "page", "body": "", "parent_id": parent}
        return shop.post("v3/content/pages", body).json()["data"]["id"]

    top = put("Top", 0)
    middle = put("Middle", top)
    put("Bottom", middle)
    other = put("Other", 0)
    put("Orphan", other)
    shop.delete("v3/content/pages", id__in=str(top), delete_children="true")
    assert {row["name"] for row in shop.data("v3/content/pages")} == {"Other", "Orphan"}
    shop.delete("v3/content/pages", id__in=str(other))
    (orphan,) = shop.data("v3/content/pages")
    assert (orphan["parent_id"], orphan["is_visible"]) == (0, False)


def test_channels_inherit_what_they_do_not_override(shop):
    path = "v3/settings/storefront/status"
    assert set(shop.data(path, channel_id=2).values()) == {None}
    body = {"down_for_maintenance_message": "Closed", "prelaunch_message": None}
    answer = shop.request("PUT", f"{path}?channel_id=2", body)
    assert answer.json()["data"]["down_for_maintenance_message"] == "Closed"
    assert shop.data(path)["down_for_maintenance_message"] != "Closed"
    assert shop.put(path, body).status_code == 422
    emails = "v3/marketing/email-templates/invoice_email"
    shop.put(emails, {"subject": "Ours"})
    assert shop.data(emails, channel_id=2)["subject"] == "Ours"


def test_wishlist_items_keep_their_ids(shop):
    products = [row["id"] for row in shop.data("v3/catalog/products", limit=3)]
    body = {"customer_id": 1, "items": [{"product_id": key} for key in products[:2]]}
    wishlist = shop.post("v3/wishlists", body).json()["data"]
    path = f"v3/wishlists/{wishlist['id']}"
    added = shop.post(f"{path}/items", {"items": [{"product_id": products[2]}]}).json()["data"]
    assert added["items"][:2] == wishlist["items"]
    left = shop.delete(f"{path}/items/{added['items'][0]['id']}").json()["data"]
    assert left["items"] == added["items"][1:]
    assert shop.delete(f"{path}/items/999").status_code == 404
    kept = shop.put(path, {"customer_id": 2, "items": left["items"][:1]}).json()["data"]
    assert (kept["customer_id"], kept["items"]) == (1, left["items"][:1])
