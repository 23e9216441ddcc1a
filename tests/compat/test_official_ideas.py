"""The ideas of the official package's own tests, in words of ours: each holds for both packages.

Stand-ins are what these tests are made of: a MagicMock for a connection or an answer, a patched
method, a replaced session. A program's own tests are made of the same.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from unittest.mock import MagicMock, patch

import bigcommerce as official
import jwt
import pytest

import bcorm.compat

HOST = "store.example.com"
SECRET = "0123456789abcdef" * 4
BODY = {"name": "Shirt"}


@pytest.fixture(params=[official, bcorm.compat], ids=["official", "ours"])
def package(request):
    return request.param


@pytest.fixture
def resources(package):
    return package.resources


@pytest.fixture
def basic(package):
    connection = package.connection.Connection(HOST, ("user", "abcdef"))
    connection._session.request = MagicMock()
    return connection


@pytest.fixture
def oauth(package):
    return package.connection.OAuthConnection("abc123", store_hash="xyz")


@pytest.fixture
def answers():
    """Make a stand-in for a connection that gives each of some answers."""

    def make(*rows):
        connection = MagicMock()
        connection.make_request.side_effect = rows
        return connection

    return make


def response(status=200, body=None, **headers):
    found = MagicMock()
    found.status_code = status
    found.headers = {"Content-Type": "application/json", **headers}
    found.content = json.dumps(BODY if body is None else body)
    found.json.return_value = json.loads(found.content)
    return found


def test_api__basic(package):
    api = package.api.BigcommerceApi(host=HOST, basic_auth=("admin", "abcdef"))
    assert isinstance(api.connection, package.connection.Connection)
    assert not isinstance(api.connection, package.connection.OAuthConnection)


def test_api__oauth(package):
    api = package.api.BigcommerceApi(client_id="1", store_hash="abc", access_token="123abc")
    assert isinstance(api.connection, package.connection.OAuthConnection)


def test_api__incomplete(package):
    with pytest.raises(Exception, match="store_hash"):
        package.api.BigcommerceApi(client_id="123", basic_auth=("admin", "token"))


def test_api__makes_its_connection(package):
    with patch.object(package.connection, "OAuthConnection") as made:
        api = package.api.BigcommerceApi(client_id="1", store_hash="abc", access_token="123abc")
    assert api.connection is made.return_value
    made.assert_called_once_with(
        "1", "abc", "123abc", "api.bigcommerce.com", rate_limiting_management=None
    )
    with patch.object(package.connection, "Connection") as made:
        package.api.BigcommerceApi(host=HOST, basic_auth=("admin", "abcdef"))
    made.assert_called_once_with(HOST, ("admin", "abcdef"))


def test_connection__of_a_replaced_session(package):
    """A test that puts a stand-in where `requests.Session` is sends nothing."""
    with patch("requests.Session") as session:
        session.return_value.request.return_value = response()
        connection = package.connection.OAuthConnection("abc", "xyz", "a-token")
        assert connection.get("time") == BODY
    sent = session.return_value.request
    url = "https://api.bigcommerce.com/stores/xyz/v2/time"
    sent.assert_called_once_with("GET", url, data=None, timeout=7.0, headers={})
    assert connection._session.headers["X-Auth-Token"] == "a-token"


def test_wrapper__by_name(package):
    api = MagicMock()
    wrapper = package.api.ApiResourceWrapper("ApiResource", api)
    assert wrapper.connection is api.connection
    assert wrapper.resource_class is package.resources.ApiResource


def test_wrapper__by_class(package):
    wrapper = package.api.ApiResourceWrapper(package.api.ApiResource, MagicMock())
    assert wrapper.resource_class is package.resources.ApiResource


def test_wrapper__passes_the_connection(package):
    api = MagicMock()
    with patch.object(package.resources.ApiResource, "get") as get:
        get.return_value = {"id": 1}
        assert package.api.ApiResourceWrapper("ApiResource", api).get(1) == {"id": 1}
    get.assert_called_once_with(1, connection=api.connection)


def test_wrapper__finds_a_class(package):
    found = package.api.ApiResourceWrapper.str_to_class("ApiResource")
    assert found is package.api.ApiResource


def test_connection__keeps_the_account(package):
    connection = package.connection.Connection(HOST, ("user", "abcdef"))
    assert connection._session.auth == ("user", "abcdef")


def test_connection__path(basic):
    assert basic.full_path("time") == f"https://{HOST}/api/v2/time"


def sent(connection):
    return connection._session.request


def test_run_method__nothing(basic):
    basic._run_method("GET", "")
    sent(basic).assert_called_once_with(
        "GET", f"https://{HOST}/api/v2/", data=None, timeout=7.0, headers={}
    )


def test_run_method__a_path(basic):
    for path in ("time", "/time", f"https://{HOST}/api/v2/time"):
        basic._run_method("GET", path)
        sent(basic).assert_called_with(
            "GET", f"https://{HOST}/api/v2/time", data=None, timeout=7.0, headers={}
        )


def test_run_method__elsewhere(basic):
    basic._run_method("GET", "http://elsewhere.example.com/x")
    sent(basic).assert_called_once_with(
        "GET", "http://elsewhere.example.com/x", data=None, timeout=7.0, headers={}
    )


def test_run_method__a_query(basic):
    basic._run_method("GET", "/time", query={"a": "b", "c": "d e,f", "id:in": 1})
    url = f"https://{HOST}/api/v2/time?a=b&c=d+e%2Cf&id%3Ain=1"
    sent(basic).assert_called_once_with("GET", url, data=None, timeout=7.0, headers={})


def test_run_method__json(basic):
    body = {"name": "Shirt", "sizes": [1, 2.5, None, True], "é": "ü"}
    basic._run_method("PUT", "time", body)
    sent(basic).assert_called_once_with(
        "PUT",
        f"https://{HOST}/api/v2/time",
        data=json.dumps(body),
        timeout=7.0,
        headers={"Content-Type": "application/json"},
    )


def test_run_method__json_with_headers(basic):
    basic._run_method("POST", "time", BODY, headers={"X-Name": "v"})
    assert sent(basic).call_args.kwargs["headers"] == {
        "X-Name": "v",
        "Content-Type": "application/json",
    }
    assert sent(basic).call_args.kwargs["data"] == json.dumps(BODY)


def test_run_method__a_form(basic):
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    basic._run_method("POST", "time", BODY, headers=headers)
    assert sent(basic).call_args.kwargs["headers"] == headers
    assert sent(basic).call_args.kwargs["data"] == BODY


def test_handle_response__success(basic):
    found = response()
    assert basic._handle_response("products/1", found) == BODY
    assert basic._last_response is found


def refusal(package, basic, status, kind, **options):
    with pytest.raises(getattr(package.exception, kind)) as caught:
        basic._handle_response("products/1", response(status), **options)
    error = caught.value
    assert isinstance(error, package.exception.HttpException)
    assert error.status_code == error.response.status_code == status
    assert error.headers == {"Content-Type": "application/json"}
    assert error.content == json.dumps(BODY)
    assert "products/1" in str(error)


def test_handle_response__server(package, basic):
    refusal(package, basic, 500, "ServerException")


def test_handle_response__client(package, basic):
    refusal(package, basic, 404, "ClientRequestException")


def test_handle_response__redirect(package, basic):
    refusal(package, basic, 301, "RedirectionException")


def test_handle_response__empty(package, basic):
    refusal(package, basic, 204, "EmptyResponseWarning", suppress_empty=False)
    assert basic._handle_response("products/1", response(204)) == {}


def test_handle_response__quota_used_up(package, basic):
    headers = {"X-Rate-Limit-Time-Reset-Ms": "7000"}
    with pytest.raises(package.exception.RateLimitingException) as caught:
        basic._handle_response("products/1", response(429, **headers))
    assert caught.value.retry_after == "7000"


def test_oauth__path(oauth):
    assert oauth.full_path("time") == "https://api.bigcommerce.com/stores/xyz/v2/time"


def test_oauth__another_host(package):
    connection = package.connection.OAuthConnection("abc", store_hash="xyz", host="api.example.com")
    assert connection.full_path("time") == "https://api.example.com/stores/xyz/v2/time"


def signed(claims, secret):
    text = json.dumps(claims).encode()
    digest = hmac.new(secret.encode(), text, hashlib.sha256).hexdigest().encode()
    return f"{base64.b64encode(text).decode()}.{base64.b64encode(digest).decode()}"


def test_oauth__payload(oauth):
    claims = {"user": {"id": 72}, "context": "stores/xyz", "timestamp": 1.5}
    assert oauth.verify_payload(signed(claims, SECRET), SECRET) == claims
    assert oauth.verify_payload(signed(claims, "f" * 64), SECRET) is False


def test_oauth__payload_jwt(oauth):
    claims = {"aud": "abc123", "sub": "stores/xyz", "iss": "bc", "exp": 4_000_000_000}
    token = jwt.encode(claims, SECRET, algorithm="HS256")
    assert oauth.verify_payload_jwt(token, SECRET, "abc123") == claims


def test_oauth__fetch_token(oauth):
    oauth.post = MagicMock(return_value={"access_token": "12345abcdef"})
    given = oauth.fetch_token("client-secret", "a-code", "stores/xyz", "scope", "https://x.example")
    assert given == {"access_token": "12345abcdef"}
    assert isinstance(oauth._session.headers, dict)
    assert oauth._session.headers == {
        "X-Auth-Client": "abc123",
        "X-Auth-Token": "12345abcdef",
        "Accept": "application/json",
        "Accept-Encoding": "gzip",
    }
    oauth.post.assert_called_once_with(
        "https://login.bigcommerce.com/oauth2/token",
        {
            "client_id": "abc123",
            "client_secret": "client-secret",
            "code": "a-code",
            "context": "stores/xyz",
            "scope": "scope",
            "grant_type": "authorization_code",
            "redirect_uri": "https://x.example",
        },
        headers={"Content-Type": "application/x-www-form-urlencoded"},
    )


def test_oauth__quota(oauth):
    headers = {
        "X-Rate-Limit-Time-Reset-Ms": "300",
        "X-Rate-Limit-Time-Window-Ms": "5000",
        "X-Rate-Limit-Requests-Left": "6",
        "X-Rate-Limit-Requests-Quota": "25",
    }
    assert oauth._handle_response("time", response(**headers)) == BODY
    assert oauth.rate_limit == {
        "ms_until_reset": 300,
        "window_size_ms": 5000,
        "requests_remaining": 6,
        "requests_quota": 25,
    }


def test_oauth__quota_is_waited_for(package):
    called = MagicMock()
    management = {
        "min_requests_remaining": 10,
        "wait": True,
        "callback_function": called,
        "callback_args": {"a": 1},
    }
    connection = package.connection.OAuthConnection(
        "abc", store_hash="xyz", rate_limiting_management=management
    )
    headers = {
        "X-Rate-Limit-Time-Reset-Ms": "2300",
        "X-Rate-Limit-Time-Window-Ms": "5000",
        "X-Rate-Limit-Requests-Left": "6",
        "X-Rate-Limit-Requests-Quota": "25",
    }
    with patch.object(package.connection, "sleep") as sleep:
        connection._handle_response("time", response(**headers))
    sleep.assert_called_once_with(3)
    called.assert_called_once_with({"a": 1})


def test_mapping__methods_are_not_overwritten(resources):
    row = resources.Mapping({"id": 1, "__str__": "never", "name": "A"})
    assert (row.id, row["name"]) == (1, "A")
    assert callable(row.__str__)


def test_create_object__many_and_one(resources):
    many = resources.ApiResource._create_object([{"id": 1}, {"id": 2}], MagicMock())
    assert [type(row) for row in many] == [resources.ApiResource] * 2
    assert resources.ApiResource._create_object({"id": 1}, MagicMock()).id == 1


def called_with(connection, *arguments):
    connection.make_request.assert_called_once_with(*arguments)


def test_get(resources, answers):
    connection = answers({"id": 1})
    order = resources.Orders.get(1, connection)
    assert isinstance(order, resources.Orders)
    called_with(connection, "GET", "orders/1", None, {}, None)


def test_sub_get(resources, answers):
    connection = answers({"id": 2, "order_id": 1})
    coupon = resources.OrderCoupons.get(1, 2, connection)
    assert coupon.parent_id() == 1
    called_with(connection, "GET", "orders/1/coupons/2", None, {}, None)


def test_create(resources, answers):
    connection = answers({"id": 1, "name": "A"})
    assert resources.OptionSets.create(connection, name="A").id == 1
    called_with(connection, "POST", "option_sets", {"name": "A"}, None, None)


def test_sub_create(resources, answers):
    connection = answers({"id": 1})
    assert resources.ProductImages.create(7, connection, image_file="x").id == 1
    called_with(connection, "POST", "products/7/images", {"image_file": "x"}, None, None)


def test_all(resources, answers):
    connection = answers([{"id": 1}, {"id": 2}])
    assert len(resources.Orders.all(connection, limit=2)) == 2
    called_with(connection, "GET", "orders", None, {"limit": 2}, None)


def test_iterall(resources, answers):
    """Pages of any length, until one is empty."""
    connection = answers([{"id": 1}, {"id": 2}], [{"id": 3}], {})
    assert [order.id for order in resources.Orders.iterall(connection)] == [1, 2, 3]
    assert connection.make_request.call_count == 3


def test_iterall__one_page(resources, answers):
    connection = answers([{"id": 1}])
    assert [order.id for order in resources.Orders.iterall(connection, limit=1)] == [1]
    called_with(connection, "GET", "orders", None, {"limit": 1}, None)


def test_sub_all(resources, answers):
    connection = answers([{"id": 1}, {"id": 2}])
    assert len(resources.OrderCoupons.all(1, connection)) == 2
    called_with(connection, "GET", "orders/1/coupons", None, {}, None)


def test_sub_all__of_the_store(resources, answers):
    connection = answers([{"id": 1}])
    assert len(resources.ProductSkus.all(connection=connection, sku="foo")) == 1
    called_with(connection, "GET", "products/skus", None, {"sku": "foo"}, None)


def test_update(resources, answers):
    connection = answers({"id": 1, "name": "new"})
    product = resources.Products({"id": 1}, _connection=connection)
    assert product.update(name="new").name == "new"
    assert "name" not in product
    called_with(connection, "PUT", "products/1", {"name": "new"}, None, None)


def test_sub_update(resources, answers):
    connection = answers({"id": 1, "order_id": 2})
    shipment = resources.OrderShipments({"id": 1, "order_id": 2}, _connection=connection)
    assert shipment.update(tracking_number="1").id == 1
    called_with(connection, "PUT", "orders/2/shipments/1", {"tracking_number": "1"}, None, None)


def test_delete(resources, answers):
    connection = answers({})
    assert resources.Categories({"id": 1}, _connection=connection).delete() == {}
    called_with(connection, "DELETE", "categories/1", None, None, None)


def test_delete__of_a_connection_that_is_a_field(resources):
    with patch.object(resources.DeleteableApiResource, "_make_request") as request:
        request.return_value = {}
        for connection in (None, "connection"):
            one = resources.Categories({"id": "1", "_connection": connection})
            assert one._delete_path() == "categories/1"
            assert one.delete() == {}
            request.assert_called_with("DELETE", "categories/1", connection)


def test_sub_delete(resources, answers):
    connection = answers({})
    one = resources.OptionValues({"id": 3, "option_id": 2}, _connection=connection)
    assert one.delete() == {}
    called_with(connection, "DELETE", "options/2/values/3", None, None, None)


def test_delete_all(resources, answers):
    connection = answers({})
    assert resources.Products.delete_all(connection) == {}
    called_with(connection, "DELETE", "products", None, None, None)


def test_sub_delete_all(resources, answers):
    connection = answers({})
    assert resources.ProductImages.delete_all(7, connection) == {}
    called_with(connection, "DELETE", "products/7/images", None, None, None)


def test_count(resources, answers):
    connection = answers({"count": 2})
    assert resources.Products.count(connection, is_visible=True) == 2
    called_with(connection, "GET", "products/count", None, {"is_visible": True}, None)


def test_sub_count(resources, answers):
    connection = answers({"count": 2})
    assert resources.ProductSkus.count(1, connection=connection) == 2
    called_with(connection, "GET", "products/1/skus/count", None, {}, None)


def test_sub_count__of_the_store(resources, answers):
    connection = answers({"count": 2})
    assert resources.ProductSkus.count(connection=connection, is_visible=True) == 2
    called_with(connection, "GET", "products/skus/count", None, {"is_visible": True}, None)


def test_sub_count__without_a_path(resources):
    with pytest.raises(NotImplementedError):
        resources.CountryStates.count(connection=MagicMock())


def test_helpers(resources, answers):
    connection = answers([{"id": 1}], {"id": 2})
    product = resources.Products({"id": 7, "images": {"url": "x"}}, _connection=connection)
    assert product.images()[0].id == 1
    assert product.images(2).id == 2
    paths = [call.args[1] for call in connection.make_request.call_args_list]
    assert paths == ["products/7/images", "products/7/images/2"]


@pytest.mark.parametrize("double", [MagicMock, lambda: MagicMock(api_path="/stores/{}/v2/{}")])
def test_stand_ins__may_be_of_any_kind(resources, double):
    connection = double()
    assert resources.Products.count(connection) is (
        connection.make_request.return_value.__getitem__.return_value
    )
    assert resources.Products.get(1, connection) == list(connection.make_request.return_value)
