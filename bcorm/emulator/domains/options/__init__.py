"""Options: ``v3/catalog/.../options``."""
