"""The app side of an integration: installing, trusting, being called back.

OAuth installation and stored grants (`App`, `SqliteTokenStore`), signed payloads, customer
login and current-customer tokens, storefront and payment tokens, webhooks. Knows the wire
(`bcorm.http`) and nothing of the ORM above it.
"""

from __future__ import annotations

from bcorm.auth.app import App
from bcorm.auth.backfill import backfill
from bcorm.auth.current_customer import (
    CurrentCustomer,
    current_customer_url,
    verify_current_customer,
)
from bcorm.auth.customer_login import CustomerLogin, store_time
from bcorm.auth.errors import (
    AuthError,
    CallbackRefused,
    ExpiredToken,
    InvalidSignature,
    Malformed,
    NotYetValid,
    Replayed,
    ScopeRefused,
    SignatureError,
    TokenExchangeFailed,
    TokenStoreError,
    WrongAlgorithm,
    WrongAudience,
    WrongClaim,
)
from bcorm.auth.events import Event, ResourceRef, parse_event, session_resolver
from bcorm.auth.grants import MemoryTokenStore, StoreGrant, TokenStore
from bcorm.auth.hooks import Hook, HookHealth, HookKeeper
from bcorm.auth.oauth import AuthorizeCallback, exchange_code
from bcorm.auth.payloads import (
    Account,
    SignedPayload,
    verify_signed_payload,
    verify_signed_payload_jwt,
)
from bcorm.auth.payments import create_payment_token, process_payment
from bcorm.auth.replay import MemorySeen, SeenStore
from bcorm.auth.sealing import generate_key
from bcorm.auth.signatures import Delivery, sign_webhook, verify_webhook
from bcorm.auth.sqlite import SqliteTokenStore
from bcorm.auth.storefront import (
    create_impersonation_token,
    create_private_token,
    create_storefront_token,
    revoke_storefront_token,
)
from bcorm.auth.webhook_views import django_webhooks, flask_webhooks, wsgi_webhooks
from bcorm.auth.webhooks import WebhookReceiver

__all__ = [
    "Account",
    "App",
    "AuthError",
    "AuthorizeCallback",
    "CallbackRefused",
    "CurrentCustomer",
    "CustomerLogin",
    "Delivery",
    "Event",
    "ExpiredToken",
    "Hook",
    "HookHealth",
    "HookKeeper",
    "InvalidSignature",
    "Malformed",
    "MemorySeen",
    "MemoryTokenStore",
    "NotYetValid",
    "Replayed",
    "ResourceRef",
    "ScopeRefused",
    "SeenStore",
    "SignatureError",
    "SignedPayload",
    "SqliteTokenStore",
    "StoreGrant",
    "TokenExchangeFailed",
    "TokenStore",
    "TokenStoreError",
    "WebhookReceiver",
    "WrongAlgorithm",
    "WrongAudience",
    "WrongClaim",
    "backfill",
    "create_impersonation_token",
    "create_payment_token",
    "create_private_token",
    "create_storefront_token",
    "current_customer_url",
    "django_webhooks",
    "exchange_code",
    "flask_webhooks",
    "generate_key",
    "parse_event",
    "process_payment",
    "revoke_storefront_token",
    "session_resolver",
    "sign_webhook",
    "store_time",
    "verify_current_customer",
    "verify_signed_payload",
    "verify_signed_payload_jwt",
    "verify_webhook",
    "wsgi_webhooks",
]
