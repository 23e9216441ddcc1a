"""A run whose tests leave something in the checkout's top folder is red, and says what it is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PLUGIN = Path(__file__).parent / "support" / "top_folder.py"
LITTER = """
from pathlib import Path

def test_one():
    root = Path(__file__).parents[1]
    (root / "ignored").write_text("")
    (root / "tests" / "deeper").write_text("")
    {}
"""


@pytest.mark.skipif(shutil.which("git") is None, reason="what tests leave behind: install git")
@pytest.mark.parametrize(
    ("left", "checkout", "workers"),
    [("nonsense", True, 0), ("folder/file", True, 2), ("", True, 0), ("nonsense", False, 0)],
)
def test_what_is_left(tmp_path, left, checkout, workers):
    support = tmp_path / "tests" / "support"
    support.mkdir(parents=True)
    shutil.copy(PLUGIN, support)
    (tmp_path / ".gitignore").write_text("ignored\n__pycache__\n.pytest_cache\n")
    (tmp_path / "there before").write_text("")
    make = f"path = root / {left!r}; path.parent.mkdir(exist_ok=True); path.write_text('')"
    (tmp_path / "tests" / "test_one.py").write_text(LITTER.format(make if left else ""))
    if checkout:
        subprocess.run(["git", "init", "-q", tmp_path], check=True)
        subprocess.run(["git", "add", "tests", ".gitignore"], cwd=tmp_path, check=True)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "top_folder", "-n", str(workers)]
    env = {**os.environ, "PYTHONPATH": str(support)}
    done = subprocess.run(
        command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False
    )
    red = bool(left) and checkout
    assert done.returncode == red, done.stdout + done.stderr
    assert ("LEFT IN THE TOP FOLDER" in done.stdout) is red
    name = left.replace("/file", "/")
    assert (f"\n{name}: find the test" in done.stdout) is red
    assert "1 passed" in done.stdout
    for unseen in ("ignored:", "deeper", "there before"):
        assert unseen not in done.stdout
