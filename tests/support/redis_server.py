"""A real Redis on a free port of this machine; what needs one says so where there is none."""

from __future__ import annotations

import contextlib
import shutil
import socket
import subprocess
import time
from typing import TYPE_CHECKING

import pytest
from ports import free_port

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

INSTALLED = shutil.which("redis-server") is not None
MISSING = "what processes share through Redis: install redis-server (Debian: redis-server)"

needs_redis = pytest.mark.skipif(not INSTALLED, reason=MISSING)


class RedisServer:
    """A server that keeps nothing; `stop` it and `start` it again on the same port."""

    def __init__(self, folder):
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self._folder = folder
        self.start()

    def start(self):
        self._process = subprocess.Popen(
            ["redis-server", "--port", str(self.port), "--bind", "127.0.0.1", "--save", "",
             "--dir", str(self._folder), "--logfile", str(self._folder / "log")],
        )  # fmt: skip
        ends = time.monotonic() + 10
        while not self._answers():
            assert time.monotonic() < ends, (self._folder / "log").read_text()
            time.sleep(0.02)

    def _answers(self):
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def stop(self):
        self._process.kill()
        self._process.wait()


@contextlib.contextmanager
def redis_server(folder: Path) -> Iterator[str]:
    """A server for the length of a block, whose value is its URL; skips where there is none."""
    if not INSTALLED:
        pytest.skip(MISSING)
    server = RedisServer(folder)
    try:
        yield server.url
    finally:
        server.stop()
