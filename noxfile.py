"""Nox sessions: the tests against the installed wheel, under every Python that is present.

    nox                  all versions
    nox -s tests-3.13    one of them
    nox -s tests -- -k demo

What `make check`, `make docs` and `make dist` do needs one version only, and stays with make.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import nox

ROOT = Path(__file__).parent
CLASSIFIER = re.compile(r"Programming Language :: Python :: (3\.\d+)")
# What the tests read besides the package, and no more: the source must not stand in for the wheel.
BESIDE = (
    "tests",
    "docs",
    "tools",
    "examples",
    "benchmarks",
    "changelog.d",
    "requirements",
    "Makefile",
    "pyproject.toml",
)

PYTHONS = CLASSIFIER.findall((ROOT / "setup.cfg").read_text())

nox.options.default_venv_backend = "venv"
nox.options.error_on_missing_interpreters = False
nox.options.sessions = ["tests"]


def _show_pyenv_versions() -> None:
    """Let every interpreter that pyenv has be found by its name."""
    versions = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    if versions.is_dir():
        names = [item.name for item in versions.iterdir() if item.name.startswith("3.")]
        os.environ.setdefault("PYENV_VERSION", ":".join(sorted(names)))


_show_pyenv_versions()


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the tests against the installed wheel, away from its source."""
    dist = Path(session.create_tmp()) / "dist"
    shutil.rmtree(dist, ignore_errors=True)
    session.install("--require-hashes", "--requirement", str(ROOT / "requirements" / "dev.txt"))
    session.run("python", "-m", "build", "--wheel", "--outdir", str(dist), str(ROOT), silent=True)
    (wheel,) = dist.glob("*.whl")
    session.install("--no-deps", str(wheel))

    away = Path(session.create_tmp()) / "checkout"
    shutil.rmtree(away, ignore_errors=True)
    away.mkdir()
    for name in (*BESIDE, *(item.name for item in ROOT.glob("*.md"))):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, away / name)
        elif source.exists():
            shutil.copy(source, away / name)
    session.chdir(away)
    shared = os.environ.get("BCORM_SHARED", str(ROOT.parent / "shared"))
    pytest = ("python", "-m", "pytest", *session.posargs)
    session.run(*pytest, "-n", "auto", "-m", "not alone", env={"BCORM_SHARED": shared})
    # Nothing of these may have been chosen, which is pytest's status 5.
    session.run(*pytest, "-m", "alone", env={"BCORM_SHARED": shared}, success_codes=[0, 5])
