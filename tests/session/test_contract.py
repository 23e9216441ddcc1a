"""The first page of the contract, line by line, and the errors that a newcomer meets."""

from __future__ import annotations

import pickle
import socket
import traceback
import warnings
from decimal import Decimal

import pytest

import bcorm
from bcorm import Brand, Coupon, Customer, Order, Product
from bcorm.exceptions import (
    ApiError,
    AuthenticationError,
    BcormError,
    ConfigurationError,
    ConnectionFailed,
    FullScanWarning,
    NotFound,
    ObjectDoesNotExist,
    ValidationFailed,
)
from bcorm.http.exchange import RetryPolicy
from bcorm.model.unit_of_work import current_session

TOKEN = "v3ry-s3cret-t0ken-1234"


def test_the_sample_of_the_contract(emulator, monkeypatch, capsys):
    monkeypatch.setenv("BIGCOMMERCE_API_URL", emulator.url)
    for key in (77, 80, 83):
        emulator.put_document(
            "v3/catalog/products", {"id": key, "brand_id": 3, "price": 15, "is_visible": True}
        )
    namespace = {}
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        exec(SAMPLE, namespace)
    assert {item.category for item in told} == {FullScanWarning}
    report = namespace["report"]
    assert report
    assert {77, 80, 83} <= {item.id for item in report.saved}
    assert (report.failed, report.unknown) == ([], [])
    assert "PUT" in capsys.readouterr().out
    stored = {item["id"]: item for item in emulator.documents("v3/catalog/products")}
    for product in report.saved:
        assert Decimal(str(stored[product.id]["price"])) == product.price
        assert stored[product.id]["custom_url"]["url"].startswith("/sale/")
    assert stored[77]["price"] == 16.5
    current_session.set(None)


SAMPLE = """
import bcorm
from decimal import Decimal
from bcorm import Product, Brand

session = bcorm.connect(store_hash="abc123", access_token="a-token")
cheap = (
    Product.objects.filter(brand_id__in=[3, 7], is_visible=True, price__lt=20)
    .include("images").order_by("-id")
)
cheap.count(); cheap[:10]; cheap.first(); cheap.explain()
for product in cheap:
    product.price *= Decimal("1.1")
    product.custom_url.url = "/sale" + product.custom_url.url
    for option in product.options.filter(type="swatch"): ...
print(session.plan())
report = session.commit()
"""


def test_connect__from_the_environment(emulator, monkeypatch):
    for name in ("STORE_HASH", "ACCESS_TOKEN"):
        monkeypatch.delenv(f"BIGCOMMERCE_{name}", raising=False)
    with pytest.raises(ConfigurationError, match="BIGCOMMERCE_STORE_HASH"):
        bcorm.connect()
    monkeypatch.setenv("BIGCOMMERCE_STORE_HASH", "abc123")
    monkeypatch.setenv("BIGCOMMERCE_ACCESS_TOKEN", TOKEN)
    monkeypatch.setenv("BIGCOMMERCE_API_URL", emulator.url)
    session = bcorm.connect()
    assert Product.objects.get(id=77).session is session
    session.client.close()
    current_session.set(None)


def test_connect__with_basic_authentication(emulator):
    with pytest.raises(ConfigurationError, match="both"):
        bcorm.connect(host="shop.example.com")
    session = bcorm.connect(host="shop.example.com", basic_auth=("me", TOKEN), api_url=emulator.url)
    assert Order.objects.first().id == 100
    with pytest.raises(ConfigurationError, match="v3"):
        Product.objects.first()
    session.client.close()
    current_session.set(None)


def test_many_stores_live_side_by_side(emulator, empty_emulator, session):
    other = bcorm.connect("other", TOKEN, api_url=empty_emulator.url)
    Brand.objects.create(name="Only there")
    assert Brand.objects.using(session).count() == 22
    assert Brand.objects.using(other).count() == 1
    with session:
        assert Brand.objects.count() == 22
    assert Brand.objects.count() == 1
    other.client.close()


def secretless(error):
    """Check that an error says nothing of the token, in any of its forms."""
    shown = [
        str(error),
        repr(error),
        "".join(traceback.format_exception(error)),
        str(getattr(error, "__dict__", "")),
        pickle.dumps(error).decode("latin-1"),
    ]
    cause = error.__cause__ or error.__context__
    while cause is not None:
        shown.append(f"{cause!r} {cause.__dict__}")
        cause = cause.__cause__ or cause.__context__
    assert not any(TOKEN in text for text in shown)
    return str(error)


@pytest.fixture
def strictly(emulator):
    """An emulator that takes one token only."""
    from bcorm.emulator import Emulator

    with Emulator(empty=True, access_token="the-right-one") as server:
        yield server


def connect(url, token=TOKEN, **options):
    return bcorm.connect("abc123", token, api_url=url, retry=RetryPolicy.never(), **options)


@pytest.fixture(autouse=True)
def _no_session_left():
    yield
    current_session.set(None)


def test_bad_credentials(strictly):
    session = connect(strictly.url)
    with pytest.raises(AuthenticationError) as caught:
        Product.objects.first()
    text = secretless(caught.value)
    assert (caught.value.status, caught.value.method) == (401, "GET")
    assert "v3/catalog/products" in text
    session.add(Brand(name="x"))
    with pytest.raises(bcorm.CommitError) as refused:
        session.commit()
    secretless(refused.value)
    assert isinstance(refused.value.report.failed[0].error, AuthenticationError)
    session.client.close()


def test_bad_credentials__stop_a_commit_at_once(strictly):
    session = connect(strictly.url)
    session.add_all([Brand(name=str(number)) for number in range(20)])
    with pytest.raises(bcorm.CommitError) as refused:
        session.commit()
    assert len(refused.value.report.failed) == 20
    assert len(strictly.requests) <= session.client.concurrency  # what was in flight already
    session.client.close()


@pytest.mark.parametrize(
    ("store_hash", "token", "told"),
    [
        ("", TOKEN, "store"),
        ("a/b", TOKEN, "store"),
        ("abc123", "", "token"),
        ("abc123", f"{TOKEN}\r\nX-Evil: 1", "token"),
        ("abc123", f"{TOKEN}…", "token"),
    ],
)
def test_credentials_that_cannot_be_right(store_hash, token, told):
    with pytest.raises(ConfigurationError, match=told) as caught:
        bcorm.connect(store_hash, token)
    secretless(caught.value)


def test_plain_http_to_another_host_is_refused():
    with pytest.raises(ConfigurationError, match="https") as caught:
        bcorm.connect("abc123", TOKEN, api_url="http://example.com")
    secretless(caught.value)


def test_an_unreachable_host():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
        session = connect(url)
        with pytest.raises(ConnectionFailed) as caught:
            Product.objects.first()
        secretless(caught.value)
        assert caught.value.retry_safe
        assert not caught.value.sent
        session.add(Brand(name="x"))
        with pytest.raises(bcorm.CommitError) as failed:
            session.commit()
        secretless(failed.value)
        assert failed.value.report.unknown == []
    session.client.close()


def test_a_missing_id(emulator):
    session = connect(emulator.url)
    for model in (Product, Customer, Coupon, Order):
        with pytest.raises(model.DoesNotExist) as caught:
            model.objects.get(id=987_654)
        text = secretless(caught.value)
        assert "987654" in text
        assert model.__name__ in text
        assert isinstance(caught.value, (ObjectDoesNotExist, LookupError))
    with pytest.raises(NotFound) as unmapped:
        session.client.get("v3/catalog/products/987654")
    secretless(unmapped.value)
    session.client.close()


def test_an_invalid_body(emulator):
    session = connect(emulator.url)
    product = Product.objects.get(id=77)
    product.brand_id = 987_654
    with pytest.raises(bcorm.CommitError) as caught:
        session.commit()
    text = secretless(caught.value)
    assert "brand_id" in text
    assert "Product id=77" in text
    (failure,) = caught.value.report.failed
    assert failure.errors.keys() == {"brand_id"}
    assert isinstance(failure.error, ValidationFailed)
    assert (failure.error.status, failure.error.method) == (422, "PUT")
    assert failure.error.request_id
    assert failure.request.body == {"brand_id": 987_654}
    session.client.close()


def test_an_invalid_body_of_v2(emulator):
    session = connect(emulator.url)
    taken = Coupon.objects.first().code
    with pytest.raises(bcorm.CommitError) as caught:
        Coupon.objects.create(
            name="x", type="per_total_discount", amount=Decimal(1), code=taken,
            applies_to={"entity": "categories", "ids": [0]},
        )  # fmt: skip
    secretless(caught.value)
    error = caught.value.report.failed[0].error
    assert isinstance(error, ApiError)
    assert error.status in {400, 409}
    session.client.close()


def test_every_error_has_one_base(emulator):
    connect(emulator.url).client.close()
    with pytest.raises(BcormError):
        Product.objects.filter(nothing=1)
    with pytest.raises(BcormError):
        Product(price="x")
