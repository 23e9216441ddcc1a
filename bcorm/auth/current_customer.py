"""Current Customer: whom the storefront says the visitor is.

Scripts on the storefront fetch `/customer/current.jwt?app_client_id={id}`
(current_customer.yml) and hand the text to the app, which trusts it only after
`verify_current_customer`.
"""

from __future__ import annotations

from datetime import datetime, timezone
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import attrs

from bcorm.http.credentials import Secret
from bcorm.http.jsontext import whole

from .errors import WrongClaim
from .jwts import moment, verify
from .secrets import check

if TYPE_CHECKING:
    from collections.abc import Sequence

# No page names the algorithm; examples in the wild are signed with HS256 and with HS512.
CUSTOMER_ALGORITHMS = ("HS256", "HS384", "HS512")


@attrs.frozen
class CurrentCustomer:
    """A shopper who is signed in.

    Attributes:
        id: The customer.
        email: Their address.
        group_id: Their customer group, or None (the wire has a string).
        store_hash: The store.
        expires_at: Until when this may be believed (UTC); 15 minutes after it was made.
    """

    id: int
    email: str
    group_id: int | None
    store_hash: str
    expires_at: datetime


def current_customer_url(store_url: str, client_id: str) -> str:
    """Build the URL that a script on the storefront fetches. 404 means nobody is signed in.

    Args:
        store_url: The storefront's address.
        client_id: The app's client id.
    """
    return f"{store_url.rstrip('/')}/customer/current.jwt?{urlencode({'app_client_id': client_id})}"


def verify_current_customer(
    token: str,
    client_id: str,
    client_secret: str | Secret,
    *,
    store_hash: str | None = None,
    algorithms: Sequence[str] = CUSTOMER_ALGORITHMS,
    leeway: float = 30.0,
    now: float | None = None,
) -> CurrentCustomer:
    """Verify the storefront's token.

    Args:
        token: The text that `/customer/current.jwt` gave.
        client_id: The app's client id; must be the audience.
        client_secret: The app's client secret.
        store_hash: The store that the visitor must be in. Pass it whenever the app knows:
            a shopper of one store is nobody in another.
        algorithms: Accepted algorithms.
        leeway: Seconds that clocks may differ.
        now: UNIX time to judge by.

    Raises:
        SignatureError: One of its leaves, by reason.
    """
    client_secret = Secret(client_secret)
    check(client_secret)
    claims = verify(
        token,
        client_secret,
        algorithms=algorithms,
        audience=client_id,
        issuer="bc/apps",
        leeway=leeway,
        now=now,
    )
    if claims.get("operation") != "current_customer":
        raise WrongClaim("operation", "is not current_customer")
    store = claims.get("store_hash")
    if not isinstance(store, str) or claims.get("sub", store) != store:
        raise WrongClaim("store_hash", "is missing or contradicts sub")
    if store_hash is not None and store != store_hash:
        raise WrongClaim("store_hash", "is another store")
    customer = claims.get("customer")
    if not isinstance(customer, dict) or type(customer.get("id")) is not int:
        raise WrongClaim("customer", "has no id")
    group = whole(customer.get("group_id"))
    return CurrentCustomer(
        id=customer["id"],
        email=str(customer.get("email") or ""),
        group_id=group or None,
        store_hash=store,
        expires_at=datetime.fromtimestamp(moment(claims, "exp"), timezone.utc),
    )
