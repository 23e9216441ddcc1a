"""Samples of files that merchants have, each imported by one command; the values are compared."""

from __future__ import annotations

from decimal import Decimal

import pytest
from shared import SHARED

from bcorm import Brand, Location, Product, TreeCategory

CASES = SHARED / "cases" / "files"

pytestmark = pytest.mark.skipif(
    not CASES.is_dir(), reason="NOT TESTED: the shared cases are not here"
)


@pytest.fixture
def imported(run):
    """Import a sample twice: it changes nothing more."""

    def imported(name, *options):
        command = ["import", CASES / name, *options]
        told = run(*command, "--apply").output
        assert "0 changes in 0 requests" in run(*command).stdout
        return told

    return imported


def products(store):
    queryset = Product.objects.using(store.connect()).include("variants", "images", "custom_fields")
    return {item.name: item for item in queryset}


def choices(variant):
    return {one.option_display_name: one.label for one in variant.option_values}


def price(store, sku):
    (row,) = (row for row in store.emulator.documents("v3/catalog/products") if row["sku"] == sku)
    return row["price"]


def variant_price(store, sku):
    return next(
        variant.price
        for item in products(store).values() for variant in item.variants if variant.sku == sku
    )  # fmt: skip


def test_an_export_of_shopify(empty_store, imported):
    assert "3 new" in imported("shopify-export.csv", "--map", "shopify")
    found = products(empty_store)
    shirt, card, mug = found["Linen Shirt"], found["Gift Card"], found["Mug, plain"]
    brands = {item.id: item.name for item in Brand.objects.using(empty_store.connect())}
    assert (brands[shirt.brand_id], brands[mug.brand_id]) == ("Harrow & Pine", "Ödegaard Keramik")
    assert {item.sku: choices(item) for item in shirt.variants} == {
        "LS-S-SAND": {"Size": "S", "Color": "Sand"}, "LS-M-SAND": {"Size": "M", "Color": "Sand"},
        "LS-M-INK": {"Size": "M", "Color": "Ink"},
    }  # fmt: skip
    variants = {item.sku: item for item in shirt.variants}
    small, ink = variants["LS-S-SAND"], variants["LS-M-INK"]
    assert (small.price, small.retail_price, small.upc) == (49, 59, "0012345678905")
    assert (small.inventory_level, small.weight) == (4, Decimal("7.7603"))
    assert (ink.price, ink.retail_price, ink.inventory_level) == (Decimal("52.5"), None, 7)
    pictures = sorted(shirt.images, key=lambda image: image.sort_order)
    assert [item.description for item in pictures] == ['Front, "sand"', ""]
    assert shirt.search_keywords == "summer, linen"
    assert [choices(item) for item in card.variants] == [{"Amount": "25"}]
    assert (mug.sku, mug.price, mug.inventory_level) == ("MUG-01", Decimal("14.9"), 12)
    assert (mug.is_visible, mug.custom_url.url) == (False, "/plain-mug/")


def test_an_export_of_bigcommerce_v2(empty_store, imported):
    told = imported("bigcommerce-v2-export.csv", "--map", "bigcommerce-v2")
    assert "Size=XL" in told  # a rule of a value that no variant has
    shirt = products(empty_store)["Classic T-Shirt"]
    assert (shirt.sku, shirt.price, shirt.cost_price) == ("TSHIRT-BLK-M", 25, Decimal("12.5"))
    assert (shirt.retail_price, shirt.weight) == (30, Decimal("0.2"))
    assert (shirt.search_keywords, shirt.custom_url.url) == ("cotton summer", "/classic-t-shirt/")
    categories = {
        item.category_id: item for item in TreeCategory.objects.using(empty_store.connect())
    }
    named = {categories[key].name: categories[key].parent_id for key in shirt.categories}
    assert named.keys() == {"T-Shirts", "Sale"}
    assert categories[named["T-Shirts"]].name == "Clothing"
    (variant,) = shirt.variants
    assert (variant.sku, choices(variant)) == ("TSHIRT-S", {"Size": "S", "Color": "Red"})
    assert (variant.inventory_level, variant.inventory_warning_level) == (5, 1)


def test_a_template_of_bigcommerce_v3(store, imported):
    imported("bigcommerce-v3-template.csv", "--map", "bigcommerce-v3")
    sticks = products(store)["Drum Sticks"]
    assert (sticks.sku, sticks.price, sticks.cost_price) == ("DS", Decimal("9.99"), 4)
    assert (sticks.retail_price, sticks.upc) == (12, "0888888888888")
    assert (sticks.categories, sticks.custom_url.url) == ([24, 25], "/drum-sticks/")
    assert {one.name: one.value for one in sticks.custom_fields} == {
        "Wood": "Hickory", "Tip": "Nylon",
    }  # fmt: skip
    (variant,) = sticks.variants
    assert (variant.sku, choices(variant)) == ("DS-5A", {"Size": "5A"})
    assert (variant.price, variant.inventory_level) == (Decimal("9.99"), 10)
    assert [item.description for item in sticks.images] == ["Front"]


def test_a_list_of_an_erp(store, imported):
    told = imported(
        "erp-cp1252.csv", "--resource", "prices", "--map", "SKU=sku,Preis=price",
        "--encoding", "cp1252", "--skip-missing",
    )  # fmt: skip
    assert "not read, as they are for nothing here: Bezeichnung" in told
    assert "left out, as the store does not have them: 1 row" in told
    assert (price(store, "WB-1002"), price(store, "SS-1003")) == (1234.5, 56.99)


def test_a_list_that_a_spreadsheet_has_damaged(store, run, imported):
    command = ("import", CASES / "excel-damaged.csv", "--resource", "products", "--by", "sku")
    assert "its digits are lost" in run(*command, status=1).output
    plan = run(*command, "--skip-missing").output
    assert ["WB-1002", "upc", "700000000074", "12345"] in [
        line.split() for line in plan.splitlines()
    ]
    imported("excel-damaged.csv", "--resource", "prices", "--skip-missing")
    assert price(store, "WB-1002") == 19.99
    assert variant_price(store, "SS-1003-CR-SM") == Decimal("21.5")


@pytest.mark.parametrize(
    ("name", "prices"),
    [
        ("excel-sep.csv", {"WB-1002": 19.99}),
        ("prices-utf16.txt", {"WB-1002": 19.99, "SS-1003": 56.99}),
    ],
)
def test_lists_of_a_spreadsheet(store, imported, name, prices):
    imported(name, "--resource", "prices")
    assert {sku: price(store, sku) for sku in prices} == prices


def test_stock_by_location(store, run, imported):
    options = ("--resource", "stock-levels", "--skip-missing")
    told = run("import", CASES / "stock.csv", *options, status=1).output
    assert "the store has no location 'WH-1'" in told
    session = store.connect()
    Location.objects.using(session).create(
        code="WH-1", label="Warehouse", type_id="PHYSICAL", time_zone="Etc/UTC",
        managed_by_external_source=False,
        address={"address1": "1 Dock", "city": "Austin", "state": "Texas", "zip": "78701",
                 "country_code": "US", "email": "dock@example.com",
                 "geo_coordinates": {"latitude": 30, "longitude": -97}},
    )  # fmt: skip
    assert "2 changed stock-levels" in imported("stock.csv", *options)
    levels = [row["quantity"] for row in store.emulator.documents("v3/inventory/levels")]
    assert sorted(set(levels) & {5, 7}) == [5, 7]
