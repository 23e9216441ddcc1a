"""Every code line of the two READMEs runs against a store, with the result the text promises.

`LINES` maps each line as it is printed to what is checked. Placeholders (`''`, `...`) are
filled in, line breaks and the READMEs' own missing commas are mended; nothing else is changed.
The first test takes the lines out of the texts and fails for one that is not in the table.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import importlib.metadata
import json
import re
import textwrap
import types

import pytest
from shared import SHARED, needs_shared

import bcorm.compat as bigcommerce
from bcorm.emulator import Emulator

SECRET = "0123456789abcdef" * 4
CREDENTIALS = {"client_id": "client", "store_hash": "abc123", "access_token": "swordfishtoken"}


@pytest.fixture(scope="module")
def empty():
    with Emulator(empty=True) as emulator:
        yield emulator
    emulator.close()


@pytest.fixture
def shop(empty, monkeypatch):
    """A store whose first product has id 1, with options of ids 1, 2 and 3."""
    monkeypatch.setenv("BC_API_ENDPOINT", empty.url)
    monkeypatch.setenv("BC_AUTH_SERVICE", empty.url)
    empty.reset()
    products = "v3/catalog/products"
    first = {"name": "Product 1", "type": "physical", "price": 1, "weight": 1}
    assert empty.put_document(products, first)["id"] == 1
    empty.generate_products(319)
    for name in ("Color", "Size", "Finish"):
        values = [{"label": "A", "sort_order": 0}]
        option = {"display_name": name, "type": "dropdown", "option_values": values}
        empty.put_document(f"{products}/1/options", option)
    return empty


@pytest.fixture
def api(shop):
    return bigcommerce.api.BigcommerceApi(**CREDENTIALS)


@pytest.fixture
def world(shop, api):
    """What a line may use."""
    return types.SimpleNamespace(shop=shop, api=api)


def asked(world):
    """Method and path of the last request, without the API version."""
    last = world.shop.requests[-1]
    return f"{last.method} {last.path.partition('/v2')[2] or last.path.partition('/v3')[2]}"


def check_import(_world):
    namespace = {}
    exec("import bcorm.compat as bigcommerce", namespace)
    bigcommerce = namespace["bigcommerce"]
    for name in ("api", "connection", "exception", "resources", "customer_login_token"):
        assert hasattr(bigcommerce, name)


def check_connect_oauth(world):
    api = bigcommerce.api.BigcommerceApi(**CREDENTIALS)
    assert api.Products.count() == 320
    assert world.shop.requests[-1].path.startswith("/v2/")


def check_connect_v3(world):
    api = bigcommerce.api.BigcommerceApi(**CREDENTIALS, api_path="/stores/{}/v3/{}")
    products = api.Products.all()
    assert world.shop.requests[-1].path == "/v3/catalog/products"
    assert (len(products), products[0].price) == (50, 1)
    assert api.Products.count() == 320


def check_connect_basic(world):
    api = bigcommerce.api.BigcommerceApi(host=world.shop.url, basic_auth=("username", "api token"))
    assert api.Products.get(1).name == "Product 1"
    assert repr(api.connection).endswith("/api/v2/{}")


def check_fetch_token(world):
    api = bigcommerce.api.BigcommerceApi(client_id="client", store_hash="abc123")
    with pytest.raises(bigcommerce.exception.ClientRequestException):
        api.Products.count()
    answer = api.oauth_fetch_token(
        SECRET, "code", "stores/abc123", "store_v2_products", "https://app.example.com/callback"
    )
    assert answer["access_token"]
    assert answer["user"]["email"]
    assert api.Products.count() == 320


def check_verify_payload(_world):
    message = json.dumps({"user": {"id": 9, "email": "a@b.c"}, "context": "stores/abc123"}).encode()
    digest = hmac.new(SECRET.encode(), message, hashlib.sha256).hexdigest().encode()
    payload = f"{base64.b64encode(message).decode()}.{base64.b64encode(digest).decode()}"
    verify = bigcommerce.api.BigcommerceApi.oauth_verify_payload
    assert verify(payload, SECRET)["user"]["email"] == "a@b.c"
    assert verify(payload, "f" * 64) is False


def check_all(world):
    products = world.api.Products.all()
    assert asked(world) == "GET /products"
    assert isinstance(products, list)
    assert len(products) == 50


def check_iterall(world):
    products = world.api.Products.iterall()
    assert iter(products) is products
    assert [product.id for product in products] == list(range(1, 321))
    assert asked(world) == "GET /products"


def check_get(world):
    product = world.api.Products.get(1)
    assert asked(world) == "GET /products/1"
    assert (product.name, product["name"]) == ("Product 1", "Product 1")


def check_create(world):
    world.shop.put_document("v3/catalog/categories", {"name": "Toys", "parent_id": 0})
    product = world.api.Products.create(
        name="New",
        type="physical",
        price="9.50",
        categories=[1],
        availability="available",
        weight=1,
    )
    assert asked(world) == "POST /products"
    assert world.api.Products.get(product.id).price == "9.5000"


def check_update(world):
    world.api.Products.get(1).update(price="199.90")
    assert asked(world) == "PUT /products/1"
    assert world.api.Products.get(1).price == "199.9000"


def check_delete_all(world):
    world.api.Products.delete_all()
    assert asked(world) == "DELETE /products"
    assert not world.api.Products.all()
    assert world.api.Products.count() == 0


def check_delete(world):
    world.api.Products.get(1).delete()
    assert asked(world) == "DELETE /products/1"
    with pytest.raises(bigcommerce.exception.ClientRequestException) as caught:
        world.api.Products.get(1)
    assert caught.value.status_code == 404


def check_count(world):
    assert world.api.Products.count() == 320
    assert asked(world) == "GET /products/count"


def check_options_of(world):
    options = world.api.ProductOptions.get(1)
    assert asked(world) == "GET /products/1/options"
    assert [option.display_name for option in options] == ["Color", "Size", "Finish"]


def check_option(world):
    assert world.api.ProductOptions.get(1, 2).display_name == "Size"
    assert asked(world) == "GET /products/1/options/2"


def check_options_helper(world):
    options = world.api.Products.get(1).options()
    assert asked(world) == "GET /products/1/options"
    assert [option.id for option in options] == [1, 2, 3]


def check_option_helper(world):
    assert world.api.Products.get(1).options(1).display_name == "Color"
    assert asked(world) == "GET /products/1/options/1"


def check_both_options(world):
    check_options_of(world)
    check_option(world)


def check_both_helpers(world):
    check_options_helper(world)
    check_option_helper(world)


def check_option_delete(world):
    world.api.Products.get(1).options(1).delete()
    assert asked(world).startswith("DELETE ")
    assert asked(world).endswith("/products/1/options/1")
    assert [option.id for option in world.api.Products.get(1).options()] == [2, 3]


def people(world):
    for name in ("John", "Jane"):
        world.shop.put_document(
            "v3/customers",
            {"first_name": name, "last_name": "Smith", "email": f"{name}@example.com"},
        )


def check_customer_filter(world):
    people(world)
    customer = world.api.Customers.all(first_name="John", last_name="Smith")[0]
    assert world.shop.requests[-1].query == {"first_name": "John", "last_name": "Smith"}
    assert customer.email.lower() == "john@example.com"


def check_order_filter(world):
    people(world)
    customer = world.api.Customers.all(first_name="Jane")[0]
    place = {
        "first_name": "Jane",
        "last_name": "Smith",
        "street_1": "1 Way",
        "city": "Austin",
        "state": "Texas",
        "zip": "78701",
        "country": "United States",
        "email": "jane@example.com",
    }
    line = {"name": "Thing", "quantity": 1, "price_inc_tax": 5, "price_ex_tax": 5}
    for owner in (customer.id, 0):
        world.api.Orders.create(customer_id=owner, billing_address=place, products=[line])
    orders = world.api.Orders.all(customer_id=customer.id)
    assert world.shop.requests[-1].query == {"customer_id": str(customer.id)}
    assert [order.customer_id for order in orders] == [customer.id]


def check_v3_connection(world):
    client = bigcommerce.connection.OAuthConnection(
        **CREDENTIALS, host=world.shop.url, api_path="/stores/{}/v3/{}"
    )
    answer = client.get("/catalog/products", include_fields="name,sku", limit=5, page=1)
    assert asked(world) == "GET /catalog/products"
    assert world.shop.requests[-1].query == {
        "include_fields": "name,sku",
        "limit": "5",
        "page": "1",
    }
    assert [set(row) for row in answer["data"]] == [{"id", "name", "sku"}] * 5
    assert answer["meta"]["pagination"]["total"] == 320


def graphql(world):
    return bigcommerce.connection.GraphQLConnection(**CREDENTIALS, host=world.shop.url)


def check_graphql(world):
    result = graphql(world).query("""
        query {
          system {
            time
          }
        }
    """)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:]+Z", result["data"]["system"]["time"])


def check_introspection(world):
    schema = graphql(world).introspection_query()
    assert schema["data"]["__schema"]["queryType"] == {"name": "Query"}


def check_rate_limiting(monkeypatch):
    calls = []
    with Emulator(empty=True, quota=4, window_ms=1_000) as emulator:
        monkeypatch.setenv("BC_API_ENDPOINT", emulator.url)
        api = bigcommerce.api.BigcommerceApi(
            **CREDENTIALS,
            rate_limiting_management={
                "min_requests_remaining": 2,
                "wait": True,
                "callback_function": calls.append,
                "callback_args": {"store": "abc123"},
            },
        )
        for _ in range(6):
            api.Products.all()
        assert emulator.quota_log.refused == 0
    emulator.close()
    assert calls
    assert calls[0] == {"store": "abc123"}


def check_rate_limiting_line(world):
    api = bigcommerce.api.BigcommerceApi(
        **CREDENTIALS,
        rate_limiting_management={
            "min_requests_remaining": 2,
            "wait": True,
            "callback_function": None,
        },
    )
    api.Products.all()
    assert api.connection.rate_limit["requests_remaining"] > 2
    assert world.shop.requests[-1].status == 204 or world.shop.requests[-1].status == 200


_API = "api = bigcommerce.api.BigcommerceApi"
_OAUTH = f"{_API}(client_id='', store_hash='', access_token=''"
_CONNECTION = "bigcommerce.connection."
_STORE = "client_id=client_id, store_hash=store_hash, access_token=access_token"
_ONE_LINE = "GET /products/1/options api."  # the older text has two examples on a line
_MANAGEMENT = "rate_limiting_management= {'min_requests_remaining':2,"

LINES = {
    "import bigcommerce": check_import,
    f"{_OAUTH})": check_connect_oauth,
    f"{_OAUTH}, api_path='/stores/{{}}/v3/{{}}'))": check_connect_v3,
    f"{_API}(host='store.mybigcommerce.com', basic_auth=('username', 'api token'))": (
        check_connect_basic
    ),
    "api.oauth_fetch_token(client_secret, code, context, scope, redirect_uri)": check_fetch_token,
    "BigcommerceApi.oauth_verify_payload(signed_payload, client_secret)": check_verify_payload,
    "api.Products.all()": check_all,
    "api.Products.iterall()": check_iterall,
    "api.Products.get(1)": check_get,
    "api.Products.create(name='', type='', ...)": check_create,
    "api.Products.get(1).update(price='199.90')": check_update,
    "api.Products.delete_all()": check_delete_all,
    "api.Products.get(1).delete()": check_delete,
    "api.Products.count()": check_count,
    "api.ProductOptions.get(1)": check_options_of,
    "api.ProductOptions.get(1, 2)": check_option,
    "api.Products.get(1).options()": check_options_helper,
    "api.Products.get(1).options(1)": check_option_helper,
    f"api.ProductOptions.get(1) # {_ONE_LINE}ProductOptions.get(1, 2)": check_both_options,
    f"api.Products.get(1).options() # {_ONE_LINE}Products.get(1).options(1)": check_both_helpers,
    "api.Products.get(1).options(1).delete()": check_option_delete,
    "customer = api.Customers.all(first_name='John', last_name='Smith')[0]": check_customer_filter,
    "orders = api.Orders.all(customer_id=customer.id)": check_order_filter,
    _OAUTH: check_rate_limiting_line,
    _MANAGEMENT: check_rate_limiting_line,
    "'wait':True,": check_rate_limiting_line,
    "'callback_function':None})": check_rate_limiting_line,
    f"v3client = {_CONNECTION}OAuthConnection({_STORE}, api_path='/stores/{{}}/v3/{{}}')": (
        check_v3_connection
    ),
    "v3client.get('/catalog/products', include_fields='name,sku', limit=5, page=1)": (
        check_v3_connection
    ),
    f"gql = bigcommerce.connection.GraphQLConnection( {_STORE} )": check_graphql,
    'time_query_result = gql.query(""" query { system { time } } """)': check_graphql,
    "schema = gql.introspection_query()": check_introspection,
}

_CODE = re.compile(
    r"(import |api\.|api = |customer = |orders = |v3client|gql = |time_|schema = |rate_"
    r"|'\w+':|Bigc\w+\.oauth)"
)


def seed_lines():
    """The code lines of the older README, which came without its markup."""
    for line in (SHARED / "seed_readme.txt").read_text().splitlines():
        code = line.split(" -- ")[0].strip()
        if _CODE.match(code):
            yield without_comment(code)


def official_lines():
    """The statements in the literal blocks of the installed package's README."""
    text = (
        importlib.metadata.metadata("bigcommerce").get_payload()
        or importlib.metadata.metadata("bigcommerce")["Description"]
    )
    yield from re.findall(r"^-  ``((?:api|BigcommerceApi)\.\w+\([^`]*\))``", text, re.MULTILINE)
    for block in re.findall(r"(?:::|code:: python)\n\n((?: {4}.*\n|\n)+)", text):
        yield from statements(textwrap.dedent(block))


def statements(block):
    """Lines, joined where a bracket or a long string stays open; the faulty ones as they are."""
    pending = ""
    for raw in block.splitlines():
        line = without_comment(raw)
        if not line:
            continue
        pending = f"{pending} {line}".strip() if pending else line
        openings = pending.count("(") - pending.count(")")
        if (
            "rate_limiting_management" in pending
            or pending.endswith("access_token=''")
            or (pending.count('"""') % 2 == 0 and openings <= 0)
        ):
            yield pending
            pending = ""


def without_comment(line):
    code, _, comment = line.partition(" # ") if not line.startswith("#") else ("", "", "")
    # Two examples that lost their line break keep what is between them.
    if "api." in comment:
        code = line.rpartition(" # ")[0]
    return re.sub(r"\s+", " ", code).strip()


@needs_shared("seed_readme.txt")
def test_lines__all_of_the_older_readme_are_in_the_table():
    lines = list(seed_lines())
    assert len(lines) >= 22
    assert [line for line in lines if line not in LINES] == []


def test_lines__all_of_the_official_readme_are_in_the_table():
    lines = list(official_lines())
    assert len(lines) >= 22
    assert [line for line in lines if line not in LINES] == []


@pytest.mark.parametrize("line", LINES)
def test_line__does_what_the_text_says(line, world):
    LINES[line](world)


def test_rate_limiting__waits_and_calls_back(monkeypatch):
    check_rate_limiting(monkeypatch)


def test_errors__by_status(world):
    """3xx, 4xx, 429 and 5xx are the exceptions that the text names."""
    from bcorm.emulator import Fault

    e = bigcommerce.exception
    cases = {
        "redirect": e.RedirectionException,
        "429": e.RateLimitingException,
        "500": e.ServerException,
        "503": e.ServerException,
    }
    for kind, expected in cases.items():
        world.shop.faults.clear()
        world.shop.faults.add(Fault(kind=kind, times=1))
        with pytest.raises(expected) as caught:
            world.api.Products.all()
        assert isinstance(caught.value, e.HttpException)
        assert caught.value.status_code == caught.value.response.status_code
        assert caught.value.headers is caught.value.response.headers
        assert caught.value.content == caught.value.response.content
    with pytest.raises(e.ClientRequestException) as caught:
        world.api.Products.get(99999)
    assert caught.value.status_code == 404


def test_todo__subresources_of_many_pages_are_enumerated(world):
    """The README's own to-do: the official client stops after the first page."""
    for number in range(130):
        world.shop.put_document(
            "v3/catalog/products/1/custom-fields", {"name": f"n{number}", "value": "v"}
        )
    fields = world.api.Products.get(1).custom_fields()
    assert [field.name for field in fields] == [f"n{number}" for number in range(130)]
    assert len(world.api.ProductCustomFields.all(1, limit=20)) == 20
    assert len(world.api.ProductCustomFields.all(1, page=2, limit=100)) == 30
    assert [f.name for f in world.api.ProductCustomFields.iterall(1)][:1] == ["n0"]
