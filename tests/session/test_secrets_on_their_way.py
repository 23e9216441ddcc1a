"""Passwords of customers and header fields of webhooks show in no message and in no frame."""

from __future__ import annotations

import copy
import pickle
import traceback

import pytest

import bcorm
from bcorm.exceptions import BcormError, InvalidValue
from bcorm.http import Bounds, RetryPolicy
from bcorm.http.credentials import SecretText

PASSWORD = "hunter2-91d2b7-distinct"
TYPED = "hunter2"
SOON = Bounds(max_seconds=0.5, max_wait=0)
FAILURES = ["echo", "echo-refused", "echo-broken", "drip-body", "nothing", "garbage", "truncated"]


def shown(error):
    texts, todo = [], [error]
    while todo:
        current = todo.pop()
        if current is None:
            continue
        todo += [current.__cause__, current.__context__]
        texts += [str(current), repr(current), repr(vars(current))]
        for frame, _ in traceback.walk_tb(current.__traceback__):
            if not frame.f_code.co_filename.endswith((__file__, "secrecy_plugin.py")):
                texts += [f"{name}={_repr(value)}" for name, value in frame.f_locals.items()]
    return "\n".join(texts)


def _repr(value):
    try:
        return repr(value)
    except Exception:  # noqa: BLE001 - of a query whose store is gone
        return ""


@pytest.fixture
def session(hostile_store):
    with bcorm.connect(retry=RetryPolicy.never(), bounds=SOON, patience=0) as session:
        yield session
        session.expunge_all()  # what is refused is not meant to stay


@pytest.mark.parametrize("kind", FAILURES)
def test_a_password_that_is_checked_is_in_no_failure(hostile_store, session, kind):
    hostile_store.answer(kind)
    try:
        bcorm.Customer.validate_credentials("a@shop.example", PASSWORD, session=session)
    except BcormError as error:
        assert PASSWORD not in shown(error)  # noqa: PT017 - an echo may be taken for an answer
    else:
        assert kind == FAILURES[0]


@pytest.mark.parametrize("kind", FAILURES[1:])
def test_a_new_password_is_in_no_failure(hostile_store, session, kind):
    hostile_store.answer(kind)
    customer = bcorm.Customer(
        first_name="A",
        last_name="B",
        email="a@shop.example",
        authentication={"new_password": PASSWORD},
    )
    session.add(customer)
    with pytest.raises(BcormError) as caught:
        session.commit()
    assert PASSWORD not in shown(caught.value)
    assert customer.authentication.new_password == PASSWORD
    assert PASSWORD not in repr(vars(customer))


@pytest.mark.parametrize("kind", ["echo-refused", "drip-body", "garbage"])
def test_header_fields_of_a_webhook_are_in_no_failure(hostile_store, session, kind):
    hostile_store.answer(kind)
    hook = bcorm.Webhook(
        scope="store/order/*", destination="https://a.example/", headers={"X-Key": PASSWORD}
    )
    session.add(hook)
    with pytest.raises(BcormError) as caught:
        session.commit()
    assert PASSWORD not in shown(caught.value)
    assert hook.headers["X-Key"] == PASSWORD


@pytest.mark.parametrize(
    "value", [TYPED, [TYPED], {"new_password": [TYPED]}, {"force_password_reset": TYPED}, 5]
)
def test_what_is_assigned_in_the_wrong_place_is_not_shown(value):
    customer = bcorm.Customer(first_name="A", last_name="B", email="a@shop.example")
    with pytest.raises((InvalidValue, BcormError)) as caught:
        customer.authentication = value
    assert TYPED not in str(caught.value)
    assert TYPED not in repr(vars(caught.value))


def test_a_pickled_password_is_withheld_and_refused_where_it_would_be_sent(hostile_store, session):
    customer = bcorm.Customer(
        first_name="A",
        last_name="B",
        email="a@shop.example",
        authentication={"new_password": PASSWORD},
    )
    pickled = pickle.dumps(customer)
    assert PASSWORD.encode() not in pickled
    again = pickle.loads(pickled)
    session.add(again)
    with pytest.raises(BcormError, match="set it again after pickling"):
        session.commit()
    assert hostile_store.requests == 0
    assert copy.deepcopy(SecretText(PASSWORD)) == PASSWORD


def test_a_password_reaches_the_store(empty_session, empty_emulator):
    customer = bcorm.Customer(
        first_name="A",
        last_name="B",
        email="a@shop.example",
        authentication={"new_password": PASSWORD},
    )
    empty_session.add(customer)
    empty_session.commit()
    check = bcorm.Customer.validate_credentials
    assert check("a@shop.example", PASSWORD, session=empty_session).is_valid
    assert not check("a@shop.example", "other-91d2b7-distinct", session=empty_session).is_valid
