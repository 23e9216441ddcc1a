"""Programs of the kinds that people have written, run with the official package and with ours.

Each file of corpus/ is a program: it imports `bigcommerce` and does its work in steps. What a step
gives, raises and sends is compared; `BETTER` names each step that differs, and why that is better.
The official package knows https alone, and the emulator speaks http: the scheme is all that is
changed for it.
"""

from __future__ import annotations

import importlib
import re
import runpy
import subprocess
import sys
from pathlib import Path

import attrs
import pytest
import requests

import bcorm.compat
from bcorm.compat import resources

CORPUS = Path(__file__).parent / "corpus"
EVERY = "every_resource"
AREAS = sorted(path.stem for path in CORPUS.glob("*.py"))
BASE = re.compile("Api(Sub)?Resource$|^Mapping$")
ACCOUNT = {"client_id": "client", "store_hash": "abc123", "access_token": "t" * 31}

# What bcorm.compat does instead: why nobody can be worse off for it, and the steps it is seen in.
BETTER = {
    "an empty answer is false, has nothing in it, and fails as KeyError and as IndexError: a loop"
    " over it ends instead of reading the name of a connection": {
        "app": ["no hooks"],
        "catalog": ["no fields"],
        "content": ["post: past the end", "page: past the end", "redirect: past the end"],
        "customers": ["nobody by index", "no address"],
        "marketing": [
            f"{what}: {form}"
            for what in ("coupons", "banners")
            for form in (
                "the first",
                "the last",
                "truth",
                "len",
                "keys",
                "a loop",
                "a slice",
                "list",
                "extend",
            )
        ],
        "orders": ["in the future", "shipments: each", "taxes: each", "none left"],
    },
    "the connection, and with it the token, is not among an object's fields: they are JSON": {
        "marketing": ["coupons: json", "banners: json"],
    },
    "a field that a method of `dict` hides is kept among the items, where the official client"
    " drops it": {
        "catalog": ["set option"],
        "orders": ["ship", "shipments", "items of a shipment", "a shipment's fields"],
    },
    "the rows behind the first page are read, too; whether there are any takes one more request if"
    " the first page is full": {
        "content": ["states", "states of a page", "one state"],
        "every_resource": ["places"],
    },
    "what was an Exception of any kind says by its class what is wrong": {
        "app": ["incomplete"],
        "customers": ["of nothing"],
    },
}


@attrs.frozen
class Step:
    """What one step gave, or raised, and what it sent."""

    name: str
    outcome: object
    requests: tuple


def plain(value):
    """A result without what names its package: class names, and public items."""
    if isinstance(value, dict):
        items = {name: plain(item) for name, item in value.items() if str(name)[:1] != "_"}
        kind = type(value).__name__
        return items if kind == "dict" else (kind, items)
    if isinstance(value, list | tuple):
        return type(value)(plain(item) for item in value)
    if isinstance(value, type):
        return value.__name__
    return value


def failure(error):
    """An exception as programs see it: what catches it, and what it says."""
    bases = [base.__name__ for base in type(error).__mro__ if base.__module__.endswith("exception")]
    if hasattr(error, "response"):
        return bases, error.status_code, error.content, sorted(error.headers), str(error)
    kinds = KeyError, IndexError, AttributeError, TypeError, ValueError
    return [kind.__name__ for kind in kinds if isinstance(error, kind)] or type(error).__name__


class Runner:
    """Runs a program's steps and notes each."""

    def __init__(self, emulator):
        self._emulator = emulator
        self.steps = []

    def step(self, name, work):
        before = len(self._emulator.requests)
        result = None
        try:
            result = work()
            outcome = "gives", plain(result)
        except Exception as error:  # noqa: BLE001 - whatever a step raises is compared
            outcome = "raises", failure(error)
        sent = self._emulator.requests[before:]
        rows = tuple((r.method, r.path, r.query, r.body, r.status) for r in sent)
        self.steps.append(Step(name, outcome, rows))
        return result


@pytest.fixture
def packages(monkeypatch):
    """Put the official package or ours where `import bigcommerce` looks."""
    own = [name for name in sys.modules if name.partition(".")[0] == "bigcommerce"]
    for name in own:
        monkeypatch.delitem(sys.modules, name)

    def put(which):
        for name in [name for name in sys.modules if name.partition(".")[0] == "bigcommerce"]:
            del sys.modules[name]
        if which == "official":
            importlib.import_module("bigcommerce")
        else:
            bcorm.compat.install()

    yield put
    for name in [name for name in sys.modules if name.partition(".")[0] == "bigcommerce"]:
        del sys.modules[name]


@pytest.fixture
def run(running, packages, monkeypatch):
    send = requests.Session.request

    def over_http(session, method, url, **options):
        return send(
            session, method, url.replace("https://127.0.0.1", "http://127.0.0.1"), **options
        )

    def run(area, which):
        host = running.url.removeprefix("http://")
        with pytest.MonkeyPatch.context() as patch:
            for name in ("BC_API_ENDPOINT", "BC_AUTH_SERVICE"):
                patch.setenv(name, host if which == "official" else running.url)
            if which == "official":
                patch.setattr(requests.Session, "request", over_http)
            # One clock for both runs: dates of what a program creates are part of its results.
            patch.setattr("bcorm.emulator.context.Context.now", property(lambda _: 1_800_000_000))
            running.reset()
            packages(which)
            runner = Runner(running)
            program = runpy.run_path(str(CORPUS / f"{area}.py"))
            program["main"](runner.step, dict(ACCOUNT))
        return runner.steps

    return run


@pytest.mark.parametrize("area", AREAS)
def test_program__gives_raises_and_sends_the_same_or_better(area, run):
    theirs, ours = run(area, "official"), run(area, "ours")
    assert [step.name for step in ours] == [step.name for step in theirs]
    assert area == EVERY or len({step.name for step in ours}) >= 40
    different = {old.name for old, new in zip(theirs, ours, strict=True) if old != new}
    assert different == {name for found in BETTER.values() for name in found.get(area, [])}


def test_every_resource__does_its_part(run):
    """The program names each resource class, and none of its work fails."""
    source = (CORPUS / f"{EVERY}.py").read_text()
    assert source.count("\n") >= 200
    named = {name for name in resources.__all__ if re.search(rf"\bapi\.{name}\b", source)}
    assert named == {name for name in resources.__all__ if not BASE.search(name)}
    assert {step.outcome[0] for step in run(EVERY, "ours")} == {"gives"}


def test_install__needs_no_official_package():
    """A process in which `bigcommerce` is not installed runs the program that needs it."""
    program = """
import sys
sys.modules["bigcommerce"] = None
try:
    import bigcommerce
except ImportError:
    del sys.modules["bigcommerce"]
sys.path = [path for path in sys.path if not path.endswith("-packages")] + sys.path
import bcorm.compat
bcorm.compat.install()
bcorm.compat.install()
import bigcommerce, bigcommerce.connection, bigcommerce.resources.products
from bigcommerce.api import BigcommerceApi
from bigcommerce.exception import *
from bigcommerce.resources.base import ApiResource, Mapping
from bigcommerce.customer_login_token import CustomerLoginTokens
from bigcommerce import customer_login_token
assert bigcommerce is bcorm.compat
assert bigcommerce.resources.products.Products is bcorm.compat.resources.Products
assert customer_login_token is CustomerLoginTokens
assert issubclass(RateLimitingException, ClientRequestException)
"""
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")


def test_install__after_the_official_package_says_so(packages):
    packages("official")
    old = sys.modules["bigcommerce"]
    with pytest.warns(RuntimeWarning, match="before bcorm.compat.install"):
        bcorm.compat.install()
    assert sys.modules["bigcommerce"] is bcorm.compat is not old
    assert sys.modules["bigcommerce.api"] is bcorm.compat.api
