"""A process that is killed in the middle of a commit: another one finishes what it began."""

from __future__ import annotations

import json
import os
import random
import signal
import stat
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path

import pytest
from nightly import PRODUCTS, Sync
from soak import length, patient

import bcorm
from bcorm.exceptions import CommitError, ConfigurationError

VICTIM = Path(__file__).parents[1] / "victim.py"
SIZE = {"writes": 300, "refused": 2, "keyless": 30}

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork: POSIX only")


class Victims:
    """Hands jobs to a process that forks for each, and kills its children."""

    def __init__(self):
        self._process = subprocess.Popen(
            [sys.executable, VICTIM], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def run(self, seconds, **job):
        """Do a job, and kill the process that does it so many seconds after it began.

        Returns:
            How long it took, and whether it was killed.
        """
        self._process.stdin.write(json.dumps(job) + "\n")
        self._process.stdin.flush()
        told = [self._line(), self._line()]
        child = int(next(words[1] for words in told if words[0] == "child"))
        started = time.monotonic()
        killer = threading.Timer(seconds, os.kill, (child, signal.SIGKILL))
        killer.start()
        ended = self._line()
        killer.cancel()
        assert ended[0] == "ended"
        return time.monotonic() - started, int(ended[1]) == -signal.SIGKILL

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
def test_a_killed_commit_is_finished_and_nothing_done_twice(
    store, make_client, victims, tmp_path, figures
):
    rounds = length(15, 200)
    chance = random.Random(5)
    totals = Counter()
    took = None
    for number in range(-1, rounds):
        store.reset()
        sync = Sync(seed=number, **SIZE)
        sync.prepare(store)
        journal = tmp_path / f"{number}.db"
        job = {"url": store.url, "journal": str(journal)}
        work = {"do": "commit", "sync": {"seed": number, **SIZE}, **job}
        if took is None:  # once in peace, to know how long it takes
            took, _ = victims.run(60, **work)
        else:
            _, killed = victims.run(chance.random() * took, **work)
            totals["killed"] += killed
            totals["half done"] += killed and len(_writes(store)) > 0
        while chance.random() < 0.5:
            _, killed = victims.run(chance.random() * took / 2, do="recover", **job)
            totals["killed while recovering"] += killed
        totals.update(_recovered(store, make_client, sync, journal))
    figures(
        f"{totals['killed']} of {rounds} commits of {SIZE['writes']} objects killed within "
        f"{took:.1f} s, {totals['half done']} of them after their first request and "
        f"{totals['never begun']} before they were written down, and "
        f"{totals['killed while recovering']} recoveries; then recovered: {totals['lost']} lost, "
        f"{totals['duplicated']} duplicated, {totals['wrong'] + totals['not deleted']} wrong; "
        f"{totals['unknown']} of {(rounds + 1) * SIZE['keyless']} creates without a natural key "
        "reported as unknown"
    )
    assert not {kind for kind in ("lost", "duplicated", "wrong", "not deleted") if totals[kind]}
    assert totals["killed"] > rounds / 2


def _recovered(store, make_client, sync, journal):
    """Recover for good, compare the store with the plan, and recover in vain; count the rest."""
    report = _finish(journal, make_client(store.url).session())
    begun = bool(report.saved)
    if not begun:
        # Killed before anything was written down, so nothing was sent: the job is run anew.
        assert not _writes(store)
        report = _commit(sync, make_client(store.url).session(journal=journal))
    found, named = sync.compare(store)
    assert not named
    unknown = {failure.object.title for failure in report.unknown}
    titles = Counter(
        row["title"]
        for product in store.documents(PRODUCTS)
        for row in store.documents(f"{PRODUCTS}/{product['id']}/reviews")
    )
    assert all(times == 1 for times in titles.values()), titles
    assert set(titles) | unknown == {f"new {number}" for number in range(sync.keyless)}
    assert len(report.failed) == sync.refused
    assert len(report.saved) == sync.writes + sync.keyless - len(unknown)
    # Whoever recovers once more changes nothing.
    store.clear_requests()
    again = _finish(journal, make_client(store.url).session())
    assert not _writes(store)
    assert len(again.saved) == len(report.saved)
    assert len(again.unknown) == len(unknown)
    return found + Counter({"unknown": len(unknown), "never begun": not begun})


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


def test_what_is_no_journal_of_this_store_is_refused(store, make_client, tmp_path):
    from bcorm.http import OAuthCredentials
    from bcorm.session.client import Client

    client = make_client(store.url)
    (tmp_path / "text").write_text("hello " * 1000)
    other = tmp_path / "other.db"
    Client(OAuthCredentials("other", "t"), api_url=store.url).session(journal=other)
    for path, match in [
        (tmp_path / "text", "no journal|not a journal"),
        (other, "the journal of the store 'other'"),
        (tmp_path / "no" / "folder", "not a journal"),
        (tmp_path, "not a journal"),
    ]:
        with pytest.raises(ConfigurationError, match=match):
            client.session(journal=path)
    with pytest.raises(ConfigurationError, match="there is no journal"):
        bcorm.recover(tmp_path / "never", client.session())
