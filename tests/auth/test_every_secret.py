"""For every public callable that takes a secret: no failure of any kind shows it, anywhere.

The callables are found by the names and the types of their parameters. One that is new has to be
given a way of calling it here, or a reason why what it takes is no secret.
"""

from __future__ import annotations

import http.client
import importlib
import inspect
import logging
import os
import sys
import time
import warnings
from functools import partial
from pathlib import Path

import click
import jwt
import pytest
from click.testing import CliRunner
from shown import assert_unseen, check, shown

import bcorm
import bcorm.compat as official
from bcorm.auth import (
    App,
    AuthorizeCallback,
    CustomerLogin,
    Hook,
    HookKeeper,
    SqliteTokenStore,
    StoreGrant,
    WebhookReceiver,
    exchange_code,
    process_payment,
    revoke_storefront_token,
    sign_webhook,
    verify_current_customer,
    verify_signed_payload,
    verify_signed_payload_jwt,
    verify_webhook,
)
from bcorm.auth.sealing import Sealer
from bcorm.cli.app import COMMANDS, app
from bcorm.http import (
    ApiClient,
    BasicCredentials,
    Bounds,
    OAuthCredentials,
    RequestsTransport,
    RetryPolicy,
    Secret,
    credentials,
)
from bcorm.http import shared as redis_shared
from bcorm.http.credentials import sounds_secret
from bcorm.http.governor import StoreGovernor

SECRET = "s3cr3t-7f3a9c51e8-Zq-0123456789-abcdef"
TOKEN = "0ther-91d2b7-distinct"
SOON = Bounds(max_seconds=0.1, max_wait=0)
TIMEOUT = 0.2
# How long a session waits that has to come as far as its second request, on any machine.
PATIENT = Bounds(max_seconds=20, max_wait=0)
CLOSED = "http://127.0.0.1:9"
MODULES = [
    "bcorm", "bcorm.http", "bcorm.http.shared", "bcorm.auth", "bcorm.auth.sealing", "bcorm.session",
    "bcorm.compat.api", "bcorm.compat.connection", "bcorm.compat.customer_login_token",
    "bcorm.testing", "bcorm.parallel",
]  # fmt: skip
# What carries a password, or more, under a name that does not say so.
CARRIERS = {"proxies", "payment", "redis", "api_url", "payments_url", "host", "environ"}
# Their parameters of these names are none.
NO_SECRETS = {
    "App.tokens": "a store of grants",
    "field.secret": "a flag",
    "readonly.secret": "a flag",
    "WebhookReceiver.masked.headers": "what comes of it is tested with the delivery",
    "verify_webhook.headers": "a signature, which proves no more than this delivery",
    "verify_current_customer.token": "it comes from a browser, and is spent in 15 minutes",
    "verify_signed_payload_jwt.token": "it comes from a browser, and opens nothing twice",
    "GraphQLConnection": "as OAuthConnection, whose methods it has",
    "ApiClient.request.headers": "a field that is a secret is given as one",
    "Client.request.headers": "as ApiClient",
    "ApiClient.credentials": "credentials are tested by themselves",
    "Client.credentials": "as ApiClient",
    "RequestsTransport.credentials": "as ApiClient",
    "Connection.make_request.headers": "as ApiClient",
    "Connection.post.headers": "as ApiClient",
    "OAuthConnection.make_request.headers": "as ApiClient",
    "OAuthConnection.post.headers": "as ApiClient",
    "ApiError.headers": "of an answer, and cleared before",
    "Answer.headers": "of an answer in success: the application gets them as they came",
    "Request.headers": "shown in no repr; what is sent with them is cleared from errors",
    "Response.headers": "of an answer in success, as they came",
    "Secret.text": "the type itself",
    "$ emulator --access-token": "of tests: any text is one",
    "$ emulator --client-secret": "of tests: any text is one",
    "OAuthCredentials.base_url.api_url": "tested with the clients",
    "BasicCredentials.base_url.api_url": "tested with the clients",
}


def functions(module):
    """What a module offers to be called, by its name there; classes by their methods."""
    found = importlib.import_module(module)
    own = [name for name, value in vars(found).items() if getattr(value, "__module__", 0) == module]
    for name in getattr(found, "__all__", None) or [name for name in own if name[0] != "_"]:
        value = getattr(found, name)
        if inspect.isfunction(value):
            yield name, value
        elif inspect.isclass(value) and value.__module__.startswith("bcorm"):
            for method in ("__init__", *(each for each in dir(value) if each[0] != "_")):
                member = inspect.getattr_static(value, method)
                member = getattr(member, "__func__", member)
                if inspect.isfunction(member):
                    yield name if method == "__init__" else f"{name}.{method}", member


def takes_secret(parameter):
    return (
        sounds_secret(parameter.name)
        or parameter.name in CARRIERS
        or "Secret" in str(parameter.annotation)
    )


def found_secrets():
    for module in MODULES:
        for name, function in functions(module):
            for parameter in inspect.signature(function).parameters.values():
                if takes_secret(parameter):
                    yield f"{name}.{parameter.name}"
    for command, (where, _) in COMMANDS.items():
        module, _, member = where.partition(":")
        pending = [(command, getattr(importlib.import_module(module), member or "command"))]
        while pending:
            words, one = pending.pop()
            if isinstance(one, click.Group):
                pending += [(f"{words} {name}", below) for name, below in one.commands.items()]
            for option in one.params:
                if any(sounds_secret(each) for each in (option.name, *option.opts)):
                    yield f"$ {words} {option.opts[0]}"


def client(url, **options):
    options = {"retry": RetryPolicy.never(), "bounds": SOON, "timeout": 0.2, **options}
    return ApiClient(OAuthCredentials("abc", TOKEN), api_url=url, **options)


def read(url, token=TOKEN, **options):
    options = {"retry": RetryPolicy.never(), "bounds": SOON, "timeout": 0.2, **options}
    with bcorm.connect("abc", token, api_url=url, patience=0, **options) as session:
        list(bcorm.Product.objects.using(session).filter(id=5))


def with_session(url, act):
    with bcorm.connect(
        "abc",
        TOKEN,
        api_url=url,
        patience=0,
        retry=RetryPolicy.never(),
        bounds=SOON,
        timeout=TIMEOUT,
    ) as session:
        try:
            act(session)
        finally:
            session.expunge_all()


def callback(code):
    return AuthorizeCallback(code, ("store_v2",), "abc")


def exchange(url, secret, code=TOKEN, auth_url=None):
    exchange_code(
        callback(code), client_id="app", client_secret=secret, redirect_uri="https://a.example/",
        auth_url=auth_url or url, bounds=SOON,
    )  # fmt: skip


def signed(secret):
    return jwt.encode({"aud": "other", "exp": 9_999_999_999}, str(secret), algorithm="HS256")


def delivery(url, header):
    receiver = WebhookReceiver(TOKEN, required_headers={"X-Key": SECRET})
    receiver.on("*")(lambda event: exec("raise ValueError"))
    now = int(time.time())
    body = b'{"scope":"store/product/updated","store_id":"1","data":{"type":"product","id":1},'
    body += b'"hash":"h","created_at":1,"producer":"stores/abc"}'
    signature = sign_webhook("i", now, body, TOKEN)
    fields = {"webhook-id": "i", "webhook-timestamp": str(now), "webhook-signature": signature}
    receiver.handle(body, {**fields, "X-Key": header})


def card(value):
    return {"instrument": {"type": "card", "number": value, "verification_value": "739"}}


def masked_proxy(value):
    text = value if isinstance(value, str) else SECRET
    return {"http": f"http://user:{text}@127.0.0.1:9"}


def connection(url, token=TOKEN):
    return official.connection.OAuthConnection("app", "abc", token, host=url, timeout=0.2)


def api(url):
    made = official.api.BigcommerceApi(client_id="app", store_hash="abc", timeout=0.2)
    made.auth_service = url
    return made


def fetch(url, secret=TOKEN, code=TOKEN, token_url=None):
    where = token_url or f"{url}/oauth2/token"
    connection(url, None).fetch_token(secret, code, "stores/abc", "s", "https://a.example/", where)


def with_password(url, value):
    """A URL that carries a secret, rightly typed or not."""
    return url.replace("://", f"://user:{value}@") if isinstance(value, str) else value


# How each is called with a secret, at a host: all of them are as right as they can be but for that.
CALLS = {
    "connect.access_token": read,
    "connect.host": lambda url, s: bcorm.connect(
        host=with_password(url, s), basic_auth=("user", TOKEN)
    ),
    "connect.basic_auth": lambda url, s: bcorm.connect(host=url, basic_auth=("user", s)),
    "connect.api_url": lambda url, s: read(with_password(url, s)),
    "connect.proxies": lambda url, s: read(url, proxies=masked_proxy(s)),
    "ApiClient.api_url": lambda url, s: client(with_password(url, s)),
    "ApiClient.proxies": lambda url, s: client(url, proxies=masked_proxy(s)).get("v2/time"),
    "RequestsTransport.api_url": lambda url, s: RequestsTransport(
        OAuthCredentials("abc", TOKEN), api_url=with_password(url, s)
    ),
    "RequestsTransport.proxies": lambda url, s: client(
        url,
        transport=RequestsTransport(
            OAuthCredentials("abc", TOKEN), api_url=url, proxies=masked_proxy(s)
        ),
    ).get("v2/time"),
    "OAuthCredentials.access_token": lambda url, s: ApiClient(
        OAuthCredentials("abc", s), api_url=url, retry=RetryPolicy.never(), bounds=SOON, timeout=0.2
    ).get("v2/time"),
    "OAuthCredentials.client_id": lambda url, s: OAuthCredentials("a/b", TOKEN, s),
    "OAuthCredentials.from_env.environ": lambda url, s: OAuthCredentials.from_env(
        {"BIGCOMMERCE_ACCESS_TOKEN": s}
    ),
    "BasicCredentials.host": lambda url, s: BasicCredentials(with_password(url, s), "user", TOKEN),
    "BasicCredentials.token": lambda url, s: ApiClient(
        BasicCredentials(url, "user", s), retry=RetryPolicy.never(), bounds=SOON, timeout=0.2
    ).get("v2/time"),
    "RedisGovernor.redis": lambda url, s: client(
        url, governor=redis_shared.RedisGovernor(f"redis://:{s}@127.0.0.1:9/0")
    ).get("v2/time"),
    "RedisBackend.redis": lambda url, s: redis_shared.RedisBackend(f"redis://:{s}@127.0.0.1:x/0"),
    "RedisSeen.redis": lambda url, s: redis_shared.RedisSeen(f"redis://:{s}@127.0.0.1:9/0").seen(
        "key", 5
    ),
    "App.client_secret": lambda url, s: App("app", s, "https://a.example/", auth_url=url).authorize(
        {"code": TOKEN, "scope": "store_v2", "context": "stores/abc"}
    ),
    "App.auth_url": lambda url, s: App(
        "app", TOKEN, "https://a.example/", auth_url=with_password(url, s)
    ).authorize(f"code={TOKEN}&scope=store_v2&context=stores/abc"),
    "CustomerLogin.token.client_secret": lambda url, s: CustomerLogin(1, "abc").token(
        "app", s, issued_at=object()
    ),
    "CustomerLogin.url.client_secret": lambda url, s: CustomerLogin(1, "abc").url(
        object(), "app", s
    ),
    "StoreGrant.access_token": lambda url, s: ApiClient(
        StoreGrant("abc", s, frozenset(), None).credentials(),
        api_url=url, retry=RetryPolicy.never(), bounds=SOON, timeout=0.2,
    ).get("v2/time"),
    "Hook.headers": lambda url, s: HookKeeper(
        client(url), [Hook("store/order/*", "https://a.example/", {"X-Key": s})]
    ).repair(),
    "AuthorizeCallback.code": lambda url, s: exchange(url, TOKEN, code=s),
    "exchange_code.client_secret": exchange,
    "exchange_code.auth_url": lambda url, s: exchange(url, TOKEN, auth_url=with_password(url, s)),
    "verify_current_customer.client_secret": lambda url, s: verify_current_customer(
        signed(s), "app", s
    ),
    "verify_signed_payload.client_secret": lambda url, s: verify_signed_payload("YQ==.YQ==", s),
    "verify_signed_payload_jwt.client_secret": lambda url, s: verify_signed_payload_jwt(
        signed(s), "app", s
    ),
    "process_payment.token": lambda url, s: process_payment(
        "abc", s, card("4539578763621486"), payments_url=url, bounds=SOON
    ),
    "process_payment.payment": lambda url, s: process_payment(
        "abc", TOKEN, card(s), payments_url=url, bounds=SOON
    ),
    "process_payment.payments_url": lambda url, s: process_payment(
        "abc", TOKEN, card("4539578763621486"), payments_url=with_password(url, s)
    ),
    "Sealer.key": lambda url, s: Sealer(s),
    "SqliteTokenStore.key": lambda url, s: SqliteTokenStore(":memory:", key=s),
    "sign_webhook.client_secret": lambda url, s: sign_webhook("i", 5, "no bytes", s),
    "verify_webhook.client_secrets": lambda url, s: verify_webhook(b"", {}, [s, TOKEN]),
    "revoke_storefront_token.token": lambda url, s: revoke_storefront_token(client(url), s),
    "WebhookReceiver.client_secrets": lambda url, s: WebhookReceiver([s]).handle(b"", {}),
    "WebhookReceiver.required_headers": lambda url, s: WebhookReceiver(
        TOKEN, required_headers={"X-Key": s}
    ).handle(b"", {}),
    "WebhookReceiver.handle.headers": delivery,
    "WebhookReceiver.receive.headers": lambda url, s: WebhookReceiver(
        TOKEN, required_headers={"X-Key": SECRET}
    ).receive(b"", {"X-Key": s}),
    "Customer.validate_credentials.password": lambda url, s: with_session(
        url,
        lambda session: bcorm.Customer.validate_credentials("a@b.example", s, session=session),
    ),
    "Site.upsert_certificate.private_key": lambda url, s: with_session(
        url, lambda session: _site(session).upsert_certificate("certificate", s)
    ),
    "BigcommerceApi.host": lambda url, s: official.api.BigcommerceApi(
        host=with_password(url, s), basic_auth=("user", TOKEN)
    ),
    "BigcommerceApi.basic_auth": lambda url, s: official.api.BigcommerceApi(
        host=url, basic_auth=("user", s), timeout=0.2
    ).Products.all(),
    "BigcommerceApi.access_token": lambda url, s: official.api.BigcommerceApi(
        client_id="app", store_hash="abc", access_token=s, timeout=0.2
    ).Products.all(),
    "BigcommerceApi.oauth_fetch_token.client_secret": lambda url, s: api(url).oauth_fetch_token(
        s, TOKEN, "stores/abc", "scope", "https://a.example/"
    ),
    "BigcommerceApi.oauth_fetch_token.code": lambda url, s: api(url).oauth_fetch_token(
        TOKEN, s, "stores/abc", "scope", "https://a.example/"
    ),
    "BigcommerceApi.oauth_verify_payload.client_secret": lambda url, s: (
        official.api.BigcommerceApi.oauth_verify_payload("YQ==.YQ==", s)
    ),
    "BigcommerceApi.oauth_verify_payload_jwt.client_secret": lambda url, s: (
        official.api.BigcommerceApi.oauth_verify_payload_jwt(signed(s), s, "app")
    ),
    "Connection.host": lambda url, s: official.connection.Connection(
        with_password(url, s), ("user", TOKEN)
    ),
    "Connection.auth": lambda url, s: official.connection.Connection(
        url, ("user", s), timeout=0.2
    ).get("products"),
    "OAuthConnection.host": lambda url, s: connection(with_password(url, s)),
    "OAuthConnection.access_token": lambda url, s: connection(url, s).get("products"),
    "OAuthConnection.fetch_token.client_secret": lambda url, s: fetch(url, secret=s),
    "OAuthConnection.fetch_token.code": lambda url, s: fetch(url, code=s),
    "OAuthConnection.fetch_token.token_url": lambda url, s: fetch(
        url, token_url=with_password(url, s)
    ),
    "OAuthConnection.verify_payload.client_secret": lambda url, s: (
        official.connection.OAuthConnection.verify_payload("YQ==.YQ==", s)
    ),
    "OAuthConnection.verify_payload_jwt.client_secret": lambda url, s: (
        official.connection.OAuthConnection.verify_payload_jwt(signed(s), s, "app")
    ),
    "$ profiles add --access-token": lambda url, s: command(
        "profiles", "add", "x", f"--access-token={s}"
    ),
}  # fmt: skip
ALONE = tuple(
    name for name in CALLS
    if any(word in name for word in ("verify", "sign", "Sealer", "Sqlite", "CustomerLogin", "$"))
)  # fmt: skip
"""Those that speak to nobody."""


def _site(session):
    site = bcorm.Site(url="https://a.example", channel_id=1)
    site.__dict__["_state"].row = {"id": 1}
    session.add(site)
    return site


def command(*words):
    found = CliRunner().invoke(app, words, input=f"abc\n{SECRET}\n")
    assert_unseen(found.output, SECRET)
    # Its frames are click's, and hold what was typed.
    if found.exit_code:
        raise SystemExit(found.exit_code)


def test_every_callable_that_takes_a_secret_is_called_here():
    found = set(found_secrets())
    known = {*CALLS, *NO_SECRETS}
    known |= {name for name in found if name.partition(".")[0] in NO_SECRETS}
    assert not found - known, "these take what sounds like a secret, and are not tested"
    gone = {name for name in (*CALLS, *NO_SECRETS) if "." in name} - found
    assert not gone, "these are gone, or take no secret any more"


@pytest.fixture(autouse=True)
def nowhere(monkeypatch, tmp_path, hostile_store):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("BCORM_CONFIG", str(tmp_path / "stores.ini"))
    monkeypatch.setenv("BC_API_ENDPOINT", hostile_store.url)
    monkeypatch.setenv("BIGCOMMERCE_STORE_HASH", "a/b")
    # What an interrupt has left in flight is nobody else's.
    monkeypatch.setattr("bcorm.http.client.governor_for", lambda _: StoreGovernor())


class Heard(logging.Handler):
    """Keeps what every logger says, at every level."""

    def __init__(self):
        super().__init__(1)
        self.told = []

    def emit(self, record):
        self.told.append(f"{record.getMessage()} {record.args!r}")


@pytest.fixture
def heard():
    handler = Heard()
    loggers = [logging.getLogger(name) for name in ("bcorm", "bigcommerce", "urllib3", "requests")]
    levels = [each.level for each in loggers]
    for each in loggers:
        each.addHandler(handler)
        each.setLevel(1)
    yield handler.told
    for each, level in zip(loggers, levels, strict=True):
        each.removeHandler(handler)
        each.setLevel(level)


@pytest.fixture
def attempt(heard, capsys, tmp_path):
    """Call one thing, and fail if what comes of it shows the secret. Returns the error."""
    return partial(_attempt, heard, capsys, tmp_path)


def _attempt(  # noqa: PLR0917 - fixtures first
    heard, capsys, tmp_path, name, url, value=SECRET, profiler=None
):
    failure = None
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        before = sys.getprofile()
        try:
            sys.setprofile(profiler or before)
            CALLS[name](url, value)
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt) and error.args != ("planted",):
                raise  # whoever runs the tests has seen enough
            failure = error  # anything else may be raised, and shows nothing
        finally:
            sys.setprofile(before)
    if failure is not None:
        check(failure, SECRET, TOKEN)
    told = [*heard, *(str(one.message) for one in warned), *capsys.readouterr()]
    heard.clear()
    files = [path for path in Path(tmp_path).rglob("*") if path.is_file()]
    told += [path.read_bytes().decode("latin-1") for path in files if path.name != "stores.ini"]
    assert_unseen("\n".join(told), SECRET, TOKEN)
    return failure


WRONG = {
    "list": [SECRET], "tuple": (SECRET,), "set": {SECRET}, "mapping": {"a": SECRET},
    "bytes": SECRET.encode(), "inside": [[{"a": SECRET}]], "line": f"{SECRET}\n",
    "space": f" {SECRET}", "letter": f"{SECRET}ü", "right": SECRET, "wrapped": Secret(SECRET),
}  # fmt: skip


@pytest.mark.parametrize("name", CALLS)
def test_no_wrong_value_shows_it(name, attempt):
    failed = 0
    for value in WRONG.values():
        failed += attempt(name, CLOSED, value) is not None
    assert failed >= 2


ANSWERS = ["echo", "echo-refused", "echo-unauthorized", "echo-redirect", "echo-broken", "drip-body",
           "nothing", "garbage", "html", "truncated", "retry-after"]  # fmt: skip
# Their bounds are those that cannot be changed here.
UNBOUNDED = ("App", "BigcommerceApi", "Connection", "OAuthConnection")


@pytest.mark.parametrize("name", [name for name in CALLS if name not in ALONE])
def test_no_answer_makes_it_show(name, hostile_store, attempt):
    for kind in ANSWERS:
        if kind.startswith("drip") and name.startswith(UNBOUNDED):
            continue
        hostile_store.answer(kind)
        attempt(name, hostile_store.url)
    if not name.startswith(UNBOUNDED):  # another protocol on that port: what TLS says of it
        attempt(name, hostile_store.url.replace("http:", "https:"))


def interrupting(calls, places):
    """A profiler that raises an interrupt at one call into bcorm; what wraps a secret is spared."""
    wraps = {"__init__", "__new__", "masked", "masked_url", "wrapped", "reveal", "_masked", "_pair",
             "_wrapped", "masked_options", "checkable", "<genexpr>", "<lambda>",
             "<dictcomp>"}  # fmt: skip

    def profiler(frame, event, _):
        if event != "call" or frame.f_code.co_name in wraps:
            return
        above = frame.f_back.f_globals.get("__name__", "") if frame.f_back else ""
        # What is called from outside has not had the time to wrap anything.
        if not all(name.startswith("bcorm.") for name in (frame.f_globals["__name__"], above)):
            return
        # Nor has what is called by what looks at how many arguments there are, and at their names.
        looks = above == "bcorm.synonyms" and frame.f_back.f_code.co_name in {"checked", "<lambda>"}
        if looks and frame.f_globals["__name__"] != above:
            return
        places.append(frame.f_code.co_name)
        if len(places) == calls:
            sys.setprofile(None)
            raise KeyboardInterrupt("planted")

    return profiler


@pytest.mark.parametrize("name", CALLS)
def test_no_interrupt_shows_it(name, hostile_store, attempt):
    hostile_store.answer_json({"title": "no"}, 422)
    for calls in [*range(1, 16), *range(16, 300, 37)]:
        credentials._forms.cache_clear()  # what was looked for before is no luck of this one
        places = []
        attempt(name, hostile_store.url, profiler=interrupting(calls, places))
        if len(places) < calls:
            break


def test_an_interrupt_below_shows_nothing(hostile_store, attempt, monkeypatch):
    def interrupt(self, data):
        raise KeyboardInterrupt("planted")

    monkeypatch.setattr(http.client.HTTPConnection, "send", interrupt)
    seen = 0
    for name in CALLS:
        found = attempt(name, hostile_store.url)
        seen += isinstance(found, KeyboardInterrupt)
    assert seen >= 15


@pytest.mark.parametrize("kind", ["echo-refused", "echo-broken", "nothing", "garbage", "html"])
def test_a_hook_that_is_refused_shows_no_header_field(hostile_store, attempt, kind, monkeypatch):
    monkeypatch.setattr(sys.modules[__name__], "SOON", PATIENT)
    monkeypatch.setattr(sys.modules[__name__], "TIMEOUT", 20)
    none = b'{"data": []}'
    hostile_store.answer(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(none) + none, kind)
    assert attempt("Hook.headers", hostile_store.url) is not None
    assert hostile_store.requests == 2


def test_the_search_sees_what_is_planted():
    def careless(token):
        raise ValueError("no")

    planted = type(careless)(careless.__code__.replace(co_filename="/elsewhere.py"), {})
    for act in (
        partial(planted, SECRET),
        lambda: (_ for _ in ()).throw(ValueError(SECRET)),
        lambda: (_ for _ in ()).throw(ValueError([SECRET.upper()])),
    ):
        with pytest.raises(ValueError) as caught:
            act()
        with pytest.raises(AssertionError):
            check(caught.value, SECRET)
    assert shown(ValueError("harmless"))
    assert os.environ["BIGCOMMERCE_STORE_HASH"] == "a/b"
