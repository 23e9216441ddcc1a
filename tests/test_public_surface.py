"""What `bcorm` exports, and what importing it costs."""

from __future__ import annotations

import re
import subprocess
import sys

import bcorm
from bcorm import http
from tools import stubs


def test_all_is_sorted_and_everything_in_it_exists():
    assert bcorm.__all__ == sorted(bcorm.__all__)
    assert all(getattr(bcorm, name) is not None for name in bcorm.__all__)


def test_unknown_names_are_attribute_errors():
    assert not hasattr(bcorm, "Produkt")


def test_versions_hold_their_own_classes():
    assert bcorm.v3.Product is bcorm.Product
    assert bcorm.v2.Order is bcorm.Order
    assert not hasattr(bcorm.v3, "Order")
    assert not hasattr(bcorm.v2, "Brandy")
    assert {"Product", "Customer"} <= set(dir(bcorm.v3))
    assert {"Order", "Customer"} <= set(dir(bcorm.v2))
    assert "Order" not in dir(bcorm.v3)


def imported(code):
    """The modules that a process has after this code."""
    code = f"import sys; {code}; print(*sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(out.stdout.split())


def test_importing_bcorm_imports_no_resource():
    ours = {name for name in imported("import bcorm") if name.startswith("bcorm.")}
    assert ours == {"bcorm._version", "bcorm.resources"}


def test_a_declaration_and_a_query_import_nothing_that_sends():
    modules = imported("from bcorm import Product; Product.objects.filter(price__lt=20)")
    assert "bcorm.resources.products" in modules
    assert not modules & {"requests", "urllib3", "html", "sqlite3", "jwt", "bcorm.resources.orders"}
    assert not modules & {
        "bcorm.http.client",
        "bcorm.http.transport",
        "bcorm.session",
        "bcorm.auth",
    }


def test_a_session_imports_nothing_of_apps_and_other_edges():
    connected = "bcorm.connect(store_hash='abc', access_token='t').begin()"
    modules = imported(f"import bcorm; {connected}")
    assert "requests" in modules
    assert not modules & {"bcorm.auth", "jwt", "cryptography", "html", "cachetools", "asyncio"}
    assert not modules & {"bcorm.moving", "bcorm.parallel", "bcorm.emulator", "bcorm.compat"}


def test_a_session_that_only_reads_imports_nothing_of_what_commits():
    read = "bcorm.Product.objects.filter(name='Mug').explain()"
    modules = imported(f"import bcorm; bcorm.connect('abc', 't'); {read}")
    assert "bcorm.session.session" in modules
    words = ("committing", "engine", "history", "journal", "kept", "program", "recover", "undo")
    assert not modules & {"sqlite3", "signal", *(f"bcorm.session.{word}" for word in words)}


def test_a_module_of_the_package_is_no_misspelt_name():
    ours = {name for name in imported("from bcorm import lookups") if name.startswith("bcorm.")}
    assert ours == {"bcorm._version", "bcorm.lookups", "bcorm.resources"}


def test_the_wire_names_what_it_has():
    assert {name for name in http.__all__ if not hasattr(http, name)} == set()
    assert {*http.__all__} <= {*dir(http)}
    assert not hasattr(http, "Resposne")


def test_the_stub_of_the_package_names_all_of_it():
    text = stubs.stubs()["__init__.pyi"]
    named = set(re.findall(r"\w+ as (\w+)", text))
    assert named == {*bcorm.__all__}
