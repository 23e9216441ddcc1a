"""No write is lost, none is done twice, and what remains undone is in the report."""

from __future__ import annotations

import time

from nightly import PRODUCTS, Sync
from soak import length, patient

from bcorm import Brand
from bcorm.emulator import Emulator, Fault
from bcorm.emulator.faults import KINDS
from bcorm.exceptions import CommitError

SECONDS = {"429": 0.0, "slow": 0.02, "hang": 0.4}
# Every way in which a request can fail; those that a store may have applied, both ways.
FAULTS = [
    *(Fault(kind, seconds=SECONDS.get(kind, 1.0)) for kind in KINDS),
    *(Fault(kind, applied=True) for kind in ("500", "502", "503", "504")),
    Fault("truncated", honest_length=False),
    # Applied after the client has given it up.
    Fault("slow", seconds=0.4),
]


def commit_until_settled(session, rounds=8):
    """The loop that a user writes; return the reports."""
    reports = []
    for _ in range(rounds):
        try:
            reports.append(session.commit())
            break
        except CommitError as error:
            reports.append(error.report)
            if not error.report.temporary:
                break
    return reports


@patient
def test_no_write_is_lost_when_one_request_in_five_fails(make_client, figures):
    writes = length(1_500, 10_000)
    sync = Sync(seed=6, writes=writes, refused=writes // 300, keyless=writes // 100)
    with Emulator(empty=True) as store:
        sync.prepare(store)
        session = make_client(store.url).session()
        sync.apply(session)
        store.clear_requests()
        store.faults.random(seed=6, rate=0.2, kinds=FAULTS)
        started = time.monotonic()
        reports = commit_until_settled(session)
        seconds = time.monotonic() - started
        struck = store.faults.struck
        store.faults.clear()
        time.sleep(0.5)  # what the store is still working on

        found, named = sync.compare(store)
        last = reports[-1]
        left = {failure.object for failure in [*last.failed, *last.unknown]}
        reviews = {}
        for product in store.documents(PRODUCTS):
            for row in store.documents(f"{PRODUCTS}/{product['id']}/reviews"):
                reviews[row["title"]] = reviews.get(row["title"], 0) + 1
        requests = len(store.requests)
        kinds = ", ".join(f"{kind} {number}" for kind, number in sorted(struck.items()))
        figures(
            f"{writes} writes in {len(reports)} commits and {requests} requests, "
            f"{struck.total()} of which failed ({kinds}): {found['lost']} lost, "
            f"{found['duplicated']} duplicated, {found['wrong'] + found['not deleted']} wrong; "
            f"{len(last.failed)} refused and {len(last.unknown)} unknown, all in the report "
            f"({seconds:.0f} s)"
        )
    assert not found, named
    assert set(struck) == set(KINDS)
    assert struck.total() > 0.15 * requests
    # What is not saved is in the report, and nothing else is.
    assert left == {*session.new, *session.dirty, *session.deleted}
    refused = {item for item in left if isinstance(item, Brand)}
    assert {item.page_title for item in refused} == {"refused"}
    assert len(refused) == sync.refused
    unknown = {item.title for item in left - refused}
    assert max(reviews.values()) == 1
    assert {f"new {n}" for n in range(sync.keyless)} == set(reviews) | unknown
