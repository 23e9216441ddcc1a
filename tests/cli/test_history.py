"""What imports and undos leave in the history, and `bcorm undo`."""

from __future__ import annotations

import re

import pytest

import bcorm
from bcorm import Product

PRODUCTS = "v3/catalog/products"


@pytest.fixture
def imported(store, run, tmp_path):
    """An import of a hundred prices, and the name of its commit."""
    rows = store.emulator.documents(PRODUCTS)[:100]
    path = tmp_path / "prices.csv"
    path.write_text("id,price\n" + "".join(f"{row['id']},{row['price'] + 1}\n" for row in rows))
    run("import", path, "--resource", "products", "--apply")
    (name,) = re.findall(r"\b[0-9a-f]{8}\b", run("history").stdout)
    return name


def prices(store):
    return {row["id"]: row["price"] for row in store.emulator.documents(PRODUCTS)}


def test_an_import_is_in_the_history_and_can_be_undone_and_done_again(
    store, run, imported, journals
):
    after = prices(store)
    told = run("history").stdout
    assert "100 Product changed" in told
    assert told.splitlines()[-1] == "1 commit"
    store.emulator.clear_requests()
    assert run("undo", imported[:5]).stdout.splitlines()[-1] == "100 changes in 10 requests"
    assert {item.method for item in store.emulator.requests} == {"GET"}
    assert prices(store) == after
    told = run("undo", imported, "--apply").stdout
    assert told.splitlines()[-1] == "100 changes in 10 requests"
    before = {key: price - 1 for key, price in after.items()}
    keys = [row["id"] for row in store.emulator.documents(PRODUCTS)[:100]]
    assert all(prices(store)[key] == before[key] for key in keys)
    assert run("undo", imported).stdout.splitlines()[-1] == "0 changes in 0 requests"
    (again,) = {*re.findall(r"\b[0-9a-f]{8}\b", run("history").stdout)} - {imported}
    assert f"by {again}" in run("history").stdout
    run("undo", again, "--apply")
    assert prices(store) == after


def test_rows_that_were_changed_since_are_listed_and_left(store, run, imported):
    session = store.connect()
    for item in Product.objects.using(session).all()[:10]:
        item.price = 7777
    session.commit()
    told = run("undo", imported, "--apply").stdout.splitlines()
    assert told[-1] == "10 were changed since: 90 changes in 9 requests"
    assert sum("price is 7777, and was set to" in line for line in told) == 10
    assert sum(price == 7777 for price in prices(store).values()) == 10


def test_a_journal_of_a_program_is_named(store, run, tmp_path):
    path = tmp_path / "sync.db"
    session = store.connect()
    session = session.client.session(journal=path, history=True)
    item = Product.objects.using(session).first()
    name, item.name = item.name, "Other"
    session.commit()
    (commit,) = bcorm.history(path)
    assert commit.name in run("history", path).stdout
    assert "1 commit" not in run("history").stdout
    run("undo", commit.name, path, "--apply")
    assert Product.objects.using(store.connect()).get(id=item.id).name == name


def test_a_commit_that_is_not_there_is_told(run, imported):
    assert f"no journal keeps a commit 'zz{imported}'" in run(
        "undo", f"zz{imported}", status=1
    ).stderr  # fmt: skip


def test_an_interrupted_import_is_finished_before_it_is_undone(store, run, tmp_path):
    before = prices(store)
    path = tmp_path / "products.csv"
    path.write_text("id,price\n77,1.25\n78,1.25\n")
    store.fail("reset-before", method="PUT", times=40)
    run("import", path, "--apply", status=1)
    store.emulator.faults.clear()
    told = run("history").stdout
    assert "2 unsettled" in told
    (name,) = re.findall(r"\b[0-9a-f]{8}\b", told)
    assert "was interrupted" in run("undo", name, status=1).stderr
    told = run("undo", name, "--apply").stdout
    assert "finished (2 saved" in told
    assert told.splitlines()[-1] == "2 changes in 1 request"
    assert prices(store) == before


def test_the_history_is_pruned(run, imported, journals):
    assert list(journals.glob("*.journal"))
    assert run("history", "--prune", "0").stdout == "dropped: 1 commit\n"
    assert not list(journals.glob("*.journal"))
    assert run("history").stdout == "0 commits\n"
