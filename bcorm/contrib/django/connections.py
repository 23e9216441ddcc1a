"""Which store a request talks to: the setting `BCORM`, a client per process, sessions.

`StoreMiddleware` opens a session per request; shells and commands open their own::

    from bcorm.contrib.django.connections import session
    with session():
        Product.objects.get(pk=77)
"""

from __future__ import annotations

import difflib
import inspect
import time
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.signals import setting_changed
from django.utils.module_loading import import_string

from bcorm.exceptions import ConfigurationError
from bcorm.http.client import ApiClient, is_seconds, masked_options
from bcorm.http.credentials import Hidden, OAuthCredentials, Secret, masked_url
from bcorm.session import Client, Session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from django.http import HttpRequest

_KNOWN = {
    "STORE_HASH", "ACCESS_TOKEN", "API_URL", "OPTIONS", "CLIENT_FOR", "PATIENCE", "TOKEN_KEY",
    "STORES",
}  # fmt: skip
_OF_A_STORE = {"STORE_HASH", "ACCESS_TOKEN", "API_URL"}
_SECRET = {"ACCESS_TOKEN", "TOKEN_KEY"}
_OPTIONS = {
    name
    for made in (ApiClient, Client)
    for name, one in inspect.signature(made).parameters.items()
    if one.kind is one.KEYWORD_ONLY
} - {"api_url"}
PATIENCE = 20.0  # seconds that a page waits for the store, unless the setting says otherwise


def configuration() -> dict[str, Any]:
    """Return the setting `BCORM`.

    - `STORE_HASH`, `ACCESS_TOKEN`: the store; the environment's `BIGCOMMERCE_*` where left out.
    - `API_URL`: replaces the API's host; loopback only where it is plain http.
    - `OPTIONS`: further arguments of `bcorm.Client`, such as `timeout` and `retry`.
    - `CLIENT_FOR`: for many stores, the dotted path of a callable that takes the request (None
      outside of one) and returns its `bcorm.Client`; None for a request that needs no store.
    - `STORES`: several stores that the same people look after, by name: dictionaries with
      `STORE_HASH`, `ACCESS_TOKEN` and, if need be, `API_URL`. The admin's pages switch.
    - `PATIENCE`: seconds that one page waits for the store, retries included.
    - `TOKEN_KEY`: what `tokens.DjangoTokenStore` encrypts with.

    Raises:
        ConfigurationError: there is a key that means nothing, or a value that cannot be meant.
    """
    if not isinstance(getattr(settings, "BCORM", {}), Mapping):
        raise ConfigurationError("settings.BCORM is a dictionary")
    # Never in a variable as it is: the debug page shows those of every frame.
    chosen = {name: _veiled(name, settings.BCORM[name]) for name in _names()}
    _check("BCORM", chosen, _KNOWN)
    for name in ("OPTIONS", "STORES"):
        if not isinstance(chosen.get(name) or {}, dict):
            raise ConfigurationError(f"settings.BCORM[{name!r}] is a dictionary")
    if not is_seconds(chosen.get("PATIENCE", PATIENCE)):
        raise ConfigurationError("settings.BCORM['PATIENCE'] is a number of seconds")
    _check("BCORM['OPTIONS']", chosen.get("OPTIONS") or {}, _OPTIONS)
    for store, facts in (chosen.get("STORES") or {}).items():
        if not isinstance(facts, dict):
            raise ConfigurationError(f"settings.BCORM['STORES'][{store!r}] is a dictionary")
        _check(f"BCORM['STORES'][{store!r}]", facts, _OF_A_STORE)
    return chosen


def _names() -> list[str]:
    return list(getattr(settings, "BCORM", {}))


def _check(where: str, chosen: Iterable[str], known: set[str]) -> None:
    """Refuse names that mean nothing, with the nearest that do."""
    for name in chosen:
        if name not in known:
            said = str(name)
            cased = said if where.endswith("['OPTIONS']") else said.upper()
            near = difflib.get_close_matches(cased, known, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"it knows {', '.join(sorted(known))}"
            raise ConfigurationError(f"settings.{where} knows no {name!r}; {hint}")


def _veiled(name: str, value: Any) -> Any:
    """Hide a secret, and what may be one under a name that is misspelt."""
    if name == "STORES" and isinstance(value, dict):
        return {
            store: {key: _veiled(key, item) for key, item in chosen.items()}
            if isinstance(chosen, dict)
            else Hidden(chosen)
            for store, chosen in value.items()
        }
    if name == "OPTIONS" and isinstance(value, dict):
        own = {key: value[key] for key in ("patience", "sends") if key in value}
        return {**masked_options(value), **own}
    if name == "API_URL":
        return masked_url(value)
    if name in _KNOWN - _SECRET:
        return value
    if isinstance(value, (list, tuple)):
        return [_veiled(name, item) for item in value]
    return Secret(value) if isinstance(value, str) else value


@lru_cache(maxsize=1)
def _default_client() -> Client:
    chosen = configuration()
    if "STORE_HASH" in chosen or "ACCESS_TOKEN" in chosen:
        credentials = OAuthCredentials(chosen.get("STORE_HASH", ""), chosen.get("ACCESS_TOKEN", ""))
    else:
        credentials = OAuthCredentials.from_env()
    return Client(credentials, api_url=chosen.get("API_URL"), **(chosen.get("OPTIONS") or {}))


@lru_cache(maxsize=64)
def _client_of(name: str) -> Client:
    chosen = configuration()
    store = chosen["STORES"][name]
    credentials = OAuthCredentials(store.get("STORE_HASH", ""), store.get("ACCESS_TOKEN", ""))
    return Client(credentials, api_url=store.get("API_URL"), **(chosen.get("OPTIONS") or {}))


STORE = "bcorm_store"
"""What a visitor's session calls the store that was chosen."""


def store_names() -> list[str]:
    """Return the names of `STORES`, in their order; none where there is one store."""
    return list(configuration().get("STORES") or {})


def store_name(request: HttpRequest | None) -> str:
    """Return the name of the store that a visitor has chosen: the first one until then.

    Args:
        request: what is asked, None outside of any request.
    """
    names = store_names()
    told = getattr(request, "session", {}).get(STORE)
    return told if told in names else names[0]


def find_client(request: HttpRequest | None = None) -> Client | None:
    """Return the client of a request's store, or None if `CLIENT_FOR` says that it has none.

    Raises:
        ConfigurationError: no store is set up.
    """
    settings_ = configuration()
    if settings_.get("STORES"):
        return _client_of(store_name(request))
    chosen = settings_.get("CLIENT_FOR")
    if chosen is None:
        return _default_client()
    client: Client | None = _choosing(chosen)(request)
    return client


def _choosing(path: Any) -> Callable[[HttpRequest | None], Client | None]:
    found = None
    with suppress(ImportError, TypeError, ValueError, AttributeError):
        found = import_string(path)
    if not callable(found):
        raise ConfigurationError(
            "settings.BCORM['CLIENT_FOR'] is the dotted path of a callable, such as"
            f" 'site.stores.client_of'; {path!r:.80} is none that can be imported"
        )
    return found


def client_for(request: HttpRequest | None = None) -> Client:
    """Return the client of a request's store.

    Raises:
        ConfigurationError: no store is set up, or the request has none.
    """
    client = find_client(request)
    if client is None:
        raise ConfigurationError("the store is not known here: CLIENT_FOR returned None")
    return client


def session(request: HttpRequest | None = None) -> Session:
    """Return a new session of a request's store; `with` makes it current.

    Somebody waits for a page: its requests overtake bulk work on the same store, give up after
    `PATIENCE`, and are never answered from a cache, because what is shown is about to be edited.

    Raises:
        ConfigurationError: no store is set up, or the request has none.
    """
    return opened(client_for(request))


def opened(client: Client) -> Session:
    """Return a session of one page, of that client's store."""
    page: Any = _PageClient(client, configuration().get("PATIENCE", PATIENCE))
    return PassingSession(page, lane="interactive")


class PassingSession(Session):
    """A session of one page or one run, which throws away what it could not save.

    Whoever asked for the changes has been told of those that were refused.
    """

    def __exit__(self, kind: type[BaseException] | None, error: object, traceback: object) -> None:
        self.expunge_all()
        super().__exit__(kind, error, traceback)


class _PageClient:
    """A client whose requests together take no longer than a page may."""

    def __init__(self, client: Client, patience: float) -> None:
        self._client = client
        self._ends = time.monotonic() + patience

    def __getattr__(self, name: str) -> Any:
        return getattr(self._client, name)

    def request(
        self, method: str, path: str, *, deadline: float | None = None, **options: Any
    ) -> Any:
        left = max(0.0, self._ends - time.monotonic())
        if deadline is not None:
            left = min(left, deadline)
        return self._client.request(method, path, **{**options, "deadline": left, "fresh": True})


def _forget_client(*, setting: str, **_ignored: Any) -> None:
    if setting == "BCORM":
        _default_client.cache_clear()
        _client_of.cache_clear()


setting_changed.connect(_forget_client)
