"""Countries: the names that go with codes, as far as the shop needs them."""

from __future__ import annotations

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
