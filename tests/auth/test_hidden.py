"""No failure of anything that takes a secret or a card shows it: in no message, frame or pickle."""

from __future__ import annotations

import base64
import copy
import pickle
import re
from urllib.parse import quote_plus

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shown import shown

import bcorm
from bcorm import Count, Customer, Q
from bcorm.auth import (
    AuthorizeCallback,
    CustomerLogin,
    SqliteTokenStore,
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
from bcorm.exceptions import (
    BcormError,
    ConfigurationError,
    FieldError,
    InvalidValue,
    QueryError,
    UnknownOutcome,
)
from bcorm.http import ApiClient, BasicCredentials, Bounds, OAuthCredentials, RetryPolicy, Secret
from bcorm.http.credentials import Hidden, SecretText
from bcorm.model.mapper import mapper_for

SECRET = "s3cr3t-7f3a9c51e8-Zq-0123456789-abcdef"
CARD = "4539578763621486"
CVV = "739"
SOON = Bounds(max_seconds=0.5, max_wait=0)

FAILURES = [
    "echo", "echo-refused", "echo-unauthorized", "echo-redirect", "echo-broken", "drip-body",
    "drip-header", "nothing", "garbage", "html", "truncated", "retry-after", "huge-exponent",
    "endless-header", "deep-lists",
]  # fmt: skip


def check(error, *secrets):
    text = shown(error)
    for secret in secrets:
        if len(secret) == len(CVV):
            # Three digits are in addresses and times by chance: as a word of their own they tell.
            assert not re.search(rf"(?<![\w.]){secret}(?![\w.])", text)
            continue
        assert secret not in text
        assert quote_plus(secret) not in text
        assert base64.b64encode(secret.encode()).decode() not in text


def payment(**changes):
    return {
        "instrument": {
            "type": "card",
            "number": CARD,
            "cardholder_name": "Jane Distinctive Doe",
            "expiry_month": 12,
            "expiry_year": 2031,
            "verification_value": CVV,
        },
        "payment_method_id": "bigcommerce_payments.card",
        **changes,
    }


# Cards


@pytest.mark.parametrize("kind", FAILURES)
def test_no_failure_of_a_payment_shows_the_card(hostile_store, kind):
    hostile_store.answer(kind)
    try:
        process_payment("abc123", SECRET, payment(), payments_url=hostile_store.url, bounds=SOON)
    except BcormError as error:
        check(error, SECRET, CARD, CVV, "Distinctive")
    assert hostile_store.requests == 1


@pytest.mark.parametrize(
    ("store", "body", "url"),
    [
        ("abc123", payment(order={1, 2}), "http://127.0.0.1:9"),
        ("abc123", payment(amount=float("nan")), "http://127.0.0.1:9"),
        ("abc123", payment(instrument={"card": {CARD}}), "http://127.0.0.1:9"),
        ("abc123", [CARD, CVV], "http://127.0.0.1:9"),
        ("abc123", payment(), "http://127.0.0.1:9"),
        ("abc123", payment(), "http://pay.example.com"),
        ("..", payment(), "http://127.0.0.1:9"),
    ],
)
def test_a_payment_that_is_not_sent_shows_no_card(store, body, url):
    with pytest.raises((InvalidValue, ConfigurationError, UnknownOutcome)) as caught:
        process_payment(store, Secret(SECRET), body, payments_url=url)
    check(caught.value, SECRET, CARD, CVV)


@pytest.mark.parametrize("written", ["4539 5787 6362 1486", "4539-5787-6362-1486", CARD])
def test_a_card_is_masked_however_a_gateway_writes_it(hostile_store, written):
    hostile_store.answer_json({"title": f"card {written} ({CVV}) of 17390 is refused"}, 422)
    with pytest.raises(BcormError, match=r"card \*+ \(\*+\) of 17390 is refused") as caught:
        process_payment("abc123", SECRET, payment(), payments_url=hostile_store.url)
    check(caught.value, written)


# Client secrets


@pytest.mark.parametrize("kind", FAILURES)
def test_no_failure_of_an_exchange_shows_secret_or_code(hostile_store, kind):
    hostile_store.answer(kind)
    callback = AuthorizeCallback(Secret("c0de-91d2b7-distinct"), ("store_v2",), "abc123")
    with pytest.raises(BcormError) as caught:
        exchange_code(
            callback,
            client_id="app",
            client_secret=SECRET,
            redirect_uri="https://app.example.com/auth",
            auth_url=hostile_store.url,
            bounds=SOON,
        )
    check(caught.value, SECRET, "c0de-91d2b7-distinct")
    assert hostile_store.requests == 1


@pytest.mark.parametrize(
    "document",
    [
        {"data": {"access_token": "tok-91d2b7-distinct"}},
        {"access_token": ["tok-91d2b7-distinct"], "scope": "x", "context": "stores/abc123"},
        {"access_token": "tok-91d2b7-distinct", "context": "stores/abc123"},
        {"access_token": "tok-91d2b7-distinct", "scope": 5, "context": {"tok-91d2b7-distinct": 1}},
        {
            "access_token": "tok-91d2b7-distinct",
            "scope": "x",
            "context": "stores/other",
            "user": {"id": 1},
        },
    ],
)
def test_a_token_at_another_place_of_the_answer_is_in_no_frame(hostile_store, document):
    hostile_store.answer_json(document)
    with pytest.raises(BcormError) as caught:
        exchange_code(
            AuthorizeCallback(Secret("c0de-91d2b7-distinct"), ("store_v2",), "abc123"),
            client_id="app",
            client_secret=SECRET,
            redirect_uri="https://app.example.com/auth",
            auth_url=hostile_store.url,
        )
    check(caught.value, "tok-91d2b7-distinct", SECRET)


def test_an_exchange_that_is_refused_says_why(hostile_store):
    hostile_store.answer_json(
        {"error": "invalid_client", "error_description": f"bad secret {SECRET}"}, 400
    )
    with pytest.raises(BcormError, match=r"400 invalid_client bad secret \*\*\*\*"):
        exchange_code(
            AuthorizeCallback(Secret("code"), ("store_v2",), "abc123"),
            client_id="app",
            client_secret=SECRET,
            redirect_uri="https://app.example.com/auth",
            auth_url=hostile_store.url,
        )


JUNK = st.one_of(
    st.none(), st.integers(), st.text(max_size=30), st.binary(max_size=30), st.just("a.b.c"),
    st.lists(st.text(max_size=5), max_size=3), st.dictionaries(st.text(max_size=3), st.none()),
)  # fmt: skip
# Every public callable that takes a secret, with other arguments that are drawn.
CALLABLES = {
    "sign_webhook": lambda a, b, c: sign_webhook(a, b, c, SECRET),
    "verify_webhook": lambda a, b, c: verify_webhook(
        a, {"webhook-id": b, "webhook-timestamp": c, "webhook-signature": b}, [SECRET, Secret("x")]
    ),
    "verify_webhook, one empty": lambda a, b, c: verify_webhook(a, {}, [SECRET, ""]),
    "receiver": lambda a, b, c: WebhookReceiver(
        [SECRET], required_headers={"X-Key": SECRET}
    ).handle(a, {"webhook-id": b, "webhook-timestamp": c}),
    "receiver, empty": lambda a, b, c: WebhookReceiver([SECRET, ""]),
    "receiver, odd": lambda a, b, c: WebhookReceiver(SECRET, tolerance=a, nonsense=b),
    "payload jwt": lambda a, b, c: verify_signed_payload_jwt(a, b, SECRET, now=c),
    "payload": lambda a, b, c: verify_signed_payload(a, SECRET, now=b),
    "current customer": lambda a, b, c: verify_current_customer(a, b, SECRET, now=c),
    "login token": lambda a, b, c: CustomerLogin(a, b).token(c, SECRET, issued_at=a),
    "login url": lambda a, b, c: CustomerLogin(a, b).url(c, a, SECRET, issued_at=b),
    "token store": lambda a, b, c: SqliteTokenStore("/no/such/folder/x", key=[SECRET, "typo"]),
    "sealer": lambda a, b, c: Sealer(SECRET),
    "oauth": lambda a, b, c: OAuthCredentials(a, SECRET, client_id=b),
    "oauth, odd token": lambda a, b, c: OAuthCredentials("abc", f"{SECRET} \n"),
    "basic": lambda a, b, c: BasicCredentials(a, b, SECRET),
    "connect": lambda a, b, c: bcorm.connect(a, SECRET, api_url=b, timeout=c),
    "connect, proxies": lambda a, b, c: bcorm.connect("abc", SECRET, proxies=a, verify=b),
    "connect, basic": lambda a, b, c: bcorm.connect(host=a, basic_auth=(b, SECRET)),
    "revoke": lambda a, b, c: revoke_storefront_token(
        ApiClient(
            OAuthCredentials("abc", "token-91d2b7-distinct"),
            api_url="http://127.0.0.1:9",
            retry=RetryPolicy.never(),
        ),
        SECRET,
    ),
    "payment": lambda a, b, c: process_payment(a, SECRET, {"x": b}, payments_url=c),
}


@pytest.mark.parametrize("name", CALLABLES)
@settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(JUNK, JUNK, JUNK)
def test_no_failure_of_any_kind_shows_a_secret(name, a, b, c):
    try:
        CALLABLES[name](a, b, c)
    except Exception as error:  # noqa: BLE001 - a wrong argument may raise anything but show nothing
        check(error, SECRET, "token-91d2b7-distinct")


# Fields of resources and of the objects in them

WRONG = [
    SECRET, [SECRET], (1, SECRET), SECRET.encode(), [{"X": SECRET}], {"X": [SECRET]}, {1: SECRET},
    {"X": SECRET.encode()}, {"X": SECRET + "\n"}, {"new_password": {"x": SECRET}}, {SECRET},
    {"pasword": SECRET}, {"password": SECRET, "nope": 1}, {"new_password": [SECRET]},
]  # fmt: skip


def secret_fields(models):
    return [(model, name) for model in models for name in sorted(mapper_for(model).secrets)]


MODELS = [
    model
    for model in (getattr(bcorm, name) for name in bcorm.__all__)
    if isinstance(model, type) and issubclass(model, bcorm.Resource) and model is not bcorm.Resource
]
FIELDS = secret_fields(MODELS)


@pytest.fixture
def nobody_there():
    """A session of a store that does not answer."""
    credentials = OAuthCredentials("abc", "token-91d2b7-distinct")
    with (
        bcorm.Client(
            credentials, api_url="http://127.0.0.1:9", retry=RetryPolicy.never(), patience=0
        ) as client,
        client.session() as session,
    ):
        yield session
        session.rollback()
        session.expunge_all()


def test_there_are_fields_that_are_secrets():
    named = {f"{model.__name__}.{name}" for model, name in FIELDS}
    assert {"Webhook.headers", "Customer.authentication"} <= named


@pytest.mark.parametrize(
    ("model", "name"), FIELDS, ids=lambda part: getattr(part, "__name__", part)
)
def test_no_wrong_value_of_a_secret_field_is_shown(nobody_there, model, name):
    for value in WRONG:
        for act in ways(nobody_there, model, name, value):
            try:
                act()
            except Exception as error:  # noqa: BLE001 - anything may be raised, and show nothing
                check(error, SECRET)
            nobody_there.rollback()


def ways(session, model, name, value):
    """What a value can be given to, rightly or not."""
    rows = model.objects
    return [
        lambda: model(**{name: value}),
        lambda: setattr(model(), name, value),
        lambda: model(**{f"{name}s": value}),
        lambda: setattr(model(), f"{name}s", value),
        lambda: rows.create(**{name: value}),
        lambda: rows.filter(**{name: value}).first(),
        lambda: rows.filter(**{f"{name}__contains": value}).first(),
        lambda: rows.exclude(**{name: value}).first(),
        lambda: rows.get(**{name: value}),
        lambda: rows.all().update(**{name: value}),
        lambda: rows.get_or_create({name: value}, id=1),
        lambda: rows.update_or_create({name: value}, id=1),
        lambda: session.add(model(**{name: value})) or session.commit(),
    ]


@pytest.mark.parametrize("value", [[SECRET], {SECRET: 1}, SECRET.encode(), (SECRET,)])
def test_no_wrong_value_of_a_secret_in_an_object_is_shown(value):
    customer = bcorm.Customer(authentication={"new_password": "x"})
    made = type(customer.authentication)
    for act in (
        lambda: setattr(customer.authentication, "new_password", value),
        lambda: setattr(customer.authentication, "new_pasword", value),
        lambda: made(new_password=value),
        lambda: made(new_pasword=value),
    ):
        with pytest.raises(BcormError) as caught:
            act()
        check(caught.value, SECRET)


def test_a_misspelt_field_is_named_and_its_value_is_not():
    with pytest.raises(FieldError, match="new_password") as caught:
        bcorm.Customer(authentication={"new_pasword": SECRET})
    check(caught.value, SECRET)


# Reprs, copies


@pytest.mark.parametrize("method", ["bulk_create", "bulk_update"])
@pytest.mark.parametrize(
    "row",
    [
        {"email": "a@b.c", "authentication": {"new_password": SECRET}},
        {"authentication": SECRET},
        {"pasword": SECRET},
        [{"authentication": {"new_password": SECRET}}],
        SECRET,
    ],
)
def test_no_mapping_that_is_given_for_an_object_is_shown(nobody_there, method, row):
    rows = bcorm.Customer.objects.using(nobody_there)
    for given_ in ([row], iter([row]), [bcorm.Customer(email="a@b.c"), row]):
        with pytest.raises(InvalidValue, match="expected Customer objects") as caught:
            getattr(rows, method)(given_)
        check(caught.value, SECRET)


@pytest.mark.parametrize("method", ["filter", "exclude", "get"])
@pytest.mark.parametrize(
    "asked",
    [
        lambda: Q(authentication=SECRET),
        lambda: Q(authentication__in=[SECRET]),
        lambda: Q(authentication__new_password=SECRET),
        lambda: ~Q(authentication={"new_password": SECRET}),
        lambda: Q(id=1) | Q(authentication=SECRET),
        lambda: Q(Q(id=1) & ~(Q(email="a") | Q(authentication__new_password__startswith=SECRET))),
        lambda: Q(autentication=SECRET),
    ],
)
def test_no_row_is_found_by_a_secret_in_a_condition(nobody_there, method, asked):
    rows = bcorm.Customer.objects.using(nobody_there)
    with pytest.raises((QueryError, FieldError), match=r"is secret|did you mean") as caught:
        getattr(rows, method)(asked())
    check(caught.value, SECRET)


@pytest.mark.parametrize("asked", [{"autentication": SECRET}, {"authentication": SECRET}])
def test_no_lookup_of_a_secret_is_shown(nobody_there, asked):
    rows = bcorm.Customer.objects.using(nobody_there)
    for ask in (lambda: rows.filter(**asked), lambda: rows.filter(asked)):
        with pytest.raises((QueryError, FieldError, TypeError)) as caught:
            ask()
        check(caught.value, SECRET)


def test_a_receiver_shows_and_copies_no_secret():
    receiver = WebhookReceiver([SECRET], required_headers={"X-Key": SECRET})
    for text in (
        repr(receiver),
        repr(attrs.asdict(receiver, recurse=False)),
        repr(attrs.asdict(attrs.evolve(receiver) if False else receiver, filter=_data_only)),
        repr(copy.copy(receiver)),
        repr(receiver.client_secrets),
        repr(receiver.required_headers),
    ):
        assert SECRET not in text


def _data_only(attribute, value):
    return attribute.name in {"client_secrets", "required_headers"}


def test_secrets_from_a_generator_are_good_for_more_than_one_delivery(issuer):
    receiver = WebhookReceiver(secret for secret in [SECRET, issuer.secret])
    for number in range(3):
        body, headers = issuer.webhook(hash=f"{number}" * 40)
        assert receiver.handle(body, headers) is not None


@pytest.mark.parametrize("values", [(), [], iter([]), "", [""], [None], None, 5])
def test_a_receiver_without_a_secret_is_refused(values):
    with pytest.raises((ConfigurationError, TypeError)):
        WebhookReceiver(values)


def test_what_is_hidden_shows_nothing():
    for thing in (Hidden(SECRET.encode()), SecretText(SECRET), Secret(SECRET)):
        assert SECRET not in repr([thing])
        assert SECRET not in f"{thing!r}"
    with pytest.raises(TypeError):
        pickle.dumps(Hidden(SECRET))
    assert Secret("").hidden_in("abc") == "abc"


def test_an_answer_that_gives_the_token_back_shows_it_in_no_error(hostile_store):
    for kind in ("echo-refused", "echo-unauthorized", "echo-redirect", "echo-broken"):
        hostile_store.answer(kind)
        client = ApiClient(
            OAuthCredentials("abc", SECRET),
            api_url=hostile_store.url,
            retry=RetryPolicy.never(),
            bounds=SOON,
        )
        for method in ("GET", "POST"):
            with pytest.raises(BcormError) as caught:
                client.request(method, "v2/time", json={} if method == "POST" else None)
            check(caught.value, SECRET)
    hostile_store.answer("echo")
    answer = client.get("v2/time")
    assert SECRET not in answer.request_id
    with pytest.raises(BcormError) as caught:
        client.graphql("{ store { id } }")
    check(caught.value, SECRET)


# Where a login goes


@pytest.mark.parametrize(
    "path",
    ["/\t/evil.example", "/\n/evil.example", "/\\evil.example", "//evil.example", "/ /evil.example",
     "evil", "", "/a\tb", "/ä", "/\x00", "\t/x", 5],
)  # fmt: skip
def test_a_login_goes_to_a_path_of_the_store_only(path):
    with pytest.raises(ConfigurationError, match="redirect_to"):
        CustomerLogin(1, "abc123", redirect_to=path)


@pytest.mark.parametrize("path", ["/", "/cart.php", "/a/b?c=d#e", "/%20x/"])
def test_a_login_goes_to_any_path_of_the_store(path):
    assert CustomerLogin(1, "abc123", redirect_to=path).redirect_to == path


@pytest.mark.parametrize("name", ["pasword", "authentication__new_password", "comapny"])
@pytest.mark.parametrize("word", ["filter", "exclude"])
@pytest.mark.parametrize("as_q", [False, True])
def test_groups_show_nothing_that_is_compared_with_what_they_have_not(
    nobody_there, name, word, as_q
):
    groups = Customer.objects.using(nobody_there).values("company").annotate(n=Count("id"))
    positional, named = ([Q(**{name: SECRET})], {}) if as_q else ([], {name: SECRET})
    with pytest.raises(FieldError) as caught:
        getattr(groups, word)(*positional, **named)
    check(caught.value, SECRET)
