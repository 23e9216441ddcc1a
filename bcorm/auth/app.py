"""An app's four callbacks in one object: authorize, load, uninstall, remove user.

The web framework stays the caller's: each method takes the request's query and gives back
what was verified. `docs/examples/oauth_app.py` is a whole app around it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.http import ApiClient
from bcorm.http.credentials import Hidden, Secret, masked_url

from .errors import CallbackRefused, WrongClaim
from .grants import MemoryTokenStore, StoreGrant, TokenStore
from .oauth import AuthorizeCallback, exchange_code, read_callback, read_query
from .payloads import SignedPayload, verify_signed_payload, verify_signed_payload_jwt
from .replay import MemorySeen, SeenStore
from .secrets import check

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class App:
    """A single-click app.

    Args:
        client_id: From the developer portal.
        client_secret: From the developer portal.
        redirect_uri: The auth callback URL, exactly as registered there.
        scopes: What the app needs; an installation that grants less is refused.
        tokens: Where grants are kept. In memory if None: they are gone with the process.
        auth_url: Another token endpoint's host, for a test store.
        seen: Where used payloads are remembered, so that a copied link does not log anyone
            in twice. In this process's memory if None; share one between processes.
        legacy_payloads: Whether the older `signed_payload` is accepted as well.
        leeway: Seconds that clocks may differ.
    """

    def __init__(
        self,
        client_id: str,
        client_secret: str | Secret,
        redirect_uri: str,
        *,
        scopes: Iterable[str] = (),
        tokens: TokenStore | None = None,
        auth_url: str | None = None,
        seen: SeenStore | None = None,
        legacy_payloads: bool = False,
        leeway: float = 30.0,
    ) -> None:
        self._secret = Secret(client_secret)
        del client_secret  # no error below may carry it in its frame
        auth_url = masked_url(auth_url)
        check(self._secret)
        self.client_id = client_id
        self.redirect_uri = redirect_uri
        self.scopes = frozenset(scopes)
        self.tokens: TokenStore = MemoryTokenStore() if tokens is None else tokens
        self.auth_url = auth_url
        self._seen: SeenStore = MemorySeen() if seen is None else seen
        self._legacy = legacy_payloads
        self._leeway = leeway

    def authorize(self, query: str | Mapping[str, Any]) -> StoreGrant:
        """Handle the auth callback: check it, exchange the code, keep the grant.

        Args:
            query: The request's query string, or its parsed form.

        Raises:
            CallbackRefused: The callback makes no sense.
            ScopeRefused: The merchant granted less than the app needs; nothing is kept.
            TokenExchangeFailed: The token endpoint refused or could not be reached.
        """
        hidden = Hidden(query)
        del query  # no error below may carry the code in its frame
        callback = AuthorizeCallback(**read_callback(hidden))
        callback.require(self.scopes)
        grant = exchange_code(
            callback,
            client_id=self.client_id,
            client_secret=self._secret,
            redirect_uri=self.redirect_uri,
            auth_url=self.auth_url,
        )
        self.tokens.save(grant)
        return grant

    def load(self, query: str | Mapping[str, Any]) -> SignedPayload:
        """Handle the load callback: who opens the app, in which store.

        Raises:
            SignatureError: The payload cannot be trusted.
            CallbackRefused: There is no payload.
        """
        return self._payload(query)

    def uninstall(self, query: str | Mapping[str, Any]) -> SignedPayload:
        """Handle the uninstall callback: verify it, then drop the store's grant.

        All callbacks carry payloads of one form, so that a staff user's link to load the app
        would pass here. Only the store's owner can uninstall an app.

        Raises:
            SignatureError: The payload cannot be trusted, or is not the owner's (`WrongClaim`);
                the grant stays.
            CallbackRefused: There is no payload.
        """
        payload = self._payload(query)
        if payload.user.id != payload.owner.id:
            raise WrongClaim("user", "is not the owner of the store, who alone can uninstall")
        self.tokens.delete(payload.store_hash)
        return payload

    def remove_user(self, query: str | Mapping[str, Any]) -> SignedPayload:
        """Handle the remove-user callback: whose access the app has to end.

        Raises:
            SignatureError: The payload cannot be trusted.
            CallbackRefused: There is no payload.
        """
        return self._payload(query)

    def client(self, store_hash: str, **options: Any) -> ApiClient | None:
        """Build a client of a store that installed the app, or None if it did not.

        Args:
            store_hash: The store.
            **options: As `ApiClient` takes them.
        """
        grant = self.tokens.load(store_hash)
        if grant is None:
            return None
        return ApiClient(grant.credentials(self.client_id), **options)

    def _payload(self, query: str | Mapping[str, Any]) -> SignedPayload:
        values = read_query(Hidden(query))
        if "signed_payload_jwt" in values:
            return verify_signed_payload_jwt(
                values["signed_payload_jwt"],
                self.client_id,
                self._secret,
                leeway=self._leeway,
                seen=self._seen,
            )
        if self._legacy and "signed_payload" in values:
            return verify_signed_payload(
                values["signed_payload"], self._secret, leeway=self._leeway, seen=self._seen
            )
        raise CallbackRefused("signed_payload_jwt", "is missing")
