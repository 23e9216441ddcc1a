"""`python -m bcorm`: the command line, without an installed script."""

from __future__ import annotations

from bcorm.cli import main

if __name__ == "__main__":
    main()
