"""How commands leave: what the streams, the signals and the disk do to them ends in one line."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from decimal import Decimal

import pytest

from bcorm.cli import console
from bcorm.emulator import Emulator

PROGRAM = [sys.executable, "-m", "bcorm"]
HAS_FULL = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="/dev/full is Linux's")  # noqa: PTH110


def started(arguments, **options):
    return subprocess.Popen(
        [*PROGRAM, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        **options,
    )  # fmt: skip


@HAS_FULL
@pytest.mark.parametrize(
    "arguments",
    [
        ["list", "products"],
        ["list", "products", "--format", "csv"],
        ["get", "products", "77", "--format", "json"],
        ["count", "products"],
    ],
)
def test_a_full_disk(store, arguments):
    with open("/dev/full", "w") as full:  # noqa: PTH123
        done = subprocess.run(
            [*PROGRAM, *arguments], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode != 0
    assert "No space left on device" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_closed_stdout(store):
    done = subprocess.run(
        ["/bin/sh", "-c", 'exec "$@" >&-', "sh", *PROGRAM, "list", "products"],
        stderr=subprocess.PIPE, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "the first 50; --limit shows more\n")


def test_a_closed_stdin(tmp_path):
    done = subprocess.run(
        ["/bin/sh", "-c", 'exec "$@" <&-', "sh", *PROGRAM, "profiles", "add", "x"],
        env={**os.environ, "BCORM_CONFIG": str(tmp_path / "stores.ini")},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_a_reader_that_has_seen_enough(store):
    process = started(["list", "products", "--format", "jsonl"])
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    process.wait(30)


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_letters_that_the_locale_does_not_have(store, form):
    store.emulator.put_document("v3/catalog/products", {"id": 77, "name": "Tasse für 日本"})
    done = subprocess.run(
        [*PROGRAM, "list", "products", "id=77", "--fields", "id,name", "--format", form],
        capture_output=True, check=True,
        env={
            **os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0",
            "PYTHONIOENCODING": "ascii",
        },
    )  # fmt: skip
    assert "Tasse für 日本" in done.stdout.decode("utf-8")


@pytest.fixture
def shop(monkeypatch):
    with Emulator() as emulator:
        emulator.generate_products(1_500)
        for name, value in (
            ("STORE_HASH", "left"),
            ("ACCESS_TOKEN", "token"),
            ("API_URL", emulator.url),
        ):
            monkeypatch.setenv(f"BIGCOMMERCE_{name}", value)
        yield emulator


def when(condition, process):
    deadline = time.monotonic() + 60
    while not condition() and time.monotonic() < deadline and process.poll() is None:
        time.sleep(0.002)


@pytest.mark.parametrize("name", ["p.csv", "p.jsonl", "p.parquet"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_export_that_is_stopped_leaves_no_half_of_a_file(shop, tmp_path, name, number):
    process = started(["export", "products", "--to", tmp_path / name])
    when(lambda: len(shop.requests) > 2, process)
    process.send_signal(number)
    _, told = process.communicate(timeout=30)
    assert process.returncode == (1 if number == signal.SIGINT else 128 + number)
    assert b"Traceback" not in told
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_import_that_is_stopped_says_that_it_can_be_finished(shop, tmp_path, run, number):
    path = tmp_path / "products.csv"
    path.write_text("id,price\n" + "".join(f"{key},7.25\n" for key in range(77, 477)))
    process = started(["import", path, "--apply"])
    when(lambda: sum(item.method == "PUT" for item in shop.requests) > 10, process)
    process.send_signal(number)
    _, told = process.communicate(timeout=30)
    assert process.returncode == (1 if number == signal.SIGINT else 128 + number)
    assert b"interrupted: run it again, and it is finished" in told
    assert b"Traceback" not in told
    assert "finished, with" in run("import", path, "--apply").stdout
    stored = {item["id"]: item["price"] for item in shop.documents("v3/catalog/products")}
    assert {Decimal(str(stored[key])) for key in range(77, 477)} == {Decimal("7.25")}
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--db", "garbage.db"], "garbage.db cannot be opened"),
        (["--db", "nowhere/store.db"], "nowhere/store.db cannot be opened"),
        (["--port", "99999"], "99999"),
    ],
)
def test_an_emulator_that_cannot_be_started(run, tmp_path, monkeypatch, arguments, told):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "garbage.db").write_text("no database, but long enough to be taken for one" * 20)
    port = [] if "--port" in arguments else ["--port", "0"]
    result = run("emulator", *arguments, *port, status=2 if "--port" in arguments else 1)
    assert told in result.stderr


# How tables are cut to their room


@pytest.mark.parametrize("width", [10, 20, 40, 50, 80])
def test_a_narrow_terminal_has_fewer_columns_rather_than_none_that_can_be_read(
    monkeypatch, capsys, width
):
    monkeypatch.setattr(console, "_PLAIN_WIDTH", width)
    columns = ["id", "name", "sku", "price", "type", "weight", "date_modified"]
    row = [77, "Field Bath Mat", "FBM-1000", "55.99", "physical", "23.25", "2018-01-09T09:05:04"]
    console.stdout().print(console.table(None, columns, [row]))
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= width
    assert lines[3].split()[0] == "77"
    assert ("…" in lines[1]) == (width < 80)


def test_what_would_move_the_cursor_stays_out_of_tables(capsys):
    console.stdout().print(console.table(None, ["name"], [["one\n\x1b[31mtwo\x07"]]))
    output = capsys.readouterr().out
    assert "one  [31mtwo" in output
    assert "\x1b" not in output


def test_a_long_value_is_wrapped_where_it_matters(capsys):
    long = "word " * 60
    console.stdout().print(console.table(None, ["what", "detail"], [["x", long]], whole={"detail"}))
    assert capsys.readouterr().out.count("word") == 60


def test_no_help_in_a_list_of_commands_is_cut(run, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    for arguments in ([], ["webhooks"], ["profiles"]):
        assert "..." not in run(*arguments, "--help").stdout.split("Commands:")[1]
