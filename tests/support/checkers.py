"""mypy and pyright over code that uses bcorm as it is installed: a copy, with its stubs."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import bcorm
from tools import stubs


class Checkers:
    """Both checkers, beside a copy of the package in which the stubs were built."""

    def __init__(self, root: Path) -> None:
        self.root = root
        copy = root / "bcorm"
        shutil.copytree(
            Path(bcorm.__file__).parent, copy, ignore=shutil.ignore_patterns("*.pyi", "__pycache__")
        )
        stubs.write(copy)

    def _run(self, *command: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=self.root, capture_output=True, text=True, check=False, timeout=280,
            env={**os.environ, "MYPYPATH": str(self.root)},
        )  # fmt: skip
        return done.stdout + done.stderr

    def mypy(self, code: Path) -> dict[int, str]:
        """Return what `mypy --strict` refuses, by line."""
        out = self._run("mypy", "--strict", "--config-file=", "--no-error-summary", str(code))
        rows = re.findall(rf"{re.escape(code.name)}:(\d+): error: (.*)", out)
        found: dict[int, str] = {}
        for number, message in rows:
            found.setdefault(int(number), message)
        assert found or not out.strip() or "note:" in out, out
        return found

    def pyright(self, code: Path) -> dict[int, str]:
        """Return what pyright refuses, by line."""
        # A file of its project, so that its stubs count as those of what is installed.
        here = self.root / code.name
        shutil.copyfile(code, here)
        out = self._run("pyright", "--outputjson", "--pythonpath", sys.executable, str(here))
        report = json.loads(out[out.index("{") :])
        return {
            row["range"]["start"]["line"] + 1: row["message"]
            for row in report["generalDiagnostics"]
            if row["severity"] == "error"
        }


@pytest.fixture(scope="session")
def checkers(tmp_path_factory: pytest.TempPathFactory) -> Checkers:
    """Both type checkers, over a copy of the package as a wheel has it."""
    return Checkers(tmp_path_factory.mktemp("typed"))
