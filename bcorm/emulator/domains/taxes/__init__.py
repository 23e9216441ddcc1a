"""Taxes: `v3/tax, v2/tax_classes`."""
