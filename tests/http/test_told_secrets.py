"""A secret that a success gives back in its errors is in no report, message, pickle or journal."""

from __future__ import annotations

import json
import pickle

import pytest

import bcorm
from bcorm import Customer, Webhook
from bcorm.exceptions import CommitError

PASSWORD = "hunter2-91d2b7-distinct"


def partly(store, errors, row):
    def respond(request):
        if request["method"] == "GET":
            return store.Reply(body={"data": [], "meta": {}})
        return store.Reply(207, {"data": row, "errors": errors, "meta": {}})

    store.respond = respond


def told(error):
    failures = error.report.failed + error.report.unknown
    return "\n".join(
        [
            str(error),
            repr(error),
            pickle.dumps(error).decode("latin-1"),
            *(f"{one.error} {one.error!r} {vars(one.error)} {one.errors}" for one in failures),
        ]
    )


@pytest.mark.parametrize(
    "errors",
    [
        {"0.authentication": f"{PASSWORD} is too easy"},
        {PASSWORD: "was refused"},
        {"0": {"authentication": {"new_password": [f"not {PASSWORD}"]}}},
        [f"the password {PASSWORD} was refused"],
    ],
)
def test_a_password_in_the_errors_of_a_success(store, tmp_path, errors):
    partly(store, errors, [])
    journal = tmp_path / "journal"
    with bcorm.connect(
        "abc123", "a-token", api_url=store.url, journal=journal, patience=0
    ) as session:
        session.add(
            Customer(
                first_name="A",
                last_name="B",
                email="a@shop.example",
                authentication={"new_password": PASSWORD},
            )
        )
        with pytest.raises(CommitError) as caught:
            session.commit()
        written = b"".join(path.read_bytes() for path in tmp_path.iterdir())
        session.rollback()
    assert caught.value.report.failed
    assert PASSWORD not in told(caught.value)
    assert b"a@shop.example" in written
    assert PASSWORD.encode() not in written


def test_a_header_field_in_the_errors_of_a_success(store):
    partly(store, {"headers": f"{PASSWORD} is no header"}, {"id": 3})
    with bcorm.connect("abc123", "a-token", api_url=store.url, patience=0) as session:
        session.add(
            Webhook(
                scope="store/order/*",
                destination="https://a.example/",
                headers={"X-Key": PASSWORD},
            )
        )
        with pytest.raises(CommitError) as caught:
            session.commit()
        session.rollback()
    assert "**** is no header" in told(caught.value)
    assert PASSWORD not in told(caught.value)


def test_the_token_in_the_errors_of_a_success(store):
    partly(store, {"name": "sent by tok-0123456789"}, {"id": 3, "name": "x"})
    with bcorm.connect("abc123", "tok-0123456789", api_url=store.url, patience=0) as session:
        session.add(bcorm.Brand(name="x"))
        with pytest.raises(CommitError) as caught:
            session.commit()
        answer = session.client.put("v3/catalog/brands/3", json={"name": "x"})
    assert "tok-0123456789" not in told(caught.value)
    assert json.dumps(answer.errors) == '{"name": "sent by ****"}'
