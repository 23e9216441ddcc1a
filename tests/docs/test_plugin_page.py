"""The page on the pytest plugin shows a file of tests: pytest runs it, as its readers would."""

from __future__ import annotations

import re
from pathlib import Path

import bcorm
from bcorm.emulator.faults import KINDS

pytest_plugins = ["pytester"]

EXAMPLE = Path(__file__).with_name("example_tests.py")
PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "testing.md"


def test_the_tests_that_the_page_shows(pytester, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(Path(bcorm.__file__).parents[1]))
    pytester.makepyfile(test_example=EXAMPLE.read_text())
    result = pytester.runpytest_subprocess(
        "-p", "bcorm.testing", "-p", "no:cacheprovider", "-W", "error"
    )
    result.assert_outcomes(passed=14)


def test_the_page_names_every_kind_of_fault():
    section = PAGE.read_text().partition("## Let things go wrong")[2].partition("\n## ")[0]
    assert set(re.findall(r"`([a-z0-9-]+)`", section)) == set(KINDS)
