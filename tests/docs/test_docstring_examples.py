"""Examples in docstrings run, and give what is written below them."""

from __future__ import annotations

import doctest
from importlib import import_module
from pathlib import Path

import pytest

import bcorm

PACKAGE = Path(bcorm.__file__).parent
WITH_EXAMPLES = [
    ".".join(("bcorm", *path.relative_to(PACKAGE).with_suffix("").parts))
    for path in sorted(PACKAGE.rglob("*.py"))
    if "\n        >>> " in path.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_examples_run(name):
    assert doctest.testmod(import_module(name)).failed == 0


def test_there_are_some():
    assert len(WITH_EXAMPLES) >= 4
