"""Type checkers of a program elsewhere find bcorm's types where it is installed, as make does."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import bcorm

PROGRAM = """\
from bcorm import Product

reveal_type(Product.objects.get(id=77).price)
reveal_type([product.brand for product in Product.objects.filter(price__lt=20)])
Product.objects.filter(pricee=3)
"""

pytestmark = pytest.mark.skipif(
    not Path(bcorm.__file__).with_suffix(".pyi").exists(),
    reason="bcorm's types from outside the clone: make stubs",
)


@pytest.mark.parametrize(
    "command",
    [
        ["mypy", "--strict", "--config-file=", "app.py"],
        ["pyright", "--pythonpath", sys.executable, "app.py"],
    ],
    ids=lambda command: command[0],
)
def test_a_program_elsewhere(command, tmp_path):
    (tmp_path / "app.py").write_text(PROGRAM)
    run = [sys.executable, "-m", *command]
    told = subprocess.run(run, cwd=tmp_path, capture_output=True, text=True, check=False).stdout
    assert re.search(r"app\.py:3.* is \"(decimal\.)?Decimal\"", told), told
    assert re.search(r"app\.py:4.* is \"list\[(bcorm\.resources\.brands\.)?Brand \| None\]\"", told)
    assert re.findall(r"app\.py:(\d+).* error: ", told) == ["5"], told
