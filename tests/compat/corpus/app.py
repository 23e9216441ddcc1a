"""An app: installation, loading, webhooks, login tokens, and the low level below resources."""

import base64
import hashlib
import hmac
import json
import os

import bigcommerce
import bigcommerce.connection
import jwt
from bigcommerce.api import ApiResourceWrapper, BigcommerceApi
from bigcommerce.connection import Connection, OAuthConnection, log
from bigcommerce.customer_login_token import CustomerLoginTokens
from bigcommerce.exception import (
    ClientRequestException,
    EmptyResponseWarning,
    HttpException,
    RateLimitingException,
    RedirectionException,
    ServerException,
)
from bigcommerce.resources.products import Products

SECRET = "0123456789abcdef" * 4
CLAIMS = {"user": {"id": 9, "email": "a@b.c"}, "context": "stores/abc123", "timestamp": 1.5}


def signed(claims, secret=SECRET):
    message = json.dumps(claims).encode()
    digest = hmac.new(secret.encode(), message, hashlib.sha256).hexdigest().encode()
    return f"{base64.b64encode(message).decode()}.{base64.b64encode(digest).decode()}"


def install_app(step, account):
    api = BigcommerceApi(client_id=account["client_id"], store_hash=account["store_hash"])
    step("before", api.Products.count)
    grant = step(
        "grant",
        lambda: sorted(
            api.oauth_fetch_token(
                SECRET,
                os.urandom(8).hex(),
                "stores/abc123",
                "store_v2_products",
                "https://app.example.com/cb",
            )
        ),
    )
    step("granted", lambda: grant)
    step("after", api.Products.count)
    step("load", lambda: api.oauth_verify_payload(signed(CLAIMS), SECRET))
    step("forged", lambda: BigcommerceApi.oauth_verify_payload(signed(CLAIMS, "f" * 64), SECRET))
    claims = {"aud": "client", "sub": "stores/abc123", "exp": 4_000_000_000}
    token = jwt.encode(claims, SECRET, algorithm="HS256")
    step("load jwt", lambda: api.oauth_verify_payload_jwt(token, SECRET, "client"))
    step("other app", lambda: api.oauth_verify_payload_jwt(token, SECRET, "other"))
    step("forged jwt", lambda: api.oauth_verify_payload_jwt(token, "f" * 64, "client"))
    step(
        "basic has none",
        lambda: BigcommerceApi(host="store.example.com", basic_auth=("u", "p")).oauth_fetch_token(
            1, 2, 3, 4, 5
        ),
    )


def webhooks(step, api):
    hook = step(
        "hook",
        lambda: api.Webhooks.create(
            scope="store/order/created", destination="https://app.example.com/hook", is_active=True
        ),
    )
    step("hooks", lambda: [row.scope for row in api.Webhooks.all()])
    step("pause", lambda: hook.update(is_active=False).is_active)
    event = {"scope": "store/product/updated", "data": {"type": "product", "id": 77}}
    step("react", lambda: api.Products.get(event["data"]["id"]).name)
    step("bad hook", lambda: api.Webhooks.create(scope="x", destination="y"))
    step("unhook", hook.delete)
    step("no hooks", lambda: list(api.Webhooks.all()))


def login(step, api):
    os.environ["APP_CLIENT_SECRET"] = SECRET
    token = step("login", lambda: type(CustomerLoginTokens.create(api, 1)).__name__)
    step("token", lambda: token)
    decoded = jwt.decode(
        CustomerLoginTokens.create(api, 1, "/cart.php", "1.2.3.4", 5, 2),
        SECRET,
        algorithms=["HS256"],
    )
    step("claims", lambda: {k: v for k, v in decoded.items() if k != "jti"})
    step("url", lambda: bigcommerce.customer_login_token.create_url(api, 1).rpartition("/")[0])
    del os.environ["APP_CLIENT_SECRET"]
    step("no secret", lambda: CustomerLoginTokens.create(api, 1))


def low_level(step, connection):
    step("get", lambda: connection.get("brands", limit=2))
    step("get one", lambda: connection.get("brands", 1))
    made = step("create", lambda: connection.create("brands", {"name": "Low"}))
    step("update", lambda: connection.update("brands", made["id"], {"name": "Lower"}))
    step("put", lambda: connection.put(f"/brands/{made['id']}", {"name": "Lowest"}))
    step("post", lambda: connection.post("/brands", {"name": "High"}))
    step(
        "post text",
        lambda: connection.post(
            "brands", json.dumps({"name": "Text"}), headers={"Content-Type": "application/json"}
        ),
    )
    step("request", lambda: connection.make_request("GET", "brands/count"))
    step("below an id", lambda: connection.get("products", "77/images"))
    step("delete", lambda: connection.delete("brands", made["id"]))
    step("empty", lambda: connection.get("brands", name="nobody"))
    step(
        "empty, loudly",
        lambda: connection._handle_response(
            "brands", connection._run_method("GET", "brands", query={"name": "nobody"}), False
        ),
    )
    step("full path", lambda: connection.full_path("x").partition("/stores/")[2])
    step("quota", lambda: sorted(connection.rate_limit))
    step("last", lambda: connection._last_response.status_code)
    step("headers", lambda: (type(connection._session.headers), dict(connection._session.headers)))
    step("header fields", lambda: OAuthConnection._oauth_headers("c", "t"))
    step("timeout", lambda: connection.timeout)
    step("logger", lambda: (log.name, log is bigcommerce.connection.log))
    step("no path", lambda: connection.get("nothing/here"))
    step("special", lambda: connection.get("products", name="a&b=c d", keyword_filter="ä+"))


class Counting(OAuthConnection):
    """A connection that a program made its own."""

    sent = 0

    def _run_method(self, method, url, data=None, query=None, headers=None):
        Counting.sent += 1
        return super()._run_method(method, url, data, query, headers)


class Summaries(Products):
    """A resource that a program made its own."""

    @classmethod
    def _get_all_path(cls):
        return "products?include=@summary"

    def label(self):
        return f"{self.name} ({self.sku})"


def main(step, account):
    api = BigcommerceApi(**account)
    install_app(step, account)
    webhooks(step, api)
    login(step, api)
    low_level(step, api.connection)
    step("incomplete", lambda: BigcommerceApi(client_id="c"))
    step(
        "kinds",
        lambda: (
            isinstance(api.connection, Connection),
            isinstance(api.connection, OAuthConnection),
        ),
    )
    wrapper = ApiResourceWrapper("ApiResource", api)
    step("wrapper", lambda: (wrapper.resource_class.__name__, wrapper.connection is api.connection))
    step("by class", lambda: ApiResourceWrapper(Products, api).get(77).name)
    step("unwrapped", lambda: Products.get(77, api.connection).name)
    own = Counting(
        account["client_id"], account["store_hash"], account["access_token"], host=api.api_service
    )
    step("own connection", lambda: (len(Products.all(own, limit=2)), Counting.sent))
    step("own resource", lambda: [row.label() for row in Summaries.all(api.connection)][:3])
    errors = (
        HttpException,
        ClientRequestException,
        RateLimitingException,
        ServerException,
        RedirectionException,
        EmptyResponseWarning,
    )
    step(
        "tree",
        lambda: [
            [
                b.__name__
                for b in e.__mro__
                if "exception" in b.__module__ and b.__name__ != "BcormError"
            ]
            for e in errors
        ],
    )
