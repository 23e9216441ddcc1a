"""Shop: `v2/store, v2/time, v3/store`."""
