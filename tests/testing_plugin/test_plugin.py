"""The pytest plugin as its users have it: in a pytest run of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

import bcorm

pytest_plugins = ["pytester"]


@pytest.fixture
def run(pytester, monkeypatch):
    """Run a test file with the plugin, and say how many tests passed and failed."""
    monkeypatch.setenv("PYTHONPATH", str(Path(bcorm.__file__).parents[1]))

    def run(source, **outcomes):
        pytester.makepyfile(source)
        result = pytester.runpytest_subprocess(
            "-p", "bcorm.testing", "-p", "no:cacheprovider", "-W", "error"
        )
        result.assert_outcomes(**outcomes)
        return result

    return run


def test_code_under_test_reaches_the_store(run):
    run(
        """
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
        """,
        passed=3,
    )


def test_no_test_sees_what_another_has_done(run):
    run(
        """
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
        """,
        passed=4,
    )


def test_requests_are_counted(run):
    result = run(
        """
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
        """,
        passed=1,
        failed=2,
    )
    result.stdout.fnmatch_lines_random(
        [
            "*0 requests instead of 1:",
            "*nothing was sent",
            "*1 writes instead of 0:",
            "*PUT /v3/catalog/products/77 -> 200",
        ]
    )


def test_an_error_in_the_block_is_not_hidden_by_the_count(run):
    result = run(
        """
        def test_it(store, assert_requests):
            with assert_requests(5):
                raise KeyError("mine")
        """,
        failed=1,
    )
    result.stdout.fnmatch_lines(["*KeyError: 'mine'"])


def test_faults_of_every_kind(run):
    run(
        """
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
        """,
        passed=12,
    )


def test_something_else_that_is_called_a_store(run):
    result = run(
        """
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
        """,
        passed=11,
        failed=1,
    )
    result.stdout.fnmatch_lines(["*needs the fixture store or empty_store of bcorm"])


def test_tests_of_other_kinds(run):
    run(
        """
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
        """,
        passed=5,
    )


def test_fixtures_need_a_store(run):
    result = run(
        """
        def test_counting(assert_requests):
            with assert_requests(0):
                pass

        def test_failing(any_fault):
            pass
        """,
        failed=1,
        errors=11,
    )
    result.stdout.fnmatch_lines(["*needs the fixture store or empty_store*"])


def test_a_hostile_store_ends_in_an_error_of_ours(run):
    page = Path(bcorm.__file__).parents[1] / "docs/how-to/testing.md"
    block = page.read_text().partition("tests/testing_plugin/test_plugin.py runs it")[2]
    example = block.partition("```python\n")[2].partition("```")[0]
    imports = "import bcorm, pytest\nfrom bcorm import Product\n"
    imports += "from bcorm.http import Bounds, RetryPolicy\n"
    run(imports + example, passed=4)
