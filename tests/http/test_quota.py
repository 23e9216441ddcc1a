"""What the quota headers say, and what they cannot say."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcorm.http import Headers
from bcorm.http.governor import WindowBudget
from bcorm.http.message import Quota, quota_of, retry_after

LEFT, LIMIT = "X-Rate-Limit-Requests-Left", "X-Rate-Limit-Requests-Quota"
RESET, WINDOW = "X-Rate-Limit-Time-Reset-Ms", "X-Rate-Limit-Time-Window-Ms"


def test_the_headers_of_a_live_store():
    headers = Headers({LEFT: "3748", RESET: "29999", LIMIT: "3749", WINDOW: "30000"})
    assert quota_of(headers) == Quota(left=3748, limit=3749, reset=29.999, window=30.0)


@pytest.mark.parametrize("missing", [LEFT, LIMIT, RESET])
def test_half_a_quota_is_none(missing):
    headers = {LEFT: "1", LIMIT: "2", RESET: "3", WINDOW: "4"}
    del headers[missing]
    assert quota_of(Headers(headers)) is None


@given(st.dictionaries(st.sampled_from([LEFT, LIMIT, RESET, WINDOW, "Retry-After"]), st.text()))
def test_nonsense_is_no_quota_or_a_sane_one(headers):
    quota = quota_of(Headers(headers))
    assert quota is None or (quota.left >= 0 and quota.limit >= 1 and quota.reset >= 0)
    waits = retry_after(429, Headers(headers))
    assert waits is None or waits >= 0


@pytest.mark.parametrize(
    ("status", "headers", "body", "seconds"),
    [
        (429, {RESET: "1500", "X-Retry-After": "1"}, None, 1.5),
        (429, {RESET: "500", "X-Retry-After": "1"}, None, 1.0),
        (429, {}, None, None),
        (503, {RESET: "29000"}, None, None),
        (503, {"Retry-After": "7"}, None, 7.0),
        (503, {}, {"error": {"retry_after_seconds": 30}}, 30.0),
        (503, {"Retry-After": "yesterday"}, {"error": "text"}, None),
    ],
)
def test_how_long_the_server_asks_to_wait(status, headers, body, seconds):
    assert retry_after(status, Headers(headers), body) == seconds


def test_a_date_to_wait_for():
    moment = datetime.now(timezone.utc) + timedelta(seconds=60)
    headers = Headers({"Retry-After": format_datetime(moment)})
    assert 58 < retry_after(503, headers) <= 60
    past = Headers({"Retry-After": "Wed, 21 Oct 2015 07:28:00 -0000"})
    assert retry_after(503, past) == 0


class Clockwork:
    """A server with fixed windows, in simulated time."""

    def __init__(self, limit, window, phase):
        self.limit, self.window, self.phase = limit, window, phase
        self.used = {}

    def serve(self, now):
        index = int((now + self.phase) / self.window)
        self.used[index] = self.used.get(index, 0) + 1
        reset = (index + 1) * self.window - self.phase - now
        # The header is in whole milliseconds, rounded down.
        reset = int(reset * 1000) / 1000
        return Quota(max(0, self.limit - self.used[index]), self.limit, reset, self.window)


@given(
    bulk=st.booleans(),
    limit=st.integers(5, 200),
    window=st.sampled_from([1.0, 3.0, 30.0]),
    phase=st.floats(0, 1),
    there=st.lists(st.floats(0.0005, 0.4), min_size=5, max_size=5),
    back=st.lists(st.floats(0.0005, 0.4), min_size=5, max_size=5),
)
def test_no_window_is_ever_overdrawn_whatever_the_latencies(
    *, bulk, limit, window, phase, there, back
):
    """Five threads in simulated time; the store counts a request when it arrives."""
    server = Clockwork(limit, window, phase * window)
    budget = WindowBudget()
    now, sent = 1000.0, 0
    arrivals, answers = [], []
    while sent < limit * 2 or arrivals or answers:
        waits = []
        while sent < limit * 2 and len(arrivals) + len(answers) < 5:
            wait = budget.take(now, bulk=bulk)
            if wait > 0:
                waits.append(now + wait)
                break
            lane = sent % 5
            arrivals.append((now + there[lane], lane))
            sent += 1
        events = [moment for moment, _ in arrivals] + [moment for moment, *_ in answers] + waits
        now = min(events)
        for arrival in [arrival for arrival in arrivals if arrival[0] <= now]:
            arrivals.remove(arrival)
            answers.append((now + back[arrival[1]], server.serve(now)))
        for answer in [answer for answer in answers if answer[0] <= now]:
            answers.remove(answer)
            budget.give(now, answer[1], answered=True)
    assert max(server.used.values()) <= limit
