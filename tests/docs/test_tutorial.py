"""The tutorial from top to bottom as a person follows it: two terminals, real commands."""

from __future__ import annotations

import codeop
import contextlib
import os
import re
import shlex
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from page_runner import Page
from ports import free_port

ROOT = Path(__file__).parents[2]
TUTORIAL = ROOT / "docs" / "tutorial.md"
PROGRAM = [sys.executable, "-m", "bcorm"]


class Person:
    """Types what the page says, and compares what comes back."""

    def __init__(self, port):
        self.port = str(port)
        self.env = dict(os.environ)
        self.emulator = None
        self.page = Page(TUTORIAL)
        self.typed = []

    def type(self, command, expected):
        command = command.replace("8000", self.port)
        words = shlex.split(command)
        if words[0] == "export":
            name, _, value = words[1].partition("=")
            self.env[name] = os.environ[name] = value
        elif words[:2] == [".venv/bin/bcorm", "emulator"]:
            self.emulator = subprocess.Popen([*PROGRAM, *words[1:]], stdout=subprocess.DEVNULL)
            self.wait()
        elif words[0] == ".venv/bin/bcorm":
            done = subprocess.run(
                [*PROGRAM, *words[1:]], env=self.env, capture_output=True, text=True, check=True
            )
            assert done.stdout.strip() == expected.strip()
        elif words[0] == "make":
            targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
            assert words[1] in targets
        else:
            raise AssertionError(f"nobody can type {command!r}")
        self.typed.append(words[0])

    def wait(self):
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            with contextlib.suppress(OSError):
                socket.create_connection(("127.0.0.1", int(self.port)), timeout=1).close()
                return
            time.sleep(0.05)
        raise TimeoutError("the emulator does not answer")


@pytest.fixture
def person(monkeypatch):
    for name in ("STORE_HASH", "ACCESS_TOKEN", "API_URL"):
        monkeypatch.setenv(f"BIGCOMMERCE_{name}", "")
    person = Person(free_port())
    yield person
    if person.emulator is not None:
        person.emulator.terminate()
        person.emulator.wait(10)


def test_from_clone_to_a_changed_price(person):
    page = person.page
    blocks = page.blocks()
    for position, block in enumerate(blocks):
        if block.language == "console":
            for command, expected in page.commands(block):
                person.type(command, expected)
        elif block.language == "python":
            page.execute(block, blocks[position + 1 :])
    assert {"make", "export", ".venv/bin/bcorm"} <= set(person.typed)
    assert page.namespace["Product"].objects.get(id=77).price == page.namespace["Decimal"]("49.90")


def test_every_block_can_be_pasted_into_an_interactive_python():
    """There, a blank line ends a loop, and nothing else does."""
    for block in Page(TUTORIAL).blocks():
        if block.language != "python":
            continue
        pending = []
        for line in [*block.body.splitlines(), ""]:
            pending.append(line)
            if codeop.compile_command("\n".join(pending)) is not None:
                pending = []
        assert not pending, block.body
