"""How many files have to be known to follow a request: as few as now, or fewer."""

from __future__ import annotations

import subprocess
import sys

import pytest

# Files that a request passes, and how often it goes from one to another.
MOST = {"a touch of product.options": (28, 3520), "a refused create": (29, 220)}


@pytest.fixture(scope="module")
def walks():
    """The counts, of a process in which nothing is known yet of any class."""
    told = subprocess.run(
        [sys.executable, "-m", "tools.walk"], check=True, capture_output=True, text=True
    )
    lines = [line.partition(": ") for line in told.stdout.splitlines() if ": " in line]
    return {
        name: [int(word) for word in counts.split() if word.isdigit()] for name, _, counts in lines
    }


@pytest.mark.parametrize("name", MOST)
def test_a_request_passes_few_files(walks, name):
    files, changes, _ways = walks[name]
    most_files, most_changes = MOST[name]
    assert 10 < files <= most_files
    assert 100 < changes <= most_changes
