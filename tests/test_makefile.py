"""What make can do is what its pages say that it can."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
TARGETS = set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE))


def test_every_target_has_a_line_for_those_who_change_bcorm():
    rows = re.findall(
        r"^\| `make ([a-z-]+)` \| ", (ROOT / "CONTRIBUTING.md").read_text(), re.MULTILINE
    )
    assert sorted(rows) == sorted(TARGETS)


def test_the_readme_names_every_target():
    assert set(re.findall(r"\bmake ([a-z-]+)\b[`\s]", (ROOT / "README.md").read_text())) >= TARGETS


def test_no_page_names_another_target():
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        if page.name != "CHANGELOG.md":
            named = set(re.findall(r"(?:^\$ |`)make ([a-z-]+)", page.read_text(), re.MULTILINE))
            assert named <= TARGETS, page


def test_every_target_is_no_file():
    (phony,) = re.findall(r"((?:^\.PHONY:.*\n)+)", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert set(phony.replace(".PHONY:", "").split()) == TARGETS
