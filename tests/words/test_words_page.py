"""The table of words: every row runs, and costs what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import bcorm

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "words.md"
ROW = re.compile(r"^\| `.+?` \| `(?P<code>.+)` \| (?P<cost>\d+) \|$", re.MULTILINE)
ROWS = [
    (row["code"].replace("\\|", "|"), int(row["cost"])) for row in ROW.finditer(PAGE.read_text())
]


def test_every_row_is_found():
    lines = [line for line in PAGE.read_text().splitlines() if line.startswith("| `")]
    assert len(ROWS) == len(lines) > 25


@pytest.mark.parametrize(("code", "cost"), ROWS, ids=[code for code, _ in ROWS])
def test_row__costs_what_it_says(emulator, session, code, cost):
    names = {name: getattr(bcorm, name) for name in bcorm.__all__}
    names |= {"session": session, "product": bcorm.Product.objects.get(77)}
    emulator.clear_requests()
    exec(code, names)
    assert len(emulator.requests) == cost, [request.path for request in emulator.requests]
    session.rollback()
