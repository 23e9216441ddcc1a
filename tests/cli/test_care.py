"""Looking after a store: webhooks, doctor, profiles, shell, completion."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
import threading
import time
from datetime import datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from bcorm import Webhook
from bcorm.cli import doctor, stores
from bcorm.cli.app import COMMANDS, app
from bcorm.emulator import Emulator

TOKEN = "t0ken-of-mine"


@pytest.fixture
def hooks(store):
    """Three webhooks, two of them asleep."""
    made = []
    for number, active in enumerate([True, False, False]):
        hook = {
            "scope": f"store/order/{number}", "destination": f"https://example.com/{number}",
            "is_active": active,
        }  # fmt: skip
        made.append(store.emulator.put_document("v3/hooks", hook)["id"])
    return made


def test_webhooks(store, run, hooks):
    listed = run("webhooks", "list").stdout
    assert all(str(key) in listed for key in hooks)
    checked = run("webhooks", "check", status=3)
    assert "1 of 3 hooks active" in checked.stderr
    assert "store/order/1" in checked.stdout
    assert "store/order/0" not in checked.stdout
    assert "1 hook switched on" in run("webhooks", "reactivate", hooks[1]).stdout
    assert run("webhooks", "check", status=3).stderr == "2 of 3 hooks active\n"
    run("webhooks", "reactivate", "--all")
    assert run("webhooks", "check").stderr == "3 of 3 hooks active\n"
    assert all(hook.is_active for hook in Webhook.objects.all())


def test_webhooks_that_are_not_there(store, run, hooks):
    assert "no such hook: 9" in run("webhooks", "reactivate", "9", status=1).stderr
    assert "name the hooks" in run("webhooks", "reactivate", status=2).stderr


# doctor


def test_a_healthy_store(store, run):
    output = run("doctor").stdout
    assert "the store takes the token" in output
    assert "trouble" not in output
    for scope, _ in doctor.SCOPES:
        assert scope in output


def test_a_token_that_is_not_taken(run, monkeypatch):
    with Emulator(access_token="the-right-one") as emulator:
        for name, value in (
            ("STORE_HASH", "abc"),
            ("ACCESS_TOKEN", TOKEN),
            ("API_URL", emulator.url),
        ):
            monkeypatch.setenv(f"BIGCOMMERCE_{name}", value)
        output = run("doctor", status=3).stdout
    assert "credentials" in output
    assert "401" in output
    assert TOKEN not in output


def test_a_store_that_cannot_be_reached(run, monkeypatch):
    for name, value in (
        ("STORE_HASH", "abc"),
        ("ACCESS_TOKEN", TOKEN),
        ("API_URL", "http://127.0.0.1:9"),
    ):
        monkeypatch.setenv(f"BIGCOMMERCE_{name}", value)
    monkeypatch.setattr("time.sleep", lambda _seconds: None)
    output = run("doctor", status=3).stdout
    assert "connection" in output
    assert "trouble" in output
    assert "Connection refused" in " ".join(output.split())


class Stingy(BaseHTTPRequestHandler):
    """A store that tells the time to any token, and nothing else."""

    def do_GET(self):
        allowed = self.path.split("?")[0].endswith("/v2/time")
        body = f'{{"time": {int(time.time())}}}'.encode() if allowed else b"{}"
        self.send_response(200 if allowed else 403)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments):
        """Say nothing."""


def test_a_token_without_scopes(run, monkeypatch):
    with ThreadingHTTPServer(("127.0.0.1", 0), Stingy) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,)).start()
        for name, value in (
            ("STORE_HASH", "abc"),
            ("ACCESS_TOKEN", TOKEN),
            ("API_URL", f"http://127.0.0.1:{server.server_port}"),
        ):
            monkeypatch.setenv(f"BIGCOMMERCE_{name}", value)
        output = run("doctor").stdout
        server.shutdown()
    assert output.count("not granted") == len(doctor.SCOPES)
    assert TOKEN not in output


def name_store(emulator, monkeypatch):
    for name, value in (("STORE_HASH", "abc"), ("ACCESS_TOKEN", TOKEN), ("API_URL", emulator.url)):
        monkeypatch.setenv(f"BIGCOMMERCE_{name}", value)


def test_a_clock_that_is_wrong(run, monkeypatch):
    with Emulator(now=datetime.now(timezone.utc) - timedelta(hours=1)) as emulator:
        name_store(emulator, monkeypatch)
        output = run("doctor", status=3).stdout
    # However long it took: the store's clock stands still, and tells whole seconds.
    assert 3_599 <= float(re.search(r"([\d.]+) s ahead of the store's", output)[1]) < 3_900


def test_the_quota(run, monkeypatch):
    with Emulator(quota=150) as emulator:
        name_store(emulator, monkeypatch)
        output = run("doctor").stdout
    assert f"quota {150 - 1 - len(doctor.SCOPES)}/150" in output


# drift


def drifted(run, *options, status=3):
    """Return what `doctor --drift` says, by field."""
    lines = run("doctor", "--drift", *options, status=status).stdout.splitlines()
    found = [re.split(r"\s{2,}", line.strip()) for line in lines]
    return {words[0]: words[-1] for words in found if len(words) == 3 and "." in words[0]}


def put(emulator, path, key, **values):
    """Let a row say what the API does not document."""
    name = emulator._collection(path)[0].collection
    with emulator._store.transaction():
        emulator._store.update(name, key, {**emulator._store.get(name, key).doc, **values})


def test_what_rows_have_that_is_not_declared(store, run):
    before = drifted(run)
    put(
        store.emulator, "v3/catalog/products", 77, ripeness=5, custom_url={"url": "/x", "emoji": []}
    )
    brand = store.emulator.documents("v3/catalog/brands")[0]["id"]
    put(store.emulator, "v3/catalog/brands", brand, sorting=5, page_title=None)
    order = store.emulator.documents("v2/orders")[0]["id"]
    put(store.emulator, "v2/orders", order, items_total="many", refunded_amount="12.50")
    option = store.emulator.documents("v3/catalog/products/77/options")[0]["id"]
    put(store.emulator, "v3/catalog/products/77/options", option, type="hologram")
    found = drifted(run)
    assert {name: found[name] for name in found.keys() - before.keys()} == {
        "Product.ripeness": "not declared: a whole number",
        "Product.custom_url.emoji": "not declared: an empty list",
        "Brand.sorting": "not declared: a whole number",
        "Order.items_total": "has a text, declared a whole number",
        "ProductOption.type": found["ProductOption.type"],
    }
    assert "has 'hologram', declared one of" in found["ProductOption.type"]


def test_drift_is_told_without_what_rows_say(store, run):
    product = store.emulator.documents("v3/catalog/products")[0]["id"]
    put(store.emulator, "v3/catalog/products", product, diary="nobody's business", price="cheap")
    output = run("doctor", "--drift", "--rows", 1, status=3).stdout
    assert "Product.diary" in output
    assert "Product.price" in output
    assert "business" not in output
    assert "cheap" not in output
    assert {request.method for request in store.requests} == {"GET"}


def test_drift_of_a_store_that_grants_little(run, monkeypatch):
    with ThreadingHTTPServer(("127.0.0.1", 0), Stingy) as server:
        threading.Thread(target=server.serve_forever).start()
        for name, value in (
            ("STORE_HASH", "abc"),
            ("ACCESS_TOKEN", TOKEN),
            ("API_URL", f"http://127.0.0.1:{server.server_port}"),
        ):
            monkeypatch.setenv(f"BIGCOMMERCE_{name}", value)
        output = run("doctor", "--drift").stdout
        server.shutdown()
    assert output.count("not granted") > 50
    assert "1 row of 1 resource read; 0 differ" in output


# profiles


@pytest.fixture
def staging(store, run, monkeypatch):
    """A profile of the test's store, and an environment that names none."""
    for name in ("BIGCOMMERCE_STORE_HASH", "BIGCOMMERCE_ACCESS_TOKEN", "BIGCOMMERCE_API_URL"):
        monkeypatch.delenv(name)
    run(
        "profiles",
        "add",
        "staging",
        "--store-hash",
        "abc",
        "--api-url",
        store.url,
        text=f"{TOKEN}\n",
    )
    return "staging"


def test_a_profile_names_the_store(store, run, staging, monkeypatch):
    assert run("count", "products", "--profile", staging).stdout == "220\n"
    monkeypatch.setenv("BCORM_PROFILE", staging)
    assert run("count", "products").stdout == "220\n"


def test_a_profile_is_at_its_own_host(store, run, monkeypatch):
    """A token for BigCommerce is not sent to the emulator that the environment names."""
    run("profiles", "add", "shop", "--store-hash", "abc", text=f"{TOKEN}\n")
    with Emulator(empty=True) as bigcommerce:
        monkeypatch.setattr(stores, "API_URL", bigcommerce.url)
        assert run("count", "products", "--profile", "shop").stdout == "0\n"
        assert "220 differences" in run("diff", "products", "@shop", status=3).stderr
    assert run("count", "products").stdout == "220\n"


def test_tokens_are_hidden_when_typed_and_when_listed(run, staging, tmp_path):
    assert TOKEN in (tmp_path / "stores.ini").read_text()
    added = run("profiles", "add", "two", "--store-hash", "two", text=f"{TOKEN}\n")
    listed = run("profiles", "list")
    assert "staging" in listed.stdout
    assert "two" in listed.stdout
    assert TOKEN not in added.output + listed.output
    run("profiles", "remove", "two")
    assert "two" not in run("profiles", "list").stdout.replace(str(tmp_path), "")
    assert "no profile" in run("profiles", "remove", "two", status=1).stderr


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX")
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644])
def test_a_file_that_others_can_read_is_refused(run, staging, tmp_path, mode):
    path = tmp_path / "stores.ini"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.chmod(mode)
    result = run("count", "products", "--profile", staging, status=1)
    assert "chmod 600" in result.stderr
    assert TOKEN not in result.output


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("[shop]\nstore_hash = abc\n", "section shop: no access_token"),
        ("[shop]\nstore_hash = abc\naccess_token = t\ncolour = red\n", "unknown colour"),
        (f"[shop]\n{TOKEN}\n", "line 2: ParsingError"),
        (f"{TOKEN}\n", "line 1: MissingSectionHeaderError"),
        ("[shop]\nstore_hash = a/b\naccess_token = t\n", "store_hash must be"),
    ],
)
def test_a_file_that_is_not_as_it_should_be(run, tmp_path, content, told):
    path = tmp_path / "stores.ini"
    path.write_text(content)
    path.chmod(0o600)
    result = run("count", "products", "--profile", "shop", status=1)
    assert told in result.stderr
    assert TOKEN not in result.output


def test_the_file_is_no_file(run, tmp_path):
    result = run("profiles", "list", status=1, env={"BCORM_CONFIG": str(tmp_path)})
    assert f"{tmp_path} is no file" in result.stderr


@pytest.mark.parametrize("name", ["", "DEFAULT", "a]b", "a b", "a\nb", "-x", "#x"])
def test_a_name_that_would_spoil_the_file(run, tmp_path, name):
    added = run("profiles", "add", "--store-hash", "a", "--", name, status=2, text="t\n")
    assert "is no name" in added.stderr
    assert not (tmp_path / "stores.ini").exists()


def test_nothing_wrong_gets_into_the_file(run, tmp_path):
    bad = ("profiles", "add", "x", "--store-hash", "a b")
    assert "store_hash must be" in run(*bad, status=1, text="t\n").stderr
    plain = ("--store-hash", "ab", "--api-url", "http://example.com")
    assert "must be https" in run("profiles", "add", "x", *plain, status=1, text="t\n").stderr
    assert not (tmp_path / "stores.ini").exists()


def test_a_token_is_not_taken_from_the_command_line(run, tmp_path):
    added = run("profiles", "add", "x", "--store-hash", "a", "--access-token", TOKEN, status=2)
    assert "is seen by others" in added.stderr
    assert TOKEN not in added.output
    assert not (tmp_path / "stores.ini").exists()


# shell


def test_a_shell_has_everything_at_hand(store, run):
    source = "p = Product.objects.get(id=77); p.price += 1; print(len(plan()), commit(), client)"
    assert run("shell", "-c", source).stdout.startswith("1 1 saved")


def test_a_shell_without_ipython(store, run, monkeypatch):
    monkeypatch.setitem(sys.modules, "IPython", None)
    result = run("shell", text="print(Product.objects.count())\n")
    assert "220" in result.stdout
    assert f"store {store.hash}" in result.output


def test_a_shell_with_ipython(store):
    pytest.importorskip("IPython")
    done = subprocess.run(
        [sys.executable, "-m", "bcorm", "shell"],
        input="print(Product.objects.count() + 1000)\n", capture_output=True, text=True,
        timeout=60, check=True, env={**os.environ, "IPYTHONDIR": "/nonexistent-ipython"},
    )  # fmt: skip
    assert "1220" in done.stdout


# the command line itself


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(run, shell):
    assert "_BCORM_COMPLETE" in run("completion", shell).stdout


def completions(words):
    done = subprocess.run(
        [sys.executable, "-m", "bcorm"], capture_output=True, text=True, check=True,
        env={
            **os.environ, "_BCORM_COMPLETE": "bash_complete", "COMP_WORDS": words,
            "COMP_CWORD": str(len(words.split()) - 1),
        },
    )  # fmt: skip
    return [line.split(",")[-1] for line in done.stdout.split()]


def test_commands_and_resources_complete():
    assert completions("bcorm we") == ["webhooks"]
    assert "product-images" in completions("bcorm list product-i")


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_bash_completes_once_its_completion_is_sourced(tmp_path):
    """As in ~/.bashrc, with a program called bcorm on the path."""
    program = tmp_path / "bcorm"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m bcorm "$@"\n')
    program.chmod(0o755)
    script = (
        'eval "$(bcorm completion bash)"; COMP_WORDS=(bcorm list product-i); COMP_CWORD=2; '
        '_bcorm_completion bcorm product-i list; echo "${COMPREPLY[@]}"'
    )
    done = subprocess.run(
        ["bash", "-c", script], capture_output=True, text=True, check=True,
        env={**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"},
    )  # fmt: skip
    assert done.stdout == "product-images\n"


def test_help_tells_the_exit_statuses(run):
    text = run("--help").stdout
    assert "Exit statuses: 0 done" in text
    for name in ("demo", "export", "doctor"):
        assert name in text


def test_help_is_what_the_commands_say_themselves_and_imports_none_of_them():
    source = (
        "import sys; sys.argv = ['bcorm', '--help']\n"
        "from bcorm.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(sorted(m for m in sys.modules if m in ('rich', 'requests', 'flask', 'pyarrow')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", source], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"
    for name, (_, told) in COMMANDS.items():
        assert app.get_command(None, name).get_short_help_str(80) == told


def test_importing_the_package_needs_nothing_that_is_extra():
    source = (
        "import sys; sys.modules['click'] = None; sys.argv = ['bcorm']\n"
        "from bcorm.cli import main\nmain()"
    )
    done = subprocess.run(
        [sys.executable, "-c", source], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith("bcorm's command line needs click")
