"""Sessions of the tests: of a client that waits little, with a token that is looked out for."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager

import pytest
from secrecy_plugin import TOKEN

import bcorm
from bcorm.exceptions import UnsavedChangesWarning
from bcorm.http.exchange import RetryPolicy


def open_session(server):
    """A session of its own client, current in the running test."""
    # Failures are answered at once here, and a write that failed does not arrive later: how long a
    # client waits is tested where it waits.
    return bcorm.connect(
        "testing", TOKEN, api_url=server.url, retry=RetryPolicy(base=0.01, cap=0.05), patience=0.05
    )


@contextmanager
def left_behind(session):
    """A session's block that ends with something unsaved, of which it warns."""
    with ExitStack() as stack:
        stack.enter_context(session)
        yield session
        with pytest.warns(UnsavedChangesWarning):
            stack.close()
