"""The official client's public interface: ``import bcorm.compat as bigcommerce``.

Same names, same calls, same results as version 0.23.4 of the ``bigcommerce`` package, with
its known defects mended: subresources page automatically, an empty answer is an empty list,
429s are waited for as configured, timeouts can be set, redirects do not carry tokens away.
docs/migrate.md shows each line of its README beside bcorm's own.
"""

from __future__ import annotations

from . import api, connection, exception, resources
from .customer_login_token import CustomerLoginTokens as customer_login_token  # noqa: N813

__all__ = ["api", "connection", "customer_login_token", "exception", "resources"]
