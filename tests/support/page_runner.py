"""Runs the examples of a page, in order and in one namespace, against a local store.

- A `python` block is executed. A `text` block right after it is what it prints.
- A `console` block: its `$ bcorm ...` lines are run; lines below each are what it prints. Other
  commands are for people and are left alone.
- In what is printed, `...` stands for anything.
- `<!-- not run: why -->` before a block leaves it out.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import re
import shlex
import sys
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

from command_line import CliRunner

from bcorm.cli.app import app

_BLOCK = re.compile(
    r"^(?P<before><!-- not run: (?P<why>.+?) -->\n+)?^(?P<fence>`{3,})(?P<language>\w*)[^\n]*\n"
    r"(?P<body>.*?)^(?P=fence)$",
    re.MULTILINE | re.DOTALL,
)
_COMMAND = re.compile(r"^\$ (.*(?:\\\n.*)*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


@dataclass
class Block:
    """A fenced block: what it holds, where it begins, and why it is not run, if it is not."""

    language: str
    body: str
    line: int
    end: int
    reason: str = ""


@dataclass
class Page:
    """A page of the documentation, and what its examples have defined so far."""

    path: Path
    namespace: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Give the page a module of its own, where classes find others that they name."""
        module = ModuleType(f"page_{self.path.stem.replace('-', '_')}")
        sys.modules[module.__name__] = module
        self.namespace = vars(module)

    def blocks(self) -> list[Block]:
        """The page's fenced blocks, in order."""
        text = self.path.read_text(encoding="utf-8")
        found = []
        for match in _BLOCK.finditer(text):
            line = text.count("\n", 0, match.start("body")) + 1
            end = text.count("\n", 0, match.end()) + 1
            found.append(Block(match["language"], match["body"], line, end, match["why"] or ""))
        return found

    def run(self) -> int:
        """Run every example; returns how many there were."""
        blocks = self.blocks()
        count = 0
        for position, block in enumerate(blocks):
            if block.reason:
                continue
            if block.language == "python":
                self.execute(block, blocks[position + 1 :])
                count += 1
            elif block.language == "console":
                count += self._run_commands(block)
        return count

    def execute(self, block: Block, following: list[Block]) -> None:
        """Run a block of Python, and compare what it prints with the block after it."""
        # Blank lines in front keep the line numbers of the page in tracebacks.
        source = "\n" * (block.line - 1) + block.body
        code = compile(source, str(self.path), "exec", dont_inherit=True)
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(code, self.namespace)
        after = following[0] if following else None
        if after and after.language == "text" and after.line - block.end <= 3:
            self._compare(after.body, out.getvalue(), after.line)

    def commands(self, block: Block) -> list[tuple[str, str]]:
        """The commands of a console block, each with what it prints."""
        found = _COMMAND.findall(block.body)
        return [(command.replace("\\\n", " "), expected) for command, expected in found]

    def _run_commands(self, block: Block) -> int:
        count = 0
        for command, expected in self.commands(block):
            words = shlex.split(command, comments=True)
            if not words or Path(words[0]).name != "bcorm" or words[1:2] == ["emulator"]:
                continue
            result = CliRunner().invoke(app, words[1:])
            if result.exception is not None and not isinstance(result.exception, SystemExit):
                raise result.exception
            if expected:
                self._compare(expected, result.output, block.line)
            else:
                assert result.exit_code == 0, f"{self.path.name}: {command}: {result.output}"
            count += 1
        return count

    def _compare(self, expected: str, printed: str, line: int) -> None:
        options = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
        same = doctest.OutputChecker().check_output(expected, printed, options)
        told = f"{self.path.name}:{line}: expected\n{expected}\nbut this was printed\n{printed}"
        assert same, told
