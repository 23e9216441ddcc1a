"""Type checkers understand what users write, and refuse their mistakes, without a plugin."""

from __future__ import annotations

from pathlib import Path

import pytest

CODE = Path(__file__).with_name("user_code.py")
WRONG = {
    number
    for number, line in enumerate(CODE.read_text().splitlines(), 1)
    if line.endswith("# wrong")
}


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_right_lines_are_accepted_and_wrong_ones_refused(checkers, checker):
    found = getattr(checkers, checker)(CODE)
    assert {number: found[number] for number in found.keys() - WRONG} == {}
    assert sorted(WRONG - found.keys()) == []
