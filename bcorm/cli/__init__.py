"""Floor 5: the command line, one file per command.

`main` is the console script `bcorm`. Click and rich come with `bcorm[cli]`; importing this package
needs neither.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from io import TextIOWrapper

__all__ = ["main"]


def main() -> None:
    """Run the command line of this process, and exit with its status."""
    try:
        from bcorm.cli.app import app  # noqa: PLC0415 - says what is missing instead of failing
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("bcorm"):
            raise
        sys.stderr.write(
            f"bcorm's command line needs {error.name}, which is not installed: "
            "pip install 'bcorm[cli]'\n"
        )
        raise SystemExit(1) from None
    _prepare()
    app(prog_name="bcorm")


def _prepare() -> None:
    """Make the streams and the signals of this process what commands expect.

    Names and descriptions hold any letter: files and pipes get UTF-8, as `bcorm import` reads it,
    and a terminal that lacks a letter a stand-in for it. SIGTERM ends a command as Ctrl-C does, so
    that no half of a file stays behind.
    """
    sys.stdin = _readable(sys.stdin)
    sys.stdout, sys.stderr = _writable(sys.stdout), _writable(sys.stderr)
    signal.signal(signal.SIGTERM, _leave)


def _readable(stream: Any) -> Any:
    return Path(os.devnull).open(encoding="utf-8") if stream is None else stream


def _writable(stream: TextIOWrapper | Any) -> Any:
    if stream is None:  # closed by whoever started the process
        return Path(os.devnull).open("w", encoding="utf-8")
    if stream.isatty():
        stream.reconfigure(errors="replace")
    else:
        stream.reconfigure(encoding="utf-8")
    return stream


def _leave(number: int, _frame: object) -> None:
    raise SystemExit(128 + number)
