"""What a server gives back of what it was sent is seen in no error, in whatever form it comes."""

from __future__ import annotations

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shown import assert_unseen, check, forms

import bcorm
import bcorm.compat as bigcommerce
from bcorm.auth import (
    AuthorizeCallback,
    create_payment_token,
    exchange_code,
    process_payment,
    revoke_storefront_token,
)
from bcorm.exceptions import BcormError
from bcorm.http import ApiClient, Bounds, OAuthCredentials, RetryPolicy, Secret
from bcorm.http.credentials import MASK, SecretText, blot, is_repeated, veiled

SECRET = "s3cr3t-7f3a9c51e8-Zq-0123456789-abcdef"
OTHER = "0ther-91d2b7-distinct"
SOON = Bounds(max_seconds=0.5, max_wait=0)
PERCENT = "".join(f"%{ord(letter):02X}" for letter in SECRET)
ESCAPED = "".join(f"\\u{ord(letter):04x}" for letter in SECRET)
ENTITIES = "".join(f"&#x{ord(letter):x};" for letter in SECRET)
BASE64 = base64.b64encode(f"user:{SECRET}".encode()).decode()


def answer(status="422 No", *fields, body="{}"):
    lines = [f"HTTP/1.1 {status}", *fields, f"Content-Length: {len(body)}"]
    return ("\r\n".join(lines) + "\r\n\r\n" + body).encode()


# Where an answer has a place for it, and as what.
ANSWERS = {
    "status line": f"HTTP/1.1 {SECRET} OK\r\n\r\n".encode(),
    "first line": f"{SECRET}\r\n\r\n".encode(),
    "reason": answer(f"422 bad {SECRET}"),
    "request id": answer("422 No", f"X-Request-Id: {SECRET}"),
    "request id, encoded": answer("422 No", f"X-Request-Id: {PERCENT}"),
    "request id, in base 64": answer("422 No", f"X-Request-Id: {BASE64}"),
    "challenge": answer("401 No", f'WWW-Authenticate: Bearer error="{SECRET}"'),
    "cookie": answer("422 No", f"Set-Cookie: {SECRET}={SECRET}; Path=/"),
    "name of a field": answer("422 No", f"X-{SECRET}: 1"),
    "redirect": answer("302 Found", f"Location: https://x.example/{SECRET}?a={PERCENT}"),
    "retry after": answer("429 No", f"Retry-After: {SECRET}"),
    "content type": answer("200 OK", f"Content-Type: {SECRET}", body="<html>"),
    "content encoding": answer("200 OK", f"Content-Encoding: {SECRET}"),
    "transfer encoding": answer("200 OK", f"Transfer-Encoding: {SECRET}"),
    "content length": f"HTTP/1.1 200 OK\r\nContent-Length: {SECRET}\r\n\r\n{{}}".encode(),
    "chunk": f"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{SECRET}\r\n".encode(),
    "title": answer(body=json.dumps({"title": f"bad {SECRET}", "errors": {SECRET: SECRET}})),
    "title, escaped": answer(body=f'{{"title": "{ESCAPED}", "errors": {{"{ESCAPED}": "x"}}}}'),
    "title, encoded": answer(body=f'{{"title": "bad {PERCENT}"}}'),
    "title, in base 64": answer(body=f'{{"title": "bad {BASE64}"}}'),
    "title, in pieces": answer(body=f'{{"title": "bad {SECRET[:19]} {SECRET[19:]}"}}'),
    "pieces": answer(body=json.dumps({"errors": {"a": SECRET[:19], "b": SECRET[19:]}})),
    "title, in capitals": answer(body=json.dumps({"message": SECRET.upper()})),
    "page": answer(body=f"<html><title>{ENTITIES}</title>"),
    "broken": answer(body=f'{{"title": "bad {ESCAPED}"'),
    "broken, in success": answer("200 OK", body=f'{{"data": "bad {ESCAPED}"'),
    "no rows": answer("200 OK", body=json.dumps({"data": SECRET})),
    "no rows, escaped": answer("200 OK", body=f'{{"data": "{ESCAPED}"}}'),
    "names": answer("200 OK", body=json.dumps({"data": {SECRET: {SECRET: 1}}})),
    "no number": answer("200 OK", body=json.dumps({"data": [{"id": SECRET, "name": [SECRET]}]})),
}  # fmt: skip


def client(url, token=OTHER):
    return ApiClient(
        OAuthCredentials("abc", token), api_url=url, retry=RetryPolicy.never(), bounds=SOON
    )


def session(url, token=OTHER):
    return bcorm.connect(
        "abc", token, api_url=url, retry=RetryPolicy.never(), bounds=SOON, patience=0
    )


def read(url):
    with session(url, SECRET) as store:
        return bcorm.Product.objects.using(store).filter(id=5)[:1][0]


def write(url):
    with session(url, SECRET) as store:
        try:
            store.add(bcorm.Product(name="x", type="physical", price=1, weight=1))
            store.commit()
        finally:
            store.expunge_all()


def check_password(url):
    with session(url) as store:
        bcorm.Customer.validate_credentials("a@b.example", SECRET, session=store)


def new_hook(url):
    with session(url) as store:
        try:
            hook = bcorm.Webhook(scope="a", destination="https://a.example/", headers={"K": SECRET})
            store.add(hook)
            store.commit()
        finally:
            store.expunge_all()


def pay(url):
    card = {"type": "card", "number": "4539578763621486", "cardholder_name": SECRET}
    process_payment("abc", OTHER, {"instrumnt": card}, payments_url=url, bounds=SOON)


def exchange(url):
    exchange_code(
        AuthorizeCallback(Secret(OTHER), ("store_v2",), "abc"),
        client_id="app",
        client_secret=SECRET,
        redirect_uri="https://app.example.com/auth",
        auth_url=url,
        bounds=SOON,
    )


def fetch_token(url):
    connection = bigcommerce.connection.OAuthConnection("app", "abc", host=url, timeout=0.5)
    connection.fetch_token(
        SECRET, OTHER, "stores/abc", "scope", "https://a.example", f"{url}/oauth2/token"
    )


SENT = {
    "get": lambda url: client(url, SECRET).get("v2/time"),
    "post": lambda url: client(url, SECRET).post("v2/time", json={}),
    "graphql": lambda url: client(url, SECRET).graphql("{ store { id } }"),
    "read": read,
    "write": write,
    "password": check_password,
    "hook": new_hook,
    "payment": pay,
    "payment token": lambda url: create_payment_token(client(url, SECRET), 1),
    "exchange": exchange,
    "revoke": lambda url: revoke_storefront_token(client(url), SECRET),
    "official": lambda url: bigcommerce.connection.OAuthConnection(
        "app", "abc", SECRET, host=url, timeout=0.5
    ).get("products"),
    "official, basic": lambda url: bigcommerce.connection.Connection(
        url, ("user", SECRET), timeout=0.5
    ).get("products"),
    "official, exchange": fetch_token,
}


@pytest.mark.parametrize("place", ANSWERS)
def test_nothing_that_is_given_back_shows_in_an_error(hostile_store, place):
    hostile_store.answer(ANSWERS[place])
    failed = []
    for name, send in SENT.items():
        try:
            send(hostile_store.url)
        except Exception as error:  # noqa: BLE001 - the official client's programs know others
            failed.append(name)
            check(error, SECRET, OTHER)
    # What is well-formed may be taken for an answer.
    assert len(failed) >= (1 if place in {"names", "no rows", "no rows, escaped"} else 3), failed


TOKENS = st.text(st.sampled_from("abcdeXYZ0189-_./+=~"), min_size=12, max_size=40).filter(
    lambda text: len(set(filter(str.isalnum, text))) >= 8
)


@given(TOKENS, st.text(max_size=20), st.text(max_size=20))
def test_every_form_of_a_secret_is_recognised_wherever_it_stands(token, before, after):
    secrets = [Secret(token)]
    for form in forms(token, whole=True):
        told = f"{before} {form} {after}"
        assert is_repeated(told.encode("utf-8", "surrogatepass"), secrets)
        assert_unseen(blot(told, secrets), token)
    encoded = base64.b64encode(f"{before}:{token}:{after}".encode()).decode()
    assert token not in base64.b64decode(blot(encoded, secrets) + "===").decode("latin-1")


@pytest.mark.parametrize(
    "told",
    ["customers[0].email: must be unique", "authentication.new_password is too short", "%",
     "\\u00", "&#;", "&#9999999;", "%zz \\x", "\\ud800", ""],
)  # fmt: skip
def test_what_repeats_nothing_is_told_as_it_is(told):
    for secret in (SECRET, "pass", "739", "", "a-b-c-d"):
        assert blot(told, [Secret(secret)]) == told.replace(secret or "\0", MASK)


def test_an_answer_in_success_is_the_callers_as_it_came_and_shows_nothing():
    body = {"data": [{"id": 1, "name": f"a {SECRET}", SECRET: ["x", SECRET, None, 1.5]}]}
    shown = veiled(body, [Secret(SECRET)])
    assert shown == body
    assert json.dumps(shown) == json.dumps(body)
    assert_unseen(repr(shown), SECRET)
    assert type(shown["data"][0][SECRET][1]) is SecretText
    assert type(shown["data"][0][SECRET][0]) is str


def test_a_row_that_repeats_the_token_is_read_as_it_is(hostile_store):
    hostile_store.answer_json({"data": [{"id": 5, "name": f"chair {SECRET}"}], "meta": {}})
    with session(hostile_store.url, SECRET) as store:
        assert bcorm.Product.objects.using(store).get(5).name == f"chair {SECRET}"


def test_a_token_somewhere_else_in_an_exchange_of_the_official_client(hostile_store):
    new = "tok-91d2b7-distinct-new"
    for document in ({"data": {"access_token": new}}, [new], {"access_token": [new]}, {new: 1}):
        hostile_store.answer_json(document)
        with pytest.raises(BcormError, match="no access token") as caught:
            fetch_token(hostile_store.url)
        check(caught.value, SECRET, OTHER, new)
