"""What every shop sells through: its channels and their sites.

Put on the shelf by ``shop``, in an empty shop too: channel 1 is there from the beginning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcorm.emulator.resources import channels, sites
from bcorm.emulator.sample.catalog import OPENING
from bcorm.emulator.timestamps import offset_style

if TYPE_CHECKING:
    from bcorm.emulator.sample.catalog import Shelf

_OPENED = offset_style(OPENING)
_DATES = {"date_created": _OPENED, "date_modified": _OPENED}


def fill_selling(shelf: Shelf, *, empty: bool) -> None:
    """Put the storefront on the shelf, and in a shop with goods a marketplace too."""
    shelf.add(
        channels.CHANNEL,
        None,
        {"name": "My Storefront", "type": "storefront", "platform": "bigcommerce", **_DATES},
    )
    site = {"url": "https://emulated.example.com", "channel_id": 1}
    shelf.add(sites.SITE, None, {**site, "created_at": _OPENED, "updated_at": _OPENED})
    if empty:
        return
    shelf.add(
        channels.CHANNEL,
        None,
        {
            "name": "Corner market",
            "type": "marketplace",
            "platform": "amazon",
            "status": "connected",
            **_DATES,
        },
    )
