"""Remembering keys: atomically, for a while, within bounds."""

from __future__ import annotations

import threading
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcorm.auth import MemorySeen, replay


@pytest.fixture
def clock(monkeypatch):
    """The time, as what is tested here reads it."""
    clock = SimpleNamespace(now=1_000.0)
    monkeypatch.setattr(replay, "time", SimpleNamespace(monotonic=lambda: clock.now))
    return clock


def test_seen__second_time_only():
    store = MemorySeen()
    assert [store.seen("a", 60), store.seen("a", 60), store.seen("b", 60)] == [False, True, False]


def test_seen__until_the_time_is_over(clock):
    store = MemorySeen()
    store.seen("a", 20)
    clock.now += 19
    assert store.seen("a", 20)
    clock.now += 21
    assert not store.seen("a", 60)
    assert len(store) == 1


def test_forget__makes_it_new_again():
    store = MemorySeen()
    store.seen("a", 60)
    store.forget("a")
    store.forget("unknown")
    assert not store.seen("a", 60)


def test_forget__old_entry_does_not_end_the_new_one(clock):
    store = MemorySeen()
    store.seen("a", 20)
    store.forget("a")
    store.seen("a", 60)
    clock.now += 30
    assert store.seen("a", 60)


def test_seen__one_of_many_threads_is_first():
    store, answers = MemorySeen(), []
    threads = [
        threading.Thread(target=lambda: answers.append(store.seen("a", 60))) for _ in range(32)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers.count(False) == 1


@given(keys=st.lists(st.sampled_from("abcdef"), max_size=60))
def test_seen__like_a_set_below_the_bound(keys):
    store, model = MemorySeen(maxsize=10), set()
    for key in keys:
        assert store.seen(key, 60) == (key in model)
        model.add(key)


@given(operations=st.lists(st.tuples(st.booleans(), st.sampled_from("abcdefgh")), max_size=80))
def test_seen__never_more_than_the_bound(operations):
    store = MemorySeen(maxsize=3)
    for forget, key in operations:
        store.forget(key) if forget else store.seen(key, 60)
        assert len(store) <= 3
        assert len(store._order) <= len(operations)
