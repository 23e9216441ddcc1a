"""`python -m bcorm.emulator`."""

from bcorm.emulator.cli import main

raise SystemExit(main())
