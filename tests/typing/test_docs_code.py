"""The typed example of the documentation: checkers accept it, and refuse each wrong line."""

from __future__ import annotations

from pathlib import Path

import pytest
from page_runner import Page

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def code(tmp_path_factory):
    """Both blocks as one file, and the numbers of its wrong lines."""
    blocks = Page(ROOT / "docs/reference/typing.md").blocks()
    right, wrong, *_subclasses = [block for block in blocks if block.language == "python"]
    assert wrong.reason
    path = tmp_path_factory.mktemp("typed") / "example.py"
    path.write_text(right.body + wrong.body)
    start = right.body.count("\n")
    numbers = set(range(start + 1, start + wrong.body.count("\n") + 1))
    assert len(numbers) == 13
    return path, numbers


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_right_lines_are_accepted_and_wrong_ones_refused(checkers, checker, code):
    path, wrong = code
    found = getattr(checkers, checker)(path)
    assert found.keys() == wrong, found
