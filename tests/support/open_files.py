"""Which files this process has open."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest


def open_below(folder):
    """Return the files of a folder that are open; the test is skipped where no system tells."""
    descriptors = Path("/proc/self/fd")
    if not descriptors.is_dir():
        pytest.skip("needs /proc, to see which files are open")
    found = set()
    for descriptor in descriptors.iterdir():
        with suppress(FileNotFoundError):  # the one that lists the others
            found.add(descriptor.readlink())
    return {path for path in found if path.is_relative_to(folder)}
