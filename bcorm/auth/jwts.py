"""Strict verification of the JSON Web Tokens that BigCommerce issues.

PyJWT checks the signature; everything else is checked here, so that each way of being wrong
has its own error and the clock can be given. Used by `payloads` and `current_customer`.
"""

from __future__ import annotations

import time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import jwt

from bcorm.http.credentials import Secret, unseen

from .encoding import decode_base64url
from .errors import (
    ExpiredToken,
    InvalidSignature,
    Malformed,
    NotYetValid,
    WrongAlgorithm,
    WrongAudience,
    WrongClaim,
)
from .secrets import check

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_ONLY_SIGNATURE: Any = {
    "verify_signature": True,
    "verify_exp": False,
    "verify_nbf": False,
    "verify_iat": False,
    "verify_aud": False,
    "verify_iss": False,
    "verify_sub": False,
    "verify_jti": False,
}
_END_OF_TIME = 253_402_300_800  # the year 10000, which datetime cannot hold
_LONGEST = 16_384  # characters; BigCommerce's tokens have about 800


def verify(
    token: str,
    client_secret: str | Secret,
    *,
    algorithms: Sequence[str],
    audience: str | None = None,
    issuer: str | None = None,
    leeway: float = 30.0,
    now: float | None = None,
) -> dict[str, Any]:
    """Verify a token and return its claims.

    Args:
        token: The compact token.
        client_secret: The app's client secret.
        algorithms: The algorithms that are accepted, and no others.
        audience: The client id that `aud` must name; None for tokens without audience.
        issuer: What `iss` must say; None to accept any.
        leeway: Seconds that clocks may differ.
        now: UNIX time to judge by; the machine's clock if None.

    Raises:
        SignatureError: One of its leaves, by reason.
        ConfigurationError: The secret is empty.
    """
    client_secret = Secret(client_secret)
    check(client_secret)
    check_shape(token)
    problem = None
    claims: dict[str, Any] = {}
    try:
        claims = unseen(_decoded, token, client_secret, list(algorithms))
    except jwt.InvalidAlgorithmError:
        raise WrongAlgorithm(f"only {', '.join(algorithms)} are accepted") from None
    except jwt.InvalidSignatureError:
        raise InvalidSignature("the signature does not match") from None
    except jwt.PyJWTError as error:
        problem = str(error)
    except (TypeError, ValueError, LookupError, AttributeError, RecursionError) as error:
        problem = type(error).__name__  # a header or claims of shapes that PyJWT does not expect
    if problem is not None:
        raise Malformed(f"not a token: {problem}")
    _check_times(claims, leeway, time.time() if now is None else now)
    if audience is not None:
        _check_audience(claims, audience)
    if issuer is not None and claims.get("iss") != issuer:
        raise WrongClaim("iss", "is missing" if "iss" not in claims else "is another issuer")
    return claims


def _decoded(token: str, key: Secret, algorithms: list[str]) -> dict[str, Any]:
    found: dict[str, Any] = jwt.decode(
        token, key.reveal(), algorithms=algorithms, options=_ONLY_SIGNATURE
    )
    return found


def check_shape(token: object) -> None:
    """Refuse what is not three canonical Base64 segments.

    Raises:
        Malformed: It is truncated, re-encoded or no token at all.
    """
    if not isinstance(token, str):
        raise Malformed("a token is text")
    if len(token) > _LONGEST:
        raise Malformed("too long for a token")
    segments = token.split(".")
    if len(segments) != 3:
        raise Malformed("a token has three segments")
    for name, segment in zip(("header", "claims", "signature"), segments, strict=True):
        decode_base64url(segment, f"the {name} segment")


def moment(claims: Mapping[str, Any], name: str) -> float:
    """Read a claim that is a UNIX time.

    Raises:
        WrongClaim: It is missing, or no number between 1970 and the year 9999.
    """
    value = claims.get(name)
    if value is None:
        raise WrongClaim(name, "is missing")
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise WrongClaim(name, "is not a time")
    if not 0 <= value < _END_OF_TIME:  # NaN fails this too
        raise WrongClaim(name, "is not a time")
    return float(value)


def _check_times(claims: Mapping[str, Any], leeway: float, now: float) -> None:
    if now >= moment(claims, "exp") + leeway:
        raise ExpiredToken("the token has expired")
    for name in ("nbf", "iat"):
        if name in claims and now < moment(claims, name) - leeway:
            raise NotYetValid(f"{name} lies in the future")


def _check_audience(claims: Mapping[str, Any], audience: str) -> None:
    named = claims.get("aud")
    if named is None:
        raise WrongClaim("aud", "is missing")
    if audience not in ([named] if isinstance(named, str) else named if _texts(named) else ()):
        raise WrongAudience("the token was made for another app")


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)
