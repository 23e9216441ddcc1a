"""Options: `v3/catalog/.../options`, `modifiers`, `variants`, `v2/options`."""
