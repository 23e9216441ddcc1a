"""What `--help` costs: it imports none of what commands need for their work.

How long that takes is not tested, for it depends on the machine; most of it was importing these.
"""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from bcorm.cli.app import COMMANDS

HEAVY = {
    "bcorm.emulator.server", "bcorm.http.transport", "bcorm.moving.copying",
    "bcorm.moving.kinds", "bcorm.parallel", "bcorm.resources.orders",
    "bcorm.resources.products", "bcorm.resources.variants", "cheroot", "cryptography",
    "django", "flask", "jwt", "numpy", "openpyxl", "pandas", "polars", "pyarrow", "redis",
    "requests", "rich", "urllib3", "werkzeug",
}  # fmt: skip

PROGRAM = """
import json, sys
from bcorm.cli.app import app
loaded = {}
for words in json.loads(sys.argv[1]):
    before = {*sys.modules}
    try:
        app([*words, "--help"], prog_name="bcorm")
    except SystemExit as ended:
        assert not ended.code, words
    loaded[" ".join(words)] = sorted({*sys.modules} - before)
sys.stderr.write(json.dumps(loaded))
"""


@pytest.fixture(scope="module")
def helped():
    """What the helps of all commands printed, and what each imported that none had before."""
    words = [[], *([name] for name in COMMANDS)]
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, json.dumps(words)], capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    return done.stdout, json.loads(done.stderr)


def test_no_help_imports_what_only_work_needs(helped):
    printed, loaded = helped
    assert printed.count("Usage: bcorm") == 1 + len(COMMANDS)
    assert loaded.keys() == {"", *COMMANDS}
    assert not {name: HEAVY & {*names} for name, names in loaded.items() if HEAVY & {*names}}


def test_the_list_of_commands_imports_none_of_them(helped):
    _, loaded = helped
    assert not [name for name in loaded[""] if name.startswith("bcorm.")]
