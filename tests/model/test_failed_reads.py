"""A read that failed is no answer: the queryset starts anew when it is asked again."""

from __future__ import annotations

import pytest

from bcorm import Product
from bcorm.emulator import Fault
from bcorm.exceptions import ServerError


@pytest.fixture
def broken(empty_emulator, empty_session):
    """Read a queryset of 600 rows until it breaks after so many pages, then mend the store."""
    empty_emulator.generate_products(600)

    def break_after(pages, read):
        query = Product.objects.filter(is_visible=True)
        empty_emulator.faults.add(Fault("500", method="GET", after=pages, times=None))
        with pytest.raises(ServerError):
            read(query)
        empty_emulator.faults.clear()
        return query

    return break_after


@pytest.mark.parametrize("pages", [0, 1, 2])
@pytest.mark.parametrize("read", [list, len, lambda query: query[599]])
def test_a_failed_read__is_read_again(broken, pages, read):
    query = broken(pages, list)
    read(query)
    assert [item.id for item in query] == [item.id for item in query.all()]
    assert len(query) == query.count() == 600


def test_a_failed_first_page__is_no_empty_answer(broken):
    query = broken(0, bool)
    assert query
    assert query.exists()
    assert query.first().id == query.all().first().id
    assert query.last().id == query.all().last().id
    assert query.count() == 600
    assert "not loaded" in repr(broken(0, bool))


def test_an_iteration_that_failed__does_not_spoil_another_that_is_under_way(broken):
    seen = []

    def read(query):
        other = iter(query)
        seen.extend(next(other).id for _ in range(100))
        seen.append(other)
        list(query)

    query = broken(1, read)
    *first, other = seen
    assert first + [item.id for item in other] == [item.id for item in query.all()]


def test_an_interrupted_read__is_read_again(empty_emulator, empty_session, monkeypatch):
    empty_emulator.generate_products(600)
    query = Product.objects.all()
    next(iter(query))

    def interrupt(*_args, **_named):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(empty_session.client, "request", interrupt)
        with pytest.raises(KeyboardInterrupt):
            list(query)
    assert len(list(query)) == 600
