"""``python -m bcorm.emulator``: serve a store until interrupted."""

from __future__ import annotations

import argparse
import signal
import sqlite3
import sys
import threading
from typing import TYPE_CHECKING

from bcorm.emulator.server import Emulator

if TYPE_CHECKING:
    from collections.abc import Sequence


def parser() -> argparse.ArgumentParser:
    """The command line."""
    parser = argparse.ArgumentParser(
        prog="python -m bcorm.emulator",
        description="Serve a local BigCommerce store that speaks the real HTTP API.",
    )
    parser.add_argument("--port", type=_port, default=8000, help="0 takes a free one (8000)")
    parser.add_argument("--db", metavar="FILE", help="keep the store in a SQLite file")
    parser.add_argument("--empty", action="store_true", help="start without the sample shop")
    parser.add_argument("--quota", type=int, metavar="N", help="requests per window; no limit")
    parser.add_argument(
        "--window", type=int, default=30_000, metavar="MS", help="length of a window (30000)"
    )
    parser.add_argument("--seed", type=int, default=1, help="which sample shop (1)")
    parser.add_argument("--store-hash", metavar="H", help="serve only this store; any")
    parser.add_argument("--access-token", metavar="T", help="take only this token; any")
    return parser


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port < 2**16:
        raise argparse.ArgumentTypeError(f"{port} is not between 0 and 65535")
    return port


def main(argv: Sequence[str] | None = None) -> int:
    """Serve until SIGINT or SIGTERM; the exit status."""
    options = parser().parse_args(argv)
    done = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: done.set())
    try:
        emulator = _started(options)
    except OSError as error:
        sys.stderr.write(f"Error: the emulator cannot start: {error}\n")
        return 1
    except sqlite3.Error as error:
        sys.stderr.write(f"Error: {options.db} cannot be opened: {error}\n")
        return 1
    store = options.store_hash or "any store hash"
    sys.stdout.write(
        f"Serving a BigCommerce store on {emulator.url}\n"
        f"  BIGCOMMERCE_API_URL={emulator.url}\n"
        f"  paths: {emulator.url}/stores/{{hash}}/v3/...  ({store})\n"
        "Stop with Ctrl-C.\n"
    )
    sys.stdout.flush()
    done.wait()
    emulator.close()
    return 0


def _started(options: argparse.Namespace) -> Emulator:
    return Emulator(
        options.port,
        options.db,
        empty=options.empty,
        quota=options.quota,
        window_ms=options.window,
        seed=options.seed,
        store_hash=options.store_hash,
        access_token=options.access_token,
    ).start()
