"""`Client` and `connect()`: where a program starts."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any, ClassVar

from bcorm.exceptions import ConfigurationError
from bcorm.http.client import ApiClient, checkable, is_seconds, masked_options
from bcorm.http.credentials import (
    BasicCredentials,
    Hidden,
    OAuthCredentials,
    Secret,
    masked,
    masked_url,
)
from bcorm.model.idioms import ARGUMENTS, CLIENT, CLIENT_MADE, CONNECT
from bcorm.query.fetching import check_sends
from bcorm.session.session import Session
from bcorm.synonyms import did_you_mean, taught, taught_here

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Mapping

    from bcorm.http.credentials import Credentials
    from bcorm.http.message import Timeout


@taught({**ARGUMENTS, "__init__": CLIENT_MADE})
class Client(ApiClient):
    """The client of one store: credentials, connections, quota. Thread-safe; share it.

    Takes the arguments of `bcorm.http.ApiClient`, and has its methods, such as `get` and `graphql`.

    Args:
        credentials: as for `ApiClient`.
        patience: seconds for which a write may still arrive after its answer was lost; a row is
            not believed to be absent before. By default the read time-out again after a time-out,
            and three seconds, if the read time-out is no less, after an error or a reset.
        sends: filters that a guide of BigCommerce's shows and no specification has, to be sent:
            `price:min` and `price:max` of products. The rows are judged here all the same, so
            that it does no harm if the store ignores them. One that the store refuses is not
            sent again.
        options: as for `ApiClient`.

    Attributes:
        sends: those that are sent, without those that were refused.

    Raises:
        ConfigurationError: `sends` names another filter, or `patience` is no number of seconds.
    """

    _instead: ClassVar[Mapping[str, str]] = CLIENT

    def __init__(
        self,
        credentials: Credentials,
        *,
        patience: float | None = None,
        sends: Iterable[str] = (),
        **options: Any,
    ) -> None:
        # Before anything can fail: a traceback that shows local variables shows these.
        credentials, options = checkable(credentials), masked_options(options)
        super().__init__(credentials, **options)
        if patience is not None and not is_seconds(patience):
            raise ConfigurationError(f"patience is a number of seconds, not {patience!r}")
        self.patience = patience
        self.sends = check_sends(sends)

    def session(
        self,
        *,
        strict: bool = False,
        autoflush: bool = False,
        lane: str = "bulk",
        journal: str | os.PathLike[str] | None = None,
        history: bool = False,
    ) -> Session:
        """Return a new session; `with client.session() as session:` makes it current.

        Args:
            strict: refuse full scans and lazy loads.
            autoflush: send pending changes before each query.
            lane: `interactive` overtakes bulk work when the quota is scarce.
            journal: a file for commits that must survive the process, see `bcorm.recover`.
            history: whether it keeps what it takes to undo commits, see `bcorm.undo`.

        Raises:
            ConfigurationError: the journal is another store's, or the file is no journal; or a
                history is asked for without one.
        """
        return Session(
            self, strict=strict, autoflush=autoflush, lane=lane, journal=journal, history=history
        )


# What else `connect` takes: the arguments of a client that it does not name itself.
_CLIENT_OPTIONS = frozenset(
    ["bounds", "cache", "governor", "patience", "retry", "sends", "transport", "user_agent", "wrap"]
)
_TOKENS = dict.fromkeys(("token", "api_token", "auth_token", "x_auth_token"), "access_token")
_TOKENS |= dict.fromkeys(("store", "hash", "store_id", "shop"), "store_hash")
_TOKENS |= {"retries": "retry", "max_retries": "retry", "rate_limit": "governor"}


@taught_here(CONNECT)
def connect(
    store_hash: str | None = None,
    access_token: str | None = None,
    *,
    client_id: str | None = None,
    host: str | None = None,
    basic_auth: tuple[str, str] | None = None,
    api_url: str | None = None,
    timeout: Timeout | float | None = None,
    proxies: Mapping[str, str] | None = None,
    verify: bool | str | os.PathLike[str] = True,
    concurrency: int = 8,
    strict: bool = False,
    autoflush: bool = False,
    journal: str | os.PathLike[str] | None = None,
    history: bool = False,
    **options: Any,
) -> Session:
    """Connect to a store, and make the session current; `with bcorm.connect(...)` for its block.

    Without arguments the credentials come from `BIGCOMMERCE_STORE_HASH`,
    `BIGCOMMERCE_ACCESS_TOKEN` and `BIGCOMMERCE_API_URL`.

    Args:
        store_hash: the store's hash, as in `stores/{hash}`.
        access_token: an API account's or an app's token.
        client_id: the app's id; the API no longer needs it.
        host: for legacy basic authentication (V2 only), the store's host name.
        basic_auth: for legacy basic authentication, user and token.
        api_url: replaces the API's host, for example `http://127.0.0.1:8000`; plain http is
            accepted for loopback only.
        timeout: seconds to connect and between bytes, or a `bcorm.http.Timeout`.
        proxies: a proxy by scheme, for example `{"https": "http://proxy.example:3128"}`; the
            environment's are not used.
        verify: a file or folder of certificates to trust instead of the usual ones.
        concurrency: requests in flight at a time, at most.
        strict: refuse full scans and lazy loads.
        autoflush: send pending changes before each query.
        journal: a file for commits that must survive the process, see `bcorm.recover`.
        history: whether it keeps what it takes to undo commits, see `bcorm.undo`.
        options: further arguments of `Client`, such as `bounds`, `retry`, `cache` and `sends`.

    Returns:
        The session; `session.client` is the shareable client.

    Raises:
        ConfigurationError: credentials are missing or cannot be right, or the journal is another
            store's or no journal.
        TypeError: there is no such argument; the nearest right name is suggested.

    Nothing is sent.
    """
    # First: some tools print the variables of a traceback's frames.
    token, pair = None if access_token is None else Secret(access_token), Hidden(basic_auth)
    del access_token, basic_auth
    proxies, api_url, host = masked(proxies), masked_url(api_url), masked_url(host)
    for name in options.keys() - _CLIENT_OPTIONS:
        known = [*inspect.signature(connect).parameters, *_CLIENT_OPTIONS]
        hint = did_you_mean(_TOKENS.get(name, name), known)
        options.clear()
        raise TypeError(f"connect() has no argument {name!r}{hint}")
    user = _user_and_token(pair)
    credentials: OAuthCredentials | BasicCredentials
    if user is not None or host is not None:
        if host is None or user is None:
            raise ConfigurationError("basic authentication needs both host= and basic_auth=")
        credentials = BasicCredentials(host, *user)
    elif store_hash is None and token is None:
        credentials = OAuthCredentials.from_env()
    else:
        if store_hash is None or token is None:
            missing, given = ("store_hash", "access_token")[:: 1 if store_hash is None else -1]
            raise ConfigurationError(
                f"{missing} is missing: connect({given}=..., {missing}=...); without both, they "
                "come from the environment"
            )
        credentials = OAuthCredentials(store_hash, token, client_id=client_id)
    client = Client(
        credentials,
        api_url=api_url,
        timeout=timeout,
        proxies=proxies,
        verify=verify,
        concurrency=concurrency,
        **options,
    )
    session = client.session(strict=strict, autoflush=autoflush, journal=journal, history=history)
    session._become_current()
    return session


def _user_and_token(pair: Hidden[Any]) -> tuple[str, Secret] | None:
    given = pair.reveal()
    if given is None:
        return None
    if isinstance(given, (tuple, list)) and len(given) == 2:
        return given[0], Secret(given[1])
    del given
    raise ConfigurationError("basic_auth is a user name and a token: basic_auth=(user, token)")
