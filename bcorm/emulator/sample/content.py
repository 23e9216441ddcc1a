"""What every store has beside its goods: its default currency, its analytics providers.

Put on the shelf by ``shop``, in an empty shop too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcorm.emulator.resources import currencies, settings
from bcorm.emulator.sample.catalog import OPENING
from bcorm.emulator.timestamps import offset_style

if TYPE_CHECKING:
    from bcorm.emulator.sample.catalog import Shelf


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
