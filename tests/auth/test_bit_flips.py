"""No changed bit survives: every token, payload and delivery is refused once it is flipped."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcorm.auth import (
    SignatureError,
    verify_current_customer,
    verify_signed_payload,
    verify_signed_payload_jwt,
    verify_webhook,
)


def flipped(data: bytes, position: int) -> bytes:
    byte, bit = divmod(position % (len(data) * 8), 8)
    return data[:byte] + bytes([data[byte] ^ 1 << bit]) + data[byte + 1 :]


def flipped_text(text: str, position: int) -> str:
    # latin-1 keeps every byte a character, whatever the flip makes of it
    return flipped(text.encode("latin-1"), position).decode("latin-1")


def verifiers(issuer):
    return {
        "payload jwt": (
            issuer.payload_jwt(),
            lambda text: verify_signed_payload_jwt(text, issuer.client_id, issuer.secret),
        ),
        "payload jwt HS512": (
            issuer.payload_jwt(algorithm="HS512"),
            lambda text: verify_signed_payload_jwt(text, issuer.client_id, issuer.secret),
        ),
        "legacy payload": (
            issuer.legacy_payload(),
            lambda text: verify_signed_payload(text, issuer.secret),
        ),
        "current customer": (
            issuer.customer_jwt(),
            lambda text: verify_current_customer(text, issuer.client_id, issuer.secret),
        ),
    }


@pytest.mark.parametrize(
    "kind", ["payload jwt", "payload jwt HS512", "legacy payload", "current customer"]
)
def test_text__no_single_flip_is_accepted(issuer, kind):
    """Exhaustive: each bit of each character, unused Base64 bits included."""
    text, verify = verifiers(issuer)[kind]
    verify(text)
    accepted = []
    for position in range(len(text) * 8):
        with contextlib.suppress(SignatureError):
            verify(flipped_text(text, position))
            accepted.append(position)
    assert accepted == []


def test_webhook__no_single_flip_is_accepted(issuer):
    """Exhaustive over the body and the three header fields."""
    body, headers = issuer.webhook()
    verify_webhook(body, headers, issuer.secret)
    accepted = []
    for position in range(len(body) * 8):
        with contextlib.suppress(SignatureError):
            verify_webhook(flipped(body, position), headers, issuer.secret)
            accepted.append(("body", position))
    for name in ("Webhook-Id", "Webhook-Timestamp", "Webhook-Signature"):
        for position in range(len(headers[name]) * 8):
            changed = {**headers, name: flipped_text(headers[name], position)}
            with contextlib.suppress(SignatureError):
                verify_webhook(body, changed, issuer.secret)
                accepted.append((name, position))
    assert accepted == []


@settings(max_examples=300)
@given(positions=st.lists(st.integers(0, 20_000), min_size=1, max_size=8, unique=True))
def test_text__no_set_of_flips_is_accepted(issuer, positions):
    for text, verify in verifiers(issuer).values():
        changed = text
        for position in positions:
            changed = flipped_text(changed, position)
        if changed != text:
            with pytest.raises(SignatureError):
                verify(changed)


@settings(max_examples=300)
@given(noise=st.text(max_size=40), cut=st.integers(0, 2_000))
def test_text__nothing_can_be_put_in_between(issuer, noise, cut):
    """White space, padding and the like are as foreign as anything else."""
    for text, verify in verifiers(issuer).values():
        changed = text[: cut % len(text)] + noise + text[cut % len(text) :]
        if changed != text:
            with pytest.raises(SignatureError):
                verify(changed)


@settings(max_examples=300)
@given(
    body=st.binary(max_size=200),
    delivery=st.text(max_size=20),
    stamp=st.text(max_size=12),
    signature=st.text(max_size=60),
)
def test_webhook__noise_ends_in_a_signature_error(issuer, body, delivery, stamp, signature):
    headers = {
        "webhook-id": delivery,
        "webhook-timestamp": stamp,
        "webhook-signature": signature,
    }
    with pytest.raises(SignatureError):
        verify_webhook(body, headers, issuer.secret)


@settings(max_examples=300)
@given(text=st.text(max_size=200))
def test_text__noise_ends_in_a_signature_error(issuer, text):
    for _, verify in verifiers(issuer).values():
        with pytest.raises(SignatureError):
            verify(text)
