"""Every endpoint of the emulated store, as data: a module per domain."""
