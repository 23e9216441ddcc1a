"""Floor 2: what was asked, compiled to requests. Pure functions over data, no I/O."""
