"""Countries: the names that go with codes, as far as the shop needs them, and their states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcorm.emulator import jsontext
from bcorm.emulator.tables import Clause
from bcorm.emulator.v2_formats import link

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bcorm.emulator.context import Context
    from bcorm.emulator.tables import Id, Row

_STATES = "v2/countries/states"
COUNTRIES = {
    "AT": "Austria",
    "AU": "Australia",
    "BE": "Belgium",
    "BR": "Brazil",
    "CA": "Canada",
    "CH": "Switzerland",
    "CN": "China",
    "DE": "Germany",
    "DK": "Denmark",
    "ES": "Spain",
    "FI": "Finland",
    "FR": "France",
    "GB": "United Kingdom",
    "IE": "Ireland",
    "IN": "India",
    "IT": "Italy",
    "JP": "Japan",
    "MX": "Mexico",
    "NL": "Netherlands",
    "NO": "Norway",
    "NZ": "New Zealand",
    "PL": "Poland",
    "PT": "Portugal",
    "SE": "Sweden",
    "SG": "Singapore",
    "US": "United States",
    "ZA": "South Africa",
}
CODES = {name.lower(): code for code, name in COUNTRIES.items()}


def country_name(code: str) -> str:
    """The name of a country; its code if the shop does not know it."""
    return COUNTRIES.get(code.upper(), code.upper())


def country_code(name: str) -> str:
    """The code of a country by its name or code; empty if the shop does not know it."""
    if name.upper() in COUNTRIES:
        return name.upper()
    return CODES.get(name.lower(), "")


def states_of(ctx: Context, code: str) -> dict[str, str]:
    """The names of a country's states by their abbreviations; none if the store lists none."""
    found = ctx.store.select("v2/countries", Clause("t.country_iso2 = ?", (code,)), limit=1)
    rows = ctx.store.select(_STATES, parent=found[0].id) if found else []
    return {row.doc["state_abbreviation"]: row.doc["state"] for row in rows}


def link_to_states(ctx: Context, rows: Sequence[Row]) -> Mapping[Id, str]:
    """Where the states of each country are."""
    return {row.id: jsontext.dumps(link(ctx, f"/countries/{row.id}/states")) for row in rows}
