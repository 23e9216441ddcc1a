"""The jobs of the how-tos, on the night after one in which the store has refused something."""

from __future__ import annotations

from pathlib import Path

import pytest
from page_runner import Page

from bcorm import CommitError, Product

HOW_TO = Path(__file__).parents[2] / "docs" / "how-to"


@pytest.fixture
def job(store, impatient, monkeypatch, tmp_path):
    """What the page on price syncs defines, after its examples have run."""
    monkeypatch.chdir(tmp_path)
    page = Page(HOW_TO / "price-sync.md")
    page.run()
    return page.namespace


def refuse_a_row(session):
    product = Product.objects.using(session).get(id=77)
    product.name = "Striped Desk Lamp"  # another product's
    with pytest.raises(CommitError):
        session.commit()


def test_the_price_sync_goes_on(job):
    refuse_a_row(job["open_session"]())
    Path("prices.csv").write_text("sku,price\nSDL-1001,1.23\n")
    report, missing = job["sync"]("prices.csv")
    assert ([item.sku for item in report.saved], missing) == (["SDL-1001"], [])


def test_the_price_sync_stops_where_nobody_knows_what_was_saved(job, store):
    session = job["open_session"]()
    Product.objects.using(session).get(id=78).price += 1
    store.fail("503", method="PUT", times=None)
    with pytest.raises(CommitError):
        session.commit()
    with pytest.raises(CommitError):
        job["open_session"]()
    store.emulator.faults.clear()
    assert not job["open_session"]().dirty
