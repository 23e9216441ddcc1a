"""What `bcorm` exports, and what importing it costs."""

from __future__ import annotations

import re
import subprocess
import sys

import bcorm
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


def test_importing_bcorm_imports_no_resource():
    code = "import sys, bcorm; print([m for m in sys.modules if m.startswith('bcorm.resources.')])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


def test_the_stub_of_the_package_names_all_of_it():
    text = stubs.stubs()["__init__.pyi"]
    named = set(re.findall(r"import \w+ as (\w+)", text))
    assert named == {*bcorm.__all__}
