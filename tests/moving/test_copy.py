"""`bcorm.copy`: one store's catalog in another one, by natural key, in the fewest requests."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections import Counter
from contextlib import ExitStack
from math import ceil
from pathlib import Path
from time import sleep

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from portraits import adorn, fill, opened, portrait, rules, shift
from shared import SHARED, needs_shared

from bcorm.emulator import Emulator
from bcorm.exceptions import QueryError, StateError
from bcorm.moving.copying import copy
from bcorm.resources import Brand, Category, Product

CATALOG = SHARED / "catalog" / "catalog.json"


def without_own(portrait):
    """A portrait of what was copied."""
    return {
        part: {name: row for name, row in portrait[part].items() if "Own 3" not in name}
        for part in ("brands", "categories", "products")
    }


def fewest(found):
    """The fewest requests that write a catalog into a store without one, by the API's batches."""
    products = found["products"].values()
    depths = Counter(len(path) for path in found["categories"])
    metafields = {
        "brands": sum(len(row["metafields"]) for row in found["brands"].values()),
        "categories": sum(len(row["metafields"]) for row in found["categories"].values()),
        "products": sum(len(row["metafields"]) for row in products),
        "variants": sum(
            len(one["metafields"]) for row in products for one in row["variants"].values()
        ),
    }
    related = sum(row["related"] != ["automatic"] for row in products)
    return (
        len(found["brands"])  # one each
        + sum(ceil(number / 50) for number in depths.values())  # those above are there first
        + len(products)  # one each, with images, videos, fields, rules and variants
        + sum(
            len(row["options"]) for row in products
        )  # their kinds and values, which no POST takes
        + sum(len(row["modifiers"]) for row in products)
        + sum(len(row["rules"]) for row in products)
        + ceil(related / 10)  # when all of them are there
        + sum(ceil(number / 10) for number in metafields.values())
    )


def fewest_reads(found):
    """The fewest requests that read a catalog: pages, and rules product by product."""
    products = found["products"].values()
    lists = [found["brands"], found["categories"], ["tree"], *[[one] for one in range(4)]]
    return (
        sum(ceil(len(rows) / 250) for rows in lists)
        + ceil(len(products) / 10)  # as many as come with options
        + sum(bool(row["options"] or row["modifiers"]) for row in products)
    )


def writes(emulator):
    return [one for one in emulator.requests if one.method != "GET"]


def keep(emulator, most):
    """Leave a shop its first products."""
    for row in emulator.documents("v3/catalog/products")[most:]:
        emulator.remove_document("v3/catalog/products", row["id"])


def check(source, target, other_server):
    """Copy, and look at everything."""
    wanted = portrait(source)
    before = source.client.stats.requests
    plan = copy(source, target)
    assert source.client.stats.requests - before <= 1.1 * fewest_reads(wanted)
    assert plan.requests <= 1.1 * fewest(wanted)
    other_server.clear_requests()
    report = plan.apply()
    assert report, str(report)
    assert report.saved == len(plan)
    assert len(writes(other_server)) == plan.requests == report.requests
    found = portrait(target)
    assert without_own(found) == {
        name: wanted[name] for name in ("brands", "categories", "products")
    }
    other_server.clear_requests()
    again = copy(source, target)
    assert str(again).endswith("0 changes in 0 requests")
    assert again.apply().requests == 0
    assert not writes(other_server)


def test_the_sample_shop_becomes_that_of_another_store(source, target, emulator, other_server):
    adorn(emulator, [77, 78, 80, 83])
    rules(emulator, 79)
    check(source, target, other_server)


@needs_shared("catalog/catalog.json")
def test_a_real_catalog_becomes_that_of_another_store(target, other_server, empty_emulator):
    fill(empty_emulator, CATALOG, every=3)
    check(opened(empty_emulator, "real"), target, other_server)


@pytest.fixture
def twins(source, target, emulator):
    """Both stores, alike: six products, with all that there is of them."""
    keep = [77, 78, 80, 82, 83, 86]
    for row in emulator.documents("v3/catalog/products"):
        if row["id"] not in keep:
            emulator.remove_document("v3/catalog/products", row["id"])
    adorn(emulator, keep)
    assert copy(source, target).apply()
    return source, target


def test_a_store_with_a_catalog_of_its_own_gets_another_s(source, emulator):
    keep(emulator, 60)
    with Emulator(seed=2) as other:
        keep(other, 70)
        target = opened(other, "b")
        theirs = portrait(target)
        plan = copy(source, target)
        assert any(
            "the other store's product has the option Size besides" in one for one in plan.notes
        )
        assert plan.apply()
        found, wanted = portrait(target), portrait(source)
        assert set(found["products"]) == set(theirs["products"]) | set(wanted["products"])
        assert not copy(source, target).changes
        assert copy(source, target, prune=True).apply()
        assert portrait(target) == wanted
        assert not copy(source, target, prune=True).changes


def changes(plan):
    """What there is to do, as text."""
    return [str(change) for change in plan.changes]


def product(session, name):
    return Product.objects.using(session).get(name=name)


def test_each_change_is_one_and_travels_by_name(twins):
    source, target = twins
    before = portrait(target)
    rows = Product.objects.using(source).include("images", "variants", "options")
    first, *others = sorted(
        rows, key=lambda item: not (item.brand_id and item.metafields and item.options)
    )
    brand = Brand.objects.using(source).get(id=first.brand_id)
    first.price += 1
    brand.page_title = "Other"
    first.images[0].description = "from behind"
    first.custom_fields.new(name="New", value="1")
    first.variants[0].weight = 3
    first.metafields[0].value = "other"
    for item in first.options:
        item.type = "dropdown"
    second = others[0]
    second.related_products = [others[1].id]
    second.categories = [Category.objects.using(source).get(name="Pans").id]
    third = others[1]
    third.name = "Renamed"
    source.commit()
    plan = copy(source, target)
    assert Counter(change.action for change in plan.changes) == {
        "update": 7 + len(first.options),
        "create": 1,
    }
    told = "\n".join(changes(plan))
    assert "categories: " in told
    assert "Kitchen/Cookware/Pans" in told
    assert plan.apply()
    assert without_own(portrait(target)) == without_own(portrait(source)) != without_own(before)
    assert not copy(source, target).changes


def test_new_options_values_and_variants_reach_a_product_that_is_there(twins):
    source, target = twins
    simple = next(item for item in Product.objects.using(source) if item.base_variant_id)
    source.client.post(
        f"v3/catalog/products/{simple.id}/options",
        json={"display_name": "Finish", "type": "dropdown", "option_values": [
            {"label": "Matt", "sort_order": 0}, {"label": "Gloss", "sort_order": 1}]},
    )  # fmt: skip
    for label in ("Matt", "Gloss"):
        source.client.post(
            f"v3/catalog/products/{simple.id}/variants",
            json={"sku": f"F-{label}", "option_values": [
                {"option_display_name": "Finish", "label": label}]},
        )  # fmt: skip
    many = next(item for item in Product.objects.using(source).scan() if not item.base_variant_id)
    option = next(iter(many.options))
    labels = [one.label for one in option.option_values]
    option.option_values.new(label="Extra", sort_order=9)
    source.commit()
    other = [one for one in many.options if one.id != option.id]
    chosen = [{"option_display_name": option.display_name, "label": "Extra"}]
    chosen += [
        {"option_display_name": one.display_name, "label": one.option_values[0].label}
        for one in other
    ]
    source.client.post(
        f"v3/catalog/products/{many.id}/variants", json={"sku": "EXTRA", "option_values": chosen}
    )
    assert "Extra" not in labels
    assert copy(source, target).apply()
    assert without_own(portrait(target)) == without_own(portrait(source))
    assert not copy(source, target).changes


def test_what_the_other_store_has_besides_stays_unless_it_is_pruned(twins):
    source, target = twins
    item = next(iter(Product.objects.using(source).include("images", "custom_fields")))
    theirs = Product.objects.using(target).get(name=item.name)
    theirs.custom_fields.new(name="Theirs", value="1")
    target.add(Product(name="Theirs", type="physical", price=1, weight=1))
    target.commit()
    plan = copy(source, target)
    assert not plan.changes
    assert plan.kept == {"brands": 1, "categories": 1, "products": 1, "custom fields": 1}
    plan = copy(source, target, prune=True)
    assert {str(change) for change in plan.changes} == {
        "Own 3: is deleted",
        "Theirs: is deleted",
        f"{item.sku}, custom field Theirs: is deleted",
    }
    assert plan.apply()
    assert portrait(target) == portrait(source)
    with pytest.raises(StateError, match="carried out before"):
        plan.apply()
    session_rows = source.client.get(f"v3/catalog/products/{item.id}/images").data
    source.client.delete(f"v3/catalog/products/{item.id}/images/{session_rows[-1]['id']}")
    assert len(copy(source, target, prune=True)) == 1


def test_a_value_that_an_option_has_no_more_goes_when_it_is_pruned(twins):
    source, target = twins
    rows = Product.objects.using(source).filter(id__gt=77).scan()
    item = next(one for one in rows if not one.base_variant_id)
    value = next(iter(next(iter(item.options)).option_values))
    source.delete(value)
    source.commit()
    assert not copy(source, target).changes
    plan = copy(source, target, prune=True)
    assert plan.counts["option values"] == {"delete": 1}
    assert plan.apply()
    assert portrait(target)["products"] == portrait(source)["products"]
    assert not copy(source, target, prune=True).changes


def test_nobody_is_taken_for_another_where_a_name_is_not_enough(twins, emulator, other_server):
    source, target = twins
    script = {
        "html": "<script></script>", "kind": "script_tag", "channel_id": 1, "location": "head",
        "load_method": "default", "visibility": "storefront", "consent_category": "essential",
    }  # fmt: skip
    for server, name in ((emulator, "Twice here"), (other_server, "Twice there")):
        for text in ("Twice here", "Twice there", name):
            if server is emulator or text != "Twice here":
                server.put_document("v3/content/scripts", {**script, "name": text})
    plan = copy(source, target, ["scripts"])
    assert not plan.changes
    assert "Twice there: the other store has several rows of that name" in plan.notes
    assert any("several rows have that name: nobody can say" in note for note in plan.notes)


def test_what_a_field_cannot_hold_is_told_and_not_counted(twins, emulator):
    source, target = twins
    ids = [row["id"] for row in emulator.documents("v3/catalog/products")[:2]]
    with emulator._store.transaction():
        for key, change in zip(ids, ({"upc": "X" * 20}, {"type": None}), strict=True):
            row = emulator._store.get("v3/catalog/products", key)
            emulator._store.update("v3/catalog/products", key, {**row.doc, **change})
    first, second = (Product.objects.using(source).get(id=key) for key in ids)
    target.delete(product(target, second.name))
    target.commit()
    plan = copy(source, target)
    assert (len(plan), plan.requests) == (0, 0)
    told = "\n".join(plan.notes)
    assert f"{first.sku}: Product.upc cannot be 'XXXX" in told
    assert f"{second.sku}: type: a new row needs it, and it is empty" in told


def test_a_rule_of_a_choice_that_is_gone_stays_where_it_is(twins, other_server):
    source, target = twins
    item = Product.objects.using(source).get(id=77)
    variant = min(item.variants, key=lambda one: one.id)
    assert any(
        one.variant_id == variant.id for rule in item.complex_rules for one in rule.conditions
    )
    source.delete(variant)
    source.commit()
    plan = copy(source, target)
    assert not plan.changes
    assert any("it is of a choice that is gone" in note for note in plan.notes)


def test_a_part_is_copied_where_only_a_part_is_asked_for(twins):
    source, target = twins
    one, two = list(Product.objects.using(source))[:2]
    for item in (one, two):
        item.price, item.description = item.price + 5, "other"
    source.add(Product(name="Newest", type="physical", price=1, weight=1, sku="NEWEST"))
    source.commit()
    plan = copy(source, target, ["products"], only=["price"], where={"sku": one.sku})
    assert [(change.row.shown, [*change.fields]) for change in plan.changes] == [
        (one.sku, ["price"])
    ]
    assert plan.apply()
    assert product(target, one.name).price == one.price
    assert product(target, one.name).description != "other"
    plan = copy(source, target, only=["price"])
    assert [change.row.shown for change in plan.changes] == [two.sku]
    assert any("NEWEST" in note and "--only creates nothing" in note for note in plan.notes)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ({"resources": ["produkts"]}, "did you mean 'products'"),
        ({"only": ["prise"]}, "did you mean 'price'"),
        ({"where": {"sku": "A"}, "prune": True}, "does not go with where"),
    ],
)
def test_what_cannot_be_asked_for_is_refused_before_anything_is_read(
    source, target, emulator, arguments, told
):
    with pytest.raises(QueryError, match=told):
        copy(source, target, **arguments)
    with pytest.raises(QueryError, match="into itself"):
        copy(source, source)
    assert not emulator.requests


def test_products_alone_find_brands_and_categories_by_name_or_do_without(source, target):
    brand = Brand.objects.using(source).get(name="Alder & Finch")
    target.add(Brand(name="alder & finch"))
    target.commit()
    plan = copy(source, target, ["products"], where={"brand_id": brand.id})
    assert {change.kind.name for change in plan.changes} >= {"products"}
    assert any("the store has no category '" in note for note in plan.notes)
    assert plan.apply()
    items = list(Product.objects.using(target))
    assert {item.brand.name for item in items} == {"alder & finch"}
    assert {tuple(item.categories) for item in items} == {()}


def test_stock_is_each_store_s_own_unless_it_is_asked_for(twins):
    source, target = twins
    assert portrait(target, stock=True) != portrait(source, stock=True)
    assert copy(source, target, stock=True).apply()
    assert without_own(portrait(target, stock=True)) == without_own(portrait(source, stock=True))
    assert not copy(source, target, stock=True).changes


def test_channels_are_mapped_and_others_are_told(twins):
    source, target = twins
    one, two = list(Product.objects.using(source))[:2]
    body = [{"product_id": one.id, "channel_id": 7}, {"product_id": two.id, "channel_id": 7}]
    source.client.put("v3/catalog/products/channel-assignments", json=body)
    source.client.delete(
        "v3/catalog/products/channel-assignments",
        params={"product_id:in": str(two.id), "channel_id:in": "1"},
    )
    plan = copy(source, target)
    assert any("channel 7 has no counterpart" in note for note in plan.notes)
    plan = copy(source, target, channels={7: 9})
    assert plan.apply().requests == plan.requests == 2
    rows = Product.objects.using(target).include("channels")
    found = {item.name: item.channels for item in rows}
    assert (found[one.name], found[two.name]) == ([1, 9], [9])
    assert not copy(source, target, channels={7: 9}).changes


def test_a_row_that_is_refused_is_told_and_the_others_are_copied(
    source, target, emulator, other_server
):
    keep(emulator, 40)
    plan = copy(source, target)
    name = Product.objects.using(source).get(id=77).name
    meanwhile = {"name": name, "type": "physical", "price": 1, "weight": 1}
    other_server.put_document("v3/catalog/products", meanwhile)
    report = plan.apply()
    assert not report
    (refused,) = [one for one in report.failures if ": 409 " in one]
    assert refused.startswith("FBM-1000: ")
    assert all(one.startswith("FBM-1000") for one in report.failures)
    assert report.saved == len(plan) - len(report.failures)
    assert Product.objects.using(target).count() == Product.objects.using(source).count()
    assert copy(source, target).apply()
    wanted = portrait(source)
    assert without_own(portrait(target)) == without_own(wanted)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs SIGKILL: POSIX only")
def test_a_copy_that_is_killed_is_finished_by_the_next_and_nothing_is_doubled(
    source, target, emulator, other_server, tmp_path
):
    keep(emulator, 40)
    adorn(emulator, [77, 78, 80])
    total = copy(source, target).requests
    journal = tmp_path / "copy.journal"
    chance, moments = random.Random(7), int(os.environ.get("BCORM_KILLS", "3"))
    for _ in range(moments):
        other_server.clear_requests()
        kill_after(emulator, other_server, journal, chance.randrange(1, total))
        if moments > 3:  # begin anew: each moment is of a whole copy
            finish(source, target, journal)
            other_server.reset()
            shift(other_server)
    finish(source, target, journal)


def finish(source, target, journal):
    """Copy what is left, and look at everything."""
    copy(source, target, journal=journal).apply(journal)
    found = portrait(target)
    assert without_own(found) == {
        name: rows for name, rows in portrait(source).items() if name != "count"
    }
    assert found["count"] == tuple(
        number + more for number, more in zip(portrait(source)["count"], (1, 1, 0), strict=True)
    )
    assert not copy(source, target).changes


def kill_after(emulator, other_server, journal, number):
    """Copy in another process, and kill it when the store has got so many writes."""
    script = Path(__file__).parents[1] / "support" / "copier.py"
    arguments = [sys.executable, script, emulator.url, other_server.url, journal]
    with subprocess.Popen(arguments, stderr=subprocess.PIPE) as process:
        while process.poll() is None and len(writes(other_server)) < number:
            sleep(0.001)
        process.kill()
        assert process.wait() in (-signal.SIGKILL, 0), process.stderr.read()


@settings(
    max_examples=5, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)
@given(data=st.data())
def test_every_row_finds_its_own_whatever_the_numbers(data):
    """Rows under random numbers, some of which the other store has already, become the same."""
    names = ["Red", "Blue", "a/b", "sku=7", "Ä ö"]
    with ExitStack() as stack:
        stores = [stack.enter_context(Emulator(empty=True)) for _ in "ab"]
        sessions = [opened(store, name) for store, name in zip(stores, "ab", strict=True)]
        for store in stores:
            keys = {}
            for name in data.draw(st.permutations(names)):
                for filler in range(data.draw(st.integers(0, 2))):
                    gone = store.put_document("v3/catalog/brands", {"name": f"{name} {filler}"})
                    store.remove_document("v3/catalog/brands", gone["id"])
                if store is stores[0] or data.draw(st.booleans()):
                    brand = store.put_document("v3/catalog/brands", {"name": name})["id"]
                    row = {
                        "name": name,
                        "parent_id": keys.get(data.draw(st.sampled_from(names)), 0),
                    }
                    keys[name] = store.put_document("v3/catalog/categories", row)["id"]
                    product = {
                        "name": name, "sku": data.draw(st.sampled_from(["", f"S {name}"])),
                        "type": "physical", "price": 1, "weight": 1, "brand_id": brand,
                        "categories": [keys[name]],
                        "variants": [
                            {"sku": f"{name} {label}", "option_values": [
                                {"option_display_name": "Size", "label": label}]}
                            for label in data.draw(st.permutations("SML"))
                        ],
                    }  # fmt: skip
                    store.put_document("v3/catalog/products", product)
        first = [row["id"] for row in stores[0].documents("v3/catalog/products")]
        for key in first:
            related = data.draw(st.lists(st.sampled_from(first), min_size=1, unique=True))
            stores[0].put_document("v3/catalog/products", {"id": key, "related_products": related})
        adorn(stores[0], first[:1])
        assert copy(*sessions, prune=True).apply()
        wanted, found = map(portrait, sessions)
        assert found == wanted
        assert not copy(*sessions, prune=True).changes
