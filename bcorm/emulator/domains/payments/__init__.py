"""Payments: `v3/payments, v2/payments, v3/pricing`."""
