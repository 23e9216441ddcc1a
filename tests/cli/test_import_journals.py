"""What an import writes down before it sends: where, and what becomes of what was left."""

from __future__ import annotations

import os
import stat

import pytest

from bcorm import Brand, CommitError, Product
from bcorm.session.journal import Journal


@pytest.fixture
def interrupted(store, run, tmp_path):
    """A file whose import was interrupted: its fate is unknown."""
    path = tmp_path / "products.csv"
    path.write_text("id,price\n77,1.25\n")
    store.fail("reset-before", method="PUT", times=40)
    run("import", path, "--apply", status=1)
    store.emulator.faults.clear()
    return path


def test_a_journal_is_in_the_users_state_folder(interrupted, journals, tmp_path):
    (journal,) = journals.glob("*.journal")
    assert journal.name.startswith("products-")
    assert [path.name for path in tmp_path.iterdir()] == ["products.csv"]
    if os.name == "posix":
        assert stat.S_IMODE(journal.stat().st_mode) == 0o600
        assert stat.S_IMODE(journals.stat().st_mode) == 0o700


def test_what_is_left_is_shown_before_it_is_finished(run, interrupted):
    shown = run("import", interrupted).stdout
    assert "An earlier import was interrupted: 1 object left" in shown
    assert '{"price":1.25}' in shown
    told = run("import", interrupted, "--apply").stdout
    assert told.index("1 object left") < told.index("an earlier import was interrupted: finished")


def test_a_journal_is_of_one_content_and_one_resource(run, store, interrupted, journals):
    interrupted.write_text("id,price\n77,1.50\n")
    assert "interrupted" not in run("import", interrupted, "--apply").stdout
    assert Product.objects.using(store.connect()).get(id=77).price == 1.5
    interrupted.write_text("id,price\n77,1.25\n")
    assert "interrupted" not in run("import", interrupted, "--resource", "brands", status=1).output
    assert len(list(journals.glob("*.journal"))) == 2  # the other one may be undone


def test_a_journal_that_somebody_put_beside_a_file_is_not_read(run, store, tmp_path):
    """It would delete a brand."""
    path = tmp_path / "products.csv"
    path.write_text("id,price\n77,1.25\n")
    brand = Brand.objects.first()
    session = store.connect()
    session.journal = Journal(tmp_path / "products.csv.journal", session.client.qualified_store_key)
    session.delete(Brand.objects.using(session).get(id=brand.id))
    store.fail("reset-before", method="DELETE", times=20)
    with pytest.raises(CommitError):
        session.commit()
    session.journal.close()
    store.emulator.faults.clear()
    before = (tmp_path / "products.csv.journal").read_bytes()
    told = run("import", path, "--apply").stdout
    assert "interrupted" not in told
    assert (tmp_path / "products.csv.journal").read_bytes() == before
    assert Brand.objects.using(store.connect()).filter(id=brand.id).exists()
    named = ("--journal", tmp_path / "products.csv.journal")
    told = run("import", path, "--apply", *named, status=1).stderr
    assert "is not of such an import: it holds a Brand" in told
    assert Brand.objects.using(store.connect()).filter(id=brand.id).exists()
