"""How this package takes a client secret: as text or as a `Secret`, and never empty.

Public functions wrap what they were given first, which cannot fail, and check it then: a traceback
that shows local variables does not show the text, whatever is wrong with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcorm.exceptions import ConfigurationError
from bcorm.http.credentials import Secret

if TYPE_CHECKING:
    from collections.abc import Iterable


def wrapped(values: str | Secret | Iterable[str | Secret]) -> tuple[Secret, ...]:
    """Wrap a client secret, or several while one replaces another; nothing is checked."""
    if isinstance(values, str | Secret):
        return (Secret(values),)
    if isinstance(values, bytes) or not hasattr(values, "__iter__"):
        return (Secret(""),)  # no text: `check` refuses it
    # In C, and in one step: no frame holds one of them while another is looked at.
    return tuple(map(Secret, values))


def check(*secrets: Secret) -> None:
    """Refuse secrets that could not keep anything.

    Raises:
        ConfigurationError: One is no text, or empty, or there is none. An HMAC with an empty key
            can be forged by anyone, and an unset environment variable is the usual way to get
            there.
    """
    if not secrets:
        raise ConfigurationError("there is no client secret")
    if not all(map(_is_text, secrets)):
        raise ConfigurationError("the client secret is empty, or is no text")


def _is_text(secret: Secret) -> bool:
    # Apart from who raises, whose variables a traceback may show.
    text = secret.reveal()
    return isinstance(text, str) and bool(text)
