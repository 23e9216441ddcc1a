"""Files of other platforms, by the maps that come with bcorm and by maps of one's own."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from bcorm import Brand, Product, TreeCategory
from bcorm.cli import mapping

SAMPLES = sorted((Path(__file__).parent / "samples").iterdir())
FILES = {path.stem: (path.read_text(encoding="utf-8"), path.suffix[1:]) for path in SAMPLES}
SHOPIFY, V2, V3 = (FILES[name][0] for name in ("shopify", "bigcommerce-v2", "bigcommerce-v3"))
WOO, GOOGLE = FILES["woocommerce"][0], FILES["google-merchant"][0]


@pytest.fixture
def imported(run, tmp_path):
    """Write a file, and import it by a map."""

    def imported(text, name, *options, status=0, suffix="csv"):
        path = tmp_path / f"file.{suffix}"
        path.write_text(text, encoding="utf-8")
        return run("import", path, "--map", name, *options, status=status)

    return imported


def products(store):
    queryset = Product.objects.using(store.connect())
    found = queryset.include("variants", "images", "custom_fields", "videos")
    return {item.name: item for item in found}


def options_of(variant):
    return {one.option_display_name: one.label for one in variant.option_values}


def paths(store, product):
    held = {item.category_id: item for item in TreeCategory.objects.using(store.connect())}
    found = []
    for key in product.categories:
        item, words = held[key], []
        while item is not None:
            words.insert(0, item.name)
            item = held.get(item.parent_id)
        found.append("/".join(words))
    return sorted(found)


def brand_of(store, product):
    return Brand.objects.using(store.connect()).get(id=product.brand_id).name


@pytest.mark.parametrize("name", mapping.names())
def test_every_map_says_where_it_is_from_and_takes_its_sample(store, imported, name):
    one = mapping.read(name)
    assert one.source.startswith("https://")
    assert one.title
    text = one.sample.lstrip("\n")
    told = imported(text, name, "--apply").stdout
    assert "0 changed products" in told
    assert "saved, 0 failed, 0 unknown" in told
    assert "0 changed products, 0 new: 0 changes in 0 requests" in imported(text, name).stdout


@pytest.mark.parametrize("name", FILES)
def test_a_second_import_changes_nothing(store, imported, name):
    text, suffix = FILES[name]
    text = "".join(line for line in text.splitlines(True) if "external" not in line)
    imported(text, name, "--apply", suffix=suffix)
    store.emulator.clear_requests()
    told = imported(text, name, "--apply", suffix=suffix).stdout
    assert "0 changed products, 0 new: 0 changes in 0 requests" in told
    assert {item.method for item in store.requests} == {"GET"}


def test_shopify(empty_store, imported):
    plan = imported(SHOPIFY, "shopify").stdout
    for told in (
        "creates the category Hats", "creates the brand Møller", "weights are converted to",
        "row 4: Gift Card 'true': gift certificates are no products here",
    ):  # fmt: skip
        assert told in plan
    assert products(empty_store) == {}
    imported(SHOPIFY, "shopify", "--apply")
    found = products(empty_store)
    hat = found["Felt Hat"]
    assert hat.description == "<p>Warm &amp; light.</p>"
    assert (hat.custom_url.url, hat.is_visible) == ("/felt-hat/", True)
    assert (hat.search_keywords, hat.inventory_tracking) == ("winter, wool", "variant")
    assert (brand_of(empty_store, hat), paths(empty_store, hat)) == ("Rook & Daw", ["Hats"])
    variants = {item.sku: item for item in hat.variants}
    assert {sku: options_of(item) for sku, item in variants.items()} == {
        "FH-S-G": {"Size": "S", "Color": "Grey"}, "FH-M-G": {"Size": "M", "Color": "Grey"},
        "FH-M-B": {"Size": "M", "Color": "Black"},
    }  # fmt: skip
    small, black = variants["FH-S-G"], variants["FH-M-B"]
    assert (small.price, small.retail_price, small.upc) == (39, 49, "0012345678905")
    assert (black.price, black.retail_price, black.inventory_level) == (Decimal("42.5"), None, 7)
    assert small.weight == Decimal("3.5274")
    pictures = sorted(hat.images, key=lambda image: image.sort_order)
    assert [item.description for item in pictures] == ['Side, "grey"', ""]
    assert "felt%201.jpg" in pictures[0].image_file
    bowl = found["Bowl, deep"]
    assert (bowl.sku, bowl.price, bowl.inventory_level) == ("BO-1", Decimal("14.9"), 12)
    assert (bowl.is_visible, bowl.inventory_tracking) == (False, "product")


def test_bigcommerce_v2(empty_store, imported):
    plan = imported(V2, "bigcommerce-v2", "--apply").stdout
    for told in (
        "row 1: Product Tax Class 'Books'", "row 1: the picture 'boot.jpg' has no address",
        "row 2: Color 'Red': the swatch 'red.png'", "row 5: the rule Size=10 [ADD]5 is of no one",
    ):  # fmt: skip
        assert told in plan
    boot = products(empty_store)["Boot"]
    assert (boot.sku, boot.price, boot.weight) == ("BOOT", 90, Decimal("1.2"))
    assert not boot.is_visible
    assert paths(empty_store, boot) == ["Sale", "Shoes/Boots"]
    variants = {item.sku: item for item in boot.variants}
    assert options_of(variants["BOOT-95-R"]) == {"Size": "9.5", "Color": "Red"}
    assert (variants["BOOT-95-R"].price, variants["BOOT-9-R"].price) == (Decimal("92.5"), None)
    assert variants["BOOT-95-R"].purchasing_disabled
    assert [item.description for item in boot.images] == ["Left"]


def test_bigcommerce_v3(store, imported):
    plan = imported(V3, "bigcommerce-v3", "--apply").stdout
    assert "row 1: Channels '1;2'" in plan
    assert "row 2: Color 'Red': the swatch '#f00'" in plan
    drum = products(store)["Drum"]
    assert (drum.categories, drum.upc) == ([24, 25], "0888888888888")
    assert {item.name: item.value for item in drum.custom_fields} == {"Wood": "Maple", "Heads": "2"}
    (variant,) = drum.variants
    assert options_of(variant) == {"Size": "12", "Color": "Red"}
    assert (variant.price, variant.inventory_level) == (Decimal("109.99"), 10)
    assert [item.video_id for item in drum.videos] == ["dQw4w9WgXcQ"]
    assert [item.is_thumbnail for item in drum.images] == [True]


def test_woocommerce(empty_store, imported):
    told = imported(WOO, "woocommerce", status=1).stderr
    assert "row 5: Type: 'external' is unknown" in told
    lines = "".join(line for line in WOO.splitlines(True) if "external" not in line)
    plan = imported(lines, "woocommerce", "--apply")
    assert "row 2: Short description 'Short': a product has one description" in plan.stdout
    assert "Attribute 1 visible" in plan.stderr
    found = products(empty_store)
    hoodie = found["Hoodie"]
    assert paths(empty_store, hoodie) == ["Clothing/Hoodies", "Sale"]
    variants = {item.sku: item for item in hoodie.variants}
    assert {sku: options_of(item) for sku, item in variants.items()} == {
        "HOOD-S": {"Size": "S"}, "HOOD-M": {"Size": "M"},
    }  # fmt: skip
    assert (variants["HOOD-S"].price, variants["HOOD-S"].sale_price) == (45, 40)
    assert len(hoodie.images) == 2
    mug = found["Mug"]
    assert {item.name: item.value for item in mug.custom_fields} == {"Glaze": "Blue"}
    assert not mug.is_visible


def test_google_merchant(empty_store, imported):
    plan = imported(GOOGLE, "google-merchant", "--apply", suffix="txt").stdout
    assert "row 1: google_product_category '212'" in plan
    found = products(empty_store)
    shirt = found["Shirt"]
    assert {item.sku: options_of(item) for item in shirt.variants} == {
        "GS-S": {"Size": "S", "Color": "Red"}, "GS-M": {"Size": "M", "Color": "Red"},
    }  # fmt: skip
    assert {item.weight for item in shirt.variants} == {Decimal("7.0548")}
    assert {item.gtin for item in shirt.variants} == {"00012345678905", ""}
    assert len(shirt.images) == 1
    mug = found["Tea Mug"]
    assert (mug.price, mug.weight, mug.condition) == (1009, 16, "Used")


@pytest.mark.parametrize(
    ("name", "change", "told"),
    [
        (
            "bigcommerce-v3",
            ("24;25", "24;999"),
            "row 1: categories: this store has no category 999",
        ),
        ("bigcommerce-v3", ("24;25", "Drums"), "row 1: categories: 'Drums' is not a list"),
        ("bigcommerce-v3", ("109.99", "cheap"), "row 2: price: 'cheap' is not a Decimal"),
        ("bigcommerce-v3", ("Product,", "Thing,"), "row 1: Item: 'Thing' is unknown"),
        ("shopify", ("39.00,49.00,'0", "1.234,49,'0"), None),
        ("shopify", (",FH-M-B,110,7", ",FH-M-B,heavy,7"), "row 3: weight: 'heavy' is not"),
        ("woocommerce", ("id:10", "id:99"), "row 3: no product is called '99'"),
        ("bigcommerce-v2", ("Boot,P,", "Boot,X,"), "row 1: Product.type cannot be 'X'"),
    ],
)
def test_what_is_wrong_with_a_row_stops_everything(store, imported, name, change, told):
    text, _ = FILES[name]
    text = "".join(line for line in text.splitlines(True) if "external" not in line)
    assert text.count(change[0])
    result = imported(text.replace(*change, 1), name, "--apply", status=1 if told else 0)
    if told:
        assert told in result.stderr
        assert {item.method for item in store.requests} <= {"GET"}


def test_a_product_that_cannot_be_taken_is_rejected_with_all_its_rows(store, imported, tmp_path):
    rejected = tmp_path / "rejected.csv"
    text = SHOPIFY.replace(",FH-M-B,110,7", ",FH-M-B,heavy,7")
    imported(text, "shopify", "--rejects", rejected, "--apply", status=3)
    assert {"Voucher", "Bowl, deep"} <= products(store).keys()
    assert "Felt Hat" not in products(store)
    lines = rejected.read_text().splitlines()
    assert len(lines) == 1 + 3
    assert "it belongs to row 3" in lines[1]


def test_products_that_are_there_become_what_the_file_says(store, imported):
    imported(SHOPIFY, "shopify", "--apply")
    changed = SHOPIFY.replace("39.00,49.00,'0", "36.50,49.00,'0").replace("Møller", "Rook & Daw")
    changed += "felt-hat,,,,,,,,S,,Black,FH-S-B,100,1,42.50,,,,,,,\n"
    told = imported(changed, "shopify", "--apply").stdout
    assert "2 changed products, 0 new" in told
    hat = products(store)["Felt Hat"]
    assert {item.sku: item.price for item in hat.variants}["FH-S-G"] == Decimal("36.5")
    assert {item.sku for item in hat.variants} >= {"FH-S-B"}
    assert brand_of(store, products(store)["Bowl, deep"]) == "Rook & Daw"


def test_what_is_left_alone_of_products_that_are_there_is_told(store, imported):
    imported(SHOPIFY, "shopify", "--apply")
    assert "left alone" not in imported(SHOPIFY, "shopify").stdout
    changed = SHOPIFY.replace("felt-hat,", "warm-hat,").replace("felt 1.jpg", "another.jpg")
    assert changed != SHOPIFY.replace("felt-hat,", "warm-hat,")
    told = imported(changed, "shopify").stdout
    assert "Handle 'warm-hat': addresses of products, as '/felt-hat/', that are there are" in told
    assert "row 1: its pictures are others than the file's" in told

    imported(V3, "bigcommerce-v3", "--apply")
    assert "left alone" not in imported(V3, "bigcommerce-v3").stdout
    changed = V3.replace("dQw4w9WgXcQ", "oHg5SJYRHA0")
    told = imported(changed, "bigcommerce-v3", "--apply").stdout
    assert "'oHg5SJYRHA0': videos of products that are there are left alone" in told
    assert [item.video_id for item in products(store)["Drum"].videos] == ["dQw4w9WgXcQ"]


def test_update_only_creates_nothing(store, imported):
    told = imported(SHOPIFY, "shopify", "--update-only", status=1).stderr
    assert "row 1: the store has no product 'FH-S-G'" in told
    told = imported(SHOPIFY, "shopify", "--skip-missing", "--apply")
    assert "left out, as the store does not have them: 5 rows" in told.stderr


OWN = """
title = "Our warehouse"
resource = "products"
key = "sku"
[defaults]
type = "physical"
[columns]
Nummer = "sku"
Bezeichnung = "name"
Preis = "price"
Gewicht = { to = "weight", unit = "kg", default = "0.5" }
Gruppe = { to = "category", path = "\\\\", split = "|" }
Sichtbar = { to = "is_visible", values = { j = "true", n = "false" }, default = "n" }
"""


def test_a_map_of_ones_own(empty_store, run, tmp_path):
    path, own = tmp_path / "artikel.csv", tmp_path / "own.toml"
    own.write_text(OWN.replace('key = "sku"\n', ""))
    header = "Nummer;Bezeichnung;Preis;Gewicht;Gruppe;Sichtbar;Lager"
    path.write_text(f"{header}\nA-1;Öl;9,90;;Bad\\Öle;j;3\n")
    result = run("import", path, "--map", own, "--apply")
    assert "not read, as they are for nothing here: Lager" in result.stderr
    item = products(empty_store)["Öl"]
    assert (item.price, item.is_visible) == (Decimal("9.9"), True)
    assert paths(empty_store, item) == ["Bad/Öle"]
    assert item.weight == Decimal("17.637")


FLAT = """
title = "Brands"
resource = "brands"
key = "name"
[columns]
Marke = "name"
Titel = { to = "page_title", default = "None yet" }
Worte = { to = "meta_keywords", split = "/" }
"""


def test_a_map_of_rows_that_are_each_of_their_own(store, run, tmp_path):
    path, own = tmp_path / "marken.csv", tmp_path / "own.toml"
    own.write_text(FLAT)
    path.write_text("Marke,Titel,Worte,Land\nNew One,,a/b,NO\n")
    told = run("import", path, "--map", own, "--apply")
    assert "Land" in told.stderr
    made = Brand.objects.using(store.connect()).get(name="New One")
    assert (made.page_title, list(made.meta_keywords)) == ("None yet", ["a", "b"])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "it has no [columns]"),
        ("columns = 1", "'columns' of a map is a table"),
        ("[columns", "is no map"),
        ("colour = 1\n[columns]\na='name'", "a map has no 'colour'"),
        ("[columns]\na={too='name'}", "column 'a' has no 'too'"),
        ("[columns]\na={}", "column 'a' is for nothing"),
        ("[columns]\na={to='x', parse='y'}", "parse is one of options-v2"),
        ("resource='productz'\n[columns]\na='name'", "did you mean 'products'"),
        ("[rows]\nkindd='a'\n[columns]\na='name'", "[rows] has no 'kindd'"),
        ("rows=3\n[columns]\na='name'", "'rows' of a map is a table, not 3"),
        ("key=3\n[columns]\na='name'", "'key' of a map is a list of texts, not 3"),
        ("resource=[]\n[columns]\na='name'", "'resource' of a map is a text"),
        ("resource='os:system'\n[columns]\na='name'", "there is no resource 'os:system'"),
        ("resource='../../etc'\n[columns]\na='name'", "there is no resource"),
        ("[defaults]\ntype=[1]\n[columns]\na='name'", "'defaults' of a map is a table of texts"),
        ("[rows]\nproduct=3\n[columns]\na='name'", "'product' of [rows] is a list of texts"),
        ("[columns]\na={to='name', split=3}", "'split' of column 'a' is a text, not 3"),
        ("[columns]\na={to='name', values='x'}", "'values' of column 'a' is a table of texts"),
        ("[columns]\na={to='name', drop=[1]}", "'drop' of column 'a' is a list of texts"),
        ("[columns]\na={to=1}", "'to' of column 'a' is a text, not 1"),
        ("[columns]\na=1", "column 'a' is a table"),
        ("title=" + "[" * 3_000 + "]" * 3_000, "is no map"),
        ("#" * (1 << 20) + "\n", "larger than 1048576 bytes"),
    ],
)
def test_a_file_that_is_no_map(store, run, tmp_path, text, told):
    own, path = tmp_path / "own.toml", tmp_path / "a.csv"
    own.write_text(text)
    path.write_text("a\nb\n")
    assert told in run("import", path, "--map", own, status=1).stderr


def test_a_map_that_is_not_there_or_does_not_fit(store, run, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("x,y\n1,2\n")
    assert (
        "there is no map 'shopyfy': bigcommerce-v2"
        in run("import", path, "--map", "shopyfy", status=2).stderr
    )
    assert (
        "has no column of Shopify's export"
        in run("import", path, "--map", "shopify", status=1).stderr
    )
    assert (
        "this map is of products"
        in run("import", path, "--map", "shopify", "--resource", "brands", status=2).stderr
    )
