"""Every example of the documentation runs, and prints what its page says."""

from __future__ import annotations

import logging
import re
from pathlib import Path

import pytest
from page_runner import Page
from redis_server import redis_server

ROOT = Path(__file__).parents[2]
GENERATED = {"_build", "generated"}
# Pages whose rows and blocks are run, each by itself, by tests of their own.
ELSEWHERE = {"docs/migrate.md"}
PAGES = [
    page
    for page in map(Page, sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]))
    if not GENERATED & set(page.path.parts)
    and str(page.path.relative_to(ROOT)) not in ELSEWHERE
    and page.blocks()
]


COOKBOOK = ROOT / "docs" / "cookbook"
# How many requests each page of the cookbook takes at most.
COSTS = {
    name: int(cost)
    for name, cost in re.findall(
        r"^\| \[.+\]\((.+)\) \| (\d+) \|$", (COOKBOOK / "index.md").read_text(), re.MULTILINE
    )
}


def name_of(page):
    return str(page.path.relative_to(ROOT))


@pytest.fixture
def surroundings(store, monkeypatch, tmp_path, tmp_path_factory):
    """A store that the environment names, an empty folder, and loggers that are put back."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
    monkeypatch.setenv("BIGCOMMERCE_STORE_HASH", "abc123")
    monkeypatch.setenv("BCORM_CONFIG", str(tmp_path / "stores.ini"))
    monkeypatch.chdir(tmp_path)
    wire = logging.getLogger("bcorm.http")
    handlers, level = list(wire.handlers), wire.level
    yield store
    wire.handlers[:] = handlers
    wire.setLevel(level)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_examples_run(page, surroundings, monkeypatch, tmp_path):
    if "BCORM_REDIS_URL" not in page.path.read_text():
        page.run()
        if page.path.parent == COOKBOOK and page.path.name in COSTS:
            sent = [f"{one.method} {one.path}" for one in surroundings.requests]
            assert len(sent) <= COSTS[page.path.name], sent
        return
    with redis_server(tmp_path) as url:
        monkeypatch.setenv("BCORM_REDIS_URL", url)
        page.run()


def test_the_table_of_the_cookbook_has_every_page():
    pages = {path.name for path in COOKBOOK.glob("*.md")} - {"index.md"}
    assert COSTS.keys() == pages


def test_most_pages_have_examples():
    assert len(PAGES) > 12
    assert sum(len(page.blocks()) for page in PAGES) > 80


def test_what_is_not_run_is_little_and_has_its_reason():
    left_out = [(name_of(page), one) for page in PAGES for one in page.blocks() if one.reason]
    assert all(len(one.reason.split()) >= 3 for _, one in left_out)
    assert len(left_out) <= 14, left_out


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


def test_the_runner_sees_a_wrong_output(surroundings, tmp_path):
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
