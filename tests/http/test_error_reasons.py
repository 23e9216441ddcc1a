"""Every error says why, in the server's words, and names the fields of the object."""

from __future__ import annotations

import pytest

from bcorm.exceptions import ApiError
from bcorm.http import RetryPolicy

NAMELESS = "'Name' must be unique"
ANSWERS = {
    "RFC 7807": (
        {"status": 422, "title": "Invalid", "detail": NAMELESS},
        [NAMELESS],
        {"name": NAMELESS},
    ),
    "RFC 7807, of several words": (
        {"title": "Invalid", "detail": "'Sort Order' must be a number"},
        ["must be a number"],
        {"sort_order": "'Sort Order' must be a number"},
    ),
    "RFC 7807, in camels": (
        {"title": "Invalid", "detail": "'CustomUrl' is taken"},
        ["is taken"],
        {"custom_url": "'CustomUrl' is taken"},
    ),
    "RFC 7807 without a field": (
        {"title": "Conflict", "detail": "the cart has changed"},
        ["Conflict", "the cart has changed"],
        {},
    ),
    "a placeholder for a title": ({"title": "...", "detail": "no such plan"}, ["no such plan"], {}),
    "an index before the field": (
        {"title": "bad", "errors": {"0.email": "is taken"}},
        ["is taken"],
        {"email": "is taken"},
    ),
    "an index in brackets": (
        {"title": "bad", "errors": {"[0].email": "is taken", "[0].address.city": "is missing"}},
        ["is taken"],
        {"email": "is taken", "address.city": "is missing"},
    ),
    "an index below data": (
        {"title": "bad", "errors": {"data.0.email": "is taken"}},
        ["is taken"],
        {"email": "is taken"},
    ),
    "an index behind a name": (
        {"errors": {"customers[0].email": "is taken"}},
        ["is taken"],
        {"email": "is taken"},
    ),
    "a dot before the field": (
        {"title": "bad", "errors": {".customer_create": "the email is taken"}},
        ["the email is taken"],
        {"customer_create": "the email is taken"},
    ),
    "a text for errors": ({"title": "bad", "errors": "the sku is taken"}, ["the sku is taken"], {}),
    "texts for errors, no title": ({"errors": ["one", "two"]}, ["one", "two"], ...),
    "V2 details without a field": (
        [{"status": 400, "message": "Invalid.", "details": {"invalid_reason": "must be a date"}}],
        ["Invalid.", "must be a date"],
        {},
    ),
    "V2 details of another name": (
        [{"status": 409, "message": "Taken.", "details": {"conflict_reason": "email in use"}}],
        ["email in use"],
        {},
    ),
    "V2 details that name a row": (
        [
            {
                "status": 409,
                "message": "The field 'name' is invalid.",
                "details": {"duplicate_customer_group": 3},
            }
        ],
        ["customer group 3 has it already"],
        {"name": "The field 'name' is invalid. customer group 3 has it already"},
    ),
    "V2 details that are text": ({"message": "No.", "details": "because"}, ["No.", "because"], {}),
    "OAuth": (
        {"error": "invalid", "error_description": "the code is old"},
        ["the code is old"],
        {},
    ),
}


@pytest.mark.parametrize("name", ANSWERS)
@pytest.mark.parametrize("status", [400, 409, 422])
def test_the_reason_is_in_the_message_and_the_field_is_the_objects_own(
    store, make_client, name, status
):
    body, reasons, errors = ANSWERS[name]
    store.script(store.Reply(status, body))
    with pytest.raises(ApiError) as caught:
        make_client(retry=RetryPolicy.never()).put("v3/customers", json=[{"id": 1}])
    for reason in reasons:
        assert reason in str(caught.value)
    if errors is not ...:
        assert caught.value.errors == errors


def test_an_index_stays_where_several_rows_were_sent(store, make_client):
    store.script(store.Reply(422, {"title": "bad", "errors": {"0.email": "is taken"}}))
    with pytest.raises(ApiError) as caught:
        make_client().put("v3/customers", json=[{"id": 1}, {"id": 2}])
    assert caught.value.errors == {"0.email": "is taken"}


def test_a_reason_is_said_once(store, make_client):
    store.script(store.Reply(422, {"title": "no way", "detail": "no way", "message": "no way"}))
    with pytest.raises(ApiError) as caught:
        make_client().get("v2/time")
    assert str(caught.value).count("no way") == 1


def test_an_error_of_any_length_is_read_soon(store, make_client):
    long = "'" + "A" * 200_000
    store.script(store.Reply(422, {"title": long, "detail": long, "errors": {long: long}}))
    with pytest.raises(ApiError) as caught:
        make_client().get("v2/time")
    assert len(str(caught.value)) < 4000
