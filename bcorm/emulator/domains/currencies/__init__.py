"""Currencies: `v2/currencies`."""
