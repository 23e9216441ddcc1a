"""The pytest plugin as its users have it: in a pytest run of its own.

One run has the files of all tests: what it takes is to start it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

import bcorm

ROOT = Path(bcorm.__file__).parents[1]
FILES = {}


def in_a_file(source):
    """Have a file of tests in the run whose end a test looks at."""

    def keep(test):
        FILES[test.__name__] = source
        return test

    return keep


class Ran(NamedTuple):
    """What became of the tests of a file, and what was told of them."""

    outcomes: dict[str, int]
    told: str

    def tells(self, *texts):
        return all(text in self.told for text in texts)


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    """Run all files with the plugin; gives what became of each."""
    folder = tmp_path_factory.mktemp("users")
    for name, source in FILES.items():
        (folder / f"{name}.py").write_text(source)
    done = subprocess.run(
        [
            sys.executable, "-m", "pytest", "-p", "bcorm.testing", "-p", "no:cacheprovider",
            "-W", "error", "-v", *[f"{name}.py" for name in FILES],
        ],
        cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False,
        capture_output=True, text=True, timeout=200,
    )  # fmt: skip
    outcomes = {name: Counter() for name in FILES}
    for name, word in re.findall(
        r"^(\w+)\.py::.* (PASSED|FAILED|ERROR) ", done.stdout, re.MULTILINE
    ):
        outcomes[name][word.lower()] += 1
    assert all(outcomes.values()), done.stdout + done.stderr
    return {name: Ran(dict(found), done.stdout) for name, found in outcomes.items()}


@pytest.fixture
def ran(runs, request):
    """What became of the file of a test."""
    return runs[request.function.__name__]


@in_a_file("""
import bcorm
from bcorm import Product

def cheapest():
    bcorm.connect()
    return Product.objects.order_by("price").first()

def test_it(store):
    assert cheapest().price > 0
    assert store.requests[-1].path == "/v3/catalog/products"

def test_the_current_session_is_the_stores(store):
    assert Product.objects.count() == 220
    assert store.session.stats.requests == 1

def test_an_empty_one(empty_store):
    assert Product.objects.count() == 0
""")
def test_code_under_test_reaches_the_store(ran):
    assert ran.outcomes == {"passed": 3}


@in_a_file("""
import os
import pytest
from bcorm import Brand
from bcorm.model.unit_of_work import current_session

@pytest.mark.parametrize("turn", range(3))
def test_it(store, turn):
    assert store.requests == []
    assert not Brand.objects.filter(name="Ours").exists()
    store.fail("500", times=None, path="v3/catalog/products*")
    Brand.objects.create(name="Ours")

def test_nothing_is_left():
    assert current_session.get() is None
    assert "BIGCOMMERCE_API_URL" not in os.environ
""")
def test_no_test_sees_what_another_has_done(ran):
    assert ran.outcomes == {"passed": 4}


@in_a_file("""
from bcorm import Product

def test_right(store, assert_requests):
    with assert_requests(3, reads=2, writes=1) as seen:
        for product in list(Product.objects.all())[:5]:
            product.brand
            product.price += 1
        store.session.commit()
    assert [item.method for item in seen] == ["GET", "GET", "PUT"]

def test_wrong(store, assert_requests):
    with assert_requests(1):
        pass

def test_writes(store, assert_requests):
    with assert_requests(writes=0):
        product = Product.objects.get(id=77)
        product.name = "Other"
        product.save()
""")
def test_requests_are_counted(ran):
    assert ran.outcomes == {"passed": 1, "failed": 2}
    assert ran.tells(
        "0 requests instead of 1:",
        "nothing was sent",
        "1 writes instead of 0:",
        "PUT /v3/catalog/products/77 -> 200",
    )


@in_a_file("""
def test_it(store, assert_requests):
    with assert_requests(5):
        raise KeyError("mine")
""")
def test_an_error_in_the_block_is_not_hidden_by_the_count(ran):
    assert ran.outcomes == {"failed": 1}
    assert ran.tells("KeyError: 'mine'")


@in_a_file("""
from bcorm import Product

def test_reading_survives(store, any_fault):
    assert Product.objects.get(id=77).id == 77
    assert any_fault.struck == 1

def test_one_of_choice(store):
    fault = store.fail("503", method="PUT", times=2)
    product = Product.objects.get(id=77)
    product.name = "Other"
    product.save()
    assert fault.struck == 2
    assert store.session.stats.retries == 2
""")
def test_faults_of_every_kind(ran):
    assert ran.outcomes == {"passed": 12}


@in_a_file("""
import pytest
from bcorm import Product

@pytest.fixture
def store():
    return {"ours": 1}

def test_beside(store, empty_store, any_fault, assert_requests):
    with assert_requests() as seen:
        assert Product.objects.count() == 0
    assert len(seen) >= any_fault.struck == 1

def test_alone(store, assert_requests):
    with assert_requests(0):
        pass
""")
def test_something_else_that_is_called_a_store(ran):
    assert ran.outcomes == {"passed": 11, "failed": 1}
    assert ran.tells("needs the fixture store or empty_store of bcorm")


@in_a_file("""
import unittest
import pytest
from bcorm import Brand, Product

class Shop(unittest.TestCase):
    @pytest.fixture(autouse=True)
    def _shop(self, store, assert_requests):
        self.assert_requests = assert_requests

    def test_reading(self):
        with self.assert_requests(1):
            self.assertEqual(Product.objects.count(), 220)

    def test_writing(self):
        Brand.objects.create(name="Ours")

@pytest.fixture(scope="module")
def anyio_backend():
    return "asyncio"

@pytest.mark.anyio
@pytest.mark.parametrize("turn", range(3))
async def test_coroutines(store, turn):
    assert not Brand.objects.filter(name="Ours").exists()
    Brand.objects.create(name="Ours")
    assert store.session.stats.requests == 2
""")
def test_tests_of_other_kinds(ran):
    assert ran.outcomes == {"passed": 5}


@in_a_file("""
def test_counting(assert_requests):
    with assert_requests(0):
        pass

def test_failing(any_fault):
    pass
""")
def test_fixtures_need_a_store(ran):
    assert ran.outcomes == {"failed": 1, "error": 11}
    assert ran.tells("needs the fixture store or empty_store")


def of_the_page():
    page = (ROOT / "docs/how-to/testing.md").read_text()
    block = page.partition("tests/testing_plugin/test_plugin.py runs it")[2]
    example = block.partition("```python\n")[2].partition("```")[0]
    imports = "import bcorm, pytest\nfrom bcorm import Product\n"
    return f"{imports}from bcorm.http import Bounds, RetryPolicy\n{example}"


@in_a_file(of_the_page())
def test_a_hostile_store_ends_in_an_error_of_ours(ran):
    assert ran.outcomes == {"passed": 4}
