"""What is installed with bcorm alone is enough for all that is no extra."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.metadata import distribution, metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

PLAIN = [
    "bcorm", "bcorm.v2", "bcorm.v3", "bcorm.resources", "bcorm.auth", "bcorm.compat", "bcorm.http",
    "bcorm.model", "bcorm.session", "bcorm.parallel",
]  # fmt: skip

PROGRAM = """
import importlib, sys
allowed, names = set(sys.argv[1].split(",")), sys.argv[2:]

class Others:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] not in allowed | sys.stdlib_module_names | {"bcorm"}:
            raise ModuleNotFoundError(f"{name} is not required", name=name)

sys.meta_path.insert(0, Others())
for name in names:
    module = importlib.import_module(name)
    for public in getattr(module, "__all__", ()):
        getattr(module, public)
"""


def required():
    """The top-level modules of the distributions that bcorm requires, and of what these do."""
    found, waiting = set(), ["bcorm"]
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if name in found:
            continue
        found.add(name)
        for text in distribution(name).requires or ():
            one = Requirement(text)
            if one.marker is None or one.marker.evaluate({"extra": ""}):
                waiting.append(one.name)
    return {
        path.parts[0].removesuffix(".py")
        for name in found
        for path in distribution(name).files or ()
        if path.suffix == ".py"
    }


def run(*names):
    command = [sys.executable, "-c", PROGRAM, ",".join(sorted(required())), *names]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", PLAIN)
def test_no_extra_is_needed(name):
    done = run(name)
    assert done.returncode == 0, done.stderr


def test_an_extra_that_is_missing_is_named():
    assert "pip install 'bcorm[emulator]'" in run("bcorm.emulator").stderr


def test_the_readme_lists_every_extra():
    text = (Path(__file__).parents[1] / "README.md").read_text()
    rows = re.findall(r"^\| (`.+?) \| ", text, re.MULTILINE)
    listed = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert listed == set(metadata("bcorm").get_all("Provides-Extra")) - {"docs", "dev"}
