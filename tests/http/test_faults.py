"""A faulty store is survived: what the client says happened is what happened."""

from __future__ import annotations

import pytest

from bcorm.emulator import Fault
from bcorm.exceptions import ApiError, RedirectRefused, UnknownOutcome
from bcorm.http import ApiClient, OAuthCredentials, RetryPolicy

BRANDS = "v3/catalog/brands"
# Faults that another attempt gets over.
PASSING = [
    "429",
    "429-bare",
    "500",
    "502",
    "503",
    "504",
    "reset-before",
    "reset-after",
    "truncated",
    "html",
    "bad-gzip",
]
# Those of them that leave no doubt: nothing was processed.
REFUSALS = {"429", "429-bare"}


@pytest.fixture
def client(emulator):
    with ApiClient(
        OAuthCredentials("abc", "token"),
        api_url=emulator.url,
        retry=RetryPolicy(base=0.001, cap=0.01),
        timeout=2,
    ) as client:
        yield client


def _fault(emulator, kind, **options):
    emulator.faults.add(Fault(kind, seconds=0.01, **options))


@pytest.mark.parametrize("kind", PASSING)
def test_reads_and_updates_get_over_a_fault(emulator, client, kind):
    _fault(emulator, kind)
    brand = client.get(BRANDS).data[0]
    _fault(emulator, kind)
    client.put(f"{BRANDS}/{brand['id']}", json={"name": brand["name"], "page_title": "New"})
    assert emulator.documents(BRANDS)[0]["page_title"] == "New"
    assert client.stats.retries == 2


@pytest.mark.parametrize("kind", PASSING)
def test_a_delete_gets_over_a_fault_that_hid_its_success(emulator, client, kind):
    brand = client.get(BRANDS).data[0]
    _fault(emulator, kind)
    client.delete(f"{BRANDS}/{brand['id']}")
    assert brand["id"] not in {document["id"] for document in emulator.documents(BRANDS)}


@pytest.mark.parametrize("kind", PASSING)
def test_a_create_is_sent_once_or_called_unknown(emulator, client, kind):
    client.get(BRANDS)
    _fault(emulator, kind, method="POST")
    if kind in REFUSALS:
        client.post(BRANDS, json={"name": "Once"})
    else:
        with pytest.raises(UnknownOutcome):
            client.post(BRANDS, json={"name": "Once"})
    asked = [request for request in emulator.requests if request.method == "POST"]
    assert len(asked) == 1 + (kind in REFUSALS)
    assert sum(brand["name"] == "Once" for brand in emulator.documents(BRANDS)) <= 1


def test_a_redirect_to_another_host_is_refused(emulator, client):
    _fault(emulator, "redirect")
    with pytest.raises(RedirectRefused):
        client.get(BRANDS)


def test_what_is_said_to_have_failed_or_worked_has(emulator, client):
    emulator.faults.random(seed=7, rate=0.4, kinds=[*PASSING, "content-type"], seconds=0.01)
    told = {}
    for index in range(80):
        name = f"Brand {index}"
        try:
            client.post(BRANDS, json={"name": name})
        except UnknownOutcome:
            told[name] = None
        except ApiError:
            told[name] = False
        else:
            told[name] = True
    emulator.faults.clear()
    names = [brand["name"] for brand in emulator.documents(BRANDS)]
    assert {True, None} <= set(told.values())
    for name, worked in told.items():
        assert names.count(name) <= 1
        assert worked is None or (name in names) is worked
