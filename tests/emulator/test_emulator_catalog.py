"""Products and what hangs under them: what writes do, refuse and destroy."""

from __future__ import annotations

import json

import pytest

PRODUCTS = "v3/catalog/products"


def product(**values):
    return {"name": "Test mug", "type": "physical", "weight": 1, "price": 9.99, **values}


def test_create_gives_base_variant_url_dates_and_defaults(shop):
    answer = shop.post(PRODUCTS, product())
    created = answer.json()["data"]
    assert answer.status_code == 200
    assert created["custom_url"] == {"url": "/test-mug/", "is_customized": False}
    assert created["calculated_price"] == 9.99
    assert created["date_created"] == created["date_modified"]
    assert created["related_products"] == [-1]
    assert [variant["id"] for variant in created["variants"]] == [created["base_variant_id"]]
    assert created["variants"][0]["calculated_price"] == 9.99
    assert "variants" not in shop.data(f"{PRODUCTS}/{created['id']}")


@pytest.mark.parametrize("price", ["12.50", "0.1", "19.99", "12345678.1234", "1234567890123.4567"])
def test_prices_come_back_digit_for_digit(shop, price):
    body = json.dumps(product()).replace("9.99", price)
    url = f"{shop.emulator.url}/stores/abc123/{PRODUCTS}"
    answer = shop.session.post(url, data=body, headers={"Content-Type": "application/json"})
    shown = json.loads(answer.text, parse_float=str)["data"]["price"]
    assert float(shown) == float(price)
    assert shown.rstrip("0") == price.rstrip("0")


def test_a_price_spelled_as_text_is_a_price(shop):
    assert shop.post(PRODUCTS, product(price="12.5")).json()["data"]["price"] == 12.5
    assert shop.post(PRODUCTS, product(name="B", price="dear")).status_code == 422


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "x" * 251}, "name"),
        ({"type": "imaginary"}, "type"),
        ({"price": -1}, "price"),
        ({"weight": "heavy"}, "weight"),
        ({"is_visible": "yes"}, "is_visible"),
        ({"categories": [999_999]}, "categories"),
        ({"categories": "1"}, "categories"),
        ({"brand_id": 999_999}, "brand_id"),
        ({"upc": "9" * 15}, "upc"),
    ],
)
def test_wrong_values_are_refused_by_field(shop, change, field):
    answer = shop.post(PRODUCTS, product(**change))
    assert answer.status_code == 422
    assert list(answer.json()["errors"]) == [field]
    assert not shop.data(PRODUCTS, name="Test mug")


def test_missing_fields_are_named_all_at_once(shop):
    errors = shop.post(PRODUCTS, {"name": "Test mug"}).json()["errors"]
    assert errors == dict.fromkeys(("type", "weight", "price"), "error.path.missing")


def test_readonly_and_unknown_fields_are_ignored(shop):
    created = shop.post(PRODUCTS, product(id=5, calculated_price=1, nonsense=True)).json()["data"]
    assert created["id"] != 5
    assert created["calculated_price"] == 9.99
    assert "nonsense" not in created


@pytest.mark.parametrize("field", ["name", "sku"])
def test_names_and_skus_are_unique_without_case(shop, field):
    first = shop.data(PRODUCTS, limit=1)[0]
    answer = shop.post(PRODUCTS, product(**{field: first[field].upper()}))
    assert answer.status_code == 409
    assert field in answer.json()["title"]


def test_urls_are_made_unique_but_a_written_one_must_be(shop):
    urls = {
        shop.post(PRODUCTS, product(name=name)).json()["data"]["custom_url"]["url"]
        for name in ("Mug!", "Mug?", "Mug.")
    }
    assert urls == {"/mug/", "/mug-2/", "/mug-3/"}
    answer = shop.post(PRODUCTS, product(name="Other", custom_url={"url": "/mug/"}))
    assert answer.status_code == 409


def test_brand_name_links_or_creates_the_brand(shop):
    known = shop.data("v3/catalog/brands", limit=1)[0]
    linked = shop.post(PRODUCTS, product(brand_name=known["name"].upper())).json()["data"]
    assert linked["brand_id"] == known["id"]
    created = shop.post(PRODUCTS, product(name="B", brand_name="Brand new")).json()["data"]
    assert shop.data(f"v3/catalog/brands/{created['brand_id']}")["name"] == "Brand new"


def test_put_changes_what_it_names_and_moves_the_date(shop):
    before = shop.data(f"{PRODUCTS}/78")
    after = shop.put(f"{PRODUCTS}/78", {"price": 3.5}).json()["data"]
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"price", "calculated_price", "date_modified"}


def test_put_of_nothing_new_changes_nothing(shop):
    before = shop.data(f"{PRODUCTS}/78")
    assert shop.put(f"{PRODUCTS}/78", {"price": before["price"]}).json()["data"] == before


def test_put_replaces_lists_and_merges_objects(shop):
    shop.put(f"{PRODUCTS}/78", {"categories": [1, 2], "custom_url": {"url": "/a/"}})
    shop.put(f"{PRODUCTS}/78", {"categories": [3], "custom_url": {"is_customized": False}})
    after = shop.data(f"{PRODUCTS}/78")
    assert after["categories"] == [3]
    assert after["custom_url"] == {"url": "/a/", "is_customized": False}


def test_price_reaches_variants_that_inherit_it(shop):
    created = shop.post(PRODUCTS, product()).json()["data"]
    shop.put(f"{PRODUCTS}/{created['id']}", {"price": 20, "sale_price": 15})
    variant = shop.data(f"{PRODUCTS}/{created['id']}/variants")[0]
    assert (variant["price"], variant["calculated_price"]) == (None, 15)


def test_variants_of_a_new_product_make_its_options(shop):
    values = [[("Color", "Red"), ("Size", "S")], [("Color", "Red"), ("Size", "M")]]
    asked = [
        {
            "sku": f"mug-{number}",
            "option_values": [{"option_display_name": n, "label": v} for n, v in chosen],
        }
        for number, chosen in enumerate(values)
    ]
    created = shop.post(PRODUCTS, product(variants=asked)).json()["data"]
    assert created["base_variant_id"] is None
    assert [variant["sku"] for variant in created["variants"]] == ["mug-0", "mug-1"]
    options = shop.data(f"{PRODUCTS}/{created['id']}/options")
    labels = {o["display_name"]: [v["label"] for v in o["option_values"]] for o in options}
    assert labels == {"Color": ["Red"], "Size": ["S", "M"]}


def test_a_variant_needs_each_option_once(shop):
    asked = [{"sku": "a", "option_values": [{"option_display_name": "Color", "label": "Red"}]}]
    key = shop.post(PRODUCTS, product(variants=asked)).json()["data"]["id"]
    path = f"{PRODUCTS}/{key}/variants"
    twice = {"sku": "b", "option_values": asked[0]["option_values"]}
    assert shop.post(path, twice).status_code == 409
    assert shop.post(path, {"sku": "c", "option_values": []}).status_code == 422


def test_nested_arrays_become_documents(shop):
    key = shop.post(
        PRODUCTS,
        product(
            images=[
                {"image_url": "https://example.com/a.png"},
                {"image_url": "https://e.com/b.png"},
            ],
            custom_fields=[{"name": "Material", "value": "Clay"}],
            videos=[{"video_id": "abc"}],
            bulk_pricing_rules=[
                {"quantity_min": 2, "quantity_max": 5, "type": "percent", "amount": 5}
            ],
        ),
    ).json()["data"]["id"]
    images = shop.data(f"{PRODUCTS}/{key}/images")
    assert [image["is_thumbnail"] for image in images] == [True, False]
    assert shop.data(f"{PRODUCTS}/{key}/custom-fields")[0]["value"] == "Clay"
    assert len(shop.data(f"{PRODUCTS}/{key}/videos")) == 1
    assert len(shop.data(f"{PRODUCTS}/{key}/bulk-pricing-rules")) == 1


def test_one_image_is_the_thumbnail(shop):
    path = f"{PRODUCTS}/78/images"
    new = shop.post(path, {"image_url": "https://example.com/a.png", "is_thumbnail": True})
    key = new.json()["data"]["id"]
    assert [i["id"] for i in shop.data(path) if i["is_thumbnail"]] == [key]
    shop.delete(f"{path}/{key}")
    assert sum(image["is_thumbnail"] for image in shop.data(path)) == 1


def test_an_image_is_uploaded_as_multipart(shop):
    answer = shop.session.post(
        f"{shop.emulator.url}/stores/abc123/{PRODUCTS}/78/images",
        files={"image_file": ("mug.png", b"png", "image/png")},
        data={"description": "a mug", "is_thumbnail": "true"},
    )
    image = answer.json()["data"]
    assert image["image_file"].endswith("mug.png")
    assert image["is_thumbnail"] is True


def test_batch_of_ten_is_all_or_nothing(shop):
    ids = [row["id"] for row in shop.data(PRODUCTS, limit=10)]
    before = {row["id"]: row["price"] for row in shop.data(PRODUCTS, limit=10)}
    rows = [{"id": key, "price": 5} for key in ids]
    rows[7]["price"] = "dear"
    answer = shop.put(PRODUCTS, rows)
    assert answer.status_code == 422
    assert list(answer.json()["errors"]) == ["price"]
    assert {row["id"]: row["price"] for row in shop.data(PRODUCTS, limit=10)} == before
    rows[7]["price"] = 6
    assert [r["price"] for r in shop.put(PRODUCTS, rows).json()["data"]] == [5] * 7 + [6, 5, 5]


def test_a_batch_names_its_row_when_it_is_told_to(make_shop):
    shop = make_shop(name_batch_rows=True)
    answer = shop.put(PRODUCTS, [{"id": 78, "price": 1}, {"id": 79, "price": "dear"}])
    assert list(answer.json()["errors"]) == ["1.price"]


@pytest.mark.parametrize(("path", "most"), [(PRODUCTS, 10), ("v3/catalog/variants", 50)])
def test_larger_batches_are_413(shop, path, most):
    ids = [row["id"] for row in shop.data(path, limit=most + 1)]
    assert shop.put(path, [{"id": key} for key in ids]).status_code == 413
    assert shop.put(path, [{"id": key} for key in ids[:most]]).status_code == 200


def test_variant_batch_reports_in_its_own_shape(shop):
    variant = shop.data("v3/catalog/variants", limit=1)[0]
    answer = shop.put("v3/catalog/variants", [{"id": variant["id"], "price": "dear"}])
    assert answer.status_code == 422
    assert answer.json()["batch_errors"][0]["errors"] == {"price": "error.expected.jsnumber"}


def test_delete_takes_everything_under_it(shop):
    key = next(
        row["id"]
        for row in shop.data(PRODUCTS, limit=50)
        if shop.data(f"{PRODUCTS}/{row['id']}/modifiers")
    )
    below = ["images", "variants", "modifiers", "metafields", "options"]
    assert shop.delete(f"{PRODUCTS}/{key}").status_code == 204
    for name in below:
        assert shop.get(f"{PRODUCTS}/{key}/{name}").status_code == 404
        assert not shop.emulator.documents(f"{PRODUCTS}/{key}/{name}")
    assert not shop.data("v3/catalog/variants", product_id__in=key)
    assert not shop.data(f"{PRODUCTS}/channel-assignments", product_id__in=key)


def test_delete_of_a_collection_wants_a_filter(shop):
    total = len(shop.emulator.documents(PRODUCTS))
    assert shop.delete(PRODUCTS).status_code == 422
    assert len(shop.emulator.documents(PRODUCTS)) == total
    assert shop.delete(PRODUCTS, id__in="77,78").status_code == 204
    assert len(shop.emulator.documents(PRODUCTS)) == total - 2


def test_option_labels_reach_the_variants(shop):
    variant = next(v for v in shop.data("v3/catalog/variants", limit=50) if v["option_values"])
    value = variant["option_values"][0]
    path = f"{PRODUCTS}/{variant['product_id']}/options/{value['option_id']}/values/{value['id']}"
    assert shop.put(path, {"label": "Renamed", "sort_order": 0}).status_code == 200
    after = shop.data(f"{PRODUCTS}/{variant['product_id']}/variants/{variant['id']}")
    assert after["option_values"][0]["label"] == "Renamed"


def test_deleting_an_option_makes_a_simple_product_again(shop):
    variant = next(v for v in shop.data("v3/catalog/variants", limit=50) if v["option_values"])
    key = variant["product_id"]
    for option in shop.data(f"{PRODUCTS}/{key}/options"):
        shop.delete(f"{PRODUCTS}/{key}/options/{option['id']}")
    variants = shop.data(f"{PRODUCTS}/{key}/variants")
    assert [v["id"] for v in variants] == [shop.data(f"{PRODUCTS}/{key}")["base_variant_id"]]


def test_deleting_a_brand_leaves_its_products(shop):
    row = next(row for row in shop.data(PRODUCTS, limit=50) if row["brand_id"])
    shop.delete(f"v3/catalog/brands/{row['brand_id']}")
    assert shop.data(f"{PRODUCTS}/{row['id']}")["brand_id"] == 0


def test_reviews_are_counted_when_approved(shop):
    before = shop.data(f"{PRODUCTS}/78")
    review = {"title": "Good", "date_reviewed": "2024-01-01T00:00:00Z", "rating": 4}
    shop.post(f"{PRODUCTS}/78/reviews", {**review, "status": "pending"})
    shop.post(f"{PRODUCTS}/78/reviews", {**review, "status": "approved"})
    after = shop.data(f"{PRODUCTS}/78")
    assert after["reviews_count"] == before["reviews_count"] + 1
    assert after["reviews_rating_sum"] == before["reviews_rating_sum"] + 4


def test_categories_with_products_are_not_deleted_by_a_filter(shop):
    full = shop.data(f"{PRODUCTS}/78")["categories"][0]
    answer = shop.delete(f"v3/catalog/categories?id:in={full}")
    assert answer.status_code == 422
    assert shop.data(f"v3/catalog/categories/{full}")["id"] == full
    empty = shop.post("v3/catalog/categories", {"name": "Spare", "parent_id": 0}).json()["data"]
    assert shop.delete(f"v3/catalog/categories?id:in={empty['id']}").status_code == 204
    assert shop.delete("v3/catalog/categories").status_code == 422


def test_both_faces_of_a_category_are_one(shop):
    body = [{"name": "Loft", "tree_id": 1, "parent_id": 1}, {"name": "No place"}]
    answer = shop.post("v3/catalog/trees/categories", body)
    assert answer.status_code == 207
    assert answer.json()["meta"] == {"total": 2, "success": 1, "failed": 1}
    assert list(answer.json()["errors"]["errors"]) == ["1.tree_id"]
    key = answer.json()["data"][0]["category_id"]
    old = shop.data(f"v3/catalog/categories/{key}")
    assert (old["name"], old["parent_id"]) == ("Loft", 1)
    assert "tree_id" not in old
    shop.put("v3/catalog/trees/categories", [{"category_id": key, "name": "Attic"}])
    assert shop.data(f"v3/catalog/categories/{key}")["name"] == "Attic"


def test_category_names_are_unique_under_a_parent(shop):
    assert (
        shop.post("v3/catalog/categories", {"name": "kitchen", "parent_id": 0}).status_code == 409
    )
    assert (
        shop.post("v3/catalog/categories", {"name": "Kitchen", "parent_id": 1}).status_code == 200
    )


def test_a_category_cannot_go_below_itself(shop):
    assert (
        shop.put("v3/catalog/categories/1", {"parent_id": 3, "name": "Kitchen"}).status_code == 422
    )


def test_deleting_a_category_takes_the_branch_and_leaves_products(shop):
    row = next(row for row in shop.data(PRODUCTS, limit=250) if 2 in row["categories"])
    assert shop.delete("v3/catalog/categories/1").status_code == 204
    assert not shop.data("v3/catalog/categories", id__in="1,2,3")
    assert 2 not in shop.data(f"{PRODUCTS}/{row['id']}")["categories"]


def test_assignments_and_categories_are_one(shop):
    shop.put(f"{PRODUCTS}/category-assignments", [{"product_id": 78, "category_id": 9}])
    assert 9 in shop.data(f"{PRODUCTS}/78")["categories"]
    shop.delete(f"{PRODUCTS}/category-assignments", product_id__in=78, category_id__in=9)
    assert 9 not in shop.data(f"{PRODUCTS}/78")["categories"]


def test_metafield_batches_succeed_in_part(shop):
    good = {
        "permission_set": "write",
        "namespace": "n",
        "key": "k",
        "value": "v",
        "resource_id": 78,
    }
    answer = shop.post(f"{PRODUCTS}/metafields", [good, {**good, "resource_id": 1}])
    assert answer.status_code == 422
    assert [row["resource_id"] for row in answer.json()["data"]] == [78]
    assert answer.json()["meta"] == {"total": 2, "success": 1, "failed": 1}
    assert len(answer.json()["errors"]) == 1
    assert shop.post(f"{PRODUCTS}/78/metafields", good).status_code == 409
    key = answer.json()["data"][0]["id"]
    assert shop.request("DELETE", f"{PRODUCTS}/metafields", [key]).json()["data"] == [key]


def test_a_store_of_forty_thousand(make_shop):
    shop = make_shop(empty=True)
    shop.emulator.generate_products(40_000)
    answer = shop.get(PRODUCTS, limit=250, page=100)
    assert answer.json()["meta"]["pagination"]["total"] == 40_000
    assert shop.get(PRODUCTS, sku="GEN-39999").json()["data"][0]["id"] == 39_999


def test_nested_arrays_of_an_update_add_and_change_but_never_remove(shop):
    path = f"{PRODUCTS}/78/custom-fields"
    for row in shop.data(path):
        shop.delete(f"{path}/{row['id']}")
    kept = shop.post(path, {"name": "a", "value": "1"}).json()["data"]
    changed = shop.post(path, {"name": "b", "value": "2"}).json()["data"]
    fields = [{**changed, "value": "3"}, {"name": "c", "value": "4"}]
    shop.put(f"{PRODUCTS}/78", {"custom_fields": fields})
    assert [(row["name"], row["value"]) for row in shop.data(path)] == [
        ("a", kept["value"]),
        ("b", "3"),
        ("c", "4"),
    ]
