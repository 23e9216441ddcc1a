"""`bcorm migrate check`: each idiom that is planted is found where it is, and nothing else is."""

from __future__ import annotations

import re
from pathlib import Path

import attrs
import pytest
from command_line import CliRunner

import bcorm
import bcorm.compat
from bcorm import v2
from bcorm.cli.app import app
from bcorm.cli.idioms import IDIOMS, RESOURCES
from bcorm.cli.migrate import check, natives

HEAD = "import bigcommerce\nfrom bigcommerce.api import BigcommerceApi\napi = BigcommerceApi()\n"
ROWS = "rows = api.Orders.all(customer_id=7)\n"
ROW = "row = api.Products.get(7)\n"
NATIVE = "Order.objects.filter(customer_id=7)"

# Idiom: code that has it once, on its last line or where a comment says.
PLANTED = {
    "emptiness-by-truth": [
        ROWS + "if rows:\n    pass",
        ROWS + "if not rows:\n    pass",
        ROWS + "while rows:\n    break",
        ROWS + "x = 1 if rows else 2",
        ROWS + "x = rows or []",
        ROWS + "x = bool(rows)",
        ROWS + "assert rows",
        "if api.Orders.all(customer_id=7): pass",
        "if (rows := api.Orders.all(customer_id=7)): pass",
        "class A:\n    def f(self):\n        self.x = api.Orders.all()\n        if self.x: pass",
        "def f():\n    return api.Orders.all(customer_id=7)\nif f(): pass",
        "for order in api.Orders.all(limit=5):\n    if order.products(): pass",
        ROWS + "x = [1 for _ in [1] if rows]",
    ],
    "emptiness-by-length": [
        ROWS + "if len(rows) == 1: pass",
        ROWS + "x = len(rows) > 0",
        "print(len(api.Orders.all(customer_id=7)))",
        "async def f():\n    rows = api.Orders.all()\n    return len(rows)",
    ],
    "emptiness-by-type": [
        ROWS + "if isinstance(rows, list): pass",
        ROWS + "if not isinstance(rows, (list, tuple)): pass",
        ROWS + "x = type(rows) is list",
        "x = type(api.ProductSkus.all(sku='a')) is not list",
        ROWS + "x = isinstance(rows, bigcommerce.resources.Orders)",
    ],
    "emptiness-by-exception": [
        ROWS + "try:\n    x = rows[0]\nexcept KeyError:\n    x = None",
        ROWS + "try:\n    x = rows[0]['id']\nexcept (TypeError, KeyError):\n    x = None",
        ROWS + "try:\n    x = rows.id\nexcept AttributeError:\n    x = None",
        ROWS + "try:\n    x = rows[0]\nexcept:\n    x = None",
        "try:\n    x = api.Customers.all(email='a')[0]\nexcept Exception:\n    x = None",
    ],
    "emptiness-by-comparison": [
        ROWS + "x = rows == []",
        ROWS + "x = rows != {}",
        ROWS + "x = rows is None",
        ROWS + "x = {} == rows",
    ],
    "emptiness-by-attribute": [
        ROWS + "x = hasattr(rows, 'id')",
        ROWS + "x = 'id' in rows",
        ROWS + "x = rows.keys()",
        ROWS + "x = getattr(rows, 'id', None)",
    ],
    "connection-among-fields": [
        ROW + "x = dict(row)\nx.pop('_connection')",
        ROW + "x = {k: v for k, v in row.items() if k != '_connection'}",
        ROW + "del row['_connection']",
        ROW + "x = len(row)",
    ],
    "vars-of-object": [
        "x = [vars(b) for b in api.Brands.all()]",
        ROW + "x = row.__dict__",
        "for b in api.Brands.iterall():\n    print(vars(b))",
    ],
    "pickled-object": [
        ROW + "import pickle\nx = pickle.dumps(row)",
        "import pickle\npickle.dump(api, open('x', 'wb'))",
        "pool = multiprocessing.Pool()\npool.map(print, api.Products.all(limit=5))",
        "import pickle\nx = pickle.dumps(api.connection)",
        "rows = list(api.Orders.iterall())\nprocess_pool.map(print, rows)",
    ],
    "get-of-object": [ROW + "x = row.get('name')", "x = api.Orders.all(limit=1)[0].get('id', 1)"],
    "object-equality": [
        ROW + "x = row == {'id': 7}",
        ROW + "other = api.Products.get(8)\nx = row == other",
    ],
    "boolean-filter": ["x = api.Products.all(is_visible=True)", "api.Products.count(a=False)"],
    "none-filter": ["x = api.Orders.all(customer_id=None)"],
    "list-filter": ["x = api.Products.all(**{'a': 1}, ids=[1, 2])"],
    "recursion-over-pages": [
        "def f(page=1):\n    rows = api.Orders.all(page=page)\n    return f(page + 1)",
        "class A:\n    def f(self, n):\n        api.Orders.all(page=n)\n        self.f(n + 1)",
    ],
    "loop-over-pages": [
        "page = 1\nwhile True:\n    rows = api.Orders.all(page=page, limit=50)\n    page += 1",
        "for page in range(9):\n    rows = api.Orders.all(page=page)",
        "import itertools\nfor n in itertools.count(1):\n    x = api.ProductSkus.all(5, page=n)",
    ],
    "private-name": [
        "api.connection._session.headers['X'] = 'y'",
        "x = api.connection._last_response",
        "class Own(bigcommerce.resources.Orders):\n    def _create_object(cls, row, x=None): pass",
        "x = bigcommerce.connection.OAuthConnection._oauth_headers('a', 'b')",
    ],
    "module-by-name": [
        "from unittest.mock import patch\nwith patch('bigcommerce.api.BigcommerceApi'): pass",
        "import importlib\nx = importlib.import_module('bigcommerce.resources')",
    ],
    "installed-version": ["from importlib.metadata import version\nx = version('bigcommerce')"],
    "redirect-elsewhere": [
        "x = bigcommerce.customer_login_token.create_url(api, 1, 'https://a.example.com/')",
        "x = bigcommerce.customer_login_token.create(api, 1, redirect_url='https://a.example')",
    ],
}

CLEAN = [
    # Of the official client, and as good here as there.
    HEAD
    + """
from bigcommerce.exception import ClientRequestException

def export(writer):
    for order in api.Orders.iterall(status_id=11):
        for line in order.products():
            writer.writerow([order.id, order["status"], line.sku, line["quantity"]])

def rename(key, name):
    try:
        product = api.Products.get(key)
    except ClientRequestException as error:
        if error.status_code == 404:
            return None
        raise
    return product.update(name=name)

total = api.Products.count(brand_id=3)
made = api.Brands.create(name="Acme", is_featured=True)
made.delete()
first = api.Customers.all(email="a@example.com")[0]
stock = {sku.sku: sku.inventory_level for sku in api.ProductSkus.all(5)}
options = api.Products.get(1).options()
settings = {"a": 1}
if settings and len(settings) > 0 and settings.get("a"):
    print(first.email, stock, options[0].id, total)
""",
    # Not of the official client, though it has the same words.
    """
import pickle
from shop import api, rows
orders = Orders.all(page=page)
if rows and len(rows) == 1 and isinstance(rows, list):
    pickle.dumps(rows)
for product in models.Products.objects.all():
    print(vars(product), product.get("name"))
""",
]


def found(source):
    return {finding.idiom for finding in check(source.encode())}


CASES = [(name, code) for name, codes in PLANTED.items() for code in codes]


@pytest.mark.parametrize(("name", "code"), CASES)
def test_idiom__is_found(name, code):
    assert name in found(HEAD + code)


def test_idioms__each_is_planted():
    assert set(PLANTED) | {"import-before-install"} == set(IDIOMS)


@pytest.mark.parametrize("code", CLEAN)
def test_clean_file__has_nothing(code):
    assert check(code.encode()) == []


def test_line__is_that_of_the_idiom():
    code = HEAD + ROWS + "\n\nx = 1\nif isinstance(rows, list):\n    pass\n"
    (finding,) = check(code.encode())
    assert (finding.line, finding.column, finding.code) == (8, 3, "isinstance(rows, list)")
    assert finding.native == f"if {NATIVE}.exists():"


def test_module_that_is_given_an_api__is_read_too():
    assert found("def f(api):\n    if len(api.Orders.all()) == 1: pass\n")
    assert found("class A:\n    def f(self):\n        if self.client.Orders.all(): pass\n")


def test_names__are_those_of_their_function():
    code = HEAD + "def f():\n    rows = api.Orders.all()\ndef g(rows):\n    return rows or 1\n"
    assert check(code.encode()) == []


def test_install__after_an_import():
    late = "import bigcommerce\nimport bcorm.compat\nbcorm.compat.install()\n"
    early = "import bcorm.compat\nbcorm.compat.install()\nimport bigcommerce\n"
    assert found(late) == {"import-before-install"}
    assert found(early) == set()


def test_compat__is_the_official_client_too():
    assert found("import bcorm.compat as bigcommerce\n" + "api = x()\n" + ROWS + "if rows: pass\n")


NATIVES = {
    "api.Products.all()": "Product.objects.all()",
    "api.Products.all(min_price=10, max_id=5, limit=3)": (
        "Product.objects.filter(price__gte=10, id__lte=5)"
    ),
    "list(api.Orders.iterall(status_id=1))": "Order.objects.filter(status_id=1).iterator()",
    "api.Products.get(7)": "session.get(Product, 7)",
    "api.ProductImages.get(7, 8)": "ProductImage.objects.get(product_id=7, id=8)",
    "api.ProductImages.all(7)": "ProductImage.objects.filter(product_id=7)",
    "api.Brands.create(name='A')": "Brand.objects.create(name='A')",
    "api.ProductImages.create(7, image_file='x')": (
        "ProductImage.objects.create(product_id=7, image_file='x')"
    ),
    "api.Products.count(brand_id=3)": "Product.objects.filter(brand_id=3).count()",
    "api.Brands.delete_all()": "Brand.objects.all().delete(everything=True)",
    "v3.Products.all(**{'a': 1})": "Product.objects.all()",
    "Orders.all(connection=c, customer_id=2)": "Order.objects.filter(customer_id=2)",
}


@pytest.mark.parametrize("code", NATIVES)
def test_native__line(code):
    (finding,) = natives((HEAD + code).encode())
    assert finding.native == NATIVES[code]


def fields_and_keys(model):
    """What a query of a class may name: its fields, and the keys of its path."""
    keys = re.findall(r"\{(\w+)\}", model.endpoint.path)
    return {*keys, *(field.name for field in attrs.fields(model))}


def test_natives__are_bcorms():
    """Each resource of the official client has the class that the lines name, with the key."""
    classes = {name for name in bcorm.compat.resources.__all__ if not name.endswith("Resource")}
    assert set(RESOURCES) == classes - {"Mapping"}
    for model, parent in RESOURCES.values():
        if not model:
            continue
        name = model.rpartition(".")[2]
        where = v2 if model.startswith("v2.") else bcorm
        assert issubclass(getattr(where, name), bcorm.Resource)
        assert not parent or parent in fields_and_keys(getattr(where, name)), name


def run(*arguments):
    return CliRunner().invoke(app, ["migrate", "check", *map(str, arguments)])


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.py").write_text(HEAD + ROWS + "if rows: pass\n")
    (tmp_path / "b.py").write_text(CLEAN[0])
    (tmp_path / "notes.txt").write_text("if rows:")
    for name in (".venv", "node_modules"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "c.py").write_text(HEAD + ROWS + "if rows: pass\n")
    return tmp_path


def test_command__tells_file_line_idiom_and_native_line(folder):
    result = run(folder)
    assert result.exit_code == 3
    lines = result.stdout.splitlines()
    assert lines[0] == f"{folder / 'a.py'}:5:1: emptiness-by-truth: if rows:"
    assert lines[1].strip() == IDIOMS["emptiness-by-truth"].says
    assert lines[2].strip() == f"natively: if {NATIVE}.exists():"
    assert result.stderr == "1 thing to look at in 2 files\n"


def test_command__says_nothing_of_a_clean_file(folder):
    result = run(folder / "b.py")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "0 things to look at in 1 file\n"


def test_command__native_lines(folder):
    result = run("--native", folder / "a.py")
    assert result.exit_code == 0
    assert f"{folder / 'a.py'}:4:8: api.Orders.all(customer_id=7)\n    {NATIVE}\n" == result.stdout


@pytest.mark.parametrize("text", [b"print 'two'\n", b"\xff\xfe\n", b"a = (\n", b"a\0b"])
def test_command__file_that_is_no_python(folder, text):
    (folder / "old.py").write_bytes(text)
    result = run(folder)
    assert result.exit_code == 1
    assert re.search(r"old\.py:\d+: cannot be read as Python 3", result.stderr)
    assert "emptiness-by-truth" in result.stdout


def test_command__names_a_path_that_is_not_there(tmp_path):
    result = run(tmp_path / "nope.py")
    assert result.exit_code == 2
    assert "nope.py" in result.stderr


def test_own_code__is_read_without_a_fault():
    """Whatever Python people write, the reading does not fall over it."""
    for path in sorted(Path(bcorm.__file__).parent.rglob("*.py"))[::7]:
        source = path.read_bytes()
        assert (
            check(b"import bigcommerce\n" + source.replace(b"from __future__", b"from os"))
            is not None
        )
