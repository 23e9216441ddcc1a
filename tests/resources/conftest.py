"""A session on the sample shop."""

from __future__ import annotations

import pytest

import bcorm
from bcorm.model.unit_of_work import current


@pytest.fixture
def session(emulator):
    opened = bcorm.connect(store_hash="abc", access_token="a-token", api_url=emulator.url)
    with current(opened):
        yield opened
        opened.expunge_all()


@pytest.fixture
def planned(session):
    """What the next commit would send: method, path and body."""
    return lambda: [(item.method, item.path, item.body) for item in session.plan().requests]


@pytest.fixture
def asked(emulator):
    """What was asked of the store so far: method and path with query."""

    def asked(*methods):
        return [
            " ".join([item.method, item.path.lstrip("/"), *map("=".join, item.query.items())])
            for item in emulator.requests
            if not methods or item.method in methods
        ]

    return asked
