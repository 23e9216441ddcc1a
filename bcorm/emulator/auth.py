"""Who may ask: access tokens on `/stores/...`, HTTP basic on the old `/api/v2/...`.

By default every store hash and token is taken; an emulator that was given its own takes no other.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bcorm.emulator.errors import ApiError

if TYPE_CHECKING:
    from werkzeug.wrappers import Request


@dataclass(frozen=True)
class Credentials:
    """What the store accepts; `None` accepts anything.

    Attributes:
        store_hash: the only store there is.
        access_token: the only token it takes. It never shows in the repr.
        client_secret: signs what apps receive from the store.
    """

    store_hash: str | None = None
    access_token: str | None = None
    client_secret: str | None = None

    def __repr__(self) -> str:
        return f"Credentials(store_hash={self.store_hash!r})"

    def check(self, request: Request, version: str, store_hash: str | None) -> None:
        """Let a request pass.

        Args:
            request: its headers say who asks.
            version: how a refusal is written.
            store_hash: the store in the path; `None` on the old V2 paths.

        Raises:
            ApiError: 401 without a token that fits, 403 for another store.
        """
        if store_hash is None:
            basic = request.authorization
            token = basic.password if basic is not None and basic.type == "basic" else None
        else:
            token = request.headers.get("X-Auth-Token")
        if not token:
            message = "No credentials were supplied in the request." if version == "v2" else None
            raise ApiError(401, message)
        if self.access_token is not None and not hmac.compare_digest(
            token.encode(), self.access_token.encode()
        ):
            raise ApiError(401)
        if self.store_hash is not None and store_hash not in (None, self.store_hash):
            raise ApiError(403)
