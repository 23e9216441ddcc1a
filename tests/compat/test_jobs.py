"""The usual jobs of the migration guide: both ways give the same, at the cost that it tells."""

from __future__ import annotations

import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import bigcommerce as official
import pytest
import requests
from command_line import CliRunner

import bcorm
from bcorm.cli.app import app

GUIDE = (Path(__file__).parents[2] / "docs" / "migrate.md").read_text()
MEMBERS = ["ada.abbott.1@example.com", "new@club.example.com", "other@club.example.com"]


def section(title):
    return re.search(rf"^## {title}\n(.*?)^## ", GUIDE, re.DOTALL | re.MULTILINE)[1]


def blocks(text, kind="python"):
    return re.findall(rf"^```{kind}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def jobs():
    parts = re.split(r"^### ", section("Ten usual jobs"), flags=re.MULTILINE)[1:]
    return {part.partition("\n")[0]: blocks(part) for part in parts}


def told():
    rows = re.findall(r"^\| (.+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$", GUIDE, re.MULTILINE)
    return {name: tuple(map(int, figures)) for name, *figures in rows}


def length(block):
    return sum(1 for line in block.splitlines() if line.strip())


@pytest.fixture
def cost(emulator, monkeypatch):
    """Run a block against a fresh store; give its result and how many requests it sent."""
    monkeypatch.setenv("BIGCOMMERCE_API_URL", emulator.url)
    send = requests.Session.request

    def over_http(session, method, url, **options):
        url = url.replace("https://127.0.0.1", "http://127.0.0.1")
        return send(session, method, url, **options)

    def cost(block):
        emulator.reset()
        skus = [
            row["sku"] for row in emulator.documents("v3/catalog/variants") if row["option_values"]
        ]
        names = {name: getattr(bcorm, name) for name in bcorm.__all__}
        with pytest.MonkeyPatch.context() as patch:
            # The official client knows https alone.
            patch.setenv("BC_API_ENDPOINT", emulator.url.removeprefix("http://"))
            patch.setattr(requests.Session, "request", over_http)
            names["api"] = official.api.BigcommerceApi(
                client_id="c", store_hash="abc123", access_token="t" * 31
            )
            with bcorm.connect("abc123", "t" * 31) as session:
                names |= {
                    "session": session,
                    "Decimal": Decimal,
                    "feed": {sku: number for number, sku in enumerate(skus[:10], 3)},
                    "members": MEMBERS,
                }
                exec(compile(block, "migrate.md", "exec"), names)
        return names["result"], len(emulator.requests)

    return cost


def test_jobs__are_ten():
    assert len(jobs()) == 10
    assert set(told()) == set(jobs())
    # The others are install() and the program that is checked.
    assert len(blocks(GUIDE)) == 2 + sum(len(both) for both in jobs().values())


def test_install__as_the_guide_begins():
    (first,) = blocks(section("First, one line"))
    program = first + "import bigcommerce.api\nassert bigcommerce is bcorm.compat\n"
    ran = subprocess.run([sys.executable, "-W", "error", "-c", program], check=False)
    assert ran.returncode == 0


@pytest.mark.parametrize("name", jobs())
def test_job__costs_what_the_guide_tells(name, cost):
    old, new = jobs()[name]
    (theirs, theirs_sent), (ours, ours_sent) = cost(old), cost(new)
    assert theirs
    assert sorted(ours) == sorted(theirs)
    assert told()[name] == (theirs_sent, ours_sent, length(old), length(new))
    assert ours_sent <= theirs_sent


def test_check__says_what_the_guide_prints(tmp_path, monkeypatch):
    text = section("Then, what to look at")
    (program,), (console,) = blocks(text), blocks(text, "console")
    (tmp_path / "report.py").write_text(program)
    monkeypatch.chdir(tmp_path)
    command, _, printed = console.partition("\n")
    result = CliRunner().invoke(app, command.removeprefix("$ bcorm ").split())
    assert result.output == printed
