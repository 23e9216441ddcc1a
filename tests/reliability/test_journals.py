"""What a journal holds, and what becomes of one that is damaged, planted, or cannot be written."""

from __future__ import annotations

import shutil
import sqlite3
import sys

import pytest
from sessions import left_behind

import bcorm
from bcorm import Brand, Customer, Product, ProductReview
from bcorm.auth import sealing
from bcorm.emulator import Fault
from bcorm.exceptions import BcormError, CommitError, ConfigurationError, JournalFailed
from bcorm.model import field, readonly
from bcorm.model.unit_of_work import current, current_session

BRANDS = "v3/catalog/brands"
SECRET = "hunter2-of-the-customer"


class MyBrand(Brand):
    """A user's own class."""

    tagline: str | None = field()
    seen: int | None = readonly()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "sync.db"


def _leave(store, make_client, path, *items):
    """Write a commit to a journal that nobody has finished."""
    store.faults.add(Fault("429-bare", times=None))
    session = make_client(store.url).session(journal=path)
    session.add_all(items)
    with pytest.raises(CommitError):
        session.commit()
    store.faults.clear()
    return session


def _edit(path, statement, *values):
    with sqlite3.connect(path) as connection:
        connection.execute(statement, values)
    connection.close()


@pytest.mark.parametrize("name", ["this", "antigravity", "tests.reliability.nothing"])
def test_a_name_in_a_journal_is_never_imported(store, make_client, path, name):
    _leave(store, make_client, path, Brand(name="Acme"))
    _edit(path, "UPDATE entry SET model = ?", f"{name}:Brand")
    sys.modules.pop(name, None)
    with pytest.raises(ConfigurationError, match="is not loaded"):
        bcorm.recover(path, make_client(store.url).session())
    assert name not in sys.modules


@pytest.mark.parametrize("name", ["bcorm.session.session:Session", "bcorm.model.resource:Resource"])
def test_only_resources_are_found(store, make_client, path, name):
    _leave(store, make_client, path, Brand(name="Acme"))
    _edit(path, "UPDATE entry SET model = ?", name)
    with pytest.raises(ConfigurationError):
        bcorm.recover(path, make_client(store.url).session())


def test_classes_of_a_users_own_are_found(store, make_client, path):
    _leave(store, make_client, path, MyBrand(name="Acme"))
    (brand,) = bcorm.recover(path, make_client(store.url).session()).saved
    assert type(brand) is MyBrand
    assert [row["name"] for row in store.documents(BRANDS)] == ["Acme"]


DAMAGES = {
    "half-written body": "UPDATE entry SET body = substr(body, 1, 5)",
    "list for a body": "UPDATE entry SET body = '[]'",
    "field that is none": "UPDATE entry SET body = '{\"wings\": 2}'",
    "text for parents": "UPDATE entry SET parents = '\"x\"'",
    "number for links": "UPDATE entry SET links = '7'",
    "link to nobody": "UPDATE entry SET links = '{\"name\": [99]}'",
    "link that is no list": "UPDATE entry SET links = '{\"name\": 1}'",
    "owner that is not": "UPDATE entry SET owner = 99",
    "another kind": "UPDATE entry SET kind = 'drop'",
    "another state": "UPDATE entry SET state = 'done'",
    "text for a moment": "UPDATE entry SET since = 'noon'",
    "an update without a key": "UPDATE entry SET kind = 'update', key = NULL",
    "words for what is acknowledged": "UPDATE entry SET acknowledged = '\"x\"'",
    "bytes for a model": "UPDATE entry SET model = x'00ff'",
    "no column": "ALTER TABLE entry DROP COLUMN links",
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_journal_is_told_and_nothing_is_sent(store, make_client, path, damage):
    _leave(store, make_client, path, Brand(name="Acme"))
    _edit(path, DAMAGES[damage])
    store.clear_requests()
    with pytest.raises(BcormError):
        bcorm.recover(path, make_client(store.url).session())
    assert store.documents(BRANDS) == []


OPENED = {
    "session": lambda path, session: session.client.session(journal=path),
    "recover": bcorm.recover,
    "undo": bcorm.undo,
    "copy": lambda path, session: bcorm.copy(current_session.get(), session, journal=path),
}


@pytest.mark.parametrize("old", [False, True])
@pytest.mark.parametrize("opened", OPENED)
def test_a_journal_is_of_one_host(store, make_client, path, opened, old):
    """A store's hash on another host is another store's; nothing of the file is lost."""
    session = make_client(store.url).session(journal=path, history=True)
    session.add(Brand(name="First"))
    session.commit()
    store.faults.add(Fault("429-bare", times=None))
    session.add(Brand(name="Acme"))
    with pytest.raises(CommitError):
        session.commit()
    store.faults.clear()
    session.journal.close()
    here = f"reliable@{store.url.removeprefix('http://')}"
    named = "reliable" if old else here  # earlier versions did not write down the host
    _edit(path, "UPDATE store SET key = ?", named)
    there = make_client(f"{store.url}/another").session()
    sent = len(store.requests)
    with (
        current(make_client(store.url).session()),
        pytest.raises(
            ConfigurationError, match=f"store '{named}', and not of 'reliable@.*/another'"
        ),
    ):
        OPENED[opened](path, there)
    assert len(store.requests) == sent
    assert len(bcorm.history(path)) == 2
    _edit(path, "UPDATE store SET key = ?", here)
    bcorm.recover(path, make_client(store.url).session())
    assert {row["name"] for row in store.documents(BRANDS)} == {"First", "Acme"}


def test_what_stands_for_deleted_rows_is_of_one_host(store, make_client, path, tmp_path):
    session = make_client(store.url).session(journal=path, history=True)
    session.add(Brand(name="First"))
    session.commit()
    other = tmp_path / "other.db"
    make_client(f"{store.url}/another").session(journal=other).journal.close()
    with pytest.raises(ConfigurationError, match="/another', and not of"):
        bcorm.undo(session.history[-1], session, journals=[other])


def test_secret_values_are_withheld_and_told(store, make_client, path, monkeypatch):
    monkeypatch.delenv(sealing.KEY_VARIABLE, raising=False)
    person = Customer(
        email="a@e.com", first_name="A", last_name="B", authentication={"new_password": SECRET}
    )
    _leave(store, make_client, path, person, Brand(name="Acme"))
    assert SECRET.encode() not in b"".join(one.read_bytes() for one in path.parent.iterdir())
    with pytest.raises(CommitError, match="withheld") as caught:
        bcorm.recover(path, make_client(store.url).session())
    report = caught.value.report
    assert [one.name for one in report.saved] == ["Acme"]
    assert [type(one.object) for one in report.unknown] == [Customer]
    assert store.documents("v3/customers") == []


def test_secret_values_are_sealed_where_there_is_a_key(store, make_client, path, monkeypatch):
    pytest.importorskip("cryptography", reason="NOT TESTED: the extra auth is not installed")
    monkeypatch.setenv(sealing.KEY_VARIABLE, sealing.generate_key())
    person = Customer(
        email="a@e.com", first_name="A", last_name="B", authentication={"new_password": SECRET}
    )
    _leave(store, make_client, path, person)
    assert SECRET.encode() not in b"".join(one.read_bytes() for one in path.parent.iterdir())
    store.clear_requests()
    assert len(bcorm.recover(path, make_client(store.url).session()).saved) == 1
    (post,) = [request for request in store.requests if request.method == "POST"]
    assert post.body[0]["authentication"]["new_password"] == SECRET


def test_sealed_with_another_key_is_withheld(store, make_client, path, monkeypatch):
    pytest.importorskip("cryptography", reason="NOT TESTED: the extra auth is not installed")
    monkeypatch.setenv(sealing.KEY_VARIABLE, sealing.generate_key())
    person = Customer(
        email="a@e.com", first_name="A", last_name="B", authentication={"new_password": SECRET}
    )
    _leave(store, make_client, path, person)
    monkeypatch.setenv(sealing.KEY_VARIABLE, sealing.generate_key())
    with pytest.raises(CommitError, match="withheld"):
        bcorm.recover(path, make_client(store.url).session())


class Full:
    """A connection to a disk that fills up."""

    def __init__(self, inner, left):
        self.inner, self.left = inner, left

    def _run(self, run, text, *values):
        if not text.startswith(("SELECT", "ROLLBACK")):
            self.left -= 1
        if self.left < 0 and not text.startswith(("SELECT", "ROLLBACK")):
            raise sqlite3.OperationalError("database or disk is full")
        return run(text, *values)

    def execute(self, text, *values):
        return self._run(self.inner.execute, text, *values)

    def executemany(self, text, *values):
        return self._run(self.inner.executemany, text, *values)

    @property
    def in_transaction(self):
        return self.inner.in_transaction


@pytest.mark.parametrize("position", range(24))
def test_a_disk_that_is_full_ends_in_a_report(store, make_client, path, position):
    """Each statement of the journal fails in turn, and all that come after it."""
    # No answer is late here, however busy the machine is: what has none would be unknown.
    session = make_client(store.url, timeout=30).session(journal=path)
    brands = [Brand(name=f"Brand {number}") for number in range(4)]
    session.add_all(brands)

    inner = session.journal._db
    session.journal._db = Full(inner, position)
    saved, failed = set(), set(brands)  # where nothing was sent, there is no report
    try:
        saved, failed = set(session.commit().saved), set()
    except CommitError as error:
        report = error.report
        assert any(isinstance(one.error, JournalFailed) for one in report.failed)
        saved, failed = set(report.saved), {one.object for one in report.failed}
    except JournalFailed:
        pass
    session.journal._db = inner
    assert {one.name for one in saved} == {row["name"] for row in store.documents(BRANDS)}
    assert failed == set(brands) - saved == set(session.new)
    session.commit()
    assert len(store.documents(BRANDS)) == 4
    # What a process that died there would have left is finished without doing anything twice.
    bcorm.recover(path, session)
    assert len(store.documents(BRANDS)) == 4


def test_what_cannot_be_read_while_recovering_is_in_the_report(store, make_client, path):
    row = store.put_document(
        "v3/catalog/products", {"name": "Chair", "type": "physical", "weight": 1, "price": 5}
    )
    with left_behind(make_client(store.url).session(journal=path)) as died:
        Product.objects.get(id=row["id"]).price += 1
        died.add(Brand(name="Acme"))
        store.faults.add(Fault("429-bare", times=None))
        with pytest.raises(CommitError):
            died.commit()
    store.faults.clear()
    store.faults.add(Fault("503", method="GET", path="v3/catalog/products*", times=None))
    session = make_client(store.url).session()
    with pytest.raises(CommitError) as caught:
        bcorm.recover(path, session)
    assert [one.name for one in caught.value.report.saved] == ["Acme"]
    assert [type(one.object) for one in caught.value.report.unknown] == [Product]
    store.faults.clear()
    assert bcorm.recover(path, session)
    assert store.documents("v3/catalog/products")[0]["price"] == 6


def test_a_clock_that_was_set_back_costs_nothing(store, make_client, path):
    product = store.put_document(
        "v3/catalog/products", {"name": "Chair", "type": "physical", "weight": 1, "price": 5}
    )
    review = ProductReview(
        product_id=product["id"], title="Fine", date_reviewed="2026-01-02T03:04:05Z"
    )
    _leave(store, make_client, path, review, Brand(name="Acme"))
    _edit(path, "UPDATE entry SET state = 'sent', since = since + 3600")
    session = make_client(store.url, timeout=0.2).session()
    with pytest.raises(CommitError) as caught:
        bcorm.recover(path, session)
    assert [one.name for one in caught.value.report.saved] == ["Acme"]
    assert session.stats.waits < 60


def test_a_journal_that_another_holds_ends_in_an_error_and_is_used_again(store, make_client, path):
    session = make_client(store.url).session(journal=path)
    session.add(Brand(name="Acme"))
    session.journal._db.execute("PRAGMA busy_timeout = 1")
    other = sqlite3.connect(path)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(JournalFailed, match="locked"):
        session.commit()
    assert store.documents(BRANDS) == []
    other.rollback()
    other.close()
    assert [item.name for item in session.commit().saved] == ["Acme"]


def _folder(path):
    path.mkdir()


def _other_file(path):
    path.write_bytes(b"hello" * 1000)


@pytest.mark.parametrize("make", [_folder, _other_file])
def test_what_is_no_journal_is_told_before_anything_is_sent(store, make_client, path, make):
    make(path)
    with pytest.raises(ConfigurationError, match="is not a journal"):
        make_client(store.url).session(journal=path)
    with pytest.raises(ConfigurationError):
        bcorm.recover(path, make_client(store.url).session())
    assert store.requests == []


def test_a_folder_that_was_removed_is_told_and_nothing_is_sent(store, make_client, tmp_path):
    folder = tmp_path / "state"
    folder.mkdir()
    session = make_client(store.url).session(journal=folder / "sync.db")
    session.add(Brand(name="Acme"))
    shutil.rmtree(folder)
    with left_behind(session), pytest.raises(BcormError):
        session.commit()
    assert store.documents(BRANDS) == []
