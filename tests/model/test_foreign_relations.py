"""Relations of rows that name their parent in a field: each parent has its own, in few requests."""

from __future__ import annotations

import pytest

from bcorm import Page
from bcorm.exceptions import FullScanRefused, FullScanWarning


@pytest.fixture
def tree(empty_emulator):
    """Two pages with two pages below each; the API cannot filter by the parent."""

    def put(name, parent_id=0):
        body = {"name": name, "type": "page", "parent_id": parent_id}
        return empty_emulator.put_document("v3/content/pages", body)["id"]

    tops = {name: put(name) for name in ("First", "Second")}
    for name, key in tops.items():
        for number in (1, 2):
            put(f"{name} {number}", key)
    empty_emulator.clear_requests()


def test_every_parent_has_its_own_children_after_one_scan(tree, empty_session, empty_emulator):
    pages = [page for page in Page.objects.all() if not page.parent_id]
    with pytest.warns(FullScanWarning):
        found = {page.name: {child.name for child in page.children} for page in pages}
    assert found == {"First": {"First 1", "First 2"}, "Second": {"Second 1", "Second 2"}}
    assert len(empty_emulator.requests) == 2


def test_a_scan_that_is_meant_does_not_warn(tree, empty_session):
    page = Page.objects.get(name="First")
    assert {child.name for child in page.children.scan()} == {"First 1", "First 2"}


def test_a_strict_session_refuses_the_scan(tree, empty_session):
    with empty_session.client.session(strict=True), pytest.raises(FullScanRefused):
        list(Page.objects.get(name="First").children)
