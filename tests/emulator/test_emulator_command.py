"""The command line of the emulator, the same by both of its names."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import requests

ROOT = Path(__file__).parents[2]
COMMANDS = ([sys.executable, "-m", "bcorm.emulator"], [sys.executable, "-m", "bcorm", "emulator"])
HEADERS = {"X-Auth-Token": "token"}


def options_of(command):
    text = subprocess.run([*command, "--help"], check=True, capture_output=True, cwd=ROOT)
    words = text.stdout.decode().replace(",", " ").replace("]", " ").split()
    return {word for word in words if word.startswith("--")} - {"--help"}


def test_both_names_take_the_same_options():
    first, second = map(options_of, COMMANDS)
    assert first == second
    assert {"--products", "--client-secret", "--latency", "--lies", "--now"} <= first


@pytest.fixture(params=COMMANDS, ids=["module", "command"])
def serve(request):
    started = []

    def start(*options):
        process = subprocess.Popen(
            [*request.param, "--port=0", *options],
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
        started.append(process)
        return process.stdout.readline().split()[-1]

    yield start
    for process in started:
        process.send_signal(signal.SIGINT)
        process.wait(20)
        process.stdout.close()


def test_what_the_options_do(serve):
    url = serve(
        "--empty", "--products=30", "--lies=zero-totals", "--latency=1-5", "--not-strict",
        "--now=2024-05-01", "--store-hash=abc123", "--disputed-filters=obey",
    )  # fmt: skip
    path = f"{url}/stores/abc123/v3/catalog/products"
    answer = requests.get(path, params={"limit": 250, "foo": "1"}, headers=HEADERS, timeout=10)
    assert len(answer.json()["data"]) == 30
    assert answer.json()["meta"]["pagination"]["total"] == 0
    answer = requests.get(path, params={"price:min": 10**6}, headers=HEADERS, timeout=10)
    assert answer.json()["data"] == []
    body = {"name": "New", "type": "physical", "weight": 1, "price": 1}
    made = requests.post(path, json=body, headers=HEADERS, timeout=10).json()["data"]
    assert made["date_created"].startswith("2024-05-01T00:00")
    assert requests.get(f"{url}/stores/b/v2/time", headers=HEADERS, timeout=10).status_code == 403


@pytest.mark.parametrize(
    "option",
    [
        "--lies=nonsense",
        "--latency=fast",
        "--latency=5-1",
        "--now=today",
        "--products=0",
        "--disputed-filters=perhaps",
        "--port=x",
    ],
)
@pytest.mark.parametrize("command", COMMANDS, ids=["module", "command"])
def test_an_option_that_makes_no_sense(command, option):
    found = subprocess.run(
        [*command, option], check=False, capture_output=True, text=True, cwd=ROOT, timeout=60
    )
    assert found.returncode == 2
    assert option.split("=")[0] in found.stderr
