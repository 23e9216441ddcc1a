"""What is installed with bcorm alone is enough for all but extras, and what is locked fits."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.metadata import distribution, metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tools import django_versions

ROOT = Path(__file__).parents[1]
PYTHONS = ["3.10", "3.11", "3.12", "3.13"]
OURS = {"dev", "docs", "tests"}
"""The extras that are no user's."""

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
    text = (ROOT / "README.md").read_text()
    rows = re.findall(r"^\| (`.+?) \| ", text, re.MULTILINE)
    listed = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert listed == set(metadata("bcorm").get_all("Provides-Extra")) - OURS


def locked(name, python):
    """What a file installs in that Python on Linux, by name; each with its hashes."""
    found = {}
    text = (ROOT / "requirements" / name).read_text()
    for entry in re.sub(r" \\\n +", " ", text).splitlines():
        if entry.startswith("#"):
            continue
        pin, *hashes = entry.split(" --hash=sha256:")
        assert hashes, entry
        one = Requirement(pin)
        assert one.url is None, entry
        if one.marker is None or one.marker.evaluate(environment(python)):
            assert one.name not in found, entry
            (exact,) = one.specifier
            assert exact.operator == "==", entry
            found[one.name] = exact.version
    return found


def environment(python, extra=""):
    return {
        "python_version": python,
        "python_full_version": f"{python}.9",
        "sys_platform": "linux",
        "platform_system": "Linux",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
        "extra": extra,
    }


def wanted(python, *extras):
    """What bcorm requires itself in that Python, with these extras."""
    for text in distribution("bcorm").requires:
        one = Requirement(text)
        if one.marker is None or any(
            one.marker.evaluate(environment(python, extra)) for extra in ("", *extras)
        ):
            yield one


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize(("name", "extra"), [("cli.txt", "cli"), ("dev.txt", "dev")])
def test_what_is_locked_is_what_setup_admits(name, extra, python):
    pins = locked(name, python)
    for one in wanted(python, extra):
        assert pins[canonicalize_name(one.name)] in one.specifier, one
    assert "setuptools" in pins  # builds bcorm itself


def test_the_demo_and_the_tests_run_with_the_same():
    for python in PYTHONS:
        assert locked("cli.txt", python).items() <= locked("dev.txt", python).items()


@pytest.mark.parametrize("python", PYTHONS)
def test_the_lowest_that_is_tested_is_the_lowest_that_setup_admits(python):
    pins = locked("lowest.txt", python)
    for one in wanted(python, *set(metadata("bcorm").get_all("Provides-Extra")) - OURS):
        (bound,) = (item for item in one.specifier if item.operator == ">=")
        assert Version(pins[canonicalize_name(one.name)]) == Version(bound.version), one


@pytest.mark.parametrize("line", django_versions.LINES, ids=lambda line: line.requirement)
def test_each_line_of_django_is_locked_for_its_pythons(line):
    for python in set(line.pythons) & {*PYTHONS}:
        pins = locked(line.requirements.name, python)
        assert line.has(pins["django"])
        for one in wanted(python, *django_versions.EXTRAS):
            assert pins[canonicalize_name(one.name)] in one.specifier, one


def test_no_file_names_an_index():
    for path in (ROOT / "requirements").iterdir():
        assert not re.search(
            r"://|^\s*-", re.sub(r"\n +--hash", "", path.read_text()), re.MULTILINE
        ), path
