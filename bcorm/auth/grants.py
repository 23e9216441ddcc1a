"""What a store granted to the app, and where grants are kept.

`StoreGrant` is the result of an installation; `TokenStore` the protocol of a place to keep
it. `MemoryTokenStore` is for tests and single-store tools, `bcorm.auth.sqlite` has the
encrypted default, and the Django extra a model.
"""

from __future__ import annotations

import threading
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any, Protocol

import attrs

from bcorm.http.credentials import Hidden, OAuthCredentials, Secret, unseen

from .payloads import Account

if TYPE_CHECKING:
    from collections.abc import Mapping


@attrs.frozen
class StoreGrant:
    """One store's permission for the app.

    Attributes:
        store_hash: The store.
        access_token: Its token. It does not expire; a new installation replaces it.
        scopes: What was granted.
        user: Who installed the app.
        owner: The owner of the store's account, if the server said so.
        account_uuid: The account that the store belongs to.
        granted_at: When the code was exchanged (UTC).
    """

    store_hash: str
    access_token: Secret = attrs.field(converter=Secret)
    scopes: frozenset[str]
    user: Account
    owner: Account | None = None
    account_uuid: str | None = None
    granted_at: datetime = attrs.field(factory=lambda: datetime.now(timezone.utc))

    def credentials(self, client_id: str | None = None) -> OAuthCredentials:
        """Build the credentials that a client of this store is made with."""
        return OAuthCredentials(self.store_hash, self.access_token, client_id=client_id)

    def to_document(self) -> dict[str, Any]:
        """Give everything as JSON values, **the token in clear**: for stores to encrypt."""
        return {
            "store_hash": self.store_hash,
            "access_token": self.access_token.reveal(),
            "scopes": sorted(self.scopes),
            "user": attrs.asdict(self.user),
            "owner": attrs.asdict(self.owner) if self.owner else None,
            "account_uuid": self.account_uuid,
            "granted_at": self.granted_at.isoformat(),
        }

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> StoreGrant:
        """Build a grant from what `to_document` gave."""
        hidden = Hidden(document)
        del document  # no error below may carry the token in its frame
        return cls(**unseen(_grant_in, hidden))


def _grant_in(hidden: Hidden[Mapping[str, Any]]) -> dict[str, Any]:
    document = hidden.reveal()
    return {
        "store_hash": document["store_hash"],
        "access_token": Secret(document["access_token"]),
        "scopes": frozenset(document["scopes"]),
        "user": Account(**document["user"]),
        "owner": Account(**document["owner"]) if document["owner"] else None,
        "account_uuid": document["account_uuid"],
        "granted_at": datetime.fromisoformat(document["granted_at"]),
    }


class TokenStore(Protocol):
    """Where grants are kept, by store hash. Implementations are thread-safe."""

    def save(self, grant: StoreGrant) -> None:
        """Keep a grant in place of the store's earlier one."""

    def load(self, store_hash: str) -> StoreGrant | None:
        """Give a store's grant, or None."""

    def delete(self, store_hash: str) -> None:
        """Drop a store's grant; nothing happens if there is none."""

    def stores(self) -> list[str]:
        """List the store hashes, sorted."""


class MemoryTokenStore:
    """Grants in this process's memory."""

    def __init__(self) -> None:
        self._grants: dict[str, StoreGrant] = {}
        self._lock = threading.Lock()

    def save(self, grant: StoreGrant) -> None:
        """Keep a grant in place of the store's earlier one."""
        with self._lock:
            self._grants[grant.store_hash] = grant

    def load(self, store_hash: str) -> StoreGrant | None:
        """Give a store's grant, or None."""
        with self._lock:
            return self._grants.get(store_hash)

    def delete(self, store_hash: str) -> None:
        """Drop a store's grant; nothing happens if there is none."""
        with self._lock:
            self._grants.pop(store_hash, None)

    def stores(self) -> list[str]:
        """List the store hashes, sorted."""
        with self._lock:
            return sorted(self._grants)
