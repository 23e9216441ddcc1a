"""Progress: on a terminal only, with rate and quota."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import threading

import pytest

from bcorm.emulator import Emulator


@pytest.fixture
def shop():
    with Emulator(quota=1_000) as emulator:
        yield {
            **os.environ, "BIGCOMMERCE_STORE_HASH": "bar", "BIGCOMMERCE_ACCESS_TOKEN": "t",
            "BIGCOMMERCE_API_URL": emulator.url, "COLUMNS": "160", "TERM": "xterm",
        }  # fmt: skip


def on_a_terminal(arguments, env):
    """What a command writes to its stderr when that is a terminal."""
    ours, theirs = pty.openpty()
    seen = []

    def read():
        while True:
            try:
                part = os.read(ours, 65_536)
            except OSError:  # how Linux says that the other side is closed
                return
            if not part:
                return
            seen.append(part)

    reader = threading.Thread(target=read)
    reader.start()
    subprocess.run(
        [sys.executable, "-m", "bcorm", *map(str, arguments)],
        stderr=theirs, stdout=subprocess.PIPE, env=env, check=True, timeout=60,
    )  # fmt: skip
    os.close(theirs)
    reader.join(10)
    os.close(ours)
    return b"".join(seen).decode()


def test_long_work_shows_how_far_it_is(shop, tmp_path):
    path = tmp_path / "products.csv"
    told = on_a_terminal(["export", "products", "--to", path, "--fields", "id,price"], shop)
    assert "220/220" in told
    assert "/s" in told
    assert "quota 99" in told
    path.write_text("id,price\n" + "".join(f"{key},1\n" for key in range(77, 297)))
    told = on_a_terminal(["import", path, "--apply"], shop)
    assert "22/22" in told
    assert "writing" in told


def test_a_pipe_gets_nothing_of_it(shop, tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "bcorm", "export", "products", "--to", tmp_path / "products.csv"],
        capture_output=True, text=True, env=shop, check=True,
    )  # fmt: skip
    assert done.stdout == ""
    counted, left = done.stderr.splitlines()
    assert counted == f"220 products -> {tmp_path / 'products.csv'}"
    assert left.startswith("not in it: images, videos, custom fields, ")
