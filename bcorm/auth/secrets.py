"""How this package takes client secrets, as text or as `Secret` and never empty, and tokens.

Public functions wrap what they were given first, which cannot fail, and check it then: a traceback
that shows local variables does not show the text, whatever is wrong with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcorm.exceptions import BadResponse, ConfigurationError
from bcorm.http.credentials import Hidden, Secret

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bcorm.http.message import Answer


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
    if not all(map(is_text, secrets)):
        raise ConfigurationError("the client secret is empty, or is no text")


def token_in(answer: Answer, name: str, path: str) -> Secret:
    """The token that an answer holds.

    Args:
        answer: What a POST was answered.
        name: What the token is called in it.
        path: What was asked, for the error.

    Raises:
        BadResponse: There is none.
    """
    data = Hidden(answer.data)
    found = data.reveal().get(name) if isinstance(data.reveal(), dict) else None
    token = Secret(found if isinstance(found, str) else "")
    del found  # of any other shape, it is a token all the same
    if not token:
        raise BadResponse("no token in the answer", status=answer.status, method="POST", path=path)
    return token


def is_text(secret: Secret) -> bool:
    """Whether it is a text at all, and not an empty one."""
    # Apart from who raises, whose variables a traceback may show.
    text = secret.reveal()
    return isinstance(text, str) and bool(text)
