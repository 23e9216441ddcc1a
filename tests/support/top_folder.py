"""Tests leave nothing in the checkout's top folder: a run that did ends red, and says what it is.

A pytest plugin that `conftest` loads. What git ignores may come, and what was there before stays
unseen. Away from a checkout, and where there is no git, it does nothing.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def untracked(root=ROOT):
    """The files and folders right in a checkout that are neither tracked nor ignored."""
    git = shutil.which("git")
    if git is None or not (root / ".git").exists():
        return set()
    words = ("ls-files", "--others", "--exclude-standard", "--directory", "-z")
    found = subprocess.run([git, *words], cwd=root, capture_output=True, text=True, check=False)
    return {name for name in found.stdout.split("\0") if "/" not in name[:-1]} - {""}


class TopFolder:
    """Compares what is there at the end with what was there at the beginning."""

    def __init__(self, root):
        self.root = root
        self.before = untracked(root)
        self.left = []

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session):
        """Look when all workers are done."""
        self.left = sorted(untracked(self.root) - self.before)
        if self.left and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter):
        """Say what was left."""
        if self.left:
            terminalreporter.section("LEFT IN THE TOP FOLDER", red=True)
            for name in self.left:
                terminalreporter.write_line(f"{name}: find the test, and give it tmp_path")


def pytest_configure(config):
    """Look from where the tests are told of, and not from each of its workers."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(TopFolder(ROOT), "top_folder_watch")
