"""Undoing commits: what was there before comes back, and what others have changed since stays."""

from __future__ import annotations

import re
import sqlite3
from decimal import Decimal

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings
from secrecy_plugin import TOKEN
from soak import length

import bcorm
from bcorm import (
    Brand,
    Category,
    CommitError,
    Customer,
    CustomerAddress,
    Product,
    ProductMetafield,
    ProductOption,
    VariantMetafield,
    Webhook,
)
from bcorm.auth import sealing
from bcorm.emulator import Fault
from bcorm.exceptions import ConfigurationError
from bcorm.http import RetryPolicy
from bcorm.model.unit_of_work import current_session
from bcorm.query.store import Store

PRICES = length(300, 1000)
RICH = length(30, 50)
PRODUCTS = "v3/catalog/products"
BRANDS = "v3/catalog/brands"
CATEGORIES = "v3/catalog/categories"
CUSTOMERS = "v3/customers"
BELOW = (
    "images", "videos", "custom-fields", "bulk-pricing-rules", "options", "modifiers", "variants",
    "metafields", "complex-rules", "reviews",
)  # fmt: skip
# What no row can be given again: keys, moments, what the store counts and measures by itself, and
# where it serves pictures.
OWN = re.compile(
    r"(^|_)ids?$|^(date|url)_|^image_file$|^categories$|^category_uuid$|^num_uses$|^length$"
)


def opened(server, path, *, history=True):
    retry = RetryPolicy(base=0.01, cap=0.05)
    return bcorm.connect(
        "testing",
        TOKEN,
        api_url=server.url,
        retry=retry,
        patience=0.1,
        journal=path,
        history=history,
    )


@pytest.fixture
def journal(tmp_path):
    yield tmp_path / "sync.db"
    current_session.set(None)


def plain(value):
    """A document without what belongs to one life of a row only."""
    if isinstance(value, dict):
        own = (
            {"name"} if "display_name" in value else set()
        )  # of an option: the store's word for it
        return {
            name: plain(one) for name, one in value.items() if not (OWN.search(name) or name in own)
        }
    if isinstance(value, list):
        return sorted((plain(one) for one in value), key=repr)
    return value


def catalog(server):
    """What a store holds, by natural key: written down without anything of the client's."""
    brands = {row["id"]: row["name"] for row in server.documents(BRANDS)}
    names = {row["id"]: row for row in server.documents(CATEGORIES)}

    def path(key):
        row = names.get(key)
        return () if row is None else (*path(row["parent_id"]), row["name"])

    found = {"brand": {row["name"]: plain(row) for row in server.documents(BRANDS)}}
    found["category"] = {path(key): plain(row) for key, row in names.items()}
    found["product"] = {}
    for row in server.documents(PRODUCTS):
        below = {name: plain(server.documents(f"{PRODUCTS}/{row['id']}/{name}")) for name in BELOW}
        below["brand"] = brands.get(row["brand_id"])
        below["in"] = sorted(map(path, row["categories"]))
        found["product"][row["name"]] = {**plain(row), **below}
    addresses = server.documents(f"{CUSTOMERS}/addresses")
    found["customer"] = {
        row["email"]: {
            **plain(row),
            "addresses": plain([one for one in addresses if one["customer_id"] == row["id"]]),
        }
        for row in server.documents(CUSTOMERS)
    }
    return found


def test_many_prices_are_put_back_but_for_ten_that_others_have_changed(empty_emulator, journal):
    session = opened(empty_emulator, journal)
    made = [
        Product(name=f"Lamp {n}", type="physical", weight=1, price=Decimal(n))
        for n in range(PRICES)
    ]
    for start in range(0, PRICES, 100):
        session.add_all(made[start : start + 100])
        session.commit()
    for item in Product.objects.all():
        item.price += Decimal("0.5")
    session.commit()
    other = opened(empty_emulator, journal.with_name("other.db"), history=False)
    for item in Product.objects.using(other).filter(id__in=[one.id for one in made[:10]]):
        item.price = Decimal(7777)
    other.commit()
    commit = session.history[-1]
    assert commit.rows == {("Product", "changed"): PRICES}
    empty_emulator.clear_requests()
    plan, back = bcorm.undo(commit, session), PRICES - 10
    assert len(empty_emulator.requests) == -(-PRICES // 250)  # 250 keys each
    assert (plan.changes, plan.requests, len(plan.changed_since)) == (back, back // 10, 10)
    report = plan.apply()
    assert (len(report.saved), report.requests) == (back, back // 10)
    assert len(plan.changed_since) == 10
    assert "price is 7777, and was set to" in str(plan)
    rows = {row["name"]: row["price"] for row in empty_emulator.documents(PRODUCTS)}
    assert sum(price == 7777 for price in rows.values()) == 10
    assert all(rows[f"Lamp {n}"] == n for n in range(10, PRICES))


def edit(journal, text, other):
    with sqlite3.connect(journal) as db:
        db.execute("UPDATE entry SET before = replace(before, ?, ?)", (text, other))
    db.close()


@pytest.fixture
def rich_products(emulator, journal):
    """Products of the sample shop, with all that can be below a product."""
    session = opened(emulator, journal)
    chosen = list(Product.objects.filter(id__lt=127).include("variants"))[:RICH]
    session.add_all(
        ProductMetafield(
            resource_id=item.id, key=f"k{n}", value="v", namespace="n", permission_set="read"
        )
        for item in chosen[:7]
        for n in range(2)
    )
    variant = next(one for item in chosen for one in item.variants if one.option_values)
    above = {"product_id": variant.product_id, "resource_id": variant.id}
    words = {"key": "size", "value": "XL", "namespace": "n", "permission_set": "read"}
    session.add(VariantMetafield(**above, **words))
    session.commit()
    return session, chosen


def test_deleted_products_come_back_with_all_that_was_below_them(emulator, rich_products):
    session, chosen = rich_products
    before = catalog(emulator)
    variants = emulator.documents("v3/catalog/variants/metafields")
    Product.objects.filter(id__in=[item.id for item in chosen]).delete()
    assert len(catalog(emulator)["product"]) == len(before["product"]) - RICH
    plan = bcorm.undo(session.history[-1], session)
    told = plan.changes, plan.requests, dict(plan.rows)
    assert plan.rows["Product", "created"] == RICH
    report = plan.apply()
    assert (plan.changes, plan.requests, dict(plan.rows)) == told
    assert (len(report.sent), plan.refused) == (plan.requests, [])
    assert catalog(emulator) == before
    assert plain(emulator.documents("v3/catalog/variants/metafields")) == plain(variants)
    assert any("pictures are fetched again" in note for note in plan.notes)
    again = bcorm.undo(session.history[-2], session)
    assert (again.changes, again.requests) == (0, 0)


def test_pictures_that_do_not_answer_any_more_are_told_and_the_rest_comes_back(
    emulator, rich_products, journal
):
    session, chosen = rich_products
    item = next(one for one in chosen if len(one.images) > 1)
    count, name, address = len(item.images), item.name, item.images[0].url_zoom
    item.delete()
    edit(journal, address, "")  # the emulator takes any address but none
    plan = bcorm.undo(session.history[-1], session)
    plan.apply()
    (refused,) = plan.refused
    assert "ProductImage.image_url" in str(refused)
    (row,) = [one for one in emulator.documents(PRODUCTS) if one["name"] == name]
    assert len(emulator.documents(f"{PRODUCTS}/{row['id']}/images")) == count - 1
    edit(journal, '"image_url":""', f'"image_url":"{address}"')
    finished = bcorm.undo(session.history[-2], session)
    assert dict(finished.rows) == {("ProductImage", "created"): 1}
    finished.apply()
    assert len(emulator.documents(f"{PRODUCTS}/{row['id']}/images")) == count


def test_an_undo_that_the_store_has_cut_short_is_finished_by_the_next(emulator, rich_products):
    session, chosen = rich_products
    before = catalog(emulator)
    Product.objects.filter(id__in=[item.id for item in chosen[:8]]).delete()
    deleted = session.history[-1]
    emulator.faults.add(Fault("429-bare", method="POST", after=17, times=None))
    with pytest.raises(CommitError):
        bcorm.undo(deleted, session).apply()
    emulator.faults.clear()
    rest = bcorm.undo(deleted, session)
    assert 0 < rest.changes < 200
    rest.apply()
    assert catalog(emulator) == before


def test_rows_that_were_created_go_unless_others_have_changed_them(session, emulator, journal):
    own = opened(emulator, journal)
    kept, gone = Brand(name="Kept"), Brand(name="Gone")
    own.add_all([kept, gone])
    own.commit()
    theirs = session.get(Brand, kept.id)
    theirs.name = "Theirs"
    session.commit()
    plan = bcorm.undo(journal, own)
    assert [one.changed for one in plan.refused] == [True]
    plan.apply()
    names = {row["name"] for row in emulator.documents(BRANDS)}
    assert "Theirs" in names
    assert "Gone" not in names


def test_what_refers_to_a_deleted_row_is_led_to_its_new_key(emulator, journal):
    session = opened(emulator, journal)
    before = catalog(emulator)
    brand = Product.objects.filter(brand_id__gt=0).scan().first().brand
    session.delete(brand)
    session.commit()
    bcorm.undo(journal, session).apply()
    assert catalog(emulator) == before
    assert not [row for row in emulator.documents(BRANDS) if row["id"] == brand.id]


def test_what_was_led_to_a_row_that_the_same_commit_deleted_is_nobody_elses_change(
    empty_emulator, journal
):
    session = opened(empty_emulator, journal)
    common = {"type": "physical", "weight": 1, "price": 1}
    gone, kept = (Brand.objects.create(name=name) for name in ("Gone", "Kept"))
    old = Product.objects.create(name="Old", brand=kept, **common)
    before = catalog(empty_emulator)
    old.brand = gone
    session.add(Product(name="New", brand=gone, **common))
    session.delete(gone)
    session.commit()
    plan = bcorm.undo(session.history[-1], session)
    plan.apply()
    assert plan.refused == []
    assert catalog(empty_emulator) == before


def test_a_name_that_another_row_has_taken_is_told(emulator, journal):
    session = opened(emulator, journal)
    customer = Customer.objects.first()
    email = customer.email
    customer.delete()
    deleted = session.history[-1]
    Customer(email=email, first_name="New", last_name="One").save()
    plan = bcorm.undo(deleted, session)
    assert (plan.changes, len(plan.refused)) == (0, 1)
    assert "another row of this email" in str(plan.refused[0])


def test_without_a_history_changes_come_back_and_deleted_rows_are_told(emulator, journal):
    session = opened(emulator, journal, history=False)
    brand, other = Brand.objects.all()[:2]
    name, brand.name = brand.name, "Other"
    session.delete(other)
    emulator.clear_requests()
    session.commit()
    assert [item.method for item in emulator.requests] == ["PUT", "DELETE"]
    plan = bcorm.undo(journal, session)
    assert [str(one) for one in plan.refused] == [
        f"Brand {other.id}: what was there was not kept, so it does not come back"
    ]
    plan.apply()
    assert name in {row["name"] for row in emulator.documents(BRANDS)}


def test_values_that_were_never_loaded_are_read_where_there_is_a_history(emulator, journal):
    session = opened(emulator, journal)
    brand = Brand.objects.only("name").first()
    before = emulator.documents(BRANDS)
    brand.page_title = "Other"
    session.commit()
    bcorm.undo(journal, session).apply()
    assert emulator.documents(BRANDS) == before


def test_a_whole_collection_is_deleted_row_by_row_where_there_is_a_history(emulator, journal):
    session = opened(emulator, journal)
    before = plain(emulator.documents("v2/coupons"))
    bcorm.Coupon.objects.all().delete(everything=True)
    assert emulator.documents("v2/coupons") == []
    bcorm.undo(journal, session).apply()
    assert plain(emulator.documents("v2/coupons")) == before


def test_secrets_are_withheld_from_what_is_kept(empty_emulator, journal, monkeypatch):
    monkeypatch.delenv(sealing.KEY_VARIABLE, raising=False)
    session = opened(empty_emulator, journal)
    secret = "hunter2-of-the-hook"
    hook = Webhook(
        scope="store/order/*", destination="https://example.com/hook", headers={"X-Key": secret}
    )
    session.add(hook)
    session.commit()
    hook.refresh()
    hook.headers = {"X-Key": f"{secret}-2"}
    session.commit()
    hook.delete()
    files = b"".join(one.read_bytes() for one in journal.parent.iterdir())
    assert secret.encode() not in files
    told = str(bcorm.undo(journal, session))
    assert "headers is secret, and was withheld" in told


def test_passwords_are_never_shown_and_stay(empty_emulator, journal, monkeypatch):
    pytest.importorskip("cryptography", reason="NOT TESTED: the extra auth is not installed")
    monkeypatch.setenv(sealing.KEY_VARIABLE, sealing.generate_key())
    session = opened(empty_emulator, journal)
    secret = "hunter2-of-the-customer"
    person = Customer(email="a@example.com", first_name="A", last_name="B")
    person.save()
    person.notes = "N"
    person.authentication = {"new_password": secret}
    person.save()
    plan = bcorm.undo(journal, session)
    assert (plan.changes, plan.refused) == (1, [])
    assert "Customer.authentication cannot be read" in str(plan)
    assert secret not in str(plan)
    plan.apply()
    (row,) = empty_emulator.documents(CUSTOMERS)
    assert row["notes"] == ""


class Killed(BaseException):
    """Stands for the end of a process."""


def test_an_undo_that_was_killed_is_finished_by_recovering_it_first(
    emulator, rich_products, journal, monkeypatch
):
    session, chosen = rich_products
    before = catalog(emulator)
    Product.objects.filter(id__in=[item.id for item in chosen[:8]]).delete()
    deleted = session.history[-1]
    transmit, sent = Store.transmit, []

    def dying(self, method, path, **options):
        if method == "POST" and path.endswith("/options"):
            raise Killed
        sent.append(path)
        return transmit(self, method, path, **options)

    with monkeypatch.context() as patch:
        patch.setattr(Store, "transmit", dying)
        with pytest.raises(Killed):
            bcorm.undo(deleted, session).apply()
    fresh = opened(emulator, journal)
    with pytest.raises(ConfigurationError, match="recover"):
        bcorm.undo(deleted, fresh)
    try:
        bcorm.recover(journal, fresh)
    except CommitError as error:
        for one in error.report.unknown:
            fresh.expunge(one.object)  # pictures in flight: they have nothing to be found by
    bcorm.undo(deleted, fresh).apply()
    found = catalog(emulator)
    for row in (*found["product"].values(), *before["product"].values()):
        row["images"] = {repr(one) for one in row["images"]}
    assert found == before


def test_a_journal_of_an_earlier_version_is_read(emulator, journal):
    session = opened(emulator, journal, history=False)
    brand = Brand.objects.first()
    brand.name = "Other"
    session.commit()
    session.journal.close()
    with sqlite3.connect(journal) as db:
        db.execute("DROP TABLE made")
        for name in ("made", "before", "after", "instead", "past"):
            db.execute(f"ALTER TABLE entry DROP COLUMN {name}")
    db.close()
    assert bcorm.history(journal) == []
    fresh = opened(emulator, journal)
    assert len(bcorm.recover(journal, fresh).saved) == 1


def test_a_history_is_bounded_and_can_be_pruned(emulator, journal):
    session = opened(emulator, journal)
    brand = Brand.objects.first()
    for number in range(105):
        brand.name = f"Brand {number}"
        session.commit()
    assert len(session.history) == 100
    assert session.journal.prune(keep=3) == 97
    assert len(bcorm.history(journal)) == 3
    assert bcorm.history(journal)[-1].who is not None


def test_it_is_told_what_cannot_be_undone(emulator, journal, tmp_path):
    session = opened(emulator, journal)
    with pytest.raises(ConfigurationError, match="there is no journal"):
        bcorm.undo(tmp_path / "none.db", session)
    with pytest.raises(ConfigurationError, match="keeps no commit"):
        bcorm.undo(journal, session)
    with pytest.raises(ConfigurationError, match="a history needs a file"):
        session.client.session(history=True)


# Random work


NAMES = st.sampled_from(["Oak", "Elm", "Ash", "Fir"])
ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(["add", "change", "delete"]),
        st.sampled_from([Brand, Category, Product, Customer]),
        NAMES,
        NAMES,
        st.integers(0, 9),
    ),
    min_size=1,
    max_size=6,
)


def find(model, name):
    field = "email" if model is Customer else "name"
    value = f"{name.lower()}@example.com" if model is Customer else name
    return model.objects.filter(**{field: value}).scan().first()


def add(model, name, other, number):
    if model is Brand:
        return Brand(name=name, page_title=other)
    if model is Category:
        above = find(Category, other)
        return Category(name=name, parent_id=0 if above is None else above.id)
    if model is Customer:
        person = Customer(email=f"{name.lower()}@example.com", first_name=name, last_name=other)
        for place in range(number % 3):
            person.addresses.add(
                CustomerAddress(
                    first_name=name, last_name=other, address1=f"{place} Road", city="Austin",
                    state_or_province="Texas", postal_code="78701", country_code="US",
                )
            )  # fmt: skip
        return person
    product = Product(
        name=name, type="physical", weight=1, price=Decimal(number), brand=find(Brand, other)
    )
    product.categories = [one.id for one in [find(Category, other)] if one is not None]
    product.custom_fields.new(name=other, value=name)
    if number % 2:
        choice = {"option_display_name": "Finish", "label": other}
        product.variants.new(sku=f"{name}-{other}", option_values=[choice], price=Decimal(number))
        option = ProductOption(display_name="Finish", type="swatch")
        product.options.add(option)
        colors = {"colors": ["#b5a642"]}
        option.option_values.new(label=other, sort_order=0, value_data=colors)
    return product


def change(item, other, number):
    if isinstance(item, Product):
        item.price = Decimal(number)
        item.brand = find(Brand, other)
        category = find(Category, other)
        item.categories = [] if category is None else [category.id]
    elif isinstance(item, Customer):
        item.notes = other
    else:
        item.page_title = f"{other} {number}"


def work(session, actions):
    """Do some random things in one commit; what the store refuses is given up."""
    touched = set()
    for verb, model, name, other, number in actions:
        item = find(model, name)
        if (model, name) in touched:
            continue
        touched.add((model, name))
        if verb == "add" and item is None:
            session.add(add(model, name, other, number))
        elif verb == "change" and item is not None:
            change(item, other, number)
        elif verb == "delete" and item is not None:
            session.delete(item)
    try:
        session.commit()
    except CommitError:
        session.rollback()


@settings(max_examples=15)
@given(commits=st.lists(ACTIONS, min_size=1, max_size=4), data=st.data())
def test_random_commits_undone_leave_the_store_as_it_was(
    commits, data, empty_emulator, tmp_path_factory
):
    empty_emulator.reset()
    path = tmp_path_factory.mktemp("journals") / "sync.db"
    session = opened(empty_emulator, path)
    states = [catalog(empty_emulator)]
    names = []
    for actions in commits:
        count = len(session.history)
        work(session, actions)
        if len(session.history) > count:
            names.append(session.history[-1].name)
            states.append(catalog(empty_emulator))
    for place in reversed(range(len(names))):
        commit = next(one for one in session.history if one.name == names[place])
        plan = bcorm.undo(commit, session)
        told = plan.changes, plan.requests
        plan.apply()
        assert plan.refused == []
        assert (plan.changes, plan.requests) == told
        assert catalog(empty_emulator) == states[place]
    if names and data.draw(st.booleans()):
        first = session.history[-1]
        bcorm.undo(first, session).apply()
        assert catalog(empty_emulator) == states[1]
    current_session.set(None)
