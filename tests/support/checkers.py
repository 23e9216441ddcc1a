"""mypy and pyright over code that uses bcorm as it is installed: a copy, with its stubs."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

import bcorm
from tools import stubs


class Told(NamedTuple):
    """What a checker says: errors by file and line, and the types that it was asked for."""

    errors: dict[str, dict[int, str]]
    revealed: list[str]


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

    def mypy(self, files: list[Path]) -> Told:
        """Return what `mypy --strict` says of files."""
        names = [str(file) for file in files]
        out = self._run("mypy", "--strict", "--config-file=", "--no-error-summary", *names)
        told = Told({file.name: {} for file in files}, [])
        for line in out.splitlines():
            place, _, rest = line.partition(": ")
            kind, _, message = rest.partition(": ")
            name, _, number = place.rpartition("/")[2].partition(":")
            if name in told.errors and kind == "error":
                told.errors[name].setdefault(int(number), message)
            elif name in told.errors and message.startswith("Revealed type is"):
                told.revealed.append(message.split('"')[1])
        assert any(told.errors.values()), out
        return told

    def pyright(self, files: list[Path]) -> Told:
        """Return what pyright says of files."""
        # Files of its project, so that its stubs count as those of what is installed.
        here = [str(shutil.copy(file, self.root)) for file in files]
        out = self._run("pyright", "--outputjson", "--pythonpath", sys.executable, *here)
        told = Told({file.name: {} for file in files}, [])
        for row in json.loads(out[out.index("{") :])["generalDiagnostics"]:
            if row["severity"] == "error":
                line = row["range"]["start"]["line"] + 1
                told.errors[Path(row["file"]).name][line] = row["message"]
            elif shown := re.match(r'Type of ".*" is "(.*)"', row["message"]):
                told.revealed.append(shown[1])
        return told


@pytest.fixture(scope="session")
def checkers(tmp_path_factory: pytest.TempPathFactory) -> Checkers:
    """Both type checkers, over a copy of the package as a wheel has it."""
    return Checkers(tmp_path_factory.mktemp("typed"))
