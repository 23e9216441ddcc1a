"""Commits several requests wide: what comes of them is as if they had been sent one by one."""

from __future__ import annotations

import signal
import threading
from collections import Counter
from decimal import Decimal

import pytest

import bcorm
from bcorm import Brand, CommitError, Product, ProductCustomField, ProductImage
from bcorm.emulator import Emulator, Fault
from bcorm.http.exchange import RetryPolicy


@pytest.fixture(scope="module")
def slow():
    with Emulator(empty=True, latency_ms=30) as server:
        yield server


@pytest.fixture
def far(slow):
    """A store whose answers take a moment, so that several requests are in flight."""
    slow.reset()
    return slow


class Gauge:
    """Counts requests in flight, around a client's transport."""

    def __init__(self, transport):
        self._transport = transport
        self._lock = threading.Lock()
        self._now = Counter()
        self.most = Counter()
        self._at = {}
        self._meeting, self._awaited = None, 0

    def meet(self, number):
        """Let the next so many requests wait for each other: they are in flight together."""
        self.most.clear()
        self._meeting, self._awaited = threading.Barrier(number), number

    def at(self, number, act):
        """Do something when so many requests are in flight, before the last one is sent."""
        self._at[number] = act

    def send(self, request, *, timeout):
        head = "/".join(request.path.split("/")[:4])
        with self._lock:
            self._now.update(["all", head])
            for name in ("all", head):
                self.most[name] = max(self.most[name], self._now[name])
            act = self._at.pop(self._now["all"], None)
            self._awaited -= 1
            meets = self._awaited >= 0
        if meets:
            self._meeting.wait(60)
        if act is not None:
            act()
        try:
            return self._transport.send(request, timeout=timeout)
        finally:
            with self._lock:
                self._now.subtract(["all", head])

    def redacted(self, text):
        return self._transport.redacted(text)

    def close(self):
        self._transport.close()


def _connect(server, **options):
    gauges = []

    def wrap(transport):
        gauges.append(Gauge(transport))
        return gauges[0]

    session = bcorm.connect(
        "testing", "a-token", api_url=server.url, wrap=wrap,
        retry=RetryPolicy(base=0.01, cap=0.05), **options,
    )  # fmt: skip
    session.client.get("v3/catalog/summary")  # the quota is known from here on
    gauges[0].most.clear()
    return session, gauges[0]


def _products(server, session, number):
    server.generate_products(number)
    found = list(Product.objects.using(session).order_by("id"))
    assert len(found) == number
    return found


@pytest.mark.parametrize(("concurrency", "most"), [(8, 8), (3, 3), (1, 1)])
def test_requests_of_a_wave_are_in_flight_together(far, concurrency, most):
    session, gauge = _connect(far, concurrency=concurrency)
    products = _products(far, session, 240)
    for product in products:
        product.price += 1
    planned = [str(item) for item in session.plan()]
    gauge.meet(most)
    report = session.commit()
    assert gauge.most["all"] == most
    assert [str(item) for item in report.sent] == planned
    assert [item.id for item in report.saved] == [item.id for item in products]
    assert len(report.sent) == 24


def test_the_report_is_in_the_order_of_the_plan__whatever_is_refused(far):
    """A batch is halved until the bad row is alone, while the others go on."""
    reports = {}
    for concurrency in (1, 8):
        far.reset()
        session, _ = _connect(far, concurrency=concurrency)
        products = _products(far, session, 120)
        for product in products:
            product.price += 1
        products[3].brand_id = products[57].brand_id = 999
        with pytest.raises(CommitError) as caught:
            session.commit()
        report = caught.value.report
        reports[concurrency] = (
            [item.id for item in report.saved],
            [item.object.id for item in report.failed],
            [(item.method, item.url, [one.id for one in item.objects]) for item in report.sent],
        )
    assert reports[1] == reports[8]
    assert len(reports[8][1]) == 2


def test_what_lives_below_one_row_is_written_one_after_the_other(far):
    session, gauge = _connect(far)
    for product in _products(far, session, 4):
        for number in range(4):
            field = ProductCustomField(product=product, name=f"Colour {number}", value="red")
            session.add(field)
            product.images.add(ProductImage(image_url=f"https://example.com/{number}.jpg"))
    gauge.meet(4)
    report = session.commit()
    assert len(report.saved) == 32
    assert gauge.most["all"] == 4
    assert {name: gauge.most[name] for name in gauge.most if name != "all"} == {
        f"v3/catalog/products/{number}": 1 for number in range(1, 5)
    }


def test_assignments_of_one_product_are_sent_one_after_the_other(far):
    session, gauge = _connect(far)
    product, *others = _products(far, session, 101)
    for number in range(100):
        session.add(bcorm.ProductChannelAssignment(product_id=product.id, channel_id=number + 2))
    session.add_all(
        bcorm.ProductChannelAssignment(product_id=item.id, channel_id=1) for item in others
    )
    gauge.most.clear()
    report = session.commit()
    sent = [{item.product_id for item in one.objects} for one in report.sent]
    assert len(sent) == 4
    assert sum(product.id in one for one in sent) == 2
    assert gauge.most["all"] <= 3


@pytest.fixture
def interrupt():
    """Interrupt this thread from another one; returns when it has noticed."""
    noticed = threading.Event()

    def handle(number, frame):
        noticed.set()
        raise KeyboardInterrupt

    def interrupt():
        signal.raise_signal(signal.SIGINT)
        noticed.wait(60)

    before = signal.signal(signal.SIGINT, handle)
    yield interrupt
    signal.signal(signal.SIGINT, before)


def test_an_interrupt_waits_for_what_is_in_flight__and_accounts_for_everything(far, interrupt):
    session, gauge = _connect(far)
    brands = [Brand(name=f"Brand {number}") for number in range(60)]
    session.add_all(brands)
    gauge.at(4, interrupt)
    with pytest.raises(KeyboardInterrupt):
        session.commit()
    there = {row["name"] for row in far.documents("v3/catalog/brands")}
    saved = {item.name for item in brands if item.id is not None}
    unknown = {item.name for item in session.unknown}
    assert saved <= there <= saved | unknown
    assert len(there) < 60
    session.commit()
    assert sorted(row["name"] for row in far.documents("v3/catalog/brands")) == sorted(
        item.name for item in brands
    )


def test_an_interrupt_does_not_wait_for_ever(interrupt, monkeypatch):
    """What has no answer by then is unknown."""
    monkeypatch.setattr("bcorm.session.engine.GRACE", 0.1)
    brands = [Brand(name=f"Brand {number}") for number in range(20)]
    with Emulator(empty=True) as own:  # which works on in the end
        session, gauge = _connect(own, patience=0.0)
        session.add_all(brands)
        own.faults.add(Fault("slow", method="POST", times=3, seconds=60))
        gauge.at(4, interrupt)
        with pytest.raises(KeyboardInterrupt):
            session.commit()
        assert 1 <= len(session.unknown) <= 8
        assert len(session.new) == sum(item.id is None for item in brands)
        session.expunge_all()


def test_what_is_in_doubt_is_looked_for_beside_the_rest(far):
    session, _ = _connect(far)
    brands = [Brand(name=f"Brand {number}") for number in range(30)]
    session.add_all(brands)
    far.faults.add(Fault("reset-after", method="POST", times=4))
    report = session.commit()
    assert len(report.saved) == 30
    names = [row["name"] for row in far.documents("v3/catalog/brands")]
    assert sorted(names) == sorted(item.name for item in brands)


def test_prices_are_those_that_were_assigned(far):
    session, _ = _connect(far)
    for number, product in enumerate(_products(far, session, 60)):
        product.price = Decimal(number) / 4
    session.commit()
    rows = sorted(far.documents("v3/catalog/products"), key=lambda row: row["id"])
    assert [Decimal(str(row["price"])) for row in rows] == [Decimal(n) / 4 for n in range(60)]
