"""What every store has beside its goods: a default currency, analytics providers, themes.

Put on the shelf by `shop`, in an empty shop too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcorm.emulator.domains.abandoned_carts.behaviour import DEFAULT_EMAIL
from bcorm.emulator.domains.currencies import tables as currencies
from bcorm.emulator.domains.emails import tables as emails
from bcorm.emulator.domains.settings import tables as settings
from bcorm.emulator.domains.shop import tables as shop
from bcorm.emulator.domains.themes import tables as themes
from bcorm.emulator.domains.themes.behaviour import (
    FIRST_CONFIGURATION,
    FIRST_THEME,
    FIRST_VARIATION,
)
from bcorm.emulator.sample.catalog import OPENING
from bcorm.emulator.timestamps import offset_style, zulu_style

if TYPE_CHECKING:
    from bcorm.emulator.sample.shelf import Shelf

# Kind, module, severity and summary of what a new store's log says.
_LOG = (
    ("general", "export only", "1", "The export was finished"),
    ("design", "theme download", "2", "A theme was downloaded"),
    ("notification", "email message", "3", "An e-mail came back"),
    ("ordersettings", "order status", "4", "An order's status could not be changed"),
)


def fill_content(shelf: Shelf) -> None:
    """Put the store's own things on the shelf."""
    shelf.add(
        currencies.CURRENCY,
        None,
        {
            "is_default": True,
            "country_iso2": "US",
            "default_for_country_codes": ["USA"],
            "currency_code": "USD",
            "currency_exchange_rate": "1.0000000000",
            "token_location": "left",
            "token": "$",
            "decimal_token": ".",
            "thousands_token": ",",
            "decimal_places": 2,
            "name": "US Dollar",
            "is_transactional": True,
            "last_updated": offset_style(OPENING),
        },
    )
    for name in ("Google Analytics 4", "Meta Pixel"):
        shelf.add(settings.ANALYTICS, None, {"name": name})
    shelf.add(emails.CART_EMAIL, None, {"template": DEFAULT_EMAIL})
    for number, (kind, module, severity, summary) in enumerate(_LOG):
        moment = offset_style(OPENING + number * 3600)
        entry = {"type": kind, "module": module, "severity": severity, "summary": summary}
        shelf.add(shop.LOG, None, {**entry, "message": f"{summary}.", "date_created": moment})
    _themes(shelf)


def _themes(shelf: Shelf) -> None:
    """The theme that the storefront shows, with its settings."""
    styles = (("Light", FIRST_VARIATION), ("Bold", "3b1f7c9e-0d52-4c8a-b9d4-7e6a5f4c3b21"))
    variations = [
        {"uuid": key, "name": name, "description": "", "external_id": name.lower()}
        for name, key in styles
    ]
    opened = zulu_style(OPENING)
    cornerstone = {
        "uuid": FIRST_THEME,
        "name": "Cornerstone",
        "is_private": False,
        "is_active": True,
        "variations": variations,
        "updated_at": opened,
    }
    shelf.add(themes.THEME, None, cornerstone)
    original = {"theme_uuid": FIRST_THEME, "date_created": opened, "settings": {"logo_size": "250"}}
    for _, key in styles:
        shelf.add(themes.CONFIGURATION, FIRST_THEME, {**original, "variation_id": key})
    own = {"uuid": FIRST_CONFIGURATION, "variation_id": FIRST_VARIATION, "site_id": 1}
    shelf.add(themes.CONFIGURATION, FIRST_THEME, {**original, **own})
