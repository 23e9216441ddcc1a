"""The wire: credentials, requests and answers, quota, retries, cache.

Everything that is sent to a store goes through an `ApiClient`, such as `bcorm.Client`. The rest
wraps the one-method `Transport` below it. What is named here is imported when it is asked for:
declarations need none of what sends.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bcorm.http.bounds import Bounds
    from bcorm.http.cache import Cache
    from bcorm.http.client import ApiClient
    from bcorm.http.credentials import BasicCredentials, OAuthCredentials, Secret
    from bcorm.http.exchange import RetryPolicy, Stats
    from bcorm.http.message import Answer, Headers, Request, Response, Timeout
    from bcorm.http.transport import RequestsTransport, Transport

__all__ = [
    "Answer",
    "ApiClient",
    "BasicCredentials",
    "Bounds",
    "Cache",
    "Headers",
    "OAuthCredentials",
    "Request",
    "RequestsTransport",
    "Response",
    "RetryPolicy",
    "Secret",
    "Stats",
    "Timeout",
    "Transport",
]
_HOMES = {
    "bounds": "Bounds",
    "cache": "Cache",
    "client": "ApiClient",
    "credentials": "BasicCredentials OAuthCredentials Secret",
    "exchange": "RetryPolicy Stats",
    "message": "Answer Headers Request Response Timeout",
    "transport": "RequestsTransport Transport",
}


if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        for home, names in _HOMES.items():
            if name in names.split():
                value = globals()[name] = getattr(import_module(f"{__name__}.{home}"), name)
                return value
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
