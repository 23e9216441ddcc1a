"""Emails: `v3/marketing`."""
