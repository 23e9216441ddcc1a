"""Whatever a server answers, the session ends in a value or in a `BcormError`, and ends."""

from __future__ import annotations

import copy
import json
import pickle
import random
import traceback
import warnings
from collections import Counter

import attrs
import pytest
from soak import length, patient

import bcorm
from bcorm.exceptions import ApiError, BcormError, BcormWarning
from bcorm.http import Bounds, Headers, OAuthCredentials, Response, RetryPolicy
from bcorm.http.governor import Unlimited
from bcorm.http.transport import RequestsTransport
from bcorm.model.mapper import mapper_for
from bcorm.session.client import Client

TOKEN = "mutants-token-9f8e7d6c"
ANSWERS = length(2_500, 100_000)
# More requests than any scenario needs; a session that asks for more does not end.
ENDLESS = 300

ODD = [
    None, True, False, 0, -1, 10**30, 1e300, "", "x", "1", "\x00", "\ud83d\ude00", "2026-13-45",
    [], {}, [[]], [None], [1], [{}], [{"id": {}}], {"id": []}, {"id": None}, {"data": []},
    {"a": {"b": []}}, "<html>", "NaN", "9" * 400, [[{"id": 1}]],
]  # fmt: skip
STATUSES = [
    200, 200, 200, 201, 204, 206, 207, 301, 302, 304, 400, 401, 403, 404, 409, 413, 422, 423, 429,
    500, 502, 503, 504, 507, 999,
]  # fmt: skip
HEADERS = [
    "X-Rate-Limit-Requests-Left", "X-Rate-Limit-Requests-Quota", "X-Rate-Limit-Time-Reset-Ms",
    "X-Rate-Limit-Time-Window-Ms", "X-Retry-After", "Retry-After", "Content-Type",
    "X-Request-Id", "Location", "Set-Cookie",
]  # fmt: skip
VALUES = ["", "0", "-1", "1e400", "nan", "x" * 500, "Wed, 99 Foo", "text/html", "\x7f", TOKEN]


class Endless(BaseException):
    """A session keeps asking; not an `Exception`, so that nobody takes it for an answer."""


class Recorder:
    """A transport that remembers the answers of the real store."""

    def __init__(self, inner):
        self._inner = inner
        self.answers = []

    def send(self, request, *, timeout):
        answer = self._inner.send(request, timeout=timeout)
        self.answers.append(answer)
        return answer

    def close(self):
        self._inner.close()


class Mutator:
    """A transport that gives the recorded answers back, damaged."""

    def __init__(self, answers, chance, rate):
        self._answers, self._chance, self._rate = answers, chance, rate
        self.sent = self.mutated = 0

    def send(self, request, *, timeout):
        number, self.sent = self.sent, self.sent + 1
        if self.sent > ENDLESS:
            raise Endless
        chance = self._chance
        answer = self._answers[number % len(self._answers)]
        if chance.random() > self._rate:
            return answer
        self.mutated += 1
        return mutated(answer, chance)

    def close(self):
        pass


def mutated(answer, chance):
    """A copy of an answer of which something is wrong."""
    status, headers, body = answer.status, dict(answer.headers), answer.body
    for _ in range(chance.choice([1, 1, 1, 2, 3])):
        what = chance.random()
        if what < 0.6:
            body = _reshaped(body, chance)
        elif what < 0.8:
            body = _damaged(body, chance)
        elif what < 0.9:
            status = chance.choice(STATUSES)
        else:
            headers[chance.choice(HEADERS)] = chance.choice(VALUES)
    if not 200 <= status < 300 and chance.random() < 0.3:
        # An error that gives the token back.
        body = json.dumps({"title": f"no {TOKEN}", "errors": {TOKEN: TOKEN}}).encode()
    return Response(status, Headers(headers), b"" if status == 204 else body)


def _reshaped(body, chance):
    """Valid JSON of which some value is another one."""
    try:
        value = json.loads(body)
    except ValueError:
        return body
    for _ in range(chance.choice([1, 1, 2, 4])):
        value = _replaced(value, chance)
    return json.dumps(value).encode()


def _replaced(value, chance):
    # The envelope, and the first rows, are where a change matters.
    if chance.random() < 0.15 or not isinstance(value, (dict, list)) or not value:
        return copy.deepcopy(chance.choice(ODD))
    if isinstance(value, list):
        at = min(chance.randrange(len(value)), chance.randrange(len(value)))
        return [*value[:at], _replaced(value[at], chance), *value[at + 1 :]]
    name = chance.choice(list(value))
    if chance.random() < 0.2:
        return {key: item for key, item in value.items() if key != name}
    return {**value, name: _replaced(value[name], chance)}


def _damaged(body, chance):
    data = bytearray(body)
    at = chance.randrange(len(data) + 1)
    how = chance.randrange(4)
    if how == 0:
        data[at:at] = bytes([chance.randrange(256)])
    elif how == 1:
        del data[at : at + chance.randrange(1, 20)]
    elif how == 2:
        del data[at:]
    else:
        data[at : at + 1] = bytes([chance.choice(b'{}[]",:0e-NIntf\\\x00\xff')])
    return bytes(data)


def _look(item):
    """Read everything that an object can tell."""
    for name in mapper_for(type(item)).fields:
        value = getattr(item, name)
        if attrs.has(type(value)):
            repr(attrs.asdict(value))
    repr(item)
    hash(item)


def read_products(session):
    products = bcorm.Product.objects.using(session)
    for product in products.filter(id__lte=130).include("images", "variants")[:12]:
        _look(product)
        for child in [*product.images, *product.variants]:
            _look(child)
        if product.brand is not None:
            _look(product.brand)
        list(product.custom_fields)
    products.count()
    products.filter(name="x").exists()
    products.first()
    list(products[:5].values("id", "name"))


def read_one(session):
    product = bcorm.Product.objects.using(session).get(id=77)
    _look(product)
    product.refresh()
    session.expire(product)
    _look(product)
    [list(option.option_values) for option in product.options]


def read_scan(session):
    list(bcorm.Product.objects.using(session).filter(price__gte=400).scan().order_by("-id")[:3])
    bcorm.Brand.objects.using(session).in_bulk([1, 2, 3])
    list(bcorm.Coupon.objects.using(session).scan().order_by("-amount", "name"))


def read_customers(session):
    for customer in bcorm.Customer.objects.using(session).all()[:20]:
        _look(customer)
        list(customer.addresses)
    for brand in bcorm.Brand.objects.using(session)[:1]:
        list(brand.metafields)


def read_orders(session):
    for order in bcorm.Order.objects.using(session).filter(id__lte=103):
        _look(order)
        for line in [*order.products, *order.shipping_addresses]:
            _look(line)
        _ = order.customer


def save_one(session):
    brand = bcorm.Brand(name="Mutant")
    session.add(brand)
    session.commit()
    brand.name = "Mutant 2"
    session.commit()
    session.delete(brand)
    session.commit()


def save_many(session):
    people = [
        bcorm.Customer(first_name=f"M{n}", last_name="Doe", email=f"m{n}@shop.example")
        for n in range(4)
    ]
    product = bcorm.Product(name="Mutant", type="physical", weight=1, price=1)
    session.add_all([*people, product])
    product.custom_fields.create(name="a", value="b")
    session.commit()
    for person in people:
        person.notes = "seen"
    product.price = 2
    session.commit()
    for item in [*people, product]:
        session.delete(item)
    session.commit()


def change_many(session):
    products = list(bcorm.Product.objects.using(session).filter(id__lte=100))
    for product in products[:24]:
        product.name = f"{product.id} renamed"
    session.commit(check=True)


def save_again(session):
    """The loop of somebody who does not give up."""
    session.add_all([bcorm.Brand(name="Again"), bcorm.Coupon(
        name="Again", code="AGAIN", type="per_item_discount", amount=1,
        applies_to={"entity": "categories", "ids": [0]},
    )])  # fmt: skip
    for _ in range(3):
        try:
            session.commit()
            break
        except bcorm.exceptions.CommitError as error:
            str(error.report)
            [str(failure) for failure in (*error.report.failed, *error.report.unknown)]


def find_or_make(session):
    brand, _ = bcorm.Brand.objects.using(session).get_or_create(name="Mutant")
    _look(brand)
    bcorm.Brand.objects.using(session).filter(name="Mutant").update(page_title="x")
    bcorm.Brand.objects.using(session).filter(name="Mutant").delete()


SCENARIOS = [
    read_products, read_one, read_scan, read_customers, read_orders,
    save_one, save_many, change_many, save_again, find_or_make,
]  # fmt: skip


def _session(transport, timeout=0.002):
    client = Client(
        OAuthCredentials("mutants", TOKEN),
        transport=transport,
        governor=Unlimited(),
        timeout=timeout,
        retry=RetryPolicy(attempts=2, throttles=1, base=0.0, cap=0.0),
        bounds=Bounds(max_wait=0),
    )
    return client.session()


@pytest.fixture(scope="module")
def recorded(sample_server):
    """What the store answers to each scenario when nothing is wrong."""
    answers = {}
    for scenario in SCENARIOS:
        sample_server.reset()
        credentials = OAuthCredentials("mutants", TOKEN)
        recorder = Recorder(RequestsTransport(credentials, api_url=sample_server.url))
        scenario(_session(recorder, timeout=30))
        recorder.close()
        answers[scenario] = recorder.answers
    return answers


def _end(scenario, session):
    """How a scenario ends: in one of our errors, or in none. Any other fails the test."""
    try:
        scenario(session)
    except BcormError as error:
        return error
    return None


def _shows_token(error):
    told = traceback.TracebackException.from_exception(error)
    texts = ["".join(told.format()), repr(error), str(error), repr(error.__dict__)]
    # Reports hold the session's objects and are not pickled.
    pickled = pickle.dumps(error) if isinstance(error, ApiError) else b""
    return any(TOKEN in text for text in texts) or TOKEN.encode() in pickled


@patient
def test_a_session_survives_any_answer(recorded, figures):
    chance = random.Random(41)
    ended = Counter()
    mutants = 0
    run = 0
    while mutants < ANSWERS:
        run += 1
        scenario = SCENARIOS[run % len(SCENARIOS)]
        # Few damaged answers let a scenario go far, many let it fail in several places.
        transport = Mutator(recorded[scenario], chance, chance.choice([0.15, 0.5, 1.0]))
        session = _session(transport)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", BcormWarning)
            error = _end(scenario, session)
        ended["values" if error is None else type(error).__name__] += 1
        assert error is None or not _shows_token(error), f"run {run}"
        mutants += transport.mutated
    told = ", ".join(f"{number} {name}" for name, number in ended.most_common())
    figures(f"{mutants} mutated answers in {run} sessions ended in {told}")
    assert ended["values"] > run / 50
    assert len(ended) > 6
