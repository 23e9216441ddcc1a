"""The shop itself: what `/v2/store` says, the time, and how grave its log entries are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcorm.emulator import jsontext
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.filters import read
from bcorm.emulator.tables import Clause

if TYPE_CHECKING:
    from bcorm.emulator.resource import Condition, Doc

STORE_ID = 1001

_TEXTS: Doc = {
    "account_uuid": "3f1a2b54-9c1d-4f0e-8f66-0d9a1f6b7c21",
    "domain": "sample-shop.example.com",
    "secure_url": "https://sample-shop.example.com",
    "control_panel_base_url": "https://store-emulated.example.com",
    "status": "live",
    "name": "Sample Shop",
    "first_name": "Ada",
    "last_name": "Abbott",
    "address": "1 Cedar Street, Austin",
    "country": "United States",
    "country_code": "US",
    "infrastructure_region": "us-central1",
    "phone": "512-555-0100",
    "admin_email": "owner@example.com",
    "order_email": "orders@example.com",
    "favicon_url": "",
    "timezone": {
        "name": "America/Chicago",
        "raw_offset": -21600,
        "dst_offset": -18000,
        "dst_correction": True,
        "date_format": {
            "display": "M jS Y",
            "export": "M jS Y",
            "extended_display": "M jS Y @ g:i A",
        },
    },
    "language": "en",
    "currency": "USD",
    "currency_symbol": "$",
    "decimal_separator": ".",
    "thousands_separator": ",",
    "decimal_places": 2,
    "currency_symbol_location": "left",
    "weight_units": "Ounces",
    "dimension_units": "Inches",
    "dimension_decimal_places": 2,
    "dimension_decimal_token": ".",
    "dimension_thousands_token": ",",
    "plan_name": "Standard",
    "plan_level": "Standard",
    "plan_is_trial": False,
    "industry": "Home & Garden",
    "logo": [],
    "is_price_entered_with_tax": False,
    "store_id": STORE_ID,
    "default_channel_id": 1,
    "default_site_id": 1000,
    "active_comparison_modules": [],
    "features": {
        "stencil_enabled": True,
        "sitewidehttps_enabled": True,
        "facebook_catalog_id": "",
        "checkout_type": "optimized",
        "wishlists_enabled": True,
        "graphql_storefront_api_enabled": True,
        "shopper_consent_tracking_enabled": False,
        "multi_storefront_enabled": True,
        "storefront_limits": {"active": 3, "total_including_inactive": 15},
    },
}


def show_store(ctx: Context) -> Reply:
    """GET /v2/store."""
    return Reply(200, jsontext.dumps({"id": ctx.store_hash, **_TEXTS}))


def show_time(ctx: Context) -> Reply:
    """GET /v2/time."""
    return Reply(200, jsontext.dumps({"time": ctx.now}))


def severity(sign: str) -> Condition:
    """A condition on the severity of log entries: texts that are numbers from 1 to 4."""

    def condition(_ctx: Context, text: str) -> Clause:
        value = read("severity", "integer", text, "v3")
        return Clause(f"CAST(t.severity AS INTEGER) {sign} ?", (value,))

    return condition
