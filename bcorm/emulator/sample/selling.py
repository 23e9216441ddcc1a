"""What every shop sells through: its channels and their sites, its locations and price lists.

Put on the shelf by `shop`, in an empty shop too: channel 1 is there from the beginning.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from bcorm.emulator.domains.channels import tables as channels
from bcorm.emulator.domains.inventory import tables as inventory
from bcorm.emulator.domains.options import tables as options_tables
from bcorm.emulator.domains.pickups import tables as pickups
from bcorm.emulator.domains.price_lists import tables as price_lists
from bcorm.emulator.domains.shipping import tables as shipping
from bcorm.emulator.domains.sites import tables as sites
from bcorm.emulator.domains.taxes import tables as taxes
from bcorm.emulator.numerals import plain_number
from bcorm.emulator.sample.catalog import OPENING
from bcorm.emulator.timestamps import offset_style, zulu_style

if TYPE_CHECKING:
    from bcorm.emulator.resource import Doc
    from bcorm.emulator.sample.shelf import Shelf
    from bcorm.emulator.tables import Id

_OPENED = offset_style(OPENING)
WHOLESALE = 40
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
    _location(shelf, "MAIN", "Main warehouse", "Portland", 45.52, -122.68)
    _taxes(shelf)
    if empty:
        return
    _shipping(shelf)
    harbour = _location(shelf, "HARBOUR", "Harbour shop", "Seattle", 47.61, -122.33)
    _stock(shelf, harbour)
    method = {"location_id": 2, "display_name": "Collect at the harbour", "name": "Collect at"}
    shelf.add(pickups.METHOD, None, {**method, **dict.fromkeys(_DATES, zulu_style(OPENING))})
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
    _price_list(shelf)


def _taxes(shelf: Shelf) -> None:
    """The classes and the zone that every store has."""
    dates = {"created_at": _OPENED, "updated_at": _OPENED}
    for name in ("Non-Taxable Products", "Shipping", "Gift Wrapping"):
        shelf.add(taxes.CLASS, None, {"name": name, **dates})
    display = dict.fromkeys(
        ("show_inclusive", "show_both_on_detail_view", "show_both_on_list_view"), False
    )
    target: Doc = {"locations": [], "customer_groups": []}
    shelf.add(
        taxes.ZONE,
        None,
        {
            "name": "Default Tax Zone",
            "price_display_settings": display,
            "shopper_target_settings": target,
        },
    )


def _shipping(shelf: Shelf) -> None:
    """A zone for the country, and one for everywhere else."""
    home = [{"id": 1, "country_iso2": "US"}]
    shelf.store.reserve("shipping zone locations", 1)
    for name, kind, places, method, rate in (
        ("United States", "country", home, "Flat rate", Decimal("7.5")),
        ("Everywhere else", "global", [], "International", Decimal(25)),
    ):
        zone = shelf.add(shipping.ZONE, None, {"name": name, "type": kind, "locations": places})
        shelf.add(
            shipping.METHOD,
            zone["id"],
            {"name": method, "type": "perorder", "settings": {"rate": rate}},
        )


def _location(  # noqa: PLR0917 - a row of a table
    shelf: Shelf, code: str, label: str, city: str, latitude: float, longitude: float
) -> Id:
    opened = zulu_style(OPENING)
    hours = {"open": True, "opening": "09:00", "closing": "18:00"}
    doc = shelf.add(
        inventory.LOCATION,
        None,
        {
            "code": code,
            "label": label,
            "managed_by_external_source": False,
            "type_id": "PHYSICAL",
            "time_zone": "America/Los_Angeles",
            "operating_hours": {day.name: hours for day in inventory.DAYS},
            "address": {
                "address1": "1 Quay Street",
                "address2": "",
                "city": city,
                "state": "OR",
                "zip": "97204",
                "email": f"{code.lower()}@example.com",
                "phone": "",
                "geo_coordinates": {
                    "latitude": Decimal(str(latitude)),
                    "longitude": Decimal(str(longitude)),
                },
                "country_code": "US",
            },
            "created_at": opened,
            "updated_at": opened,
        },
    )
    key: Id = doc["id"]
    return key


def _stock(shelf: Shelf, location: Id) -> None:
    """Some of every sixth variant: the default location's stock is the catalog's."""
    for key, _, _, _ in shelf.rows[options_tables.VARIANT.collection][5::6]:
        level = {"location_id": location, "variant_id": key, "quantity": int(key) % 25}
        shelf.add(inventory.LEVEL, None, level)


def _price_list(shelf: Shelf) -> None:
    """A wholesale list with a price for the first variants."""
    dates = dict.fromkeys(_DATES, zulu_style(OPENING))
    wholesale = shelf.add(price_lists.PRICE_LIST, None, {"name": "Reseller terms", **dates})
    variants = shelf.rows[options_tables.VARIANT.collection][:WHOLESALE]
    for key, product, variant, _ in variants:
        price = plain_number(Decimal(variant["calculated_price"]) * Decimal("0.75"))
        record = {
            "price_list_id": wholesale["id"],
            "variant_id": key,
            "product_id": product,
            "sku": variant["sku"],
            "currency": "usd",
            "price": price,
            "calculated_price": price,
        }
        shelf.add(price_lists.RECORD, wholesale["id"], {**record, **dates})
    shelf.add(price_lists.ASSIGNMENT, wholesale["id"], {"price_list_id": 1, "channel_id": 2})
