"""How a checkout's goods travel: the options that shipping zones give an address."""

from __future__ import annotations

import uuid
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from bcorm.emulator.errors import ApiError
from bcorm.emulator.numerals import plain_number
from bcorm.emulator.tables import Clause

if TYPE_CHECKING:
    from bcorm.emulator.context import Context
    from bcorm.emulator.resource import Doc

ZONES = "v2/shipping/zones"
METHODS = "v2/shipping/zones/methods"
PICKUP_METHODS = "v3/pickup/methods"
_NAMESPACE = uuid.UUID("8f3a2b1c-4d5e-4f60-9a7b-1c2d3e4f5a6b")
# The narrowest zone that fits wins.
_NARROW = {"zip": 0, "state": 1, "country": 2, "global": 3}


def options_for(ctx: Context, address: Doc, quantity: int) -> list[Doc]:
    """The shipping options of an address, the narrowest zone's."""
    zones = [row for row in ctx.store.select(ZONES, Clause("1")) if _fits(row.doc, address)]
    zones.sort(key=lambda row: (_NARROW[row.doc["type"]], row.id))
    if not zones:
        return []
    found = []
    for method in ctx.store.select(METHODS, parent=zones[0].id):
        doc = method.doc
        if doc["enabled"]:
            found.append(
                {
                    "id": str(uuid.uuid5(_NAMESPACE, f"method {method.id}")),
                    "type": f"shipping_{doc.get('type') or 'perorder'}",
                    "description": doc["name"],
                    "image_url": "",
                    "cost": _cost(doc, quantity),
                    "transit_time": "",
                    "additional_description": "",
                }
            )
    return found


def _fits(zone: Doc, address: Doc) -> bool:
    if not zone["enabled"]:
        return False
    if zone["type"] == "global":
        return True
    return any(_at(place, zone["type"], address) for place in zone["locations"])


def _at(place: Doc, kind: str, address: Doc) -> bool:
    if place.get("country_iso2") != address.get("country_code"):
        return False
    if kind == "state":
        state = place.get("state_iso2")
        return state in (address.get("state_or_province_code"), address.get("state_or_province"))
    return kind == "country" or place.get("zip") == address.get("postal_code")


def _cost(method: Doc, quantity: int) -> Any:
    rate = Decimal((method.get("settings") or {}).get("rate") or 0)
    if method.get("type") == "peritem":
        rate *= quantity
    return plain_number(rate)


def chosen(ctx: Context, consignment: Doc, key: str) -> Doc:
    """The option of that id for a consignment's address.

    Raises:
        ApiError: 422, the address has no such option.
    """
    quantity = sum(item["quantity"] for item in consignment["line_items"])
    for option in options_for(ctx, consignment["address"], quantity):
        if option["id"] == key:
            return option
    raise ApiError(422, errors={"shipping_option_id": "The option is not available."})


def custom(said: Doc) -> Doc:
    """An option with a price that was set by hand."""
    return {
        "id": str(uuid.uuid4()),
        "type": "custom",
        "description": said.get("description") or "Custom",
        "image_url": "",
        "cost": plain_number(Decimal(said.get("price") or 0)),
        "transit_time": "",
        "additional_description": "",
    }
