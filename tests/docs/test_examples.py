"""Every example of the documentation runs, and prints what its page says."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from runner import Page

from bcorm.emulator import Emulator

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    [
        *ROOT.glob("*.md"),
        *(path for path in ROOT.glob("docs/**/*.md") if "_build" not in path.parts),
    ]
)


@pytest.fixture
def store(monkeypatch, tmp_path):
    """A store that the environment names, and an empty working directory."""
    with Emulator() as emulator:
        monkeypatch.setenv("BIGCOMMERCE_STORE_HASH", "abc123")
        monkeypatch.setenv("BIGCOMMERCE_ACCESS_TOKEN", "token")
        monkeypatch.setenv("BIGCOMMERCE_API_URL", emulator.url)
        monkeypatch.chdir(tmp_path)
        yield emulator


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_examples_run(path, store):
    Page(path).run()


def test_the_readme_opens_with_a_screen_that_runs_alone():
    """Its first block needs no environment and fits one screen."""
    first = Page(ROOT / "README.md").blocks()[0]
    assert first.language == "python"
    assert first.line < 10
    assert first.body.count("\n") <= 24


def test_the_readme_has_exactly_two_set_up_commands():
    text = (ROOT / "README.md").read_text()
    assert [line.split("#")[0].strip() for line in text.splitlines() if line.startswith("$ ")] == [
        "$ make demo",
        "$ make test",
    ]


def test_the_runner_sees_a_wrong_output(store, tmp_path):
    page = tmp_path / "page.md"
    page.write_text("```python\nprint(1 + 1)\n```\n\n```text\n3\n```\n")
    with pytest.raises(AssertionError, match="but this was printed\n2"):
        Page(page).run()
    page.write_text("```console\n$ bcorm --version\nbcorm, version 0.0\n```\n")
    with pytest.raises(AssertionError, match="but this was printed"):
        Page(page).run()
    page.write_text(
        "<!-- not run: it cannot -->\n```python\n1 / 0\n```\n```python\nprint(3)\n```\n"
    )
    assert Page(page).run() == 1
