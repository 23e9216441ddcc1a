"""Two stores: one that is copied, and one with numbers and rows of its own."""

from __future__ import annotations

import pytest
from portraits import opened, shift

from bcorm.emulator import Emulator


@pytest.fixture(scope="session")
def other_server():
    """The emulator of the store that is copied into."""
    with Emulator(empty=True) as server:
        yield server


@pytest.fixture
def source(emulator):
    """A session of the sample shop."""
    session = opened(emulator, "a")
    yield session
    session.client.close()


@pytest.fixture
def target(other_server):
    """A session of a store whose numbers are others."""
    other_server.reset()
    shift(other_server)
    session = opened(other_server, "b")
    yield session
    session.client.close()
