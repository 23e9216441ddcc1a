"""Where the official specs and the live recordings are, for the tests that need them.

They are not part of the project: a folder called `shared` beside the checkout, or wherever the
environment variable `BCORM_SHARED` points. Tests that need them say so with `needs_shared`.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("BCORM_SHARED", Path(__file__).parents[3] / "shared"))


def needs_shared(name: str) -> pytest.MarkDecorator:
    """Skip a test, and say why, where `SHARED / name` is missing."""
    return pytest.mark.skipif(
        not (SHARED / name).exists(),
        reason=f"what {name} holds of the API: set BCORM_SHARED to the folder that has it",
    )
