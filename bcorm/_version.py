"""The version of bcorm, read by the packaging and by the User-Agent."""

__version__ = "0.1.0"
