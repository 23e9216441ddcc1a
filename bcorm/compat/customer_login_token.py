"""Customer Login tokens, signed with `APP_CLIENT_SECRET` of the environment."""

# ruff: noqa: PLR0917 - the signatures are the official client's

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from bcorm.auth import CustomerLogin
from bcorm.http.credentials import Secret

if TYPE_CHECKING:
    from .api import BigcommerceApi


class CustomerLoginTokens:
    """Makes tokens that sign a shopper in; see `bcorm.auth.CustomerLogin`."""

    @classmethod
    def create(
        cls,
        client: BigcommerceApi,
        customer_id: int,
        redirect_url: str | None = None,
        request_ip: str | None = None,
        iat_time: int | None = None,
        channel_id: int = 1,
    ) -> str:
        """Sign a token, good for 30 seconds and one use.

        Raises:
            AttributeError: There is no `APP_CLIENT_SECRET`, or no OAuth connection.
        """
        secret = Secret(os.getenv("APP_CLIENT_SECRET") or "")
        if not secret:
            raise AttributeError("set APP_CLIENT_SECRET in the environment")
        connection = client.connection
        client_id = getattr(connection, "client_id", None)
        store_hash = getattr(connection, "store_hash", None)
        if not client_id or not store_hash:
            raise AttributeError("login tokens need an OAuth connection, not basic authentication")
        login = CustomerLogin(
            customer_id,
            store_hash,
            channel_id=channel_id,
            redirect_to=redirect_url or None,
            request_ip=request_ip or None,
        )
        return login.token(client_id, secret, issued_at=iat_time or None)

    @classmethod
    def create_url(
        cls,
        client: BigcommerceApi,
        customer_id: int,
        redirect_url: str | None = None,
        request_ip: str | None = None,
        use_bc_time: bool = False,
        channel_id: int = 1,
    ) -> str:
        """Build the URL to send the browser to; asks the store for its address.

        Args:
            client: The store.
            customer_id: Whom to sign in.
            redirect_url: Where to go then, as a path of the store.
            request_ip: The only address that may use it.
            use_bc_time: Whether to ask the store for its clock, too.
            channel_id: On which storefront.

        Raises:
            AttributeError: There is no `APP_CLIENT_SECRET`, or no OAuth connection.
            HttpException: The store refused.
        """
        iat_time = client.Time.all()["time"] if use_bc_time else None
        token = cls.create(
            client,
            customer_id,
            redirect_url,
            request_ip,
            iat_time=iat_time,
            channel_id=channel_id,
        )
        return f"{client.Store.all()['secure_url'].rstrip('/')}/login/token/{token}"
