"""The page on the pytest plugin shows a file of tests: pytest runs it, as its readers would."""

from __future__ import annotations

from pathlib import Path

import bcorm

pytest_plugins = ["pytester"]

EXAMPLE = Path(__file__).with_name("example_tests.py")


def test_the_tests_that_the_page_shows(pytester, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(Path(bcorm.__file__).parents[1]))
    pytester.makepyfile(test_example=EXAMPLE.read_text())
    result = pytester.runpytest_subprocess(
        "-p", "bcorm.testing", "-p", "no:cacheprovider", "-W", "error"
    )
    result.assert_outcomes(passed=14)
