"""A commit that gets Ctrl-C in the middle of its own work, and is called again."""

from __future__ import annotations

import signal
import sys
from collections import Counter

import nightly
import pytest

import bcorm
from bcorm import Brand, CommitError, Product, ProductCustomField, ProductReview
from bcorm.emulator import Emulator
from bcorm.http.exchange import RetryPolicy
from bcorm.session.evidence import Attempt, settles
from bcorm.session.interrupts import Interrupts

# Functions of what the session's own thread does around a request: begins it, hands it over, waits,
# settles the answer. It is interrupted as it enters them.
MOMENTS = ["begin", "submit", "_next_landed", "_tell", "told", "strike", "absorb", "_land"]


class Tripwire:
    """Interrupts this thread as it enters a function of the package for the n-th time."""

    def __init__(self, function, times):
        self._function, self._left, self._runs = function, times, False
        self.fired = False

    def __call__(self, frame, event, arg):
        code = frame.f_code
        if "/bcorm/" not in code.co_filename:
            return
        self._runs |= code.co_filename.endswith("engine.py")
        if self._runs and code.co_name == self._function:
            self._left -= 1
            if not self._left:
                sys.settrace(None)
                self.fired = True
                signal.raise_signal(signal.SIGINT)


@pytest.fixture
def interrupted():
    handler, trace = signal.signal(signal.SIGINT, signal.default_int_handler), sys.gettrace()

    def commit(session, function, times):
        wire = Tripwire(function, times)
        sys.settrace(wire)
        try:
            with pytest.raises(KeyboardInterrupt):
                session.commit()
        finally:
            sys.settrace(trace)
        assert wire.fired

    yield commit
    signal.signal(signal.SIGINT, handler)


@pytest.fixture(scope="module")
def server():
    with Emulator(empty=True, latency_ms=1) as server:
        yield server


def _names(server, path, name):
    return Counter(row[name] for row in server.documents(path))


@pytest.mark.parametrize("function", MOMENTS)
def test_a_commit_that_is_interrupted_and_called_again_does_everything_once(
    server, tmp_path, interrupted, function
):
    for times, kept in [(1, False), (3, True)]:
        server.reset()
        for number in range(4):
            server.put_document(nightly.PRODUCTS, nightly._product(f"old {number}", "1.00"))
        session = bcorm.connect(
            "testing", "a-token", api_url=server.url, patience=0.01,
            journal=tmp_path / "it.db" if kept else None, retry=RetryPolicy(base=0.001),
        )  # fmt: skip
        old = list(Product.objects.using(session).order_by("id"))
        old[0].price += 5
        session.delete(old[1])
        below = {"product": old[3], "name": "new"}
        said = {"product": old[3], "date_reviewed": nightly.MOMENT, "rating": 5, "text": "!"}
        orders = [nightly._order(f"order {number}") for number in range(3)]
        reviews = [ProductReview(title=f"review {number}", **said) for number in range(2)]
        named = [Brand(name=f"brand {number}") for number in range(2)]
        named += [ProductCustomField(value=f"field {number}", **below) for number in range(3)]
        session.add_all([*orders, *reviews, *named])
        interrupted(session, function, times)
        try:
            report = session.commit()
        except CommitError as error:
            report = error.report
        # Nothing of it is refused, and what may be there without a key to find it by is told.
        assert not report.failed
        assert {id(item) for item in session.new} == {id(item) for item in session.unknown}
        assert {id(item) for item in session.unknown} <= {id(one.object) for one in report.unknown}
        assert all(item.id is not None for item in named)
        path = f"{nightly.PRODUCTS}/{old[3].id}"
        rows = _names(server, nightly.ORDERS, "external_order_id")
        rows += _names(server, f"{path}/reviews", "title")
        rows += _names(server, nightly.BRANDS, "name")
        rows += _names(server, f"{path}/custom-fields", "value")
        assert set(rows.values()) == {1}
        told = {id(item) for item in session.unknown}
        for item in [*orders, *reviews]:
            name = getattr(item, "external_order_id", None) or item.title
            assert name in rows or id(item) in told
        prices = {row["name"]: float(row["price"]) for row in server.documents(nightly.PRODUCTS)}
        assert prices == {"old 0": 6, "old 2": 1, "old 3": 1}
        session.expunge_all()


def test_an_interrupt_that_comes_while_something_is_settled_acts_afterwards():
    done = []

    def handle(number, frame):
        done.append("handled")
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, handle)
    try:
        interrupts = Interrupts()

        def settle_and_go_on():
            with interrupts.watched():
                with interrupts:
                    signal.raise_signal(signal.SIGINT)
                    signal.raise_signal(signal.SIGINT)
                    done.append("settled")
                done.append("never")

        with pytest.raises(KeyboardInterrupt):
            settle_and_go_on()
        assert done == ["settled", "handled"]
        assert signal.getsignal(signal.SIGINT) is handle
        with pytest.raises(KeyboardInterrupt), interrupts.watched():
            signal.raise_signal(signal.SIGINT)
    finally:
        signal.signal(signal.SIGINT, before)


def test_what_was_interrupted_may_arrive_as_long_as_what_was_given_up():
    assert settles([Attempt(1.0, 2.0, KeyboardInterrupt())], 3.0, 30.0) == 32.0
    assert settles([Attempt(1.0, 2.0, InterruptedError())], 3.0, 30.0) == 32.0
