# ruff: noqa: INP001 - a script
"""Django's command line for the example project; `python manage.py demo` starts everything."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def main() -> None:
    """Run a management command with the example's settings."""
    sys.path.insert(0, str(Path(__file__).parent))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")
    from django.core.management import execute_from_command_line  # noqa: PLC0415 - after the path

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
