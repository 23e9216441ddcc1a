"""How this package takes a client secret: as text or as a `Secret`, and never empty."""

from __future__ import annotations

from bcorm.exceptions import ConfigurationError
from bcorm.http.credentials import Secret


def secret(value: str | Secret) -> Secret:
    """Wrap a client secret.

    Public functions put the result in the argument's place before anything can fail, so that a
    traceback that shows local variables does not show the text.

    Raises:
        ConfigurationError: It is empty. An HMAC with an empty key can be forged by anyone,
            and an unset environment variable is the usual way to get there.
    """
    wrapped = value if isinstance(value, Secret) else Secret(value)
    if not wrapped.reveal():
        raise ConfigurationError("the client secret is empty")
    return wrapped
