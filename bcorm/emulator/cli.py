"""`python -m bcorm.emulator` and `bcorm emulator`: serve a store until interrupted."""

from __future__ import annotations

import argparse
import signal
import sqlite3
import sys
import threading
from collections.abc import Callable
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from bcorm.emulator.context import Disputed
from bcorm.emulator.latency import Latency
from bcorm.emulator.lies import LIES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bcorm.emulator.server import Emulator


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port < 2**16:
        raise argparse.ArgumentTypeError(f"{port} is not between 0 and 65535")
    return port


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{number} is less than 1")
    return number


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no ISO 8601 date") from None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=timezone.utc)


def _latency(text: str) -> tuple[float, float]:
    try:
        latency = Latency.read(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return latency.low, latency.high


def _lies(text: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in text.split(",") if name.strip())
    unknown = sorted({*names} - {*LIES, "all"})
    if unknown:
        raise argparse.ArgumentTypeError(f"no such lies: {', '.join(unknown)}")
    return names


def _disputed(text: str) -> str:
    kinds = get_args(Disputed)
    if text not in kinds:
        raise argparse.ArgumentTypeError(f"{text!r} is none of {', '.join(kinds)}")
    return text


class Option(NamedTuple):
    """One option: its flag, what it says about itself, and how its text is read.

    Without `read` it is a switch. `argument` is the argument of `Emulator` that it is, and
    empty for what is done after the start.
    """

    flag: str
    help: str
    argument: str = ""
    read: Callable[[str], Any] | None = None
    default: Any = None
    metavar: str = ""


OPTIONS = (
    Option("--port", "0 takes a free one (8000)", "port", _port, 8000, "PORT"),
    Option("--db", "keep the store in a SQLite file", "db", str, None, "FILE"),
    Option("--empty", "start without the sample shop", "empty"),
    Option("--products", "add N simple products", "", _positive, None, "N"),
    Option("--seed", "which sample shop (1)", "seed", int, 1, "N"),
    Option("--now", "what the store takes for the present moment", "now", _moment, None, "DATE"),
    Option("--quota", "requests per window; no limit", "quota", _positive, None, "N"),
    Option("--window", "length of a window (30000)", "window_ms", _positive, 30_000, "MS"),
    Option("--latency", "wait before each answer: 200, or 50-400", "latency_ms", _latency, 0, "MS"),
    Option(
        "--lies",
        f"get wrong what live stores do, a list or all: {', '.join(LIES)}",
        "lies",
        _lies,
        (),
        "NAMES",
    ),
    Option("--not-strict", "let unknown query parameters of V3 pass, with a warning"),
    Option(
        "--disputed-filters",
        "refuse, ignore or obey filters that only a guide shows, price:min (refuse)",
        "disputed_filters",
        _disputed,
        "refuse",
        "KIND",
    ),
    Option("--store-hash", "serve only this store; any", "store_hash", str, None, "HASH"),
    Option("--access-token", "take only this token; any", "access_token", str, None, "TOKEN"),
    Option(
        "--client-secret",
        "sign webhooks and what apps are opened with by this secret",
        "client_secret",
        str,
        None,
        "SECRET",
    ),
)


def parser() -> argparse.ArgumentParser:
    """The command line."""
    parser = argparse.ArgumentParser(
        prog="python -m bcorm.emulator",
        description="Serve a local BigCommerce store that speaks the real HTTP API.",
    )
    for option in OPTIONS:
        if option.read is None:
            parser.add_argument(option.flag, action="store_true", help=option.help)
        else:
            parser.add_argument(
                option.flag,
                type=option.read,
                default=option.default,
                metavar=option.metavar,
                help=option.help,
            )
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Serve until SIGINT or SIGTERM; the exit status."""
    options = parser().parse_args(argv)
    done = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: done.set())
    try:
        emulator = _started(options)
    except OSError as error:
        # A file of the store has a name; an address that is taken has none.
        failed = (
            f"the emulator cannot start: {error}"
            if error.filename is None
            else f"{options.db} cannot be opened: {error.strerror}"
        )
        sys.stderr.write(f"Error: {failed}\n")
        return 1
    except sqlite3.Error as error:
        sys.stderr.write(f"Error: {options.db} cannot be opened: {error}\n")
        return 1
    store = options.store_hash or "any store hash"
    sys.stdout.write(
        f"Serving a BigCommerce store on {emulator.url}\n"
        f"  BIGCOMMERCE_API_URL={emulator.url}\n"
        f"  paths: {emulator.url}/stores/{{hash}}/v3/...  ({store})\n"
        f"  apps:  {emulator.url}/_emulator/apps\n"
        "Stop with Ctrl-C.\n"
    )
    sys.stdout.flush()
    done.wait()
    emulator.close()
    return 0


def _started(options: argparse.Namespace) -> Emulator:
    from bcorm.emulator import Emulator  # noqa: PLC0415 - no help needs a server

    given = vars(options)
    arguments = {
        option.argument: given[option.flag[2:].replace("-", "_")]
        for option in OPTIONS
        if option.argument
    }
    emulator = Emulator(**arguments, strict=not options.not_strict)
    if options.products:
        emulator.generate_products(options.products)
    return emulator.start()
