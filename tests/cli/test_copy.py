"""`bcorm copy @from @to`, as it is typed."""

from __future__ import annotations

import pytest
from portraits import shift

from bcorm.emulator import Emulator
from bcorm.resources import Category, Product
from bcorm.session import connect


@pytest.fixture
def stores(emulator, run):
    """The sample shop as profile `a`, and a store with numbers of its own as `b`."""
    with Emulator(empty=True) as other:
        shift(other)
        for name, url in (("a", emulator.url), ("b", other.url)):
            run("profiles", "add", name, "--store-hash", name, "--api-url", url, text="t\n")
        yield emulator, other


def last_line(result):
    return result.stdout.splitlines()[-1]


def test_a_catalog_is_planned_copied_and_compared(stores, run, journals):
    emulator, other = stores
    for row in emulator.documents("v3/catalog/products")[60:]:
        emulator.remove_document("v3/catalog/products", row["id"])
    planned = run("copy", "@a", "@b")
    assert last_line(planned) == "467 changes in 124 requests"
    assert "does not come along: FBM-1000 and 36 more: reviews stay" in planned.stdout
    assert not any(one.method != "GET" for one in other.requests)
    done = run("copy", "@a", "@b", "--apply")
    assert last_line(done) == last_line(planned)
    assert done.stderr == "467 saved with 124 requests\n"
    assert "copy" in run("history", "--profile", "b").output
    for again in ("--dry-run", "--apply"):
        assert last_line(run("copy", "@a", "@b", again)) == "0 changes in 0 requests"
    for what in ("products", "product-variants", "categories"):
        lookups = ("--by", "sku") if what == "product-variants" else ()
        found = run(
            "diff", what, "@a", "--profile", "b", *lookups, status=3 if what == "categories" else 0
        )
        assert found.stderr == ("1 difference\n" if what == "categories" else "0 differences\n")

    session = connect("b", "t", api_url=other.url)
    item = next(one for one in Product.objects.using(session) if one.categories)
    item.categories = [Category.objects.using(session).get(name="Own 3").id]
    session.commit()
    assert run("diff", "products", "@a", "--profile", "b", status=3).stderr == "1 difference\n"
    found = run("copy", "@a", "@b", "--apply")
    assert last_line(found) == "1 change in 1 request"
    assert "Own 3" in found.stdout
    assert run("diff", "products", "@a", "--profile", "b").stderr == "0 differences\n"


def test_options_say_what_is_copied(stores, run):
    emulator, other = stores
    run("copy", "@a", "@b", "products", "--where", "id=77", "--apply")
    found = run("copy", "@a", "@b", "products", "--only", "images", "--where", "id__in=77,78")
    assert last_line(found) == "0 changes in 0 requests"
    assert "--only creates nothing" in found.stdout
    found = run("copy", "@a", "@b", "products", "--stock", "--where", "id=77", "--channel",
                "Corner market=1", "--dry-run")  # fmt: skip
    assert last_line(found).endswith("requests")
    found = run("copy", "@a", "@b", "--prune")
    assert "deleted" in found.stdout
    assert len(other.documents("v3/catalog/products")) == 1
    assert emulator.documents("v3/catalog/products")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("a", "@b"), "'a' is no store"),
        (("@a", "@b", "produkts"), "did you mean 'products'"),
        (("@a", "@b", "--channel", "3"), "'3' is no channel and its counterpart"),
        (("@a", "@b", "--where", "prise=1"), "price"),
        (("@a", "@a"), "into itself"),
    ],
)
def test_what_is_typed_wrong_is_told(stores, run, arguments, told):
    assert told in run("copy", *arguments, status=2).stderr
