"""Floor 5: the command line, one file per command.

`main` is the console script `bcorm`. Click and rich come with `bcorm[cli]`; importing this package
needs neither.
"""

from __future__ import annotations

import sys

__all__ = ["main"]


def main() -> None:
    """Run the command line of this process, and exit with its status."""
    try:
        from bcorm.cli.app import app  # noqa: PLC0415 - says what is missing instead of failing
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("bcorm"):
            raise
        sys.stderr.write(
            f"bcorm's command line needs {error.name}, which is not installed: "
            "pip install 'bcorm[cli]'\n"
        )
        raise SystemExit(1) from None
    app(prog_name="bcorm")
