"""Files that go from one store to another: what rows refer to travels by name, never by number."""

from __future__ import annotations

import csv
import json
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from command_line import CliRunner
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bcorm.cli.app import app
from bcorm.emulator import Emulator
from bcorm.resources import Brand, Category, CategoryTree, Product, TreeCategory
from bcorm.session import connect


@pytest.fixture
def emulated(store, run):
    """Another store than that of `store`, empty."""
    with Emulator(empty=True, store_hash="other") as emulator:
        for name, hash_, url in (
            ("a", store.session.client.store_key, store.emulator.url),
            ("b", "other", emulator.url),
        ):
            run("profiles", "add", name, "--store-hash", hash_, "--api-url", url, text="t\n")
        yield emulator


@pytest.fixture
def other(emulated):
    """A session of it, with a brand and a category of its own: its numbers are others."""
    session = connect("other", "t", api_url=emulated.url)
    session.add_all([Brand(name="Own"), Category(name="Own", parent_id=0)])
    session.commit()
    return session


def lines_of(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


def write_lines(path, rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))


def linked(session):
    """The names of the brand and the categories of each product, and the paths of categories."""
    categories = {item.category_id: item for item in TreeCategory.objects.using(session).scan()}

    def path(key):
        item = categories.get(key)
        return () if item is None else (*path(item.parent_id), item.name)

    brands = {item.id: item.name for item in Brand.objects.using(session)}
    products = {
        item.name: (brands.get(item.brand_id), {path(key) for key in item.categories})
        for item in Product.objects.using(session)
    }
    return products, {path(key) for key in categories}


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_a_catalog_moves_by_name(store, other, run, tmp_path, form):
    for row in store.emulator.documents("v3/catalog/products")[80:]:
        store.emulator.remove_document("v3/catalog/products", row["id"])
    folder = tmp_path / "m"
    run(
        "export", "--profile", "a", "brands", "categories", "products", "--to", folder,
        "--format", form,
    )  # fmt: skip
    for name, by in (("brands", "name"), ("categories", None), ("products", "name")):
        more = () if by is None else ("--by", by)
        path = folder / f"{name}.{form}"
        told = run("import", "--profile", "b", path, *more, "--apply").stderr
        assert ("variants" in told and "do not come along" in told) is (name == "products")
        again = run("import", "--profile", "b", path, *more)
        assert "0 changes in 0 requests" in again.stdout
    assert run("diff", "products", "@a", "--profile", "b").stderr == "0 differences\n"
    path = folder / f"products.{form}"
    assert run("diff", "products", path, "--profile", "b").stderr == "0 differences\n"
    products, paths = linked(store.session)
    there, other_paths = linked(other)
    assert there == products
    assert other_paths == paths | {("Own",)}
    assert any(len(path) > 2 for path in paths)
    assert any(brand for brand, _ in products.values())

    item = next(one for one in Product.objects.using(other) if one.categories)
    item.categories = [Category.objects.using(other).get(name="Own").id]
    other.commit()
    told = run("diff", "products", "@a", "--profile", "b", "--format", "jsonl", status=3)
    assert told.stderr == "1 difference\n"
    (line,) = [json.loads(one) for one in told.stdout.splitlines()]
    assert (line["what"], line["here"]) == ("categories", '["Own"]')
    told = run("diff", "products", path, "--profile", "b", status=3)
    assert told.stderr == "1 difference\n"


def test_what_cannot_be_mapped_is_refused_row_by_row(store, other, run, tmp_path):
    path = tmp_path / "products.csv"
    run("export", "products", "--to", path, "--where", "id__in=77,78", "--profile", "a")
    told = run("import", path, "--profile", "b", "--by", "sku", status=1).stderr
    assert "row 1: categories: the store has no Category 'Outdoor/Camping'" in told
    assert "2 rows cannot be taken: nothing was sent" in told
    kept = ("--fields", "sku,name,type,price,weight")
    run("import", path, "--profile", "b", "--by", "sku", *kept, "--apply")
    assert Product.objects.using(other).count() == 2
    # Numbers without names, and numbers of what has none, are nobody's here.
    rows = [{"sku": "N-1", "name": "N", "type": "physical", "price": 1, "weight": 1}]
    for more, reason in (
        ({"brand_id": 36}, "brand_id: 36 is a number of another store"),
        ({"categories": [18]}, "categories: 18 is a number of another store"),
        ({"gift_wrapping_options_list": [4]}, "has numbers of another store"),
        ({"tax_class_id": 3, "_tax_class_id": "Nothing"}, "has no TaxClass 'Nothing'"),
    ):
        write_lines(tmp_path / "n.jsonl", [{**rows[0], **more, "_store": "somewhere"}])
        arguments = ("import", tmp_path / "n.jsonl", "--resource", "products", "--by", "sku")
        assert reason in run(*arguments, "--profile", "b", status=1).stderr
    # Without a store they are this one's.
    brand = Brand.objects.using(other).get(name="Own")
    write_lines(tmp_path / "n.jsonl", [{**rows[0], "brand_id": brand.id}])
    run(*arguments, "--profile", "b", "--apply")
    assert Product.objects.using(other).get(sku="N-1").brand_id == brand.id


def test_a_key_of_another_store_finds_a_row_by_its_natural_key(store, other, run, tmp_path):
    theirs = Product(sku="FBM-1000", name="Other", type="physical", price=1, weight=1)
    padding = [Product(name=f"P{n}", type="physical", price=1, weight=1) for n in (1, 2)]
    other.add_all([*padding, theirs])
    other.commit()
    path = tmp_path / "products.csv"
    run("export", "products", "--to", path, "--fields", "id,sku,price", "--profile", "a",
        "--where", "id=77")  # fmt: skip
    run("import", path, "--profile", "b", "--apply")
    other.refresh(theirs)
    assert theirs.price == Product.objects.using(store.session).get(id=77).price
    with path.open(newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["_store"] == store.session.client.qualified_store_key
    # Its number is of no use here, if nothing says what is called so.
    write_lines(tmp_path / "products.jsonl", [{"id": 77, "price": 5, "_store": "elsewhere"}])
    told = run("import", tmp_path / "products.jsonl", "--profile", "b", status=1).stderr
    assert "id: 77 is a number of another store" in told


def test_rows_below_others_find_their_parents_by_name(store, other, run, tmp_path):
    padding = [Product(name=f"P{n}", type="physical", price=1, weight=1) for n in range(3)]
    products = [
        Product(sku=item.sku, name=item.name, type="physical", price=1, weight=1)
        for item in Product.objects.using(store.session).filter(id__in=[77, 78, 79])
    ]
    other.add_all([*padding, *reversed(products)])
    other.commit()
    fields = ("--fields", "product_id,name,value")
    path = tmp_path / "product-custom-fields.csv"
    run("export", "product-custom-fields", "--to", path, *fields, "--profile", "a")
    with path.open(newline="") as file:
        kept = [row for row in csv.DictReader(file) if row["product_id"] in ("77", "78", "79")]
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, list(kept[0]))
        writer.writeheader()
        writer.writerows(kept)
    run("import", path, "--profile", "b", "--by", "name", "--apply")
    expected = {
        (item.sku, one.name, one.value)
        for item in Product.objects.using(store.session)
        .filter(id__in=[77, 78, 79])
        .include("custom_fields")
        for one in item.custom_fields
    }
    found = {
        (item.sku, one.name, one.value)
        for item in Product.objects.using(other).include("custom_fields")
        for one in item.custom_fields
    }
    assert found == expected
    assert expected


def test_variants_find_their_products_and_no_option_by_its_number(store, other, run, tmp_path):
    source = Product.objects.using(store.session).get(id=77)
    padding = [Product(name=f"P{n}", type="physical", price=1, weight=1) for n in range(2)]
    theirs = Product(sku=source.sku, name=source.name, type="physical", price=1, weight=1)
    other.add_all([*padding, theirs])
    other.commit()
    path = tmp_path / "product-variants.csv"
    run("export", "product-variants", "--to", path, "--profile", "a", "--where", "product_id=77")
    told = run("import", path, "--profile", "b", "--by", "sku", status=1).stderr
    assert "row 1: option_values: " in told
    assert "has numbers of another store" in told
    some = ("--fields", "sku,product_id,price", "--by", "sku", "--profile", "b", "--update-only")
    told = run("import", path, *some, status=1).stderr
    assert "row 3: the store has no ProductVariant 'FBM-1000-CL'" in told


def test_parents_may_stand_below_their_children_in_a_file(other, run, tmp_path):
    names = ["A/B/C", "A/B", "A", "X/B", "X"]
    rows = [
        {"id": n, "name": name.rpartition("/")[2], "parent_id": 9 if "/" in name else 0,
         "_parent_id": name.rpartition("/")[0], "_store": "elsewhere"}
        for n, name in enumerate(names, 1)
    ]  # fmt: skip
    write_lines(tmp_path / "categories.jsonl", rows)
    run("import", tmp_path / "categories.jsonl", "--profile", "b", "--apply")
    assert linked(other)[1] == {("Own",), *(tuple(name.split("/")) for name in names)}
    rows.append({**rows[0], "name": "Lost", "_parent_id": "Nowhere"})
    write_lines(tmp_path / "categories.jsonl", rows)
    told = run("import", tmp_path / "categories.jsonl", "--profile", "b", status=1).stderr
    assert "row 6: parent_id: the store has no Category 'Nowhere'" in told


def test_a_path_of_two_trees_says_of_neither_which_one_is_meant(other, run, tmp_path):
    tree = CategoryTree(name="Second")
    other.add(tree)
    other.commit()
    other.add(TreeCategory(name="Own", parent_id=0, tree_id=tree.id))
    other.commit()
    row = {"sku": "N-1", "name": "N", "type": "physical", "price": 1, "weight": 1}
    row |= {"categories": [3], "_categories": ["Own"], "_store": "elsewhere"}
    write_lines(tmp_path / "products.jsonl", [row])
    told = run("import", tmp_path / "products.jsonl", "--by", "sku", "--profile", "b", status=1)
    assert "row 1: categories: the store has more than one Category 'Own'" in told.stderr


def lineage(shapes, place):
    """The places above one in a tree, the highest first, and itself."""
    above = shapes[place][0]
    return [place] if above is None else [*lineage(shapes, above), place]


def test_names_that_a_spreadsheet_would_calculate_are_found(store, other, run, tmp_path):
    brands = [Brand(name="=1+1"), Brand(name="'quoted")]
    other.add_all([Brand(name="Filler"), Brand(name="'quoted"), Brand(name="=1+1")])
    store.session.add_all(brands)
    store.session.commit()
    other.commit()
    for number, brand in enumerate(brands):
        product = Product(name=f"=P{number}", type="physical", price=1, weight=1)
        product.brand_id = brand.id
        store.session.add(product)
    store.session.commit()
    path = tmp_path / "products.csv"
    names = ("--fields", "name,type,price,weight,brand_id", "--excel", "--profile", "a")
    run("export", "products", "--to", path, *names, "--where", f"brand_id={brands[0].id}")
    run("import", path, "--profile", "b", "--by", "name", "--apply")
    run("export", "products", "--to", path, *names, "--where", f"brand_id={brands[1].id}")
    run("import", path, "--profile", "b", "--by", "name", "--apply")
    there = {item.name: item.brand.name for item in Product.objects.using(other)}
    assert there == {"=P0": "=1+1", "=P1": "'quoted"}


@settings(
    max_examples=5, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)
@given(data=st.data())
def test_no_number_of_another_store_is_taken_whatever_the_numbers(data):
    """Brands, a tree and products under random numbers end up under their own names."""
    names = ["Red", "Blue", "a/b", "sku=7", "Ä ö"]
    shapes = [(None, "a/b"), (None, "Z"), (0, "Z"), (1, "a/b"), (2, "Y\\")]
    with ExitStack() as stack:
        stores = [stack.enter_context(Emulator(empty=True, store_hash=one)) for one in "ab"]
        folder = Path(stack.enter_context(TemporaryDirectory()))
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        patch.setenv("XDG_STATE_HOME", str(folder / "state"))
        patch.setenv("BIGCOMMERCE_ACCESS_TOKEN", "t")
        sessions = []
        for name, emulator in zip("ab", stores, strict=True):
            for brand in data.draw(st.permutations(names)):
                for filler in range(data.draw(st.integers(0, 3))):
                    emulator.put_document("v3/catalog/brands", {"name": f"{brand} {filler}"})
                emulator.put_document("v3/catalog/brands", {"name": brand})
            numbers: dict[int | None, int] = {None: 0}
            for place in data.draw(st.permutations(range(len(shapes)))):
                # A parent first, whatever its place.
                for each in lineage(shapes, place):
                    above, text = shapes[each]
                    if each not in numbers:
                        row = {"name": text, "parent_id": numbers[above]}
                        made = emulator.put_document("v3/catalog/categories", row)
                        numbers[each] = made["id"]
            sessions.append(connect(name, "t", api_url=emulator.url))
        here = sessions[0]
        for number, brand in enumerate(Brand.objects.using(here).order_by("name")):
            if brand.name not in names:
                continue
            keys = [item.id for item in Category.objects.using(here)]
            chosen = data.draw(st.lists(st.sampled_from(keys), min_size=1, unique=True))
            here.add(
                Product(name=f"N{number}", sku=f"S{number}" if number % 2 else "", weight=1,
                        type="physical", price=1, brand_id=brand.id, categories=chosen)
            )  # fmt: skip
        here.commit()
        path = folder / "products.csv"
        for name, emulator, arguments in (
            ("a", stores[0], ("export", "products", "--to", str(path))),
            ("b", stores[1], ("import", str(path), "--by", "name", "--apply")),
        ):
            patch.setenv("BIGCOMMERCE_STORE_HASH", name)
            patch.setenv("BIGCOMMERCE_API_URL", emulator.url)
            result = CliRunner().invoke(app, arguments)
            assert result.exit_code == 0, result.output
        assert linked(sessions[1])[0] == linked(here)[0]
