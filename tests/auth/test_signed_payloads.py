"""Load, uninstall and remove-user payloads: accepted when right, refused by reason."""

from __future__ import annotations

import base64
import hmac
import json
import time

import jwt
import pytest

from bcorm.auth import (
    ExpiredToken,
    InvalidSignature,
    Malformed,
    MemorySeen,
    NotYetValid,
    Replayed,
    SignatureError,
    WrongAlgorithm,
    WrongAudience,
    WrongClaim,
    verify_current_customer,
    verify_signed_payload,
    verify_signed_payload_jwt,
    verify_webhook,
)
from bcorm.exceptions import ConfigurationError


def segment(value):
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def test_jwt__accepted_with_all_it_says(issuer):
    payload = verify_signed_payload_jwt(
        issuer.payload_jwt(channel_id=3), issuer.client_id, issuer.secret
    )
    assert payload.store_hash == "abc123"
    assert (payload.user.id, payload.user.email, payload.user.locale) == (
        7,
        "user@example.com",
        "en-US",
    )
    assert payload.owner.id == 1
    assert (payload.url, payload.channel_id) == ("/products?id=5", 3)
    assert abs(payload.issued_at.timestamp() - time.time()) < 10


def test_jwt__hs512_is_accepted_as_the_official_client_does(issuer):
    token = issuer.payload_jwt(algorithm="HS512")
    assert verify_signed_payload_jwt(token, issuer.client_id, issuer.secret).store_hash == "abc123"


def test_jwt__clocks_may_differ_by_the_leeway(issuer):
    now = int(time.time())
    token = issuer.payload_jwt(iat=now + 20, nbf=now + 20)
    verify_signed_payload_jwt(token, issuer.client_id, issuer.secret, leeway=30)
    with pytest.raises(NotYetValid):
        verify_signed_payload_jwt(token, issuer.client_id, issuer.secret, leeway=5)


NOW = int(time.time())
REFUSED_JWT = {
    "expired": (ExpiredToken, {"exp": NOW - 31}),
    "not yet valid": (NotYetValid, {"nbf": NOW + 86_400}),
    "issued in the future": (NotYetValid, {"iat": NOW + 86_400}),
    "another app": (WrongAudience, {"aud": "another"}),
    "another app among several": (WrongAudience, {"aud": ["another", "third"]}),
    "audience of a foreign type": (WrongAudience, {"aud": {"a": 1}}),
    "no audience": (WrongClaim, {"aud": ...}),
    "another issuer": (WrongClaim, {"iss": "evil"}),
    "no issuer": (WrongClaim, {"iss": ...}),
    "no expiry": (WrongClaim, {"exp": ...}),
    "expiry that is text": (WrongClaim, {"exp": "tomorrow"}),
    "expiry that is true": (WrongClaim, {"exp": True}),
    "endless expiry": (WrongClaim, {"exp": 1e300}),
    "no subject": (WrongClaim, {"sub": ...}),
    "a subject that leaves its place": (WrongClaim, {"sub": "stores/abc/../x"}),
    "no user": (WrongClaim, {"user": ...}),
    "a user without id": (WrongClaim, {"user": {"email": "x"}}),
    "a user whose id is text": (WrongClaim, {"user": {"id": "7"}}),
    "a user whose id is a truth": (WrongClaim, {"user": {"id": True}}),
    "no owner": (WrongClaim, {"owner": None}),
    "another secret": (InvalidSignature, {"secret": "f" * 64}),
    "an algorithm that is not pinned": (WrongAlgorithm, {"algorithm": "HS384"}),
}


@pytest.mark.parametrize("case", REFUSED_JWT)
def test_jwt__refused_by_reason(issuer, case):
    error, changes = REFUSED_JWT[case]
    with pytest.raises(error) as caught:
        verify_signed_payload_jwt(issuer.payload_jwt(**changes), issuer.client_id, issuer.secret)
    assert type(caught.value) is error
    assert issuer.secret not in str(caught.value)


def test_jwt__alg_none_is_refused_in_every_spelling(issuer):
    claims = issuer.payload_claims()
    for name in ("none", "None", "NONE", "nOnE", ""):
        for signature in ("", segment({"x": 1})):
            token = f"{segment({'alg': name, 'typ': 'JWT'})}.{segment(claims)}.{signature}"
            with pytest.raises(WrongAlgorithm):
                verify_signed_payload_jwt(token, issuer.client_id, issuer.secret)


def test_jwt__header_without_alg(issuer):
    token = f"{segment({'typ': 'JWT'})}.{segment(issuer.payload_claims())}."
    with pytest.raises((WrongAlgorithm, Malformed)):
        verify_signed_payload_jwt(token, issuer.client_id, issuer.secret)


@pytest.mark.parametrize(
    "token", ["", ".", "..", "...", "a.b", "a.b.c.d", "é.é.é", None, 5, b"a.b.c", "x" * 20_000]
)
def test_jwt__malformed(issuer, token):
    with pytest.raises(Malformed):
        verify_signed_payload_jwt(token, issuer.client_id, issuer.secret)


def test_jwt__too_long_to_be_looked_at(issuer):
    with pytest.raises(Malformed, match="too long"):
        verify_signed_payload_jwt(
            issuer.payload_jwt(url="/" + "x" * 17_000), issuer.client_id, issuer.secret
        )


@pytest.mark.parametrize("kind", ["legacy", "webhook", "jwt"])
def test_signatures_are_compared_in_constant_time(issuer, monkeypatch, kind):
    compared, real = [], hmac.compare_digest

    def compare(one, other):
        compared.append((one, other))
        return real(one, other)

    monkeypatch.setattr(hmac, "compare_digest", compare)
    if kind == "legacy":
        verify_signed_payload(issuer.legacy_payload(), issuer.secret)
    elif kind == "jwt":
        verify_signed_payload_jwt(issuer.payload_jwt(), issuer.client_id, issuer.secret)
    else:
        verify_webhook(*issuer.webhook(), issuer.secret)
    assert compared


def test_legacy__too_long_to_be_looked_at(issuer):
    payload = issuer.legacy_payload(note="x" * 17_000)
    with pytest.raises(Malformed, match="short text"):
        verify_signed_payload(payload, issuer.secret)


def test_jwt__every_truncation_is_refused(issuer):
    token = issuer.payload_jwt()
    for length in range(len(token)):
        with pytest.raises((Malformed, InvalidSignature)):
            verify_signed_payload_jwt(token[:length], issuer.client_id, issuer.secret)


def test_jwt__second_use_is_a_replay(issuer):
    seen, token = MemorySeen(), issuer.payload_jwt()
    verify_signed_payload_jwt(token, issuer.client_id, issuer.secret, seen=seen)
    with pytest.raises(Replayed):
        verify_signed_payload_jwt(token, issuer.client_id, issuer.secret, seen=seen)


def test_jwt__refused_token_is_not_remembered(issuer):
    seen, token = MemorySeen(), issuer.payload_jwt()
    with pytest.raises(WrongAudience):
        verify_signed_payload_jwt(token, "other app", issuer.secret, seen=seen)
    verify_signed_payload_jwt(token, issuer.client_id, issuer.secret, seen=seen)


def test_empty_secret__is_a_configuration_error(issuer):
    """An unset environment variable must not become a key that everybody knows."""
    forged = jwt.encode(issuer.payload_claims(), "x" * 32, algorithm="HS256")
    with pytest.raises(ConfigurationError):
        verify_signed_payload_jwt(forged, issuer.client_id, "")
    with pytest.raises(ConfigurationError):
        verify_signed_payload(issuer.legacy_payload(secret=""), "")


def test_legacy__accepted(issuer):
    payload = verify_signed_payload(issuer.legacy_payload(), issuer.secret)
    assert (payload.store_hash, payload.user.email) == ("abc123", "user@example.com")


REFUSED_LEGACY = {
    "another secret": (InvalidSignature, {"secret": "f" * 64}),
    "too old": (ExpiredToken, {"timestamp": NOW - 90_000}),
    "from the future": (NotYetValid, {"timestamp": NOW + 86_400}),
    "no timestamp": (WrongClaim, {"timestamp": None}),
    "no context": (WrongClaim, {"context": None}),
    "contradicting store": (WrongClaim, {"store_hash": "other"}),
    "no user": (WrongClaim, {"user": None}),
}


@pytest.mark.parametrize("case", REFUSED_LEGACY)
def test_legacy__refused_by_reason(issuer, case):
    error, changes = REFUSED_LEGACY[case]
    with pytest.raises(error) as caught:
        verify_signed_payload(issuer.legacy_payload(**changes), issuer.secret)
    assert type(caught.value) is error


@pytest.mark.parametrize("payload", ["", ".", "a", "a.b.c", "é.é", None, 7])
def test_legacy__malformed(issuer, payload):
    with pytest.raises(Malformed):
        verify_signed_payload(payload, issuer.secret)


def test_legacy__signed_but_no_object(issuer):
    import hashlib
    import hmac

    for message in (b"[1]", b"null", b"\xff", b"[" * 5000):
        digest = hmac.new(issuer.secret.encode(), message, hashlib.sha256).hexdigest().encode()
        payload = ".".join(base64.b64encode(part).decode() for part in (message, digest))
        with pytest.raises(Malformed):
            verify_signed_payload(payload, issuer.secret)


def test_legacy__every_truncation_is_refused(issuer):
    payload = issuer.legacy_payload()
    for length in range(len(payload)):
        with pytest.raises((Malformed, InvalidSignature)):
            verify_signed_payload(payload[:length], issuer.secret)


def test_legacy__second_use_is_a_replay(issuer):
    seen, payload = MemorySeen(), issuer.legacy_payload()
    verify_signed_payload(payload, issuer.secret, seen=seen)
    with pytest.raises(Replayed):
        verify_signed_payload(payload, issuer.secret, seen=seen)


def test_legacy__old_one_is_taken_when_age_does_not_matter(issuer):
    payload = issuer.legacy_payload(timestamp=1_469_034_233.09)
    assert verify_signed_payload(payload, issuer.secret, max_age=None).user.id == 7


def test_current_customer__accepted(issuer):
    customer = verify_current_customer(
        issuer.customer_jwt(), issuer.client_id, issuer.secret, store_hash="abc123"
    )
    assert (customer.id, customer.email, customer.group_id) == (4927, "john@example.com", 6)


REFUSED_CUSTOMER = {
    "expired": (ExpiredToken, {"exp": NOW - 31}),
    "another app": (WrongAudience, {"aud": "another"}),
    "a load payload's issuer": (WrongClaim, {"iss": "bc"}),
    "another operation": (WrongClaim, {"operation": "customer_login"}),
    "another store": (WrongClaim, {"store_hash": "other", "sub": "other"}),
    "contradicting store": (WrongClaim, {"sub": "other"}),
    "no customer": (WrongClaim, {"customer": None}),
    "customer without id": (WrongClaim, {"customer": {"email": "x"}}),
    "another secret": (InvalidSignature, {"secret": "f" * 64}),
}


@pytest.mark.parametrize("algorithm", ["HS256", "HS384", "HS512"])
def test_current_customer__every_algorithm_that_was_seen_is_accepted(issuer, algorithm):
    token = issuer.customer_jwt(algorithm=algorithm)
    assert verify_current_customer(token, issuer.client_id, issuer.secret).id == 4927
    if algorithm != "HS256":
        with pytest.raises(WrongAlgorithm):
            verify_current_customer(token, issuer.client_id, issuer.secret, algorithms=("HS256",))


def test_current_customer__no_algorithm_is_none_of_them(issuer):
    claims = jwt.decode(issuer.customer_jwt(), options={"verify_signature": False})
    with pytest.raises(SignatureError):
        verify_current_customer(
            jwt.encode(claims, None, algorithm="none"), issuer.client_id, issuer.secret
        )


@pytest.mark.parametrize("case", REFUSED_CUSTOMER)
def test_current_customer__refused_by_reason(issuer, case):
    error, changes = REFUSED_CUSTOMER[case]
    with pytest.raises(error) as caught:
        verify_current_customer(
            issuer.customer_jwt(**changes), issuer.client_id, issuer.secret, store_hash="abc123"
        )
    assert type(caught.value) is error


def test_current_customer__load_payload_is_no_customer(issuer):
    """Both are signed with the same secret for the same app: one must not pass as the other."""
    with pytest.raises(WrongClaim):
        verify_current_customer(issuer.payload_jwt(), issuer.client_id, issuer.secret)
    with pytest.raises(WrongClaim):
        verify_signed_payload_jwt(issuer.customer_jwt(), issuer.client_id, issuer.secret)


@pytest.mark.parametrize("group", ["", "0", None, "x"])
def test_current_customer__without_group(issuer, group):
    token = issuer.customer_jwt(customer={"id": 1, "email": "a@b.c", "group_id": group})
    assert verify_current_customer(token, issuer.client_id, issuer.secret).group_id is None
