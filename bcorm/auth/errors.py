"""What can be wrong with something that claims to come from BigCommerce.

Raised by every verifier of this package; callers catch `SignatureError` for "do not trust
this" and the leaves where the reason matters::

    AuthError (BcormError)
    ├── SignatureError        refused: it cannot be trusted
    │   ├── Malformed           not the shape of a token, payload or delivery; truncated
    │   ├── InvalidSignature    not signed with this secret, or changed afterwards
    │   ├── WrongAlgorithm      "alg": "none", or one that was not pinned
    │   ├── ExpiredToken        its time is over
    │   ├── NotYetValid         its time has not come (or our clock is slow)
    │   ├── WrongAudience       made for another app
    │   ├── WrongClaim          a claim is missing or says something else
    │   └── Replayed            seen before
    ├── CallbackRefused       the authorize callback lacks or contradicts something
    ├── ScopeRefused          the merchant granted less than the app needs
    ├── TokenExchangeFailed   the token endpoint said no
    └── TokenStoreError       a stored grant cannot be read
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcorm.exceptions import BcormError

if TYPE_CHECKING:
    from collections.abc import Iterable


class AuthError(BcormError):
    """Base of what `bcorm.auth` raises."""


class SignatureError(AuthError):
    """Something signed cannot be trusted; nothing in it may be used."""


class Malformed(SignatureError):
    """It has not the shape of what it should be: truncated, re-encoded or not ours."""


class InvalidSignature(SignatureError):
    """It was not signed with this secret, or was changed afterwards."""


class WrongAlgorithm(SignatureError):
    """It names an algorithm that is not pinned, `none` included."""


class ExpiredToken(SignatureError):
    """Its time is over."""


class NotYetValid(SignatureError):
    """Its time has not come; a slow clock on this machine looks the same."""


class WrongAudience(SignatureError):
    """It was made for another app."""


class WrongClaim(SignatureError):
    """A claim is missing, or does not say what it must.

    Attributes:
        claim: Name of the claim.
        problem: What is wrong with it, without its value.
    """

    def __init__(self, claim: str, problem: str) -> None:
        self.claim = claim
        self.problem = problem
        super().__init__()

    def __str__(self) -> str:
        return f"claim {self.claim!r} {self.problem}"


class Replayed(SignatureError):
    """It is valid and was seen before.

    Attributes:
        key: What it was recognised by.
    """

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__()

    def __str__(self) -> str:
        return f"seen before ({self.key})"


class CallbackRefused(AuthError):
    """The authorize callback lacks a parameter, or contradicts itself.

    Attributes:
        parameter: Name of the parameter.
        problem: What is wrong with it.
    """

    def __init__(self, parameter: str, problem: str) -> None:
        self.parameter = parameter
        self.problem = problem
        super().__init__()

    def __str__(self) -> str:
        return f"callback parameter {self.parameter!r} {self.problem}"


class ScopeRefused(AuthError):
    """The merchant granted less than the app needs.

    Attributes:
        missing: The scopes that were not granted, sorted.
    """

    def __init__(self, missing: Iterable[str]) -> None:
        self.missing = tuple(sorted(missing))
        super().__init__()

    def __str__(self) -> str:
        return f"scopes not granted: {', '.join(self.missing)}"


class TokenExchangeFailed(AuthError):
    """The token endpoint refused the code, or could not be reached.

    Attributes:
        status: HTTP status, or None without an answer.
        reason: The server's `error` word, or what happened.
    """

    def __init__(self, status: int | None, reason: str) -> None:
        self.status = status
        self.reason = reason
        super().__init__()

    def __str__(self) -> str:
        return f"token exchange failed: {self.status or 'no answer'} {self.reason}"


class TokenStoreError(AuthError):
    """A stored grant cannot be read: another key, or a damaged file."""
