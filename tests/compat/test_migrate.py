"""The migration guide: each row of its tables runs, old line and new line."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import re
import sys
import time
from decimal import Decimal
from pathlib import Path

import pytest

import bcorm
import bcorm.compat
from bcorm.auth import (
    App,
    CustomerLogin,
    verify_signed_payload,
    verify_signed_payload_jwt,
)
from bcorm.compat.introspection import INTROSPECTION_QUERY
from bcorm.emulator import Emulator
from bcorm.emulator.apps import launch_payload

GUIDE = Path(__file__).parents[2] / "docs" / "migrate.md"
SECRET = "0123456789abcdef" * 4


def sections():
    """The tables of code: section name to its rows."""
    found = {}
    for part in re.split(r"^## ", GUIDE.read_text(), flags=re.MULTILINE)[1:]:
        title = part.partition("\n")[0]
        rows = re.findall(r"^\| `(.+)` \| `(.+)` \|$", part, re.MULTILINE)
        if rows:
            found[title] = rows
    return found


SECTIONS = {name: rows for name, rows in sections().items() if "differently" not in name}


def signed_payload():
    claims = {
        "user": {"id": 9, "email": "a@b.c"},
        "owner": {"id": 9, "email": "a@b.c"},
        "context": "stores/abc123",
        "timestamp": time.time(),
    }
    message = json.dumps(claims).encode()
    digest = hmac.new(SECRET.encode(), message, hashlib.sha256).hexdigest().encode()
    return f"{base64.b64encode(message).decode()}.{base64.b64encode(digest).decode()}"


@pytest.fixture(scope="module")
def empty():
    with Emulator(empty=True) as emulator:
        yield emulator
    emulator.close()


@pytest.fixture
def names(empty, monkeypatch):
    """What the guide's lines may use, beside a store that has what they name."""
    for name in (
        "BC_API_ENDPOINT",
        "BC_AUTH_SERVICE",
        "BIGCOMMERCE_API_URL",
        "BIGCOMMERCE_AUTH_URL",
    ):
        monkeypatch.setenv(name, empty.url)
    monkeypatch.setenv("APP_CLIENT_SECRET", SECRET)
    monkeypatch.setitem(sys.modules, "bigcommerce", bcorm.compat)
    empty.reset()
    stock(empty)
    names = {
        "bcorm": bcorm,
        "bigcommerce": bcorm.compat,
        **{name: getattr(bcorm, name) for name in ("Product", "Customer", "Order")},
        "App": App,
        "CustomerLogin": CustomerLogin,
        "Decimal": Decimal,
        "INTROSPECTION_QUERY": INTROSPECTION_QUERY,
        "verify_signed_payload": verify_signed_payload,
        "verify_signed_payload_jwt": verify_signed_payload_jwt,
        "client_id": "client",
        "client_secret": SECRET,
        "store_hash": "abc123",
        "access_token": "swordfishtoken",
        "host": empty.url,
        "username": "user",
        "token": "swordfishtoken",
        "code": "code-1",
        "code2": "code-2",
        "context": "stores/abc123",
        "scope": "store_v2_products",
        "redirect_uri": "https://app.example.com/auth",
        "signed_payload": signed_payload(),
        "signed_payload_jwt": launch_payload("client", SECRET, store_hash="abc123"),
        "store_url": empty.url,
    }
    names["api"] = bcorm.compat.api.BigcommerceApi(
        client_id="client", store_hash="abc123", access_token="swordfishtoken"
    )
    names["session"] = bcorm.connect("abc123", "swordfishtoken")
    return names


def stock(emulator):
    products = "v3/catalog/products"
    emulator.put_document("v3/catalog/categories", {"name": "Toys", "parent_id": 0})
    for name in ("Acorn", "Birch"):
        emulator.put_document("v3/catalog/brands", {"name": name})
    for number in range(1, 61):
        emulator.put_document(
            products,
            {"name": f"Product {number}", "type": "physical", "price": number, "weight": 1},
        )
    for name in ("Color", "Size"):
        values = [{"label": "A", "sort_order": 0}]
        option = {"display_name": name, "type": "dropdown", "option_values": values}
        emulator.put_document(f"{products}/1/options", option)
    emulator.put_document(
        "v3/customers", {"first_name": "John", "last_name": "Smith", "email": "j@example.com"}
    )


def run(line, names):
    """Run a line; give the value of an expression, or of the one name it sets."""
    try:
        code = compile(line, str(GUIDE), "eval")
    except SyntaxError:
        exec(compile(line, str(GUIDE), "exec"), names)
        match = re.match(r"(\w+) = ", line)
        return names[match[1]] if match else None
    return eval(code, names)


def test_guide__covers_each_section_of_the_readme():
    """README sections: connecting, objects, subresources, filters, errors, low level, V3, GraphQL,
    rate limits, and the OAuth helpers."""
    assert list(SECTIONS) == [
        "Connecting",
        "Accessing objects",
        "Subresources",
        "Filters",
        "Error handling",
        "The low level API",
        "V3 endpoints",
        "GraphQL Admin",
        "Rate limits",
        "Apps",
    ]
    assert sum(len(rows) for rows in SECTIONS.values()) >= 40


@pytest.mark.parametrize("section", SECTIONS)
def test_section__each_row_runs(section, names):
    for old, new in SECTIONS[section]:
        before, after = run(old, names), run(new, names)
        if isinstance(before, list):
            assert isinstance(after, list), (old, new)
            assert len(before) == len(after), (old, new)
        elif isinstance(before, int):
            assert before == after, (old, new)
        elif isinstance(before, type):
            assert issubclass(after, bcorm.BcormError), new
            assert issubclass(before, bcorm.BcormError), old


def test_rows__change_what_they_say(empty, names):
    products = "v3/catalog/products"
    for old, new in SECTIONS["Accessing objects"][:5]:
        run(old, names)
        run(new, names)
    assert {document["name"] for document in empty.documents(products)} >= {"Mug", "Cup"}
    assert next(iter(empty.documents(products)))["price"] == 199.9
    for old, new in SECTIONS["Accessing objects"][5:]:
        run(old, names)
        run(new, names)
    assert empty.documents(products) == []
