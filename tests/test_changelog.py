"""The files in `changelog.d/` are what the next entry of the changelog is made of."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
KINDS = re.findall(
    r'^\[\[tool.towncrier.type\]\]\ndirectory = "(\w+)"$',
    (ROOT / "pyproject.toml").read_text(),
    re.MULTILINE,
)


def test_each_file_is_of_a_kind_and_says_something():
    assert "changed" in KINDS
    beside = {"README.md", "template.md.jinja"}
    for path in (ROOT / "changelog.d").iterdir():
        if path.name not in beside:
            assert re.fullmatch(rf"[a-z0-9-]+\.({'|'.join(KINDS)})\.md", path.name), path.name
            assert path.read_text().strip().endswith("."), path.name


def test_the_newest_entry_is_of_this_version():
    import bcorm

    text = (ROOT / "CHANGELOG.md").read_text()
    assert re.findall(r"^## (\S+)", text, re.MULTILINE)[0] == bcorm.__version__
