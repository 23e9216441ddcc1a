"""The typed example of the documentation: checkers accept it, and refuse each wrong line."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from page_runner import Page

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def code(tmp_path_factory):
    """Both blocks as one file, and the numbers of its wrong lines."""
    blocks = Page(ROOT / "docs/reference/typing.md").blocks()
    right, wrong = [block for block in blocks if block.language == "python"]
    assert wrong.reason
    path = tmp_path_factory.mktemp("typed") / "example.py"
    path.write_text(right.body + wrong.body)
    start = right.body.count("\n")
    numbers = set(range(start + 1, start + wrong.body.count("\n") + 1))
    assert len(numbers) == 11
    return path, numbers


def run(*command):
    done = subprocess.run(
        [sys.executable, "-m", *map(str, command)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.stdout + done.stderr


def test_mypy(code):
    path, wrong = code
    out = run("mypy", "--strict", "--config-file=", "--no-error-summary", path)
    assert {int(number) for number in re.findall(r"example\.py:(\d+): error", out)} == wrong, out


def test_pyright(code):
    path, wrong = code
    out = run("pyright", "--outputjson", "--pythonpath", sys.executable, path)
    report = json.loads(out[out.index("{") :])
    found = {
        row["range"]["start"]["line"] + 1
        for row in report["generalDiagnostics"]
        if row["severity"] == "error"
    }
    assert found == wrong, report["generalDiagnostics"]
