"""The wire: credentials, requests and answers, quota, retries, cache.

Everything that is sent to a store goes through an `ApiClient`, such as `bcorm.Client`. The rest
wraps the one-method `Transport` below it.
"""

from __future__ import annotations

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
