"""Geography: `v2/countries`."""
