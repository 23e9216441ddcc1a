"""Nothing is skipped unseen: each reason has a line at the end of a run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
LINES = {
    "tests/http/test_redis.py": "what processes share through Redis: install redis-server",
    "tests/django/test_browser_day.py": "the admin in a browser: install Chromium",
    "tests/emulator/test_emulator_spec.py": "what specs holds of the API: set BCORM_SHARED",
}


def test_what_is_missing_is_named_once_with_what_mends_it(tmp_path):
    command = [sys.executable, "-m", "pytest", "-q", "-n", "1", *LINES]
    nothing = {**os.environ, "PATH": str(tmp_path), "BCORM_SHARED": str(tmp_path)}
    done = subprocess.run(
        command, cwd=ROOT, env=nothing, capture_output=True, text=True, check=False
    )
    assert done.returncode in {0, 5}, done.stdout
    told = done.stdout.partition("NOT TESTED")[2].splitlines()
    for line in LINES.values():
        (found,) = [text for text in told if text.startswith(line)]
        assert found.endswith(" skipped)")
