"""A process that is killed, or interrupted, in the middle of a commit.

Another one finishes what it began, or it does so itself.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import random
import signal
import stat
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path

import pytest
from nightly import LINES, ORDERS, PRODUCTS, Sync
from open_files import open_below
from sessions import left_behind
from soak import length, patient

import bcorm
from bcorm.exceptions import CommitError, ConfigurationError

VICTIM = Path(__file__).parents[1] / "support" / "victim.py"
SIZE = {
    "writes": length(110, 210), "refused": 2, "keyless": length(15, 30), "orders": length(10, 20),
}  # fmt: skip
OBJECTS = SIZE["writes"] + SIZE["keyless"] + SIZE["orders"] * (1 + LINES)
INTERRUPTED = 130
LAG = 0.004
"""Seconds: about two requests, so that a kill falls before, into and behind one."""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork: POSIX only")


class Victims:
    """Hands jobs to a process that forks for each, and kills or interrupts its children."""

    def __init__(self):
        self._process = subprocess.Popen(
            [sys.executable, VICTIM], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def run(self, store, requests=None, *, number=signal.SIGKILL, lag=0.0, **job):
        """Do a job, and end the process that does it when the store has got so many requests.

        Requests, rather than time, so that a busy machine kills as many as an idle one.

        Args:
            store: the emulator that the job works with.
            requests: how many the job may send; it is left alone without a number.
            number: of the signal.
            lag: seconds from the last of them to the signal.

        Returns:
            How many requests arrived, and whether the signal ended the process.
        """
        self._process.stdin.write(json.dumps(job) + "\n")
        self._process.stdin.flush()
        told = [self._line(), self._line()]
        child = int(next(words[1] for words in told if words[0] == "child"))
        before, over = len(store.requests), threading.Event()

        def kill():
            while len(store.requests) - before < requests and not over.wait(0.0005):
                pass
            if not over.wait(lag):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(child, number)

        killer = threading.Thread(target=kill)
        if requests is not None:
            killer.start()
        ended = self._line()
        over.set()
        if requests is not None:
            killer.join()
        assert ended[0] == "ended"
        return len(store.requests) - before, int(ended[1]) in {-number, INTERRUPTED}

    def _line(self):
        return self._process.stdout.readline().split()

    def close(self):
        self._process.stdin.close()
        self._process.wait(10)
        self._process.stdout.close()


@pytest.fixture(scope="module")
def victims():
    victims = Victims()
    yield victims
    victims.close()


def _finish(journal, session):
    try:
        return bcorm.recover(journal, session)
    except CommitError as error:
        return error.report


def _commit(sync, session):
    sync.apply(session)
    try:
        return session.commit()
    except CommitError as error:
        return error.report


def _writes(store):
    return [request for request in store.requests if request.method != "GET"]


@patient
@pytest.mark.parametrize("ended", [signal.SIGKILL, signal.SIGINT], ids=["killed", "interrupted"])
def test_a_commit_that_ends_early_is_finished_and_nothing_done_twice(  # noqa: PLR0917
    store, make_client, victims, tmp_path, figures, ended
):
    rounds = length(6, 200 if ended == signal.SIGKILL else 50)
    chance = random.Random(5)
    totals = Counter()
    whole = None
    for number in range(-1, rounds):
        store.reset()
        sync = Sync(seed=number, **SIZE)
        sync.prepare(store)
        journal = tmp_path / f"{number}.db"
        commits = 1
        job = {"url": store.url, "journal": str(journal)}
        work = {"do": "commit", "sync": {"seed": number, **SIZE}, **job}
        if whole is None:  # once in peace, to know how many requests it takes
            whole, _ = victims.run(store, **work)
        else:
            allowed = chance.randrange(whole) if number else 0
            moment = {"requests": allowed, "number": ended, "lag": chance.random() * LAG}
            # Who is interrupted may go on, every other time.
            resumed = {"resume": True} if ended == signal.SIGINT and number % 2 else {}
            _, killed = victims.run(store, **moment, **work, **resumed)
            totals["resumed"] += killed and bool(resumed)
            commits += killed and bool(resumed)
            totals["killed"] += killed
            totals["half done"] += killed and len(_writes(store)) > 0
        while chance.random() < 0.5:
            allowed = chance.randrange(whole // 2)
            moment = {"requests": allowed, "number": ended, "lag": chance.random() * LAG}
            _, killed = victims.run(store, **moment, do="recover", **job)
            totals["killed while recovering"] += killed
        totals.update(_recovered(store, make_client, sync, journal, commits=commits))
    figures(
        f"{totals['killed']} of {rounds} commits of {OBJECTS} objects and {whole} "
        f"requests ended by {ended.name}, {totals['resumed']} of which went on by themselves, "
        f"{totals['half done']} of them after their first request and "
        f"{totals['never begun']} before they were written down, and "
        f"{totals['killed while recovering']} recoveries; then recovered: {totals['lost']} lost, "
        f"{totals['duplicated']} duplicated, {totals['wrong'] + totals['not deleted']} wrong; "
        f"of {(rounds + 1) * SIZE['keyless']} creates without a natural key "
        f"{totals['unknown']} reported as unknown, of {(rounds + 1) * SIZE['orders']} orders "
        f"{totals['unknown orders']}, {totals['orders there all the same']} of which are there"
    )
    assert not {kind for kind in ("lost", "duplicated", "wrong", "not deleted") if totals[kind]}
    assert totals["killed"] > rounds / 2


def _recovered(store, make_client, sync, journal, *, commits):
    """Recover for good, compare the store with the plan, and recover in vain; count the rest."""
    report = _finish(journal, make_client(store.url).session())
    begun = bool(report.saved) or commits > 1
    if not begun:
        # Killed before anything was written down, so nothing was sent: the job is run anew.
        assert not _writes(store)
        report = _commit(sync, make_client(store.url).session(journal=journal))
    found, named = sync.compare(store)
    assert not named
    unknown = {
        failure.object.title
        for failure in report.unknown
        if isinstance(failure.object, bcorm.ProductReview)
    }
    orders, there = _orders(store, report, sync)
    titles = Counter(
        row["title"]
        for product in store.documents(PRODUCTS)
        for row in store.documents(f"{PRODUCTS}/{product['id']}/reviews")
    )
    assert all(times == 1 for times in titles.values()), titles
    assert set(titles) | unknown == {f"new {number}" for number in range(sync.keyless)}
    assert len(report.failed) == sync.refused
    expected = sync.writes + sync.keyless + sync.orders * (1 + LINES)
    # A second commit tells of what the first one has left.
    told = len(report.saved) + len(report.unknown)
    assert told == expected if commits == 1 else told <= expected
    assert len(report.unknown) == len(unknown) + orders
    # Whoever recovers once more changes nothing.
    store.clear_requests()
    again = _finish(journal, make_client(store.url).session())
    assert not _writes(store)
    assert len(again.saved) == len(report.saved)
    assert len(again.unknown) == len(report.unknown)
    return found + Counter(
        {
            "unknown": len(unknown),
            "unknown orders": orders,
            "orders there all the same": there,
            "never begun": not begun,
        }
    )


def _orders(store, report, sync):
    """Check that each order is there once and whole, or told as unknown, and its lines with it.

    Returns:
        How many orders and lines are told as unknown, and how many of them are there.
    """
    rows = {}
    for row in store.documents(ORDERS):
        assert row["external_order_id"] not in rows, "an order was sent twice"
        lines = store.documents(f"{ORDERS}/{row['id']}/products")
        rows[row["external_order_id"]] = [(line["name"], int(line["quantity"])) for line in lines]
    unknown = [
        failure.object
        for failure in report.unknown
        if isinstance(failure.object, (bcorm.Order, bcorm.OrderProduct))
    ]
    told = {item.external_order_id for item in unknown if isinstance(item, bcorm.Order)}
    names = {item.name for item in unknown if isinstance(item, bcorm.OrderProduct)}
    for number in range(sync.orders):
        name = f"new {number}"
        whole = [(f"{name}, line {line}", line + 1) for line in range(LINES)]
        assert rows.get(name, whole) == whole
        assert name in rows or name in told, "an order was lost"
        if name in told:
            assert {line for line, _ in whole} <= names
    return len(unknown), len(told & rows.keys())


def test_a_journal_is_its_owners_alone_and_holds_no_credential(store, make_client, tmp_path):
    from bcorm import Brand

    with make_client(store.url).session(journal=tmp_path / "sync.db") as session:
        session.add(Brand(name="Acme"))
        session.commit()
        files = list(tmp_path.iterdir())
        assert files
        for file in files:
            assert stat.S_IMODE(file.stat().st_mode) == 0o600
            assert b"not-a-secret" not in file.read_bytes()


def test_a_journal_in_use_is_left_alone(store, make_client, tmp_path):
    client = make_client(store.url)
    first = client.session(journal=tmp_path / "sync.db")
    second = client.session(journal=tmp_path / "sync.db")
    with first.journal.held():
        for attempt in (second.commit, lambda: bcorm.recover(tmp_path / "sync.db", second)):
            with pytest.raises(ConfigurationError, match="in use"):
                attempt()
    second.commit()


def test_an_unfinished_commit_of_another_is_finished_first(store, make_client, tmp_path):
    """Whoever comes next must not write over what somebody has left behind."""
    from bcorm import Brand
    from bcorm.emulator import Fault

    journal = tmp_path / "sync.db"
    with make_client(store.url).session(journal=journal) as first:
        first.add(Brand(name="Before"))
        first.commit()
        with left_behind(make_client(store.url).session(journal=journal)) as other:
            other.add(Brand(name="Left behind"))
            store.faults.add(Fault("503", method="POST"))
            store.faults.add(Fault("503", method="GET", times=None))
            with pytest.raises(CommitError):
                other.commit()
            del other
        store.faults.clear()
        first.add(Brand(name="After"))
        with pytest.raises(ConfigurationError, match="not finished"):
            first.commit()
        bcorm.recover(journal, first)
        first.commit()
    names = [row["name"] for row in store.documents("v3/catalog/brands")]
    assert sorted(names) == ["After", "Before", "Left behind"]


def test_what_was_given_up_is_not_recovered(store, make_client, tmp_path):
    from bcorm import Brand
    from bcorm.emulator import Fault

    journal = tmp_path / "sync.db"
    with left_behind(make_client(store.url).session(journal=journal)) as session:
        kept, given_up = Brand(name="Kept"), Brand(name="Given up")
        session.add_all([kept, given_up])
        store.faults.add(Fault("429-bare", times=None))
        with pytest.raises(CommitError):
            session.commit()
        session.expunge(given_up)
        store.faults.clear()
    assert len(bcorm.recover(journal, make_client(store.url).session()).saved) == 1
    assert [row["name"] for row in store.documents("v3/catalog/brands")] == ["Kept"]
    with make_client(store.url).session(journal=journal) as session:
        session.add(Brand(name="Rolled back"))
        store.faults.add(Fault("429-bare", times=None))
        with pytest.raises(CommitError):
            session.commit()
        session.rollback()
        store.faults.clear()
    bcorm.recover(journal, make_client(store.url).session())
    assert [row["name"] for row in store.documents("v3/catalog/brands")] == ["Kept"]


def test_a_save_of_one_object_keeps_what_others_left_open(store, make_client, tmp_path):
    from bcorm import Brand
    from bcorm.emulator import Fault

    journal = tmp_path / "sync.db"
    with left_behind(make_client(store.url).session(journal=journal)) as session:
        session.add_all([Brand(name="One"), Brand(name="Two")])
        store.faults.add(Fault("503", method="POST", times=2))
        store.faults.add(Fault("503", method="GET", times=None))
        with pytest.raises(CommitError):
            session.commit()
        store.faults.clear()
        third = Brand(name="Three")
        session.add(third)
        third.save()
        assert {entry.body["name"] for entry in session.journal.entries()} == {
            "One", "Two", "Three",
        }  # fmt: skip
    report = bcorm.recover(journal, make_client(store.url).session())
    assert len(report.saved) == 3
    names = [row["name"] for row in store.documents("v3/catalog/brands")]
    assert sorted(names) == ["One", "Three", "Two"]


def test_what_a_commit_had_acknowledged_is_acknowledged_when_it_is_recovered(
    store, make_client, tmp_path
):
    from bcorm import Brand
    from bcorm.emulator import Fault

    journal = tmp_path / "sync.db"
    with left_behind(make_client(store.url).session(journal=journal)) as session:
        session.add(Brand(name="One"))
        store.faults.add(Fault("429-bare", times=None))
        with pytest.raises(CommitError):
            session.commit(acknowledge=["discounts"])
        store.faults.clear()
        assert [entry.acknowledged for entry in session.journal.entries()] == [["discounts"]]
    assert bcorm.recover(journal, make_client(store.url).session())


def test_what_is_no_journal_of_this_store_is_refused(store, make_client, tmp_path):
    from bcorm.http import OAuthCredentials
    from bcorm.session.client import Client

    client = make_client(store.url)
    (tmp_path / "text").write_text("hello " * 1000)
    other = tmp_path / "other.db"
    Client(OAuthCredentials("other", "t"), api_url=store.url).session(journal=other)
    gc.collect()
    for path, match in [
        (tmp_path / "text", "no journal|not a journal"),
        (other, "the journal of the store 'other@"),
        (tmp_path / "no" / "folder", "not a journal"),
        (tmp_path, "not a journal"),
    ]:
        with pytest.raises(ConfigurationError, match=match) as held:
            client.session(journal=path)
        # While the error is held, as loggers do, so are the frames that it went through.
        assert held
        assert not open_below(tmp_path)
    with pytest.raises(ConfigurationError, match="there is no journal"):
        bcorm.recover(tmp_path / "never", client.session())
