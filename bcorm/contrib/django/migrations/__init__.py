"""Migrations: the state of the unmanaged models, and the tables of grants and bulk runs."""
