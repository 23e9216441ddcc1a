"""What tests of words share."""

import pytest


@pytest.fixture
def sent(emulator, session):
    """The paths that were asked for since it was last called."""

    def sent():
        found = [request.path for request in emulator.requests]
        emulator.clear_requests()
        return found

    return sent
