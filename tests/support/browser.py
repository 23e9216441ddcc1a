"""Debian's Chromium without a screen, and the programs that it visits, each in its own process."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-extensions",
]  # fmt: skip


@contextmanager
def running(command, address, log, **environment):
    """Run a Python program, from the time that it answers at an address to the block's end."""
    ours = ("BIGCOMMERCE", "DJANGO")
    clean = {name: text for name, text in os.environ.items() if not name.startswith(ours)}
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, *command],
            env={**clean, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", **environment},
            stdout=output,
            stderr=output,
            cwd=log.parent,
        )
        try:
            _wait_for(address, process, log)
            yield
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait_for(address, process, log):
    ends = time.monotonic() + 60
    while time.monotonic() < ends and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"it does not start:\n{log.read_text()}")
