"""The page of lookups and methods: it has them all, and every example runs."""

from __future__ import annotations

import re
import warnings
from pathlib import Path

import pytest

import bcorm
from bcorm.lookups import LOOKUPS
from bcorm.model.relations.descriptors import RelatedSet
from bcorm.model.timestamps import PARTS

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "querysets.md").read_text()
LINES = [line for line in PAGE.splitlines() if line.startswith("| ")]
EXAMPLES = [
    cells[-2].strip("` ") for line in LINES if (cells := line.split(" |")) and "`" in cells[-2]
]
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c02"
    "0000000b4944415478da6364f80f00010501012718e3660000000049454e44ae426082"
)


def test_every_lookup_and_every_method_is_there():
    words = set(re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE))
    methods = {name for name in dir(RelatedSet) if not name.startswith("_")}
    assert words - {"pk"} == set(LOOKUPS) | methods
    (parts,) = re.findall(r"Moments have parts.*?\. The time", PAGE, re.DOTALL)
    assert set(re.findall(r"`(\w+)`", parts)) == set(PARTS)


def test_every_row_has_an_example():
    headings = [line for line in LINES if line.endswith("for example |")]
    assert len(EXAMPLES) == len(LINES) - len(headings) > 60


@pytest.mark.parametrize("code", EXAMPLES)
def test_example(emulator, session, tmp_path, monkeypatch, code):
    monkeypatch.chdir(tmp_path)
    Path("photo.png").write_bytes(PNG)
    names = {name: getattr(bcorm, name) for name in bcorm.__all__}
    names |= {"session": session, "product": bcorm.Product.objects.get(77)}
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # one that reads every row says so
        exec(f"found = {code}" if not code.startswith("for ") else code, names)
        found = names.get("found")
        if isinstance(found, bcorm.QuerySet):
            rows = list(found)
            assert rows or ".none()" in code
    session.commit()
