"""Type checkers understand what users write, and refuse their mistakes, without a plugin."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

CODE = Path(__file__).with_name("user_code.py")
ROOT = Path(__file__).parents[2]
WRONG = {
    number
    for number, line in enumerate(CODE.read_text().splitlines(), 1)
    if line.endswith("# wrong")
}


def run(*command: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


def test_mypy_accepts_right_lines_and_refuses_wrong_ones():
    out = run("mypy", "--strict", "--config-file=", "--no-error-summary", str(CODE))
    found = {int(number) for number in re.findall(r"user_code\.py:(\d+): error", out)}
    assert found == WRONG, out


def test_pyright_accepts_right_lines_and_refuses_wrong_ones():
    out = run("pyright", "--outputjson", "--pythonpath", sys.executable, str(CODE))
    report = json.loads(out[out.index("{") :])
    found = {
        row["range"]["start"]["line"] + 1
        for row in report["generalDiagnostics"]
        if row["severity"] == "error"
    }
    assert found == WRONG, report["generalDiagnostics"]
