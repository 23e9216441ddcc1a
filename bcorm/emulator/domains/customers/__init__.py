"""Customers: `v3/customers, v2/customers, v2/customer_groups`."""
