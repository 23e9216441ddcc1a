"""The example project: Django's admin over a BigCommerce store."""
