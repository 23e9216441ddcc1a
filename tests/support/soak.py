"""How long the reliability tests run: bounded in the suite, at full length in `make soak`."""

from __future__ import annotations

import os

import pytest

SOAK = bool(os.environ.get("BCORM_SOAK"))


def length(suite, soak):
    """The size of a test: `suite` in the suite, `soak` in `make soak`."""
    return soak if SOAK else suite


# A soak test may run for an hour; in the suite the usual timeout stands.
patient = pytest.mark.timeout(3600) if SOAK else pytest.mark.timeout(120)
