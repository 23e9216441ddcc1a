"""Run the Django admin's tests on every supported line of Django, each in its own environment.

`python -m tools.django_versions` builds an environment per line under `build/django`, of what
`requirements/` has locked for it, and runs `tests/django` in all of them at the same time; the
line that the project's own environment has is left to the main test suite. A line without a Python
that it runs on is named, and fails only with `--strict`.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
BUILD = ROOT / "build" / "django"
EXTRAS = ("auth", "django", "emulator")
TOOLS = ("pytest", "pytest-timeout", "hypothesis")
# The browser's days and the large store do not depend on the version of Django.
LEFT_OUT = "not forty_thousand and not browser"


@dataclass(frozen=True)
class Line:
    """A line of Django: what pip is asked for, and the Pythons that it runs on, best first.

    Attributes:
        first, last: the lowest version that belongs to the line, and the lowest that does not.
    """

    first: tuple[int, int]
    last: tuple[int, int]
    pythons: tuple[str, ...]

    @property
    def requirement(self) -> str:
        """What pip is asked for."""
        return f"django>={_dotted(self.first)},<{_dotted(self.last)}"

    @property
    def requirements(self) -> Path:
        """The file that locks what the line's environment has, see `tools.lock`."""
        return ROOT / "requirements" / f"django-{_dotted(self.first)}.txt"

    @property
    def home(self) -> Path:
        """The folder of the line's environment."""
        return BUILD / _dotted(self.first)

    def has(self, version: str) -> bool:
        """Whether a version belongs to the line."""
        numbers = tuple(int(part) for part in version.split(".")[:2] if part.isdigit())
        return self.first <= numbers < self.last


def _dotted(numbers: tuple[int, int]) -> str:
    return ".".join(map(str, numbers))


LINES = (
    Line((4, 2), (5, 0), ("3.12", "3.11", "3.10")),
    Line((5, 2), (6, 0), ("3.13", "3.12", "3.11", "3.10")),
    Line((6, 0), (99, 0), ("3.14", "3.13", "3.12")),
)


def interpreter(version: str) -> str | None:
    """Return a Python of that version: on the path, or among pyenv's."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    candidates = [str(found) for found in sorted(pyenv.glob(f"{version}.*/bin/python"))]
    candidates.append(shutil.which(f"python{version}") or "")
    right = f"import sys, venv; sys.exit('%s.%s' % sys.version_info[:2] != '{version}')"
    for candidate in filter(None, candidates):
        # A shim is on the path also where the version behind it is not chosen.
        run = subprocess.run([candidate, "-c", right], capture_output=True, check=False)
        if run.returncode == 0:
            return candidate
    return None


def installed(python: str | Path) -> str:
    """Return the version of Django that a Python has, or nothing."""
    ask = [python, "-c", "import django; print(django.__version__)"]
    return subprocess.run(ask, capture_output=True, text=True, check=False).stdout.strip()


def prepare(line: Line, interpreter_: str) -> Path:
    """Build a line's environment, unless it is there as it is locked; return its Python."""
    python = line.home / "bin" / "python"
    ready = line.home / ".ready"
    locked = line.requirements.read_text()
    if not ready.exists() or ready.read_text() != locked:
        subprocess.run([interpreter_, "-m", "venv", "--clear", line.home], check=True)
        pip = [python, "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
        # bcorm itself is the checkout that the tests are run in.
        subprocess.run([*pip, "--require-hashes", "--requirement", line.requirements], check=True)
        ready.write_text(locked)
    return python


def start(line: Line, python: Path) -> tuple[subprocess.Popen[bytes], Path]:
    """Start the tests of a line; return the process and its log."""
    log = line.home / "tests.log"
    options = ["-q", "-p", "no:cacheprovider", "-k", LEFT_OUT]
    with log.open("wb") as out:
        command = [python, "-m", "pytest", "tests/django", *options]
        process = subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=subprocess.STDOUT)
    return process, log


def main() -> int:
    """Prepare one after the other, run at the same time; return how many lines failed."""
    parser = argparse.ArgumentParser(description="Test the Django admin on every line of Django.")
    parser.add_argument("--strict", action="store_true", help="fail where a Python is missing")
    options = parser.parse_args()
    failed = 0
    runs = []
    for line in LINES:
        if line.has(installed(sys.executable)):
            print(f"{line.requirement}: left to the main test suite")
            continue
        found = next(filter(None, map(interpreter, line.pythons)), None)
        if found is None:
            print(f"NOT TESTED: {line.requirement}: no Python {' or '.join(line.pythons)} here")
            failed += options.strict
            continue
        python = prepare(line, found)
        runs.append((f"Django {installed(python)}", *start(line, python)))
    for name, process, log in runs:
        code = process.wait()
        text = log.read_text(errors="replace").strip()
        print(f"{name}: {text.splitlines()[-1] if text else 'no output'}")
        if code != 0:
            failed += 1
            print(text)
    return failed


if __name__ == "__main__":
    sys.exit(main())
