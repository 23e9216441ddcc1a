"""Write down what bcorm runs with: every distribution, by version and hash, for each Python.

`python -m tools.lock` renews the files in `requirements/`:

- `cli.txt`: what `make demo` needs,
- `dev.txt`: what the other targets need,
- `lowest.txt`: the lowest versions that setup.cfg admits, for `make test-lowest`,
- `django-4.2.txt` and so on: what runs the admin's tests on each line of Django.

They name no index, so that pip takes the files from where it is set to. What changed is left as it
was where it still fits; `--upgrade` takes the newest of everything.
"""

from __future__ import annotations

import argparse
import configparser
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tools import django_versions

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "requirements"
HEADER = "# Made by `make lock`. Do not edit.\n"
OLDEST = "3.10"

PINNED = re.compile(r"^([\w.-]+)==(\S+)((?: ;.*?)?)(?: \\)?$", re.MULTILINE)


def requirements(extra: str) -> list[str]:
    """Return the lines of an extra of setup.cfg, those of the extras that it names left out."""
    parsed = configparser.RawConfigParser()
    parsed.read(ROOT / "setup.cfg")
    lines = parsed["options.extras_require"][extra].split("\n")
    return [line for line in lines if line and not line.startswith("%(")]


def build_requirements() -> list[str]:
    """Return what builds bcorm, as pyproject.toml says: an editable install needs it."""
    text = (ROOT / "pyproject.toml").read_text()
    found = re.search(r"^requires = \[(.*?)\]", text, re.MULTILINE | re.DOTALL)
    assert found is not None
    return re.findall(r'"([^"]+)"', found[1])


def extras_of_users() -> list[str]:
    """Return the extras that are no tools of ours."""
    parsed = configparser.RawConfigParser()
    parsed.read(ROOT / "setup.cfg")
    return [
        name for name in parsed["options.extras_require"] if name not in {"dev", "docs", "tests"}
    ]


def tools() -> list[str]:
    """Return what runs the tests, at the versions of `dev.txt`: it is no part of what is tried."""
    # The SDK of OpenTelemetry has to be of one version with the API.
    names = [line for line in requirements("tests") if not line.startswith("opentelemetry-sdk")]
    return ["opentelemetry-sdk", *pins(map(_name, names))]


def pins(names: Iterable[str]) -> list[str]:
    """Return what `dev.txt` has of these distributions."""
    locked: dict[str, list[str]] = {}
    for name, version, marker in PINNED.findall((FOLDER / "dev.txt").read_text()):
        locked.setdefault(_plain(name), []).append(f"{name}=={version}{marker}")
    return [pin for name in names for pin in locked[_plain(name)]]


def _name(requirement: str) -> str:
    found = re.match(r"[\w.-]+", requirement)
    assert found is not None, requirement
    return found[0]


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def compile_to(
    target: str,
    extras: Iterable[str],
    *options: str,
    also: list[str],
    upgrade: bool,
    oldest: str = OLDEST,
) -> None:
    """Resolve for all Pythons at once, and write the file."""
    path = FOLDER / target
    with tempfile.TemporaryDirectory() as folder:
        more, out = Path(folder) / "more.in", Path(folder) / target
        more.write_text("\n".join((*also, *build_requirements(), "")))
        if path.exists() and not upgrade:
            shutil.copy(path, out)  # the resolver keeps the versions that it finds there
        command = [sys.executable, "-m", "uv", "pip", "compile", "setup.cfg", str(more)]
        command += [part for extra in extras for part in ("--extra", extra)]
        command += ["--output-file", str(out), "--generate-hashes", "--quiet"]
        command += ["--universal", "--python-version", oldest]
        command += ["--no-header", "--no-annotate", *options]
        subprocess.run(command, cwd=ROOT, env=_environment(), check=True)
        path.write_text(HEADER + out.read_text())
    print(f"{path.relative_to(ROOT)}: {len(PINNED.findall(path.read_text()))} distributions")


def _environment() -> dict[str, str]:
    """Let the resolver ask the index that pip is set to, and no Python that is not installed."""
    pip = [sys.executable, "-m", "pip", "config", "get", "global.index-url"]
    asked = subprocess.run(pip, capture_output=True, text=True, check=False)
    index = os.environ.get("PIP_INDEX_URL") or asked.stdout.strip()
    found = {**os.environ, "UV_PYTHON_DOWNLOADS": "never", "UV_NO_CONFIG": "1"}
    return {**found, "UV_DEFAULT_INDEX": index} if index else found


def main(arguments: list[str]) -> int:
    """Write all files."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--upgrade", action="store_true", help="take the newest of everything")
    upgrade = parser.parse_args(arguments).upgrade
    FOLDER.mkdir(exist_ok=True)
    compile_to("dev.txt", ["dev"], also=[], upgrade=upgrade)
    same = ("--constraint", str(FOLDER / "dev.txt"))
    compile_to("cli.txt", ["cli"], *same, also=[], upgrade=upgrade)
    lowest = ("--resolution", "lowest-direct")
    # What was the lowest once need not be it now, so that nothing of the old file is kept.
    compile_to("lowest.txt", extras_of_users(), *lowest, also=tools(), upgrade=True)
    for line in django_versions.LINES:
        compile_to(
            line.requirements.name, django_versions.EXTRAS, upgrade=upgrade,
            also=[line.requirement, *pins(django_versions.TOOLS)], oldest=line.pythons[-1],
        )  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
