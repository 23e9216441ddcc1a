"""README: its blocks pasted into one interpreter, one after the other, and its figures."""

from __future__ import annotations

import code
import contextlib
import io
import re
from pathlib import Path

import pytest
from command_line import CliRunner
from page_runner import Page

from bcorm.cli.app import app
from tools import picture

README = Path(__file__).parents[2] / "README.md"


@pytest.fixture
def nowhere(monkeypatch, tmp_path):
    """No store in the environment, as on a new machine."""
    for name in ("STORE_HASH", "ACCESS_TOKEN", "API_URL"):
        monkeypatch.delenv(f"BIGCOMMERCE_{name}", raising=False)
    monkeypatch.setenv("BCORM_CONFIG", str(tmp_path / "stores.ini"))
    monkeypatch.chdir(tmp_path)


def test_each_block_runs_when_it_is_pasted_after_the_one_before(nowhere):
    page = Page(README)
    console, blocks = code.InteractiveConsole(), page.blocks()
    for block, after in zip(blocks, [*blocks[1:], None], strict=True):
        if block.language != "python":
            continue
        out, errors = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(errors):
            for line in (*block.body.splitlines(), ""):
                console.push(line)
        assert not errors.getvalue(), f"README.md:{block.line}\n{errors.getvalue()}"
        if after is not None and after.language == "text":
            page._compare(after.body, out.getvalue(), after.line)


def test_the_picture_and_the_figures_are_the_tours_own(nowhere):
    printed = CliRunner().invoke(app, ["demo"]).output
    lines = picture.table(printed)
    assert picture.PICTURE.read_text() == picture.draw(lines), "run: python -m tools.picture"
    used, naive = map(int, lines[-1].split()[1:])
    assert re.search(
        rf"takes {used} requests, where one per object\s+would be {naive:,}:", README.read_text()
    )
